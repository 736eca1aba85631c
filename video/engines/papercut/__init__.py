"""The engine ``video/papercut``: scenes of a paper theatre, drawn from a table of concepts.

A job whose scene is ``gap`` gets the card that stands where something is missing.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from languages.card import Card, Failed, Licence, Resources, Step
from languages.errors import EngineUnusable
from translation.translated import Finding, FindingKind
from video.engine import Figure, PaintJob
from video.shot import Painted

if TYPE_CHECKING:
    from video.engines.papercut.people.casting import Casting
    from video.portrait import Portrait, Sitting
    from video.shotlist import Acting

GAP = "gap"
"""The scene id that asks for the gap card."""


class Engine:
    """Draws every scene that is asked of it; what it does not understand, it names."""

    card = Card(
        id="video/papercut",
        version="7",
        step=Step.PAINT,
        summary="Draws paper-theatre scenes as directed: places, things, animals and the story's characters.",
        licence=Licence(code="Apache-2.0", source="drawn by this project's own code"),
        evidence="Looked at on contact sheets of several stories, in three shapes; never measured with viewers.",
        resources=Resources(cpus=1.0, ram_gb=0.4),
        cost_s=3.7,
        cost_unit="shot",
        cost_source="CPU seconds of a 1280x720 shot of 12 s with three figures: 0.7 drawn, 3.0 moved and encoded "
        "(5.6 where one of them talks, 1.5 to 3 from near)",
    )

    def understand(self, job: PaintJob) -> tuple[str, tuple[str, ...]]:
        """What would be drawn, in one line, and the brief's words that are not known."""
        if job.scene == GAP:
            return "a card that says that something is missing", ()
        from video.engines.papercut.people.casting import read_job

        casting = read_job(job)
        return casting.summary(), (*casting.scenery.unknown, *_undrawn(casting))

    def styles(self) -> tuple[str, ...]:
        """Ids of the house styles, the one of no particular place first."""
        from video.engines.papercut.styles import load_styles

        return tuple(load_styles())

    def key(self, job: PaintJob) -> dict[str, str]:
        """Recognised concepts and the looks of those present: all that changes the picture."""
        if job.scene == GAP:
            return {"scene": GAP}
        from video.engines.papercut.people.casting import read_job

        return _key(read_job(job), job)

    def versions(self) -> dict[str, str]:
        """The drawing library and the PNG writer."""
        return dict(_versions())

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes sure that the drawing library is there.

        Raises:
            EngineUnusable: it is not.
        """
        if find_spec("skia") is None:
            raise EngineUnusable(
                "The drawing library Skia cannot be imported.",
                expected="It comes with the Python package skia-python.",
                remedy="Run `make setup` again.",
            )

    def paint(self, batch: tuple[PaintJob, ...]) -> tuple[Painted | Failed, ...]:
        """The layers of every job, in order."""
        return tuple(_paint(job) for job in batch)

    def unread(self, figure: Figure) -> tuple[str, ...]:
        """Words of a character's look that change nothing in its pictures."""
        from video.engines.papercut.people.casting import unread_in

        return unread_in(figure)

    def portray(self, sitting: Sitting, height_px: int) -> Portrait:
        """A character in all poses, moods and lights, for a character sheet."""
        from video.engines.papercut.people.portrait import portray

        return portray(sitting, height_px)

    def close(self) -> None:
        """Holds nothing."""


@lru_cache  # every key of a shot has them
def _versions() -> tuple[tuple[str, str], ...]:
    from importlib.metadata import version

    return tuple((name, version(name)) for name in ("skia-python", "opencv-python-headless", "numpy"))


