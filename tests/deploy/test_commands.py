"""What compose and Helm start is what is started here: as plain processes, in a network namespace of their own."""

from __future__ import annotations

import json
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories import ROOT

BIN = ROOT / "deploy" / "bin"
COMMANDS = ("ray-head", "ray-worker", "prefect-server", "prefect-worker", "submit")


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder with a path short enough for Ray's sockets."""
    with tempfile.TemporaryDirectory(prefix="vd", dir="/tmp", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def make_secrets(folder: Path) -> str:
    run = subprocess.run([str(ROOT / "deploy" / "make-secrets"), str(folder)], capture_output=True, check=True)
    return run.stderr.decode()


def test_secrets_are_made_once_and_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    assert len(make_secrets(folder).splitlines()) == 7
    first = {p.name: p.read_text() for p in folder.iterdir()}
    assert make_secrets(folder) == ""
    assert {p.name: p.read_text() for p in folder.iterdir()} == first
    assert {stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(first["ray_token"]) == 64
    assert first["database_password"] == first["postgres_password"]
    key = json.loads(first["s3_config"])["identities"][0]["credentials"][0]
    assert key["accessKey"] in first["s3_credentials"]
    assert key["secretKey"] in first["s3_credentials"]


def test_two_installations_have_different_secrets(tmp_path: Path) -> None:
    make_secrets(tmp_path / "a")
    make_secrets(tmp_path / "b")
    for path in (tmp_path / "a").iterdir():
        assert path.read_text() != (tmp_path / "b" / path.name).read_text()


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_are_sh_that_reads(command: str) -> None:
    assert (BIN / command).stat().st_mode & 0o111
    assert subprocess.run(["sh", "-n", str(BIN / command)], check=False).returncode == 0
    assert "exec " in (BIN / command).read_text()  # signals reach the program itself


@pytest.mark.parametrize("command", ["ray-head", "ray-worker", "prefect-server", "prefect-worker"])
def test_nothing_starts_without_its_secret(command: str, tmp_path: Path) -> None:
    bare = {"PATH": "/usr/bin:/bin", "VERNACAST_SECRETS": str(tmp_path)}
    run = subprocess.run([str(BIN / command)], env=bare, capture_output=True, text=True, check=False)
    assert run.returncode == 7
    assert f"deploy/make-secrets {tmp_path}` makes it" in run.stderr


@pytest.mark.ray
@pytest.mark.slow
@pytest.mark.timeout(200)
def test_the_commands_make_a_cluster_that_asks_for_its_secrets(home: Path) -> None:
    separate = ["unshare", "--net", "--"]
    if not shutil.which("unshare") or subprocess.run([*separate, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network namespace can be made here")
    make_secrets(home / "secrets")
    script = Path(__file__).with_name("in_a_net_of_its_own.py")
    run = subprocess.run(
        [*separate, sys.executable, str(script), str(home)], capture_output=True, text=True, check=False, timeout=180
    )
    assert run.returncode == 0, run.stderr
    seen = json.loads(run.stdout)
    logs = seen.pop("logs")
    assert seen == {
        "ray-head without secrets": 7,
        "ray-worker without secrets": 7,
        "prefect-server without secrets": 7,
        "prefect-worker without secrets": 7,
        "jobs without token": 401,
        "jobs with token": 200,
        "nodes": ["127.0.0.2", "127.0.0.3"],
        "prefect health": 200,
        "prefect without password": 401,
        "prefect with password": 200,
        "prefect forged": 403,
    }, logs
    secrets = [p.read_text() for p in (home / "secrets").iterdir()]
    assert not any(secret in log for secret in secrets for log in logs.values())
