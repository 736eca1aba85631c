"""Reads ``deploy.toml``: who may run how much at once, and which works are made again on a schedule.

Strict: an unknown key, a wrong kind of value or a limit that cannot be kept is refused, with its field and line.
``deploy/deploy.example.toml`` shows every key. Nothing here imports Prefect.
"""

from __future__ import annotations

import re
import tomllib
import zoneinfo
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast

from flows.commands.wish import Wish, recipe_of
from languages.errors import InputRefused, UsageError

if TYPE_CHECKING:
    from flows.recipe import Recipe

NAME = re.compile(r"[a-z0-9]([a-z0-9-]{0,29}[a-z0-9])?")
RESERVED = frozenset(("default", "interactive", "batch"))
PRIORITIES = ("interactive", "batch")
LARGEST_BYTES = 1 << 20
MOST = 10_000
"""Runs at once beyond which a limit is surely a slip of the pen."""
_CRON = (("minute", 0, 59), ("hour", 0, 23), ("day", 1, 31), ("month", 1, 12), ("weekday", 0, 7))
_PART = re.compile(r"(?:\*|(\d+)(?:-(\d+))?)(?:/(\d+))?")

Table = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many runs may be under way at once."""

    interactive: int
    batch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """An institution or group with queues of its own."""

    name: str
    limits: Limits
    store: str = ""
    """Where its results are remembered; empty = the store of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledWork:
    """One script that is made again and again."""

    name: str
    tenant: str
    """Empty for the operator's own."""
    priority: str
    """``interactive`` or ``batch``."""
    script: str
    """Path below the worker's folder of scripts (and there below the tenant's); empty where a parcel is named."""
    parcel: str
    """Id of a run whose files lie in the store."""
    languages: tuple[str, ...]
    use: str
    size: str
    shape: str
    """Shapes as on the command line; empty = the size alone."""
    cron: str
    timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deploy:
    """What ``deploy.toml`` says."""

    store: str
    limit: int
    """Runs at once, of everybody together."""
    limits: Limits
    """Of the queues of those who are no tenant."""
    tenants: tuple[Tenant, ...]
    works: tuple[ScheduledWork, ...]
    warnings: tuple[str, ...] = ()


