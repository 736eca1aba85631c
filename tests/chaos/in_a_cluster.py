"""Kills parts of a cluster while it works: ``python -m tests.chaos.in_a_cluster HOME CALM``; see test_cluster_kills.py.

Runs in network, process and mount spaces of its own. Prints ``row`` and the row of the kill table in JSON, a line each.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from languages.owners import process_started
from tests.chaos import faults
from tests.chaos.cluster import ADDRESS, NODES, Cluster, Scarcity, bare_environment
from tests.chaos.conftest import ARGUMENTS
from tests.chaos.faults import RESUME_S, SEED, Count, Home, compare, kind, share, wait_for
from tests.chaos.victims import kill, processes, ray_workers, servers
from tests.stories import ROOT, write_story

MOST_S = max(90.0, RESUME_S)
HEAD_S = 1.5 * RESUME_S
"""Time in which work has to go on after a head is back, with all that it carried to be begun again: 13 to 15 s when
measured."""
ENDING_S = 30.0
"""Time that processes of a run get to end after it."""
SCARCE = 0.99
"""Share of the memory that Ray is told is in use."""
ROUNDS = (
    ("cluster: Ray worker", "cluster: replica", "cluster: sender"),
    ("cluster: make inside", "cluster: Prefect server", "cluster: job"),
    ("cluster: node", "cluster: out of memory", "cluster: head"),
)
"""What is struck within one run."""
REBORN = {
    "cluster: make inside": ("flows.cli make", "--compute cluster"),
    "cluster: job": ("-m flows.cluster_run",),
    "cluster: Prefect server": ("flows.server_process",),
}
"""Whose successor must be there before what comes next counts as its."""
COMMAND = (*ARGUMENTS, "--compute", ADDRESS)


class Trial:
    """One cluster, one home, and run after run."""

    def __init__(self, home: Path, calm: Home) -> None:
        self.home, self.calm = home, calm
        (home / "t").mkdir()
        (home / "w").mkdir()
        subprocess.run([str(ROOT / "deploy" / "make-secrets"), str(home / "secrets")], check=True, capture_output=True)
        token = (home / "secrets" / "ray_token").read_text()
        self.wild = Home(
            folder=home / "w",
            more={"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": token, "TMPDIR": str(home / "t")},
        )
        write_story(self.wild.folder)
        self.scarcity = Scarcity(home)
        self.can_be_scarce = self.scarcity.possible()
        self.cluster = Cluster(home, {**bare_environment(home), "VERNACAST_LOG": str(self.wild.log)})
        self.sender: subprocess.Popen[str] | None = None
        self.since = 0.0
        self.strikes: dict[str, Callable[[Count], bool]] = {
            "cluster: sender": self.strike_sender,
            "cluster: make inside": self.one_of(lambda: processes(*REBORN["cluster: make inside"])),
            "cluster: job": self.one_of(lambda: processes(*REBORN["cluster: job"])),
            "cluster: Ray worker": self.one_of(ray_workers),
            "cluster: replica": self.one_of(lambda: processes("ray::ServeReplica:vernacast")),
            "cluster: Prefect server": self.one_of(lambda: servers(home / "state")),
            "cluster: node": self.strike_node,
            "cluster: out of memory": self.strike_memory,
            "cluster: head": self.strike_head,
        }

    def send(self) -> subprocess.Popen[str]:
        """What a user types."""
        self.sender = self.wild.begin(*COMMAND)
        return self.sender

    def one_of(self, victims: Callable[[], list[int]]) -> Callable[[Count], bool]:
        """Kills one of them, when there is one."""

        def strike(count: Count) -> bool:
            assert self.sender is not None
            wait_for(lambda: victims() or self.sender.poll() is not None, MOST_S, 0.02)
            found = victims()
            return bool(found) and kill(count.chance.choice(found))

        return strike

    def strike_sender(self, _: Count) -> bool:
        """The user's machine is cut off; the same command is typed again."""
        assert self.sender is not None
        self.sender.kill()
        self.sender.wait()
        self.send()
        return True

    def strike_node(self, count: Count) -> bool:
        """A machine with all that runs on it is lost; another joins in its place."""
        number = count.chance.randrange(len(NODES))
        for pid in self.cluster.raylet_of(NODES[number]):
            kill(pid)
        self.cluster.end_node(number)
        self.cluster.begin_node(number)
        return True

    def strike_memory(self, _: Count) -> bool:
        """Ray's memory monitor is told that memory runs out, until it has killed somebody at work."""
        assert self.sender is not None
        busy = {pid: process_started(pid) for pid in (*ray_workers(), *processes("ray::ServeReplica:vernacast"))}
        if not busy:
            return False
        self.scarcity.tell(SCARCE)
        killed = wait_for(lambda: any(process_started(pid) != when for pid, when in busy.items()), 10, 0.02)
        self.scarcity.tell(0.1)
        return killed is not None

    def strike_head(self, _: Count) -> bool:
        """The head's machine is lost and with it the cluster; it is started anew, and the same command typed again."""
        assert self.sender is not None
        self.cluster.kill_head()
        code = self.sender.wait(MOST_S)
        assert code == 7, (code, self.wild.said())
        assert "run the same command again" in self.wild.said(), self.wild.said()
        print(f"the sender told of it after {time.monotonic() - self.since:.1f} s", file=sys.stderr, flush=True)
        self.cluster.begin()
        self.since = time.monotonic()  # how long an operator takes to start a head is not ours
        self.send()
        return True

    def round(self, counts: list[Count], names: tuple[str, ...]) -> None:
        """One run, struck by each kind that has not had enough; it must end well."""
        self.cluster.wait_for_all()
        self.send()
        for name, count in zip(names, counts, strict=True):
            if count.enough:
                continue
            goal = self.wild.results() + count.chance.randrange(1, 6)
            wait_for(lambda g=goal: self.wild.results() >= g or self._ended(), MOST_S, 0.02)
            if self._ended():
                break
            self.since = time.monotonic()
            if not self.strikes[name](count):
                continue
            if name in REBORN:
                wait_for(lambda n=name: processes(*REBORN[n]) or self._ended(), MOST_S, 0.02)
            before = self.wild.results()
            went_on = wait_for(lambda b=before: self.wild.results() > b or self._ended(), MOST_S, 0.02)
            assert went_on is not None, self.said()
            count.struck(time.monotonic() - self.since, HEAD_S if name == "cluster: head" else RESUME_S)
            print(f"{name}: {time.monotonic() - self.since:.1f} s", file=sys.stderr, flush=True)
        assert self.sender is not None
        assert self.sender.wait(MOST_S + 90) == 0, self.said()
        compare(self.wild, self.calm)
        gone = wait_for(lambda: not (processes("flows.cli make") or processes("flows.cluster_run")), ENDING_S)
        assert gone is not None, f"seed {SEED}: processes of the run are left"

    def said(self) -> str:
        """What sender and cluster said last."""
        return f"{self.wild.said()}\n{self.cluster.said()}"

    def _ended(self) -> bool:
        return self.sender is None or self.sender.poll() is not None

    def forget(self, count: Count) -> None:
        """So that the next run finds work to do: nothing of this one is left but some results."""
        self.wild.forget_some(count.chance, 0.9)
        for left in (self.home / "t").iterdir():
            shutil.rmtree(left, ignore_errors=True)
        shutil.rmtree(self.wild.folder / "out")

    def all_rounds(self, wanted: tuple[str, ...]) -> None:
        """Every round until its kinds have had enough."""
        for every in ROUNDS:
            names = tuple(n for n in every if n in faults.KINDS and any(w in n for w in wanted))
            names = tuple(n for n in names if n != "cluster: out of memory" or self.can_be_scarce)
            if not names:
                continue
            with ExitStack() as stack:
                counts = [stack.enter_context(kind(n)) for n in names]
                for _ in range(4 * max(map(share, names))):
                    self.round(counts, names)
                    self.forget(counts[0])
                    if all(c.enough for c in counts):
                        break
                assert all(c.enough for c in counts), f"not all were caught (seed {SEED})"


def main() -> None:
    """Everything named on the command line, or all."""
    home, calm = Path(sys.argv[1]), Home(folder=Path(sys.argv[2]))
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    trial = Trial(home, calm)
    trial.cluster.begin()
    try:
        trial.all_rounds(tuple(sys.argv[3:]) or ("cluster",))
    finally:
        for row in faults.table:
            print("row", json.dumps(dataclasses.asdict(row)), flush=True)
        trial.cluster.end()


if __name__ == "__main__":
    main()
