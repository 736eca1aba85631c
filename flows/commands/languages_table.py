"""The table of ``vernacast languages``: which languages, by what can be done in them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from flows.language_claims import making_claims
from languages.card import Step
from languages.claims import WORDS
from languages.errors import UsageError
from languages.language import Language
from languages.licences import Use
from languages.names import fold, lines_of
from languages.questions import group_meant, told_of_none
from languages.regions import countries_in, find_region, region_name, regions_like, regions_named, regions_of
from languages.registry import all_languages, get_language, get_one_language, one_by_one
from languages.subtags import table
from languages.tiers import Tier, rate
from languages.unicode_scripts import written_with

SUGGESTED = 3
ABLE = {"translate": Step.TRANSLATE, "speak": Step.SPEAK, "listen": Step.LISTEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which languages are asked for; empty = all."""

    can: tuple[Step, ...] = ()
    origin: str = ""
    """Canonical tag of the language that drafts are made from."""
    use: Use | None = None
    script: str = ""
    """ISO 15924 code."""
    region: str = ""
    """Code of a country or larger region."""
    members: tuple[str, ...] | None = None
    """Canonical tags of the languages of a group; None where none was asked for."""
    said: tuple[str, ...] = ()
    """The options as they were given."""

    def refuse_for(self, tag: str) -> None:
        """Raises UsageError where one language is asked for and filters are given too."""
        if self.said:
            raise UsageError(
                f"{', '.join(self.said)} choose among all languages, and {tag!r} is one.",
                remedy="Leave out the language or the filters.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One language of the table."""

    tag: str
    name: str
    autonym: str
    script: str
    regions: tuple[str, ...]
    tier: Tier
    evidence: str
    """Of the tier's weakest step; empty where it stands on none."""
    can: tuple[Step, ...]


def wanted(can: str, origin: str, licence: str, script: str, near: str, of: str = "") -> Wanted:
    """What the options of the command ask for.

    Raises:
        UsageError: an option holds something else than it may.
        UnknownLanguage: ``--from`` is no language. AmbiguousLanguage: it is several.
    """
    given = {"--can": can, "--from": origin, "--licence": licence, "--script": script, "--near": near, "--of": of}
    return Wanted(
        can=_steps(can),
        origin=get_one_language(origin).tag if origin else "",
        use=_use(licence),
        script=_script(script) if script else "",
        region=_region(near) if near else "",
        members=_members(of) if of else None,
        said=tuple(name for name, value in given.items() if value),
    )


def _steps(text: str) -> tuple[Step, ...]:
    words = [word.strip().casefold() for word in text.split(",")] if text else []
    for word in words:
        if word not in ABLE:
            raise UsageError(f"--can {word!r} is nothing that is done in a language.", expected=f"Give {_or(ABLE)}.")
    return tuple(ABLE[word] for word in words)


def _use(text: str) -> Use | None:
    word = text.strip().casefold()
    if word and word not in tuple(Use):
        raise UsageError(f"--licence {text!r} is no use.", expected=f"Give {_or(Use)}: what the work is made for.")
    return Use(word) if word else None


def _members(text: str) -> tuple[str, ...]:
    group = group_meant(text)
    if group is None:
        raise UsageError(
            f"--of {text!r} is no group of languages.",
            expected="Give the code or name of a macrolanguage or collection: qu, Arabic, zap.",
        )
    if not group.members:
        raise UsageError(
            f"--of {text!r} ({group.name}): its languages are not listed here.", remedy=told_of_none(group)
        )
    return one_by_one(group)


def _script(text: str) -> str:
    scripts = table("script")
    names = {code: tuple(map(fold, (row[1], *row[0].split(" | ")))) for code, row in scripts.items()}
    code, wanted = text.strip().title(), fold(text)
    named = [code] if code in scripts else [code for code, known in names.items() if wanted and wanted in known]
    if len(named) == 1:
        return _not_a_style(text, named[0])
    every = [name for known in names.values() for name in known]
    spelt = [name for name in every if wanted and wanted in name] or get_close_matches(wanted, every, n=SUGGESTED)
    like = [c for c, known in names.items() if not set(spelt).isdisjoint(known)]
    raise UsageError(
        f"--script {text!r} is no script." + _did_you_mean([f"{scripts[c][1]} ({c})" for c in like[:SUGGESTED]]),
        expected="Give a code of ISO 15924 (Ethi) or a name (Ethiopic).",
    )


def _not_a_style(text: str, script: str) -> str:
    (whole, *more) = written_with(script)
    if more or whole == script or any(row[6] == script for row in lines_of("index.tsv")):
        return script
    names = table("script")
    raise UsageError(
        f"--script {text!r} ({names[script][1]}) is a style of {names[whole][1]} ({whole}), and languages stand here "
        f"under {whole}.",
        remedy=f"Give `--script {whole}`; the card of a language names its fonts.",
    )


def _region(text: str) -> str:
    if region := find_region(text):
        return region
    what = "is the name of several" if regions_named(text) else "is no country or region"
    like = [f"{region_name(code)} ({code})" for code in regions_like(text)]
    raise UsageError(
        f"--near {text!r} {what}.{_did_you_mean(like)}",
        expected="Give a name in English, Spanish, French, Portuguese or its own language, or a code: BO, 419.",
    )


def _did_you_mean(like: list[str]) -> str:
    return f" Did you mean {', '.join(like)}?" if like else ""


def _or(words: object) -> str:
    listed = [str(word) for word in words]  # pyright: ignore[reportGeneralTypeIssues]
    return f"{', '.join(listed[:-1])} or {listed[-1]}"


def read_table(ask: Wanted) -> tuple[Row, ...]:
    """The languages that are asked for, by tag, each with its tier for the use and the source that are asked for."""
    found: list[Row] = []
    countries = frozenset(countries_in(ask.region))
    for language in _among(ask, countries):
        if language.tag == ask.origin or (ask.script and ask.script not in _scripts(language.script)):
            continue
        regions = regions_of(language.tag)
        if countries and not countries.intersection(regions):
            continue
        rating = rate(making_claims(language.tag), ask.use, ask.origin)
        if all(step in rating.can for step in ask.can):
            found.append(
                Row(
                    tag=language.tag,
                    name=language.name,
                    autonym=language.autonym,
                    script=language.script,
                    regions=regions,
                    tier=rating.tier,
                    evidence=WORDS[rating.strength] if rating.strength is not None else "",
                    can=rating.can,
                )
            )
    return tuple(sorted(found, key=lambda row: row.tag) if ask.region else found)


def _among(ask: Wanted, countries: frozenset[str]) -> tuple[Language, ...]:
    """The languages of a group; or those that some list names, and all that are used where it is asked for."""
    if ask.members is not None:
        return tuple(map(get_language, ask.members))
    if not countries:
        return all_languages()
    there = {row[0] for row in lines_of("index.tsv") if not countries.isdisjoint(row[8].split())}
    listed = {language.tag for language in all_languages()}
    return (*all_languages(), *map(get_language, sorted(there - listed)))


@lru_cache
def _scripts(script: str) -> frozenset[str]:
    """Scripts by which a language of this script is found: ``Hans`` by ``Hani`` too."""
    return written_with(script) | {script}


def show_table(rows: tuple[Row, ...], ask: Wanted) -> None:
    """Prints the table, and below it how many languages stand in each tier."""
    wide = max((len(row.tag) for row in rows), default=0)
    lines = [f"{'tag':<{wide}}  {_fit('name · own name', 44)}  script   used in    {WHAT}"] if rows else []
    for row in rows:
        name = row.name if row.autonym in ("", row.name) else f"{row.name} · {row.autonym}"
        drafts = " (and can draft)" if Step.TRANSLATE in row.can and row.tier is not Tier.DRAFTS_AND_SPEAKS else ""
        evidence = f" · {row.evidence}" if row.evidence else ""
        where = ",".join(row.regions[:3]) + ("…" if len(row.regions) > 3 else "")
        lines.append(f"{row.tag:<{wide}}  {_fit(name, 44)}  {row.script:<7}  {where:<9}  {row.tier}{drafts}{evidence}")
    use = f" for {ask.use} use" if ask.use else ", where licences allow it"
    where = f" used in {region_name(ask.region)} ({ask.region})" if ask.region else ""
    lines.append(f"{len(rows)} languages{where}{use}." if rows else "No language is like that. Leave out a filter.")
    for tier in Tier:
        if count := sum(row.tier is tier for row in rows):
            lines.append(f"  {count:>5}  {tier}")
    if rows:
        lines.append("`vernacast languages TAG` says on what evidence, and what would help.")
    print("\n".join(lines))


WHAT = "what can be done · on what evidence"
FIRST_MARK = "\u0300"
"""Below it there is nothing that takes other than one column."""


def _fit(text: str, columns: int) -> str:
    """A text of just so many columns, cut where it is longer; marks take none, ideographs two."""
    if max(text, default="") < FIRST_MARK:
        return f"{text:<{columns}.{columns}}"
    kept, width = "", 0
    for character in text:
        width += _columns(character)
        if width > columns:
            break
        kept += character
    return kept + " " * max(0, columns - sum(map(_columns, kept)))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
