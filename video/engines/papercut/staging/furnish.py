"""Gives every thing its place: near whom it belongs to, on a table where it lies on one, large enough to be seen."""

from __future__ import annotations

from dataclasses import replace

from video.chance import Chance
from video.concepts.scenery import Concept, Mention
from video.direct import Doing, Near
from video.direction.handiwork import in_hands
from video.engines.papercut.land.view import View
from video.engines.papercut.staging.framing import Area, Framing
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.hanging import NEVER_HUNG, from_ceiling
from video.engines.papercut.staging.herds import LEAST, MOST_ALIKE, SEVERAL, WIDEST, animal_piece, highest, number
from video.engines.papercut.staging.lines import FLYING, Line, Lines, Top
from video.engines.papercut.staging.pieces import Piece, unit_box
from video.engines.papercut.staging.walls import hang, on_wall
from video.engines.papercut.things.catalog import ANIMALS, THINGS
from video.engines.papercut.things.scale import LYING, STANDING, kept

BEFORE = frozenset({"fire", "campfire"})
"""What gets its place before the players: they stand around it."""
TABLES = ("table", "desk", "stall", "bench", "stool", "chest", "box")
"""On which things may lie, the best first."""
EATEN = frozenset({"fish", "salmon", "catfish", "shrimp", "crab"})
DISTANT = frozenset({"lighthouse"})
"""What towers over everybody, and therefore stands far behind."""
RISING = {
    "bubble": ("bucket", "basin", "bathtub", "cauldron", "cooking_pot", "inner_tube", "soap"),
    "smoke": (
        "campfire",
        "fire",
        "kiln",
        "oven",
        "stove",
        "cooking_pot",
        "pot",
        "cauldron",
        "kettle",
        "soup",
        "bowl",
        "cup",
        "torch",
        "candle",
        "ship",
        "train",
        "rocket",
    ),
}
"""What rises from something, where that is there."""
TOY = 0.3
"""How large a rocket is in a room."""
LEAST_ON_TABLE = 34.0
"""Length below which what lies there would not be seen."""
AIR = 0.1
"""Between small things on a table, as a share of a grown person's height."""
FLOOR = frozenset(
    {
        "bucket", "basket", "jerrycan", "watering_can", "suitcase", "pump", "bag", "sapling", "umbrella", "cage", "fur",
        "inner_tube", "shield", "accordion", "sack", "calabash", "potted_plant", "banana_leaf", "cricket_bat",
        "backpack", "bundle", "saddle", "chain", "bagpipes", "tambourine", "horn",
    }
)  # fmt: skip
"""What is put on the floor, though a hand can hold it or it could stand on a table."""
UPRIGHT = frozenset(
    {
        "bottle", "milk", "glue", "doll", "trophy", "lamp", "lantern", "torch", "bell", "sapling", "umbrella",
        "thermos", "baby_bottle", "glass", "acorn", "pear", "avocado", "pomegranate", "garlic", "sweet_pepper",
        "strawberry", "cherries", "fig", "turnip", "beet", "flour", "first_aid", "alarm_clock",
        "hourglass", "teddy", "paint_can",
        "tin_can", "spool", "backpack", "flashlight",
        "ice_cream", "lightbulb", "mask", "mirror", "sheaf", "star", "puppet", "bouquet", "watch", "medal", "compass",
        "scroll",
    }
    | FLOOR
)  # fmt: skip
"""What does not lie on its side, though it is long and made for hands."""
SHARES = (1.0, 0.8, 0.64, 0.5, 0.4)
"""Of the size that things would like on a table; many begin with the second."""
LONG = 52.0
"""Hundredths of a grown person's height: what is longer stands on the ground."""
HIGHEST_UP = 0.3
"""How high something in the air may be, as a share of the picture."""
SKYWIDE = frozenset({"fireworks"})
"""What fills as much of the sky as it may."""
LAID_UP = {"boat": "rowboat", "ship": "rowboat"}
"""What one sees of a boat that is on land to be worked at: a hull."""
USERS = (Doing.WORK, Doing.KNEEL, Doing.SIT, Doing.HOLD)


def thing_piece(mention: Mention) -> Piece:
    """A thing, not yet placed."""
    kind = mention.concept.id
    return Piece(x=0, y=0, thing=kind, colour=mention.colour, size=0.94 * mention.size, lying=lies_down(kind))


