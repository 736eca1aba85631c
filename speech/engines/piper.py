"""The engine ``piper``: small VITS voices by phonemes of espeak-ng; a GPL program, so in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.checkpoints import get_checkpoint
from languages.codes import canonical
from languages.environments import not_installed
from languages.errors import EngineUnusable, UsageError, VernacastError
from languages.memory import budget_gb
from languages.warm import Warm
from languages.weight_files import read_json
from languages.weights import Found, State, installed, look, size_gb, usable
from speech.engine import SpeakJob, Spoken
from speech.neural_lines import PieceSound, joined, no_text, pieces
from speech.neural_voices import versions_of
from speech.utterance import Voice
from translation.translated import Finding, FindingKind

if TYPE_CHECKING:
    import numpy as np

OWN_PHONEMES = ("espeak", "text")
"""Kinds of voices that need nothing else; others (pinyin, hebrew, japanese, thai) want packages or downloads.
Source: piper/config.py, PhonemeType."""


class Engine:
    """Speaks with ``PiperVoice``."""

    card = Card(
        id="speech/piper",
        version="3",
        step=Step.SPEAK,
        summary="Small neural voices of the Piper project, quick on any CPU.",
        licence=Licence(
            code="GPL-3.0-or-later", weights="unknown", source="https://github.com/OHF-Voice/piper1-gpl (COPYING)"
        ),
        evidence="One language a voice, as its own file says; nobody has measured a voice here.",
        resources=Resources(cpus=1, ram_gb=0.5),
        environment="piper",
        cost_s=0.7,
        cost_source="0.13 CPU seconds a second of sound (en_US-joe-medium: 17.4 s in 2.3), lines of 5 s",
        # Noise is drawn inside the ONNX graph, where no seed reaches it.
        repeatable=False,
    )

    def __init__(self, weights: Path | None = None) -> None:
        self._root = weights
        self._warm: Warm[Any] | None = None  # PiperVoice: not in the main environment

    def voices(self, language: str = "") -> tuple[Voice, ...]:
        """One voice for each that lies in the weights folder; which language it speaks, only its own file says."""
        found = (_voice(f) for f in installed(self.card.id, self._root))
        return tuple(v for v in found if not language or v.language == language)

    def versions(self, voice: str) -> dict[str, str]:
        """The digest of the voice, and the packages that decide the sound."""
        return versions_of(voice, ("piper-tts", "onnxruntime"), self._root, "piper")

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes ready; voices are loaded when they are first spoken with.

        Raises:
            EngineUnusable: Piper is not installed here.
        """
        from importlib.util import find_spec

        self.close()
        if find_spec("piper") is None:
            raise EngineUnusable("piper cannot be imported.", expected=not_installed(self.card))
        self._root = weights or self._root
        self._warm = Warm(budget_gb("cpu"))

    def speak(self, batch: tuple[SpeakJob, ...]) -> tuple[Spoken | Failed, ...]:
        """One result per job, in order; phonemes that a voice does not know are told."""
        if self._warm is None:
            self.load()
        results: dict[int, Spoken | Failed] = {}
        voices = tuple(dict.fromkeys(job.voice for job in batch))
        for voice, following in zip(voices, (*voices[1:], ""), strict=True):
            mine = [i for i, job in enumerate(batch) if job.voice == voice]
            for i in mine:
                results[i] = self._speak(batch[i])
                if i == mine[0] and following:
                    self._load_ahead(following)
        return tuple(results[i] for i in range(len(batch)))

    def _load_ahead(self, voice: str) -> None:
        """Begins to load a voice while another speaks; what is wrong with it is told when it speaks."""
        assert self._warm is not None
        with suppress(VernacastError):
            if self.card.id in get_checkpoint(voice).engines:
                folder = usable(voice, self._root)
                self._warm.ahead(voice, size_gb(look(voice, self._root)), lambda: _load(folder))

    def close(self) -> None:
        """Lets go of all voices."""
        if self._warm is not None:
            self._warm.close()
        self._warm = None

    def _speak(self, job: SpeakJob) -> Spoken | Failed:
        from speech.finish import finish, short

        assert self._warm is not None
        if failed := no_text(job):
            return failed
        try:
            if self.card.id not in get_checkpoint(job.voice).engines:
                raise UsageError(f"{self.card.id} has no voice {job.voice!r}.")
            folder = usable(job.voice, self._root)
            found = look(job.voice, self._root)
            voice = _voice(found)
            if voice.broken:
                return Failed(reason=f"The voice {voice.id} cannot be used: {voice.broken}")
            model = self._warm.get(job.voice, size_gb(found), lambda: _load(folder))
        except VernacastError as error:
            return Failed(reason=str(error))
        lacking: dict[str, None] = {}
        sounds = [
            PieceSound(samples=samples)
            for piece in pieces(job.read_out().text, tag=job.language)
            for samples in _sentences(model, piece.text, lacking)
        ]
        if not sounds:
            return Failed(
                reason=f"The voice {voice.id} has no phoneme for {short(job.text)!r}. Write numbers and signs out, use "
                "the spelling of the language, or record the line."
            )
        samples, _ = joined(sounds, model.config.sample_rate)
        findings: tuple[Finding, ...] = ()
        if lacking:
            text = f"The voice {voice.id} does not know the sounds {', '.join(lacking)}: they are left out."
            findings = (Finding(kind=FindingKind.SOUND, text=text),)
        return finish(job, voice, samples, model.config.sample_rate, (), findings)


