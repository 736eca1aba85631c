"""Does the simulator say how long a run takes? Real runs on this machine, beside what was predicted before each.

    python -m tests.bench.calibration FOLDER [local] [ray] [--taught]   # on an otherwise quiet machine
    python -m tests.bench.calibration FOLDER --overhead                 # what a compute adds to a chunk

Every run is made from nothing (an empty store) by the embedded engines. It is predicted by the shipped figures, or with
``--taught`` by what a lesson of another story taught as well; never by what it taught itself. Where other programs work
beside, the threads of theirs that wanted a core meanwhile are counted and told to the simulator (second prediction).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.prices import SMALL, Job, prepare
from tests.stories import environment

WANTED = 0.15
EACH_S = 0.5
JOBS = (
    Job(what="60 lines, five languages", story="c", to="ca,an,eo,ast,gl", lines=60, scenes=5),
    Job(what="60 lines, source alone, small picture", story="j", to="es", lines=60, scenes=6, size=SMALL),
    Job(
        what="30 lines, eight languages, small picture",
        story="d",
        to="ca,an,eo,ast,gl,fr,oc,pt",
        lines=30,
        scenes=3,
        size=SMALL,
    ),
    Job(what="16 scenes, two languages", story="l", to="es,ca", lines=32, scenes=16),
)
LESSON = Job(what="lesson", story="Q", to="es,ca,gl,fr", lines=20, scenes=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One run."""

    job: Job
    compute: str
    predicted_s: float
    beside_s: float
    """Predicted with the company that there was."""
    wall_s: float
    others: float
    """Threads of other programs that wanted a core, on average."""

    def off(self, predicted_s: float) -> float:
        """The error as a part of the truth."""
        return predicted_s / self.wall_s - 1


class Company:
    """Counts the threads of other programs that want a core, while a run lasts."""

    def __init__(self, mark: str) -> None:
        """``mark`` stands in the environment of all that belongs to the run."""
        self._mark = mark.encode()
        self._mine: dict[str, bool] = {str(os.getpid()): True}
        self._counts: list[int] = []
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Company:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def others(self) -> float:
        """The average."""
        return sum(self._counts) / max(1, len(self._counts))

    def _watch(self) -> None:
        while not self._end.wait(EACH_S):
            self._counts.append(sum(1 for _ in self._running()))

    def _running(self) -> Iterator[str]:
        for place in Path("/proc").glob("[0-9]*/task/*/stat"):
            try:
                if place.read_text(errors="replace").rpartition(")")[2].split()[0] == "R" and not self._is_mine(
                    place.parts[2]
                ):
                    yield place.parts[2]
            except (OSError, IndexError):
                continue

    def _is_mine(self, pid: str) -> bool:
        if pid not in self._mine:
            mine = self._mark in Path(f"/proc/{pid}/environ").read_bytes()
            parent = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()[1]
            self._mine[pid] = mine or (parent not in ("0", "1") and self._is_mine(parent))
        return self._mine[pid]


def run(home: Path, job: Job, compute: str) -> Told:
    """Predicts a run, does it, and lays both side by side."""
    place = home / f"story-{job.story}"
    shutil.rmtree(place, ignore_errors=True)
    shutil.rmtree(home / "store", ignore_errors=True)
    place.mkdir(parents=True)
    prepare(place, job)
    settings = {**environment(home), "VERNACAST_STATE": str(home / "state")}
    words = [f"{job.story}.es.md", "--to", job.to, "--size", job.size, "--seed", str(ord(job.story))]
    cores = str(os.cpu_count())

    def predicted(others: float) -> float:
        how = ("simulate", *words, "--workers", cores, "--compute", compute, "--others", str(others), "--json")
        told = _vernacast(place, {**settings, "VERNACAST_STATE": str(home / "before")}, *how)
        return json.loads(told)["rows"][0]["wall_s"]

    before = home / "before"
    before.mkdir(exist_ok=True)
    if (book := home / "state" / "costs.json").exists() and not (before / "costs.json").exists():
        shutil.copy(book, before / "costs.json")  # what the lesson taught; not what these runs teach
    quiet = predicted(0.0)
    with Company(str(home)) as company:
        begun = time.perf_counter()
        _vernacast(place, settings, "make", *words, "--compute", compute, "--json")
        wall = time.perf_counter() - begun
    others = company.others()
    return Told(job=job, compute=compute, predicted_s=quiet, beside_s=predicted(others), wall_s=wall, others=others)


