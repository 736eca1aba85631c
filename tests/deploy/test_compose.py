"""deploy/compose.yaml: rules that a review would look for. No container engine is needed, nor asked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.deploy.documents import read_all
from tests.stories import ROOT

DEPLOY = ROOT / "deploy"
(COMPOSE,) = read_all((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
KEYS = frozenset((
    "build", "cap_drop", "command", "depends_on", "deploy", "environment", "healthcheck", "image", "logging",
    "mem_limit", "networks", "pids_limit", "ports", "profiles", "read_only", "restart", "secrets", "security_opt",
    "shm_size", "stop_grace_period", "tmpfs", "user", "volumes",
))  # fmt: skip
"""What services here use of the compose specification; a word that is none of them is a slip."""
services = pytest.mark.parametrize("name", SERVICES)


def test_a_key_that_stands_twice_is_refused() -> None:
    with pytest.raises(yaml.YAMLError, match="stands twice"):
        read_all("a:\n  b: 1\n  b: 2\n")


def test_all_that_was_asked_for_is_there() -> None:
    assert set(SERVICES) == {
        "postgres", "s3", "prefect-server", "prefect-worker", "ray-head", "ray-worker", "ray-worker-gpu",
        "prometheus", "grafana",
    }  # fmt: skip
    assert {n for n, s in SERVICES.items() if s.get("profiles") == ["watch"]} == {"prometheus", "grafana"}


@services
def test_a_service_is_pinned_small_and_not_root(name: str) -> None:
    service = SERVICES[name]
    assert set(service) <= KEYS
    assert re.fullmatch(r"[a-z0-9./-]+:v?\d+\.\d+[\w.-]*", service["image"])
    uid, _, gid = service["user"].partition(":")
    assert int(uid) > 0
    assert int(gid) > 0
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["restart"] == "unless-stopped"
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert service["healthcheck"]["test"][0] in ("CMD", "CMD-SHELL")


@services
def test_only_this_machine_is_let_in(name: str) -> None:
    service = SERVICES[name]
    assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ()))
    assert "private" in service["networks"]
    assert ("door" in service["networks"]) == bool(service.get("ports"))


def test_the_private_network_has_no_way_out() -> None:
    assert COMPOSE["networks"] == {"private": {"internal": True}, "door": {}}


@services
def test_what_a_service_names_is_there(name: str) -> None:
    service = SERVICES[name]
    assert set(service.get("secrets", ())) <= set(COMPOSE["secrets"])
    assert set(service.get("depends_on", ())) <= set(SERVICES)
    for other, how in service.get("depends_on", {}).items():
        assert how == {"condition": "service_healthy"}, other
    for volume in service.get("volumes", ()):
        if isinstance(volume, str):
            assert volume.partition(":")[0] in COMPOSE["volumes"]
        else:
            assert volume["read_only"] is True
            assert (DEPLOY / volume["source"]).is_dir() or volume["source"] == "./scripts"


@services
def test_a_service_of_ours_starts_a_command_of_ours_with_its_secrets(name: str) -> None:
    service = SERVICES[name]
    if not service["image"].startswith("vernacast"):
        return
    (command,) = service["command"]
    text = (DEPLOY / "bin" / command).read_text(encoding="utf-8")
    needs = {
        "use_ray_token": "ray_token",
        "use_prefect_auth": "prefect_auth",
        "need database_password": "database_password",
    }
    assert {secret for call, secret in needs.items() if call in text} <= set(service["secrets"])
    if "use_ray_token" in text:
        assert service["environment"]["RAY_AUTH_MODE"] == "token"
        assert service["environment"]["RAY_AUTH_TOKEN_PATH"] == "/run/secrets/ray_token"
    build = ROOT / "deploy" / service["build"]["context"] / service["build"]["dockerfile"]
    assert build.is_file()


def test_no_secret_stands_in_the_file() -> None:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    for name, service in SERVICES.items():
        for key, value in (service.get("environment") or {}).items():
            if re.search(r"PASSWORD|SECRET|TOKEN|AUTH_STRING|ACCESS_KEY", key):
                assert str(value).startswith("/run/secrets/"), (name, key)
    assert not re.search(r"://[^/\s]+:[^/\s]+@", text)
    assert {s["file"] for s in COMPOSE["secrets"].values()} == {f"./secrets/{n}" for n in COMPOSE["secrets"]}


def test_every_secret_is_made_for_the_user_who_reads_it() -> None:
    script = (DEPLOY / "make-secrets").read_text(encoding="utf-8")
    owners = {
        name: line.split()[1].partition(":")[0]
        for line in script.splitlines()
        if line.strip().startswith("chown")
        for name in re.findall(r"\$folder/(\w+)", line)
    }
    assert set(owners) == set(COMPOSE["secrets"])
    for service in SERVICES.values():
        for secret in service.get("secrets", ()):
            assert owners[secret] == service["user"].partition(":")[0]


@pytest.mark.parametrize("name", ["Dockerfile", "Dockerfile.gpu"])
def test_images_are_made_from_locks_and_do_not_run_as_root(name: str) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    assert text.count("pip install") + text.count('pip" install') == text.count("--require-hashes") == 1
    assert re.findall(r"^USER (.+)$", text, re.MULTILINE)[-1] == "10001:10001"
    assert ":latest" not in text
    for source in re.findall(r"^COPY (?!--from)(\S+)", text, re.MULTILINE):
        assert (ROOT / source).exists(), source
        top = source if source.startswith("deploy") else Path(source).parts[0]
        assert f"!{top}" in (DEPLOY / f"{name}.dockerignore").read_text(encoding="utf-8").splitlines()


def test_secrets_are_kept_out_of_git() -> None:
    assert "/secrets/" in (DEPLOY / ".gitignore").read_text(encoding="utf-8").splitlines()
