"""What the doctor looks at beyond this machine: doors, versions on both sides, clocks.

Ray is asked in a process of its own (``python -m flows.commands.doctor_cluster ray://…``): its client tries for long
where it is not let in, and leaves threads behind.
"""

from __future__ import annotations

import base64
import email.utils
import http.client
import json
import logging
import os
import platform
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import cast

from flows.commands.check import Check
from flows.exposure import Door, Seen, State, host_of, is_loopback, look, read_settings, without_secret
from flows.knock import Answer, knock, knocked
from flows.processes import python_command, python_path
from flows.redaction import redact

ASK_S = 90.0
"""Time that a Ray gets to answer; its client alone starts in some ten seconds."""
MOST_SKEW_S = 10.0
"""Clocks may differ by so much: leases last 90 s, and S3 refuses requests that are 15 minutes off."""
DASHBOARD_PORT = 8265
"""Where it usually is; where it is, is known by the cluster (its GCS), or said by ``RAY_API_SERVER_ADDRESS``."""
REMEDY = "Use the same image, or the same lock, on both sides."


def check_doors(cluster: str) -> Iterator[Check]:
    """How every door stands that the environment or the user names."""
    found = [knocked(seen) for seen in look(_addresses(cluster), read_settings(os.environ, Path.home()))]
    for seen in found:
        yield _door(seen)
    if not found:
        yield Check(what="doors", good=True, found="No address beyond this machine is set.")


def check_cluster(cluster: str) -> Iterator[Check]:
    """Versions and clock of a Ray."""
    if not cluster.startswith("ray://"):
        yield Check(
            what="cluster", good=False, found=f"{without_secret(cluster)!r} is no address.", remedy="ray://host:10001"
        )
        return
    told, fault = _ask(cluster)
    if told is None:
        remedy = "Is it running, and are RAY_AUTH_MODE and the token the same there and here?"
        yield Check(what="cluster", good=False, found=f"{without_secret(cluster)}: {fault}", remedy=remedy)
        return
    yield Check(what="cluster", good=True, found=f"{without_secret(cluster)}, {told['nodes']} nodes")
    yield from _told_dashboard(str(told.get("dashboard", "")), there=not is_loopback(cluster))
    for name, here in versions().items():
        there = str(told.get(name, ""))
        yield Check(
            what=f"{name} on the cluster", good=there == here, found=f"{there or 'none'} (here {here})", remedy=REMEDY
        )
    yield clock("cluster", float(cast(float, told["clock_s"])))


def check_ray_here() -> Iterator[Check]:
    """The dashboard of a Ray that runs on this machine, wherever its port is; nothing where none runs.

    ``ray start`` writes the address of its GCS into a file of Ray's temporary folder, and the GCS knows the dashboard.
    """
    gcs = find_gcs()
    if not gcs:
        return
    told, fault = _ask(gcs)
    if told is None:
        yield Check(what="Ray here", good=True, found=f"{gcs} does not answer ({fault}): it may have ended.")
        return
    yield Check(what="Ray here", good=True, found=gcs)
    yield from _told_dashboard(str(told.get("dashboard", "")), there=False)


def find_gcs() -> str:
    """Where the GCS of this machine's Ray is: ``RAY_ADDRESS``, or the file that ``ray start`` leaves; else empty."""
    address = os.environ.get("RAY_ADDRESS", "")
    if address and address != "auto":
        return "" if "://" in address else address
    try:
        place = Path(os.environ.get("RAY_TMPDIR") or tempfile.gettempdir()) / "ray" / "ray_current_cluster"
        return place.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _told_dashboard(url: str, *, there: bool) -> Iterator[Check]:
    """How a dashboard stands whose address its own cluster told."""
    what = f"door: {Door.DASHBOARD}"
    if not url:
        yield Check(what=what, good=True, found="The cluster has none.")
    elif is_loopback(url):
        yield Check(what=what, good=True, found=f"{url}: on loopback of {'the head' if there else 'this machine'}.")
    else:
        yield from map(_door, map(knocked, look([(Door.DASHBOARD, url)], read_settings(os.environ, Path.home()))))


def check_prefect(url: str, auth: str) -> Iterator[Check]:
    """Version and clock of a Prefect server; ``auth`` is ``user:password`` or empty."""
    headers = {"Authorization": "Basic " + base64.b64encode(auth.encode()).decode()} if auth else {}
    opener = urllib.request.build_opener(*([urllib.request.ProxyHandler({})] if is_loopback(url) else []))
    begun = time.time()
    try:
        request = urllib.request.Request(f"{url.rstrip('/')}/admin/version", headers=headers)
        with opener.open(request, timeout=10) as answer:
            there, date = str(json.loads(answer.read())), answer.headers.get("Date", "")
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        said = str(getattr(error, "reason", error))
        yield Check(what="prefect on the server", good=False, found=redact(said), remedy="Is the auth string right?")
        return
    here = versions()["prefect"]
    yield Check(what="prefect on the server", good=there == here, found=f"{there} (here {here})", remedy=REMEDY)
    if date:
        # The header has whole seconds, cut off.
        told = email.utils.parsedate_to_datetime(date).timestamp() + 0.5
        yield clock("Prefect server", told - (begun + time.time()) / 2)


