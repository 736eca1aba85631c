"""What an edition is put together from, what is seen in it when, and what its files are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flows.plan import LanguagePlan
from flows.recipe import Receipt, ShotId
from flows.stages.cards import Cards
from flows.stages.found import Finds
from flows.stages.lines import Heard, LineReport
from flows.stages.shots import GAP, ShotJob, read_shot
from flows.work import LanguageWork
from publishing.notices import Wording
from translation.engine import Route
from translation.manuscript import Manuscript
from video.caption_place import Seen
from video.caption_styles import CaptionStyle
from video.direct import ShotPlan
from video.shapes import Format, Shape, formats
from video.shot import Frame, Shot
from video.timeline import Clip, Timeline
from video.timing import build_timeline
from video.transitions import with_transitions

ENDING = "captioned.mp4"
"""Of the file of a film with its captions drawn into the picture."""
DISSOLVED = "dissolved"
"""Variant of the work of an edition in which scenes go over into each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionJob:
    """One language to be published."""

    manuscript: Manuscript
    plan: LanguagePlan
    work: LanguageWork
    formats: tuple[Format, ...]
    """Of its films, one each; all have the same frames a second."""
    allow_gaps: bool
    out: str
    shown: tuple[tuple[str, tuple[ShotPlan, ...]], ...] = ()
    """(scene, its shots in order); a scene that is not named has one."""
    hard_cuts: bool = False
    wording: Wording | None = None
    """What its cards say; None: it has none."""
    painters: tuple[tuple[str, str], ...] = ()
    """(engine, checkpoint or empty) of all who made its shots, each once."""
    via: tuple[str, Route] | None = None
    """(engine, route) that translates the briefs of pictures."""
    picture_terms: tuple[str, ...] = ()
    """What the licences of the painters ask of the user."""
    drafts: tuple[Receipt, ...] = ()
    """Found already made when the plan was made; likewise the takes."""
    takes: tuple[Receipt, ...] = ()
    burn: CaptionStyle | None = None
    """How captions look in films that have them drawn into the picture; None: no such films are made."""

    def shots_of(self, scene: str) -> tuple[ShotPlan, ...]:
        """The shots of a scene, in order."""
        return dict(self.shown).get(scene) or (ShotPlan(),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All that an edition is put together from."""

    job: EditionJob
    texts: Mapping[str, str]
    heard: Mapping[str, Heard]
    gaps: tuple[str, ...]
    """Ids of spoken lines that are not heard."""
    shots: Mapping[ShotId, Shot]
    lines: tuple[LineReport, ...]
    cards: Cards | None = None

    def shot(self, clip: Clip, frame: Frame) -> Shot:
        """The shot of a scene or of the gap card that is seen in a clip of the film in one frame."""
        number = 1 if clip.gap else clip.shot
        return self.shots[ShotId(scene=GAP if clip.gap else clip.scene, number=number, frame=frame)]

    def timeline(self) -> Timeline:
        """What plays when; the same in all formats."""
        job = self.job
        frame = job.formats[0].frame
        made = build_timeline(
            job.manuscript,
            job.plan.language,
            {n: h.line for n, h in self.heard.items()},
            self.gaps,
            frame,
            {s.id: [plan.first for plan in job.shots_of(s.id)] for s in job.manuscript.scenes},
        )
        if self.cards is not None:
            made = self.cards.around(made, frame.fps)
        return made if job.hard_cuts else with_transitions(made, frame.fps)

    def seen(self, timeline: Timeline, frame: Frame) -> tuple[Seen, ...]:
        """Where faces are, and when."""
        clips = ((clip, self.shot(clip, frame)) for clip in timeline.clips if not clip.card)
        return tuple(Seen(start=c.start, end=c.start + c.length, faces=s.faces) for c, s in clips if s.faces)


def shown_of(shots: Iterable[ShotJob]) -> tuple[tuple[str, tuple[ShotPlan, ...]], ...]:
    """(scene, its shots in order), of the shots of a work in one format or in several."""
    found: dict[str, dict[int, ShotPlan]] = {}
    for shot in shots:
        found.setdefault(shot.job.scene, {}).setdefault(shot.job.shot.number, shot.job.shot)
    return tuple((scene, tuple(plans.values())) for scene, plans in found.items())


def shots_in(store: Finds, receipts: Sequence[Receipt]) -> dict[ShotId, Shot]:
    """The shots that receipts name."""
    shots: dict[ShotId, Shot] = {}
    for receipt in receipts:
        record = store.find(receipt.key)
        assert record is not None, "a receipt names a result that the store does not hold"
        assert receipt.shot is not None, "a receipt of a shot does not say of which"
        shots[receipt.shot] = read_shot(record, receipt.shot.scene)
    return shots


def film_ending(format_: Format, drawn: bool = False) -> str:
    """How the name of a film's file ends; ``drawn``: with its captions drawn into the picture."""
    ending = ENDING if drawn else "mp4"
    return f"{format_.mark}.{ending}" if format_.mark else ending


def film_names(name: str) -> tuple[str, ...]:
    """What films of a work may be called, in whatever shapes and ways they were made."""
    every = formats(Frame(), tuple(Shape))
    return tuple(f"{name}.{film_ending(f, drawn=drawn)}" for drawn in (False, True) for f in every)


def endings(made: Sequence[Format]) -> tuple[str, ...]:
    """How the names of all files of an edition may end, the first film's first; ``md`` is that of the credits."""
    films, drawn = (tuple(film_ending(f, drawn=d) for f in made) for d in (False, True))
    return (*films, "srt", "vtt", "md", *drawn)
