"""Unnamed people at the back."""

from __future__ import annotations

from dataclasses import replace

from video.chance import Chance
from video.direct import Doing, Mood
from video.engine import Figure
from video.engines.papercut.people.casting import Player
from video.engines.papercut.people.figures import Act, faded
from video.engines.papercut.people.wardrobe import dress_cast
from video.engines.papercut.staging.framing import Framing
from video.engines.papercut.staging.lines import Lines
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.players import body_of
from video.engines.papercut.staging.scene import Scene
from video.shotlist import Acting, Way

LOOKS = ("mujer", "hombre", "mujer, delantal", "hombre, sombrero", "niña", "mujer, pañuelo", "niño", "hombre, barba")
MANY = frozenset({"people", "children"})
POSES = (Doing.STAND, Doing.STAND, Doing.HOLD, Doing.SPEAK)


def crowd(scene: Scene, lines: Lines, framing: Framing, air: int) -> list[Piece]:
    """People smaller than the players, a little in the air's colour, where there is room behind them."""
    chance = Chance(scene.seed, "crowd")
    asked = next((m for m in scene.scenery.people if m.concept.id in MANY), None)
    if not lines.back or (asked is None and "market" not in scene.scenery.places):
        lines.left_out.extend([asked.concept.id] if asked is not None else [])
        return []
    children = asked is not None and asked.concept.id == "children"
    acting = next((a for a in scene.shot.acting if asked is not None and a.name == asked.concept.id), None)
    looks = ("niña", "niño") if children else LOOKS
    count = (min(asked.count, 6) if asked.count > 1 else 6) if asked else 4
    folk = dress_cast(
        tuple(Figure(name=f"crowd {i}", look=looks[i % len(looks)]) for i in range(count)), scene.dressing
    )
    line = lines.back[0]
    out: list[Piece] = []
    heroes = [(head.left + head.right) / 2 for head in lines.heads]
    middle = sum(heroes) / len(heroes) if heroes and asked else None
    for i, (name, person) in enumerate(folk.items()):
        player = Player(name=name, person=faded(person, air, 0.3))
        act = replace(_act(acting, i, chance.pick(POSES)), flip=chance.maybe(0.5))
        piece = Piece(x=0, y=0, size=1.0, player=player, act=act)
        x = line.free.take(body_of(piece).width * line.size, framing.safe.share((0.1 + i * 0.382) % 1.0))
        if x is not None:
            if middle is not None:  # who came together looks at whom it is about
                piece = replace(piece, act=replace(act, flip=x > middle))
            out.append(replace(piece, x=x, y=line.y + chance.near(0, 6), size=line.size, row=line.row, still=True))
    if asked is not None and not out:
        lines.left_out.append(asked.concept.id)
    return out


UPWARDS = -15.0
"""Degrees by which heads are bent back that look up."""


def _act(told: Acting | None, number: int, usual: Doing) -> Act:
    """What one of a crowd does: what is told of all, the mood of all, or what one does who is merely there."""
    if told is None:
        return Act(pose=usual)
    up = told.deed is not None and told.deed.way is Way.UP
    bare = told.doing is Doing.STAND and not told.task and not up
    pose = usual if bare and told.mood is Mood.CALM else told.doing
    pointing = up and number % 3 == 1
    return Act(
        pose=Doing.POINT if pointing else pose, mood=told.mood, holds=told.holds, task=told.task, on=told.on,
        nod=UPWARDS if up else 0.0,
    )  # fmt: skip
