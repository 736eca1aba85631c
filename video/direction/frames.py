"""How near each shot of a scene is, whom it is about, and who is in it.

What the rules keep: a scene begins with its place; whoever speaks is seen near; no two pictures of the same people
equally near follow each other, which the eye takes for a jump.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from video.chance import Chance
from video.direction.cuts import Stretch
from video.direction.opening import FEW, opening
from video.direction.who import Reading, names_in
from video.shotlist import Acting, Doing, Mood, Near, Said, ShotPlan

MOST = 6
"""Characters in one picture."""
UPRIGHT = frozenset((Doing.STAND, Doing.SPEAK, Doing.HOLD))
ON_FOUR = UPRIGHT | {Doing.KNEEL, Doing.WORK, Doing.POINT, Doing.SING}
"""What looks alike from afar: of people, of animals."""
VERY_SHORT_S = 5.0
"""A scene as short as this shows who speaks at once: there is no time for the place before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """How one shot is framed."""

    near: Near
    focus: str = ""
    seen: tuple[str, ...] = ()
    about: str = ""
    """Id of the thing or animal of which its first line tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """What framing hangs on."""

    lines: tuple[Said, ...]
    reading: Reading
    present: tuple[str, ...]
    acting: Callable[[str, Stretch], Acting]
    ends: bool
    """Whether the story ends with the scene."""
    chance: Chance
    aboard: frozenset[str] = frozenset()
    """Names of those in a boat, who sit in it whatever they do; an empty one = all."""
    there: frozenset[str] = frozenset()
    """Ids of the things and animals that are there."""


def frame_all(stretches: tuple[Stretch, ...], given: Frames) -> tuple[Framing, ...]:
    """A framing for each stretch, in order."""
    found: list[Framing] = []
    for number, stretch in enumerate(stretches):
        last = number == len(stretches) - 1
        hasty = last and stretch.seconds <= VERY_SHORT_S and bool(talkers(stretch, given.lines, given.present))
        begins = number == 0 and not hasty
        earlier = tuple(zip(found, stretches, strict=False))
        found.append(_framing(stretch, given, earlier, begins=begins, ends=last and given.ends and number > 0))
    return tuple(found)


Earlier = tuple[tuple[Framing, Stretch], ...]
"""The shots of the scene so far, with what is told over each."""


def _framing(stretch: Stretch, given: Frames, earlier: Earlier, *, begins: bool, ends: bool) -> Framing:
    talk = talkers(stretch, given.lines, given.present)
    wide = Framing(near=Near.WIDE, focus=talk[0] if talk else "", seen=_first(talk, given.present)[:MOST])
    if begins:
        return wide
    choices = _spoken(stretch, given, talk, wide) if talk else _narrated(stretch, given, wide, ends=ends)
    last = earlier[-1][0] if earlier else None
    singly = [] if talk or _about_absent(stretch, given) else _singly(given.present, last)
    first = opening(stretch, given)
    fits, any_ = ([c for c in some if last is None or not _same(c, last)] for some in (first.those(choices), choices))
    new, any_new = (
        [c for c in some if (last is None or not _same(c, last)) and not _seen_before(c, stretch, given, earlier)]
        for some in ([*first.those(choices), *first.those(singly)], [*choices, *singly])
    )
    named = [c for c in any_new if set(first.names) <= set(c.seen)]
    return next(iter((*new, *named, *fits, *any_new, *any_)), choices[-1])


def _about_absent(stretch: Stretch, given: Frames) -> bool:
    """Whether a shot's first line tells only of characters who are not there: nobody else is shown alone over it."""
    told = given.reading.lines[stretch.first] if stretch.first < len(given.reading.lines) else ()
    names = names_in(told)
    return bool(names) and not set(names) & set(given.present)


def _alike(name: str, given: Frames) -> frozenset[Doing]:
    """What of one's doing looks the same from afar."""
    if {"", name} & given.aboard:
        return frozenset(Doing)
    return ON_FOUR if name in given.reading.animals else UPRIGHT


def _singly(present: tuple[str, ...], last: Framing | None) -> list[Framing]:
    """Each of those who are there alone, where every other picture was seen already: not as near as the last shot."""
    nears = (Near.CLOSE, Near.MEDIUM) if last is not None and last.near is Near.MEDIUM else (Near.MEDIUM, Near.CLOSE)
    return [Framing(near=near, focus=n, seen=(n,)) for near in nears for n in present[:FEW]]


