"""The measures of four-legged animals: the type, and all of them together."""

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
    slope: float = 0.0
    """How much lower the croup is than the withers."""
    tuck: float = 2.0
    """How far the belly is drawn up before the hind legs."""
    neck: tuple[float, float] = (14.0, -18.0)
    """From the withers to the head."""
    neck_width: float = 14.0
    head: float = 12.0
    """Radius of the skull."""
    snout: float = 12.0
    muzzle: float = 0.6
    """Depth of the nose as a share of the skull's radius."""
    nod: float = 12.0
    """Degrees by which the nose hangs."""
    eye: float = 1.0
    ear: str = "pointed"
    """``pointed``, ``round``, ``long``, ``flop``, ``side``, ``leaf``, ``fan`` or empty."""
    ear_size: float = 9.0
    tail: str = "thin"
    """``bush``, ``up``, ``curl``, ``tuft``, ``long``, ``short``, ``puff``, ``cat``, ``thin``, ``plume``, ``flat``,
    ``thick``, ``pig`` or empty.
    """
    horns: str = ""
    mane: int | None = None
    marks: tuple[str, ...] = ()
    """What else is cut for it: see ``coats`` and ``heads``."""
    mark: int = 0x4A3A34
    """Colour of its marks."""
    foot: str = "hoof"
    """``hoof``, ``paw`` or ``pad``."""
    socks: int | None = None
    """Colour of its feet, where it is another."""
