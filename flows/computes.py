"""What the kinds of compute add to the work of a run, as it was measured: for ``flows.simulate``.

Measured with ``tests/bench/calibration.py --overhead`` on two cores of an AMD EPYC, 2026-11-26, Prefect 3.8.8: CPU
seconds, since other work on the machine makes wall times longer.
"""

from __future__ import annotations

from flows.bill import RAY_BEGINS_S, RAY_ENDS_S, RAY_PROCESS_S, RAY_SERVICE_S, RAY_TASK_S
from flows.compute import thread_window
from flows.serving import ASKS
from flows.simulate import Compute, Given
from flows.urgency import INTERACTIVE

SOURCE = "tests/bench/calibration.py --overhead: two cores of an AMD EPYC, Prefect 3.8.8, 2026-11-26"

THREAD = Given(run_s=0.004, server_s=0.017)
"""A chunk that a thread of the run does: 3.8 ms of the run, 11 to 23 ms of the server."""
TASK = Given(run_s=0.027, carrier_s=RAY_TASK_S, server_s=0.037)
"""A chunk that goes through Prefect's Ray runner: 27 ms of the run, 103 ms of the worker, 36 to 39 ms of the server."""
LOCAL = Compute(name="local", task=THREAD, window=thread_window)
RAY = Compute(
    name="ray",
    begin_s=RAY_BEGINS_S,
    end_s=RAY_ENDS_S,
    beside=0.25,
    task=TASK,
    ask=THREAD,
    services=True,
    asks=ASKS[INTERACTIVE],
    process_s=RAY_PROCESS_S,
    service_s=RAY_SERVICE_S,
)
"""A Ray of this run only: 6.5 s until it and Serve's controller are there, 2.6 s until they are gone, and what they and
their agents do meanwhile. Fitted to runs of 2 to 20 lines, none of which docs/scale.md compares."""
CLUSTER = Compute(
    name="cluster",
    begin_s=2.4,
    task=TASK,
    ask=THREAD,
    services=True,
    asks=ASKS[INTERACTIVE],
    process_s=RAY_PROCESS_S,
    service_s=RAY_SERVICE_S,
    server_here=False,
)
"""A Ray that is there already (connecting took 2.4 s), its Prefect server on a processor of its own."""
COMPUTES = {c.name: c for c in (LOCAL, RAY, CLUSTER)}
