"""How models and programs call languages: each published list of codes, and the canonical tag of each code.

The lists lie in ``data/codes/<list>.tsv`` (code, tag), made by ``scripts/build_codes.py`` from what was published;
``tagged`` is the rule that made them, and a test holds them to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from languages.codes import canonical, likely_script
from languages.names import data_of, line_of, lines_of
from languages.subtags import UNKNOWN

LISTS = (
    "apertium",
    "cldr",
    "espeak",
    "flores",
    "glotlid",
    "madlad",
    "mms",
    "nllb",
    "omniasr",
    "omnivoice",
    "whisper",
    "xtts",
)

TEXTS = ("cldr", "flores", "glotlid")
"""Lists of texts: what a model's list makes of a code comes before (``ttq_Tfng``)."""

EXCEPTIONS = {
    "jw": "jv",  # Whisper, withdrawn ISO 639-1 code
    "zh-cn": "zh",  # XTTS
    "zho_Hans": "zh",
    "cmn_Hans": "zh",
    "cmn_Hant": "zh-Hant",
    "ber_Latn": "ber-Latn",
    "nan_Latn_TW": "nan-Latn-TW",
    "roh_Latn_surs1244": "rm-sursilv",  # Omnilingual: Glottolog's code of Sursilvan
    "roh-dialect_sursilv": "rm-sursilv",  # MMS
    "roh-dialect_vallader": "rm-vallader",
    "twi_Latn_akua1239": "tw-akuapem",  # FLORES+: Glottolog's codes
    "twi_Latn_asan1239": "tw-asante",
    "apc_Arab_nort3139": "apc",
    "apc_Arab_sout3123": "apc",  # ajp, which ISO 639-3 has merged into apc
}
"""Codes that the rule would read wrong. Source: the lists themselves, and the IANA registry for the variants."""

OF_ONE_LIST = {("apertium", "zlm"): "ms"}
"""(list, code) → tag of codes that a list means otherwise than the register. Source: Debian's changelog of
apertium-ind-zlm 0.1.2-1, "Renamed from apertium-id-ms"."""

MMS_SCRIPTS = {
    "arabic": "Arab",
    "cyrillic": "Cyrl",
    "devanagari": "Deva",
    "ethiopic": "Ethi",
    "khmer": "Khmr",
    "latin": "Latn",
    "simplified": "Hans",
    "syllabics": "Cans",
    "telugu": "Telu",
    "tifinagh": "Tfng",
    "traditional": "Hant",
}
"""What MMS calls scripts: ``uzb-script_cyrillic``. Source: vocab.json of facebook/mms-1b-all."""

SCRIPT, DIALECT = "-script_", "-dialect_"
"""What MMS puts between a language and its script or dialect. Dialects have no tag: the tag is that of the language."""


@lru_cache
def codes(name: str) -> dict[str, str]:
    """Code → canonical tag of one list, in the order of the codes; codes that name no one language are left out."""
    return {code: tag for code, tag in lines_of(f"codes/{name}.tsv")}


@lru_cache
def by_tags(name: str) -> dict[str, tuple[str, ...]]:
    """Canonical tag → its codes, of one list: see ``by_tag``."""
    return by_tag(codes(name))


def by_tag(listed: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Tag → its codes: first those that begin as the tag does (``apc_Arab`` before ``ajp_Arab``), then by letters."""
    found: dict[str, list[str]] = {}
    for code, tag in listed.items():
        found.setdefault(tag, []).append(code)
    return {tag: tuple(several if len(several) == 1 else _alike_first(tag, several)) for tag, several in found.items()}


def _alike_first(tag: str, several: list[str]) -> list[str]:
    return sorted(several, key=lambda c: c.replace("_", "-").split("-")[0] != tag.partition("-")[0])


def code_of(name: str, tag: str) -> str:
    """The code by which a list calls a canonical tag; empty where it does not have the language.

    Where several codes stand for one tag, it is the one that begins as the tag does, else the first by letters.
    """
    return next(iter(codes_of(name, tag)), "")


def codes_of(name: str, tag: str) -> tuple[str, ...]:
    """All codes by which a list calls a canonical tag, in order."""
    return by_tags(name).get(tag, ())


def forms_of(name: str, tag: str) -> tuple[str, ...]:
    """Tags by which a list has a tag's language in any script, region or variety, in order."""
    return _forms(name).get(tag.partition("-")[0], ())


@lru_cache
def _forms(name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for tag in sorted(tags(name)):
        language = tag.partition("-")[0]
        found[language] = (*found.get(language, ()), tag)
    return found


@lru_cache(1024)
def other_script(language: str) -> str:
    """The tag with the script in which all lists have a language whose usual script is not known, if it is one.

    ``ctd`` → ``ctd-Latn``: CLDR takes Pau Cin Hau letters to be likely, and every code that names a script names Latin.
    Empty where codes name several scripts, where only one list names any, or where CLDR has a locale in its likely one.
    """
    row = line_of("index.tsv", language)
    if not row or row[6] != UNKNOWN or codes_of("cldr", language):
        return ""
    named = {
        (tag, name)
        for name in LISTS
        for tag in forms_of(name, language)
        if any(NAMES_SCRIPT.search(code) for code in codes_of(name, tag))
    }
    scripted = {tag for tag, _ in named}
    told = len(scripted) == 1 and len(named) >= LEAST_LISTS and len(min(scripted)) == len(f"{language}-Latn")
    return min(scripted) if told else ""


LEAST_LISTS = 2
"""Own choice: Omnilingual ASR alone has Benga of Gabon in Bengali letters."""

NAMES_SCRIPT = re.compile(rf"[_-][A-Z][a-z]{{3}}(?![a-z])|{SCRIPT}")
"""What a code with a script holds: ``ctd_Latn``, ``gof-script_latin``."""


def tags(name: str) -> tuple[str, ...]:
    """Canonical tags of a list."""
    return tuple(by_tags(name))


def listed(code: str) -> str:
    """The canonical tag that the lists have for a code with a script, region or dialect, in any case (``BSK_LATN``)."""
    if not re.search(r"[-_]", code):
        return ""
    wanted = re.compile(rb"^%s\t(.+)$" % re.escape(code).encode(errors="replace"), re.MULTILINE)
    for each in (wanted, re.compile(wanted.pattern, re.MULTILINE | re.IGNORECASE)):
        for name in sorted(LISTS, key=TEXTS.__contains__):
            if found := each.search(data_of(f"codes/{name}.tsv")):
                return found[1].decode()
    return ""


def tagged(found: Iterable[str], name: str = "") -> dict[str, str]:
    """Code → canonical tag of a whole list, codes that name no one language left out.

    Where nobody knows which script is a language's usual one, and the list has it in one script only, the tag
    carries none: people say ``quy``, not ``quy-Latn``.
    """
    tags_ = {code: tag for code in sorted(set(found)) if (tag := OF_ONE_LIST.get((name, code)) or tag_of(code))}
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
    ``ks-Deva``. ``azj-script_cyrillic`` → ``az-Cyrl``, ``cac-dialect_sanmateoixtatan`` → ``cac``.
    """
    if code in EXCEPTIONS:
        return canonical(EXCEPTIONS[code])
    language, is_dialect, _ = code.partition(DIALECT)
    if is_dialect:
        return canonical(language)
    language, has_script, script = code.partition(SCRIPT)
    if has_script:
        return canonical(f"{language}-{MMS_SCRIPTS[script]}") if script in MMS_SCRIPTS else ""
    return canonical(code.replace("_", "-"))
