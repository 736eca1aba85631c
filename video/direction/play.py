"""How everybody acts, shot by shot: what was told before lasts, or ends with its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from video.concepts.mentions import Mention
from video.direction.acts import told_in
from video.direction.lasting import Told, after, as_animal, outlasting, settled
from video.direction.passing import in_whose_hands, passed
from video.direction.vehicles import vehicle_of, with_vehicle
from video.direction.verbs import INSTRUMENTS, as_music
from video.direction.who import Reading
from video.shotlist import Acting, Doing, Said, Way

SOIL = frozenset(("field", "terraces", "garden", "farm", "orchard", "vineyard", "meadow", "forest", "mine", "road"))
"""Places where a work without a tool that is named is done with a hoe."""


class Play:
    """How everybody acts, line by line: what was told before lasts, or ends with its line."""

    def __init__(
        self, reading: Reading, lines: Sequence[Said], present: tuple[str, ...], places: tuple[str, ...] = ()
    ) -> None:
        self._hearth = "kitchen" in places
        self._soil = bool(SOIL & set(places))
        self._animals = reading.animals
        music = any(m.concept.id in INSTRUMENTS for m in chain(reading.brief, *reading.lines))

        vehicle = vehicle_of((reading.brief, *reading.lines))

        def played(found: Sequence[Mention]) -> Sequence[Mention]:
            found = with_vehicle(found, vehicle)
            return [as_music(m, found) for m in found] if music else found

        self._brief = told_in(played(reading.brief), present)
        self._lines = [
            told_in(played(found), present, line.who) for found, line in zip(reading.lines, lines, strict=True)
        ]
        self._who = [line.who for line in lines]
        self._passed = passed(reading.lines, self._lines)

    def acting(self, name: str, first: int, end: int) -> Acting:
        """What one character does in the shot of some lines."""
        act = Acting(name=name)
        at = ""
        held_since: dict[str, int] = {}
        since = [(-1, told) for told in self._brief]
        since += [(i, told) for i in range(end) for told in self._lines[i]]
        shown = {told.name for told in self._brief if told.doing is not None}
        felt = {told.name for told in self._brief if told.mood is not None} if first == 0 else set[str]()
        for i, told in since:
            if told.name == name:
                brief = told in self._brief
                if not brief and name in shown:  # what the brief shows counts more than what lines tell
                    told = Told(name=name, mood=told.mood, common=told.common)
                if name in self._animals and not told.in_mouth:
                    told = replace(told, holds="")
                if not brief and (name in felt or (told.common and i < first)):
                    told = replace(told, mood=None)
                at = told.at if told.doing else at
                if told.doing is Doing.HOLD and not (told.holds or told.task or told.at or told.deed):
                    told = replace(told, doing=None)  # nobody stands with empty hands before them
                if told.deed is not None and told.deed.way is Way.FLY and name not in self._animals:
                    told = replace(told, deed=None)  # who flies of people is told by `flying`
                held_since[told.holds] = i
                act = after(act, told if brief or i >= first else outlasting(told))
        act = in_whose_hands(act, held_since, self._passed, first, end)
        if act.doing in (Doing.STAND, Doing.SLEEP) and name in self._who[first:end]:  # nobody talks in their sleep
            bed = act.doing is Doing.SLEEP and not act.task and act.deed is not None and act.deed.way is Way.ON
            awake = act.task in ("lie", "prone")
            act = act if awake else replace(act, doing=Doing.SIT if bed else Doing.SPEAK)
        act = settled(act, hearth=self._hearth)
        if act.doing is Doing.WORK and not (act.holds or act.task or at or self._soil):
            act = replace(act, doing=Doing.KNEEL)  # who mends a net has no use for a hoe
        return act if name not in self._animals else as_animal(act)
