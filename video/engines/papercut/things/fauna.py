"""All animals with what is known of each: how large, where it lives, how it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from video.engines.papercut.paper import Board
from video.engines.papercut.things import climbers, insects, legends, reptiles, sea, shore, smallest, upright
from video.engines.papercut.things.breeds import Breed
from video.engines.papercut.things.cousins import COUSINS
from video.engines.papercut.things.herds import HERDS
from video.engines.papercut.things.moment import Moment
from video.engines.papercut.things.wild import WILD

BREEDS: dict[str, Breed] = {**WILD, **HERDS, **COUSINS}

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

_CRAWLS = ("stand", "walk", "sleep")
CREATURES.update({
    "sea_urchin": Creature(draw=shore.draw_urchin, size=0.11, tall=40, gaits=("stand",), face=(0, -19)),
    "ray": Creature(draw=shore.draw_ray, size=0.3, tall=40, medium="water", gaits=SWIMS, face=(17, -3)),
    "eel": Creature(draw=shore.draw_eel, size=0.12, tall=24, medium="water", gaits=SWIMS, face=(33, 0)),
    "squid": Creature(draw=shore.draw_squid, size=0.24, tall=34, medium="water", gaits=SWIMS, face=(-3, 0)),
    "lobster": Creature(draw=shore.draw_lobster, size=0.15, tall=32, gaits=("stand", "walk"), face=(19, -16)),
    "crayfish": Creature(draw=shore.draw_crayfish, size=0.11, tall=32, gaits=("stand", "walk"), face=(19, -16)),
    "hermit_crab": Creature(draw=shore.draw_hermit, size=0.13, tall=38, gaits=("stand", "walk"), face=(0, -20)),
    "manatee": Creature(draw=shore.draw_manatee, size=0.5, tall=34, medium="water", gaits=SWIMS, face=(30, 0)),
    "walrus": Creature(draw=shore.draw_walrus, size=0.5, tall=36, gaits=("stand", "swim", "sleep"), face=(29, -29)),
    "sea_lion": Creature(draw=shore.draw_sea_lion, size=0.42, tall=36, gaits=("stand", "swim", "sleep"),
        face=(29, -29)),
    "tadpole": Creature(draw=shore.draw_tadpole, size=0.07, tall=24, medium="water", gaits=SWIMS, face=(11, -2)),
    "flea": Creature(draw=smallest.draw_flea, size=0.07, tall=32, gaits=_CRAWLS, face=(14, -17)),
    "louse": Creature(draw=smallest.draw_louse, size=0.055, tall=22, gaits=_CRAWLS, face=(14, -12)),
    "tick": Creature(draw=smallest.coloured(smallest.draw_louse, 0x6A4A44), size=0.055, tall=22, gaits=_CRAWLS,
        face=(14, -12)),
    "cicada": Creature(draw=smallest.draw_cicada, size=0.09, tall=28, gaits=_CRAWLS, face=(20, -14)),
    "cricket": Creature(draw=smallest.coloured(insects.draw_grasshopper, 0x5A4634), size=0.085, tall=34, gaits=_CRAWLS,
        face=(21, -15)),
    "mantis": Creature(draw=smallest.draw_mantis, size=0.14, tall=58, gaits=_CRAWLS, face=(12, -46)),
    "centipede": Creature(draw=smallest.draw_centipede, size=0.06, tall=20, gaits=_CRAWLS, face=(37, -10)),
    "slug": Creature(draw=smallest.draw_slug, size=0.065, tall=22, gaits=_CRAWLS, face=(23, -12)),
    "salamander": Creature(draw=smallest.draw_salamander, size=0.09, tall=20, gaits=_CRAWLS, face=(31, -17)),
    "axolotl": Creature(draw=smallest.draw_axolotl, size=0.1, tall=24, gaits=_CRAWLS, face=(31, -17)),
    "gecko": Creature(draw=smallest.coloured(reptiles.draw_lizard, 0xC9A070), size=0.075, tall=20, gaits=_CRAWLS,
        face=(31, -17)),
    "monitor_lizard": Creature(draw=smallest.coloured(reptiles.draw_lizard, 0x6A6658), size=0.26, tall=20,
        gaits=_CRAWLS, face=(31, -17)),
    "termite": Creature(draw=smallest.coloured(insects.draw_ant, 0xE2C08A), size=0.06, tall=28, gaits=_CRAWLS,
        face=(12, -15)),
    "wasp": Creature(draw=smallest.coloured(insects.draw_bee, 0xF6D92E), size=0.085, tall=34, medium="air",
        gaits=HOVERS, face=(16, -1)),
    "bumblebee": Creature(draw=smallest.coloured(insects.draw_bee, 0xD9902E), size=0.11, tall=34, medium="air",
        gaits=HOVERS, face=(16, -1)),
    "moth": Creature(draw=smallest.coloured(insects.draw_butterfly, 0xB49A7C), size=0.11, tall=50, medium="air",
        gaits=("fly", "stand", "sleep"), face=(3, -12)),
    "silkworm": Creature(draw=smallest.coloured(insects.draw_caterpillar, 0xEFE8D8), size=0.065, tall=26,
        gaits=_CRAWLS, face=(23, -12)),
    "leech": Creature(draw=smallest.coloured(reptiles.draw_worm, 0x3F4A3C), size=0.065, tall=22, gaits=_CRAWLS,
        face=(20, -17)),
    "cockroach": Creature(draw=smallest.coloured(insects.draw_beetle, 0x7A4226), size=0.065, tall=26, gaits=_CRAWLS,
        face=(16, -9)),
    "ladybird": Creature(draw=insects.draw_ladybird, size=0.07, tall=26, gaits=_CRAWLS, face=(16, -9)),
    "chimpanzee": Creature(draw=climbers.draw_chimpanzee, size=0.5, tall=46, medium="tree", face=(22, -35)),
    "orangutan": Creature(draw=smallest.coloured(climbers.draw_gorilla, 0xC2632E), size=0.62, tall=46, medium="tree",
        face=(22, -37)),
})  # fmt: skip

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
    "partridge": ("stand", "walk", "run", "fly", "sleep"),
    "pheasant": ("stand", "walk", "run", "fly", "sleep"),
    "guinea_fowl": ("stand", "walk", "run", "fly", "sleep"),
    "kiwi": ("stand", "walk", "run", "sleep"),
    "puffin": PADDLES,
    "cormorant": PADDLES,
    "pelican": PADDLES,
}
"""How birds go, where it is not as their medium has it."""

SHOALS: dict[str, float] = {
    "fish": 0.13, "goldfish": 0.12, "salmon": 0.15, "catfish": 0.18, "piranha": 0.13, "angelfish": 0.16,
        "shark": 0.55, "dolphin": 0.44,
    "whale": 1.6, "orca": 0.7, "narwhal": 0.6, "swordfish": 0.42, "clownfish": 0.12, "pufferfish": 0.18,
}  # fmt: skip
"""Height of what ``swimmers`` draws, as a share of a person's."""
