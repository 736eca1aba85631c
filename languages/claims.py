"""What is claimed that machines can do in a language, with the evidence. Nothing here looks at this machine.

The claims of published lists come from ``data/models/evidence.toml`` and its tables; other rooms add theirs.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import cast

from languages.card import Licence, Step
from languages.checkpoints import checkpoints, get_checkpoint
from languages.codes import canonical, likely_script
from languages.engine_codes import by_tags, code_of, codes_of, forms_of, other_script, tagged, tags
from languages.evidence import rows, rows_of
from languages.licences import Use, forbids
from languages.names import DATA
from languages.regions import countries_in
from languages.subtags import parse, plain_tag


class Strength(IntEnum):
    """How strong the evidence of a claim is, weakest first."""

    POOR = 0
    """It was measured here, and is hard to understand."""
    LISTED = 1
    """A list names the language; nothing that was read says how well it is done."""
    JUDGED = 2
    """What it is made of was measured here, and not the whole."""
    PUBLISHED = 3
    """Its makers published a figure for this language."""
    MEASURED = 4
    """It was measured here, and the measurement can be repeated."""


WORDS = {
    Strength.POOR: "measured here, and poor",
    Strength.LISTED: "never measured here",
    Strength.JUDGED: "judged from its parts",
    Strength.PUBLISHED: "measured by its makers",
    Strength.MEASURED: "measured here",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """That an engine does a step in a language, and on what evidence."""

    step: Step
    engine: str
    """``speech/mms``"""
    says: str
    """What it does, for a person."""
    figure: str = ""
    """The measured or published figure with its unit; empty where there is none."""
    strength: Strength
    counts: bool
    """Whether a tier may stand on it."""
    because: str
    """Why it counts, or why it does not."""
    source: str
    """Address of the list or measurement."""
    read: str
    """When it was read or measured, ISO 8601."""
    licence: Licence
    weights: str = ""
    """Id of the checkpoint in the register; empty where none is needed."""
    origins: tuple[str, ...] = ()
    """Of a translation: canonical tags of the languages that it is made from."""
    meant: str = ""
    """Tag that the list names, where it is not the language's own (``pt`` for ``pt-BR``); empty otherwise."""


