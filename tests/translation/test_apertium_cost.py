"""What a line costs: the number on the engine's card."""

from __future__ import annotations

import resource
import time

import pytest

from translation.engine import Draft, TranslateJob
from translation.engines.apertium import Engine

LINES = (
    "Hace mucho tiempo, en un pueblo de 12 casas junto al río, vivía una mujer vieja.",
    "El hilo es fino, pero une las cosas que están lejos.",
    "Por la mañana, las familias del otro lado estaban solas, sin pan y sin leña.",
    "Nana, ¿quién va a ayudar a mis amigos?",
    "Con el hilo pasaron una cuerda, y con la cuerda pasaron 3 maderas grandes.",
)


@pytest.mark.bench
@pytest.mark.parametrize("route", ["spa-cat", "spa-ast", "spa-arg", "es-eo", "es-gl", "spa-cat>cat-srd"])
def test_a_line_costs_about_what_the_card_says(route: str) -> None:
    engine = Engine()
    engine.load()
    jobs = tuple(TranslateJob(text=LINES[i % 5], route=route, keep=("Nana",)) for i in range(200))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = resource.getrusage(resource.RUSAGE_SELF)
    began = time.perf_counter()
    results = engine.translate(jobs)
    wall = time.perf_counter() - began
    engine.close()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    self_after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = sum(b.ru_utime + b.ru_stime - a.ru_utime - a.ru_stime for a, b in ((before, after), (own, self_after)))
    print(f"{route}: {len(jobs) / wall:.0f} lines/s, {cpu / len(jobs) * 1000:.1f} ms of CPU a line, start included")
    assert all(isinstance(r, Draft) for r in results)
    assert results[:5] == results[-5:]
    assert cpu / len(jobs) < 3 * engine.card.cost_s
