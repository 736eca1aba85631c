"""Who enters a scene only later: they are in no picture before they come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from video.concepts.table import CAST
from video.concepts.tokens import tokens
from video.direction.frames import Framing
from video.direction.who import Reading
from video.shotlist import Said

_COMES = """came comes arrived arrives entered enters appeared appears arriva arrive arrivait entra entre apparut
apparait surgit survint revint llego llega entro entra aparecio aparece vino viene chegou chega entrou apareceu veio
surgiu arriba aparegue vingue"""
COMES = frozenset(_COMES.split())
"""Folded verbs of coming. Source: school dictionaries of each language."""
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
            if i and not line.who and any(t.folded in COMES and t.sentence == m.sentence for t in near):
                found[m.concept.id] = i
        seen |= {m.concept.id for m in row if m.concept.kind == CAST} | {line.who}
    return found


def without_later(framing: Framing, late: Mapping[str, int], end: int) -> Framing:
    """A shot that ends before a line, without those who come with a later one, as far as somebody is left."""
    seen = tuple(name for name in framing.seen if late.get(name, -1) < end)
    return replace(framing, seen=seen) if seen and framing.focus in ("", *seen) else framing
