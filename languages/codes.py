"""Canonical BCP 47 tags, and what follows from codes alone: ISO 639-3, script, direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from languages.groups import find_group
from languages.names import line_of, lines_of
from languages.subtags import Parts, has_empty_part, likely_script_of, parse, resolve

HOLDS = {"Kore": "Hang"}
"""A code that stands for several scripts together, and the one of them that corpora name. Source: ISO 15924."""

ALIASES = {"ca-es-valencia": "ca-valencia", "oc-es-aranes": "oc-aranes", "oc-aran": "oc-aranes"}
"""Locale names (CLDR, glibc) of what has a tag without its country."""

LOCALE = re.compile(r"(?P<tag>[A-Za-z]{2,3}(?:_[A-Za-z]{4})?(?:_[A-Za-z]{2})?)(?:\.[\w-]+)?(?:@(?P<modifier>[a-z]+))?")
"""The name of a locale on POSIX systems: ``ca_ES.UTF-8@valencia``. Source: glibc manual, Locale Names."""

MODIFIERS = {
    "arabic": "Arab",
    "cyrillic": "Cyrl",
    "devanagari": "Deva",
    "iqtelif": "Latn",
    "latin": "Latn",
    "euro": "",
    "saaho": "",
}
"""What modifiers of glibc's locales say of the script; one that is here none says nothing of it."""


@lru_cache
def _directions() -> dict[str, str]:
    return {script: direction for script, direction in lines_of("scripts.tsv")}


@lru_cache(16384)
def canonical(text: str) -> str:
    """The canonical tag of a well-formed tag of registered subtags that names one language; otherwise empty.

    Withdrawn and longer codes are replaced (``iw``, ``spa``), and so is the code of the member that a macrolanguage's
    code is taken for (``swh`` → ``sw``). The usual script is left out: ``sat-Olck`` → ``sat``.
    """
    if len(text) < 4 and text.islower() and line_of("index.tsv", text):
        return text
    parts = resolve(ALIASES.get(text.lower(), text))
    if parts is None:
        return ""
    if parts.script and parts.script == HOLDS.get(likely_script_of(parts.language, parts.region)):
        parts = Parts(language=parts.language, region=parts.region, variants=parts.variants, rest=parts.rest)
    return ALIASES.get(str(parts).lower(), str(parts))


def of_locale(text: str) -> str:
    """The canonical tag of the name of a POSIX locale (``sr_RS@latin``, ``pt_BR.UTF-8``); empty where it is none."""
    found = LOCALE.fullmatch(text)
    if found is None:
        return ""
    tag, modifier = found["tag"].replace("_", "-"), found["modifier"] or ""
    if modifier == "saaho":  # glibc: aa_ER@saaho
        return canonical("ssy")
    script = MODIFIERS.get(modifier, "")
    if modifier and not script and modifier not in MODIFIERS:
        return canonical(f"{tag}-{modifier}")
    language, dash, region = tag.partition("-")
    return canonical(f"{language}-{script}{dash}{region}" if script else tag)


def broken_tag(text: str) -> str:
    """The tag that a text with a missing part was meant to be (``en-`` → ``en``); empty where it is none.

    ``-Atshe`` is a name, so that what is left has to be a tag.
    """
    left = "-".join(re.findall(r"[a-z\d]+", text.lower())) if has_empty_part(text) else ""
    return left if left and (canonical(left) or find_group(left.partition("-")[0])) else ""


def iso639_3(tag: str) -> str:
    """The ISO 639-3 code of a canonical tag's language, as media files want it; empty where it has none."""
    row = line_of("index.tsv", tag.partition("-")[0])
    return row[1] if row else ""


def likely_script(tag: str) -> str:
    """The script that a tag names, or that CLDR takes to be likely; empty where it knows neither."""
    parts = parse(tag)
    if parts is None:
        return ""
    return parts.script or likely_script_of(parts.language, parts.region)


@lru_cache(4096)
def parents(tag: str) -> tuple[str, ...]:
    """A tag and those that contain it and are written in its script, nearest first; what is no tag stays alone.

    ``es-MX`` → ``es-MX es``, ``ca-ES-valencia`` → ``ca-ES-valencia ca-ES ca``; but ``sr-ME`` → ``sr-ME sr-Latn``,
    ``sr-Latn-RS`` → ``sr-Latn-RS sr-Latn``: what ``sr`` has is Cyrillic.

    Source: CLDR's likely subtags; UTS 35, Parent Locales (none takes from one in another script).
    """
    parts = parse(tag)
    if parts is None:
        return (tag,)
    script = likely_script(tag)
    found = [str(p) for p in _shorter(parts)]
    return tuple(dict.fromkeys((tag, *(t for t in found if likely_script(t) == script))))


def _shorter(parts: Parts) -> Iterator[Parts]:
    """A tag without one part after the other from its end; where its region implied the script, with that."""
    yield replace(parts, rest="")
    for n in reversed(range(len(parts.variants))):
        yield replace(parts, variants=parts.variants[:n], rest="")
    implied = parts.script or likely_script_of(parts.language, parts.region)
    yield Parts(language=parts.language, script=parts.script)
    if implied != likely_script_of(parts.language):
        yield Parts(language=parts.language, script=implied)
    yield Parts(language=parts.language)


def direction_of(script: str) -> str:
    """``ltr`` or ``rtl``; ``unknown`` for scripts that run downwards, and for what is no script."""
    return _directions().get(script, "unknown")
