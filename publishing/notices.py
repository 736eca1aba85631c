"""What end cards say, in the languages for which somebody has written it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from languages.codes import parents
from languages.errors import InputRefused

KEYS = (
    "story", "words", "voices", "pictures", "licence", "author", "drafted", "checked", "synthetic", "people", "drawn",
    "own", "generated", "missing", "machine", "made",
)  # fmt: skip
LONGEST = 200
"""Characters of one wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All that an end card may say, in one language."""

    language: str
    """Canonical tag of the language that it is in."""
    texts: tuple[tuple[str, str], ...]

    def __getitem__(self, key: str) -> str:
        return next(text for name, text in self.texts if name == key)


@lru_cache(maxsize=1)
def _known() -> dict[str, Wording]:
    path = Path(__file__).parent / "data" / "notices.tsv"
    return {w.language: w for w in _rows(path.read_text(encoding="utf-8"), str(path))}


def read_notices(path: Path) -> tuple[Wording, ...]:
    """People's own wordings: a table like this project's, separated by tabs, with ``language`` and the keys on top.

    Raises:
        InputRefused: it cannot be read, a key is unknown or missing, a text is empty or too long.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefused(
            f"The file cannot be read ({error}).", path=str(path), expected="A table in UTF-8.", remedy="Save it anew."
        ) from error
    return tuple(_rows(text, str(path)))


def _rows(text: str, path: str) -> Iterable[Wording]:
    head: tuple[str, ...] = ()
    for number, row in enumerate(text.splitlines(), start=1):
        if row.startswith("#") or not row.strip():
            continue
        cells = tuple(cell.strip() for cell in row.split("\t"))
        if not head:
            wrong = sorted(set(cells[1:]) ^ set(KEYS))
            if cells[:1] != ("language",) or wrong or len(cells) != len(KEYS) + 1:
                raise InputRefused(
                    f"The first row has not the right names: {', '.join(wrong) or ', '.join(cells)}.",
                    path=path,
                    line=number,
                    expected=f"language and, separated by tabs, {', '.join(KEYS)}.",
                    remedy="Copy the first row of publishing/data/notices.tsv.",
                )
            head = cells
            continue
        if len(cells) != len(head) or not all(0 < len(cell) <= LONGEST for cell in cells):
            raise InputRefused(
                f"The row of {cells[0] or 'no language'} has {sum(map(bool, cells)) - 1} texts.",
                path=path,
                line=number,
                expected=f"{len(KEYS)} texts of at most {LONGEST} characters, separated by tabs.",
                remedy="Fill in what is missing.",
            )
        yield Wording(language=cells[0], texts=tuple(zip(head[1:], cells[1:], strict=True)))


def get_wording(tags: Iterable[str], own: Iterable[Wording] = ()) -> Wording:
    """The wording for the first of some languages that has one, or for one that contains it; else the English one.

    Args:
        tags: canonical, in the order in which they are wished.
        own: people's wordings, which go before this project's.
    """
    known = _known() | {w.language: w for w in own}
    return next((known[p] for tag in (*tags, "en") for p in parents(tag) if p in known), known["en"])
