"""Who is meant in a scene's words: characters by name, and by what they are ("the old woman", "the fox")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from video.concepts.living import thing_of
from video.concepts.mentions import Mention, Own, mentions
from video.concepts.names import Named, find_names
from video.concepts.scenery import animal_of
from video.concepts.table import CAST, Concept, get_concept
from video.concepts.titles import TITLES
from video.concepts.tokens import Token, tokens
from video.concepts.words import fold, load_words
from video.direction.deeds import relations
from video.direction.groups import PLAIN, Cast, grouped, is_definite, owned, several_at
from video.direction.moods import felt
from video.direction.pronouns import with_pronouns
from video.direction.relations import is_relation
from video.direction.seated import at_table
from video.direction.told_gender import gender_of, may_be, sole_of
from video.direction.verbs import CARRIED
from video.shotlist import Role, Said

APART = 2
"""Words between a name and "an old woman" up to which it says who the named one is; farther, somebody else is meant."""
ALL = "all"
"""Kind of a mention of all who are there."""
_EVERYBODY = """everybody everyone todos todas tous toutes tots totes tutti tutte alle denok guztiek guztiak llapan
wote semua hepsi herkes wszyscy vse vsi kaikki"""
EVERYBODY = frozenset(_EVERYBODY.split())
ARTICLES = frozenset("los las la les els os as a i gli le die de the dei delle".split())  # noqa: SIM905 - CONFIG: read as words
"""Behind them "every day" is meant, not everybody: "todos los días"."""
WITH = frozenset(("with", "con", "avec", "amb", "com", "mit", "met", "med"))
_BEFORE = re.compile(r"(?:^|[.!?…¡¿:;,，、،«“\"—–-])\s*$")
_AFTER = re.compile(r"^\s*(?:[,，、،!?！？…]|[.。]?\s*$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a scene's words mention, characters that are meant without their names among them."""

    brief: tuple[Mention, ...]
    heading: tuple[Mention, ...]
    lines: tuple[tuple[Mention, ...], ...]
    addressed: tuple[tuple[str, ...], ...]
    """For each line the names that are called in it: who is spoken to is there."""
    meant: frozenset[str]
    """Ids of the concepts by which characters are meant: nobody else stands for them."""
    animals: frozenset[str] = frozenset()
    """Names of the characters who are animals: they have no hands."""
    grouped: frozenset[str] = frozenset()
    """Ids of the groups by which several characters are meant: "the two women"."""
    others: frozenset[str] = frozenset()
    """Ids of persons who are somebody's by name, and so somebody else: "a mãe de Ana"."""


