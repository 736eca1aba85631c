"""What is in whose hands: what belongs to the place of work, and what the scene names and nobody has yet."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.scenery import Mention
from video.direct import Acting, Doing
from video.engines.papercut.people.figures import can_hold
from video.engines.papercut.staging.deeds import animal_of_deed, thing_of
from video.engines.papercut.staging.names import called
from video.engines.papercut.staging.scene import Scene
from video.engines.papercut.things.catalog import THINGS
from video.shotlist import Deed, Way

STATIONS = {
    "loom": "thread", "spinning_wheel": "thread", "stove": "pot", "oven": "bread", "well": "bucket", "desk": "pen",
}  # fmt: skip
"""Things at which one works, and what is in the hands meanwhile."""
FREE = (Doing.STAND, Doing.WALK, Doing.SIT, Doing.HOLD, Doing.SPEAK)
"""What leaves a hand free."""


def equipped(scene: Scene, *, indoors: bool) -> Scene:
    """The scene, with something fit for the place in the hands of who works and was given nothing.

    Who works under the sky and at nothing in particular hoes; nobody does so in a room.
    """
    scene = scene if indoors else _over_fires(scene)
    acting = tuple(_equipped(scene, one, indoors=indoors) for one in scene.shot.acting)
    scene = _without_deeds(scene)
    given = acting if indoors else _given(scene, acting)
    return replace(scene, shot=replace(scene.shot, acting=given))


def _over_fires(scene: Scene) -> Scene:
    """Who stirs under the sky, where there is a fire, has the pot over it."""
    fire = next((m.concept.id for m in scene.scenery.things if m.concept.id in ("fire", "campfire")), "")
    cooks = [a for a in scene.shot.acting if a.task == "stir" and a.deed is None] if fire else []
    if not cooks:
        return scene
    cook = replace(cooks[0], doing=Doing.KNEEL, task="", on="", deed=Deed(way=Way.COOK, to=fire))
    acting = tuple(cook if a is cooks[0] else a for a in scene.shot.acting)
    return replace(scene, shot=replace(scene.shot, acting=acting))


def _without_deeds(scene: Scene) -> Scene:
    """The scene without one of each thing and animal that goes with somebody who is seen busy with it."""
    there = {p.name for p in scene.there()}
    deeds = [one.deed for one in scene.shot.acting if one.name in there]
    used = [k for d in deeds for k in {thing_of(d), animal_of_deed(d), d.to if thing_of(d) and d else ""} if k]
    loads = {d.load for d in deeds if d is not None and d.load}
    scenery = scene.scenery
    kept = tuple(m for m in scenery.things if called(m).concept.id not in loads)
    scenery = replace(scenery, things=kept)
    things, animals = _less(scenery.things, used), _less(scenery.animals, used)
    return replace(scene, scenery=replace(scenery, things=things, animals=animals))


def _less(mentions: tuple[Mention, ...], used: list[str]) -> tuple[Mention, ...]:
    out: list[Mention] = []
    for m in mentions:
        taken = used.count(called(m).concept.id)
        if m.count == 0 or not taken:
            out.append(m)
        elif m.count > taken:
            out.append(replace(m, count=m.count - taken))
    return tuple(out)


def _given(scene: Scene, acting: tuple[Acting, ...]) -> tuple[Acting, ...]:
    """The same, with single small things in free hands of those in the shot, first of those who listen."""
    held = {one.holds for one in acting}
    single = (m.concept.id for m in scene.things() if m.count == 1)
    loose = [kind for kind in single if kind not in held and _is_handy(kind)]
    named = {one.name for one in acting}
    people = [p.name for p in scene.there() if p.person is not None]
    out = {one.name: one for one in acting}
    out |= {name: Acting(name=name) for name in people if name not in named}
    busy = {one.name for one in out.values() if one.holds or one.task or one.deed is not None}
    free = [name for name in people if name not in busy and out[name].doing in FREE]
    free.sort(key=lambda name: out[name].doing is Doing.SPEAK)
    for name, kind in zip(free, loose, strict=False):
        one = out[name]
        # In both hands, where they have nothing else to do.
        out[name] = replace(one, holds=kind, doing=Doing.HOLD if one.doing is Doing.STAND else one.doing)
    return tuple(one for one in out.values() if one.name in named or one.holds)


def _is_handy(kind: str) -> bool:
    """True of what lies about and can be taken into a hand."""
    return THINGS[kind].medium in ("hand", "table") and can_hold(kind)


def _equipped(scene: Scene, acting: Acting, *, indoors: bool) -> Acting:
    if acting.doing is not Doing.WORK or acting.holds or acting.task:
        return acting
    there = [m.concept.id for m in scene.things()]
    tool = next((STATIONS[kind] for kind in there if kind in STATIONS), "")
    if not tool and indoors:
        tool = next((kind for kind in there if _is_handy(kind)), "")
    if tool and can_hold(tool):
        return replace(acting, holds=tool)
    return replace(acting, doing=Doing.HOLD) if indoors else acting
