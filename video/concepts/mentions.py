"""What a text mentions, in order, with where it stands (plain version)."""

from __future__ import annotations

import re

from languages.segments import sentences
from video.concepts.scenery import LONGEST, Concept, Mention, _qualified, _tokens, columns_for, load_concepts

_DOINGS = {
    "walk": "walks walk walked camina va anda", "run": "runs run corre", "sit": "sits sit sat sienta sentada",
    "sleep": "sleeps sleep asleep duerme", "dance": "dances dance baila", "sing": "sings sing sang canta cantaron",
    "hold": "holds hold carries lleva sostiene", "embrace": "hugs embraces abraza", "point": "points",
    "work": "works weaves trabajaron teje", "kneel": "kneels", "stand": "stands stand",
}  # fmt: skip
_MOODS = {"sad": "sad triste tristes", "glad": "glad happy contenta feliz laughs", "afraid": "afraid miedo",
          "angry": "angry enojada", "amazed": "amazed", "calm": "calm"}  # fmt: skip
_PLAIN = {
    w: Concept(id=i, kind=kind)
    for kind, rows in (("doing", _DOINGS), ("mood", _MOODS))
    for i, words in rows.items()
    for w in words.split()
}


def mentions(text: str, language: str, names: tuple[str, ...] = ()) -> tuple[Mention, ...]:
    """All that a text mentions, in order."""
    _, lexicon = load_concepts()
    columns = columns_for(language)
    known = {" ".join(f for _, f in _tokens(n)): n for n in names}
    out: list[Mention] = []
    at = 0
    for number, (start, end) in enumerate(sentences(text, language)):
        tokens = _tokens(re.sub(r"['’]", " ", text[start:end]))
        i = 0
        while i < len(tokens):
            length = 1
            for size in range(min(LONGEST, len(tokens) - i), 0, -1):
                phrase = " ".join(folded for _, folded in tokens[i : i + size])
                place = {"word": phrase, "token": at + i, "words": size, "sentence": number}
                if phrase in known:
                    out.append(Mention(concept=Concept(id=known[phrase], kind="cast"), **place))
                    length = size
                    break
                hit = next((lexicon[c][phrase] for c in columns if phrase in lexicon[c]), None)
                if hit is None and phrase in _PLAIN:
                    hit = (_PLAIN[phrase], False)
                if hit is not None:
                    concept, many = hit
                    around = [f for _, f in (*tokens[max(0, i - 2) : i], *tokens[i + size : i + size + 1])]
                    q = _qualified(concept, many, around)
                    no = any(f in ("no", "not", "never", "without", "sin") for _, f in tokens[max(0, i - 2) : i])
                    out.append(
                        Mention(concept=concept, count=q.count, colour=q.colour, size=q.size, absent=no, **place)
                    )
                    length = size
                    break
            i += length
        at += len(tokens)
    return tuple(out)


def standing_for(concept_id: str, drawn: object) -> str | None:
    return concept_id if concept_id in drawn else None  # type: ignore[operator]
