"""One small real job for an engine of any step, and its answer in words: what ``engines check`` and ``doctor`` try."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from languages.card import Card, Failed, Step
from languages.discover import get_engine

WORDS = {"es": ("agua", "Buenos días."), "en": ("water", "Good morning.")}
"""What is translated and spoken in a trial, by language."""


def job_for(card: Card, folder: Path) -> tuple[object, str]:
    """(a job, or Failed where nothing on this machine lets the engine work; the checkpoint that it needs)."""
    from speech.engine import TakeJob
    from translation.engine import IdentifyJob

    match card.step:
        case Step.TRANSLATE:
            return _translate(card)
        case Step.SPEAK:
            return _speak(card, folder)
        case Step.TAKE:
            return TakeJob(line="a", text="la", language="es", recording=_tone(folder), folder=str(folder)), ""
        case Step.IDENTIFY:
            asked = IdentifyJob(text="Buenos días, ¿cómo está usted?")
            return _ready(card, asked) if card.environment else (asked, "")
        case Step.LISTEN:
            return _listen(card, folder)
        case Step.PAINT | Step.FILM:
            return _paint(card, folder)


def answer_of(result: object) -> str:
    """What came back, in one line."""
    from languages.clock import seconds
    from speech.engine import Spoken, Transcript
    from translation.engine import Draft, Identified
    from video.shot import Painted

    if isinstance(result, Draft):
        return f"the word for water became «{result.text}»"
    if isinstance(result, Spoken):
        return f"{seconds(result.utterance.length):.2f} s of sound at {result.utterance.loudness_lufs:.1f} LUFS"
    if isinstance(result, Transcript):
        if result.aligned and not result.text:
            return f"found {len(result.words)} words in a synthetic «{WORDS['en'][1]}», sure to {result.confidence:.0%}"
        return f"heard «{result.text}» in a synthetic «{WORDS['en'][1]}»"
    if isinstance(result, Identified):
        return f"a Spanish sentence was taken for {result.guesses[0][0]} ({result.guesses[0][1]:.2f})"
    assert isinstance(result, Painted), result
    return f"{len(result.layers)} layers" if result.layers else "a clip"


def _needs(card: Card) -> str:
    packages = " ".join(dict.fromkeys(p.package for p in card.programs))
    if packages:
        return f"It needs {', '.join(p.name for p in card.programs)}: `apt-get install {packages}`."
    return "It needs weights: `vernacast weights list` shows which." if card.environment else ""


def _ready(card: Card, job: object) -> tuple[object, str]:
    """The job with the first checkpoint that is ready for it."""
    from languages.weights import State, installed

    found = next((f for f in installed(card.id) if f.state is State.READY), None)
    if found is None:
        return Failed(reason=f"None of its weights are ready on this machine. {_needs(card)}"), ""
    return job, found.checkpoint.id


def _translate(card: Card) -> tuple[object, str]:
    from translation.engine import TranslateJob, Translator

    routes = [r for r in cast(Translator, get_engine(card.id)()).routes() if not r.broken and r.hops == 1]
    if not routes:
        return Failed(reason=f"It offers no route on this machine. {_needs(card)}"), ""
    route = next((r for r in routes if r.source == "es"), routes[0])
    return TranslateJob(text=WORDS.get(route.source, WORDS["es"])[0], route=route.id), route.checkpoint


def _speak(card: Card, folder: Path) -> tuple[object, str]:
    from speech.engine import Speaker, SpeakJob

    voices = [v for v in cast(Speaker, get_engine(card.id)()).voices() if not v.broken and not v.consent]
    if not voices:
        return Failed(reason=f"It offers no voice on this machine. {_needs(card)}"), ""
    voice = next((v for v in voices if v.language == "es"), voices[0])
    text = WORDS.get(voice.language, WORDS["es"])[1]
    return SpeakJob(line="a", text=text, language="es", voice=voice.id, folder=str(folder)), voice.checkpoint


def _listen(card: Card, folder: Path) -> tuple[object, str]:
    """A synthetic English sentence for an ear: what it hears in it says whether it hears."""
    from flows.workers import default_pool
    from speech.engine import Listener, ListenJob, SpeakJob, Spoken

    ears = [e for e in cast(Listener, get_engine(card.id)()).ears() if not e.broken]
    if not ears:
        return Failed(reason=f"It offers no ear on this machine. {_needs(card)}"), ""
    ear = next((e for e in ears if e.language == "en"), ears[0])
    said = SpeakJob(line="a", text=WORDS["en"][1], language="en", voice="en", folder=str(folder))
    (spoken,) = default_pool().call("speech/espeak", (said,))
    if isinstance(spoken, Failed):
        return spoken, ""
    sound = cast(Spoken, spoken).path
    return ListenJob(line="a", ear=ear.id, sound=sound, language=ear.language, text=said.text), ear.checkpoint


def _paint(card: Card, folder: Path) -> tuple[object, str]:
    from video.engine import PaintJob
    from video.shot import Frame

    job = PaintJob(
        scene="a",
        heading="",
        brief="río",
        text=(),
        language="es",
        present=(),
        cast=(),
        picture=_picture(folder),
        frame=Frame(width_px=320, height_px=180),
        seed=0,
        folder=str(folder),
        prompt="a river",
        seconds=1.0,
    )
    return _ready(card, job) if card.environment else (job, "")


def _tone(folder: Path) -> str:
    """A second of a hummed tone between two silences: the least that counts as a recording."""
    import numpy as np
    import soundfile

    t = np.arange(48_000) / 48_000
    tone = 0.3 * np.sin(2 * np.pi * 220 * t) * np.sin(np.pi * t)
    path = folder / "tone.wav"
    soundfile.write(path, np.concatenate([np.zeros(9600), tone, np.zeros(9600)]), 48_000)
    return str(path)


def _picture(folder: Path) -> str:
    from PIL import Image

    path = folder / "picture.png"
    Image.new("RGB", (400, 225), (200, 120, 60)).save(path)
    return str(path)
