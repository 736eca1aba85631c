"""The players: who of them is in the picture, what each does, and where each stands."""

from __future__ import annotations

from dataclasses import replace

from video.direct import Acting, Doing, Near, ShotPlan
from video.engines.papercut.people.casting import Player
from video.engines.papercut.people.figures import Act, measures
from video.engines.papercut.staging.deeds import engaged
from video.engines.papercut.staging.embraces import bent, embraced, paired, partner_of, with_arms_down
from video.engines.papercut.staging.framing import MOST, Area, Body, Framing, framing_for, towers
from video.engines.papercut.staging.ground import Ground, wishes
from video.engines.papercut.staging.pieces import Piece, unit_box
from video.engines.papercut.staging.sharing import shared
from video.engines.papercut.staging.together import bearing, folded, reaching, unfolded
from video.engines.papercut.things.catalog import ANIMALS
from video.engines.papercut.things.living import ABOVE
from video.engines.papercut.things.scale import group, larger_than_life
from video.shot import Frame

GAITS = {
    Doing.WALK: "walk", Doing.RUN: "run", Doing.SLEEP: "sleep", Doing.DANCE: "walk", Doing.SIT: "sit",
    Doing.KNEEL: "sit",
}  # fmt: skip
LONGEST, LOW, LEAST_LOW = 0.62, 60.0, 0.88
"""How long an animal beside people is drawn by being magnified, as a share of a grown person's height; what is lower
than ``LOW`` hundredths of it, as a dog, is even drawn a little smaller: it is no calf."""
MOVING = (Doing.WALK, Doing.RUN)
LEAST, LEAST_UPRIGHT = 0.86, 0.7
"""Down to which share of their size players make room for others."""
ANIMALS_LEAST = 0.8
"""The same of animals, as a share of their size in the picture of the whole."""
STAGE = 822.0
"""About where those of a whole place stand."""
APART = 0.03
"""Air between two who stand beside each other, as a share of a grown person's height."""


def magnified(player: Player, others: tuple[Player, ...]) -> float:
    """Animals who are characters are drawn larger than life, the small ones most, so that they can act.

    Less so beside people: a dog as high as a child would not be a dog.
    """
    if player.person is not None:
        return 1.0
    people = any(p.person is not None for p in others)
    share = larger_than_life(player.animal, sizes_of(others), people=people)
    animal = ANIMALS[player.animal]
    least = LEAST_LOW if animal.height < LOW else 1.0
    grown = player.livery.grown if player.livery is not None else 1.0
    return (min(share, max(least, LONGEST * 100 / animal.width)) if people else share) * grown


def kin_of(players: tuple[Player, ...]) -> float:
    """How much larger than life all animals are drawn with them: small ones among themselves."""
    return group(sizes_of(players), people=any(p.person is not None for p in players))


def sizes_of(players: tuple[Player, ...]) -> tuple[float, ...]:
    """True heights of the animals among them, as shares of a person's."""
    return tuple(ANIMALS[p.animal].size for p in players if p.person is None)


def act_of(player: Player, plan: ShotPlan) -> Act:
    """What a player does in a shot."""
    acting = next((a for a in plan.acting if a.name == player.name), Acting(name=player.name))
    return Act(pose=acting.doing, mood=acting.mood, holds=acting.holds, task=acting.task, on=acting.on)


def piece_of(player: Player, plan: ShotPlan, others: tuple[Player, ...] = ()) -> Piece:
    """A player, not yet placed: with its feet at (0, 0), one unit large; ``others`` are all who are there."""
    act = act_of(player, plan)
    gait = "" if player.person is not None else ANIMALS[player.animal].gait(GAITS.get(act.pose, ""))
    share = magnified(player, others)
    piece = Piece(x=0.0, y=0.0, size=share, share=share, player=player, act=act, gait=gait, colour=player.coat)
    acting = next((a for a in plan.acting if a.name == player.name), None)
    if plan.near is Near.CLOSE and player.person is not None:
        return piece  # no more than the face is seen
    return engaged(piece, acting.deed if acting is not None else None)


