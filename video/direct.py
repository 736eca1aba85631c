"""Direction: from a scene's words to a list of shots. Pure: nothing is read but the tables of words.

A scene is told in one or more shots. Each begins with a line, shows who does what, and is as near as the moment asks.
What the creator set by hand in the front matter goes before all rules. Equal words and seed give equal shots.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from translation.manuscript import Manuscript, Scene, ShotWish, Wishes
from video.chance import Chance
from video.concepts.afar import behind_walls
from video.concepts.scenery import Scenery, understand_scene
from video.concepts.words import fold
from video.direction.before import INDOORS, Before, before, begins_in, keep
from video.direction.cuts import cut, cut_at, uncut
from video.direction.enter import entering, without_later
from video.direction.family import kinds_of_animals, with_families
from video.direction.faraway import has_seafolk
from video.direction.frames import MOST, Frames, Framing, crowded_out, frame_all, talkers
from video.direction.handiwork import in_hands
from video.direction.hands import MANY
from video.direction.indoors import at_home, implied
from video.direction.kin import somebody_known
from video.direction.met import dropped, friends, meant_again
from video.direction.moods import in_danger
from video.direction.play import Play
from video.direction.quotes import without_quotes
from video.direction.strangers import strangers_acting, with_names, without_mark
from video.direction.told_cast import told_cast
from video.direction.vehicles import vehicle_of, without_parts
from video.direction.wanting import Wanting
from video.direction.who import Reading, names_in, present_in, read_words, voices
from video.direction.wishes import act_for, check_explained, explained, wish_for, without
from video.shotlist import Acting, Directed, Doing, Mood, Near, Role, Said, ShotPlan, Way

__all__ = [
    "Acting",
    "Directed",
    "Doing",
    "Mood",
    "Near",
    "Role",
    "Said",
    "ShotPlan",
    "ToDirect",
    "direct",
    "directed",
    "roles_of",
]


NOWHERE = frozenset(("open_sea", "abyss", "underwater", "sky_above"))
"""Places in which nobody stands who is not shown there: whose voice is heard may be ashore."""
AGAIN = 4
"""So many scenes back it is looked who is meant by "she" where nobody is named."""
REACH = 12
"""So many scenes back it is looked where the story is: the longer ago, the less it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDirect:
    """A scene's words, and what the creator wants of it."""

    scene: str = ""
    """Its id."""
    heading: str = ""
    brief: str = ""
    lines: tuple[Said, ...] = ()
    language: str
    cast: tuple[Role, ...] = ()
    """All characters of the story."""
    seed: int = 0
    """It decides only among what is equally good."""
    style: str = ""
    wishes: Wishes = field(default_factory=Wishes)
    words: tuple[tuple[str, str], ...] = ()
    """(word, what it means), by the creator."""
    ends: bool = False
    """Whether it is the story's last."""
    before: Before = field(default_factory=Before)
    """Where and when the scene before it was."""
    met: tuple[str, ...] = ()
    """Who was in the last scene before it that shows somebody."""

    def drawn_with(self) -> int:
        """The seed to draw it with: the creator's own where one is pinned."""
        return self.seed if self.wishes.seed is None else self.wishes.seed


def directed(manuscript: Manuscript, scene: Scene, seed: int = 0) -> Directed:
    """A scene of a manuscript, directed with a run's seed."""
    number = _number(manuscript, scene)
    earlier = manuscript.scenes[max(0, number - REACH) : number]
    asked = [_asked(manuscript, one) for one in (*earlier, scene)]
    told = [_scenery(one)[0] for one in asked]
    first = Before() if told[0].places and not told[0].loose else _begins(manuscript)
    known = before(told[:-1], replace(first, seafolk=has_seafolk(asked[-1].cast, manuscript.language)))
    return direct(replace(asked[-1], seed=seed, before=known, met=_met(asked[:-1])))


def _met(earlier: Sequence[ToDirect]) -> tuple[str, ...]:
    """Who was in the last of some scenes that shows somebody: who is in most scenes first."""
    there = [present_in(_scenery(asked)[1], asked.lines) for asked in earlier]
    often = Counter(name for names in there for name in names)
    met: dict[str, None] = {}
    for names in reversed(there[-AGAIN:]):
        met |= dict.fromkeys(sorted(names, key=lambda name: -often[name]))
        if len(met) > 1:
            break
    return tuple(met)


