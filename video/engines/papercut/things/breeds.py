"""The measures of four-legged animals: data for ``animals``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Breed:
    """Measures of an animal in its own units; ``size`` = height of the back as a share of a person's height."""

    size: float
    coat: int
    belly: int
    length: float = 60.0
    thick: float = 24.0
    leg: float = 24.0
    leg_width: float = 7.0
    neck: tuple[float, float] = (14.0, -18.0)
    """From the withers to the head."""
    head: float = 12.0
    snout: float = 12.0
    ear: str = "pointed"
    ear_size: float = 9.0
    tail: str = "thin"
    horns: str = ""
    mane: bool = False
    wool: bool = False
    marks: str = ""


BREEDS: dict[str, Breed] = {
    "fox": Breed(size=0.3, coat=0xD9692B, belly=0xF6E7D2, length=58, thick=21, leg=23, leg_width=6, head=12.5, snout=15,
                 ear_size=13, tail="bush", marks="mask"),
    "wolf": Breed(size=0.4, coat=0x6E7482, belly=0xC9CBD1, length=64, thick=24, leg=29, head=13, snout=15, ear_size=11,
                  tail="bush", marks="mask"),
    "dog": Breed(size=0.32, coat=0xB67F4A, belly=0xEAD4B2, length=54, thick=21, leg=22, neck=(9, -16), head=13,
                 snout=11, ear="flop", ear_size=13, tail="up"),
    "cat": Breed(size=0.24, coat=0x5B5563, belly=0xE8E2DC, length=52, thick=19, leg=19, leg_width=5.5, neck=(7, -13),
                 head=13, snout=4, ear_size=10, tail="curl"),
    "goat": Breed(size=0.4, coat=0xEEE6D6, belly=0xD8CBB3, length=58, thick=25, leg=26, neck=(11, -21), head=10.5,
                  snout=14, ear="side", ear_size=10, tail="short", horns="back", marks="beard"),
    "sheep": Breed(size=0.37, coat=0xF3ECDD, belly=0xE2D8C4, length=60, thick=31, leg=17, leg_width=5.5, neck=(8, -9),
                   head=10.5, snout=11, ear="side", ear_size=9, tail="short", wool=True, marks="dark face"),
    "cow": Breed(size=0.58, coat=0xF0E4D2, belly=0xE6D3BE, length=82, thick=36, leg=27, leg_width=9, neck=(16, -10),
                 head=14, snout=17, ear="side", ear_size=11, tail="tuft", horns="up", marks="patches"),
    "donkey": Breed(size=0.52, coat=0x8A8492, belly=0xD7D2D2, length=64, thick=27, leg=29, leg_width=7, neck=(15, -24),
                    head=12, snout=18, ear="long", ear_size=19, tail="tuft", mane=True, marks="muzzle"),
    "horse": Breed(size=0.62, coat=0x8E5533, belly=0x7B482B, length=70, thick=29, leg=35, leg_width=7.5, neck=(20, -31),
                   head=12.5, snout=19, ear_size=9, tail="long", mane=True),
    "hare": Breed(size=0.2, coat=0xB0906B, belly=0xEFE2CC, length=40, thick=25, leg=12, leg_width=7, neck=(6, -12),
                  head=12, snout=6, ear="long", ear_size=24, tail="puff"),
    "bear": Breed(size=0.55, coat=0x6B4630, belly=0x8A6344, length=76, thick=42, leg=24, leg_width=13, neck=(13, -9),
                  head=17, snout=13, ear="round", ear_size=8, tail="short"),
    "lion": Breed(size=0.48, coat=0xD6A04C, belly=0xEBCB8C, length=70, thick=28, leg=27, leg_width=9, neck=(13, -14),
                  head=14, snout=11, ear="round", ear_size=7, tail="tuft", marks="ruff"),
    "mouse": Breed(size=0.11, coat=0x8F8794, belly=0xD9D2D6, length=46, thick=27, leg=9, leg_width=5.5, neck=(9, -3),
                   head=12.5, snout=12, ear="round", ear_size=12, tail="thin"),
    "pig": Breed(size=0.34, coat=0xE6A49A, belly=0xF0BFB2, length=66, thick=36, leg=15, leg_width=8.5, neck=(13, -4),
                 head=15, snout=12, ear="flop", ear_size=10, tail="short"),
    "deer": Breed(size=0.5, coat=0xA9683A, belly=0xE8D2B0, length=60, thick=23, leg=34, leg_width=5.5, neck=(15, -29),
                  head=10.5, snout=13, ear="side", ear_size=11, tail="short", horns="antlers"),
    "elephant": Breed(size=0.72, coat=0x7F8794, belly=0x949CA8, length=82, thick=48, leg=28, leg_width=15,
                      neck=(15, -9), head=20, snout=6, ear="fan", ear_size=24, tail="thin", marks="trunk"),
    "camel": Breed(size=0.68, coat=0xC79A5E, belly=0xB98B50, length=68, thick=27, leg=37, leg_width=7.5, neck=(24, -24),
                   head=11, snout=15, ear="round", ear_size=6, tail="tuft", marks="hump"),
}  # fmt: skip
