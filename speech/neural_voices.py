"""What the engines with neural voices say of checkpoints and of people's voices, without loading anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from languages.card import Card, Failed
from languages.checkpoints import Checkpoint
from languages.cuts import cut_versions
from languages.environments import not_installed, versions_in
from languages.errors import ConsentRefused
from languages.weights import look
from speech.consent import Consent, find_consent, readable, sample_path, why_not
from speech.utterance import Voice

FINISHING = ("numpy", "soundfile", "soxr")
"""What resamples and writes every sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A person's recording that a model may imitate now."""

    path: Path
    digest: str
    """sha256 of the recording."""
    text: str
    """What is said in it; may be empty."""


def why_broken(card: Card, checkpoint: str, root: Path | None) -> str:
    """Why an engine cannot speak with a checkpoint now and what to do, or empty."""
    return not_installed(card) or look(checkpoint, root).reason


def versions_of(checkpoint: str, packages: tuple[str, ...], root: Path | None, kind: str = "neural") -> dict[str, str]:
    """What decides the sound of a checkpoint: the digest of its files, what reads them, and how texts are cut."""
    digest = look(checkpoint, root).digest
    weights = {"weights": digest} if digest else {}
    return {**weights, **versions_in(kind, packages + FINISHING), **cut_versions(kind)}


def size_gb(checkpoint: Checkpoint, folder: Path, device: str) -> float:
    """Memory that a checkpoint takes, in GB: what the register says, less where its files are much smaller."""
    told = checkpoint.ram_gb if device == "cpu" else checkpoint.gpu_gb
    return min(told, 3 * sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e9 + 0.3)


def cloned_id(checkpoint: str, language: str, voice: str) -> str:
    """The id under which an engine offers a person's voice."""
    return f"{checkpoint}:{language}:{voice}"


def cloned_voices(card: Card, checkpoint: Checkpoint, languages: Iterable[str], broken: str) -> tuple[Voice, ...]:
    """One voice for each person with a consent record and each language; none at all without records.

    Args:
        broken: why the engine cannot speak at all now, or empty; the record's own reason comes first.
    """
    tags = tuple(languages)
    return tuple(_cloned(card, checkpoint, record, tag, broken) for record in readable() for tag in tags)


def _cloned(card: Card, checkpoint: Checkpoint, record: Consent, language: str, broken: str) -> Voice:
    return Voice(
        engine=card.id,
        id=cloned_id(checkpoint.id, language, record.voice),
        language=language,
        gender=record.gender,
        variant=record.voice,
        judges_letters=True,
        evidence=f"{checkpoint.id}: listed by {checkpoint.languages}; nobody has measured it here",
        broken=why_not(record, language) or broken,
        rank=0.6,
        licence=checkpoint.licence,
        checkpoint=checkpoint.id,
        consent=record.voice,
    )


def reference_for(voice: str, *languages: str) -> Reference | Failed:
    """The recording of a person's voice, if the record allows it today; the record is read anew each time.

    Args:
        languages: all in which it would speak: that of the voice, and that of the text where it is borrowed.
    """
    try:
        record = find_consent(voice)
        if record is None:
            return Failed(reason=f"There is no consent record for the voice {voice!r}. Without one it is not imitated.")
        if reason := next((why for language in languages if (why := why_not(record, language))), ""):
            return Failed(reason=f"{reason}. Cast another voice, or ask for a new consent.")
        return Reference(path=sample_path(record), digest=record.sample_sha256, text=record.sample_text)
    except ConsentRefused as error:
        return Failed(reason=str(error))
