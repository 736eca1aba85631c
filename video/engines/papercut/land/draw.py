"""The layers of a view, from the back cloth to the stage front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from video.engines.papercut.land.build import ASKED
from video.engines.papercut.land.country import TREES, draw_asked
from video.engines.papercut.land.parts import PARTS
from video.engines.papercut.land.seasons import lay_leaves
from video.engines.papercut.land.sky import draw_mist, draw_veil
from video.engines.papercut.land.smoke import SMOKE, far_off, smokes
from video.engines.papercut.land.traces import draw_footprints, draw_mud
from video.engines.papercut.land.view import View
from video.engines.papercut.paper import Board

DRAWN = frozenset({*ASKED, *TREES, "house", "hut", "bridge", "stairs", "footprints"})
"""Things that land draws where a scene asks for them: nobody else must."""
FITTED: dict[str, frozenset[str]] = {
    "room": frozenset({"window", "shelf", "chest", "carpet", "curtain"}),
    "hut": frozenset({"door", "carpet", "mat"}),
    "kitchen": frozenset({"window", "shelf", "oven", "curtain"}),
    "flat": frozenset({"window", "shelf", "picture", "carpet", "curtain"}),
    "classroom": frozenset({"window", "shelf", "blackboard"}),
    "workshop": frozenset({"window", "shelf", "bench"}),
    "hall": frozenset({"window", "curtain"}),
    "library": frozenset({"window", "shelf", "book"}),
    "shop": frozenset({"window", "shelf"}),
    "market": frozenset({"stall"}),
    "balcony": frozenset({"clothes", "window", "door"}),
    "city": frozenset({"bench", "lantern"}),
    "harbour": frozenset({"box", "net"}),
    "cave": frozenset({"rock"}),
    "office": frozenset({"window", "clock"}),
    "carriage": frozenset({"window", "bench", "chair"}),
    "attic": frozenset({"window"}),
    "greenhouse": frozenset({"window", "potted_plant", "flower_pot", "grass"}),
    "bridge_top": frozenset({"bridge", "river"}),
    "hospital": frozenset({"window"}),
    "stairwell": frozenset({"window", "door"}),
    "station": frozenset({"train", "bench", "lantern", "clock"}),
    "abyss": frozenset({"water"}),
}
"""What is in a setting anyway: where a scene asks for one of them, it is there already."""


def drawn_by(view: View) -> frozenset[str]:
    """Things that need not be placed in a view, because its land has them."""
    return DRAWN | FITTED.get(view.setting.id, frozenset()) | (SMOKE if smokes(view) else frozenset())


BUILT_UP = frozenset({"street", "blocks", "arcade"})
"""Parts in which there are houses anyway, but no trees by name."""
NO_LAND = frozenset(
    {"waves far", "train", "cloud bank far", "cave middle", "reef", "icebergs", "roofs", "stands", "moon hills"}
)
"""Parts where nothing can be built or grow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One layer of a view."""

    name: str
    """``sky``, ``far``, ``middle``, ``ground`` (the stage) or ``front``."""
    depth: float
    opaque: bool
    draw: Callable[[Board, View], None]


VEILS = {"sky": (0.7, 0.9, 0.9), "far": (0.84, 0.88, 0.88), "middle": (0.6, 0.74, 0.56), "ground": (0.56, 0.44, 0.06)}
"""How thick fog is over each sheet, at its head, at the line where the ground begins, and at the feet of the players:
the far fades, the heroes do not."""


def _parts(board: Board, view: View, names: tuple[str, ...]) -> None:
    before = board.chance
    for name in names:
        # By the view alone, so that a place looks the same on whatever board it is drawn, from near and from afar.
        board.chance = view.chance(f"part {name}")
        PARTS[name](board, view)
    board.chance = before


def draw_sky(board: Board, view: View) -> None:
    """The back cloth: the sky, or the wall of a room."""
    _parts(board, view, view.setting.sky)
    if "fog" in view.weather:
        _veil(board, view, VEILS["sky"])


def draw_far(board: Board, view: View) -> None:
    """What stands far off."""
    far_off(board, view)
    _parts(board, view, view.setting.far)
    _thick_air(board, view, 0.5)


def draw_middle(board: Board, view: View) -> None:
    """What stands behind the stage."""
    _parts(board, view, view.setting.middle)
    _asked(board, view)
    _thick_air(board, view, 0.26)


def _thick_air(board: Board, view: View, share: float) -> None:
    """What fog, rain and snow do to what is further off."""
    if view.dry:
        board.haze(view.setting.line - 420, view.setting.line - 60, view.outside.sky[2], share, below=True)
    if "fog" in view.weather:
        _veil(board, view, VEILS["far" if share > 0.4 else "middle"])
    elif {"rain", "storm", "snow"} & view.weather:
        low = view.setting.line
        board.haze(low - 900, low - 60, view.outside.sky[2], 0.4 * share, below=True)


def _veil(board: Board, view: View, alphas: tuple[float, float, float]) -> None:
    draw_veil(board, view.outside, alphas, (view.setting.line - 20, view.setting.feet))


def _asked(board: Board, view: View) -> None:
    """What the scene asks of land: drawn, or noted as left out."""
    middle = set(view.setting.middle)
    names = [m.concept.id for m in view.asked if m.concept.id in DRAWN]
    if "bridge" in names and view.stream is None:
        view.leaves_out("bridge")
    if "stairs" in names and "stairwell" not in view.setting.sky:
        view.leaves_out("stairs")
    names = [name for name in names if name not in ("bridge", "stairs", "footprints")]
    if not names or middle & {"grove", "hamlet"}:
        return
    if middle & BUILT_UP:
        # There are houses anyway; a street has places for towers, a market and a city have none.
        missed = [] if "street" in middle else [n for n in names if n in ASKED]
        draw_asked(board, view, [n for n in names if n in TREES])
    elif middle & {"round hill", "headland"}:
        missed = [n for n in names if n in TREES and not (n == "palm" and "beach" in view.setting.ground)]
    elif not middle or middle & NO_LAND:
        missed = names
    else:
        missed = []
        draw_asked(board, view, names)
    for name in missed:
        view.leaves_out(name)


def draw_ground(board: Board, view: View) -> None:
    """The stage, before anybody enters."""
    if not view.setting.middle:
        _asked(board, view)
    _parts(board, view, view.setting.ground)
    draw_mud(board, view)
    draw_footprints(board, view)
    lay_leaves(board, view)
    if "fog" in view.weather:
        _veil(board, view, VEILS["ground"])
    mist_over(board, view)


def draw_front(board: Board, view: View) -> None:
    """The stage front; rain and snow are moving parts of their own."""
    _parts(board, view, view.setting.front)


def mist_over(board: Board, view: View) -> None:
    """Drifts of mist, where there is fog."""
    if "fog" in view.weather:
        draw_mist(board, view.setting.horizon + 40)


ALL = (
    Sheet(name="sky", depth=0.05, opaque=True, draw=draw_sky),
    Sheet(name="far", depth=0.25, opaque=False, draw=draw_far),
    Sheet(name="middle", depth=0.42, opaque=False, draw=draw_middle),
    Sheet(name="ground", depth=0.6, opaque=False, draw=draw_ground),
    Sheet(name="front", depth=1.0, opaque=False, draw=draw_front),
)


def layers_of(view: View) -> tuple[Sheet, ...]:
    """The layers that a view has, the farthest first."""
    setting = view.setting
    filled = {"far": setting.far, "middle": setting.middle, "front": setting.front}
    return tuple(sheet for sheet in ALL if filled.get(sheet.name, ("",)))
