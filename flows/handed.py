"""Settings that go along with a run's work to other processes and machines: what its log and its money need.

A Ray gives a task the environment of the node's own start, not of whoever sends the task; these are handed on by name.
"""

from __future__ import annotations

import os
import uuid

from flows.logs import work_id

RUN, WORK = "VERNACAST_RUN", "VERNACAST_WORK"
LOG, LOG_TEXT = "VERNACAST_LOG", "VERNACAST_LOG_TEXT"
RATES = "VERNACAST_RATES_AT_WORK"
"""The run's rates as JSON (``flows.prices``)."""
PARCEL = "VERNACAST_PARCEL"
"""``<run> <store>`` of the work that a process of a cluster works on (``flows.parcel``); its job brings it."""
HANDED = (RUN, WORK, LOG, LOG_TEXT, RATES)


def name_run(work: str) -> None:
    """Gives this process's run an id, where it has none, and the work it is about, by an id without its name."""
    parcel = os.environ.get(PARCEL, "")
    os.environ.setdefault(RUN, parcel[:12] or uuid.uuid4().hex[:12])
    os.environ[WORK] = work_id(work)


def handed() -> dict[str, str]:
    """For the tasks of this process."""
    return {name: value for name in HANDED if (value := os.environ.get(name))}


def handed_to_cluster() -> dict[str, str]:
    """For a run elsewhere. A log's path is of this machine and stays here: machines there have a log of their own, or
    with ``VERNACAST_LOG=-`` that of their Ray."""
    return {name: value for name, value in handed().items() if name not in (LOG, WORK) or value == "-"}
