"""NLLB, its int8 and MADLAD-400: tiny models of the published classes and files, really loaded, really run."""

from __future__ import annotations

import gc
import json
import shutil
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from languages.card import Failed
from languages.errors import WeightsRefused
from languages.weights import usable
from tests.tiny import madlad as tiny_madlad
from tests.tiny import nllb as tiny_nllb
from translation.engine import Draft, TranslateJob
from translation.engines import madlad, nllb, nllb_ct2

ROUTES = {
    "nllb": "nllb-200-distilled-600M:spa_Latn>{}_Latn",
    "nllb_ct2": "nllb-200-distilled-600M-ct2-int8:spa_Latn>{}_Latn",
    "madlad": "madlad400-3b-mt:es>{}",
}
ENGINES = {"nllb": nllb.Engine, "nllb_ct2": nllb_ct2.Engine, "madlad": madlad.Engine}
KNOWN = "La vieja tejía un puente de hilo"
LINES = (KNOWN, "How are you today?", "", "123 … 45", "Hello world", KNOWN + ". " + KNOWN + ".", "Слава", "Hola mundo")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("translators")
    tiny_nllb.build(place)
    tiny_nllb.build_ct2(place)
    tiny_madlad.build(place)
    return place


@pytest.fixture(scope="module", params=list(ENGINES))
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def engine(name: str, root: Path) -> Iterator[Any]:
    made = ENGINES[name](root)
    made.load()
    yield made
    made.close()


def jobs(name: str, *texts: str, keep: tuple[str, ...] = ()) -> tuple[TranslateJob, ...]:
    """Each to another language than the one before."""
    into = ("quy", "fra", "quy", "ayr") if name != "madlad" else ("qu", "fr", "qu", "ay")
    ways = [ROUTES[name].format(into[n % 4]) for n in range(len(texts))]
    return tuple(TranslateJob(text=text, route=way, keep=keep) for text, way in zip(texts, ways, strict=True))


def test_a_line_that_the_model_has_learnt_comes_out_whole(name: str, engine: Any) -> None:
    (draft,) = engine.translate(jobs(name, KNOWN))
    assert draft == Draft(text=KNOWN)


def test_results_come_in_order_one_for_each_of_mixed_lines_and_languages(name: str, engine: Any) -> None:
    results = engine.translate(jobs(name, *LINES))
    assert len(results) == len(LINES)
    assert isinstance(results[2], Failed)
    assert "no text" in results[2].reason
    assert results[3] == Draft(text="123 … 45")
    assert all(isinstance(r, Draft | Failed) for r in results)
    assert all(r.reason if isinstance(r, Failed) else r.text for r in results)
    assert results[0].text == KNOWN


def test_eight_at_once_are_eight_times_one(name: str, engine: Any) -> None:
    together = engine.translate(jobs(name, *LINES))
    alone = tuple(engine.translate((job,))[0] for job in jobs(name, *LINES))
    assert together == alone
    assert engine.translate(tuple(reversed(jobs(name, *LINES)))) == tuple(reversed(together))


def test_sentences_are_translated_one_by_one_and_none_is_left_out(name: str, engine: Any) -> None:
    (draft,) = engine.translate(jobs(name, ". ".join([KNOWN] * 3) + "."))
    assert isinstance(draft, Draft), draft
    assert draft.text.count("puente de hilo") == 3


def test_letters_that_the_vocabulary_lacks_are_named(name: str, engine: Any) -> None:
    (result,) = engine.translate(jobs(name, f"{KNOWN} ЖЖ"))
    told = result.reason if isinstance(result, Failed) else " ".join(f.text for f in result.findings)
    assert "Ж" in told or isinstance(result, Failed)
    assert "<unk>" not in getattr(result, "text", "")


def test_neither_codes_nor_marks_of_the_model_come_out(name: str, engine: Any) -> None:
    for result in engine.translate(jobs(name, *LINES)):
        text = getattr(result, "text", "")
        assert not any(mark in text for mark in ("_Latn", "<2", "</s>", "<unk>", "<pad>", "▁")), text


def test_a_route_that_is_none_is_refused_alone(name: str, engine: Any) -> None:
    odd = TranslateJob(text=KNOWN, route="nothing:xx>yy")
    results = engine.translate((odd, *jobs(name, KNOWN)))
    assert isinstance(results[0], Failed)
    assert "no route" in results[0].reason
    assert isinstance(results[1], Draft)


