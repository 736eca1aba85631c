"""Groups and roles that mean the cast: "the two giants", "les deux amis", "the old man" of a story with two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from video.concepts.grammar import load_grammar
from video.concepts.mentions import Mention
from video.concepts.table import CAST, Concept
from video.concepts.tokens import Token
from video.concepts.words import fold

_DEFINITE = "the el la los las le les o os as els en na l al del au aux du do da dos das ao aos both ambos deux"
DEFINITE = frozenset(_DEFINITE.split())
"""Before who is known already. Source: school grammars of each language."""
_OWN = """his her their its my our your su sus mi mis tu nuestro nuestra nuestros nuestras son sa ses leur leurs mon ma
mes notre nos ton ta tes seu sua seus suas meu minha meus minhas nosso nossa seva seves seu seus"""
OWN = frozenset(_OWN.split())
_OTHER = """other others another otro otra otros otras autre autres outro outra outros outras altre altra altres more
new nuevo nueva nouveau nouvelle novo nova some unos unas des uns umas unes certain certains"""
OTHER = frozenset(_OTHER.split())
"""Beside these stands somebody else."""
_FRIENDS = """friend friends companion companions amigo amiga amigos amigas companero companera companeros companeras
ami amie amis amies compagnon compagnons companheiro companheira companheiros amic amiga amics amigues company"""
FRIENDS = frozenset(_FRIENDS.split())
PLAIN = frozenset(
    ("woman", "man", "girl", "boy", "baby", "mother", "father", "student", "neighbour", "people", "children")
)
"""Persons of whom there are many: beside a name of the same sentence another one is meant."""
TOGETHER = frozenset(("neighbour", "people", "kinsfolk", "children"))
"""Groups of any people."""
KINDS = ("person", "animal", "thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who of a story is what."""

    kinds: Mapping[str, frozenset[str]]
    """By name."""
    groups: Mapping[str, tuple[str, ...]]
    """By the id of a group of kin those whom it means."""

    def of(self, kind: str) -> tuple[str, ...]:
        """All of a kind."""
        return tuple(name for name, kinds in self.kinds.items() if kind in kinds)


def meant(m: Mention, found: Sequence[Mention], row: Sequence[Token], cast: Cast) -> tuple[str, ...] | None:
    """The characters whom a mention of several means, none where it only doubles them; None = somebody else."""
    if m.concept.kind not in KINDS or m.absent:
        return None
    front = {t.folded for t in row[max(0, m.token - 3) : m.token] if t.sentence == m.sentence and not t.apart}
    front |= {row[m.token - 1].folded} if m.token and row[m.token - 1].sentence == m.sentence else set()
    if OTHER & front:
        return None
    if m.concept.id == "kinsfolk" and FRIENDS & set(fold(m.word).split()) and len(cast.kinds) > 2:
        return ()  # those of the cast who are told of
    if cast.groups.get(m.concept.id):
        return _kin(m, found, cast.groups)
    if old := _aged(m, front, cast):
        return old
    some, definite = cast.of(m.concept.id), bool(DEFINITE & front)
    friend = m.concept.id == "neighbour" and fold(m.word) in FRIENDS
    if m.count == 1:
        doubled = (len(some) > 1 and definite) or (friend and OWN & front and len(cast.kinds) > 1)
        return () if doubled else None
    if len(some) > 1 and (m.count == len(some) or (definite and m.count == 0 and m.concept.id not in PLAIN)):
        return some
    if m.concept.id in TOGETHER and m.count == len(cast.kinds):
        return tuple(cast.kinds)
    if friend and m.count == 0 and definite and len(cast.kinds) > 1 and not _named(found):
        return tuple(cast.kinds) if len(cast.kinds) < 4 else ()
    return None


AGED = frozenset(
    """old elderly aged viejo viejos viejas anciano ancianos ancianas abuelos vieux vieilles vieillards ages velhos
    velhas velhinhos velhotes idosos idosas anciaos avos""".split()  # noqa: SIM905 - CONFIG: read as words
)
"""Words of those who are old."""
BOTH = frozenset(("both", "ambos", "ambas"))
MAY_BE_OLD = frozenset(("people", "oldman", "oldwoman", "kinsfolk", "neighbour"))


def _aged(m: Mention, front: set[str], cast: Cast) -> tuple[str, ...]:
    """The old of the cast, where as many are meant: "the two old people"."""
    old = tuple(name for name, kinds in cast.kinds.items() if kinds & {"oldman", "oldwoman"})
    if m.concept.id == "elders":
        return old if len(old) > 1 else ()
    words = front | set(fold(m.word).split())
    number = next((load_grammar().numbers[w] for w in front if w in load_grammar().numbers), m.count)
    number = 2 if BOTH & front else number
    told = m.concept.id in MAY_BE_OLD and AGED & words and DEFINITE & front
    return old if told and number > 1 and number == len(old) else ()


