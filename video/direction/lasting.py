"""What is told of a character, and what of it lasts: who sat goes on sitting, who jumped stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from video.direction.handiwork import DOZED_ON, FAINT, FIRES, GESTURES, ONE_HANDED, SUDDEN
from video.direction.hands import PHRASES
from video.direction.verbs import STANDING
from video.shotlist import Acting, Deed, Doing, Mood, Way

LASTING = frozenset([Doing.SIT, Doing.KNEEL, Doing.SLEEP, Doing.STAND, Doing.WORK])
"""Who is told to do so does it until something else is told; other doings end with their line."""
CARRIES = frozenset(("hold", "carry", "take", "give", "float", "catch", "bring", "at_chest", "pick", "pull_up", "pull"))
"""What animals do with things in their mouths."""
AT_WORK = frozenset([Doing.WORK, Doing.HOLD, Doing.SIT, Doing.KNEEL])
STAYING = frozenset([Doing.SIT, Doing.KNEEL])
"""In these one goes on while the hands are at work."""
KEPT = frozenset([Way.CARRY, Way.PUT, Way.BEAR, Way.OPEN, Way.DIG, Way.FREE, Way.CLIMB, Way.PUSH])
"""With these one goes on while speaking."""
BUSY = frozenset([Way.PUT, Way.BEAR, Way.OPEN, Way.DIG, Way.FREE, Way.THROW, Way.SAVE])
"""These are over when the hands do something else."""
TABLEWARE = frozenset(("bread", "cup", "bucket", "spoon"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something that is said of a character."""

    name: str
    doing: Doing | None = None
    mood: Mood | None = None
    holds: str = ""
    at: str = ""
    """Id of what is worked at with both hands, as a piano."""
    music: bool = False
    """Whether it is to make music."""
    task: str = ""
    """Id of the handiwork that it is."""
    on: str = ""
    """Id of the thing that the handiwork is done to."""
    deed: Deed | None = None
    """What it is done with, where that is no thing in the hand."""
    soft: bool = False
    """Whether it is only how one who stands does it: who is read to sits, but not who lies in bed."""
    common: bool = False
    """Whether it is said of all who are there at once: what they felt then is over with its line."""
    in_mouth: bool = False
    """Whether an animal can do so: it has no bucket to drink from."""


def as_animal(act: Acting) -> Acting:
    """The same by somebody without knees and hands: what is held is in the mouth."""
    handy = act.doing in (Doing.KNEEL, Doing.WORK, Doing.HOLD, Doing.POINT)
    if act.task == "on_back" and act.on:
        act = replace(act, deed=Deed(way=Way.LADEN, load=act.on))
    eaten = act.task == "eat" and act.holds == act.on != "bowl"
    held_fast = eaten or not act.task or act.task in CARRIES
    holds = act.holds if held_fast and act.holds not in TABLEWARE else ""
    return replace(act, doing=Doing.STAND if handy else act.doing, task="", on="", holds=holds)


def settled(act: Acting, *, hearth: bool) -> Acting:
    """The same where it is: who sleeps on a chair sits; the oven of a room with a ``hearth`` is the room's own."""
    if act.deed is None:
        return act
    if act.doing is Doing.SLEEP and not act.task and act.deed.to in DOZED_ON:
        return replace(act, doing=Doing.SIT, task="doze")
    return replace(act, deed=None) if hearth and act.deed.way is Way.BESIDE and act.deed.to in FIRES else act


def outlasting(told: Told) -> Told:
    """What is left of it in a later shot: who walked there stands there."""
    if told.task in SUDDEN:
        return replace(told, doing=Doing.STAND if told.task == "jump" else told.doing, task="")
    brief = not told.task or told.task in GESTURES
    done = told.doing is not None and told.doing not in LASTING and not told.holds and brief
    return replace(told, doing=Doing.STAND, task="") if done else told


def after(act: Acting, told: Told) -> Acting:
    """What somebody does once more is told of them; who sits or walks goes on with it while holding something."""
    if told.task in FAINT and (act.holds or act.task not in ("", *GESTURES)):
        told = replace(told, task="", doing=None if told.doing is Doing.HOLD else told.doing)
    goes_on = told.doing is Doing.HOLD and (
        told.holds or act.doing not in (Doing.STAND, Doing.SPEAK)  # "he ran and held it high"
    )
    goes_on = goes_on or (told.music and act.doing is Doing.SIT)
    goes_on = goes_on or bool(told.task and act.doing in STAYING and told.doing in AT_WORK)
    doing = act.doing if told.doing is None or goes_on else told.doing
    doing = Doing.HOLD if doing is Doing.STAND and told.holds else doing
    # A tool is laid down with the work that it was for.
    downed = act.doing is Doing.WORK and told.doing not in (None, Doing.WORK, Doing.HOLD)
    downed = downed or told.at in STANDING
    holds = told.holds or ("" if downed else act.holds)
    deed = told.deed if told.deed is not None or told.doing not in (None, Doing.HOLD) else act.deed
    if told.soft:
        reads = act.deed is not None and act.deed.way is Way.READ
        stays = act.doing in (Doing.SLEEP, Doing.SIT, Doing.KNEEL)
        return act if stays else replace(act, doing=Doing.SIT, deed=act.deed if reads else None)
    laid_down = act.deed is not None and act.deed.way in BUSY and bool(told.task)
    if laid_down and told.deed is None:
        deed = None
    elif act.deed is not None and (told.doing is None or told.task):
        deed = act.deed  # who sits on a stone and looks up sits on it
    if act.deed is not None and act.deed.way in KEPT and told.doing is Doing.SPEAK and told.deed is None:
        doing, deed = act.doing, act.deed  # who carries a child and asks goes on carrying
    if told.task in PHRASES:
        deed = None
    if told.doing is Doing.WORK and not (told.task or told.holds or told.at or told.deed) and (act.task or act.holds):
        return replace(act, mood=told.mood or act.mood)  # "they worked side by side"
    busy = act.task or act.doing is Doing.WORK
    same = told.task == "hold" and told.on in (act.on, act.holds) and busy  # "fans himself with a letter"
    on = not told.task and told.holds in ("", act.holds) and told.doing in (None, Doing.SPEAK, Doing.HOLD, *STAYING)
    task, on_what = (act.task, act.on) if on or same else (told.task, told.on)
    if same:
        doing, holds = act.doing, act.holds
    elif told.task:
        holds = act.holds if told.task in ONE_HANDED else told.holds
    mood = told.mood or act.mood
    if (task == "cry" and mood is not Mood.SAD) or (task == "laugh" and mood is not Mood.GLAD):
        task = ""
    return Acting(
        name=act.name, doing=doing, mood=mood, holds=holds, task=task, on=on_what, deed=deed
    )  # fmt: skip
