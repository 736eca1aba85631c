"""The flow that deployments run: thin. It hands a run of the store to the cluster, or makes one script.

Its parameters are small plain values. Whoever may start runs may name a script only below the folder that the
*worker* names with ``VERNACAST_SCRIPTS`` (a tenant's lie in the folder of its name there); films go below
``VERNACAST_OUT``, and ``VERNACAST_COMPUTE`` says where the work is done (``local``, ``ray``, ``ray://…``). The child
process says what it has to say into ``make.log`` beside the films, never into Prefect's logs: it may quote the user's
text.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from prefect import flow
from prefect.states import Completed, Failed

from flows.deploy_file import NAME, is_inside, is_run_id
from flows.processes import python_command, python_path
from flows.urgency import RANKS, VARIABLE
from languages.errors import UsageError

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State

ENDING_S = 30.0
"""Time that a child gets to end after SIGTERM. Everything it has finished is in the store."""
OUTCOMES = {
    2: "it was given something it cannot take",
    4: "its input was refused",
    5: "a licence or a consent forbids it",
    7: "the machine lacks something",
    130: "it was interrupted",
}


@flow(name="make", persist_result=False)
def make(
    store: str = "",
    run: str = "",
    script: str = "",
    languages: str = "",
    use: str = "commercial",
    size: str = "1280x720",
    shape: str = "",
    tenant: str = "",
    priority: str = "batch",
) -> State[int]:
    """Makes the run ``run`` of a store, or the films of a script. Started again it continues.

    ``priority`` says for whom it is: the deployment's queue orders runs by it, and the desks of engines their work.

    Returns: Completed (``Incomplete`` where lines failed or wait for people), or Failed with the exit code's meaning.
    """
    if bool(run) == bool(script):
        raise UsageError("The run must have either `run` or `script`.", remedy="Give one of them as a parameter.")
    if tenant and not NAME.fullmatch(tenant):
        raise UsageError(f"{tenant!r} cannot be a tenant.", expected="1 to 31 of a-z, 0-9 and hyphens.")
    if priority not in RANKS:
        raise UsageError(f"The priority cannot be {priority!r}.", expected=" or ".join(RANKS))
    os.environ[VARIABLE] = priority  # this process makes one run
    compute = os.environ.get("VERNACAST_COMPUTE", "local")  # the worker's, as its folders are
    if run:
        if not is_run_id(run):
            raise UsageError(
                f"{run!r} is no id of a run.", remedy="Take it as `vernacast make --compute ray://…` printed it."
            )
        from flows.cluster_run import run_request

        return outcome(run_request(store, run, compute), f"runs/{run}/result.json in the store")
    wanted = [
        "--compute",
        compute,
        "--to",
        languages,
        "--use",
        use,
        "--size",
        size,
        *(["--shape", shape] if shape else []),
        *(["--store", store] if store else []),
    ]
    out = folder("VERNACAST_OUT", tenant)
    return outcome(make_script(script_path(script, tenant), out, wanted))


def outcome(code: int, words: str = "make.log") -> State[int]:
    """The state that an exit code of ours means; ``words`` is where to read what was said."""
    if code == 0:
        return Completed(message="Everything was made.", data=code)
    if code == 3:
        message = "Lines failed or wait for people: the report names them."
        return Completed(name="Incomplete", message=message, data=code)
    return Failed(message=f"Exit code {code}: {OUTCOMES.get(code, 'it failed')}. Its own words are in {words}.")


def folder(variable: str, tenant: str) -> Path:
    """The tenant's folder below the one that the worker's environment names.

    Raises:
        UsageError: the worker was started without it.
    """
    base = os.environ.get(variable, "")
    if not base:
        raise UsageError(f"The worker was started without {variable}.", remedy=f"Start it with {variable}=/a/folder.")
    return Path(base) / tenant


def script_path(script: str, tenant: str) -> Path:
    """The script's real path, links followed, below the worker's folder of scripts.

    Raises:
        UsageError: it is not there, or lies elsewhere.
    """
    base = folder("VERNACAST_SCRIPTS", tenant).resolve()
    path = (base / script).resolve()
    if not is_inside(script) or not path.is_relative_to(base) or not path.is_file():
        raise UsageError(f"There is no script {script!r} in {base}.", expected="A path below that folder.")
    return path


def make_script(script: Path, out: Path, wanted: list[str]) -> int:
    """The exit code of ``vernacast make`` in a process of its own, ended with this one."""
    out.mkdir(parents=True, exist_ok=True)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT__")}  # it is a run of its own
    environment["PYTHONPATH"] = python_path()
    command = python_command("flows.cli", "make", str(script), "--out", str(out), *wanted, "--json")
    log = os.open(out / "make.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        child = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    finally:
        os.close(log)
    try:
        return child.wait()
    finally:
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(ENDING_S)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
