"""The store on a shelf that fails now and then, and what errors of S3 mean."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError, NoCredentialsError

from flows.patient import TRIES, Patient
from flows.s3_errors import Taken, told
from flows.store import Store
from languages.errors import StoreRefused, StoreUnavailable, UsageError
from tests.flows.rude import rude_store
from tests.flows.writers import a_key, a_record, put


@pytest.mark.parametrize("seed", range(3))
def test_one_failure_in_twenty_changes_nothing_but_the_time_it_takes(tmp_path: Path, seed: int) -> None:
    store, rude = rude_store(str(tmp_path / "store"), seed)
    chance = random.Random(seed)
    keys = [a_key(str(n)) for n in range(60)]
    there = {}
    for n, k in enumerate(keys):
        there[k] = store.commit(k, a_record(k, put(store, bytes([n]) * 50), value=str(chance.random())))
        again = chance.choice(keys[: n + 1])
        assert store.commit(again, a_record(again, value="later")) == there[again]
    assert store.find_many(keys) == there
    assert store.fsck() == ()
    plain = Store(store.url)
    assert plain.find_many(keys) == there
    assert sum(rude.failed.values()) > 10, "nothing failed"


def test_a_shelf_that_never_answers_is_given_up_after_a_few_tries(tmp_path: Path) -> None:
    store, rude = rude_store(str(tmp_path / "store"), 1, errors=1.0)
    with pytest.raises(StoreUnavailable):
        store.find(a_key("a"))
    assert rude.failed["read"] == TRIES


def test_waits_grow_and_are_bounded(tmp_path: Path) -> None:
    waits: list[float] = []
    store, _ = rude_store(str(tmp_path / "store"), 1, errors=1.0)
    store._shelf = Patient(store._shelf.behind, sleep=waits.append)  # type: ignore[union-attr]
    with pytest.raises(StoreUnavailable):
        store.find(a_key("a"))
    assert len(waits) == TRIES - 1
    assert 1.5 < sum(waits) < 4.7


def answer(code: str, status: int) -> ClientError:
    told = {"Error": {"Code": code, "Message": "AKIACANARY"}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(told, "PutObject")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("error", "ours"),
    [
        (answer("PreconditionFailed", 412), Taken),
        (answer("ConditionalRequestConflict", 409), StoreUnavailable),
        (answer("SlowDown", 503), StoreUnavailable),
        (answer("InternalError", 500), StoreUnavailable),
        (answer("AccessDenied", 403), StoreRefused),
        (answer("SignatureDoesNotMatch", 403), StoreRefused),
        (answer("ExpiredToken", 400), StoreRefused),
        (answer("NoSuchKey", 404), FileNotFoundError),
        (answer("NoSuchBucket", 404), UsageError),
        (answer("PermanentRedirect", 301), StoreRefused),
        (NoCredentialsError(), StoreRefused),
        (EndpointConnectionError(endpoint_url="http://x"), StoreUnavailable),
        (ConnectionResetError("gone"), StoreUnavailable),
        (PermissionError("no"), StoreRefused),
    ],
)
def test_errors_of_s3_become_ours_and_tell_no_keys(error: Exception, ours: type[Exception]) -> None:
    outer = OSError("translated")
    outer.__cause__ = error
    for given in (error, outer) if isinstance(error, ClientError) else (error,):
        found = told(given, "s3://b/p")
        assert type(found) is ours
        assert "CANARY" not in str(found)
    assert type(told(answer("404", 404), "s3://b/p", bucket=True)) is UsageError
