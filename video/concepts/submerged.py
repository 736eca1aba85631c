"""Under water is a place only where somebody is: what is held under the tap or in a basin is not, nor what sinks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from video.concepts.aboard import ITS
from video.concepts.table import CAST
from video.concepts.tokens import Token
from video.concepts.words import fold

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

UNDER = frozenset(("under", "underwater", "beneath", "below", "bajo", "debajo", "sous", "sota", "debaixo", "sob"))
"""First words of "under the water", which may be that of a basin; a sea bed is none."""
VESSELS = frozenset(
    ("basin", "bucket", "bowl", "sink", "bathtub", "tap", "pot", "cooking_pot", "cauldron", "jar", "jug", "barrel",
     "trough", "glass", "pan", "washing_machine", "fishbowl")
)  # fmt: skip
"""What holds the water under which something is pushed."""
_DWELLERS = """
fish shark whale dolphin seal octopus crab jellyfish starfish angelfish orca salmon catfish piranha goldfish
seahorse shrimp sea_urchin walrus sea_lion manatee narwhal ray swordfish eel pufferfish clownfish squid lobster
crayfish hermit_crab turtle clam mermaid diver"""
DWELLERS = frozenset(_DWELLERS.split())
"""Who lives or works under water."""
DIVING = frozenset(("swim",))
_HANDLES = """hold holds held holding push pushes pushed pushing put puts keep keeps kept press presses pressed dip dips
dipped plunge plunges plunged rinse rinses rinsed wash washes washed soak soaks soaked lower lowers lowered shove shoves
mete meten metio metia pon pone ponen puso sosten sostiene mantiene manten sujeta sujetan aprieta empuja empujan hunde
hunden sumerge sumergen moja mojan lava lavan enjuaga enjuagan aguanta
tiens tient tiennent tenait tenez plonge plongez pousse poussez mets met mettez mit maintiens maintient enfonce enfoncez
rince rincez lave lavez passe passez trempe trempez appuie
meta poe poem ponha pos segura segurar seguram mergulha mergulhe empurra empurre enfia enfie lave passa passe mantem
mantenha aperta posa aguanteu submergeix renta"""
HANDLES = frozenset(_HANDLES.split())
"""What hands do with a thing under water."""
_SINKS = """sank sinks sunk sinking fell falls dropped vanished disappeared hundio hunde hunden cayo cae desaparecio
coula coule coulent tomba tombe disparut afundou afunda caiu cai desapareceu sumiu"""
SINKS = frozenset(_SINKS.split())
"""What a thing does that goes down alone."""
BREATH = frozenset(("breath", "breaths", "aliento", "respiracion", "souffle", "respiration", "folego", "respiracao"))
SELF = frozenset(("himself", "herself", "itself", "themselves", "myself", "se"))
REACH = 9
"""Words from what hands do to the water: "hold the tube, one piece at a time, under the water"."""


def without_dipped(found: Sequence[Mention], row: Sequence[Token]) -> Iterator[Mention]:
    """The mentions without the water under which nobody is."""
    alive = dwells(m for m in found if not (m.token and row[m.token - 1].folded in ITS))
    vessel = has_vessel(found)
    for m in found:
        dry = _in_vessel(m, vessel) or _handled(m, row) or _sunk(m, found, row)
        if m.concept.id != "underwater" or alive or not dry:
            yield m


def has_vessel(found: Iterable[Mention]) -> bool:
    """Whether something that holds water is there."""
    return any(m.concept.id in VESSELS and not m.absent for m in found)


def dwells(found: Iterable[Mention]) -> bool:
    """Whether somebody swims or dives, or lives in the water."""
    return any(m.concept.id in DWELLERS | DIVING and not m.absent for m in found)


def dipped_into(asked: Sequence[Mention], told: Iterable[Mention]) -> list[Mention]:
    """What lines tell, without the water in the vessel that a brief shows."""
    told = list(told)
    vessel = has_vessel(asked) and not dwells(asked)
    return [m for m in told if not (m.concept.id == "underwater" and _in_vessel(m, vessel))]


def _in_vessel(m: Mention, vessel: bool) -> bool:
    return vessel and _plain(m)


def _plain(m: Mention) -> bool:
    """Whether it is only said to be under water, not in the sea."""
    words = fold(m.word).split()
    return words[0] in UNDER and words[-1] not in ("sea", "mar", "mer", "waves", "olas", "vagues", "ondas")


def _handled(m: Mention, row: Sequence[Token]) -> bool:
    """Whether hands push something under it: "hold it under water", but not "held her breath under water"."""
    if not _plain(m):
        return False
    front = _before(m, row)
    verb = next((k for k in range(len(front) - 1, -1, -1) if front[k].folded in HANDLES), None)
    if verb is None:
        return False
    behind = {t.folded for t in front[verb + 1 :]}
    named = verb and front[verb - 1].folded in ITS  # "la plonge"
    return not behind & (BREATH | SELF) and bool(behind or named)


def _sunk(m: Mention, found: Sequence[Mention], row: Sequence[Token]) -> bool:
    """Whether a thing goes down alone: "the ring sank to the bottom of the river"."""
    front = _before(m, row)
    here = [o for o in found if o.sentence == m.sentence and o.token < m.token and not o.absent]
    someone = any(o.concept.kind in (CAST, "person", "animal") for o in here)
    verb = next((t for t in reversed(front) if t.folded in SINKS), None)
    return verb is not None and not someone and any(o.concept.kind == "thing" for o in here)


def _before(m: Mention, row: Sequence[Token]) -> list[Token]:
    """The words before it in its sentence, as far as they reach."""
    return [t for t in row[max(0, m.token - REACH) : m.token] if t.sentence == m.sentence]
