"""Canonical BCP 47 tags, and what follows from codes alone: ISO 639-3, script, direction.

Stands on ``langcodes``, which is loaded with the first tag that is asked for, not before.
"""

from __future__ import annotations

from functools import lru_cache

HOLDS = {"Kore": "Hang"}
"""A code that stands for several scripts together, and the one of them that corpora name. Source: ISO 15924."""

SPECIAL = frozenset(("und", "mis", "mul", "zxx"))
"""Codes that name no language. Source: IANA language subtag registry, ``Scope: special``."""

NEWER = frozenset(("tok",))
"""In ISO 639-3, but newer than the registry that ``langcodes`` carries. Source: https://iso639-3.sil.org/code/tok"""

ALIASES = {"ca-es-valencia": "ca-valencia", "oc-es-aranes": "oc-aranes", "oc-aran": "oc-aranes"}
"""Locale names (CLDR, glibc) of what has a tag without its country."""


@lru_cache
def _data(name: str) -> tuple[str, ...]:
    """The lines of a file in ``data``, without remarks."""
    from importlib.resources import files

    text = (files("languages") / "data" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


@lru_cache
def _collections() -> frozenset[str]:
    return frozenset(_data("collections.txt"))


@lru_cache
def _directions() -> dict[str, str]:
    return {script: direction for script, _, direction in (line.partition("\t") for line in _data("scripts.tsv"))}


@lru_cache(4096)
def canonical(text: str) -> str:
    """The canonical tag of a well-formed tag of registered subtags that names one language; otherwise empty."""
    import langcodes

    try:
        tag = langcodes.standardize_tag(ALIASES.get(text.lower(), text), macro=True)
        language = langcodes.Language.get(tag)
    except ValueError:  # LanguageTagError is one
        return ""
    code = language.language
    if code is None or code.startswith("x-") or code in SPECIAL or code in _collections():
        return ""
    return tag if tag in NEWER or language.is_valid() else ""


def iso639_3(tag: str) -> str:
    """The ISO 639-3 code of a canonical tag's language, as media files want it."""
    import langcodes

    code = str(langcodes.Language.get(tag).language)
    return langcodes.Language.get(code).to_alpha3(variant="T") if len(code) == 2 else code


def likely_script(tag: str) -> str:
    """The script that a tag names, or that CLDR takes to be likely; empty where it knows neither."""
    import langcodes
    from langcodes.data_dicts import LIKELY_SUBTAGS

    known = langcodes.Language.get(tag)
    if known.script:
        return known.script
    # Language.maximize would answer Latn for every language that it knows nothing of.
    for broader in known.broader_tags():
        if not broader.startswith("und") and broader in LIKELY_SUBTAGS:
            return langcodes.Language.get(LIKELY_SUBTAGS[broader]).script or ""
    return ""


def direction_of(script: str) -> str:
    """``ltr`` or ``rtl``; ``unknown`` for scripts that run downwards, and for what is no script."""
    return _directions().get(script, "unknown")