def _seen_before(one: Framing, stretch: Stretch, given: Frames, earlier: Earlier) -> bool:
    """Whether the scene had a picture like it: the same people, equally near, doing the same."""

    def doing(told: Stretch) -> list[tuple[Doing, str]]:
        acting = [given.acting(name, told) for name in sorted(one.seen)]
        alike = [_alike(name, given) for name in sorted(one.seen)]
        return [(Doing.STAND if a.doing in like else a.doing, a.holds) for a, like in zip(acting, alike, strict=True)]

    return any(_same(one, other) and doing(told) == doing(stretch) for other, told in earlier)


def _spoken(stretch: Stretch, given: Frames, talk: tuple[str, ...], wide: Framing) -> list[Framing]:
    """Ways to show who speaks, the best first."""
    focus = talk[0]
    arms = _embracing(stretch, given, focus)
    both = _first(talk, given.present) if len(given.present) == 2 else _first(talk, arms)
    medium = Framing(near=Near.MEDIUM, focus=focus, seen=both[:FEW])
    close = Framing(near=Near.CLOSE, focus=focus, seen=(focus,))
    if len(talk) > 1:
        return [medium, close, wide] if given.acting(focus, stretch).mood is not Mood.CALM else [medium, wide, close]
    if len(arms) > 1:
        return [medium, wide]
    moved = given.acting(focus, stretch).mood is not Mood.CALM
    return [close, medium] if moved or given.chance.maybe(0.35) else [medium, close]


def _embracing(stretch: Stretch, given: Frames, focus: str) -> tuple[str, ...]:
    """Who embraces with the one whom a shot is about: they are seen together or not at all."""
    arms = tuple(n for n in given.present if given.acting(n, stretch).doing is Doing.EMBRACE)
    return arms if focus in arms else ()


def _arms_around(stretch: Stretch, given: Frames, who: str) -> tuple[str, ...]:
    """The one whom a narrator tells of, with whom they embrace: nobody embraces the air."""
    acting = given.acting(who, stretch)
    if acting.doing is not Doing.EMBRACE:
        return (who,)
    to = acting.deed.to if acting.deed is not None else ""
    others = [n for n in given.present if n != who]
    arms = [n for n in others if n == to or given.acting(n, stretch).doing is Doing.EMBRACE] or others[:1]
    return _first((who,), tuple(arms[:1]))


def _narrated(stretch: Stretch, given: Frames, wide: Framing, *, ends: bool) -> list[Framing]:
    """Ways to show what the narrator tells, the best first."""
    found = (m for line in given.reading.lines[stretch.first : stretch.end] for m in line)
    named = tuple(n for n in names_in(found) if n in given.present)
    if ends:
        return [wide, *_nearer(named or given.present)]
    if len(named) == 1:
        moved = given.acting(named[0], stretch).mood is not Mood.CALM
        one = Framing(near=Near.CLOSE, focus=named[0], seen=named)
        both = _arms_around(stretch, given, named[0])
        if len(both) > 1:
            return [Framing(near=Near.MEDIUM, focus=named[0], seen=both), wide]
        more = Framing(near=Near.MEDIUM, focus=named[0], seen=named)
        return [one, more] if moved else [more, wide, one]
    return [wide, *_nearer(named or given.present)]


def _nearer(who: tuple[str, ...]) -> list[Framing]:
    """The place, or those who are there, from a nearer place."""
    return [Framing(near=Near.MEDIUM, focus=who[0] if len(who) == 1 else "", seen=who[:FEW])]


def crowded_out(present: tuple[str, ...], shots: Iterable[ShotPlan]) -> tuple[str, ...]:
    """Who is there and finds no room in a shot of the whole place, as the painters count."""
    full = [shot for shot in shots if shot.near is Near.WIDE and len(shot.seen) >= MOST]
    return tuple(name for name in present if any(name not in shot.seen[:MOST] for shot in full))


def talkers(stretch: Stretch, lines: tuple[Said, ...], present: tuple[str, ...]) -> tuple[str, ...]:
    """Who of those present speaks in a stretch, whoever says most first."""
    said: dict[str, int] = {}
    for line in lines[stretch.first : stretch.end]:
        if line.who in present:
            said[line.who] = said.get(line.who, 0) + len(line.text)
    return tuple(sorted(said, key=lambda name: -said[name]))


def _first(some: tuple[str, ...], all_: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*some, *all_)))


def _same(a: Framing, b: Framing) -> bool:
    """Whether one after the other would look like a jump: the same people, equally near."""
    return a.near is b.near and set(a.seen) == set(b.seen)
