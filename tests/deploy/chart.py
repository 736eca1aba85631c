"""Renders deploy/helm/vernacast without Helm: only the few forms of Go templates that the chart keeps to.

What it knows: ``.Values.*``, ``.Release.Name``, ``.Release.Namespace``, ``quote``, ``toYaml … | nindent N``, and
``if / else / end`` on one value, with ``{{-`` cutting the blanks before it. Anything else raises: then either the
template is made plainer, or this is not honest any more. It is no proof that Helm renders the same.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from tests.stories import ROOT

CHART = ROOT / "deploy" / "helm" / "vernacast"
_ACTION = re.compile(r"(\s*)\{\{(-?) (.+?) (-?)\}\}")


def render(path: Path, values: dict[str, Any], release: str = "try") -> str:
    """The text of one template."""
    out: list[str] = []
    shown = [True]
    end = 0
    text = path.read_text(encoding="utf-8")
    for action in _ACTION.finditer(text):
        if shown[-1]:
            out.append(text[end : action.start()])
            out.append("" if action[2] else action[1])
        end = action.end()
        if action[4]:
            raise ValueError(f"{path.name}: -}}}} is not known here")
        said = action[3]
        if said.startswith("if "):
            shown.append(shown[-1] and bool(_value(said[3:], values, release)))
        elif said == "else":
            shown[-1] = not shown[-1] and shown[-2]
        elif said == "end":
            shown.pop()
        elif shown[-1]:
            out.append(_shown(said, values, release))
    if len(shown) != 1:
        raise ValueError(f"{path.name}: an if has no end")
    return "".join([*out, text[end:]])


def _shown(said: str, values: dict[str, Any], release: str) -> str:
    if block := re.fullmatch(r"toYaml (\S+) \| nindent (\d+)", said):
        lines = yaml.safe_dump(_value(block[1], values, release), default_flow_style=False).rstrip().splitlines()
        return "\n" + "\n".join(" " * int(block[2]) + line for line in lines)
    if quoted := re.fullmatch(r"(\S+) \| quote", said):
        return '"{}"'.format(str(_value(quoted[1], values, release)).replace('"', '\\"'))
    value = _value(said, values, release)
    if not isinstance(value, str | int):
        raise ValueError(f"{said} is no plain value")
    return str(value)


def _value(name: str, values: dict[str, Any], release: str) -> Any:
    if name in (".Release.Name", ".Release.Namespace"):
        return release
    if not re.fullmatch(r"\.Values(\.\w+)+", name):
        raise ValueError(f"{name!r} is not known here")
    found: Any = values
    for part in name.split(".")[2:]:
        found = found[part]
    return found
