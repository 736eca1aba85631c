"""Handiwork: what hands do with things. For each verb the pose, the tool that it implies, and what it is done to."""

from __future__ import annotations

from dataclasses import dataclass

from video.concepts.bare import WHOLE
from video.shotlist import Doing


def _ids(words: str) -> frozenset[str]:
    return frozenset(words.split())


FOOD = _ids("""apple banana bread cake carrot cassava cheese chili coconut egg fish fruit grapes honey ice_cream maize
mango meat melon milk mushroom onion pineapple berries potato pumpkin rice salmon soup tomato vegetables yam food
fried_fish orange lemon pear plum fig peach cherries strawberry pomegranate avocado papaya nuts peanuts beans turnip
beet cabbage garlic eggplant cucumber sweet_pepper cookies sandwich flatbread dough meal flour butter sausage pizza
noodles candy chocolate lollipop pie pancakes doughnut""")
FRUITS = _ids("""apple berries banana coconut fruit grapes mango melon pineapple tomato chili egg orange lemon pear plum
fig peach pomegranate""")
VESSELS = _ids("pot bowl pan bucket jug cup kettle bottle cooking_pot cauldron jar calabash jerrycan churn")
WET = _ids("water milk soup honey medicine mud food rice")
GARMENTS = _ids("sock glove shirt trousers dress coat apron")
CLOTHS = GARMENTS | _ids(
    "sail cloth clothes scarf carpet flag hat shoes bag sack net mosquito_net blanket shawl cloak curtain backpack"
    " purse"
)
LIGHTS = _ids("candle lamp lantern torch")
FIRES = _ids("fire campfire firewood stove oven")
WOODEN = _ids("firewood log branch bamboo tree pine palm boat canoe raft chair table door box wheel fence ladder")
BUILT = _ids("boat rowboat canoe raft roof wall fence chair table door cart wheel bicycle house bridge gate")
POTS = _ids("pot cooking_pot cauldron pan")
WORN = _ids("hat scarf crown shawl")
"""What one holds on the head by a hand, as one wears it."""
BURDENS = _ids("""calabash jar cooking_pot jerrycan cardboard_box pannier tray sack basket bag firewood box chest jug
pot bucket bowl water suitcase sheaf branch cloth gift pumpkin bundle backpack mound saddle""")


