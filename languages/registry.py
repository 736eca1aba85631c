"""The register of languages: found by tag, code or name; canonical BCP 47 out.

Identity comes from CLDR, the IANA registry and SIL, in tables that ``scripts/build_index.py`` and
``scripts/build_names.py`` make; what only people know stands in one small file per language in ``languages/data``.
Nothing is loaded before it is asked for.
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from languages.codes import broken_tag, canonical, direction_of, iso639_3, of_locale
from languages.engine_codes import LISTS, listed, tag_of, tags
from languages.groups import Group, find_group, leaves_open
from languages.language import Language
from languages.names import DATA, also_named, fold, line_of, plain, tags_named
from languages.subtags import LONGEST, UNKNOWN, Parts, parse, table

CLDR = "CLDR 48.2 and the IANA language subtag registry of 2025-08-25"
SIL = "SIL langtags of 2026-06-25"
CORPORA = "codes of Omnilingual ASR and FLORES-200"
SOURCES = {"cldr": CLDR, "sil": SIL, "corpora": CORPORA}

Table = dict[str, object]


@lru_cache
def _ids() -> frozenset[str]:
    """Tags that have a file of their own."""
    return frozenset(path.stem for path in DATA.glob("*.toml"))


@lru_cache
def _file(tag: str) -> Table:
    """What people wrote down of a language; empty where they did not."""
    if tag not in _ids():
        return {}
    import tomllib

    return tomllib.loads((DATA / f"{tag}.toml").read_text(encoding="utf-8"))


def candidates(text: str) -> tuple[str, ...]:
    """Canonical tags of all languages that answer to a tag, code or name: none, one, or several to choose from.

    Tags and codes win over names: ``ga`` is Irish, though there is a language called Ga. Written as a name is, *Ga*
    is a question. So is *Aja*, the name of two languages, and *Quechua*, of which there are 44.
    """
    if len(text) > LONGEST or len(text := plain(text)) < 2 or broken_tag(text):
        return ()
    tag = _tag_or_code(text)
    if tag and not (text.istitle() and text.isalpha()):
        return (tag,)
    group = None if tag else find_group(text.lower())
    if group and not text.istitle():
        return one_by_one(group)
    named = tuple(dict.fromkeys(one for found in tags_named(text) for one in _each(found)))
    found = tuple(dict.fromkeys((*((tag,) if tag else ()), *named)))
    return found or (one_by_one(group) if group else _by_foreign_name(text))


def _tag_or_code(text: str) -> str:
    """The canonical tag of a tag, of the name of a locale or of a model's code; empty where it is none.

    Lists come first, but for what is a tag by its form (XTTS's ``zh-cn``): they drop the script of a code where they
    have the language in one script only (``bsk_Latn``).
    """
    tag = "" if "_" in text else canonical(text)
    return tag or listed(text) or canonical(text.replace("_", "-")) or of_locale(text) or tag_of(text)


def _each(tag: str) -> tuple[str, ...]:
    """The languages that a name's tag stands for: itself, or the members of a group that the name leaves open."""
    group = find_group(tag)
    if group is None or not group.asks_by_name:
        return (canonical(tag),)
    return one_by_one(group)


def one_by_one(group: Group) -> tuple[str, ...]:
    """Canonical tags of the members of a group; and its own, where lists of models have no other for any of them."""
    from languages.questions import listed_whole

    members = dict.fromkeys(found for member in group.members if (found := canonical(member)))
    return (*members, group.tag) if listed_whole(group.tag) else tuple(members)


def _by_foreign_name(text: str) -> tuple[str, ...]:
    """The tag of what CLDR or Wiktionary call so in any language, with or without accents, or none.

    The library has one tag for a macrolanguage and the members that CLDR takes it for, so that where those have tags of
    their own nobody can say which is meant: *Fante* is Akan there.
    """
    import langcodes
    from language_data.names import TRIES, normalize_name

    for written in dict.fromkeys((text, fold(text))):
        try:
            tag = str(langcodes.find(written, "und"))
        except (LookupError, ValueError):  # its index stumbles over some control characters
            continue
        # The index also answers to mere beginnings, so that «Klingonn» would be taken for Klingon.
        if normalize_name(written) in TRIES["und/name_to_language"] and (found := canonical(tag)):
            group = find_group(found)
            members = one_by_one(group) if group else ()
            lost = (m for m in members if m != found and langcodes.standardize_tag(m, macro=True) == found)
            return (found, *members) if any(lost) and not leaves_open(found) else _each(found)
    return ()


def also_called(text: str, tag: str) -> tuple[str, ...]:
    """Other canonical tags that answer to what was typed, though it was taken for this one; none where it is plain.

    A code may be a name (``nko`` is Nkonya's code, and N'Ko), a name another language's in another tongue (*mongol*),
    the code of a macrolanguage another member's (``no``), a foreign name another's with the same last word (*tarasco*:
    Western Highland Purepecha, or Purepecha), and that of a variety its language's (*Gascon*).
    """
    text = plain(text[:LONGEST])
    if broken_tag(text):
        return ()
    found = [one for named in (*tags_named(text), *also_named(text)) for one in _each(named)]
    code = text.lower().replace("_", "-").partition("-")[0]
    group = find_group(code)
    if group and group.kind == "macrolanguage" and canonical(code) != code:
        found += one_by_one(group)
    elif _tag_or_code(text):
        pass
    elif (parts := parse(tag)) and (parts.script or parts.variants):
        found.append(parts.language)
    elif not found:
        *first, last_word = get_language(tag).name.split()
        last = () if first[-1:] == ["Creole"] else tags_named(last_word)  # Jamaican Creole English is not English
        found += [one for one in last if len(last) == 1 and not find_group(one)]
    return tuple(one for one in dict.fromkeys(found) if one not in ("", tag))


def find_language(text: str) -> Language | None:
    """The language with this tag, code or name (any case, with or without accents), or None.

    None, too, where a name is that of several: ``candidates`` has them.
    """
    found = candidates(text)
    return _language(found[0]) if len(found) == 1 else None


def get_language(text: str) -> Language:
    """The language with this tag, code or name.

    A macrolanguage's tag gives its own entry, even where it leaves open which language is meant (``qu``): for work
    that needs one, take ``get_one_language``.

    Raises:
        AmbiguousLanguage: it is the name of several languages, or the code of a collection; it carries them.
        UnknownLanguage: there is none; it carries the nearest names, and says what is wrong with it.
    """
    found = candidates(text)
    if len(found) == 1:
        return _language(found[0])
    from languages.questions import ambiguous, unknown, which_member

    code = plain(text[:LONGEST]).lower().replace("_", "-").partition("-")[0]
    group = find_group(code)
    if group and group.members and not broken_tag(plain(text[:LONGEST])):
        raise which_member(text, code)
    raise ambiguous(text, found) if found else unknown(text)


def get_one_language(text: str) -> Language:
    """The one language that is meant, to write, speak or hear in.

    Raises:
        AmbiguousLanguage: it is the name of several languages, or the code of a macrolanguage that nobody takes for
            one of its members alone (``qu``), while lists of models tell them apart; it carries them.
        UnknownLanguage: there is none.
    """
    language = get_language(text)
    if leaves_open(language.tag):
        from languages.questions import listed_whole, which_member

        if not listed_whole(language.tag):
            raise which_member(text, language.tag)
    return language


@lru_cache(16384)
def _language(tag: str) -> Language:
    own = _file(tag)
    parts = (parse(tag) if "-" in tag else None) or Parts(language=tag)
    row = line_of("index.tsv", parts.language)
    script, read = _script(tag, parts, row)
    sources = cast("dict[str, str]", own.get("sources", {}))
    whole = tag == parts.language
    autonym = str(own.get("autonym") or (row[3] if whole else table("autonym").get(tag, ("", ""))[1]))
    other = row[9].split(" | ") if whole and row[9] else []
    return Language(
        tag=tag,
        iso639_3=iso639_3(tag),
        name=_english(tag, parts, row),
        autonym=autonym,
        script=script,
        direction=direction_of(script),
        names=tuple(dict.fromkeys((*cast("list[str]", own.get("other_names", [])), *other))),
        sources=_sources(read, row[4] if whole else "", sources),
    )


def _sources(script: str, autonym: str, own: dict[str, str]) -> tuple[tuple[str, str], ...]:
    told = {"names": CLDR, "autonym": SIL if autonym == "sil" else "", "script": script} | own
    return tuple((fact, source) for fact, source in told.items() if source)


def _script(tag: str, parts: Parts, row: list[str]) -> tuple[str, str]:
    """(script, where it was read); ``unknown`` where nothing says it, or sources contradict each other."""
    if parts.script:
        return parts.script, "the tag"
    there = table("likely").get(f"{parts.language}-{parts.region}") if parts.region else None
    if there:
        return there[0], CLDR
    return (row[6] or UNKNOWN), SOURCES.get(row[7], "")


def _english(tag: str, parts: Parts, row: list[str]) -> str:
    """The English name: ``Serbian (Latin)``, ``Portuguese (Brazil)``."""
    own = cast("dict[str, str]", _file(tag).get("names", {})).get("en")
    if own:
        return own
    if tag in table("name"):  # Dari is not called Persian (Afghanistan)
        return table("name")[tag][1]
    if tag == parts.language:
        return row[2]
    said = [table("script")[parts.script][1]] if parts.script else []
    said += [line_of("regions.tsv", parts.region)[1]] if parts.region else []
    said += [table("variant")[v][1] for v in parts.variants]
    extensions, _, private = f"{parts.rest}-".partition("-x-")
    said += [f"extension {extensions.strip('-')}"] if extensions.strip("-") else []
    said += [f"private use: {private.strip('-')}"] if private else []
    return f"{row[2]} ({', '.join(said)})" if said else row[2]


@lru_cache
def all_languages() -> tuple[Language, ...]:
    """Every language that a published list names or that has a file of its own, by tag.

    The lists are the table of coverage and those of ``engine_codes``; their scripts and regions are not counted apart.
    All others that have a tag are found too when they are asked for.
    """
    from languages.evidence import listed_tags

    by_lists = (tag.partition("-")[0] for name in LISTS for tag in tags(name))
    return tuple(_language(tag) for tag in sorted({*_ids(), *listed_tags(), *by_lists}))


def regions_on_file(tag: str) -> tuple[str, ...]:
    """Countries that a language's own file names; empty where it names none."""
    return tuple(cast("list[str]", _file(tag).get("regions", [])))


def fallback_voices(tag: str) -> tuple[tuple[str, str], ...]:
    """(related language whose voice may read this one where people allow it, what is known of how it sounds)."""
    return tuple(cast("dict[str, str]", _file(tag).get("fallbacks", {})).items())
