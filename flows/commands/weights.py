"""``vernacast weights list | check | pin``: the register of checkpoints, and what of it lies on this machine."""

from __future__ import annotations

import sys
from typing import Any

import msgspec

from flows.files import refuse_os_error
from flows.intake import leftovers
from flows.processes import user
from languages.checkpoints import STAR, UNKNOWN, checkpoints, get_checkpoint
from languages.errors import UsageError, VernacastError
from languages.licences import Use, forbids, terms
from languages.weights import Found, State, installed, look, usable, verify, weights_root, write_pin


def list_all(as_json: bool) -> int:
    """Every row of the register, and every checkpoint of a family that is here."""
    here = {f.checkpoint.id: f for engine in _engines() for f in installed(engine)}
    rows = [_row(here.pop(name, None) or _absent(name)) for name in checkpoints()]
    rows += [_row(found) for _, found in sorted(here.items())]
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(rows) + b"\n")
        return 0
    print(f"Weights lie in {weights_root()}.")
    for row in rows:
        uses = ", ".join(row["uses"]) or "none"
        print(f"{row['id']:<34} {row['state']:<9} {row['licence']:<28} {row['ram_gb']:>5} GB  uses: {uses}")
        if row["state"] not in ("ready", "absent"):
            print(f"    {row['reason']}")
    for left in leftovers(weights_root()):
        print(f"{left} was left by an import that was cut off; the next import, fetch or conversion removes it.")
    return 0


def show(checkpoint_id: str, as_json: bool) -> int:
    """One row with all that is known of it."""
    checkpoint = checkpoints().get(checkpoint_id) or get_checkpoint(checkpoint_id)
    found = look(checkpoint_id) if STAR not in checkpoint_id else None
    if as_json:
        told = {
            "checkpoint": checkpoint,
            "state": found.state if found else "",
            "reason": found.reason if found else "",
        }
        sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")
        return 0
    own = found.checkpoint.licence if found else checkpoint.licence
    print(f"{checkpoint.id}: {checkpoint.repository or 'no repository'} at {checkpoint.revision}")
    print(f"  engines: {', '.join(checkpoint.engines)}")
    print(f"  licence: code {own.code}, weights {own.weights}, outputs {own.outputs} ({own.source})")
    print(f"  languages: {checkpoint.languages}")
    print(f"  memory: {checkpoint.ram_gb:g} GB, on a GPU {checkpoint.gpu_gb:g} GB; quality: {checkpoint.quality}")
    if found is not None:
        print(f"  here: {found.state.value}{': ' + found.reason if found.reason else ''} ({found.folder})")
    return 0


def check(ids: tuple[str, ...], as_json: bool) -> int:
    """Compares every byte with the pins; exit code 3 where something is wrong.

    Without ids, all that is here.
    """
    names = ids or tuple(dict.fromkeys(f.checkpoint.id for engine in _engines() for f in installed(engine)))
    results: list[dict[str, str]] = []
    for name in names:
        reason = ""
        try:
            usable(name)
            verify(look(name), always=True)
        except UsageError:
            raise
        except VernacastError as error:
            reason = str(error)
        results.append({"id": name, "reason": reason})
        if not as_json:
            print(f"{name}: {reason or 'every byte is as it was pinned'}")
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(results) + b"\n")
    elif not names:
        print(f"No weights are in {weights_root()}.")
    return 3 if any(r["reason"] for r in results) else 0


def pin(checkpoint_id: str, licence: str, source: str) -> int:
    """Accepts what lies in the folder; a licence can be told where the register does not know it.

    Raises:
        UsageError: the licence is known already, or is none that Vernacast knows, or nobody says where it was read.
        WeightsMissing, WeightsRefused: nothing is there, or a file is not what it should be.
        ResourceError: the folder cannot be written.
    """
    found = look(checkpoint_id)
    known = get_checkpoint(checkpoint_id).licence.weights
    if licence and known != UNKNOWN:
        raise UsageError(f"The register knows the licence of {checkpoint_id}: {known}.", remedy="Leave --licence out.")
    if licence and licence not in terms():
        raise UsageError(
            f"{licence!r} is no licence that Vernacast knows.",
            expected=f"One of {', '.join(sorted(terms()))}.",
            remedy="Under a licence that nobody has judged, a model counts as forbidden.",
        )
    if licence and not source:
        raise UsageError("--licence needs --source: where did you read it?", expected="A file or an address.")
    try:
        written = write_pin(found, who=user(), licence=(licence, source))
    except OSError as error:
        raise refuse_os_error(error, found.folder) from error
    size = sum(f.bytes for f in written.files.values())
    print(f"{checkpoint_id}: {len(written.files)} files, {size:,} bytes, pinned as they lie in {found.folder}.")
    return 0


def _engines() -> tuple[str, ...]:
    return tuple(dict.fromkeys(engine for c in checkpoints().values() for engine in c.engines))


def _absent(name: str) -> Found:
    if STAR not in name:
        return look(name)
    return Found(checkpoint=checkpoints()[name], folder=weights_root() / name, state=State.ABSENT)


def _row(found: Found) -> dict[str, Any]:
    own = found.checkpoint.licence
    parts = (own.code, own.weights, "none" if own.outputs == "free" else own.outputs)
    return {
        "id": found.checkpoint.id,
        "state": found.state.value,
        "repository": found.checkpoint.repository,
        "revision": found.checkpoint.revision,
        "licence": own.weights,
        "uses": [use.value for use in Use if not any(forbids(part, use) for part in parts)],
        "ram_gb": found.checkpoint.ram_gb,
        "bytes": found.bytes,
        "reason": found.reason,
    }
