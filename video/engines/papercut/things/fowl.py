"""The measures of birds: data for ``birds``."""

from __future__ import annotations

from dataclasses import dataclass, replace

Colour = int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fowl:
    """Measures of a bird in its own units, about 40 long; ``size`` = its height standing, as a share of a person's."""

    size: float
    coat: Colour
    breast: Colour
    wing: Colour
    hood: Colour | None = None
    """Colour of head and neck, where it is another."""
    body: tuple[float, float] = (17.0, 10.5)
    tilt: float = 18.0
    """Degrees by which the breast is higher than the tail."""
    neck: tuple[float, float] = (14.0, -13.0)
    """From the middle of the body to the head."""
    neck_width: float = 9.0
    head: float = 6.8
    beak: str = "cone"
    """``cone``, ``hook``, ``flat``, ``long``, ``thin``, ``great``, ``bent``, ``pouch`` or ``curved``."""
    beak_size: float = 7.0
    beak_colour: Colour = 0xE6A23A
    leg: float = 8.0
    leg_colour: Colour = 0xD98E32
    web: bool = False
    tail: str = "wedge"
    """``wedge``, ``short``, ``fork``, ``fan``, ``cock``, ``long``, ``peacock`` or ``plume``."""
    tail_size: float = 15.0
    tail_colour: Colour | None = None
    crest: str = ""
    """``comb``, ``little comb``, ``tuft``, ``fan``, ``casque``, ``crown``, ``wattle``, ``bald`` or ``cheek``."""
    crest_colour: Colour = 0xCB3B2E
    wings: float = 34.0
    """Span of one wing in flight."""
    broad: float = 1.0
    beats: int = 1
    marks: tuple[str, ...] = ()
    speck: Colour | None = None
    """Colour of speckles and bars, where it is said."""
    medium: str = "land"
    """Where it is as a rule: ``land``, ``air``, ``tree`` or ``water``."""
    trails: bool = False
    """True where its legs are seen behind it as it flies."""


_HEN = Fowl(
    size=0.24,
    coat=0xBE7040,
    breast=0xCE8650,
    wing=0xA65C32,
    body=(18, 13),
    tilt=14,
    neck=(14, -17),
    neck_width=12,
    head=6.6,
    beak_size=6,
    tail="fan",
    tail_size=14,
    crest="comb",
    leg=9,
    wings=26,
)
_DUCK = Fowl(
    size=0.22,
    coat=0xF4EFE2,
    breast=0xFBF8EF,
    wing=0xE3DAC6,
    body=(20, 11.5),
    tilt=8,
    neck=(17, -17),
    neck_width=9.5,
    head=7.4,
    beak="flat",
    beak_size=10,
    beak_colour=0xE88E30,
    tail="short",
    tail_size=8,
    leg=6,
    web=True,
    wings=34,
    medium="land",
)
_EAGLE = Fowl(
    size=0.34,
    coat=0x6A4630,
    breast=0x7A543A,
    wing=0x563826,
    hood=0xF2EADB,
    body=(18, 11.5),
    tilt=38,
    neck=(12, -16),
    neck_width=11,
    head=7.4,
    beak="hook",
    beak_size=9,
    tail="fan",
    tail_size=16,
    tail_colour=0xF2EADB,
    leg=8,
    wings=48,
    broad=1.15,
    medium="air",
    marks=("fingers",),
)
_HERON = Fowl(
    size=0.52,
    coat=0x9DB0BE,
    breast=0xE8ECEC,
    wing=0x7E94A6,
    hood=0xF0F0EA,
    body=(17, 9),
    tilt=26,
    neck=(17, -29),
    neck_width=5,
    head=5,
    beak="long",
    beak_size=17,
    tail="short",
    tail_size=9,
    crest="plume",
    crest_colour=0x2F3A48,
    leg=28,
    leg_colour=0xB89A5C,
    wings=44,
    trails=True,
    marks=("bent neck",),
)
_SMALL = Fowl(
    size=0.13,
    coat=0x5C8FB5,
    breast=0xF0C08A,
    wing=0x44749A,
    body=(15, 10.5),
    tilt=20,
    neck=(11, -10),
    neck_width=12,
    head=7.6,
    beak_size=6,
    tail_size=15,
    leg=6.5,
    leg_colour=0x8A6A4A,
    wings=30,
    medium="air",
)
_PARROT = Fowl(
    size=0.22,
    coat=0x3E9B56,
    breast=0x6DBB5A,
    wing=0x2F7FA8,
    hood=0xD8463A,
    body=(15, 10),
    tilt=52,
    neck=(9, -16),
    neck_width=12,
    head=8.4,
    beak="bent",
    beak_size=8,
    beak_colour=0x4A4248,
    tail="long",
    tail_size=30,
    tail_colour=0xC93B36,
    leg=5,
    leg_colour=0x6A6066,
    wings=36,
    medium="tree",
)

