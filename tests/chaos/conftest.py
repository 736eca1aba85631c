"""One undisturbed run for all kill tests to be compared with, and the kill table at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.server import stop_server
from tests.chaos.faults import Home, formed, table
from tests.stories import write_story

ARGUMENTS = ("make", "pan.es.md", "--to", "ca,eo,ast", "--size", "320x180")


@pytest.fixture(scope="session")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home in which the story was made and nothing happened."""
    home = Home(folder=tmp_path_factory.mktemp("calm"))
    write_story(home.folder)
    run = home.begin(*ARGUMENTS)
    assert run.wait(120) == 0, home.said()
    return home


@pytest.fixture
def wild(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """A home with the same story and a Prefect server of its own."""
    monkeypatch.setenv("VERNACAST_STATE", str(tmp_path / "state"))
    write_story(tmp_path)
    yield Home(folder=tmp_path)
    stop_server()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the table; ``KILL_TABLE`` names a file for it."""
    if not table:
        return
    terminalreporter.section("kill table")
    terminalreporter.write(formed(table))
    if place := os.environ.get("KILL_TABLE"):
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        Path(place).write_text(formed(table), encoding="utf-8")
