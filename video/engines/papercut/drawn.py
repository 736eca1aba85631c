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
    "anchor axe bag ball balloon banana barrel basket bed bell bicycle blackboard boat bone book bottle bow bowl"
    " branch bread bridge broom bubble bucket bus bush cactus cage cake camera car carpet cart castle chair chest"
    " church clock cloth clothes coconut coin comb computer cross crown cup dice doll door drum egg feather fence fire"
    " fish_trap flag flower flute fruit gem gift glasses grapes grass guitar hammer hammock hat haystack heart hoe"
    " honey hook house hut key kite knife lamp lantern leaf letter lightbulb log loom maize map mask medicine melon"
    " milk mill mirror motorbike mushroom needle nest net oar oven palm paper pen phone piano picture pillow pine"
    " pineapple plane plough pot pumpkin radio rattle rice ring rock rocket salt saw scarecrow scissors seed shelf"
    " shell shield ship shoes sickle sled smoke snowman soap soup spear spinning_top spoon stall statue stick table"
    " television tent thread throne torch train tree trophy truck trumpet umbrella vegetables water web well wheat"
    " wheel window"
)
_ANIMALS = (
    "ant antelope armadillo badger bat bear bee beetle bird boar buffalo butterfly camel cat caterpillar chick cow"
    " crab crocodile crow deer dinosaur dog dolphin donkey dove dragon dragonfly duck eagle elephant firefly fish fly"
    " fox frog giraffe goat goose gorilla grasshopper gull hare hedgehog hen hippo horse hummingbird hyena jackal"
    " jellyfish kangaroo koala leopard lion lizard llama monkey mouse octopus ostrich otter owl ox panda parrot"
    " peacock penguin pig rhino rooster scorpion seal shark sheep sloth snail snake spider squirrel starfish stork"
    " swallow tiger turkey turtle unicorn whale wolf woodpecker worm zebra"
)
_PEOPLE = "people children oldwoman oldman woman man girl boy"

DRAWN: frozenset[str] = frozenset(" ".join((_TIMES, _SKY, _PLACES, _THINGS, _ANIMALS, _PEOPLE)).split())
"""Everything else has to be stood for (``video.concepts.table.standing_for``), or is told."""
