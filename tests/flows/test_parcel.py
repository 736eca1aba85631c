"""A work on its way to a cluster and back, without one: what is packed, unpacked, left and fetched."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import msgspec
import pytest

from flows import cluster, parcel
from flows.parcel import Result, at_home, collect, fetch, find_result, send, unpack
from flows.recipe import Recipe
from flows.report import EditionReport, Report, read_report
from flows.store import Store
from languages.errors import ClusterLost, InputRefused, UsageError
from tests.stories import write_story


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(parcel, "place_of", lambda run: tmp_path / "there" / run[:32])
    (tmp_path / "there").mkdir()
    return Store(str(tmp_path / "store"))


def sent(store: Store, script: Path) -> str:
    return send(store, Recipe(script=str(script), targets=("ca",)), ("--to", "ca"))


def test_equal_works_are_one_run_and_another_word_is_another(store: Store, tmp_path: Path) -> None:
    script = write_story(tmp_path)
    first = sent(store, script)
    assert sent(store, script) == first
    script.write_text(script.read_text(encoding="utf-8").replace("caliente", "frío"), encoding="utf-8")
    assert sent(store, script) != first


def test_what_a_run_changed_comes_back_but_not_over_what_a_person_changed_meanwhile(
    store: Store, tmp_path: Path
) -> None:
    script = write_story(tmp_path)
    (tmp_path / "pan.ca.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    run = sent(store, script)
    there = unpack(store, run)
    assert there.read_bytes() == script.read_bytes()
    (there.parent / "pan.ca.po").write_text("drafts", encoding="utf-8")
    (there.parent / ".out" / "pan").mkdir(parents=True)
    (there.parent / ".out" / "pan" / "film.mp4").write_bytes(b"film")
    result = collect(store, run, 0, "", "job-1")
    assert find_result(store, run) == result
    assert [name for name, _ in result.files] == [".out/pan/film.mp4", "pan.ca.po"]
    assert fetch(store, run, result, script, tmp_path / "out") == ()
    assert (tmp_path / "out" / "pan" / "film.mp4").read_bytes() == b"film"
    assert (tmp_path / "pan.ca.po").read_text(encoding="utf-8") == "drafts"
    (tmp_path / "pan.ca.po").write_text("a person's", encoding="utf-8")
    assert fetch(store, run, result, script, tmp_path / "out") == ("pan.ca.po",)
    assert (tmp_path / "pan.ca.po").read_text(encoding="utf-8") == "a person's"


def test_editions_come_from_the_store_whichever_machine_made_them(store: Store, tmp_path: Path) -> None:
    script = write_story(tmp_path)
    run = sent(store, script)
    there = unpack(store, run).parent
    (tmp_path / "film").write_bytes(b"film")
    digest = store.put_file(tmp_path / "film", "video/mp4").digest
    film = str(there / ".out" / "pan" / "ca" / "pan.mp4")
    edition = EditionReport(language="ca", name="Catalan", state="done", film=film, files=((film, digest),))
    report = Report(
        name="pan",
        script="pan.es.md",
        language="es",
        when="",
        seconds=1.0,
        finished=True,
        made={},
        found={},
        shots=(),
        languages=(edition,),
    )
    (there / ".out" / "pan").mkdir(parents=True)
    (there / ".out" / "pan" / "report.json").write_bytes(msgspec.json.encode(report))
    result = collect(store, run, 0, "")
    fetch(store, run, result, script, tmp_path / "out")
    assert (tmp_path / "out" / "pan" / "ca" / "pan.mp4").read_bytes() == b"film"
    (home,) = read_report(tmp_path / "out" / "pan" / "report.json").languages
    assert home.files == ((str(tmp_path / "out" / "pan" / "ca" / "pan.mp4"), digest),)


def test_what_a_run_tells_names_files_by_where_they_are_here(store: Store, tmp_path: Path) -> None:
    home = tmp_path / 'La "casa" de Ñico'
    home.mkdir()
    script = write_story(home)
    run = sent(store, script)
    there = unpack(store, run).parent
    (there / ".out" / "pan").mkdir(parents=True)
    told = {"script": str(there / script.name), "film": str(there / ".out" / "pan" / "pan.mp4"), "line": "«pan»"}
    (there / ".out" / "pan" / "report.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    result = collect(store, run, 4, f"vernacast: {there}/pan.es.md:3: …")
    out = home / "out"
    assert at_home(result.said, result, script, out) == f"vernacast: {home}/pan.es.md:3: …"
    fetch(store, run, result, script, out)
    report = json.loads((out / "pan" / "report.json").read_text(encoding="utf-8"))
    assert report == {"script": str(script), "film": str(out / "pan" / "pan.mp4"), "line": "«pan»"}


def test_a_file_outside_the_scripts_folder_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "elsewhere.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    script = write_story(tmp_path / "home")
    (tmp_path / "home" / "pan.ca.po").symlink_to(tmp_path / "elsewhere.po")
    with pytest.raises(InputRefused, match="outside the script's folder"):
        sent(store, script)


def test_links_within_the_folder_keep_the_names_that_the_work_calls_them_by(store: Store, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "old").mkdir(parents=True)
    write_story(home / "old", name="12.es.md").write_text(
        "---\nlanguage: es\n---\n\n# Uno\n\n![Pan](pan.png)\n\nHay pan.\n", encoding="utf-8"
    )
    (home / "old" / "real.png").write_bytes(b"png")
    (home / "old" / "pan.png").symlink_to("real.png")
    script = home / "today.es.md"
    script.symlink_to("old/12.es.md")
    there = unpack(store, sent(store, script))
    assert there.name == "today.es.md"
    assert there.read_text(encoding="utf-8") == script.read_text(encoding="utf-8")
    assert (there.parent / "pan.png").read_bytes() == b"png"


def test_a_result_of_an_earlier_job_is_no_answer(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = write_story(tmp_path)
    run = sent(store, script)
    unpack(store, run)
    collect(store, run, 0, "", "job-1")
    begun: list[str] = []

    def ask(_ray: object, what: object, *_words: str) -> object:
        if what is cluster._look:
            return "FAILED", "killed"
        begun.append(f"job-{len(begun) + 2}")
        return begun[-1]

    monkeypatch.setattr(cluster, "connected", lambda _address: nullcontext())
    monkeypatch.setattr(cluster, "ask_head", ask)
    said: list[str] = []
    with pytest.raises(ClusterLost, match="3 times"):
        cluster.make_there("ray://127.0.0.1:1", store, run, script, tmp_path / "out", said.append)
    assert begun == ["job-2", "job-3", "job-4"]
    collect(store, run, 3, "", "job-5")
    result = cluster.make_there("ray://127.0.0.1:1", store, run, script, tmp_path / "out", said.append)
    assert result == Result(code=3, job="job-5", folder=str(parcel.place_of(run)))


def test_a_cluster_elsewhere_cannot_see_a_folder_of_this_machine(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot see it"):
        cluster.make_there("ray://head:10001", store, "a" * 64, tmp_path / "pan.es.md", tmp_path, print)


def test_files_of_a_run_go_when_it_has_ended_and_come_again_where_somebody_needs_them(
    store: Store, tmp_path: Path
) -> None:
    run = sent(store, write_story(tmp_path))
    named = f"{run} {store.url}"
    parcel.arrive_as(named)
    there = parcel.place_of(run)
    assert (there / "pan.es.md").exists()
    parcel.clean_up(run)
    assert list((tmp_path / "there").iterdir()) == []
    parcel.clean_up(run)
    parcel.arrive_as(named)
    assert (there / "pan.es.md").exists(), "a process that had it asks again"


def test_files_that_nobody_used_for_days_are_swept_when_another_parcel_comes(store: Store, tmp_path: Path) -> None:
    script = write_story(tmp_path)
    old = sent(store, script)
    unpack(store, old)
    script.write_text(script.read_text(encoding="utf-8").replace("caliente", "frío"), encoding="utf-8")
    used = sent(store, script)
    unpack(store, used)
    left = tmp_path / "there" / "gone-by-a-process-that-was-killed"
    left.mkdir()
    for folder in (tmp_path / "there").iterdir():
        os.utime(folder, (1, 1))
    parcel.arrive_as(f"{used} {store.url}")
    script.write_text(script.read_text(encoding="utf-8").replace("frío", "duro"), encoding="utf-8")
    new = sent(store, script)
    unpack(store, new)
    assert sorted((tmp_path / "there").iterdir()) == sorted(map(parcel.place_of, (used, new)))
