"""What the narrator says a character is: "Old Tilly, the tortoise", "sa chatte Bémol", "el perro se llamaba Tizón".

Too few is better than too many: only ways of speaking count that say nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from video.concepts.grammar import load_grammar
from video.concepts.living import LIVING
from video.concepts.lookup import Found, Vocabulary, get_vocabulary
from video.concepts.roles import load_roles
from video.concepts.senses import ROMANCE
from video.concepts.tokens import Token, tokens
from video.concepts.words import fold, load_words

_NAMING = """called named whose name is was were llamado llamada llama llaman llamaba llamaban apodado apodada nombre
es era nomme nommee appele appelee appelle appelait repondait au du nom etait est chamado chamada chama chamava
chamavam chamava-se chama-se
nome anomenat anomenada diu deia nom bernama dipanggil adalah aitwaye aliyeitwa anaitwa jina chiamato chiamata
chiamava hiess heisst namens"""
NAMING = frozenset(_NAMING.split())
"""Between somebody and the name: "a dog called Rex". Source: school dictionaries; own knowledge, Indonesian, Swahili,
Italian and German unchecked by speakers (reviewed: none)."""
SURE = NAMING - frozenset(("is", "was", "were", "es", "era", "est", "etait", "au", "du", "whose", "adalah"))
"""Of these, those that say by themselves that a name is given."""
_SMALL = """the a an his her its their our my el la los un una su sus mi tu le les une son sa ses leur leurs mon ma
notre o os as um uma seu sua meu minha del al dos d l que qui who s se y e et and i named si sang seekor os it he
she il on they him everyone everybody people lhe todos tous elle ele ela ell lo era so"""
SMALL = frozenset(_SMALL.split())
"""What may stand between, besides."""
_COPULA = "is was era es est etait e fue fut foi"
OWN = frozenset(
    ("his", "her", "their", "my", "our", "su", "mi", "son", "sa", "mon", "ma", "leur", "seu", "sua", "seva")
)
COPULA = frozenset(_COPULA.split())
AND = frozenset(("and", "y", "e", "et", "i", "or", "o", "ou"))
VERY = frozenset(("muy", "muito", "tres", "molt", "bien", "ben", "so", "too", "tan", "tao", "si"))
_OF = "of from who that with de del du des d qui que au aux a en from do da dos das dels amb con com avec"
OF = frozenset(_OF.split())
"""What may go on behind the word that says what somebody is: "the tortoise of the pond"."""
_A = "a an un une una um uma the el la le o en l"
ARTICLES = frozenset(_A.split())
NATURAL = frozenset(("tree", "rock", "moon", "sun", "star", "cloud", "wind", "mountain", "flower"))
"""Things that have names where they are somebody; a boat may be called after a woman."""
BEFORE = 4
"""Words at most between the article and the kind: "the little old grey hen"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What somebody is said to be."""

    id: str
    kind: str
    """``animal``, ``person`` or ``thing``."""
    word: str
    """As it is written."""


def told_kinds(texts: Iterable[str], names: tuple[str, ...], language: str) -> dict[str, Kind]:
    """By name what narrators' texts say that characters are: what is said most often, of the first said so."""
    votes: dict[str, list[Kind]] = {}
    keys = {name: tuple(t.folded for t in tokens(name, language)) for name in names}
    for text in texts:
        row = tokens(text, language)
        for name, at, end in _names_in(row, keys):
            votes.setdefault(name, []).extend(_said(row, at, end, keys, language))
    return {name: _most(said) for name, said in votes.items() if said}


def named_role(name: str, language: str) -> Kind | None:
    """The person that a name itself says somebody is: "The Baker", "Nurse Achieng", "Le roi Louis"."""
    row = tokens(name, language)
    hits = ((i, get_vocabulary(language).find(row, i)) for i in range(len(row)))
    return next(
        (
            _as_kind(hit, row, i)
            for i, hit in hits
            if hit and hit.entry.concept.kind == "person" and hit.entry.concept.id in load_roles()
        ),
        None,
    )