def read_deploy(path: Path) -> Deploy:
    """The deployment that a file describes.

    Raises:
        InputRefused: the file cannot be read or says something that cannot be done; names field and line.
    """
    try:
        raw = path.read_bytes()
        if len(raw) > LARGEST_BYTES:
            raise InputRefused(f"It has {len(raw)} bytes.", path=str(path), expected=f"At most {LARGEST_BYTES}.")
        text = raw.decode("utf-8")
        document = cast(Table, tomllib.loads(text))
    except OSError as error:
        raise InputRefused(
            f"It cannot be read: {error.strerror}.",
            path=str(path),
            remedy="Copy deploy/deploy.example.toml to deploy.toml and edit it.",
        ) from error
    except UnicodeDecodeError as error:
        raise InputRefused("It is not UTF-8.", path=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        raise InputRefused(
            f"It is not TOML: {error}.", path=str(path), line=int(found[1]) if found else None
        ) from error
    return _Reader(path=str(path), text=text).deploy(document)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    path: str
    text: str

    def deploy(self, document: Table) -> Deploy:
        self.known(document, "", ("store", "pool", "tenants", "works"))
        pool = self.table(document, "pool", "")
        self.known(pool, "pool", ("limit", "interactive", "batch", "oversubscribed"))
        limit = self.count(pool, "limit", "pool", None)
        store = self.url(document, "store", "", "")
        tables = self.table(document, "tenants", "")
        tenants = tuple(self.tenant(name, self.table(tables, name, "tenants")) for name in tables)
        left = limit - 1 - sum(t.limits.batch for t in tenants)
        limits = Limits(
            interactive=self.count(pool, "interactive", "pool", limit),
            batch=self.count(pool, "batch", "pool", max(1, left)),
        )
        listed = document.get("works", [])
        if not isinstance(listed, list) or not all(isinstance(w, dict) for w in cast("list[object]", listed)):
            raise self.refuse("works", "it is not a list of tables", "Write each work as [[works]].")
        works = tuple(self.work(i, cast(Table, w), tenants) for i, w in enumerate(cast("list[object]", listed)))
        names = [w.name for w in works]
        for i, work in enumerate(works):
            if names.index(work.name) != i:
                raise self.refuse(f"works[{i}].name", f"{work.name!r} names two works", "Each name stands once.")
        return Deploy(
            store=store,
            limit=limit,
            limits=limits,
            tenants=tenants,
            works=works,
            warnings=self.shares(limit, limits, tenants, self.flag(pool, "oversubscribed", "pool")),
        )

    def tenant(self, name: str, table: Table) -> Tenant:
        field = f"tenants.{name}"
        if not NAME.fullmatch(name) or name in RESERVED or name.endswith(("-interactive", "-batch")):
            raise self.refuse(
                field,
                f"{name!r} cannot name a tenant",
                "1 to 31 of a-z, 0-9 and hyphens; not default, interactive, batch, nor ending in -interactive, -batch.",
            )
        self.known(table, field, ("interactive", "batch", "store"))
        limits = Limits(
            interactive=self.count(table, "interactive", field, 1), batch=self.count(table, "batch", field, 1)
        )
        return Tenant(name=name, limits=limits, store=self.url(table, "store", field, ""))

    def work(self, index: int, table: Table, tenants: tuple[Tenant, ...]) -> ScheduledWork:
        field = f"works[{index}]"
        keys = ("name", "tenant", "priority", "script", "parcel", "to", "use", "size", "shape", "cron", "timezone")
        self.known(table, field, keys)
        name = self.word(table, "name", field, None)
        if not NAME.fullmatch(name):
            raise self.refuse(f"{field}.name", f"{name!r} cannot name a work", "1 to 31 of a-z, 0-9 and hyphens.")
        tenant = self.word(table, "tenant", field, "")
        if tenant and tenant not in {t.name for t in tenants}:
            known = ", ".join(t.name for t in tenants) or "none"
            raise self.refuse(f"{field}.tenant", f"{tenant!r} is no tenant", f"Tenants of this file: {known}.")
        priority = self.word(table, "priority", field, "batch")
        if priority not in PRIORITIES:
            raise self.refuse(f"{field}.priority", f"{priority!r} is not known", "It is interactive or batch.")
        script, parcel = self.word(table, "script", field, ""), self.word(table, "parcel", field, "")
        if bool(script) == bool(parcel):
            raise self.refuse(field, "it must have either script or parcel", "script = a path, parcel = a run's id.")
        if script and not is_inside(script):
            raise self.refuse(
                f"{field}.script", f"{script!r} leaves the folder of scripts", "A relative path without `..`."
            )
        if parcel and not is_run_id(parcel):
            raise self.refuse(
                f"{field}.parcel",
                f"{parcel!r} is no id of a run",
                "The 64 digits that `vernacast make --compute ray://…` printed.",
            )
        languages, use, size, shape = self.wish(table, field, script) if script else self.sent(table, field)
        return ScheduledWork(
            name=name,
            tenant=tenant,
            priority=priority,
            script=script,
            parcel=parcel,
            languages=languages,
            use=use,
            size=size,
            shape=shape,
            cron=self.cron(table, field),
            timezone=self.timezone(table, field),
        )

    def wish(self, table: Table, field: str, script: str) -> tuple[tuple[str, ...], str, str, str]:
        """(languages, use, size, shape) of a script's work."""
        to = table.get("to")
        if not isinstance(to, list) or not to or not all(isinstance(t, str) for t in cast("list[object]", to)):
            raise self.refuse(f"{field}.to", "it names no languages", 'Write to = ["ca", "an"].')
        use = self.word(table, "use", field, "commercial")
        size = self.word(table, "size", field, "1280x720")
        shape = self.word(table, "shape", field, "")
        try:
            return wish_of(script, tuple(cast("list[str]", to)), use, size, shape).targets, use, size, shape
        except UsageError as error:
            raise self.refuse(field, str(error), "") from error

    def sent(self, table: Table, field: str) -> tuple[tuple[str, ...], str, str, str]:
        """Nothing: a run was sent with them."""
        for name in ("to", "use", "size", "shape"):
            if name in table:
                raise self.refuse(
                    f"{field}.{name}",
                    "a run is made as it was sent",
                    "Leave it out, or send the work anew and name that run.",
                )
        return (), "", "", ""

    def cron(self, table: Table, field: str) -> str:
        text = self.word(table, "cron", field, None)
        parts = text.split()
        if len(parts) != len(_CRON):
            raise self.refuse(
                f"{field}.cron", f"{text!r} has {len(parts)} parts", "Five: minute hour day month weekday."
            )
        for part, (what, low, high) in zip(parts, _CRON, strict=True):
            for piece in part.split(","):
                match = _PART.fullmatch(piece)
                numbers = [int(n) for n in match.groups()[:2] if n] if match else []
                step = int(match[3]) if match and match[3] else 1
                if not match or step < 1 or numbers != sorted(numbers) or any(not low <= n <= high for n in numbers):
                    raise self.refuse(
                        f"{field}.cron", f"{piece!r} is no {what}", f"Numbers from {low} to {high}, *, a-b, */n."
                    )
        return " ".join(parts)

    def timezone(self, table: Table, field: str) -> str:
        name = self.word(table, "timezone", field, None)
        try:
            zoneinfo.ZoneInfo(name)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise self.refuse(f"{field}.timezone", f"{name!r} is no timezone", "For example Europe/Madrid.") from error
        return name

    def shares(self, limit: int, limits: Limits, tenants: tuple[Tenant, ...], accepted: bool) -> tuple[str, ...]:
        """Batch runs of all together leave a slot free; otherwise somebody waits for another tenant.

        Prefect orders queues strictly by priority and never stops a run that has begun. A queue that is at its limit
        gives nothing, so that the next queue is served; but where the pool is full, the last queue waits.
        """
        taken = limits.batch + sum(t.limits.batch for t in tenants)
        if taken < limit or (limit == 1 and not tenants):
            return ()
        said = f"the batch limits add up to {taken}, and the pool runs {limit} at once"
        who = f"{tenants[-1].name} and interactive runs" if tenants else "interactive runs"
        if not accepted:
            raise self.refuse(
                "pool.limit",
                said,
                f"At least {taken + 1}, so that the batches of others cannot block {who}; "
                "or set pool.oversubscribed = true to accept waiting.",
            )
        return (f"Warning: {said}: while the others are busy, {who} can have to wait.",)

    def known(self, table: Table, field: str, keys: tuple[str, ...]) -> None:
        for key in table:
            if key not in keys:
                raise self.refuse(f"{field}.{key}".lstrip("."), "this key is not known", f"Known: {', '.join(keys)}.")

    def table(self, table: Table, key: str, field: str) -> Table:
        value = table.get(key, {})
        if not isinstance(value, dict):
            raise self.refuse(f"{field}.{key}".lstrip("."), "it is not a table", f"Write it as [{key}].")
        return cast(Table, value)

    def count(self, table: Table, key: str, field: str, default: int | None) -> int:
        value = table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST:
            said = f"{value!r} is no number of runs" if key in table else "it is missing"
            raise self.refuse(f"{field}.{key}", said, f"A whole number from 1 to {MOST}.")
        return value

    def flag(self, table: Table, key: str, field: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            raise self.refuse(f"{field}.{key}", f"{value!r} is neither true nor false", "")
        return value

    def word(self, table: Table, key: str, field: str, default: str | None) -> str:
        value = table.get(key, default)
        if not isinstance(value, str) or (key in table and not value.strip()):
            said = f"{value!r} is no text" if key in table else "it is missing"
            raise self.refuse(f"{field}.{key}".lstrip("."), said, f'Write {key} = "…".')
        return value

    def url(self, table: Table, key: str, field: str, default: str) -> str:
        value = self.word(table, key, field, default)
        if "@" in value:
            raise self.refuse(
                f"{field}.{key}".lstrip("."), "it carries a user or password", "Secrets come from the environment."
            )
        return value

    def refuse(self, field: str, what: str, expected: str) -> InputRefused:
        return InputRefused(
            f"{field}: {what[:-1] if what.endswith('.') else what}.",
            path=self.path,
            line=find_line(self.text, field),
            expected=expected,
        )


def wish_of(script: str, languages: tuple[str, ...], use: str, size: str, shape: str = "") -> Recipe:
    """The recipe of a work, checked as the command line checks it.

    Raises:
        UnknownLanguage, UsageError: a value cannot be understood.
    """
    return recipe_of(
        Wish(
            script=script,
            to=",".join(languages),
            out="out",
            language="",
            borrow_voices="",
            allow_gaps=False,
            store="",
            seed=0,
            size=size,
            shape=shape,
            compute="local",
            use=use,
        )
    )


def is_inside(script: str) -> bool:
    """Whether a path stays below the folder that it is relative to, as it is written."""
    path = PurePosixPath(script)
    return not path.is_absolute() and ".." not in path.parts and "\0" not in script and not script.startswith("-")


def is_run_id(text: str) -> bool:
    """Whether a text can be the id of a run."""
    return re.fullmatch(r"[0-9a-f]{64}", text) is not None


def find_line(text: str, field: str) -> int | None:
    """The line (from 1) on which a field like ``works[1].cron`` stands, or else its table; None where neither does.

    Source: https://toml.io/en/v1.0.0. The parser of Python tells no lines, so they are sought: a key in its table's
    own line form. Keys written otherwise (dotted, inline) give the line of the table, or none.
    """
    table, _, key = field.rpartition(".")
    wanted = field if re.fullmatch(r".+\]", field) else table
    seen: dict[str, int] = {}
    here, found = "", None
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*(\[\[?)\s*([\w.\-\"' ]+?)\s*\]", line):
            name = header[2].replace('"', "").replace("'", "")
            if header[1] == "[[":
                seen[name] = seen.get(name, -1) + 1
                name = f"{name}[{seen[name]}]"
            here = name
            if here in (wanted, field):
                found = number
        elif here == table and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return number
    return found
