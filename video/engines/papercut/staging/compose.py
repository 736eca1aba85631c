"""Puts a scene together: the layers from the back cloth to the stage front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from translation.translated import Finding, FindingKind
from video.concepts.scenery import Mention, Scenery
from video.engines.papercut.chance import Chance
from video.engines.papercut.land.sky import draw_clouds, draw_lightning, draw_rainbow, draw_sky
from video.engines.papercut.palette import LIGHTS, ROOM_DAY, ROOM_NIGHT, Light, overcast
from video.engines.papercut.paper import Board, extent
from video.engines.papercut.people.casting import Player
from video.engines.papercut.staging.indoors import draw_indoors
from video.engines.papercut.staging.outdoors import draw_far, draw_front, draw_stage
from video.shot import Frame, Layer, Painted


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that a picture hangs on."""

    scenery: Scenery
    players: tuple[Player, ...]
    frame: Frame
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """What the layers of one scene agree on. Frame units."""

    scenery: Scenery
    players: tuple[Player, ...]
    light: Light
    horizon: float
    disc: tuple[float, float]
    left_out: list[str] = field(default_factory=list)
    """What was asked for and found no room; the drawing fills it."""

    def thing(self, concept: str) -> Mention | None:
        """What was asked for of a thing, or None."""
        return next((m for m in self.scenery.things if m.concept.id == concept), None)

    def has(self, *concepts: str) -> bool:
        """True where one of these was asked for."""
        named = self.scenery.ids()
        return any(c in named for c in concepts)


_GLOOM = {"storm": 0.5, "rain": 0.32, "fog": 0.25}
"""How much of the clouds' grey the land takes."""


def paint_scene(scene: Scene, folder: Path) -> Painted:
    """Draws the layers of a scene as PNG files into a folder, the farthest first."""
    chance = Chance(scene.seed, "stage")
    indoors = "room" in scene.scenery.places
    light = LIGHTS[scene.scenery.time]
    gloom = max((_GLOOM.get(w, 0.0) for w in scene.scenery.weather), default=0.0)
    light = overcast(light, gloom * (0.4 if light.name == "night" else 1.0)) if gloom and not indoors else light
    sea = scene.scenery.by_sea()
    horizon = 505.0 if sea else 560.0
    span, tall = extent(scene.frame)
    x = span * (0.7 if chance.maybe(0.6) else 0.3)
    y = {"dawn": horizon - 74, "dusk": horizon - 66, "day": 205.0, "night": 215.0}[light.name]
    if not {"dawn", "dusk"} & {light.name}:
        y -= 0.4 * (tall - 1000.0)  # a narrow frame's sky is higher
    plot = Plot(scenery=scene.scenery, players=scene.players, light=light, horizon=horizon, disc=(x, y))
    drawings = _indoors(plot) if indoors else _outdoors(plot)
    layers: list[Layer] = []
    for i, (depth, colours, opaque, draw) in enumerate(drawings):
        board = Board(scene.frame, colours, Chance(scene.seed, f"layer {i}"), base=colours.sky[0] if opaque else None)
        draw(board)
        path = folder / f"layer-{i}.png"
        board.save(str(path))
        layers.append(Layer(path=str(path), depth=depth))
    if not plot.left_out:
        return Painted(layers=tuple(layers))
    missed = ", ".join(dict.fromkeys(plot.left_out))
    finding = Finding(kind=FindingKind.PICTURE, text=f"No room in the picture for: {missed}")
    return Painted(layers=tuple(layers), findings=(finding,))


Drawing = tuple[float, Light, bool, Callable[[Board], None]]


def _outdoors(plot: Plot) -> tuple[Drawing, ...]:
    return (
        (0.05, plot.light, True, lambda board: _sky(board, plot)),
        (0.3, plot.light, False, lambda board: draw_far(board, plot)),
        (0.6, plot.light, False, lambda board: draw_stage(board, plot)),
        (1.0, plot.light, False, lambda board: draw_front(board, plot)),
    )


def _indoors(plot: Plot) -> tuple[Drawing, ...]:
    colours = ROOM_NIGHT if plot.light.lit else ROOM_DAY
    return (
        (0.2, colours, True, lambda board: draw_indoors(board, plot, 0)),
        (0.5, colours, False, lambda board: draw_indoors(board, plot, 1)),
        (1.0, colours, False, lambda board: draw_indoors(board, plot, 2)),
    )


def _sky(board: Board, plot: Plot) -> None:
    weather = set(plot.scenery.weather)
    stormy = 1.0 if "storm" in weather else 0.8 if "rain" in weather else 0.4 if {"snow", "fog"} & weather else 0.0
    night = plot.scenery.time == "night"
    draw_sky(
        board, plot.disc, horizon=plot.horizon, stormy=stormy,
        moon=night or plot.has("moon"), stars=stormy < 0.5 and (night or plot.has("star")),
    )  # fmt: skip
    if plot.has("rainbow"):
        draw_rainbow(board, plot.horizon)
    if "storm" in weather:
        draw_lightning(board, plot.horizon)
    clouds = 5 if stormy > 0.5 else 5 if plot.has("cloud") else 2 if night else 3
    draw_clouds(board, clouds, stormy=stormy > 0.5)
