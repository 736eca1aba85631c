"""What somebody is called by beside a name: "Aunt Morag", "el rey Alfonso", and "Bamba" for "Monsieur Bamba"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from video.concepts.lookup import get_vocabulary
from video.concepts.table import CAST
from video.concepts.tokens import Token, tokens

if TYPE_CHECKING:
    from video.concepts.mentions import Mention


def called(names: tuple[str, ...], language: str) -> dict[tuple[str, ...], str]:
    """The names without their titles, folded word by word, as far as each is the name of one character only."""
    vocabulary = get_vocabulary(language)
    found: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        row = tokens(name, language)
        title = vocabulary.find(row, 0) if len(row) > 1 else None
        if title is not None and title.entry.concept.kind == "person" and title.words < len(row):
            found.setdefault(tuple(t.folded for t in row[title.words :]), []).append(name)
    return {key: whose[0] for key, whose in found.items() if len(whose) == 1}


def without_titles(found: Sequence[Mention], row: Sequence[Token]) -> list[Mention]:
    """The mentions without persons who are only the title of a character right beside them."""
    return [m for k, m in enumerate(found) if not _is_title(m, found[k + 1] if k + 1 < len(found) else None, row)]


def _is_title(m: Mention, behind: Mention | None, row: Sequence[Token]) -> bool:
    if behind is None or m.concept.kind != "person" or behind.concept.kind != CAST:
        return False
    beside = m.token + m.words == behind.token and m.sentence == behind.sentence
    return beside and not row[behind.token].apart
