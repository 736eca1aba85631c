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
from video.engines.papercut.land.nearwater import draw_swell
from video.engines.papercut.land.panes import falling_in
from video.engines.papercut.land.view import View, view_of
from video.engines.papercut.paper import Board, Camera, layer_size, line, save_sheet
from video.engines.papercut.proportions import pixels_per_unit
from video.engines.papercut.staging.afloat import embarked
from video.engines.papercut.staging.belonging import SHADE_TREE, belonging
from video.engines.papercut.staging.blocking import block
from video.engines.papercut.staging.bodily import suited
from video.engines.papercut.staging.boughs import draw_bough
from video.engines.papercut.staging.cels import Table, write_part
from video.engines.papercut.staging.firelight import LIGHTS, write_firelight
from video.engines.papercut.staging.framing import seen_as
from video.engines.papercut.staging.lines import FORE, PERCH
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.rimlight import light_of
from video.engines.papercut.staging.scene import Blocked, Scene
from video.engines.papercut.staging.scenic import BEFORE_ALL, write_scenic
from video.engines.papercut.staging.stations import equipped
from video.engines.papercut.staging.tracking import SHARES, band_of, elsewhere, panned, premultiplied, straight, way_of
from video.engines.papercut.staging.water import watered
from video.engines.papercut.staging.waterside import from_the_water
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
    scene = embarked(scene)
    scene, wrong = belonging(replace(scene, here=drawn_by(view)), view)
    scene = from_the_water(scene)
    view = view_for(scene)
    scene = suited(equipped(scene, indoors=view.setting.indoors), indoors=view.setting.indoors)
    blocked = block(scene, view)
    view = replace(view, clear=blocked.clear, disc=blocked.disc)
    laid = _wide if blocked.framing.near is Near.WIDE else _near
    layers = laid(scene, view, blocked, folder)
    findings: list[Finding] = []
    left_out = (*wrong, *blocked.left_out, *view.left_out) if blocked.framing.near is Near.WIDE else ()
    left_out = (*left_out, *_missing(scene, blocked))
    if left_out:
        words = tuple(dict.fromkeys("tree" if word == SHADE_TREE.id else word for word in left_out))
        text = f"No room in the picture for: {', '.join(words)}"
        findings.append(Finding(kind=FindingKind.PICTURE, text=text, words=words))
    if find_style(scene.style) is None:
        text = f"No house style is called {scene.style}; drawn in the style {DEFAULT}"
        findings.append(Finding(kind=FindingKind.PICTURE, text=text))
    return Painted(layers=tuple(layers), findings=tuple(findings), faces=_faces(scene.frame, blocked))


def _missing(scene: Scene, blocked: Blocked) -> tuple[str, ...]:
    """Names of characters who are to be seen in a nearer shot, and for whom it has no room."""
    if blocked.framing.near is Near.WIDE:
        return ()
    there = {p.name for p in scene.there()} & set(scene.shot.seen)
    pieces = [q for p in blocked.pieces for q in (p, *(t.piece for t in p.tied))]
    shown = {q.player.name for q in pieces if q.player is not None}
    return tuple(name for name in scene.shot.seen if name in there - shown)


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
    way = way_of(scene, view, blocked)
    falling = () if scene.still else falling_in(view, scene.frame)
    view = replace(view, frozen=not falling)
    for sheet in layers_of(view):
        if sheet.name == FRONT and not _framed(view, blocked):
            continue
        on_it = tuple(p for p in blocked.pieces if p.row < FORE) if sheet.name == STAGE else ()
        # What stands at the stage front stays in the corners of the picture.
        seen = (view, None if sheet.name == FRONT and _usual(scene.frame) else blocked.camera)
        passing = panned(scene, seen, sheet, way, folder) if way else None
        found.append((sheet.depth, [passing or _sheet(scene, seen, sheet, on_it, folder)]))
        depth = sheet.depth if sheet.name == STAGE else depth
    table = _table(scene, view, (folder, depth), blocked)
    found.append((FIGURES, _ropes(scene, view, blocked, table)))
    found.append((FIGURES, [*_parts(scene, blocked, table), *_swell(scene, view, blocked, (table, way))]))
    moving = (*falling, *parts_of(view))
    found += [(part.depth, write_scenic(table, part, blocked.camera)) for part in moving]
    return [layer for _, layers in sorted(found, key=lambda f: f[0]) for layer in layers]


