"""Out on the water: a place seen from a boat or by who swims, with water where its ground would be."""

from __future__ import annotations

from dataclasses import replace

from video.engines.papercut.land.setting import AIR, Places, Setting, Stretch

SEAS = frozenset(("sea", "shore", "harbour", "island"))
LINE = 800.0
"""The water's line at a boat in the front."""
SHORE = 640.0
"""Where land ends and water begins; where trees stand close together they stand deeper in it."""


def out_on(setting: Setting) -> Setting:
    """The setting with nothing but water before its far side; rooms and what is closed stay as they are."""
    if setting.id == "abyss":
        water = (Stretch(left=0.08, right=0.92, y=LINE),)
        return replace(setting, feet=LINE, places=Places(water=water, air=(AIR,)))
    if setting.indoors or setting.closed or not setting.middle:
        return setting
    ids = {setting.id, *setting.also}
    salt = bool(ids & SEAS) or "sea" in setting.far
    wood = bool({"trunks", "jungle", "swamp trees"} & set(setting.middle))
    base = setting.base if salt or wood else SHORE
    middle = setting.middle
    if salt and "headland" not in middle:
        middle = ("waves far",)
    elif not salt and not wood and "far bank" not in middle and "slope" not in middle:
        middle = ("far bank", *middle)
    front = ("wave front",) if salt else setting.front if wood else ("bank plants",)
    return replace(
        setting,
        middle=middle,
        ground=("waves near",) if salt else ("water near",),
        front=front,
        base=base,
        line=640.0 if salt else base + 20,
        feet=LINE,
        places=Places(
            water=(
                Stretch(left=0.08, right=0.92, y=LINE),
                Stretch(left=0.08, right=0.92, y=base + 70, zoom=0.5),
            ),
            air=(AIR,),
        ),
    )
