"""What runs took is remembered: by kind of machine, bounded, whole, and never in the way."""

from __future__ import annotations

import dataclasses
import threading
from pathlib import Path

import pytest

from flows import cost_book
from flows.cost_book import Book, learn, read_book, read_costs, read_shipped, with_samples
from flows.costs import AMOUNTS, Amount, Evidence, Sample
from flows.machines import machine_kind


def sample(what: str = "speech/x", cpu_s: float = 1.0, machine: str = "") -> Sample:
    return Sample(amount=Amount(stage="speak", what=what, calls=1.0, jobs=2.0, size=90.0), cpu_s=cpu_s, machine=machine)


def test_what_was_measured_is_there_in_the_next_run(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "costs.json"
    learn([sample(cpu_s=2.0)] * 5, path)
    rate = read_costs(path=path).rate("speech/x")
    assert rate.evidence is Evidence.OWN
    assert read_costs(path=path).priced(sample().amount).cpu_s == pytest.approx(2.0, rel=1e-6)


def test_another_machines_measurements_are_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "costs.json"
    learn([sample(machine="A 486")] * 5, path)
    assert read_costs(path=path).rate("speech/x").evidence is Evidence.NONE
    assert read_book(path).sums[0].machine == "A 486"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"schema":"Costs.9","sums":[]}',
        b'{"sums":[{"machine":"m","what":"x","squares":[1]}]}',
        b'{"sums":[{"machine":"m","what":"x","cpu_s":-1}]}',
        b'{"sums":[{"machine":"m","what":"x","count":1e300}]}',
    ],
)
def test_a_damaged_file_is_as_none_and_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "costs.json"
    path.write_bytes(content)
    assert read_book(path) == Book()
    learn([sample()], path)
    assert [s.what for s in read_book(path).sums] == ["speech/x"]
    kept = tmp_path / "costs.damaged.json"
    assert kept.exists() == bool(content)


def test_the_file_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost_book, "MOST_KINDS", 3)
    book = with_samples(Book(), [sample(f"speech/{n}") for n in (0, 1, 2, 0, 3)])
    assert [s.what for s in book.sums] == ["speech/2", "speech/0", "speech/3"]


def test_runs_that_end_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "costs.json"
    threads = [threading.Thread(target=learn, args=([sample()] * 5, path)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read_book(path).sums[0].count == pytest.approx(40)


def test_a_place_that_cannot_be_written_stops_no_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    learn([sample()], tmp_path / "file" / "costs.json")


def test_on_a_gpu_an_engine_with_a_model_takes_gpu_seconds_and_another_does_not(tmp_path: Path) -> None:
    costs = read_costs("cuda", tmp_path / "costs.json")
    work = Amount(stage="translate", what="translation/nllb", variant="x", calls=1.0, jobs=10.0)
    cost = costs.priced(work)
    assert 0 < cost.gpu_low_s < cost.gpu_s < cost.gpu_high_s
    assert cost.unmeasured == ("translation/nllb",)
    assert costs.rate("speech/espeak").gpu == (0.0,) * AMOUNTS
    assert read_costs("cpu", tmp_path / "costs.json").priced(work).gpu_high_s == 0.0


def test_what_an_engine_took_on_a_processor_says_nothing_of_it_on_a_gpu(tmp_path: Path) -> None:
    path = tmp_path / "costs.json"
    speak = Amount(stage="speak", what="speech/mms", variant="mms-tts-quy", calls=1.0, jobs=10.0)
    plain = dataclasses.replace(speak, what="speech/espeak", variant="x")
    learn([Sample(amount=a, cpu_s=50.0) for a in (speak, plain)] * 100, path)
    assert read_costs("cpu", path).priced(speak).cpu_s == pytest.approx(50.0, rel=0.1)
    costs = read_costs("cuda", path)
    assert costs.priced(speak) == read_costs("cuda", tmp_path / "none.json").priced(speak)
    assert costs.priced(speak).gpu_s > 0
    assert costs.priced(plain).cpu_s == pytest.approx(50.0, rel=0.1), "it works on the processor there too"
    learn([Sample(amount=speak, cpu_s=2.0, gpu_s=1.0)] * 100, path, "cuda")
    assert read_costs("cuda", path).priced(speak).gpu_s == pytest.approx(1.0, rel=0.3)
    assert read_costs("cpu", path).priced(speak).gpu_s == 0.0


def test_this_machine_has_a_kind() -> None:
    assert machine_kind()


def test_every_shipped_figure_says_what_was_measured_where_and_when() -> None:
    for (machine, what, _), rate in read_shipped():
        assert machine
        assert what
        assert rate.count > 0
        assert len(rate.source) > 20
        assert len(rate.cpu) == len(rate.gpu) == AMOUNTS
        assert all(0 <= b < 1e5 for b in (*rate.cpu, *rate.gpu))
