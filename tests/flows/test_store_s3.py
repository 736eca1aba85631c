"""The store on S3: a real server, real processes that race, a service that misbehaves."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from flows import patient, s3_shelf
from flows.gc import collect
from flows.once import once
from flows.store import Store
from languages.errors import StoreDamaged, StoreRefused, StoreUnavailable, UsageError
from tests.flows.conftest import forget_connections
from tests.flows.writers import a_key, a_record, put
from tests.s3 import make_bucket, s3_environment, s3_server
from tests.stories import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture
def store(s3_url: str) -> Store:
    return Store(s3_url)


def test_what_goes_in_comes_out(store: Store) -> None:
    digest = put(store, b"sound")
    k = a_key("a")
    there = store.commit(k, a_record(k, digest))
    assert there.sizes == (5,)
    assert store.find(k) == there
    assert store.commit(k, a_record(k, value="second")) == there
    assert store.path(digest).read_bytes() == b"sound"
    assert store.verify(k) == store.fsck() == ()
    empty = put(store, b"")
    assert store.path(empty).read_bytes() == b""
    assert store.find(a_key("b")) is None
    assert not store.has("0" * 64)


def test_a_large_file_goes_in_parts_and_a_changed_one_not_at_all(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(s3_shelf, "PART_BYTES", 5 << 20)
    path = tmp_path / "film"
    path.write_bytes(bytes(range(256)) * (12 << 12))
    digest = store.put_file(path, media_type="video/mp4").digest
    assert store.fsck() == ()
    assert store.path(digest).read_bytes() == path.read_bytes()
    path.write_bytes(b"x" * (12 << 20))
    for size in ("large", "small"):
        wrong = sha256(size.encode()).hexdigest()
        with pytest.raises(StoreDamaged, match="changed"):
            store._shelf.put_file(f"objects/{wrong[:2]}/{wrong}", path, wrong)
        assert not store.has(wrong)
        path.write_bytes(b"x")
    assert store._shelf.behind.abandoned_uploads(before=9e9) == 0  # type: ignore[union-attr]


RACER = """
import sys
from flows.store import Store
from tests.flows.writers import a_key, a_record
store = Store(sys.argv[1])
store.find(a_key("connected"))
print("ready", flush=True)
for n in sys.stdin:
    k = a_key(n)
    print(store.commit(k, a_record(k, value=sys.argv[2])).value["text"], flush=True)
