"""Who stands right before a verb: a thing that does it itself, or somebody who is no character."""

from __future__ import annotations

from video.concepts.mentions import Mention

THINGS = ("thing", "weather", "sky", "place")


def acts_itself(before: Mention | None, verb: Mention) -> bool:
    """Whether what stands right before a verb does it: "the wind went"."""
    return before is not None and before.concept.kind in THINGS and verb.token - before.token - before.words < 1


def stranger(before: Mention, verb: Mention) -> bool:
    """Whether somebody who is no character, named right before a verb, does it; a number may stand between."""
    apart = verb.token - before.token - before.words
    return before.concept.kind in ("person", "animal") and (apart < 1 or (apart == 1 and before.count != 1))