def _vernacast(place: Path, settings: dict[str, str], *words: str) -> bytes:
    program = [sys.executable, "-m", "flows.cli", *words]
    made = subprocess.run(program, cwd=place, env=settings, capture_output=True, check=False)
    if made.returncode:
        raise SystemExit(f"{' '.join(words)}: {made.returncode}\n{made.stderr.decode()[-2000:]}")
    return made.stdout


HEAD = (
    "| run | compute | predicted s | took s | error | others at work | predicted beside them s | error |\n"
    "|---|---|---|---|---|---|---|---|"
)


def row(told: Told) -> str:
    """One row of the table."""
    quiet, beside = told.off(told.predicted_s), told.off(told.beside_s)
    return (
        f"| {told.job.what} | {told.compute} | {told.predicted_s:.1f} | {told.wall_s:.1f} | {quiet:+.0%} | "
        f"{told.others:.1f} | {told.beside_s:.1f} | {beside:+.0%} |"
    )


def overhead(home: Path, chunks: int = 100) -> None:
    """Prints what chunks without any work cost: by threads, and through Prefect's Ray runner on a Ray of their own."""
    from flows.server import client_environment, ensure_server, server_status, stop_server

    os.environ["VERNACAST_STATE"] = str(home / "state")
    os.environ.update(client_environment(ensure_server()))
    from prefect import flow, task
    from prefect.cache_policies import NO_CACHE

    from flows.compute import get_compute
    from flows.meter import process_cpu_s

    def nothing(given: bytes) -> tuple[int, float]:
        del given
        return os.getpid(), time.process_time()

    idle = task(name="nothing", cache_policy=NO_CACHE, persist_result=False)(nothing)
    state = server_status()
    assert state is not None
    for name in ("local", "ray"):
        begun = time.perf_counter()
        with get_compute(name).runner() as runner:
            up = time.perf_counter() - begun
            seen: dict[int, list[float]] = {}

            def work(seen: dict[int, list[float]] = seen) -> None:
                for future in [idle.submit(b"x" * 3000) for _ in range(chunks)]:
                    pid, used = future.result()
                    seen.setdefault(pid, []).append(used)

            run = flow(task_runner=runner, persist_result=False, validate_parameters=False)(work)
            server, own, wall = process_cpu_s(state.pid), time.process_time(), time.perf_counter()
            run()
            own, wall = time.process_time() - own, time.perf_counter() - wall
            time.sleep(5)  # what the server has still to write down
            server = process_cpu_s(state.pid) - server
        carriers = {pid: sorted(used) for pid, used in seen.items() if pid != os.getpid() and len(used) > 2}
        each = [1000 * (used[-1] - used[1]) / (len(used) - 2) for used in carriers.values()]
        first = ", ".join(f"{used[0]:.1f}" for used in carriers.values())
        told = f"; a carrier {sum(each) / len(each):.0f} ms, and {first} s before its first" if each else ""
        print(
            f"{name}: begun in {up:.1f} s; a chunk {1000 * wall / chunks:.0f} ms of time, "
            f"{1000 * own / chunks:.0f} ms of the run, {1000 * server / chunks:.0f} ms of the server{told}."
        )
    stop_server()


def main() -> None:
    """Calibrates."""
    home = Path(sys.argv[1]).resolve()
    home.mkdir(parents=True, exist_ok=True)
    if "--overhead" in sys.argv:
        overhead(home)
        return
    computes = [w for w in sys.argv[2:] if w in ("local", "ray")] or ["local", "ray"]
    only = [int(w) for w in sys.argv[2:] if w.isdecimal()]
    if "--taught" in sys.argv:
        shutil.rmtree(home / "state" / "costs.json", ignore_errors=True)
        print(row(run(home, LESSON, "local")), "(the lesson)", flush=True)
        shutil.rmtree(home / "before", ignore_errors=True)
    else:
        run(home, Job(what="server", story="z", to="es", lines=2, scenes=1, size=SMALL), "local")  # starts the server
        shutil.rmtree(home / "state" / "costs.json", ignore_errors=True)
    print(HEAD, flush=True)
    told: list[Told] = []
    for compute in computes:
        for number, job in enumerate(JOBS, start=1):
            if not only or number in only:
                told.append(run(home, job, compute))
                print(row(told[-1]), flush=True)
    worst = max((t.off(t.predicted_s) for t in told), key=abs)
    beside = max((t.off(t.beside_s) for t in told), key=abs)
    within = sum(abs(t.off(t.predicted_s)) <= WANTED for t in told)
    print(f"\n{within} of {len(told)} within {WANTED:.0%}; the worst {worst:+.0%}, with others counted {beside:+.0%}.")
    os.environ["VERNACAST_STATE"] = str(home / "state")
    from flows.server import stop_server

    stop_server()


if __name__ == "__main__":
    main()
