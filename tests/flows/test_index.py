"""Notes about a store: believed only where they are true, and never in the way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from flows import lookup, noting
from flows.epoch import STALE_S, Lease, alone, bump, find_epoch
from flows.index import Index
from flows.record import Record
from flows.store import Store
from tests.flows.writers import a_key, a_record, put
from tests.stories import ROOT


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(lookup, "FEW", 0)
    return tmp_path / "cache" / "vernacast" / "index"


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return Store(str(tmp_path / "store") if request.param == "folder" else f"memory://{uuid.uuid4().hex}")


def fill(store: Store, many: int = 30, noted: bool = False) -> dict[str, Record]:
    """Commits; as another machine would, or with notes."""
    keys = [a_key(str(n)) for n in range(many)]
    there = {k: store.commit(k, a_record(k, put(store, k.encode()), value="é")) for k in keys}
    if not noted:
        noting._waiting.clear()
    return there


def strict_finds(store: Store, monkeypatch: pytest.MonkeyPatch, keys: list[str]) -> int:
    """How many results had to be read to look some up."""
    asked: list[str] = []
    real = Store._find
    with monkeypatch.context() as patch:
        patch.setattr(Store, "_find", lambda s, key, size: asked.append(key) or real(s, key, size))
        store.find_many(keys)
    return len(asked)


def test_what_was_found_once_need_not_be_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    there = fill(store)
    keys = [*there, a_key("not there")]
    assert list(store.find_many(keys).items()) == list(there.items())
    assert strict_finds(store, monkeypatch, list(there)) == 0
    again = Store(store.url)
    assert list(again.find_many(keys).items()) == list(there.items())
    new = fill(store, 35)
    assert strict_finds(store, monkeypatch, list(new)) == 5


def test_what_was_committed_here_need_not_be_read_even_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    there = fill(store, noted=True)
    assert strict_finds(store, monkeypatch, list(there)) == 0
    assert store.find_many(there) == there


def test_what_a_process_committed_is_noted_when_it_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = (
        "import sys\nfrom flows.store import Store\nfrom tests.flows.writers import a_key, a_record\n"
        "store = Store(sys.argv[1])\nfor n in range(30): store.commit(a_key(str(n)), a_record(a_key(str(n))))\n"
    )
    url = str(tmp_path / "store")
    subprocess.run([sys.executable, "-c", program, url], cwd=ROOT, check=True)
    assert strict_finds(Store(url), monkeypatch, fill_keys(30)) == 0


def test_what_was_removed_by_any_means_is_noticed_on_a_disk(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "store"))
    there = fill(store)
    first, second, *rest = there
    store.find_many(there)
    (Path(store.root) / "records" / first[:2] / f"{first}.json").unlink()
    (digest,) = there[second].objects
    (Path(store.root) / "objects" / digest[:2] / digest).unlink()
    assert list(store.find_many(there)) == rest


def test_what_was_cut_short_is_noticed_by_whoever_needs_it_and_then_by_all(
    tmp_path: Path,
) -> None:
    store = Store(str(tmp_path / "store"))
    there = fill(store)
    k = next(iter(there))
    store.find_many(there)
    path = store.path(there[k].objects[0])
    path.chmod(0o600)
    path.write_bytes(b"")
    assert k in store.find_many(there), "a list of names does not tell"
    assert store.find(k) is None
    assert k not in store.find_many(there)


def test_notes_are_void_after_something_was_removed_and_none_are_taken_meanwhile(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = fill(store)
    store.find_many(there)
    with alone(store._shelf) as lease:
        lease.begin()
        assert find_epoch(store._shelf) == ""
        assert strict_finds(store, monkeypatch, list(there)) == len(there)
    assert find_epoch(store._shelf) != ""
    assert strict_finds(store, monkeypatch, list(there)) == len(there)
    assert strict_finds(store, monkeypatch, list(there)) == 0
    bump(store._shelf)
    assert strict_finds(store, monkeypatch, list(there)) == len(there)


def test_a_removal_that_was_killed_does_not_void_notes_for_ever(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store)
    with pytest.MonkeyPatch.context() as patch:
        from flows import epoch

        real = epoch.time.time()
        patch.setattr(epoch.time, "time", lambda: real - STALE_S - 1)
        lease = Lease(store._shelf)
        lease.take()
        lease.begin()
    assert find_epoch(store._shelf) == "", "it is renewed by whoever looks"
    assert find_epoch(store._shelf) != ""


def test_another_store_in_the_same_place_has_notes_of_its_own(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "store"))
    k = next(iter(fill(store)))
    store.find_many([k])
    subprocess.run(["rm", "-r", store.root], check=True)
    new = store.commit(k, a_record(k, put(store, k.encode()), value="another"))
    assert store.find_many([k]) == {k: new}


@pytest.mark.parametrize("damage", [b"", b"no database" * 1000, None])
def test_a_damaged_or_missing_file_is_made_anew(store: Store, cache: Path, damage: bytes | None) -> None:
    there = fill(store)
    assert store.find_many(there) == there
    (path,) = cache.glob("*.sqlite")
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    assert store.find_many(there) == there
    assert store.find_many(there) == there
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT count(*) FROM found").fetchone() == (30,)
    file.close()


def test_rows_that_are_no_notes_are_not_believed(store: Store, cache: Path) -> None:
    there = fill(store)
    store.find_many(there)
    (path,) = cache.glob("*.sqlite")
    with sqlite3.connect(path) as file:
        file.execute("UPDATE noted SET record = x'c1' WHERE rowid % 2")
        (one,) = file.execute("SELECT record FROM noted WHERE rowid = 2").fetchone()
        file.execute("UPDATE noted SET record = ? WHERE rowid = 4", (one,))
    file.close()
    assert store.find_many(there) == there


def test_without_a_place_for_notes_everything_is_still_found(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = fill(store)
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert store.find_many(there) == there


def test_looking_into_an_empty_store_makes_nothing(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "store"))
    assert store.find_many([a_key("a")]) == {}
    assert not (tmp_path / "store").exists()
    assert not (tmp_path / "cache").exists()


PROGRAM = """
import sys
from flows import lookup, noting
from flows.store import Store
from tests.flows.writers import a_key
lookup.FEW = 0
store = Store(sys.argv[1])
for n in range(20):
    assert len(store.find_many(a_key(str(m)) for m in range(n * 10, n * 10 + 50))) == 50