def body_of(piece: Piece, *, turning: bool = False) -> Body:
    """What framing asks of a piece that is not yet placed; ``turning``: it may yet be turned the other way."""
    stood = piece if piece.act.pose is not Doing.EMBRACE else replace(piece, act=replace(piece.act, pose=Doing.STAND))
    # Arms that lie around somebody need no room of their own.
    found = unit_box(stood) if turning else stood.body()
    width, shift = found.width + APART, (found.left + found.right) / 2
    person = piece.player.person if piece.player is not None else None
    if person is not None:
        measured = measures(person, piece.act)
        return Body(
            width=width, top=-found.top, eyes=piece.lift - measured.eyes[1], chin=piece.lift - measured.face.bottom,
            shift=shift, tied=bool(piece.tied),
        )  # fmt: skip
    face = piece.face()
    eyes = -(face.top + face.bottom) / 2 if face is not None else -found.top
    return Body(width=width, top=max(0.05, -found.top), eyes=max(0.03, eyes), shift=shift, person=False)


def in_shot(players: tuple[Player, ...], plan: ShotPlan) -> tuple[Player, ...]:
    """Who of the players is in the picture: whom it is about and those next to them, in the order of the whole."""
    most = MOST[plan.near]
    named = plan.seen or tuple(a.name for a in plan.acting)
    first = next((p for p in players if p.name == plan.focus), players[0] if players else None)
    if plan.near is Near.WIDE or first is None:
        return players[:most]
    # The rest by importance: those who act in this shot first.
    rest = sorted((p for p in players if p is not first), key=lambda p: p.name not in named)
    chosen = (first, *rest[: most - 1])
    return tuple(p for p in players if any(p is c for c in chosen))


def frame_players(
    players: tuple[Player, ...], plan: ShotPlan, frame: Frame, feet: float, *, afloat: bool = False
) -> tuple[Framing, list[Piece]]:
    """The framing of a shot and its players, not yet placed; nobody is left out of a boat."""
    pieces = paired([piece_of(player, plan, players) for player in in_shot(players, plan)])
    pieces = [bearing(p) for p in folded(shared(pieces))]
    pieces = [with_arms_down(pieces[0])] if len(pieces) == 1 else [bent(p, pieces) for p in pieces]
    near = plan.near
    while True:
        pieces = _towards_each_other(pieces, plan.focus)
        framing = framing_for(frame, near, tuple(body_of(p) for p in pieces), feet)
        least = _least(framing, pieces) * (SPOKEN if _both_speak(pieces, plan) else 1.0)
        tight = not afloat and near is Near.MEDIUM and len(pieces) > 1 and framing.measure < least
        if not tight:
            return framing, pieces
        if _both_speak(pieces, plan):
            return replace(framing, near=Near.WIDE), pieces
        # Too many for a nearer picture: the one who is least of the shot's matter stays out of it.
        keep = plan.focus or (pieces[0].player.name if pieces[0].player else "")
        out = next((p for p in reversed(pieces) if p.player is not None and p.player.name != keep), pieces[-1])
        pieces = [p for p in pieces if p is not out]
        if len(pieces) == 1 and pieces[0].kind and not towers(body_of(pieces[0])):
            near = Near.CLOSE  # alone, and not as it would be seen alone from the knees up


SPOKEN = 0.8
"""Two who both speak in a shot may be this much smaller, as a share, before it shows the whole place instead."""


def _both_speak(pieces: list[Piece], plan: ShotPlan) -> bool:
    """Whether the two who are left in a shot are those who speak in it: neither can be left out."""
    names = {p.player.name for p in pieces if p.player is not None}
    return len(pieces) == 2 and bool(plan.also) and names == {plan.focus, plan.also}


def _towards_each_other(pieces: list[Piece], focus: str) -> list[Piece]:
    """The pieces turned as they will be when they stand in this order."""
    stood = tuple(replace(piece, x=float(i)) for i, piece in enumerate(pieces))
    return [replace(piece, x=0.0) for piece in oriented(stood, focus)]


def _least(framing: Framing, pieces: list[Piece]) -> float:
    """The measure below which a picture would be no nearer than one of the whole place."""
    if any(p.player is not None and p.player.person is not None for p in pieces):
        return 540.0 if not framing.upright else 680.0
    bodies = tuple(body_of(p) for p in pieces)
    return ANIMALS_LEAST * framing_for(framing.frame, Near.WIDE, bodies, STAGE).measure


