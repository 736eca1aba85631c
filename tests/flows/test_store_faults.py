"""The store when the disk is full or read-only, and when writers are killed: told, and never torn."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from io import BufferedWriter
from pathlib import Path

import pytest

from flows.store import Store
from languages.errors import DiskFull, ResourceError
from languages.owners import owner
from tests.flows.writers import a_key, a_record, files, kill_writers


@pytest.fixture
def disk(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "store"))


WRITES = ("open", "write", "fsync", "link", "replace", "mkdir")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_wherever_it_strikes_and_leaves_nothing_torn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    struck: set[str] = set()
    for nth in range(1, 60):
        store = Store(str(tmp_path / f"store{nth}"))
        source = tmp_path / "source"
        source.write_bytes(b"sound" * 100)
        k = a_key("a")
        with monkeypatch.context() as patch:
            left = _fail_at(patch, nth, number, struck)
            told = ""
            try:
                digest = store.put_file(source, media_type="audio/flac").digest
                store.commit(k, a_record(k, digest))
            except DiskFull as error:
                told = str(error)
        if left[0] > 0:
            assert told == ""
            break
        assert "bytes are free" in told, "it struck, and nobody was told"
        assert "Make room" in told
        assert store.fsck() == ()
        assert [p for p in files(store) if "scratch" in p.parts] == []
        digest = store.put_file(source, media_type="audio/flac").digest
        store.commit(k, a_record(k, digest))
        assert store.verify(k) == ()
    else:
        pytest.fail("it never came through")
    assert struck == set(WRITES)


def _fail_at(patch: pytest.MonkeyPatch, nth: int, number: int, struck: set[str]) -> list[int]:
    """Lets the nth thing that writes fail; what is left of the count is in the list."""
    left = [nth]

    def failing(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **more: object) -> object:
            if name == "open" and not int(str(args[1])) & os.O_CREAT:
                return real(*args, **more)
            left[0] -= 1
            if left[0] == 0:
                struck.add(name)
                raise OSError(number, os.strerror(number))
            return real(*args, **more)

        return call

    class Full(BufferedWriter):
        write = failing("write", BufferedWriter.write)  # type: ignore[assignment]

    for name in ("open", "fsync", "link", "replace", "mkdir"):
        patch.setattr(os, name, failing(name, getattr(os, name)))
    patch.setattr(os, "fdopen", lambda handle, _mode: Full(open(handle, "wb", buffering=0)))  # noqa: SIM115
    return left


@pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode != 0,
    reason="no right to mount a small disk here",
)
def test_a_disk_that_is_really_full_is_told(tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    program = (
        "import sys; from pathlib import Path; from flows.store import Store; from languages.errors import DiskFull\n"
        "store = Store(sys.argv[1] + '/small/store')\n"
        "Path(sys.argv[1], 'large').write_bytes(bytes(1 << 20))\n"
        "try:\n    store.put_file(Path(sys.argv[1], 'large'), media_type='x')\n"
        "except DiskFull as e:\n    print(e)\n"
        "print([p.name for p in Path(sys.argv[1], 'small').rglob('*') if p.is_file()])\n"
    )
    ran = subprocess.run(
        [
            "unshare",
            "-rm",
            "sh",
            "-c",
            'mount -t tmpfs -o size=256k t "$1/small" && exec "$2" -c "$3" "$1"',
            "sh",
            str(tmp_path),
            sys.executable,
            program,
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    said, left = ran.stdout.splitlines()
    assert said.startswith("No space is left to write ")
    assert "bytes are free" in said
    assert left == "[]"


def test_a_read_only_place_is_told(disk: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "mkdir", refuse)
    (tmp_path / "f").write_bytes(b"x")
    with pytest.raises(ResourceError, match="Read-only"):
        disk.put_file(tmp_path / "f", media_type="x")
    with pytest.raises(ResourceError, match="Read-only"), disk.scratch():
        pass


def test_a_place_without_hard_links_still_lets_the_first_win(disk: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    k = a_key("a")
    disk.commit(k, a_record(k, value="first"))
    assert disk.commit(k, a_record(k, value="second")).value["text"] == "first"


def test_sweeping_takes_what_ended_processes_left_and_nothing_else(disk: Store) -> None:
    dead = subprocess.run(
        [sys.executable, "-c", "from languages.owners import owner; print(owner())"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ).stdout.strip()
    scratch = Path(disk.root) / "scratch"
    for name in (f"{dead}-1", f"{owner()}-1", "00000000-1-1-elsewhere", "00000000-1-1-elsewhere-old"):
        (scratch / name).mkdir(parents=True)
    (scratch / f"{dead}-2.part").write_bytes(b"half")
    (scratch / "00000000-1-1-elsewhere" / "fresh").write_bytes(b"x")
    long_ago = time.time() - 3 * 24 * 3600
    for name in ("00000000-1-1-elsewhere", "00000000-1-1-elsewhere-old"):
        os.utime(scratch / name, (long_ago, long_ago))
    assert disk.sweep() == 3
    assert sorted(p.name for p in scratch.iterdir()) == ["00000000-1-1-elsewhere", f"{owner()}-1"]


def test_writers_killed_at_random_moments_leave_nothing_torn(disk: Store) -> None:
    kill_writers(disk, writers=4, kills=16, seed=20261123)
