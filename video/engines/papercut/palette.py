"""Colours: one harmonious set for each time of day, and the small arithmetic of mixing them.

A colour is ``0xRRGGBB``. Every sheet of a scene takes its colour from the scene's ``Light``; things with a
colour of their own (clothes, houses) are dyed by it, so that all stands in the same light.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from video.engines.papercut.styles import Earth, Style

WHITE = 0xFFFFFF


def mix(first: int, second: int, share: float) -> int:
    """``share`` of the second colour in the first, channel by channel; share in 0..1."""
    out = 0
    for shift in (16, 8, 0):
        a, b = (first >> shift) & 255, (second >> shift) & 255
        out |= round(a + (b - a) * share) << shift
    return out


def multiply(first: int, second: int) -> int:
    """The first colour seen through the second, as through coloured glass."""
    out = 0
    for shift in (16, 8, 0):
        out |= round(((first >> shift) & 255) * ((second >> shift) & 255) / 255) << shift
    return out


def lighter(colour: int, share: float) -> int:
    """The colour with a share of warm white."""
    return mix(colour, 0xFFF8E8, share)


def darker(colour: int, share: float) -> int:
    """The colour with a share of deep blue-black, which keeps it alive where grey would not."""
    return mix(colour, 0x101828, share)


def argb(colour: int, alpha: float = 1.0) -> int:
    """``0xAARRGGBB`` as the drawing library takes it; alpha in 0..1."""
    return (round(255 * max(0.0, min(1.0, alpha))) << 24) | colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """The colours of one time of day."""

    name: str
    sky: tuple[int, int, int]
    """Top, middle and horizon."""
    disc: int
    """Sun or moon."""
    glow: int
    """Paper around the disc."""
    cloud: int
    ranges: tuple[int, int]
    """Far and nearer mountains."""
    hills: tuple[int, int]
    ground: int
    sand: int
    water: tuple[int, int]
    """Deep and light."""
    leaf: tuple[int, int, int]
    """Three greens of trees and grass, dark to light."""
    front: int
    """Silhouettes at the stage front."""
    shade: int
    """Colour of shadows."""
    lamp: int
    """What things are seen through."""
    lamp_share: float
    lit: bool
    """True where windows and lamps are lit."""
    current: bool = True
    """False where the current is off: no lamp burns and no window is lit."""
    own: float = 0.0
    """How much of this set's own colours land keeps when it is drawn in those of a part of the world."""

    @property
    def lamps(self) -> bool:
        """Whether windows, lamps and screens shine."""
        return self.lit and self.current

    def dye(self, colour: int, share: float = 1.0) -> int:
        """A thing's own colour in this light; ``share`` < 1 keeps figures readable at night."""
        return mix(colour, multiply(colour, self.lamp), self.lamp_share * share)


DAWN = Light(
    name="dawn",
    sky=(0x8EA4DA, 0xF4B5B4, 0xFFDDAA),
    disc=0xFFE3A0,
    glow=0xFBD0A2,
    cloud=0xFBEADD,
    ranges=(0xC3A3B4, 0x9C8AA6),
    hills=(0x8A9A8C, 0x708A76),
    ground=0x64805F,
    sand=0xE2C19C,
    water=(0x7E9DB8, 0xD7B3B0),
    leaf=(0x4F6E5C, 0x6E8E68, 0x9DAF78),
    front=0x36404B,
    shade=0x3B2C4A,
    lamp=0xFFD9C4,
    lamp_share=0.75,
    lit=False,
    own=0.34,
)

DAY = Light(
    name="day",
    sky=(0x6DB1D0, 0xA4D3DC, 0xF7EDCB),
    disc=0xFBD873,
    glow=0xF9E6AE,
    cloud=0xFDFBF2,
    ranges=(0xA9C3CB, 0x86AAAE),
    hills=(0x8DB38A, 0x6B9C74),
    ground=0x578A5C,
    sand=0xEAD3A2,
    water=(0x4F93AE, 0x8CC6CF),
    leaf=(0x3C6E54, 0x5E9560, 0x9BBB66),
    front=0x27493F,
    shade=0x1C3440,
    lamp=0xFFFDF4,
    lamp_share=1.0,
    lit=False,
)