def place_players(
    framing: Framing, pieces: list[Piece], ground: Ground, others: float = 0.0, taken: tuple[Area, ...] = ()
) -> tuple[tuple[Piece, ...], list[str]]:
    """Everyone on a place by thirds, all of one measure, facing each other; in two rows where a frame is narrow.

    ``others`` is the ground that others on the same line would like, as a share of a grown person's height: all become
    smaller so that they find it, down to ``LEAST``. ``taken`` is what stands there already. Answers the placed
    and the names of those without room.
    """
    if not pieces:
        return (), []
    if is_alone(framing, pieces):
        return (_alone(framing, pieces[0]),), []
    needed = sum(body_of(p).width for p in pieces)
    room = 0.97 * ground.room()
    least = LEAST_UPRIGHT if framing.upright and len(pieces) < 3 else LEAST
    measure = min(framing.measure, max(least * framing.measure, room / max(0.01, needed + others)))
    close = any(p.act.pose is Doing.EMBRACE for p in pieces)
    deep = framing.upright and framing.near is Near.MEDIUM and len(pieces) > 1 and not close
    narrow = framing.frame.width_px < 1.2 * framing.frame.height_px
    several = len(pieces) > 2 or (narrow and len(pieces) > 1 and not close)
    if deep or (framing.near is Near.WIDE and several and room / needed < 0.8 * framing.measure):
        return _two_rows(framing, pieces, ground, framing.measure if deep else measure, taken)
    measure = min(measure, room / max(0.01, needed))
    while measure > 150:
        placed = _row(framing, pieces, ground.copy(), measure)
        if placed is not None:
            for piece in placed:
                ground.block(piece.body().left, piece.body().right)
            return embraced(placed, measure), []
        measure *= 0.9
    return _as_many_as_fit(framing, pieces, ground, 150.0)


def is_alone(framing: Framing, pieces: list[Piece]) -> bool:
    """True where one is seen so near that nothing has to have room beside."""
    person = len(pieces) == 1 and not pieces[0].kind
    return framing.near is Near.CLOSE or (framing.near is Near.MEDIUM and person)


def _put(framing: Framing, piece: Piece, x: float, measure: float, back: float = 0.0) -> Piece:
    lift = 0.0
    if piece.kind:
        medium = ANIMALS[piece.kind].medium
        air = 0.95 if piece.kind in ABOVE else 0.5
        lift = measure * (air if medium == "air" else 0.2 if medium == "water" else 0.0)
    return replace(piece, x=x, y=framing.feet - lift - back, size=piece.size * measure)


def _row(
    framing: Framing, pieces: list[Piece], ground: Ground, measure: float, shares: tuple[float, ...] = ()
) -> tuple[Piece, ...] | None:
    """All in one row and in this order; None where they find no room at this measure.

    With ``shares`` (where each would like to stand) they may yet be turned.
    """
    placed: list[Piece] = []
    for piece, share in zip(pieces, shares or wishes(len(pieces)), strict=True):
        body = body_of(piece, turning=bool(shares))
        middle = ground.take(body.width * measure, framing.safe.share(share))
        if middle is None:
            return None
        placed.append(_put(framing, piece, middle - body.shift * measure, measure))
        ground.block(-99999.0, middle + body.width * measure / 2)
    return tuple(placed)


def _two_rows(
    framing: Framing, pieces: list[Piece], ground: Ground, measure: float, taken: tuple[Area, ...]
) -> tuple[tuple[Piece, ...], list[str]]:
    """The smaller half before, the taller between and behind them, as in a portrait of a family; every face is free."""
    ahead = len(pieces) // 2 if len(pieces) > 3 else (len(pieces) + 1) // 2
    ahead = max(ahead, sum(p.act.pose is Doing.EMBRACE for p in pieces))
    short = sorted(pieces, key=lambda p: (p.act.pose is not Doing.EMBRACE, body_of(p).top))[:ahead]
    front = [p for p in pieces if any(p is s for s in short)]
    behind = [p for p in pieces if all(p is not s for s in short)]
    measure = min(measure, 0.97 * ground.room() / sum(body_of(p, turning=True).width for p in front))
    ahead_at = wishes(len(front))
    behind_at = tuple((i + 0.5) / len(behind) for i in range(len(behind)))
    if len(pieces) == 2:
        # One before the other, each on the own side of the picture.
        ahead_at, behind_at = ((0.3,), (0.76,)) if front[0] is pieces[0] else ((0.7,), (0.24,))
    best: tuple[Piece, ...] = ()
    for _ in range(9):
        row = _row(framing, front, ground.copy(), measure, ahead_at)
        placed = embraced(row, measure) if row is not None else None
        rear: list[Piece] = []
        hidden = (*taken, *(a for p in placed or () if (a := p.body() if p.kind else p.head()) is not None))
        for i, piece in enumerate(behind if placed is not None else []):
            wish = framing.safe.share(behind_at[i])
            found = _behind(framing, piece, (hidden, tuple(rear)), wish, measure)
            if found is not None:
                rear.append(found)
        if placed is not None and len(placed) + len(rear) > len(best):
            best = (*rear, *placed)
        if len(best) == len(pieces):
            break
        measure *= 0.95
    if not best:
        return _as_many_as_fit(framing, pieces, ground, 150.0)
    for piece in best:
        if piece.row == 0:
            _stand_on(ground, piece)
    best = tuple(sorted(best, key=lambda p: next(i for i, q in enumerate(pieces) if q.player is p.player)))
    return best, [_name(p) for p in pieces if all(q.player is not p.player for q in best)]


