"""A person's clothes in a light, on the bones of one stance."""

from __future__ import annotations

from dataclasses import dataclass

from video.engines.papercut.people.outfits import Outfit, get_outfit
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.person import Person
from video.engines.papercut.people.skeleton import Joints


@dataclass(frozen=True, slots=True, kw_only=True)
class Worn:
    """A person's clothes in a light, on the bones of one stance."""

    person: Person
    outfit: Outfit
    joints: Joints
    skin: int
    dress: int
    top: int
    trousers: int
    trim: int
    shoes: int

    def role(self, name: str) -> int:
        """The colour of a role."""
        return {"dress": self.dress, "top": self.top, "trousers": self.trousers, "trim": self.trim, "skin": self.skin}[
            name
        ]

    def feet(self) -> str:
        """What the feet are in."""
        return self.person.feet or self.outfit.feet

    def upper(self) -> int:
        """Colour of the upper garment."""
        return self.role(self.outfit.upper_role)

    def sleeves(self) -> int:
        """Colour of the sleeves."""
        return self.role(self.outfit.sleeve_role or self.outfit.upper_role)


_SHOES = {"shoe": 0x4A3328, "boot": 0x54382A, "sandal": 0x7A5234, "bare": 0x7A5234, "curled": 0x8A5A2C}


def worn_by(pen: Pen, person: Person, joints: Joints) -> Worn:
    """What a person wears, dyed by the light."""
    dye = pen.light.dye
    outfit = get_outfit(person.wears)
    return Worn(
        person=person, outfit=outfit, joints=joints, skin=dye(person.skin, 0.65), dress=dye(person.dress, 0.75),
        top=dye(person.top, 0.75), trousers=dye(person.trousers, 0.75), trim=dye(person.trim, 0.75),
        shoes=dye(_SHOES[person.feet or outfit.feet], 0.8),
    )  # fmt: skip
