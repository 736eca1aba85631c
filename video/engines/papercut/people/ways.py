"""Ways of working, carrying and showing with one or both hands: where the hands go, and what they have."""

from __future__ import annotations

from video.direction.handiwork import CLOTHS, FRUITS, WORN
from video.engines.papercut.people.implements import IMPLEMENTS, TRESTLE
from video.engines.papercut.people.items import HUNG, Hands, Item, Moment, Way, foot_of, seen
from video.engines.papercut.people.tool import can_hold
from video.engines.papercut.things.catalog import THINGS


def _both(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """One thing in both hands before the body."""
    kind = seen(m.act.on or m.act.holds)
    near, far = m.at(13, 0.5), m.at(24, 0.55)
    middle = ((near[0] + far[0]) / 2 + 3.0, (near[1] + far[1]) / 2 - 1.0)
    if m.act.task == "squeeze" and m.act.on in ("cheese", "cheese_mould", "bread"):
        return (near, far), (Item(kind="lump", at=middle),)
    if m.act.task in ("tie", "untie"):
        bound = m.act.on not in ("", "rope", "thread", "cloth") and can_hold(m.act.on)
        what = (Item(kind=kind, at=(middle[0], middle[1] - 2.0), centre=kind not in IMPLEMENTS, most=30.0),)
        knot = Item(kind="cord", at=(middle[0] - 1.5, middle[1]))
        return (near, far), (*what, knot) if bound else (knot,)
    return (near, far), (Item(kind=kind, at=middle, centre=kind not in IMPLEMENTS, most=30.0),) if kind else ()


def _knead(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    down = 2.0 * m.wave
    near, far = m.at(14, 0.36), m.at(24, 0.36)
    kind = "dough" if m.act.on in ("", "dough", "bread", "flour", "cake") else "lump"
    at = ((near[0] + far[0]) / 2 + 2.0, near[1] + 7.0)
    board = Item(kind=kind, at=at)
    if not m.joints.stance.lap:
        legs = Item(kind=TRESTLE, at=(at[0], at[1] + 9.0))
        return ((near[0], near[1] + down), (far[0], far[1] + down)), (legs, board)
    return ((near[0], near[1] + down), (far[0], far[1] + down)), (Item(kind=kind, at=at),)


def _mould(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """Clay between both hands: what it is to be, or a lump; on the ground before who kneels."""
    middle = m.at(24, 0.3)
    if m.joints.stance.lap == "kneel":
        middle = m.ground(24, 0.0)[0], -15.0
    pot = m.act.on in ("pot", "jar", "jug", "cooking_pot", "doll", "puppet") and can_hold(m.act.on)
    kind = (
        m.act.on
        if pot
        else {"bowl": "clay_bowl", "cup": "clay_bowl", "plate": "clay_dish"}.get(
            m.act.on, "dough" if m.act.on in ("dough", "bread") else "clay_lump"
        )
    )
    near = middle[0] - 9.0 + 0.8 * m.wave, middle[1] - 4.0 - 1.5 * m.wave
    far = middle[0] + 9.0 - 0.8 * m.wave, middle[1] - 5.0 + 1.5 * m.wave
    what = Item(kind=kind, at=(middle[0], middle[1] + 1.0), centre=pot, most=30.0, least=24.0)
    legs = Item(kind=TRESTLE, at=(middle[0], middle[1] + 12.0))
    return (near, far), (what,) if m.joints.stance.lap else (legs, what)


def _wring(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    near, far = m.at(11, 0.6 + 0.03 * m.wave), m.at(31, 0.62 - 0.03 * m.wave)
    return (near, far), (Item(kind="wrung", at=(near[0] + 3.0, near[1] + 2.0), turn=-3.0 * m.wave),)


def _wash(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """Both hands in a tub that stands before them, or is held out where one stands."""
    near, far = m.at(15 + 1.2 * m.wave, 0.2), m.at(26 - 1.2 * m.wave, 0.2)
    middle = ((near[0] + far[0]) / 2 + 2.0, near[1] + 5.0)
    if m.joints.stance.lap == "kneel":
        foot = m.ground(22, 0.0)
        near, far = (foot[0] - 7.0 + 1.2 * m.wave, -20.0), (foot[0] + 6.0 - 1.2 * m.wave, -20.0)
        middle = (foot[0], -15.0)
    trestle = Item(kind=TRESTLE, at=(middle[0], middle[1] + 16.0))
    below = () if m.joints.stance.lap else (trestle,)
    dishes = {"plate": "china", "bowl": "bowl", "cup": "cup", "pan": "pan", "pot": "pot"}
    what = dishes.get(m.act.on, "washing" if m.act.on in CLOTHS else "")
    tub = Item(kind="basin", at=middle, over=True)
    washed = Item(kind=what, at=(middle[0], middle[1] - 5.0), centre=what not in IMPLEMENTS)
    return (near, far), (*below, *((washed,) if what else ()), tub)


def _eat(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    near_mouth = 0.5 + 0.5 * m.wave
    kind = m.act.on or m.act.holds
    bite = m.mouth(6.0 + 7.0 * near_mouth, 5.0 + 12.0 * near_mouth)
    if kind in ("fish", "salmon"):
        hold = m.at(17, 0.6)
        dish = Item(kind="fish_dish", at=(hold[0] + 5.0, hold[1] - 3.0))
        fork = m.mouth(12.0 + 5.0 * near_mouth, 5.0 + 12.0 * near_mouth)
        return (hold, (fork[0], fork[1] + 3.0)), (dish, Item(kind="bite", at=fork, turn=-60.0))
    if kind in ("soup", "rice", "bowl", "plate", "honey", "milk", "", "vegetables"):
        hold = m.at(16, 0.55)
        spoon = m.mouth(11.0 + 5.0 * near_mouth, 4.0 + 13.0 * near_mouth)
        dish = Item(kind="bowl", at=(hold[0] + 4.0, hold[1] - 2.0), centre=True, most=24.0)
        return (hold, (spoon[0], spoon[1] + 3.0)), (dish, Item(kind="spoon", at=spoon, turn=-62.0, least=20.0))
    hand = bite[0] + 3.0, bite[1] + 4.0
    return (m.at(8, 0.35), hand), (Item(kind=kind, at=(bite[0] + 1.0, bite[1] - 1.0), centre=True, most=19.0),)


def _drink(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    low = 0.5 + 0.5 * m.wave
    at = m.mouth(7.0 + 2.0 * low, -1.0 + 5.0 * low)
    kind = m.act.on if can_hold(m.act.on) and m.act.on not in ("milk", "coin") else "cup"
    tip = -38.0 + 22.0 * low
    return (m.at(8, 0.32), (at[0] + 8.0, at[1] + 7.0)), (
        Item(kind=kind, at=(at[0] + 4.0, at[1]), centre=True, turn=tip, most=21.0, least=17.0),
    )


def _scoop(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """Water in both hands, before the mouth."""
    low = 0.5 + 0.5 * m.wave
    at = m.mouth(7.0 + 3.0 * low, 4.0 + 6.0 * low)
    return ((at[0] - 2.0, at[1] + 4.0), (at[0] + 4.0, at[1] + 3.0)), (Item(kind="handful", at=(at[0] + 3.0, at[1])),)


def _pour(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    hold, hand = m.at(14, 0.3), m.at(35, 0.94)
    kind = m.act.holds if can_hold(m.act.holds) else "jug"
    on = m.act.on if can_hold(m.act.on) else ""
    lip = hand[0] - 17.0, hand[1] + 2.0
    items = [Item(kind="stream", at=lip)]
    if on:
        items.append(Item(kind=seen(on), at=(hold[0] + 4.0, hold[1] - 3.0), centre=True, most=22.0))
    items.append(Item(kind=kind, at=(hand[0] - 5.0, hand[1] - 2.0), centre=True, turn=-62.0 + 4 * m.wave, most=26.0))
    return (hold, hand), tuple(items)


def _water(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    hand = m.at(24, 0.62)
    foot = hand[0] + 27.0, 0.0
    plant = m.act.on if m.act.on in ("flower", "sprout", "tulip", "rose", "sunflower", "bush", "lotus") else "sprout"
    items = [] if m.joints.stance.lap else [Item(kind=plant, at=foot, most=44.0, least=30.0)]
    return (m.at(13, 0.45), hand), (*items, Item(kind="watering_can", at=(hand[0], hand[1] + 2.0), turn=2.0 * m.wave))


def _fan(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    at = m.mouth(21.0, 6.0)
    kind = seen(m.act.on or m.act.holds, "leaf")
    kind = "leaf" if kind == "sheet" and not m.act.on else {"sheet": "paper"}.get(kind, kind)
    turn = 22.0 * m.wave - 8.0
    hand = at[0] + 2.0, at[1] + 12.0
    return (None, hand), (Item(kind=kind, at=(at[0] + 0.2 * turn, at[1] - 1.0), centre=True, turn=turn, least=17.0),)


def _raised(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """Something held up, over the head."""
    kind = m.act.on or m.act.holds
    sway = (3.0 if m.act.task in ("wave_with", "ring_bell") else 0.8) * m.wave
    top = m.joints.head[1] - m.joints.bones.head * (0.4 if kind in HUNG else 0.12)
    hand = m.at((15 if kind in HUNG else 21) + sway, 1.0)[0], top - 3.0
    if m.act.task == "wave_with":
        cloth = {"flag": "flag", "handkerchief": "rag", "cloth": "rag", "rag": "rag", "scarf": "rag"}.get(
            kind, "garment"
        )
        kind = kind if can_hold(kind) and kind not in ("cloth", "rag") else cloth
        return (None, hand), (Item(kind=kind, at=(hand[0] + 1.0, hand[1] - 4.0), turn=4.0 * m.wave),)
    if m.act.task == "ring_bell":
        return (None, hand), (Item(kind=kind, at=(hand[0] + 1.0, hand[1] - 2.0), turn=26.0 * m.wave, least=24.0),)
    return (None, hand), (
        Item(kind=kind, at=(hand[0] + 1.5, hand[1] - 6.0), centre=kind not in HUNG, most=34.0, least=21.0, over=True),
    )


def _roast(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """Something on a long stick, over the embers."""
    kind = m.act.on or m.act.holds
    near, far = m.at(17, 0.34), m.at(26, 0.36 + 0.02 * m.wave)
    tip = far[0] + 24.0, far[1] + 9.0
    fish = kind in ("fish", "salmon")
    food = Item(kind="roast_fish" if fish else kind, at=tip, centre=not fish, most=18.0, least=13.0)
    return (near, far), (Item(kind="skewer", at=far, turn=109.0), food)


def _comb(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    r = m.joints.bones.head / 2
    x, y = m.joints.head
    hand = x + 0.95 * r, y - 0.2 * r + 0.3 * r * m.wave
    return (None, hand), (Item(kind="comb", at=(hand[0] - 2.0, hand[1] - 3.0), centre=True, turn=-70.0, most=17.0),)


def _hung_up(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """A shirt that is hung up with both hands."""
    y = m.joints.head[1] + 0.1 * m.joints.bones.head
    near, far = (m.at(17, 1.0)[0], y + 1.0 * m.wave), (m.at(29, 1.0)[0], y - 1.0 * m.wave)
    return (near, far), (Item(kind="hung_shirt", at=((near[0] + far[0]) / 2 + 2.0, y)),)


def _shown(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """Something held out to somebody."""
    hand = m.at(34 + 0.6 * m.wave, 0.78)
    kind = m.act.on or m.act.holds
    turn = 24.0 * m.wave + 90.0 if m.act.task == "unlock" else 0.0
    item = Item(
        kind=kind, at=(hand[0] + 5.0, hand[1] - 3.0), centre=kind not in HUNG and not turn, turn=turn, most=34.0
    )
    return (m.at(8, 0.3), hand), (item,)


def _at_chest(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    near, far = m.at(15, 0.62), m.at(13, 0.8)
    kind = m.act.on or m.act.holds
    return (near, far), (Item(kind=kind, at=m.at(10, 0.76), centre=True, most=28.0, least=17.0),)


def _in_arms(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """What is carried before the body, on both arms."""
    near, far = m.at(19, 0.42), m.at(27, 0.46)
    kind = m.act.on or m.act.holds
    large = max(THINGS[kind].width, THINGS[kind].height) if kind in THINGS else 46.0
    most = min(46.0, max(18.0, 0.85 * large))  # a cup is no bucket
    return (near, far), (Item(kind=kind, at=m.at(23, 0.62), centre=True, most=most, least=16.0),)


def _on_head(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    bones = m.joints.bones
    kind = m.act.on or m.act.holds
    top = m.joints.head[0], m.joints.head[1] - bones.head * 0.5
    hand = m.joints.head[0] + bones.head * 0.62, top[1] - 9.0
    if kind in WORN:
        return (None, (hand[0], hand[1] + 8.0)), ()
    low = foot_of(kind, 34.0)
    return (None, hand), (Item(kind=kind, at=(top[0], top[1] - low + 2.0), most=34.0, least=26.0, over=True),)


def _on_back(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    kind = m.act.on or m.act.holds or "sack"
    near = m.at(7, 0.86)
    return (near, m.at(15, 0.82)), (
        Item(kind=kind, at=m.at(-15, 0.74), centre=True, turn=-10.0, most=46.0, least=36.0, behind=True),
    )


def _under_arm(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    near = m.at(6, 0.34)
    kind = m.act.on or m.act.holds
    return (near, None), (Item(kind=kind, at=m.at(-3, 0.5), centre=True, turn=-12.0, most=30.0, least=20.0),)


def _throw(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    swing = 0.5 + 0.5 * m.wave
    hand = m.at(26 + 6 * swing, 1.3 + 0.2 * swing)
    kind = m.act.on or m.act.holds
    fly = 10.0 * swing
    return (m.at(2, 0.3), hand), (
        Item(kind=kind, at=(hand[0] + 4.0 + fly, hand[1] - 5.0 - 0.6 * fly), centre=True, most=22.0),
    )


def _catch(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    near, far = m.at(24, 1.05), m.at(33, 1.15)
    kind = m.act.on or m.act.holds
    at = ((near[0] + far[0]) / 2 + 6.0, min(near[1], far[1]) - 9.0 - 2.0 * m.wave)
    return (near, far), (Item(kind=kind, at=at, centre=True, most=24.0),)


def _pick(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """A hand at a fruit above, a basket at the other arm; what lies on the ground is picked up."""
    if m.act.on not in FRUITS:
        foot = m.ground(26, 0.0)
        kind = m.act.on if can_hold(m.act.on) else "stone"
        at = (foot[0] + 1.0, -9.0 + 2.0 * m.wave)
        lump = Item(kind=kind, at=(at[0] + 2.0, at[1] + 3.0), centre=True, most=15.0, least=11.0)
        hold = m.at(15, 0.3)
        return (hold, at), (Item(kind="basket", at=(hold[0] - 1.0, hold[1] + 1.0), most=28.0), lump)
    hand = m.at(28, 1.55 + 0.04 * m.wave)
    kind = m.act.on if can_hold(m.act.on) else "apple"
    hold = m.at(12, 0.34)
    fruit = Item(kind=kind, at=(hand[0] + 3.0, hand[1] - 5.0), centre=True, most=15.0, least=12.0)
    return (hold, hand), (Item(kind="basket", at=(hold[0] + 4.0, hold[1] + 3.0), most=30.0), fruit)


def _feed(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    hand = m.at(33, 0.5 + 0.03 * m.wave)
    kind = next((k for k in (m.act.on, m.act.holds) if can_hold(k)), "bowl")
    return (m.at(10, 0.4), hand), (Item(kind=kind, at=(hand[0] + 4.0, hand[1] - 2.0), centre=True, most=24.0),)


def _sow(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    hand = m.at(31 + 3 * m.wave, 0.7)
    hold = m.at(11, 0.34)
    return (hold, hand), (
        Item(kind="basket", at=(hold[0] + 3.0, hold[1] + 2.0), most=28.0),
        Item(kind="seeds", at=(hand[0] + 3.0, hand[1] + 5.0)),
    )


def _blow(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """A breath from the mouth; where what is blown on is in the hand, it is before the mouth."""
    lips = m.mouth(6.0, 2.5)
    breath = Item(kind="breath", at=lips)
    kind = m.act.on
    if kind in ("fire", "campfire", "firewood", "") or not can_hold(kind):
        return (m.at(20, 0.3), m.at(27, 0.28)), (breath,)
    hand = lips[0] + 12.0, lips[1] + 12.0
    item = Item(kind=kind, at=(hand[0] + 3.0, hand[1] - 9.0), centre=kind not in HUNG, most=24.0)
    return ((hand[0] - 8.0, hand[1] + 6.0), hand), (item, breath)


def _ground_work(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """Both hands at something that stands on the ground before the knees."""
    kind = m.act.on
    foot = m.ground(24, 0.0)
    lift = 1.5 * m.wave
    near, far = (foot[0] - 6.0, -15.0 + lift), (foot[0] + 5.0, -14.0 - lift)
    if m.act.task == "dip":
        tub = Item(kind="basin", at=(foot[0], -15.0), over=True)
        if kind in ("bucket", "bowl", "pot"):
            return ((foot[0] - 6.0, -19.0 + lift), (foot[0] + 6.0, -19.0 - lift)), (tub,)
        what = Item(kind=seen(kind, "washing"), at=(foot[0], -19.0 + lift), centre=kind not in IMPLEMENTS, most=24.0)
        return ((foot[0] - 7.0, -21.0 + lift), (foot[0] + 7.0, -21.0 + lift)), (what, tub)
    if m.act.task == "fill":
        vessel = kind if can_hold(kind) else "jug"
        at = (foot[0] + 2.0, -13.0 + lift)
        return ((at[0] - 7.0, at[1] - 2.0), (at[0] + 5.0, at[1] - 5.0)), (
            Item(kind=vessel, at=at, centre=True, turn=42.0, most=30.0, least=22.0),
        )
    if m.act.task == "milk_cow":
        return (near, far), (Item(kind="bucket", at=(foot[0], -foot_of("bucket", 30.0)), most=30.0, least=30.0),)
    kind = kind if kind in ("flower", "tulip", "rose", "sunflower") else "sprout"
    return (near, far), (Item(kind=kind, at=foot, most=44.0, least=24.0),)


def _pump(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    grip = m.ground(22, 0.0)[0], -31.0
    y = grip[1] + 5.0 * -m.wave
    return ((grip[0] - 5.0, y - 3.0), (grip[0] + 4.0, y - 3.0)), (Item(kind="pump", at=grip),)


def _pull_up(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    near, far = m.at(19, 0.92 + 0.05 * m.wave), m.at(29, 0.84 - 0.05 * m.wave)
    kind = m.act.on or m.act.holds
    at = (near[0] + far[0]) / 2 + 2.0, (near[1] + far[1]) / 2
    net = Item(kind="lap_net" if kind in ("net", "fish_trap") else "rope_down", at=at)
    if m.act.holds != kind and can_hold(m.act.holds):  # what was caught, behind the meshes
        return (near, far), (Item(kind=m.act.holds, at=(at[0] + 1.0, at[1] + 25.0), centre=True, most=17.0), net)
    return (near, far), (net,)


WAYS: dict[str, Way] = {
    "knead": _knead, "mould": _mould,
    "wring": _wring, "wash": _wash, "eat": _eat, "drink": _drink, "pour": _pour, "watering": _water,
    "scoop": _scoop,
    "fan_with": _fan, "wave_with": _raised, "hold_up": _raised, "ring_bell": _raised, "show": _shown,
    "hang_up": _hung_up, "roast": _roast, "comb_hair": _comb, "unlock": _shown,
    "at_chest": _at_chest, "carry": _in_arms, "hold": _in_arms, "on_head": _on_head, "on_back": _on_back,
    "under_arm": _under_arm, "throw": _throw, "catch": _catch, "pick": _pick, "feed": _feed, "sow": _sow,
    "blow": _blow, "plant": _ground_work, "dip": _ground_work, "milk_cow": _ground_work, "pump_up": _pump,
    "pull_up": _pull_up, "pull": _pull_up, "fill": _ground_work, "give": _shown, "hold_out": _shown,
    "take": _in_arms, "untie": _both, "sift": _both, "squeeze": _both, "tie": _both, "open_up": _both, "read": _both,
}  # fmt: skip
"""By handiwork, where no tool goes over a thing."""
