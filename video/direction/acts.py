"""What characters do, feel and hold: verbs and moods are given to whoever they stand with in their sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from video.concepts.mentions import Mention
from video.concepts.table import CAST
from video.concepts.words import fold
from video.direction.attach import awake, carried, carrying, seated_on, without_aside
from video.direction.beside import acts_itself, stranger
from video.direction.burdens import at_loom, hugs_some, in_arms
from video.direction.deed_words import SEATS
from video.direction.deeds import deed_of, embraced_thing, in_beds, in_mouths, mounted, on_top
from video.direction.handiwork import BESIDE, BODIES, FELT
from video.direction.hands import HANDY, as_whole
from video.direction.lasting import CARRIES, Told
from video.direction.pronouns import is_pronoun
from video.direction.relations import is_relation
from video.direction.verbs import STANDING, doing_of, handled, held, makes_music, mood_of
from video.direction.who import ALL
from video.shotlist import Deed, Doing, Mood, Way

NEXT = 2
"""Words from one name to the next that still belong together: "Nana and Ina dance"; one more before "the old woman"."""
GIVEN = 5
"""Words from "gives" to the kiss."""
ON_OTHERS = frozenset([Doing.EMBRACE, Doing.POINT, Doing.HOLD])
"""What is done to somebody or something: who is named behind it is not the next to do something."""
ACTED_NOUNS = (Doing.DANCE, Doing.SING, Doing.SLEEP)
"""What somebody does though it is said as a noun: "the dance"."""
TOGETHER = frozenset([Doing.WALK, Doing.RUN, Doing.DANCE, Doing.SING])
"""What all who are there do where a sentence names nobody: "that night everybody sang"."""
DESKS = ("table", "desk")  # who writes or draws sits at these
PASSIVE = frozenset([Way.CARRY, Way.FREE, Way.SAVE])
"""What is done to somebody who does nothing else then."""
DOINGS_OF = {
    Way.PUSH: Doing.WALK, Way.PULL: Doing.WALK, Way.LEAD: Doing.WALK, Way.RIDE: Doing.SIT, Way.CLIMB: Doing.WALK,
    Way.FLY: Doing.STAND, Way.FLOAT: Doing.STAND, Way.CARRY: Doing.STAND, Way.PUT: Doing.STAND, Way.BEAR: Doing.STAND,
    Way.THROW: Doing.STAND, Way.FREE: Doing.KNEEL, Way.SAVE: Doing.STAND, Way.OPEN: Doing.STAND,
}  # fmt: skip
"""What the body does meanwhile."""


def told_in(found: Sequence[Mention], present: tuple[str, ...] = (), speaker: str = "") -> tuple[Told, ...]:
    """What a text says of characters.

    Args:
        present: who is there: what a sentence says of nobody by name is said of them, as far as all can do it.
        speaker: who says it, or empty for the narrator: they tell moods of their own, and nobody's doings.
    """
    of_all: list[Told] = []
    out: list[Told] = []
    before: tuple[str, ...] = ()
    for clause in _by_subject(found):
        sentence = [m for m in clause if not m.absent]
        if speaker:
            out += (Told(name=speaker, mood=mood) for mood in _own_moods(sentence))
            continue
        told = _Sentence(sentence, before, present)
        of_all += (replace(one, common=True) for one in told.of_all)
        upon = on_top(sentence)
        out += (Told(name=name, doing=seated_on(deed), deed=deed) for name, deed in upon)
        out += told.of_some
        held_up = tuple(carried(sentence))
        out += (Told(name=by, doing=Doing.STAND, deed=carrying(whom)) for by, whom in held_up)
        out += [Told(name=name, doing=Doing.STAND) for name in (*told.borne, *awake(held_up, told.of_some))]
        readers = [t for t in told.of_some if t.deed is not None and t.deed.way is Way.READ]
        out += [Told(name=name, doing=Doing.SIT, soft=True) for t in readers if t.deed for name in (t.deed.to, t.name)]
        out += (Told(name=name, doing=Doing.SIT, deed=deed) for name, deed in mounted(sentence))
        out += (Told(name=name, holds=kind, in_mouth=True) for name, kind in in_mouths(sentence))
        talk = any(doing_of(m) is Doing.SPEAK for m in sentence)
        abed = Doing.SIT if talk else Doing.SLEEP
        seated = in_beds(sentence)
        out += (Told(name=name, doing=Doing.SIT if deed.to in SEATS else abed, deed=deed) for name, deed in seated)
        somebody = any(m.concept.kind in (CAST, "person", "animal") for m in sentence)
        named = tuple(dict.fromkeys(m.concept.id for m in sentence if m.concept.kind == CAST))
        done = tuple(dict.fromkeys(t.name for t in told.of_some)) or named
        before = done or (() if somebody else before)  # "Le pneu se dégonfla. Il poussa son vélo"
    return (*of_all, *out)  # what is said of somebody counts more than what is said of all


def _by_subject(found: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The sentences, each parted before "he" and "she" who do something: "she carries the lamp, he hugs the jar"."""
    for _, group in groupby(found, key=lambda m: m.sentence):
        clause: list[Mention] = []
        for m in group:
            if is_pronoun(m) and any(c.concept.kind in (CAST, "person") for c in clause):
                yield clause
                clause = []
            clause.append(m)
        yield clause


