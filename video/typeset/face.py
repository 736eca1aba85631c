"""One font file, opened once: its characters, the ink of its glyphs, and the same bytes for shaping and painting."""

from __future__ import annotations

import os
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from languages.errors import FontRefused
from video.typeset.font_check import BIGGEST_BYTES, check_font

if TYPE_CHECKING:
    import skia
    import uharfbuzz as hb

REGULAR, BOLD = 400, 700
"""Source: OpenType specification 1.9.1, «OS/2», usWeightClass, and axis tag «wght»."""
WEIGHT_AXIS = "wght"

Extents = tuple[int, int, int, int]
"""(left, top, right, bottom) of a glyph's ink in font units, y upwards; all 0 for a glyph without ink."""


class Bytes:
    """A font file's bytes, as shaper and painter want them; all faces of a collection share them."""

    __slots__ = ("_digest", "_painter", "plain", "shaper")

    def __init__(self, plain: bytes) -> None:
        import uharfbuzz as hb

        self.plain = plain
        self.shaper = hb.Blob(plain)
        self._painter: skia.Data | None = None
        self._digest = ""

    def digest(self) -> str:
        """SHA-256, counted once."""
        self._digest = self._digest or sha256(self.plain).hexdigest()
        return self._digest

    def painter(self) -> skia.Data:
        """A copy: what is painted may outlive us."""
        if self._painter is None:
            import skia

            self._painter = skia.Data.MakeWithCopy(self.plain)
        return self._painter


class Face:
    """One face of a font file. Nothing of it changes once it is made, so threads may share it."""

    __slots__ = (
        "_data", "_extents", "_typeface", "characters", "coloured", "family", "font", "index", "path", "upem",
        "variable", "version", "weight",
    )  # fmt: skip

    def __init__(self, path: str, index: int, data: Bytes, weight: int = REGULAR) -> None:
        import uharfbuzz as hb

        self.path = path
        self.index = index
        """Which face of a collection; 0 in a file with one font."""
        self._data = data
        face = hb.Face(data.shaper, index)
        self.font: hb.Font = hb.Font(face)
        axis = next((a for a in face.axis_infos if a.tag == WEIGHT_AXIS), None)
        self.variable = axis is not None
        """Whether the file holds all weights."""
        if axis is not None:
            self.font.set_variations({WEIGHT_AXIS: min(max(weight, axis.min_value), axis.max_value)})
        self.weight = round(self.font.get_style_value(hb.StyleTag.WEIGHT))
        """From 1 to 1000; 400 is regular, 700 bold."""
        self.upem: int = face.upem
        """Font units to the em."""
        self.characters: hb.Set = face.unicodes
        """Code points that the font has glyphs for."""
        if not face.glyph_count or not self.upem or len(self.characters) == 0:
            raise FontRefused(
                "It has no glyphs that belong to characters (no readable cmap).",
                path=path,
                expected="A font that says which of its glyphs draws which character.",
                remedy="Take another file.",
            )
        self.family: str = face.get_name(16) or face.get_name(1) or Path(path).stem
        self.version: str = face.get_name(5) or "unknown"
        """What the font says of its version: the same text looks different with another."""
        self.coloured: bool = face.has_color_svg or face.has_color_png or face.has_color_layers or face.has_color_paint
        """Whether glyphs may be pictures, of which nobody here knows whether they are empty."""
        self._extents: dict[int, Extents] = {}
        self._typeface: skia.Typeface | None = None

    def __repr__(self) -> str:
        return f"Face({self.family!r}, {self.path!r}, {self.index})"

    @property
    def bytes(self) -> bytes:
        """The whole file."""
        return self._data.plain

    def digest(self) -> str:
        """SHA-256 of the file."""
        return self._data.digest()

    def weighing(self, weight: int) -> Face:
        """The same face in another weight where its file holds all of them; else itself."""
        return open_face(Path(self.path), self.index, weight) if self.variable and self.weight != weight else self

    def extents(self, glyph: int) -> Extents:
        """Where the ink of a glyph is, from its origin."""
        known = self._extents.get(glyph)
        if known is None:
            found = self.font.get_glyph_extents(glyph)
            known = (0, 0, 0, 0)
            if found is not None and found.width:
                left, top = found.x_bearing, found.y_bearing
                known = (left, top, left + found.width, top + found.height)
            self._extents[glyph] = known
        return known

    def has_glyph(self, character: str) -> int:
        """The glyph of one character without any shaping; 0 where there is none."""
        return self.font.get_nominal_glyph(ord(character)) or 0

    def blank(self, glyph: int) -> bool:
        """Whether a glyph shows nothing."""
        left, _, right, _ = self.extents(glyph)
        return left == right and not self.coloured

    def typeface(self) -> skia.Typeface:
        """The same face for painting.

        Raises:
            FontRefused: the painter cannot read what the shaper could.
        """
        if self._typeface is None:
            import skia

            # Not skia.Typeface.MakeFromData: that reads the settings of fontconfig first, and complains of them.
            made = skia.FontMgr.New_Custom_Empty().makeFromData(self._data.painter(), self.index)
            if made is not None and self.variable:
                made = _weighed(made, self.weight)
            if made is None or made.countGlyphs() == 0:
                raise FontRefused(
                    "Its outlines cannot be read.",
                    path=self.path,
                    expected="TrueType or OpenType outlines, or coloured pictures.",
                    remedy="Take another file.",
                )
            self._typeface = made
        return self._typeface