def _most(said: Sequence[Kind]) -> Kind:
    count = Counter(k.id for k in said)
    best = max(count.values())
    return next(k for k in said if count[k.id] == best)


def _names_in(row: Sequence[Token], keys: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, int, int]]:
    for name, key in keys.items():
        for i in range(len(row) - len(key) + 1):
            if key and tuple(t.folded for t in row[i : i + len(key)]) == key and row[i].written[:1].isupper():
                yield name, i, i + len(key)


def _said(row: Sequence[Token], at: int, end: int, keys: dict[str, tuple[str, ...]], language: str) -> Iterator[Kind]:
    """What the words around a name say that it is."""
    heads = {key[0] for key in keys.values() if key}
    reader = _Reader(tuple(row), language, frozenset(heads))
    yield from reader.behind(at, end)
    yield from reader.before(at, end)


@lru_cache(maxsize=1)
def _qualities() -> frozenset[str]:
    grammar, words = load_grammar(), load_words()
    old = {w for w, tags in words.look.items() if "old" in tags or any(t.startswith("build:") for t in tags)}
    more = """very young new good wise clever kind brave lazy proud poor dear fat viejo joven buen bueno sabio pobre
    vieux vieil vieille jeune bon bonne pauvre brave vell jove bo velho jovem bom sabio old white black gros grosse
    first youngest eldest oldest tired hungry friendly lonely blind greedy faithful fidele fiel leal"""
    return frozenset((*grammar.big, *grammar.small, *words.colours, *old, *more.split()))


