"""A work is sent to a real Ray cluster, goes on while nobody watches, and comes back with the same bytes."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import cast

import pytest

from tests.chaos.test_make_kills import digests
from tests.flows.ray_head import Head, ray_head
from tests.stories import ROOT, environment, report, vernacast, write_story

ARGUMENTS = ("make", "pan.es.md", "--to", "ca,ast", "--size", "320x180")

pytestmark = [pytest.mark.ray, pytest.mark.timeout(240)]


@pytest.fixture(scope="module")
def head() -> Generator[Head]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))  # what the head's jobs find
        with ray_head("0123456789abcdef" * 4) as running:
            yield running


def test_a_work_goes_to_a_cluster_and_comes_back_though_its_sender_is_killed(head: Head, story_home: Path) -> None:
    send_kill_and_send_again(head, story_home)


def cluster(head: Head, home: Path, *words: str) -> str:
    """What ``vernacast cluster`` prints."""
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "cluster", *words, "--address", head.client],
        cwd=home,
        env=environment_of(head, home),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


LINES = 15


def long_story() -> str:
    """Its scenes and lines are many and all different."""
    scenes = [
        f"# Escena {n}\n\n![Un campo de día, río {n}.]\n\n"
        + "\n\n".join(f"El río {n} pasa {m} puentes." for m in range(5))
        for n in range(LINES // 5)
    ]
    return "---\ntitle: Los puentes\nlanguage: es\nborrow-voices:\n  ast: es\n---\n\n" + "\n\n".join(scenes) + "\n"


def test_people_overtake_a_batch_and_what_both_need_is_made_once(head: Head, story_home: Path) -> None:
    def begin(home: Path, languages: str, whom: str) -> subprocess.Popen[bytes]:
        home.mkdir()
        write_story(home, long_story())
        words = ("make", "pan.es.md", "--to", languages, "--size", "320x180", "--compute", head.client)
        return subprocess.Popen(
            [sys.executable, "-m", "flows.cli", *words],
            cwd=home,
            env={**environment_of(head, story_home), "VERNACAST_PRIORITY": whom},
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    night, day = story_home / "night", story_home / "day"
    batch = begin(night, "ast,an,ca", "batch")
    time.sleep(1)
    person = begin(day, "ca", "interactive")
    assert person.wait(200) == 0
    assert batch.poll() is None, "the batch that began before was no longer at work"
    assert batch.wait(200) == 0
    made = Counter[str]()
    for home in (night, day):
        told = report(home / "out")
        assert isinstance(told["made"], dict)
        made.update(cast("dict[str, int]", told["made"]))
    # Title and lines are drafted, lines spoken, in each language of the batch; nothing of it is made twice.
    languages = 3
    assert made["translate"] == languages * (LINES + 1)
    assert made["speak"] == languages * LINES
    assert made["film"] == languages


def test_engines_come_up_are_seen_and_go_down(head: Head, story_home: Path) -> None:
    cluster(head, story_home, "down")
    write_story(story_home)
    said = cluster(head, story_home, "up", "pan.es.md", "--to", "eo", "--keep", "1")
    assert "speech/espeak: deployed; up to 1 on cpu" in said
    assert "translation/apertium: deployed" in said
    deadline = time.monotonic() + 40
    while True:
        seen = json.loads(cluster(head, story_home, "status", "--json"))
        states = {one["engine"]: (one["status"], one["replicas"]) for one in seen["engines"]}
        if all(state == ("RUNNING", 1) for state in states.values()) or time.monotonic() > deadline:
            break
    assert states == {"speech/espeak": ("RUNNING", 1), "translation/apertium": ("RUNNING", 1)}
    assert [node["cpus"] for node in seen["nodes"]] == [1.0]
    assert seen["dashboard"] == head.dashboard
    assert "Machines: 1, with 1 processors and 0 GPUs." in cluster(head, story_home, "status")
    assert cluster(head, story_home, "down") == "Ended: speech/espeak, translation/apertium.\n"


def environment_of(head: Head, home: Path) -> dict[str, str]:
    """Of a sender: the cluster's token, the store of the test."""
    return {**environment(home), **head.environment}


def send_kill_and_send_again(head: Head, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for home in (here, there):
        home.mkdir()
        write_story(home)
    assert vernacast(*ARGUMENTS, home=here).returncode == 0
    command = [sys.executable, "-m", "flows.cli", *ARGUMENTS, "--compute", head.client]
    first = subprocess.Popen(
        command,
        cwd=there,
        env=environment_of(head, tmp_path),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert first.stderr is not None
    said = ""
    for line in first.stderr:
        said += line
        if "works on it as" in line:
            break
    job = line.split()[-14] if "works on it as" in said else ""
    first.kill()
    first.wait()
    first.stderr.close()
    assert job, said
    second = subprocess.run(
        command, cwd=there, env=environment_of(head, tmp_path), capture_output=True, text=True, timeout=200, check=False
    )
    assert second.returncode == 0, second.stderr
    assert second.stderr.count("works on it as") == 1
    assert digests(there / "out") == digests(here / "out")
    assert (there / "out" / "pan" / "ca" / "pan.mp4").read_bytes() == (
        here / "out" / "pan" / "ca" / "pan.mp4"
    ).read_bytes()
    assert (there / "pan.ca.po").read_text() == (here / "pan.ca.po").read_text()
    assert str(there / "out") in (there / "out" / "pan" / "report.json").read_text()
