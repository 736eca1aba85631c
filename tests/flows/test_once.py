"""Identical work is done once; whatever becomes of those who claim it, it is done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from flows import claims
from flows.claims import SKEW_S, Claim, Claims, claim_place, sweep
from flows.once import once
from flows.store import Store
from languages.owners import owner
from tests.flows.rude import rude_store
from tests.flows.writers import a_key, a_record
from tests.stories import ROOT

KEYS = tuple(a_key(str(n)) for n in range(12))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "store"))


def commit(store: Store, keys: tuple[str, ...], who: str = "me") -> None:
    for k in keys:
        store.commit(k, a_record(k, value=who))


def claims_left(store: Store) -> list[Path]:
    return [p for p in (Path(store.root) / "claims").rglob("*") if p.is_file()]


def test_what_is_missing_is_made_and_nothing_else(store: Store) -> None:
    commit(store, KEYS[:3])
    asked: list[tuple[str, ...]] = []

    def make(keys: tuple[str, ...]) -> None:
        asked.append(keys)
        commit(store, keys)

    assert once(store, (*KEYS, *KEYS), make) == frozenset(KEYS[3:])
    assert asked == [KEYS[3:]]
    assert once(store, KEYS, make) == frozenset()
    assert claims_left(store) == []


def test_many_who_want_the_same_do_it_once(store: Store) -> None:
    made: Counter[str] = Counter()

    def work(n: int) -> frozenset[str]:
        def make(keys: tuple[str, ...]) -> None:
            made.update(keys)
            time.sleep(0.02)
            commit(store, keys)

        return once(Store(store.url), KEYS[n:] + KEYS[:n], make)

    with ThreadPoolExecutor(8) as threads:
        given = list(threads.map(work, range(8)))
    assert made == Counter(KEYS)
    assert sum(map(len, given)) == len(KEYS)
    assert claims_left(store) == []


def test_what_one_failed_at_the_next_tries_and_nobody_waits_for_ever(store: Store) -> None:
    tried: Counter[str] = Counter()

    def make(keys: tuple[str, ...]) -> None:
        tried.update(keys)
        commit(store, tuple(k for k in keys if k != KEYS[0]))

    with ThreadPoolExecutor(3) as threads:
        assert all(KEYS[0] in given for given in threads.map(lambda _: once(store, KEYS, make), range(3)))
    assert tried[KEYS[0]] == 3
    assert len(store.find_many(KEYS)) == len(KEYS) - 1


def test_an_error_gives_the_claims_up(store: Store) -> None:
    def fail(_: tuple[str, ...]) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        once(store, KEYS, fail)
    assert claims_left(store) == []


def claim_for(store: Store, key: str, who: str, until: float) -> None:
    content = msgspec.json.encode(Claim(owner=who, until=until))
    assert store.shelf.mark(claim_place(key), content)


def dead_owner() -> str:
    program = "from languages.owners import owner; print(owner())"
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.strip()


def test_claims_of_the_dead_and_lapsed_ones_are_taken_over_at_once(store: Store) -> None:
    claim_for(store, KEYS[0], f"{dead_owner()}-1", time.time() + 1e6)
    claim_for(store, KEYS[1], "elsewhere-1-1-1", time.time() - SKEW_S - 1)
    begun = time.monotonic()
    once(store, KEYS[:2], lambda keys: commit(store, keys))
    assert time.monotonic() - begun < 1
    assert claims_left(store) == []


@pytest.mark.parametrize("content", [b"", b"{", None])
def test_a_claim_that_shows_no_life_lasts_one_lease_whatever_it_says(store: Store, content: bytes | None) -> None:
    if content is None:
        claim_for(store, KEYS[0], "elsewhere-1-1-1", time.time() + 1e6)  # a machine whose clock is wrong
    else:
        store.shelf.mark(claim_place(KEYS[0]), content)
    begun = time.monotonic()
    once(store, KEYS[:1], lambda keys: commit(store, keys), lease_s=0.3)
    assert 0.3 <= time.monotonic() - begun < 3


@pytest.mark.parametrize("content", [b"", b"{"])
def test_a_claim_whose_writer_was_killed_in_the_middle_does_not_last_a_lease(
    store: Store, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr(claims, "TORN_S", 0.3)
    store.shelf.mark(claim_place(KEYS[0]), content)
    begun = time.monotonic()
    once(store, KEYS[:1], lambda keys: commit(store, keys), lease_s=60)
    assert 0.3 <= time.monotonic() - begun < 10
    store.shelf.mark(claim_place(KEYS[1]), content)
    assert store.sweep() == 0
    time.sleep(0.4)
    assert store.sweep() == 1
    assert claims_left(store) == []


def test_a_claim_that_is_renewed_is_waited_for(store: Store) -> None:
    begun = threading.Event()

    def slowly(keys: tuple[str, ...]) -> None:
        begun.set()
        time.sleep(1.0)
        commit(store, keys, "slow")

    with ThreadPoolExecutor(1) as threads:
        slow = threads.submit(once, store, KEYS[:2], slowly, 0.3)
        begun.wait()
        assert once(store, KEYS[:2], lambda _: pytest.fail("done twice"), lease_s=0.3) == frozenset()
        assert slow.result() == frozenset(KEYS[:2])


STOPPED = """
import sys, time
from flows.once import once
from flows.store import Store
from tests.flows.writers import a_key, a_record
store, key = Store(sys.argv[1]), a_key("0")

