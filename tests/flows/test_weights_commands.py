from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from flows import environments
from flows.commands import weights, weights_fetch, weights_import
from languages.checkpoints import UNPINNED, checkpoints
from languages.errors import DiskFull, ResourceError, UsageError, WeightsRefused
from languages.weights import State, look, read_pin, sha256_of

ID = "mms-tts-quy"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
HEADER = json.dumps({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
FILES = {
    "config.json": b'{"model_type": "vits"}',
    "vocab.json": b"{}",
    "tokenizer_config.json": b"{}",
    "model.safetensors": struct.pack("<Q", len(HEADER)) + HEADER + b"\0\0\0\0",
    "pytorch_model.bin": b"PK\x03\x04 a pickle",
    "README.md": b"# MMS",
}


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERNACAST_WEIGHTS", str(tmp_path / "weights"))
    return tmp_path / "weights"


Hub = Callable[..., list[str]]


class DiskUsage(NamedTuple):
    """As ``shutil.disk_usage`` gives it."""

    total: int
    used: int
    free: int


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Hub:
    """A hub with one repository; what it serves can be made to differ from what it lists."""

    def start(files: dict[str, bytes] = FILES, served: dict[str, bytes] | None = None, status: int = 200) -> list[str]:
        asked: list[str] = []

        def sibling(name: str, content: bytes) -> dict[str, object]:
            told: dict[str, object] = {"rfilename": name, "size": len(content)}
            if name.endswith((".safetensors", ".bin")):
                told["lfs"] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
            else:
                told["blobId"] = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
            return told

        def answer(request: httpx.Request) -> httpx.Response:
            asked.append(request.url.path)
            if status != 200:
                return httpx.Response(status)
            if request.url.path.startswith("/api/models/facebook/mms-tts-quy/revision/main"):
                return httpx.Response(200, json={"sha": COMMIT, "siblings": [sibling(*f) for f in files.items()]})
            name = request.url.path.partition(f"/resolve/{COMMIT}/")[2]
            return httpx.Response(200, content={**files, **(served or {})}[name])

        monkeypatch.setattr(weights_fetch, "_client", lambda: httpx.Client(transport=httpx.MockTransport(answer)))
        return asked

    return start


def test_a_repository_is_fetched_at_one_commit_without_what_could_hold_code(hub: Hub, root: Path) -> None:
    asked = hub()
    assert weights_fetch.run(ID) == 0
    found = look(ID)
    assert found.state is State.READY
    assert not any("pytorch_model.bin" in path for path in asked)
    pin = read_pin(found.folder)
    assert pin is not None
    assert (pin.repository, pin.revision) == ("facebook/mms-tts-quy", COMMIT)
    assert set(pin.files) == set(FILES) - {"pytorch_model.bin"}
    assert [p.name for p in root.iterdir()] == [ID]
    with pytest.raises(UsageError, match="here already"):
        weights_fetch.run(ID)


@pytest.mark.parametrize("name", ["model.safetensors", "vocab.json"])
@pytest.mark.parametrize("wrong", ["other", "cut"])
def test_a_file_that_is_not_what_the_hub_listed_leaves_nothing(hub: Hub, root: Path, name: str, wrong: str) -> None:
    content = FILES[name]
    hub(served={name: content[:-1] if wrong == "cut" else content[:-1] + b"\x07"})
    with pytest.raises(WeightsRefused, match="as the hub says"):
        weights_fetch.run(ID)
    assert look(ID).state is State.ABSENT
    assert list(root.iterdir()) == []


def test_torch_files_alone_are_not_fetched(hub: Hub) -> None:
    hub(files={k: v for k, v in FILES.items() if k != "model.safetensors"})
    with pytest.raises(WeightsRefused, match=r"only pytorch_model\.bin"):
        weights_fetch.run(ID)


@pytest.mark.parametrize(("status", "told"), [(401, "accept terms"), (404, "still published"), (500, "answers 500")])
def test_a_hub_that_refuses_is_told(hub: Hub, status: int, told: str) -> None:
    hub(status=status)
    with pytest.raises(ResourceError, match=told):
        weights_fetch.run(ID)


def test_without_a_network_the_message_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    monkeypatch.setattr(weights_fetch, "_client", lambda: httpx.Client(transport=httpx.MockTransport(refuse)))
    with pytest.raises(ResourceError, match="weights import"):
        weights_fetch.run(ID)


@pytest.mark.parametrize("name", ["piper-x", "omniasr-ctc-300m", "coqui-vits-x", "xtts-v2", "whisper-base", "ctc-x"])
def test_what_is_no_single_repository_is_not_fetched(name: str) -> None:
    with pytest.raises(
        UsageError, match=f"one repository.*bring its files and `vernacast weights import {name} FOLDER"
    ):
        weights_fetch.run(name)


def test_what_is_made_here_is_not_fetched() -> None:
    with pytest.raises(UsageError, match="make it with `vernacast weights convert nllb-200-distilled-600M`") as error:
        weights_fetch.run("nllb-200-distilled-600M-ct2-int8")
    assert "made on" not in str(error.value)
    with pytest.raises(UsageError, match="These can: nllb-200-distilled-600M"):
        weights_import.convert("madlad400-3b-mt")


def test_where_only_the_torch_file_is_published_the_message_says_how_it_is_taken_in() -> None:
    siblings = [weights_fetch.Sibling(rfilename=n, size=1) for n in ("pytorch_model.bin", "config.json")]
    row = checkpoints()["nllb-200-distilled-600M"]
    with pytest.raises(WeightsRefused, match=r"weights import nllb-200-distilled-600M FOLDER --sha256 DIGEST"):
        weights_fetch.wanted(row, weights_fetch.Repository(COMMIT, siblings))


def test_hostile_names_of_files_are_left_out() -> None:
    siblings = [weights_fetch.Sibling(rfilename=n, size=1) for n in ("../../x.json", "/etc/x.json", ".git/x.json")]
    good = weights_fetch.Sibling(rfilename="model.safetensors", size=1)
    told = weights_fetch.wanted(checkpoints()["madlad400-3b-mt"], weights_fetch.Repository(COMMIT, [*siblings, good]))
    assert [f.name for f in told] == ["model.safetensors"]


def a_folder(place: Path, **more: bytes) -> Path:
    place.mkdir()
    for name, content in {**FILES, **more}.items():
        if name != "pytorch_model.bin":
            (place / name).write_bytes(content)
    return place


def test_a_folder_is_imported_whole_or_not_at_all(tmp_path: Path, root: Path) -> None:
    with pytest.raises(UsageError, match=r"nothing is not there\. Expected is a folder with config\.json"):
        weights_import.run(ID, str(tmp_path / "nothing"), "")
    (tmp_path / "tiny.pt").touch()
    with pytest.raises(UsageError, match=r"is a file\. .*, or with its torch file and --sha256"):
        weights_import.run("whisper-tiny", str(tmp_path / "tiny.pt"), "")
    good = a_folder(tmp_path / "good")
    cut = a_folder(tmp_path / "cut", **{"model.safetensors": FILES["model.safetensors"][:-1]})
    other = a_folder(tmp_path / "other", **{"config.json": b'{"model_type": "m2m_100"}'})
    hidden = a_folder(tmp_path / "hidden", **{"model.safetensors": b"\x80\x04."})
    bare = a_folder(tmp_path / "bare")
    (bare / "model.safetensors").unlink()
    torch = Path(shutil.copytree(bare, tmp_path / "torch"))
    (torch / "pytorch_model.bin").write_bytes(FILES["pytorch_model.bin"])
    faults = {
        cut / "model.safetensors": "its header speaks of",
        hidden / "model.safetensors": "pickle",
        torch / "pytorch_model.bin": "pickles",
        other: "'m2m_100'",
        bare: "has no weights",
    }
    for path, told in faults.items():
        with pytest.raises(WeightsRefused, match=told) as error:
            weights_import.run(ID, str(path if path.is_dir() else path.parent), "")
        assert (error.value.path, ".part-" in str(error.value)) == (str(path), False)
        assert "weights import`" not in error.value.remedy
        assert list(root.iterdir()) == []
    assert weights_import.run(ID, str(good), "") == 0
    assert look(ID).state is State.READY


def test_torch_files_beside_other_weights_stay_outside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    snapshot = a_folder(tmp_path / "snapshot", **{"extra.pkl": b"\x80\x04.", "flax_model.msgpack": b"x"})
    (snapshot / "pytorch_model.bin").write_bytes(FILES["pytorch_model.bin"])
    assert weights_import.run(ID, str(snapshot), "") == 0
    assert "not taken in: extra.pkl, flax_model.msgpack, pytorch_model.bin" in capsys.readouterr().out
    pin = read_pin(look(ID).folder)
    assert pin is not None
    assert set(pin.files) == set(FILES) - {"pytorch_model.bin"}


def test_a_digest_that_no_file_has_is_not_passed_over(tmp_path: Path, root: Path) -> None:
    good = a_folder(tmp_path / "good")
    with pytest.raises(WeightsRefused, match=f"{'0' * 64} was expected"):
        weights_import.run(ID, str(good), "0" * 64)
    assert weights_import.run(ID, str(good), sha256_of(good / "model.safetensors").upper()) == 0


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = a_folder(tmp_path / "good")
    real = Path.open

    def refuse(path: Path, *args: str) -> object:
        if path == good / "vocab.json":
            raise PermissionError(13, "Permission denied")
        return real(path, *args)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(WeightsRefused, match=r"good/vocab\.json: It cannot be read: Permission denied"):
        weights_import.run(ID, str(good), "")
    assert list(root.iterdir()) == []


def test_every_byte_is_compared_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weights_import.run(ID, str(a_folder(tmp_path / "good")), "")
    assert weights.check((), False) == 0
    path = look(ID).folder / "vocab.json"
    stamp = path.stat()
    path.write_bytes(b"[]")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert weights.check((ID,), False) == 3
    assert "not what was pinned" in capsys.readouterr().out
    with pytest.raises(UsageError):
        weights.check(("nobody",), False)


def test_a_licence_is_taken_from_the_user_only_where_nobody_knows_it(tmp_path: Path) -> None:
    weights_import.run(ID, str(a_folder(tmp_path / "good")), "")
    with pytest.raises(UsageError, match=r"knows the licence of mms-tts-quy: CC-BY-NC-4\.0"):
        weights.pin(ID, "CC0-1.0", "its card")
    folder = look("piper-x").folder
    folder.mkdir()
    (folder / "voice.onnx").write_bytes(b"\x08\x07 onnx")
    (folder / "voice.onnx.json").write_bytes(b"{}")
    with pytest.raises(UsageError, match="no licence that Vernacast knows"):
        weights.pin("piper-x", "My-Own-1.0", "its card")
    with pytest.raises(UsageError, match="where did you read it"):
        weights.pin("piper-x", "CC0-1.0", "")
    assert weights.pin("piper-x", "CC0-1.0", "MODEL_CARD") == 0
    assert look("piper-x").checkpoint.licence.weights == "CC0-1.0"
    assert weights.pin("piper-x", "", "") == 0
    assert look("piper-x").checkpoint.licence.weights == "CC0-1.0"


def test_the_register_is_shown_with_what_is_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weights_import.run(ID, str(a_folder(tmp_path / "good")), "")
    capsys.readouterr()
    assert weights.list_all(True) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert set(rows) >= {*checkpoints(), ID}
    assert (rows[ID]["state"], rows[ID]["uses"]) == ("ready", ["nonprofit", "community"])
    assert rows["madlad400-3b-mt"]["uses"] == ["commercial", "nonprofit", "community"]
    assert rows["piper-*"]["uses"] == []
    assert all(row["revision"] == UNPINNED for row in rows.values())
    for name in (ID, "mms-tts-*", "wan2.1-t2v-1.3b"):
        assert weights.show(name, False) == 0
    assert "facebook/mms-tts-quy" in capsys.readouterr().out


def test_without_room_nothing_is_begun_and_nothing_is_left(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "brought"
    source.mkdir()
    for name in ("config.json", "vocab.json", "tokenizer_config.json", "model.safetensors"):
        (source / name).write_bytes(FILES[name])
    with monkeypatch.context() as patch:
        patch.setattr("shutil.disk_usage", lambda _: DiskUsage(100, 90, 10))
        with pytest.raises(ResourceError, match="GB are free"):
            weights_import.run(ID, str(source), "")
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr("shutil.copyfile", lambda *_: (_ for _ in ()).throw(full))
    with pytest.raises(DiskFull, match="No space is left"):
        weights_import.run(ID, str(source), "")
    assert list(root.iterdir()) == []


def test_an_environment_that_would_not_fit_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_ENVS", str(tmp_path / "envs"))
    monkeypatch.setattr("shutil.disk_usage", lambda _: DiskUsage(10**12, 10**12, 10**8))
    with pytest.raises(ResourceError, match=r"0\.1 GB are free in .*; the environment neural takes 2\.5 GB"):
        environments.build("neural", pytest.fail)
    assert not any(p.is_dir() for p in (tmp_path / "envs").iterdir())


@pytest.mark.parametrize("way", ["fetch", "import", "pin"])
def test_a_weights_folder_that_is_a_file_is_told(
    tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    hub()
    (tmp_path / "file").touch()
    monkeypatch.setenv("VERNACAST_WEIGHTS", str(tmp_path / "file"))
    run = {
        "fetch": lambda: weights_fetch.run(ID),
        "import": lambda: weights_import.run(ID, str(a_folder(tmp_path / "good")), ""),
        "pin": lambda: weights.pin(ID, "", ""),
    }
    with pytest.raises(ResourceError, match=r"cannot be written: File exists|are not here"):
        run[way]()
    assert weights.list_all(False) == 0


def test_a_pin_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights_import.run(ID, str(a_folder(tmp_path / "good")), "")
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(Path, "write_bytes", lambda *_: (_ for _ in ()).throw(full))
    with pytest.raises(DiskFull):
        weights.pin(ID, "", "")


def test_the_command_line_calls_itself_by_its_name() -> None:
    ran = subprocess.run([sys.executable, "-m", "flows.cli", "-h"], capture_output=True, text=True, check=True)
    assert "Usage: vernacast " in ran.stdout
