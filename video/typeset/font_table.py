"""Which fonts of Noto have a script (``data/fonts.tsv``), and which a language prefers (``font_choices.tsv``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from languages.unicode_scripts import COMMON, written_with

EMOJI = "Noto Color Emoji"
"""The family that draws emoji in colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontRow:
    """A font that has a script."""

    script: str
    """ISO 15924; ``Zyyy`` for symbols that all scripts use."""
    style: str
    """``sans`` or ``serif``; empty where there is no file."""
    family: str
    file: str
    """Name of the file without ``-Regular`` and ending; empty where no known package has a font of the script."""
    face: str
    """Name of the face within a collection; empty for a file with one font."""
    package: str
    """The Debian package; without a file, the address of Noto's project for the script."""
    has: int
    """Characters of the script in the font."""
    of: int
    """Characters of the script in Unicode."""


def _rows(name: str) -> list[list[str]]:
    text = (files("languages") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]


@lru_cache
def font_table() -> tuple[FontRow, ...]:
    """All rows, by script, best first."""
    return tuple(
        FontRow(script=s, style=t, family=f, file=p, face=n, package=k, has=int(h), of=int(o))
        for s, t, f, p, n, k, h, o in _rows("fonts.tsv")
    )


@lru_cache
def _by_script() -> dict[str, tuple[FontRow, ...]]:
    found: dict[str, tuple[FontRow, ...]] = {}
    for row in font_table():
        found[row.script] = (*found.get(row.script, ()), row)
    return found


@lru_cache
def _choices() -> tuple[tuple[str, tuple[str, ...], str], ...]:
    return tuple((script, tuple(tags.split()), family) for script, tags, family, _ in _rows("font_choices.tsv"))


def _stands_for(choice: str, tag: str) -> bool:
    """``zh-HK`` stands for ``zh-Hant-HK``: the same language, and all its parts are there."""
    wanted, said = choice.split("-"), tag.split("-")
    return wanted[0] == said[0] and set(wanted) <= set(said)


def prefers(script: str, tag: str) -> bool:
    """Whether a language wants another font of its script than the first one of the table."""
    return any(s == script and any(_stands_for(t, tag) for t in tags) for s, tags, _ in _choices())


def rows_for(script: str, tag: str = "", serif: bool = False) -> tuple[FontRow, ...]:
    """Fonts made for a script, the one to ask first first: what the language prefers, then the style that is wanted."""
    script = {"Aran": "Arab"}.get(script, script)
    rows = _by_script().get(script) or _by_script().get(min(written_with(script)), ())
    chosen = {f for s, tags, f in _choices() if s == script and any(_stands_for(t, tag) for t in tags)}
    style = "serif" if serif else "sans"
    made = [row for row in rows if row.file]
    first = made[0].has if made else 0
    # A font of another style is asked before one that has only a part of the script.
    return tuple(sorted(made, key=lambda r: (r.family not in chosen, r.has * 2 < first, r.style != style)))


def symbol_rows() -> tuple[FontRow, ...]:
    """Fonts of what all scripts use."""
    return _by_script().get(COMMON, ())


def project_of(script: str) -> str:
    """Where Noto works on a script that no known package has a font of; empty where it does not."""
    return next((row.package for row in _by_script().get(script, ()) if not row.file), "")
