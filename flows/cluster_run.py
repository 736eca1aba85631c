"""A run inside a cluster: ``python -m flows.cluster_run <run> <store>``, as a Ray job or by a Prefect worker.

It unpacks the parcel, runs ``vernacast make`` on it in a process of its own, and leaves the result in the store. A
``make`` that is killed is begun again: what was finished is kept, so that costs only what was in hand.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from contextlib import suppress

from flows.handed import PARCEL
from flows.parcel import OUT, clean_up, collect, place_of, read_parcel, unpack
from flows.processes import python_command, python_path
from flows.store import Store

JOB = "VERNACAST_JOB"
"""Setting that tells a run the id of the Ray job that it is."""
BEGINNINGS = 5
"""How often ``make`` is begun that a signal ends each time."""
SAID_BYTES = 4000


def run_request(store_url: str, run_id: str, compute: str = "local") -> int:
    """Makes a run of a store; the exit code of ``vernacast make``. Started again it continues.

    Raises:
        StoreDamaged: the store does not hold the whole parcel.
    """
    store = Store(store_url)
    script = unpack(store, run_id)
    where = ["--out", str(place_of(run_id) / OUT), "--store", store.url, "--compute", compute]
    command = python_command("flows.cli", "make", str(script), *read_parcel(store, run_id).words, *where)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT__")}  # it is a run of its own
    environment |= {"PYTHONPATH": python_path(), PARCEL: f"{run_id} {store.url}", "NO_COLOR": "1"}
    code, said = -1, b""
    for _ in range(BEGINNINGS):
        ends = _ends_with_us if os.environ.get(JOB) else None
        child = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=ends
        )
        try:
            assert child.stderr is not None
            said = b""
            for line in child.stderr:
                said = (said + line)[-SAID_BYTES:]
                with suppress(OSError):
                    os.write(2, line.replace(os.fsencode(f"{script.parent}/"), b""))  # whoever watches is elsewhere
            code = child.wait()
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
        if code >= 0:
            break
        print(f"make was ended by signal {-code}; it is begun again.", file=sys.stderr, flush=True)
    collect(store, run_id, code, said.decode(errors="replace"), os.environ.get(JOB, ""))
    clean_up(run_id)
    return code


def _ends_with_us() -> None:
    """So that a job that is killed leaves no run behind beside the next one's. Linux: prctl(2), PR_SET_PDEATHSIG."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(max(0, run_request(sys.argv[2], sys.argv[1], "cluster")))