class _Reader:
    """The words around one name."""

    def __init__(self, row: tuple[Token, ...], language: str, heads: frozenset[str]) -> None:
        self.row, self.heads = row, heads
        self.vocabulary: Vocabulary = get_vocabulary(language)
        self.romance = language.split("-")[0] in ROMANCE
        self.endings = load_grammar().qualities.get(language.split("-")[0], ())

    def behind(self, at: int, end: int) -> Iterator[Kind]:
        """ "Tilly, the tortoise,"; "Bram was a huge ox"; "Tizón se llamaba el perro"."""
        row = self.row
        if end >= len(row) or row[end].sentence != row[at].sentence:
            return
        if row[end].apart:
            found = self._kind(end)
            if found and self._closed(found[1]):
                yield found[0]
            return
        if row[end].folded in COPULA:
            found = self._kind(end + 1, article=True)
            if found and self._ends(found[1]):
                yield found[0]
            return
        i = end
        while i < len(row) and i - end < 4 and row[i].folded in NAMING | SMALL and not row[i].apart:
            i += 1
        if any(t.folded in SURE for t in row[end:i]):
            found = self._kind(max(end, i - 1)) or self._kind(i)
            if found and self._ends(found[1]):
                yield found[0]

    def before(self, at: int, end: int) -> Iterator[Kind]:
        """ "sa chatte Bémol"; "the heron, Gris,"; "un perro llamado Tizón"; "One ox lay there. His name was Bram"."""
        row = self.row
        i = at - 1
        while i >= 0 and row[i].sentence == row[at].sentence and at - i <= 5 and row[i].folded in NAMING | SMALL:
            i -= 1
        between = row[i + 1 : at]
        named = any(t.folded in SURE for t in between)
        begins = i < 0 or row[i].sentence != row[at].sentence
        if named and begins:
            yield from self._sole(row[at].sentence - 1)
        elif named:
            yield from self._last(i, at)
        elif not row[at].apart:
            yield from self._last(at - 1, at, beside=True)
        elif end == len(row) or row[end].sentence != row[at].sentence or row[end].apart:
            ended = end == len(row) or row[end].sentence != row[at].sentence or row[end].folded not in AND
            if ended:
                yield from self._last(at - 1, at, beside=True)

    def _last(self, i: int, at: int, *, beside: bool = False) -> Iterator[Kind]:
        """A kind that ends at a word, behind which at most a few adjectives stand."""
        row = self.row
        for last in range(i, max(-1, i - 3), -1):
            if row[last].sentence != row[at].sentence:
                return
            for size in (3, 2, 1):
                first = last - size + 1
                if first < 0:
                    continue
                hit = self._being(first)
                if hit and hit.entry.concept.id in LIVING - NATURAL:
                    return  # "a boat called Maria", "the bread Tom baked"
                if hit and hit.words == size and (self._article(first) or not beside):
                    front = row[max(0, first - 2) : first]
                    listed = row[at].apart and any(t.folded in AND for t in front) and front[-1].folded not in OWN
                    if not (beside and listed):
                        yield _as_kind(hit, row, first)
                    return
            if not self._quality(last) or row[last].apart:
                return

    def _sole(self, sentence: int) -> Iterator[Kind]:
        """The only animal of the sentence before, in which nobody else is."""
        found = [
            (i, hit)
            for i, t in enumerate(self.row)
            if t.sentence == sentence
            and (hit := self._being(i, many=True))
            and hit.entry.concept.kind in ("animal", "person")
        ]
        found = [(i, hit) for i, hit in found if not hit.entry.many]
        if len(found) == 1:
            yield _as_kind(found[0][1], self.row, found[0][0])

    def _kind(self, i: int, *, article: bool = False) -> tuple[Kind, int] | None:
        """The kind that begins at a word, behind an article and adjectives, and where it ends."""
        row = self.row
        first = i
        if (
            i < len(row)
            and row[i].folded in ARTICLES | load_grammar().before_things
            and row[i].folded not in OF - {"a"}
        ):
            i += 1
        elif article:
            return None
        for k in range(i, min(i + BEFORE, len(row))):
            if row[k].sentence != row[first].sentence or (k > first and row[k].apart):
                return None
            hit = self._being(k)
            if hit is not None:
                end = k + hit.words
                while end < len(row) and self.romance and self._quality(end) and not row[end].apart and end - k < 4:
                    end += 1
                return _as_kind(hit, row, k), end
            if not self._quality(k):
                return None
        return None

    def _quality(self, i: int) -> bool:
        word = self.row[i].folded
        return word in _qualities() or (len(word) > 4 and bool(self.endings) and word.endswith(self.endings))

    def _article(self, first: int) -> bool:
        """Whether an article or the like stands before, adjectives between."""
        i = first - 1
        while i >= 0 and first - i <= BEFORE and self._quality(i) and self.row[i].folded not in ARTICLES:
            i -= 1
        return i >= 0 and self.row[i].sentence == self.row[first].sentence and self.row[i].folded in SMALL | ARTICLES

    def _being(self, i: int, *, many: bool = False) -> Found | None:
        """The animal, person or thing that may be somebody that is named at a word."""
        if self.row[i].folded in self.heads or self.row[i].folded in SMALL | _qualities():
            return None
        hit = self.vocabulary.find(self.row, i)
        if hit is None or (hit.entry.many and not many):
            return None
        concept = hit.entry.concept
        person = concept.kind == "person" and concept.id in load_roles()
        return hit if concept.kind == "animal" or person or concept.id in LIVING else None

    def _closed(self, end: int) -> bool:
        """Whether an apposition ends there: no list goes on, no verb follows."""
        row = self.row
        if end >= len(row) or row[end].sentence != row[end - 1].sentence:
            return True
        if row[end].apart:
            after = row[end + 1] if end + 1 < len(row) else None
            listed = after is None or self._being(end + 1, many=True) or after.written[:1].isupper()
            listed = listed or after is None or after.folded in ARTICLES | load_grammar().before_things
            return row[end].folded not in ARTICLES and not (row[end].folded in AND and listed)
        return row[end].folded in OF

    def _ends(self, end: int) -> bool:
        row = self.row
        if end >= len(row) or row[end].sentence != row[end - 1].sentence:
            return True
        return row[end].apart or row[end].folded in OF | AND | VERY


def _as_kind(hit: Found, row: Sequence[Token], at: int) -> Kind:
    word = " ".join(t.written for t in row[at : at + hit.words])
    return Kind(id=hit.entry.concept.id, kind=hit.entry.concept.kind, word=fold(word) if word.isupper() else word)