def _own_moods(sentence: Sequence[Mention]) -> Iterator[Mood]:
    """Moods that somebody tells of themselves: "I am so glad", not "you are tired" or "or I shall weep"."""
    named = any(m.concept.kind == CAST for m in sentence)
    own = any(is_relation(m, "self") for m in sentence)
    if not named and own:
        yield from (mood for m in sentence if m.concept.kind == "mood" and (mood := mood_of(m)))


class _Sentence:
    """Gives the verbs and moods of one sentence to characters.

    Each goes with those named first since the one before; with the next named where nobody was; and where the sentence
    names nobody, with those whom the sentence before was about, or with all who are there.
    """

    def __init__(self, sentence: Sequence[Mention], before: tuple[str, ...], present: tuple[str, ...]) -> None:
        self.of_all: list[Told] = []
        self.of_some: list[Told] = []
        self.borne: list[str] = []
        """Whom somebody carries, frees or pulls up: they do nothing else then."""
        self._whole = sentence
        sentence = [m for m in without_aside(sentence) if not is_relation(m)]
        self._sentence, self._before, self._present = sentence, before, present
        self._who: list[str] = []
        self._every = False
        """Whether those are all who are there: "everybody"."""
        self._fresh = True
        """Whether who is named next begins anew."""
        self._alone = ""
        """Who is named again, apart from the others."""
        self._last = -99
        """The last word of the name before."""
        self._verb = -99
        """The last word that was told of somebody."""
        self._waiting: list[Mention] = []
        """Verbs for which nobody was named yet."""
        self._fronted: list[Mention] = []
        """Verbs that are told before who does them: "Kneeling on a stone, Ana sings"."""
        self._passed: list[Mention] = []
        """Verbs that were given to the name behind them."""
        self._follows = False
        """Whether names stand behind their verbs."""
        self._thing = False
        """Whether a thing does what is told: "the water ran down, ran into the valley"."""
        self._owner: list[str] = []
        """Whose something is of which is told first: "o coração de Ana batia"."""
        self._thing = any(is_relation(m, "thing first") for m in self._whole)
        for i, m in enumerate(sentence):
            self._read(m, sentence[i - 1] if i else None, sentence[i + 1] if i + 1 < len(sentence) else None)
        self._rest()

    def _read(self, m: Mention, before: Mention | None, behind: Mention | None) -> None:
        if m.concept.kind == CAST and self._has("owner", m.token):
            self._owner = self._owner or ([m.concept.id] if self._fresh and not self._who else [])
        elif m.concept.kind == CAST:
            self._name(m)
        elif m.concept.kind == ALL:
            self._about(list(self._present), every=True)
        elif m.concept.kind in ("person", "animal"):
            if self._fresh or (self._has("clause", m.token) and self._verb > self._last):
                self._about([])  # what follows is said of somebody who is no character
        elif in_arms(m, self._whole):
            return  # "elle portait l'enfant dans ses bras"
        elif self._has("noun", m.token) and doing_of(m, self._sentence) not in ACTED_NOUNS and not self._given(m):
            return  # "the building", "a hold"
        elif doing := doing_of(m, self._sentence) or (Doing.STAND if deed_of(m, self._whole, ()) else None):
            self._begin_with(before, m)
            self._does(m, doing, before, behind)
        elif mood_of(m) and self._has("its", m.token):
            return  # "that proud neck"
        elif mood_of(m) and self._fresh and not self._who and self._owner:
            self._tell(m, self._owner)  # "os olhos de Ana encheram-se de lágrimas"
        elif mood_of(m) and self._fresh and not self._who:
            self._waiting.append(m)
        elif mood_of(m):
            self._begin_with(before, m)
            if before is not None and stranger(before, m):
                self._about([])  # "and the neighbours laughed"
            self._tell(m, self._who)

    def _has(self, relation: str, token: int) -> bool:
        return any(is_relation(r, relation) and r.token == token for r in self._whole)

    def _given(self, m: Mention) -> bool:
        """Whether a hug or a kiss is what somebody gives: "Ana gave Leo a kiss"."""
        embraces = doing_of(m, self._sentence) is Doing.EMBRACE
        return embraces and any(g.concept.id == "give" and 0 < m.token - g.token <= GIVEN for g in self._sentence)

    def _parted(self, verb: Mention, other: Mention) -> bool:
        """Whether a new clause begins between a verb and who is named behind it: "fell, and Ana"."""
        marks = (r.token for r in self._whole if is_relation(r, "and"))
        return any(verb.token < token < other.token for token in marks)

    def _joined(self, other: Mention) -> bool:
        """Whether somebody is told of together with who is named before: "Nana and the dog run"."""
        marks = (r.token for r in self._whole if is_relation(r, "and"))
        near = any(self._last < token < other.token <= token + NEXT for token in marks)
        return near and other.token - self._last <= NEXT + 1 and self._verb <= self._last

    def _about(self, who: list[str], *, every: bool = False) -> None:
        self._who, self._fresh, self._every, self._thing = who, False, every, False

    def _name(self, m: Mention) -> None:
        called = fold(m.word) == fold(m.concept.id)
        apart = NEXT + 1 if called else NEXT + 2  # "e a lebre", "i el Vovô": with an article before it
        far = self._verb > self._last or m.token - self._last > apart
        if self._fresh or (self._has("clause", m.token) and far):
            self._about([m.concept.id])
        elif m.token - self._last <= apart and not self._waiting:
            self._who.append(m.concept.id)
        self._alone = m.concept.id if m.token - self._last > apart else ""
        self._last = m.token + m.words - 1
        if m.concept.id in self._who:
            self.of_some += (t for v in self._fronted for t in _told(v, [m.concept.id], self._whole, self._before))
        beside = self._follows and bool(self._passed) and m.concept.id in self._who and not self._alone
        if beside and not self._own_verb(m):  # "Sentaram-se Bea e Tom no banco"
            for verb in self._passed:
                self.of_some += _told(verb, [m.concept.id], self._whole, self._before)
        for verb in [w for w in self._waiting if m.token - w.token <= NEXT and not self._parted(w, m)]:
            self.of_some += _told(verb, [m.concept.id], self._whole, self._before)
            self._waiting.remove(verb)
            self._passed.append(verb)
            self._follows = True

    def _own_verb(self, m: Mention) -> bool:
        """Whether another verb stands behind a name."""
        end = m.token + m.words
        return any(o.concept.kind in ("doing", "mood") and 0 <= o.token - end < NEXT for o in self._sentence)

    def _begin_with(self, before: Mention | None, verb: Mention) -> None:
        """Whoever is named right before a verb does it: "Papi sweeps the leaves, Lucie jumps"."""
        beside = before is not None and before.concept.kind == CAST and verb.token == before.token + before.words
        new = before is not None and (before.concept.id not in self._who or before.concept.id == self._alone)
        owns = before is not None and self._has("owner", before.token)
        if before is not None and beside and new and not owns and not self._waiting:
            self._about([before.concept.id])

    def _does(self, m: Mention, doing: Doing, before: Mention | None, behind: Mention | None) -> None:
        if self._has("fronted", m.token):
            self._fronted.append(m)
            return
        strange = before is not None and stranger(before, m) and not self._joined(before)
        if not self._fresh and strange and doing not in ON_OTHERS:
            self._about([])  # "Sari carries fish, and a cat sleeps"
            return
        if self._has("it", m.token - 1) or self._has("its", m.token):
            self._thing = True
            return  # "and it fell into the sea"
        if self._owner and self._fresh and not self._who and doing not in ACTED_NOUNS:
            return  # "o coração de Ana batia"
        near = behind is not None and behind.concept.kind == CAST and behind.token - m.token <= NEXT
        near = near and behind is not None and not self._parted(m, behind) and not self._has("owner", behind.token)
        self._thing = self._thing or (self._fresh and not self._who and acts_itself(before, m))
        nobody = self._fresh and not self._who and (near or not self._thing)
        if nobody or (self._follows and near):
            self._waiting.append(m)
            return
        whom = [behind.concept.id] if behind is not None and near and doing is Doing.EMBRACE else []
        if doing is Doing.EMBRACE and hugs_some(m, self._whole):
            whom = []
        elif doing is Doing.EMBRACE and len(self._who) == 1 and (behind is None or behind.token - m.token > NEXT):
            others = [name for name in self._present if name not in self._who]
            whom = others if len(others) == 1 else whom  # "Musa embraces her"
        self._tell(m, [*self._who, *whom])
        self._fresh = doing not in ON_OTHERS

    def _tell(self, m: Mention, who: Sequence[str]) -> None:
        self._verb, self._fronted = m.token, []
        told = list(_told(m, who, self._whole, self._before))
        (self.of_all if self._every else self.of_some).extend(told)
        self.borne += [
            t.deed.to for t in told if t.deed is not None and t.deed.way in PASSIVE and self._is_cast(t.deed.to)
        ]

    def _is_cast(self, name: str) -> bool:
        return name in self._present or any(m.concept.kind == CAST and m.concept.id == name for m in self._sentence)

    def _rest(self) -> None:
        """What is said of nobody by name."""
        others = self._before or self._present
        if len(others) == 1 and any(is_relation(m, "they") for m in self._whole):
            return  # "They ate their fish" of a people
        for verb in self._waiting:
            doing = doing_of(verb, self._sentence)
            if len(others) == 1 or doing in TOGETHER:
                into = self.of_some if self._before or len(others) == 1 else self.of_all
                into.extend(_told(verb, others, self._whole, self._before))
            elif doing is Doing.EMBRACE:
                self.of_some += _told(verb, others[:2], self._whole, self._before)


