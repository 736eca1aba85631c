"""What is asked back when a name or tag means several languages, and what is said when it means none."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from languages.codes import canonical
from languages.engine_codes import codes_of
from languages.errors import AmbiguousLanguage, UnknownLanguage
from languages.groups import Group, find_group
from languages.names import fold, line_of, lines_of, plain, tags_named
from languages.nearest import nearest, use_of
from languages.subtags import LONGEST, PRIVATE_LANGUAGES, PRIVATE_REGIONS, has_empty_part, parse, table

ROLES = {
    "speaks": ("mms", "omnivoice", "xtts", "espeak"),
    "listens": ("omniasr", "whisper"),
    "translates": ("nllb", "madlad", "apertium"),
}
"""What the models and programs of a list do in a language. Listed is not the same as good."""

SPECIAL = {
    "und": "stands for a language that nobody has determined",
    "mul": "stands for several languages at once",
    "mis": "stands for languages that have no code",
    "zxx": "stands for what is in no language",
}
"""Source: IANA language subtag registry, Scope: special."""


def ambiguous(asked: str, tags: tuple[str, ...]) -> AmbiguousLanguage:
    """The question which of several languages a name means."""
    from languages.registry import one_by_one

    group = group_meant(asked) or next((group for tag in tags if (group := find_group(tag))), None)
    if group and not set(tags) <= {*one_by_one(group), group.tag}:
        group = None
    count = len(tags) - bool(group and group.tag in tags)
    what = f"{_quoted(asked)} is the name of {count} languages."
    return AmbiguousLanguage(asked, what, _known(tags, group), group=group.tag if group else "")


def group_meant(text: str) -> Group | None:
    """The one group that a code or name stands for; None where it stands for none, or for several."""
    text = plain(text)
    if by_code := find_group(canonical(text) or text) or find_group(text.lower()):
        return by_code
    named = [row[0] for row in lines_of("groups.tsv") if fold(row[2]) == fold(text)] or tags_named(text)
    groups = [group for tag in named if (group := find_group(tag))]
    return groups[0] if len(groups) == 1 else None


@lru_cache
def listed_whole(tag: str) -> bool:
    """Whether lists of models have a macrolanguage by its own code only, and none of its members: ``kg``, ``ik``.

    Which member they mean is nobody's to say, but there is no other tag for what they do in it.
    """
    group = find_group(tag.partition("-")[0])
    if group is None or group.kind != "macrolanguage" or group.taken_for:
        return False
    return bool(_roles(group.tag)) and not any(_roles(canonical(member)) for member in group.members)


def _roles(tag: str) -> list[str]:
    return [role for role, lists in ROLES.items() if any(codes_of(name, tag) for name in lists)]


def told_of_none(group: Group) -> str:
    """What to do where a group's languages are not listed here."""
    one = next((f", {line_of('index.tsv', tag)[2]} ({tag}) for one" for tag in _said(group)), "")
    return f"Name one of them by its tag or name{one}."


def which_member(asked: str, tag: str) -> AmbiguousLanguage:
    """The question which member of a group is meant; of those used in the tag's region, where it names one."""
    from languages.regions import regions_of
    from languages.registry import one_by_one

    group = find_group(tag.partition("-")[0])
    if group is None:
        raise ValueError(f"{tag} is no group's tag.")
    parts = parse(tag)
    members = one_by_one(group)
    there = tuple(m for m in members if parts.region in regions_of(m)) if parts and parts.region else ()
    count = len(members) - (group.tag in members)
    what = f"{_quoted(asked)} ({group.name}) stands for {count} languages, not for one ({group.why})."
    return AmbiguousLanguage(asked, what, _known(there or members, group), group="" if there else group.tag)


def _known(tags: tuple[str, ...], group: Group | None = None) -> tuple[tuple[str, str, str], ...]:
    """(tag, English name, what machines do in it by published lists), the most used first.

    First those that a list takes the group's code for, then by what machines can do in them, by how many lists name
    them, and by how many countries they are used in.
    """
    from languages.registry import get_language

    first = {canonical(member) for member in (group.taken_for, *_said(group)) if member} if group else set[str]()
    found: list[tuple[tuple[int, ...], str, str, str]] = []
    for tag in tags:
        roles = _roles(tag)
        use = tuple(-n for n in (tag in first, len(roles), *use_of(tag)))
        found.append((use, tag, name_of(tag) or get_language(tag).name, ", ".join(roles) or "nothing"))
    return tuple(found[1:] for found in sorted(found))


