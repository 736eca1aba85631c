"""What the kit can draw, as ids of concepts: plain data, so that a plan need not load the drawing library."""

from __future__ import annotations

_TIMES = "dawn morning day afternoon dusk night"
_SKY = "sun moon star cloud rainbow sunny rain storm snow fog"
_PLACES = "village town market forest river lake sea beach island mountain hill desert field garden room road sky_above"
_THINGS = (
    "house hut castle church mill bridge boat net fire well stall cart basket pot bread fruit table chair bed lamp book"
    " thread chest drum fence haystack tree pine palm bush flower wheat cactus rock log mushroom tent flag window door"
    " water grass"
)
_ANIMALS = (
    "fox wolf dog cat goat sheep cow donkey horse hare bear lion mouse pig deer elephant camel bird hen rooster duck"
    " owl turtle snake frog fish butterfly"
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
