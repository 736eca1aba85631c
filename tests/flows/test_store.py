"""The store: what goes in comes out, whole or not at all, whoever else is writing and whatever fails."""

from __future__ import annotations

import dataclasses
import errno
import logging
import os
import shutil
import threading
import uuid
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows import logs
from flows.commands.store import fsck, show_status
from flows.shelf import Disk, Shelf
from flows.store import Store
from languages.errors import DiskFull, StoreDamaged, UsageError
from tests.flows.writers import a_key, a_record, files, put


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    url = str(tmp_path / "store") if request.param == "folder" else f"memory://{uuid.uuid4().hex}"
    return Store(url)


@pytest.fixture
def disk(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "store"))


def record_path(store: Store, k: str) -> Path:
    return Path(store.root) / "records" / k[:2] / f"{k}.json"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=3000), text=st.text(st.characters(exclude_categories=["Cs"])))
def test_what_goes_in_comes_out(store: Store, content: bytes, text: str) -> None:
    digest = put(store, content)
    k = a_key(digest + text)
    there = store.commit(k, a_record(k, digest, value=text))
    assert there.sizes == (len(content),)
    assert store.find(k) == there
    assert store.path(digest).read_bytes() == content
    assert store.has(digest)
    assert store.verify(k) == ()


def test_the_first_commit_wins(store: Store) -> None:
    k = a_key("a")
    first = store.commit(k, a_record(k, value="first"))
    assert store.commit(k, a_record(k, value="second")) == first
    found = store.find(k)
    assert found is not None
    assert found.value["text"] == "first"


def test_of_many_threads_that_commit_one_key_one_wins_and_all_hear_it(disk: Store) -> None:
    k = a_key("a")
    together = threading.Barrier(8)

    def commit(n: int) -> object:
        together.wait()
        mine = Store(disk.url)
        return mine.commit(k, a_record(k, put(mine, bytes([n])), value=str(n))).value["text"]

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(commit, range(8)))) == 1


def test_an_unknown_key_is_not_found(store: Store) -> None:
    assert store.find(a_key("nothing")) is None
    assert store.verify(a_key("nothing")) != ()
    assert not store.has("0" * 64)
    with pytest.raises(StoreDamaged):
        store.path("0" * 64)


def test_many_are_found_at_once(store: Store) -> None:
    keys = [a_key(str(n)) for n in range(5)]
    for k in keys[:3]:
        store.commit(k, a_record(k))
    assert list(store.find_many([*keys, keys[0]])) == keys[:3]


def test_a_record_whose_object_is_gone_is_not_found_and_can_be_made_again(store: Store) -> None:
    k, digest = a_key("a"), put(store, b"sound")
    store.commit(k, a_record(k, digest, value="old"))
    store._shelf.set_aside(f"objects/{digest[:2]}/{digest}", "gone")
    assert store.find(k) is None
    again = put(store, b"other sound")
    assert store.commit(k, a_record(k, again, value="new")).value["text"] == "new"
    found = store.find(k)
    assert found is not None
    assert found.value["text"] == "new"


