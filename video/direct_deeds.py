"""What is done with somebody else or with a big thing: told by the verb, the word between, and what stands behind it.

"Pushes the red cart" is a push of the cart; "sits on a stone", "on his back", "behind the tree" are told by the word
before what they are about. A deed is read only where what it is done with is named in the same breath.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from video.concepts.lookup import Source
from video.concepts.mentions import Mention
from video.concepts.table import CAST, Concept
from video.concepts.tokens import Token
from video.shotlist import Deed, Way

RELATION = "relation"
"""Kind of a mention of a word that says where somebody is: "on", "behind"."""
BODY = "body:"
"""Beginning of the id of a relation to somebody's back, head or hand: "on his back"."""
HELD_IN = ("hand", "mouth")
"""Parts of a body on which nobody is, but things may be."""
GAP = 4
"""Words from "on" to the thing: "on the big old stone"."""
REACH = 7
"""Words from a verb to what it is done with."""
RIGHT_BEHIND = 5
"""Words from a verb to the word that says where."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _sets(**words: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(some.split()) for name, some in words.items()}


_BETWEEN: dict[str, dict[str, frozenset[str]]] = {
    "en": _sets(
        on="on onto upon atop astride", behind="behind under beneath underneath", beside="beside by next near",
        into="into inside in",
    ),
    "es": _sets(
        on="sobre encima en", behind="detras tras bajo debajo", beside="junto lado", into="dentro",
    ),
    "fr": _sets(
        on="sur", behind="derriere sous", beside="pres cote aupres", into="dans",
    ),
    "pt": _sets(
        on="sobre cima em no na nos nas num numa", behind="atras detras debaixo sob", beside="junto lado perto",
        into="dentro",
    ),
    "ca": _sets(
        on="sobre damunt dalt en a al", behind="darrere rere sota", beside="costat vora prop", into="dins",
    ),
    "id": _sets(on="atas", behind="belakang bawah balik", beside="samping dekat", into="dalam"),
}  # fmt: skip
"""By language the words between somebody and what they are on, behind, beside or look into (grammar books)."""
_PARTS = _sets(
    back="back shoulders shoulder neck espalda lomo hombros hombro grupa dos epaules epaule costas lombo ombros ombro "
    "garupa esquena llom espatlles espatlla punggung",
    head="head forehead brow nose cabeza frente hocico tete front museau cabeca testa focinho cap front musell kepala",
    lap="lap knees arms regazo rodillas brazos genoux bras colo joelhos bracos falda genolls bracos",
    mouth="mouth beak bill jaws teeth paws talons claws boca pico dientes patas garras bouche bec gueule dents pattes "
    "serres bico dentes garras mulut paruh",
    hand="hand palm mano palma main paume mao palma ma palmell",
)
"""Parts of a body on which somebody else may be."""
UPWARDS = _set("up upwards arriba alto acima amunt dalt haut")
"""Words that say where somebody looks or points."""
HAND_IN_HAND: tuple[tuple[str, ...], ...] = tuple(
    tuple(words.split())
    for words in (
        "hand in hand", "by the hand", "holding hands", "hold hands", "holds hands", "held hands",
        "de la mano", "cogidos de la mano", "main dans la main", "par la main", "se tiennent la main",
        "de maos dadas", "pela mao", "de mao dada", "de la ma", "agafats de la ma", "donades les mans",
        "bergandengan tangan",
    )
)  # fmt: skip

SELF = _set(
    """i me my we us our estoy soy tengo siento me mi mis nos estamos tenemos je suis ai j sommes avons moi mon ma nous
    estou sou tenho sinto meu minha eu estamos temos estic soc tinc sento meu meva som tenim em ens"""
)
"""Words by which somebody speaks of themselves: moods in other speech are those of others, or of nobody."""
SOME = _set("un una une um uma an the some")
"""Articles: behind "embraces" something is hugged, where no person is named."""

PUSHED = _set(
    """bicycle motorbike cart boat canoe raft car truck bus rock box barrel log sled table bed wheel chest piano
    plough door stone swing"""
)
PULLED = _set("rope net boat canoe raft cart sled plough donkey cow goat horse ox camel llama log rock")
RIDDEN = _set(
    """horse donkey camel llama elephant ox cow buffalo reindeer bicycle motorbike yak foal unicorn dragon ostrich
    turtle tortoise whale zebra moose"""
)
LED = _set("horse donkey camel llama ox cow buffalo goat sheep dog elephant yak foal calf reindeer alpaca pig lamb kid")
CLIMBED = _set("ladder tree palm pine baobab rope rock wall branch")
LOOKED_INTO = _set("well box bucket basket pot chest bowl barrel nest bag sack")
STOOD_ON = _set(
    """rock stone log box chest barrel bench chair stool table bed mat carpet haystack firewood throne fence wall
    nest hammock stall desk roof branch tree sled anthill ladder step well sack pillow shell leaf lotus piano
    pumpkin"""
)
"""On which one sits, stands or lies."""
LAIN_IN = _set("bed hammock nest cradle")
NEARBY = _set(
    """bicycle motorbike cart boat car bed cradle chest well plough wheel sled loom tent statue gravestone tree
    door anthill nest sprout haystack fence"""
)
"""Beside which one sits or kneels to be told by it."""
HIDING = _set("rock bush haystack barrel box fence tree door table bed chest cart wall tent sack log stall stone")
POSTURES = _set(
    "sit stand kneel sleep perch wait hide jump climb dance sing speak shout look eat work cry laugh read rear"
)
_OBJECTS: dict[str, tuple[Way, frozenset[str]]] = {
    "push": (Way.PUSH, PUSHED), "pull": (Way.PULL, PULLED), "ride": (Way.RIDE, RIDDEN), "lead": (Way.LEAD, LED),
    "climb": (Way.CLIMB, CLIMBED),
}  # fmt: skip
_WHERE: dict[str, tuple[Way, frozenset[str]]] = {
    "on": (Way.ON, STOOD_ON), "behind": (Way.BEHIND, HIDING), "beside": (Way.BESIDE, NEARBY),
    "into": (Way.INTO, LOOKED_INTO),
}  # fmt: skip


def relations(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """A mention for every word that says where somebody is, with something or a part of a body behind it."""
    between = _BETWEEN.get(language.split("-")[0], _BETWEEN["en"])
    covered = {i for m in found for i in range(m.token, m.token + m.words)}
    for i, token in enumerate(row):
        if i in covered:
            continue
        kind = next((name for name, words in between.items() if token.folded in words), "")
        if not kind:
            continue
        part = _part_behind(i, row)
        if part:
            yield _relation(BODY + part, i, token)
        elif _thing_behind(i, found, row) is not None:
            yield _relation(kind, i, token)
    for i, token in enumerate(row):
        text = tuple(t.folded for t in row[i : i + 4])
        if any(text[: len(words)] == words for words in HAND_IN_HAND):
            yield _relation("hands", i, token)
        elif token.folded in UPWARDS and i not in covered:
            yield _relation("up", i, token)
        elif token.folded in SELF:
            yield _relation("self", i, token)
        elif token.folded == "it" and i not in covered:
            yield _relation("it", i, token)
    for m in found:
        end = m.token + m.words
        text = [t.folded for t in row[end : end + 2] if t.sentence == m.sentence]
        if m.concept.id == "embrace" and set(text[:1] if text[:1] != ["a"] else text) & SOME:
            yield _relation("some", end, row[end])


def _relation(name: str, at: int, token: Token) -> Mention:
    return Mention(
        concept=Concept(id=name, kind=RELATION), token=at, sentence=token.sentence, word=token.written,
        source=Source.TABLE,
    )  # fmt: skip


def _part_behind(i: int, row: Sequence[Token]) -> str:
    for token in row[i + 1 : i + 4]:
        if token.sentence != row[i].sentence or token.apart:
            return ""
        part = next((name for name, words in _PARTS.items() if token.folded in words), "")
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
    verbs = [m.token for m in sentence if m.concept.kind == "doing" and m.token > verb.token]
    end = min((*verbs, verb.token + REACH + 1))
    behind = [m for m in sentence if verb.token < m.token < end and not m.absent]
    kind = verb.concept.id
    if kind == "float" or (kind == "swim" and any(m.concept.id == BODY + "back" for m in behind)):
        return Deed(way=Way.FLOAT)
    if any(m.concept.id == "hands" for m in sentence if abs(m.token - verb.token) <= REACH) and kind != "give":
        return Deed(way=Way.HANDS, to=_other(sentence, who, behind))
    if kind in _OBJECTS:
        found = _object(kind, behind)
        return found if found is not None or kind != "climb" else _where(verb, behind, sentence, who)
    if kind in ("fly_away", "rear"):
        return Deed(way=Way.FLY if kind == "fly_away" else Way.REAR)
    if kind in ("give", "carry", "comfort", "whisper"):
        return _between(kind, sentence, who, behind, before)
    if kind in ("look", "point") and (verb.word.casefold().endswith("up") or any(_upward(m) for m in behind)):
        return Deed(way=Way.UP)
    return _where(verb, behind, sentence, who) if kind in POSTURES else None


def _upward(m: Mention) -> bool:
    return (m.concept.kind == RELATION and m.concept.id == "up") or m.concept.kind == "sky"


def _object(kind: str, behind: Iterable[Mention]) -> Deed | None:
    """The first thing or animal behind a verb that it can be done with."""
    way, fit = _OBJECTS[kind]
    for m in behind:
        if m.concept.kind == CAST and way in (Way.RIDE, Way.LEAD):
            return Deed(way=way, to=m.concept.id)
        if m.concept.kind in ("thing", "animal"):
            return Deed(way=way, to=m.concept.id, colour=m.colour) if m.concept.id in fit else None
    return None


def _where(verb: Mention, behind: Sequence[Mention], sentence: Sequence[Mention], who: Sequence[str]) -> Deed | None:
    """Where somebody sits, stands, lies or hides."""
    for i, relation in enumerate(behind):
        if relation.concept.kind != RELATION or relation.token - verb.token > RIGHT_BEHIND + verb.words:
            continue
        if relation.concept.id.startswith(BODY):
            part = relation.concept.id.removeprefix(BODY)
            whose = _whose(relation, sentence, who)
            return Deed(way=Way.ON, to=f"{whose}:{part}") if whose and part not in HELD_IN else None
        way, fit = _WHERE.get(relation.concept.id, (None, frozenset[str]()))
        thing = behind[i + 1] if i + 1 < len(behind) else None
        if way is None or thing is None:
            continue
        if way is Way.BEHIND and verb.concept.id not in ("hide", "kneel", "sit", "stand", "look", "sleep", "wait"):
            continue
        if way is Way.INTO and verb.concept.id != "look":
            way, fit = Way.ON, LAIN_IN
        if thing.concept.kind == CAST and way is Way.ON:
            return Deed(way=way, to=f"{thing.concept.id}:back")
        if thing.concept.id in fit and thing.count == 1:
            return Deed(way=way, to=thing.concept.id, colour=thing.colour)
    return None


def _whose(relation: Mention, sentence: Sequence[Mention], who: Sequence[str]) -> str:
    """Whose back or head: who is named behind it ("the head of the giraffe"), else who was named before."""
    cast = [m for m in sentence if m.concept.kind == CAST and m.concept.id not in who and not m.absent]
    behind = next((m for m in cast if 0 < m.token - relation.token <= GAP + 1), None)
    before = [m for m in cast if m.token < relation.token]
    return behind.concept.id if behind is not None else before[-1].concept.id if before else ""


def _between(
    kind: str, sentence: Sequence[Mention], who: Sequence[str], behind: Sequence[Mention], before: Sequence[str]
) -> Deed | None:
    """What is done to somebody of the cast who is named behind the verb, or is the only other who can be meant."""
    other = _other(sentence, who, behind)
    if not other and len(before) == 1 and before[0] not in who and len(who) == 1:
        other = before[0]
    if not other:
        return None
    if kind == "carry" and any(m.concept.kind == "thing" and m.count == 1 for m in behind[:1]):
        return Deed(way=Way.GIVE, to=other)  # "brings him a leaf"
    return Deed(way=Way(kind), to=other)


def _other(sentence: Sequence[Mention], who: Sequence[str], behind: Sequence[Mention]) -> str:
    named = [m.concept.id for m in behind if m.concept.kind == CAST and m.concept.id not in who]
    if named:
        return named[0]
    others = {m.concept.id for m in sentence if m.concept.kind == CAST and m.concept.id not in who}
    return next(iter(others)) if len(others) == 1 else ""


def mounted(sentence: Sequence[Mention]) -> Iterator[tuple[str, Deed]]:
    """Who is said without a verb to be on somebody: "Marguerite chews, Pip on her back"."""
    words = [m for m in sentence if not m.absent]
    for before, relation in pairwise(words):
        if not relation.concept.id.startswith(BODY) or relation.concept.kind != RELATION:
            continue
        if before.concept.kind != CAST or relation.token - before.token - before.words > 0:
            continue
        whose = _whose(relation, sentence, (before.concept.id,))
        part = relation.concept.id.removeprefix(BODY)
        if whose and part not in HELD_IN:
            yield before.concept.id, Deed(way=Way.ON, to=f"{whose}:{part}")


def embraced_thing(verb: Mention, sentence: Sequence[Mention]) -> str:
    """Id of the thing that somebody hugs: "hugging a lemon tree"; empty where it is somebody."""
    behind = next((m for m in sentence if m.token > verb.token and m.concept.kind != "doing"), None)
    near = behind is not None and behind.token - verb.token - verb.words <= 2 and not behind.absent
    return behind.concept.id if near and behind is not None and behind.concept.kind == "thing" else ""


def in_mouths(sentence: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """(name, id of what it has in its mouth or paws): "runs with a fish in his mouth"."""
    for before, relation in pairwise(sentence):
        if relation.concept.kind != RELATION or relation.concept.id != BODY + "mouth":
            continue
        near = relation.token - before.token - before.words <= 1 and before.concept.kind in ("thing", "animal")
        who = [m.concept.id for m in sentence if m.concept.kind == CAST and m.token < before.token]
        if near and who and before.count == 1:
            yield who[-1], before.concept.id


def hugs_some(verb: Mention, sentence: Sequence[Mention]) -> bool:
    """Whether somebody hugs something for which there may be no picture: "hugging a lemon tree"."""
    some = any(m.concept.id == "some" and m.token == verb.token + verb.words for m in sentence)
    near = (m for m in sentence if 0 < m.token - verb.token < GAP)
    return some and not any(m.concept.kind in (CAST, "person", "animal") for m in near)
