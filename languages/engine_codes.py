"""How models call languages: each published list of codes, and the canonical tag that each code stands for.

The lists lie in ``data/codes/<list>.tsv`` (code, tag), made by ``scripts/build_codes.py`` from what was published;
``tagged`` is the rule that made them, and a test holds them to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from languages.codes import canonical, likely_script

LISTS = ("glotlid", "madlad", "mms", "nllb", "omniasr", "omnivoice", "whisper", "xtts")

EXCEPTIONS = {
    "jw": "jv",  # Whisper, withdrawn ISO 639-1 code
    "zh-cn": "zh",  # XTTS
    "zho_Hans": "zh",
    "cmn_Hans": "zh",
    "cmn_Hant": "zh-Hant",
    "ber_Latn": "ber-Latn",
    "nan_Latn_TW": "nan-Latn-TW",
}
"""Codes that the rule would read wrong. Source: the lists themselves."""


@lru_cache
def codes(name: str) -> dict[str, str]:
    """Code → canonical tag of one list, in the order of the codes; codes that name no one language are left out."""
    text = (files("languages") / "data" / "codes" / f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return dict((code, tag) for code, tag in rows)


@lru_cache
def _by_tag(name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, tag in codes(name).items():
        found[tag] = (*found.get(tag, ()), code)
    return found


def code_of(name: str, tag: str) -> str:
    """The code by which a list calls a canonical tag; empty where it does not have the language.

    Where several codes stand for one tag (``kmr_Latn`` and ``ku``), it is the first in order.
    """
    return next(iter(_by_tag(name).get(tag, ())), "")


def tags(name: str) -> tuple[str, ...]:
    """Canonical tags of a list."""
    return tuple(_by_tag(name))


def tagged(found: Iterable[str]) -> dict[str, str]:
    """Code → canonical tag of a whole list, codes that name no one language left out.

    Where nobody knows which script is a language's usual one, and the list has it in one script only, the tag
    carries none: people say ``quy``, not ``quy-Latn``.
    """
    tags_ = {code: tag for code in sorted(set(found)) if (tag := tag_of(code))}
    scripts: dict[str, set[str]] = {}
    for tag in tags_.values():
        scripts.setdefault(tag.partition("-")[0], set()).add(tag)
    return {code: _without_script(tag, scripts) for code, tag in tags_.items()}


def _without_script(tag: str, scripts: dict[str, set[str]]) -> str:
    language, _, script = tag.partition("-")
    alone = len(script) == 4 and len(scripts[language]) == 1 and not likely_script(language)
    return language if alone else tag


def tag_of(code: str) -> str:
    """The canonical tag that a model's code stands for; empty where it names no one language.

    ``xxx_Scrp`` loses its script where that is the language's usual one: ``oci_Latn`` → ``oc``, ``kas_Deva`` →
    ``ks-Deva``.
    """
    if code in EXCEPTIONS:
        return canonical(EXCEPTIONS[code])
    parts = code.replace("_", "-").split("-")
    tag = canonical("-".join(parts[:2])) if len(parts) < 3 else canonical("-".join(parts))
    language, _, script = tag.partition("-")
    return language if script and len(script) == 4 and likely_script(language) == script else tag
