"""A scene as the stage is given it, and a shot of it as it is to be drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

from video.concepts.scenery import Mention, Scenery
from video.direct import ShotPlan
from video.direction.handiwork import FRUITS, in_hands
from video.engines.papercut.land.draw import DRAWN
from video.engines.papercut.people.casting import Player, is_there
from video.engines.papercut.people.wardrobe import PLAIN, Dressing
from video.engines.papercut.proportions import Camera
from video.engines.papercut.staging.framing import Framing
from video.engines.papercut.staging.names import called, is_row, together
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.things.catalog import ANIMALS, THINGS
from video.shot import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that a picture hangs on."""

    scenery: Scenery
    players: tuple[Player, ...]
    frame: Frame
    seed: int
    shot: ShotPlan = field(default_factory=ShotPlan)
    style: str = ""
    cast: frozenset[str] = frozenset()
    """Names of the story's characters: of them only those are there who are seen in the shot."""
    still: bool = False
    """True where one picture is wanted."""
    dressing: Dressing = PLAIN
    """How those are dressed who are nobody in particular."""
    roped: bool = False
    """True where somebody comes down from the sky by a rope, where there is nothing to stand on."""
    here: frozenset[str] = DRAWN
    """Things that the place has of its own accord."""

    def there(self) -> tuple[Player, ...]:
        """The players who are in the shot."""
        return tuple(p for p in self.players if is_there(p.name, self.shot, self.cast))

    def held(self) -> frozenset[str]:
        """What is in anybody's hands, or goes with what they do."""
        loads = frozenset(acting.deed.load for acting in self.shot.acting if acting.deed is not None)
        return loads | frozenset(i for acting in self.shot.acting for i in in_hands(acting.holds, acting.on))

    def things(self) -> tuple[Mention, ...]:
        """Things that stand on the stage: what land draws is not among them."""
        asked = together(self.scenery.things, self.scenery.animals)
        if "basket" in self.held():  # it is drawn with fruit in it
            asked = tuple(m for m in asked if m.count == 1 or m.concept.id not in FRUITS)
        there = (m for m in asked if m.concept.id not in self.shot.away or m.count != 1)
        named = (called(m) for m in there if m.concept.id not in self.here)
        return tuple(m for m in named if m.concept.id in THINGS)

    def animals(self) -> tuple[Mention, ...]:
        """Animals that are nobody; what somebody holds is not among them."""
        held = self.held() | set(self.shot.away)
        asked = (called(m) for m in self.scenery.animals if m.concept.id not in held and not is_row(m))
        return tuple(m for m in asked if m.concept.id in ANIMALS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """A shot, ready to be drawn."""

    framing: Framing
    pieces: tuple[Piece, ...]
    """From the back to the front."""
    camera: Camera | None
    """What is seen of the place; None = all of it."""
    clear: tuple[tuple[float, float], ...]
    """Stretches of the whole place before which somebody stands."""
    disc: tuple[float, float]
    """Where the sun or the moon stands in the whole place."""
    left_out: tuple[str, ...] = ()
    swell: float | None = None
    """Height in the frame at which the water before a boat or a swimmer begins; None = nobody is in the water's way."""
    built_in: tuple[Piece, ...] = ()
    """What belongs to the place itself, in its units: the fire of a hearth."""
