"""The engine with the Apertium that is installed; where it is not, these tests fail and say what to install."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from languages.card import Failed
from languages.errors import EngineUnusable, MissingProgram
from translation import apertium_lines
from translation.engine import Draft, TranslateJob
from translation.engines.apertium import Engine
from translation.translated import FindingKind

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """One engine for all tests here, so that each mode starts once."""
    made = Engine()
    made.load()
    yield made
    made.close()


def draft(engine: Engine, route: str, text: str, *keep: str) -> Draft:
    (result,) = engine.translate((TranslateJob(text=text, route=route, keep=keep),))
    assert isinstance(result, Draft), result
    return result


def text_of(engine: Engine, route: str, text: str, *keep: str) -> str:
    return draft(engine, route, text, *keep).text


def programs_of(pid: int) -> list[int]:
    """Processes whose parent is this one, in its process group: not the Prefect server of other tests."""
    children = [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [p for p in children if os.getpgid(p) == os.getpgid(pid)]


def test_the_story_is_told_in_catalan_aragonese_and_asturian(engine: Engine) -> None:
    line = "Hace mucho tiempo, en un pueblo de 12 casas junto al río, vivía una mujer vieja."
    assert text_of(engine, "spa-cat", line) == (
        "Fa molt temps, en un poble de 12 cases al costat del riu, vivia una dona vella."
    )
    assert text_of(engine, "spa-arg", line) == (
        "Fa muito tiempo, en un lugar de 12 casas chunto a lo río, viviba una muller viella."
    )
    assert text_of(engine, "spa-ast", line) == (
        "Fai enforma tiempu, nun pueblu de 12 cases xuntu al ríu, vivía una muyer vieya."
    )


def test_sardinian_is_reached_over_catalan(engine: Engine) -> None:
    best = next(r for r in engine.routes() if (r.source, r.target) == ("es", "sc"))
    assert best.id == "spa-cat>cat-srd"
    assert text_of(engine, best.id, "Cada noche cantaban junto al río.") == "Cada note cantaiant a su chirru de su riu."


def test_occitan_from_spanish_does_not_go_the_short_broken_way(engine: Engine) -> None:
    found = [r for r in engine.routes() if (r.source, r.target) == ("es", "oc")]
    assert next(r for r in found if not r.broken).id == "spa-cat>ca-oc"
    assert all(r.broken for r in found if r.id == "es-oc")


def test_drafts_from_english_are_ranked_as_what_they_are(engine: Engine) -> None:
    route = next(r for r in engine.routes() if r.id == "eng-cat")
    assert route.rank < 0.35
    assert "not readable" in route.evidence


def test_what_was_said_before_changes_nothing(engine: Engine) -> None:
    # "Sobre" spoils apertium-tagger 3.8.3 for everything after it: "una" becomes "xuna", a form of "to unite".
    line = "Una noche, una mujer."
    alone = text_of(engine, "spa-ast", line)
    assert alone == "Una nueche, una muyer."
    text_of(engine, "spa-ast", "Sobre")
    assert text_of(engine, "spa-ast", line) == alone
    assert text_of(engine, "spa-ast", "Sobre la mesa una casa. Nada es así, una noche come bajo.").count("xuna") == 0


def test_odd_signs_survive_and_are_not_taken_for_marks(engine: Engine) -> None:
    line = '<b>Casa</b> [casa] {\\i1}*casa* #ya @yo ^casa$ C:\\ 2+2 ~ 100%{x} \u202aab\u202c 🙂 &amp; "casa" x_y'
    for route in ("spa-cat", "spa-ast", "es-eo"):
        text = text_of(engine, route, line)
        for part in ("<b>", "</b>", "[", "]", "{\\i1}*", "* #ya @yo ^", "$", "C:\\", "2+2 ~ 100", "%{x}", "🙂 &amp; "):
            assert part in text, (route, part, text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "…", "12 + 3 = 15", "🙂", "<br/>", "*", "^$", "[", "\\", "@#*", "\u202e", "\ue000", "https://a.b/c"],
)
def test_text_without_words_stays_as_it_is(engine: Engine, text: str) -> None:
    assert draft(engine, "spa-cat", text) == Draft(text=text)


def test_marks_become_findings(engine: Engine) -> None:
    result = draft(engine, "spa-cat", "La zorrupia canta.")
    assert result.text == "La zorrupia canta."
    assert [f.kind for f in result.findings] == [FindingKind.UNKNOWN_WORD]
    assert "zorrupia" in result.findings[0].text
    result = draft(engine, "spa-ast", "Cada noche")
    assert result.text == "Cada nueche"
    assert [f.kind for f in result.findings] == [FindingKind.UNGENERATED_WORD]


def test_a_word_that_the_first_hop_does_not_know_leaves_no_mark_in_the_second(engine: Engine) -> None:
    result = draft(engine, "spa-cat>cat-srd", "La zorrupia canta.")
    assert "zorrupia" in result.text
    assert not set(result.text) & set("*@#")
    assert [f.kind for f in result.findings] == [FindingKind.UNKNOWN_WORD]


def test_characters_names_are_not_translated(engine: Engine) -> None:
    line = "Sol, Blanca y Rosa cantaban. Nana dijo: «Vamos, Rosa»."
    for route in ("spa-cat", "spa-ast", "es-eo", "spa-cat>cat-srd"):
        result = draft(engine, route, line, "Sol", "Blanca", "Nana", "Rosa")
        for name, times in (("Sol", 1), ("Blanca", 1), ("Nana", 1), ("Rosa", 2)):
            assert result.text.count(name) == times, (route, result.text)
        assert not any(f.kind in (FindingKind.NAME, FindingKind.UNKNOWN_WORD) for f in result.findings)
    assert text_of(engine, "spa-cat", "El hijo de Ana y el de Sol.", "Ana", "Sol") == "El fill d'Ana i el de Sol."


def test_results_stand_in_the_order_of_the_jobs_and_failures_in_their_place(engine: Engine) -> None:
    jobs = tuple(
        TranslateJob(text=f"Tengo {i} casas.", route=route)
        for i in range(3)
        for route in ("spa-cat", "nowhere", "spa-arg", "spa-cat>cat-srd")
    )
    results = engine.translate(jobs)
    assert len(results) == len(jobs)
    for job, result in zip(jobs, results, strict=True):
        if job.route == "nowhere":
            assert isinstance(result, Failed)
            assert "nowhere" in result.reason
        else:
            assert isinstance(result, Draft)
            assert job.text[6] in result.text


def test_a_line_of_5000_characters_goes_through(engine: Engine) -> None:
    line = ("El hilo es fino, pero une las cosas que están lejos. " * 100)[:5000]
    assert len(text_of(engine, "spa-cat", line)) > 4000


def test_text_that_cannot_be_sent_fails_by_itself(engine: Engine) -> None:
    bad, worse, good = engine.translate(
        tuple(TranslateJob(text=t, route="spa-cat") for t in ("una\0casa", "una \ud800 casa", "una casa"))
    )
    assert isinstance(bad, Failed)
    assert "NUL" in bad.reason
    assert isinstance(worse, Failed)
    assert isinstance(good, Draft)
    assert good.text == "una casa"


def test_programs_that_died_while_idle_are_started_again(engine: Engine) -> None:
    before = text_of(engine, "spa-arg", "La casa")
    for pid in programs_of(os.getpid()):
        os.kill(pid, signal.SIGKILL)
    assert text_of(engine, "spa-arg", "La casa") == before


def test_a_mode_that_gives_nothing_back_fails_the_line_and_names_itself(tmp_path: Path) -> None:
    (tmp_path / "modes").mkdir()
    (tmp_path / "x.bin").write_bytes(b"")
    (tmp_path / "modes" / "spa-cat.mode").write_text(f"lt-proc {tmp_path}/x.bin", encoding="utf-8")
    made = Engine(data=tmp_path)
    made.load()
    results = made.translate((TranslateJob(text="La casa", route="spa-cat"),) * 2)
    made.close()
    for result in results:
        assert isinstance(result, Failed)
        assert "spa-cat" in result.reason


def test_no_more_modes_stay_warm_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apertium_lines, "MOST_WARM", 1)
    made = Engine()
    made.load()
    before = set(programs_of(os.getpid()))
    made.translate(tuple(TranslateJob(text="La casa", route=r) for r in ("spa-arg", "spa-ast", "spa-arg")))
    # spa-arg has 10 programs, spa-ast 9.
    assert len(set(programs_of(os.getpid())) - before) <= 10
    made.close()
    assert set(programs_of(os.getpid())) <= before


def test_versions_name_programs_and_pairs_and_are_asked_once(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = engine.versions("spa-cat>cat-srd")
    assert {"apertium", "lttoolbox", "apertium-spa-cat", "apertium-cat-srd"} <= set(versions)
    assert "apertium-spa-arg" not in versions
    monkeypatch.delattr(subprocess, "Popen")
    assert Engine().versions("spa-cat>cat-srd") == versions


def test_importing_the_engine_starts_no_imports_that_are_slow() -> None:
    code = "import sys, translation.engines.apertium; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"subprocess", "shutil", "langcodes", "selectors", "importlib.resources"} & set(loaded.stdout.split())


def test_loading_without_apertium_names_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(EngineUnusable, match="apt-get install"):
        Engine(data=tmp_path).load()
    monkeypatch.setenv("PATH", str(tmp_path))
    made = Engine()
    with pytest.raises(MissingProgram, match="apertium"):
        made.load()
    made.close()
    made.close()


def test_programs_end_with_the_process_that_started_them_however_it_ends() -> None:
    code = (
        "import time; from translation.engines.apertium import Engine; from translation.engine import TranslateJob\n"
        "e = Engine(); e.load(); e.translate((TranslateJob(text='La casa', route='spa-arg'),))\n"
        "print('ready', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        programs = programs_of(process.pid)
        assert len(programs) >= 9
        process.kill()
    until = time.monotonic() + 5
    while time.monotonic() < until and any(_runs(pid) for pid in programs):
        time.sleep(0.05)
    assert not any(_runs(pid) for pid in programs)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
