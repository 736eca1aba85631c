"""Things that are somebody: the Moon, a talking pot, an old tree. What a character is whose name or look is a thing."""

from __future__ import annotations

import re

from video.concepts.grammar import load_grammar
from video.concepts.looks import read_look
from video.concepts.lookup import first_named, get_vocabulary
from video.concepts.table import LANGUAGES
from video.concepts.tokens import tokens
from video.concepts.words import fold

PREFIX = "living_"
"""Before the id of a thing that is somebody: who plays it has a face."""
SKIES = frozenset(("sun", "moon", "star", "cloud", "wind"))
_THINGS = """apple ball balloon barrel basket bell boat book bottle box bread bucket bus candle car chair cheese chest
clock cup door drop drum egg fire flower gift guitar jug kettle lamp lantern leaf letter lightbulb log
mushroom pan pen pillow pot potato pumpkin rock rose sack seed shell ship shoes sprout star stone
suitcase sunflower tomato train truck umbrella tree banana carrot onion coconut bowl mountain
cooking_pot jar sofa fridge lighthouse cauldron tap potted_plant watering_can accordion"""
LIVING = SKIES | frozenset(_THINGS.split())
"""What may be somebody, as ids of concepts; clothes and what is carried are not: looks begin with them."""
_TALKS = """talking speaking living alive magic face eyes smile parlante habla cara ojos sonrisa viva vivo magico magica
parlant parlante visage yeux sourire vivant vivante magique falante fala rosto olhos sorriso vivo viva
parla cara ulls somriure visatge"""
TALKS = frozenset(_TALKS.split())
"""Words of a look after which a thing is somebody in it: en, es, fr, pt, ca."""
_ARTICLES = "the a an el la los las un una le les une du o os um uma els en na lo"
ARTICLES = frozenset(_ARTICLES.split())
PERSONAL = frozenset(("feminine", "masculine", "girl", "boy", "child", "baby", "teen"))
"""Tags of a look's words that speak of people, though animals have mothers too."""
BESIDE = frozenset(
    [
        "on",
        "in",
        "under",
        "over",
        "at",
        "his",
        "her",
        "sur",
        "sous",
        "dans",
        "en",
        "sobre",
        "na",
        "no",
        "ao",
        "al",
        "sota",
        "damunt",
    ]
)
"""Words behind what is only worn or carried: "a basket on her back"."""


def living_of(name: str, look: str, language: str) -> str | None:
    """The thing that a character is, with ``PREFIX``; None for all others.

    It is one where its name says so with an article ("La Lune", not "Luna"), where name and look agree, or where its
    look begins with a thing of which no words of people are said ("a small clay pot, with a smile").
    """
    named = _first(name, language)
    first = re.split(r"[,;.]", look)[0]
    looked = _first(first, language)
    tags = {tag for phrase in read_look(look, language)[:1] for word in phrase for tag in word.tags}
    person = bool(tags & (PERSONAL | {"human", "giant"}))
    words = fold(name).replace("'", " ").replace("’", " ").split()
    if named and (named == looked or (not person and len(words) > 1 and words[0] in (*ARTICLES, "l"))):
        return PREFIX + named
    begun = fold(first).split()
    said = set(re.findall(r"\w+", fold(look)))
    if looked and not person and not BESIDE & set(begun) and (begun[0] in ARTICLES or TALKS & said):
        return PREFIX + looked
    return None


def thing_of(kind: str) -> str:
    """The concept that a living thing is; of animals, itself."""
    return kind.removeprefix(PREFIX)


def _first(text: str, language: str) -> str | None:
    """The first thing that is named in a text, behind adjectives at most."""
    small = load_grammar().before_things
    own = get_vocabulary(language)
    others = [get_vocabulary(column) for column in LANGUAGES if column != language.split("-")[0]]
    row = [t for t in tokens(text, language) if t.folded not in small and t.folded not in ARTICLES][:3]
    return next((i for v in (own, *others) if (i := first_named(row, (v,), lambda c: c.id in LIVING))), None)