def _weighed(typeface: skia.Typeface, weight: int) -> skia.Typeface:
    import skia

    position = skia.FontArguments.VariationPosition
    axis = int.from_bytes(WEIGHT_AXIS.encode(), "big")
    arguments = skia.FontArguments()
    coordinates = position.Coordinates([position.Coordinate(axis, weight)])
    arguments.setVariationDesignPosition(position(coordinates))
    return typeface.makeClone(arguments)


def open_face(path: Path, index: int = 0, weight: int = REGULAR) -> Face:
    """The face, opened anew only when the file has changed. ``weight`` counts where the file holds all weights.

    Raises:
        FontRefused: there is no such file, or it is no font that can be used; the message says what is wrong with it.
    """
    return _open(str(path), index, weight, *_stamp(path))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        seen = os.stat(path)
    except (OSError, ValueError) as error:
        raise FontRefused(
            f"It cannot be read ({getattr(error, 'strerror', None) or error}).",
            path=str(path),
            expected="A font file: .ttf, .otf, .ttc or .otc.",
            remedy="Correct the path.",
        ) from error
    if not path.is_file():
        raise FontRefused(
            "It is a folder." if path.is_dir() else "It is no file.",
            path=str(path),
            expected="A font file: .ttf, .otf, .ttc or .otc.",
            remedy="Name the file in it." if path.is_dir() else "Correct the path.",
        )
    if seen.st_size > BIGGEST_BYTES:
        raise FontRefused(
            f"It has {seen.st_size / 1e6:.0f} MB.",
            path=str(path),
            expected=f"A font file of at most {BIGGEST_BYTES / 1e6:.0f} MB.",
            remedy="Take another file.",
        )
    return seen.st_mtime_ns, seen.st_size


@lru_cache(16)
def _bytes(path: str, changed_ns: int, size: int) -> Bytes:
    """The whole file. Not mapped into memory: a file that shrinks while it is used would end this process."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise FontRefused(
            f"It cannot be read ({error.strerror}).", path=path, expected="A readable file.", remedy="Mind its rights."
        ) from error
    check_font(path, data)
    return Bytes(data)


@lru_cache(256)
def _open(path: str, index: int, weight: int, changed_ns: int, size: int) -> Face:
    data = _bytes(path, changed_ns, size)
    check_font(path, data.plain, index)
    return Face(path, index, data, weight)


def face_names(path: Path) -> tuple[tuple[str, str], ...]:
    """(family, full name) of each face in a font file or collection, in their order.

    Raises:
        FontRefused: there is no such file, or it is no font that can be used.
    """
    return _names(str(path), *_stamp(path))


@lru_cache(64)
def _names(path: str, changed_ns: int, size: int) -> tuple[tuple[str, str], ...]:
    import uharfbuzz as hb

    blob = _bytes(path, changed_ns, size).shaper
    faces = [hb.Face(blob, index) for index in range(hb.Face(blob).count)]
    families = [str(face.get_name(16) or face.get_name(1) or "") for face in faces]
    return tuple((family, str(face.get_name(4) or family)) for face, family in zip(faces, families, strict=True))
