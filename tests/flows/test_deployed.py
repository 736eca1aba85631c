"""The flow of deployments: what a worker's folders allow, and what exit codes become."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from languages.errors import UsageError


@pytest.fixture
def deployed(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Imported late: it imports Prefect. What it tells its own process is taken back."""
    monkeypatch.setenv("VERNACAST_PRIORITY", "interactive")
    from flows import deployed

    return deployed


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "scripts"
    (folder / "museum").mkdir(parents=True)
    (folder / "museum" / "tale.md").write_text("x")
    (folder / "own.md").write_text("x")
    (tmp_path / "secret.md").write_text("x")
    (folder / "museum" / "link.md").symlink_to(tmp_path / "secret.md")
    (folder / "museum" / "up").symlink_to(folder)
    monkeypatch.setenv("VERNACAST_SCRIPTS", str(folder))
    monkeypatch.setenv("VERNACAST_OUT", str(tmp_path / "out"))
    return folder


def test_a_tenant_reads_its_own_scripts(deployed: ModuleType, scripts: Path) -> None:
    assert deployed.script_path("tale.md", "museum") == scripts / "museum" / "tale.md"
    assert deployed.script_path("own.md", "") == scripts / "own.md"


@pytest.mark.parametrize("script", ["../own.md", "link.md", "up/own.md", "/etc/passwd", "museum", "nothing.md"])
def test_nothing_outside_its_folder_is_read(deployed: ModuleType, scripts: Path, script: str) -> None:
    with pytest.raises(UsageError, match="There is no script"):
        deployed.script_path(script, "museum")


def test_a_worker_without_folders_says_what_it_lacks(deployed: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VERNACAST_SCRIPTS", raising=False)
    with pytest.raises(UsageError, match="VERNACAST_SCRIPTS=/a/folder"):
        deployed.script_path("a.md", "")


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({}, "either `run` or `script`"),
        ({"run": "a", "script": "b"}, "either `run` or `script`"),
        ({"run": "../a"}, "no id of a run"),
        ({"script": "a.md", "tenant": "../x"}, "cannot be a tenant"),
        ({"run": "a", "priority": "now"}, "priority cannot be 'now'"),
    ],
)
def test_parameters_that_make_no_sense_are_refused(deployed: ModuleType, parameters: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        deployed.make.fn(**parameters)


def test_a_run_of_the_store_is_handed_to_the_cluster(deployed: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def run_request(*arguments: str) -> int:
        asked.append(arguments)
        return 3

    monkeypatch.setitem(sys.modules, "flows.cluster_run", SimpleNamespace(run_request=run_request))
    monkeypatch.setenv("VERNACAST_COMPUTE", "ray")
    state = deployed.make.fn(store="s3://bucket/store", run="a" * 64)
    assert os.environ["VERNACAST_PRIORITY"] == "batch"
    assert asked == [("s3://bucket/store", "a" * 64, "ray")]
    assert (state.type.value, state.name) == ("COMPLETED", "Incomplete")


@pytest.mark.parametrize(
    ("code", "state", "said"),
    [(0, "COMPLETED", "Everything"), (4, "FAILED", "input was refused"), (-9, "FAILED", "it failed")],
)
def test_exit_codes_become_states(deployed: ModuleType, code: int, state: str, said: str) -> None:
    become = deployed.outcome(code)
    assert become.type.value == state
    assert said in (become.message or "")


def test_words_of_a_user_are_no_options_and_stay_in_the_log(
    deployed: ModuleType, scripts: Path, tmp_path: Path
) -> None:
    code = deployed.make_script(
        scripts / "own.md", tmp_path / "out", ["--to", "--version; rm -rf /", "--use", "commercial"]
    )
    assert code == 2
    assert "rm -rf" in (tmp_path / "out" / "make.log").read_text()
    assert scripts.is_dir()
