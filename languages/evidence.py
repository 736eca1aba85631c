"""Which published lists name a language. Listed is not the same as good: every row says whose list it is."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One language of the coverage table."""

    iso639_3: str
    name: str
    cells: tuple[tuple[str, str], ...]
    """(column, value) where the value is not empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One published list that names the language."""

    source: str
    figure: str


LISTS = {
    "mms_tts_via_e2a": "speaks: listed by MMS-TTS (as carried by ebook2audiobook)",
    "omnivoice_tts_hours": "speaks: hours of training speech in OmniVoice",
    "omniasr_codes": "listens: listed by Omnilingual ASR as",
    "omniasr_cer7b": "listens: character error rate of Omnilingual ASR 7B, by its own table",
    "omniasr_train_hours": "listens: hours of training speech in Omnilingual ASR",
    "flores200_codes": "translates: listed in FLORES-200 as",
    "madlad_token": "translates: listed by MADLAD-400",
    "whisper": "listens: listed by Whisper",
    "glotlid_v3": "identifies: listed by GlotLID v3",
    "espeak_ng": "speaks: listed by espeak-ng",
}
"""Column of ``data/coverage.tsv`` → what it means. Source: the header of that file."""


@lru_cache
def rows() -> tuple[Row, ...]:
    """The coverage table."""
    text = (files("languages") / "data" / "coverage.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple(
        Row(
            iso639_3=line["iso3"],
            name=line["name"],
            cells=tuple((k, v) for k, v in line.items() if v and k not in ("iso3", "name")),
        )
        for line in csv.DictReader(lines, delimiter="\t")
    )


def coverage(tag: str) -> tuple[Evidence, ...]:
    """Published lists that name a language; empty where none does."""
    from languages.registry import get_language

    iso = get_language(tag).iso639_3
    row = next((r for r in rows() if r.iso639_3 == iso), None)
    if row is None:
        return ()
    return tuple(
        Evidence(source=LISTS[column], figure="" if value == "1" else value)
        for column, value in row.cells
        if column in LISTS
    )