def read_words(
    heading: str, brief: str, lines: tuple[Said, ...], cast: tuple[Role, ...], language: str, own: Own = ()
) -> Reading:
    """Everything that a scene's words mention; ``own`` are words that the creator explains."""
    known = _kinds(cast, language)
    meant: set[str] = set()
    groups = Cast(kinds={r.name: _kinds_of(r, language) for r in cast}, groups=groups_of(cast, language))
    texts = (brief, heading, *(line.text for line in lines))
    there = {n.name for t in texts for n in find_names(t, tuple(r.name for r in cast), language)}
    there |= {line.who for line in lines if line.who}
    sole = sole_of(cast, {r.name: _kinds_of(r, language) for r in cast}, language)
    sole = {i: name for i, name in sole.items() if name in there}
    told_of: set[str] = set()
    in_groups: set[str] = set()
    sexes = {role.name: gender_of(role, language) for role in cast}
    others: set[str] = set()
    speaking = frozenset(line.who for line in lines if line.who)

    def read(text: str, who: str = "", *, told: bool = True) -> tuple[Mention, ...]:
        plain = tuple(_all_of(_read(text, cast, language, own, told=told), cast))
        row = tokens(text, language)
        theirs = owned(tuple(m for m in plain if not is_relation(m)), row, language)
        others.update(m.concept.id for m in theirs.values())
        own_ = tuple(m for m in plain if m.token not in theirs)
        written = tuple(grouped(own_, row, groups))
        in_groups.update(m.concept.id for m in own_ if m not in written)
        written = tuple(felt(written, row, language, spoken=bool(who)))
        apart = {m.token for m in theirs.values()}
        # "un monsieur ouvrit" is no doctor of the cast who is not there
        apart |= {m.token for m in written if known.get(m.concept.id) not in speaking and _indefinite(m, row, language)}
        found = tuple(_as_cast(written, known, row, frozenset(apart), sole))
        turned = [(m, was) for m, was in zip(found, written, strict=True) if m is not was]
        meant.update(m.concept.id for m, _ in turned)
        told_of.update(was.concept.id for _, was in turned)
        return found if who else with_pronouns(found, row, sexes, frozenset(there), language)

    names = tuple(role.name for role in cast)
    shown = read(brief, told=False)
    told = tuple(read(line.text, line.who) for line in lines)
    narrated = (shown, *(row for line, row in zip(lines, told, strict=True) if not line.who))
    if one := _unnamed(cast, narrated, speaking, language):
        name, kind = one
        known = {**known, kind: name}
        shown, told = read(brief, told=False), tuple(read(line.text, line.who) for line in lines)
    return Reading(
        brief=shown,
        heading=read(heading),
        lines=told,
        addressed=tuple(
            (
                *_addressed(line.text, find_names(line.text, names, language)),
                *_kin_called(line, read(line.text), language),
            )
            for line in lines
        ),
        meant=frozenset(i for i, name in known.items() if name in meant) | told_of | in_groups,
        animals=frozenset(r.name for r in cast if animal_of(r.name, r.look, language)),
        grouped=frozenset(in_groups),
        others=frozenset(others),
    )


def _unnamed(
    cast: tuple[Role, ...], narrated: Iterable[tuple[Mention, ...]], speaking: frozenset[str], language: str
) -> tuple[str, str] | None:
    """The only one who speaks and is not named, with the only person told of who may be it: "la maîtresse"."""
    rows = tuple(narrated)
    named = {m.concept.id for row in rows for m in row if m.concept.kind == CAST}
    silent = [role for role in cast if role.name in speaking - named]
    if len(silent) != 1 or animal_of(silent[0].name, silent[0].look, language):
        return None
    kinds = _kinds_of(silent[0], language)
    found = {m.concept.id for row in rows for m in row if may_be(silent[0], kinds, m, language)}
    return (silent[0].name, found.pop()) if len(found) == 1 else None


def voices(reading: Reading, lines: tuple[Said, ...]) -> frozenset[str]:
    """Characters who only speak in a scene whose brief shows others."""
    shown = frozenset(names_in(reading.brief))
    return frozenset(line.who for line in lines if line.who) - shown if shown else frozenset()


def names_in(found: Iterable[Mention]) -> tuple[str, ...]:
    """The characters who are mentioned, in order, each once."""
    return tuple(dict.fromkeys(m.concept.id for m in found if m.concept.kind == CAST and not m.absent))


def present_in(reading: Reading, lines: tuple[Said, ...]) -> tuple[str, ...]:
    """Who is there: named in the brief, speaking, called by who speaks, named by the narrator, in this order.

    Whom others only talk about is not there, unless nobody else is. Of whom the narrator tells besides those that a
    brief shows may be elsewhere or come later.
    """
    speaking = [line.who for line in lines if line.who]
    called = [name for line, names in zip(lines, reading.addressed, strict=True) if line.who for name in names]
    told = [n for line, found in zip(lines, reading.lines, strict=True) if not line.who for n in names_in(found)]
    shown = names_in(reading.brief)
    there = (*shown, *speaking, *called, *(() if shown else told), *names_in(reading.heading))
    talked = (n for found in reading.lines for n in names_in(found))
    return tuple(dict.fromkeys(there or talked))


