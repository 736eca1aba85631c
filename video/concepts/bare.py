"""How a thing is changes its picture: a lemon tree without leaves is bare, an empty basket holds no apples, a pot that
broke lies in pieces, a candle that went out has no flame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from video.concepts.table import CAST, get_concept
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

TREES = frozenset((
    "tree", "lemon_tree", "apple_tree", "orange_tree", "pear_tree", "cherry_tree", "fig_tree", "mango_tree",
))  # fmt: skip
_DRY = """dry bare dead withered leafless dried seco seca secos secas pelado pelada muerto muerta marchito marchita
sec seche sechee mort morte nu nue desseche dessechee morto morta murcho murcha despido despida"""
DRY = frozenset(_DRY.split())
"""Behind or before a tree: it has no leaves. Source: school dictionaries of each language, as of all words here."""
_LEAVES = "leaves leaf hojas hoja feuilles feuille folhas folha fulles fulla"
LEAVES = frozenset(_LEAVES.split())
WITHOUT = frozenset(("without", "sin", "sans", "sem", "sense", "no", "ni", "nem"))
NEAR = 4
"""Words from a thing to how it is: "un limonero casi sin hojas"."""
_EMPTY = "empty emptied vacio vacia vacios vacias vide vides vazio vazia vazios vazias buit buida buits buides"
_BROKEN = """broken shattered smashed broke cassa brisa roto rota rotos rotas quebrado quebrada quebrados quebradas
casse cassee casses cassees brise brisee brises brisees partido partida rompio rompieron quebrou quebrou-se quebraram
partiu partiu-se trencat trencada trencats trencades"""
_TORN = """torn ripped tattered ragged tore rasgado rasgada rasgados rasgadas desgarrado desgarrada desgarrados
desgarradas agujereado agujereada agujereados agujereadas rasgo desgarro rasgou rasgou-se dechire dechiree dechires
dechirees troue trouee troues trouees esquincat esquincada estripat estripada foradat foradada furado furada
dechira"""
_UNLIT = """unlit extinguished apagado apagada apagados apagadas apago apagaron apagou apagou-se apagaram eteint
eteinte eteints eteintes eteignit apagat apagats"""
_OPEN = """open opened abierto abierta abiertos abiertas ouvert ouverte ouverts ouvertes aberto aberta abertos abertas
obert oberta oberts obertes"""
_CLOSED = """closed shut cerrado cerrada cerrados cerradas ferme fermee fermes fermees fechado fechada fechados
fechadas tancat tancada tancats tancades"""
_UPTURNED = "upside upturned overturned volcado volcada volcados volcadas renverse renversee renverses renversees"
TURNED = frozenset((
    ("patas", "arriba"), ("boca", "abajo"), ("al", "reves"), ("l'envers", ""), ("de", "cabeca"), ("de", "pernas"),
    ("cap", "avall"), ("potes", "enlaire"),
))  # fmt: skip
"""Two words that say that a thing stands on its head."""
OUT = frozenset((("went", "out"), ("gone", "out"), ("blown", "out")))
"""Two words that say that a light no longer burns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a thing may be said to be, and how it is called in the kit."""

    name: str
    """What stands before the thing's id: ``broken_pot``."""
    words: frozenset[str]
    of: frozenset[str]


def _state(name: str, words: str, of: str) -> State:
    return State(name=name, words=frozenset(words.split()), of=frozenset(of.split()))


