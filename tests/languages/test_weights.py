"""Weights on this machine: used only as they were pinned, and never opened where they could carry code."""

from __future__ import annotations

import json
import os
import pickle
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from languages.errors import WeightsMissing, WeightsRefused
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


@pytest.mark.parametrize(
    ("fault", "told"),
    [(_half, "bytes instead of"), (_gone, "is not there"), (_changed, "not what was pinned"), (_damaged_pin, "pin")],
)
def test_what_is_not_as_it_was_pinned_is_never_opened(folder: Path, fault: Callable[[Path], None], told: str) -> None:
    fault(pinned(folder))
    with pytest.raises(WeightsRefused, match=told):
        usable(ID, folder.parent)


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
