from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from languages.errors import DiskFull, ManuscriptRefused, ResourceError
from translation.text_file import find_no_character, read_text, write_text


def test_full_disk_is_said_and_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.po"
    write_text(path, "antes")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match="Make room"):
        write_text(path, "después")
    assert path.read_text() == "antes"
    assert [p.name for p in tmp_path.iterdir()] == ["a.po"]


def test_folder_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(ResourceError, match="cannot be written"):
        write_text(tmp_path / "none" / "a.po", "x")


def test_link_stays_a_link_and_permissions_stay(tmp_path: Path):
    real = tmp_path / "real.po"
    real.write_text("a")
    real.chmod(0o640)
    link = tmp_path / "link.po"
    link.symlink_to(real)
    write_text(link, "b")
    assert link.is_symlink()
    assert (real.read_text(), real.stat().st_mode & 0o777) == ("b", 0o640)


def test_pipe_is_refused_without_waiting(tmp_path: Path):
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(ManuscriptRefused, match="not an ordinary file"):
        read_text(tmp_path / "a.md", ManuscriptRefused, 10)


@pytest.mark.parametrize("character", ["\ufdd0", "\uffff", "\U0010fffe"])
def test_a_noncharacter_is_refused_with_its_line(tmp_path: Path, character: str):
    path = tmp_path / "a.md"
    path.write_text(f"Hola\n{character}", encoding="utf-8")
    with pytest.raises(ManuscriptRefused, match=f"a.md:2: U\\+{ord(character):04X} .*never a character"):
        read_text(path, ManuscriptRefused, 100)


def test_half_of_a_surrogate_pair_is_found():
    assert find_no_character("a\nb\ud800") == ("U+D800", 2)
    assert find_no_character("a\U0001f600\ufffd") is None


def test_a_pile_of_marks_is_refused_before_it_takes_long_and_high_vietnamese_is_not(tmp_path: Path):
    path = tmp_path / "a.po"
    path.write_text("x\nae" + "\u0301\u0316" * 100_000, encoding="utf-8")
    with pytest.raises(ManuscriptRefused, match=r"a\.po:2: More than 30 combining marks"):
        read_text(path, ManuscriptRefused, 1_000_000)
    path.write_text("a" + "\u0323\u0302\u0301" * 10, encoding="utf-8")
    assert len(read_text(path, ManuscriptRefused, 100)) == 31
