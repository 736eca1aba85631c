"""What the kit can draw, as ids of concepts: plain data, so that a plan need not load the drawing library."""

from __future__ import annotations

_TIMES = "dawn morning day afternoon dusk night"
_SKY = "sun moon star cloud rainbow sunny rain storm snow fog wind drought overcast blackout"
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
    "accordion anchor anthill apple apple_tree armchair arrow axe bag ball balloon banana banana_leaf barrel basin"
    " basket bathtub bed beehive bell bench berries bicycle bicycle_wheel bin blackboard boat bone book bottle bow"
    " bowl box branch bread bridge broom bubble bucket buoy bus bush button cactus cage cake calabash camera campfire"
    " candle canoe car cardboard_box carpet carrot cart cassava castle cauldron chair cheese cheese_mould cherry_tree"
    " chest chili church churn clam clock cloth clothes coconut coin comb computer cooking_pot cradle cricket_bat"
    " cross crown cup curd cutting_board desk dice doll door doorbell drawer dresser driftwood drop drum drying_rack"
    " dung_heap egg fan feather fence fig_tree fire firewood fish_trap fishing_rod flag flower flower_pot flute"
    " forked_stick fridge fried_fish fruit funnel fur fuse_box gate gem gift glasses glue gold grapes grass gravestone"
    " guitar hammer hammock hand_fan harp hat haystack heart hoe honey hook house hut ice_cream inner_tube iron"
    " ironing_board jar jerrycan jug kettle key kiln kite knife ladder lamp lantern leaf leak lemon_tree letter lift"
    " light_switch lightbulb lighthouse lock log loom lotus machete maize mango mango_tree map mask mat matches meat"
    " medicine melon microphone milk mill mirror mortar moss motorbike mound mushroom nail needle nest net oar onion"
    " orange_tree oven paintbrush palm pan pannier panpipe paper patch peach_tree pear_tree pearl pen pencil phone"
    " piano picture pillow pine pineapple pipe pitchfork plane plank plate pliers plough plug pot potato potted_plant"
    " potters_wheel puddle pump pumpkin radio raft rake rattle rice ring rock rocket rolling_pin root rope rose ruler"
    " sack salt salt_heap sandpaper sapling saw scales scarecrow scissors screwdriver seed sheaf shelf shell shield"
    " ship shoes shovel sickle sieve signpost sink skateboard sled smoke snowman soap sofa soup spear spindle"
    " spinning_top spinning_wheel spoon sprout stairs stall star statue stepladder stick stone stool stove suitcase"
    " sunflower sword table tap tape tape_line television tent thimble thread throne toilet tomato torch towel train"
    " tray tree trophy trowel truck trumpet tulip twig twigs tyre tyre_lever umbrella van vegetables violin wardrobe"
    " washing_machine water water_pump watering_can web well wheat wheel wheelbarrow wildfire window wrench yam"
)
_ANIMALS = (
    "aardvark agouti albatross alpaca angelfish ant anteater antelope armadillo axolotl badger bat bear beaver bee"
    " beetle bird blackbird boar buffalo bumblebee butterfly calf camel canary capybara cat caterpillar catfish"
    " centipede chameleon cheetah chick chimpanzee chinchilla cicada clownfish coati cockroach condor cormorant cow"
    " coyote crab crane crayfish cricket crocodile crow cuckoo deer dingo dinosaur doe dog dolphin donkey dormouse"
    " dove dragon dragonfly duck eagle echidna eel elephant fawn ferret finch firefly fish flamingo flea fly foal fox"
    " frog gecko giraffe goat goldfinch goldfish goose gorilla grasshopper guinea_fowl guinea_pig gull hamster hare"
    " hawk hedgehog hen hermit_crab heron hippo hoopoe hornbill horse hummingbird hyena ibex ibis iguana jackal jaguar"
    " jay jellyfish kangaroo kid kingfisher kitten kiwi koala ladybird lamb lapwing lark leech lemur leopard lion"
    " lioness lizard llama lobster louse lynx macaw magpie mallard mammoth manatee mantis marmot marten meerkat mole"
    " mongoose monitor_lizard monkey moose mosquito moth mouse mouse_deer narwhal nightingale ocelot octopus okapi"
    " opossum orangutan orca ostrich otter ovenbird owl ox panda pangolin parrot partridge peacock peccary pelican"
    " penguin pheasant phoenix pig piranha platypus polar_bear porcupine pufferfish puffin puma puppy quetzal rabbit"
    " raccoon ram rat ray reindeer rhino robin rooster salamander salmon scorpion sea_lion sea_urchin seahorse seal"
    " shark sheep shrew shrimp silkworm skunk sloth slug snail snake sparrow spider squid squirrel starfish stoat"
    " stork swallow swan swordfish tadpole tapir termite thrush tick tiger titmouse toad tortoise toucan turkey turtle"
    " unicorn vicuna vulture walrus warthog wasp weasel weaver_bird whale wildcat wildebeest wolf wombat woodpecker"
    " worm wren yak zebra"
)
_PEOPLE = (
    "people children oldwoman oldman woman man girl boy baby mother father king queen prince princess chief fisherman"
    " weaver farmer shepherd hunter teacher student doctor nurse healer cook baker smith potter carpenter miller"
    " tailor merchant woodcutter soldier sailor driver police firefighter postman"
    " mechanic caretaker beekeeper waiter pilot musician singer dancer storyteller priest"
    " monk artist scientist astronaut god giant witch fairy dwarf angel mermaid clown"
)

DRAWN: frozenset[str] = frozenset(" ".join((_TIMES, _SKY, _PLACES, _THINGS, _ANIMALS, _PEOPLE)).split())
"""Everything else has to be stood for (``video.concepts.table.standing_for``), or is told."""
