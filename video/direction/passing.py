"""What passes from hand to hand in a scene: who holds something keeps it until it is given, taken or put down.

Words of putting down get a mention of the kind ``relation`` with the id ``down``, right before the thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from video.concepts.mentions import Mention
from video.concepts.tokens import Token
from video.direction.lasting import Told
from video.direction.relations import is_relation, relation_at
from video.shotlist import Acting, Doing, Way

_DOWN = {
    "en": "put puts putting laid lays lay set sets dropped drops threw throws",
    "es": "dejo deja dejaba solto suelta puso pone poso posa apoyo apoya tiro tira colgo cuelga",
    "fr": "posa pose posait deposa depose lacha lache laissa laisse jeta jette reposa repose mit met",
    "pt": "pousou pousa largou larga deixou deixa pos poe soltou solta atirou atira",
    "ca": "deixa deixar posa poso deixava",
}
DOWN = {language: frozenset(words.split()) for language, words in _DOWN.items()}
"""Verbs of putting down. Source: school dictionaries of each language."""
IT = frozenset(("it", "them", "la", "lo", "las", "los", "l", "le", "o", "a"))
REACH = 4
"""Words from the verb to the thing."""
TAKES = frozenset(("take", "catch", "pick", "hold", "carry", ""))
"""Handiwork by which somebody comes to hold something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Something that leaves a hand with a line."""

    line: int
    what: str
    to: str = ""
    """Who has it then; empty = nobody."""
    given: bool = False
    """Whether who had it is seen with it to the end of the line."""


def put_down(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """A mention at every thing that is put down in a text."""
    verbs = DOWN.get(language.split("-")[0], frozenset())
    things = [m for m in found if m.concept.kind == "thing" and not m.absent]
    for i, token in enumerate(row):
        if token.folded not in verbs or (i + 1 < len(row) and row[i + 1].folded == "on"):
            continue  # "put on a hat"
        behind = row[i + 1].folded if i + 1 < len(row) and row[i + 1].sentence == token.sentence else ""
        front = row[i - 1].folded if i and row[i - 1].sentence == token.sentence else ""
        thing = next((m for m in things if 0 < m.token - i <= REACH and m.sentence == token.sentence), None)
        english = language.startswith("en")
        if (english and behind in ("it", "them")) or (not english and front in IT):
            thing = next((m for m in reversed(things) if m.token < i and m.sentence == token.sentence), None)
        if thing is not None:
            yield relation_at(f"down:{thing.concept.id}", i, row)


def passed(lines: Sequence[Sequence[Mention]], told: Sequence[Sequence[Told]]) -> tuple[Passed, ...]:
    """What passes from hand to hand, line by line; things of which there are several do not."""
    several = {m.concept.id for found in lines for m in found if m.concept.kind == "thing" and m.count != 1}
    out: list[Passed] = []
    for i, (found, acts) in enumerate(zip(lines, told, strict=True)):
        for m in found:
            if is_relation(m) and m.concept.id.startswith("down:"):
                out.append(Passed(line=i, what=m.concept.id.removeprefix("down:"), given=True))
        for act in acts:
            if not act.holds or act.holds in several:
                continue
            if act.deed is not None and act.deed.way is Way.GIVE and act.deed.to:
                out.append(Passed(line=i, what=act.holds, to=act.deed.to, given=True))
            elif act.task in TAKES:
                out.append(Passed(line=i, what=act.holds, to=act.name))
    return tuple(out)


def in_whose_hands(act: Acting, since: Mapping[str, int], passes: Sequence[Passed], first: int, end: int) -> Acting:
    """How somebody acts in the shot of some lines, with what was passed to them and without what was passed on.

    ``since``: by id of a thing the line with which they held it, -1 = from the beginning.
    """
    had = since.get(act.holds, -1)
    for one in passes:
        if one.line >= (first if one.given else end):
            continue
        if one.to == act.name and one.given and not act.holds and act.doing not in (Doing.SLEEP, Doing.EMBRACE):
            doing = Doing.HOLD if act.doing in (Doing.STAND, Doing.SPEAK) else act.doing
            act, had = replace(act, holds=one.what, doing=doing), one.line
        elif one.to != act.name and one.what == act.holds and had <= one.line:
            doing = Doing.STAND if act.doing in (Doing.HOLD, Doing.WORK) else act.doing
            deed = None if act.deed is not None and act.deed.way is Way.GIVE else act.deed
            act = replace(act, holds="", doing=doing, task="", on="", deed=deed)
    return act
