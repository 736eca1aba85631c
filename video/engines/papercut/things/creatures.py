"""Animals: one door to all families."""

from __future__ import annotations

from video.engines.papercut.paper import Board
from video.engines.papercut.things.attire import draw_on_creature
from video.engines.papercut.things.aviary import BIRDS
from video.engines.papercut.things.beasts import draw_beast
from video.engines.papercut.things.birds import draw_fowl
from video.engines.papercut.things.catalog import ANIMALS
from video.engines.papercut.things.fauna import BREEDS, CREATURES
from video.engines.papercut.things.livery import Livery, bred, feathered
from video.engines.papercut.things.living import LIVING_THINGS
from video.engines.papercut.things.moment import Moment
from video.engines.papercut.things.swimmers import SWIMMERS, draw_swimmer


def width_of(kind: str) -> float:
    """Ground that an animal takes in its usual gait, as a share of a person's height."""
    return ANIMALS[kind].width / 100


def draw_animal(
    board: Board,
    kind: str,
    x: float,
    y: float,
    person: float,
    *,
    coat: int | None,
    flip: bool,
    phase: float = 0.0,
    gait: str = "",
    mouth: float = 0.0,
    mood: str | None = None,
    livery: Livery | None = None,
) -> None:
    """Draws any animal of the kit, facing right unless ``flip``; ``person`` = height of a grown person there.

    (x, y) is where its feet are or, for the gaits ``fly`` and ``swim``, the middle of its body (a swimming bird's:
    the water). ``gait``: empty = its usual one; one that it has not gives the nearest that it has. ``phase`` 0..1 is
    one cycle; ``mouth`` 0..1; ``mood`` = a value of ``direct.Mood``, or ``closed``.
    """
    moment = Moment(
        gait=ANIMALS[kind].gait(gait),
        phase=phase % 1.0,
        mouth=max(0.0, min(1.0, mouth)),
        mood=mood,
        coat=coat,
        livery=livery,
    )
    with board.at(x, y, person * ANIMALS[kind].scale, flip=flip):
        if kind in BREEDS:
            draw_beast(board, bred(BREEDS[kind], livery), moment)
        elif kind in BIRDS:
            draw_fowl(board, feathered(BIRDS[kind], livery), moment)
        elif kind in SWIMMERS:
            draw_swimmer(board, SWIMMERS[kind], moment)
            draw_on_creature(board, kind, livery)
        else:
            (CREATURES.get(kind) or LIVING_THINGS[kind]).draw(board, moment)
            if moment.gait in ("stand", "walk", "sit"):
                draw_on_creature(board, kind, livery)
