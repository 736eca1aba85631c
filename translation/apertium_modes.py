"""Apertium's modes: their names as language tags, their files as pipelines of programs, one after another as routes.

Source: https://wiki.apertium.org/wiki/Modes and https://wiki.apertium.org/wiki/List_of_language_variants
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from languages.codes import canonical, iso639_3
from languages.engine_codes import codes
from translation.engine import Route

PROGRAMS = frozenset(
    (
        "apertium-anaphora",
        "apertium-interchunk",
        "apertium-postchunk",
        "apertium-posttransfer",
        "apertium-pretransfer",
        "apertium-tagger",
        "apertium-transfer",
        "cg-proc",
        "lrx-proc",
        "lsx-proc",
        "lt-proc",
        "rtx-proc",
    )
)
"""Programs that answer at each NUL when given ``-z``. A mode that wants another one is not run."""

MOST_HOPS = 3
BEST_PER_PAIR = 3
HOP_FACTOR = 0.95
"""What one more hop costs besides its own rank: errors of one hop mislead the next. Own estimate."""

EXCEPTIONS = {
    "cat_iec2017": "ca",
    "cat_valencia": "ca-valencia",
    "hbs_BS": "bs",
    "hbs_HR": "hr",
    "hbs_SR": "sr-Latn",
    "oci_aran": "oc-aranes",
    "oci_gascon": "oc-gascon",
}
"""Codes with a variant whose tag no rule gives. Others (``cat_valencia_uni``, ``cat_pre2017``) are further spellings of
a language that is there already; they are not offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """One installed direction."""

    name: str
    """``spa-cat``"""
    start: str
    end: str
    """Codes with ISO 639-3 languages, e.g. ``cat`` or ``cat_valencia``: what another mode can go on from."""
    source: str
    target: str
    """Canonical tags."""
    stages: tuple[tuple[str, ...], ...] = ()
    """Its programs with their arguments; empty where it is broken."""
    broken: str = ""
    """Why what is installed cannot run it, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A route with the modes that it goes over, in order."""

    route: Route
    modes: tuple[Mode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of a mode or a route."""

    rank: float = 0.5
    read: str = ""
    """Id of the route whose text was read: its own, or one that goes over it; empty where none was."""
    evidence: str = "never measured"
    broken: str = ""


def split_name(name: str) -> tuple[str, str] | None:
    """The two codes of a mode's name; None for debugging, tagging and other modes that are no translation."""
    parts = name.split("-")
    if len(parts) != 2 or not all(re.fullmatch(r"[a-z]{2,3}(_\w+)?", part) for part in parts):
        return None
    start, end = (_three_letters(part) for part in parts)
    return start, end


def _three_letters(code: str) -> str:
    language, _, variant = code.partition("_")
    # Apertium calls all of Serbo-Croatian hbs; the register would make Serbian of it.
    alpha3 = language if len(language) == 3 else iso639_3(canonical(language))
    return alpha3 + (f"_{variant}" if variant else "")


def tag_of(code: str) -> str:
    """The canonical tag of a code with an ISO 639-3 language, or empty for a further spelling or no language."""
    if code in EXCEPTIONS:
        return EXCEPTIONS[code]
    language, _, variant = code.partition("_")
    if variant and not re.fullmatch(r"[A-Z]{2}", variant):
        return ""
    return canonical(f"{language}-{variant}") if variant else codes("apertium").get(language) or canonical(language)


def parse_mode(text: str) -> tuple[tuple[str, ...], ...]:
    """The programs of a mode file with their arguments, each told to answer at NUL; no shell is involved.

    Raises:
        ValueError: it holds anything but known programs joined by ``|``; the message says what.
    """
    import shlex

    reader = shlex.shlex(text, posix=True, punctuation_chars="|&;<>()")
    reader.whitespace_split = True
    reader.commenters = ""
    stages: list[list[str]] = [[]]
    for word in reader:
        if word == "|":
            stages.append([])
        elif word == "$1":
            stages[-1].append("-g")  # the generator marks what it cannot form
        elif word == "$2":
            continue  # the tagger's wish to show ambiguity: none
        elif word and set(word) <= set("|&;<>()"):
            raise ValueError(f"it joins its programs by {word!r}")
        else:
            stages[-1].append(word)
    for stage in stages:
        if not stage or stage[0] not in PROGRAMS:
            raise ValueError(f"it needs {stage[0] if stage else 'a program that is not named'}")
    return tuple((stage[0], "-z", *stage[1:]) for stage in stages)


def ways_over(modes: tuple[Mode, ...], table: dict[str, Evidence]) -> tuple[Way, ...]:
    """All ways over these modes: up to three hops, the best few of each pair, broken modes as they are.

    Ordered by source, target, falling rank. A route's rank is the product of its modes' ranks, a little less
    for each further hop, unless the table knows the route itself.
    """
    ways: list[Way] = []
    whole: list[Mode] = []
    for mode in modes:
        known = _of_mode(mode, table)
        if broken := mode.broken or known.broken:
            route = _route((mode,), Evidence(rank=0.0, evidence=known.evidence, broken=broken))
            ways.append(Way(route=route, modes=(mode,)))
        else:
            whole.append(mode)
    by_pair: dict[tuple[str, str], list[Way]] = {}
    for path in _paths(tuple(whole)):
        way = Way(route=_route(path, _known(path, table)), modes=path)
        by_pair.setdefault((way.route.source, way.route.target), []).append(way)
    for found in by_pair.values():
        ways += sorted(found, key=_order)[:BEST_PER_PAIR]
    return tuple(sorted(ways, key=_order))


def _order(way: Way) -> tuple[str, str, float, int, str]:
    route = way.route
    return route.source, route.target, -route.rank, route.hops, route.id


def _paths(modes: tuple[Mode, ...]) -> list[tuple[Mode, ...]]:
    paths = [(mode,) for mode in modes]
    newest = paths
    for _ in range(MOST_HOPS - 1):
        newest = [
            (*path, mode)
            for path in newest
            for mode in modes
            # The same language twice, in any spelling, is a detour.
            if mode.start == path[-1].end and mode.target not in {path[0].source, *(m.target for m in path)}
        ]
        paths = paths + newest
    return paths


def _known(path: tuple[Mode, ...], table: dict[str, Evidence]) -> Evidence:
    if known := table.get(_id(path)):
        return known
    parts = [_of_mode(mode, table) for mode in path]
    rank = HOP_FACTOR ** (len(path) - 1)
    for part in parts:
        rank *= part.rank
    said = (f"{mode.name}: {part.evidence}" for mode, part in zip(path, parts, strict=True))
    return Evidence(rank=round(rank, 3), evidence=" · ".join(said) if len(path) > 1 else parts[0].evidence)


def _of_mode(mode: Mode, table: dict[str, Evidence]) -> Evidence:
    """A further variety of a language shares what is known of its pair, unless it has a row of its own."""
    plain = "-".join(code.partition("_")[0] for code in mode.name.split("-"))
    return table.get(mode.name) or table.get(plain) or Evidence()


def _id(path: tuple[Mode, ...]) -> str:
    return ">".join(mode.name for mode in path)


def _route(path: tuple[Mode, ...], known: Evidence) -> Route:
    return Route(
        id=_id(path),
        source=path[0].source,
        target=path[-1].target,
        hops=len(path),
        rank=known.rank,
        evidence=known.evidence,
        broken=known.broken,
    )
