"""``vernacast engines``: which engines there are; ``engines check NAME`` tries one out for real."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import cast

import msgspec

from languages.card import Card, Failed, Step
from languages.discover import discover_all, get_engine
from languages.errors import UsageError, VernacastError


def run(what: tuple[str, ...], as_json: bool) -> int:
    """Lists engines, shows a card, or checks an engine; exit code 3 where the check fails."""
    if not what:
        cards = [engine.card for engine in discover_all().values()]
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(cards) + b"\n")
        for card in () if as_json else cards:
            print(f"{card.id:<24} {card.step.value:<10} {card.summary}")
        return 0
    if what[0] == "check":
        if len(what) != 2:
            raise UsageError("`engines check` takes one engine's id.", remedy="`vernacast engines` lists them.")
        return _check(what[1], as_json)
    if len(what) != 1:
        raise UsageError(f"`engines {' '.join(what)}` cannot be read.", expected="Give one id, or `check` and one.")
    card = get_engine(what[0]).card
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(card) + b"\n")
    else:
        _show(card)
    return 0


def _show(card: Card) -> None:
    print(f"{card.id} {card.version}: {card.summary}")
    licence = card.licence
    print(f"  licence: code {licence.code}, data {licence.weights}, outputs {licence.outputs} ({licence.source})")
    print(f"  evidence: {card.evidence}")
    needs = ", ".join(f"{p.name} (package {p.package})" for p in card.programs) or "nothing else"
    print(f"  needs {needs}; {card.resources.cpus:g} CPU, {card.resources.ram_gb:g} GB")
    cost = f"{card.cost_s:g} CPU seconds a {card.cost_unit}" if card.cost_s else "not measured"
    print(f"  cost: {cost} ({card.cost_source})")
    print(f"  text leaves the machine: {'yes' if card.sends_text_away else 'no'}")


def _check(engine_id: str, as_json: bool) -> int:
    """One real job through a real worker."""
    import tempfile

    card = get_engine(engine_id).card
    with tempfile.TemporaryDirectory() as folder:
        try:
            answer = try_out(card, Path(folder))
        except VernacastError as error:
            answer = Failed(reason=str(error))
    good = not isinstance(answer, Failed)
    text = answer.reason if isinstance(answer, Failed) else answer
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode({"engine": engine_id, "works": good, "answer": text}) + b"\n")
    else:
        print(f"{engine_id}: {'works' if good else 'does not work'}: {text}")
    return 0 if good else 3


def try_out(card: Card, folder: Path) -> str | Failed:
    """Gives an engine one small real job and says what came back."""
    from flows.workers import default_pool

    job = _job(card, folder)
    if isinstance(job, Failed):
        return job
    with default_pool().borrow(card.id) as worker:
        (result,) = worker.call((job,))
    return result if isinstance(result, Failed) else _answer(card.step, result)


def _job(card: Card, folder: Path) -> object:
    from speech.engine import SpeakJob, TakeJob
    from video.engine import PaintJob
    from video.shot import Frame

    if card.step is Step.TRANSLATE:
        return _translate_job(card)
    if card.step is Step.SPEAK:
        from speech.engine import Speaker

        voices = [v for v in cast(Speaker, get_engine(card.id)()).voices() if not v.broken]
        if not voices:
            return Failed(reason=f"It offers no voice on this machine. {_needs(card)}")
        voice = next((v for v in voices if v.language == "es"), voices[0])
        return SpeakJob(line="a", text="Buenos días.", language="es", voice=voice.id, folder=str(folder))
    if card.step is Step.TAKE:
        return TakeJob(line="a", text="la", language="es", recording=_tone(folder), folder=str(folder))
    return PaintJob(
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
    )


def _needs(card: Card) -> str:
    packages = " ".join(dict.fromkeys(p.package for p in card.programs))
    return f"It needs {', '.join(p.name for p in card.programs)}: `apt-get install {packages}`." if packages else ""


def _translate_job(card: Card) -> object:
    from translation.engine import TranslateJob, Translator

    routes = [r for r in cast(Translator, get_engine(card.id)()).routes() if not r.broken and r.hops == 1]
    if not routes:
        return Failed(reason=f"It offers no route on this machine. {_needs(card)}")
    route = next((r for r in routes if r.source == "es"), routes[0])
    return TranslateJob(text="agua", route=route.id)


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


def _answer(step: Step, result: object) -> str:
    from languages.clock import seconds
    from speech.engine import Spoken
    from translation.engine import Draft
    from video.shot import Painted

    if isinstance(result, Draft):
        return f"«agua» became «{result.text}»"
    if isinstance(result, Spoken):
        return f"{seconds(result.utterance.length):.2f} s of sound at {result.utterance.loudness_lufs:.1f} LUFS"
    assert isinstance(result, Painted), step
    return f"{len(result.layers)} layers"