def test_routes_name_the_checkpoint_its_licence_and_no_more_than_the_list(name: str, root: Path) -> None:
    made = ENGINES[name](root)
    (route,) = made.routes("es", "wo")
    assert not route.broken
    assert route.licence is not None
    assert route.licence.weights == ("Apache-2.0" if name == "madlad" else "CC-BY-NC-4.0")
    assert made.routes("es", "es") == ()
    assert made.routes("es", "zxx") == ()
    assert len(made.routes("", "wo")) > 150
    assert {r.source for r in made.routes()} == {"en"}
    assert made.versions(route.id)["weights"] != "none"


def test_without_weights_a_route_says_what_to_do(name: str, tmp_path: Path) -> None:
    made = ENGINES[name](tmp_path)
    routes = made.routes("es", "wo")
    assert routes
    assert all("vernacast weights" in r.broken for r in routes)
    assert made.routes() == ()
    made.load()
    (result,) = made.translate((TranslateJob(text=KNOWN, route=routes[0].id),))
    assert isinstance(result, Failed)
    assert "are not here" in result.reason


def test_weights_that_are_not_what_was_pinned_are_never_opened(name: str, root: Path, tmp_path: Path) -> None:
    checkpoint = ROUTES[name].partition(":")[0]
    shutil.copytree(root / checkpoint, tmp_path / checkpoint)
    big = max((tmp_path / checkpoint).iterdir(), key=lambda p: p.stat().st_size)
    big.write_bytes(big.read_bytes()[:-100])
    made = ENGINES[name](tmp_path)
    assert "bytes instead of" in made.routes("es", "wo")[0].broken
    made.load()
    (result,) = made.translate(
        (TranslateJob(text=KNOWN, route=ROUTES[name].format("quy" if name != "madlad" else "qu")),)
    )
    assert isinstance(result, Failed)
    assert big.name in result.reason


def test_another_model_under_this_id_is_refused(name: str, root: Path, tmp_path: Path) -> None:
    if name == "nllb_ct2":
        pytest.skip("CTranslate2 folders do not say what they are")
    checkpoint = ROUTES[name].partition(":")[0]
    shutil.copytree(root / checkpoint, tmp_path / checkpoint)
    config = tmp_path / checkpoint / "config.json"
    told = json.loads(config.read_text(encoding="utf-8"))
    config.write_text(json.dumps({**told, "model_type": "gpt2"}), encoding="utf-8")
    pin = tmp_path / checkpoint / "vernacast.json"
    pin.unlink()
    from tests.tiny.common import accept

    with pytest.raises(WeightsRefused, match="gpt2"):
        accept(tmp_path, checkpoint)


def test_closing_gives_the_memory_back(name: str, root: Path) -> None:
    made = ENGINES[name](root)
    made.load()
    made.translate(jobs(name, KNOWN))
    assert made._warm.names()
    loaded, _ = made._warm.get(ROUTES[name].partition(":")[0], 0.0, lambda: pytest.fail("it is warm"))
    gone = weakref.ref(loaded) if name != "nllb_ct2" else None
    del loaded
    made.close()
    made.close()
    gc.collect()
    assert gone is None or gone() is None


@pytest.fixture
def scarce(name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[list[int], list[int]]:
    """(sizes of the batches that were tried, [how many rows memory has room for])."""
    module, tried, room = {"nllb": nllb, "nllb_ct2": nllb_ct2, "madlad": madlad}[name], [], [2]
    within = "_translate" if name == "nllb_ct2" else "_generate"
    real = getattr(module, within)

    def generate(model: Any, tokenizer: Any, part: Any, *more: Any) -> Any:
        tried.append(len(part))
        if len(part) > room[0]:
            raise RuntimeError("CUDA failed with error out of memory")
        return real(model, tokenizer, part, *more)

    monkeypatch.setattr(module, within, generate)
    return tried, room


def test_a_batch_that_runs_out_of_memory_is_halved(name: str, root: Path, scarce: tuple[list[int], list[int]]) -> None:
    made, (tried, room) = ENGINES[name](root), scarce
    lines = (TranslateJob(text=KNOWN, route=jobs(name, KNOWN)[0].route),) * 8
    assert made.translate(lines) == (Draft(text=KNOWN),) * 8
    assert max(tried) == 8
    assert tried[-1] <= 2
    room[0] = 0
    (alone,) = made.translate(lines[:1])
    assert isinstance(alone, Failed)
    assert "not enough memory" in alone.reason
    made.close()


def test_usable_opens_what_the_tests_built(name: str, root: Path) -> None:
    assert usable(ROUTES[name].partition(":")[0], root).is_dir()
