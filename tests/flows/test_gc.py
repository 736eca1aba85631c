"""Garbage collection keeps what is needed and removes the rest, beside whoever is writing."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.epoch import find_epoch
from flows.fsck import status
from flows.gc import collect
from flows.record import Record
from flows.roots import pinned
from flows.store import Store
from tests.conftest import Ran
from tests.flows.rude import rude_store
from tests.flows.writers import a_key, a_record, put
from tests.stories import ROOT

DAY = 24 * 3600.0


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Store(str(tmp_path / "store"))


def age(store: Store, days: float, *names: str) -> None:
    """Makes everything, or what has one of some names, so many days old."""
    for path in Path(store.root).rglob("*"):
        if path.is_file() and (not names or path.stem in names):
            os.utime(path, (time.time() - days * DAY,) * 2)


def edition(store: Store, name: str, *parts: str, names_parts: bool = True) -> Record:
    k = a_key(f"film {name}")
    film = put(store, f"film {name}".encode())
    value: dict[str, object] = {"files": {"mp4": film}}
    if names_parts:
        value["parts"] = list(parts)
    return store.commit(k, dataclasses.replace(a_record(k, film), stage="film", value=value))


def line(store: Store, text: str) -> str:
    k = a_key(text)
    store.commit(k, a_record(k, put(store, text.encode())))
    return k


def left(store: Store) -> set[str]:
    return {x.place.rpartition("/")[2].removesuffix(".json") for x in store.shelf.places("records")}


def test_what_a_young_edition_names_stays_and_the_rest_goes(store: Store) -> None:
    used, shared, useless = (line(store, text) for text in ("used", "shared", "useless"))
    old = edition(store, "old", useless, shared)
    orphan = put(store, b"a film whose writer was killed")
    age(store, 40)
    young = edition(store, "young", used, shared)
    dry = collect(store, dry_run=True)
    assert len(left(store)) == 5
    done = collect(store)
    assert dataclasses.replace(done, swept=0) == dry
    assert (done.records, done.objects, done.records_kept, done.objects_kept) == (2, 3, 3, 3)
    assert left(store) == {used, shared, young.key}
    assert store.find(old.key) is None
    assert not store.has(orphan)
    assert store.fsck() == ()
    assert all(store.verify(k) == () for k in left(store))


def test_everything_young_stays(store: Store) -> None:
    keys = {line(store, str(n)) for n in range(5)}
    age(store, 29)
    assert collect(store).records == 0
    assert collect(store, keep_days=28).records == 5
    keys = {line(store, str(n)) for n in range(5)}
    age(store, 0.5)
    collect(store, keep_days=0)
    assert left(store) == keys, "a day is always given to those who write"


def test_what_a_file_under_runs_names_stays_with_all_its_parts(store: Store) -> None:
    used = line(store, "used")
    film = edition(store, "named", used)
    line(store, "useless")
    age(store, 400)
    report = {"languages": [{"key": film.key}], "files": [["a.mp4", "0" * 64]]}
    store.shelf.put_bytes("runs/r1/report.json", json.dumps(report).encode(), first=True)
    assert collect(store).records == 1
    assert left(store) == {used, film.key}
    assert store.verify(film.key) == ()


def test_an_edition_from_before_parts_were_named_keeps_what_was_there(store: Store) -> None:
    lines = {line(store, str(n)) for n in range(3)}
    age(store, 100)
    film = edition(store, "blind", names_parts=False)
    age(store, 10, film.key)
    later = line(store, "later")
    age(store, 5, later)
    collect(store, keep_days=20)
    assert left(store) == {*lines, film.key, later}
    age(store, 50)
    collect(store, keep_days=20)
    assert left(store) == set()


def test_a_run_that_builds_on_old_results_pins_them(store: Store) -> None:
    k = line(store, "old")
    age(store, 100)
    with pinned(store, [k]):
        collect(store)
        assert left(store) == {k}
    collect(store)
    assert left(store) == set()


def test_pins_of_ended_processes_are_removed(store: Store) -> None:
    k = line(store, "old")
    program = (
        "import os, sys\nfrom flows.roots import pinned\nfrom flows.store import Store\n"
        "with pinned(Store(sys.argv[1]), [sys.argv[2]]): os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", program, store.url, k], cwd=ROOT, check=True)
    assert len(list(store.shelf.places("runs/pins"))) == 1
    age(store, 100, k)
    collect(store)
    assert list(store.shelf.places("runs/pins")) == []
    assert left(store) == set()


def test_an_old_object_that_is_put_again_just_now_is_not_taken_from_its_writer(store: Store) -> None:
    digest = put(store, b"sound")
    age(store, 100)
    assert put(store, b"sound") == digest, "it is there already: only touched"
    collect(store)
    k = a_key("late")
    assert store.commit(k, a_record(k, digest)).objects == (digest,)


def test_notes_are_void_after_a_collection(store: Store) -> None:
    line(store, "old")
    age(store, 100)
    before = find_epoch(store.shelf, make=True)
    collect(store, dry_run=True)
    assert find_epoch(store.shelf) == before
    collect(store)
    assert find_epoch(store.shelf) not in ("", before)


def test_writers_and_readers_go_on_while_it_collects(store: Store) -> None:
    for n in range(100):
        line(store, f"old {n}")
    age(store, 100)
    stop = threading.Event()
    written: dict[str, Record] = {}

    def write() -> None:
        mine, n = Store(store.url), 0
        while not stop.is_set():
            # Half of what is written was there before and is being collected.
            text = f"old {n % 100}" if n % 2 else f"new {n}"
            k = a_key(text)
            written[k] = mine.commit(k, a_record(k, put(mine, text.encode())))
            n += 1

    writers = [threading.Thread(target=write) for _ in range(2)]
    for writer in writers:
        writer.start()
    time.sleep(0.1)
    for _ in range(3):
        collect(store, keep_days=0)
    stop.set()
    for writer in writers:
        writer.join()
    new = [k for k in written if store.find(k) is not None]
    lost = [k for k in written if store.find(k) is None]
    assert len(new) > 20
    olds = {a_key(f"old {n}") for n in range(100)}
    assert set(lost) <= olds, "what was new was taken away"
    for k in lost:
        assert store.commit(k, a_record(k)).key == k, "what was old is made again"
    assert store.fsck() == ()


def test_on_an_unreliable_remote_store_it_collects_as_well(tmp_path: Path) -> None:
    plain = Store(str(tmp_path / "store"))
    used = line(plain, "used")
    for n in range(20):
        line(plain, str(n))
    age(plain, 100)
    film = edition(plain, "young", used)
    store, rude = rude_store(plain.url, 5, errors=0.02)
    assert collect(store).records_kept <= 4, "a removal whose answer was lost is counted as kept"
    assert sum(rude.failed.values()) > 5
    assert left(plain) == {used, film.key}
    assert plain.fsck() == ()


def test_the_commands(store: Store, command: Callable[..., Ran]) -> None:
    k, useless = line(store, "one"), line(store, "useless")
    age(store, 100, useless)
    told = json.loads(command("store", "status", "--store", store.url, "--json").out)
    assert (told["records"], told["objects"], told["stages"]) == (2, 2, {"test": 2})
    assert told["size"] == status(store).size
    assert "2 records" in command("store", "status", "--store", store.url).out
    assert command("store", "fsck", "--store", store.url).code == 0
    ran = command("store", "gc", "--store", store.url, "--dry-run")
    assert ran.out.startswith("Would remove 1 records and 0 objects")
    assert json.loads(command("store", "gc", "--store", store.url, "--json").out)["records"] == 1
    assert command("store", "gc", "--store", store.url, "--keep-days", "-1").code == 2
    record = store.find(k)
    assert record is not None
    store.shelf.put_bytes(f"objects/{record.objects[0][:2]}/{record.objects[0]}", b"ONE", first=False)
    ran = command("store", "fsck", "--store", store.url)
    assert ran.code == 7
    assert record.objects[0] in ran.out
    assert "--repair" in ran.err
    assert command("store", "fsck", "--store", store.url, "--repair").code == 0
    assert store.find(k) is None
    store.commit(k, a_record(k))
    assert command("store", "fsck", "--store", store.url).code == 0
    assert json.loads(command("store", "status", "--store", store.url, "--json").out)["damaged"] == 1
