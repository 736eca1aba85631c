"""What a command line asks for that this machine has not, and options that are given more than once."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.commands.make import run
from flows.commands.wish import Wish
from languages.errors import ResourceError, UsageError
from tests.stories import write_story


@pytest.mark.parametrize("compute", ["ray", "ray://head:10001"])
def test_without_ray_nothing_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compute: str) -> None:
    monkeypatch.setattr("flows.compute.find_spec", lambda _: None)
    monkeypatch.setattr("flows.commands.make._server_meanwhile", lambda: pytest.fail("a server was begun"))
    script = write_story(tmp_path)
    with pytest.raises(ResourceError, match="needs Ray") as refused:
        run(Wish(str(script), "ca", compute=compute), as_json=True)
    assert "make setup-cluster" in str(refused.value)


def test_options_that_are_given_again_add_to_what_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Wish] = []

    def look(wish: Wish, as_json: bool) -> int:
        seen.append(wish)
        return 0

    monkeypatch.setattr("flows.commands.plan.run", look)
    monkeypatch.setattr("flows.commands.make.run", look)
    for command in ("plan", "make"):
        words = (
            command,
            "x.md",
            "--to",
            "ca,an",
            "--to",
            "ast",
            "--borrow-voices",
            "ast=es",
            "--borrow-voices",
            "an=es",
        )
        assert CliRunner().invoke(app, words).exit_code == 0
        assert CliRunner().invoke(app, (command, "x.md", "--to", "ca")).exit_code == 0
    assert [(w.to, w.borrow_voices) for w in seen] == [("ca,an,ast", "ast=es,an=es"), ("ca", "")] * 2


def test_languages_given_again_add_up_for_clusters_and_predictions_too(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def bring(script: str, to: str, *_: object) -> int:
        seen.append(f"{script} {to}")
        return 0

    def recipe_of(wish: Wish) -> None:
        seen.append(wish.to)
        raise UsageError("enough")

    monkeypatch.setattr("flows.commands.cluster.bring", bring)
    monkeypatch.setattr("flows.commands.wish.recipe_of", recipe_of)
    runner = CliRunner()
    assert runner.invoke(app, ("cluster", "up", "x.md", "--to", "ca", "--to", "an,ast")).exit_code == 0
    assert runner.invoke(app, ("cluster", "up")).exit_code == 0
    runner.invoke(app, ("simulate", "x.md", "--to", "ca", "--to", "an,ast"))
    assert seen == ["x.md ca,an,ast", " ", "ca,an,ast"]


def test_the_inside_of_a_cluster_is_not_to_be_asked_for_from_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VERNACAST_PARCEL", raising=False)
    monkeypatch.setattr("flows.commands.make._server_meanwhile", lambda: pytest.fail("a server was begun"))
    script = write_story(tmp_path)
    with pytest.raises(UsageError, match=r"--compute cluster is for the cluster itself\. .*ray://head:10001"):
        run(Wish(str(script), "ca", compute="cluster"), as_json=False)
    monkeypatch.setenv("VERNACAST_PRIORITY", "nonsense")
    with pytest.raises(UsageError, match=r"'nonsense'\. It is interactive or batch\. Set it"):
        run(Wish(str(script), "ca"), as_json=False)