def _stand_on(ground: Ground, piece: Piece) -> None:
    body = piece.body()
    half = max(piece.x - body.left, body.right - piece.x)
    ground.block(piece.x - half, piece.x + half)


def _name(piece: Piece) -> str:
    return piece.player.name if piece.player is not None else piece.kind


def _behind(
    framing: Framing, piece: Piece, others: tuple[tuple[Area, ...], tuple[Piece, ...]], wish: float, measure: float
) -> Piece | None:
    """The piece in the row behind, where nothing in front covers its face and it covers nobody beside it."""
    hidden, rear = others
    small, back = 0.84 * measure, 0.17 * measure
    best: Piece | None = None
    for step in range(60):
        x = framing.safe.left + framing.safe.width * (step + 0.5) / 60
        there = replace(_put(framing, piece, x, small, back), row=-1)
        body, face = there.body(), there.head()
        if face is None or body.left < framing.safe.left - 10 or body.right > framing.safe.right + 10:
            continue
        if any(face.meets(area) for area in hidden) or any(body.meets(p.body()) for p in rear):
            continue
        if best is None or abs(x - wish) < abs(best.x - wish):
            best = there
    return best


def _as_many_as_fit(
    framing: Framing, pieces: list[Piece], ground: Ground, measure: float
) -> tuple[tuple[Piece, ...], list[str]]:
    placed: list[Piece] = []
    missed: list[str] = []
    for piece, share in zip(pieces, wishes(len(pieces)), strict=True):
        x = ground.take(body_of(piece, turning=True).width * measure, framing.safe.share(share))
        if x is None:
            missed.append(_name(piece))
        else:
            placed.append(_put(framing, piece, x, measure))
    return tuple(placed), missed


def _alone(framing: Framing, piece: Piece) -> Piece:
    """The one of a close picture, with room to look into."""
    left = piece.act.flip or piece.flip
    safe = framing.safe
    x = safe.share(0.5 if piece.kind else (0.56 if left else 0.44) if framing.upright else (0.6 if left else 0.4))
    return _put(framing, piece, x, framing.measure)


def facing(placed: tuple[Piece, ...], focus: str = "") -> tuple[Piece, ...]:
    """Everyone turned, those who are borne on their places, and all hands where they meet."""
    return reaching(unfolded(oriented(placed, focus)))


def oriented(placed: tuple[Piece, ...], focus: str = "") -> tuple[Piece, ...]:
    """Everyone turned to the one whom it is about, and that one to the others; without one, to the middle of the group.

    Those who embrace are turned to each other; those who walk together go the same way. One alone looks into the
    picture, to the right.
    """
    if len(placed) < 2:
        return placed
    about = next((p for p in placed if p.player is not None and p.player.name == focus), None)
    middle = sum(p.x for p in placed) / len(placed)
    others = sum(p.x for p in placed if p is not about) / (len(placed) - (about is not None))
    going = [p for p in placed if p.act.pose in MOVING]
    # Whoever goes alone goes to the others, several go to the right: so one reads.
    together = len(going) > 1

    def left(piece: Piece) -> bool:
        partner = partner_of(placed, piece) or next((p for p in placed if partner_of(placed, p) is piece), None)
        if partner is not None:
            return piece.x > partner.x
        if together and piece.act.pose in MOVING:
            return False
        return piece.x > (middle if about is None else others if piece is about else about.x)

    return tuple(turned(p, left=left(p)) for p in placed)


def turned(piece: Piece, *, left: bool) -> Piece:
    """The piece, looking to the left or to the right."""
    return replace(piece, flip=left, act=replace(piece.act, flip=left))


def heads_of(pieces: tuple[Piece, ...]) -> tuple[Area, ...]:
    """Where the heads of some are."""
    return tuple(head for head in (p.head() for p in pieces) if head is not None)
