"""Apertium's modes on this machine: what they translate, how well, and how they are chained."""

from __future__ import annotations

import csv
import os
import shlex
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from translation.engine import Route

CODES = {
    "spa": "es", "eng": "en", "fra": "fr", "cat": "ca", "arg": "an", "epo": "eo", "glg": "gl", "oci": "oc",
    "por": "pt", "ita": "it", "ron": "ro", "srd": "sc", "nno": "nn", "nob": "nb", "swe": "sv", "dan": "da",
    "isl": "is", "pol": "pl", "ind": "id", "zlm": "ms", "urd": "ur", "hin": "hi", "rus": "ru", "ukr": "uk",
    "bel": "be", "bul": "bg", "mkd": "mk", "slv": "sl", "afr": "af", "nld": "nl", "eus": "eu", "bre": "br",
    "hbs": "sh",
}  # fmt: skip
"""ISO 639-3 → 639-1 where BCP 47 prefers it. Source: IANA language subtag registry (Suppress or shortest code)."""

FLAVOURS = {
    "cat_valencia": "ca-valencia",
    "oc_aran": "oc-aranes",
    "oci_aran": "oc-aranes",
    "oci_gascon": "oc-gascon",
    "por_BR": "pt-BR",
    "pt_BR": "pt-BR",
    "pt_PT": "pt-PT",
    "hbs_HR": "hr",
    "hbs_SR": "sr",
    "hbs_BS": "bs",
    "eng_US": "en-US",
}
"""Modes whose target is a variety of its own. Other suffixes (spelling norms, older data) are not offered."""

HOP_PENALTY = 0.95
UNKNOWN_RANK = 0.5
MOST_HOPS = 3
MOST_ROUTES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """One installed mode."""

    name: str
    source: str
    target: str
    path: Path
    rank: float
    evidence: str
    broken: str


def modes_folder() -> Path:
    """Where modes are installed: ``APERTIUM_DATADIR`` as for the apertium program, else the system's place."""
    return Path(os.environ.get("APERTIUM_DATADIR", "/usr/share/apertium")) / "modes"


def tag_of(code: str) -> str:
    """The canonical tag of one of Apertium's codes, or empty for a flavour that is not offered."""
    if code in FLAVOURS:
        return FLAVOURS[code]
    if "_" in code or not code.isascii() or not code.islower():
        return ""
    return CODES.get(code, code if len(code) in (2, 3) else "")


@lru_cache
def _known() -> dict[str, dict[str, str]]:
    text = (files("translation") / "data" / "apertium_modes.tsv").read_text(encoding="utf-8")
    rows = [row for row in text.splitlines() if not row.startswith("#")]
    return {row["mode"]: row for row in csv.DictReader(rows, delimiter="\t")}


def installed_modes(folder: Path | None = None) -> tuple[Mode, ...]:
    """Every installed mode that translates from one language or variety to another."""
    modes: list[Mode] = []
    for path in sorted((folder or modes_folder()).glob("*.mode")):
        parts = path.stem.split("-")
        if len(parts) != 2:  # debug modes, older data, other front ends: spa-ast-old, eco-es-fr, es-eo-no_cg
            continue
        source, target = map(tag_of, parts)
        if not source or not target or source == target:
            continue
        known = _known().get(path.stem, {})
        rank = float(known.get("rank") or UNKNOWN_RANK)
        evidence = known.get("evidence") or "never measured"
        broken = known.get("broken") or ""
        modes.append(
            Mode(name=path.stem, source=source, target=target, path=path, rank=rank, evidence=evidence, broken=broken)
        )
    return tuple(modes)


def compose(modes: tuple[Mode, ...]) -> tuple[Route, ...]:
    """All single modes, and for each pair of languages the best ways over one or two others.

    A pivot's rank is the product of its steps' ranks, less a little for every step. Broken modes are offered
    alone, with their reason, and never within a pivot.
    """
    routes = [_route((mode,)) for mode in modes]
    sound = [mode for mode in modes if not mode.broken]
    ways: dict[tuple[str, str], list[tuple[Mode, ...]]] = {}
    paths: list[tuple[Mode, ...]] = [(mode,) for mode in sound]
    for _ in range(MOST_HOPS - 1):
        paths = [
            (*path, mode)
            for path in paths
            for mode in sound
            if mode.source == path[-1].target and mode.target not in {path[0].source, *(m.target for m in path)}
        ]
        for path in paths:
            ways.setdefault((path[0].source, path[-1].target), []).append(path)
    for found in ways.values():
        best = sorted((_route(path) for path in found), key=lambda r: (-r.rank, r.hops, r.id))
        routes += best[:MOST_ROUTES]
    return tuple(sorted(routes, key=lambda r: (r.source, r.target, -r.rank, r.hops, r.id)))


def _route(path: tuple[Mode, ...]) -> Route:
    rank = HOP_PENALTY ** (len(path) - 1)
    for mode in path:
        rank *= mode.rank
    evidence = path[0].evidence if len(path) == 1 else "; ".join(f"{m.name}: {m.evidence}" for m in path)
    return Route(
        id=">".join(mode.name for mode in path),
        source=path[0].source,
        target=path[-1].target,
        hops=len(path),
        rank=round(rank, 3),
        evidence=evidence,
        broken=path[0].broken if len(path) == 1 else "",
    )


def pipeline(path: Path) -> tuple[tuple[str, ...], ...]:
    """The commands of a mode, each with ``-z`` (answers are flushed at a zero byte), ready to be started.

    ``$1`` is the generator's flag ``-g`` (unknown words are marked), ``$2`` is empty, as the apertium script has
    it. Data that a package put into a folder of another name is found by its file name.

    Raises:
        FileNotFoundError: a data file is nowhere to be found.
    """
    commands: list[tuple[str, ...]] = []
    for stage in path.read_text(encoding="utf-8").strip().split("|"):
        words = [_data(word) for word in shlex.split(stage.replace("$1", "-g").replace("$2", ""))]
        commands.append((words[0], "-z", *words[1:]))
    return tuple(commands)


def _data(word: str) -> str:
    if not word.startswith("/") or Path(word).exists():
        return word
    place = Path(word)
    elsewhere = sorted(place.parent.parent.glob(f"apertium-*/{place.name}"))
    if not elsewhere:
        raise FileNotFoundError(word)
    return str(elsewhere[0])
