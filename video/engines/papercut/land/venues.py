"""More settings: where people ride, play and look, on a bridge, under a roof, in a whale, on the moon."""

from __future__ import annotations

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
