"""Moving pictures without language: what a shot is made of, and the shot itself."""

from __future__ import annotations

from dataclasses import dataclass

from translation.translated import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The shape of the picture."""

    width_px: int = 1280
    height_px: int = 720
    fps: int = 25
    """24, 25, 30, 50 or 60: a frame is a whole number of ticks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One flat sheet of a picture, or a part that moves over it.

    A picture's first layer is one opaque sheet, drawn larger than the frame so that it can move. Layers are stacked in
    order, the farthest first; nearer ones move further (parallax).
    """

    path: str
    """PNG, RGB or RGBA (straight alpha), 8 bit: one picture. NPY: uint8 (cels, height, width, 4), BGRA with straight
    alpha: pictures of one part that are shown one after the other."""
    depth: float
    """0 = far away, hardly moves; 1 = at the stage front, moves most."""
    left_px: int = 0
    top_px: int = 0
    """Where the corner of this sheet lies on a sheet of full size; even numbers, as chroma is kept for two by two
    pixels."""
    cycles: int = 1
    """How many times cels run through in one period of the shot: the last is followed by the first."""
    talking: str = ""
    """NPY of the same shape, shown instead while the one whom the shot is about speaks; empty where nothing changes."""
    other: bool = False
    """True where ``talking`` is not of the one whom the shot is about, but of another who speaks in it."""
    travel: tuple[tuple[float, float], ...] = ()
    """Ways (x, y) from its place through which the sheet passes in one period, evenly in time, the last followed by the
    first; in pixels of a layer. Between two of them at both of which the sheet is wholly beyond the paper it is not
    seen, so it may go out on one side and come in on another."""
    pans: int = 0
    """How much wider than a layer a still sheet is, in its pixels: in one period it moves by that to the left, evenly
    (negative: to the right). At the end of the period the picture goes over into that of its beginning."""
    melts: bool = False
    """Whether each of its pictures goes over into the next, as mist and light do; else one stands until the next."""
    copies: tuple[tuple[int, int], ...] = ()
    """Ways (x, y) from its place, in whole even pixels of a layer, to all places where the same pictures stand, as rain
    does in squares; empty = only where it is. They do not overlap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """Where a face may be seen: edges as shares of the frame's width and height, from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What of the layers is seen at one moment: shares of a layer's width and height, from its top left corner."""

    left: float
    top: float
    width: float
    """Of the layer's width; of its height as much, as both have one shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """What a painter answers: layers to be moved, or a clip that moves by itself."""

    layers: tuple[Layer, ...] = ()
    clip: str = ""
    """Path of a checked video file; empty where there are layers."""
    loops: bool = False
    """Whether the clip may be seen over and over, its end going over into its beginning; else its end is held."""
    keep: tuple[Face, ...] = ()
    """Faces of the clip, as shares of its own upright pictures, that no cut may leave out."""
    views: tuple[View, ...] = ()
    """Through which the camera goes in one period, evenly in time, the last followed by the first; empty = the
    camera's own way."""
    findings: tuple[Finding, ...] = ()
    faces: tuple[Face, ...] = ()
    """For whoever lays text over the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A moving picture for a scene, encoded once for all languages.

    The file holds ``gops`` closed groups of pictures of ``gop_frames`` frames each, then the hold group:
    one IDR and one more frame that repeat the last picture. Where it ``talks``, the same groups stand between them once
    more, with the one whom the shot is about speaking, and where ``also`` another does, a third time with that one
    speaking: each may be shown instead of its like.
    """

    scene: str
    media: str
    """sha256 of the MP4 in the store (empty before it is stored)."""
    width_px: int
    height_px: int
    fps: int
    gops: int
    gop_frames: int
    loops: bool
    """True where the last group runs into the first without a jump."""
    headers: str
    """sha256 of SPS and PPS: equal for all shots that stand in one film."""
    seed: int
    prompt: str
    """The brief and what the painter made of it, for people to read."""
    findings: tuple[Finding, ...] = ()
    talks: bool = False
    also: bool = False
    faces: tuple[Face, ...] = ()
    """For whoever lays text over the picture."""
