"""Apertium: rule-based translation for small languages near a big one. Installed modes are found by themselves.

Each mode is a chain of programs joined by pipes, kept warm, flushed at zero bytes. Everything here is a
separate program (GPL-2-or-later and GPL-3-or-later); nothing of it is loaded into this process.
"""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import time
from collections import OrderedDict
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from languages.card import Card, Failed, Licence, Program, Resources, Step
from languages.errors import EngineUnusable, MissingProgram
from translation.apertium_modes import compose, installed_modes, modes_folder, pipeline
from translation.apertium_text import enter, leave, repair
from translation.engine import Draft, Route, TranslateJob
from translation.translated import Finding, FindingKind

LONGEST_S = 20.0
"""A text that takes longer has hung the chain. A line of 5,000 characters takes 0.2 s."""
WARM = 8
"""Chains kept warm; the one used longest ago is ended first."""


class Chain:
    """One mode as a running pipeline."""

    def __init__(self, mode: str) -> None:
        try:
            commands = pipeline(modes_folder() / f"{mode}.mode")
        except FileNotFoundError as error:
            raise EngineUnusable(
                f"The mode {mode} misses {error.filename or error}.", remedy="Reinstall its package."
            ) from error
        self.mode = mode
        self._processes: list[subprocess.Popen[bytes]] = []
        inward: int | object = subprocess.PIPE
        for command in commands:
            process = subprocess.Popen(
                command,
                stdin=inward,  # type: ignore[arg-type]
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
            if self._processes and self._processes[-1].stdout is not None:
                self._processes[-1].stdout.close()
            inward = process.stdout
            self._processes.append(process)

    def pass_through(self, text: str) -> str | None:
        """What comes out for a text, or None where the chain broke or hung."""
        first, last = self._processes[0].stdin, self._processes[-1].stdout
        assert first is not None
        assert last is not None
        deadline = time.monotonic() + LONGEST_S
        data = text.encode() + b"\0"
        answer = b""
        try:
            while not answer.endswith(b"\0"):
                rest = deadline - time.monotonic()
                # Long texts fill the pipes, so we read while we write.
                ready, writable, _ = select.select([last], [first] if data else [], [], max(0.0, rest))
                if rest <= 0:
                    return None
                if writable:
                    data = data[os.write(first.fileno(), data[:4096]) :]
                if ready:
                    part = os.read(last.fileno(), 65536)
                    if not part:
                        return None
                    answer += part
        except BrokenPipeError:
            return None
        return answer[:-1].decode(errors="replace")

    def close(self) -> None:
        """Ends all programs of the chain."""
        for process in self._processes:
            process.kill()
        for process in self._processes:
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()
            process.wait()


class Engine:
    """Translates with what Apertium has installed."""

    card = Card(
        id="translation/apertium",
        version="1",
        step=Step.TRANSLATE,
        summary="Rule-based drafts between related languages, from Spanish and French into small Romance languages.",
        licence=Licence(
            code="GPL-2.0-or-later",
            weights="GPL-3.0-or-later",
            source="Debian copyright files of apertium and of its language pairs",
        ),
        evidence="a 60-word story read through each mode, no native review: translation/data/apertium_modes.tsv",
        resources=Resources(cpus=1, ram_gb=0.5),
        programs=(Program(name="apertium", package="apertium"),),
        cost_s=0.01,
        cost_unit="line",
        cost_source="200 lines of 15 words through spa-cat, warm: tests/bench",
    )

    def __init__(self) -> None:
        self._chains: OrderedDict[str, Chain] = OrderedDict()

    def routes(self) -> tuple[Route, ...]:
        """All ways that the installed modes offer."""
        return _routes(str(modes_folder()), _stamp(modes_folder()))

    def versions(self, route: str) -> dict[str, str]:
        """Versions of the packages that a route's modes come from."""
        owners = _packages()
        found = {name: owners[name] for name in ("apertium", "lttoolbox") if name in owners}
        for mode in route.split(">"):
            names = {_package(word) for command in _commands(mode) for word in command if word.startswith("/")}
            found |= {name: owners.get(name, "not a package") for name in sorted(names)}
        return found

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Checks that the programs are there; modes start when they are first used."""
        for program, package in (("apertium", "apertium"), ("lt-proc", "lttoolbox")):
            if shutil.which(program) is None:
                raise MissingProgram(program, package)

    def translate(self, batch: tuple[TranslateJob, ...]) -> tuple[Draft | Failed, ...]:
        """One draft per job, in order."""
        return tuple(self._one(job) for job in batch)

    def close(self) -> None:
        """Ends all chains."""
        while self._chains:
            self._chains.popitem()[1].close()

    def _one(self, job: TranslateJob) -> Draft | Failed:
        target = next((r.target for r in self.routes() if r.id == job.route), None)
        if target is None:
            return Failed(
                reason=f"Apertium has no route {job.route!r} here. `vernacast engines translation/apertium` tells more."
            )
        if not re.search(r"[^\W\d_]", job.text):
            return Draft(text=job.text)  # nothing to translate: numbers and signs stay as they are
        draft = self._through(job.text, job.route, target)
        lost = [n for n in job.keep if _has(job.text, n) and not (isinstance(draft, Draft) and _has(draft.text, n))]
        if lost and isinstance(draft, Draft):
            draft = self._masked(job, target)
        if isinstance(draft, Draft):
            named = {n.casefold() for n in job.keep}
            told = tuple(
                f
                for f in draft.findings
                if f.kind is not FindingKind.UNKNOWN_WORD
                or f.text.partition("«")[2].rstrip("».").casefold() not in named
            )
            draft = Draft(text=draft.text, findings=told)
        return draft

    def _masked(self, job: TranslateJob, target: str) -> Draft | Failed:
        """Names as words that no dictionary knows, so that they come out as they went in."""
        masks = {n: f"Vqz{chr(97 + i % 26)}xq" for i, n in enumerate(job.keep) if _has(job.text, n)}
        text = job.text
        for name, mask in masks.items():
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", mask, text)
        draft = self._through(text, job.route, target)
        if isinstance(draft, Failed):
            return draft
        text, findings = draft.text, draft.findings
        for name, mask in masks.items():
            text = re.sub(mask, lambda _, name=name: name, text, flags=re.IGNORECASE)
            findings = tuple(f for f in findings if mask.casefold() not in f.text.casefold())
            if not _has(text, name):
                findings = (*findings, Finding(kind=FindingKind.NAME, text=f"The name «{name}» was lost."))
        return Draft(text=text, findings=findings)

    def _through(self, text: str, route: str, target: str) -> Draft | Failed:
        now, findings = text, ()
        for mode in route.split(">"):
            entered = enter(now)
            answer = self._pass(mode, entered.stream)
            if answer is None or not answer.replace("[][\n]", "").strip(" ."):
                return Failed(
                    reason=f"Apertium's mode {mode} gave no answer. "
                    "The line can be translated by hand in the PO file, or made shorter."
                )
            now, found = leave(answer, entered)
            findings = (*findings, *(f for f in found if f not in findings))
        now, repaired = repair(text, now, target)
        return Draft(text=now, findings=(*findings, *repaired))

    def _pass(self, mode: str, text: str) -> str | None:
        chain = self._chains.pop(mode, None)
        for fresh in (False, True):
            if chain is None or fresh:
                try:
                    chain = Chain(mode)
                except EngineUnusable:
                    return None
            answer = chain.pass_through(text)
            if answer is not None:
                self._chains[mode] = chain
                while len(self._chains) > WARM:
                    self._chains.popitem(last=False)[1].close()
                return answer
            chain.close()
        return None


def _has(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _stamp(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:
        return 0.0


@lru_cache
def _routes(folder: str, stamp: float) -> tuple[Route, ...]:
    return compose(installed_modes(Path(folder)))


@lru_cache
def _commands(mode: str) -> tuple[tuple[str, ...], ...]:
    try:
        return pipeline(modes_folder() / f"{mode}.mode")
    except FileNotFoundError:
        return ()


def _package(path: str) -> str:
    """The package that a data file's folder is named after."""
    return Path(path).parent.name


@lru_cache
def _packages() -> dict[str, str]:
    """Versions of installed Debian packages of Apertium, each also under its pair with the codes turned round."""
    try:
        said = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Package}\t${Version}\t${db:Status-Status}\n", "apertium*", "lttoolbox"],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
    except OSError:
        return {}
    found: dict[str, str] = {}
    for row in said.splitlines():
        name, version, status = row.split("\t")
        if status == "installed":
            found[name] = version
            parts = name.split("-")
            if len(parts) == 3:
                found.setdefault(f"{parts[0]}-{parts[2]}-{parts[1]}", version)
    return found
