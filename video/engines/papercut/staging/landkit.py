"""The place of a scene: its sheets, and where in it there is ground, water and air."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from video.chance import Chance
from video.concepts.scenery import Mention, Scenery
from video.engines.papercut.land.backdrop import draw_land, draw_shore
from video.engines.papercut.land.room import draw_curtains, draw_floor, draw_wall
from video.engines.papercut.land.sky import draw_clouds, draw_lightning, draw_mist, draw_rainbow, draw_sky
from video.engines.papercut.palette import LIGHTS, ROOM_DAY, ROOM_NIGHT, Light, overcast
from video.engines.papercut.paper import Board, extent
from video.engines.papercut.staging import outdoors
from video.shot import Frame

DRAWN = frozenset({"house", "hut", "castle", "church", "mill", "tree", "pine", "palm", "bush"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A line on which something may stand, float or fly."""

    left: float
    right: float
    y: float
    zoom: float = 1.0
    """How large things are drawn here, beside those at the stage front."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where what may be. The first stretch of each is the best."""

    ground: tuple[Stretch, ...] = ()
    back: tuple[Stretch, ...] = ()
    water: tuple[Stretch, ...] = ()
    air: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One kind of place."""

    id: str
    places: Places
    horizon: float = 560.0
    feet: float = 822.0
    indoors: bool = False


FRONT = Stretch(left=0.045, right=0.955, y=822.0)
BACK = Stretch(left=0.03, right=0.97, y=778.0, zoom=0.72)
AIR = Stretch(left=0.08, right=0.92, y=300.0, zoom=0.8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    name: str
    depth: float
    opaque: bool
    draw: Callable[[Board], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    setting: Setting
    light: Light
    outside: Light
    scenery: Scenery
    span: float
    seed: int
    disc: tuple[float, float]
    stream: float | None = None
    lake: bool = False
    clear: tuple[tuple[float, float], ...] = ()

    def places(self) -> Places:
        def laid(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
            return tuple(replace(s, left=s.left * self.span, right=s.right * self.span) for s in stretches)

        p = self.setting.places
        ground, water = laid(p.ground), laid(p.water)
        if self.stream is not None:
            ground = tuple(
                x
                for s in ground
                for x in (replace(s, right=min(s.right, self.stream - 200)), replace(s, left=self.stream + 200))
                if x.right - x.left > 60
            )
            water = (Stretch(left=self.stream - 150, right=self.stream + 150, y=905.0, zoom=0.45),)
        return Places(ground=ground, back=laid(p.back), water=water, air=laid(p.air))

    # old plot interface
    @property
    def horizon(self) -> float:
        return self.setting.horizon

    def thing(self, concept: str) -> Mention | None:
        if concept == "boat":
            return None
        return next((m for m in self.scenery.things if m.concept.id == concept), None)

    def has(self, *concepts: str) -> bool:
        named = self.scenery.ids()
        return any(c in named for c in concepts)


def view_of(scenery: Scenery, style: object, frame: Frame, seed: int) -> View:
    chance = Chance(seed, "stage")
    indoors = "room" in scenery.places
    light = LIGHTS[scenery.time]
    gloom = max(({"storm": 0.5, "rain": 0.32, "fog": 0.25}.get(w, 0.0) for w in scenery.weather), default=0.0)
    outside = overcast(light, gloom * (0.4 if light.name == "night" else 1.0)) if gloom and not indoors else light
    sea = scenery.by_sea()
    span, tall = extent(frame)
    horizon = 505.0 if sea else 560.0
    x = span * (0.7 if chance.maybe(0.6) else 0.3)
    y = {"dawn": horizon - 74, "dusk": horizon - 66, "day": 205.0, "night": 215.0}[light.name]
    if light.name not in ("dawn", "dusk"):
        y -= 0.4 * (tall - 1000.0)
    places = Places(ground=(FRONT,), back=(BACK,), air=(AIR,))
    stream, feet = None, 822.0
    if indoors:
        feet = 842.0
        places = Places(
            ground=(Stretch(left=0.1, right=0.9, y=842.0),),
            back=(Stretch(left=0.08, right=0.92, y=776.0, zoom=0.86),),
            air=(Stretch(left=0.2, right=0.8, y=420.0, zoom=0.6),),
        )
    elif sea:
        feet = 842.0
        places = Places(
            ground=(Stretch(left=0.05, right=0.95, y=842.0),),
            back=(Stretch(left=0.05, right=0.95, y=800.0, zoom=0.8),),
            water=(Stretch(left=0.1, right=0.9, y=700.0, zoom=0.5), Stretch(left=0.1, right=0.9, y=620.0, zoom=0.35)),
            air=(AIR,),
        )
    elif "river" in scenery.places or "bridge" in scenery.ids():
        stream = span * (0.72 if chance.maybe(0.7) else 0.28)
    elif "lake" in scenery.places:
        places = Places(ground=(FRONT,), water=(Stretch(left=0.3, right=0.9, y=728.0, zoom=0.5),), air=(AIR,))
    return View(
        setting=Setting(id="x", horizon=horizon, feet=feet, places=places, indoors=indoors),
        light=(ROOM_NIGHT if outside.lit else ROOM_DAY) if indoors else outside,
        outside=outside,
        scenery=scenery,
        span=span,
        seed=seed,
        disc=(x, y),
        stream=stream,
    )


def layers_of(view: View) -> tuple[Sheet, ...]:
    if view.setting.indoors:
        return (
            Sheet(
                name="wall",
                depth=0.2,
                opaque=True,
                draw=lambda b: draw_wall(
                    b,
                    view.outside,
                    hearth_x=view.span * 0.76 if view.has("fire") else None,
                    window_x=view.span * 0.26,
                    moon=True,
                ),
            ),
            Sheet(name="ground", depth=0.5, opaque=False, draw=lambda b: draw_floor(b, b.span * 0.46)),
            Sheet(name="front", depth=1.0, opaque=False, draw=draw_curtains),
        )

    def sky(board: Board) -> None:
        weather = set(view.scenery.weather)
        stormy = 1.0 if "storm" in weather else 0.8 if "rain" in weather else 0.4 if {"snow", "fog"} & weather else 0.0
        night = view.scenery.time == "night"
        draw_sky(board, view.disc, horizon=view.horizon, stormy=stormy, moon=night, stars=night)
        if view.has("rainbow"):
            draw_rainbow(board, view.horizon)
        if "storm" in weather:
            draw_lightning(board, view.horizon)
        draw_clouds(board, 5 if stormy > 0.5 or view.has("cloud") else 3, stormy=stormy > 0.5)

    def ground(board: Board) -> None:
        if view.scenery.by_sea():
            draw_shore(board, view)
        else:
            draw_land(board, view, view.stream, tuple((a + b) / 2 for a, b in view.clear))
        if "fog" in view.scenery.weather:
            draw_mist(board, view.horizon + 40)

    return (
        Sheet(name="sky", depth=0.05, opaque=True, draw=sky),
        Sheet(name="far", depth=0.3, opaque=False, draw=lambda b: outdoors.draw_far(b, view)),
        Sheet(name="ground", depth=0.6, opaque=False, draw=ground),
        Sheet(name="front", depth=1.0, opaque=False, draw=lambda b: outdoors.draw_front(b, view)),
    )
