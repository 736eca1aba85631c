"""Who enters a scene only later: they are in no picture before they come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from video.concepts.mentions import Mention
from video.concepts.table import CAST
from video.concepts.titles import TITLES
from video.concepts.tokens import Token, tokens
from video.direction.frames import Framing
from video.direction.who import Reading
from video.shotlist import Said

_COMES = """came comes arrived arrives entered enters appeared appears arriva arrive arrivait entra entre apparut
apparait surgit survint revint llego llega entro entra aparecio aparece vino viene chegou chega entrou apareceu veio
surgiu arriba aparegue vingue"""
COMES = frozenset(_COMES.split())
"""Folded verbs of coming. Source: school dictionaries of each language."""
THERE_WAS = frozenset((
    ("there", "was"), ("there", "stood"), ("there", "sat"), ("se", "trouvait"), ("se", "tenait"),
    ("estaba",), ("estava",), ("havia",),
))  # fmt: skip
"""Words right before somebody who is met."""
NOT = frozenset(("no", "not", "nao", "ya", "ja", "never", "nunca", "jamais", "donde", "onde"))
NEAR = 4
"""Words at most between the verb and who comes."""


def entering(reading: Reading, lines: tuple[Said, ...], language: str) -> dict[str, int]:
    """By name the line with which somebody comes, of whom nothing was told before."""
    seen = {m.concept.id for m in (*reading.brief, *reading.heading) if m.concept.kind == CAST}
    found: dict[str, int] = {}
    for i, (line, row) in enumerate(zip(lines, reading.lines, strict=True)):
        words = tokens(line.text, language)
        for m in row:
            if m.concept.kind != CAST or m.concept.id in seen:
                continue
            near = words[max(0, m.token - NEAR) : m.token + m.words + NEAR]
            comes = any(t.folded in COMES and t.sentence == m.sentence for t in near)
            if i and not line.who and (comes or _is_met(m, words)):
                found[m.concept.id] = i
        seen |= {m.concept.id for m in row if m.concept.kind == CAST} | {line.who}
    return found


def _is_met(m: Mention, words: Sequence[Token]) -> bool:
    """Whether a sentence says that somebody was there: "at the crossroads there was Aunt Rosa"."""
    at = m.token
    while at and (words[at - 1].folded in TITLES or words[at - 1].folded in ("el", "la", "o", "a")):
        at -= 1
    before = [t.folded for t in words[max(0, at - 3) : at] if t.sentence == m.sentence]
    met = any(tuple(before[-n:]) in THERE_WAS for n in (1, 2))
    return met and not NOT & set(before[-2:-1])


def without_later(framing: Framing, late: Mapping[str, int], end: int) -> Framing:
    """A shot that ends before a line, without those who come with a later one, as far as somebody is left."""
    seen = tuple(name for name in framing.seen if late.get(name, -1) < end)
    return replace(framing, seen=seen) if seen and framing.focus in ("", *seen) else framing