@lru_cache(maxsize=2048)
def _read(text: str, cast: tuple[Role, ...], language: str, own: Own, *, told: bool) -> tuple[Mention, ...]:
    names = tuple(role.name for role in cast)
    row = tokens(text, language)
    found = [*mentions(text, language, names, own, told=told)]
    found += (
        Mention(
            concept=Concept(id=ALL, kind=ALL),
            token=i,
            sentence=token.sentence,
            word=token.written,
            count=several_at(row, i, language),
        )
        for i, token in enumerate(row)
        if (token.folded in EVERYBODY and not ARTICLES & {t.folded for t in row[i + 1 : i + 2]})
        or (several_at(row, i, language) and not any(m.token <= i + 1 < m.token + m.words for m in found))
    )
    found.sort(key=lambda m: m.token)
    every = (
        *found, *_with_in_hand(found, row), *at_table(found, row, language), *relations(found, row, language),
    )  # fmt: skip
    return tuple(sorted(every, key=lambda m: m.token))


def _all_of(found: Iterable[Mention], cast: tuple[Role, ...]) -> Iterator[Mention]:
    """The mentions, with "the three" of a story of three as all of its cast, who are there."""
    for m in found:
        if m.concept.kind == ALL and m.count == len(cast):
            yield from (replace(m, concept=Concept(id=role.name, kind=CAST), count=1) for role in cast)
        else:
            yield m


def _with_in_hand(found: list[Mention], row: tuple[Token, ...]) -> Iterator[Mention]:
    """For each "with a basket" behind what somebody does, or behind somebody, that they hold it."""
    for k, (before, m) in enumerate(pairwise(found)):
        at = before.concept.kind == "place" and k > 0  # "sube a la azotea con un martillo"
        of = found[k - 1] if at and found[k - 1].sentence == before.sentence else before
        who = of.concept.kind in (CAST, "doing") or before.count != 1
        several = sum(o.concept.kind == CAST and o.sentence == m.sentence and o.token < m.token for o in found) > 1
        who = who or (several and before.concept.kind in ("place", "thing"))
        one = m.count == 1 or several  # "Ana and Bob sit there with cups of tea"
        beside = m.concept.id in CARRIED and one and not m.absent and m.sentence == before.sentence
        for i in range(before.token + before.words, m.token):
            if who and beside and m.token - i <= APART and row[i].folded in WITH:
                yield Mention(
                    concept=get_concept("hold"), token=i, sentence=m.sentence, word=row[i].written, source=m.source
                )


def _addressed(text: str, found: tuple[Named, ...]) -> tuple[str, ...]:
    """Names that stand apart, between signs: "Nana, come!"."""
    apart = (
        n
        for n in found
        if _BEFORE.search(_untitled(text[: n.start])) and _AFTER.match(text[n.end :]) and len(text) > n.end - n.start
    )
    return tuple(dict.fromkeys(n.name for n in apart))


def _untitled(text: str) -> str:
    """What stands before a name without its title: "sur le toit, madame Odette"."""
    head, _, last = text.rstrip().rpartition(" ")
    return f"{head} " if fold(last) in TITLES else text


KINDS = ("person", "animal", "thing", "sky")
"""What a character may be that is meant by what it is: "the old woman", "the fox", "the pot"."""


def _kin_called(line: Said, found: tuple[Mention, ...], language: str) -> Iterator[str]:
    """Characters who are called by what they are: "Grandfather, look!"."""
    row = tokens(line.text, language)
    for m in found:
        end = m.token + m.words
        begins = m.token == 0 or row[m.token].apart or row[m.token - 1].sentence != m.sentence
        ends = end == len(row) or row[end].apart or row[end].sentence != m.sentence
        if line.who and m.concept.kind == CAST and m.concept.id != line.who and begins and ends and len(row) > m.words:
            yield m.concept.id


