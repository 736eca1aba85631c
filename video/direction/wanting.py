"""Reads what the creator set by hand: in the script's own language, as an id of the table, or in English."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field, replace
from functools import lru_cache

from video.concepts.lookup import columns_for
from video.concepts.mentions import Mention, mentions
from video.concepts.table import CAST, load_concepts, load_lexicon
from video.concepts.words import fold, load_words
from video.direction.handiwork import HANDIWORK
from video.direction.lasting import STAYING
from video.direction.play import Play
from video.direction.who import read_words
from video.shotlist import Acting, Mood, Role, Way

MOST = 12
"""Of one kind in a picture."""
SIZES = ("big", "small")
ACTS = ("doing", "mood")
HANDS_FREE = frozenset((Way.ON, Way.BESIDE, Way.BEHIND, Way.INTO, Way.UP, Way.WHISPER))
"""With these one may hold something."""
STANDS = {"en": "stands", "es": "está de pie", "fr": "est debout", "pt": "está de pé", "ca": "està dret"}
"""Before what says only where somebody is: "under the tree"."""
INFINITIVES = {"fly": "flies", "wave": "waves", "row": "rows"}
"""English verbs that are nouns too; as a wish of somebody they are deeds."""


@dataclass(slots=True, kw_only=True)
class Wanting:
    """Reads wishes of one scene; remembers what it did not understand."""

    language: str
    cast: tuple[Role, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    """Folded word → what it means, by the creator."""
    unknown: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """Of the cast."""
        return tuple(role.name for role in self.cast)

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

    def with_deed(self, act: Acting, words: str) -> Acting | None:
        """Somebody with what they shall do with somebody or something: "carries Leo", "sits on the table".

        None where the words say no such thing.
        """
        if "=" in words or fold(words) in self.words:
            return None
        for standing in (False, True):
            best: tuple[int, Acting] | None = None
            for language in dict.fromkeys((self.language, "en")):
                verb = STANDS.get(language.split("-")[0], "") if standing else ""
                reading = read_words("", f"{act.name} {verb} {words}.", (), self.cast, language, self._own())
                done, worth = Play(reading, (), (act.name,)).acting(act.name, 0, 0), _taken_up(reading.brief)
                if done.deed is not None and (best is None or worth > best[0]):
                    best = worth, done
            if best is not None:
                return _besides(act, best[1], stays=standing and act.doing in STAYING)
        return None

    def others(self, wishes: tuple[str, ...]) -> tuple[Mention, ...]:
        """What is said of people who are no characters, each wish a sentence; a note where it names none."""
        out: list[Mention] = []
        for i, wish in enumerate(wishes):
            rows = (
                read_words("", f"{wish}.", (), (), language, self._own()).brief for language in (self.language, "en")
            )
            found = max(rows, key=_taken_up)  # of equals the script's own language
            if not any(m.concept.kind == "person" and not m.absent for m in found):
                self.notes.append(f"`others` says “{wish}”, which names no people that can be drawn.")
            out += (replace(m, sentence=-1 - i) for m in found)
        return tuple(out)

    def _own(self) -> tuple[tuple[str, str], ...]:
        return tuple(self.words.items())

    def _read(self, text: str, language: str) -> tuple[Mention, ...]:
        return tuple(m for m in mentions(text, language, self.names) if m.concept.kind != CAST)

    def near(self, word: str) -> str:
        """A question whether the nearest known word was meant; empty where none is near."""
        close = _nearest(fold(word), tuple(dict.fromkeys((*columns_for(self.language), "en"))))
        return f"Did you mean “{close}”?" if close else ""


def _besides(act: Acting, done: Acting, *, stays: bool) -> Acting:
    """What somebody shall do with somebody or something, with what else they do."""
    free = done.deed is not None and done.deed.way in HANDS_FREE and not (done.holds or done.task)
    return replace(
        done,
        doing=act.doing if stays else done.doing,
        mood=act.mood if done.mood is Mood.CALM else done.mood,
        holds=act.holds if free else done.holds,
    )


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
