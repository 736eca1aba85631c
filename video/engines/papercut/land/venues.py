"""More settings: where people ride, play and look, on a bridge, under a roof, in a whale, on the moon."""

from __future__ import annotations

from dataclasses import replace

from video.engines.papercut.land.setting import AIR, BACK, FRONT, Places, Setting, Stretch

_STANDING = Places(
    ground=(Stretch(left=0.1, right=0.9, y=842.0),),
    back=(Stretch(left=0.1, right=0.76, y=776.0, zoom=0.86),),
    air=(Stretch(left=0.2, right=0.8, y=420.0, zoom=0.6),),
)


def _inside(name: str, far: str, floor: str) -> Setting:
    return Setting(
        id=name, sky=(far,), far=(), middle=(), ground=(floor,), front=(), line=720.0, base=776.0, feet=842.0,
        places=_STANDING, indoors=True,
    )  # fmt: skip


VENUES: tuple[Setting, ...] = (
    _inside("carriage", "carriage", "gangway"),
    _inside("lift_cabin", "lift cabin", "parquet"),
    _inside("attic", "attic", "floor"),
    _inside("greenhouse", "greenhouse", "earth floor"),
    Setting(
        id="bridge_top", middle=("far bank", "grove"), ground=("bridge deck",), front=(), says=(1, 2, 9, 9),
        base=640.0, line=736.0,
        places=Places(ground=(FRONT,), back=(), water=(Stretch(left=0.1, right=0.9, y=690.0, zoom=0.4),), air=(AIR,)),
    ),
    Setting(
        id="ship_deck", far=("sea",), middle=("waves far",), ground=("waves near", "ship deck"), front=(),
        says=(7, 9, 9, 9), horizon=505.0, base=560.0, line=736.0, feet=832.0,
        places=Places(ground=(Stretch(left=0.16, right=0.84, y=832.0),),
                      water=(Stretch(left=0.1, right=0.9, y=640.0, zoom=0.4),), air=(AIR,)),
    ),
    Setting(
        id="stadium", far=("hills",), middle=("stands",), ground=("pitch",), front=(), says=(5, 8, 8, 8),
        tint=(("ground", 0x6FA94E, 0.6),),
    ),
    Setting(
        id="belly", sky=("belly wall",), far=(), middle=(), ground=("belly floor",), front=(), says=(9, 9, 9, 9),
        closed=True,
        places=Places(ground=(FRONT,), back=(BACK,), air=(Stretch(left=0.2, right=0.8, y=330.0, zoom=0.6),)),
    ),
    Setting(
        id="moon_land", sky=("moon sky",), far=(), middle=("moon hills",), ground=("moon ground",), front=(),
        says=(9, 9, 9, 9), closed=True,
    ),
)  # fmt: skip

BROWN = (("water", 0x8C7650, 0.6),)
MUD = (("ground", 0x7A5B3E, 0.7), ("sand", 0x86664A, 0.7))
WET = frozenset(
    ("river across", "lake", "waves near", "swamp", "stream", "bridge deck", "dark water", "water near", "basin")
)
"""Parts of the ground that are water anyway."""


def flooded(setting: Setting, weather: tuple[str, ...]) -> Setting:
    """The setting with brown water before its houses in a flood, and with ground of mud where it is muddy."""
    if setting.indoors or setting.closed:
        return setting
    if "muddy" in weather:
        setting = replace(setting, tint=(*setting.tint, *MUD))
    if "flood" not in weather:
        return setting
    setting = replace(setting, tint=(*setting.tint, *BROWN))
    if WET & set(setting.ground):
        return setting
    places = replace(setting.places, back=(), water=(Stretch(left=0.05, right=0.95, y=726.0, zoom=0.5),))
    return replace(setting, ground=("river across",), base=660.0, line=782.0, places=places)
