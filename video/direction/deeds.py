"""What is done with somebody else or with a big thing: told by the verb, the word between, and what stands behind it.

"Pushes the red cart" is a push of the cart; "sits on a stone", "on his back", "behind the tree" are told by the word
before what they are about. A deed is read only where what it is done with is named in the same breath.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from video.concepts.mentions import Mention
from video.concepts.table import CAST, load_stopwords
from video.concepts.tokens import Token
from video.concepts.words import fold
from video.direction.attach import attached
from video.direction.burdens import burden_of, load_of, part_of, towards
from video.direction.clauses import clauses
from video.direction.closeby import at_vehicle, breathed, mounted_on
from video.direction.deed_subjects import subjects
from video.direction.deed_words import (
    AUXILIARIES,
    BEFORE,
    BELOW,
    BETWEEN,
    DETERMINERS,
    EDGES,
    GAP,
    HAND_IN_HAND,
    HELD_IN,
    HIDING,
    IN_A_RING,
    LAIN_IN,
    NOUNS,
    OBJECTS,
    PARTS,
    POSTURES,
    REACH,
    RIGHT_BEHIND,
    SEATS,
    SELF,
    SOME,
    STOOD_ON,
    UPWARDS,
    WHERE,
)
from video.direction.hands import PHRASES
from video.direction.passing import put_down
from video.direction.relations import BODY, is_relation, relation_at
from video.shotlist import Deed, Way


def relations(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """A mention for every word that says where somebody is, with something or a part of a body behind it."""
    between = BETWEEN.get(language.split("-")[0], BETWEEN["en"])
    covered = {i for m in found if m.concept.id not in PHRASES for i in range(m.token, m.token + m.words)}
    for i, token in enumerate(row):
        if i in covered:
            continue
        kind = next((name for name, words in between.items() if token.folded in words), "")
        kind = "on" if token.folded in EDGES else kind
        kind = kind or towards(i, _thing_behind(i, found, row), token.folded, language)
        kind = kind or ("at" if token.folded in BEFORE else "")
        if not kind:
            continue
        part = _part_behind(i, row)
        if part:
            yield relation_at(BODY + part, i, row)
        elif _thing_behind(i, found, row) is not None:
            yield relation_at(kind, i, row)
    for i, token in enumerate(row):
        text = tuple(t.folded for t in row[i : i + 4])
        if any(text[: len(words)] == words for words in HAND_IN_HAND):
            yield relation_at("hands", i, row)
        elif any(text[: len(words)] == words for words in IN_A_RING):
            yield relation_at("ring", i, row)
        elif token.folded in UPWARDS and i not in covered:
            yield relation_at("up", i, row)
        elif token.folded in SELF:
            yield relation_at("self", i, row)
        elif token.folded in THEY and i not in covered:
            yield relation_at("they", i, row)
        elif token.folded == "it" and i not in covered:
            yield relation_at("it", i, row)
    yield from _things_first(found, row, covered, language)
    yield from subjects(found, row, language)
    yield from attached(found, row, language)
    yield from clauses(found, row, language)
    yield from put_down(found, row, language)
    for m in found:
        within = m.token > 0 and row[m.token - 1].sentence == m.sentence
        name = within and not row[m.token].apart and m.word[:1].isupper()  # "of Sai Krupa Building"
        nouns = NOUNS | {"a"} if language.startswith("en") else NOUNS
        if m.concept.kind == "doing" and within and (name or row[m.token - 1].folded in nouns):
            yield relation_at("noun", m.token, row)
        if _unnamed(m, row, covered, language):
            yield relation_at("its", m.token, row)
        end = m.token + m.words
        text = [t.folded for t in row[end : end + 2] if t.sentence == m.sentence]
        if m.concept.id == "embrace" and set(text[:1] if text[:1] != ["a"] else text) & SOME:
            yield relation_at("some", end, row)


def _things_first(
    found: Sequence[Mention], row: Sequence[Token], covered: set[int], language: str
) -> Iterator[Mention]:
    """A mention at the beginning of every sentence that is about a thing, known or not: "the dress and hair fly"."""
    stop = load_stopwords().get(language.split("-")[0], frozenset())
    for i, token in enumerate(row[:-1]):
        begins = i == 0 or row[i - 1].sentence != token.sentence
        told = token.apart and any(m.sentence == token.sentence and m.token < i for m in found)
        begins = begins or (token.apart and not told)  # "Sem rabiola, a pipa cai"
        if not begins or i in covered or token.folded not in DETERMINERS or row[i + 1].sentence != token.sentence:
            continue
        first = next((m for m in found if m.token > i), None)
        known = first is not None and first.sentence == token.sentence and first.token - i <= 2
        unknown = i + 1 not in covered and row[i + 1].folded not in stop and len(row[i + 1].folded) > 3
        thing = known and first is not None and (first.concept.kind in ("thing", "weather", "sky") or _flows(first))
        if thing or (unknown and not known):
            yield relation_at("thing first", i, row)


def _flows(m: Mention) -> bool:
    return m.concept.id in ("river", "stream", "sea", "lake", "waterfall", "road", "path", "street")


def _unnamed(m: Mention, row: Sequence[Token], covered: set[int], language: str) -> bool:
    """Whether a verb or a mood is that of what means nothing here: "y la goma saltó", "aquel cuello orgulloso"."""
    if m.concept.kind not in ("doing", "mood") or m.token == 0:
        return False
    stop = load_stopwords().get(language.split("-")[0], frozenset())

    def some(i: int) -> bool:
        return (
            0 < i < len(row) and i not in covered and row[i].sentence == row[m.token].sentence
            and row[i].folded not in stop and row[i].folded not in AUXILIARIES and len(row[i].folded) > 2
        )  # fmt: skip

    at = m.token - 1
    while at > 0 and row[at].folded in AUXILIARIES and not row[at + 1].apart:
        at -= 1
    front = some(at) and not row[at + 1].apart and row[at - 1].folded in DETERMINERS and not row[at].apart
    back = (
        m.concept.kind == "mood" and language.startswith("en") and row[m.token - 1].folded in DETERMINERS
        and some(m.token + m.words)
    )  # fmt: skip
    return front or back


THEY = frozenset(("they", "ellos", "ellas", "ils", "elles", "eles", "elas", "ells"))
"""Several do what a sentence tells: it is not the one character who is there."""


def _part_behind(i: int, row: Sequence[Token]) -> str:
    for token in row[i + 1 : i + 4]:
        if token.sentence != row[i].sentence or token.apart:
            return ""
        part = next((name for name, words in PARTS.items() if token.folded in words), "")
        if part:
            return part
    return ""


def _thing_behind(i: int, found: Sequence[Mention], row: Sequence[Token]) -> Mention | None:
    """What stands behind a word as its own: nothing else and no comma between."""
    behind = next((m for m in found if m.token > i), None)
    if behind is None or behind.token - i > GAP or behind.sentence != row[i].sentence or behind.absent:
        return None
    apart = any(t.apart for t in row[i + 1 : behind.token + 1])
    return None if apart or behind.concept.kind not in ("thing", "animal", CAST, "person") else behind


def deed_of(verb: Mention, sentence: Sequence[Mention], who: Sequence[str], before: Sequence[str] = ()) -> Deed | None:
    """What is done with somebody or something by those whom a verb is about.

    ``sentence`` with its relations; ``before``: whom the sentence before was about, for "brings him a leaf".
    """
    if any(is_relation(m, "arms") and 0 < m.token - verb.token <= REACH for m in sentence):
        return None  # "asleep in the arms of Ana"
    acts = (m for m in sentence if m.concept.kind == "doing" and m.concept.id not in PHRASES)
    verbs = [m.token for m in acts if m.token > verb.token]
    verbs += [m.token for m in sentence if is_relation(m, "clause") and m.token > verb.token]
    end = min((*verbs, verb.token + REACH + 1))
    behind = sorted((m for m in sentence if verb.token < m.token < end and not m.absent), key=lambda m: m.token)
    kind = verb.concept.id
    if kind == "float" or (kind == "swim" and any(m.concept.id == BODY + "back" for m in behind)):
        return Deed(way=Way.FLOAT)
    hands = ("hands", "ring") if kind in RINGED else ()
    if (len(who) > 2 or not who) and any(m.concept.id in hands for m in sentence if abs(m.token - verb.token) <= REACH):
        return Deed(way=Way.RING)
    if any(m.concept.id == "hands" for m in sentence if abs(m.token - verb.token) <= REACH) and kind != "give":
        return Deed(way=Way.HANDS, to=_other(sentence, who, behind))
    if (burden := burden_of(verb, sentence, who, behind, before)) is not None:
        return burden
    if kind in OBJECTS:
        found = _object(kind, behind)
        return found if found is not None or kind != "climb" else _where(verb, behind, sentence, who)
    if kind in ("fly_away", "rear"):
        return Deed(way=Way.FLY if kind == "fly_away" else Way.REAR)
    if kind == "blow":
        return breathed(who, behind)
    if kind in ("give", "carry", "comfort", "whisper"):
        brings = kind != "carry" or verb.word.casefold().startswith(BRINGING)
        return _between(verb, sentence, who, behind, before if brings else ())
    if kind in ("look", "point") and (verb.word.casefold().endswith("up") or any(_upward(m) for m in behind)):
        return Deed(way=Way.UP)
    found = _where(verb, behind, sentence, who) if kind in POSTURES else None
    found = found or at_vehicle(verb, behind)
    return _hidden(sentence, verb) if found is None and kind == "hide" else found


def _upward(m: Mention) -> bool:
    return is_relation(m, "up") or m.concept.kind == "sky"


def _object(kind: str, behind: Sequence[Mention]) -> Deed | None:
    """The first thing or animal behind a verb that it can be done with."""
    way, fit = OBJECTS[kind]
    for m in behind:
        if m.concept.kind == CAST and way in (Way.RIDE, Way.LEAD):
            return Deed(way=way, to=m.concept.id)
        if m.concept.kind in ("thing", "animal"):
            load = load_of(behind) if way in (Way.PUSH, Way.PULL) else ""
            return Deed(way=way, to=m.concept.id, colour=m.colour, load=load) if m.concept.id in fit else None
    return None


def _hidden(sentence: Sequence[Mention], verb: Mention) -> Deed | None:
    """Behind what somebody is hidden, where that is said before: "behind the fence, hidden, he looks"."""
    for relation, thing in pairwise([m for m in sentence if m.token < verb.token]):
        known = is_relation(relation, "behind") and thing.concept.id in HIDING
        if known and verb.token - thing.token <= REACH and thing.count == 1:
            return Deed(way=Way.BEHIND, to=thing.concept.id, colour=thing.colour)
    return None


def _where(verb: Mention, behind: Sequence[Mention], sentence: Sequence[Mention], who: Sequence[str]) -> Deed | None:
    """Where somebody sits, stands, lies or hides."""
    for i, relation in enumerate(behind):
        if not is_relation(relation) or relation.token - verb.token > RIGHT_BEHIND + verb.words:
            continue
        if relation.concept.id.startswith(BODY):
            part = relation.concept.id.removeprefix(BODY)
            whose = _whose(relation, sentence, who)
            return Deed(way=Way.ON, to=f"{whose}:{part}") if whose and part not in HELD_IN else None
        if relation.concept.id == "at" and verb.concept.id != "kneel":
            continue
        way, fit = WHERE.get(relation.concept.id, (None, frozenset[str]()))
        thing = behind[i + 1] if i + 1 < len(behind) else None
        if way is None or thing is None:
            continue
        if way is Way.ON and (seat := mounted_on(verb, thing)) is not None:
            return seat
        if way is Way.BEHIND and verb.concept.id not in ("hide", "kneel", "sit", "stand", "look", "sleep", "wait"):
            continue
        if way is Way.INTO and verb.concept.id != "look":
            way, fit = Way.ON, LAIN_IN | SEATS
        if thing.concept.kind == CAST and (thing.concept.id in who or _owns(thing, sentence)):
            continue  # "sur les joues d'Ana"
        if thing.concept.kind == CAST and way is Way.ON:
            return Deed(way=way, to=f"{thing.concept.id}:back")
        if thing.concept.id in fit and thing.count == 1:
            under = way is Way.BEHIND and verb.concept.id != "hide" and fold(relation.word) in BELOW
            return Deed(way=way, to=thing.concept.id, colour=thing.colour, part="under" if under else "")
    return None


def _owns(m: Mention, sentence: Sequence[Mention]) -> bool:
    return any(is_relation(r, "owner") and r.token == m.token for r in sentence)


def _whose(relation: Mention, sentence: Sequence[Mention], who: Sequence[str]) -> str:
    """Whose back or head: who is named behind it ("the head of the giraffe"), else who was named before."""
    cast = [m for m in sentence if m.concept.kind == CAST and m.concept.id not in who and not m.absent]
    behind = next((m for m in cast if 0 < m.token - relation.token <= GAP + 1), None)
    before = [m for m in cast if m.token < relation.token]
    return behind.concept.id if behind is not None else before[-1].concept.id if before else ""


RINGED = ("dance", "play", "sing", "jump")
"""What several do in a ring."""
BRINGING = ("br", "tra", "tro", "appo", "duu")
"""How verbs begin that bring something to somebody; one also carries for oneself."""


def _between(
    verb: Mention, sentence: Sequence[Mention], who: Sequence[str], behind: Sequence[Mention], before: Sequence[str]
) -> Deed | None:
    """What is done to somebody of the cast who is named behind the verb, or is the only other who can be meant."""
    kind = verb.concept.id
    if kind == "carry":  # "carried the news to Ana"
        to = {m.token for m in behind if is_relation(m) and m.word.casefold() == "to"}
        behind = [m for m in behind if m.concept.kind != CAST or m.token - 1 not in to]
    other = _other(
        behind if kind in ("carry", "give") else sentence, who, behind
    )  # "Ana mends a net and Bob carries a basket"
    if not other and len(before) == 1 and before[0] not in who and len(who) == 1:
        other = before[0]
    if not other:
        return None
    if kind == "carry" and any(m.concept.kind == "thing" and m.count == 1 for m in behind[:1]):
        return Deed(way=Way.GIVE, to=other)  # "brings him a leaf"
    return Deed(way=Way(kind), to=other, part=part_of(verb, sentence) if kind == "carry" else "")


def _other(sentence: Sequence[Mention], who: Sequence[str], behind: Sequence[Mention]) -> str:
    named = [m.concept.id for m in behind if m.concept.kind == CAST and m.concept.id not in who]
    if named:
        return named[0]
    others = {m.concept.id for m in sentence if m.concept.kind == CAST and m.concept.id not in who}
    return next(iter(others)) if len(others) == 1 else ""


ON_SOMEBODY = frozenset(("kiss", "embrace", "beat", "bite", "comfort", "look", "fight", "hold"))
"""What is done to somebody at a part of the body: they are not on it."""


def mounted(sentence: Sequence[Mention]) -> Iterator[tuple[str, Deed]]:
    """Who is said without a verb to be on somebody: "Marguerite chews, Pip on her back"."""
    words = [m for m in sentence if not m.absent and m.concept.id not in PHRASES]
    for before, relation in pairwise(words):
        if not relation.concept.id.startswith(BODY) or not is_relation(relation):
            continue
        if before.concept.kind != CAST or relation.token - before.token - before.words > 0:
            continue
        done = (m for m in words if m.concept.kind == "doing" and 0 < before.token - m.token <= m.words + 1)
        if any(m.concept.id in ON_SOMEBODY for m in done):
            continue  # "embrassa Leo sur le front"
        whose = _whose(relation, sentence, (before.concept.id,))
        part = relation.concept.id.removeprefix(BODY)
        if whose and part not in HELD_IN:
            yield before.concept.id, Deed(way=Way.ON, to=f"{whose}:{part}")


def embraced_thing(verb: Mention, sentence: Sequence[Mention]) -> str:
    """Id of the thing that somebody hugs: "hugging a lemon tree"; empty where it is somebody."""
    behind = next((m for m in sentence if m.token > verb.token and m.concept.kind != "doing"), None)
    near = behind is not None and behind.token - verb.token - verb.words <= 2 and not behind.absent
    return behind.concept.id if near and behind is not None and behind.concept.kind == "thing" else ""


def in_beds(sentence: Sequence[Mention]) -> Iterator[tuple[str, Deed]]:
    """Who is said without a verb to be in bed or an armchair: "Ana and Nana, each in her bed, talk"."""
    for relation, bed in pairwise(sentence):
        inside = is_relation(relation, "in", "into", "on")
        if not inside or bed.concept.id not in LAIN_IN | SEATS or bed.token - relation.token > 2:
            continue
        before = [m for m in sentence if m.token < relation.token and not is_relation(m)]
        kinds = {m.concept.kind for m in before}
        if before and kinds == {CAST}:
            deed = Deed(way=Way.ON, to=bed.concept.id, colour=bed.colour)
            yield from ((name, deed) for name in dict.fromkeys(m.concept.id for m in before))


def on_top(sentence: Sequence[Mention]) -> Iterator[tuple[str, Deed]]:
    """Who is said without a verb to be on something: "Tom on a ladder picks apples"."""
    words = [m for m in sentence if not is_relation(m, "clause")]
    for who, relation, thing in zip(words, words[1:], words[2:], strict=False):
        on = is_relation(relation, "on") and relation.token == who.token + who.words
        seat = on or (relation.concept.id == "on" and relation.token - who.token - who.words <= 1)
        if who.concept.kind == CAST and seat and (deed := mounted_on(None, thing)) is not None:
            yield who.concept.id, deed
        if who.concept.kind == CAST and on and thing.token - relation.token <= GAP and thing.count == 1:
            way = Way.CLIMB if thing.concept.id in ("ladder", "stepladder") else Way.ON
            if thing.concept.id in STOOD_ON and not thing.absent:
                yield who.concept.id, Deed(way=way, to=thing.concept.id, colour=thing.colour)


def in_mouths(sentence: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """(name, id of what it has in its mouth or paws): "runs with a fish in his mouth"."""
    for before, relation in pairwise(sentence):
        if not is_relation(relation, BODY + "mouth"):
            continue
        near = relation.token - before.token - before.words <= 1 and before.concept.kind in ("thing", "animal")
        who = [m.concept.id for m in sentence if m.concept.kind == CAST and m.token < before.token]
        if near and who and before.count == 1:
            yield who[-1], before.concept.id