def _said(group: Group) -> list[str]:
    """Members that stand in brackets where it is said what a group's code is taken for."""
    return re.findall(r"\(([a-z]{2,3})\)", group.why)


def name_of(tag: str) -> str:
    """The name of the member that a macrolanguage's tag is taken for (``ku`` → Northern Kurdish); empty for others."""
    group = find_group(tag)
    return group.taken_name if group and canonical(group.taken_for) == tag else ""


def told_of_group(tag: str) -> str:
    """What is to be told where a tag stands for several languages and is taken for one of them; empty for others."""
    group = find_group(tag)
    if group and listed_whole(tag):
        return (
            f"{group.name} ({group.tag}) is {len(group.members)} languages, and models name it by this code alone: "
            f"which one they mean is not said. `vernacast languages --of {group.tag}` shows their tags."
        )
    if group is None or not group.taken_for:
        return ""
    return (
        f"{group.name} ({group.tag}) is {len(group.members)} languages, here taken for {group.taken_name} "
        f"({group.why}). If you mean another, `vernacast languages --of {group.tag}` shows their tags."
    )


def unknown(asked: str) -> UnknownLanguage:
    """Why no language answers to a name or tag, and the nearest names that one does."""
    why = why_none(asked)
    return UnknownLanguage(_cut(asked), () if why else nearest(asked), why)


def why_none(asked: str) -> str:
    """What is wrong with a tag or name; empty where it is a name that nobody knows."""
    text = asked.strip()
    odd = next(((i, c) for i, c in enumerate(text) if unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn")), None)
    if not text:
        return "Nothing was named."
    if len(text) > LONGEST:
        return f"It has {len(text)} characters; no tag or name of a language has more than {LONGEST}."
    if odd:
        return f"Character {odd[0] + 1} of it is U+{ord(odd[1]):04X}, which no name is written with."
    if not any(c.isalpha() for c in text):
        return "There is no letter in it."
    tag = text.lower().replace("_", "-")
    head, _, rest = tag.partition("-")
    if len(fold(text)) < 2:
        return "One letter is no tag; a language with so short a name is found by its tag alone."
    if has_empty_part(text):
        meant = "-".join(re.findall(r"[a-z\d]+", tag))
        return f"A hyphen or underscore in it has nothing before or after it; {meant!r} may be meant."
    if PRIVATE_LANGUAGES.fullmatch(head) and (rest or len(head) == 3):
        return "It is for private use, so that only those who agreed on it know which language it is."
    if head in SPECIAL:
        return f"{head} {SPECIAL[head]}; a work needs one language by name."
    for code in (head, *tags_named(text)):
        if group := find_group(code):
            return f"{code} ({group.name}) stands for a group of languages, not for one ({group.why}). " + told_of_none(
                group
            )
    if head in table("withdrawn"):
        return f"{head} was withdrawn from ISO 639-3: {table('withdrawn')[head][1]}."
    return _wrong_subtag(tag, head, rest)


def _wrong_subtag(tag: str, head: str, rest: str) -> str:
    """Which part of what looks like a tag is not registered; empty where it does not look like one."""
    if not re.fullmatch(r"[a-z]{2,3}(-[a-z\d]{1,8})*", tag):
        return ""
    if not canonical(head):
        return f"{head} is not registered as the code of a language." if rest or len(head) == 2 else ""
    for part in rest.split("-") if rest else ():
        if part in table("variant"):
            of = [canonical(x) for x in table("variant")[part][0].split()]
            if of and canonical(head) not in of:
                return f"{part} is a variety of {', '.join(of)}, not of {head}."
        elif part.upper() in table("region-withdrawn"):
            return told_of_withdrawn(part)
        elif PRIVATE_REGIONS.fullmatch(part):
            return f"{part.upper()} is a region for private use."
        elif parse(f"{head}-{part}") is None:
            kind = "script" if len(part) == 4 and part.isalpha() else "region" if len(part) < 4 else "variety"
            return f"{part} is not registered as a {kind}."
    return "Its parts are not in the order language, script, region, variety, or one stands there twice."


def told_of_withdrawn(region: str) -> str:
    """What became of a country whose code was withdrawn: ``YU``."""
    see, name = table("region-withdrawn")[region.upper()]
    parts = ", ".join(f"{line_of('regions.tsv', code)[1]} ({code})" for code in see.split())
    return f"{region.upper()} ({name}) was withdrawn. In its place are {parts}."


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _quoted(text: str) -> str:
    return repr(_cut(text.strip()))
