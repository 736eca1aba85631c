"""Real processes on loopback: who has no token is turned away, and knocking tells it rightly."""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from flows.commands.doctor_cluster import check_cluster, check_ray_here
from flows.exposure import Door
from flows.knock import Answer, knock
from flows.readings import read
from tests.flows.ray_head import Head, ray_head
from tests.stories import ROOT

TOKEN = "0123456789abcdef" * 4


def status(url: str, authorization: str = "") -> int:
    """The HTTP status of an answer."""
    request = urllib.request.Request(url, headers={"Authorization": authorization} if authorization else {})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


COUNTING = """
import sys, time, ray
ray.init(address=sys.argv[1], log_to_driver=False, logging_level="ERROR", namespace="t")

@ray.remote(num_cpus=0.1)
def count():
    from flows import observe
    from flows.recipe import Receipt
    receipts = (Receipt(unit="a", key="k", made=True), Receipt(unit="b", failed="x"))
    observe.observed("speak", "ca", "w", receipts, 2.0, "speech/mms")
    observe.queue_length("speech/mms", 4)
    observe.cache(3, 1)
    begun = time.perf_counter()
    for _ in range(1000):
        observe.busy("speech/mms", "cpu", 0.001)
    each_us = (time.perf_counter() - begun) * 1e3
    deadline = time.monotonic() + 25
    import urllib.request
    while time.monotonic() < deadline:
        text = urllib.request.urlopen(sys_metrics, timeout=5).read().decode()
        if "ray_vernacast_cache_total" in text:
            break
        time.sleep(0.5)
    return each_us, [line for line in text.splitlines() if "vernacast" in line]

sys_metrics = sys.argv[2]
import json
print(json.dumps(ray.get(count.remote(), timeout=40)))
"""


def exported(head: Head) -> tuple[float, list[str]]:
    """(µs of one count, what Ray exports of ours)."""
    ran = subprocess.run(
        [sys.executable, "-c", COUNTING, head.gcs, head.metrics],
        env={**head.environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    each_us, lines = json.loads(ran.stdout)
    return each_us, lines


@pytest.mark.ray
@pytest.mark.timeout(120)
def test_real_doors_turn_strangers_away(monkeypatch: pytest.MonkeyPatch) -> None:
    with ray_head(TOKEN) as head:
        assert status(f"{head.dashboard}/api/jobs/") == 401
        assert status(f"{head.dashboard}/api/jobs/", "Bearer " + "f" * 64) in (401, 403)
        assert status(f"{head.dashboard}/api/jobs/", f"Bearer {TOKEN}") == 200
        assert knock(Door.DASHBOARD, head.dashboard) is Answer.REFUSED
        assert knock(Door.RAY_CLIENT, head.client) is Answer.REFUSED
        assert knock(Door.GCS, head.gcs) is Answer.REFUSED
        assert status(head.metrics) == 200  # no token asked for: exposure.py says so
        each_us, lines = exported(head)
        for name, value in head.environment.items():
            monkeypatch.setenv(name, value)
        looked_at = {check.what: check for check in check_cluster(head.client)}
        monkeypatch.setenv("RAY_ADDRESS", head.gcs)
        here = {check.what: check for check in check_ray_here()}
        for found in (here, looked_at):
            assert found["door: Ray dashboard and Jobs API"].found.startswith(f"{head.dashboard}: on loopback")
    told = {line.partition("{")[0] for line in lines if not line.startswith("#")}
    assert {"ray_vernacast_lines_total", "ray_vernacast_queue", "ray_vernacast_busy_seconds_total"} <= told, lines
    assert {"ray_vernacast_chunk_seconds_bucket", "ray_vernacast_chunk_seconds_count"} <= told
    made = next(n for n in lines if n.startswith("ray_vernacast_lines_total") and 'state="made"' in n)
    assert 'stage="speak"' in made
    assert 'language="ca"' in made
    assert made.endswith(" 1.0")
    assert read(["\n".join(lines)])["vernacast_lines_total", ("speak", "ca", "failed")] == 1.0
    assert each_us < 100, each_us
    assert all(check.good for check in looked_at.values()), looked_at
    assert {"cluster", "ray on the cluster", "clock of the cluster"} <= set(looked_at)


@pytest.mark.ray
@pytest.mark.timeout(120)
def test_ray_without_a_token_is_seen_to_be_open() -> None:
    with ray_head() as head:
        assert knock(Door.DASHBOARD, head.dashboard) is Answer.OPENED
        assert knock(Door.RAY_CLIENT, head.client) is Answer.OPENED
        assert knock(Door.GCS, head.gcs) is Answer.OPENED
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        closed = f"127.0.0.1:{nobody.getsockname()[1]}"
    assert knock(Door.RAY_CLIENT, f"ray://{closed}", 1.0) is Answer.SILENT


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_own_prefect_server_asks_for_its_secret() -> None:
    from flows.server import ensure_server, server_status

    url = ensure_server()
    assert knock(Door.PREFECT, url) is Answer.REFUSED
    assert status(f"{url}/admin/version") == 401
    own = server_status()
    assert own is not None
    assert status(f"{url}/admin/version", "Basic " + base64.b64encode(own.secret.encode()).decode()) == 200
