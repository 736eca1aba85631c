from __future__ import annotations

from pathlib import Path

import pytest

from languages.card import Failed
from tests.tiny import glotlid as tiny
from translation.engine import Identified, IdentifyJob
from translation.engines.glotlid import Engine


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("glotlid")
    tiny.build(place)
    return place


def test_texts_are_named_in_order_with_canonical_tags_and_chances(root: Path) -> None:
    engine = Engine(root)
    engine.load()
    texts = ("Hello you\nthere, how are you", "", "12 !", "Atuq killata qawan", "Hola a todos, buenas noches")
    results = engine.identify(tuple(IdentifyJob(text=t) for t in texts))
    assert [r.guesses[0][0] if isinstance(r, Identified) else "" for r in results] == ["en", "", "", "quy", "es"]
    for result in results:
        if isinstance(result, Identified):
            assert sum(p for _, p in result.guesses) == pytest.approx(1.0, abs=0.01)
            assert [p for _, p in result.guesses] == sorted((p for _, p in result.guesses), reverse=True)
            assert result.probability(result.guesses[0][0]) == result.guesses[0][1]
        else:
            assert "no letters" in result.reason
    alone = tuple(engine.identify((IdentifyJob(text=t),))[0] for t in texts)
    assert alone == results
    engine.close()
    engine.close()


def test_without_its_file_every_job_says_what_to_do(tmp_path: Path) -> None:
    engine = Engine(tmp_path)
    engine.load()
    (result,) = engine.identify((IdentifyJob(text="Hello"),))
    assert isinstance(result, Failed)
    assert "vernacast weights" in result.reason


def test_a_pickle_under_the_name_of_the_file_is_refused(tmp_path: Path) -> None:
    from languages.errors import WeightsRefused
    from tests.tiny.common import accept

    (tmp_path / "glotlid-v3").mkdir()
    (tmp_path / "glotlid-v3" / "model.bin").write_bytes(b"\x80\x04cposix\nsystem\n.")
    with pytest.raises(WeightsRefused, match="pickle"):
        accept(tmp_path, "glotlid-v3")
