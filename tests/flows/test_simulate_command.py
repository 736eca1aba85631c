"""``vernacast simulate`` as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from flows.commands.simulate import duration, simulate
from languages.errors import UsageError
from tests.stories import write_story

RATES = "examples/rates.toml"


@pytest.fixture
def story(tmp_path: Path) -> str:
    return str(write_story(tmp_path))


def said(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_all_that_is_said_is_called_predicted_with_its_assumptions(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    simulate([story], ["es,ca,an"], workers="1,2", rates=RATES)
    told = capsys.readouterr().out
    assert told.startswith("Predicted, not measured: 1 scripts x 3 languages on cluster, EUR paid")
    assert "Voices of the first script: " in told
    assert "Prices are those of your file of rates" in told


def test_two_workers_take_less_time_and_are_paid_for(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    simulate([story], ["es,ca,an"], workers="1,2", compute="local", rates=RATES, as_json=True)
    found = said(capsys)
    one, two = found["rows"]
    assert two["wall_s"] < one["wall_s"]
    assert two["editions"] == 3
    assert found["money"][0][0] == pytest.approx(one["wall_s"] / 3600 * 0.05)


def test_many_scripts_like_one(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    simulate([story], ["es,ca,an"], workers="4", number=300, as_json=True)
    found = said(capsys)
    (row,) = found["rows"]
    assert (row["editions"], row["runs"], row["played"]) == (900, 300, 60)
    assert any("the rest is taken to go on alike" in line for line in found["assumptions"])


def test_what_cannot_be_simulated_is_refused(story: str) -> None:
    with pytest.raises(UsageError, match="wonders"):
        simulate([story], ["es"], suppose="wonders")
    with pytest.raises(UsageError, match="--workers"):
        simulate([story], ["es"], workers="0")
    with pytest.raises(UsageError, match="not as many"):
        simulate([story], ["es"], workers="1,2", gpus="1,2,3")
    with pytest.raises(UsageError, match="moon"):
        simulate([story], ["es"], compute="moon")
    with pytest.raises(UsageError, match="No edition"):
        simulate([story], ["quy"], workers="1")


def test_durations_are_told_as_people_tell_them() -> None:
    assert (duration(59.6), duration(1500), duration(7200 * 5)) == ("60 s", "25 min", "10.0 h")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("number", -1), ("at_once", -1), ("gpu_gb", -3.0), ("gpu_gb", float("nan")), ("others", float("inf")),
        ("others", -1.0), ("workers", "99999999999"), ("gpus", "99999999"), ("number", 10**20),
    ],
)  # fmt: skip
def test_numbers_that_cannot_be_played_are_refused(story: str, option: str, value: object) -> None:
    with pytest.raises(UsageError, match=r"^--.* cannot be used\. .* from \d"):
        simulate([story], ["ca"], **{option: value})
