"""One S3 server on loopback for all tests of a session that ask for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.server import stop_server
from tests.s3 import FOREIGN, make_bucket, s3_environment, s3_server


@pytest.fixture(scope="session")
def s3_endpoint() -> Iterator[str]:
    if FOREIGN:
        yield FOREIGN
        return
    with s3_server() as endpoint:
        yield endpoint


@pytest.fixture
def s3_url(s3_endpoint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """URL of an empty store on it; this process's settings lead there."""
    for name, value in s3_environment(s3_endpoint).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    forget_connections()
    return f"s3://{make_bucket(s3_endpoint)}/store"


def forget_connections() -> None:
    from flows import s3_shelf

    s3_shelf._made.clear()


@pytest.fixture
def own_server(story_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A state folder of the test's own for the commands that it runs in processes: their Prefect server, one with a
    scheduler perhaps, does not take the place of the other tests', and what they learn of costs is theirs."""
    monkeypatch.setenv("VERNACAST_STATE", str(story_home / "state"))
    yield
    stop_server()
