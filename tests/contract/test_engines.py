"""One suite over every discovered engine. A new engine is held to it by being there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from languages.card import Step
from languages.discover import AnyEngine, discover_all, get_engine
from languages.errors import MissingProgram
from speech.engine import Speaker, Taker
from tests.contract import checks
from tests.stories import ROOT
from translation.engine import Identifier, Translator
from video.engine import Painter

ENGINES = tuple(discover_all())
HERE = tuple(i for i in ENGINES if not get_engine(i).card.environment)
"""Those that run in this environment; the others' own tests run in theirs (``scripts/test-engines``)."""
HEAVY = ("torch", "cv2", "skia", "av", "scipy", "prefect", "ray", "numpy", "soundfile", "langcodes", "PIL")


def of(step: Step) -> list[str]:
    return [i for i in HERE if get_engine(i).card.step is step]


@pytest.fixture(scope="module")
def engines() -> Iterator[dict[str, AnyEngine]]:
    """Loaded engines, closed afterwards."""
    loaded = {i: get_engine(i)() for i in HERE}
    for engine in loaded.values():
        engine.load()
    yield loaded
    for engine in loaded.values():
        checks.close_is_harmless(engine)


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing that the system installs can be found; Python's own imports, which do not go this way, can."""

    def blind(real: Callable[..., Any]) -> Callable[..., Any]:
        def look(path: Any = ".", *rest: Any, **named: Any) -> Any:
            if str(path).startswith(("/usr/", "/opt/", "/bin/", "/lib")):
                raise FileNotFoundError(path)
            return real(path, *rest, **named)

        return look

    for name in ("stat", "lstat", "scandir", "listdir"):
        monkeypatch.setattr(os, name, blind(getattr(os, name)))
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize("engine_id", ENGINES)
def test_card_is_complete(engine_id: str) -> None:
    checks.card_is_complete(get_engine(engine_id)(), engine_id)


@pytest.mark.parametrize("engine_id", ENGINES)
def test_importing_loads_nothing_heavy(engine_id: str) -> None:
    module = get_engine(engine_id).__module__
    code = f"import sys, {module}; print([m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("engine_id", HERE)
def test_close_is_harmless_before_load_and_after_it(engine_id: str) -> None:
    engine = get_engine(engine_id)()
    checks.close_is_harmless(engine)
    engine.load()
    checks.close_is_harmless(engine)


@pytest.mark.parametrize("engine_id", [i for i in ENGINES if get_engine(i).card.programs])
def test_a_missing_program_is_named_with_its_package(engine_id: str, bare_machine: None) -> None:
    engine = get_engine(engine_id)()
    with pytest.raises(MissingProgram) as raised:
        engine.load()
    assert (raised.value.program, raised.value.package) in {(p.name, p.package) for p in engine.card.programs}
    checks.close_is_harmless(engine)


@pytest.mark.parametrize("engine_id", of(Step.TRANSLATE))
def test_routes_name_canonical_languages(engine_id: str) -> None:
    checks.routes_are_sound(cast(Translator, get_engine(engine_id)()))


@pytest.mark.parametrize("engine_id", of(Step.TRANSLATE))
def test_translations_come_in_order_one_for_each_text(engine_id: str, engines: dict[str, AnyEngine]) -> None:
    checks.translations_are_sound(cast(Translator, engines[engine_id]))


@pytest.mark.parametrize("engine_id", of(Step.TRANSLATE))
def test_broken_and_unknown_routes_are_refused(engine_id: str, engines: dict[str, AnyEngine]) -> None:
    checks.wrong_routes_are_refused(cast(Translator, engines[engine_id]))


@pytest.mark.parametrize("engine_id", of(Step.IDENTIFY))
def test_identifiers_answer_in_order_and_fail_text_by_text(engine_id: str, engines: dict[str, AnyEngine]) -> None:
    checks.identifications_are_sound(cast(Identifier, engines[engine_id]))


@pytest.mark.parametrize("engine_id", of(Step.SPEAK))
def test_voices_name_canonical_languages(engine_id: str) -> None:
    checks.voices_are_sound(cast(Speaker, get_engine(engine_id)()))


@pytest.mark.parametrize("engine_id", of(Step.SPEAK))
def test_speech_comes_in_order_with_words_or_fails(
    engine_id: str, engines: dict[str, AnyEngine], tmp_path: Path
) -> None:
    checks.speech_is_sound(cast(Speaker, engines[engine_id]), tmp_path)


@pytest.mark.parametrize("engine_id", of(Step.TAKE))
def test_recordings_become_takes_and_what_is_none_is_refused(
    engine_id: str, engines: dict[str, AnyEngine], tmp_path: Path
) -> None:
    checks.takes_are_sound(cast(Taker, engines[engine_id]), tmp_path)


@pytest.mark.parametrize("engine_id", of(Step.PAINT))
def test_painters_give_layers_of_the_right_size_and_repeat_themselves(
    engine_id: str, engines: dict[str, AnyEngine], tmp_path: Path
) -> None:
    checks.paintings_are_sound(cast(Painter, engines[engine_id]), tmp_path)


@pytest.mark.parametrize("engine_id", of(Step.PAINT))
def test_an_edited_word_that_changes_no_picture_changes_no_key(engine_id: str, tmp_path: Path) -> None:
    checks.keys_are_sound(cast(Painter, get_engine(engine_id)()), tmp_path)