"""


def test_of_two_processes_that_commit_one_key_one_wins_and_both_hear_it(s3_url: str) -> None:
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", RACER, s3_url, name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )
        for name in ("one", "two")
    ]
    winners: list[str] = []
    for n in range(30):
        said: list[str] = []
        for racer in racers if n % 2 else racers[::-1]:
            assert racer.stdin is not None
            print(n, file=racer.stdin, flush=True)
        for racer in racers:
            assert racer.stdout is not None
            if n == 0:
                assert racer.stdout.readline() == "ready\n"
            said.append(racer.stdout.readline())
        assert said[0] == said[1]
        winners += said[:1]
    for racer in racers:
        racer.communicate()
    assert set(winners) == {"one\n", "two\n"}, "they did not race"


def test_many_threads_share_connections(store: Store) -> None:
    keys = [a_key(str(n)) for n in range(60)]
    digest = put(store, b"sound")
    with ThreadPoolExecutor(12) as threads:
        list(threads.map(lambda k: Store(store.url).commit(k, a_record(k, digest)), keys))
    assert list(store.find_many([*keys, a_key("no")])) == keys
    assert len(s3_shelf._made) == 1


def test_a_forked_child_makes_connections_of_its_own(s3_url: str) -> None:
    program = (
        "import os, sys\nfrom flows.store import Store\nfrom tests.flows.writers import a_key, a_record\n"
        "store, k = Store(sys.argv[1]), a_key('a')\nstore.commit(k, a_record(k))\n"
        "pid = os.fork()\nif pid == 0: os._exit(0 if store.find(k) is not None else 1)\n"
        "assert os.waitpid(pid, 0)[1] == 0\nassert store.find(k) is not None\n"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", program, s3_url], cwd=ROOT, check=True, timeout=40)


def test_no_bucket_no_keys_and_nobody_there_are_told_without_secrets(
    store: Store, s3_endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patient, "FIRST_S", 0.0)
    with pytest.raises(UsageError, match="no such bucket"):
        Store("s3://nobody-made-it/x").find(a_key("a"))
    with pytest.raises(UsageError, match="names no bucket"):
        Store("s3://")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://me:canary@127.0.0.1:9")
    forget_connections()
    with pytest.raises(StoreUnavailable, match=r"http://127\.0\.0\.1:9\)") as silent:
        Store(store.url).find(a_key("a"))
    monkeypatch.setenv("AWS_ENDPOINT_URL", s3_endpoint)
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    forget_connections()
    with pytest.raises(StoreRefused, match="no credentials") as refused:
        Store(store.url).find(a_key("a"))
    forget_connections()
    for told in (silent, refused):
        assert "canary" not in str(told.value)
        assert "testing-secret" not in str(told.value)


def test_garbage_is_collected_and_unfinished_uploads_are_ended(store: Store) -> None:
    keys = [a_key(str(n)) for n in range(4)]
    for k in keys[:2]:
        store.commit(k, a_record(k, put(store, k.encode())))
    put(store, b"orphan")
    store.shelf.mark("claims/aa/" + "a" * 64, b'{"schema":"Claim.1","owner":"x-1-1","until":1.0}')
    s3 = store.shelf.behind  # type: ignore[attr-defined]
    s3._call("create_multipart_upload", Key=s3._key("objects/ff/half"))
    store.shelf.put_bytes("runs/r/report.json", json.dumps({"key": keys[0]}).encode(), first=True)
    time.sleep(4.1)  # times are told in whole seconds
    store.commit(keys[2], a_record(keys[2]))
    assert list(store.find_many(keys)) == keys[:3]
    done = collect(store, keep_days=0, grace_s=3.0)
    assert (done.records, done.objects, done.records_kept, done.objects_kept, done.swept) == (1, 2, 2, 1, 2)
    assert list(store.find_many(keys)) == [keys[0], keys[2]], "what was noted is void"
    assert store.fsck() == ()
    assert list(store.shelf.places("claims")) == []


def test_what_cannot_be_read_is_set_aside_and_the_first_to_mend_it_wins(store: Store) -> None:
    k = a_key("a")
    store.shelf.put_bytes(f"records/{k[:2]}/{k}.json", b"{torn", first=True)
    assert store.find(k) is None
    assert [x.place.startswith(f"damaged/{k}") for x in store.shelf.places("damaged")] == [True]
    gone = "f" * 64
    record = a_record(k, gone)
    store.shelf.put_bytes(f"records/{k[:2]}/{k}.json", msgspec.json.encode(record), first=True)
    assert store.find(k) is None, "its object is not there"
    with ThreadPoolExecutor(4) as threads:
        said = list(threads.map(lambda n: store.commit(k, a_record(k, value=str(n))).value["text"], range(4)))
    assert len(set(said)) == 1


def test_work_is_done_once_by_two_stores_on_s3(store: Store) -> None:
    keys = tuple(a_key(str(n)) for n in range(20))
    made: list[str] = []

    def make(mine: tuple[str, ...]) -> None:
        made.extend(mine)
        time.sleep(0.3)
        for k in mine:
            store.commit(k, a_record(k))

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda some: once(Store(store.url), some, make), (keys, keys[::-1])))
    assert sorted(made) == sorted(keys)
    assert list(store.shelf.places("claims")) == []


WRITER = """
import sys
from flows.store import Store
from tests.flows.writers import a_key, a_record, put
store = Store(sys.argv[1])
for n in range(30):
    k = a_key(str(n))
    store.commit(k, a_record(k, put(store, f"{n} {sys.argv[2]}".encode()), value=sys.argv[2]))
"""


@pytest.mark.timeout(120)
def test_a_service_that_fails_one_time_in_ten_is_outlasted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with s3_server("--errors", "0.1", "--slow", "0.005", "--seed", "20261126") as endpoint:
        for name, value in s3_environment(endpoint).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        forget_connections()
        url = f"s3://{make_bucket(endpoint)}/store"
        writers = [subprocess.Popen([sys.executable, "-c", WRITER, url, str(n)], cwd=ROOT) for n in range(3)]
        assert [w.wait(100) for w in writers] == [0, 0, 0]
        store = Store(url)
        assert len(store.find_many(a_key(str(n)) for n in range(30))) == 30
        assert store.fsck() == ()
        forget_connections()
