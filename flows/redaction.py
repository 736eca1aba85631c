"""Secrets taken out of text before it is logged: those that this process knows, and whatever has the form of one.

A secret is known by the name of the environment variable that holds it (``…TOKEN``, ``…SECRET``, ``…AUTH_STRING``),
or because a file that is there for it (``RAY_AUTH_TOKEN_PATH``, ``~/.ray/auth_token``) contains it. Digests of 64
hexadecimal digits are everywhere in a store, so a token that looks like one is known by its name only.
"""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

HIDDEN = "[secret]"
SHORTEST = 6
"""Shorter values are not looked for: they would be found inside words."""

_NAMED = r"[A-Za-z0-9_.-]*(?:token|secret|passw(?:or)?d|pwd|auth[_-]?string|api[_-]?key|access[_-]?key|credential)"
_NAMES = re.compile(
    r"(TOKEN|SECRET|PASSW(OR)?D|AUTH_STRING|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|_KEY$|CREDENTIAL|CONNECTION_STRING|COOKIE)",
    re.IGNORECASE,
)
_NO_SECRETS = re.compile(r"_(PATH|FILE|DIR|MODE|ENABLED|URI|EXPIRATION|SECONDS)$|^TOKENIZERS_", re.IGNORECASE)

_PASSWORD = re.compile(r"://[^/\s:@]*:([^/\s@]+)@")
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    # user:password@ in a URL
    (re.compile(r"(?<=://)[^/\s:@]*:[^/\s@]+(?=@)"), HIDDEN),
    # signed URLs of S3, Google, Azure; and whatever else calls itself a token
    (
        re.compile(
            r"(?i)([?&](?:X-(?:Amz|Goog)-(?:Signature|Credential|Security-Token)|AWSAccessKeyId|GoogleAccessId|"
            rf"Signature|sig|key|code|{_NAMED})=)[^&\s\"'<>]+"
        ),
        rf"\1{HIDDEN}",
    ),
    (re.compile(r"(?i)\b((?:bearer|basic|negotiate|aws4-hmac-sha256)\s+)[A-Za-z0-9._~+/=-]{6,}"), rf"\1{HIDDEN}"),
    # name=value, name: value, "name": "value"
    (re.compile(rf"(?i)((?<![A-Za-z0-9]){_NAMED}[\"']?\s*[=:]\s*[\"']?)(?!\[secret\])[^\s\"',;&]+"), rf"\1{HIDDEN}"),
    # keys that tell what they are: AWS, GitHub, Hugging Face, Prefect, GitLab, Slack, OpenAI; JSON web tokens
    (re.compile(r"\b(?:AKIA|ASIA|AIDA|AROA)[A-Z0-9]{16}\b"), HIDDEN),
    (re.compile(r"\b(?:gh[pousr]_|github_pat_|hf_|pnu_|pnb_|glpat-|xox[abprs]-|sk-)[A-Za-z0-9_-]{16,}"), HIDDEN),
    (re.compile(r"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*"), HIDDEN),
    (re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL), HIDDEN),
)


def redact(text: str, secrets: tuple[str, ...] | None = None) -> str:
    """The text with every secret replaced by ``[secret]``.

    Args:
        secrets: values to be looked for; None = those of this process (``known_secrets``).
    """
    for secret in known_secrets() if secrets is None else secrets:
        if secret in text:
            text = text.replace(secret, HIDDEN)
    for form, instead in _FORMS:
        text = form.sub(instead, text)
    return text


def known_secrets() -> tuple[str, ...]:
    """The secrets of this process, also as they stand in URLs and in HTTP headers, the longest first."""
    home = os.environ.get("HOME", "")
    return _written(
        _values(os.environ), os.environ.get("RAY_AUTH_TOKEN_PATH") or (f"{home}/.ray/auth_token" if home else "")
    )


@lru_cache(maxsize=1_024)
def is_secret(name: str) -> bool:
    """Whether a variable of this name holds a secret."""
    return _NAMES.search(name) is not None and _NO_SECRETS.search(name) is None


def secrets_of(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The secrets among some settings, in every way that they may be written."""
    return _written(_values(environ), "")


def _values(environ: Mapping[str, str]) -> tuple[str, ...]:
    """What may not be shown, and URLs with a password in them."""
    return tuple(v for n, v in environ.items() if ("@" in v and "://" in v) or (len(v) >= SHORTEST and is_secret(n)))


@lru_cache(maxsize=4)
def _written(values: tuple[str, ...], file: str) -> tuple[str, ...]:
    found: set[str] = set()
    for value in values:
        # Of an address only the password is a secret.
        password = _PASSWORD.search(value)
        found.add(password[1] if password else value.strip())
    if file:
        with suppress(OSError):  # there is no such file: then it holds no secret
            found.add(Path(file).read_text(encoding="utf-8", errors="replace").strip())
    for value in list(found):
        found |= {quote(value, safe=""), base64.b64encode(value.encode()).decode()}
    return tuple(sorted((v for v in found if len(v) >= SHORTEST), key=len, reverse=True))
