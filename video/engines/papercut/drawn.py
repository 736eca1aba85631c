"""What the kit can draw, as ids of concepts: plain data, so that a plan need not load the drawing library."""

from __future__ import annotations

_TIMES = "dawn morning day afternoon dusk night"
_SKY = "sun moon star cloud rainbow sunny rain storm snow fog wind"
_PLACES = (
    "village town city street square rooftop market harbour shop classroom room kitchen workshop hall library apartment"
    " road field terraces meadow orchard vineyard farm garden forest jungle savanna steppe desert oasis hill mountain"
    " valley volcano cave river waterfall lake swamp sea beach island underwater ice sky_above heaven space"
)
_THINGS = (
    "anchor axe bag ball banana basket bed bell bicycle blackboard boat book bow bowl bread bridge broom bucket bus"
    " bush cactus cake camera car carpet cart castle chair chest church clock cloth coconut coin computer crown cup"
    " doll door drum egg feather fence fire flag flower flute fruit gem grass guitar hammer hammock hat haystack hoe"
    " honey house hut key kite knife lamp lantern leaf letter log loom maize mask medicine milk mill mirror motorbike"
    " mushroom needle nest net oar oven palm pen phone pine plane plough pot pumpkin radio rattle rice ring rock"
    " scissors seed shelf shield ship shoes sickle soap soup spear spoon stall statue table television tent thread"
    " torch train tree truck trumpet umbrella water web well wheat wheel window"
)
_ANIMALS = (
    "ant antelope armadillo bat bear bee beetle bird boar buffalo butterfly camel cat caterpillar chick cow crab"
    " crocodile crow deer dog dolphin donkey dove dragonfly duck eagle elephant firefly fish fly fox frog giraffe goat"
    " goose gorilla grasshopper gull hare hedgehog hen hippo horse hummingbird hyena jackal jellyfish kangaroo koala"
    " leopard lion lizard llama monkey mouse octopus ostrich otter owl ox panda parrot peacock penguin pig rhino"
    " rooster scorpion seal shark sheep sloth snail snake spider squirrel starfish stork swallow tiger turkey turtle"
    " whale wolf woodpecker worm zebra"
)
_PEOPLE = "people children oldwoman oldman woman man girl boy"

DRAWN: frozenset[str] = frozenset(" ".join((_TIMES, _SKY, _PLACES, _THINGS, _ANIMALS, _PEOPLE)).split())
"""Everything else has to be stood for (``video.concepts.table.standing_for``), or is told."""