def _key(casting: Casting, job: PaintJob) -> dict[str, str]:
    from video.engines.papercut.people.casting import is_there
    from video.engines.papercut.people.strangers import CROWDS

    names = [p.name for p in casting.players]
    players = [asdict(p) for p in casting.players]
    for player in players:
        del player["name"]  # a renamed character in the same clothes is the same picture
    shot = casting.shot
    acting = {a.name: a for a in shot.acting}
    crowd = [_done(act, names) for name in CROWDS if (act := acting.get(name)) is not None]
    cast = {figure.name for figure in job.cast}
    seen = [is_there(name, shot, cast) for name in names]
    doing = [_done(a, names) if (a := acting.get(name)) is not None else [] for name in names]
    return {
        "scenery": json.dumps(casting.scenery.seen(), sort_keys=True),
        "on water": json.dumps([[name in there for there in _elsewhere(casting)] for name in names]),
        "players": json.dumps(players, sort_keys=True),
        "dressing": json.dumps(asdict(casting.dressing), sort_keys=True),
        "shot": json.dumps(
            [
                shot.near,
                names.index(shot.focus) if shot.focus in names else -1,
                shot.talks,
                *([names.index(shot.also)] if shot.also in names else []),
                seen,
                doing,
                sorted({i for a in shot.acting for i in (a.holds, a.on)}),  # what anybody holds stands nowhere else
                *([crowd] if crowd else []),
                sorted(set(shot.away) & set(casting.scenery.ids())),
                *([shot.about] if shot.about in casting.scenery.ids() else []),
            ]
        ),
        "style": job.style,
        **({"crowded out": json.dumps(casting.crowded_out)} if casting.crowded_out else {}),  # it is told of
    }


def _done(act: Acting, names: list[str]) -> list[object]:
    return [act.doing, act.mood, act.holds, act.task, act.on, *_with_whom(act, names)]


def _with_whom(act: Acting, names: list[str]) -> list[str | int | None]:
    """What somebody does with whom or what; who that is by place, not by name."""
    if act.deed is None:
        return []
    whose, _, part = act.deed.to.partition(":")
    how = [act.deed.part, act.deed.load] if act.deed.part or act.deed.load else []
    return [act.deed.way, names.index(whose) if whose in names else whose, part, act.deed.colour, *how]


def _elsewhere(casting: Casting) -> tuple[tuple[str, ...], ...]:
    """Names of those who are in a boat, in the water and in the air."""
    return casting.scenery.aboard, casting.scenery.bathing, casting.scenery.flying


def _undrawn(casting: Casting) -> tuple[str, ...]:
    """Words whose concepts are known and have no picture here, and those of animals that their kinds cannot show."""
    from video.engines.papercut.people.animal_looks import unworn_of

    looks = (unworn_of(Figure(name="", look=m.look), m.concept.id) for m in casting.scenery.animals if m.look)
    named = (m.word or m.concept.id for m in casting.scenery.undrawn)
    return tuple(dict.fromkeys((*named, *(word for lost in looks for word in lost))))


def _paint(job: PaintJob) -> Painted | Failed:
    from video.engines.papercut.gap import draw_gap
    from video.engines.papercut.people.casting import read_job
    from video.engines.papercut.staging.compose import paint_scene
    from video.engines.papercut.staging.names import cast_as
    from video.engines.papercut.staging.scene import Scene

    folder = Path(job.folder)
    if not folder.is_dir():
        return Failed(
            reason=f"The folder {job.folder} is not there. Layers are written into an existing folder. Make it first."
        )
    if job.scene == GAP:
        return draw_gap(job.frame, folder)
    casting = read_job(job)
    painted = paint_scene(
        Scene(
            scenery=casting.scenery, players=tuple(cast_as(p) for p in casting.players), frame=job.frame,
            seed=job.seed, shot=casting.shot, style=job.style, still=job.still,
            cast=frozenset(figure.name for figure in job.cast), dressing=casting.dressing,
        ),
        folder,
    )  # fmt: skip
    said = (
        (FindingKind.UNKNOWN_WORD, "Not understood in the brief: {}", casting.scenery.unknown),
        (FindingKind.UNKNOWN_WORD, "No picture for: {}; drawn without", _undrawn(casting)),
        (FindingKind.PICTURE, "No room in the picture for: {}", casting.crowded_out),
    )
    findings = (Finding(kind=k, text=text.format(", ".join(words)), words=words) for k, text, words in said if words)
    return replace(painted, findings=(*findings, *painted.findings))