def _voice(found: Found) -> Voice:
    settings = _settings(found.folder)
    told = settings.get("language")
    espeak = settings.get("espeak")
    code = told.get("code") if isinstance(told, dict) else None
    code = code or (espeak.get("voice") if isinstance(espeak, dict) else None) or ""
    kind = settings.get("phoneme_type", "espeak")
    broken = not_installed(Engine.card) or ("" if found.state is State.READY else found.reason)
    if not broken and kind not in OWN_PHONEMES:
        broken = f"it is spelled in {kind}, which Piper reads with packages that are not installed"
    return Voice(
        engine=Engine.card.id,
        id=found.checkpoint.id,
        language=_tag(str(code)),
        reads_numbers=kind == "espeak",
        evidence=f"{found.checkpoint.id}: its own file says {code or 'no language'}; nobody has measured it here",
        broken=broken or ("" if code else "its voice.onnx.json names no language"),
        rank=0.55,
        licence=found.checkpoint.licence,
        checkpoint=found.checkpoint.id,
    )


def _tag(code: str) -> str:
    """``en_US`` → ``en``: Piper names the country of the speaker."""
    try:
        return canonical(code.replace("_", "-").partition("-")[0]) if code else ""
    except VernacastError:
        return ""


def _settings(folder: Path) -> dict[str, Any]:
    try:
        found = read_json(folder / "voice.onnx.json")
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _load(folder: Path) -> Any:
    from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidArgument, InvalidGraph, InvalidProtobuf
    from piper import PiperVoice

    from languages.errors import WeightsRefused

    try:
        return PiperVoice.load(folder / "voice.onnx", config_path=folder / "voice.onnx.json", download_dir=folder)
    except (KeyError, ValueError, TypeError, Fail, InvalidArgument, InvalidGraph, InvalidProtobuf) as error:
        raise WeightsRefused(
            f"It cannot be loaded as a voice of Piper: {error!r}"[:400],
            path=str(folder),
            remedy="Import the voice again.",
        ) from error


def _sentences(model: Any, text: str, lacking: dict[str, None]) -> Iterator[np.ndarray]:
    """The sound of each sentence; phonemes without a number are noted in ``lacking``.

    Double brackets would be read as phonemes of the writer's own: they are parted, as text is nothing but text.
    """
    plain = text.replace("[[", "[ [").replace("]]", "] ]")
    for phonemes in model.phonemize(plain):
        known = [p for p in phonemes if p in model.config.phoneme_id_map]
        lacking.update(dict.fromkeys(p for p in phonemes if p not in model.config.phoneme_id_map))
        if any(p.isalpha() for p in known):
            yield model.phoneme_ids_to_audio(model.phonemes_to_ids(known)).reshape(-1)