STATES = (
    _state("empty", _EMPTY, "basket sack bucket glass cup nest cage cart"),
    _state("torn", f"{_TORN} {_BROKEN}", """net sack shirt trousers dress coat sock glove blanket shawl scarf flag kite
        letter map paper curtain bag backpack book newspaper"""),
    _state("broken", _BROKEN, """pot jug cup plate bowl glass bottle jar flower_pot cooking_pot mirror clock drum guitar
        violin box table bench wheel stick oar spear sword broom arrow pencil umbrella chair stool ladder walking_stick
        flute hoe boat"""),
    _state("unlit", _UNLIT, "candle lamp lantern torch"),
    _state("open", _OPEN, "box chest"),
    _state("closed", _CLOSED, "book"),
    _state("upturned", _UPTURNED, "bicycle chair table wheelbarrow"),
)  # fmt: skip
WHOLE: Mapping[str, str] = {f"{s.name}_{kind}": kind for s in STATES for kind in s.of}
"""By id of a thing in such a state what it is: ``broken_pot`` is a pot."""
_LINKS = """is was are were be been lay lies stood stands lying hung hangs looks looked seems seemed feels got gets
has had that which now all half still already completely almost very quite and fell down to the floor ground on wide
es era esta estaba estan estaban son eran quedo quedaron se habia ha muy medio toda todo ya cayo y al suelo est etait
sont etaient fut reste tombe tomba a s ete tout toute tous toutes bien grand presque moitie estava ficou ficaram esta
foi foram sao muito meio caiu e ao chao quase toda tot va es mig cau caure"""
LINKS = frozenset(_LINKS.split())
"""What may stand between a thing and how it is said to be: "the pot fell and broke"."""
_NOT = "not no never nor nunca ni ne n pas jamais nao nem sin without isn't wasn't aren't weren't"
NOT = frozenset(_NOT.split())
_SPOKEN = "the a an her his its their my your our el la los las un una le les une des o os as um uma els unes"
ARTICLES = frozenset(_SPOKEN.split())
_BREAKS = "broke tore shattered smashed rompio rompieron quebrou rasgo rasgou dechira brisa cassa"
ACTS = frozenset(_BREAKS.split())
"""Verbs behind which a thing is so: "rompió la jarra"."""
ENDS = frozenset(("thing", "animal", "person", "place", CAST))
"""Kinds of what ends the words about a thing: "the pot and the broken chair"."""


def without_what_lacks(found: Sequence[Mention], row: Sequence[Token]) -> Iterator[Mention]:
    """The mentions, with bare trees for trees and broken pots for pots that are said to be so."""
    bare: Mention | None = None
    starts = sorted(m.token for m in found if m.concept.kind in ENDS and not m.concept.idle)
    for m in found:
        near = bare is not None and m.sentence == bare.sentence and m.token - bare.token <= NEAR + 1
        if near and m.concept.id == "leaf":
            continue  # "un limonero sin hojas"
        bare = m if m.concept.id in TREES and _is_bare(m, row, frozenset(), LEAVES) else None
        if m.concept.id in TREES and _is_bare(m, row, DRY, LEAVES):
            yield replace(m, concept=get_concept("bare_tree"))
            continue
        states = (s for s in STATES if m.concept.id in s.of and _is_in(s, m, row, starts))
        state = next(states, None) if m.concept.kind == "thing" else None
        yield replace(m, concept=get_concept(f"{state.name}_{m.concept.id}")) if state is not None else m


def _is_in(state: State, m: Mention, row: Sequence[Token], starts: Sequence[int]) -> bool:
    """Whether a thing is said to be so: "broken pots", "la red está rota", "the lamp went out", "Ana broke the jug"."""
    before = [t for t in row[max(0, m.token - 2) : m.token] if t.sentence == m.sentence]
    for token in reversed(before):
        if token.folded in (state.words if before[-1].folded not in ARTICLES else state.words & ACTS):
            return not _denied(row, token, m.sentence)
    end = m.token + m.words
    following = next((s for s in starts if s >= end), len(row) + 1)
    strange = 0
    for i in range(end, min(end + NEAR + 3, following, len(row))):
        token = row[i]
        if token.sentence != m.sentence or token.apart:
            return False
        behind = row[i + 1].folded if i + 1 < len(row) else ""
        pairs = {"unlit": OUT, "upturned": TURNED}.get(state.name, frozenset[tuple[str, str]]())
        if token.folded in state.words or (token.folded, behind) in pairs:
            return (i == end or i + 1 < following) and not _denied(row, token, m.sentence)
        strange += token.folded not in LINKS
        if strange > 1:
            return False
    return False


def _denied(row: Sequence[Token], at: Token, sentence: int) -> bool:
    i = next(k for k, t in enumerate(row) if t is at)
    return any(t.folded in NOT and t.sentence == sentence for t in row[max(0, i - 3) : i])


def _is_bare(m: Mention, row: Sequence[Token], said: frozenset[str], lacked: frozenset[str]) -> bool:
    first, end = max(0, m.token - 2), m.token + m.words
    before = [t.folded for t in row[first : m.token] if t.sentence == m.sentence]
    behind: list[str] = []
    for token in row[end : end + NEAR]:
        if token.sentence != m.sentence or token.apart:
            break
        behind.append(token.folded)
    without = any(w in WITHOUT and lacked & set(behind[i:]) for i, w in enumerate(behind))
    return bool(said & {*before, *behind}) or without
