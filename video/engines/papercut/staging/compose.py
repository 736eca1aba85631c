"""Puts a shot together: the sheets of the place, and between them whoever and whatever is on the stage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from translation.translated import Finding, FindingKind
from video.chance import Chance
from video.direct import Near
from video.engines.papercut.land.draw import Sheet, drawn_by, layers_of
from video.engines.papercut.land.loops import parts_of
from video.engines.papercut.land.view import View, view_of
from video.engines.papercut.paper import Board, Camera, layer_size, save_sheet
from video.engines.papercut.staging.belonging import belonging
from video.engines.papercut.staging.blocking import block
from video.engines.papercut.staging.boughs import draw_bough
from video.engines.papercut.staging.cels import Table, write_part
from video.engines.papercut.staging.firelight import LIGHTS, write_firelight
from video.engines.papercut.staging.framing import seen_as
from video.engines.papercut.staging.lines import FORE, PERCH
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.scene import Blocked, Scene
from video.engines.papercut.staging.scenic import BEFORE_ALL, write_scenic
from video.engines.papercut.staging.stations import equipped
from video.engines.papercut.staging.water import watered
from video.engines.papercut.styles import DEFAULT, find_style, load_styles
from video.shot import Face, Frame, Layer, Painted

STAGE, FRONT = "ground", "front"
"""The sheets on which figures stand, and which stand before them."""
FIGURES = 0.65
"""Between the stage, and what moves on its ground, and what is nearer."""
NEARER = 0.85
"""Depth of figures who are nearer than the land on which they stand."""


def paint_scene(scene: Scene, folder: Path) -> Painted:
    """Draws the layers of a shot into a folder, the farthest first."""
    view = view_for(scene)
    scene, wrong = belonging(replace(scene, here=drawn_by(view)), view)
    view = view_for(scene)
    scene = equipped(scene, indoors=view.setting.indoors)
    blocked = block(scene, view)
    view = replace(view, clear=blocked.clear, disc=(blocked.disc_x, view.disc[1]))
    laid = _wide if blocked.framing.near is Near.WIDE else _near
    layers = laid(scene, view, blocked, folder)
    said: list[str] = []
    left_out = (*wrong, *blocked.left_out, *view.left_out) if blocked.framing.near is Near.WIDE else ()
    if left_out:
        said.append(f"No room in the picture for: {', '.join(dict.fromkeys(left_out))}")
    if find_style(scene.style) is None:
        said.append(f"No house style is called {scene.style}; drawn in the style {DEFAULT}")
    findings = tuple(Finding(kind=FindingKind.PICTURE, text=text) for text in said)
    return Painted(layers=tuple(layers), findings=findings, faces=_faces(scene.frame, blocked))


def view_for(scene: Scene) -> View:
    """The scene's place, with water where something in it would lie dry."""
    style = find_style(scene.style) or load_styles()[DEFAULT]
    view = view_of(scene.scenery, style, scene.frame, scene.seed)
    scenery = watered(scene.scenery, scene.held(), indoors=view.setting.indoors)
    return view if scenery == scene.scenery else view_of(scenery, style, scene.frame, scene.seed)


def _wide(scene: Scene, view: View, blocked: Blocked, folder: Path) -> list[Layer]:
    """The sheets of the place, what moves on and between them, and the figures on the stage."""
    found: list[tuple[float, list[Layer]]] = []
    depth = FIGURES
    for sheet in layers_of(view):
        on_it = tuple(p for p in blocked.pieces if p.row < FORE) if sheet.name == STAGE else ()
        found.append((sheet.depth, [_sheet(scene, (view, blocked.camera), sheet, on_it, folder)]))
        depth = sheet.depth if sheet.name == STAGE else depth
    table = _table(scene, view, folder, depth)
    found.append((FIGURES, _parts(scene, blocked, table)))
    found += [(part.depth, write_scenic(table, part, blocked.camera)) for part in parts_of(view)]
    return [layer for _, layers in sorted(found, key=lambda f: f[0]) for layer in layers]


def _near(scene: Scene, view: View, blocked: Blocked, folder: Path) -> list[Layer]:
    """The place behind figures who are near, the figures, and what moves before all."""
    sheets = layers_of(view)
    table = _table(scene, view, folder, NEARER)
    layers = [_place_behind(scene, view, blocked, sheets, folder), *_parts(scene, blocked, table)]
    front = next((s for s in sheets if s.name == FRONT), None)
    if front is not None and blocked.framing.near is Near.MEDIUM and not view.setting.indoors:
        layers.append(_before(scene, view, blocked, front, folder))
    for part in parts_of(view):
        if part.name.startswith(BEFORE_ALL):
            layers += write_scenic(table, part, None)
    return layers