def _named(found: Iterable[Mention]) -> frozenset[str]:
    return frozenset(m.concept.id for m in found if m.concept.kind == CAST)


def _kin(m: Mention, found: Sequence[Mention], groups: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """Kin of whom none is named beside."""
    some = groups.get(m.concept.id, ()) if m.concept.kind == "person" else ()
    near = _named(o for o in found if o.sentence == m.sentence)
    strangers = m.concept.id == "children" and bool(_named(found) & set(some))  # "Ana and other children"
    return some if some and not strangers and not set(some) <= near else None


def grouped(found: Sequence[Mention], row: Sequence[Token], cast: Cast) -> Iterator[Mention]:
    """The mentions, with groups that mean the cast as those who are meant."""
    for m in found:
        names = meant(m, found, row, cast)
        if names is None:
            yield m
            continue
        near = _named(o for o in found if o.sentence == m.sentence)
        if not near or not set(names) <= near:
            yield from (replace(m, concept=Concept(id=name, kind=CAST), count=1) for name in names)


_THE = {"es": ("los", "las"), "pt": ("os", "as"), "fr": ("les",)}
_VERB = {"es": ("n",), "pt": ("m",), "fr": ("nt",)}
"""By language how a verb of several ends, and no noun does."""
_ON = frozenset(("se", "s", "juntos", "juntas", "ensemble"))


_ONWARD = frozenset("no na nos nas em ao com e en con y a al sur dans au avec et para por junto sous sobre de".split())  # noqa: SIM905 - CONFIG: as words


def several_at(row: Sequence[Token], i: int, language: str) -> int:
    """How many of those who are known do something, where a number alone says so: "los tres rieron"; else 0."""
    base = language.split("-")[0]
    if i + 1 >= len(row) or row[i].folded not in _THE.get(base, ()) or row[i + 1].sentence != row[i].sentence:
        return 0
    ends = i + 2 == len(row) or row[i + 2].sentence != row[i].sentence or row[i + 2].apart
    if i and row[i - 1].sentence == row[i].sentence and (ends or row[i + 2].folded in _ONWARD):
        did = row[i - 1].folded.endswith((*_VERB[base], "-se")) and not row[i].apart  # "Sentaram-se os três no banco"
        return load_grammar().numbers.get(row[i + 1].folded, 0) if did else 0
    if ends:
        return 0
    number, verb = load_grammar().numbers.get(row[i + 1].folded, 0), row[i + 2].folded
    acts = verb in _ON or (len(verb) > 3 and verb.endswith(_VERB[base]))
    return number if number > 1 and acts and not row[i + 2].apart else 0


_OF = "de do da of du d of dels del"
OF = frozenset(_OF.split())
KIN = frozenset(
    ("mother", "father", "oldwoman", "oldman", "boy", "girl", "woman", "man", "baby", "children", "kinsfolk")
)


def owned(found: Sequence[Mention], row: Sequence[Token], language: str) -> dict[int, Mention]:
    """By token of the owner's name the person who is somebody else: "a mãe de Ana", "Ana's mother"."""
    base, out = language.split("-")[0], dict[int, Mention]()
    for a, b in pairwise(found):
        if a.sentence != b.sentence or row[b.token].apart:
            continue
        between = [t.folded for t in row[a.token + a.words : b.token]]
        person, name = (a, b) if base != "en" or between else (b, a)
        if person.concept.kind != "person" or person.concept.id not in KIN or name.concept.kind != CAST:
            continue
        elided = base in ("fr", "ca") and not between and person.concept.id in ("mother", "father")
        if (len(between) == 1 and between[0] in OF) or elided or (base == "en" and not between):
            out[name.token] = person
    return out


WHICH = frozenset("of from with who that de du des da do dos das del qui que avec con com amb d".split())  # noqa: SIM905 - CONFIG: read as words
"""Behind somebody these say which one."""


def is_definite(m: Mention, row: Sequence[Token]) -> bool:
    """Whether it is somebody known already: "the old man"."""
    front = [t.folded for t in row[max(0, m.token - 2) : m.token] if t.sentence == m.sentence and not t.apart]
    front += [t.folded for t in row[max(0, m.token - 1) : m.token] if t.sentence == m.sentence]
    behind = [t.folded for t in row[m.token + m.words :][:1] if t.sentence == m.sentence and not t.apart]
    which = bool(WHICH & set(behind))  # "the old lady from the second floor"
    return bool(DEFINITE & set(front)) and not which and not (OTHER | OWN) & set(front)
