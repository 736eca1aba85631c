"""What the creator set by hand replaces what was understood; see ``wanting.py`` for how its words are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from translation.manuscript import ActWish, Wishes
from translation.wishes import NOTHING as NOTHINGS
from video.concepts.lookup import NOTHING
from video.concepts.mentions import Mention
from video.concepts.scenery import USUAL, Scenery
from video.concepts.table import CAST, Concept
from video.concepts.tokens import tokens
from video.concepts.words import fold
from video.direction.acts import told_in
from video.direction.hands import HANDY, LARGER
from video.direction.lasting import Told, after
from video.direction.wanting import ACTS, Wanting
from video.shotlist import Acting


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
        found = asked("place", wishes.place)
        if found and not _of(found, "place"):
            wanting.notes.append(_of_another_kind("place", wishes.place, "no place; it is shown in open country"))
        scenery = _with(replace(scenery, places=()), found)
    if wishes.weather is not None:
        found = asked("weather", wishes.weather)
        if found and not (_of(found, "weather") or _of(found, "season")):
            wanting.notes.append(_of_another_kind("weather", wishes.weather, "no weather; it is shown all the same"))
        scenery = _with(replace(scenery, weather=()), found)
    scenery = _with(scenery, asked("also", wishes.also))
    scenery = _with(scenery, [m for m in wanting.others(wishes.others) if m.concept.kind == "person" and not m.absent])
    names = {fold(name) for name in wanting.names}
    hidden = frozenset(m.concept.id for m in asked("hide", (h for h in wishes.hide if fold(h) not in names)))
    scenery = without(scenery, hidden)
    gone = (hidden & USUAL | set(scenery.absent)) - set(scenery.ids())
    return replace(scenery, absent=tuple(sorted(gone)))


def _of_another_kind(key: str, asked: Iterable[str], why: str) -> str:
    return f"`{key}` asks for “{', '.join(asked)}”, which is {why}."


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
        if (done := wanting.with_deed(act, words)) is not None:
            act = done
            continue
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
        elif not told and found and not any(m.concept.kind in ACTS for m in found):
            wanting.notes.append(
                f"`{wish.name}` asks for “{words}”, which is no deed known here, and no hand can hold it."
            )
    return act
