"""Who is in a boat, and who is in the water: told by the word before the boat, by rowing, by a boat that moves.

A net lies in a boat, a hole is in it, and boats are in a harbour: none of these puts anybody into one. Where somebody
is named who is not said to be aboard, only those who are said to be are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from video.concepts.doers import doers
from video.concepts.relative import is_another
from video.concepts.table import CAST

if TYPE_CHECKING:
    from video.concepts.mentions import Mention
from video.concepts.tokens import Token

BOATS = frozenset(("boat", "canoe", "raft", "ship"))
WATER = frozenset(("sea", "lake", "river", "water", "waves", "swamp", "stream", "waterfall", "flood"))
ASHORE = frozenset(("beach", "harbour", "island", "bridge", "village"))
ALL = ("",)
"""Everybody who is there."""
REACH = 3
"""Words from "in" to the boat: "in the old green boat"."""
POSTURE = 8
"""Words from "sit" to the boat: "sit at the two ends of a small canoe"."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


IN: dict[str, frozenset[str]] = {
    "en": _words("in inside into aboard board onto on"),
    "es": _words("en bordo dentro sobre desde"),
    "fr": _words("dans bord en sur depuis"),
    "pt": _words("em na no nas nos numa num bordo dentro dum duma"),
    "ca": _words("en dins bord damunt dalt amb"),
    "it": _words("in su sulla sul nella bordo"),
    "id": _words("di dalam naik menaiki atas"),
    "sw": _words("katika ndani kwenye"),
    "de": _words("in im auf"),
}
"""By language what stands before a boat in which one is (grammar books; "on the boat", "en barque")."""
INTO: dict[str, frozenset[str]] = {
    "en": _words("in into"), "es": _words("al a en"), "fr": _words("dans a l"), "pt": _words("ao a no na"),
    "ca": _words("al a en"),
}  # fmt: skip
"""By language what stands before the water into which somebody falls."""
OF: dict[str, frozenset[str]] = {
    "en": _words("of"), "es": _words("de del"), "fr": _words("de du"), "pt": _words("de da do"),
    "ca": _words("de del"),
}  # fmt: skip
CLIMBS: dict[str, tuple[str, ...]] = {"es": ("sub", "mont"), "pt": ("sub",), "ca": ("puj",), "fr": ("mont",)}
"""Before "to the boat": who climbs to it is in it."""
TO = _words("a al ao na à")
BEFORE = _words("the a an his her their its my our your old little small big green red blue white yellow new wooden "
                "tiny el la los las un una su sus mi nuestra nuestro vieja viejo pequena pequeno "
                "le les une son sa ses leur leurs ma mon notre vieille vieux petite petit "
                "o os as uma sua seu nossa nosso minha meu velha velho "
                "seva seu meva meu nostra nostre vella vell petita petit of de del da do du")  # fmt: skip
