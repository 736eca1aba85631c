"""The season of a scene, by its name or by its signs: red leaves, trees in bloom, snow that lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from video.concepts.tokens import Token
from video.concepts.words import fold, load_words

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

AUTUMN, SPRING, SUMMER, WINTER, SNOWED = "autumn", "springtime", "summer", "wintertime", "snow_lies"
ANY = "any"
"""Another time of the year than before, which one is not told."""
_TURNED = """fallen falling golden amber russet crimson autumn doradas dorados caidas rojizas amarillentas otonales
mortes dorees rousses jaunies rougies daurades caigudes douradas caidas avermelhadas amareladas amarelas vermelhas
amarillas rojas"""
TURNED = frozenset(_TURNED.split())
"""Said of leaves in autumn alone."""
COLOURS = ("red", "yellow", "orange", "brown")
_BLOOM = """bloom blooms bloomed blooming blossom blossoms blossomed blossoming flor floreciendo florecio florecieron
florecia florecian florecido florecidos florece florecen fleur fleurs fleuri fleuris fleurit fleurissent fleurissaient
fleurirent florir floreixen floria florien florit florits floriu floriram floria floriam florido floridas floridos
florescem florescia floresceram"""
BLOOM = frozenset(_BLOOM.split())
_MELTS = """melted melting melts thaw thawed thawing derritio derretia derrite derretido deshielo deshielos fundio
fond fondit fondait fondu fonte degel derreteu derrete degelo fon fos desgel"""
MELTS = frozenset(_MELTS.split())
_BARE = "bare naked leafless desnudo desnudos desnuda desnudas pelados nu nus nue nues depouilles nua nuas despidas"
BARE = frozenset(_BARE.split())
_WOODY = "tree apple_tree cherry_tree pear_tree peach_tree orange_tree lemon_tree orchard sapling"
WOODY = frozenset(_WOODY.split())
_LONG = "months month years year meses mes anos ano mois ans annees mesos anys"
LONG = frozenset(_LONG.split())
"""So much later it is another season."""
LATE, LONG_SCENE = 0.6, 4
"""As in ``course``: behind that share of a scene of so many sentences a season is that with which it ends."""
GROWS = frozenset(("flower", "tree", "grass", "garden", "orchard", "meadow", "park", "forest", "field"))
BESIDE = {"spring": (SPRING, GROWS | {"leaf", "sun", "sky_above"}), "fall": (AUTUMN, frozenset(("leaf",)))}
"""What a word says right before an hour or one of these: "a spring morning", "fall leaves"."""
REACH = 4
"""Words between leaves or trees and what is said of them, at most."""


def season_of(found: Sequence[Mention], row: Sequence[Token]) -> str:
    """Id of the season that words tell or show; empty where they say nothing of it, ``any`` where it is past."""
    late = LATE * len(row) if row and row[-1].sentence + 1 >= LONG_SCENE else len(row)
    named = [m for m in found if m.concept.kind == "season" and not m.absent and m.token < late]
    if named and len({m.concept.id for m in named if m.sentence == named[-1].sentence}) < 3:
        return named[-1].concept.id  # "all four seasons" are none
    if any(_heads(row, i) for i in range(len(row))):
        return SPRING
    shown = (sign for m in found if (sign := _sign(m, row)))
    later = any(m.concept.id == "some_day" and set(fold(m.word).split()) & LONG for m in found)
    return next(shown, ANY if later else "")


def _heads(row: Sequence[Token], i: int) -> bool:
    """Whether a sentence begins with the English season: "Spring in the garden", "Spring." """
    if row[i].written != "Spring" or (i and row[i - 1].sentence == row[i].sentence):
        return False
    return i + 1 == len(row) or row[i + 1].sentence != row[i].sentence or row[i + 1].folded in ("in", "at", "on")


def _sign(m: Mention, row: Sequence[Token]) -> str:
    """The season that one mention shows, with the words beside it."""
    near, what, many = {t.folded for t in _around(m, row)}, m.concept.id, m.count != 1
    if what == "snow" and near & MELTS:
        return ANY
    if m.absent:
        return ""
    if what == "leaf" and many and (near & TURNED or _coloured(m, row)):
        return AUTUMN
    if what in WOODY and near & BLOOM:
        return SPRING
    if many and (what == "bare_tree" or (what in WOODY and near & BARE)):
        return WINTER
    return _beside(m, row)


def _beside(m: Mention, row: Sequence[Token]) -> str:
    """The season that the word right beside it says: "a spring morning", "un matin d'été"."""
    end = m.token + m.words
    if m.concept.kind == "time" and end < len(row) and row[end].exact == "été" and not row[end].apart:
        return SUMMER
    before = row[m.token - 1] if m.token and not row[m.token].apart else None
    if before is None or before.sentence != m.sentence:
        return ""
    season, grows = BESIDE.get(before.folded, ("", GROWS))
    return season if m.concept.kind == "time" or m.concept.id in grows else ""


def _around(m: Mention, row: Sequence[Token]) -> Sequence[Token]:
    """The words beside it, itself among them, in its clause."""
    first, end = max(0, m.token - REACH), min(len(row), m.token + m.words + REACH)
    while any(t.apart or t.sentence != m.sentence for t in row[first + 1 : m.token + 1]) or (
        first < m.token and row[first].sentence != m.sentence
    ):
        first += 1
    stop = next((i for i in range(m.token + m.words, end) if row[i].apart or row[i].sentence != m.sentence), end)
    return row[first:stop]


def _coloured(m: Mention, row: Sequence[Token]) -> bool:
    """Whether leaves are, or turn, red, yellow or brown; where they are green too, they are no autumn's."""
    colours = load_words().colours
    autumnal = {colours[c] for c in COLOURS}
    said = {colours[t.folded] for t in _around(m, row) if t.folded in colours}
    return bool(said & autumnal) and colours["green"] not in said
