"""Whether a voice can read the script of a line: one that cannot says the names of letters, or their numbers, instead.

«ⵜⴰⵎⴰⵣⵉⵖⵜ» read by espeak-ng's Spanish voice is eight times «símbolo dos de …». No engine reports that.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from languages import segments
from languages.codes import likely_script
from languages.engine_codes import LISTS, tags
from languages.evidence import corpus_scripts
from languages.registry import find_language
from languages.unicode_scripts import NO_SCRIPT, script_of, scripts_using, written_with
from speech.utterance import Voice
from translation.translated import Finding, FindingKind

READ_SHARE = 0.25
"""Share of a line's letters that a voice must be able to read. Source: none; a foreign name or two are fewer."""
MOST_SHOWN = 5
LOOKED_AT = 50
"""So many texts are looked at for a plan."""

BY_ESPEAK = frozenset(("speech/espeak", "speech/piper"))
"""Engines whose letters become sounds by espeak-ng."""
HANDED_ON = frozenset(["Armn", "Beng", "Deva", "Geor", "Grek", "Gujr", "Guru", "Hang", "Knda", "Mlym", "Sinh", "Taml"])
"""Scripts whose words nearly every voice of espeak-ng reads as that of another language would, not letter by letter.

Measured with espeak-ng 1.51 on one word in each of 46 scripts and 128 voices, by the phonemes that it gives."""
ESPEAK_READS = {
    "bs": "Cyrl",
    "fa-Latn": "Arab",
    "grc": "Latn",
    "hr": "Cyrl",
    "lfn": "Cyrl",
    "mk": "Latn",
    "sr": "Latn",
    "ug": "Latn",
    "uz": "Cyrl",
}
"""Voice's language → a script that it reads besides the language's usual one. Measured as above; others that their
languages are written in are spelled (az: Arab, Cyrl; ku: Arab, Cyrl; tk: Arab; ug: Cyrl)."""
ESPEAK_SPELLS = {"ja": frozenset(("Hani",)), "ko": frozenset(("Hani",))}
"""Voice's language → a script that belongs to its usual one, and is spelled: «Chinese letter». Measured as above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """What of a line a voice cannot read."""

    wholly: bool
    """Whether the line must not be given to it: hardly any of its letters are read, and no other voice lends itself."""
    scripts: tuple[str, ...]
    """Of the letters that are not read, the one with most letters first."""
    words: tuple[str, ...]
    """Those with such letters, each once, as they are written."""


@lru_cache(256)
def scripts_of(engine: str, language: str) -> frozenset[str]:
    """Values of the Script property that an engine's voice of a language reads; empty where nobody knows.

    Of voices of espeak-ng it was measured; of others it is what the language is known to be written in: by its tag and
    CLDR, by corpora, and by the lists of languages that models and programs publish.
    """
    own = likely_script(language)
    if engine in BY_ESPEAK:
        more = ESPEAK_READS.get(language, "")
        return written_with(own) | (frozenset((more,)) if more else frozenset()) if own else frozenset()
    bare = language.partition("-")[0]
    listed = (likely_script(tag) for name in LISTS for tag in tags(name) if tag.partition("-")[0] == bare)
    named = (own, *corpus_scripts(language), *listed)
    return frozenset[str]().union(*(written_with(script) for script in named if script))


def find_unread(text: str, voice: Voice) -> Unread | None:
    """What of a line a voice cannot read; None where it reads all, or its engine itself tells of unknown letters."""
    if voice.judges_letters:
        return None
    reads = scripts_of(voice.engine, voice.language)
    spelled = ESPEAK_SPELLS.get(voice.language, frozenset[str]()) if voice.engine in BY_ESPEAK else frozenset[str]()
    if not reads:
        return None
    strange: dict[str, int] = {}
    own = 0
    for character in text:
        script = _script(character)
        if not script:
            continue
        if script in spelled or not reads & scripts_using(character):
            strange[script] = strange.get(script, 0) + 1
        own += bool(reads & scripts_using(character))
    if not strange:
        return None
    scripts = tuple(sorted(strange, key=lambda s: -strange[s]))
    letters = own + sum(n for script, n in strange.items() if script not in reads)
    handed = voice.engine in BY_ESPEAK and scripts[0] in HANDED_ON
    wholly = own < READ_SHARE * letters and scripts[0] != "Latn" and not handed
    words = (text[start:end] for start, end in segments.words(text))
    unread = (w for w in words if any(_script(c) in strange for c in w))
    return Unread(wholly=wholly, scripts=scripts, words=tuple(dict.fromkeys(unread)))


def why_unread(unread: Unread, voice: Voice) -> str:
    """Why a line is not given to a voice, and what to do."""
    return (
        f"The voice {voice.label} reads {_scripts(_known(voice))}, but this line is in "
        f"{_scripts(unread.scripts[:1])}: it would say the names of letters, or nothing. Record the line, take a voice "
        f"of its own language, or write it in {_scripts(_known(voice))}."
    )


def unread_findings(text: str, voice: Voice) -> tuple[Finding, ...]:
    """What to tell of words that a voice may spell or read as another language's."""
    unread = find_unread(text, voice)
    if unread is None:
        return ()
    shown = ", ".join(f"«{word}»" for word in unread.words[:MOST_SHOWN])
    more = f" and {len(unread.words) - MOST_SHOWN} more" if len(unread.words) > MOST_SHOWN else ""
    told = (
        f"The voice {voice.label} may spell {shown}{more} letter by letter, or read it as another language's: it is in "
        f"{_scripts(unread.scripts)}. Listen to it; write it as it is said, or record the line."
    )
    return (Finding(kind=FindingKind.VOICE, text=told),)


def unread_notes(voices: Iterable[Voice], language: str, texts: Iterable[str]) -> tuple[str, ...]:
    """What a plan tells of voices that cannot read a language's lines: by its script, and by the first texts."""
    known = find_language(language)
    some = [text for text, _ in zip((t for t in texts if t), range(LOOKED_AT), strict=False)]
    notes: dict[str, None] = {}
    for voice in voices:
        reads = scripts_of(voice.engine, voice.language)
        found = next((u for text in some if (u := find_unread(text, voice)) is not None and u.wholly), None)
        if found is None and not some and known is not None and known.script != "unknown":
            usual = written_with(known.script)
            handed = voice.engine in BY_ESPEAK and usual <= HANDED_ON
            if reads and not voice.judges_letters and not handed and not usual & (reads | {"Latn"}):
                found = Unread(wholly=True, scripts=(known.script,), words=())
        if found is not None:
            notes[
                f"The voice {voice.label} reads {_scripts(_known(voice))}: lines in {_scripts(found.scripts[:1])} will "
                f"fail with it. Record them, or write them in {_scripts(_known(voice))}."
            ] = None
    return tuple(notes)


def _script(character: str) -> str:
    """The script of a letter that has one; otherwise empty."""
    if unicodedata.category(character)[0] != "L":
        return ""
    script = script_of(character)
    return "" if script in NO_SCRIPT else script


def _known(voice: Voice) -> tuple[str, ...]:
    likely = likely_script(voice.language)
    return (likely,) if likely else tuple(sorted(scripts_of(voice.engine, voice.language)))


def _scripts(codes: Iterable[str]) -> str:
    import langcodes

    return ", ".join(f"{langcodes.Language.make(script=code).script_name()} ({code})" for code in codes)
