"""Where somebody works: at a loom, a stove, a well, with what belongs there in the hands."""

from __future__ import annotations

from dataclasses import replace

from video.direct import Acting, Doing
from video.engines.papercut.people.figures import can_hold
from video.engines.papercut.staging.scene import Scene
from video.engines.papercut.things.catalog import THINGS

STATIONS = {
    "loom": "thread", "spinning-wheel": "thread", "stove": "pot", "oven": "bread", "well": "bucket", "desk": "pen",
}  # fmt: skip
"""Things at which one works, and what is in the hands meanwhile."""


def equipped(scene: Scene, *, indoors: bool) -> Scene:
    """The scene, with something fit for the place in the hands of who works and was given nothing.

    Who works under the sky and at nothing in particular hoes; nobody does so in a room.
    """
    acting = tuple(_equipped(scene, one, indoors=indoors) for one in scene.shot.acting)
    return replace(scene, shot=replace(scene.shot, acting=acting))


def _equipped(scene: Scene, acting: Acting, *, indoors: bool) -> Acting:
    if acting.doing is not Doing.WORK or acting.holds:
        return acting
    there = [m.concept.id for m in scene.things()]
    tool = next((STATIONS[kind] for kind in there if kind in STATIONS), "")
    if not tool and indoors:
        tool = next((k for k in there if THINGS[k].medium in ("hand", "table") and can_hold(k)), "")
    if tool and can_hold(tool):
        return replace(acting, holds=tool)
    return replace(acting, doing=Doing.HOLD) if indoors else acting
