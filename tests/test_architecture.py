"""The rules of the house, and a proof that each of them can fail."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stories import ROOT

ROOMS = ("languages", "translation", "speech", "video", "publishing", "flows")
LONGEST = 400
LONGER: frozenset[str] = frozenset()
"""Modules that may be longer, each with its reason beside it."""

PLANTED = {
    "Rooms import only downwards": ("languages/clock.py", "import flows.keys"),
    "Orchestrators live only in flows": ("speech/timing.py", "import prefect"),
    "Model libraries live only in engines": ("video/fit.py", "import torch"),
    "Translation engines do not import each other": ("translation/engines/apertium.py", "import translation.engines.x"),
    "Speech engines do not import each other": ("speech/engines/espeak.py", "import speech.engines.recording"),
    "Video engines do not import each other": ("video/engines/papercut.py", "import video.engines.picture"),
}

FORBIDDEN = {
    "torch.load": r"\btorch\.load\(",
    "pickle": r"\bpickle\.loads?\(",
    "remote code": r"trust_remote_code\s*=\s*True",
    "unsafe YAML": r"\byaml\.(unsafe_)?load\(",
    "a shell": r"shell\s*=\s*True",
    "eval": r"(?<![\w.])(eval|exec)\(",
    "a caught Exception": r"except Exception\b",
}
EDGES = {
    "flows/worker.py": "a caught Exception",
    "flows/protocol.py": "a caught Exception",
}
"""The task edge: where every fault has to become an answer. And nowhere else."""


def modules() -> list[Path]:
    return [p for room in ROOMS for p in sorted((ROOT / room).rglob("*.py"))]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(program), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(folder), "COLUMNS": "200"},
    )


def test_import_contracts_hold() -> None:
    run = lint_imports(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the contracts say of a copy of the house into which every forbidden import was planted."""
    folder = tmp_path_factory.mktemp("house")
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "translation" / "engines" / "x.py").write_text('"""Planted."""\n')
    for name, line in PLANTED.values():
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    run = lint_imports(folder)
    assert run.returncode == 1, run.stdout + run.stderr
    return run.stdout


@pytest.mark.parametrize("contract", PLANTED)
def test_each_contract_can_fail(contract: str, broken: str) -> None:
    assert re.search(rf"{re.escape(contract)} BROKEN", broken), broken


def test_every_contract_is_proved() -> None:
    names = re.findall(r'^name = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(PLANTED) == {n for n in names if n != "vernacast"}


def test_no_module_is_too_long() -> None:
    long = [str(p.relative_to(ROOT)) for p in modules() if len(p.read_text(encoding="utf-8").splitlines()) > LONGEST]
    assert set(long) <= LONGER


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_nothing_dangerous_is_called(rule: str) -> None:
    found = {str(p.relative_to(ROOT)) for p in modules() if re.search(FORBIDDEN[rule], p.read_text(encoding="utf-8"))}
    assert found <= {path for path, allowed in EDGES.items() if allowed == rule}


def test_the_grep_can_find() -> None:
    for pattern, sample in (("a shell", "run(x, shell=True)"), ("pickle", "pickle.load(f)"), ("eval", "x = eval(y)")):
        assert re.search(FORBIDDEN[pattern], sample)


def test_importing_a_room_has_no_effect(tmp_path: Path) -> None:
    names = [
        ".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for p in modules()
        if p.parts[-2] != "flows" and "flows" not in p.relative_to(ROOT).parts
    ]
    code = (
        "import importlib, threading\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "assert threading.active_count() == 1, threading.enumerate()\n"
    )
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert list(tmp_path.iterdir()) == []


def test_every_command_and_error_is_documented() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("plan", "make", "why", "languages", "engines", "doctor"):
        assert f"vernacast {command}" in readme
    from languages import errors

    tree = errors.__doc__ or ""
    for name, value in vars(errors).items():
        if isinstance(value, type) and issubclass(value, errors.VernacastError):
            assert name in tree, name
