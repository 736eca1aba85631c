"""Verbs that tell what none of the characters does, though one is named near: a thing, the night, tears, Ana's heart.

Every such verb gets a mention of the kind ``relation`` with the id ``its``; every name that only says whose something
is, one with the id ``owner``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from video.concepts.absence import AND
from video.concepts.mentions import Mention
from video.concepts.table import CAST, load_stopwords
from video.concepts.tokens import Token
from video.concepts.words import fold
from video.direction.deed_words import DETERMINERS
from video.direction.relations import relation_at

ON_ONES_OWN = frozenset(("run", "fall"))
"""Doings that are done to nothing: "corrió las cortinas", "ran the shop" and "cayó la noche" are something else."""
_ARTICLES = {
    "en": "the a an his her its their my your our",
    "es": "el la los las un una unos unas su sus mi",
    "fr": "le la les l un une des son sa ses leur leurs mon ma",
    "pt": "o a os as um uma uns umas seu sua seus suas",
    "ca": "el la els les l un una",
}
ARTICLES = {language: frozenset(words.split()) for language, words in _ARTICLES.items()}
_WAYS = """whole long last first next way length mile miles race distance rest hundred gauntlet other same same race
carrera maraton maratona corrida course largo legua leguas ultimo ultima volta vuelta monde mundo"""
WAYS = frozenset(_WAYS.split())
"""What is run all the same: "ran the last mile". Source: dictionaries of each language."""
TEARS = frozenset(("tears", "tear", "lagrima", "lagrimas", "larme", "larmes", "llagrima", "llagrimes"))
OF = frozenset(("de", "do", "da", "d", "del", "of", "l", "dos", "das"))
INTO = frozenset(
    (
        "ao",
        "aos",
        "da",
        "das",
        "do",
        "dos",
        "na",
        "nas",
        "no",
        "nos",
        "du",
        "aux",
        "au",
        "al",
        "del",
        "dels",
        "jusqu'au",
        "jusqu'aux",
    )
)
"""Prepositions that hold an article."""
PARTED = frozenset(("and", "y", "et", "i", "but", "mas", "pero", "while", "mientras", "enquanto"))


def subjects(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions that say so, of one text."""
    base = language.split("-")[0]
    for k, m in enumerate(found):
        before = found[k - 1] if k and found[k - 1].sentence == m.sentence else None
        if m.concept.kind == CAST and owns(m, row, base):
            yield relation_at("owner", m.token, row)
        elif m.concept.kind == "doing" and (_by_itself(m, before) or _on_a_thing(m, found, k, row, base)):
            yield relation_at("its", m.token, row)
    for i, token in enumerate(row):
        if token.folded in PARTED or (token.exact == "e" and base in ("pt", "gl")):
            yield relation_at("and", i, row)


def _by_itself(m: Mention, before: Mention | None) -> bool:
    """Whether tears or the hour right before it do it: "as lágrimas corriam", "la nuit tomba"."""
    if before is None or m.token - before.token - before.words > 0:
        return False
    tears = before.word.casefold().split()[-1:] if before.concept.id == "cry" else []
    return (bool(tears) and fold(tears[0]) in TEARS) or (before.concept.kind == "time" and m.concept.id == "fall")


def _on_a_thing(m: Mention, found: Sequence[Mention], k: int, row: Sequence[Token], base: str) -> bool:
    """Whether the noun right behind a verb of running or falling is what runs, falls, or is run."""
    end = m.token + m.words
    if m.concept.id == "dance" and k + 1 < len(found):  # "devant lui dansait une petite flamme"
        behind = found[k + 1]
        thing = behind.concept.kind in ("thing", "sky", "weather") and behind.sentence == m.sentence
        articles = ARTICLES.get(base, frozenset())
        return thing and 0 < behind.token - end <= 2 and row[end].folded in articles and not row[end].apart
    if m.concept.id not in ON_ONES_OWN or end + 1 >= len(row) or row[end + 1].sentence != m.sentence or row[end].apart:
        return False
    noun = row[end + 1]
    if row[end].folded not in ARTICLES.get(base, frozenset()) or noun.folded in WAYS:
        return False
    if row[end].exact == "à" or (base == "pt" and row[end].exact == "a" and noun.folded.endswith(("ar", "er", "ir"))):
        return False  # "correu a abrir"
    behind = found[k + 1] if k + 1 < len(found) else None
    return behind is None or behind.concept.kind not in (CAST, "person", "animal") or behind.token - end > 2


def owns(m: Mention, row: Sequence[Token], base: str) -> bool:
    """Whether a name says only whose something is: "o coração de Ana", "Ana's heart"."""
    i = m.token
    if row[i + m.words - 1].owns:
        return True
    while i and row[i - 1].sentence == m.sentence and row[i - 1].folded in ("la", "el", "o", "a", "le", "en", "na"):
        i -= 1  # "de la Ana"
    if i < 3 or row[i - 1].folded not in OF or row[i].apart or row[i - 1].sentence != m.sentence:
        return False
    stop = load_stopwords().get(base, frozenset())
    noun = row[i - 2]
    if noun.folded in stop or noun.sentence != m.sentence or row[i - 1].apart or noun.folded in AND:
        return False
    heads = DETERMINERS | INTO
    first = [t.folded for t in row[max(0, i - 4) : i - 2] if t.sentence == m.sentence]
    return bool(heads & set(first))