OLD = frozenset(("oldwoman", "oldman"))
GROWN = {
    "hija": "woman", "filha": "woman", "daughter": "woman", "hijo": "man", "filho": "man", "son": "man", "fils": "man",
}  # fmt: skip
"""Whose child somebody is may be grown: of a story without a girl "la hija" is the only woman."""
INDEFINITE = frozenset(("un", "una", "une", "um", "uma", "another", "otro", "otra", "autre", "outro", "outra"))


def _indefinite(m: Mention, row: tuple[Token, ...], language: str) -> bool:
    """Whether a person of whom there are many is told of as one more: "a man", "une femme"."""
    if m.concept.id not in PLAIN | OLD:
        return False
    before = [t.folded for t in row[max(0, m.token - 2) : m.token] if t.sentence == m.sentence]
    articles = INDEFINITE | {"a", "an"} if language.split("-")[0] in ("en", "sco") else INDEFINITE
    return bool(articles & set(before))


def _as_cast(
    found: tuple[Mention, ...],
    known: dict[str, str],
    row: tuple[Token, ...] = (),
    apart: frozenset[int] = frozenset(),
    sole: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Mention]:
    """The mentions, with "the old woman" as the character who is the only one such in the story.

    Args:
        row: the words of the text. apart: tokens of persons who are somebody else.
        sole: by concept who is meant by it with "the".
    """
    for m in found:
        one = m.concept.kind in KINDS and m.count == 1 and m.token not in apart
        name = known.get(m.concept.id) if one else None
        if one and name is None and is_definite(m, row):
            name = sole.get(m.concept.id) or sole.get(GROWN.get(fold(m.word), ""))
        others = (o for o in found if o.concept.kind == CAST and o.concept.id == name and o.sentence == m.sentence)
        plain = m.concept.id in PLAIN | OLD
        if name and not (plain and any(abs(o.token - m.token) > APART + m.words for o in others)):
            yield replace(m, concept=Concept(id=name, kind=CAST))
        else:
            yield m


@lru_cache(maxsize=64)
def _kinds(cast: tuple[Role, ...], language: str) -> dict[str, str]:
    """Concept ids by which exactly one character can be meant, with the name."""
    each = [(role.name, i) for role in cast for i in _kinds_of(role, language)]
    count = Counter(i for _, i in each)
    return {i: name for name, i in each if count[i] == 1}


def groups_of(cast: tuple[Role, ...], language: str) -> dict[str, tuple[str, ...]]:
    """By the id of a group those of the cast whom it means: "the cousins" of a story with two children."""
    each = {role.name: _kinds_of(role, language) for role in cast}
    young = tuple(name for name, kinds in each.items() if kinds & {"girl", "boy"})
    people = tuple(name for name, kinds in each.items() if kinds & {"girl", "boy", "man", "woman"})
    kin = young if len(young) >= 2 else people if len(people) == 2 else tuple(each) if len(each) == 2 else ()
    return {"kinsfolk": kin, "children": young if len(young) >= 2 else ()}


def _kinds_of(role: Role, language: str) -> frozenset[str]:
    """What a character is: animal, or age and gender, or by trade, as its look and voice say."""
    if animal := animal_of(role.name, role.look, language):
        return frozenset([thing_of(animal)])
    trades = {m.concept.id for m in mentions(role.look, language) if m.concept.kind == "person" and m.count == 1}
    look = load_words().look
    tags = {tag for word in re.findall(r"\w+", fold(f"{role.look} {role.voice}")) for tag in look.get(word, ())}
    woman = bool(tags & {"feminine", "girl"})
    if not woman and not tags & {"masculine", "boy"}:
        return frozenset(trades)
    if "old" in tags:
        return frozenset([*trades, "oldwoman" if woman else "oldman"]) - {"woman", "man"}
    if tags & {"child", "girl", "boy"}:
        return frozenset([*trades, "girl" if woman else "boy"])
    return frozenset([*trades, "woman" if woman else "man"])
