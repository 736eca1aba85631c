"""The rules of the house, and a proof that each of them can fail."""

from __future__ import annotations

import ast
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
    "Video engines do not import each other": ("video/engines/papercut/gap.py", "import video.engines.picture"),
}

FORBIDDEN = {
    "torch.load": (r"\btorch\.load\((?!.*weights_only=True)", "torch.load(path)"),
    "pickle": (r"\b(c?pickle|dill|marshal|shelve)\.(loads?|open|Unpickler)\(", "pickle.load(f)"),
    "remote code": (r"trust_remote_code\s*=\s*True", "load(x, trust_remote_code=True)"),
    "unsafe YAML": (r"\byaml\.(unsafe_|full_)?load(_all)?\(", "yaml.load(text)"),
    "a shell": (r"shell\s*=\s*True|\bos\.(system|popen)\(|\bgetoutput\(", "run(x, shell=True)"),
    "eval": (r"(?<![\w.])(eval|exec)\(", "x = eval(y)"),
}
"""What no module may call: the pattern, and a line that it must find."""

EDGES = frozenset(("flows/worker.py", "flows/torch_file.py"))
"""The edges of processes of our own: where every fault has to become an answer. And nowhere else."""


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
    pattern, sample = FORBIDDEN[rule]
    assert re.search(pattern, sample)
    assert [str(p.relative_to(ROOT)) for p in modules() if re.search(pattern, p.read_text(encoding="utf-8"))] == []


def swallows(source: str) -> bool:
    """Whether a handler catches every fault and does not raise it again."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "BaseException"
            if re.search(r"\b(Base)?Exception\b", caught) and not isinstance(node.body[-1], ast.Raise):
                return True
    return False


def test_no_fault_is_swallowed_but_at_the_edge() -> None:
    found = {str(p.relative_to(ROOT)) for p in modules() if swallows(p.read_text(encoding="utf-8"))}
    assert found == EDGES


@pytest.mark.parametrize("caught", ["except:", "except Exception:", "except (ValueError, BaseException) as e:"])
def test_a_swallowed_fault_is_seen(caught: str) -> None:
    assert swallows(f"try:\n    x()\n{caught}\n    pass\n")
    assert not swallows(f"try:\n    x()\n{caught}\n    tidy()\n    raise\n")


def named_engines(source: str, own: str = "") -> set[str]:
    """Engine modules that a module imports by name, besides the parts of its ``own``."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {
        m for name in found if (m := ".".join(name.split(".")[:3])) and re.match(r"\w+\.engines\.\w", m) and m != own
    }


def engine_of(path: Path) -> str:
    """The engine that a module is a part of, as an import names it; empty where there is none."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:3]) if parts[1:2] == ("engines",) else ""


def test_nobody_imports_an_engine_by_name() -> None:
    found = {
        (str(p.relative_to(ROOT)), m)
        for p in modules()
        for m in named_engines(p.read_text(encoding="utf-8"), engine_of(p))
    }
    assert found == set()


@pytest.mark.parametrize(
    "line", ["import speech.engines.espeak", "from speech.engines import espeak", "from speech.engines.espeak import E"]
)
def test_an_engine_imported_by_name_is_seen(line: str) -> None:
    assert named_engines(f"def f():\n    {line}\n") == {"speech.engines.espeak"}
    assert named_engines("from speech.engine import Speaker\nimport languages.discover\n") == set()
    within = ROOT / "speech/engines/espeak/sound.py"
    assert named_engines(f"def f():\n    {line}\n", engine_of(within)) == set()


def effects(names: list[str], home: Path, path: Path) -> str:
    """What importing modules in a new Python did: what it said, threads it left, files it made in home or cwd."""
    code = (
        "import importlib, threading\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "assert threading.active_count() == 1, threading.enumerate()\n"
    )
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "PYTHONPATH": str(path)}
    run = subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=home, env=environment, capture_output=True, text=True, check=False
    )
    return run.stdout + run.stderr + " ".join(str(p) for p in home.rglob("*"))


def test_importing_a_room_has_no_effect(tmp_path: Path) -> None:
    inside = [p.relative_to(ROOT) for p in modules()]
    names = [".".join(p.with_suffix("").parts).removesuffix(".__init__") for p in inside if p.parts[0] != "flows"]
    assert effects(names, tmp_path, ROOT) == ""


@pytest.mark.parametrize(
    "line",
    [
        "open('made', 'w').close()",
        "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()",
        "print('hello')",
    ],
)
def test_an_import_with_an_effect_is_seen(line: str, tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text(line)
    (tmp_path / "home").mkdir()
    assert effects(["planted"], tmp_path / "home", tmp_path)


def test_foreign_torch_files_are_read_in_one_place() -> None:
    found = {str(p.relative_to(ROOT)) for p in modules() if "torch.load(" in p.read_text(encoding="utf-8")}
    assert found == {"flows/torch_file.py"}


def test_every_command_and_error_is_documented() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in (
        "plan",
        "storyboard",
        "make",
        "why",
        "check-text",
        "look",
        "languages",
        "engines",
        "weights",
        "voices",
        "store",
        "doctor",
    ):
        assert f"vernacast {command}" in readme
    from languages import errors

    tree = errors.__doc__ or ""
    for name, value in vars(errors).items():
        if isinstance(value, type) and issubclass(value, errors.VernacastError):
            assert name in tree, name
