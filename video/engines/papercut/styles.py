"""House styles: what a part of the world is drawn with, as data (``styles.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DEFAULT = "paper"
"""The style of no part of the world: taken where nobody chose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earth:
    """What land, plants and water look like at noon; ``0xRRGGBB``."""

    ranges: tuple[int, int]
    """Far and nearer mountains."""
    hill: tuple[int, int]
    """Far and near hills."""
    ground: int
    sand: int
    leaf: tuple[int, int, int]
    """Leaves and grass, dark to light."""
    water: tuple[int, int]
    """Deep and light."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One house style."""

    id: str
    homes: tuple[str, ...]
    """Kinds of house in a village, the usual ones first."""
    town: tuple[str, ...]
    """Kinds of house in a town."""
    trees: tuple[str, ...]
    shrubs: tuple[str, ...]
    crop: str
    far: str
    """Shape of the far mountains."""
    hills: str
    """Shape of the nearer hills."""
    skies: tuple[str, ...]
    """Ways to cut the sky; one is taken by chance."""
    clouds: str
    front: str
    """What grows at the stage front."""
    room: str
    """Of what rooms are made."""
    paper: str
    """Of what the back cloth is made."""
    ornament: str
    """Pattern of borders: on walls, rugs, curtains, cards."""
    air: tuple[int, float]
    """Colour of the air and how much of it the sky takes."""
    earth: Earth
    walls: tuple[int, ...]
    roofs: tuple[int, ...]
    trim: int
    """Doors, shutters, beams."""
    cloth: tuple[int, ...]
    """Colours of cloth: awnings, rugs, curtains; a suggestion for clothes."""


@lru_cache(maxsize=1)
def load_styles() -> dict[str, Style]:
    """All house styles by id, the one of no particular place first."""
    with Path(__file__).with_name("styles.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {name: _style(name, table) for name, table in tables.items()}


def _style(name: str, row: dict[str, object]) -> Style:
    def words(key: str) -> tuple[str, ...]:
        value = row[key]
        assert isinstance(value, list)
        return tuple(str(word) for word in value)

    def colours(key: str) -> tuple[int, ...]:
        value = row[key]
        assert isinstance(value, list)
        return tuple(int(colour) for colour in value)

    def pair(key: str) -> tuple[int, int]:
        first, second = colours(key)
        return first, second

    def colour(key: str) -> int:
        value = row[key]
        assert isinstance(value, int)
        return value

    dark, middle, light = colours("leaf")
    air = row["air"]
    assert isinstance(air, list)
    return Style(
        id=name,
        homes=words("homes"),
        town=words("town"),
        trees=words("trees"),
        shrubs=words("shrubs"),
        crop=str(row["crop"]),
        far=str(row["far"]),
        hills=str(row["hills"]),
        skies=words("skies"),
        clouds=str(row["clouds"]),
        front=str(row["front"]),
        room=str(row["room"]),
        paper=str(row["paper"]),
        ornament=str(row["ornament"]),
        air=(int(air[0]), float(air[1])),
        earth=Earth(
            ranges=pair("ranges"),
            hill=pair("hill"),
            ground=colour("ground"),
            sand=colour("sand"),
            leaf=(dark, middle, light),
            water=pair("water"),
        ),
        walls=colours("walls"),
        roofs=colours("roofs"),
        trim=colour("trim"),
        cloth=colours("cloth"),
    )


def find_style(name: str) -> Style | None:
    """The style of an id; the default one for an empty id; None where there is no such style."""
    return load_styles().get(name or DEFAULT)
