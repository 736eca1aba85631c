"""The engine ``espeak``: formant speech for about a hundred languages, with word times, without weights.

espeak-ng is GPL-3.0-or-later and keeps global state; it is meant to run in a process of its own.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from languages.card import Card, Failed, Licence, Program, Resources, Step
from languages.errors import EngineUnusable, MissingProgram
from speech.engine import SpeakJob, Spoken
from speech.espeak_data import VARIANTS, data_digest, find_data, find_library, voices_in
from speech.respell import respell
from speech.timing import Event, cut_pauses, place_words
from speech.utterance import Utterance, Voice, Word
from translation.translated import Finding, FindingKind

if TYPE_CHECKING:
    import numpy as np

    from speech.loudness import Samples

RATE_WPM = 155
"""Words a minute: unhurried, as a story is told. Audiobooks are read at 150 to 160.
Source: W3C Media Accessibility User Requirements, https://www.w3.org/TR/media-accessibility-reqs/"""

LEAST_SOUND = 48_000 * 20 // 1000
"""A word with letters or digits that has less than 20 ms of sound is looked at again, alone."""

SYNCHRONOUS, UTF_8, RATE, PITCH, WORD_EVENT, NO_EXIT = 2, 1, 1, 3, 1, 0x8000
"""AUDIO_OUTPUT_SYNCHRONOUS, espeakCHARS_UTF8 (neither espeakSSML nor espeakPHONEMES: text is only text),
espeakRATE, espeakPITCH, espeakEVENT_WORD, espeakINITIALIZE_DONT_EXIT.
Source: https://github.com/espeak-ng/espeak-ng/blob/1.51/src/include/espeak-ng/speak_lib.h"""


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_ms", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sound:
    samples: Samples
    """float32 at 48 kHz, as espeak gave it, not yet trimmed."""
    events: tuple[tuple[int, int], ...]
    """(code point of the spoken text from 0, tick)."""