def _begins(manuscript: Manuscript) -> Before:
    """Where the story is before it says so."""
    title = understand_scene("", manuscript.title.text, manuscript.language, ()) if manuscript.title else None
    later = [_scenery(_asked(manuscript, one))[0] for one in manuscript.scenes[1:REACH]]
    later.sort(key=lambda scenery: not scenery.briefed)  # what a brief shows is surer than what lines speak of
    return begins_in(s for s in (*later, title) if s is not None)


def _number(manuscript: Manuscript, scene: Scene) -> int:
    return next((i for i, s in enumerate(manuscript.scenes) if s.id == scene.id), 0)


def _asked(manuscript: Manuscript, scene: Scene) -> ToDirect:
    return ToDirect(
        scene=scene.id,
        heading=scene.heading,
        brief=scene.brief,
        lines=tuple(Said(text=line.text, who=line.character or "") for line in scene.lines),
        language=manuscript.language,
        cast=roles_of(manuscript),
        style=manuscript.style,
        wishes=scene.wishes,
        words=manuscript.words,
        ends=bool(manuscript.scenes) and scene.id == manuscript.scenes[-1].id,
    )


def roles_of(manuscript: Manuscript) -> tuple[Role, ...]:
    """All characters of a story, as direction knows them."""
    return tuple(Role(name=c.name, look=c.look, voice=c.voice) for c in told_cast(manuscript))


@lru_cache(maxsize=1024)
def direct(asked: ToDirect) -> Directed:
    """The scene's shots, who and what is in them, and what was not understood."""
    wishes = asked.wishes
    scenery, reading, wanting = _scenery(asked)
    guesses = tuple((m.word, m.concept.id) for m in scenery.guessed if m.concept.id in scenery.ids())
    unseen = voices(reading, asked.lines) if NOWHERE & set(scenery.places) else frozenset[str]()
    present = tuple(name for name in present_in(reading, asked.lines) if name not in unseen)
    come = entering(reading, asked.lines, asked.language)
    present = tuple(dict.fromkeys((*present, *come)))
    present = (
        present
        or meant_again(reading, asked.lines, asked.met, asked.cast, asked.language)
        or dropped(reading, asked.lines, asked.met, asked.language)
    )
    present = friends(asked.lines, present, asked.met)
    present = _present(_in_the_open(present, asked, reading, scenery), wishes, wanting.names)
    named = with_names(reading, scenery.people)
    play = Play(named, asked.lines, present, scenery.places)

    @cache  # asked for by every way to frame a shot, and by the shot
    def acts(name: str, first: int, end: int) -> Acting:
        return without_mark(in_danger(play.acting(name, first, end), scenery))

    wanted = with_names(replace(reading, brief=wanting.others(wishes.others), lines=()), scenery.people).brief
    with_others = replace(named, brief=(*named.brief, *wanted))
    strangers = strangers_acting(with_others, asked.lines, scenery.people, present)
    shots = tuple(_shots(asked, (acts, strangers, scenery), reading, present, wanting))
    every = [act for shot in shots for act in (*shot.acting, *shot.strangers)]
    holding = set(frozenset[str].intersection(*(frozenset(shot.away) for shot in shots)))
    many = {i for act in every if act.task in MANY for i in (act.on, act.holds)}
    held = [[act.holds for act in (*shot.acting, *shot.strangers) if act.holds] for shot in shots]
    many |= {i for row in held for i in row if row.count(i) > 1}  # each has one of them
    unknown = tuple(dict.fromkeys((*scenery.unknown, *wanting.unknown)))
    return Directed(
        scene=asked.scene,
        seed=asked.drawn_with(),
        style=wishes.style or asked.style,
        scenery=replace(_laid_down(scenery, holding, many), unknown=unknown),
        present=present,
        shots=shots,
        unknown=unknown,
        guesses=tuple(dict.fromkeys(guesses)),
        notes=tuple(dict.fromkeys((*wanting.notes, *_crowd_note(crowded_out(present, shots))))),
    )


def _crowd_note(names: tuple[str, ...]) -> Iterator[str]:
    if names:
        yield (
            f"No room in every shot of the whole place for {', '.join(f'“{name}”' for name in names)}: "
            f"it shows {MOST} characters. Say under `shots` whom each shows."
        )


