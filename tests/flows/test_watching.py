"""Dashboard, alerts and documentation speak of metrics and labels that there are."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest
import yaml

from flows.metrics import METRICS, Kind
from tests.stories import ROOT

BOARD = json.loads((ROOT / "deploy/grafana/dashboard.json").read_text(encoding="utf-8"))
ALERTS = yaml.safe_load((ROOT / "deploy/prometheus/alerts.yml").read_text(encoding="utf-8"))
CONFIG = yaml.safe_load((ROOT / "deploy/prometheus/prometheus.yml").read_text(encoding="utf-8"))
PANELS = [p for p in BOARD["panels"] if p["type"] != "row"]
RAYS = {"ip", "GpuIndex", "instance", "job"}
"""Labels that Ray and Prometheus add."""
WORDS = {"sum", "rate", "increase", "unless", "histogram_quantile", "scalar", "topk"}


def known() -> dict[str, set[str]]:
    """Every series of ours → its labels."""
    found: dict[str, set[str]] = {}
    for metric in METRICS:
        if metric.kind is Kind.HISTOGRAM:
            found |= {f"{metric.name}_{end}": {*metric.labels} for end in ("sum", "count")}
            found[f"{metric.name}_bucket"] = {*metric.labels, "le"}
        else:
            found[metric.name] = set(metric.labels)
    return found


def body(expression: str, start: int) -> str:
    """What stands in the bracket that opens at ``start``."""
    depth = 0
    for at in range(start, len(expression)):
        depth += {"(": 1, ")": -1}.get(expression[at], 0)
        if not depth:
            return expression[start:at]
    raise AssertionError(f"A bracket is not closed: {expression}")


def faults(expression: str, legend: str = "") -> list[str]:
    """What an expression names that there is not."""
    series = r"\b(?:ray_)?vernacast_\w+"
    uses = [
        (n, label)
        for n, s in re.findall(rf"({series})\{{([^}}]*)\}}", expression)
        for label in re.findall(r"(\w+)[=!]", s)
    ]
    groups = [(m, re.split(r",\s*", m[1])) for m in re.finditer(r"\bby \(([^)]*)\) \(", expression)]
    for group, labels in groups:
        uses += [(n, label) for n in re.findall(series, body(expression, group.end() - 1)) for label in labels]
    names = re.findall(series, expression)
    kept = {label for _, labels in groups for label in labels} or {label for n in names for label in known().get(n, ())}
    bad = [n for n in names if n not in known()]
    bad += [f"{n}: {label}" for n, label in uses if label not in known().get(n, set())]
    bad += [f"legend: {n}" for n in re.findall(r"\{\{(\w+)\}\}", legend) if n not in kept | RAYS]
    rest = re.sub(r"\{[^}]*\}|\$__\w+|\[\w+\]|\bby \([^)]*\)", "", expression)
    words = set(re.findall(r"\b[a-zA-Z_]\w*", rest)) - set(names) - WORDS
    return bad + sorted(n for n in words if n != "up" and not n.startswith("ray_node_"))


EXPRESSIONS = [(t["expr"], t["legendFormat"]) for p in PANELS for t in p["targets"]] + [
    (" ".join(rule["expr"].split()), "") for group in ALERTS["groups"] for rule in group["rules"]
]


@pytest.mark.parametrize(("expression", "legend"), EXPRESSIONS)
def test_expressions_name_what_is_counted(expression: str, legend: str) -> None:
    assert faults(expression, legend) == []
    assert expression.count("(") == expression.count(")")


@pytest.mark.parametrize(
    ("expression", "legend"),
    [
        ("sum(vernacast_lines)", ""),
        ("ray_vernacast_queue", ""),
        ("sum by (engine) (rate(vernacast_lines_total[5m]))", ""),
        ('vernacast_queue{stage="speak"}', ""),
        ("vernacast_queue", "{{stage}}"),
        ("avg_of(vernacast_queue)", ""),
    ],
)
def test_a_wrong_expression_is_seen(expression: str, legend: str) -> None:
    assert faults(expression, legend)


def test_everything_counted_is_shown_or_watched() -> None:
    text = " ".join(e for e, _ in EXPRESSIONS)
    assert [m.name for m in METRICS if m.name not in text] == []


def test_counters_end_as_prometheus_wants_them() -> None:
    assert all(m.name.endswith("_total") == (m.kind is Kind.COUNTER) for m in METRICS)
    assert all(re.fullmatch(r"vernacast_[a-z_]+", m.name) for m in METRICS)


def test_rays_own_metrics_are_there() -> None:
    spec = importlib.util.find_spec("ray")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("Ray is not installed")
    source = Path(spec.submodule_search_locations[0]) / "dashboard/modules/reporter/reporter_agent.py"
    reported = source.read_text(encoding="utf-8")
    named = {n for e, _ in EXPRESSIONS for n in re.findall(r"\bray_(node_\w+)", e)}
    assert named
    assert [n for n in named if f'"{n}"' not in reported] == []


def test_dashboard_has_the_form_that_grafana_wants() -> None:
    assert BOARD["schemaVersion"] >= 36
    assert BOARD["title"]
    assert BOARD["uid"]
    ids = [p["id"] for p in BOARD["panels"]]
    assert len(ids) == len(set(ids))
    names = {v["name"] for v in BOARD["templating"]["list"]}
    for panel in PANELS:
        assert panel["type"] in ("stat", "timeseries")
        assert panel["datasource"] == {"type": "prometheus", "uid": "${source}"}
        assert panel["targets"], panel["title"]
        assert len({t["refId"] for t in panel["targets"]}) == len(panel["targets"])
    cells: set[tuple[int, int]] = set()
    for panel in BOARD["panels"]:
        at = panel["gridPos"]
        assert at["x"] + at["w"] <= 24
        own = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert not own & cells, panel["title"]
        cells |= own
    assert set(re.findall(r"\$\{(\w+)", json.dumps(BOARD))) <= names
    links = " ".join(link["url"] for link in BOARD["links"])
    assert "${ray_dashboard}" in links
    assert "${prefect_dashboard}" in links


def test_titles_hold_what_an_operator_asks_for() -> None:
    titles = " ".join(p["title"] for p in PANELS).lower()
    for asked in (
        "lines a second, by step",
        "gpus busy",
        "queue",
        "found in the store",
        "failures",
        "cost per finished minute",
    ):
        assert asked in titles


def test_rays_names_become_ours() -> None:
    (ray,) = [job for job in CONFIG["scrape_configs"] if job["job_name"] == "ray"]
    renaming, dropping = ray["metric_relabel_configs"]
    for name in known():
        assert re.fullmatch(renaming["regex"], f"ray_{name}")[1] == name  # type: ignore[index]
    assert renaming["source_labels"] == ["__name__"]
    assert (renaming["target_label"], renaming["replacement"]) == ("__name__", "$1")
    assert re.fullmatch(renaming["regex"], "ray_node_cpu_utilization") is None
    assert dropping["action"] == "labeldrop"
    assert re.fullmatch(dropping["regex"], "otel_scope_name")
    assert not any(re.fullmatch(dropping["regex"], n) for labels in known().values() for n in labels)


def test_alerts_say_what_to_do() -> None:
    rules = [rule for group in ALERTS["groups"] for rule in group["rules"]]
    assert {"NothingIsFinished", "ManyLinesFail", "StoreFails"} <= {r["alert"] for r in rules}
    for rule in rules:
        assert rule["labels"]["severity"] in ("page", "warn")
        assert rule["annotations"]["summary"]
        assert rule["annotations"]["what_to_do"]
    assert CONFIG["rule_files"] == ["alerts.yml"]


def test_every_metric_is_documented_with_its_labels() -> None:
    text = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    rows = [row.split("|") for row in text.splitlines() if row.startswith("| `vernacast_")]
    told = {name: set(row[2].strip().split(", ")) for row in rows for name in re.findall(r"`(vernacast_\w+)`", row[1])}
    assert told == {m.name: set(m.labels) for m in METRICS}
