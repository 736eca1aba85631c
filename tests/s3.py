"""Starts S3 servers for tests, and says how to reach them.

``VERNACAST_TEST_S3=http://127.0.0.1:8333`` has the tests use a server that runs already instead, of whatever kind. It
must know the key ``testing`` with the secret ``testing-secret``, which may do everything. docs/operations.md names
those that were tried.
"""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from tests.stories import ROOT

FOREIGN = os.environ.get("VERNACAST_TEST_S3", "")


def s3_environment(endpoint: str) -> dict[str, str]:
    """What a process needs to reach a server of ours and nothing else."""
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing-secret",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }


@contextmanager
def s3_server(*words: str) -> Iterator[str]:
    """A server's URL; the server ends with the context, or with this process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.s3_server", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


def make_bucket(endpoint: str, name: str = "") -> str:
    """A new bucket's name. Not by what is tested: that makes no buckets."""
    import urllib.request

    name = name or f"b{uuid.uuid4().hex[:12]}"
    if endpoint == FOREIGN:
        import botocore.session

        keys = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing-secret"}
        client = botocore.session.get_session().create_client("s3", "us-east-1", endpoint_url=endpoint, **keys)
        client.create_bucket(Bucket=name)
        return name
    for again in range(8):
        try:
            urllib.request.urlopen(urllib.request.Request(f"{endpoint}/{name}", method="PUT"), timeout=10).close()
            break
        except OSError:
            if again == 7:
                raise
    return name