def make(keys):
    print("working", flush=True)
    sys.stdin.readline()
    print(store.commit(key, a_record(key, value="stopped")).value["text"], flush=True)

once(store, [key], make, lease_s=0.5)
"""


def test_a_process_stopped_for_longer_than_its_lease_loses_politely(store: Store) -> None:
    stopped = subprocess.Popen(
        [sys.executable, "-c", STOPPED, store.url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    assert stopped.stdout is not None
    assert stopped.stdout.readline() == b"working\n"
    stopped.send_signal(signal.SIGSTOP)
    assert once(store, KEYS[:1], lambda keys: commit(store, keys, "other"), lease_s=0.5) == frozenset(KEYS[:1])
    other = Claims(store.shelf)
    assert other.take(KEYS[:1]) == KEYS[:1], "a third one works on it again"
    stopped.send_signal(signal.SIGCONT)
    said, _ = stopped.communicate(b"go\n", timeout=20)
    assert said == b"other\n", "it committed late, and heard who was first"
    assert stopped.returncode == 0
    assert len(claims_left(store)) == 1, "what others hold is not released"
    other.release(KEYS[:1])
    assert store.fsck() == ()


def test_claims_that_cannot_be_written_or_read_do_not_stop_the_work(tmp_path: Path) -> None:
    store, rude = rude_store(str(tmp_path / "store"), 3, errors=0.0)

    class Broken:
        def __getattr__(self, name: str) -> object:
            if name in ("mark", "swap"):
                rude.errors = 1.0
            else:
                rude.errors = 0.0
            return getattr(rude, name)

    store._shelf.behind = Broken()  # type: ignore[union-attr,assignment]
    assert once(store, KEYS, lambda keys: commit(store, keys)) == frozenset(KEYS)
    assert len(Store(store.url).find_many(KEYS)) == len(KEYS)


def test_a_claim_costs_less_than_a_millisecond(store: Store) -> None:
    keys = [a_key(f"cost {n}") for n in range(500)]
    best = 9.0
    for _ in range(3):
        begun = time.process_time()
        once(store, keys, lambda _: None)
        best = min(best, time.process_time() - begun)
    assert best / len(keys) < 1e-3


WORKER = """
import sys, time
from flows.once import once
from flows.store import Store
from tests.flows.writers import a_key, a_record
store = Store(sys.argv[1])
keys = [a_key(str(n)) for n in range(60)]

def make(mine):
    for key in mine:
        print(key, flush=True)
        time.sleep(0.002)
        store.commit(key, a_record(key, value=sys.argv[2]))

for at in range(0, 60, 6):
    once(store, keys[at:at + 6], make)
"""


def test_processes_share_the_work(store: Store) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", WORKER, store.url, str(n)], stdout=subprocess.PIPE, cwd=ROOT)
        for n in range(3)
    ]
    said = [process.communicate(timeout=40)[0].split() for process in running]
    assert sorted(k for keys in said for k in keys) == sorted(a_key(str(n)).encode() for n in range(60))


def test_a_sweep_takes_claims_of_the_ended_and_leaves_the_others(store: Store) -> None:
    claim_for(store, KEYS[0], f"{dead_owner()}-1", time.time() + 60)
    claim_for(store, KEYS[1], f"{owner()}-1", time.time() + 60)
    claim_for(store, KEYS[2], "elsewhere-1-1-1", time.time() - 3600)
    store.shelf.mark(claim_place(KEYS[3]), b"")
    assert sweep(store.shelf) == 2
    assert {p.name for p in claims_left(store)} == {KEYS[1], KEYS[3]}
    os.utime(Path(store.root) / claim_place(KEYS[3]), (0, 0))
    assert store.sweep() == 1
