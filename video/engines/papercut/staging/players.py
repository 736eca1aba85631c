"""Who stands on the stage: the cast and the unnamed, people and animals, with their places."""

from __future__ import annotations

from dataclasses import dataclass, replace

from video.engine import Figure
from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board
from video.engines.papercut.people.casting import Player
from video.engines.papercut.people.figures import Pose, draw_person, stature
from video.engines.papercut.people.wardrobe import Person, dress_cast
from video.engines.papercut.staging.ground import Ground, wishes
from video.engines.papercut.things.creatures import FLYING, draw_animal, width_of

FEET = 822.0
SIDES = 0.52
"""Width of a person as a share of a grown person's height, arms included."""


def magnified(player: Player) -> float:
    """Animals who are characters are drawn larger than life, the small ones most, so that they can act."""
    return 1.0 if player.person is not None else max(1.0, min(1.75, 1.25 / width_of(player.animal)))


def width_for(player: Player) -> float:
    """Ground taken, as a share of a grown person's height."""
    if player.person is not None:
        return SIDES * stature(player.person) ** 0.6
    return magnified(player) * width_of(player.animal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A player with its place."""

    player: Player
    x: float
    height: float
    flip: bool
    pose: Pose


def place_players(board: Board, players: tuple[Player, ...], ground: Ground, *, moving: bool) -> tuple[Placed, ...]:
    """Gives everyone a place by thirds, all of one measure, facing each other; fewer or smaller where it is tight."""
    if not players:
        return ()
    height = {1: 450.0, 2: 440.0, 3: 415.0, 4: 385.0}.get(len(players), 345.0)
    needed = sum(width_for(p) for p in players)
    height = min(height, 0.94 * ground.room() / max(needed, 0.01))
    spots: list[tuple[Player, float]] = []
    for player, share in zip(players, wishes(len(players)), strict=True):
        x = ground.take(width_for(player) * height, share * board.span)
        while x is None and height > 150:
            height *= 0.88
            x = ground.take(width_for(player) * height, share * board.span)
        if x is not None:
            spots.append((player, x))
    centre = sum(x for _, x in spots) / max(1, len(spots)) if len(spots) > 1 else board.span * 0.55
    raised = int(board.chance.unit() * len(spots)) if spots else 0
    calm = (Pose.STANDING, Pose.HOLDING, Pose.WALKING) if not moving else (Pose.WALKING, Pose.STANDING)
    return tuple(
        Placed(
            player=player, x=x, height=height, flip=x > centre,
            pose=Pose.RAISED if i == raised else calm[(i + raised) % len(calm)],
        )
        for i, (player, x) in enumerate(spots)
    )  # fmt: skip


def draw_placed(board: Board, placed: Placed, feet: float) -> None:
    """Draws one player on its place."""
    player = placed.player
    if player.person is not None:
        draw_person(board, player.person, placed.x, feet, placed.height, placed.pose, flip=placed.flip)
        return
    lift = placed.height * 0.5 if player.animal in FLYING else placed.height * 0.2 if player.animal == "fish" else 0.0
    draw_animal(
        board,
        player.animal,
        placed.x,
        feet - lift,
        placed.height * magnified(player),
        coat=player.coat,
        flip=placed.flip,
    )


CROWD_LOOKS = (
    "mujer",
    "hombre",
    "mujer, delantal",
    "hombre, sombrero",
    "niña",
    "mujer, pañuelo",
    "niño",
    "hombre, barba",
)


def draw_crowd(board: Board, count: int, y: float, height: float, ground: Ground, *, children: bool) -> None:
    """Unnamed people at the back: smaller, a little in the air's colour, where ``ground`` is free."""
    looks = ("niña", "niño") if children else CROWD_LOOKS
    folk = dress_cast(tuple(Figure(name=f"crowd {i}", look=looks[i % len(looks)]) for i in range(count)))
    for i, person in enumerate(folk.values()):
        x = ground.take(height * SIDES, board.span * ((0.1 + i * 0.382) % 1.0))
        if x is not None:
            pose = board.chance.pick((Pose.STANDING, Pose.HOLDING, Pose.WALKING))
            draw_person(
                board, _faded(board, person), x, y + board.chance.near(0, 6), height, pose, flip=board.chance.maybe(0.5)
            )


def _faded(board: Board, person: Person) -> Person:
    air = board.light.hills[0]
    return replace(
        person,
        dress=mix(person.dress, air, 0.35),
        top=mix(person.top, air, 0.35),
        trousers=mix(person.trousers, air, 0.35),
    )
