"""``vernacast why FILE``: how a file came to be, down to every line, engine, version and licence."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from flows.files import digest_of
from flows.report import EditionReport, Report, read_report
from flows.store import Made, Store
from languages.errors import InputRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How one result came to be."""

    what: str
    key: str
    made: Made | None
    """None where the store no longer holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """How a file came to be."""

    file: str
    sha256: str
    edition: EditionReport
    steps: tuple[Step, ...]


def run(file: str, store_url: str, as_json: bool) -> int:
    """Prints the story of a file.

    Raises:
        InputRefused: it is not there, not ours, or was changed since.
    """
    answer = explain(Path(file), Store(store_url) if store_url else Store())
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        return 0
    e = answer.edition
    print(f"{answer.file}\n  sha256 {answer.sha256}\n  {e.name} ({e.language}), {e.seconds:.1f} s, {e.state}")
    for step in answer.steps:
        print(f"  {step.what}")
        if step.made is None:
            print("    the store no longer holds this result")
            continue
        m = step.made
        print(f"    {m.engine} {m.version} · {m.licence} · {m.when} by {m.who} · {m.seconds:.2f} s")
        print("    " + ", ".join(f"{k}={v!r}" for k, v in m.inputs.items() if v))
    return 0


def explain(path: Path, store: Store) -> Why:
    """The story of a file, from the report beside it and the records in the store."""
    if not path.is_file():
        raise InputRefused("There is no such file.", path=str(path), expected="A file that Vernacast made.")
    report = _report_of(path)
    digest = digest_of(path)
    for edition in report.languages:
        for known, sha in edition.files:
            if Path(known).name == path.name and Path(known).parent.name == path.resolve().parent.name:
                if sha != digest:
                    raise InputRefused(
                        "This file was changed after it was made, so nothing can be said about it.",
                        path=str(path),
                        expected=f"sha256 {sha}, found {digest}.",
                        remedy="`vernacast make` puts the right one in place.",
                    )
                steps = _steps(store, report, edition)
                return Why(file=str(path), sha256=digest, edition=edition, steps=steps)
    raise InputRefused(
        "The report beside this file does not know it.", path=str(path), remedy="Run `vernacast make` again."
    )


def _report_of(path: Path) -> Report:
    place = path.resolve().parent.parent / "report.json"
    try:
        return read_report(place)
    except (OSError, msgspec.DecodeError) as error:
        raise InputRefused(
            f"No report tells of this file ({place}).",
            path=str(path),
            expected="A film, caption or credits file in out/<name>/<language>/.",
            remedy="Run `vernacast make` again.",
        ) from error


def _steps(store: Store, report: Report, edition: EditionReport) -> tuple[Step, ...]:
    steps = [_step(store, "the edition", edition.key)]
    steps += [_step(store, f"scene {shot}: picture", k) for shot, k in report.shots]
    for line in edition.lines:
        who = f"{line.character}, " if line.character else ""
        if line.text_key:
            steps.append(_step(store, f"line {line.line} ({who}{line.state}): text", line.text_key))
        else:
            steps.append(Step(what=f"line {line.line} ({who}{line.state}): text", key="", made=_person(line.state)))
        if line.sound_key:
            steps.append(_step(store, f"line {line.line}: sound", line.sound_key))
    return tuple(steps)


def _person(state: str) -> Made:
    inputs = {"text": "the script itself" if state == "source" else f"a person's ({state})"}
    return Made(engine="a person", version="", licence="", inputs=inputs, who="", when="", seconds=0.0)


def _step(store: Store, what: str, key: str) -> Step:
    record = store.find(key) if key else None
    return Step(what=what, key=key, made=record.made if record else None)
