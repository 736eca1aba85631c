"""Reads a job: what is to be seen and who plays in it. Light enough for a plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from video.concepts.living import thing_of
from video.concepts.roles import load_roles, readable
from video.concepts.scenery import Mention, Scenery, animal_of, understand_scene
from video.concepts.words import fold
from video.engine import Figure, PaintJob
from video.engines.papercut.drawn import DRAWN
from video.engines.papercut.people.animal_looks import coat_of, livery_of, unworn_of
from video.engines.papercut.people.customs import dressing_for
from video.engines.papercut.people.strangers import apart, called, strangers_in, with_strangers
from video.engines.papercut.people.wardrobe import PLAIN, Dressing, Person, dress_cast
from video.engines.papercut.people.wishes import unread_of
from video.engines.papercut.things.livery import Livery
from video.shotlist import Near, ShotPlan

MOST_PLAYERS = 6
"""So many have room in one picture; in a scene with more, those of its shots who are seen in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """One who is to be seen: a person, or an animal with its coat."""

    name: str
    person: Person | None = None
    animal: str = ""
    coat: int | None = None
    livery: Livery | None = None
    """An animal's: colours of its parts, and what it wears."""
    role: str = ""
    """Of who is none of the characters, the concept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casting:
    """A job, understood."""

    scenery: Scenery
    players: tuple[Player, ...]
    dressing: Dressing = PLAIN
    """How people of this story are dressed of whom nothing is said."""
    crowded_out: tuple[str, ...] = ()
    """Who would be in the picture, were there room for more."""
    shot: ShotPlan = field(default_factory=ShotPlan)
    """As it was asked for, with what strangers do among what the characters do."""

    def summary(self) -> str:
        """One line for a person, in English."""
        scenery = self.scenery
        parts = [scenery.time, *scenery.weather, *scenery.sky, *(scenery.places or ("open country",))]
        people = [m for m in scenery.people if m.concept.id not in load_roles()]
        parts += [_counted(m) for m in (*scenery.things, *scenery.animals, *people)]
        who = ", ".join(p.name + (f" (a {thing_of(p.animal)})" if p.animal else "") for p in self.players)
        return ", ".join(parts) + (f"; with {who}" if who else "")


def people_of(cast: tuple[Figure, ...], language: str) -> tuple[Figure, ...]:
    """Those of a cast who are no animals, with the language in which their looks are written."""
    people = (f for f in cast if animal_of(f.name, f.look, language) is None)
    return tuple(f if f.language else replace(f, language=language) for f in people)


def is_there(name: str, shot: ShotPlan, cast: Collection[str]) -> bool:
    """True of who is in a shot: of the story's characters those who are seen in it, and all who are none of them."""
    return name not in cast or (not shot.empty and (not shot.seen or name in shot.seen))


def _counted(mention: Mention) -> str:
    name = readable(mention.concept.id)
    return name if mention.count == 1 else f"{name} ({mention.count or 'several'})"


def read_job(job: PaintJob) -> Casting:
    """Understands a job, or takes what direction has understood; the cast in its clothes."""
    names = tuple(figure.name for figure in job.cast)
    asked, order = _asked(job, names)
    scenery = replace(asked, people=apart(asked.people)).drawn_by(DRAWN)
    figures = people_of(job.cast, job.language)
    dressing = dressing_for(figures, job.style)
    people = dress_cast(figures, dressing)
    players: list[Player] = []
    played: set[str] = set()
    if len(order) > MOST_PLAYERS:
        order = tuple(sorted(order, key=lambda name: name not in job.shot.seen))
    for name in order[:MOST_PLAYERS]:
        figure = next(f for f in job.cast if f.name == name)
        kind = animal_of(figure.name, figure.look, job.language)
        if kind is None:
            players.append(Player(name=name, person=people[name]))
        else:
            figure = figure if figure.language else replace(figure, language=job.language)
            coat, livery = coat_of(figure), livery_of(figure, kind)
            players.append(Player(name=name, animal=kind, coat=coat, livery=livery))
            played.add(thing_of(kind))
    # Direction knows which unnamed persons are of the cast; without it, nobody unnamed stands beside the named.
    someone = job.scenery is None and any(p.person for p in players)
    scenery = _without(scenery, played, someone=someone)
    strangers = () if someone else tuple(strangers_in(asked.people, len(order)))
    dressed = dress_cast(tuple(figure for _, figure in strangers), dressing)
    for role, figure in strangers:
        players.append(Player(name=called(figure.name), person=dressed[figure.name], role=role))
    whole = job.shot.near is Near.WIDE and not 0 < len(job.shot.seen) < MOST_PLAYERS
    waiting = (*order[MOST_PLAYERS:], *(p.name for p in players[MOST_PLAYERS:])) if whole else ()
    shot = with_strangers(job.shot, {p.name: p.role for p in players if p.role})
    return Casting(
        scenery=scenery, players=tuple(players[:MOST_PLAYERS]),
        crowded_out=(*waiting, *_fewer(asked.people, [role for role, _ in strangers])), dressing=dressing, shot=shot,
    )  # fmt: skip


def _fewer(people: tuple[Mention, ...], drawn: list[str]) -> Iterator[str]:
    """Of whom fewer are drawn than the words count: "3 of 5 man"."""
    for m in people:
        there = drawn.count(m.concept.id)
        if 0 < there < m.count:
            yield f"{m.count - there} of {m.count} {readable(m.concept.id)}"


def _asked(job: PaintJob, names: tuple[str, ...]) -> tuple[Scenery, tuple[str, ...]]:
    """What is to be seen, and who of the cast is there: as directed, or by the brief first, then heading and text."""
    there = tuple(n for n in job.present if n in names)
    if job.scenery is not None:
        return job.scenery, there
    scenery = understand_scene(job.brief, " . ".join((job.heading, *job.text)), job.language, names)
    named = (name for name in names if _names(job.brief, name))
    return scenery, tuple(dict.fromkeys((*named, *there)))


def _names(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", fold(text)) is not None


def unread_in(figure: Figure) -> tuple[str, ...]:
    """Words of a look that change nothing in its pictures; of an animal's, pieces that it cannot wear."""
    kind = animal_of(figure.name, figure.look, figure.language)
    return unread_of(figure) if kind is None else unworn_of(figure, kind)


def _without(scenery: Scenery, played: set[str], *, someone: bool) -> Scenery:
    """The scenery without what the cast itself plays: a fox named Fox is not there twice.

    Where people of the cast are present, "an old woman" in the words is one of them, not somebody else.
    """
    lights = {"sun", "moon", "star"} & played  # there is one Moon
    return replace(
        scenery,
        animals=tuple(m for m in scenery.animals if m.concept.id not in played or m.kin or m.count != 1),
        things=tuple(m for m in scenery.things if m.concept.id not in played),
        sky=tuple(i for i in scenery.sky if i not in played),
        absent=tuple(sorted({*scenery.absent, *lights})) if lights else scenery.absent,
        people=tuple(m for m in scenery.people if not (someone and m.concept.id in load_roles())),
    )
