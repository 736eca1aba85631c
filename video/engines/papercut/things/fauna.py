"""All animals with what is known of each: how large, where it lives, how it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from video.engines.papercut.paper import Board
from video.engines.papercut.things import climbers, insects, legends, reptiles, sea, upright
from video.engines.papercut.things.breeds import Breed
from video.engines.papercut.things.herds import HERDS
from video.engines.papercut.things.moment import Moment
from video.engines.papercut.things.wild import WILD

BREEDS: dict[str, Breed] = {**WILD, **HERDS}

WALKS = ("stand", "walk", "run", "sleep")
BEASTS = ("stand", "walk", "run", "sleep", "sit")
FLIES = ("fly", "stand", "walk", "sleep")
PERCHES = ("stand", "walk", "fly", "sleep")
PADDLES = ("stand", "walk", "swim", "fly", "sleep")
SITS = ("stand", "sleep")
HOVERS = ("fly", "sleep")
SWIMS = ("swim",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Creature:
    """An animal with a drawing of its own."""

    draw: Callable[[Board, Moment], None]
    size: float
    """Its height as a share of a person's."""
    tall: float
    """Its height in the units of its drawing."""
    medium: str = "land"
    gaits: tuple[str, ...] = WALKS
    face: tuple[float, float] = (0.0, -20.0)
    """Where its face is, in the units of its drawing, in its usual gait."""


