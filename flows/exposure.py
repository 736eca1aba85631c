"""Which doors of a cluster stand open beyond this machine: rules that are pure, and a reader of the environment.

Whoever reaches a Ray without authentication runs what he likes on it: Ray calls that intended, and lets token
authentication be switched off. Sources: CVE-2023-48022 ("ShadowRay", 9.8), CVE-2025-62593 (Ray before 2.52);
https://docs.ray.io/en/latest/ray-security/token-auth.html. Prefect's server asks for nothing unless it has an auth
string, and its CSRF protection is off by default: https://docs.prefect.io/v3/advanced/security-settings.

So an address beyond loopback needs a secret, a private network included: its other machines are not ours. What really
answers without one is told by ``flows.knock``.
"""

from __future__ import annotations

import ipaddress
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from languages.errors import Exposed

LEAST_SECRET = 16
"""Characters of a token or password below which it can be guessed. Ray's own tokens have 64."""
TLS = "Use TLS (https://, RAY_USE_TLS=1), or a private network or VPN that nobody else reads."
TOKEN = (
    "Set RAY_AUTH_MODE=token on every node and here, and give all one token, made with `ray get-auth-token --generate` "
    "and `chmod 600 ~/.ray/auth_token`, or in RAY_AUTH_TOKEN."
)


class Door(StrEnum):
    """What can be reached."""

    RAY_CLIENT = "Ray client"
    GCS = "Ray GCS"
    DASHBOARD = "Ray dashboard and Jobs API"
    METRICS = "Ray metrics"
    PREFECT = "Prefect API"
    PREFECT_SERVER = "Prefect server"
    """The same, looked at by who runs it."""


class State(StrEnum):
    """How a door stands, the best first."""

    HERE = "this machine only"
    GUARDED = "guarded"
    IN_CLEAR = "guarded, but secrets or data travel in clear"
    OPEN = "OPEN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How one door stands, and why."""

    door: Door
    address: str
    state: State
    why: str
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What of the environment decides. Holds no secret, only whether there is a good one."""

    ray_mode: str = ""
    """``RAY_AUTH_MODE``; empty = Ray decides, which depends on version and on whether a token lies there."""
    ray_token: str = ""
    """Empty where a good token is there, else what is wrong."""
    ray_tls: bool = False
    public_dashboard: bool = False
    """``VERNACAST_PUBLIC_DASHBOARD=1``: a dashboard beyond loopback is meant."""
    prefect_auth: str = ""
    """Empty where the client has a good ``PREFECT_API_AUTH_STRING``, else what is wrong."""
    prefect_server_auth: str = ""
    """Likewise the server's ``PREFECT_SERVER_API_AUTH_STRING``."""
    prefect_csrf: bool = False


def read_settings(environ: Mapping[str, str], home: Path) -> Settings:
    """The settings of an environment; looks at the token's file, if that is where it is."""
    return Settings(
        ray_mode=environ.get("RAY_AUTH_MODE", "").lower(),
        ray_token=_ray_token(environ, home),
        ray_tls=environ.get("RAY_USE_TLS", "").lower() in ("1", "true"),
        public_dashboard=environ.get("VERNACAST_PUBLIC_DASHBOARD") == "1",
        prefect_auth=_secret(environ.get("PREFECT_API_AUTH_STRING", ""), "PREFECT_API_AUTH_STRING"),
        prefect_server_auth=_secret(
            environ.get("PREFECT_SERVER_API_AUTH_STRING", ""), "PREFECT_SERVER_API_AUTH_STRING"
        ),
        prefect_csrf=any(
            environ.get(name, "").lower() in ("1", "true", "yes", "on")
            for name in ("PREFECT_SERVER_API_CSRF_PROTECTION_ENABLED", "PREFECT_SERVER_CSRF_PROTECTION_ENABLED")
        ),
    )


def look(addresses: Iterable[tuple[Door, str]], settings: Settings) -> tuple[Seen, ...]:
    """How each door stands, from its address (``host:port`` or a URL) and the settings alone."""
    return tuple(_look(door, address, settings) for door, address in addresses if address)


def refuse_exposed(seen: Iterable[Seen]) -> None:
    """Raises where a door stands open.

    Raises:
        Exposed: names every open door, why, and what to do.
    """
    found = [s for s in seen if s.state is State.OPEN]
    if found:
        raise Exposed(
            " ".join(f"{s.door} at {without_secret(s.address)}: {s.why}" for s in found),
            expected="Whoever reaches such a door can run any program there and read all data (CVE-2023-48022).",
            remedy=" ".join(dict.fromkeys(s.remedy for s in found if s.remedy)),
        )


