"""Results to be stored, and processes that store them until they are killed."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from flows.keys import key
from flows.store import Made, Record, Store

MADE = Made(
    engine="speech/fake", version="1", licence="MIT", inputs={"text": "Jamm"}, who="me", when="2026", seconds=0.1
)


def a_key(text: str) -> str:
    return key("test", {"text": text})


def a_record(k: str, *objects: str, value: str = "v") -> Record:
    return Record(key=k, stage="test", value={"text": value, "n": [1, 2]}, objects=objects, made=MADE)


def put(store: Store, content: bytes) -> str:
    with store.scratch() as folder:
        (folder / "f").write_bytes(content)
        return store.put_file(folder / "f", media_type="application/octet-stream").digest


def files(store: Store) -> list[Path]:
    return sorted(p for p in Path(store.root).rglob("*") if p.is_file() and p.name != "lock")


WRITER = """
import random, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from flows.keys import key
from flows.store import Made, Record, Store

store, chance = Store(sys.argv[1]), random.Random(int(sys.argv[2]))
made = Made(engine="e", version="1", licence="MIT", inputs={}, who="w", when="now", seconds=0.0)
print("ready", flush=True)
while True:
    n = chance.randrange(300)
    k = key("kill", {"n": n})
    with store.scratch() as folder:
        (folder / "f").write_bytes(bytes([n % 256]) * (n * 500))
        digest = store.put_file(folder / "f", media_type="x").digest
    store.commit(k, Record(key=k, stage="kill", value={"n": n}, objects=(digest,), made=made))
    print(k, flush=True)
"""


def kill_writers(store: Store, writers: int, rounds: int, seed: int) -> None:
    """Kills writing processes at random moments; all that they said was committed must be there and verify."""
    chance = random.Random(seed)
    root = str(Path(__file__).parents[2])
    committed: set[str] = set()
    for _ in range(rounds):
        running = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, store.url, str(chance.randrange(1 << 30)), root],
                stdout=subprocess.PIPE,
            )
            for _ in range(writers)
        ]
        for process in running:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
        for process in running:
            time.sleep(chance.uniform(0, 0.15))
            process.send_signal(signal.SIGKILL)
        for process in running:
            said = process.communicate()[0].decode()
            committed |= {line for line in said.splitlines() if len(line) == 64}
    assert committed, "they were killed before they wrote anything"
    assert store.fsck() == (), f"seed {seed}"
    assert not (Path(store.root) / "damaged").exists()
    found = store.find_many(key("kill", {"n": n}) for n in range(300))
    assert committed <= set(found), f"seed {seed}: a commit was lost"
    for k in found:
        assert store.verify(k) == ()
    store.sweep()
    assert list((Path(store.root) / "scratch").iterdir()) == [], f"seed {seed}"
