"""The lines of front matter that fix a scene as it is directed now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translation.manuscript import ActWish
from video.concepts.mentions import Mention
from video.concepts.seasons import ANY
from video.concepts.table import load_concepts
from video.direction.handiwork import FIRE_BOWL
from video.direction.pin_deeds import colour_word, deed_words
from video.direction.told import acted
from video.direction.wanting import Wanting
from video.direction.wishes import act_for
from video.shotlist import Acting, Directed, Mood, Role

_PLAIN = re.compile(r"\w[\w ()+]*")


def pinned(found: Directed, number: int, language: str, cast: tuple[Role, ...] = ()) -> str:
    """YAML for the front matter: all choices of a scene, as ids and English words.

    What somebody does that no words here say exactly stands in a comment: it hangs on the script's text.

    Args:
        language: the script's: what would mean something else there is written with ``=``.
        cast: all characters of the story.
    """
    scenery, sure = found.scenery, _Sure(language, cast)
    seen = (*scenery.sky, *(_said(m) for m in (*scenery.things, *scenery.animals, *scenery.people)))
    weather = (*scenery.weather, *((scenery.season,) if scenery.season not in ("", ANY) else ()))
    rows = [
        "scenes:",
        f"  {number}:",
        f"    seed: {found.seed}",
        *([f"    style: {_scalar(found.style)}"] if found.style else []),
        f"    time: {_scalar(sure.of(scenery.time))}",
        f"    place: {_listed(map(sure.of, scenery.places))}",
        f"    weather: {_listed(map(sure.of, weather))}",
        f"    show: {_listed(map(sure.of, seen))}",
        f"    cast: {_listed(found.present)}",
        "    shots:",
    ]
    for shot in found.shots:
        who = " + ".join(sure.acts(act) for act in shot.acting) or "nobody"
        rows.append(f"      - {_scalar(f'{shot.first + 1} {shot.near.value} {who}')}")
        sure.unsaid += [acted(act) for act in shot.strangers if act != Acting(name=act.name)]
    rows += [f"    # by the text alone: {told}" for told in dict.fromkeys(sure.unsaid)]
    return "\n".join(rows) + "\n"


class _Sure:
    """Writes wishes so that they mean the same when they are read."""

    def __init__(self, language: str, cast: tuple[Role, ...]) -> None:
        self._wanting = Wanting(language=language, cast=cast)
        self.unsaid: list[str] = []
        """What no words were found for that mean exactly this."""

    def of(self, wish: str) -> str:
        plain, exact = self._wanting.find(wish), self._wanting.find("", wish)
        return wish if [*map(_seen, plain)] == [*map(_seen, exact)] else f"={wish}"

    def acts(self, act: Acting) -> str:
        """A character with what they do, in words that are read back as the same."""
        parts = [act.doing.value, act.mood.value if act.mood is not Mood.CALM else ""]
        parts.append(_task(act) if act.task else f"holds {act.holds}" if act.holds else "")
        plain = tuple(self.of(part) for part in parts if part)
        exact = next((words for words in self._with_deed(act, plain) if self._read(act, words) == act), None)
        if exact is None and act.deed is not None:
            self.unsaid.append(acted(act))
        return f"{act.name} ({', '.join(exact or plain)})"

    def _with_deed(self, act: Acting, plain: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Ways to say it, the deed among the rest."""
        if act.deed is None:
            return
        mood = tuple(self.of(m) for m in [act.mood.value] if act.mood is not Mood.CALM)
        for words in deed_words(act, frozenset(self._wanting.names)):
            yield (words, *mood)
            yield (*plain, words)
            yield (words, *plain[1:])

    def _read(self, act: Acting, words: tuple[str, ...]) -> Acting:
        return act_for(Acting(name=act.name), ActWish(name=act.name, acts=words), self._wanting, 0)


def _task(act: Acting) -> str:
    """A handiwork by ids: "peel potato knife"; what it implies without a word is left out."""
    if act.task == "play_music":
        return f"plays music {act.on}"
    on = ("fire", "bowl") if act.on == FIRE_BOWL else (act.on,)
    known = (i for i in (*on, act.holds) if i in load_concepts())
    return " ".join(dict.fromkeys((act.task, *known)))


def _seen(mention: Mention) -> tuple[str, int, int | None, float]:
    return mention.concept.id, mention.count, mention.colour, mention.size


def _listed(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_scalar, values))}]"


def _said(mention: Mention) -> str:
    """A concept with its number, size and colour, as a wish can say it."""
    colour = colour_word(mention.colour)
    count = "" if mention.count == 1 else str(mention.count or "several")
    size = "big" if mention.size > 1 else "small" if mention.size < 1 else ""
    return " ".join(part for part in (count, size, colour, mention.concept.id) if part)


def _scalar(text: str) -> str:
    """A scalar of YAML that is this text: plain where nothing in it means something there."""
    if _PLAIN.fullmatch(text) and text not in ("null", "Null", "NULL"):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
