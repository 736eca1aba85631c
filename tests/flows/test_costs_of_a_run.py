"""After a run the truth stands beside the estimate, and the next plan knows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.cost_book import book_path, read_book
from flows.report import read_report
from tests.stories import ROOT, report, vernacast, write_story

WORDS = ("pan.es.md", "--to", "es,ca", "--size", "320x180")


@pytest.mark.slow
def test_a_run_tells_what_it_cost_and_what_is_made_costs_nothing_more(story_home: Path, own_server: None) -> None:
    write_story(story_home)
    before = sum(s.count for s in read_book(book_path()).sums)
    said = json.loads(vernacast("plan", *WORDS, "--json", home=story_home).stdout)
    ran = vernacast("make", *WORDS, "--rates", str(ROOT / "examples" / "rates.toml"), home=story_home)
    assert ran.returncode == 0, ran.stderr
    spent = report(story_home / "out")["spent"]
    assert isinstance(spent, dict)
    stages = {s["stage"]: s["cpu_s"] for s in spent["stages"]}
    assert set(stages) == {"translate", "speak", "shot", "film", "run"}
    assert all(seconds > 0 for seconds in stages.values())
    assert spent["cpu_s"] == pytest.approx(sum(stages.values()), abs=0.1)
    assert spent["estimated_cpu_s"] == pytest.approx(said["cost"]["cpu_s"], rel=0.01)
    assert spent["price"]["total"] > 0
    assert f"estimated {spent['estimated_cpu_s']:.1f} s" in ran.stderr
    assert sum(s.count for s in read_book(book_path()).sums) > before + 10

    left = json.loads(vernacast("plan", *WORDS, "--json", home=story_home).stdout)
    assert {stage for stage, _ in left["stages"]} == {"film", "run"}
    assert left["cost"]["cpu_s"] < said["cost"]["cpu_s"] / 2
    assert [p["cost"]["cpu_s"] < 0.3 for p in left["languages"]] == [True, True]


def test_a_report_of_an_earlier_version_is_read_as_it_was(tmp_path: Path) -> None:
    old = {
        "schema": "Report.1", "name": "n", "script": "s", "language": "es", "when": "", "seconds": 1.0,
        "finished": True, "made": {}, "found": {}, "use": "commercial", "shots": [], "languages": [],
    }  # fmt: skip
    path = tmp_path / "report.json"
    path.write_text(json.dumps(old), encoding="utf-8")
    assert read_report(path).spent is None
