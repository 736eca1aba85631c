"""What killed writers left beside a user's files goes; what living ones write stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.files import write_file
from languages.owners import part_beside
from tests.stories import ROOT
from translation.text_file import write_text

KILLED = (
    "import os, pathlib, sys; from languages.owners import part_beside; part_beside(pathlib.Path(sys.argv[1])).touch()"
)


@pytest.mark.parametrize("kind", ["bytes", "text"])
def test_what_a_killed_writer_left_is_swept_by_the_next(tmp_path: Path, kind: str) -> None:
    mine, foreign = part_beside(tmp_path / "x"), tmp_path / ".somebody-else.part"
    mine.touch()
    foreign.touch()
    told = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "story.ca.po")], check=True, env=told)
    assert len(list(tmp_path.iterdir())) == 3
    if kind == "bytes":
        write_file(tmp_path / "story.srt", b"text")
    else:
        write_text(tmp_path / "story.ca.po", "text")
    assert {p.name for p in tmp_path.iterdir() if p.suffix == ".part"} == {mine.name, foreign.name}


def test_what_may_not_be_removed_prevents_no_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("another user's, in a folder of all")

    subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "x")], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        write_text(tmp_path / "story.ca.po", "text")
    assert (tmp_path / "story.ca.po").read_text() == "text"
    assert len(list(tmp_path.glob(".*.part"))) == 1
