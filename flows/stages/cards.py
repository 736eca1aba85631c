"""The cards of an edition: what they say, how long each is seen, and the shots that they become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flows.keys import Part
from flows.recipe import Recipe
from flows.stages.lines import LineReport
from languages.errors import FontRefused, MissingProgram, TextUndrawable
from languages.language import Language
from languages.registry import get_language
from publishing.end_card import Facts, Made, end_rows, title_rows
from publishing.notices import Wording, get_wording, read_notices
from translation.manuscript import Manuscript
from translation.translated import State
from video.card_times import END_S, TITLE_S, card_ticks, with_cards
from video.cards import Page, card_picture, set_cards
from video.encode import encode_still
from video.planes import opaque_planes
from video.shapes import Format
from video.shot import Frame, Shot
from video.timeline import Timeline
from video.typeset.fonts import find_fonts
from video.typeset.versions import typesetting_versions

if TYPE_CHECKING:
    import numpy as np

VERSION = "1"
"""Bumped when cards look otherwise with equal texts."""
NOTICES = ".notices.tsv"
"""Ending of the file beside a script in which people say what end cards say in their languages."""
UNDRAWN = "Its title and end cards cannot be drawn"
HOW = {
    State.SOURCE: Made.AUTHOR,
    State.MACHINE: Made.DRAFTED,
    State.HUMAN: Made.CHECKED,
    State.APPROVED: Made.CHECKED,
    State.STALE: Made.CHECKED,
}
PAINTERS = {"video/papercut": Made.DRAWN, "video/picture": Made.OWN}
"""All others are models."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """The cards of one edition, set for each of its formats."""

    titles: tuple[tuple[Page, ...], ...]
    """For each format its title card, or none."""
    ends: tuple[tuple[Page, ...], ...]
    versions: tuple[tuple[str, str], ...]
    """Of the libraries and the fonts that they are set with."""

    @property
    def key(self) -> Part:
        """What of them can change the film: how they are set, and all their words."""
        set_with: Part = {"version": VERSION, "versions": [list(pair) for pair in self.versions]}
        pages = (page for one in (*self.titles, *self.ends) for page in one)
        return [set_with, *([row.text for block in page.blocks() for row in block.rows] for page in pages)]

    def title(self, fps: int) -> int:
        """For how long the title is seen, in ticks; 0 where there is none."""
        pages = [page for one in self.titles for page in one]
        return card_ticks(max(p.characters for p in pages), TITLE_S, fps) if pages else 0

    def end(self, fps: int) -> tuple[int, ...]:
        """The same of each card behind the story: as many as the smallest format needs, for all of them."""
        most = max((len(pages) for pages in self.ends), default=0)
        longest = [max((p[n].characters for p in self.ends if n < len(p)), default=0) for n in range(most)]
        return tuple(card_ticks(n, END_S, fps) for n in longest)

    def around(self, timeline: Timeline, fps: int) -> Timeline:
        """A timeline with the cards before and behind it."""
        return with_cards(timeline, self.title(fps), self.end(fps))

    def pages(self, format_: int) -> tuple[Page, ...]:
        """The cards of one format, in the order in which they are numbered; the last one stays where others go on."""
        most, ends = max(map(len, self.ends)), self.ends[format_]
        return (*self.titles[format_], *ends, *([ends[-1]] * (most - len(ends))))


def notices_path(manuscript: Manuscript) -> Path:
    """Where people's own wordings are, there or not."""
    return Path(manuscript.folder) / f"{manuscript.name}{NOTICES}"


def own_notices(recipe: Recipe, manuscript: Manuscript) -> tuple[Wording, ...]:
    """People's own wordings of what cards say; none where no cards are wanted.

    Raises:
        InputRefused: the file with them cannot be used.
    """
    path = notices_path(manuscript)
    return read_notices(path) if recipe.cards and path.is_file() else ()


def wording_for(recipe: Recipe, source: str, language: str, own: Iterable[Wording]) -> Wording | None:
    """What the cards of an edition say, in its own language or the script's or English; None where none are wanted."""
    return get_wording((language, source), own) if recipe.cards else None


def wording_note(wording: Wording | None, language: Language, name: str) -> str:
    """What a plan says where cards are in another language than the edition; else empty."""
    from languages.codes import parents

    if wording is None or wording.language in parents(language.tag):
        return ""
    return (
        f"Its end card is in {get_language(wording.language).name}, as what it says is not yet written in "
        f"{language.name}. Write it into {name}{NOTICES}, or pass --no-cards."
    )


def facts_of(
    manuscript: Manuscript,
    language: str,
    title: str,
    lines: Sequence[LineReport],
    painters: Iterable[tuple[str, str]],
    missing: int,
) -> Facts:
    """What is true of an edition, for its cards.

    Args:
        title: in the language of the edition, or empty.
        painters: (engine, checkpoint) of its shots.
    """
    spoken = {line.id for line in manuscript.spoken()}
    heard = [r for r in lines if r.line in spoken]
    words = Counter(HOW[r.state] for r in heard if r.state in HOW)
    voices = Counter(Made.PEOPLE if r.human_take else Made.SYNTHETIC for r in heard if r.voice)
    pictures = dict.fromkeys(PAINTERS.get(engine, Made.GENERATED) for engine, _ in painters)
    return Facts(
        title=title,
        language=get_language(language),
        authors=manuscript.credits,
        authors_language=get_language(manuscript.language),
        words=tuple((how, words[how]) for how in Made if words[how]),
        voices=tuple((how, voices[how]) for how in Made if voices[how]),
        pictures=tuple(pictures),
        licence=manuscript.licence,
        missing=missing,
    )


def cards_of(facts: Facts, wording: Wording, formats: Sequence[Format], titled: bool) -> tuple[Cards | None, str]:
    """(the cards, set with the fonts of this machine; or None, and why they cannot be drawn).

    Args:
        titled: whether the script has a title of its own, and the edition has it too.
    """
    try:
        fonts = find_fonts()
        titles = [set_cards(title_rows(facts), f.frame, fonts)[:1] if titled else () for f in formats]
        ends = [set_cards(end_rows(facts, wording), f.frame, fonts) for f in formats]
    except (TextUndrawable, FontRefused, MissingProgram) as error:
        return None, f"{UNDRAWN}: {error}"
    blocks = (block for pages in (*titles, *ends) for page in pages for block in page.blocks())
    versions = {pair for block in blocks for pair in typesetting_versions(block)}
    return Cards(titles=tuple(titles), ends=tuple(ends), versions=tuple(sorted(versions))), ""


def card_shot(page: Page, frame: Frame, behind: np.ndarray | None, path: Path) -> Shot:
    """A card as a still shot, written to ``path``."""
    packed = opaque_planes(card_picture(page, frame, behind))
    return encode_still((packed.full, packed.half), frame, path)


def first_picture(path: Path) -> np.ndarray | None:
    """The first picture of a shot (height, width, 3), blue, green, red; None where it has none."""
    import av

    with av.open(str(path)) as media:
        return next((image.to_ndarray(format="bgr24") for image in media.decode(video=0)), None)