"""


def test_processes_use_one_file_at_once(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "store"))
    keys = [a_key(str(n)) for n in range(240)]
    for k in keys:
        store.commit(k, a_record(k))
    running = [subprocess.Popen([sys.executable, "-c", PROGRAM, store.url], cwd=ROOT) for _ in range(3)]
    assert [process.wait(30) for process in running] == [0, 0, 0]
    assert list(store.find_many(keys)) == keys


def test_only_the_newest_epoch_is_kept(store: Store, cache: Path) -> None:
    there = fill(store, 3)
    for _ in range(3):
        store.find_many(there)
        bump(store._shelf)
    store.find_many(there)
    assert len(list(cache.glob("*.sqlite"))) == 1
    assert Index("elsewhere", "e").find(list(there)) == set()
    assert os.listdir(cache)


@pytest.mark.parametrize("lists", [(1000, 1000), (1, 1000), (1, 1)])
def test_a_remote_store_is_asked_in_lists_where_that_is_less(
    lists: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookup, "LIST_RECORDS", lists[0])
    monkeypatch.setattr(lookup, "LIST_OBJECTS", lists[1])
    store = Store(f"memory://{uuid.uuid4().hex}")
    there = fill(store)
    (digest,) = there.pop(next(iter(there))).objects
    store._shelf.put_bytes(f"objects/{digest[:2]}/{digest}", b"cut", first=False)
    assert store.find_many([*fill_keys(30), a_key("not there")]) == there


def fill_keys(many: int) -> list[str]:
    return [a_key(str(n)) for n in range(many)]