def is_loopback(address: str) -> bool:
    """Whether only this machine can reach an address. A name that is not ``localhost`` counts as one that others can
    reach: it is not looked up, for the answer may change.
    """
    host = host_of(address)
    if host == "localhost":
        return True
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    return bool((mapped or ip).is_loopback)


def host_of(address: str) -> str:
    """The host of ``host:port``, ``[::1]:port`` or a URL, in lower case; empty where none can be read."""
    try:
        return (urlsplit(address if "://" in address else f"//{address}").hostname or "").lower()
    except ValueError:
        return ""


def without_secret(address: str) -> str:
    """The address without user and password."""
    scheme, mark, rest = address.rpartition("://")
    place, slash, path = rest.partition("/")
    return scheme + mark + place.rpartition("@")[2] + slash + path


def _look(door: Door, address: str, settings: Settings) -> Seen:
    shown = without_secret(address)
    if is_loopback(address):
        return Seen(door=door, address=shown, state=State.HERE, why="It is on loopback.")
    if door is Door.METRICS:
        return Seen(
            door=door,
            address=shown,
            state=State.IN_CLEAR,
            why="Ray's metrics port asks for no token, even in token mode (2.60): it tells load, engines, languages.",
            remedy="Let only Prometheus reach it (NetworkPolicy, firewall).",
        )
    bad, remedy = _refusal(door, settings)
    if bad:
        return Seen(door=door, address=shown, state=State.OPEN, why=bad, remedy=remedy)
    encrypted = settings.ray_tls if door in (Door.RAY_CLIENT, Door.GCS) else address.startswith("https://")
    if not encrypted:
        return Seen(
            door=door,
            address=shown,
            state=State.IN_CLEAR,
            why="It asks for a secret, which travels in clear.",
            remedy=TLS,
        )
    return Seen(door=door, address=shown, state=State.GUARDED, why="It asks for a secret, over TLS.")


def _refusal(door: Door, settings: Settings) -> tuple[str, str]:
    """(why the door is open, what to do); empty where it is not."""
    if door is Door.PREFECT:
        return (
            settings.prefect_auth,
            "Give server and clients one auth string: PREFECT_SERVER_API_AUTH_STRING there, \
PREFECT_API_AUTH_STRING here, as `user:` and a long random password.",
        )
    if door is Door.PREFECT_SERVER:
        if settings.prefect_server_auth:
            return (
                settings.prefect_server_auth,
                "Set PREFECT_SERVER_API_AUTH_STRING to `user:` and a long random password.",
            )
        if not settings.prefect_csrf:
            return "its CSRF protection is off.", "Set PREFECT_SERVER_CSRF_PROTECTION_ENABLED=true."
        return "", ""
    if door is Door.DASHBOARD and not settings.public_dashboard:
        return (
            "a dashboard runs whatever it is sent, and belongs on loopback.",
            "Bind it to 127.0.0.1 and reach it through a tunnel (`ssh -L 8265:127.0.0.1:8265 head`, `kubectl "
            "port-forward`), or set VERNACAST_PUBLIC_DASHBOARD=1 if it is meant to be reached.",
        )
    if settings.ray_mode != "token":
        said = f"RAY_AUTH_MODE is {settings.ray_mode!r}" if settings.ray_mode else "RAY_AUTH_MODE is not set"
        return f"{said}, so it asks for no token.", TOKEN
    return settings.ray_token, TOKEN


def _secret(value: str, name: str) -> str:
    if not value:
        return f"{name} is not set."
    if len(value.rpartition(":")[2]) < LEAST_SECRET:
        return f"the secret in {name} has less than {LEAST_SECRET} characters."
    return ""


def _ray_token(environ: Mapping[str, str], home: Path) -> str:
    """What is wrong with Ray's token. Order as Ray looks: RAY_AUTH_TOKEN, RAY_AUTH_TOKEN_PATH, ~/.ray/auth_token."""
    if token := environ.get("RAY_AUTH_TOKEN"):
        return _secret(token, "RAY_AUTH_TOKEN")
    named = environ.get("RAY_AUTH_TOKEN_PATH", "")
    path = Path(named) if named else home / ".ray" / "auth_token"
    try:
        token, mode = path.read_text(encoding="utf-8", errors="replace").strip(), path.stat().st_mode
    except OSError:
        return f"there is no token: {path} cannot be read." if named else "there is no token."
    if stat.S_IMODE(mode) & 0o077:
        return f"others on this machine can read the token in {path} (mode {stat.S_IMODE(mode):04o}, wanted 0600)."
    return _secret(token, str(path))
