"""One suite over every discovered engine. A new engine is held to it by being there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np
import pytest
import soundfile

from languages.card import Failed, Step
from languages.discover import AnyEngine, discover_all, get_engine
from languages.registry import get_language
from speech.engine import Speaker, SpeakJob, Spoken, TakeJob, Taker
from tests.stories import ROOT
from translation.engine import Draft, TranslateJob, Translator
from video.engine import Figure, Painter, PaintJob
from video.motion import layer_size
from video.shot import Frame, Painted

ENGINES = tuple(discover_all())
HEAVY = ("torch", "cv2", "skia", "av", "scipy", "prefect", "ray", "numpy", "soundfile")
ODD = ("…", "123", "«¡¿?!»", "a \"b\" 'c' %{d} <e> {f} \\g", "*a* @b #c ^d$ [e] /f/", "Hola. " * 800)
FRAME = Frame(width_px=160, height_px=90)


def of(step: Step) -> list[str]:
    return [i for i in ENGINES if get_engine(i).card.step is step]


@pytest.fixture(scope="module")
def engines() -> Iterator[dict[str, AnyEngine]]:
    """Loaded engines, closed afterwards."""
    loaded = {i: get_engine(i)() for i in ENGINES}
    for engine in loaded.values():
        engine.load()
    yield loaded
    for engine in loaded.values():
        engine.close()


@pytest.mark.parametrize("engine_id", ENGINES)
def test_card_is_complete(engine_id: str) -> None:
    card = get_engine(engine_id).card
    assert card.id == engine_id
    assert card.version
    assert card.summary.endswith(".")
    assert card.evidence
    assert card.licence.code not in ("", "unknown")
    assert card.licence.source
    assert card.cost_s > 0
    assert card.cost_source


@pytest.mark.parametrize("engine_id", ENGINES)
def test_importing_loads_nothing_heavy(engine_id: str) -> None:
    module = engine_id.replace("/", ".engines.")
    code = f"import sys, {module}; print([m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("engine_id", ENGINES)
def test_close_is_harmless_before_load_and_twice(engine_id: str) -> None:
    engine = get_engine(engine_id)()
    engine.close()
    engine.close()


@pytest.mark.parametrize("engine_id", of(Step.TRANSLATE))
def test_routes_name_canonical_languages(engine_id: str) -> None:
    routes = cast(Translator, get_engine(engine_id)()).routes()
    assert routes
    assert len({r.id for r in routes}) == len(routes)
    for tag in {r.source for r in routes} | {r.target for r in routes}:
        assert get_language(tag).tag == tag
    for route in routes:
        assert 0 <= route.rank <= 1
        assert route.evidence or route.broken


@pytest.mark.parametrize("engine_id", of(Step.TRANSLATE))
def test_translations_come_in_order_one_for_each_text(engine_id: str, engines: dict[str, AnyEngine]) -> None:
    engine = cast(Translator, engines[engine_id])
    route = next(r for r in engine.routes() if not r.broken and r.source == "es")
    texts = ("Buenos días.", *ODD, "La casa es grande.")
    jobs = tuple(TranslateJob(text=t, route=route.id) for t in texts)
    first = engine.translate(jobs)
    assert len(first) == len(texts)
    for text, result in zip(texts, first, strict=True):
        assert isinstance(result, Draft | Failed), text
        assert result.text if isinstance(result, Draft) else result.reason
    assert isinstance(first[0], Draft)
    assert isinstance(first[-1], Draft)
    if engine.card.repeatable:
        assert engine.translate(tuple(reversed(jobs))) == tuple(reversed(first))
    assert engine.translate(()) == ()


@pytest.mark.parametrize("engine_id", of(Step.SPEAK))
def test_voices_name_canonical_languages(engine_id: str) -> None:
    voices = cast(Speaker, get_engine(engine_id)()).voices()
    assert len({v.id for v in voices}) == len(voices)
    for tag in {v.language for v in voices if not v.broken}:
        assert get_language(tag).tag == tag


@pytest.mark.parametrize("engine_id", of(Step.SPEAK))
def test_speech_comes_in_order_with_words_or_fails(
    engine_id: str, engines: dict[str, AnyEngine], tmp_path: Path
) -> None:
    engine = cast(Speaker, engines[engine_id])
    voice = next(v for v in engine.voices() if v.language == "es" and not v.broken)
    texts = ("Buenos días a todos.", "…", "¡¿?!", "La casa es grande.")
    jobs = tuple(
        SpeakJob(line=str(i), text=t, language="es", voice=voice.id, folder=str(tmp_path)) for i, t in enumerate(texts)
    )
    results = engine.speak(jobs)
    assert [isinstance(r, Spoken) for r in results] == [True, False, False, True]
    for job, result in zip(jobs, results, strict=True):
        if not isinstance(result, Spoken):
            assert isinstance(result, Failed)
            continue
        samples, rate = soundfile.read(result.path)
        u = result.utterance
        assert (rate, samples.ndim, len(samples), u.line) == (48_000, 1, u.length, job.line)
        assert np.abs(samples).max() > 0.1
        at = 0
        assert [w.text for w in u.words] == job.text.split()
        for word in u.words:
            assert at <= word.start < word.end <= u.length
            assert job.text[word.offset :].startswith(word.text)
            at = word.end
    if engine.card.repeatable:
        again = engine.speak(jobs[:1])[0]
        assert isinstance(again, Spoken)
        assert Path(again.path).read_bytes() == Path(cast(Spoken, results[0]).path).read_bytes()


@pytest.mark.parametrize("engine_id", of(Step.TAKE))
def test_takes_refuse_what_is_no_recording(engine_id: str, engines: dict[str, AnyEngine], tmp_path: Path) -> None:
    engine = cast(Taker, engines[engine_id])
    soundfile.write(tmp_path / "silent.wav", np.zeros(48_000), 48_000)
    (tmp_path / "text.wav").write_text("no sound")
    (tmp_path / "empty.wav").write_bytes(b"")
    (tmp_path / "list.mp3").write_text("#EXTM3U\nfile:///etc/hostname\n")
    names = ("silent.wav", "text.wav", "empty.wav", "list.mp3", "missing.wav")
    jobs = tuple(
        TakeJob(line=n, text="hola a todos", language="es", recording=str(tmp_path / n), folder=str(tmp_path))
        for n in names
    )
    results = engine.take(jobs)
    assert len(results) == len(names)
    for name, result in zip(names, results, strict=True):
        assert isinstance(result, Failed), name
        assert len(result.reason) > 20


def paint_job(folder: Path, text: str, picture: str = "") -> PaintJob:
    return PaintJob(
        scene="s1",
        heading="El río",
        brief="Un río de noche, con luna. Ana.",
        text=(text,),
        language="es",
        present=("Ana",),
        cast=(Figure(name="Ana", look="vestido rojo"),),
        picture=picture,
        frame=FRAME,
        seed=1,
        folder=str(folder),
    )


@pytest.mark.parametrize("engine_id", of(Step.PAINT))
def test_painters_give_layers_of_the_right_size_and_repeat_themselves(
    engine_id: str, engines: dict[str, AnyEngine], tmp_path: Path
) -> None:
    import cv2

    picture = tmp_path / "own.png"
    cv2.imwrite(str(picture), np.full((200, 300, 3), 99, np.uint8))
    engine = cast(Painter, engines[engine_id])
    drawn: list[list[bytes]] = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (painted,) = engine.paint((paint_job(tmp_path / name, "Ana canta.", str(picture)),))
        assert isinstance(painted, Painted), painted
        depths = [layer.depth for layer in painted.layers]
        assert depths == sorted(depths)
        for layer in painted.layers:
            read = cv2.imread(layer.path, cv2.IMREAD_UNCHANGED)
            assert read.shape[1::-1] == layer_size(FRAME)
        drawn.append([Path(layer.path).read_bytes() for layer in painted.layers])
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize("engine_id", of(Step.PAINT))
def test_an_edited_word_that_changes_no_picture_changes_no_key(engine_id: str, tmp_path: Path) -> None:
    import cv2

    picture = str(tmp_path / "own.png")
    cv2.imwrite(picture, np.full((200, 300, 3), 99, np.uint8))
    engine = cast(Painter, get_engine(engine_id)())
    one, other = (paint_job(tmp_path, text, picture) for text in ("Ana canta bien.", "Ana canta mal."))
    assert engine.key(one) == engine.key(other)
