"""To whom of a sentence something belongs that stands apart from them, told by mentions of the kind ``relation``.

``fronted``: a verb that is done by who is named behind it ("Kneeling on the stone, Ana ..."). ``arms``: in whose arms
somebody else is. ``aside``: beside whom somebody is, of whom the sentence goes on to tell. ``its``: what somebody does
who is no character ("a plate that floats").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from video.concepts.mentions import Mention
from video.concepts.relative import WHICH, is_another, is_non_finite
from video.concepts.table import CAST
from video.concepts.titles import TITLES
from video.concepts.tokens import Token
from video.concepts.wholes import OF
from video.direction.deed_words import DETERMINERS
from video.direction.lasting import Told
from video.direction.relations import is_relation, relation_at
from video.shotlist import Deed, Doing, Way

_BESIDES = """beside|behind|next to|near|in front of|opposite|close to|detras de|junto a|al lado de|delante de|frente a|
enfrente de|cerca de|derriere|devant|a cote de|pres de|en face de|atras de|ao lado de|em frente de|diante de|perto de|
junto de|ao pe de|darrere de|davant de|al costat de"""
BESIDES = frozenset(tuple(words.split()) for words in _BESIDES.split("|"))
"""Words before a name that say where somebody else is."""
OF_THE = {"del": "de", "du": "de", "do": "de", "da": "de", "al": "a"}
STILL = frozenset(("still", "already", "ainda", "ja", "todavia", "aun", "ya", "encore", "deja", "toujours"))
"""What may stand before a fronted verb."""
_ARMS = "arms brazos bracos bras regazo colo"
ARMS = frozenset(_ARMS.split())
_IN = "in en dans nos em ao no aos entre"
IN = frozenset(_IN.split())
ABOUT = frozenset(("about", "sobre", "acerca"))
HASTY = frozenset(("run", "jump", "fall", "throw", "embrace", "fly", "swim"))
"""Who does this into somebody's arms is not carried."""
SAT_ON = frozenset(("bench", "chair", "stool", "sofa", "armchair", "throne", "hammock", "bed", "log", "swing"))
"""On which one sits where nothing else is told."""
NOUNS = frozenset(("dance", "sing", "sleep"))
"""Doings of which one also tells as of a thing: "it was about a dance"."""


def attached(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions that say so, of one text."""
    for k, m in enumerate(found):
        first = k == 0 or found[k - 1].sentence != m.sentence
        if m.concept.kind == "doing" and first and _fronted(m, found, row, language):
            yield relation_at("fronted", m.token, row)
        elif m.concept.kind == "doing" and (is_another(m, found, row, language) or _spoken_of(m, row)):
            yield relation_at("its", m.token, row)
        elif m.concept.kind == CAST and _has_in_arms(m, row, language):
            yield relation_at("arms", m.token, row)
        elif m.concept.kind == CAST and _is_aside(m, row, language):
            yield relation_at("aside", m.token, row)


def _fronted(verb: Mention, found: Sequence[Mention], row: Sequence[Token], language: str) -> bool:
    """Whether a sentence begins with it, and a name follows behind a comma."""
    at = verb.token
    if at and row[at - 1].sentence == verb.sentence and row[at - 1].folded in STILL:
        at -= 1
    begins = at == 0 or row[at - 1].sentence != verb.sentence
    if not begins or not is_non_finite(verb, row, language):
        return False
    names = (m for m in found if m.concept.kind == CAST and m.sentence == verb.sentence and m.token > verb.token)
    return any(_behind_comma(m, row) for m in names)


def _behind_comma(m: Mention, row: Sequence[Token]) -> bool:
    i = m.token
    while not row[i].apart and i and (row[i - 1].folded in DETERMINERS or row[i - 1].folded in TITLES):
        i -= 1
    return row[i].apart


def _spoken_of(m: Mention, row: Sequence[Token]) -> bool:
    """Whether a dance or a song is only what something is about."""
    before = [t.folded for t in row[max(0, m.token - 2) : m.token] if t.sentence == m.sentence]
    return m.concept.id in NOUNS and bool(ABOUT & set(before[:1])) and len(before) == 2  # "about a dance"


def _is_aside(m: Mention, row: Sequence[Token], language: str) -> bool:
    """Whether a name only says beside, before or behind whom somebody is, and nothing is told of it."""
    i, end, base = m.token, m.token + m.words, language.split("-")[0]
    if row[end - 1].owns or (end < len(row) and row[end].folded in WHICH.get(base, ())):
        return False
    while i and not row[i].apart and row[i - 1].sentence == m.sentence:
        before = tuple(OF_THE.get(t.folded, t.folded) for t in row[max(0, i - 3) : i] if t.sentence == m.sentence)
        if any(before[-n:] in BESIDES for n in (1, 2, 3)):
            return True
        if row[i - 1].folded not in DETERMINERS | TITLES:
            return False
        i -= 1
    return False


def _has_in_arms(m: Mention, row: Sequence[Token], language: str) -> bool:
    """Whether a name says in whose arms somebody is: "en brazos de Ana", "in Ana's arms"."""
    end = m.token + m.words
    if row[end - 1].owns:
        into = m.token > 0 and row[m.token - 1].folded in IN
        return into and end < len(row) and row[end].folded in ARMS
    i = m.token
    while i and not row[i].apart and row[i - 1].folded in DETERMINERS:
        i -= 1
    elided = language.startswith(("fr", "ca"))
    at = i - 1 if i and row[i - 1].folded in OF else i if elided else -1
    if at < 2 or row[at - 1].folded not in ARMS or row[at - 1].sentence != m.sentence:
        return False
    return bool(IN & {t.folded for t in row[max(0, at - 3) : at - 1] if t.sentence == m.sentence})


def carried(sentence: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """(who has somebody in their arms, whom) of a sentence: "Leo, asleep in the arms of Ana"."""
    for arms in (m for m in sentence if is_relation(m, "arms")):
        by = next((m.concept.id for m in sentence if m.token == arms.token and m.concept.kind == CAST), "")
        before = [m for m in sentence if m.concept.kind == CAST and m.token < arms.token and m.concept.id != by]
        if not by or not before:
            continue
        between = {
            m.concept.id for m in sentence if before[-1].token < m.token < arms.token and not in_arms_of(m, arms)
        }
        if not between & HASTY:
            yield by, before[-1].concept.id


def without_aside(sentence: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions without the names that only say where somebody else is: in whose arms, beside whom."""
    aside = {m.token for m in sentence if is_relation(m, "arms", "aside")}
    yield from (m for m in sentence if m.concept.kind != CAST or m.token not in aside)


def in_arms_of(m: Mention, arms: Mention) -> bool:
    """Whether a word only says that it is in the arms of somebody: "en brazos", "dans les bras"."""
    return m.concept.id in ("hold", "embrace") and m.words > 1 and 0 <= arms.token - m.token - m.words < 3


def carrying(whom: str) -> Deed:
    """The deed of who has somebody in their arms."""
    return Deed(way=Way.CARRY, to=whom, part="arms")


def awake(held_up: Iterable[tuple[str, str]], told: Sequence[Told]) -> Iterator[str]:
    """Of those who are in somebody's arms, who is not told to sleep there."""
    asleep = {t.name for t in told if t.doing is Doing.SLEEP}
    yield from (whom for _, whom in held_up if whom not in asleep)


def seated_on(deed: Deed) -> Doing | None:
    """What somebody does who is only said to be on something."""
    return Doing.SIT if deed.to in SAT_ON or deed.way is Way.RIDE else None
