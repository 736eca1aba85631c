"""Which published lists name a language. Listed is not the same as good: every row says whose list it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from languages.names import lines_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One language of the coverage table."""

    tag: str
    """Canonical; empty where its code names no language."""
    iso639_3: str
    name: str
    cells: tuple[tuple[str, str], ...]
    """(column, value) where the value is not empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One published list that names the language, or one of the languages that its tag stands for."""

    source: str
    figure: str


LISTS = {
    "mms_tts_via_e2a": "speaks: listed by MMS-TTS (as carried by ebook2audiobook)",
    "omnivoice_tts_hours": "speaks: hours of training speech in OmniVoice",
    "omniasr_codes": "listens: code in Omnilingual ASR",
    "omniasr_cer7b": "listens: character error rate of Omnilingual ASR 7B, by its own table",
    "omniasr_train_hours": "listens: hours of training speech in Omnilingual ASR",
    "flores200_codes": "translates: code in FLORES-200",
    "madlad_token": "translates: listed by MADLAD-400",
    "whisper": "listens: listed by Whisper",
    "glotlid_v3": "identifies: listed by GlotLID v3",
    "espeak_ng": "speaks: listed by espeak-ng",
}
"""Column of ``data/coverage.tsv`` → what it means. Source: the header of that file."""

LISTED_ONLY = frozenset(("mms_tts_via_e2a", "madlad_token", "whisper", "glotlid_v3", "espeak_ng"))
"""Columns whose 1 says no more than that the language is listed."""

SCRIPTED = ("omniasr_codes", "flores200_codes")
"""Columns whose codes end in the script of the text: ``kat_Geor``."""


@lru_cache
def rows() -> tuple[Row, ...]:
    """The coverage table."""
    head, *lines = lines_of("coverage.tsv")
    return tuple(
        Row(
            tag=line[0],
            iso639_3=line[1],
            name=line[2],
            cells=tuple((k, v) for k, v in zip(head[3:], line[3:], strict=True) if v),
        )
        for line in lines
    )


@lru_cache
def _by_tag() -> dict[str, tuple[Row, ...]]:
    """Canonical tag → its rows: ``sw`` has those of swa and swh."""
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows():
        found[row.tag] = (*found.get(row.tag, ()), row)
    found.pop("", None)
    return found


def listed_tags() -> tuple[str, ...]:
    """Canonical tags of all languages in the coverage table."""
    return tuple(_by_tag())


def rows_of(tag: str) -> tuple[Row, ...]:
    """The rows of a canonical tag; where it has none, those of its language without script, region and variant."""
    return _by_tag().get(tag) or _by_tag().get(tag.partition("-")[0], ())


def coverage(tag: str) -> tuple[Evidence, ...]:
    """Published lists that name a language; empty where none does.

    Lists name codes of ISO 639-3. Where that is wider or narrower than what was asked for (Occitan for Aranese,
    Standard Arabic for Arabic), the row says which language the list means.

    Raises:
        UnknownLanguage: the tag names none.
    """
    from languages.registry import get_language

    language = get_language(tag)
    found: dict[tuple[str, str], Evidence] = {}
    for row in rows_of(language.tag):
        exact = row.iso639_3 == language.iso639_3 and "-" not in language.tag
        meant = "" if exact else f" (for {row.name}, {row.iso639_3})"
        for column, value in row.cells:
            if column in LISTS:
                figure = "" if column in LISTED_ONLY else value
                found[column, row.iso639_3] = Evidence(source=LISTS[column] + meant, figure=figure)
    order = {column: i for i, column in enumerate(LISTS)}
    return tuple(found[key] for key in sorted(found, key=lambda k: order[k[0]]))


def corpus_scripts(tag: str) -> frozenset[str]:
    """Scripts of the texts that Omnilingual ASR and FLORES-200 list for a language; empty where they list none."""
    return frozenset(
        code.split("_")[1]  # ell_Grek_cypr1249 has a third part
        for row in rows_of(tag)
        for column, value in row.cells
        if column in SCRIPTED
        for code in value.split()
    )
