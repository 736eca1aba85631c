"""Weights on this machine: used only as they were pinned, and never opened where they could carry code."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from languages.errors import ResourceError, WeightsMissing, WeightsRefused
from languages.weights import State, installed, least_gb, look, size_gb, usable, verify, write_pin

ID = "madlad400-3b-mt"


def safetensors(path: Path, values: bytes = bytes(16), more: int = 0) -> None:
    """A file of one tensor; ``more`` bytes fewer or more than its header says."""
    header = json.dumps({"w": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header + values + bytes(max(0, more)))
    if more < 0:
        path.write_bytes(path.read_bytes()[:more])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / ID
    made.mkdir()
    (made / "config.json").write_text('{"model_type": "t5"}')
    (made / "tokenizer.json").write_text("{}")
    safetensors(made / "model.safetensors")
    return made


def pinned(folder: Path) -> Path:
    write_pin(look(ID, folder.parent), who="a test")
    return folder


def test_what_lies_there_is_used_only_after_it_was_pinned(folder: Path) -> None:
    assert look(ID, folder.parent).state is State.UNPINNED
    with pytest.raises(WeightsMissing, match=f"vernacast weights pin {ID}"):
        usable(ID, folder.parent)
    pinned(folder)
    assert usable(ID, folder.parent) == folder
    assert [f.checkpoint.id for f in installed("translation/madlad", folder.parent)] == [ID]


def test_what_is_absent_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing, match=f"weights fetch {ID}"):
        usable(ID, tmp_path)


def _half(folder: Path) -> None:
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-3])


def _gone(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()


def _changed(folder: Path) -> None:
    safetensors(folder / "model.safetensors", b"\1" + bytes(15))


def _damaged_pin(folder: Path) -> None:
    (folder / "vernacast.json").write_text("{")


def _folder_as_pin(folder: Path) -> None:
    (folder / "vernacast.json").unlink()
    (folder / "vernacast.json").mkdir()


def _added(name: str) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("{}")

    return apply


def _empty_pin(folder: Path) -> None:
    pin = json.loads((folder / "vernacast.json").read_text())
    (folder / "vernacast.json").write_text(json.dumps({**pin, "files": {}}))


def _pin_of_another(folder: Path) -> None:
    pin = json.loads((folder / "vernacast.json").read_text())
    (folder / "vernacast.json").write_text(json.dumps({**pin, "checkpoint": "mms-tts-quy"}))


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (_half, "bytes instead of"),
        (_gone, "is not there"),
        (_changed, "not what was pinned"),
        (_damaged_pin, "pin"),
        (_folder_as_pin, "pin cannot be read: Is a directory"),
        (_added("generation_config.json"), r"generation_config\.json in madlad400-3b-mt is not in its pin\. Remove it"),
        (_added("adapter.cat.safetensors"), r"adapter\.cat\.safetensors in .* is not in its pin"),
        (_added("sub/added_tokens.json"), "sub/added_tokens.json .* is not in its pin"),
        (_empty_pin, r"config\.json, model\.safetensors, tokenizer\.json .* are not in its pin"),
        (_pin_of_another, "is of mms-tts-quy"),
    ],
)
def test_what_is_not_as_it_was_pinned_is_never_opened(folder: Path, fault: Callable[[Path], None], told: str) -> None:
    fault(pinned(folder))
    with pytest.raises(WeightsRefused, match=told):
        usable(ID, folder.parent)


def test_a_folder_under_another_models_name_is_not_that_model(tmp_path: Path) -> None:
    """Quechua would be spoken as Wolof."""
    quy = tmp_path / "mms-tts-quy"
    quy.mkdir()
    (quy / "config.json").write_text('{"model_type": "vits"}')
    (quy / "vocab.json").write_text("{}")
    (quy / "tokenizer_config.json").write_text("{}")
    safetensors(quy / "model.safetensors")
    write_pin(look(quy.name, tmp_path), who="a test")
    quy.rename(tmp_path / "mms-tts-wol")
    found = look("mms-tts-wol", tmp_path)
    assert found.state is State.DAMAGED
    assert found.digest == ""
    with pytest.raises(WeightsRefused, match="is of mms-tts-quy: give the folder its name back"):
        usable("mms-tts-wol", tmp_path)


def test_what_belongs_to_us_notes_and_hidden_files_may_come_later(folder: Path) -> None:
    digest = look(ID, pinned(folder).parent).digest
    usable(ID, folder.parent)
    assert (folder / ".vernacast-seen.json").is_file()
    (folder / "README.md").write_text("from my stick")
    (folder / ".cache").mkdir()
    (folder / ".cache" / "x.json").write_text("{}")
    assert usable(ID, folder.parent) == folder
    assert look(ID, folder.parent).digest == digest


def test_settings_without_weights_are_no_model(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    with pytest.raises(WeightsRefused, match="has no weights"):
        pinned(folder)


def _loop(folder: Path) -> None:
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "generation_config.json")


def test_one_bad_folder_stops_nobody_who_wants_another(folder: Path) -> None:
    root = folder.parent
    pinned(folder)
    other = root / "mms-tts-quy"
    for fault, told in ((_link_out, "outside of the folder"), (_loop, "levels of symbolic links"), (_pipe, "neither")):
        other.mkdir()
        fault(other)
        (found,) = installed("speech/mms", root)
        assert (found.state, told in found.reason) == (State.DAMAGED, True), found.reason
        with pytest.raises(WeightsRefused, match=told):
            usable(other.name, root)
        assert installed("translation/madlad", root)[0].state is State.READY
        shutil.rmtree(other)


@pytest.mark.parametrize("failing", ["scandir", "stat"])
def test_a_folder_that_cannot_be_read_is_damaged(folder: Path, failing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pinned(folder)
    real = os.scandir

    def scandir(place: str) -> object:
        if str(place) == str(folder):
            raise PermissionError(13, "Permission denied", str(place))
        return real(place)

    if failing == "scandir":
        monkeypatch.setattr(os, "scandir", scandir)
    else:
        monkeypatch.setattr(Path, "is_dir", lambda _: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    (found,) = installed("translation/madlad", folder.parent)
    assert found.state is State.DAMAGED
    assert "cannot be read: Permission denied" in found.reason


def test_a_weights_folder_that_is_a_file_or_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    assert installed("speech/mms", tmp_path / "file") == ()
    assert look("mms-tts-quy", tmp_path / "file").state is State.ABSENT
    refused = PermissionError(13, "Permission denied")
    monkeypatch.setattr(os, "scandir", lambda _: (_ for _ in ()).throw(refused))
    with pytest.raises(ResourceError, match="cannot be read: Permission denied"):
        installed("speech/mms", tmp_path)


@pytest.mark.parametrize("told", ["[]", "{", '{"config.json": 3}', "\x00"])
def test_what_was_noted_of_earlier_looks_is_not_trusted_blindly(folder: Path, told: str) -> None:
    usable(ID, pinned(folder).parent)
    (folder / ".vernacast-seen.json").write_text(told)
    assert usable(ID, folder.parent) == folder
    assert "model.safetensors" in json.loads((folder / ".vernacast-seen.json").read_text())


def test_a_file_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pinned(folder)
    broken = OSError(5, "Input/output error", str(folder / "config.json"))
    monkeypatch.setattr("languages.weights.sha256_of", lambda _: (_ for _ in ()).throw(broken))
    with pytest.raises(WeightsRefused, match=r"config\.json: It cannot be read: Input/output error"):
        usable(ID, folder.parent)


def test_pinning_again_keeps_what_was_told_before_and_notes_what_changed(tmp_path: Path) -> None:
    voice = tmp_path / "piper-x"
    voice.mkdir()
    (voice / "voice.onnx").write_bytes(b"\x08\x07 onnx")
    (voice / "voice.onnx.json").write_text("{}")
    write_pin(look("piper-x", tmp_path), "ana", "a/b", "c" * 40, "rewritten", ("CC0-1.0", "MODEL_CARD"))
    (voice / "voice.onnx.json").write_text('{"a": 1}')
    assert look("piper-x", tmp_path).state is State.DAMAGED
    pin = write_pin(look("piper-x", tmp_path), "bo")
    assert (pin.licence, pin.licence_source, pin.repository, pin.revision) == ("CC0-1.0", "MODEL_CARD", "a/b", "c" * 40)
    assert pin.note.startswith("rewritten; changed since ")
    assert pin.note.endswith(": voice.onnx.json")
    licence = look("piper-x", tmp_path).checkpoint.licence
    assert (licence.weights, "read by ana" in licence.source) == ("CC0-1.0", True)
    assert write_pin(look("piper-x", tmp_path), "bo", licence=("MIT", "its card")).licence == "MIT"
    voice.rename(tmp_path / "piper-y")
    assert look("piper-y", tmp_path).checkpoint.licence.weights == "unknown"
    assert write_pin(look("piper-y", tmp_path), "bo").licence == ""


def test_a_change_that_keeps_size_and_time_is_seen_when_every_byte_is_compared(folder: Path) -> None:
    usable(ID, pinned(folder).parent)
    path = folder / "model.safetensors"
    stat = path.stat()
    with path.open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        file.write(b"\7")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    with pytest.raises(WeightsRefused, match="not what was pinned"):
        verify(look(ID, folder.parent), always=True)


def _pickle(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(pickle.dumps({"w": [1.0]}))


def _torch_zip(folder: Path) -> None:
    with zipfile.ZipFile(folder / "model.safetensors", "w") as archive:
        archive.writestr("archive/data.pkl", b"")


def _torch_file_beside(folder: Path) -> None:
    (folder / "pytorch_model.bin").write_bytes(bytes(10))


def _text(folder: Path) -> None:
    (folder / "model.safetensors").write_text("version https://git-lfs.github.com/spec/v1\n" * 4)


def _longer(folder: Path) -> None:
    safetensors(folder / "model.safetensors", more=5)


def _other(folder: Path) -> None:
    (folder / "config.json").write_text('{"model_type": "vits"}')


def _lacking(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()


def _link_out(folder: Path) -> None:
    (folder.parent / "secret").write_text("x")
    (folder / "extra.json").symlink_to(folder.parent / "secret")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (_pickle, "pickle or a torch archive under another name"),
        (_torch_zip, "pickle or a torch archive under another name"),
        (_torch_file_beside, "can run code"),
        (_text, "no safetensors file"),
        (_longer, "its header speaks of"),
        (_other, "calls it 'vits'"),
        (_lacking, "has no tokenizer.json"),
        (_link_out, "outside of the folder"),
    ],
)
def test_what_could_carry_code_or_is_something_else_cannot_even_be_pinned(
    folder: Path, fault: Callable[[Path], None], told: str
) -> None:
    fault(folder)
    with pytest.raises(WeightsRefused, match=told):
        pinned(folder)
    assert not (folder / "vernacast.json").exists()


def test_a_small_checkpoint_is_not_taken_for_as_large_as_the_published_one(folder: Path) -> None:
    assert size_gb(look(ID, pinned(folder).parent)) < 1 < look(ID, folder.parent).checkpoint.ram_gb


def test_on_a_gpu_the_largest_part_of_a_pipeline_is_enough_and_on_a_cpu_it_is_not(tmp_path: Path) -> None:
    wan = look("wan2.2-ti2v-5b", tmp_path)
    assert least_gb(wan, "cuda") == wan.checkpoint.gpu_part_gb < size_gb(wan, "cuda")
    assert least_gb(wan, "cpu") == size_gb(wan, "cpu")
    nllb = look("nllb-200-distilled-600M", tmp_path)
    assert least_gb(nllb, "cuda") == size_gb(nllb, "cuda")
