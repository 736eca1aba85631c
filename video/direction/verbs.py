"""What a verb means in its sentence: a pose, a mood, and what is in hand for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from video.concepts.lookup import Source
from video.concepts.mentions import Mention
from video.concepts.table import CAST, get_concept, standing_for
from video.direction.handiwork import FOOD
from video.direction.hands import HANDY, Work, is_done, work_of
from video.shotlist import Doing, Mood

DOINGS = frozenset(Doing)
MOODS = frozenset(Mood)
NEAR_VERB = 4
"""Words from "plays" to the instrument."""
_WORN = """bone crown glasses hat mask ring shell shoes feather comb boots helmet cap sandals
necklace bracelet earrings watch medal cloak shawl scarf ribbon"""
WORN = frozenset(_WORN.split())
CARRIED = HANDY - WORN
"""What one has in hand who is somewhere with it; a hat one wears."""
IN_HAND = {
    "weave": "needle",
    "cooking": "spoon", "harvest": "sickle", "building": "hammer", "fishing": "fishing_rod",
    "dig": "shovel", "row": "oar", "sweep": "broom", "draw_water": "bucket",
}  # fmt: skip
"""What a doing has in hand, where nothing is named."""

TOOLS = frozenset((
    "axe", "broom", "bucket", "fishing_rod", "hammer", "hoe", "knife", "needle", "net", "oar", "pen", "pitchfork",
    "rake", "saw", "scissors", "seed", "shovel", "sickle", "spear", "spoon", "stick", "thread",
))  # fmt: skip
"""What one works with: whoever cooks rice has a spoon in hand, not the rice."""
_INSTRUMENTS = """flute panpipe drum guitar violin trumpet harp rattle piano bell accordion whistle horn bagpipes
saxophone tambourine djembe kora gong marimba xylophone harmonica cymbals"""
INSTRUMENTS = frozenset(_INSTRUMENTS.split())
"""Near one of these, who plays or "touches" makes music."""
BEATEN_ON = frozenset(("drum", "rattle", "bell", "piano", "tambourine", "djembe", "gong", "marimba", "xylophone"))
BEATEN = frozenset(("egg", "milk", "food", "butter"))
"""What is beaten in a bowl."""
_TOYS = """ball kite doll spinning_top hoop dice marbles swing toys toy_balloon teddy puppet rocking_horse seesaw
slide pinwheel skipping_rope slingshot sandcastle chess paper_boat paper_plane toy_car toy_train tricycle kick_scooter
puzzle"""
TOYS = frozenset(_TOYS.split())
STANDING = frozenset(("piano", "harp", "gong", "marimba", "xylophone"))
"""Instruments at which one works with both hands and holds nothing."""


SHAPED = frozenset(("snowman", "nest", "campfire", "fire", "mound", "anthill"))
"""What is built with bare hands, on one's knees."""


def shaped(m: Mention, sentence: Sequence[Mention]) -> bool:
    """Whether somebody builds what takes no hammer: a snowman."""
    of = next((t for t in sentence if 0 < t.token - m.token <= NEAR_VERB and t.concept.kind == "thing"), None)
    return m.concept.id == "building" and of is not None and of.concept.id in SHAPED


def handled(m: Mention, sentence: Sequence[Mention]) -> Work | None:
    """The handiwork of a verb that makes no music, where it is one: cooking in a pot is stirring."""
    if makes_music(m, sentence):
        played, _ = held(m, sentence)
        return Work(task="play_music", pose=Doing.WORK, holds=played, on=played) if played else None
    if m.concept.id == "play_music":
        return None
    return work_of(_as_meant(m, sentence), sentence)


def _as_meant(m: Mention, sentence: Sequence[Mention]) -> Mention:
    """Cooking is stirring; so is beating eggs; and who bites into an apple eats it, but not who bites a hose."""
    meant = {"cooking": "stir"}.get(m.concept.id, "")
    object_of = next((t for t in sentence if 0 < t.token - m.token <= NEAR_VERB and t.concept.kind != "doing"), None)
    if m.concept.id in ("bite", "beat") and object_of is not None:
        eaten = m.concept.id == "bite" and object_of.concept.id in FOOD
        meant = "eat" if eaten else "stir" if m.concept.id == "beat" and object_of.concept.id in BEATEN else ""
    return replace(m, concept=get_concept(meant)) if meant else m