def wanted_ground(animals: tuple[Mention, ...], things: tuple[Mention, ...], *, upright: bool) -> float:
    """Ground that others than the players would like, as a share of a grown person's height."""
    walking = (m for m in animals if ANIMALS[m.concept.id].medium == "land" and not m.swims)
    land = sum(unit_box(animal_piece(m)).width * min(number(m), 3) for m in walking)
    stood = sum(0.8 * unit_box(thing_piece(m)).width for m in things if THINGS[m.concept.id].medium == "ground")
    # In upright frames things stand behind the players, not beside them.
    return min(land + (0.0 if upright else stood), 2.6)


BARE = frozenset({"stairwell", "hall", "station", "church_inside", "stage", "cave", "mine"})
"""Rooms in which one would not look for a table."""


def has_table(view: View) -> bool:
    """True of rooms in which there may be a table of which nobody speaks."""
    return view.setting.indoors and view.setting.id not in BARE


def by_rank(things: tuple[Mention, ...], *, indoors: bool, food: bool = False) -> tuple[Mention, ...]:
    """Tables first, then what is broad; where something (``food`` too) lies on a table and there is none, with one."""
    lying = food or any(lies_on_tables(m.concept.id) for m in things)
    if indoors and lying and not any(m.concept.id in TABLES for m in things):
        things = (Mention(concept=Concept(id="table", kind="thing")), *things)

    def rank(mention: Mention) -> tuple[bool, bool, float]:
        kind = mention.concept.id
        return kind in RISING, kind not in TABLES, -THINGS[kind].box.width

    return tuple(sorted(things, key=rank))


def lies_on_tables(kind: str) -> bool:
    """True of what nobody leaves on the floor."""
    thing = THINGS[kind]
    if kind in FLOOR or kind.startswith("broken_"):  # what broke has fallen
        return False
    return thing.medium == "table" or (thing.medium == "hand" and thing.box.height < LONG)


def lies_down(kind: str) -> bool:
    """True of tools and the like, which lie on their side where nobody holds them."""
    thing = THINGS[kind]
    return thing.medium == "hand" and thing.height > 1.45 * thing.width and kind not in UPRIGHT


def put_things(
    lines: Lines,
    framing: Framing,
    mention: Mention,
    players: tuple[Piece, ...],
    chance: Chance,
    beside: float | None = None,
) -> list[Piece]:
    """The things of one kind near whom they belong to, or ``beside`` (x); what finds no place is noted in ``lines``."""
    kind = mention.concept.id
    if any(kind in in_hands(p.act.holds, p.act.on) for p in players) and number(mention) == 1:
        return []  # it is in somebody's hand
    thing = THINGS[kind]
    worked = any(p.act.task and p.act.on == kind for p in players)
    if lines.indoors and on_wall(kind):
        hung = hang(lines.wall, thing_piece(mention), framing.safe.share(0.6)) if lines.wall is not None else None
        if hung is None:
            lines.left_out.append(f"{kind} (no bare wall)")
        return [hung] if hung is not None else []
    host = next((lines.stood[h] for h in RISING.get(kind, ()) if h in lines.stood), None)
    if host is not None:
        return _risen(lines, thing_piece(mention), host, 1 if kind == "smoke" else number(mention))
    if mention.hung and lines.indoors and thing.medium != "water" and kind not in NEVER_HUNG:
        return from_ceiling(lines, framing, thing_piece(mention), min(mention.count or SEVERAL, MOST_ALIKE))
    rows = {"water": lines.water, "air": lines.air, "wall": lines.perch}.get(
        "" if worked else thing.medium, (lines.front, *lines.back, *lines.fore)
    )
    if kind in DISTANT and lines.back:
        rows = tuple(sorted(lines.back, key=lambda line: line.size))
    elif (kind.endswith("_tree") or kind == "baobab") and lines.back:
        rows = (*lines.back, lines.front)
    piece = thing_piece(mention)
    if worked and thing.medium == "water":  # a boat that is painted lies on the shore, without its sail
        piece = replace(piece, thing=LAID_UP.get(kind, kind), still=True)
    if not rows:
        lines.left_out.append(kind)
        return []
    out: list[Piece] = []
    lies = lies_on_tables(kind)
    if kind == "bubble" and lines.water:
        rows = lines.water  # they come up there
    floor = not lies or thing.size > TINY or not _beside_people(players)
    piece = replace(piece, size=piece.size * TOY) if kind == "rocket" and lines.indoors else piece
    count = min(mention.count or (SEVERAL if thing.box.width < 60 else 2), MOST_ALIKE)
    for i in range(count):
        first = _wish(framing, players, piece, chance, i) if beside is None else beside
        wish = out[0].x if out else first  # alike things keep together
        if out and rows[0].row == FLYING:
            wish += ASIDE[i % 6] * framing.safe.width
        placed = _lie(lines, framing, piece, wish) if lies else None
        if placed is None and floor:
            placed = _stand(rows, framing, piece, wish, [*lines.heads, *lines.low])
            placed = _adrift(framing, placed, i) if placed is not None and placed.row == FLYING else placed
        if placed is None and not lies:
            placed = _half_hidden(lines, framing, piece, wish)
        if placed is None:
            lines.left_out.append(kind if not out else f"{count - len(out)} of {count} {kind}")
            break
        out.append(placed)
        note_top(lines, placed)
    return out


