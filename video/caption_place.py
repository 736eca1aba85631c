"""Where captions stand on a picture: at its foot, or at its head where a face is at the foot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from languages.language import Language
from video.safe_area import safe_area, side_margin
from video.shot import Face, Frame
from video.timeline import Cue
from video.typeset.block import Block, Box, Mark, Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset
from video.typeset.problems import ProblemKind

LETTER = 1 / 18
"""Height of the em, of the picture's height or width, whichever is less: 40 px of 720."""
LEAST_LETTER = 0.7
"""A caption shrinks to so much of it where its rows are too long for a wide picture, then it takes more rows."""
NARROW_LETTER = 0.95
"""In tall and square pictures, letters are at least this high and take as many rows as they need: small letters are not
read on a telephone."""
NARROW_RATIO = 1.2
"""Pictures less wide than this, by their height, are such."""
ROOMY_EM = 0.5
"""So much is left free between a caption and a face."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A stretch of a film, in ticks, in which faces stay where they are."""

    start: int
    end: int
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCue:
    """A caption as it stands on the picture."""

    cue: Cue
    block: Block
    left_px: float
    top_px: float
    """Where the room of the block begins."""
    words: tuple[tuple[int, tuple[Mark, ...]], ...] = ()
    """(tick from which a word is heard, where it stands), in order; empty where that cannot be told."""

    def box(self) -> Box:
        """What it takes of the picture."""
        box = self.block.box
        return Box(
            left=self.left_px + box.left,
            top=self.top_px,
            right=self.left_px + box.right,
            bottom=self.top_px + self.block.height_px,
        )


def drawn_cues(
    cues: tuple[Cue, ...], language: Language, fonts: Fonts, frame: Frame, seen: tuple[Seen, ...] = ()
) -> tuple[DrawnCue, ...]:
    """Captions set and placed; those that are seen with the same faces stand at the same place.

    Raises:
        TextUndrawable: a character is in no font of this machine; it says which, and which package has it.
        FontRefused, MissingProgram: as ``typeset``.
    """
    area = safe_area(frame)
    set_ = [_set(cue, language, fonts, frame) for cue in cues]
    together: dict[tuple[Face, ...], list[int]] = defaultdict(list)
    for n, cue in enumerate(cues):
        together[_faces(cue, seen)].append(n)
    placed: dict[int, DrawnCue] = {}
    for faces, mine in together.items():
        high = _at_head([set_[n] for n in mine], faces, frame, area)
        for n in mine:
            top = area.top if high else area.bottom - set_[n].block.height_px
            placed[n] = replace(set_[n], top_px=top)
    return tuple(placed[n] for n in range(len(cues)))


def soft_at_head(cues: tuple[Cue, ...], seen: tuple[Seen, ...]) -> tuple[bool, ...]:
    """Whether each caption that the player draws should stand at the head of the picture: it would hide a face at the
    foot, and less of it at the head. How players set them is not known: two rows in the middle are assumed."""
    unit, foot, head = Frame(width_px=1, height_px=1), Box(**_PLAYERS, **_FOOT), Box(**_PLAYERS, **_HEAD)
    found: list[bool] = []
    for cue in cues:
        faces = _faces(cue, seen)
        low = _hidden(foot, faces, unit)
        found.append(low > 0 and _hidden(head, faces, unit) < low)
    return tuple(found)


_PLAYERS = {"left": 0.15, "right": 0.85}
_FOOT, _HEAD = {"top": 0.8, "bottom": 0.97}, {"top": 0.03, "bottom": 0.2}


def _set(cue: Cue, language: Language, fonts: Fonts, frame: Frame) -> DrawnCue:
    size = LETTER * min(frame.width_px, frame.height_px)
    narrow = frame.width_px < NARROW_RATIO * frame.height_px
    style = Style(size_px=size, smallest_px=(NARROW_LETTER if narrow else LEAST_LETTER) * size)
    shown = "\n".join(cue.rows)
    margin = side_margin(frame)  # in the middle of the picture, not of what apps leave free
    width = frame.width_px - 2 * margin
    block = typeset(shown, language, fonts, style, Room(width_px=width, rows=len(cue.rows)))
    if any(p.kind is ProblemKind.TOO_MANY_ROWS for p in block.problems):
        # A narrow picture: rows of its own, larger than what two of them would have to be.
        larger = Style(size_px=NARROW_LETTER * size)
        block = typeset(cue.text or shown, language, fonts, larger, Room(width_px=width))
    return DrawnCue(cue=cue, block=block, left_px=margin, top_px=0.0, words=_words(cue, block))


def _words(cue: Cue, block: Block) -> tuple[tuple[int, tuple[Mark, ...]], ...]:
    """Where each word stands, by its place among all characters that are not spaces: rows may end elsewhere than the
    cue's own, and nothing else is changed. Empty where something is."""
    shown = [(n, i) for n, row in enumerate(block.rows) for i, c in enumerate(row.text) if not c.isspace()]
    lengths = [sum(not c.isspace() for c in word.text) for word in cue.words]
    said = "".join(c for word in cue.words for c in word.text if not c.isspace())
    if not lengths or said != "".join(block.rows[n].text[i] for n, i in shown):
        return ()
    found: list[tuple[int, tuple[Mark, ...]]] = []
    at = 0
    for word, length in zip(cue.words, lengths, strict=True):
        places = shown[at : at + length]
        at += length
        rows = dict.fromkeys(n for n, _ in places)
        marks = [(n, [i for m, i in places if m == n]) for n in rows]
        found.append((word.start, tuple(Mark(row=n, start=i[0], end=i[-1] + 1) for n, i in marks)))
    return tuple(found)


def _faces(cue: Cue, seen: Iterable[Seen]) -> tuple[Face, ...]:
    return tuple(dict.fromkeys(f for s in seen if s.start < cue.end and cue.start < s.end for f in s.faces))


def _at_head(drawn: list[DrawnCue], faces: tuple[Face, ...], frame: Frame, area: Box) -> bool:
    """Whether captions hide less of faces at the head of the picture than at its foot."""
    if not faces or not drawn:
        return False
    tall = max(d.block.height_px for d in drawn) + ROOMY_EM * max(d.block.size_px for d in drawn)
    left, right = min(d.box().left for d in drawn), max(d.box().right for d in drawn)
    foot = _hidden(Box(left=left, top=area.bottom - tall, right=right, bottom=area.bottom), faces, frame)
    return foot > 0 and _hidden(Box(left=left, top=area.top, right=right, bottom=area.top + tall), faces, frame) < foot


def _hidden(box: Box, faces: tuple[Face, ...], frame: Frame) -> float:
    """How much of faces a box covers, in square pixels."""
    width, height = frame.width_px, frame.height_px
    return sum(
        max(0.0, min(box.right, f.right * width) - max(box.left, f.left * width))
        * max(0.0, min(box.bottom, f.bottom * height) - max(box.top, f.top * height))
        for f in faces
    )
