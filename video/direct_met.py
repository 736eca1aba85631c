"""Who is meant by "he", "she" and "they" in a scene that names nobody: those of the scene before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from video.concepts.mentions import Mention
from video.concepts.senses import ROMANCE
from video.concepts.table import CAST
from video.concepts.tokens import Token, tokens
from video.concepts.told_sex import FEMALE, IMPERSONAL, MALE
from video.direct_quotes import without_quotes
from video.direct_who import Reading
from video.shotlist import Role, Said
from video.told_gender import gender_of

THEY = {
    "en": "they both",
    "fr": "ils elles",
    "es": "ellos ellas ambos",
    "pt": "eles elas ambos",
    "ca": "ells elles",
    "it": "loro",
}
"""Source: school grammars of each language."""
DROPS = frozenset(("es", "pt", "ca", "gl", "ast", "it"))
"""Languages in which a verb needs no pronoun."""
MOST = 4


def meant_again(
    reading: Reading, lines: Iterable[Said], met: tuple[str, ...], cast: tuple[Role, ...], language: str
) -> tuple[str, ...]:
    """Of those who were there before, the ones whom a scene means that names nobody; none where it means nobody.

    Args:
        met: who was in the scene before, the most important first.
    """
    base = language.split("-")[0]
    told = [(without_quotes(line.text), row) for line, row in zip(lines, reading.lines, strict=True) if not line.who]
    if not met or _strangers((reading.brief, *_first(told, language))):
        return ()
    said = {word for text, _ in told for word in _pronouns(tokens(text, language), base)}
    if "they" in said:
        return met[:MOST]
    she, he = "she" in said, "he" in said
    if she or he:
        sexes = {role.name: gender_of(role, language) for role in cast}
        fit = [n for n in met if (she and sexes.get(n) != "man") or (he and sexes.get(n) != "woman")]
        return tuple(fit[: 2 if she and he else 1])
    acts = any(m.concept.kind == "doing" and not m.absent for _, row in told for m in row)
    return met[:1] if base in DROPS and acts and base in ROMANCE | {"it"} else ()


def _first(told: Iterable[tuple[str, Sequence[Mention]]], language: str) -> Iterator[Sequence[Mention]]:
    """The mentions before the first pronoun: who is named behind it is not meant by it."""
    base = language.split("-")[0]
    for text, row in told:
        words = tokens(text, language)
        at = next((i for i in range(len(words)) if any(_pronouns(words[i : i + 2], base))), -1)
        yield row if at < 0 else [m for m in row if m.token < at]
        if at >= 0:
            return


def _strangers(rows: Iterable[Sequence[Mention]]) -> bool:
    """Whether somebody else is told of, who may be meant."""
    return any(m.concept.kind in ("person", "animal", CAST) and not m.absent for row in rows for m in row)


def _pronouns(row: Sequence[Token], base: str) -> Iterator[str]:
    words = {"she": FEMALE, "he": MALE, "they": THEY}
    for i, t in enumerate(row):
        after = row[i + 1].folded if i + 1 < len(row) else ""
        for key, by in words.items():
            if t.exact in by.get(base, "").split() and not (t.folded == "il" and after in IMPERSONAL):
                yield key
