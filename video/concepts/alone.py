"""Verbs that are written like a noun, or like no verb, right behind who does them: "Nana fishes", "la niña nada"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from video.concepts.lookup import Found
from video.concepts.senses import BEHIND_VERBS, OBJECTS
from video.concepts.table import CAST, Entry, get_concept
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

VERBS = {
    "en": {
        "fishes": "fishing", "rows": "row", "waves": "greet", "saws": "saw_up", "rakes": "rake_up",
        "hammers": "hammer_in", "waters": "watering", "irons": "ironing", "milks": "milk_cow", "plants": "plant",
        "ducks": "kneel",
    },
    "es": {"nada": "swim", "sierra": "saw_up"},
    "fr": {"coud": "sew", "repasse": "ironing"},
    "pt": {"nada": "swim", "pinta": "paint", "ri": "laugh"},
}  # fmt: skip
"""By language what each means. Source: school dictionaries of each language."""
_AFTER = {
    "es": "en por hacia hasta con junto y bajo entre sin de",
    "fr": "dans sur pres avec et sous devant a par chez pour",
    "pt": "em no na nos nas num numa por para ate com junto e sob entre ao a de",
}
AFTER = {"en": BEHIND_VERBS - OBJECTS, **{language: frozenset(words.split()) for language, words in _AFTER.items()}}
"""What may follow them; in Romance languages an object may too."""
DO = (CAST, "person", "animal")


def verb_alone(row: Sequence[Token], i: int, before: Sequence[Mention], language: str) -> Found | None:
    """What such a word at an index means; None where it is another."""
    base = language.split("-")[0]
    verb = VERBS.get(base, {}).get(row[i].folded)
    who = before[-1] if verb and before else None
    if verb is None or who is None or who.token + who.words != i or row[i].apart:
        return None
    if who.concept.kind not in DO or who.sentence != row[i].sentence or (who.concept.kind != CAST and who.count != 1):
        return None
    after = row[i + 1] if i + 1 < len(row) and row[i + 1].sentence == row[i].sentence else None
    free = after is None or after.apart or after.folded in AFTER[base]
    if not free and not (base != "en" and after is not None and after.folded in OBJECTS and verb != "swim"):
        return None
    return Found(entry=Entry(concept=get_concept(verb)))