TINY = 0.045
"""True height below which what lies on the floor beside people would not be seen, as a share of theirs."""
ASIDE = (0.0, 0.08, -0.09, 0.17, -0.18, 0.25)
HIGHER = (0.0, 0.7, 0.25, 0.95, 0.5, 0.1)
SMALLER = (1.0, 0.72, 0.86, 0.6, 0.8, 0.68)
"""How far from the first the others of what floats in the air are, how much higher and smaller: nothing of that kind
hangs in a row."""


def _beside_people(players: tuple[Piece, ...]) -> bool:
    return any(p.player is not None and p.player.person is not None for p in players)


def _adrift(framing: Framing, piece: Piece, i: int) -> Piece:
    """One of several that float in the air."""
    piece = replace(piece, size=piece.size * SMALLER[i % 6])
    body = piece.body()
    up = min(HIGHER[i % 6] * (body.bottom - body.top), max(0.0, body.top - framing.safe.top))
    return replace(piece, y=piece.y - up)


def _risen(lines: Lines, piece: Piece, host: Area, count: int) -> list[Piece]:
    """What rises from something, above it, as large as that is wide."""
    box = unit_box(piece)
    size = 0.8 * host.width / box.width
    if piece.thing == "smoke":
        size = min(lines.front.size * 0.9, 1.6 * size)
    low = host.top - box.bottom * size + (0.16 * (host.bottom - host.top) if piece.thing == "smoke" else 0.0)
    x = (host.left + host.right) / 2
    out: list[Piece] = []
    for i in range(min(count, 2)):
        aside, above = 0.2 * host.width * i, 0.86 * (box.bottom - box.top) * size * i
        shrunk = piece.size * size * (1 - 0.14 * i)
        out.append(replace(piece, x=x + aside, y=low - above, size=shrunk, foot=host.bottom + 1, lying=False))
    return out


def note_top(lines: Lines, placed: Piece) -> None:
    """Remembers where a thing stands, and a table on which something may lie."""
    lines.stood[placed.thing] = placed.body()
    top = THINGS[placed.thing].top if placed.thing in TABLES else None
    if top is None:
        return
    body = placed.body()
    margin = 0.03 * body.width
    lines.tops.append(
        Top(
            y=placed.y + top * placed.size / 100, foot=placed.y, row=placed.row, size=placed.size,
            free=Ground(body.left + margin, body.right - margin),
        )
    )  # fmt: skip


def is_food(kind: str, lines: Lines) -> bool:
    """True of a fish in a room: it lies on the table."""
    return lines.indoors and not lines.water and kind in EATEN


def dish(lines: Lines, framing: Framing, mention: Mention) -> list[Piece]:
    """Fish on a table; what finds no place is noted in ``lines``."""
    piece = replace(animal_piece(mention), still=True)
    out: list[Piece] = []
    count = min(mention.count or SEVERAL, MOST_ALIKE)
    for _ in range(count):
        laid = _lie(lines, framing, piece, framing.safe.share(0.5))
        if laid is None:
            break
        # The place of what swims is its middle.
        out.append(replace(laid, y=laid.y - (laid.body().bottom - laid.y)))
    if len(out) < count:
        lines.left_out.append(f"{mention.concept.id} (there is no water)")
    return out