MORNING = replace(
    DAY,
    name="morning",
    sky=(0x86BEDA, 0xBFE0E2, 0xFDEBC8),
    disc=0xFFE08A,
    glow=0xFCE7B4,
    cloud=0xFFF8EC,
    lamp=0xFFF4E4,
    lamp_share=0.9,
    own=0.05,
)

AFTERNOON = replace(
    DAY,
    name="afternoon",
    sky=(0x82B4C6, 0xEAD3A4, 0xFCD990),
    disc=0xFFCB62,
    glow=0xFBD58C,
    cloud=0xFDEBCB,
    ranges=(0xC9B79E, 0xA89A86),
    hills=(0xB5AE74, 0x93985C),
    ground=0x7F8A4C,
    sand=0xE8C583,
    water=(0x5F90A0, 0xC9C9A4),
    leaf=(0x4B6A44, 0x74894A, 0xB9AF55),
    front=0x33402F,
    shade=0x35302E,
    lamp=0xFFE6BC,
    lamp_share=0.9,
    own=0.14,
)

DUSK = Light(
    name="dusk",
    sky=(0x514A7C, 0xC56B72, 0xF7B267),
    disc=0xFFDF94,
    glow=0xF79F6B,
    cloud=0xE9A28C,
    ranges=(0x94597F, 0x6F4775),
    hills=(0x67587A, 0x54566B),
    ground=0x4A5A58,
    sand=0xC08E77,
    water=(0x6A5687, 0xDB8C7C),
    leaf=(0x33484C, 0x4B6157, 0x77795A),
    front=0x231F33,
    shade=0x1D1230,
    lamp=0xE8A992,
    lamp_share=0.8,
    lit=True,
    own=0.45,
)

NIGHT = Light(
    name="night",
    sky=(0x14234A, 0x213B6B, 0x44649A),
    disc=0xF7EFCD,
    glow=0x5C7CB0,
    cloud=0x36517F,
    ranges=(0x2F4A78, 0x27406A),
    hills=(0x27505C, 0x1F454E),
    ground=0x1D3F45,
    sand=0x5D6680,
    water=(0x244C7C, 0x4C7CAC),
    leaf=(0x173A40, 0x23504E, 0x376A5A),
    front=0x0B1A2B,
    shade=0x050C1E,
    lamp=0x7F93D0,
    lamp_share=0.85,
    lit=True,
    own=0.62,
)


def brightness(colour: int) -> float:
    """Brightness of a colour, 0 to 255. Source: ITU-R BT.601 luma."""
    return 0.299 * (colour >> 16) + 0.587 * ((colour >> 8) & 255) + 0.114 * (colour & 255)


def overcast(light: Light, share: float) -> Light:
    """The same time of day under clouds: everything but the lamps takes a share of their grey."""
    grey = mix(0x5F6B80, light.shade, 0.35 if light.lit or light.name == "dawn" else 0.0)

    def dull(colour: int, part: float = 1.0) -> int:
        return mix(colour, grey, share * part)

    return replace(
        light,
        ranges=(dull(light.ranges[0]), dull(light.ranges[1])),
        hills=(dull(light.hills[0]), dull(light.hills[1])),
        ground=dull(light.ground, 0.8),
        sand=dull(light.sand),
        water=(dull(light.water[0]), dull(light.water[1])),
        leaf=(dull(light.leaf[0], 0.7), dull(light.leaf[1], 0.7), dull(light.leaf[2], 0.9)),
        lamp=mix(light.lamp, 0xB4BDCC, share),
    )


FOG_GREYS = {"night": 0x3A424F, "dusk": 0x979BA6, "dawn": 0xABB0B8}
"""The colour of fog at the hours that are darker than day; by day it is a pale cold grey."""


def fogged(light: Light, share: float = 0.82) -> Light:
    """The same time of day in fog: its grey wins over the colours of the hour."""
    grey = FOG_GREYS.get(light.name, 0xBDC5CA)

    def dull(colour: int, part: float) -> int:
        return mix(colour, grey, share * part)

    high, middle, low = light.sky
    return replace(
        light,
        sky=(dull(high, 0.9), dull(middle, 0.97), dull(low, 1.0)),
        glow=dull(light.glow, 0.8),
        cloud=dull(light.cloud, 1.0),
        ranges=(dull(light.ranges[0], 0.8), dull(light.ranges[1], 0.7)),
        hills=(dull(light.hills[0], 0.5), dull(light.hills[1], 0.42)),
        ground=dull(light.ground, 0.12),
        sand=dull(light.sand, 0.35),
        water=(dull(light.water[0], 0.55), dull(light.water[1], 0.7)),
        lamp=light.lamp if light.lit else mix(light.lamp, 0xD3DAE2, share),
    )