def _table(scene: Scene, view: View, folder: Path, depth: float) -> Table:
    return Table(
        frame=scene.frame, light=view.light, seed=scene.seed, folder=folder, seconds=scene.shot.seconds, depth=depth,
        still=scene.still,
    )  # fmt: skip


def _faces(frame: Frame, blocked: Blocked) -> tuple[Face, ...]:
    """Where faces of players may be seen."""
    faces = (p.face() for p in blocked.pieces if p.player is not None and not p.still)
    return tuple(seen_as(frame, face) for face in faces if face is not None)


def _sheet(
    scene: Scene, seen: tuple[View, Camera | None], sheet: Sheet, pieces: tuple[Piece, ...], folder: Path
) -> Layer:
    """One sheet of the whole place, with what stands on it and never moves."""
    view, camera = seen
    base = view.light.sky[0] if sheet.opaque else None
    still = tuple(p for p in pieces if not p.moves)
    lit = tuple(p for p in pieces if p.thing in LIGHTS)
    board = Board(scene.frame, view.light, Chance(scene.seed, f"layer {sheet.name}"), base=base, camera=camera)
    sheet.draw(board, view)
    with board.unmoved():
        for piece in lit:
            # The light of a fire falls on the land; the fire itself is a sheet of its own.
            strength = 0.5 if board.light.lit else 0.16
            board.glow(piece.x, piece.y - 0.15 * piece.size, 1.1 * piece.size, 0xFFA050, strength)
        for piece in pieces:
            if piece.row == PERCH:
                draw_bough(board, piece.x, piece.y, piece.size)
        for piece in still:
            piece.draw(board)
    path = folder / f"layer-{sheet.name}.png"
    board.save(str(path))
    return Layer(path=str(path), depth=sheet.depth)


def _place_behind(scene: Scene, view: View, blocked: Blocked, sheets: tuple[Sheet, ...], folder: Path) -> Layer:
    """The place behind figures who are near: one sheet, the softer the nearer they are."""
    frame = scene.frame
    close = blocked.framing.near is Near.CLOSE
    half = Frame(width_px=frame.width_px // 2, height_px=frame.height_px // 2) if close else frame
    board = Board(half, view.light, Chance(scene.seed, "layer"), base=view.light.sky[0], camera=blocked.camera)
    for sheet in sheets:
        if sheet.name != FRONT:
            board.chance = Chance(scene.seed, f"layer {sheet.name}")
            sheet.draw(board, view)
    for piece in blocked.built_in:
        piece.draw(board)
    image = np.ascontiguousarray(board.pixels()[..., :3])
    sigma = (0.006 if close else 0.0016) * half.height_px
    image = cv2.GaussianBlur(image, (0, 0), sigmaX=sigma)
    if close:
        image = cv2.resize(image, layer_size(frame), interpolation=cv2.INTER_LINEAR)
    air = view.light.sky[1]
    tint = np.empty_like(image)
    tint[:] = (air & 255, air >> 8 & 255, air >> 16)
    share = 0.2 if close else 0.1
    path = folder / "layer-place.png"
    save_sheet(str(path), cv2.addWeighted(image, 1 - share, tint, share, 0))
    return Layer(path=str(path), depth=0.3)


def _before(scene: Scene, view: View, blocked: Blocked, sheet: Sheet, folder: Path) -> Layer:
    """The stage front before figures who are near: so near that it is out of focus."""
    board = Board(scene.frame, view.light, Chance(scene.seed, f"layer {sheet.name}"), camera=blocked.camera)
    sheet.draw(board, view)
    board.soften(5.0)
    path = folder / f"layer-{sheet.name}.png"
    board.save(str(path))
    return Layer(path=str(path), depth=sheet.depth)


def _parts(scene: Scene, blocked: Blocked, table: Table) -> list[Layer]:
    """What moves, each a sheet of its own; in nearer pictures also what does not."""
    near = blocked.framing.near is not Near.WIDE
    out: list[Layer] = []
    for i, piece in enumerate(blocked.pieces):
        if not (piece.moves or near or piece.row >= FORE):
            continue
        name = piece.player.name if piece.player is not None and not scene.still and scene.shot.talks else ""
        other = bool(name) and name == scene.shot.also
        layer = write_part(table, piece, f"part-{i}", talks=other or (bool(name) and name == scene.shot.focus))
        if layer is not None:
            out.append(replace(layer, other=other) if layer.talking else layer)
    lit = (write_firelight(table, piece, f"part-{i}") for i, piece in enumerate(blocked.pieces))
    return [*out, *(layer for layer in lit if layer is not None)]