def _lie(lines: Lines, framing: Framing, piece: Piece, wish: float) -> Piece | None:
    """The thing on a table, or None where none has room."""
    box = unit_box(piece)
    small = kept(piece.thing, LYING) if piece.thing else 1.0
    longest = max(0.01, box.bottom - box.top, 0.7 * box.width)
    for top, share in ((top, share) for share in SHARES[lines.lying > 2 :] for top in lines.tops):
        unit = max(share, 0.8 * (small < 0.6)) * small * top.size
        unit = max(unit, min(LEAST_ON_TABLE / longest, top.size))
        before = top.free.copy()
        x = top.free.take(
            box.width * unit * 0.9 + (AIR * top.size * small if piece.thing else 0.0),
            wish if lines.lying <= 2 else -9999.0,
        )
        if x is not None:
            laid = replace(piece, x=x, y=top.y, size=piece.size * unit, row=top.row, foot=top.foot + 1)
            if not any(laid.body().meets(head) for head in lines.heads):
                return laid
            top.free.become(before)
    return None


def _wish(framing: Framing, players: tuple[Piece, ...], piece: Piece, chance: Chance, i: int) -> float:
    """Where a thing would like to be: before the one who works with it, else by thirds."""
    worker = next((p for p in players if piece.thing in (p.act.on, LAID_UP.get(p.act.on, ""))), None)
    worker = worker or next((p for p in players if p.act.pose in USERS), None)
    if worker is None and players and framing.near is Near.MEDIUM:
        worker = players[0]
    if worker is None or i:
        # Things alone in a picture are what it is about: by thirds, nearer the middle.
        return framing.safe.share(chance.pick((0.2, 0.5, 0.82) if players else (0.36, 0.64)))
    body = worker.body()
    half = unit_box(piece).width * framing.measure / 2
    return body.left - half if worker.flipped else body.right + half


HIDDEN = 0.4
"""How much of a broad thing others may cover."""
TOWERS, BEHIND_TREES = 110.0, 0.7
"""What is higher, in hundredths of a grown person's height, is told by its crown: so much of it may be covered by what
is as high, and all of its trunk."""
BROAD = 55.0
"""Hundredths of a grown person's height: what is narrower is not told any more where it is half hidden."""


def _half_hidden(lines: Lines, framing: Framing, piece: Piece, wish: float) -> Piece | None:
    """A broad thing behind the players, where they cover the least of it; None where they would cover too much."""
    thing = THINGS[piece.thing]
    rows = {"water": lines.water, "ground": lines.back}.get(thing.medium, ())
    if not rows or thing.width < BROAD or framing.near is not Near.WIDE:
        return None
    line, box = rows[0], unit_box(piece)
    best: tuple[float, Piece] | None = None
    tree = thing.height > TOWERS
    for shrink in (1.0, 0.8, 0.66) if tree else (1.0, 0.8):
        size = shrink * min(line.size, WIDEST * framing.safe.width / box.width)
        half = box.width * size / 2
        for step in range(25):
            x = framing.safe.left + half + (framing.safe.width - 2 * half) * step / 24
            # A tree is behind the bench under it.
            there = replace(piece, x=x, y=line.y - 8 * tree, size=piece.size * size, row=line.row)
            body = there.body()
            if not tree and any(a.left < body.right and body.left < a.right for a in lines.stood.values()):
                continue  # things do not stand on each other
            before = (b for b in lines.bodies if not tree or b.top < body.top + 0.5 * (body.bottom - body.top))
            covered = sum(max(0.0, min(b.right, body.right) - max(b.left, body.left)) for b in before)
            share = covered / body.width + 0.1 * abs(x - wish) / framing.safe.width
            if covered <= (BEHIND_TREES if tree else HIDDEN) * body.width and (best is None or share < best[0]):
                best = share, there
        if best is not None:
            return best[1]
    return None


def _stand(rows: tuple[Line, ...], framing: Framing, piece: Piece, wish: float, heads: list[Area]) -> Piece | None:
    box = unit_box(piece)
    for shrink in (1.0, 0.8, 0.66):
        for line in rows:
            unit = line.size * shrink * kept(piece.thing, STANDING)
            unit = max(unit, min(LEAST / max(0.01, box.bottom - box.top, 0.6 * box.width), line.size))
            unit = min(unit, WIDEST * framing.safe.width / box.width)
            if line.row == FLYING:
                most = HIGHEST_UP * (framing.safe.bottom - framing.safe.top) / (box.bottom - box.top)
                unit = 1.7 * shrink * most if piece.thing in SKYWIDE else min(unit, most)
            unit = min(unit, highest(line, framing, box))
            x = line.take(box, unit, wish, heads)
            if x is not None:
                y = line.y - 6 if line.row == 0 else line.y
                y = framing.safe.top - box.top * unit if piece.thing in SKYWIDE else y
                return replace(piece, x=x, y=y, size=piece.size * unit, row=line.row, flip=False)
    return None
