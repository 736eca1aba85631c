"""Knocks at doors without a key, to see whether they open: what settings say here is not what a server does there.

Nothing is changed by a knock: it asks for a version or a list, without any secret.
"""

from __future__ import annotations

import http.client
import os
import urllib.error
import urllib.request
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from flows.exposure import TOKEN, Door, Seen, State, look, read_settings, refuse_exposed

WAIT_S = 3.0


class Answer(StrEnum):
    """What a door says to one without a key."""

    REFUSED = "asks for a secret"
    OPENED = "opens to anybody"
    SILENT = "does not answer"


PATHS = {Door.DASHBOARD: "/api/jobs/", Door.PREFECT: "/admin/version", Door.PREFECT_SERVER: "/admin/version"}
"""What is asked for: something that an open server gives to anybody."""
METHODS = {Door.RAY_CLIENT: "/ray.rpc.RayletDriver/ClusterInfo", Door.GCS: "/ray.rpc.NodeInfoGcsService/CheckAlive"}
"""gRPC methods that change nothing. Source: src/ray/protobuf of Ray 2.60."""


def knocked(seen: Seen) -> Seen:
    """The same door after a knock: one that opens to anybody is open, whatever the settings here are.

    Doors on this machine are left alone, and those that do not answer are as they were.
    """
    if seen.state in (State.HERE, State.OPEN) or seen.door is Door.METRICS:
        return seen
    if knock(seen.door, seen.address) is not Answer.OPENED:
        return seen
    remedy = (
        TOKEN if seen.door not in (Door.PREFECT, Door.PREFECT_SERVER) else "Set PREFECT_SERVER_API_AUTH_STRING there."
    )
    return replace(seen, state=State.OPEN, why="it was asked without a secret, and answered.", remedy=remedy)


def knock(door: Door, address: str, wait_s: float = WAIT_S) -> Answer:
    """What a door says to one without a key."""
    return _rpc(METHODS[door], address, wait_s) if door in METHODS else _http(PATHS[door], address, wait_s)


def _http(path: str, address: str, wait_s: float) -> Answer:
    url = address if "://" in address else f"http://{address}"
    # No proxy: what it says is not what the door says.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url.rstrip("/") + path, timeout=wait_s) as answer:
            return Answer.OPENED if answer.status == 200 else Answer.SILENT
    except urllib.error.HTTPError as error:
        error.close()
        return Answer.REFUSED if error.code in (401, 403) else Answer.SILENT
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError):
        return Answer.SILENT


def _rpc(method: str, address: str, wait_s: float) -> Answer:
    """Ray's own clients try again for a minute where they are refused; one call without any of Ray does not."""
    try:
        import grpc
    except ImportError:
        return Answer.SILENT  # Ray is not installed here: nobody will connect
    place = urlsplit(address if "://" in address else f"//{address}").netloc
    with grpc.insecure_channel(place, options=(("grpc.enable_http_proxy", 0),)) as channel:
        call = channel.unary_unary(method, request_serializer=bytes, response_deserializer=bytes)
        try:
            call(b"", timeout=wait_s, metadata=(("client_id", "vernacast-knock"),))
        except grpc.RpcError as error:
            code = error.code()  # pyright: ignore[reportAttributeAccessIssue] - a Call too
            if code in (grpc.StatusCode.UNAUTHENTICATED, grpc.StatusCode.PERMISSION_DENIED):
                return Answer.REFUSED
            silent = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED)
            return Answer.SILENT if code in silent else Answer.OPENED
        return Answer.OPENED


def refuse_open_doors(addresses: Iterable[tuple[Door, str]]) -> tuple[Seen, ...]:
    """Looks at doors by this process's environment, knocks at those beyond this machine, and refuses open ones.

    For ``make --compute ray://…`` (the client's door) and ``cluster up`` (every address that is to be listened on; what
    does not run yet does not answer).

    Returns:
        How each stands, for whoever wants to warn of secrets that travel in clear.

    Raises:
        Exposed: one is open.
    """
    seen = tuple(knocked(s) for s in look(addresses, read_settings(os.environ, Path.home())))
    refuse_exposed(seen)
    return seen