FOWLS: dict[str, Fowl] = {
    "bird": _SMALL,
    "sparrow": replace(_SMALL, coat=0x9A6D48, breast=0xE8D9C0, wing=0x7C5334, hood=0x8A5A3A, size=0.12),
    "robin": replace(_SMALL, coat=0x7D7A66, breast=0xDF6F3A, wing=0x666450, size=0.12),
    "dove": replace(_SMALL, coat=0xF6F2EA, breast=0xFFFFFF, wing=0xE2DCD2, size=0.17, head=6.2, neck=(12, -11),
        tail="fan", tail_size=16,
                    wings=36, leg_colour=0xC9705A, beak="thin", beak_size=5.5),
    "swallow": replace(_SMALL, coat=0x33415E, breast=0xF4E6D0, wing=0x28344E, hood=0x33415E, tail="fork",
        tail_size=24, wings=40,
                       broad=0.62, beak_size=4, size=0.12, marks=("throat",)),
    "crow": replace(_SMALL, coat=0x36343E, breast=0x403E48, wing=0x2A2832, body=(18, 10), size=0.2, beak="thin",
        beak_size=10,
                    beak_colour=0x4C4A50, leg_colour=0x3A383E, wings=40, tail_size=16, marks=("fingers",),
                    medium="tree"),
    "gull": replace(_SMALL, coat=0xF6F4EE, breast=0xFFFFFF, wing=0xA9B4BE, size=0.2, body=(18, 9.5), head=6.6,
        beak="hook",
                       beak_size=8, wings=48, broad=0.72, tail="fan", tail_size=12, web=True, leg_colour=0xE0A03C),
    "woodpecker": replace(_SMALL, coat=0x2F2C34, breast=0xF2EBDD, wing=0x2A2830, hood=0xD0392F, tilt=58, neck=(8,
        -15), beak="thin",
                          beak_size=12, beak_colour=0x6A655E, size=0.16, crest="tuft", crest_colour=0xD0392F,
                          medium="tree"),
    "hummingbird": replace(_SMALL, coat=0x2E9B78, breast=0xF0EFE2, wing=0x4A7FA0, hood=0x8E3F8C, size=0.1, body=(13,
        7.5), head=5.8,
                           neck=(11, -8), beak="thin", beak_size=19, beak_colour=0x3A363C, tail="fork",
                           tail_size=12, wings=26,
                           broad=0.7, beats=2, leg=2, tilt=30),
    "hen": _HEN,
    "rooster": replace(_HEN, size=0.28, coat=0xB4442C, breast=0x7F2E26, wing=0xD9852F, hood=0xE0953A, body=(18, 13),
        tilt=26,
                       neck=(14, -22), tail="cock", tail_size=25, tail_colour=0x24504A, leg=12, crest="big comb"),
    "chick": replace(_HEN, size=0.08, coat=0xF6D05A, breast=0xFADF86, wing=0xEBBB40, body=(12, 11), neck=(5, -12),
        neck_width=13,
                     head=8.6, beak_size=5, tail="short", tail_size=5, crest="", leg=6, wings=14),
    "turkey": replace(_HEN, size=0.36, coat=0x5E4238, breast=0x70503F, wing=0x4C352E, hood=0x7FA3B5, body=(20, 16),
        neck=(18, -20),
                      neck_width=7, head=5.6, tail="great fan", tail_size=27, tail_colour=0x8A5A3C, crest="wattle",
                      leg=10),
    "duck": _DUCK,
    "mallard": replace(_DUCK, coat=0xA89A88, breast=0x7A4E38, wing=0x8D8272, hood=0x2E7A56, beak_colour=0xE5B83C),
    "goose": replace(_DUCK, size=0.34, body=(21, 12.5), neck=(19, -30), neck_width=7.5, head=6.6, leg=8,
        beak_size=9, wings=42),
    "swan": replace(_DUCK, size=0.4, coat=0xFBF9F3, body=(24, 13), neck=(20, -35), neck_width=6.6, head=6.2,
        beak_colour=0xE2672E,
                    wing=0xECE6DA, leg=6, wings=50, medium="water", marks=("bent neck",), leg_colour=0x4A4448),
    "eagle": _EAGLE,
    "hawk": replace(_EAGLE, size=0.27, coat=0x8E6442, breast=0xE8D2AE, wing=0x744E34, hood=0x8E6442,
        tail_colour=0xB0704A, wings=42),
    "condor": replace(_EAGLE, size=0.4, coat=0x2E2C34, breast=0x33313A, wing=0x25232B, hood=0xD9A08E, wings=58,
        broad=1.3, tilt=34,
                      tail_colour=0x2E2C34, crest="collar", crest_colour=0xF4F0E8, head=6.2, beak_colour=0xEADFC8,
                      marks=("fingers", "white wing")),
    "vulture": replace(_EAGLE, size=0.34, coat=0x5A4A42, breast=0x6A584E, wing=0x483A34, hood=0xD99A92,
        tail_colour=0x483A34, head=6,
                       neck_width=6, crest="collar", crest_colour=0xDACDBB, beak_colour=0x8A8078),
    "parrot": _PARROT,
    "macaw": replace(_PARROT, size=0.26, coat=0xD6402F, breast=0xDE5040, wing=0xE8B32E, hood=0xD6402F,
        tail_colour=0x2C6FB0,
                     tail_size=36, crest="cheek", crest_colour=0xF8F1E4),
    "toucan": replace(_PARROT, size=0.24, coat=0x2D2B33, breast=0xFBF1D6, wing=0x25232B, hood=0x2D2B33,
        beak="great", beak_size=21,
                      beak_colour=0xF0922E, tail="long", tail_size=18, tail_colour=0x2D2B33, crest="cheek",
                      crest_colour=0xFBF1D6),
    "heron": _HERON,
    "stork": replace(_HERON, coat=0xF6F2EA, breast=0xFFFFFF, wing=0x37343C, hood=0xF6F2EA, beak_colour=0xD9503A,
        leg_colour=0xD9503A,
                     crest="", marks=(), neck=(16, -27), neck_width=6.5, beak_size=18),
    "crane": replace(_HERON, coat=0xE9E7E0, breast=0xF4F2EC, wing=0xC9CBCC, hood=0x3E4048, crest="crown dot",
        marks=(), beak_size=13,
                     tail="plume", tail_colour=0x4A4C54, leg_colour=0x4A4A50, leg=30),
    "flamingo": replace(_HERON, coat=0xF29BA0, breast=0xF8B8B8, wing=0xE87E8C, hood=0xF5A6A8, beak="bent", beak_size=9,
                        beak_colour=0x4A3F46, leg_colour=0xE07C86, leg=33, neck=(15, -33), neck_width=4.6, crest="",
                        body=(16, 10)),
    "ostrich": Fowl(size=0.95, coat=0x3A363C, breast=0x48434A, wing=0xF2ECE0, hood=0xD9B49C, body=(19, 15), tilt=8,
        neck=(17, -39),
                    neck_width=5, head=5, beak="flat", beak_size=6.5, tail="plume", tail_size=14,
                    tail_colour=0xF2ECE0, leg=32,
                    leg_colour=0xD9B49C, wings=24),
    "peacock": Fowl(size=0.36, coat=0x2A6FA5, breast=0x2F7DB4, wing=0xA48A62, hood=0x245F97, body=(17, 11), tilt=24,
        neck=(13, -25),
                    neck_width=6.5, head=5.6, beak_size=6, tail="peacock", tail_size=46, tail_colour=0x2F8C6A,
                    crest="crown",
                    crest_colour=0x2A6FA5, leg=11, leg_colour=0x8A7A66, wings=28),
}  # fmt: skip
