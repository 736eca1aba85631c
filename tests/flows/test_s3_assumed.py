"""What the store assumes of S3, tried on a real server: pages, odd names, answers that break off, refusals, clocks."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from flows import patient
from flows.claims import LEASE_S, Claim, Claims, claim_place
from flows.gc import collect
from flows.s3_shelf import S3
from flows.store import Store
from languages.errors import StoreDamaged, StoreRefused
from tests.flows.conftest import forget_connections
from tests.flows.writers import a_key, a_record, put
from tests.s3 import FOREIGN, make_bucket, s3_environment, s3_server

pytestmark = pytest.mark.slow

Server = Callable[..., AbstractContextManager[Store]]


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Server:
    """A store on a server of its own that misbehaves as the words say."""

    @contextmanager
    def serve(*words: str) -> Generator[Store]:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        monkeypatch.setattr(patient, "FIRST_S", 0.01)
        with s3_server(*words) as endpoint:
            for name, value in s3_environment(endpoint).items():
                monkeypatch.setenv(name, value)
            forget_connections()
            yield Store(f"s3://{make_bucket(endpoint)}/store")
            forget_connections()

    return serve


def test_more_than_a_thousand_names_come_in_pages_and_none_twice(s3_url: str) -> None:
    store = Store(s3_url)
    places = [f"objects/aa/aa{n:062x}" for n in range(1005)]
    with ThreadPoolExecutor(16) as threads:
        list(threads.map(lambda place: store.shelf.put_bytes(place, b"x", first=True), places))
    found = list(store.shelf.places("objects/aa"))
    assert sorted(x.place for x in found) == places
    assert all(x.size == 1 and abs(x.when - time.time()) < 300 for x in found)
    assert len(list(store.shelf.places("objects/a"))) == 0, "a folder, not a beginning of names"


@pytest.mark.parametrize(
    "prefix", ["with space/a+b&c=d", "ünïcode/语言", "per%20cent/100%", "it's(a)~name!", "a/b/c/d"]
)
def test_prefixes_may_have_odd_characters(s3_url: str, prefix: str) -> None:
    store = Store(f"{s3_url}/{prefix}")
    k = a_key("a")
    digest = put(store, b"sound")
    there = store.commit(k, a_record(k, digest))
    assert store.find(k) == there
    assert store.path(digest).read_bytes() == b"sound"
    assert [x.place for x in store.shelf.places("objects")] == [f"objects/{digest[:2]}/{digest}"]
    store.shelf.put_bytes("records/ff/" + "f" * 64 + ".json", b"{torn", first=True)
    assert store.find("f" * 64) is None, "set aside, by a copy"
    assert len(list(store.shelf.places("damaged"))) == 1
    assert Store(s3_url).find(k) is None
    assert collect(store).records == 0


def test_an_answer_that_breaks_off_is_asked_for_again(served: Server) -> None:
    with served("--cut", "0.1", "--seed", "20261126") as store:
        content = bytes(range(256)) * 400
        digests = [put(store, content + bytes([n])) for n in range(6)]
        for n, digest in enumerate(digests):
            k = a_key(str(n))
            store.commit(k, a_record(k, digest))
            assert store.path(digest).read_bytes() == content + bytes([n])
        assert store.fsck() == ()
        assert list(store.shelf.places("damaged")) == [], "half a record is none, and was not taken for damage"


def test_another_content_under_a_digest_is_noticed_and_not_kept(s3_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(s3_url)
    digest = put(store, b"x" * 1000)
    real = S3.piece
    with monkeypatch.context() as patch:
        patch.setattr(S3, "piece", lambda *asked: real(*asked)[:-1] + b"y")
        with pytest.raises(StoreDamaged, match="another content"):
            store.path(digest)
        patch.setattr(S3, "piece", lambda *_: b"")
        with pytest.raises(StoreDamaged, match="another content"):
            store.path(digest)
    assert store.path(digest).read_bytes() == b"x" * 1000


@pytest.mark.parametrize(
    "refusal", ["ExpiredToken=400", "AccessDenied=403", "InvalidAccessKeyId=403", "RequestTimeTooSkewed=403"]
)
def test_whoever_is_not_let_in_hears_so_once_and_what_to_do(served: Server, refusal: str) -> None:
    with served("--refuse", refusal) as store:
        begun = time.monotonic()
        with pytest.raises(StoreRefused, match="AWS_ACCESS_KEY_ID") as refused:
            store.find(a_key("a"))
        assert time.monotonic() - begun < 5, "trying again does not help"
        assert refused.value.exit_code == 7
        assert "testing-secret" not in str(refused.value)


def test_wrong_keys_are_refused_by_a_server_that_looks_at_them(s3_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not FOREIGN:
        pytest.skip("moto lets everybody in")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "canary-secret")
    forget_connections()
    with pytest.raises(StoreRefused, match="AWS_ACCESS_KEY_ID") as refused:
        Store(s3_url).find(a_key("a"))
    assert "canary" not in str(refused.value)
    forget_connections()


def test_a_claim_is_not_taken_from_a_machine_whose_clock_is_ten_minutes_behind(s3_url: str) -> None:
    import msgspec

    store, k = Store(s3_url), a_key("a")
    behind = Claim(owner="0a0a0a0a-1-1-x", until=time.time() - 600 + LEASE_S)
    store.shelf.mark(claim_place(k), msgspec.json.encode(behind))
    assert Claims(store.shelf).take([k]) == ()
    long_ago = Claim(owner="0a0a0a0a-1-1-x", until=time.time() - 3600)
    other = a_key("b")
    store.shelf.mark(claim_place(other), msgspec.json.encode(long_ago))
    assert Claims(store.shelf).take([other]) == (other,)
