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

# All of ``things.catalog``, which a test compares.
_KIT_ANIMALS = (
    "fox wolf coyote jackal dog cat lion lioness tiger leopard jaguar cheetah hyena bear polar_bear panda elephant"
    " hippo rhino tapir capybara guinea_pig mouse rat hare rabbit squirrel hedgehog armadillo anteater otter beaver"
    " badger skunk raccoon goat kid sheep ram lamb cow calf ox buffalo yak donkey horse foal unicorn zebra giraffe"
    " llama alpaca vicuna camel deer doe fawn reindeer moose antelope pig boar bird sparrow robin dove swallow crow"
    " gull woodpecker hummingbird hen rooster chick turkey duck mallard goose swan eagle hawk condor vulture parrot"
    " macaw toucan heron stork crane flamingo ostrich peacock fish goldfish salmon catfish piranha angelfish shark"
    " dolphin whale orca owl penguin bat monkey gorilla sloth koala kangaroo turtle tortoise crocodile lizard iguana"
    " chameleon snake frog toad snail worm dragon dinosaur seal octopus crab jellyfish starfish seahorse shrimp spider"
    " ant bee butterfly firefly dragonfly mosquito fly beetle grasshopper caterpillar scorpion"
)
_KIT_THINGS = (
    "fire campfire torch candle lamp lantern oven stove boat canoe raft ship oar net fishing_rod anchor loom spindle"
    " spinning_wheel thread cloth needle scissors broom soap ladder rope axe hoe rake shovel sickle plough hammer"
    " knife spear bow arrow shield sword basket pot bowl rice soup cup jug mortar bread cheese milk honey cake spoon"
    " maize cassava yam potato banana apple mango coconut fruit egg nest pumpkin chili sheaf grapes melon pineapple"
    " vegetables carrot tomato onion salt ice_cream meat bone branch smoke paper map picture violin harp piano lotus"
    " tulip drum flute panpipe guitar trumpet rattle bell mask ball kite doll spinning_top dice balloon rocket gift"
    " trophy heart bubble snowman scarecrow sled book letter pen blackboard desk phone computer television radio"
    " camera microphone bicycle motorbike car bus truck train plane cart wheel sack box chest bag suitcase key ring"
    " crown coin gold pearl mirror clock umbrella hat shoes medicine table chair stool bench bed hammock mat cradle"
    " door window shelf bottle pan plate kettle barrel cage comb glasses pillow throne carpet clothes lightbulb stick"
    " saw hook fish_trap cross pitchfork seed sprout flower rose sunflower mushroom leaf log firewood rock stone bush"
    " feather shell star drop gem well stall haystack tent flag fence gate gravestone statue bucket beehive web"
    " anthill"
)

_LISTS = (_TIMES, _SKY, _PLACES, _THINGS, _ANIMALS, _PEOPLE, _KIT_ANIMALS, _KIT_THINGS)
DRAWN: frozenset[str] = frozenset(" ".join(_LISTS).split())
"""Everything else has to be stood for (``video.concepts.table.standing_for``), or is told."""
