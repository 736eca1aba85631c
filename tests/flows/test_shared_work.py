"""Stages do what several lines, chunks or runs want at once only once, and every unit gets its receipt."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flows.stages import translate
from flows.stages.translate import TranslateChunk, read_draft, translate_chunk
from flows.store import Store
from languages.card import Failed
from languages.discover import get_engine
from translation.engine import Draft, Route, TranslateJob
from translation.manuscript import Line


class Pool:
    """Translates to capitals, counts, and fails at what it is told to."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    def call(self, engine: str, jobs: Sequence[TranslateJob], needs: str = "") -> tuple[object, ...]:
        self.asked.update(job.text for job in jobs)
        time.sleep(0.05)
        return tuple(
            Failed(reason="It cannot be said.") if "fail" in job.text else Draft(text=job.text.upper()) for job in jobs
        )


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Pool:
    pool = Pool()
    monkeypatch.setattr(translate, "default_pool", lambda: pool)
    return pool


def chunk(*texts: str) -> TranslateChunk:
    engine = "translation/apertium"
    get_engine(engine)
    lines = tuple(Line(id=f"l{n}", text=text) for n, text in enumerate(texts))
    return TranslateChunk(engine=engine, route=Route(id="spa-cat", source="es", target="ca"), lines=lines)


def test_lines_that_say_the_same_are_made_once_and_share_their_fate(tmp_path: Path, pool: Pool) -> None:
    store = Store(str(tmp_path / "store"))
    receipts = translate_chunk(store, chunk("sí", "no", "sí", "fail", "fail"))
    assert pool.asked == {"sí": 1, "no": 1, "fail": 1}
    assert [(r.unit, bool(r.key), r.made, r.failed) for r in receipts] == [
        ("l0", True, True, ""),
        ("l1", True, True, ""),
        ("l2", True, False, ""),
        ("l3", False, False, "It cannot be said."),
        ("l4", False, False, "It cannot be said."),
    ]
    record = store.find(receipts[2].key)
    assert record is not None
    assert read_draft(record).text == "SÍ"


@pytest.mark.parametrize(("text", "named"), [("a\ufdd0", "U+FDD0"), ("a\x07", "U+0007")])
def test_a_draft_that_is_no_text_is_a_failed_one(tmp_path: Path, pool: Pool, text: str, named: str) -> None:
    (receipt,) = translate_chunk(Store(str(tmp_path / "store")), chunk(text))
    assert not receipt.key
    assert named in receipt.failed


def test_two_runs_that_want_the_same_lines_share_them(tmp_path: Path, pool: Pool) -> None:
    url = str(tmp_path / "store")
    texts = [f"line {n}" for n in range(12)]
    with ThreadPoolExecutor(2) as threads:
        one, two = threads.map(lambda some: translate_chunk(Store(url), chunk(*some)), (texts, texts[::-1]))
    assert pool.asked == Counter(texts)
    assert sum(r.made for r in (*one, *two)) == len(texts)
    assert {r.key for r in one} == {r.key for r in two}
    assert all(r.key for r in one)
