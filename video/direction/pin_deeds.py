"""Deeds in English, as a pin can say them; which of the ways to say one is read back as the same is tried out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from video.concepts.words import load_words
from video.direction.told import DOES, plain
from video.shotlist import Acting, Deed, Doing, Way

COLOURS = ("red", "blue", "green", "yellow", "white", "black", "grey", "brown", "orange", "pink", "purple", "golden")
_BESIDES = {Doing.SLEEP: ("lies",), Doing.HOLD: ("holds",)}
"""Other words for how somebody is."""
_SAID: dict[Way, tuple[str, ...]] = {
    Way.ON: ("{does} on {whom}", "lies on {whom}", "rides on {whom}"),
    Way.BESIDE: ("{does} beside {whom}", "{does} at {whom}"),
    Way.INTO: ("looks into {whom}",),
    Way.BEHIND: ("hides behind {whom}", "{does} behind {whom}"),
    Way.PUSH: ("pushes {whom}", "pushes {whom} full of {load}"),
    Way.PULL: ("pulls {whom}", "pulls {whom} full of {load}"),
    Way.RIDE: ("rides {whom}", "rides on {whom}"),
    Way.LEAD: ("leads {whom}",),
    Way.CLIMB: ("climbs {whom}", "climbs up {whom}"),
    Way.PLAY: ("plays {whom}",),
    Way.CARRY: (
        "carries {whom}",
        "carries {whom} in the {part}",
        "carries {whom} in her {part}",
        "carries {whom} in his {part}",
        "carries {whom} on the {part}",
    ),
    Way.GIVE: ("gives {held} to {whom}", "brings {whom} {held}", "gives {whom} {held}"),
    Way.HANDS: ("{does} hand in hand with {whom}", "takes {whom} by the hand", "{does} hand in hand"),
    Way.COMFORT: ("comforts {whom}",),
    Way.WHISPER: ("whispers to {whom}",),
    Way.BREATHE: ("blows at {whom}", "blows on {whom}"),
    Way.UP: ("looks up", "points up"),
    Way.FLY: ("flies",),
    Way.FLOAT: ("floats",),
    Way.REAR: ("rears", "rears up", "stands on its hind legs"),
    Way.PUT: ("puts {load} into {whom}", "drops {load} into {whom}", "puts {load} in {whom}"),
    Way.THROW: ("throws {load} to {whom}", "throws {whom} {load}"),
    Way.RING: ("dances in a ring",),
    Way.DIG: ("digs {whom}", "digs a hole"),
    Way.FREE: ("frees {whom} from {load}", "frees {whom}"),
    Way.SAVE: ("pulls {whom} out of the water", "pulls {whom} up", "pulls up {whom}"),
    Way.OPEN: ("opens {whom}",),
    Way.READ: ("reads to {whom}",),
}


def deed_words(act: Acting, names: Collection[str]) -> Iterator[str]:
    """Ways to say what somebody does with somebody or something; not each is read back as that."""
    deed = act.deed
    if deed is None:
        return
    held = f"a {plain(act.holds)}" if act.holds else "it"
    for said in (*(("{does} under {whom}",) if deed.part == "under" else ()), *_SAID.get(deed.way, ())):
        for does in (DOES[act.doing] or "stands", *_BESIDES.get(act.doing, ())):
            yield said.format(
                does=does, whom=_whom(deed, names), part=deed.part, held=held, load=f"the {plain(deed.load)}"
            )


def colour_word(colour: int | None) -> str:
    """The English word for a colour; empty where there is none."""
    words = load_words().colours
    return next((word for word in COLOURS if colour is not None and words.get(word) == colour), "")


def _whom(deed: Deed, names: Collection[str]) -> str:
    whose, _, part = deed.to.partition(":")
    whom = whose if whose in names else " ".join(f"the {colour_word(deed.colour)} {plain(whose)}".split())
    return f"the {part} of {whom}" if part else whom