def _scenery(asked: ToDirect) -> tuple[Scenery, Reading, Wanting]:
    """(what is to be seen, the words as they were read, the creator's wishes as they were understood)."""
    wanting = _wanting(asked)
    scenery, reading, notes = _understood(replace(asked, seed=0, before=Before()))
    wanting.notes.extend(notes)
    return wish_for(keep(scenery, asked.before), asked.wishes, wanting), reading, wanting


def _wanting(asked: ToDirect) -> Wanting:
    return Wanting(language=asked.language, cast=asked.cast, words=explained(asked.words, asked.wishes))


@lru_cache(maxsize=1024)  # a scene is asked for again by the scenes behind it, for each shape, and by plan and run
def _understood(asked: ToDirect) -> tuple[Scenery, Reading, tuple[str, ...]]:
    """(what a scene's own words ask to be seen, the words as they were read, what the creator explains in vain)."""
    wanting = _wanting(asked)
    own = tuple(wanting.words.items())
    reading = read_words(asked.heading, asked.brief, asked.lines, asked.cast, asked.language, own)
    rest = " . ".join((asked.heading, *_shown(asked)))
    check_explained(wanting, f"{asked.brief} . {rest}")
    briefed = bool(asked.brief.strip())
    known = reading.meant | somebody_known(reading, asked.cast, asked.lines, briefed=briefed)
    scenery = understand_scene(asked.brief, rest, asked.language, wanting.names, own)
    several = {m.concept.id for m in scenery.people if m.count != 1} - reading.grouped
    scenery = without(scenery, known - several)  # one woman is of the cast, two aunts are not
    scenery, untold = with_families(scenery, reading, asked.lines, kinds_of_animals(asked.cast, asked.language))
    wanting.notes.extend(f"Who “{word}” are among animals is not said: drawn without." for word in untold)
    scenery = without_parts(scenery, vehicle_of((reading.brief, *reading.lines)))
    scenery = at_home(scenery) if scenery.housed else scenery
    return implied(scenery) if briefed else scenery, reading, tuple(wanting.notes)


def _shown(asked: ToDirect) -> Iterator[str]:
    """The narrator's lines without what they quote, or all lines where there are none: talk need not be there."""
    told = [without_quotes(line.text) for line in asked.lines if not line.who]
    told = told if any(c.isalpha() for text in told for c in text) else []
    yield from told or (line.text for line in asked.lines)


def _in_the_open(found: tuple[str, ...], asked: ToDirect, reading: Reading, scenery: Scenery) -> tuple[str, ...]:
    """Who is there, where a brief shows the open: not who is told to be behind a window, nor who is with them there.

    A brief that names somebody shows them.
    """
    if not scenery.briefed or INDOORS & set(scenery.places) or not scenery.places or names_in(reading.brief):
        return found
    told = (line.text for line in asked.lines if not line.who)
    return () if any(behind_walls(text, asked.language) for text in told) else found


def _present(found: tuple[str, ...], wishes: Wishes, names: tuple[str, ...]) -> tuple[str, ...]:
    """Who is there, as the creator wants it: characters with wishes of their own are there too."""
    hidden = {name for name in names for h in wishes.hide if fold(h) == fold(name)}
    there = wishes.cast if wishes.cast is not None else tuple(n for n in found if n not in hidden)
    in_shots = (act.name for shot in wishes.shots for act in shot.seen or ())
    return tuple(dict.fromkeys((*there, *(act.name for act in wishes.acts), *in_shots)))


