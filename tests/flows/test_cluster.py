"""A work is sent to a real Ray cluster, goes on while nobody watches, and comes back with the same bytes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.chaos.test_make_kills import digests
from tests.flows.ray_head import Head, ray_head
from tests.stories import ROOT, environment, vernacast, write_story

ARGUMENTS = ("make", "pan.es.md", "--to", "ca,ast", "--size", "320x180")

pytestmark = [pytest.mark.ray, pytest.mark.timeout(240)]


def test_a_work_goes_to_a_cluster_and_comes_back_though_its_sender_is_killed(
    story_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))  # what the head's jobs find
    with ray_head("0123456789abcdef" * 4) as head:
        send_kill_and_send_again(head, story_home)


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
