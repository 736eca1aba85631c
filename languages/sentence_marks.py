"""The characters that end sentences and clauses in all scripts, and those that close what was said."""

from __future__ import annotations

SENTENCE_ENDS = frozenset(
    "!.?։؝؞؟۔܀܁܂߹࠷࠹࠽࠾।॥။።፧፨᙮᜵᜶។៕᠃᠉᥄᥅᪨᪩᪪᪫᭚᭛᭞᭟᭽᭾᰻᰼᱾᱿․‼‽⁇⁈⁉⳹⳺⳻⸮⸼⹓⹔。꓿꘎꘏꛳꛷꡶꡷꣎꣏꤯꧈꧉꩝꩞꩟꫰꫱꯫︒︕︖﹒﹖﹗！．？｡"
    "\U00010a56\U00010a57\U00011047\U00011048\U000110be\U000110bf\U000110c0\U000110c1\U00011141\U00011142\U00011143"
    "\U00011238\U00011239\U0001123b\U0001123c\U0001144b\U0001144c\U0001173c\U0001173d\U0001173e\U00016af5\U00016b37"
    "\U00016b38\U00016b44"
    "…།༎༏༐༑༔"
)
"""Characters that may end a sentence.

Source: Unicode 17, PropList.txt, Sentence_Terminal, without ``၊`` (below) and scripts that nobody writes today; that
ICU 78 agrees is tested. Added: the ellipsis, by common use; shads, which end phrases and sentences alike, and so do not
have that property: the Python package bo-sent-tokenizer of OpenPecha cuts there."""

CLAUSE_ENDS = frozenset(",;:،؛፣፤፥፦၊、，；：､﹐﹑—–·՝߸᠂᠄᠈᥀꓾꘍꛴꛵⹁⸲⸴៖᰽༈")
"""Characters after which a reader pauses within a sentence.

Source: the names of these characters in Unicode (comma, semicolon, colon, dash). ``၊`` is a sentence's end for Unicode,
but a comma for those who write Burmese: pySBD 0.3.4, lang/burmese.py, does not list it, and SIL's Bloom took it out of
its sentence ends (release notes, Talking Book tool)."""

LITTLE_SECTION = "၊"

OPENING = frozenset("¿¡([{«‹“‘„‚「『（［｛〈《【〔〖〘〚﹁﹃༺༼❝❛⸢⸤")
"""Signs that open what follows; ``“`` and ``‘`` also close in some languages."""

CLOSERS = frozenset("»›”’“‘\"')]}」』）］｝〉》】〕〗〙〛﹂﹄༻༽❞❜⸣⸥")
"""Signs that close what was said, and stay with the end of its sentence."""