def _shots(
    asked: ToDirect,
    playing: tuple[Callable[[str, int, int], Acting], Callable[[int, int], tuple[Acting, ...]], Scenery],
    reading: Reading,
    present: tuple[str, ...],
    wanting: Wanting,
) -> Iterator[ShotPlan]:
    wishes, (acts, strangers, scenery) = asked.wishes, playing
    stretches = cut(asked.lines) if present else uncut(cut(asked.lines))
    if wishes.shots:
        stretches = cut_at(asked.lines, tuple(s.first for s in wishes.shots))
    frames = Frames(
        lines=asked.lines,
        reading=reading,
        present=present,
        acting=lambda name, stretch: acts(name, stretch.first, stretch.end),
        ends=asked.ends,
        aboard=frozenset(scenery.aboard),
        there=frozenset(m.concept.id for m in (*scenery.things, *scenery.animals)),
        chance=Chance(asked.drawn_with(), f"direct {asked.scene}"),
    )
    late = entering(reading, asked.lines, asked.language)
    hidden = frozenset(m.concept.id for word in wishes.hide for m in wanting.find(word))
    for i, (stretch, framing) in enumerate(zip(stretches, frame_all(stretches, frames), strict=True)):
        wish = wishes.shots[i] if wishes.shots else None
        talk = talkers(stretch, asked.lines, present)
        framing = without_later(framing, late, stretch.end)
        framing = _as_wished(framing, wishes, wish, present, talk)
        out_of_sight = [n for n in present if n not in framing.seen]
        acting, others = (
            tuple(
                _acting(_letting_go(acts(n, stretch.first, stretch.end), hidden), wishes, wish, wanting) for n in names
            )
            for names in (framing.seen, out_of_sight)
        )
        nameless = tuple(_letting_go(act, hidden) for act in strangers(stretch.first, stretch.end))
        yield ShotPlan(
            number=i + 1,
            first=stretch.first,
            near=framing.near,
            focus=framing.focus,
            talks=framing.focus in talk,
            also=next((n for n in talk if n != framing.focus and n in framing.seen and framing.focus in talk), ""),
            seen=framing.seen,
            empty=wish is not None and wish.seen == (),
            acting=acting,
            about=framing.about,
            strangers=nameless,
            away=tuple(sorted(_away(acting, others) | _away(nameless, ()))),
            seconds=stretch.period_s(),
        )


def _away(acting: tuple[Acting, ...], others: tuple[Acting, ...]) -> set[str]:
    """Ids of what stands nowhere in a shot: in anybody's hands, or used by those who are out of sight."""
    hands = {i for act in (*acting, *others) for i in in_hands(act.holds, act.on, act.task)}
    hands |= {act.deed.load for act in acting if act.deed is not None and act.deed.way is Way.LADEN}
    used = {act.deed.to for act in others if act.deed is not None and ":" not in act.deed.to}
    used -= {act.deed.to for act in acting if act.deed is not None}
    return (hands | used) - {""}


def _as_wished(
    framing: Framing, wishes: Wishes, wish: ShotWish | None, present: tuple[str, ...], talk: tuple[str, ...]
) -> Framing:
    """The framing that the creator wants; a shot of several is about the first of them only where they speak."""
    near = Near(wish.near) if wish else Near(wishes.near) if wishes.near else framing.near
    if wish and wish.seen is not None:
        seen = tuple(dict.fromkeys(act.name for act in wish.seen))
        alone = near is Near.CLOSE or (near is Near.MEDIUM and len(seen) == 1)
        return Framing(near=near, focus=seen[0] if seen and (alone or seen[0] in talk) else "", seen=seen)
    if near is framing.near:
        return framing
    if near is Near.CLOSE:
        focus = framing.focus or next(iter(framing.seen or present), "")
        return Framing(near=near, focus=focus, seen=(focus,) if focus else ())
    seen = framing.seen if near is Near.MEDIUM else tuple(dict.fromkeys((*framing.seen, *present)))[:MOST]
    return Framing(near=near, focus=framing.focus, seen=seen)


def _acting(act: Acting, wishes: Wishes, wish: ShotWish | None, wanting: Wanting) -> Acting:
    """What one character does in a shot, as the creator wants it."""
    for wished in wishes.acts:
        if wished.name == act.name:
            act = act_for(act, wished, wanting, wishes.row(wished.name))
    for wished in (wish.seen or ()) if wish else ():
        if wished.name == act.name:
            act = act_for(act, wished, wanting, wishes.row("shots"))
    return act


def _letting_go(act: Acting, hidden: frozenset[str]) -> Acting:
    """What somebody does without what the creator hides: nobody holds it, works at it or sits on it."""
    if act.deed is not None and act.deed.to in hidden:
        act = replace(act, deed=None)
    if act.on in hidden:
        act = replace(act, task="", on="")
    return replace(act, holds="", task="") if act.holds in hidden else act


def _laid_down(scenery: Scenery, holding: set[str], many: set[str]) -> Scenery:
    """The scenery without the one thing that somebody holds, or of ``many`` without all: it is not there twice."""
    held = {m.concept.id for m in (*scenery.things, *scenery.animals) if m.count == 1 or m.concept.id in many} & holding
    return without(scenery, frozenset(held))