def test_who_comes_late_with_a_result_is_told_of_in_the_log(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log.jsonl"
    monkeypatch.setenv("VERNACAST_LOG", str(log))
    k = a_key("a")
    store.commit(k, a_record(k, value="first"))
    store.commit(k, a_record(k, value="first"))  # the same again: its first answer was lost on the way
    assert not log.exists()
    store.commit(k, a_record(k, value="late"))
    logs.stop()
    assert f"the one that was there first stays: {k}" in log.read_text(encoding="utf-8")


def test_what_is_taken_while_it_is_put_again_is_put_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As by a collection that had just found it old."""
    digest = put(store, b"old")
    real = type(store.shelf).size

    def size(shelf: Shelf, place: str) -> int | None:
        found = real(shelf, place)
        shelf.remove(place)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(type(store.shelf), "size", size)
        assert put(store, b"old") == digest
    assert store.has(digest)


def test_a_record_that_names_an_object_that_is_not_there_is_refused(store: Store) -> None:
    k = a_key("a")
    with pytest.raises(StoreDamaged):
        store.commit(k, a_record(k, "0" * 64))
    assert store.find(k) is None


def test_a_truncated_object_makes_its_record_absent_and_is_mended_by_putting_it_again(disk: Store) -> None:
    k, digest = a_key("a"), put(disk, b"sound of a line")
    disk.commit(k, a_record(k, digest))
    disk.path(digest).chmod(0o600)
    disk.path(digest).write_bytes(b"sound")
    assert disk.find(k) is None
    put(disk, b"sound of a line")
    assert disk.find(k) is not None
    assert disk.verify(k) == ()


@pytest.mark.parametrize("torn", [b"", b"{", b'{"schema":"Record.1"}', b"\xff\xfe", b"null", b"[1]"])
def test_a_record_that_cannot_be_read_is_set_aside_reported_and_made_again(
    disk: Store, torn: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    k = a_key("a")
    disk.commit(k, a_record(k))
    record_path(disk, k).chmod(0o600)
    record_path(disk, k).write_bytes(torn)
    with caplog.at_level(logging.WARNING):
        assert disk.find(k) is None
    assert "set aside" in caplog.text
    assert [p.read_bytes() for p in (Path(disk.root) / "damaged").iterdir()] == [torn]
    disk.commit(k, a_record(k))
    assert disk.find(k) is not None


def test_a_record_of_another_key_is_not_taken_for_ours(disk: Store) -> None:
    a, b = a_key("a"), a_key("b")
    disk.commit(a, a_record(a))
    record_path(disk, b).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(record_path(disk, a), record_path(disk, b))
    assert disk.find(b) is None
    with pytest.raises(ValueError, match="says"):
        disk.commit(b, a_record(a))


def test_a_record_of_a_later_version_is_left_alone(disk: Store) -> None:
    k = a_key("a")
    disk.commit(k, a_record(k))
    path = record_path(disk, k)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes().replace(b'"Record.1"', b'"Record.2"'))
    assert disk.find(k) is None
    assert path.exists()


def test_an_equal_file_is_not_written_again(disk: Store) -> None:
    digest = put(disk, b"sound")
    before = disk.path(digest).stat()
    assert put(disk, b"sound") == digest
    assert disk.path(digest).stat().st_ino == before.st_ino


def test_an_object_cannot_be_changed_by_accident(disk: Store) -> None:
    assert disk.path(put(disk, b"sound")).stat().st_mode & 0o222 == 0


def test_fsck_names_what_is_wrong_and_repair_lets_it_be_made_again(store: Store) -> None:
    good, bad = put(store, b"good"), put(store, b"bad!")
    k, g = a_key("a"), a_key("g")
    store.commit(k, a_record(k, bad))
    store.commit(g, a_record(g, good))
    assert store.fsck() == ()
    store._shelf.put_bytes(f"objects/{bad[:2]}/{bad}", b"BAD!", first=False)
    assert store.find(k) is not None, "same size: only reading it tells"
    assert store.verify(k) == (f"object {bad} has another content",)
    assert store.fsck() == (f"object {bad} has another content",)
    store.fsck(repair=True)
    assert store.find(k) is None
    assert store.find(g) is not None


def test_a_file_that_changes_while_it_is_stored_is_refused(
    disk: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"one")
    monkeypatch.setattr("flows.store.digest_of", lambda _: sha256(b"two").hexdigest())
    with pytest.raises(StoreDamaged, match="changed"):
        disk.put_file(path, media_type="text/plain")
    assert files(disk) == []


def test_scratch_is_gone_afterwards_even_after_an_error(store: Store) -> None:
    made: list[Path] = []
    with pytest.raises(ZeroDivisionError), store.scratch() as folder:
        made.append(folder / str(folder.stat().st_mode // 0))
    with store.scratch() as folder:
        (folder / "half").write_bytes(b"x")
    assert not folder.exists()
    assert list(folder.parent.iterdir()) == []


def test_a_full_disk_within_scratch_is_told_and_other_errors_pass(store: Store) -> None:
    with pytest.raises(DiskFull), store.scratch():
        raise OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(FileNotFoundError), store.scratch():
        raise FileNotFoundError(errno.ENOENT, "not there")


def test_a_store_on_an_unknown_kind_of_url_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot be reached"):
        Store("nowhere://x")


def test_a_url_with_a_password_is_refused_without_saying_it() -> None:
    for url in ("s3://me:canary@bucket/x", "sftp://me:canary@host/x"):
        with pytest.raises(UsageError, match="holds a name or password") as told:
            Store(url)
        assert "canary" not in str(told.value)


def test_the_environment_names_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_STORE", str(tmp_path / "mine"))
    assert Store().root == str(tmp_path / "mine")
    assert Store(f"file://{tmp_path}/a%20b").root == f"{tmp_path}/a b"
    assert not (tmp_path / "mine").exists(), "opening a store makes nothing"


def test_looking_up_reads_a_record_once_and_asks_once_for_each_object(
    disk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [a_key(str(n)) for n in range(50)]
    for k in keys:
        disk.commit(k, a_record(k, put(disk, k.encode())))
    asked: Counter[str] = Counter()

    def counted(name: str) -> Callable[..., object]:
        real = getattr(Disk, name)

        def call(*given: object) -> object:
            asked[name] += 1
            return real(*given)

        return call

    for name in ("read", "size", "open", "lock"):
        monkeypatch.setattr(Disk, name, counted(name))
    assert len(disk.find_many(keys)) == 50
    assert asked == {"read": 50, "size": 50}


def test_a_file_of_the_stores_own_scratch_is_moved_not_copied(disk: Store) -> None:
    with disk.scratch() as folder:
        path = folder / "film.mp4"
        path.write_bytes(b"film")
        inode = path.stat().st_ino
        stored = disk.put_file(path, media_type="video/mp4", move=True)
        assert not path.exists()
    there = disk.path(stored.digest)
    assert there.stat().st_ino == inode
    assert there.read_bytes() == b"film"
    assert there.stat().st_mode & 0o777 == 0o444
    assert disk.fsck() == ()


def test_what_cannot_be_moved_is_copied(disk: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def other_device(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    path = tmp_path / "film.mp4"
    path.write_bytes(b"film")
    real = os.replace
    monkeypatch.setattr(os, "replace", lambda a, b: other_device() if Path(a) == path else real(a, b))
    assert disk.path(disk.put_file(path, media_type="video/mp4", move=True).digest).read_bytes() == b"film"
    assert path.read_bytes() == b"film"


def test_only_the_work_of_others_is_told_to_be_done_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "log.jsonl"
    monkeypatch.setenv("VERNACAST_LOG", str(log))
    store = Store(str(tmp_path / "store"))
    k = a_key("twice")
    mine = dataclasses.replace(a_record(k), value={"words": ({"text": "Huk", "parts": (1, 2)},), "findings": ()})
    first = store.commit(k, mine)
    assert store.commit(k, mine) == first == store.find(k), "asked again because the answer to the first was lost"
    assert not log.exists()
    store.commit(k, dataclasses.replace(mine, value={"words": (), "findings": ()}))
    logs.stop()
    (line,) = log.read_text().splitlines()
    assert k in line


@pytest.mark.parametrize("url", ["https://127.0.0.1:1/x", "http://bucket/x", "ftp://host/x"])
def test_what_can_only_be_read_is_no_store(url: str) -> None:
    with pytest.raises(UsageError, match="a store is written"):
        Store(url)


def test_a_store_that_is_not_there_is_not_called_right(tmp_path: Path) -> None:
    for look in (lambda url: show_status(url, as_json=False), lambda url: fsck(url, repair=False, as_json=False)):
        with pytest.raises(UsageError, match=r"There is no store at .*nowhere"):
            look(str(tmp_path / "nowhere"))
