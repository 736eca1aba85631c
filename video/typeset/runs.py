"""A text in runs: stretches of one script, direction and font, none of which splits what readers take for one."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise

from languages.segments import graphemes
from languages.unicode_scripts import COMMON, INHERITED, script_of, scripts_using, written_with
from video.typeset.bidi import levels
from video.typeset.choice import faces_of, has, lacking, two_fonts
from video.typeset.face import Face
from video.typeset.fonts import Asked, Fonts
from video.typeset.problems import Problem, ProblemKind, names_of

CLOSING = dict(zip(")]}»”’」』）】》〉", "([{«“‘「『（【《〈", strict=True))
OPENING = frozenset(CLOSING.values())
"""Pairs: what closes takes the script of what opened, so that both are drawn in one font. Source: Unicode Standard
Annex 24, section 5.2."""
MOST_OPEN = 63
"""Brackets that are open at the same time, at most. Source: Unicode Standard Annex 9, BD16."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a text that is shaped in one go."""

    start: int
    end: int
    """Indices into the row or paragraph, in the order of reading."""
    script: str
    """ISO 15924, a value of Unicode's Script property."""
    level: int
    """Odd: from right to left."""
    face: Face


@dataclass(frozen=True, slots=True, kw_only=True)
class Itemised:
    """A row or paragraph in runs."""

    runs: tuple[Run, ...]
    clusters: tuple[int, ...]
    """Where each grapheme cluster begins."""
    missing: tuple[tuple[int, int, str], ...]
    """(start, end, script) of clusters that no font has; they are in a run all the same."""
    problems: tuple[Problem, ...]
    """Words in two fonts or in another than the rest; places are indices into this text."""


def itemise(text: str, base: str, asked: Asked, fonts: Fonts) -> Itemised:
    """The runs of one row or paragraph, in the order of reading.

    Raises:
        FontRefused: a font file of this machine is damaged.
        MissingProgram: FriBidi is not installed.
    """
    clusters = tuple(accumulate((len(cluster) for cluster in graphemes(text)), initial=0))[:-1]
    level = levels(text, base)
    starts = _one_way(text, clusters, level)
    ends = [*starts[1:], len(text)]
    scripts = _scripts(text, starts, asked.script)
    runs: list[Run] = []
    missing: list[tuple[int, int, str]] = []
    problems: list[Problem] = []
    a = 0
    while a < len(starts):
        b = a + 1
        while b < len(starts) and scripts[b] == scripts[a] and level[starts[b]] == level[starts[a]]:
            b += 1
        pieces = [text[starts[i] : ends[i]] for i in range(a, b)]
        faces = faces_of(pieces, scripts[a], asked, fonts)
        for i in range(a, b):
            if faces[i - a][1]:
                missing.append((starts[i], ends[i], scripts[a]))
        problems += two_fonts(pieces, [f for f, _ in faces], starts[a])
        i = a
        while i < b:
            j = i + 1
            while j < b and faces[j - a][0] is faces[i - a][0]:
                j += 1
            face = faces[i - a][0]
            runs.append(Run(start=starts[i], end=ends[j - 1], script=scripts[a], level=level[starts[i]], face=face))
            i = j
        a = b
    problems += _mixed(text, clusters, runs, problems, asked, fonts)
    return Itemised(runs=tuple(runs), clusters=clusters, missing=tuple(missing), problems=tuple(problems))


def _one_way(text: str, clusters: tuple[int, ...], level: tuple[int, ...]) -> list[int]:
    """Where clusters begin, and where the direction changes within one.

    Signs that stand before a letter or number and are of its cluster (U+0600, U+06DD) run as numbers do, whatever
    follows them. Source: Unicode Standard Annex 29, Prepend; Annex 9, class AN. A mark runs as its letter does.
    """
    if not level or min(level) == max(level):
        return list(clusters)
    starts: list[int] = []
    for start, end in pairwise((*clusters, len(text))):
        starts.append(start)
        starts += [i for i in range(start + 1, end) if level[i] != level[i - 1] and _stands_alone(text[i])]
    return starts


def _stands_alone(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] != "M" and category != "Cf"


def _scripts(text: str, starts: list[int], home: str) -> list[str]:
    """The script of each cluster: what all scripts use takes that of what stands before it, or else after it."""
    found: list[str] = []
    openers: list[tuple[int, str]] = []
    current = ""
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(text)
        script = ""
        for c in text[start:end]:
            script = script_of(c)
            if script not in (COMMON, INHERITED):
                break
            users = scripts_using(c) - {COMMON, INHERITED}
            if users and current not in users:  # the Arabic comma, the danda: some scripts use it, not all
                mine = users & written_with(home)
                script = min(mine or users)
                break
            script = ""
        c = text[start]
        if not script and c in CLOSING and (opened := _opener(openers, CLOSING[c])) is not None:
            current = found[opened]
        current = script or current
        if c in OPENING and len(openers) < MOST_OPEN:
            openers.append((n, c))
        found.append(current)
    first = next((s for s in found if s), "") or home_script(home)
    return [s or first for s in found]


def _opener(openers: list[tuple[int, str]], opening: str) -> int | None:
    """The cluster of the last bracket of a kind that is still open, which is closed with all after it; or None."""
    for i in range(len(openers) - 1, -1, -1):
        if openers[i][1] == opening:
            n = openers[i][0]
            del openers[i:]
            return n
    return None


def home_script(script: str) -> str:
    """The Script property that stands for a language's script where a text has no letters."""
    values = written_with(script)
    return next((s for s in ("Hang", "Hani") if s in values and len(values) > 1), min(values))


def _mixed(
    text: str, clusters: tuple[int, ...], runs: list[Run], known: list[Problem], asked: Asked, fonts: Fonts
) -> list[Problem]:
    """Words of the language's own script in another font than the rest, which may be of another style."""
    own = written_with(asked.script)
    mine = [run for run in runs if run.script in own and any(c.isalpha() for c in text[run.start : run.end])]
    used = {run.face for run in mine}
    places = [p.start for p in known]
    found: list[Problem] = []
    for run in mine if len(used) > 1 else ():
        first = fonts.faces(run.script, asked)[0]
        told = bisect_left(places, run.start) < bisect_right(places, run.end)
        if run.face is first or first not in used or told:
            continue
        starts = clusters[bisect_left(clusters, run.start) : bisect_left(clusters, run.end)]
        pieces = [text[a:b] for a, b in pairwise((*starts, run.end))]
        lacks = lacking(first, next((piece for piece in pieces if not has(first, piece)), pieces[0]))
        what = (
            f"{first.family} lacks {names_of(lacks)}: a word is drawn with {run.face.family}, others with "
            f"{first.family}. A font of your own that has all letters makes them one."
        )
        found.append(Problem(kind=ProblemKind.TWO_FONTS, start=run.start, end=run.end, text=what))
    return found