def in_style(light: Light, style: Style, earth: Earth) -> Light:
    """The light of a time of day as it lies on the land and in the air of a part of the world."""

    def seen(colour: int, own: int, far: float = 0.0) -> int:
        return mix(mix(light.dye(colour), own, light.own), light.sky[2], far)

    air, share = style.air
    share *= 0.45 if light.lit else 0.35 if light.name == "dawn" else 1.0  # the hours of colour keep their own
    breath = light.dye(air) if not light.lit else mix(air, light.sky[2], 0.75)
    return replace(
        light,
        sky=(
            mix(light.sky[0], breath, share),
            mix(light.sky[1], breath, share),
            mix(light.sky[2], breath, share * 0.6),
        ),
        ranges=(seen(earth.ranges[0], light.ranges[0], 0.22), seen(earth.ranges[1], light.ranges[1], 0.08)),
        hills=(seen(earth.hill[0], light.hills[0], 0.10), seen(earth.hill[1], light.hills[1])),
        ground=seen(earth.ground, light.ground),
        sand=seen(earth.sand, light.sand),
        water=(seen(earth.water[0], light.water[0]), seen(earth.water[1], light.water[1])),
        leaf=(
            seen(earth.leaf[0], light.leaf[0]),
            seen(earth.leaf[1], light.leaf[1]),
            seen(earth.leaf[2], light.leaf[2]),
        ),
        front=mix(light.front, darker(seen(earth.leaf[0], light.leaf[0]), 0.35), 0.45),
    )


LIGHTS: dict[str, Light] = {light.name: light for light in (DAWN, MORNING, DAY, AFTERNOON, DUSK, NIGHT)}

ROOM_DAY = Light(
    name="room-day",
    sky=(0xE9D3AE, 0xE2C79E, 0xD8B98E),
    disc=0xFBD873,
    glow=0xF7EBBE,
    cloud=0xFDFBF2,
    ranges=(0xC9A37C, 0xB98F68),
    hills=(0xA87C58, 0x96694A),
    ground=0x9C6F4C,
    sand=0xC9A37C,
    water=(0x4F93AE, 0x8CC6CF),
    leaf=(0x3C6E54, 0x5E9560, 0x9BBB66),
    front=0x3B2A28,
    shade=0x3A2420,
    lamp=0xFFF6E6,
    lamp_share=1.0,
    lit=False,
)

ROOM_DARK = Light(
    name="room-dark",
    sky=(0x2E3450, 0x2A304A, 0x262B42),
    disc=0xF7EFCD,
    glow=0x8A6A50,
    cloud=0x5A6078,
    ranges=(0x2A3048, 0x262B40),
    hills=(0x33334A, 0x2B2C40),
    ground=0x2C2C3E,
    sand=0x3E3E50,
    water=(0x244C7C, 0x4C7CAC),
    leaf=(0x24343C, 0x304448, 0x48584C),
    front=0x14131C,
    shade=0x07070E,
    lamp=0xA7A6C8,
    lamp_share=0.8,
    lit=True,
    current=False,
)
"""A room at night where no lamp burns: a candle is seen from afar."""
ROOM_NIGHT = Light(
    name="room-night",
    sky=(0x5B4152, 0x533A4A, 0x4A3343),
    disc=0xF7EFCD,
    glow=0xF0A860,
    cloud=0x8A7070,
    ranges=(0x4E3846, 0x45303E),
    hills=(0x5B3F3C, 0x4D3433),
    ground=0x573A33,
    sand=0x6E4C3F,
    water=(0x244C7C, 0x4C7CAC),
    leaf=(0x2C3E3A, 0x3C544A, 0x5E6E50),
    front=0x1C1319,
    shade=0x0E070C,
    lamp=0xF0C2A4,
    lamp_share=0.75,
    lit=True,
)
