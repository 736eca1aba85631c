"""What is found in a folder of Apertium's data, without starting anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from translation.apertium_installed import data_folder, versions_of, ways


def install(folder: Path, name: str, text: str) -> None:
    (folder / "modes").mkdir(exist_ok=True)
    (folder / "modes" / f"{name}.mode").write_text(text, encoding="utf-8")


def test_a_mode_whose_data_is_missing_names_the_file(tmp_path: Path) -> None:
    install(tmp_path, "spa-cat", f"lt-proc {tmp_path}/none.bin")
    way = ways(tmp_path)["spa-cat"]
    assert f"{tmp_path}/none.bin" in way.route.broken


def test_a_mode_with_a_program_that_is_not_known_is_broken(tmp_path: Path) -> None:
    install(tmp_path, "fr-eo", "apertium-transfer-j a b c")
    assert "apertium-transfer-j" in ways(tmp_path)["fr-eo"].route.broken


def test_data_in_a_folder_of_the_turned_name_is_found(tmp_path: Path) -> None:
    place = tmp_path / "apertium-es-eo"
    place.mkdir()
    (place / "es-eo.bin").write_bytes(b"x")
    install(tmp_path, "es-eo", f"lt-proc '{tmp_path}/apertium-eo-es/es-eo.bin'")
    way = ways(tmp_path)["es-eo"]
    assert not way.route.broken
    assert way.modes[0].stages == (("lt-proc", "-z", f"{place}/es-eo.bin"),)


def test_data_that_no_package_brought_counts_by_its_digest(tmp_path: Path) -> None:
    seen: list[str] = []
    for i, content in enumerate((b"a", b"b")):
        folder = tmp_path / str(i)
        folder.mkdir()
        (folder / "x.bin").write_bytes(content)
        install(folder, "spa-cat", f"lt-proc {folder}/x.bin")
        seen.append(versions_of(folder, ways(folder)["spa-cat"])["spa-cat"])
    assert seen[0] != seen[1]
    assert all(len(digest) == 64 for digest in seen)


def test_a_folder_without_modes_offers_nothing(tmp_path: Path) -> None:
    assert ways(tmp_path / "nowhere") == {}


def test_the_folder_is_the_one_that_apertium_itself_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("APERTIUM_DATADIR", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.delenv("APERTIUM_DATADIR")
    assert data_folder() == Path("/usr/share/apertium")