def allowed(claim: Claim, use: Use | None) -> bool:
    """Whether what makes it may be used so; None = for anything at all."""
    if use is None:
        return True
    return not any(forbids(part, use) for part in (claim.licence.code, claim.licence.weights) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What claims stand on: a published list or a measurement, as ``data/models/evidence.toml`` has it."""

    id: str
    codes: str
    """The table in ``data/codes`` that holds the list; empty for a measurement."""
    step: Step
    engine: str
    weights: str
    says: str
    column: str = ""
    figure: str = ""
    quality: bool = False
    counts: str
    only_with: str = ""
    """Column of ``data/coverage.tsv`` with codes of texts that must be there too."""
    doubtful: tuple[str, ...] = ()
    because: str
    source: str
    read: str
    licence: Licence


@lru_cache
def grounds() -> dict[str, Ground]:
    """All that claims stand on, by id."""
    table = tomllib.loads((DATA / "models" / "evidence.toml").read_text(encoding="utf-8"))
    return {name: _ground(name, cast("dict[str, object]", row)) for name, row in table.items()}


def lists() -> tuple[Ground, ...]:
    """All published lists that Vernacast has an engine for."""
    return tuple(known for known in grounds().values() if known.codes)


def _ground(name: str, row: dict[str, object]) -> Ground:
    def told(key: str) -> str:
        return str(row.get(key, ""))

    own = cast("dict[str, str]", row.get("licence", {}))
    return Ground(
        id=name,
        codes=told("codes"),
        step=Step(told("step")),
        engine=told("engine"),
        weights=told("weights"),
        says=told("says"),
        column=told("column"),
        figure=told("figure"),
        quality=row.get("quality") is True,
        counts=told("counts"),
        only_with=told("only_with"),
        doubtful=tuple(cast("list[str]", row.get("doubtful", []))),
        because=told("because"),
        source=told("source"),
        read=told("read"),
        licence=Licence(**own) if own else licence_of(told("weights")),
    )


LATIN_AMERICA, AS_LATIN_AMERICA = "419", ("US", "JP")
"""What Spanish of its countries takes from before it takes from that of Spain, and two others with it. Source: CLDR,
parentLocales es-419."""


def stand_ins(tag: str) -> tuple[str, ...]:
    """The tag itself, without its spelling, and without its region: what is said of ``pt`` holds for ``pt-BR-1990``.

    Script and variant stay: a voice that reads Serbian in Cyrillic letters says nothing of ``sr-Latn``, nor of
    ``sr-ME``, which is usually written in Latin ones. Where nobody knows the usual script, and all lists that name one
    name the same, what is said with it and without it is one: ``ctd`` and ``ctd-Latn``.
    """
    if "-" not in tag:
        scripted = other_script(tag)
        return (tag, scripted) if scripted else (tag,)
    plain = plain_tag(tag)
    parts = parse(plain)
    found = (tag, plain)
    if parts is not None and parts.region and not parts.rest:
        if (
            parts.language == "es"
            and not parts.variants
            and (parts.region in (*countries_in(LATIN_AMERICA), *AS_LATIN_AMERICA))
        ):
            found = (*found, f"es-{LATIN_AMERICA}")
        script = parts.script or likely_script(f"{parts.language}-{parts.region}")
        found = (*found, canonical("-".join(part for part in (parts.language, script, *parts.variants) if part)))
    language = tag.partition("-")[0]
    scripted = other_script(language)
    if scripted and found[-1] in (language, scripted):
        found = (*found, language, scripted)
    return tuple(dict.fromkeys(found))


def published_claims(tag: str) -> tuple[Claim, ...]:
    """Claims of published lists about a canonical tag, in the order of ``data/models/evidence.toml``."""
    names = stand_ins(tag)
    return tuple(claim for known in lists() if (claim := _claim(known, tag, names)))


@lru_cache
def _origins(name: str) -> tuple[str, ...]:
    return tags(name)


@lru_cache
def licence_of(weights: str) -> Licence:
    """The licence of a checkpoint or family of the register."""
    return (checkpoints().get(weights) or get_checkpoint(weights)).licence


def _claim(known: Ground, tag: str, names: tuple[str, ...]) -> Claim | None:
    listed = by_tags(known.codes)
    meant = next((one for one in names if one in listed), "")
    unlisted = "" if meant else _elsewhere(known, tag)
    if not meant and not unlisted:
        return None
    values = _figures(known.column, meant or tag) if known.column and (meant or _has_row(known, tag)) else ()
    counts, because = _counts(known, meant, values) if meant else (False, unlisted)
    told = "–".join(dict.fromkeys((values[0], values[-1]))) if values else ""
    return Claim(
        step=known.step,
        engine=known.engine,
        says=known.says,
        figure=known.figure.replace("{}", told) if told else "",
        strength=Strength.PUBLISHED if told and known.quality else Strength.LISTED,
        counts=counts,
        because=because,
        source=known.source,
        read=known.read,
        licence=known.licence,
        weights=known.weights.replace("*", code_of(known.codes, meant)) if meant else "",
        origins=_origins(known.codes) if known.step is Step.TRANSLATE else (),
        meant="" if meant in (tag, "") else meant,
    )


def _elsewhere(known: Ground, tag: str) -> str:
    """Why what a list has of the language in another form, or a table's figure without a code, is shown; or empty."""
    others = forms_of(known.codes, tag)
    figure = _has_row(known, tag)
    if not others and not figure:
        return ""
    name = f"It is listed as {', '.join(others)} only" if others else "Its list of codes does not have it"
    return f"{name}, though its makers' table has a figure for the language." if figure else f"{name}."


def _has_row(known: Ground, tag: str) -> bool:
    return any(row.tag == tag and known.column in dict(row.cells) for row in rows_of(tag))


def _figures(column: str, tag: str) -> tuple[str, ...]:
    """The figures of the coverage table for a language, lowest first: several where it has several codes."""
    found = {value for row in rows_of(tag) for key, value in row.cells if key == column}
    return tuple(sorted(found, key=float))


@lru_cache
def _with_texts(column: str) -> frozenset[str]:
    """Canonical tags of the codes in a column of the coverage table."""
    found = (code for row in rows() for key, value in row.cells if key == column for code in value.split())
    return frozenset(tagged(found).values())


def _counts(known: Ground, tag: str, values: tuple[str, ...]) -> tuple[bool, str]:
    if known.doubtful and all(code in known.doubtful for code in codes_of(known.codes, tag)):
        return False, "The list may name it for another model's sake: its makers have published none as a file."
    if known.only_with and tag not in (there := _with_texts(known.only_with)):
        others = sorted(one for one in there if one.partition("-")[0] == tag.partition("-")[0])
        return False, f"Its text there is {', '.join(others)} only. {known.because}" if others else known.because
    if known.counts in ("listed", "never"):
        return known.counts == "listed", known.because
    bound = float(known.counts.rpartition(" ")[2])
    if not values:
        return False, f"Its makers give no figure for it. {known.because}"
    most = known.counts.startswith("at least")
    return all(float(value) >= bound if most else float(value) < bound for value in values), known.because