class Engine:
    """Speaks with libespeak-ng."""

    card = Card(
        id="speech/espeak",
        version="2",
        step=Step.SPEAK,
        summary=f"Formant speech by espeak-ng at {RATE_WPM} words a minute, with word times.",
        licence=Licence(
            code="GPL-3.0-or-later",
            weights="GPL-3.0-or-later",
            source="https://github.com/espeak-ng/espeak-ng/blob/1.51/COPYING",
        ),
        evidence="Every voice was tried; Whisper base measured seven (see each). No speaker judged any.",
        resources=Resources(cpus=1, ram_gb=0.15),
        programs=(
            Program(name="libespeak-ng", package="libespeak-ng1"),
            Program(name="espeak-ng-data", package="espeak-ng-data"),
        ),
        cost_s=0.2,
        cost_source="0.029 CPU seconds a second of sound (speech/README.md) and 0.010 to encode it, lines of 5 s",
    )

    def __init__(self) -> None:
        self._library: Path | None = None
        self._data: Path | None = None

    def voices(self, language: str = "") -> tuple[Voice, ...]:
        """All voices of the installed data, each plain and in up to eight variants."""
        data = find_data()
        found = voices_in(data, self.card.id) if data else ()
        return tuple(v for v in found if v.language == (language or v.language))

    def versions(self, voice: str) -> dict[str, str]:
        """Digests of the library and of the data that this voice reads, and what resamples and writes."""
        from importlib.metadata import version

        found = {"soxr": version("soxr"), "soundfile": version("soundfile")}
        library, data = find_library(), find_data()
        if library is None or data is None:
            return found
        name, _, wish = voice.partition("+")
        variant = next((v.file for v in VARIANTS if v.name == wish), "")
        found["libespeak-ng"] = sha256(library.read_bytes()).hexdigest()[:16]
        found["espeak-ng-data"] = data_digest(data, name, variant)
        return found

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Finds the library and its data, without opening either.

        Raises:
            MissingProgram: the library or the data is not installed.
            EngineUnusable: it is installed and does not start.
        """
        self.close()
        library, data = find_library(), find_data()
        if library is None:
            raise MissingProgram("libespeak-ng", "libespeak-ng1")
        if data is None:
            raise MissingProgram("espeak-ng-data", "espeak-ng-data")
        self._library, self._data = library, data

    def speak(self, batch: tuple[SpeakJob, ...]) -> tuple[Spoken | Failed, ...]:
        """One result per job, in order; a text without sound is a Failed."""
        if self._library is None:
            self.load()
        known = {v.id: v for v in self.voices()}
        return tuple(self._line(job, known.get(job.voice)) for job in batch)

    def close(self) -> None:
        """Nothing stays open between two lines."""
        self._library = self._data = None

    def _line(self, job: SpeakJob, voice: Voice | None) -> Spoken | Failed:
        from speech.loudness import level, measure
        from speech.sound import LINE_LUFS, LINE_PEAK_DBTP, MIN_QUIET, bounds, heard, stretches, write_flac

        if voice is None or voice.broken:
            why = voice.broken if voice else "There is no such voice."
            return Failed(reason=f"The voice {job.voice!r} cannot speak. {why} Choose one of `vernacast languages`.")
        said = job.read_out()
        spoken = respell(said.text, job.language, voice.language)
        if not spoken.text.strip():
            return Failed(reason=f"The line {_short(job.text)!r} has no text to be spoken. Write it, or remove it.")
        raw = self._synthesise(spoken.text, voice)
        begin, end = bounds(heard(raw.samples), len(raw.samples))
        if end <= begin:
            return Failed(
                reason=f"The voice {job.voice} gave no sound for {_short(job.text)!r}. Its letters or "
                f"digits may be unknown to it. Write numbers out, use another spelling, or record the line."
            )
        samples = level(raw.samples[begin:end], LINE_LUFS, LINE_PEAK_DBTP)
        flags = heard(samples)
        events = [
            Event(position=said.origin[spoken.origin[p]], start=t - begin)
            for p, t in raw.events
            if p < len(spoken.origin)
        ]
        words = place_words(job.text, events, len(samples))
        quiet = stretches(~flags, len(samples), MIN_QUIET)
        name = sha256("\0".join((job.line, job.voice, job.language, job.read_out().text)).encode()).hexdigest()[:32]
        path = Path(job.folder) / f"{name}.flac"
        write_flac(path, samples)
        lufs, dbtp = measure(samples)
        utterance = Utterance(
            line=job.line,
            voice=f"{self.card.id}:{voice.id}",
            language=voice.language,
            audio="",
            length=len(samples),
            words=cut_pauses(words, quiet),
            loudness_lufs=round(lufs, 2),
            peak_dbtp=round(dbtp, 2),
            findings=self._silent(words, flags, job, voice),
        )
        return Spoken(utterance=utterance, path=str(path))

    def _silent(self, words: tuple[Word, ...], flags: np.ndarray, job: SpeakJob, voice: Voice) -> tuple[Finding, ...]:
        """Findings for words that the voice leaves out (digits in some voices, foreign letters)."""
        from speech.sound import FRAME, heard

        silent: dict[str, bool] = {}
        for word in words:
            sound = int(flags[word.start // FRAME : -(-word.end // FRAME)].sum()) * FRAME
            doubtful = sound < LEAST_SOUND or not word.reported
            if doubtful and word.text not in silent and any(c.isalnum() for c in word.text):
                # An interpolated time says nothing of the word's own sound, so it is heard alone.
                alone = respell(word.text, job.language, voice.language).text
                silent[word.text] = int(heard(self._synthesise(alone, voice).samples).sum()) * FRAME < LEAST_SOUND
        return tuple(
            Finding(
                kind=FindingKind.SOUND,
                text=f"The voice {voice.id} gives no sound for «{text}». Write it otherwise, or record it.",
            )
            for text, is_silent in silent.items()
            if is_silent
        )

    def _synthesise(self, text: str, voice: Voice) -> _Sound:
        """The sound of a text, the same whatever was spoken before.

        The library keeps the phase of its flutter and its random numbers from one text to the next, and
        starting it anew does not reset them; so it is opened afresh for every text, which takes 1 ms.
        """
        import numpy as np
        import soxr

        assert self._library is not None
        assert self._data is not None
        sound = bytearray()
        events: list[tuple[int, int]] = []

        def collect(wav: int | None, count: int, reported: ctypes.Array[_Event]) -> int:
            if wav and count:
                sound.extend(ctypes.string_at(wav, 2 * count))
            index = 0
            while reported[index].type:
                if reported[index].type == WORD_EVENT and reported[index].text_position > 0:
                    events.append((reported[index].text_position - 1, reported[index].audio_ms * 48))
                index += 1
            return 0

        callback = _CALLBACK(collect)
        system = ctypes.CDLL(None)
        library = ctypes.CDLL(str(self._library))
        try:
            rate_hz = library.espeak_Initialize(SYNCHRONOUS, 0, str(self._data.parent).encode(), NO_EXIT)
            if rate_hz <= 0:
                raise EngineUnusable(
                    f"espeak-ng could not be started with the data in {self._data}.",
                    expected="Library and data must come from the same version.",
                    remedy="Reinstall both: `apt-get install --reinstall libespeak-ng1 espeak-ng-data`.",
                )
            system.srand(1)
            library.espeak_SetSynthCallback(callback)
            self._set_voice(library, voice)
            encoded = text.encode() + b"\0"
            if library.espeak_Synth(encoded, len(encoded), 0, 0, 0, UTF_8, None, None):
                raise EngineUnusable(f"espeak-ng refused to speak with the voice {voice.id}.")
        finally:
            library.espeak_Terminate()
            system.dlclose(ctypes.c_void_p(library._handle))
        native = np.frombuffer(bytes(sound), np.int16).astype(np.float32) / 32768
        return _Sound(samples=soxr.resample(native, rate_hz, 48_000, "VHQ"), events=tuple(events))

    @staticmethod
    def _set_voice(library: ctypes.CDLL, voice: Voice) -> None:
        variant = next((v for v in VARIANTS if v.name == voice.variant), None)
        name = voice.id.partition("+")[0] + (f"+{variant.file}" if variant else "")
        if library.espeak_SetVoiceByName(name.encode()):
            raise EngineUnusable(
                f"espeak-ng does not know the voice {name!r}, though its file is there.",
                remedy="Reinstall its data: `apt-get install --reinstall espeak-ng-data`.",
            )
        library.espeak_SetParameter(RATE, RATE_WPM, 0)
        library.espeak_SetParameter(PITCH, variant.pitch if variant else 50, 0)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
