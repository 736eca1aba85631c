"""The engine ``festival``: Catalan speech by an HTS voice of the FestCat project, with word times, without weights.

Festival runs as a program of its own, warm from line to line; see ``speech/festival_process.py``.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from languages.card import Card, Failed, Licence, Program, Resources, Step
from languages.clock import SAMPLE_RATE_HZ
from languages.errors import EngineUnusable, MissingProgram
from speech.engine import SpeakJob, Spoken
from speech.festival_voice import (
    DATA,
    NAME,
    PACKAGE,
    PLAIN,
    PROGRAM,
    VARIANTS,
    VOICE_FILE,
    VOICE_NAME,
    VOICE_PACKAGE,
    Variant,
    missing,
    revoiced,
    versions_of,
    voices_of,
)
from speech.utterance import Voice
from translation.translated import Finding, FindingKind

if TYPE_CHECKING:
    from speech.festival_process import Festival, Token
    from speech.festival_text import Sentence
    from speech.neural_lines import PieceSound

EDGE_S = 0.03
"""Of the silence around a sentence so much stays: as much as ``speech.sound.KEEP``."""


class Engine:
    """Speaks with ``festival``."""

    card = Card(
        id="speech/festival",
        version="1",
        step=Step.SPEAK,
        summary="Catalan by the voice ona of Festival, in eight characters, with word times.",
        licence=Licence(
            code="MIT-Festival AND BSD-3-Clause",
            weights="LGPL-2.1-only AND LGPL-2.1-or-later AND MIT-Festival AND BSD-3-Clause",
            source="Debian copyright files of festival 2.5.0, festival-ca 3.0.6 (dictionary: LGPL-2.1-only) and "
            "festvox-ca-ona-hts 1.3 (voice: LGPL-2.1-or-later); hts_engine in festival: BSD-3-Clause, by its source",
        ),
        evidence="Whisper base measured ten sentences in each character. No speaker judged any.",
        resources=Resources(cpus=1, ram_gb=0.15),
        programs=(Program(name=PROGRAM, package=PACKAGE), Program(name=VOICE_NAME, package=VOICE_PACKAGE)),
        cost_s=0.2,
        cost_source="0.024 CPU seconds a second of sound and 0.010 to encode it, lines of 5 s; 0.1 to change the voice",
    )

    def __init__(self, data: Path = DATA) -> None:
        self._data = data
        self._festival: Festival | None = None
        self._variant: tuple[Variant, bytes] | None = None

    def voices(self, language: str = "") -> tuple[Voice, ...]:
        """The one voice, plain and in seven variants; they say what is not installed."""
        lacking = missing(self._data)
        broken = str(MissingProgram(*lacking)) if lacking else ""
        return tuple(v for v in voices_of(self.card.id, broken) if v.language == (language or v.language))

    def versions(self, voice: str) -> dict[str, str]:
        """Digests of the program and of what the voice reads, and what resamples and writes."""
        from importlib.metadata import version

        return {**versions_of(self._data), "soxr": version("soxr"), "soundfile": version("soundfile")}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Starts Festival with the voice.

        Raises:
            MissingProgram: Festival or the voice is not installed.
            EngineUnusable: they are installed and do not start.
        """
        self.close()
        self._started()

    def speak(self, batch: tuple[SpeakJob, ...]) -> tuple[Spoken | Failed, ...]:
        """One result per job, in order; characters and words without a sound are told."""
        known = {v.id: (v, variant) for v, variant in zip(self.voices(), VARIANTS, strict=True)}
        results: dict[int, Spoken | Failed] = {}
        # Voice by voice, as Festival reads the voice's file anew (0.1 s) whenever it changes.
        for i in sorted(range(len(batch)), key=lambda i: batch[i].voice):
            voice, variant = known.get(batch[i].voice, (None, None))
            if voice is None or variant is None:
                reason = f"There is no voice {batch[i].voice!r}. `vernacast languages ca` shows those that there are."
                results[i] = Failed(reason=reason)
            elif voice.broken:
                results[i] = Failed(reason=f"The voice {voice.id} cannot speak. {voice.broken}")
            else:
                results[i] = self._line(batch[i], voice, variant)
        return tuple(results[i] for i in range(len(batch)))

    def close(self) -> None:
        """Ends Festival."""
        self._end()
        self._variant = None

    def _end(self) -> None:
        if self._festival is not None:
            self._festival.close()
        self._festival = None

    def _started(self) -> Festival:
        """The running Festival; a new one where there is none, or where it has ended.

        Raises: as ``load``.
        """
        from speech.festival_process import Festival, FestivalBroken
        from speech.festival_words import CODING

        if self._festival is not None and self._festival.lives():
            return self._festival
        self._end()
        if lacking := missing(self._data):
            raise MissingProgram(*lacking)
        self._festival = Festival(CODING)
        try:
            self._festival.start()
        except FestivalBroken as error:
            self._end()
            raise EngineUnusable(
                f"Festival does not start: {error}.",
                expected=f"It loads the voice {NAME} of Debian's {VOICE_PACKAGE}.",
                remedy=f"Reinstall it: `apt-get install --reinstall {PACKAGE} festival-ca {VOICE_PACKAGE}`.",
            ) from error
        return self._festival

    def _file(self, variant: Variant) -> bytes:
        """The voice's file for a variant; the last one is kept.

        Raises:
            ValueError: the voice's file is another than the variants were made for.
        """
        if self._variant is None or self._variant[0] != variant:
            file = (self._data / VOICE_FILE).read_bytes()
            self._variant = variant, revoiced(file, variant) if variant != PLAIN else file
        return self._variant[1]

    def _line(self, job: SpeakJob, voice: Voice, variant: Variant) -> Spoken | Failed:
        from speech.festival_process import FestivalBroken
        from speech.festival_text import sentences
        from speech.finish import finish, short
        from speech.neural_lines import joined, no_text
        from speech.respell import respell
        from speech.vocabulary import lacking_findings, named

        if failed := no_text(job):
            return failed
        spelled = respell(job.read_out().text, job.language, voice.language)
        parts, lacking = sentences(spelled.text, catalan=job.language == voice.language)
        if not parts:
            return Failed(
                reason=f"The voice {voice.id} has no letter for {short(job.text)!r} "
                f"({named(lacking) if lacking else 'nothing but punctuation'}). Write signs out, use the spelling of "
                "the language, or record the line."
            )
        sounds: list[PieceSound] = []
        silent: dict[str, None] = {}
        rate_hz = SAMPLE_RATE_HZ
        for part in parts:
            try:
                sound, tokens = self._sound(part, variant)
            except (FestivalBroken, ValueError) as error:
                self._end()
                return Failed(
                    reason=f"Festival failed at {short(part.text)!r}: {error}. Write the line otherwise, or record it."
                )
            silent.update(dict.fromkeys(t.text for t in tokens if not t.end_s))
            piece, rate_hz = _trimmed(sound, tokens, part, spelled.origin)
            sounds += [piece] if len(piece.samples) else []
        if not sounds:
            return Failed(
                reason=f"The voice {voice.id} gave no sound for {short(job.text)!r}. Write it otherwise, or record it."
            )
        samples, events = joined(sounds, rate_hz)
        findings = lacking_findings(voice.id, lacking) + _silent(voice, silent)
        return finish(job, voice, samples, rate_hz, events, findings)

    def _sound(self, part: Sentence, variant: Variant) -> tuple[bytes, tuple[Token, ...]]:
        """The sound of a sentence and what was heard when; asked for once more where Festival has just ended.

        Raises:
            FestivalBroken: it failed twice, or took too long.
            ValueError: see ``_file``.
        """
        from speech.festival_process import FestivalEnded

        name, file = variant.name or NAME, self._file(variant)
        try:
            return self._started().speak(part.text, name, file)
        except FestivalEnded:
            self._end()
            return self._started().speak(part.text, name, file)


