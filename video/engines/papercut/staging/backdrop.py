"""What of the picture of the whole place is seen behind those of a nearer one, and on which side of them things are."""

from __future__ import annotations

from dataclasses import replace

from video.engines.papercut.proportions import Camera, extent, middle
from video.engines.papercut.staging.framing import Area
from video.engines.papercut.staging.furnish import BEFORE
from video.engines.papercut.staging.hearths import HEARTH
from video.engines.papercut.staging.lines import FLYING
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.scene import Blocked, Scene
from video.engines.papercut.staging.walls import on_wall


def still_behind(scene: Scene, whole: Blocked, camera: Camera, near: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces of the whole place, in its units: what belongs to a wall, and what stands or floats behind the cast.

    Of that only what is seen beside the heads of those who are ``near``, and not cut by the picture's edge.
    """
    faces = [head for piece in near if (head := piece.head()) is not None]
    bodies = [piece.body() for piece in near]
    out: list[Piece] = []
    for piece in whole.pieces:
        there = _in_place(whole, piece)
        if piece.row == HEARTH and piece.thing and (piece.thing in BEFORE or on_wall(piece.thing)):
            out.append(there)
        elif piece.row < 0 and piece.row != FLYING and not _of_cast(scene, piece):
            seen = _seen(scene, camera, there.body())
            if (
                _within(scene, seen, whole=piece.player is not None)
                and not any(seen.meets(face) for face in faces)
                and _free(seen, bodies) > LEAST
            ):
                out.append(replace(there, still=True))
    return tuple(out)


def beside_those(scene: Scene, camera: Camera, behind: tuple[Piece, ...], others: list[Piece]) -> tuple[Piece, ...]:
    """Those behind whom things of the nearer picture leave to be seen."""
    bodies = [piece.body() for piece in others]

    def clear(piece: Piece) -> bool:
        if piece.row == HEARTH and piece.thing:
            return True
        seen, head = _seen(scene, camera, piece.body()), piece.head()
        faced = head is not None and any(_seen(scene, camera, head).meets(b) for b in bodies)
        return not faced and _free(seen, bodies) > LEAST

    return tuple(piece for piece in behind if clear(piece))


LEAST = 0.45
"""How much of a thing's width must be seen beside those before it."""


def side_of(whole: Blocked, placed: tuple[Piece, ...], kind: str) -> float | None:
    """Where (x) a thing would stand in a nearer picture on the side of the players on which it is in the whole."""
    thing = next((p for p in whole.pieces if p.thing == kind), None)
    if thing is None or not placed:
        return None
    was = {p.player.name: p.x for p in whole.pieces if p.player is not None}
    known = [(was[p.player.name], p) for p in placed if p.player is not None and p.player.name in was]
    left = max((pair for pair in known if pair[0] <= thing.x), key=lambda pair: pair[0], default=None)
    right = min((pair for pair in known if pair[0] > thing.x), key=lambda pair: pair[0], default=None)
    if left is not None and right is not None:
        return (left[1].body().right + right[1].body().left) / 2
    if left is not None:
        return left[1].body().right + 0.3 * left[1].size
    return right[1].body().left - 0.3 * right[1].size if right is not None else None


def _of_cast(scene: Scene, piece: Piece) -> bool:
    return piece.player is not None and any(piece.player is player for player in scene.players)


def _in_place(whole: Blocked, piece: Piece) -> Piece:
    """A piece of the picture of the whole, in units of the place."""
    camera = whole.camera
    if camera is None:
        return piece
    frame = whole.framing.frame
    x, y = camera.place(frame, (piece.x, piece.y))
    foot = None if piece.foot is None else camera.place(frame, (0.0, piece.foot))[1]
    clip = None if piece.clip is None else camera.place(frame, (0.0, piece.clip))[1]
    return replace(piece, x=x, y=y, size=piece.size / camera.zoom, foot=foot, clip=clip)


def _seen(scene: Scene, camera: Camera, body: Area) -> Area:
    left, top = camera.shown(scene.frame, (body.left, body.top))
    right, bottom = camera.shown(scene.frame, (body.right, body.bottom))
    return Area(left=left, top=top, right=right, bottom=bottom)


def _within(scene: Scene, area: Area, *, whole: bool) -> bool:
    """Whether most of it is in the picture; of a person (``whole``) all."""
    span, tall = extent(scene.frame)
    x, y = middle(scene.frame)
    across = min(area.right, x + span / 2) - max(area.left, x - span / 2)
    return across > (0.95 if whole else 0.6) * area.width and y - tall / 2 < area.bottom < y + 0.4 * tall


def _free(area: Area, bodies: list[Area]) -> float:
    """The share of an area's width that nobody covers."""
    covered = sum(max(0.0, min(b.right, area.right) - max(b.left, area.left)) for b in bodies)
    return 1.0 - covered / max(1.0, area.width)
