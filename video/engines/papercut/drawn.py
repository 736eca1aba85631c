"""What the kit can draw, as ids of concepts: plain data, so that a plan need not load the drawing library."""

from __future__ import annotations

_TIMES = "dawn morning day afternoon dusk night"
_SKY = "sun moon star cloud rainbow sunny rain storm snow fog wind drought overcast"
_PLACES = (
    "village town city street square rooftop market harbour shop classroom room kitchen workshop hall library"
    " apartment road field terraces meadow orchard vineyard farm garden balcony courtyard forest jungle"
    " savanna steppe desert oasis hill"
    " mountain valley volcano cave river waterfall lake swamp sea open_sea abyss beach island underwater ice"
    " sky_above heaven space"
    " bedroom camp canyon cemetery church_inside cliff crossroads factory hospital mine office playground school"
    " spring stage stairwell station"
)
_THINGS = (
    "accordion acorn anchor anthill apple apple_tree apron armchair arrow avocado axe baby_bottle bag ball balloon"
    " banana banana_leaf bandage barrel basin basket bathtub beans bed beehive beet bell bench berries bicycle"
    " bicycle_wheel bin blackboard boat bone book boots bottle bow bowl box branch bread bridge broom brush bubble"
    " bucket buoy bus bush butter button cabbage cactus cage cake calabash camera campfire candle candy canoe cap car"
    " cardboard_box carpet carrot cart cassava castle cauldron chair cheese cheese_mould cherries cherry_tree chest"
    " chili chocolate chopsticks church churn clam clock cloth clothes coat coconut coin comb compost_bin computer"
    " cookies cooking_pot cradle cricket_bat cross crown crutch cucumber cup curd cutting_board desk dice doll door"
    " doorbell dough doughnut drawer dress dresser driftwood drop drum drying_rack dung_heap egg eggplant fan feather"
    " fence fig fig_tree fire firewood first_aid fish_trap fishing_rod flag flatbread flour flower flower_pot flute"
    " fork forked_stick fridge fried_fish fruit funnel fur fuse_box garlic gate gem gift glass glasses glove glue gold"
    " grapes grass gravestone guitar hammer hammock hand_fan harp hat haystack heart helmet hoe honey hook hose house"
    " hut ice_cream inner_tube iron ironing_board jar jerrycan jug kettle key kiln kite knife ladder lamp lantern"
    " latrine leaf leak lemon lemon_tree letter lift light_switch lightbulb lighthouse lock log lollipop loom lotus"
    " machete maize mango mango_tree map mask mat matches meal meat medicine melon microphone milk mill millet mirror"
    " mop mortar mosquito_net moss motorbike mound mushroom nail needle nest net noodles nuts oar onion orange"
    " orange_tree oven paintbrush palm pan pancakes pannier panpipe papaya paper patch peach peach_tree peanuts pear"
    " pear_tree pearl peg pen pencil phone piano pickaxe picture pie pillow pills pine pineapple pipe pitchfork pizza"
    " plane plank plate pliers plough plug plum pomegranate pot potato potted_plant potters_wheel puddle pulley pump"
    " pumpkin radio raft rake rattle rice ring rock rocket rolling_pin root rope rose ruler sack salt salt_heap"
    " sandals sandpaper sandwich sapling sausage saw scales scarecrow scissors screwdriver secateurs seed seed_tray"
    " sheaf shelf shell shield ship shirt shoes shovel sickle sieve signpost sink skateboard sled smoke snowman soap"
    " sock sofa soup spear spindle spinning_top spinning_wheel sponge spoon sprayer sprout stairs stall star statue"
    " stepladder stethoscope stick stone stool stove strawberry suitcase sunflower sweet_pepper sword syringe table"
    " tap tape tape_line television tent thermometer thermos thimble thread throne tippy_tap toilet tomato toothbrush"
    " torch towel train tray tree trophy trousers trowel truck trumpet tulip turnip twig twigs tyre tyre_lever"
    " umbrella van vegetables violin wardrobe washing_machine water water_filter water_pump water_tank watering_can"
    " web well wetsuit wheat wheel wheelbarrow wheelchair wildfire window wrench yam"
)
_ANIMALS = (
    "alpaca angelfish ant anteater antelope armadillo badger bat bear beaver bee beetle bird boar buffalo butterfly"
    " calf camel capybara cat caterpillar catfish chameleon cheetah chick condor cow coyote crab crane crocodile crow"
    " deer dinosaur doe dog dolphin donkey dove dragon dragonfly duck eagle elephant fawn firefly fish flamingo fly"
    " foal fox frog giraffe goat goldfish goose gorilla grasshopper guinea_pig gull hare hawk hedgehog hen heron hippo"
    " horse hummingbird hyena iguana jackal jaguar jellyfish kangaroo kid kitten koala lamb leopard lion lioness"
    " lizard llama macaw mallard monkey moose mosquito mouse mouse_deer octopus orca ostrich otter owl ox panda parrot"
    " peacock penguin pig piranha polar_bear puppy rabbit raccoon ram rat reindeer rhino robin rooster salmon scorpion"
    " seahorse seal shark sheep shrimp skunk sloth snail snake sparrow spider squirrel starfish stork swallow swan"
    " tapir tiger toad tortoise toucan turkey turtle unicorn vicuna vulture whale wolf woodpecker worm yak zebra"
)
_PEOPLE = (
    "people children oldwoman oldman woman man girl boy baby mother father king queen prince princess chief fisherman"
    " weaver farmer shepherd hunter teacher student doctor nurse healer cook baker smith potter carpenter miller"
    " tailor merchant woodcutter soldier sailor driver police firefighter postman"
    " mechanic beekeeper waiter pilot musician singer dancer storyteller priest"
    " monk artist scientist astronaut god giant witch fairy dwarf angel mermaid clown"
)

DRAWN: frozenset[str] = frozenset(" ".join((_TIMES, _SKY, _PLACES, _THINGS, _ANIMALS, _PEOPLE)).split())
"""Everything else has to be stood for (``video.concepts.table.standing_for``), or is told."""
