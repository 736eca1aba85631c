"""The Helm chart: every document that comes out of it, by a small renderer of our own (see chart.py for its limits)."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from tests.deploy.chart import CHART, render
from tests.deploy.documents import read_all
from tests.stories import ROOT

(VALUES,) = read_all((CHART / "values.yaml").read_text(encoding="utf-8"))
SCHEMA = json.loads((CHART / "values.schema.json").read_text(encoding="utf-8"))
ON = copy.deepcopy(VALUES)
ON["redis"]["enabled"] = ON["metrics"]["podMonitor"] = True
ON["store"]["endpoint"] = "https://s3.example.org"
ON["prefect"]["worker"] |= {"scriptsClaim": "scripts", "outClaim": "out"}
OFF = copy.deepcopy(VALUES)
OFF["gpu"]["enabled"] = False
TEMPLATES = sorted((CHART / "templates").glob("*.yaml"))
SECRET_KEYS = {"auth_token", "prefect_auth", "database_password", "s3_credentials", "redis_password"}
RAY_PORTS = {6379, 8265, 10001}
Document = dict[str, Any]


def documents(values: Document) -> list[Document]:
    return [d for path in TEMPLATES for d in read_all(render(path, values))]


everything = pytest.mark.parametrize("values", [VALUES, ON, OFF], ids=["default", "all on", "no cards"])


def pods(found: list[Document]) -> Iterator[Document]:
    """Every pod template: {metadata, spec}."""
    for document in found:
        spec = document["spec"]
        if document["kind"] == "Deployment":
            yield spec["template"]
        if document["kind"] == "RayCluster":
            yield spec["headGroupSpec"]["template"]
            yield from (group["template"] for group in spec["workerGroupSpecs"])


@everything
def test_every_document_is_one(values: Document) -> None:
    found = documents(values)
    names = [(d["kind"], d["metadata"]["name"]) for d in found]
    assert len(set(names)) == len(names)
    for document in found:
        assert document["apiVersion"]
        assert re.fullmatch(r"[a-z0-9-]{1,63}", document["metadata"]["name"])
        assert document["metadata"]["labels"]["app.kubernetes.io/instance"] == "try"
        assert document["spec"]
    assert {"RayCluster", "Deployment", "Service", "NetworkPolicy", "PodDisruptionBudget"} <= {k for k, _ in names}


def test_switches_do_something() -> None:
    kinds = [[d["kind"] for d in documents(v)] for v in (VALUES, ON, OFF)]
    assert ("PodMonitor" in kinds[0], "PodMonitor" in kinds[1]) == (False, True)
    clusters = [next(d for d in documents(v) if d["kind"] == "RayCluster")["spec"] for v in (VALUES, ON, OFF)]
    assert ["gcsFaultToleranceOptions" in c for c in clusters] == [False, True, False]
    assert [len(c["workerGroupSpecs"]) for c in clusters] == [2, 2, 1]
    assert all(c["enableInTreeAutoscaling"] for c in clusters)
    gpu = clusters[0]["workerGroupSpecs"][1]
    assert (gpu["minReplicas"], gpu["replicas"]) == (1, 1)
    assert gpu["template"]["spec"]["containers"][0]["resources"]["limits"]["nvidia.com/gpu"] == "1"


@everything
def test_selectors_match_pods(values: Document) -> None:
    found = documents(values)
    labels = [pod["metadata"]["labels"] for pod in pods(found)]
    for document in found:
        spec = document["spec"]
        selector = spec.get("selector") or spec.get("podSelector")
        if document["kind"] == "RayCluster":
            continue
        wanted = selector.get("matchLabels", selector)
        assert any(wanted.items() <= has.items() for has in labels), document["metadata"]["name"]
        if document["kind"] == "Deployment":
            assert wanted.items() <= spec["template"]["metadata"]["labels"].items()


@everything
def test_nothing_is_opened_to_the_world(values: Document) -> None:
    found = documents(values)
    assert not any(d["kind"] in ("Ingress", "HTTPRoute", "Gateway", "Secret") for d in found)
    assert {d["spec"]["type"] for d in found if d["kind"] == "Service"} == {"ClusterIP"}
    ray = next(d for d in found if d["kind"] == "RayCluster")["spec"]
    assert ray["headGroupSpec"]["serviceType"] == "ClusterIP"
    assert ray["authOptions"] == {"mode": "token", "secretName": "vernacast-secrets"}
    policies = [d["spec"] for d in found if d["kind"] == "NetworkPolicy"]
    everybody = [p for p in policies if "vernacast-part" not in p["podSelector"]["matchLabels"]]
    assert len(everybody) == 1
    for pod in pods(found):  # whoever is of the release is closed to others
        assert everybody[0]["podSelector"]["matchLabels"].items() <= pod["metadata"]["labels"].items()
        assert not pod["spec"].get("hostNetwork")
    (own,) = everybody[0]["ingress"]
    assert set(own) == {"from"}
    assert own["from"] == [{"podSelector": everybody[0]["podSelector"]}]
    for policy in policies:
        assert policy["policyTypes"] == ["Ingress"]
        for rule in policy["ingress"]:
            if "namespaceSelector" in rule["from"][0]:
                assert not {p["port"] for p in rule["ports"]} & RAY_PORTS


@everything
def test_pods_are_not_root_and_bounded(values: Document) -> None:
    for pod in pods(documents(values)):
        assert pod["spec"]["securityContext"]["runAsNonRoot"] is True
        assert pod["spec"]["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        for container in pod["spec"]["containers"]:
            assert container["securityContext"] == VALUES["containerSecurity"]
            assert container["resources"]["requests"]["cpu"]
            assert container["resources"]["limits"]["memory"]
            assert not container["image"].endswith(":latest")


@everything
def test_containers_start_our_commands_with_secrets_that_are_there(values: Document) -> None:
    for pod in pods(documents(values)):
        volumes = {v["name"]: v for v in pod["spec"]["volumes"]}
        for container in pod["spec"]["containers"]:
            *tini, path = container["command"]
            assert tini == ["tini", "-g", "--"]
            command = ROOT / path.removeprefix("/app/")
            assert command.parent == ROOT / "deploy" / "bin"
            text = command.read_text(encoding="utf-8")
            assert {m["name"] for m in container["volumeMounts"]} == set(volumes)
            given = {i["key"] for i in volumes["secrets"]["secret"]["items"]}
            assert given <= SECRET_KEYS
            names = [e["name"] for e in container["env"]]
            assert len(set(names)) == len(names)
            for entry in container["env"]:
                if source := entry.get("valueFrom"):
                    reference = source["secretKeyRef"]
                    assert reference["name"] == values["secrets"]
                    assert reference["key"] in SECRET_KEYS
                else:
                    assert isinstance(entry["value"], str), entry  # Kubernetes takes no numbers here
            if "use_ray_token" in text:
                assert {"RAY_AUTH_MODE", "RAY_AUTH_TOKEN"} <= set(names)
            if "use_prefect_auth" in text:
                assert "prefect_auth" in given
            if "database_password" in text:
                assert "database_password" in given


@everything
def test_values_are_valid(values: Document) -> None:
    jsonschema.validate(values, SCHEMA, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("image", "tag"), "latest"),
        (("containerSecurity", "readOnlyRootFilesystem"), False),
        (("podSecurity", "runAsUser"), 0),
        (("store", "url"), "s3://key:secret@bucket"),
        (("cpu", "max"), -1),
        (("gpu", "replica"), 1),
    ],
)
def test_values_that_harm_are_refused(path: tuple[str, str], value: object) -> None:
    bad = copy.deepcopy(VALUES)
    bad[path[0]][path[1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(bad, SCHEMA, cls=jsonschema.Draft202012Validator)


def test_the_operator_is_named_and_not_vendored() -> None:
    (chart,) = read_all((CHART / "Chart.yaml").read_text(encoding="utf-8"))
    (dependency,) = chart["dependencies"]
    assert dependency["name"] == "kuberay-operator"
    assert re.fullmatch(r"\d+\.\d+\.\d+", dependency["version"])
    assert not (CHART / "charts").exists()


def test_the_renderer_refuses_what_it_does_not_know() -> None:
    path = CHART / "values.yaml"
    for text in ('{{ include "x" . }}', "{{ .Values.image }}", "{{ if .Values.gpu.enabled }}x"):
        with pytest.raises((ValueError, KeyError)):
            render(_Text(text), VALUES)  # type: ignore[arg-type]
    assert render(path, VALUES) == path.read_text(encoding="utf-8")


class _Text:
    name = "text"

    def __init__(self, text: str) -> None:
        self.text = text

    def read_text(self, encoding: str) -> str:
        return self.text
