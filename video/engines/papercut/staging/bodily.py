"""What the place makes of a body: nobody swims ashore, and who sleeps without a bed is curled up on the ground."""

from __future__ import annotations

from dataclasses import replace

from video.direct import Acting, Doing
from video.engines.papercut.staging.afloat import UNDER, crew_of
from video.engines.papercut.staging.scene import Scene
from video.engines.papercut.staging.seats import BEDS
from video.shotlist import Way


def suited(scene: Scene, *, indoors: bool) -> Scene:
    """The scene with every person's body as it is in that place: nobody swims ashore."""
    _, wet = crew_of(scene)
    under = bool(UNDER & set(scene.scenery.places))
    people = [p.name for p in scene.there() if p.person is not None]
    bed = any(m.concept.id in BEDS for m in scene.things())

    def fit(one: Acting) -> Acting:
        if one.name not in people:
            return one
        if one.task == "swim" and not (under or one.name in wet):
            return replace(one, task="")
        lain = bed or (one.deed is not None and one.deed.way in (Way.ON, Way.RIDE))
        if one.doing is Doing.SLEEP and not one.task and not indoors and not lain:
            return replace(one, task="curl")
        return one

    acting = tuple(fit(one) for one in scene.shot.acting)
    return replace(scene, shot=replace(scene.shot, acting=acting))