CREATURES: dict[str, Creature] = {
    "owl": Creature(draw=upright.draw_owl, size=0.24, tall=46, medium="tree", gaits=("stand", "fly", "sleep"),
        face=(0, -33)),
    "penguin": Creature(draw=upright.draw_penguin, size=0.4, tall=48, gaits=("stand", "walk", "swim", "sleep"),
        face=(4, -41)),
    "bat": Creature(draw=upright.draw_bat, size=0.12, tall=44, medium="air", gaits=("fly", "stand", "sleep"),
        face=(0, -9)),
    "monkey": Creature(draw=climbers.draw_monkey, size=0.36, tall=44, medium="tree", face=(22, -34)),
    "gorilla": Creature(draw=climbers.draw_gorilla, size=0.72, tall=46, face=(22, -37)),
    "sloth": Creature(draw=climbers.draw_sloth, size=0.3, tall=46, medium="tree", gaits=SITS, face=(26, -26)),
    "koala": Creature(draw=climbers.draw_koala, size=0.3, tall=40, medium="tree", gaits=SITS, face=(3, -30)),
    "kangaroo": Creature(draw=climbers.draw_kangaroo, size=0.72, tall=66, gaits=("stand", "walk", "run"), face=(11,
        -53)),
    "turtle": Creature(draw=reptiles.draw_turtle, size=0.22, tall=41, gaits=("stand", "walk", "swim", "sleep"),
        face=(48, -31)),
    "tortoise": Creature(draw=reptiles.draw_tortoise, size=0.24, tall=41, gaits=("stand", "walk", "sleep"),
        face=(48, -31)),
    "crocodile": Creature(draw=reptiles.draw_crocodile, size=0.32, tall=34, gaits=("stand", "walk", "swim",
        "sleep"), face=(44, -29)),
    "lizard": Creature(draw=reptiles.draw_lizard, size=0.09, tall=20, gaits=("stand", "walk", "sleep"), face=(31,
        -17)),
    "iguana": Creature(draw=reptiles.draw_iguana, size=0.16, tall=22, gaits=("stand", "walk", "sleep"), face=(31,
        -17)),
    "chameleon": Creature(draw=reptiles.draw_chameleon, size=0.16, tall=36, medium="tree", gaits=SITS, face=(26, -24)),
    "snake": Creature(draw=reptiles.draw_snake, size=0.17, tall=36, gaits=("stand", "walk", "sleep"), face=(41,
        -32)),
    "frog": Creature(draw=reptiles.draw_frog, size=0.1, tall=35, gaits=("stand", "walk", "swim", "sleep"), face=(0,
        -27)),
    "toad": Creature(draw=reptiles.draw_toad, size=0.1, tall=35, gaits=("stand", "walk", "sleep"), face=(0, -27)),
    "snail": Creature(draw=reptiles.draw_snail, size=0.09, tall=30, gaits=("stand", "walk", "sleep"), face=(23, -14)),
    "worm": Creature(draw=reptiles.draw_worm, size=0.07, tall=22, gaits=("stand", "walk", "sleep"), face=(20, -17)),
    "dragon": Creature(
        draw=legends.draw_dragon, size=1.5, tall=96, gaits=("stand", "walk", "fly", "sleep"), face=(51, -81)
    ),
    "dinosaur": Creature(draw=legends.draw_dinosaur, size=1.9, tall=104, gaits=("stand", "walk"), face=(55, -95)),
    "seal": Creature(draw=sea.draw_seal, size=0.34, tall=36, gaits=("stand", "swim", "sleep"), face=(29, -29)),
    "octopus": Creature(draw=sea.draw_octopus, size=0.34, tall=46, medium="water", gaits=SWIMS, face=(0, -5)),
    "crab": Creature(draw=sea.draw_crab, size=0.12, tall=26, gaits=("stand", "walk"), face=(0, -15)),
    "jellyfish": Creature(draw=sea.draw_jellyfish, size=0.22, tall=46, medium="water", gaits=SWIMS, face=(0, -9)),
    "starfish": Creature(draw=sea.draw_starfish, size=0.1, tall=27, gaits=("stand",), face=(0, -12)),
    "seahorse": Creature(draw=sea.draw_seahorse, size=0.16, tall=48, medium="water", gaits=SWIMS, face=(6, -17)),
    "shrimp": Creature(draw=sea.draw_shrimp, size=0.07, tall=22, medium="water", gaits=SWIMS, face=(14, -3)),
    "spider": Creature(draw=insects.draw_spider, size=0.1, tall=26, gaits=("stand", "walk", "fly", "sleep"),
        face=(0, -10)),
    "ant": Creature(draw=insects.draw_ant, size=0.07, tall=28, gaits=("stand", "walk", "sleep"), face=(12, -15)),
    "bee": Creature(draw=insects.draw_bee, size=0.09, tall=34, medium="air", gaits=HOVERS, face=(16, -1)),
    "butterfly": Creature(draw=insects.draw_butterfly, size=0.13, tall=50, medium="air", gaits=("fly", "stand",
        "sleep"), face=(3, -12)),
    "firefly": Creature(draw=insects.draw_firefly, size=0.08, tall=34, medium="air", gaits=HOVERS, face=(13, -1)),
    "dragonfly": Creature(draw=insects.draw_dragonfly, size=0.11, tall=36, medium="air", gaits=HOVERS, face=(18, -1)),
    "mosquito": Creature(draw=insects.draw_mosquito, size=0.07, tall=36, medium="air", gaits=HOVERS, face=(13, -2)),
    "fly": Creature(draw=insects.draw_fly, size=0.06, tall=32, medium="air", gaits=HOVERS, face=(13, -2)),
    "beetle": Creature(draw=insects.draw_beetle, size=0.07, tall=26, gaits=("stand", "walk", "sleep"), face=(16, -9)),
    "grasshopper": Creature(draw=insects.draw_grasshopper, size=0.09, tall=34, gaits=("stand", "walk", "sleep"),
        face=(21, -15)),
    "caterpillar": Creature(draw=insects.draw_caterpillar, size=0.07, tall=26, gaits=("stand", "walk", "sleep"),
        face=(23, -12)),
    "scorpion": Creature(draw=insects.draw_scorpion, size=0.1, tall=42, gaits=("stand", "walk"), face=(12, -11)),
}  # fmt: skip

FLOCK: dict[str, tuple[str, ...]] = {
    "hen": ("stand", "walk", "run", "fly", "sleep"),
    "rooster": ("stand", "walk", "run", "fly", "sleep"),
    "chick": ("stand", "walk", "run", "sleep"),
    "turkey": ("stand", "walk", "sleep"),
    "ostrich": ("stand", "walk", "run", "sleep"),
    "peacock": ("stand", "walk", "sleep"),
    "duck": PADDLES,
    "mallard": PADDLES,
    "goose": PADDLES,
    "swan": ("swim", "stand", "walk", "fly", "sleep"),
    "hummingbird": ("fly", "stand"),
}
"""How birds go, where it is not as their medium has it."""

SHOALS: dict[str, float] = {
    "fish": 0.13, "goldfish": 0.12, "salmon": 0.15, "catfish": 0.18, "piranha": 0.13, "angelfish": 0.16,
        "shark": 0.55, "dolphin": 0.44,
    "whale": 1.15, "orca": 0.7,
}  # fmt: skip
"""Height of what ``swimmers`` draws, as a share of a person's."""