"""Words that may stand between "in" and the boat; others are somebody or something of its own."""
MOVES = _words(
    "drifts drifted glides glided floats floated rocks rocked spins sails sailed slips slid rises "
    "deriva avanza avanzaba avanzo navega navegaba flota flotaba gira salta cruza se "
    "derive derivait avance avancait avanca glisse glissait tangue tanguait tourne flotte flottait file filait "
    "avancava avancou desliza deslizava flutua flutuava pula pulava rodando balanca balancava corta cortava passa "
    "avanca llisca surava sura navegava"
)
"""What a boat does that carries somebody."""
FAR = _words("away far distance distant lejos loin longe lluny horizonte horizon horizont off")
AT_SEA: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split())
    for phrase in (
        "out at sea", "lost at sea", "adrift", "on the high seas", "in the waves", "among the waves",
        "en alta mar", "mar adentro", "a la deriva", "entre las olas", "en medio del mar",
        "en pleine mer", "en haute mer", "a la derive", "au milieu des vagues", "perdu en mer",
        "em alto mar", "a deriva", "no meio do mar", "no meio das ondas", "perdido no mar", "entre as ondas",
        "en alta mar", "mar endins", "enmig de les ones",
    )
)  # fmt: skip
"""Where one is who has a boat under the feet, though none is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnWater:
    """Who is where on the water. Names of characters; ``ALL`` = everybody who is there."""

    aboard: tuple[str, ...] = ()
    """In a boat."""
    bathing: tuple[str, ...] = ()
    """In the water itself."""
    flying: tuple[str, ...] = ()
    """In the air."""


def on_water(found: Sequence[Mention], row: Sequence[Token], language: str) -> OnWater:
    """Who of a text is in a boat and who in the water, by what stands around the boats and the verbs."""
    lang = language.split("-")[0]
    aboard: dict[str, None] = {}
    bathing: dict[str, None] = {}
    flying: dict[str, None] = {}
    for m in found:
        if m.absent:
            continue
        if (m.concept.id == "row" and not _fleet(m, found)) or (m.concept.id in BOATS and _in_it(m, found, row, lang)):
            aboard.update(dict.fromkeys(_who(m, found)))
        elif m.concept.id == "oar" and not _shore(found) and any(b.concept.id in BOATS for b in found):
            aboard.update(dict.fromkeys(ALL))
        elif (_swims(m, row) and not is_another(m, found, row, lang)) or _falls_in(m, found, row, lang):
            bathing.update(dict.fromkeys(_by_themselves(m, found, row)))
        elif m.concept.id == "fly_away":
            flying.update(dict.fromkeys(_by_themselves(m, found, row)))
    if any(m.concept.id in BOATS and not m.absent for m in found):
        aboard.update(dict.fromkeys(_at_bow(found, row)))
        if aboard:
            aboard.update(dict.fromkeys(_owners(found, row, lang)))
    if not aboard and not bathing and _at_sea(row) and not _shore(found):
        aboard.update(dict.fromkeys(ALL))
    if any(m.concept.id == "underwater" for m in found):
        return OnWater(flying=tuple(flying))
    named = {m.concept.id for m in found if m.concept.kind == CAST and not m.absent}
    return OnWater(aboard=_all_of(aboard, named), bathing=_all_of(bathing, named), flying=tuple(flying))


def _swims(m: Mention, row: Sequence[Token]) -> bool:
    return m.concept.id in ("swim", "float") and not _dipped(m, row)


ITS = _words("la le les lo los las it them")


def _fleet(verb: Mention, found: Sequence[Mention]) -> bool:
    """Whether several boats sail, who have crews of their own: "the boats sail out"."""
    before = [m for m in found if m.sentence == verb.sentence and m.token < verb.token and not m.absent]
    boats = any(m.concept.id in BOATS and m.count != 1 for m in before)
    return boats and not any(m.concept.kind == CAST for m in before)


DEEP = ("river", "lake", "sea", "stream", "water", "pond", "waterfall", "harbour", "swamp")


def _falls_in(m: Mention, found: Sequence[Mention], row: Sequence[Token], lang: str) -> bool:
    """Whether somebody falls or jumps into the water: "fell into the river", "cayó al agua"."""
    if m.concept.id not in ("fall", "jump"):
        return False
    water = next((w for w in found if w.token > m.token), None)
    if (
        water is None
        or water.concept.id not in DEEP
        or water.sentence != m.sentence
        or water.token - m.token - m.words > 3
    ):
        return False
    between = {t.folded for t in row[m.token + m.words : water.token]}
    return bool(between & (INTO.get(lang, frozenset())))


def _dipped(m: Mention, row: Sequence[Token]) -> bool:
    """Whether something is put into the water: "la plonge dans une bassine"."""
    return m.token > 0 and row[m.token - 1].folded in ITS and row[m.token - 1].sentence == m.sentence


def _all_of(names: dict[str, None], named: set[str]) -> tuple[str, ...]:
    """The names; ``ALL`` where nobody else is named."""
    if not names:
        return ()
    return ALL if "" in names or named <= set(names) else tuple(names)


def _in_it(boat: Mention, found: Sequence[Mention], row: Sequence[Token], lang: str) -> bool:
    """Whether somebody is said to be in a boat."""
    words = IN.get(lang, frozenset())
    at = boat.token - 1
    while at >= max(0, boat.token - REACH - 1) and row[at].sentence == boat.sentence and not row[at + 1].apart:
        word = row[at].folded
        if lang == "en" and word in ("row", "rows"):
            return True
        if word in words:
            return _somebody(at, boat, found, row)
        if word in TO and any(row[at - 1].folded.startswith(stem) for stem in CLIMBS.get(lang, ()) if at):
            return True
        if word in OF.get(lang, ()) and _sits(at, boat, found):
            return True
        if word not in BEFORE:
            break
        at -= 1
    return _moves(boat, found, row)


def _somebody(at: int, boat: Mention, found: Sequence[Mention], row: Sequence[Token]) -> bool:
    """Whether it is not a thing that is in the boat: "the nets in the boat", "a hole in the boat"."""
    before = [m for m in found if m.sentence == boat.sentence and m.token + m.words <= at and m.concept.kind != "time"]
    last = before[-1] if before else None
    if last is not None and last.token + last.words >= at - 1 and last.concept.kind in ("thing", "animal", "weather"):
        return False  # right before it
    article = at > 1 and row[at - 2].folded in _ARTICLES and row[at - 2].sentence == boat.sentence
    if article and (last is None or last.token < at - 1):
        return False  # "a hole in the boat"
    return not any(m.concept.kind == "animal" for m in before) or any(m.concept.kind == CAST for m in before)


_ARTICLES = _words("a an the un una une uma um le la el o les the")


def _sits(at: int, boat: Mention, found: Sequence[Mention]) -> bool:
    """Whether somebody sits on a part of the boat: "at the bow of the boat"."""
    doing = [
        m for m in found
        if m.concept.id in ("sit", "stand", "kneel", "sleep", "fishing", "row") and not m.absent
        and m.sentence == boat.sentence and 0 < boat.token - m.token <= POSTURE
    ]  # fmt: skip
    if not doing:
        return False
    between = (m for m in found if doing[-1].token < m.token < at)
    return not any(m.concept.kind in ("thing", "place") for m in between)


def _moves(boat: Mention, found: Sequence[Mention], row: Sequence[Token]) -> bool:
    """Whether the boat moves on the water, here and not far away, and nobody is said to be ashore."""
    behind = [t for t in row[boat.token + boat.words :][:6] if t.sentence == boat.sentence]
    for i, token in enumerate(behind):
        if token.apart:
            return False
        if token.folded in MOVES and (i > 0 or token.folded != "se"):
            break
    else:
        return False
    near = [t.folded for t in row if t.sentence == boat.sentence]
    return not FAR & set(near) and not _shore(found) and boat.count == 1


BOW = _words("bow prow stern proa popa proue poupe")
"""Parts of boats alone: whoever stands there is aboard."""
ENDS = _words("avant arriere")
"""French "à l'avant" beside a boat."""


HANDIWORK = frozenset(
    ("work", "write", "building", "wash", "sew", "read", "paint", "draw", "mend", "repair", "carve", "polish", "wipe")
)
"""What is done to a boat from outside: "paints the name on the bow"."""


def _owners(found: Sequence[Mention], row: Sequence[Token], lang: str) -> Iterator[str]:
    """The characters whose boat it is in which somebody is: "La barque d'Armand rentre au port"."""
    for boat, owner in pairwise(found):
        between = row[boat.token + boat.words : owner.token]
        if boat.concept.id in BOATS and owner.concept.kind == CAST and not owner.absent and len(between) <= REACH - 1:
            of = not between or lang in ("fr", "ca") or between[-1].folded in OF.get(lang, ())  # "verte d'Armand"
            if of and not any(t.apart for t in (*between, row[owner.token])):
                yield owner.concept.id


def _at_bow(found: Sequence[Mention], row: Sequence[Token]) -> Iterator[str]:
    """The characters who are at the bow or the stern."""
    for i, token in enumerate(row):
        ends = token.folded in ENDS and i and row[i - 1].folded == "a"
        if (token.folded in BOW or ends) and not _worked_at(i, found):
            there = [m for m in found if m.concept.kind == CAST and m.sentence == token.sentence and m.token < i]
            yield from (m.concept.id for m in there if not m.absent)


def _worked_at(i: int, found: Sequence[Mention]) -> bool:
    """Whether what is done last before a word is done with the hands."""
    done = [m for m in found if m.concept.kind == "doing" and m.token < i and i - m.token <= POSTURE]
    return bool(done) and done[-1].concept.id in HANDIWORK


def _shore(found: Sequence[Mention]) -> bool:
    return any(m.concept.id in ASHORE and not m.absent and not m.loose for m in found)


def _at_sea(row: Sequence[Token]) -> bool:
    text = [t.folded for t in row]
    return any(tuple(text[i : i + len(p)]) == p for p in AT_SEA for i in range(len(text) - len(p) + 1))


def _who(what: Mention, found: Sequence[Mention]) -> tuple[str, ...]:
    """The characters who are named before it in its sentence, else behind it; all where none is named."""
    cast = [m for m in found if m.concept.kind == CAST and m.sentence == what.sentence and not m.absent]
    before = [m.concept.id for m in cast if m.token < what.token]
    return tuple(before or (m.concept.id for m in cast)) or ALL


def _by_themselves(verb: Mention, found: Sequence[Mention], row: Sequence[Token]) -> tuple[str, ...]:
    """The characters who swim or fly, who are named before it."""
    before = (found[i] for i in doers(verb, found, row) if found[i].token < verb.token)
    names = [m.concept.id for m in before if m.concept.kind == CAST]
    return tuple(dict.fromkeys(reversed(names)))
