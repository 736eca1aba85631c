"""The register of languages: found by tag, code or name; canonical BCP 47 out.

Identity comes from the libraries ``langcodes`` and ``language-data`` (CLDR, IANA, Wikidata); what only people know
stands in one small file per language in ``languages/data``. Nothing is loaded before it is asked for.
"""

from __future__ import annotations

import difflib
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import cast

from languages.errors import UnknownLanguage
from languages.language import Language

RTL_SCRIPTS = frozenset(
    ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi")
)
"""Scripts in living use that run from right to left. Source: Unicode Standard Annex 9 and the property
Bidi_Class of their letters (R or AL)."""

ALIASES = {"oc-aran": "oc-aranes", "ca-valencian": "ca-valencia"}

Table = dict[str, object]


@lru_cache
def _files() -> dict[str, Table]:
    """The per-language files, by tag."""
    folder = files("languages") / "data"
    found: dict[str, Table] = {}
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".toml"):
            found[entry.name.removesuffix(".toml")] = tomllib.loads(entry.read_text(encoding="utf-8"))
    return found


@lru_cache
def _listed() -> dict[str, tuple[str, str]]:
    """ISO 639-3 code → (English name, canonical tag) for every language in the coverage table."""
    from languages.evidence import rows

    return {row.iso639_3: (row.name, _canonical(row.iso639_3)) for row in rows()}


def _fold(text: str) -> str:
    """Without case, accents and doubled spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@lru_cache
def _names() -> dict[str, str]:
    """Folded name → tag; hand-written names win over listed ones."""
    names: dict[str, str] = {}
    for name, tag in _listed().values():
        names.setdefault(_fold(name), tag)
        names.setdefault(_fold(name.partition(" (")[0]), tag)
    for tag, table in _files().items():
        own = [str(table.get("autonym", "")), *cast("dict[str, str]", table.get("names", {})).values()]
        own += cast("list[str]", table.get("other_names", []))
        names.update({_fold(name): tag for name in own if name})
    return names


@lru_cache(4096)
def _canonical(text: str) -> str:
    """The canonical tag of a well-formed, registered tag, or empty."""
    import langcodes

    text = ALIASES.get(text.lower(), text)
    try:
        tag = langcodes.standardize_tag(text, macro=True)
        language = langcodes.Language.get(tag)
    except ValueError:  # LanguageTagError is one
        return ""
    if language.language in (None, "und") or not language.is_valid():
        return ""
    return tag


def find_language(text: str) -> Language | None:
    """The language with this tag, code or name (any case, with or without accents), or None."""
    text = text.strip()
    if not text or len(text) > 100:
        return None
    by_name = _names().get(_fold(text))
    tag = by_name or _canonical(text.replace("_", "-"))
    if not tag:
        tag = _by_cldr_name(text)
    return _language(tag) if tag else None


def _by_cldr_name(text: str) -> str:
    import langcodes

    try:
        return langcodes.find(text).to_tag()
    except (LookupError, ValueError):  # its index stumbles over some control characters
        return ""


@lru_cache(4096)
def _language(tag: str) -> Language:
    import langcodes

    known = langcodes.Language.get(tag)
    table = _files().get(tag, {})
    base = _files().get(str(known.language), {})
    script = str(table.get("script") or known.script or base.get("script") or known.maximize().script or "unknown")
    names = cast("dict[str, str]", table.get("names", {}))
    iso = known.to_alpha3(variant="T") if known.language and len(known.language) == 2 else str(known.language)
    listed = _listed().get(iso)
    name = names.get("en") or (listed[0] if listed and not known.territory else "") or known.display_name()
    sources = cast("dict[str, str]", table.get("sources", {}))
    direction = str(table.get("direction") or "")
    if not direction and script != "unknown":
        direction = "rtl" if script in RTL_SCRIPTS else "ltr"
    return Language(
        tag=tag,
        iso639_3=str(table.get("iso639_3") or base.get("iso639_3") or iso),
        name=name,
        autonym=str(table.get("autonym", "")) or _autonym(known.to_tag()),
        script=script,
        direction=direction or "unknown",
        sentence_end=str(table.get("sentence_end") or base.get("sentence_end") or ""),
        names=tuple(cast("list[str]", table.get("other_names", []))),
        sources=tuple(sources.items()) or (("identity", "langcodes and language-data (CLDR, IANA)"),),
    )


def _autonym(tag: str) -> str:
    import langcodes

    language = langcodes.Language.get(tag)
    name = language.autonym()
    # Where no autonym is known, the library answers with the English name.
    return "" if name in (tag, language.display_name()) or name.startswith("Unknown language") else name


def get_language(text: str) -> Language:
    """The language with this tag, code or name.

    Raises:
        UnknownLanguage: there is none; it carries the nearest names.
    """
    found = find_language(text)
    if found is None:
        close = difflib.get_close_matches(_fold(text), [*_names(), *_files()], n=3, cutoff=0.6)
        raise UnknownLanguage(text, tuple(f"{n} ({_names().get(n, n)})" for n in close))
    return found


def all_languages() -> tuple[Language, ...]:
    """Every language of the coverage table and of the hand-written files, by tag."""
    tags = {*_files(), *(tag for _, tag in _listed().values() if tag)}
    return tuple(_language(tag) for tag in sorted(tags))


def fallback_voices(tag: str) -> tuple[tuple[str, str], ...]:
    """(related language whose voice may read this one where people allow it, what is known of how it sounds)."""
    table = cast("dict[str, str]", _files().get(tag, {}).get("fallbacks", {}))
    return tuple(table.items())
