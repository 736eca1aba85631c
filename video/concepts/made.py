"""Places that are made: what is drawn is only a picture, and mountains that hands raise are not where they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.absence import AND
from video.concepts.grammar import load_grammar
from video.concepts.located import get_where
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

_DRAWS = """draw draws drew drawing draws paint paints painted painting sketch sketches sketched embroider embroiders
embroidered dibuja dibujan dibujo dibujaba dibujar pinta pintan pinto pintaba pintar borda bordan traza trazan trazo
dessine dessinent dessina dessinait dessiner peint peignent peignit peindre brode brodent trace tracent traca tracait
desenha desenham desenhou desenhava desenhar pintou pintava bordam tracou risca riscam riscou riscava riscar
dibuixa dibuixen pinten"""
DRAWS = frozenset(_DRAWS.split())
_MAKES = """make makes made making shape shapes shaped mould moulds moulded mold molds molded raise raises raised carve
carves carved create creates created form forms formed build builds built
hace hacen hizo hacia moldea moldean moldeo levanta levantan levanto crea crean creo forma forman formo construye
fait font fit faisait modele modelent modela faconne faconnent faconna souleve eleve cree creent crea forme forment
faz fazem fez fazia molda moldam moldou levantam levantou cria criam criou formam formou ergue ergueu constroi
fa fan va modela aixeca aixequen"""
MAKES = frozenset(_MAKES.split())
REACH = 7
"""Words from the verb to the place: "raises the tall mountains and the valleys"."""


def with_made(found: Sequence[Mention], row: Sequence[Token], language: str, *, told: bool) -> Iterator[Mention]:
    """The mentions without places that are drawn; of a brief, those that are made only say what is made.

    Where lines tell that a god makes the land, it is there from then on.
    """
    grammar = load_grammar()
    joins = frozenset((*grammar.before_things, *grammar.big, *grammar.small, *get_where(language).of, *AND))
    for m in found:
        if m.concept.kind == "place" and not m.absent and m.words == 1:
            verb = _maker(m, found, row, joins)
            if verb in DRAWS:
                continue
            if verb and not told:
                yield replace(m, loose=True)
                continue
        yield m


def _maker(m: Mention, found: Sequence[Mention], row: Sequence[Token], joins: frozenset[str]) -> str:
    """The verb whose object a place is; empty where another word than its own stands between."""
    own = {i for o in found if o.concept.kind == "place" for i in range(o.token, o.token + o.words)}
    if row[m.token].apart:
        return ""
    for i in range(m.token - 1, max(-1, m.token - REACH - 1), -1):
        t = row[i]
        if t.sentence != m.sentence:
            return ""
        if t.folded in DRAWS | MAKES:
            return t.folded
        if t.folded not in joins and i not in own:
            return ""
        if t.apart and t.folded not in AND:
            return ""
    return ""
