"""Results to be stored, and processes that store them until they are killed."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from flows.claims import TORN_S
from flows.keys import key
from flows.store import Made, Record, Store
from tests.stories import ROOT

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Kills:
    """What became of writers that were killed."""

    killed: int
    commits: int
    """That killed writers lived to tell of."""
    keys: int
    contested: int
    """Keys of which several writers said who was first."""


def kill_writers(store: Store, writers: int, kills: int, seed: int, longest_s: float = 0.15) -> Kills:
    """Kills writing processes at random moments, some always at work at once, and checks what all of them said.

    Every key has one result, the same for all who ever committed it; nothing that was said to be committed is lost;
    nothing is torn, and nothing is left of the killed after a sweep.
    """
    program = [sys.executable, "-m", "tests.flows.killing", store.url, *map(str, (writers, kills, seed, longest_s))]
    ran = subprocess.run(program, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    said: defaultdict[str, list[str]] = defaultdict(list)
    killed = 0
    for line in ran.stdout.splitlines():
        words = line.split()
        if len(words) == 2:
            said[words[0]].append(words[1])
        killed += words == ["killed"]
    assert killed == kills, f"only {killed} writers were caught alive (seed {seed})"
    assert said, "they were killed before they wrote anything"
    for k, heard in said.items():
        assert len(set(heard)) == 1, f"seed {seed}: {k} was committed first by {set(heard)}"
    assert store.fsck() == (), f"seed {seed}"
    assert list(store.shelf.places("damaged")) == [], f"seed {seed}: something was torn"
    found = store.find_many(key("kill", {"n": n}) for n in range(300))
    for k, heard in said.items():
        assert k in found, f"seed {seed}: a commit was lost"
        assert found[k].value["text"] == heard[0], f"seed {seed}: a result was changed"
    for k in list(found)[:: 1 if "://" not in store.url else 10]:
        assert store.verify(k) == ()
    time.sleep(TORN_S)  # one that was killed last may have been writing a claim
    store.sweep()
    left = [*store.shelf.places("scratch"), *(x for x in store.shelf.places("claims") if "://" not in store.url)]
    assert left == [], f"seed {seed}"
    return Kills(
        killed=killed,
        commits=sum(map(len, said.values())),
        keys=len(found),
        contested=sum(len(heard) > 1 for heard in said.values()),
    )
