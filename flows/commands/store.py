"""``vernacast store status | fsck | gc``: what is in the store, whether it is right, removing what is not needed."""

from __future__ import annotations

import sys

import msgspec

from flows.commands.wish import talk
from flows.shelf import Disk
from flows.store import Store
from languages.errors import UsageError


def show_status(url: str, as_json: bool) -> int:
    """Prints what is in a store."""
    from flows.fsck import status

    found = status(_there(url))
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
        return 0
    print(f"{found.url}\n  {found.records:,} records, {found.objects:,} objects, {_bytes(found.size)}")
    for stage, many in found.stages.items():
        print(f"  {stage:<12} {many:>10,}")
    if found.damaged:
        print(f"  {found.damaged} things could not be read and lie under damaged/")
    return 0


def fsck(url: str, repair: bool, as_json: bool) -> int:
    """Reads everything; 0 where all is right or was set aside, 7 where something is wrong."""
    from flows.fsck import check

    wrong = 0
    for what in check(_there(url), repair):
        wrong += 1
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode({"wrong": what}) + b"\n")
        else:
            print(what)
    talk(
        f"{wrong} things are wrong"
        + (", and were set aside under damaged/: the next run makes them again." if wrong and repair else ".")
        if wrong
        else "Everything is right."
    )
    if wrong and not repair:
        talk("`vernacast store fsck --repair` sets aside what is wrong, so that the next run makes it again.")
    return 7 if wrong and not repair else 0


def gc(url: str, keep_days: float, wait_s: float, dry_run: bool, as_json: bool) -> int:
    """Removes what nothing needs.

    Raises:
        UsageError: a time to keep, or to wait, that is none.
        StoreBusy: another collection is at work.
    """
    if not 0 <= wait_s < 1e6:
        raise UsageError(f"--wait {wait_s} is no number of seconds.", expected="0 to 999999.")
    if not 0 <= keep_days < 1e6:
        raise UsageError(f"--keep-days {keep_days} is no number of days.", expected="0 to 999999.")
    from flows.gc import collect

    done = collect(_there(url), keep_days, dry_run, wait_s=wait_s)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(done) + b"\n")
        return 0
    verb = "Would remove" if dry_run else "Removed"
    print(f"{verb} {done.records:,} records and {done.objects:,} objects, {_bytes(done.size)}.")
    print(f"Kept {done.records_kept:,} records and {done.objects_kept:,} objects.")
    if done.swept:
        print(f"Swept {done.swept:,} things that ended processes left.")
    return 0


def _bytes(size: int) -> str:
    amount = float(size)
    for unit in ("bytes", "kB", "MB", "GB"):
        if amount < 1000:
            return f"{amount:,.0f} {unit}" if unit == "bytes" else f"{amount:,.1f} {unit}"
        amount /= 1000
    return f"{amount:,.1f} TB"


def _there(url: str) -> Store:
    """A store that somebody has begun.

    Raises:
        UsageError: there is no folder there.
    """
    store = Store(url)
    if isinstance(store.shelf, Disk) and not store.shelf.root.is_dir():
        raise UsageError(
            f"There is no store at {store.root}.",
            expected="A folder that `vernacast make` has used: its --store, or VERNACAST_STORE, or the user's own.",
        )
    return store
