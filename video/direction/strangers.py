"""What people do who are none of the characters: "Women cook rice", "the fishermen wait on the sand".

They are read by the same rules as the characters: in the reading each kind of them has a name while it is told who
does what. So what is said of them is done by no character, and a character may do something with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from video.concepts.mentions import Mention
from video.concepts.table import CAST, Concept
from video.concepts.words import fold
from video.direction.play import Play
from video.direction.who import Reading
from video.shotlist import Acting, Deed, Doing, Said, Way

MARK = "~"
"""Before a concept's id it is the name of those people while they are read; no character's name begins with it."""
BY_THEMSELVES = frozenset((Way.UP, Way.PLAY, Way.CLIMB, Way.PUSH, Way.PULL, Way.ON))
"""What they do with things; what they would do with somebody is left out."""


def strangers_acting(
    named: Reading, lines: Sequence[Said], people: Iterable[Mention], present: tuple[str, ...] = ()
) -> Callable[[int, int], tuple[Acting, ...]]:
    """For the shot of some lines (first, behind the last) what each kind of people does, named by its concept's id.

    Args:
        named: the reading, with their names. people: who is to be seen besides the characters.
        present: the characters who are there.
    """
    words = {m.concept.id: m.word for m in people}
    ids = tuple(words)
    if not ids:
        return lambda _first, _end: ()
    play = Play(named, lines, (*present, *(MARK + i for i in ids)))

    def acting(first: int, end: int) -> tuple[Acting, ...]:
        acts = (play.acting(MARK + i, first, end) for i in ids)
        return tuple(_alone(replace(act, name=i), words[i]) for i, act in zip(ids, acts, strict=True))

    return acting


def with_names(reading: Reading, people: Iterable[Mention]) -> Reading:
    """The reading with a name for each kind of people."""
    ids = tuple(m.concept.id for m in people)
    if not ids:
        return reading
    return replace(
        reading, brief=_named(reading.brief, ids), lines=tuple(_named(found, ids) for found in reading.lines)
    )


def _named(found: tuple[Mention, ...], ids: tuple[str, ...]) -> tuple[Mention, ...]:
    return tuple(_of_name(found, ids))


def _of_name(found: Iterable[Mention], ids: tuple[str, ...]) -> Iterator[Mention]:
    for m in found:
        if m.concept.kind == "person" and m.concept.id in ids and not m.absent:
            yield replace(m, concept=Concept(id=MARK + m.concept.id, kind=CAST))
        else:
            yield m


def without_mark(act: Acting) -> Acting:
    """What a character does, with a kind of people by its concept's id where it is done with them."""
    if act.deed is None or not act.deed.to.startswith(MARK):
        return act
    return replace(act, deed=replace(act.deed, to=act.deed.to.removeprefix(MARK)))


INSTRUMENTS = {"drum": ("drum", "tamb"), "flute": ("flaut", "flut", "piper"), "violin": ("fiddl", "violin")}
"""What musicians play by whose name it is told, with what these words begin with; others play the guitar."""


def _alone(act: Acting, word: str) -> Acting:
    act = replace(act, deed=act.deed if _keeps(act.deed) else None)
    if act.name != "musician" or act.holds or act.deed is not None:
        return act
    named = (kind for kind, begins in INSTRUMENTS.items() if fold(word).startswith(begins))
    played = next(named, "guitar")
    return replace(act, doing=Doing.WORK, holds=played, task="play_music", on=played)


def _keeps(deed: Deed | None) -> bool:
    return deed is not None and deed.way in BY_THEMSELVES and not deed.to.startswith(MARK) and ":" not in deed.to
