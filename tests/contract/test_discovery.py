from __future__ import annotations

import types

import pytest

from languages import discover
from languages.card import Card, Licence, Step
from languages.errors import EngineUnusable, UnknownEngine


def engine(engine_id: str) -> types.ModuleType:
    class Engine:
        card = Card(
            id=engine_id, version="1", step=Step.SPEAK, summary="Nothing.", licence=Licence(code="MIT"), evidence="none"
        )

    module = types.ModuleType(engine_id)
    module.Engine = Engine  # type: ignore[attr-defined]
    return module


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, types.ModuleType]]:
    modules: list[tuple[str, types.ModuleType]] = []
    monkeypatch.setattr(discover, "_modules", lambda room: modules)
    discover.discover.cache_clear()
    yield modules
    discover.discover.cache_clear()


def test_an_engine_under_another_id_is_refused(found: list[tuple[str, types.ModuleType]]) -> None:
    found.append(("speech/mine", engine("speech/yours")))
    with pytest.raises(EngineUnusable, match="speech/yours"):
        discover.discover("speech")


def test_two_engines_of_one_id_are_refused(found: list[tuple[str, types.ModuleType]]) -> None:
    found += [("speech/mine", engine("speech/mine")), ("speech/mine", engine("speech/mine"))]
    with pytest.raises(EngineUnusable, match="Two engines"):
        discover.discover("speech")


def test_an_unknown_engine_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownEngine, match="speech/espeak"):
        discover.get_engine("speech/nobody")
