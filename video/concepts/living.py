"""Things that are somebody: the Moon, a talking pot, an old tree. What a character is whose name or look is a thing."""

from __future__ import annotations

import re

from video.concepts.grammar import load_grammar
from video.concepts.looks import read_look
from video.concepts.lookup import first_named, get_vocabulary
from video.concepts.table import LANGUAGES
from video.concepts.tokens import tokens
from video.concepts.words import fold, load_words

PREFIX = "living_"
"""Before the id of a thing that is somebody: who plays it has a face."""
SKIES = frozenset(("sun", "moon", "star", "cloud", "wind"))
_THINGS = """apple ball balloon barrel basket bell boat book bottle box bread bucket bus candle car chair cheese chest
clock cup door drop drum egg fire flower gift guitar jug kettle lamp lantern leaf letter lightbulb log
mushroom pan pen pillow pot potato pumpkin rock rose sack seed shell ship shoes sprout star stone
suitcase sunflower tomato train truck umbrella tree banana carrot onion coconut bowl mountain
spirit robot snowman scarecrow river sea doll
cooking_pot jar sofa fridge lighthouse cauldron tap potted_plant watering_can accordion"""
LIVING = SKIES | frozenset(_THINGS.split())
"""What may be somebody, as ids of concepts; clothes and what is carried are not: looks begin with them."""
_BEINGS = {
    "spirit": "ghost fantasma fantasmita fantasminha fantome espectro spectre phantom",
    "robot": "robot robots robo robotito robozinho androide android",
    "snowman": "snowman muneco+de+nieve bonhomme+de+neige boneco+de+neve ninot+de+neu",
    "scarecrow": "scarecrow espantapajaros epouvantail espantalho espantaocells",
    "river": "river rio riviere fleuve riu stream brook ruisseau arroyo riacho ribeirao",
    "sea": "sea ocean mar mer oceano ocea",
}
BEINGS = {tuple(phrase.split("+")): kind for kind, words in _BEINGS.items() for phrase in words.split()}
"""Folded words of who is neither person nor animal, by what they are: en, es, fr, pt, ca."""
BY_NAME = frozenset(("spirit", "river", "sea"))
"""Those that only ``BEINGS`` names: a goblin is no ghost."""
LIKE = frozenset(("de", "of", "as", "como", "en", "comme", "com", "d"))
"""Before "ghost" they say that somebody is dressed as one."""
NATURE = SKIES | {"river", "sea", "mountain"}
"""What bears an article before its name and is nobody's."""
SURE = frozenset(("spirit", "robot", "snowman", "scarecrow"))
"""Those of them that nobody is named or described as who is a person."""
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
    named = _being(name) or _first(name, language)
    first = re.split(r"[,;.]|\b(?:with|con|avec|amb|com|who|that|que|qui)\b", look)[0]
    looked = _being(first) or _first(first, language)
    said_first = [word for phrase in read_look(look, language)[:1] for word in phrase]
    if named in NATURE:  # "El Río: viejo" is an old river
        said_first = [word for word in said_first if "old" not in word.tags or "human" in word.tags]
    tags = {tag for word in said_first for tag in word.tags}
    person = bool(tags & (PERSONAL | {"human", "giant"}))
    words = fold(name).replace("'", " ").replace("’", " ").split()
    if named and (
        named == looked
        or (named in SURE and not person)
        or (not person and len(words) > 1 and words[0] in (*ARTICLES, "l"))
    ):
        return PREFIX + named
    begun = fold(first).split()
    said = set(re.findall(r"\w+", fold(look)))
    sure = looked in SURE or (begun[:1] and begun[0] in ARTICLES) or bool(TALKS & said)
    if looked and not person and not BESIDE & set(begun) and sure:
        return PREFIX + looked
    return None


def _being(text: str) -> str | None:
    """Which of ``BEINGS`` the first words of a text are; of a river and the sea nothing else may be named there."""
    words = re.findall(r"\w+", fold(text))[:5]
    for i in range(len(words)):
        for size in (3, 1):
            found = BEINGS.get(tuple(words[i : i + size]))
            if found in SURE and not {*words[:i]} & LIKE:
                return found
            if found is not None and found not in SURE and all(map(_says_how, words[:i] + words[i + size :])):
                return found
    return None


def _says_how(word: str) -> bool:
    """True of articles, colours and adjectives that looks know."""
    words = load_words()
    tags = words.look.get(word, ())
    plain = any(tag == "old" or tag.startswith(("build:", "length:")) for tag in tags) and not PERSONAL & {*tags}
    return word in ARTICLES or word == "l" or word in words.silent or word in words.colours or plain


def thing_of(kind: str) -> str:
    """The concept that a living thing is; of animals, itself."""
    return kind.removeprefix(PREFIX)


def _first(text: str, language: str) -> str | None:
    """The first thing that is named in a text, behind adjectives at most."""
    small = load_grammar().before_things
    own = get_vocabulary(language)
    others = [get_vocabulary(column) for column in LANGUAGES if column != language.split("-")[0]]
    row = [t for t in tokens(text, language) if t.folded not in small and t.folded not in ARTICLES][:3]
    return next((i for v in (own, *others) if (i := first_named(row, (v,), lambda c: c.id in LIVING - BY_NAME))), None)
