"""Who is meant by "he", "she" and "they" in a scene that names nobody: those of the scene before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from video.concepts.mentions import Mention
from video.concepts.table import CAST
from video.concepts.tokens import Token, tokens
from video.concepts.told_sex import FEMALE, IMPERSONAL, MALE
from video.concepts.words import fold
from video.direction.quotes import without_quotes
from video.direction.told_gender import gender_of
from video.direction.who import Reading
from video.shotlist import Role, Said

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
SUBJECT = 3
"""Words behind a verb up to which its subject stands: "bajó del cielo una garza"."""
BOTH = (
    "tous les deux",
    "toutes les deux",
    "both of them",
    "they both",
    "ellos dos",
    "ellas dos",
    "eles dois",
    "elas duas",
)
PAIRS = (
    "two friends",
    "dos amigos",
    "dos amigas",
    "deux amis",
    "deux amies",
    "dois amigos",
    "duas amigas",
    "dos amics",
)


def meant_again(
    reading: Reading, lines: Iterable[Said], met: tuple[str, ...], cast: tuple[Role, ...], language: str
) -> tuple[str, ...]:
    """Of those who were there before, the ones whom a scene means that names nobody; none where it means nobody.

    Args:
        met: who was in the scene before, the most important first.
    """
    base = language.split("-")[0]
    met = met[:MOST]
    told = [(without_quotes(line.text), row) for line, row in zip(lines, reading.lines, strict=True) if not line.who]
    if not met or _strangers((reading.brief, *_first(told, language))):
        return ()
    said = {word for text, _ in told for word in _pronouns(tokens(text, language), base)}
    if "they" in said:
        words = " ".join(fold(text) for text, _ in told)
        return met[:2] if any(phrase in words for phrase in BOTH) else met
    she, he = "she" in said, "he" in said
    if she or he:
        sexes = {role.name: gender_of(role, language) for role in cast}
        fit = [n for n in met if (she and sexes.get(n) != "man") or (he and sexes.get(n) != "woman")]
        return tuple(fit[: 2 if she and he else 1])
    return ()


def dropped(reading: Reading, lines: Iterable[Said], met: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The one who was there before and does what a sentence tells of nobody: "Llegó a la playa"."""
    if not met or language.split("-")[0] not in DROPS:
        return ()
    for line, row in zip(lines, reading.lines, strict=True):
        if line.who or not row:
            continue
        at = next((i for i, m in enumerate(row) if m.concept.kind == "doing" and not m.absent), -1)
        if at < 0 or _strangers((row[:at],)):
            return ()
        behind = row[at + 1] if at + 1 < len(row) else None
        near = behind is not None and behind.token - row[at].token - row[at].words <= SUBJECT
        return () if near and behind is not None and _strangers(((behind,),)) else met[:1]
    return ()


def friends(lines: Iterable[Said], present: tuple[str, ...], met: tuple[str, ...]) -> tuple[str, ...]:
    """Who is there, with whom "the two friends" means besides: those who were there before, in their order."""
    told = " ".join(fold(line.text) for line in lines if not line.who)
    if not any(phrase in told for phrase in PAIRS):
        return present
    return tuple(dict.fromkeys((*present, *met)))[:2] if len(present) < 2 else present


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
