"""A text in runs: stretches of one script, direction and font, none of which splits what readers take for one."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise

from languages.errors import FontRefused
from languages.segments import graphemes
from languages.unicode_scripts import COMMON, INHERITED, script_of, scripts_using, written_with
from video.typeset.bidi import levels
from video.typeset.face import Face
from video.typeset.fonts import Asked, Fonts
from video.typeset.problems import Problem, ProblemKind, names_of

IGNORABLE = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""Code points that are not seen where a font lacks them (Default_Ignorable_Code_Point).
Source: Unicode 14, DerivedCoreProperties.txt, as Perl 5.36 carries it."""
IGNORABLE_STARTS = [first for first, _ in IGNORABLE]

EMOJI_STYLE = "\ufe0f"
"""Asks for a character as emoji. Source: Unicode Technical Standard 51, section 1.4.4."""
CLOSING = dict(zip(")]}»”’」』）】》〉", "([{«“‘「『（【《〈", strict=True))
OPENING = frozenset(CLOSING.values())
"""Pairs: what closes takes the script of what opened, so that both are drawn in one font. Source: Unicode Standard
Annex 24, section 5.2."""
MOST_OPEN = 63
"""Brackets that are open at the same time, at most. Source: Unicode Standard Annex 9, BD16."""
PICTOGRAPHS = 0x1F000
"""From here on symbols are pictures, which emoji fonts have in colour."""


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
        faces = _faces(pieces, scripts[a], asked, fonts)
        for i in range(a, b):
            if faces[i - a][1]:
                missing.append((starts[i], ends[i], scripts[a]))
        problems += _two_fonts(pieces, [f for f, _ in faces], starts[a])
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


def _faces(pieces: list[str], script: str, asked: Asked, fonts: Fonts) -> list[tuple[Face, bool]]:
    """A face for each cluster, and whether it lacks the cluster all the same.

    One face for the whole stretch where the first one has all of it; otherwise one for each word; clusters get
    different ones only in a word that no face has all of.
    """
    candidates = fonts.faces(script, asked)
    if not candidates:
        raise _no_fonts()
    if all(has(candidates[0], piece) for piece in pieces):
        return [(candidates[0], False)] * len(pieces)
    # What all scripts use is never taken from another style of this script before Latin: brackets in an Arabic text
    # are not those of Nastaliq.
    general = tuple(dict.fromkeys((candidates[0], *fonts.faces("Latn", asked), *candidates)))
    emoji = fonts.emoji()
    chosen: list[tuple[Face, bool]] = []
    a = 0
    while a < len(pieces):
        b = a
        while b < len(pieces) and not pieces[b].isspace():
            b += 1
        while b < len(pieces) and pieces[b].isspace():
            b += 1
        letters = [piece for piece in pieces[a:b] if script_of(piece[0]) != COMMON]
        whole = next((face for face in candidates if all(has(face, piece) for piece in letters)), None)
        for piece in pieces[a:b]:
            order = general if script_of(piece[0]) == COMMON else candidates
            if is_emoji(piece):
                order = (emoji, *order) if emoji else order
            elif whole:
                order = (whole, *order)
            face = next((face for face in order if has(face, piece)), None)
            chosen.append((face or candidates[0], face is None))
        a = b
    return chosen


def _no_fonts() -> FontRefused:
    return FontRefused(
        "No font of Noto is on this machine.",
        expected="Noto's fonts, or a font of your own.",
        remedy="Install them: `apt-get install fonts-noto-core`.",
    )


def is_emoji(piece: str) -> bool:
    """Whether a cluster asks to be drawn as emoji."""
    return EMOJI_STYLE in piece or (ord(piece[0]) >= PICTOGRAPHS and script_of(piece[0]) == COMMON)


def ignorable(point: int) -> bool:
    """Whether a code point is not seen where a font lacks it."""
    n = bisect_right(IGNORABLE_STARTS, point) - 1
    return n >= 0 and point <= IGNORABLE[n][1]


def has(face: Face, cluster: str) -> bool:
    """Whether a face has all of a cluster: as it is written, or composed or decomposed, as the shaper will try."""
    characters = face.characters
    if all(ord(c) in characters for c in cluster):
        return True
    return any(
        all(ord(c) in characters or ignorable(ord(c)) or c.isspace() for c in form)
        for form in (cluster, unicodedata.normalize("NFC", cluster), unicodedata.normalize("NFD", cluster))
    )


def lacking(face: Face, cluster: str) -> str:
    """What of a cluster a face does not have; all of it where it has each character alone."""
    return "".join(c for c in cluster if not has(face, c)) or cluster


def _two_fonts(pieces: list[str], faces: list[Face], start: int) -> list[Problem]:
    """Words whose letters come from two fonts: between them nothing joins."""
    found: list[Problem] = []
    at = start
    for i in range(1, len(pieces)):
        at += len(pieces[i - 1])
        letters = all(unicodedata.category(piece[0])[0] in "LM" for piece in pieces[i - 1 : i + 1])
        if letters and faces[i] is not faces[i - 1]:
            text = (
                f"No font has all letters of a word: {names_of(pieces[i - 1])} is drawn with {faces[i - 1].family}, "
                f"{names_of(pieces[i])} with {faces[i].family}. A font of your own that has both makes them one."
            )
            found.append(Problem(kind=ProblemKind.TWO_FONTS, start=at, end=at + len(pieces[i]), text=text))
    return found


def _mixed(
    text: str, clusters: tuple[int, ...], runs: list[Run], known: list[Problem], asked: Asked, fonts: Fonts
) -> list[Problem]:
    """Words of the language's own script in another font than the rest, which may be of another style."""
    own = written_with(asked.script)
    mine = [run for run in runs if run.script in own and any(c.isalpha() for c in text[run.start : run.end])]
    used = {run.face for run in mine}
    found: list[Problem] = []
    for run in mine if len(used) > 1 else ():
        first = fonts.faces(run.script, asked)[0]
        told = any(run.start <= p.start <= run.end for p in known)
        if run.face is first or first not in used or told:
            continue
        starts = [i for i in clusters if run.start <= i < run.end]
        pieces = [text[a:b] for a, b in pairwise((*starts, run.end))]
        lacks = lacking(first, next((piece for piece in pieces if not has(first, piece)), pieces[0]))
        what = (
            f"{first.family} lacks {names_of(lacks)}: a word is drawn with {run.face.family}, others with "
            f"{first.family}. A font of your own that has all letters makes them one."
        )
        found.append(Problem(kind=ProblemKind.TWO_FONTS, start=run.start, end=run.end, text=what))
    return found