ALWAYS = frozenset(
    ("cave front", "weed front", "cloud front", "jungle front", "forest front", "wave front", "canopy", "bunting",
     "doorway", "drapes")
)  # fmt: skip
"""Fronts that say where one is."""
CORNERED = 1.1
"""From so near, plants in the corners are in every second place only, and nothing of a room stands there."""


def _framed(view: View, blocked: Blocked) -> bool:
    """Whether something stands at the stage front: from near it would be before the figures as often as not."""
    if blocked.camera is None or not _usual(blocked.framing.frame) or ALWAYS & set(view.setting.front):
        return True
    if blocked.camera.zoom < CORNERED:
        return True
    return not view.setting.indoors and view.chance("framed").maybe(0.5)


def _usual(frame: Frame) -> bool:
    """True of frames that are wider than high."""
    return frame.width_px > 1.2 * frame.height_px


def _near(scene: Scene, view: View, blocked: Blocked, folder: Path) -> list[Layer]:
    """The place behind figures who are near, the figures, and what moves before all."""
    sheets = layers_of(view)
    table = _table(scene, view, (folder, NEARER), blocked)
    way = way_of(scene, view, blocked)
    layers = [*_place_behind(scene, view, blocked, (sheets, way), folder), *_ropes(scene, view, blocked, table)]
    layers += _parts(scene, blocked, table)
    layers += _swell(scene, view, blocked, (table, way))
    front = next((s for s in sheets if s.name == FRONT), None)
    outside = not view.setting.indoors and not way
    if front is not None and blocked.framing.near is Near.MEDIUM and outside and _framed(view, blocked):
        layers.append(_before(scene, view, blocked, front, folder))
    for part in parts_of(view):
        if part.name.startswith(BEFORE_ALL):
            layers += write_scenic(table, part, None)
    return layers


def _ropes(scene: Scene, view: View, blocked: Blocked, table: Table) -> list[Layer]:
    """What those who come down from the sky hang on."""
    if not scene.roped:
        return []
    hanging = [p for p in blocked.pieces if p.hangs and p.player is not None and p.player.person is not None]
    if not hanging:
        return []
    board = Board(scene.frame, view.light, Chance(scene.seed, "layer ropes"))
    for piece in hanging:
        x, foot = piece.x + 0.02 * piece.size, piece.y - 0.06 * piece.size
        board.stroke(line((x, board.top), (x, foot)), board.light.dye(0xF2E3B3, 0.75), max(4.0, 0.016 * piece.size))
    path = table.folder / "layer-ropes.png"
    board.save(str(path))
    return [Layer(path=str(path), depth=table.depth)]


SWELL = ((0.0, 0.0), (7.0, 2.5), (0.0, 4.0), (-7.0, 2.5))
"""The way of the water before a boat, frame units; the layer has this much to spare."""


def _swell(scene: Scene, view: View, blocked: Blocked, how: tuple[Table, float]) -> list[Layer]:
    """The water before a boat or a swimmer: it hides the keel, and moves; where a boat is rowed, it passes."""
    foot, (table, way) = blocked.swell, how
    if foot is None:
        return []
    size = {Near.WIDE: 0.9, Near.MEDIUM: 1.7, Near.CLOSE: 2.2}[blocked.framing.near]

    def drawn(i: int) -> Board:
        board = Board(scene.frame, view.light, Chance(scene.seed, "layer swell"))
        draw_swell(board, elsewhere(view, i), foot, size)
        return board

    path = table.folder / "layer-swell.png"
    if way:
        return [band_of(lambda i: drawn(i).pixels(), 1.2 * way, path, table.depth)]
    drawn(0).save(str(path))
    scale = pixels_per_unit(scene.frame)
    way = tuple((round(x * scale, 2), round(y * scale, 2)) for x, y in SWELL)
    return [Layer(path=str(path), depth=table.depth, travel=() if table.still else way)]


