"""Files of an edition on their way from the store to the user's folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from flows.files import copy_file
from flows.handed import PARCEL
from flows.plan import LanguagePlan
from flows.stages.edition import EditionJob, endings
from flows.store import Record, Store
from speech.consented import Output, note_outputs


def deliver(store: Store, record: Record, job: EditionJob) -> tuple[tuple[str, str], ...]:
    """Copies an edition's files out of the store; what is already right is not touched. (path, sha256) of each.

    Not on a cluster: whoever sent the work takes them out of the store (``flows.parcel``), from whatever machine.
    """
    name = job.manuscript.name
    folder = Path(job.out) / name / job.plan.language
    digests = record.value["files"]
    assert isinstance(digests, dict)
    places = {e: "credits.md" if e == "md" else f"{name}.{e}" for e in endings(job.formats) if e in digests}
    files = tuple((str(folder / place), str(digests[ending])) for ending, place in places.items())
    _note_voices(job.plan, files)  # first: no output is ever unlisted
    if not os.environ.get(PARCEL):
        for path, digest in files:
            copy_file(store.path(digest), Path(path), digest)
    return files


def _note_voices(plan: LanguagePlan, files: Sequence[tuple[str, str]]) -> None:
    """Tells the consent records of people whose voices are in an edition which files it has."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    outputs = tuple(Output(path=str(Path(path).resolve()), sha256=digest, when=now) for path, digest in files)
    for voice in sorted({cast.voice.consent for cast in plan.voices if cast.voice.consent}):
        note_outputs(voice, outputs)