GESTURES = _ids("""hands_on_hips arms_crossed hold_belly yawn clap cover_face cover_ears hush shade_eyes warm_hands
scratch_head think greet cry laugh call_out knock""")
"""What hands say without a thing."""
ONE_HANDED = _ids("yawn hush shade_eyes scratch_head greet knock")
"""Of these, what leaves a hand free for what it holds."""
FELT = _ids("cry laugh")
"""Of these, what belongs to a mood and is over with it."""
FAINT = FELT | _ids("think")
"""Of these, what nobody leaves work for."""
BODIES = _ids("lie prone curl crawl jump fall swim climb")
"""What is done with the whole body."""
SUDDEN = _ids("jump fall")
"""Of these, what is over with its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handiwork:
    """One verb of handiwork, as hands do it."""

    pose: Doing = Doing.WORK
    """How one stands for it, where nothing else is told: who sits or kneels goes on so."""
    tool: str = ""
    """What it is done with, where nothing is named: id of a concept or of an implement, or empty."""
    tools: frozenset[str] = frozenset()
    """What else it may be done with, if named."""
    on: str = ""
    """What it is done to, where nothing is named; empty = nothing."""
    of: frozenset[str] = frozenset()
    """Ids of the concepts that it may be done to; none = all that fit into hands."""
    best: frozenset[str] = frozenset()
    """Of these, what it is done in rather than to: one stirs milk in a pot, and has the pot before oneself."""
    needs: bool = False
    """True where it is nothing without its thing or tool: one also cuts a corner and lights a room."""
    sides: bool = False
    """True where its thing may stand before the verb: "a shell against his chest"."""


def _tooled(tool: str, tools: str, on: str, of: frozenset[str], *, best: frozenset[str] = frozenset()) -> Handiwork:
    """Work with a tool that is nothing without what it is done to."""
    return Handiwork(tool=tool, tools=_ids(f"{tool} {tools}"), on=on, of=of | best, best=best, needs=True)


def _held(*, pose: Doing = Doing.HOLD, of: frozenset[str] = frozenset(), sides: bool = False) -> Handiwork:
    return Handiwork(pose=pose, of=of, needs=True, sides=sides)


HANDIWORK: dict[str, Handiwork] = {
    "stir": _tooled("spoon", "stick", "pot", FOOD | WET | _ids("fire"), best=VESSELS),
    "peel": _tooled("knife", "", "", FOOD),
    "cut": _tooled(
        "knife", "scissors saw axe", "", FOOD | CLOTHS | WOODEN | _ids("paper rope thread leaf flower rose")
    ),
    "chop": Handiwork(tool="axe"),
    "rake_up": Handiwork(tool="rake"),
    "weed": Handiwork(tool="hoe", tools=_ids("hoe rake")),
    "shovel_up": Handiwork(tool="shovel"),
    "fishing": Handiwork(),
    "carve": _tooled(
        "knife",
        "",
        "firewood",
        WOODEN | _ids("spoon doll flute stick bowl mask pumpkin bone puppet whistle walking_stick"),
    ),
    "paint": Handiwork(
        tool="paintbrush",
        on="paper",
        of=BUILT | _ids("paper picture pot bowl box egg mask stone window puppet birdhouse rocking_horse"),
    ),
    "draw": Handiwork(tool="pencil", tools=_ids("pencil pen"), on="paper", of=_ids("paper map picture book letter")),
    "write": Handiwork(tool="pen", tools=_ids("pencil pen quill"), on="paper", of=_ids("paper book letter scroll")),
    "sew": Handiwork(tool="needle", on="cloth", of=CLOTHS),
    "mend": Handiwork(
        tool="needle",
        tools=_ids("needle hammer"),
        on="cloth",
        of=CLOTHS | BUILT | _ids("fish_trap basket cage box"),
    ),
    "repair": Handiwork(
        tool="hammer",
        tools=_ids("hammer needle"),
        of=BUILT | CLOTHS | _ids("radio clock watch alarm_clock puppet coach rocking_chair"),
        needs=True,
    ),
    "knit": Handiwork(tool="needles", on="knitting", of=_ids("knitting")),
    "spin": Handiwork(tool="spindle", on="thread", of=_ids("thread spindle spinning_wheel"), needs=True),
    "pound": Handiwork(tool="pestle", on="mortar", of=_ids("mortar")),
    "sift": Handiwork(on="sieve", of=_ids("sieve")),
    "hammer_in": Handiwork(tool="hammer", tools=_ids("hammer"), on="nail", of=_ids("nail")),
    "beat": Handiwork(tools=_ids("hammer"), of=_ids("nail"), needs=True),
    "saw_up": Handiwork(tool="saw", on="plank", of=_ids("plank")),
    "prise": Handiwork(
        pose=Doing.KNEEL,
        tool="tyre_lever",
        tools=_ids("tyre_lever spoon screwdriver knife nail hammer stick pliers wrench"),
        of=_ids("bicycle motorbike cart wheel tyre bicycle_wheel box chest door window shell clam"),
        needs=True,
    ),
    "pierce": Handiwork(
        tool="nail",
        tools=_ids("nail screwdriver needle knife"),
        of=_ids("jerrycan bottle box barrel coconut pot bucket shell pumpkin jug leaf"),
        needs=True,
    ),
    "polish": Handiwork(
        tool="rag",
        on="shoes",
        of=VESSELS | _ids("shoes lamp apple sword bell trumpet cup crown plate medal armour saddle saxophone"),
    ),
    "wipe": Handiwork(
        tool="rag",
        on="plate",
        of=VESSELS
        | _ids("plate lamp glasses table window mirror shoes boat magnifying_glass binoculars spyglass telescope"),
        needs=True,
    ),
    "light_up": _tooled("match", "torch", "", LIGHTS | FIRES),
    "ironing": Handiwork(tool="iron", on="ironed", of=_ids("ironed")),
    "knead": Handiwork(on="bread", of=_ids("dough flour bread cake food cheese mud flatbread")),
    "mould": Handiwork(
        on="clay",
        of=_ids("clay mud dough bread pot bowl plate jar jug cup cooking_pot doll puppet mask snowman brick"),
        needs=True,
    ),
    "wring": Handiwork(on="cloth", of=CLOTHS, needs=True),
    "squeeze": Handiwork(of=FRUITS | CLOTHS | _ids("cheese bread"), best=_ids("cheese_mould"), needs=True),
    "wash": Handiwork(pose=Doing.KNEEL, of=VESSELS | CLOTHS | _ids("plate")),
    "tie": Handiwork(
        tool="rope",
        tools=_ids("rope thread tape"),
        of=_ids("sack bag gift box firewood branch sheaf shoes scarf stick sprout flower bundle purse bouquet"),
        needs=True,
    ),
    "untie": Handiwork(on="rope", of=_ids("rope thread sack bag gift box shoes bundle purse"), needs=True),
    "open_up": _held(
        of=_ids("box chest letter book bag sack umbrella gift basket bottle map backpack purse scroll newspaper bundle")
    ),
    "read": Handiwork(pose=Doing.HOLD, on="book", of=_ids("book letter paper map newspaper scroll")),
    "eat": Handiwork(pose=Doing.SIT, on="bowl", of=FOOD | _ids("bowl plate")),
    "drink": Handiwork(
        pose=Doing.HOLD,
        on="cup",
        of=_ids("cup glass bowl jug bottle coconut thermos baby_bottle"),
        best=_ids("cup glass bowl bottle"),
    ),
    "pour": _tooled(
        "jug", "kettle bottle bucket pot pan cooking_pot cauldron jar", "bowl", WET, best=_ids("bowl cup glass plate")
    ),
    "fill": _held(of=VESSELS | _ids("basket sack"), pose=Doing.KNEEL),
    "watering": Handiwork(
        pose=Doing.HOLD, tool="watering_can", on="sprout", of=_ids("flower sprout tulip rose sunflower")
    ),
    "fan_with": Handiwork(
        pose=Doing.HOLD, on="leaf", of=_ids("hand_fan leaf letter paper hat feather book map cloth newspaper")
    ),
    "blow": Handiwork(pose=Doing.KNEEL, of=LIGHTS | FIRES | _ids("soup bowl cup flower feather shell tea"), needs=True),
    "hang_up": _held(pose=Doing.WORK, of=CLOTHS - _ids("hat shoes bag sack")),
    "wave_with": _held(
        of=GARMENTS
        | _ids(
            "hand_fan flag cloth scarf clothes hat branch leaf umbrella torch lantern lamp letter paper stick blanket"
            " shawl wand ribbon newspaper"
        )
    ),
    "hold_up": _held(),
    "show": _held(),
    "hold_out": _held(),
    "give": _held(),
    "hold": _held(sides=True),
    "take": _held(),
    "carry": _held(),
    "throw": _held(),
    "at_chest": _held(sides=True),
    "on_head": _held(of=BURDENS | WORN, sides=True),
    "on_back": _held(of=BURDENS, sides=True),
    "under_arm": _held(sides=True),
    "catch": _held(of=_ids("ball apple coin fruit kite leaf hat flower"), sides=True),
    "ring_bell": Handiwork(pose=Doing.HOLD, on="bell", of=_ids("bell")),
    "unlock": Handiwork(pose=Doing.HOLD, on="key", of=_ids("key")),
    "feed": Handiwork(pose=Doing.HOLD, on="bowl", of=FOOD | _ids("bowl basket seed leaf branch")),
    "pick": _held(
        of=FRUITS | _ids("flower mushroom shell stone salt potato leaf firewood tulip rose maize feather coin")
    ),
    "plant": Handiwork(pose=Doing.KNEEL, on="sprout", of=_ids("sprout flower seed tulip rose sunflower tree")),
    "sow": Handiwork(pose=Doing.HOLD, on="seed", of=_ids("seed maize rice wheat")),
    "pump_up": Handiwork(on="pump", of=_ids("pump")),
    "dip": Handiwork(
        pose=Doing.KNEEL, of=_ids("bucket bowl pot basin inner_tube"), best=_ids("inner_tube"), needs=True
    ),
    **dict.fromkeys(sorted(GESTURES - FELT), Handiwork(pose=Doing.HOLD)),
    "lie": Handiwork(pose=Doing.SLEEP),
    "prone": Handiwork(pose=Doing.SLEEP),
    "crawl": Handiwork(pose=Doing.KNEEL),
    "jump": Handiwork(pose=Doing.RUN),
    "fall": Handiwork(pose=Doing.KNEEL),
    "swim": Handiwork(pose=Doing.STAND),
    "roast": _held(pose=Doing.KNEEL, of=_ids("fish fried_fish salmon meat maize potato bread")),
    "comb_hair": Handiwork(pose=Doing.HOLD, tool="comb"),
    "milk_cow": Handiwork(pose=Doing.KNEEL, on="bucket", of=_ids("bucket")),
    "pull_up": _held(pose=Doing.WORK, of=_ids("net rope fish_trap anchor bucket sail")),
    "pull": _held(pose=Doing.WORK, of=_ids("net rope fish_trap anchor sail")),
}
"""By id of a doing's concept."""
BEASTS = _ids("cow goat sheep donkey horse camel llama hen duck goose pig rabbit cat dog calf lamb chick")
"""Animals that are milked and fed."""
_FIXED = _ids("window mirror tree pine palm bamboo log wheel bicycle wall anchor sail")
STANDS = (BEASTS | BUILT | FIRES | _FIXED) - frozenset(("firewood",))
"""What is worked at where it stands: it is never in anybody's hands."""


