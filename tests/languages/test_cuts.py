from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from languages import cuts
from languages.cuts import cut_versions, rules_with
from languages.environments import COMPLETE, folder_of


def test_what_decides_the_cuts_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_ENVS", str(tmp_path))
    site = folder_of("neural") / "lib" / "python3.11" / "site-packages" / "icu4py-9.9.dist-info"
    site.mkdir(parents=True)
    (site / "METADATA").write_text("Metadata-Version: 2.1\nName: icu4py\nVersion: 9.9\n", encoding="utf-8")
    (folder_of("neural") / COMPLETE).touch()
    for cached in (cut_versions, cuts.versions_in):
        cached.cache_clear()
    found = cut_versions("neural")
    assert found["icu4py"] == "9.9"
    assert found["cuts"].startswith(f"{cuts.RULES} ")
    for cached in (cut_versions, cuts.versions_in):
        cached.cache_clear()


def test_other_abbreviations_are_another_version() -> None:
    table = (files("languages") / "data" / "abbreviations.tsv").read_bytes()
    assert cut_versions("neural")["cuts"] == rules_with(table)
    assert rules_with(table) != rules_with(table + b"ca\talways\tx\tetc\n")