def _told(m: Mention, who: Iterable[str], whole: Sequence[Mention], before: tuple[str, ...] = ()) -> Iterator[Told]:
    sentence = [o for o in whole if not is_relation(o)]
    names = tuple(dict.fromkeys(who))
    deed = deed_of(m, whole, names, before)
    work = handled(m, sentence)
    holds, at = held(m, sentence) if work is None else (work.holds, "")
    bodily = work is not None and work.task in BODIES
    reads = deed is not None and deed.way is Way.READ
    work = work if deed is None or bodily or reads else None  # what is given is held, and the deed shows how
    if work is not None and work.on in BESIDE:
        there = next((t for t in sentence if as_whole(t).concept.id == work.on), None)
        deed = Deed(way=Way.BESIDE, to=there.concept.id if there else work.on, colour=there.colour if there else None)
    if deed is None and m.concept.id == "weave" and at_loom(m, sentence):
        deed = Deed(way=Way.BESIDE, to="loom")
    if at in STANDING and deed is None:
        deed = Deed(way=Way.PLAY, to=at)
    doing = doing_of(m, sentence)
    felt = m.concept.id if m.concept.id in FELT and m.word.casefold() != "cried" else ""  # "'Look!' she cried"
    if work is not None and work.task in ("draw", "write") and any(t.concept.id in DESKS for t in sentence):
        doing = Doing.SIT
    if deed is not None and deed.way is Way.FLOAT:
        holds = next((t.concept.id for t in sentence if t.concept.id in HANDY and t.token > m.token), "")
    if doing is Doing.EMBRACE and hugs_some(m, whole):
        doing, holds = Doing.HOLD, embraced_thing(m, sentence)
    if deed is not None and deed.way is Way.GIVE and not holds:
        deed = None  # "gave him a look"
    if deed is not None:
        doing = None if deed.way is Way.BREATHE else DOINGS_OF.get(deed.way, doing)
    for name in names:
        yield Told(
            name=name,
            doing=doing,
            deed=_with_other(deed, name, names),
            mood=mood_of(m),
            holds=holds,
            in_mouth=m.concept.id in CARRIES,
            at=at,
            music=makes_music(m, sentence),
            task=work.task if work is not None else felt,
            on=work.on if work is not None else "",
        )


def _with_other(deed: Deed | None, name: str, names: tuple[str, ...]) -> Deed | None:
    """The deed of one of two who do it with each other."""
    if deed is None or deed.to or deed.way is not Way.HANDS:
        return deed
    return replace(deed, to=next((n for n in names if n != name), "")) if len(names) == 2 else None
