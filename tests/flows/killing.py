"""Forks writers into a store and kills them: ``python -m tests.flows.killing URL WRITERS KILLS SEED LONGEST_S``.

Forked, because starting a Python for each of a thousand would take longer than all the rest. Prints what the writers
said: ``<key> <who was first>`` for every commit, and ``killed`` for every one that was caught alive.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from typing import NoReturn

from flows.keys import key
from flows.once import once
from flows.store import Store
from tests.flows.writers import a_record, put


def write(url: str, seed: int, tell: int) -> NoReturn:
    """Commits the same 300 keys as all others, each time with a content of its own, until it is killed."""
    store, chance = Store(url), random.Random(seed)
    while True:
        n, mine = chance.randrange(300), f"{seed}-{chance.randrange(1 << 30)}"
        k = key("kill", {"n": n})

        def make(_: object, k: str = k, n: int = n, mine: str = mine) -> None:
            digest = put(store, (mine * 10).encode() * (n + 1))
            there = store.commit(k, a_record(k, digest, value=mine))
            os.write(tell, f"{k} {there.value['text']}\n".encode())

        if chance.random() < 0.5:
            once(store, [k], make, lease_s=5.0)
        else:
            make(())


def main() -> None:
    """Keeps writers at work until so many were killed."""
    url, writers, kills, seed = sys.argv[1], *map(int, sys.argv[2:5])
    longest_s = float(sys.argv[5])
    if url.startswith("s3://"):
        import flows.s3_shelf  # noqa: F401 - once, before the forks
    chance = random.Random(seed)
    alive: dict[int, tuple[float, int]] = {}
    begun = killed = 0
    while killed < kills:
        while len(alive) < min(writers, kills - killed):
            begun += 1
            read, tell = os.pipe()
            pid = os.fork()
            if pid == 0:
                os.close(read)
                signal.alarm(120)
                write(url, seed * 1000 + begun, tell)
            os.close(tell)
            alive[pid] = (time.monotonic() + chance.uniform(0, longest_s), read)
        pid = min(alive, key=lambda pid: alive[pid][0])
        when, read = alive.pop(pid)
        time.sleep(max(0.0, when - time.monotonic()))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        with os.fdopen(read, "rb") as said:
            for line in said.read().splitlines(keepends=True):
                if line.endswith(b"\n"):
                    print(line.decode(), end="")
        if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
            sys.exit(f"a writer ended by itself: {status}")
        killed += 1
        print("killed")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
