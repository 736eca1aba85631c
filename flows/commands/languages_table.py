"""The table of ``vernacast languages``: which languages, by what can be done in them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from flows.language_claims import making_claims
from languages.card import Step
from languages.claims import WORDS
from languages.codes import canonical
from languages.errors import UsageError
from languages.groups import find_group
from languages.licences import Use
from languages.names import fold, lines_of
from languages.regions import countries_in, find_region, regions_of
from languages.registry import all_languages, get_language, get_one_language
from languages.subtags import table
from languages.tiers import Tier, rate
from languages.unicode_scripts import written_with

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
    countries: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    """Canonical tags of the languages of a group."""
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
        countries=_countries(near) if near else (),
        members=_members(of) if of else (),
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
    group = find_group(canonical(text) or text) or find_group(fold(text))
    if group is None:
        raise UsageError(
            f"--of {text!r} is no group of languages.",
            expected="Give the code of a macrolanguage or collection: qu, ar, zap.",
        )
    return tuple(tag for member in group.members if (tag := canonical(member)))


def _script(text: str) -> str:
    scripts = table("script")
    code = text.strip().title()
    if code in scripts:
        return code
    named = [code for code, row in scripts.items() if fold(text) in {fold(part) for part in row[1:] if part}]
    if len(named) == 1:
        return named[0]
    raise UsageError(
        f"--script {text!r} is no script.", expected="Give a code of ISO 15924 (Ethi) or a name (Ethiopic)."
    )


def _countries(text: str) -> tuple[str, ...]:
    region = find_region(text)
    if region is None:
        near = [row[1] for row in lines_of("regions.tsv")[1:] if fold(text) in fold(row[1])][:3]
        raise UsageError(
            f"--near {text!r} is no country or region." + (f" Did you mean {', '.join(near)}?" if near else ""),
            expected="Give a name in English, Spanish, French, Portuguese or its own language, or a code: BO, 419.",
        )
    return countries_in(region)


def _or(words: object) -> str:
    listed = [str(word) for word in words]  # pyright: ignore[reportGeneralTypeIssues]
    return f"{', '.join(listed[:-1])} or {listed[-1]}"


def read_table(ask: Wanted) -> tuple[Row, ...]:
    """The languages that are asked for, by tag, each with its tier for the use and the source that are asked for."""
    found: list[Row] = []
    countries = frozenset(ask.countries)
    everything = tuple(get_language(tag) for tag in ask.members) if ask.members else all_languages()
    for language in everything:
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
    return tuple(found)


@lru_cache
def _scripts(script: str) -> frozenset[str]:
    """Scripts by which a language of this script is found: ``Hans`` by ``Hani`` too."""
    return written_with(script) | {script}


def show_table(rows: tuple[Row, ...], ask: Wanted) -> None:
    """Prints the table, and below it how many languages stand in each tier."""
    wide = max((len(row.tag) for row in rows), default=0)
    lines: list[str] = []
    for row in rows:
        name = row.name if row.autonym in ("", row.name) else f"{row.name} · {row.autonym}"
        drafts = " (and can draft)" if Step.TRANSLATE in row.can and row.tier is not Tier.DRAFTS_AND_SPEAKS else ""
        evidence = f" · {row.evidence}" if row.evidence else ""
        where = ",".join(row.regions[:3]) + ("…" if len(row.regions) > 3 else "")
        lines.append(f"{row.tag:<{wide}}  {_fit(name, 44)}  {row.script:<7}  {where:<9}  {row.tier}{drafts}{evidence}")
    use = f" for {ask.use} use" if ask.use else ", where licences allow it"
    lines.append(f"{len(rows)} languages{use}." if rows else "No language is like that. Leave out a filter.")
    for tier in Tier:
        if count := sum(row.tier is tier for row in rows):
            lines.append(f"  {count:>5}  {tier}")
    if rows:
        lines.append("`vernacast languages TAG` says on what evidence, and what would help.")
    print("\n".join(lines))


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