def _trimmed(sound: bytes, tokens: Sequence[Token], part: Sentence, origin: Sequence[int]) -> tuple[PieceSound, int]:
    """(the sound without its silent ends, its rate); the start of each token at the line's code point."""
    import soundfile

    from speech.neural_lines import PieceSound

    samples, rate_hz = soundfile.read(io.BytesIO(sound), dtype="float32")
    heard = [t for t in tokens if t.end_s]
    if not heard:
        return PieceSound(samples=samples[:0]), rate_hz
    begin = max(0, round((heard[0].start_s - EDGE_S) * rate_hz))
    end = min(len(samples), round((heard[-1].end_s + EDGE_S) * rate_hz))
    starts: list[tuple[int, int]] = []
    at = 0
    for token in tokens:
        found = part.text.find(token.text, at)
        if found >= 0:
            at = found + len(token.text)
            if token.end_s:
                start = max(0, round(token.start_s * rate_hz) - begin)
                starts.append((origin[part.positions[found]], start))
    return PieceSound(samples=samples[begin:end], starts=tuple(starts)), rate_hz


def _silent(voice: Voice, words: Iterable[str]) -> tuple[Finding, ...]:
    """Findings for words that the voice leaves out."""
    return tuple(
        Finding(
            kind=FindingKind.SOUND,
            text=f"The voice {voice.id} gives no sound for «{word}». Write it otherwise, or record it.",
        )
        for word in words
    )
