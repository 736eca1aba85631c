"""What end cards say, in the languages for which somebody has written it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from languages.codes import parents
from languages.errors import InputRefused, UsageError
from languages.registry import get_one_language
from translation.text_file import read_text

KEYS = (
    "story", "words", "voices", "pictures", "licence", "author", "drafted", "checked", "synthetic", "people", "drawn",
    "own", "generated", "missing", "machine", "made",
)  # fmt: skip
LONGEST = 200
"""Characters of one wording."""
LIMIT_BYTES = 1_000_000


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
    return {w.language: w for _, w in _rows(path.read_text(encoding="utf-8"), str(path))}


def read_notices(path: Path) -> tuple[Wording, ...]:
    """People's own wordings: a table like this project's, separated by tabs, with ``language`` and the keys on top.

    Raises:
        InputRefused: it cannot be read, a key or language is unknown, missing or there twice, a text is empty or too
            long.
    """
    text = read_text(path, InputRefused, LIMIT_BYTES)
    found: dict[str, Wording] = {}
    for number, wording in _rows(text, str(path)):
        try:
            tag = get_one_language(wording.language).tag
        except UsageError as error:
            raise InputRefused(
                f"The row is for {wording.language!r}.", path=str(path), line=number, expected=str(error)
            ) from error
        if tag in found:
            raise InputRefused(
                f"There are two rows for {wording.language!r}.",
                path=str(path),
                line=number,
                remedy="Delete one of them.",
            )
        found[tag] = replace(wording, language=tag)
    return tuple(found.values())


def _rows(text: str, path: str) -> Iterator[tuple[int, Wording]]:
    """(line number, wording) of each row."""
    head: tuple[str, ...] = ()
    for number, row in enumerate(text.split("\n"), start=1):
        if row.startswith("#") or not row.strip():
            continue
        cells = tuple(cell.strip() for cell in row.split("\t"))
        if not head:
            _check_head(cells, path, number)
            head = cells
            continue
        texts = dict(zip(head[1:], cells[1:], strict=False))
        if len(cells) > len(head):
            wrong = f"has {len(cells) - 1} texts"
        elif missing := [key for key in head[1:] if not texts.get(key)]:
            wrong = f"has no text for {', '.join(missing)}"
        elif long := [key for key in head[1:] if len(texts[key]) > LONGEST]:
            wrong = f"has {len(texts[long[0]])} characters for {long[0]}"
        else:
            yield number, Wording(language=cells[0], texts=tuple(texts.items()))
            continue
        raise InputRefused(
            f"The row of {cells[0] or 'no language'} {wrong}.",
            path=path,
            line=number,
            expected=f"{len(KEYS)} texts of at most {LONGEST} characters, separated by tabs.",
        )


def _check_head(cells: tuple[str, ...], path: str, number: int) -> None:
    if cells[:1] == ("language",) and sorted(cells[1:]) == sorted(KEYS):
        return
    wrong = {
        "not known": [cell for cell in cells[1:] if cell not in KEYS],
        "there twice": [key for key in KEYS if cells.count(key) > 1],
        "missing": [key for key in ("language", *KEYS) if key not in cells],
    }
    told = "; ".join(f"{what}: {', '.join(names)}" for what, names in wrong.items() if names)
    raise InputRefused(
        f"The first row has not the right names ({told or '`language` does not stand first'}).",
        path=path,
        line=number,
        expected=f"language and, separated by tabs, {', '.join(KEYS)}.",
        remedy="Copy the first row of publishing/data/notices.tsv.",
    )


def get_wording(tags: Iterable[str], own: Iterable[Wording] = ()) -> Wording:
    """The wording for the first of some languages that has one, or for one that contains it; else the English one.

    Args:
        tags: canonical, in the order in which they are wished.
        own: people's wordings, which go before this project's.
    """
    known = _known() | {w.language: w for w in own}
    return next((known[p] for tag in (*tags, "en") for p in parents(tag) if p in known), known["en"])
