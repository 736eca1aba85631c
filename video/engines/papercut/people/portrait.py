"""Portraits: a character of the cast in all poses, moods and lights, and beside the others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import skia

from video.chance import Chance
from video.concepts.living import thing_of
from video.concepts.scenery import animal_of
from video.direct import Doing, Mood
from video.engine import Figure
from video.engines.papercut.palette import LIGHTS, Light
from video.engines.papercut.paper import Board
from video.engines.papercut.people.act import Act
from video.engines.papercut.people.animal_looks import coat_of, livery_of, unworn_of
from video.engines.papercut.people.casting import people_of
from video.engines.papercut.people.customs import dressing_for
from video.engines.papercut.people.figures import Box, draw_person, measures
from video.engines.papercut.people.outfits import get_outfit
from video.engines.papercut.people.person import Build, Hat, Person
from video.engines.papercut.people.wardrobe import dress_cast
from video.engines.papercut.people.wishes import Wish, read_wish, unread_of
from video.engines.papercut.things.catalog import ANIMALS
from video.engines.papercut.things.creatures import draw_animal, width_of
from video.engines.papercut.things.livery import Livery
from video.portrait import Portrait, Portrayed, Sitting, Swatch
from video.shot import Frame

_LIT = (("day", "day"), ("dusk", "dusk"), ("night", "night"))
_MOMENTS = {Doing.WALK: 0.2, Doing.RUN: 0.2, Doing.WORK: 0.36, Doing.DANCE: 0.3, Doing.SPEAK: 0.2, Doing.SING: 0.2}
"""The phase of a pose that shows best what is done."""
_ADVICE = (
    "To change it, write other words behind `look:` in the front matter (docs/pictures-people.md has them), "
    "a colour before each piece: `look: old woman, green sari, white bun, red shawl`."
)


def portray(sitting: Sitting, height_px: int) -> Portrait:
    """The pictures of a character, and what of its look was understood."""
    kind = animal_of(sitting.figure.name, sitting.figure.look, sitting.language)
    figures = people_of(sitting.cast, sitting.language)
    people = dress_cast(figures, dressing_for(figures, sitting.style))
    beside, places = _row(sitting, people, height_px)
    if kind is not None:
        return _animal(sitting.figure, kind, height_px, beside, places)
    person = people[sitting.figure.name]
    figure = next(f for f in figures if f.name == sitting.figure.name)
    wish = read_wish(figure)
    small = round(height_px * 0.36)
    front = Act(pose=Doing.STAND, phase=0.1)
    asked, dealt = _told(person, wish)
    return Portrait(
        whole=Portrayed(label="", pixels=_picture(person, front, height_px, LIGHTS["day"], 0.73)),
        poses=tuple(_pose(person, pose, small) for pose in Doing),
        moods=tuple(
            Portrayed(label=mood.value, pixels=_head(person, Act(mood=mood), small, LIGHTS["day"])) for mood in Mood
        ),
        lights=tuple(
            Portrayed(label=label, pixels=_lit(person, round(height_px * 0.46), LIGHTS[light])) for label, light in _LIT
        ),
        beside=beside, places=places, asked=asked, dealt=dealt, unread=unread_of(figure),
        swatches=_swatches(person), advice=_ADVICE,
    )  # fmt: skip


def _pose(person: Person, pose: Doing, height_px: int) -> Portrayed:
    act = Act(pose=pose, phase=_MOMENTS.get(pose, 0.1))
    return Portrayed(label=pose.value, pixels=_picture(person, act, height_px, LIGHTS["day"]))


def _fitted(box: Box, width_px: int, height_px: int, unit_px: float) -> float:
    """Pixels of a grown person's height, so that a box fits; at most ``unit_px``."""
    return min(unit_px, 0.94 * width_px / (box.right - box.left), 0.94 * height_px / (box.bottom - box.top))


def _picture(person: Person, act: Act, height_px: int, light: Light, slim: float = 0.94) -> np.ndarray:
    """A figure on nothing; those of one person have one measure where they have room."""
    width_px = round(height_px * slim)
    box, standing = measures(person, act).box, measures(person, Act()).body
    unit = _fitted(box, width_px, height_px, 0.9 * height_px / (standing.bottom - standing.top))
    x = width_px / 2 - (box.left + box.right) / 2 * unit
    return _drawn((width_px, height_px), light, None, ((person, act, x, height_px * 0.97 - box.bottom * unit, unit),))


