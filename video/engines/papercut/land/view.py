"""What the layers of one picture of a place agree on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from video.chance import Chance
from video.concepts.hours import BLACKOUT
from video.concepts.seasons import SNOWED
from video.engines.papercut.land.seasons import TINTS, season_in
from video.engines.papercut.land.setting import Places, Setting, Stretch
from video.engines.papercut.land.settings import ALIASES, setting_of
from video.engines.papercut.land.venues import flooded
from video.engines.papercut.palette import (
    LIGHTS,
    ROOM_DARK,
    ROOM_DAY,
    ROOM_NIGHT,
    Light,
    fogged,
    in_style,
    mix,
    overcast,
)
from video.engines.papercut.paper import SKY_SHARE, TALL, extent
from video.engines.papercut.styles import Earth, Style

if TYPE_CHECKING:
    from video.concepts.scenery import Mention, Scenery
    from video.shot import Frame

GLOOM = {
    "storm": 0.5,
    "rain": 0.32,
    "fog": 0.45,
    "snow": 0.12,
    "wind": 0.06,
    "overcast": 0.3,
    "flood": 0.2,
    "muddy": 0.1,
}
"""How much of the clouds' grey the land takes."""
PARCHED: tuple[tuple[str, int, float], ...] = (
    ("hill", 0xC9AA66, 0.62), ("ground", 0xC8965A, 0.84), ("leaf", 0xA3884A, 0.62), ("sand", 0xDDBB84, 0.4),
)  # fmt: skip
"""What a drought does to the earth's colours."""
STORMY = {"storm": 1.0, "rain": 0.75, "snow": 0.45, "fog": 0.8, "wind": 0.15, "overcast": 0.85, "flood": 0.6}
"""How much of it the sky takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A setting in a style, at a time, in a weather, in a frame. Frame units."""

    setting: Setting
    style: Style
    light: Light
    """Of the place itself; in a room, that of the room."""
    outside: Light
    """Of the open sky."""
    weather: frozenset[str] = frozenset()
    season: str = ""
    """As it is seen here: ``autumn``, ``springtime``, ``wintertime``, ``snow_lies``, or empty."""
    frozen: bool = True
    """True where what falls in a room's windows is drawn with the room, as it does not move."""
    outer: frozenset[str] = frozenset()
    """The weather outside, where the place itself is a room."""
    sky: frozenset[str] = frozenset()
    """What was asked for in the sky: ``moon``, ``star``, ``cloud``, ``rainbow``, ``sun``."""
    absent: frozenset[str] = frozenset()
    """What is said not to be there: ``moon``, ``sun``, ``star``, ``cloud``, ``tree`` and ``house`` are heeded."""
    asked: tuple[Mention, ...] = ()
    """Things asked for; land draws the houses and trees among them."""
    seed: int = 0
    span: float
    top: float
    """Upper edge of the visible frame; 0 in a frame of usual shape, less in narrow ones."""
    bottom: float
    """Lower edge; 1000 in a frame of usual shape, more in narrow ones."""
    disc: tuple[float, float]
    """Where the sun or the moon stands; the stage may move it out of the players' way."""
    left: bool = True
    """Where the large things that frame the place stand; what keeps its layout is told by it, never by the sun."""
    stream: float | None = None
    """Middle of water that runs towards the viewer, or None."""
    clear: tuple[tuple[float, float], ...] = ()
    """Stretches before which figures stand: no house door and no tree trunk is drawn there."""
    left_out: list[str] = field(default_factory=list)
    """Ids of what was asked of land and found no room; the drawing fills it."""

    @property
    def lift(self) -> float:
        """How much more than in a frame of usual shape there is above."""
        return -self.top

    @property
    def deep(self) -> float:
        """How much more than in a frame of usual shape there is below."""
        return self.bottom - TALL

    def leaves_out(self, name: str) -> None:
        """Notes that something asked for is not in the picture."""
        if name not in self.left_out:
            self.left_out.append(name)

    @property
    def snowy(self) -> bool:
        """True where snow lies."""
        return "snow" in self.weather or self.season == SNOWED

    @property
    def dry(self) -> bool:
        """True where it has not rained for long."""
        return "drought" in self.weather

    @property
    def windy(self) -> bool:
        """True where trees bend."""
        return bool({"wind", "storm"} & self.weather)

    @property
    def gloom(self) -> float:
        """How overcast the sky is, 0..1."""
        return max((STORMY.get(w, 0.0) for w in self.weather), default=0.0)

    @property
    def caption(self) -> float:
        """Where the room for captions begins."""
        return self.bottom - 0.2 * (self.bottom - self.top)

    def chance(self, label: str) -> Chance:
        """Chance that layers share: the same label gives the same numbers in every layer.

        It hangs on the seed and on whose middle sheet is seen, so that a village is the same one at night, in rain
        and beside a river.
        """
        return Chance(self.seed, f"view {self.setting.home or self.setting.id} {label}")

    def sky_chance(self, label: str) -> Chance:
        """Chance of what drifts through the sky, which is another one at another time of day."""
        return self.chance(f"{label} {self.outside.name}")

    def has(self, *concepts: str) -> bool:
        """True where one of these things was asked for."""
        return any(m.concept.id in concepts for m in self.asked)

    def hearth(self) -> tuple[float, float] | None:
        """Where a room's fire burns, or None; ``y`` = its foot."""
        if not self.setting.indoors or not self.has("fire"):
            return None
        return (self.span * 0.76, 738.0) if self.setting.id == "room" else (self.span * 0.5, 850.0)

    def places(self) -> Places:
        """Where what may be, in frame units."""
        given = self.setting.places

        def laid(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
            return tuple(replace(s, left=s.left * self.span, right=s.right * self.span) for s in stretches)

        ground, back = laid(given.ground), laid(given.back)
        water = laid(given.water)
        if self.stream is not None:
            ground, back = self._ashore(ground), self._ashore(back)
            water = (Stretch(left=self.stream - 150, right=self.stream + 150, y=905.0, zoom=0.45),)
        return Places(ground=ground, back=back, water=water, air=laid(given.air))

    def _ashore(self, stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
        """What of them is on either side of the stream: nothing stands on its bridge."""
        stream = self.stream or 0.0
        sides = (
            side
            for s in stretches
            for side in (
                replace(s, right=min(s.right, stream - STREAM)), replace(s, left=max(s.left, stream + STREAM)),
            )
        )  # fmt: skip
        return tuple(side for side in sides if side.right - side.left > 60)


STREAM = 200.0
"""Half the width of water that runs towards the viewer, at the line where figures stand."""


def view_of(scenery: Scenery, style: Style, frame: Frame, seed: int) -> View:
    """The view that a scene asks for."""
    setting = flooded(setting_of(scenery, style), scenery.weather)
    chance = Chance(seed, f"view {setting.home or setting.id} sides")
    span, tall = extent(frame)
    above = (tall - TALL) * SKY_SHARE
    weather = frozenset() if setting.closed or setting.indoors else frozenset(scenery.weather)
    season = season_in(setting, scenery.season)
    lies = season == SNOWED and not setting.indoors
    light = LIGHTS["night" if setting.id == "abyss" else scenery.time]
    light = replace(light, current=BLACKOUT not in scenery.weather)
    if "snow" in weather or lies or setting.id in ("snow", "ice"):
        light = replace(light, own=light.own * 0.45)  # snow shines where grass would be dark
    gloom = max((GLOOM.get(w, 0.0) for w in scenery.weather), default=0.0) * (0.4 if light.name == "night" else 1.0)
    parched = "drought" in weather and not {"rain", "storm", "snow"} & weather
    if not parched:
        weather -= {"drought"}  # it rains again
    tint = (*setting.tint, *(PARCHED if parched else () if "snow" in weather else TINTS.get(season, ())))
    outside = in_style(light, style, _tinted(style.earth, tint))
    if parched:
        outside = _hot(outside)
    outside = overcast(outside, gloom) if gloom else outside
    outside = fogged(outside) if "fog" in scenery.weather else outside
    left = chance.maybe(0.6)
    side = 0.7 if left else 0.3
    low = {"dawn": 74.0, "dusk": 66.0}.get(light.name)
    y = setting.horizon - low if low else {"morning": 290.0, "afternoon": 300.0}.get(light.name, 200.0)
    y -= 0.4 * (tall - TALL) if not low else 0.0  # a narrow frame's sky is higher
    stream = None
    if "stream" in setting.ground:
        stream = span * (0.72 if left else 0.28)
    return View(
        setting=setting,
        style=style,
        light=_room_light(outside, style) if setting.indoors else outside,
        outside=outside,
        weather=weather,
        season="" if parched or setting.indoors or "snow" in weather else season,
        outer=frozenset(scenery.weather) if setting.indoors else frozenset(),
        sky=frozenset(scenery.sky),
        absent=frozenset(scenery.absent),
        asked=scenery.things,
        seed=seed,
        span=span,
        top=-above,
        bottom=tall - above,
        disc=(span * side, y),
        left=left,
        stream=stream,
        left_out=[p for p in scenery.places if ALIASES.get(p, p) in setting.unseen],
    )


def _hot(light: Light) -> Light:
    """A sky pale with heat and dust."""
    dust = light.dye(0xEBCF96)
    top, middle, low = light.sky
    return replace(light, sky=(mix(top, dust, 0.3), mix(middle, dust, 0.5), mix(low, dust, 0.6)))


def _tinted(earth: Earth, tint: tuple[tuple[str, int, float], ...]) -> Earth:
    """The style's colours as a setting and a drought change them."""
    for what, colour, share in tint:
        value = getattr(earth, what)
        mixed = mix(value, colour, share) if isinstance(value, int) else tuple(mix(c, colour, share) for c in value)
        earth = replace(earth, **{what: mixed})
    return earth


def _room_light(outside: Light, style: Style) -> Light:
    """A room's own light: walls in the style's colour, lit by lamps where it is dark outside."""
    base = ROOM_NIGHT if outside.lamps else ROOM_DARK if outside.lit else ROOM_DAY
    wall = style.walls[0]

    def tone(colour: int, share: float) -> int:
        return mix(colour, base.dye(wall), share)

    share = 0.30 if outside.lit else 0.45
    return replace(
        base,
        sky=(tone(base.sky[0], share), tone(base.sky[1], share), tone(base.sky[2], share)),
        leaf=outside.leaf,
        water=outside.water,
    )
