"""A Ray cluster of a head and two nodes, started as an operator starts it, in a network and process space of its own.

Each node has a temporary folder that no other machine sees: all that they share is the store and Ray's own folder.
Only for programs that run in such a space (``in_a_cluster.py``): whatever is found there is ours to kill.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.chaos.faults import wait_for
from tests.chaos.victims import kill, processes
from tests.deploy.in_a_net_of_its_own import ask, living
from tests.stories import ROOT

HEAD, NODES = "127.0.0.2", ("127.0.0.3", "127.0.0.4")
ADDRESS = f"ray://{HEAD}:10001"
RAY = "http://127.0.0.1:8265"
START_S = 90.0
TOTAL = 10 << 30
"""Bytes of memory that Ray believes the machine to have, where it is made to believe."""
CGROUP = Path("/sys/fs/cgroup/memory")


class Cluster:
    """``deploy/bin/ray-head`` and ``deploy/bin/ray-worker`` as plain processes."""

    def __init__(self, home: Path, environment: dict[str, str]) -> None:
        """``home`` has a short path: Ray's sockets lie below it."""
        self.home = home
        self.environment = environment
        self._head: subprocess.Popen[bytes] | None = None
        self._nodes: dict[str, subprocess.Popen[bytes]] = {}
        self._times = 0

    def begin(self) -> None:
        """Starts the head and both nodes; returns when all have joined."""
        self._times += 1
        temp = str(self.home / f"r{self._times}")
        self._head = self._start("ray-head", NODE_IP=HEAD, RAY_TEMP=temp, CPUS="0")
        assert wait_for(lambda: ask(f"{RAY}/api/version", self._token())[0] == 200, START_S) is not None, self.said()
        for number in range(len(NODES)):  # one after the other: two that begin at once stand in each other's way
            self.begin_node(number)
            self.wait_for_all()

    def begin_node(self, number: int) -> None:
        """Starts a node; does not wait."""
        address = NODES[number]
        ports = {"METRICS_PORT": str(8081 + number), "AGENT_PORT": str(52366 + number)}
        self._nodes[address] = self._start("ray-worker", RAY_HEAD=f"{HEAD}:6379", NODE_IP=address, CPUS="1", **ports)

    def wait_for_all(self) -> None:
        """Until the head and all nodes that were begun are alive in the head's eyes; who failed to join tries again."""

        def joined() -> bool:
            for address, process in tuple(self._nodes.items()):
                if process.poll() is not None:
                    self.begin_node(NODES.index(address))
            return len(living(self._token())) == 1 + len(self._nodes)

        assert wait_for(joined, START_S, 0.3) is not None, self.said()

    def raylet_of(self, address: str) -> list[int]:
        """The raylet of a node."""
        return processes("raylet/raylet ", f"--node_ip_address={address} ")

    def end_node(self, number: int) -> None:
        """Sees to it that nothing of a node whose raylet was killed is left, as its machine would."""
        address = NODES[number]
        process = self._nodes.pop(address)
        process.kill()
        process.wait()
        for pid in processes(f"node-ip-address={address} "):
            kill(pid)

    def kill_head(self) -> None:
        """``kill -9`` of the head with all that runs on its machine; the nodes lose their head and end."""
        assert self._head is not None
        for pid in [*processes("gcs_server"), *self.raylet_of(HEAD), self._head.pid]:
            kill(pid)
        self._head.wait()
        self.end()

    def end(self) -> None:
        """Ends everything of Ray."""
        for process in [*self._nodes.values(), *([self._head] if self._head else [])]:
            process.kill()
            process.wait()
        self._nodes.clear()
        self._head = None
        assert wait_for(self._all_gone, 30) is not None

    def _all_gone(self) -> bool:
        left = [*processes("ray::"), *processes(str(self.home / "r")), *processes("ray/core/src")]
        left += [*processes("flows.cluster_run"), *processes("ray.util.client.server"), *processes("ray/dashboard")]
        for pid in left:
            kill(pid)
        return not left

    def said(self) -> str:
        """The ends of the logs of head and nodes, and of who begins the replicas of engines."""
        serve = self.home / f"r{self._times}" / "session_latest" / "logs" / "serve"
        logs = (*self.home.glob("ray-*.log"), *serve.glob("controller_*.log"))
        return "\n".join(f"{p.name}: {p.read_text(errors='replace')[-1500:]}" for p in logs)

    def _token(self) -> tuple[str, str]:
        return "Authorization", f"Bearer {(self.home / 'secrets' / 'ray_token').read_text()}"

    def _start(self, command: str, **more: str) -> subprocess.Popen[bytes]:
        words = [str(ROOT / "deploy" / "bin" / command)]
        if command == "ray-worker":  # a disk of its own for what a machine keeps to itself
            words = [
                "unshare",
                "--mount",
                "--",
                "sh",
                "-c",
                'mount -t tmpfs tmpfs "$TMPDIR" && exec "$1"',
                "sh",
                *words,
            ]
        with (self.home / f"{command}.log").open("ab") as log:
            return subprocess.Popen(
                words,
                env={**self.environment, **more},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.home,
            )


class Scarcity:
    """What Ray's memory monitor reads, in our hands: it is told that memory runs out.

    In a mount space of its own only. Source: Ray 2.60, ``src/ray/common/memory_monitor_utils.cc``, cgroup v1.
    """

    def __init__(self, home: Path) -> None:
        self.place = home / "memory"

    def possible(self) -> bool:
        """Lays our files over the kernel's; False where it keeps its memory elsewhere (cgroup v2)."""
        if not (CGROUP / "memory.limit_in_bytes").exists():
            return False
        self.place.mkdir()
        (self.place / "memory.limit_in_bytes").write_text(f"{TOTAL}\n")
        self.tell(0.1)
        return subprocess.run(["mount", "--bind", str(self.place), str(CGROUP)], check=False).returncode == 0

    def tell(self, share: float) -> None:
        """That so much of the memory is in use."""
        used = int(share * TOTAL)
        (self.place / "memory.usage_in_bytes").write_text(f"{used}\n")
        (self.place / "memory.stat").write_text(
            f"cache 0\nrss {used}\ninactive_file 0\ntotal_cache 0\ntotal_rss {used}\ntotal_inactive_file 0\n"
            "active_file 0\ntotal_active_file 0\n"
        )


def bare_environment(home: Path) -> dict[str, str]:
    """Of the cluster's machines: nothing of whoever runs the tests."""
    import sys

    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin:/usr/sbin:/sbin",
        "HOME": os.environ["HOME"],
        "TMPDIR": str(home / "t"),
        "VERNACAST_SECRETS": str(home / "secrets"),
        "VERNACAST_STATE": str(home / "state"),
        "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "1",
        "RAY_memory_monitor_refresh_ms": "100",
        "OBJECT_STORE_BYTES": "80000000",
    }