def _head(person: Person, act: Act, size_px: int, light: Light) -> np.ndarray:
    head = measures(person, replace(act, mood=Mood.CALM)).head
    unit = 0.8 * size_px / max(head.bottom - head.top, (head.right - head.left) * 0.9)
    x = size_px / 2 - (head.left + head.right) / 2 * unit
    y = size_px * 0.46 - (head.top + head.bottom) / 2 * unit
    return _drawn((size_px, size_px), light, None, ((person, act, x, y, unit),))


def _lit(person: Person, height_px: int, light: Light) -> np.ndarray:
    act = Act(pose=Doing.SPEAK, phase=0.2)
    box = measures(person, act).box
    width_px = round(height_px * 0.86)
    unit = _fitted(box, width_px, height_px, height_px) * 0.94
    x = width_px / 2 - (box.left + box.right) / 2 * unit
    pixels = _drawn((width_px, height_px), light, light.sky[2], ((person, act, x, height_px * 0.93, unit),))
    return np.ascontiguousarray(pixels[..., :3])


_Standing = tuple[Person, Act, float, float, float]
"""(who, how, x, y of the feet in pixels, pixels of a grown person's height)."""


def _drawn(size: tuple[int, int], light: Light, ground: int | None, standing: tuple[_Standing, ...]) -> np.ndarray:
    """Figures at places in pixels, cut from a board that is wide enough."""
    board, left, top = _board(size, light, ground)
    for person, act, x, y, unit in standing:
        draw_person(board, person, *_place(board, x + left, y + top), unit / board.scale, act)
    return board.pixels()[top : top + size[1], left : left + size[0]]


