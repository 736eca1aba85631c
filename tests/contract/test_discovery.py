from __future__ import annotations

import types
from collections.abc import Iterator

import pytest

from languages import discover
from languages.errors import EngineUnusable, UnknownEngine
from tests.fakes import FakeSpeaker


def module(name: str = "engines.fake") -> types.ModuleType:
    """A module with an engine that calls itself ``speech/fake``."""
    made = types.ModuleType(name)
    made.Engine = FakeSpeaker  # type: ignore[attr-defined]
    return made


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, types.ModuleType]]]:
    modules: list[tuple[str, types.ModuleType]] = []
    monkeypatch.setattr(discover, "_modules", lambda room: modules)
    discover.discover.cache_clear()
    yield modules
    discover.discover.cache_clear()


def test_an_engine_in_its_place_is_found(found: list[tuple[str, types.ModuleType]]) -> None:
    found.append(("speech/fake", module()))
    assert discover.discover("speech") == {"speech/fake": FakeSpeaker}


def test_an_engine_under_another_id_is_refused(found: list[tuple[str, types.ModuleType]]) -> None:
    found.append(("speech/mine", module()))
    with pytest.raises(EngineUnusable, match="speech/fake"):
        discover.discover("speech")


def test_two_engines_of_one_id_are_refused(found: list[tuple[str, types.ModuleType]]) -> None:
    found += [("speech/fake", module()), ("speech/fake", module("other.package"))]
    with pytest.raises(EngineUnusable, match="Two engines"):
        discover.discover("speech")


def test_an_unknown_engine_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownEngine, match="speech/espeak"):
        discover.get_engine("speech/nobody")


def test_no_fake_is_offered() -> None:
    assert not [engine_id for engine_id in discover.discover_all() if "fake" in engine_id]
