"""One collection is at work on a store at a time, whoever is killed, stopped, or has a wrong clock."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows import epoch
from flows.epoch import STALE_S, Lease, alone, find_epoch
from flows.fsck import check
from flows.gc import collect
from flows.store import Store
from languages.errors import StoreBusy
from tests.flows.test_gc import DAY, age, edition, left, line
from tests.flows.writers import a_key, a_record, put
from tests.stories import ROOT

SEED = 20261126


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Store(str(tmp_path / "store"))


def test_a_second_collection_says_that_another_is_at_work_or_waits(store: Store) -> None:
    line(store, "old")
    age(store, 100)
    with alone(store.shelf, store.url):
        assert find_epoch(store.shelf), "notes are good until something is removed"
        with pytest.raises(StoreBusy, match=rf"store {store.url}.*--wait") as busy:
            collect(store)
        assert busy.value.exit_code == 7
        with pytest.raises(StoreBusy):
            list(check(store, repair=True))
        assert list(check(store)) == [], "only reading needs no lease"
        assert collect(store, dry_run=True).records == 1
        begun = time.monotonic()
        with pytest.raises(StoreBusy):
            collect(store, wait_s=0.2)
        assert time.monotonic() - begun > 0.15
    assert collect(store).records == 1


def test_a_lease_is_taken_over_from_the_dead_at_once_and_from_others_after_long(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = (
        "import os, sys\nfrom flows.epoch import Lease\nfrom flows.store import Store\n"
        "lease = Lease(Store(sys.argv[1]).shelf)\nlease.take()\nlease.begin()\nos._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", program, store.url], cwd=ROOT, check=True)
    assert not epoch._lapsed(epoch.Epoch(token="t", since=time.time(), owner="0a0a0a0a-1-1-x"))
    collect(store)
    with monkeypatch.context() as patch:
        patch.setattr(epoch, "owner", lambda: "0a0a0a0a-1-1")  # of another machine
        Lease(store.shelf).take()
    with pytest.raises(StoreBusy):
        collect(store)
    real = time.time
    monkeypatch.setattr(epoch.time, "time", lambda: real() + STALE_S + 1)
    collect(store)


def test_who_was_stopped_for_long_and_wakes_up_removes_nothing_more(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(50):
        line(store, str(n))
    age(store, 100)
    woken = Lease(store.shelf, store.url)
    woken.take()
    woken.begin()
    real = time.time
    with monkeypatch.context() as patch:
        patch.setattr(epoch.time, "time", lambda: real() + STALE_S + 1)
        other = Lease(store.shelf, store.url)
        other.take()
    other.begin()
    for name in ("_looked", "_signed"):
        setattr(woken, name, -1e9)
        with pytest.raises(StoreBusy, match="took"):
            woken.alive()
        setattr(woken, name, time.monotonic())
    woken.give_up()
    with pytest.raises(StoreBusy):
        collect(store)
    assert len(left(store)) == 50
    other.give_up()


def test_how_old_things_are_is_told_by_the_clock_of_the_store(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    k = line(store, "made ten days ago")
    age(store, 10)
    real = time.time
    for ahead in (400 * DAY, -400 * DAY):
        monkeypatch.setattr("flows.gc.time.time", lambda ahead=ahead: real() + ahead)
        collect(store, keep_days=20)
        assert left(store) == {k}, "a machine whose clock is wrong by a year"


COLLECTOR = """
import sys, time
from flows.epoch import Lease
from flows.gc import collect
from flows.store import Store
from languages.errors import StoreBusy
real, inside = Lease.begin, []
def begin(lease):
    real(lease)
    print("begin", time.monotonic(), flush=True)
def give_up(lease, real=Lease.give_up):
    if lease._removes:
        print("end", time.monotonic(), flush=True)
    real(lease)
Lease.begin, Lease.give_up = begin, give_up
store = Store(sys.argv[1])
for _ in range(int(sys.argv[2])):
    try:
        collect(store, keep_days=0, grace_s=3.0, wait_s=float(sys.argv[3]))
    except StoreBusy:
        print("busy", flush=True)
        time.sleep(0.02)
"""


def two_collect(store: Store, rounds: int, wait_s: float, seed: int) -> None:
    """Two processes collect at once, again and again, while this one writes and puts old things again."""
    chance = random.Random(seed)
    used = [line(store, f"used {n}") for n in range(10)]
    film = edition(store, "kept", *used)
    store.note("runs/a.json", f'["{film.key}"]'.encode())
    for n in range(40):
        line(store, f"old {n}")
    time.sleep(4.1)  # older than the time of grace; S3 tells times in whole seconds
    command = [sys.executable, "-c", COLLECTOR, store.url, str(rounds), str(wait_s)]
    both = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    try:
        said = write_meanwhile(store, both, chance, seed)
    finally:
        for process in (p for p in both if p.poll() is None):
            process.kill()
            process.communicate()
    assert [p.returncode for p in both] == [0, 0]
    times = sorted((float(words[1]), words[0]) for words in said if len(words) == 2)
    assert len(times) >= rounds
    assert [what for _, what in times] == ["begin", "end"] * (len(times) // 2), f"seed {seed}: two removed at once"
    assert len({*used, film.key} & left(store)) == len(used) + 1, f"seed {seed}: what is needed was removed"
    assert store.verify(film.key) == ()
    assert [what for what in store.fsck() if "misses" not in what] == []
    assert find_epoch(store.shelf) != ""


def write_meanwhile(
    store: Store, both: list[subprocess.Popen[str]], chance: random.Random, seed: int
) -> list[list[str]]:
    """Writes until both have ended; what they said."""
    young: list[str] = []
    while any(p.poll() is None for p in both) and len(young) < 400:
        text = f"old {chance.randrange(40)}" if chance.random() < 0.5 else f"new {len(young)}"
        k = a_key(text)
        record = store.commit(k, a_record(k, put(store, text.encode())))
        if text.startswith("new"):
            young = [*young, k]
            assert store.find(k) == record, f"seed {seed}"
        time.sleep(chance.uniform(0, 0.02))
    return [said.split() for p in both for said in p.communicate()[0].splitlines()]


@pytest.mark.slow
def test_two_processes_collect_at_once_on_a_disk(store: Store) -> None:
    two_collect(store, 25, 0.0, SEED)
    two_collect(store, 10, 30.0, SEED + 1)


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_two_processes_collect_at_once_on_s3(s3_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.s3_shelf.YOUNG_S", 0.0)  # here a few seconds are old
    two_collect(Store(s3_url), 1, 100.0, SEED + 2)


def test_a_killed_collection_is_taken_over_and_leaves_nothing_halved(store: Store) -> None:
    chance = random.Random(SEED)
    for n in range(300):
        line(store, str(n))
    for path in Path(store.root).rglob("*"):
        if path.is_file():
            os.utime(path, (time.time() - 100 * DAY,) * 2)
    command = [sys.executable, "-c", COLLECTOR, store.url, "1", "0"]
    victim = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert victim.stdout is not None
    victim.stdout.readline()
    time.sleep(chance.uniform(0, 0.02))
    victim.kill()
    victim.communicate()
    assert store.fsck() == (), "records go before their objects"
    collect(store)
    assert left(store) == set()
    assert list(store.shelf.places("objects")) == []
