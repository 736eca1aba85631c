"""Whether a place is where a scene plays, or only what something belongs to: "the king of the mountain"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.grammar import load_grammar
from video.concepts.table import CAST
from video.concepts.tokens import Token
from video.concepts.whereabouts import INSIDE, PARTS

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

OF = frozenset(("of", "de", "du", "des", "del", "dels", "da", "do", "das", "dos", "della"))
"""Words that join what belongs to what."""
WHOLE = frozenset(("whole", "all", "todo", "toda", "tout", "toute", "tot", "inteira", "inteiro"))
_TOWARDS = """towards toward hacia vers rumo direcao direccio direccion direction cap lejos longe loin lluny until hasta
jusqu'a ate fins
behind derriere detras atras darrere beyond jusqu'au"""
TOWARDS = frozenset(_TOWARDS.split())
"""Words before a place where somebody is not yet, or that is far away."""
FROM = frozenset(("from", "desde", "depuis", "des"))
"""Words before a room out of which somebody looks or something comes: who is told of may be elsewhere."""
WITHIN = frozenset(("inside", "dentro", "interior", "dedans", "interieur", "dins"))
_WHERE = """edge edges middle side sides top bottom foot bank banks shore shores end ends heart corner front back centre
center inside outside mouth border depths front doorstep door gate entrance out corners rest slopes slope floor
orilla orillas borde bordes medio mitad lado lados fondo pie cima centro corazon rincon puerta portal entrada dentro
fuera cerca delante detras encima debajo alrededor final fin junto lo cumbre ladera camino calle calles plaza
bord bords milieu cote cotes haut bas fond pied bout coeur coin centre porte entree pres devant hors dehors autour
long sommet lisiere rive rives cour rues rue seuil
beira borda margem margens meio lados topo canto porta saida dentro fora perto frente atras cima baixo redor volta
alto ponta sombra chao rua ruas
vora costat dalt baix mig cim fons racó raco dins fora prop davant darrere voltant extrem carrer carrers"""
WHERE = frozenset(_WHERE.split())
"""Words that say where in a place: "the edge of the forest" is in the forest."""
_IN = "in on at into onto over across through along en sobre por dans sur sous na no nas nos em pela pelo al a"
IN = frozenset(_IN.split())
STUFF = frozenset(("sand", "arena", "sable", "areia", "sorra", "ice", "hielo", "gelo", "coral", "lava"))
"""What is a place only where somebody is on it or in it: a box of sand, sand and straw."""


def with_loose(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions, those of places marked that only say whose or which something is."""
    for k, m in enumerate(found):
        if m.concept.kind == "place" and not m.absent:
            after = found[k + 1] if k + 1 < len(found) else None
            before = found[k - 1] if k else None
            if _belongs(m, before, row) or _compound(m, after, row, language):
                yield replace(m, loose=True)
                continue
        yield m


def _belongs(m: Mention, before: Mention | None, row: Sequence[Token]) -> bool:
    front: list[Token] = []
    for t in reversed(row[max(0, m.token - 5) : m.token]):
        if t.sentence != m.sentence:
            break
        front.append(t)
        if t.apart:
            break
    small = load_grammar().before_things
    if row[m.token].apart:
        front = []
    if m.words == 1 and row[m.token].folded in STUFF:
        return not any(t.folded in IN for t in front[:3])
    if any(t.folded in TOWARDS for t in front[:3]):
        return True
    if m.concept.id in INSIDE and m.concept.id != "at_window" and _out_of(front):
        return True
    for k, t in enumerate(front[:3]):
        if t.folded in OF:
            owner = front[k + 1] if k + 1 < len(front) else None
            return owner is not None and not _tells_where(owner, before)
        if t.folded not in small:
            break
    return False


def _out_of(front: Sequence[Token]) -> bool:
    """Whether it is a room out of which something comes; "from inside the flat" is in it."""
    words = {t.folded for t in front}
    return bool(words & FROM) and not words & WITHIN


def _tells_where(owner: Token, before: Mention | None) -> bool:
    """Whether the word before "of" says where in the place, or is itself a place."""
    return owner.folded in WHERE or (before is not None and before.concept.kind == "place" and not before.loose)


FIXED = PARTS | frozenset(("table", "gate", "bench", "stairs", "stove", "fence"))
"""What is where it belongs: who stands at the kitchen door is in the kitchen."""


def _compound(m: Mention, after: Mention | None, row: Sequence[Token], language: str) -> bool:
    """Whether it is the first part of an English compound: a kitchen chair, the village children."""
    if language.split("-")[0] != "en" or after is None or after.token != m.token + m.words or row[after.token].apart:
        return False
    return (
        after.sentence == m.sentence
        and m.words == 1
        and after.concept.kind in ("thing", "animal", "person", CAST)
        and (after.concept.id not in FIXED)
    )
