"""The key of an edition: all that can change its films, captions and credits."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from flows.keys import Part, key
from flows.stages.burned import Burned
from flows.stages.credits import edition_credits
from flows.stages.edition import EditionJob, Parts
from flows.stages.shots import GAP
from languages.cuts import row_versions
from publishing.credits import credits_md
from publishing.film import film_versions
from video.direct import ShotPlan
from video.dissolve import VERSION as TRANSITIONS
from video.encode import encoder_versions
from video.shot import Shot

VERSION = "4"
"""Bumped when an edition's bytes should change without any of its parts changing."""


def film_key(parts: Parts, burned: Sequence[Burned]) -> str:
    """The key of an edition: all that can change its files."""
    job = parts.job
    shots = sorted(parts.shots.items(), key=lambda s: (s[0].frame.width_px, s[0].frame.height_px))
    cards = (GAP,) if parts.gaps else ()
    scenes = (*(s.id for s in job.manuscript.scenes), *cards)
    return key(
        "film",
        {
            "version": VERSION,
            "language": job.plan.language,
            "title": parts.texts.get(job.manuscript.title.id, ""),
            "scenes": [[s.id, [line.id for line in s.lines]] for s in job.manuscript.scenes],
            "lines": [[n, parts.texts.get(n, ""), h.key, *h.laid] for n, h in parts.heard.items()],
            "gaps": list(parts.gaps),
            "formats": [[f.mark, f.frame.width_px, f.frame.height_px, f.frame.fps] for f in job.formats],
            "shots": [[i.scene, i.number, s.media, _faces(s)] for i, s in shots if i.scene in scenes],
            "shown": [[scene, [[p.first, _spoken(job, scene, p)] for p in plans]] for scene, plans in job.shown],
            "cuts": "hard" if job.hard_cuts else TRANSITIONS,
            "credits": credits_text(parts),
            "terms": list(terms_of(job)),
            "encoder": encoder_versions(),
            "muxer": film_versions(),
            "captions": row_versions(),
            **({"cards": parts.cards.key} if parts.cards else {}),
            **({"burned": [one.key for one in burned]} if burned else {}),
        },
    )


def _spoken(job: EditionJob, scene: str, plan: ShotPlan) -> list[Part]:
    """Ids of the lines at which the mouth moves of whom a shot is about: another may speak with the same voice."""
    lines = next((s.lines for s in job.manuscript.scenes if s.id == scene), ())
    if not plan.talks:
        return []
    also: list[Part] = [line.id for line in lines if plan.also and line.character == plan.also]
    return [*(line.id for line in lines if line.character == plan.focus), *([also] if also else [])]


def _faces(shot: Shot) -> list[Part]:
    return [[face.left, face.top, face.right, face.bottom] for face in shot.faces]


def credits_text(parts: Parts) -> str:
    """The text of the file that says who and what made an edition."""
    job = parts.job
    title = parts.texts.get(job.manuscript.title.id, "") or job.manuscript.name
    credits = edition_credits(job.manuscript, job.plan, title, parts.lines, job.painters, job.via)
    return credits_md(dataclasses.replace(credits, terms=terms_of(job)))


def terms_of(job: EditionJob) -> tuple[str, ...]:
    """What the licences of all that had a hand in an edition ask of the user, each once."""
    return tuple(dict.fromkeys((*job.plan.terms, *job.picture_terms)))
