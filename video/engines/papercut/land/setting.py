"""A setting as a value: which parts its layers are drawn with, and where in it there is ground, water and air."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A line on which something may stand, float or fly."""

    left: float
    right: float
    """As shares of the frame's width in a setting; in frame units in a view."""
    y: float
    """Height of the line, frame units."""
    zoom: float = 1.0
    """How large things are drawn here, beside those at the stage front."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where what may be. The first stretch of each is the best."""

    ground: tuple[Stretch, ...] = ()
    """For figures, animals and things at the stage front."""
    back: tuple[Stretch, ...] = ()
    """For what stands behind them, smaller."""
    water: tuple[Stretch, ...] = ()
    """The line on which boats float; fish swim 20 to 60 units below it."""
    air: tuple[Stretch, ...] = ()
    """For birds; in settings below the water, for fish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One kind of place. Part names are keys of ``parts.PARTS``."""

    id: str
    sky: tuple[str, ...] = ("sky",)
    far: tuple[str, ...] = ("ranges", "hills")
    middle: tuple[str, ...] = ("slope", "grove")
    ground: tuple[str, ...] = ("soil", "tufts")
    front: tuple[str, ...] = ("corner plants",)
    horizon: float = 560.0
    line: float = 742.0
    """Where the ground's upper edge lies."""
    base: float = 712.0
    """Where what stands behind the stage has its feet."""
    feet: float = 822.0
    says: tuple[int, int, int, int] = (1, 1, 1, 1)
    """Where several settings are asked for at once: whose far, middle, ground and front layers are taken (the highest;
    the first where they are equal)."""
    places: Places = field(default_factory=lambda: Places(ground=(FRONT,), back=(BACK,), air=(AIR,)))
    tint: tuple[tuple[str, int, float], ...] = ()
    """(what of the earth, colour, share): what this setting does to the style's colours."""
    indoors: bool = False
    """True where there is no weather and no sky."""
    closed: bool = False
    """True where the time of day is not seen: cave, under water."""
    also: tuple[str, ...] = ()
    """Ids of all settings of which this one was put together."""
    home: str = ""
    """Id of that one of them whose middle sheet is seen: what is laid out by chance is laid out by it."""
    unseen: tuple[str, ...] = ()
    """Those of them of which nothing is seen."""


FRONT = Stretch(left=0.045, right=0.955, y=822.0)
BACK = Stretch(left=0.03, right=0.97, y=778.0, zoom=0.72)
AIR = Stretch(left=0.08, right=0.92, y=300.0, zoom=0.8)