def _table(scene: Scene, view: View, where: tuple[Path, float], blocked: Blocked) -> Table:
    folder, depth = where
    fire = any(p.thing in LIGHTS for p in blocked.pieces)
    rim = light_of(view.light, indoors=view.setting.indoors or view.setting.closed, fire=fire)
    return Table(
        frame=scene.frame, light=view.light, seed=scene.seed, folder=folder, seconds=scene.shot.seconds, depth=depth,
        rim=rim, still=scene.still,
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
            if piece.player is not None:
                _halo(board, view, piece)
            if piece.row == PERCH:
                draw_bough(board, piece.x, piece.y, piece.size)
        for piece in still:
            piece.draw(board)
    path = folder / f"layer-{sheet.name}.png"
    board.save(str(path))
    return Layer(path=str(path), depth=sheet.depth)


CARRIED = frozenset({"lamp", "lantern", "candle", "torch"})
LAMP_COLOUR = 0xFFB866
HALO, HALO_COLOUR = 0.2, 0x8FB0E6
"""How strong the light behind somebody is at night, and its colour: the dark hair of a hero is told from the dark."""


def _halo(board: Board, view: View, piece: Piece) -> None:
    """The light of a lamp in the hand, or moonlight under the sky, behind one of the cast in the dark."""
    carries = piece.act.holds in CARRIED
    if not view.light.lit or ((view.setting.indoors or view.setting.closed) and not carries):
        return
    body = piece.body()
    high = min(body.bottom - body.top, 900.0)
    x, y = (body.left + body.right) / 2, body.top + 0.42 * high
    colour, strength = (LAMP_COLOUR, 2 * HALO) if carries else (HALO_COLOUR, HALO)
    board.glow(x, y, (0.5 + 0.25 * carries) * high + 0.5 * body.width, colour, strength)


def _place_behind(
    scene: Scene, view: View, blocked: Blocked, seen: tuple[tuple[Sheet, ...], float], folder: Path
) -> list[Layer]:
    """The place behind figures who are near: one sheet, the softer the nearer they are; where they walk, its land is
    another, which passes."""
    sheets, way = seen
    path = folder / "layer-place.png"
    there = tuple(s for s in sheets if s.name not in SHARES or not way)
    save_sheet(str(path), _behind(scene, view, blocked, there))
    layers = [Layer(path=str(path), depth=BACKGROUND)]
    if way:
        passing = tuple(s for s in sheets if s not in there)
        layers.append(
            band_of(
                lambda i: _behind(scene, elsewhere(view, i), blocked, passing),
                way,
                folder / "layer-land.png",
                BACKGROUND,
            )
        )
    return layers


BACKGROUND = 0.3
"""Depth of the place behind figures who are near."""


def _behind(scene: Scene, view: View, blocked: Blocked, sheets: tuple[Sheet, ...]) -> np.ndarray:
    """Sheets of the place behind figures who are near, soft and pale: BGR with the sky, else BGRA."""
    frame = scene.frame
    whole = any(sheet.opaque for sheet in sheets)
    close = blocked.framing.near is Near.CLOSE
    half = Frame(width_px=frame.width_px // 2, height_px=frame.height_px // 2) if close else frame
    base = view.light.sky[0] if whole else None
    board = Board(half, view.light, Chance(scene.seed, "layer"), base=base, camera=blocked.camera)
    for sheet in sheets:
        if sheet.name != FRONT:
            board.chance = Chance(scene.seed, f"layer {sheet.name}")
            sheet.draw(board, view)
    for piece in blocked.built_in:
        if piece.row == PERCH:
            draw_bough(board, piece.x, piece.y, piece.size)
        piece.draw(board)
    with board.unmoved():
        for piece in blocked.pieces:
            if piece.player is not None and whole:
                _halo(board, view, piece)
    image = board.pixels()
    image = np.ascontiguousarray(image[..., :3]) if whole else premultiplied(image)
    sigma = (0.006 if close else 0.0016) * half.height_px
    image = cv2.GaussianBlur(image, (0, 0), sigmaX=sigma)
    if not whole:
        image = straight(image)
    if close:
        image = cv2.resize(image, layer_size(frame), interpolation=cv2.INTER_LINEAR)
    air = view.light.sky[1]
    tint = np.empty_like(image)
    tint[..., :3] = (air & 255, air >> 8 & 255, air >> 16)
    tint[..., 3:] = image[..., 3:]
    share = 0.2 if close else 0.1
    return cv2.addWeighted(image, 1 - share, tint, share, 0)


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
