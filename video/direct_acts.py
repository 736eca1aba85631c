"""What characters do, feel and hold: verbs and moods are given to whoever they stand with in their sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from video.concepts.mentions import Mention
from video.concepts.table import CAST, standing_for
from video.concepts.words import fold
from video.direct_who import ALL, Reading
from video.shotlist import Acting, Doing, Mood, Said

DOINGS = frozenset(Doing)
MOODS = frozenset(Mood)
NEXT = 2
"""Words from one name to the next that still belong together: "Nana and Ina dance"; one more before "the old woman"."""
LASTING = frozenset([Doing.SIT, Doing.KNEEL, Doing.SLEEP, Doing.STAND, Doing.WORK])
"""Who is told to do so does it until something else is told; other doings end with their line."""
ON_OTHERS = frozenset([Doing.EMBRACE, Doing.POINT, Doing.HOLD])
"""What is done to somebody or something: who is named behind it is not the next to do something."""
TOGETHER = frozenset([Doing.WALK, Doing.RUN, Doing.WORK, Doing.DANCE, Doing.SING])
"""What all who are there do where a sentence names nobody: "that night everybody sang"."""
THINGS = ("thing", "weather", "sky", "place")
_HANDY = """
basket bread fruit apple banana orange pot cup bowl plate bottle spoon knife axe hoe spade sickle hammer saw
spear bow arrow sword shield rope bucket broom comb mirror ring necklace crown key lock box bag sack coin gold
jewel mask doll ball kite flag umbrella hat shoes stick book letter pen paper map picture phone radio camera
bell drum flute guitar violin trumpet harp rattle lamp candle lantern torch spindle thread needle cloth wool
scissors net hook oar flower rose sunflower tulip leaf seed egg rice wheat maize milk honey stone feather
shell gift heart baby fish bird chick soap balloon_toy top
"""
HANDY = frozenset(_HANDY.split())
"""Ids of the concepts that fit into hands."""
IN_HAND = {"read": "book", "write": "pen", "drink": "cup", "eat": "bread"}
"""What a doing has in hand, where nothing is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something that is said of a character."""

    name: str
    doing: Doing | None = None
    mood: Mood | None = None
    holds: str = ""


def told_in(found: Sequence[Mention], present: tuple[str, ...] = (), speaker: str = "") -> tuple[Told, ...]:
    """What a text says of characters.

    Args:
        present: who is there: what a sentence says of nobody by name is said of them, as far as all can do it.
        speaker: who says it, or empty for the narrator: they tell moods of their own, and nobody's doings.
    """
    out: list[Told] = []
    before: tuple[str, ...] = ()
    for _, group in groupby(found, key=lambda m: m.sentence):
        sentence = [m for m in group if not m.absent]
        if speaker:
            named = any(m.concept.kind == CAST for m in sentence)
            out += (Told(name=speaker, mood=mood) for m in sentence if not named and (mood := _mood(m)))
            continue
        new = _in_sentence(sentence, before or present, present)
        out += new
        before = tuple(dict.fromkeys(told.name for told in new)) or tuple(
            dict.fromkeys(m.concept.id for m in sentence if m.concept.kind == CAST)
        )
    return tuple(out)


def _in_sentence(sentence: Sequence[Mention], others: tuple[str, ...], present: tuple[str, ...]) -> tuple[Told, ...]:
    """Each verb and mood with those named first since the one before; with the next named where nobody was."""
    out: list[Told] = []
    who: list[str] = []
    fresh, behind, last = True, False, -99
    waiting: list[Mention] = []
    for i, m in enumerate(sentence):
        previous = sentence[i - 1] if i else None
        if m.concept.kind == ALL:
            who, fresh = [*present], False
        elif m.concept.kind == CAST:
            if fresh:
                who, fresh = [m.concept.id], False
            elif m.token - last <= (NEXT if fold(m.word) == fold(m.concept.id) else NEXT + 1) and not waiting:
                who.append(m.concept.id)
            last = m.token + m.words - 1
            for verb in [w for w in waiting if m.token - w.token <= NEXT]:
                out += _told(verb, [m.concept.id], sentence)
                waiting.remove(verb)
                behind = True
        elif m.concept.kind in ("person", "animal"):
            if fresh:
                who, fresh = [], False  # what follows is said of somebody who is no character
        elif doing := _doing(m):
            following = sentence[i + 1] if i + 1 < len(sentence) else None
            near = following is not None and following.concept.kind == CAST and following.token - m.token <= NEXT
            if (fresh and not who and (near or not _acts(previous, m))) or (behind and near):
                waiting.append(m)
                continue
            whom = [following.concept.id] if doing is Doing.EMBRACE and near and following is not None else []
            out += _told(m, [*who, *whom], sentence)
            fresh = doing not in ON_OTHERS
        elif _mood(m):
            if fresh and not who:
                waiting.append(m)
            else:
                out += _told(m, who, sentence)
    unsaid: list[Told] = []
    for verb in waiting:
        if len(others) == 1 or _doing(verb) in TOGETHER:
            unsaid += _told(verb, others, sentence)
        elif _doing(verb) is Doing.EMBRACE:
            unsaid += _told(verb, others[:2], sentence)
    return (*unsaid, *out)  # what is said of somebody by name comes after, and so counts


def _acts(before: Mention | None, verb: Mention) -> bool:
    """Whether what stands right before a verb does it: "the wind went"."""
    return before is not None and before.concept.kind in THINGS and verb.token - before.token - before.words < 1


def _told(m: Mention, who: Iterable[str], sentence: Sequence[Mention]) -> Iterator[Told]:
    doing = _doing(m)
    holds = ""
    if doing is Doing.HOLD or m.concept.id in IN_HAND:
        things = [t for t in sentence if t.concept.id in HANDY and t.count == 1]
        things.sort(key=lambda t: (t.token < m.token, abs(t.token - m.token)))
        holds = things[0].concept.id if things else IN_HAND.get(m.concept.id, "")
    for name in dict.fromkeys(who):
        yield Told(name=name, doing=doing, mood=_mood(m), holds=holds)


def _doing(m: Mention) -> Doing | None:
    """The pose of a verb; who looks or listens may sit as well as stand."""
    found = standing_for(m.concept.id, DOINGS) if m.concept.kind == "doing" else None
    return None if found is None or (found == Doing.STAND and m.concept.id != found) else Doing(found)


def _mood(m: Mention) -> Mood | None:
    found = standing_for(m.concept.id, MOODS) if m.concept.kind == "mood" else None
    return Mood(found) if found else None


class Play:
    """How everybody acts, line by line: what was told before lasts, or ends with its line."""

    def __init__(self, reading: Reading, lines: Sequence[Said], present: tuple[str, ...]) -> None:
        self._brief = told_in(reading.brief, present)
        self._lines = [told_in(found, present, line.who) for found, line in zip(reading.lines, lines, strict=True)]
        self._who = [line.who for line in lines]

    def acting(self, name: str, first: int, end: int) -> Acting:
        """What one character does in the shot of some lines."""
        act = Acting(name=name)
        for told in self._brief:
            act = after(act, told) if told.name == name else act
        for i in range(end):
            for told in self._lines[i]:
                if told.name == name and (i >= first or told.doing is None or told.doing in LASTING or told.holds):
                    act = after(act, told)
        if act.doing is Doing.STAND and name in self._who[first:end]:
            act = replace(act, doing=Doing.SPEAK)
        return act


def after(act: Acting, told: Told) -> Acting:
    """Who sits or walks goes on with it while holding something."""
    doing = act.doing if told.doing is None or (told.doing is Doing.HOLD and told.holds) else told.doing
    doing = Doing.HOLD if doing is Doing.STAND and told.holds else doing
    holds = told.holds or act.holds
    return Acting(name=act.name, doing=doing, mood=told.mood or act.mood, holds=holds)
