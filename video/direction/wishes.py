"""What the creator set by hand: words become concepts, and replace what was understood.

A wish may be written in the script's own language, as an id of the table of concepts, or in English.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from translation.manuscript import ActWish, Wishes
from translation.wishes import NOTHING as NOTHINGS
from video.concepts.lookup import NOTHING, columns_for
from video.concepts.mentions import Mention, mentions
from video.concepts.scenery import Scenery
from video.concepts.table import CAST, Concept, load_concepts, load_lexicon
from video.concepts.tokens import tokens
from video.concepts.words import fold, load_words
from video.direction.acts import told_in
from video.direction.handiwork import HANDIWORK
from video.direction.hands import HANDY, LARGER
from video.direction.lasting import Told, after
from video.shotlist import Acting

MOST = 12
"""Of one kind in a picture."""
SIZES = ("big", "small")
ACTS = ("doing", "mood")
INFINITIVES = {"fly": "flies", "wave": "waves", "row": "rows"}
"""English verbs that are nouns too; as a wish of somebody they are deeds."""


@dataclass(slots=True, kw_only=True)
class Wanting:
    """Reads wishes of one scene; remembers what it did not understand."""

    language: str
    names: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    """Folded word → what it means, by the creator."""
    unknown: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def resolve(self, wish: str, key: str, row: int) -> tuple[Mention, ...]:
        """What one wish asks for; nothing, and a note, where it means nothing.

        "weir=wall" explains a word; "=pan" is the concept of that id, whatever the word means in the script's language.
        """
        word, equals, meaning = (part.strip() for part in wish.partition("="))
        found = self.find(word, meaning if equals else "")
        if not found:
            self.unknown.append(meaning or word)
            self.notes.append(
                f"`{key}`{f' (line {row})' if row else ''} asks for “{wish}”, which means nothing here. "
                f"{self.near(meaning or word)}".strip()
            )
        return found

    def find(self, word: str, meaning: str = "") -> tuple[Mention, ...]:
        """What a wish, or the meaning that it explains itself by, asks for; nothing is remembered."""
        meaning = (meaning or self.words.get(fold(word), "")).lstrip("= ")
        wish = meaning or word
        own = self._read(wish, self.language)
        english = _by_id(wish) or self._read(wish, "en")
        # Whichever takes up more of its words: "red flag" is English though "red" is a net in Spanish.
        first, second = (english, own) if meaning else (own, english)
        return first if _taken_up(first) >= _taken_up(second) else second

    def told(self, name: str, words: str) -> tuple[Mention, ...]:
        """What is wished of somebody, read as their deed or mood: "flies" is no fly; nothing where it is neither."""
        if "=" in words or fold(words) in self.words:
            return ()
        first = load_concepts().get(words.casefold().split()[0]) if words.strip() else None
        if first is not None and first.kind in ACTS:
            return ()  # it begins with an id
        best: tuple[Mention, ...] = ()
        for language in (self.language, "en"):
            said = INFINITIVES.get(words.casefold(), words) if language == "en" else words
            found = self._read(f"{name} {said}.", language)
            if any(m.concept.kind in ACTS for m in found) and _taken_up(found) > _taken_up(best):
                best = found
        return best

    def _read(self, text: str, language: str) -> tuple[Mention, ...]:
        return tuple(m for m in mentions(text, language, self.names) if m.concept.kind != CAST)

    def near(self, word: str) -> str:
        """A question whether the nearest known word was meant; empty where none is near."""
        close = _nearest(fold(word), tuple(dict.fromkeys((*columns_for(self.language), "en"))))
        return f"Did you mean “{close}”?" if close else ""


@lru_cache(maxsize=1024)  # the scenes behind one with such a word ask for it again, and so does each shape
def _nearest(word: str, columns: tuple[str, ...]) -> str:
    known = (*load_concepts(), *(form for column in columns for form in load_lexicon(column)))
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.7)), "")


def _by_id(wish: str) -> tuple[Mention, ...]:
    """A concept named by its id, alone or with number, size and colour in English before it."""
    concepts = load_concepts()
    ids = wish.casefold().split()
    if len(ids) > 1 and ids[0] in HANDIWORK and all(i in concepts for i in ids):
        # Ids are surer than what their parts may mean as words: "milk_cow" is no cow.
        return tuple(Mention(concept=concepts[i], token=k, words=1 + len(wish) * (k > 0)) for k, i in enumerate(ids))
    *before, last = wish.casefold().split() or [""]
    concept = concepts.get(wish.casefold().replace(" ", "_")) or concepts.get(last)
    if concept is None:
        return ()
    if concept.id != last or not before:
        return (Mention(concept=concept),)
    if not all(_qualifies(word) for word in before):
        return ()
    many = before[0] == "several" or (before[0].isdecimal() and before[0] != "1")
    like = mentions(f"{' '.join(w for w in before if w != 'several')} {'trees' if many else 'tree'}", "en")
    count = int(before[0]) if before[0].isdecimal() else 0 if many else 1
    return (replace(like[-1], concept=concept, count=min(count, MOST), words=1),)


def _qualifies(word: str) -> bool:
    return word == "several" or word.isdecimal() or word in SIZES or word in load_words().colours


def _taken_up(found: tuple[Mention, ...]) -> int:
    """How many words of a wish were understood."""
    return sum(m.words + (m.count != 1) + (m.size != 1.0) + (m.colour is not None) for m in found)


def explained(words: Iterable[tuple[str, str]], wishes: Wishes) -> dict[str, str]:
    """By folded word what the creator says that it means: in the story, in the scene, or in a wish ("weir=wall")."""
    listed = (*(wishes.place or ()), *(wishes.weather or ()), *(wishes.show or ()), *wishes.also, *wishes.hide)
    taught = (wish.split("=", 1) for wish in listed if "=" in wish and not wish.startswith("="))
    pairs = (*words, *wishes.words, *((word, meaning) for word, meaning in taught))
    meant = ((fold(word.strip()), meaning.strip(" =").casefold()) for word, meaning in pairs)
    return {word: NOTHING if meaning in ("", *NOTHINGS) else meaning for word, meaning in meant}


def check_explained(wanting: Wanting, text: str) -> None:
    """Notes the words of a text that the creator explains by what means nothing."""
    row = [token.folded for token in tokens(text, wanting.language)] if wanting.words else []
    for word, meaning in wanting.words.items():
        phrase = [token.folded for token in tokens(word, wanting.language)]
        told = any(row[i : i + len(phrase)] == phrase for i in range(len(row)))
        if told and meaning != NOTHING and not wanting.find("", meaning):
            wanting.notes.append(
                f"`words` says that “{word}” is “{meaning}”, which means nothing here. {wanting.near(meaning)}".strip()
            )


def wish_for(scenery: Scenery, wishes: Wishes, wanting: Wanting) -> Scenery:
    """The scenery as the creator wants it."""

    def asked(key: str, values: Iterable[str]) -> list[Mention]:
        found: list[Mention] = []
        for value in values:
            its = wanting.resolve(value, key, wishes.row(key))
            there = its if key == "hide" else tuple(m for m in its if not m.absent)
            found += there
            if its and not there:
                wanting.notes.append(
                    f"`{key}` asks for “{value}”, which is none: what is not to be there is under `hide`."
                )
        return found

    told = len(wanting.notes)
    if wishes.time:
        times = _of(asked("time", (wishes.time,)), "time")
        if times:
            scenery = replace(scenery, time=times[-1], timed=True)
        elif len(wanting.notes) == told:
            wanting.notes.append(f"`time` is “{wishes.time}”, which is no time of day.")
    if wishes.show is not None:
        scenery = _with(replace(scenery, things=(), animals=(), people=()), asked("show", wishes.show))
    if wishes.place is not None:  # after ``show``: a bridge that is asked for as a place is there all the same
        scenery = _with(replace(scenery, places=()), asked("place", wishes.place))
    if wishes.weather is not None:
        scenery = _with(replace(scenery, weather=()), asked("weather", wishes.weather))
    scenery = _with(scenery, asked("also", wishes.also))
    names = {fold(name) for name in wanting.names}
    hidden = asked("hide", (h for h in wishes.hide if fold(h) not in names))
    return without(scenery, frozenset(m.concept.id for m in hidden))


def _of(found: Iterable[Mention], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.concept.id for m in found if m.concept.kind == kind))


def _with(scenery: Scenery, found: list[Mention]) -> Scenery:
    """The scenery and some more: each goes where its kind belongs."""

    def more(there: tuple[Mention, ...], kind: str) -> tuple[Mention, ...]:
        return tuple({m.concept.id: m for m in (*there, *(m for m in found if m.concept.kind == kind))}.values())

    return replace(
        scenery,
        places=tuple(dict.fromkeys((*scenery.places, *_of(found, "place")))),
        sky=tuple(dict.fromkeys((*scenery.sky, *_of(found, "sky")))),
        weather=tuple(dict.fromkeys((*scenery.weather, *_of(found, "weather")))),
        season=next(iter(_of(found, "season")), scenery.season),
        things=more(scenery.things, "thing"),
        animals=more(scenery.animals, "animal"),
        people=more(scenery.people, "person"),
    )


def without(scenery: Scenery, ids: frozenset[str]) -> Scenery:
    """The scenery without some concepts."""
    if not ids:
        return scenery

    def left(there: tuple[Mention, ...]) -> tuple[Mention, ...]:
        return tuple(m for m in there if m.concept.id not in ids)

    return replace(
        scenery,
        places=tuple(p for p in scenery.places if p not in ids),
        sky=tuple(s for s in scenery.sky if s not in ids),
        weather=tuple(w for w in scenery.weather if w not in ids),
        season="" if scenery.season in ids else scenery.season,
        things=left(scenery.things),
        animals=left(scenery.animals),
        people=left(scenery.people),
    )


def act_for(act: Acting, wish: ActWish, wanting: Wanting, row: int) -> Acting:
    """What a character does, as the creator wants it; what is not said stays."""
    for words in wish.acts:
        found = wanting.told(wish.name, words) or wanting.resolve(words, wish.name, row)
        subject = Mention(concept=Concept(id=wish.name, kind=CAST), token=-1)
        told = told_in([subject, *(replace(m, sentence=0, absent=False) for m in found)])
        for part in told:
            act = after(act, part)
        if any(part.holds or part.task for part in told):
            continue
        things = [m for m in found if m.concept.kind in ("thing", "animal")]
        held = [m for m in things if m.concept.id in HANDY | LARGER or (m.concept.kind == "animal" and m.count == 1)]
        if held:
            act = after(act, Told(name=act.name, holds=held[0].concept.id))
        elif things and not told:
            wanting.notes.append(f"`{wish.name}` asks for “{words}”, which no hand can hold.")
    return act