def held(m: Mention, sentence: Sequence[Mention]) -> tuple[str, str]:
    """(what is held for a doing, at what it is done with both hands); empty where nothing is."""
    doing = doing_of(m, sentence)
    if shaped(m, sentence):
        return "", ""
    if makes_music(m, sentence):
        instruments = _instruments(sentence)
        if not instruments:
            return "", "music"  # on what, the scene has said before
        one = min(instruments, key=lambda t: abs(t.token - m.token)).concept.id
        return ("", one) if one in STANDING else (one if one in HANDY else "", "")
    if doing not in (Doing.HOLD, Doing.WORK) and m.concept.id not in IN_HAND:
        return "", ""
    first, end = _clause(m, sentence)
    things = [t for t in sentence if t.concept.id in HANDY and t.count == 1 and first <= t.token < end]
    if not things and any(t.concept.id == "water" and 0 < t.token - m.token <= NEAR_VERB for t in sentence):
        return "bucket", ""  # who carries water
    if doing is Doing.WORK and m.concept.id in IN_HAND:
        things = [t for t in things if t.concept.id in TOOLS]
    things.sort(key=lambda t: (t.token < m.token, abs(t.token - m.token)))
    return (things[0].concept.id if things else IN_HAND.get(m.concept.id, "")), ""


def _clause(m: Mention, sentence: Sequence[Mention]) -> tuple[int, int]:
    """(first, end) of the words that a verb's things are among: what the next one does is done with other things."""
    acts = [t for t in sentence if t is not m and t.concept.kind == "doing" and doing_of(t, sentence)]
    first = max((t.token for t in acts if t.token < m.token and _between(sentence, t, m)), default=0)
    behind = (t.token for t in sentence if t.concept.kind == CAST and t.token > m.token)
    end = next((n for n in behind if any(a.token > n for a in acts)), 10**9)
    return first, end


def _between(sentence: Sequence[Mention], a: Mention, b: Mention) -> bool:
    """Whether a character is named between two mentions."""
    return any(t.concept.kind == CAST and a.token < t.token < b.token for t in sentence)


def _instruments(sentence: Sequence[Mention]) -> list[Mention]:
    return [t for t in sentence if t.concept.id in INSTRUMENTS]


def makes_music(m: Mention, sentence: Sequence[Mention]) -> bool:
    """Whether somebody plays: "joue" is that only near an instrument."""
    if m.concept.id not in ("play_music", "play", "beat"):
        return False
    if m.concept.id == "beat":
        return any(0 < t.token - m.token <= NEAR_VERB and t.concept.id in BEATEN_ON for t in sentence)
    if m.concept.id == "play":
        return any(0 < t.token - m.token <= NEAR_VERB for t in _instruments(sentence))
    return bool(_instruments(sentence)) or m.words > 1 or m.source is Source.GUESS


def as_music(m: Mention, found: Sequence[Mention]) -> Mention:
    """A mention, "plays" as making music where the scene has an instrument and no toy."""
    toys = any(t.concept.id in TOYS and t.sentence == m.sentence for t in found)
    if m.concept.id != "play" or toys:
        return m
    return replace(m, concept=get_concept("play_music"), source=Source.GUESS)


def doing_of(m: Mention, sentence: Sequence[Mention] = ()) -> Doing | None:
    """The pose of a verb; who looks or listens may sit as well as stand."""
    if makes_music(m, sentence):
        return Doing.WORK
    if m.concept.id == "play_music":
        return None  # music is heard, whoever makes it
    if shaped(m, sentence):
        return Doing.KNEEL
    if m.concept.kind == "doing" and (work := handled(m, sentence)) is not None:
        return work.pose
    if m.concept.kind == "doing" and is_done(m, sentence):
        return None
    found = standing_for(m.concept.id, DOINGS) if m.concept.kind == "doing" else None
    return None if found is None or (found == Doing.STAND and m.concept.id != found) else Doing(found)


def mood_of(m: Mention) -> Mood | None:
    found = standing_for(m.concept.id, MOODS) if m.concept.kind in ("mood", "doing") else None  # who weeps is sad
    return Mood(found) if found else None
