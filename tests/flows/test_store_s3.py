"""The store on S3: a real server, real processes that race, a service that misbehaves."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from flows import patient, s3_shelf
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
