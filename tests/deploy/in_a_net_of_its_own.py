"""Starts deploy/bin's commands as plain processes and knocks; run by test_commands.py in a network of its own.

There nothing can be reached from elsewhere, whatever a program listens on, and every default port is free. Prints one
JSON object with what was seen.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
RAY, PREFECT = "http://127.0.0.1:8265", "http://127.0.0.1:4200/api"


def ask(url: str, header: tuple[str, str] | None = None, body: bytes | None = None) -> tuple[int, str]:
    """(status, text); status 0 while nobody answers."""
    request = urllib.request.Request(url, data=body, headers={"Content-Type": "application/json"})
    if header:
        request.add_header(*header)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def main() -> None:
    """``home`` is a folder with a short path; secrets lie in ``home/secrets``."""
    home = Path(sys.argv[1])
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    environment = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(home),
        "VERNACAST_SECRETS": str(home / "secrets"),
        "PREFECT_HOME": str(home / "prefect"),
        "OBJECT_STORE_BYTES": "100000000",
        "CPUS": "1",
    }
    seen: dict[str, object] = {}
    running: list[subprocess.Popen[bytes]] = []

    def start(name: str, **more: str) -> None:
        with (home / f"{name}.log").open("wb") as log:
            command = [str(ROOT / "deploy" / "bin" / name)]
            running.append(subprocess.Popen(command, env=environment | more, stdout=log, stderr=log, cwd=home))

    bare = environment | {"VERNACAST_SECRETS": str(home / "nothing")}
    for name in ("ray-head", "ray-worker", "prefect-server", "prefect-worker"):
        run = subprocess.run([str(ROOT / "deploy" / "bin" / name)], env=bare, capture_output=True, check=False)
        seen[f"{name} without secrets"] = run.returncode
    try:
        start("prefect-server")
        start("ray-head", NODE_IP="127.0.0.2", RAY_TEMP=str(home / "r"))
        token = ("Authorization", f"Bearer {(home / 'secrets' / 'ray_token').read_text()}")
        secret = (home / "secrets" / "prefect_auth").read_bytes()
        password = ("Authorization", f"Basic {base64.b64encode(secret).decode()}")
        deadline = time.monotonic() + 100
        while ask(f"{RAY}/api/version", token)[0] != 200 and time.monotonic() < deadline:
            time.sleep(0.3)
        ports = {"METRICS_PORT": "8081", "AGENT_PORT": "52366"}
        start("ray-worker", RAY_HEAD="127.0.0.2:6379", NODE_IP="127.0.0.3", **ports)
        seen["jobs without token"] = ask(f"{RAY}/api/jobs/")[0]
        seen["jobs with token"] = ask(f"{RAY}/api/jobs/", token)[0]
        while len(nodes := living(token)) < 2 and time.monotonic() < deadline:
            time.sleep(0.3)
        seen["nodes"] = nodes
        while ask(f"{PREFECT}/health")[0] != 200 and time.monotonic() < deadline:
            time.sleep(0.3)
        pools = f"{PREFECT}/work_pools/filter"
        seen["prefect health"] = ask(f"{PREFECT}/health")[0]
        seen["prefect without password"] = ask(f"{PREFECT}/admin/version")[0]
        seen["prefect with password"] = ask(f"{PREFECT}/admin/version", password)[0]
        seen["prefect forged"] = ask(pools, password, b"{}")[0]
    finally:
        for process in reversed(running):
            process.send_signal(signal.SIGTERM)
        for process in running:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    seen["logs"] = {p.stem: p.read_text(errors="replace")[-1500:] for p in home.glob("*.log")}
    os.write(1, json.dumps(seen).encode() + b"\n")


def living(token: tuple[str, str]) -> list[str]:
    """Addresses of the nodes that have joined."""
    status, text = ask(f"{RAY}/nodes?view=summary", token)
    if status != 200:
        return []
    nodes = json.loads(text)["data"]["summary"]
    alive = [n["raylet"] for n in nodes if n.get("raylet", {}).get("state") == "ALIVE"]
    return sorted(str(r.get("nodeManagerAddress")) for r in alive)


if __name__ == "__main__":
    main()
