"""Finding what one edited line makes stale among 60,000 results: 500 lines, 30 languages, 4 stages."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from flows import lookup
from flows.keys import key
from flows.record import Made, Record
from flows.store import Store

LINES, LANGUAGES, STAGES = 500, 30, ("translate", "speak", "align", "listen")
VERSIONS = {"apertium": "3.9.12", "lttoolbox": "3.8.2", "apertium-spa-cat": "2.3.0"}
ENCODER = {"av": "18.1.0", "libavcodec": "62.11.100", "profile": "aac 96k"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Seconds for the same question, and what it answered."""

    ours_s: float
    """Keys made and looked up by notes and lists of names."""
    ours_cpu_s: float
    """The same in seconds of the processor, which other work on the machine adds less to."""
    keys_s: float
    """Of that, making the keys."""
    strict_s: float
    """The same with 60,000 strict finds (files warm)."""
    ledger_s: float
    """The same with a plain SQLite table of keys, which knows nothing of what is really there."""
    stale: int
    units: int

    def line(self) -> str:
        """All of it in one line."""
        return (
            f"stale: {self.stale} of {self.units:,} found in {self.ours_s:.2f} s ({self.ours_cpu_s:.2f} s of the "
            f"processor; making the keys {self.keys_s:.2f} s of it; wanted ≤ 0.5 s); asked one by one "
            f"{self.strict_s:.2f} s, a plain SQLite table {self.ledger_s:.2f} s"
        )


def texts(edited: bool) -> list[str]:
    """The lines of a story; one of them edited, or none."""
    lines = [f"Line {n} of the story tells how the spider spun a thread across river {n}." for n in range(LINES)]
    if edited:
        lines[LINES // 2] += " Again."
    return lines


def keys_of(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(stage, key) of all units, from parts as the stages of the flow give them."""
    for line in lines:
        for n in range(LANGUAGES):
            tag = f"x-{n:02}"
            draft = {"engine": "translation/apertium", "version": "2", "route": f"spa-{tag}", "versions": VERSIONS}
            yield "translate", key("translate", {**draft, "keep": [], "text": line})
            said = {"engine": "speech/espeak", "version": "4", "voice": f"{tag}+f2", "versions": VERSIONS}
            yield "speak", key("speak", {**said, "language": tag, "text": f"{tag} {line}", "encoder": ENCODER})
            heard = {"engine": "speech/align", "version": "1", "ear": "mms", "versions": VERSIONS, "sound": tag + line}
            yield "align", key("listen", {**heard, "text": line})
            yield "listen", key("listen", {**heard, "engine": "speech/whisper", "text": ""})


def fill(store: Store) -> None:
    """Commits all units of the unedited story; without waiting for the disk each time, which is not measured here."""
    made = Made(
        engine="speech/espeak", version="4", licence="GPL-3.0", inputs=VERSIONS, who="me", when="2026", seconds=0.1
    )
    with mock.patch.object(os, "fsync", return_value=None):
        for stage, k in keys_of(texts(edited=False)):
            objects: tuple[str, ...] = ()
            if stage == "speak":
                objects = tuple(hashlib.sha256(f"{k}{n}".encode()).hexdigest() for n in range(2))
                for digest in objects:
                    store._shelf.put_bytes(f"objects/{digest[:2]}/{digest}", b"sound", first=False)
            words = [] if stage == "translate" else [[n, "word", n * 100] for n in range(10)]
            value: dict[str, object] = {"text": f"Linha {k[:40]} de la istòria.", "state": "machine", "words": words}
            store.commit(k, Record(key=k, stage=stage, value=value, objects=objects, made=made))


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """(seconds, how many were found)"""
    begun = time.perf_counter()
    found = work()
    return time.perf_counter() - begun, found


def find_stale(folder: Path, repeat: int = 3) -> Found:
    """Fills a store in a folder and asks; the best of some repetitions, the three ways in turn."""
    with mock.patch.dict(os.environ, {"XDG_CACHE_HOME": str(folder / "cache")}):
        return _find_stale(folder, repeat)


def _find_stale(folder: Path, repeat: int) -> Found:
    store = Store(str(folder / "store"))
    if not os.path.exists(store.root):
        fill(store)
    store.find_many(k for _, k in keys_of(texts(edited=False)))  # the run before this one has noted them
    ledger = sqlite3.connect(folder / "ledger.sqlite")
    ledger.execute("CREATE TABLE done (key TEXT PRIMARY KEY)")
    ledger.executemany("INSERT INTO done VALUES (?)", ((k,) for _, k in keys_of(texts(edited=False))))
    ledger.commit()

    def in_ledger() -> int:
        ask = "SELECT 1 FROM done WHERE key = ?"
        return sum(ledger.execute(ask, (k,)).fetchone() is not None for _, k in keys_of(texts(edited=True)))

    def ours() -> int:
        """As a plan does: what was drafted is read, whether the rest is there is asked."""
        units = list(keys_of(texts(edited=True)))
        fresh = Store(store.url)
        drafts = fresh.find_many(k for stage, k in units if stage == "translate")
        assert all(record.value["text"] for record in drafts.values())
        return len(drafts) + len(fresh.find_many(k for stage, k in units if stage != "translate"))

    def strictly() -> int:
        with mock.patch.object(lookup, "FEW", 1 << 60):
            return ours()

    times: list[tuple[float, ...]] = []
    units = LINES * LANGUAGES * len(STAGES)
    counted: set[int] = set()
    for _ in range(repeat):
        keyed, _ = timed(lambda: len(list(keys_of(texts(edited=True)))))
        used = time.process_time()
        quick, a = timed(ours)
        used = time.process_time() - used
        strict, b = timed(strictly)
        plain, c = timed(in_ledger)
        counted |= {a, b, c}
        times.append((quick, used, keyed, strict, plain))
    ledger.close()
    (found,) = counted
    quick, used, keyed, strict, plain = (min(column) for column in zip(*times, strict=True))
    return Found(
        ours_s=quick,
        ours_cpu_s=used,
        keys_s=keyed,
        strict_s=strict,
        ledger_s=plain,
        stale=units - found,
        units=units,
    )


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        print(find_stale(Path(sys.argv[1] if len(sys.argv) > 1 else name)).line())
