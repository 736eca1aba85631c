"""How much of a synthetic voice each ear mishears, where that was measured. Data: ``data/misheard.tsv``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

EARS = ("faster-whisper-base", "whisper-base")
"""Checkpoints that hold the ear of the measurements, as int8 and as published."""


def misheard_of(engine: str, voice: str) -> tuple[tuple[str, float], ...]:
    """(checkpoint of an ear, character error rate of the voice's right lines) for each ear that was measured."""
    rate = rates().get((engine, voice))
    return tuple((ear, rate) for ear in EARS) if rate is not None else ()


@cache
def rates() -> dict[tuple[str, str], float]:
    """(engine, voice) → character error rate of its right lines, 0 to 1."""
    text = (files("speech") / "data" / "misheard.tsv").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in text.splitlines() if not row.startswith("#")]
    return {(engine, voice): float(cer) for engine, voice, cer, _ in rows[1:]}
