"""The register of languages: found by tag, code or name; canonical BCP 47 out.

Identity comes from the libraries ``langcodes`` and ``language-data`` (CLDR, IANA); what only people know
stands in one small file per language in ``languages/data``. Nothing is loaded before it is asked for.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import cast

from languages.codes import HOLDS, canonical, direction_of, iso639_3, likely_script
from languages.errors import UnknownLanguage
from languages.language import Language

CLDR = "CLDR and IANA, as carried by langcodes and language-data"
CORPORA = "codes of Omnilingual ASR and FLORES-200"

Table = dict[str, object]


@lru_cache
def _ids() -> frozenset[str]:
    """Tags that have a file of their own."""
    from importlib.resources import files

    names = (entry.name for entry in (files("languages") / "data").iterdir())
    return frozenset(n.removesuffix(".toml") for n in names if n.endswith(".toml"))


@lru_cache
def _file(tag: str) -> Table:
    """What people wrote down of a language; empty where they did not."""
    if tag not in _ids():
        return {}
    import tomllib
    from importlib.resources import files

    return tomllib.loads((files("languages") / "data" / f"{tag}.toml").read_text(encoding="utf-8"))


def _fold(text: str) -> str:
    """Letters and digits alone, without case and accents, words one space apart."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = (c if c.isalnum() or unicodedata.category(c) == "Mc" else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(bare).replace("  ", " ").split())


@lru_cache
def _names() -> dict[str, str]:
    """Folded name → tag; hand-written names win over listed ones."""
    from languages.evidence import listed_tags, rows_of

    names: dict[str, str] = {}
    for tag in listed_tags():
        for row in rows_of(tag):
            names.setdefault(_fold(row.name), tag)
    for tag in listed_tags():  # whole names come first: «Aja (Benin)» must not take the name of another Aja
        for row in rows_of(tag):
            names.setdefault(_fold(row.name.partition(" (")[0]), tag)
    for tag in sorted(_ids()):
        own = [str(_file(tag).get("autonym", "")), *cast("dict[str, str]", _file(tag).get("names", {})).values()]
        own += cast("list[str]", _file(tag).get("other_names", []))
        names.update({_fold(name): tag for name in own if name})
    names.pop("", None)
    return names


def _by_cldr_name(text: str) -> str:
    """The canonical tag of what CLDR calls by this name in English, or else in any of its languages; or empty."""
    import langcodes
    from language_data.names import TRIES, normalize_name

    for language in ("en", "und"):
        try:
            tag = str(langcodes.find(text, language))
        except (LookupError, ValueError):  # its index stumbles over some control characters
            continue
        # The index also answers to mere beginnings, so that «Klingonn» would be taken for Klingon.
        if normalize_name(text) in TRIES[f"{language}/name_to_language"]:
            return canonical(tag)
    return ""


def find_language(text: str) -> Language | None:
    """The language with this tag, code or name (any case, with or without accents), or None.

    Tags and codes win over names: ``ga`` is Irish, though there is a language called Ga.
    """
    text = text.strip()
    if not text or len(text) > 100:
        return None
    tag = canonical(text.replace("_", "-")) or _names().get(_fold(text), "") or _by_cldr_name(text)
    return _language(tag) if tag else None


@lru_cache(4096)
def _language(tag: str) -> Language:
    table = _file(tag)
    script, read = _script(tag)
    language = tag.partition("-")[0]
    # A file speaks for its language's other tags (es-MX) as long as they are written in the same script.
    base = _file(language) if _file(language).get("script") == script else {}
    sources = cast("dict[str, str]", table.get("sources", {}))
    return Language(
        tag=tag,
        iso639_3=iso639_3(tag),
        name=_english(tag),
        autonym=str(table.get("autonym", "")) or ("" if table else _autonym(tag)),
        script=script,
        direction=str(table.get("direction") or direction_of(script)),
        sentence_end=str(table.get("sentence_end") or base.get("sentence_end") or ""),
        names=tuple(cast("list[str]", table.get("other_names", []))),
        sources=tuple(sources.items()) or (("names", CLDR), *((("script", read),) if read else ())),
    )


def _script(tag: str) -> tuple[str, str]:
    """(script, where it was read); ``unknown`` where nothing says it, or sources contradict each other."""
    table = _file(tag)
    if table:
        return str(table["script"]), cast("dict[str, str]", table["sources"])["script"]
    likely = likely_script(tag)
    if f"-{likely}" in tag:
        return likely, "the tag"
    from languages.evidence import corpus_scripts

    listed = corpus_scripts(tag)
    if likely and (not listed or listed & {likely, HOLDS.get(likely)}):
        return likely, CLDR
    if not likely and len(listed) == 1:
        return min(listed), CORPORA
    return "unknown", ""


def _english(tag: str) -> str:
    import langcodes

    own = cast("dict[str, str]", _file(tag).get("names", {})).get("en")
    if own:
        return own
    if "-" not in tag:
        from languages.evidence import rows_of

        listed = next((row.name for row in rows_of(tag) if row.iso639_3 == iso639_3(tag)), "")
        if listed:
            return listed
    return langcodes.Language.get(tag).display_name()


def _autonym(tag: str) -> str:
    import langcodes

    language = langcodes.Language.get(tag)
    name = language.autonym()
    # What the library does not know, it says in English, be it the whole name or the language in «Chinese（Taiwan）».
    english = {language.display_name(), f"Unknown language [{tag}]", tag} if language.language != "en" else {tag}
    partly = "-" in tag and language.language != "en" and name.startswith(language.language_name())
    return "" if partly or name in english else name


def get_language(text: str) -> Language:
    """The language with this tag, code or name.

    Raises:
        UnknownLanguage: there is none; it carries the nearest names.
    """
    found = find_language(text)
    if found is None:
        from difflib import get_close_matches

        known = {**{tag: tag for tag in _ids()}, **_names()}
        close = get_close_matches(_fold(text[:100]), known, n=12, cutoff=0.6)
        nearest: dict[str, str] = {}
        for name in close:
            nearest.setdefault(known[name], name)
        raise UnknownLanguage(text, tuple(f"{name} ({tag})" for tag, name in list(nearest.items())[:3]))
    return found


def all_languages() -> tuple[Language, ...]:
    """Every language of the coverage table and of the hand-written files, by tag."""
    from languages.evidence import listed_tags

    return tuple(_language(tag) for tag in sorted({*_ids(), *listed_tags()}))


def fallback_voices(tag: str) -> tuple[tuple[str, str], ...]:
    """(related language whose voice may read this one where people allow it, what is known of how it sounds)."""
    return tuple(cast("dict[str, str]", _file(tag).get("fallbacks", {})).items())
