"""Secrets are found by the names of their settings and by their form."""

from __future__ import annotations

import base64
import re
import time
from pathlib import Path

import pytest

from flows.redaction import HIDDEN, is_secret, known_secrets, redact, secrets_of
from tests.stories import ROOT

CANARY = "Kanarienvogel17x"


@pytest.mark.parametrize(
    "text",
    [
        f"s3://user:{CANARY}@host/bucket",
        f"postgresql+asyncpg://prefect:{CANARY}@db:5432/prefect",
        f"https://h/b/o?X-Amz-Credential=a&X-Amz-Signature={CANARY}&x=1",
        f"https://h/o?sv=2024&sig={CANARY}",
        f"https://h/o?token={CANARY}",
        f"Authorization: Bearer {CANARY}",
        f"authorization: basic {base64.b64encode(CANARY.encode()).decode()}",
        f"PREFECT_API_AUTH_STRING={CANARY}",
        f'{{"aws_secret_access_key": "{CANARY}"}}',
        f"password: {CANARY}",
        f"RAY_AUTH_TOKEN='{CANARY}'",
        "AKIAIOSFODNN7EXAMPLE",
        "hf_aBcDeFgHiJkLmNoPqRsT",
        "ghp_aBcDeFgHiJkLmNoPqRsT",
        "pnu_aBcDeFgHiJkLmNoPqRsT",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N",
        f"-----BEGIN RSA PRIVATE KEY-----\n{CANARY}\n-----END RSA PRIVATE KEY-----",
    ],
)
def test_forms_of_secrets_are_hidden(text: str) -> None:
    hidden = redact(text, ())
    assert HIDDEN in hidden
    secret = re.compile(f"{CANARY}|{base64.b64encode(CANARY.encode()).decode()}|IOSFODNN7|aBcDeFg|dozjgN")
    assert secret.search(text)
    assert not secret.search(hidden)


@pytest.mark.parametrize(
    "text",
    [
        "Drew 12 scenes in 3.5 s",
        "objects/ab/abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab",
        "http://127.0.0.1:4200/api?limit=3",
        "speech/mms tokenizer loaded",
        "s3://bucket/prefix",
        "The secret of the forest",
        "basic needs",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert redact(text, ()) == text


def test_settings_are_secret_by_name() -> None:
    settings = (
        "RAY_AUTH_TOKEN PREFECT_API_AUTH_STRING PREFECT_SERVER_API_AUTH_STRING PREFECT_API_KEY AWS_SECRET_ACCESS_KEY "
        "AWS_ACCESS_KEY_ID AWS_SESSION_TOKEN HF_TOKEN VERNACAST_SERVER_SECRET FSSPEC_S3_KEY FSSPEC_S3_SECRET "
        "AZURE_STORAGE_CONNECTION_STRING PGPASSWORD"
    )
    assert all(is_secret(name) for name in settings.split())
    plain = "RAY_AUTH_MODE RAY_AUTH_TOKEN_PATH PATH PWD VERNACAST_STORE TOKENIZERS_PARALLELISM PREFECT_API_URL HOME"
    assert not any(is_secret(name) for name in plain.split())


def test_known_secrets_are_found_however_they_are_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PREFECT_API_AUTH_STRING", "admin:p/w+d 1")
    monkeypatch.setenv("VERNACAST_STORE", "s3://me:Geheim99@host/b")
    (tmp_path / "token").write_text("0123456789abcdef" * 4 + "\n")
    monkeypatch.setenv("RAY_AUTH_TOKEN_PATH", str(tmp_path / "token"))
    known = known_secrets()
    for written in ("admin:p/w+d 1", "admin%3Ap%2Fw%2Bd%201", base64.b64encode(b"admin:p/w+d 1").decode(), "Geheim99"):
        assert written in known
        assert redact(f"x {written} y", known) == f"x {HIDDEN} y"
    assert redact("0123456789abcdef" * 4, known) == HIDDEN


def test_short_and_missing_secrets_hide_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_AUTH_TOKEN_PATH", "/no/such/file")
    assert secrets_of({"HF_TOKEN": "", "X_SECRET": "abc", "VERNACAST_STORE": "s3://bucket/x"}) == ()
    assert redact("abc is a word", secrets_of({"X_SECRET": "abc"})) == "abc is a word"


def test_redaction_is_quick() -> None:
    text = "chunk of 40 lines went through speak in ca by speech/mms " * 4
    begun = time.perf_counter()
    for _ in range(100):
        redact(text, ("0123456789abcdef",))
    assert (time.perf_counter() - begun) / 100 < 2e-3  # 0.1 ms on a quiet machine
    for hostile in ("token" * 20_000, "://" * 20_000, "a" * 100_000, "eyJ" * 30_000, "-----BEGIN " * 9_000):
        begun = time.perf_counter()
        redact(hostile, ())
        assert time.perf_counter() - begun < 2.0


def test_messages_of_loggers_are_no_f_strings() -> None:
    """An argument can be left out of the log; what stands in the message itself cannot."""
    found = [
        f"{path}:{n}"
        for path in (ROOT / "flows").rglob("*.py")
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(r"\b_?log(ger)?\.(debug|info|warning|error|exception|critical)\(\s*f[\"']", line)
    ]
    assert found == []