INSIDE = frozenset(("milk", "soup", "honey", "rice", "medicine", "maize", "wheat", "seed", "salt", "chili"))
"""What is stirred, poured or pounded is in its vessel, and stands nowhere else."""
BESIDE = BUILT - frozenset(("house", "bridge", "roof", "wall")) | frozenset(("oven", "kiln"))
"""Of these, what stands right before who works at it."""
WASHED_IN = frozenset(("bathtub", "basin", "sink", "bucket"))
DOZED_ON = _ids("chair bench stool armchair rocking_chair throne log step swing sled box barrel")
"""On which one sleeps sitting, the head bent."""
FIRE_BOWL = "fire_bowl"
"""A fire in a bowl, that is stirred."""


def in_hands(holds: str, on: str, task: str = "") -> frozenset[str]:
    """Ids of what somebody has in or before the hands: what is held, what is worked on, what is in that."""
    if task in ("wash", "dip"):
        return in_hands(holds, on) | WASHED_IN
    if task == "mould":
        return frozenset((on, "clay", "mud"))
    if task in ("stir", "pour", "pound", "sift", "knead") and on != FIRE_BOWL:
        return in_hands(holds, on) | INSIDE
    if on == FIRE_BOWL:
        return frozenset(("fire", "bowl", holds))
    had = frozenset(i for i in (holds, on) if i and i not in STANDS)
    return had | {state for state, kind in WHOLE.items() if kind in had}
