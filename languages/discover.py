"""Finds engines by scanning a folder; nothing registers itself, and a doubled id is an error.

Engines of other packages come in through the entry-point groups ``vernacast.translation``,
``vernacast.speech`` and ``vernacast.video``; each entry point names a module that has an ``Engine``.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

from languages.card import Card
from languages.errors import EngineUnusable, UnknownEngine

ROOMS = ("translation", "speech", "video")


class AnyEngine(Protocol):
    """What all engines share."""

    card: Card

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes the engine ready on a device, with weights from a folder where it needs any.

        Raises MissingProgram or EngineUnusable.
        """
        ...

    def close(self) -> None:
        """Lets go of everything; harmless after a failed ``load`` and when called twice."""
        ...


def _modules(room: str) -> list[tuple[str, ModuleType]]:
    package = importlib.import_module(f"{room}.engines")
    names = sorted(m.name for m in pkgutil.iter_modules(package.__path__) if not m.name.startswith("_"))
    found = [(f"{room}/{n}", importlib.import_module(f"{room}.engines.{n}")) for n in names]
    for point in sorted(entry_points(group=f"vernacast.{room}"), key=lambda p: p.name):
        found.append((f"{room}/{point.name}", importlib.import_module(point.module)))
    return found


@lru_cache
def discover(room: str) -> dict[str, type[AnyEngine]]:
    """Engine classes of a room (``translation``, ``speech`` or ``video``) by id, in order of id.

    Raises:
        EngineUnusable: an engine's id differs from its place, or two engines share one.
    """
    engines: dict[str, type[AnyEngine]] = {}
    for place, module in _modules(room):
        engine = cast("type[AnyEngine]", module.Engine)
        if engine.card.id != place:
            raise EngineUnusable(
                f"The engine in {module.__name__} calls itself {engine.card.id!r}.",
                expected=f"Its place says {place!r}.",
                remedy="Make the card's id equal to its place.",
            )
        if place in engines:
            raise EngineUnusable(f"Two engines are called {place!r}.", remedy="Uninstall or rename one of them.")
        engines[place] = engine
    return engines


def discover_all() -> dict[str, type[AnyEngine]]:
    """Engine classes of every room by id."""
    return {i: e for room in ROOMS for i, e in discover(room).items()}


def get_engine(engine_id: str) -> type[AnyEngine]:
    """The engine class with this id.

    Raises:
        UnknownEngine: there is none.
    """
    room = engine_id.partition("/")[0]
    engines = discover(room) if room in ROOMS else {}
    if engine_id not in engines:
        raise UnknownEngine(
            f"No engine is called {engine_id!r}.",
            expected=f"There are {', '.join(discover_all())}.",
            remedy="`vernacast engines` lists them.",
        )
    return engines[engine_id]
