"""What of Apertium is installed here: modes, what is known of them, versions of their packages. Starts nothing."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

from translation.apertium_modes import Evidence, Mode, Way, parse_mode, split_name, tag_of, ways_over

DATADIR = "/usr/share/apertium"
DPKG = Path("/var/lib/dpkg")
TOOLS = ("apertium", "apertium-anaphora", "apertium-lex-tools", "apertium-separable", "cg3", "lttoolbox")
"""Packages whose programs take part in every mode."""


def data_folder() -> Path:
    """Where Apertium's data is: ``APERTIUM_DATADIR``, which Apertium itself obeys, or its usual place."""
    return Path(os.environ.get("APERTIUM_DATADIR") or DATADIR)


def find_program(name: str) -> bool:
    """Whether a program of this name can be started."""
    from shutil import which

    return which(name) is not None


@lru_cache
def evidence() -> dict[str, Evidence]:
    """What was measured or read, by mode or route; from ``data/apertium_routes.tsv``."""
    table: dict[str, Evidence] = {}
    from importlib.resources import files  # here and below: slow to import, and a card needs none of it

    text = (files("translation") / "data" / "apertium_routes.tsv").read_text(encoding="utf-8")
    for row in text.splitlines():
        if row and not row.startswith("#"):
            name, rank, read, said, broken = [*row.split("\t"), ""][:5]
            read = {"=": name, "-": ""}.get(read, read)
            table[name] = Evidence(rank=float(rank), read=read, evidence=said, broken=broken)
    return table


@lru_cache
def ways(folder: Path) -> dict[str, Way]:
    """All routes that what is installed offers, by id, broken ones included."""
    modes = [mode for path in sorted((folder / "modes").glob("*.mode")) if (mode := _mode(path))]
    return {way.route.id: way for way in ways_over(tuple(modes), evidence())}


def _mode(path: Path) -> Mode | None:
    codes = split_name(path.stem)
    if codes is None:
        return None
    start, end = codes
    source, target = tag_of(start), tag_of(end)
    if not source or not target or source == target:
        return None
    broken = ""
    stages: tuple[tuple[str, ...], ...] = ()
    try:
        stages = tuple(
            (stage[0], *(_mended(word) for word in stage[1:])) for stage in parse_mode(path.read_text(encoding="utf-8"))
        )
        broken = _lacking(stages)
    except (ValueError, OSError) as error:
        broken = f"The mode {path.stem} cannot be run: {error}."
    return Mode(name=path.stem, start=start, end=end, source=source, target=target, stages=stages, broken=broken)


def _lacking(stages: tuple[tuple[str, ...], ...]) -> str:
    """Why what the programs need is not there, or empty."""
    for program, *words in stages:
        if not find_program(program):
            return f"The program {program} is not installed. Install the package that `apt-file search` names."
        for word in words:
            if word.endswith((".bin", ".prob")) and not Path(word).is_file():
                return f"The file {word} is not installed, though the mode names it. Reinstall its package."
    return ""


def _mended(word: str) -> str:
    """A file's path as it is on disk.

    The modes es-eo and ca-eo of Debian 12 name the folder apertium-eo-es where the files are in
    apertium-es-eo (and likewise eo-ca): https://packages.debian.org/bookworm/all/apertium-eo-es/filelist
    """
    if not word.startswith("/") or Path(word).exists():
        return word
    swapped = re.sub(r"/apertium-(\w+)-(\w+)/(?=[^/]+$)", r"/apertium-\2-\1/", word)
    return swapped if Path(swapped).exists() else word


def versions_of(folder: Path, way: Way) -> dict[str, str]:
    """Versions of the programs and of each mode's package; digests of the data where no package is known."""
    packages, owners = _packages(), _owners(folder)
    found = {name: packages[name] for name in TOOLS if name in packages}
    for mode in way.modes:
        owner = owners.get(mode.name, "")
        if owner in packages:
            found[owner] = packages[owner]
        else:
            found[mode.name] = _digest(mode.stages)
    return found


@lru_cache
def _packages() -> dict[str, str]:
    """Versions of Apertium's packages, from dpkg's own file; empty on a system without dpkg."""
    try:
        status = (DPKG / "status").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return {}
    found: dict[str, str] = {}
    for entry in re.finditer(r"^Package: (apertium\S*|cg3|lttoolbox)\n(?:.+\n)*?Version: (.+)$", status, re.M):
        found[entry.group(1)] = entry.group(2)
    return found


@lru_cache
def _owners(folder: Path) -> dict[str, str]:
    """Mode → package, from dpkg's lists of files."""
    owners: dict[str, str] = {}
    for listed in sorted((DPKG / "info").glob("apertium-*.list")):
        for mode in re.findall(rf"^{re.escape(str(folder))}/modes/(.+)\.mode$", listed.read_text(), re.M):
            owners[mode] = listed.stem
    return owners


@lru_cache
def _digest(stages: tuple[tuple[str, ...], ...]) -> str:
    """Digest of a mode's programs and files, for data that no package brought."""
    from hashlib import sha256

    digest = sha256(repr(stages).encode())
    for stage in stages:
        for word in stage[1:]:
            if word.startswith("/") and Path(word).is_file():
                digest.update(sha256(Path(word).read_bytes()).digest())
    return digest.hexdigest()