def _board(size: tuple[int, int], light: Light, ground: int | None) -> tuple[Board, int, int]:
    """A board in which a picture of this size lies, and where it begins."""
    frame = Frame(width_px=max(size[0], 2 * (size[1] * 6 // 10 + 1)) // 2 * 2 + 2, height_px=size[1] // 2 * 2 + 2)
    board = Board(frame, light, Chance(0, "portrait"), base=ground)
    if ground is not None:
        wall = skia.Path.Rect(skia.Rect.MakeLTRB(board.left, board.top, board.right, board.bottom))
        board.sheet(wall, ground, 0, edge=0)
        floor = board.top + (board.bottom - board.top) * 0.8
        board.sheet(skia.Path.Rect(skia.Rect.MakeLTRB(board.left, floor, board.right, board.bottom)), light.ground, 8)
    return board, (board.width_px - size[0]) // 2, (board.height_px - size[1]) // 2


def _place(board: Board, x_px: float, y_px: float) -> tuple[float, float]:
    return x_px / board.scale - board.bleed, y_px / board.scale + board.top


def _row(
    sitting: Sitting, people: dict[str, Person], height_px: int
) -> tuple[Portrayed, tuple[tuple[str, float], ...]]:
    """The cast in a row, the portrayed one first."""
    order = (sitting.figure, *(f for f in sitting.cast if f.name != sitting.figure.name))[:8]
    wide = [0.58 if f.name in people else max(0.5, width_of(_kind(f, sitting))) for f in order]
    tall = height_px * 0.46
    unit = tall * 0.86 / max(1.0, *(people[f.name].tall for f in order if f.name in people), 1.0)
    size = round(sum(wide) * unit + 40), round(tall)
    board, left, top = _board(size, LIGHTS["day"], None)
    x, places = 20.0, list[tuple[str, float]]()
    for figure, width in zip(order, wide, strict=True):
        middle = x + width * unit / 2
        at = _place(board, middle + left, tall * 0.95 + top)
        if figure.name in people:
            draw_person(board, people[figure.name], *at, unit / board.scale, Act(phase=0.1))
        else:
            kind = _kind(figure, sitting)
            coat, livery = coat_of(figure), livery_of(figure, kind)
            # What flies or swims is drawn about its place.
            low = max(0.0, ANIMALS[kind].box.bottom) / 100 * unit / board.scale
            draw_animal(board, kind, at[0], at[1] - low, unit / board.scale, coat=coat, livery=livery, flip=False)
        places.append((figure.name, middle / size[0]))
        x += width * unit
    pixels = board.pixels()[top : top + size[1], left : left + size[0]]
    return Portrayed(label="", pixels=pixels), tuple(places)


def _kind(figure: Figure, sitting: Sitting) -> str:
    return animal_of(figure.name, figure.look, sitting.language) or ""


def _animal(
    figure: Figure, kind: str, height_px: int, beside: Portrayed, places: tuple[tuple[str, float], ...]
) -> Portrait:
    """An animal of the cast: in all its ways of moving, moods and lights."""
    animal, coat, small = ANIMALS[kind], coat_of(figure), round(height_px * 0.36)
    livery = livery_of(figure, kind)

    def drawn(size_px: int, light: Light, ground: int | None, gait: str = "") -> np.ndarray:
        box = animal.boxes[gait or animal.gaits[0]]
        unit = 0.88 * size_px / max(box.width, box.height) * 100
        board, left, top = _board((size_px, size_px), light, ground)
        foot = 0.9 * size_px - box.bottom * unit / 100
        at = _place(board, size_px / 2 - (box.left + box.right) / 200 * unit + left, foot + top)
        way = gait or animal.gaits[0]
        draw_animal(
            board,
            kind,
            *at,
            unit / board.scale,
            coat=coat,
            livery=livery,
            flip=False,
            gait=way,
            phase=0.2 if gait else 0.0,
        )
        return board.pixels()[top : top + size_px, left : left + size_px]

    def face(mood: Mood) -> np.ndarray:
        unit = small * 0.33 / max(0.14, 0.36 * animal.size)
        board, left, top = _board((small, small), LIGHTS["day"], None)
        x, y = animal.face
        at = _place(board, small * 0.46 - x * unit / 100 + left, small * 0.5 - y * unit / 100 + top)
        shown = None if mood is Mood.CALM else mood
        draw_animal(board, kind, *at, unit / board.scale, coat=coat, livery=livery, flip=False, mood=shown)
        return board.pixels()[top : top + small, left : left + small]

    def lit(light: Light) -> np.ndarray:
        return np.ascontiguousarray(drawn(round(height_px * 0.4), light, light.sky[2])[..., :3])

    return Portrait(
        whole=Portrayed(label="", pixels=drawn(round(height_px * 0.73), LIGHTS["day"], None)),
        poses=tuple(Portrayed(label=gait, pixels=drawn(small, LIGHTS["day"], None, gait)) for gait in animal.gaits),
        moods=tuple(Portrayed(label=mood.value, pixels=face(mood)) for mood in Mood),
        lights=tuple(Portrayed(label=label, pixels=lit(LIGHTS[light])) for label, light in _LIT),
        beside=beside, places=places, asked=(thing_of(kind), *_worn_told(livery)), dealt=(),
        unread=unworn_of(figure, kind), swatches=(),
        advice="To change it, write another animal or coat behind `look:` in the front matter: `look: red fox`.",
    )  # fmt: skip


def _worn_told(livery: Livery | None) -> tuple[str, ...]:
    return tuple(piece for piece, _ in livery.worn) if livery is not None else ()


def _told(person: Person, wish: Wish) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was asked for and what was dealt, in a few words each."""
    who = {True: "feminine", False: "masculine"}[person.feminine]
    parts = [
        (person.age.value, wish.age.value != "adult"),
        (who, wish.feminine is not None),
        (f"{person.build.value} build", wish.build is not None),
        (get_outfit(person.wears).says, bool(wish.kind)),
        (f"hair: {person.hair_style.value}", wish.hair_style is not None),
    ]
    if person.hat is not Hat.NONE:
        parts.append((f"on the head: {person.hat.value}", True))
    extras = ("shawl", "apron", "cloak", "beard", "moustache", "glasses", "stick", "earrings", "necklace")
    parts += [(name, name in wish.worn) for name in extras if getattr(person, name)]
    return tuple(t for t, asked in parts if asked), tuple(
        t for t, asked in parts if not asked and t not in ("adult", f"{Build.MEDIUM.value} build")
    )


def _swatches(person: Person) -> tuple[Swatch, ...]:
    outfit = get_outfit(person.wears)
    found = [("skin", person.skin), ("hair", person.hair), ("dress", person.dress)]
    if person.top != person.dress:
        found.append(("blouse", person.top))
    if outfit.legs in ("trousers", "wide", "short"):
        found.append(("trousers", person.trousers))
    found.append(("trimming", person.trim))
    extras = (("shawl", person.shawl), ("apron", person.apron), ("cloak", person.cloak))
    found += [(name, colour) for name, colour in extras if colour is not None]
    if person.hat is not Hat.NONE:
        found.append(("head", person.hat_colour))
    return tuple(Swatch(label=label, colour=colour) for label, colour in found)
