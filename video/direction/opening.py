"""Whom and what the line names with which a shot begins: they are in its picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from video.concepts.mentions import Mention
from video.concepts.table import CAST
from video.direction.cuts import Stretch
from video.direction.handiwork import in_hands
from video.shotlist import Acting, Near

if TYPE_CHECKING:
    from video.direction.frames import Frames, Framing

FEW = 3
"""Characters in a picture from the knees up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the first line of a shot is about."""

    names: tuple[str, ...] = ()
    """Characters who are there."""
    about: str = ""
    """Id of the thing or animal of which it tells first, where nobody has it in hand."""
    beside: tuple[str, ...] = ()
    """Who is seen with it: all who are there, where they are few."""

    def those(self, choices: Iterable[Framing]) -> list[Framing]:
        """Of some framings those that have room for all of them, with all of them in it."""
        return [self._with_all(c) for c in choices if self._has_room(c)]

    def _has_room(self, framing: Framing) -> bool:
        seen = {*framing.seen, *self.names}
        most = {Near.CLOSE: 1 if not self.about else 0, Near.MEDIUM: FEW}.get(framing.near, len(seen))
        return len(seen) <= most

    def _with_all(self, framing: Framing) -> Framing:
        more = () if framing.near is Near.WIDE else (*self.names, *self.beside)
        seen = tuple(dict.fromkeys((*framing.seen, *more)))
        return replace(framing, seen=seen, about=self.about)


def opening(stretch: Stretch, given: Frames) -> Opening:
    """What a shot's first line is about, where the narrator tells it."""
    if stretch.first >= len(given.lines) or given.lines[stretch.first].who:
        return Opening()
    found = [m for m in given.reading.lines[stretch.first] if not m.absent]
    names = dict.fromkeys(m.concept.id for m in found if m.concept.kind == CAST and m.concept.id in given.present)
    first = next((m for m in found if m.concept.kind in (CAST, "person", "animal", "thing")), None)
    if first is None or first.concept.id not in given.there or first.concept.kind == CAST:
        return Opening(names=tuple(names))
    holder = _holder(first, given.present, lambda name: given.acting(name, stretch))
    if holder:
        return Opening(names=tuple(dict.fromkeys((*names, holder))))
    beside = given.present if len(given.present) <= FEW else ()
    return Opening(names=tuple(names), about=first.concept.id, beside=beside)


def _holder(thing: Mention, present: Sequence[str], acting: Callable[[str], Acting]) -> str:
    """Who has it in hand, or rides, pushes or sits on it; empty where nobody."""

    def has(act: Acting) -> bool:
        used = act.deed.to if act.deed is not None else ""
        return thing.concept.id in in_hands(act.holds, act.on, act.task) | {used}

    return next((name for name in present if has(acting(name))), "")
