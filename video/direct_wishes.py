"""What the creator set by hand: words become concepts, and replace what was understood.

A wish may be written in the script's own language, as an id of the table of concepts, or in English.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from translation.manuscript import ActWish, Wishes
from video.concepts.mentions import mentions
from video.concepts.scenery import Concept, Mention, Scenery, load_concepts
from video.concepts.words import fold
from video.direct_acts import Told, after, told_in
from video.direct_who import CAST
from video.shotlist import Acting


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
        """What one wish asks for; nothing, and a note, where it means nothing."""
        word, equals, meaning = (part.strip() for part in wish.partition("="))
        if equals:
            self.words[fold(word)] = meaning
        found = self.find(meaning if equals else word)
        if not found:
            self.unknown.append(meaning if equals else word)
            self.notes.append(
                f"`{key}`{f' (line {row})' if row else ''} asks for “{wish}”, which means nothing here. "
                f"{self._near(meaning or word)}".strip()
            )
        return found

    def find(self, wish: str) -> tuple[Mention, ...]:
        """The same, without a word about it."""
        wish = self.words.get(fold(wish), wish)
        concepts, _ = load_concepts()
        found = tuple(m for m in mentions(wish, self.language, self.names) if m.concept.kind != CAST)
        if found:
            return found
        *before, last = wish.split() or [""]
        for concept_id in (wish.replace(" ", "_"), last):
            if concept := concepts.get(concept_id.casefold()):
                counted = mentions(f"{' '.join(before)} trees", "en") if before and last == concept_id else ()
                like = counted[-1] if counted else Mention(concept=concept)
                many = like.count if counted and not (like.count == 0 and before[0].isdecimal()) else 1
                return (replace(like, concept=concept, count=many),)
        return tuple(m for m in mentions(wish, "en", self.names) if m.concept.kind != CAST)

    def _near(self, word: str) -> str:
        concepts, lexicon = load_concepts()
        base = self.language.partition("-")[0]
        known = (*concepts, *lexicon.get(base, {}), *lexicon.get("en", {}))
        close = difflib.get_close_matches(fold(word), known, n=1, cutoff=0.7)
        return f"Did you mean “{close[0]}”?" if close else ""


def wish_for(scenery: Scenery, wishes: Wishes, wanting: Wanting) -> Scenery:
    """The scenery as the creator wants it."""

    def asked(key: str, values: Iterable[str]) -> list[Mention]:
        return [m for value in values for m in wanting.resolve(value, key, wishes.row(key))]

    if wishes.time:
        times = _of(asked("time", (wishes.time,)), "time")
        if times:
            scenery = replace(scenery, time=times[-1])
        elif not wanting.notes:
            wanting.notes.append(f"`time` is “{wishes.time}”, which is no time of day.")
    if wishes.place is not None:
        scenery = _with(replace(scenery, places=()), asked("place", wishes.place))
    if wishes.weather is not None:
        scenery = _with(replace(scenery, weather=()), asked("weather", wishes.weather))
    if wishes.show is not None:
        scenery = _with(replace(scenery, things=(), animals=(), people=()), asked("show", wishes.show))
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
        things=left(scenery.things),
        animals=left(scenery.animals),
        people=left(scenery.people),
    )


def act_for(act: Acting, wish: ActWish, wanting: Wanting, row: int) -> Acting:
    """What a character does, as the creator wants it; what is not said stays."""
    for words in wish.acts:
        found = wanting.resolve(words, wish.name, row)
        subject = Mention(concept=Concept(id=wish.name, kind=CAST), token=-1)
        told = told_in([subject, *(replace(m, sentence=0, absent=False) for m in found)])
        for part in told:
            act = after(act, part)
        things = [m for m in found if m.concept.kind in ("thing", "animal")]
        if things and not any(part.holds for part in told):
            act = after(act, Told(name=act.name, holds=things[0].concept.id))
    return act
