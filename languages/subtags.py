"""The parts of a BCP 47 tag, put together canonically: ``data/subtags.tsv`` and ``data/index.tsv`` say what there is.

``langcodes`` does the same and is what this is tested against. It is not used to look things up: to load it takes
longer than all else that a look-up does, and its registry of subtags is that of 2021.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from languages.names import line_of, lines_of

LONGEST = 100
"""Characters of the longest tag that is looked at. The longest that the registry allows without private use has 35."""

TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<extlang>[a-z]{3}))?(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)(?P<extensions>(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*)"
    r"(?P<private>-x(?:-[a-z\d]{1,8})+)?"
)
"""A tag in small letters. Source: RFC 5646, 2.1."""

PRIVATE_LANGUAGES = re.compile(r"q[a-t][a-z]|x")
"""Source: RFC 5646, 2.2.1 and 2.2.7."""

PRIVATE_REGIONS = re.compile(r"aa|q[m-z]|x[a-jl-z]|zz")
"""Source: RFC 5646, 2.2.4; XK is Kosovo in CLDR."""

EMPTY_PART = re.compile(r"(?=[a-z\d_‐-―-]*$)(?:[_‐-―-]|.*(?:[_‐-―-]$|[_‐-―-]{2}))", re.IGNORECASE)
"""What looks like a tag, but has a hyphen or underscore with nothing before or after it: ``en-``."""

UNKNOWN = "unknown"
"""What the index says of a script that no source names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a tag, each as it is written canonically; empty where the tag has none."""

    language: str
    script: str = ""
    region: str = ""
    variants: tuple[str, ...] = ()
    rest: str = ""
    """Extensions and private use."""

    def __str__(self) -> str:
        parts = (self.language, self.script, self.region, *self.variants)
        return "-".join(p for p in parts if p) + self.rest


@lru_cache
def table(kind: str) -> dict[str, tuple[str, str]]:
    """Subtag → (value, name) of one kind: ``alias``, ``script``, ``variant``, ``orthography``, ``likely``."""
    return {subtag: (value, name) for k, subtag, value, name in lines_of("subtags.tsv") if k == kind}


def parse(text: str) -> Parts | None:
    """The parts of a well-formed tag of registered subtags, none of them replaced by another; or None."""
    found = TAG.fullmatch(text.lower()) if len(text) <= LONGEST and text.isascii() else None
    if found is None:
        return None
    language, extlang, script, region = (found[k] or "" for k in ("language", "extlang", "script", "region"))
    variants = tuple(found["variants"].split("-")[1:])
    if extlang:
        if table("extlang").get(extlang, ("", ""))[0] != language:
            return None
        language = extlang
    known = table("variant")
    region = table("region-alias").get(region.upper(), (region.upper(), ""))[0]
    if script.title() not in ("", *table("script")) or (region and not _is_region(region)):
        return None
    if len(set(variants)) != len(variants) or any(v not in known for v in variants):
        return None
    singletons = re.findall(r"-([a-z\d])(?=-)", found["extensions"])
    if len(set(singletons)) != len(singletons):
        return None
    newer = tuple(sorted(known[v][1] if known[v][1] in known else v for v in variants))
    return Parts(
        language=language,
        script=script.title(),
        region=region,
        variants=newer,
        rest=found["extensions"] + (found["private"] or ""),
    )


def has_empty_part(text: str) -> bool:
    """Whether a text looks like a tag of which a part is missing: ``en-``, ``_es``, ``pt--BR``."""
    return EMPTY_PART.match(text) is not None


def plain_tag(tag: str) -> str:
    """A tag without what does not change which language it is: extensions, private use, and spelling alone.

    ``de-CH-1901-u-co-phonebk`` → ``de-CH``; scripts, regions and varieties stay: ``oc-gascon-grclass`` →
    ``oc-gascon``. What is no tag stays as it is.

    Source: variants whose Description in the IANA registry calls them an orthography or spelling, in
    ``data/subtags.tsv`` under ``orthography``.
    """
    parts = parse(tag)
    if parts is None:
        return tag
    spelling = table("orthography")
    return str(replace(parts, variants=tuple(v for v in parts.variants if v not in spelling), rest=""))


def _is_region(region: str) -> bool:
    return not PRIVATE_REGIONS.fullmatch(region.lower()) and bool(line_of("regions.tsv", region))


def resolve(text: str) -> Parts | None:
    """The parts of a tag, withdrawn and longer codes replaced by those in use, its usual script left out; or None."""
    aliases = table("alias")
    whole = aliases.get(text.lower(), (text, ""))[0]
    parts = parse(whole)
    if parts is None:
        return None
    newer = aliases.get(parts.language)
    if newer:
        other = parse(newer[0])
        if other is None:
            return None
        parts = replace(
            parts, language=other.language, script=parts.script or other.script, region=parts.region or other.region
        )
    if not line_of("index.tsv", parts.language) or not _belong(parts):
        return None
    if parts.script and parts.script == likely_script_of(parts.language, parts.region):
        parts = replace(parts, script="")
    return parts


def _belong(parts: Parts) -> bool:
    """Whether the variants are those of the language: there is no Valencian of Spanish."""
    known = table("variant")
    return all(parts.language in (of := known[v][0].split()) or not of for v in parts.variants)


def likely_script_of(language: str, region: str = "") -> str:
    """The script that CLDR takes to be likely for a language, in a region where it says more; empty where unknown.

    Where CLDR is silent it is that of the texts that corpora have, if it is one.
    """
    there = table("likely").get(f"{language}-{region}") if region else None
    if there:
        return there[0]
    row = line_of("index.tsv", language)
    return (row[5] or row[6]).replace(UNKNOWN, "") if row else ""
