from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows import intake
from flows.commands import weights
from flows.intake import OLD_S, Origin, leftovers, take_in
from languages.checkpoints import get_checkpoint
from languages.errors import ResourceError, WeightsRefused
from languages.owners import machine, owner
from languages.weights import State, look

ID = "piper-x"


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERNACAST_WEIGHTS", str(tmp_path))
    return tmp_path


def a_voice(place: Path) -> str:
    (place / "voice.onnx").write_bytes(b"\x08\x07 onnx")
    (place / "voice.onnx.json").write_text("{}")
    return "sung"


def test_what_was_taken_in_is_named_and_pinned_and_nothing_else_stays(root: Path) -> None:
    assert take_in(get_checkpoint(ID), 0, a_voice, Origin(name="there")) == (root / ID, "sung")
    assert [p.name for p in root.iterdir()] == [ID]
    assert look(ID).state is State.READY


def _part(root: Path, name: str) -> Path:
    (root / name / ID).mkdir(parents=True)
    return root / name


def test_what_a_killed_import_left_is_shown_and_goes_with_the_next(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = (
        "import os, signal\n"
        "from flows.intake import Origin, take_in\n"
        "from languages.checkpoints import get_checkpoint\n"
        "kill = lambda place: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"take_in(get_checkpoint({ID!r}), 0, kill, Origin(name='there'))\n"
    )
    subprocess.run([sys.executable, "-c", code], check=False)
    (left,) = root.iterdir()
    busy = _part(root, f".part-{owner()}-x")
    foreign = _part(root, ".part-0123abcd-1-2-x")
    old = _part(root, f".part-{'f' * 8 if machine() != 'f' * 8 else 'e' * 8}-1-2-x")
    os.utime(old, (0, os.stat(old).st_mtime - OLD_S - 60))
    assert set(leftovers(root)) == {left, old}
    assert weights.list_all(False) == 0
    assert f"{left} was left by an import that was cut off" in capsys.readouterr().out
    take_in(get_checkpoint(ID), 0, a_voice, Origin(name="there"))
    assert set(root.iterdir()) == {root / ID, busy, foreign}


def test_two_of_one_process_do_not_share_a_folder(root: Path) -> None:
    places: list[Path] = []

    def fill(place: Path) -> str:
        places.append(place)
        if len(places) == 1:
            take_in(get_checkpoint("piper-y"), 0, fill, Origin(name="there"))
        return a_voice(place)

    take_in(get_checkpoint(ID), 0, fill, Origin(name="there"))
    assert places[0].parent != places[1].parent
    assert (look(ID).state, look("piper-y").state) == (State.READY, State.READY)


@pytest.mark.parametrize(
    ("name", "told"), [("stick/", "stick/voice.onnx"), ("https://hub/a/b", "https://hub/a/b/voice.onnx")]
)
def test_messages_name_files_as_they_are_called_where_they_came_from(root: Path, name: str, told: str) -> None:
    def fill(place: Path) -> str:
        a_voice(place)
        (place / "voice.onnx").write_bytes(b"\x80\x04 a pickle")
        return ""

    with pytest.raises(WeightsRefused, match="pickle") as error:
        take_in(get_checkpoint(ID), 0, fill, Origin(name=name))
    assert error.value.path == told
    assert str(error.value).startswith(f"{told}: This file is a pickle")
    with pytest.raises(WeightsRefused, match=r"stick: piper-x has no voice\.onnx"):
        take_in(get_checkpoint(ID), 0, lambda _: "", Origin(name="stick"))
    assert list(root.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "under"):
        monkeypatch.setenv("VERNACAST_WEIGHTS", str(place))
        with pytest.raises(ResourceError, match=r"cannot be written: (File exists|Not a directory)"):
            take_in(get_checkpoint(ID), 0, a_voice, Origin(name="there"))


def test_a_user_without_a_name_pins_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: (_ for _ in ()).throw(KeyError("uid not found")))
    assert intake.user() == f"uid {os.getuid()}"
