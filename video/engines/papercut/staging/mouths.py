"""Where an animal's mouth is, for what it carries in it."""

from __future__ import annotations

from video.engines.papercut.things.aviary import BIRDS
from video.engines.papercut.things.beasts import head_place, place_stature
from video.engines.papercut.things.catalog import ANIMALS
from video.engines.papercut.things.fauna import BREEDS
from video.engines.papercut.things.moment import Moment
from video.engines.papercut.things.raised import rearing_head
from video.engines.papercut.things.seated import sits_upright


def mouth_of(kind: str, gait: str) -> tuple[float, float]:
    """The mouth of an animal in a gait, in heights of a grown person from its place, facing right."""
    animal = ANIMALS[kind]
    box = animal.boxes.get(gait or animal.gaits[0], animal.box)
    if kind in BREEDS:
        breed = BREEDS[kind]
        if gait == "sit" and sits_upright(breed):
            return 0.86 * box.right / 100, 0.72 * box.top / 100
        if gait == "float":  # on the chest
            return 0.1 * breed.length * animal.scale, -0.66 * breed.thick * animal.scale
        moment = Moment(gait=gait or "stand")
        x, y = rearing_head(breed) if gait == "rear" else head_place(place_stature(breed, moment), moment)
        return (x + 0.55 * breed.head + 0.7 * breed.snout) * animal.scale, (y + 0.5 * breed.head) * animal.scale
    if kind in BIRDS:
        fowl = BIRDS[kind]
        up = 0.0 if gait in ("fly", "swim") else fowl.leg + fowl.body[1]
        x = fowl.neck[0] + fowl.head + 0.8 * fowl.beak_size
        return x * animal.scale, (fowl.neck[1] - up + 1) * animal.scale
    x, y = animal.face
    return x / 100 + 0.3 * animal.size, y / 100 + 0.12 * animal.size
