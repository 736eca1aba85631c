"""What `vernacast make` says of lines that a person should look at."""

from __future__ import annotations

from flows.commands.look_at import MOST_ASKED, to_look_at
from flows.report import EditionReport
from flows.stages.lines import LineReport
from translation.translated import Finding, FindingKind, State


def edition(*findings: tuple[Finding, ...]) -> EditionReport:
    lines = tuple(LineReport(line=f"n{i}", state=State.HUMAN, findings=found) for i, found in enumerate(findings))
    return EditionReport(language="ast", name="Asturian", state="done", lines=lines)


def of(kind: FindingKind) -> Finding:
    return Finding(kind=kind, text="Is it right?")


def test_lines_that_ask_are_named_with_what_they_ask() -> None:
    said = to_look_at(edition((of(FindingKind.LANGUAGE), of(FindingKind.LANGUAGE)), (), (of(FindingKind.SPOKEN),)))
    assert said.startswith("2 lines to look at: n0 (language); n2 (spoken).")


def test_what_only_informs_is_not_named() -> None:
    assert to_look_at(edition((of(FindingKind.TIMING),), (of(FindingKind.SPACING),))) == ""


def test_many_lines_are_counted() -> None:
    said = to_look_at(edition(*((of(FindingKind.NUMBER),) for _ in range(MOST_ASKED + 3))))
    assert f"{MOST_ASKED + 3} lines to look at" in said
    assert "and 3 more" in said