def clock(whose: str, ahead_s: float) -> Check:
    """Whether a clock agrees with ours."""
    return Check(
        what=f"clock of the {whose}",
        good=abs(ahead_s) <= MOST_SKEW_S,
        found=f"{ahead_s:+.1f} s against ours",
        remedy="Let both follow a time server (chrony, systemd-timesyncd).",
    )


def versions() -> dict[str, str]:
    """What has to be the same on both sides."""
    return {"python": platform.python_version(), **{name: _version(name) for name in ("ray", "prefect", "vernacast")}}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _addresses(cluster: str) -> list[tuple[Door, str]]:
    found = [(Door.RAY_CLIENT, cluster)] if cluster else []
    named = [os.environ.get(name, "") for name in ("RAY_API_SERVER_ADDRESS", "RAY_ADDRESS")]
    boards = [address for address in dict.fromkeys(named) if address.startswith(("http://", "https://"))]
    found += [(Door.DASHBOARD, address) for address in boards]
    if (host := host_of(cluster)) and not boards:
        dashboard = f"http://{f'[{host}]' if ':' in host else host}:{DASHBOARD_PORT}"
        # Where it usually is; on loopback there as it should be, it does not answer here.
        if not is_loopback(cluster) and knock(Door.DASHBOARD, dashboard) is not Answer.SILENT:
            found.append((Door.DASHBOARD, dashboard))
    found += [(Door.GCS, address)] if (address := os.environ.get("RAY_ADDRESS", "")) and "://" not in address else []
    found += [(Door.PREFECT, url)] if (url := os.environ.get("PREFECT_API_URL", "")) else []
    return found


def _door(seen: Seen) -> Check:
    what = f"door: {seen.door}"
    found = f"{seen.address}: {seen.state}. {seen.why}"
    return Check(what=what, good=seen.state is not State.OPEN, found=found, remedy=seen.remedy)


def _ask(cluster: str) -> tuple[dict[str, object] | None, str]:
    """(what a Ray tells of itself, why it did not)."""
    environment = {**os.environ, "PYTHONPATH": python_path(), "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0"}
    command = python_command("flows.commands.doctor_cluster", cluster)
    try:
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=ASK_S, check=False)
    except subprocess.TimeoutExpired:
        return None, f"no answer within {ASK_S:.0f} s."
    lines = ran.stdout.strip().splitlines()
    if ran.returncode == 0 and lines:
        return cast("dict[str, object]", json.loads(lines[-1])), ""
    said = [line for line in ran.stderr.strip().splitlines() if line.strip()]
    return None, redact(said[-1].strip() if said else "it said nothing.")[:300]


def main() -> None:
    """Asks the Ray that the command line names, from outside, and prints what it tells as JSON."""
    if "://" not in sys.argv[1]:
        from ray.dashboard.utils import ray_address_to_api_server_url

        print(json.dumps({"dashboard": ray_address_to_api_server_url(sys.argv[1])}))
        return
    import ray

    ray.init(sys.argv[1], log_to_driver=False, logging_level=logging.ERROR)

    @ray.remote(num_cpus=0)
    def look_there(names: tuple[str, ...]) -> dict[str, object]:
        # Sent by value: nothing of ours needs to be there.
        import importlib.metadata
        import platform
        import time

        found: dict[str, object] = {"python": platform.python_version(), "time": time.time()}
        for name in names:
            try:
                found[name] = importlib.metadata.version(name)
            except importlib.metadata.PackageNotFoundError:
                found[name] = "not installed"
        return found

    @ray.remote(num_cpus=0)
    def find_dashboard() -> str:
        import ray
        from ray.dashboard.utils import ray_address_to_api_server_url

        try:
            return str(ray_address_to_api_server_url(ray.get_runtime_context().gcs_address))
        except ValueError:
            return ""  # it was started without

    names = ("ray", "prefect", "vernacast")
    ray.get(look_there.remote(names), timeout=ASK_S)  # the first starts a worker: it tells nothing of clocks
    begun = time.time()
    told = ray.get(look_there.remote(names), timeout=ASK_S)
    told["clock_s"] = cast(float, told.pop("time")) - (begun + time.time()) / 2
    told["dashboard"] = ray.get(find_dashboard.remote(), timeout=ASK_S)
    told["nodes"] = sum(bool(node["Alive"]) for node in ray.nodes())
    print(json.dumps(told))


if __name__ == "__main__":
    main()
