"""Questions about languages in a run: who is asked, who is not, and by which identifier."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from flows.drafts import with_questions
from flows.record import Made, Record
from flows.stages import language
from flows.stages.language import language_questions
from flows.stages.translate import read_draft
from languages.errors import EngineUnusable
from tests.translation.test_identify import SPANISH
from translation.engine import Identified, IdentifyJob
from translation.translated import Finding, FindingKind, State, Translated


def line(state: State, text: str = SPANISH, findings: tuple[Finding, ...] = ()) -> Translated:
    return Translated(line="a", language="ast", source="?", text=text, state=state, findings=findings)


def test_drafts_and_peoples_texts_are_asked_about_and_approved_ones_are_not() -> None:
    states = (State.MACHINE, State.HUMAN, State.STALE, State.APPROVED)
    asked = with_questions([line(s) for s in states], "es")
    assert [bool(t.findings) for t in asked] == [True, True, True, False]
    assert [(t.state, t.text) for t in asked] == [(s, SPANISH) for s in states]


def test_an_earlier_question_does_not_outlive_its_cause() -> None:
    old = (Finding(kind=FindingKind.LANGUAGE, text="old"), Finding(kind=FindingKind.NUMBER, text="kept"))
    (now,) = with_questions([line(State.HUMAN, "Sí.", old)], "es")
    assert [f.kind for f in now.findings] == [FindingKind.NUMBER]


class Pool:
    """Takes every line for a language; or cannot work."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.asked: list[str] = []

    def call(self, engine: str, batch: tuple[IdentifyJob, ...], needs: str = "") -> tuple[Identified, ...]:
        if not self.tag:
            raise EngineUnusable("It does not start.")
        self.asked += [job.text for job in batch]
        return tuple(Identified(guesses=((self.tag, 0.99),)) for _ in batch)


@pytest.fixture
def glotlid(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    pool = Pool("aak")
    monkeypatch.setattr("flows.workers.default_pool", lambda: pool)
    monkeypatch.setattr(language, "_checkpoint", lambda: "glotlid-v3")
    language._asked_better.cache_clear()  # pyright: ignore[reportPrivateUsage]
    yield pool
    language._asked_better.cache_clear()  # pyright: ignore[reportPrivateUsage]


TEXT = "ne kiri wonae sa ari mina kode wari nemo pala tuna"


def test_glotlid_is_asked_where_the_embedded_one_cannot_tell(glotlid: Pool) -> None:
    ((finding,), nothing) = language_questions((TEXT, ""), "aau", "en")
    assert glotlid.asked == [TEXT]
    assert finding.text.endswith("(Measured: of 100 right sentences GlotLID knows 100.0, by its authors.)")
    assert nothing == ()


def test_a_question_of_the_embedded_one_does_not_keep_glotlid_from_the_other_lines(glotlid: Pool) -> None:
    script = "Добар дан свима вама у овој кући"
    embedded, better, nothing = language_questions((script, TEXT, ""), "aau", "en")
    assert glotlid.asked == [TEXT]
    assert "Cyrillic" in embedded[0].text
    assert "GlotLID" in better[0].text
    assert nothing == ()


def test_an_identifier_that_does_not_start_is_told_of_and_asked_again(
    glotlid: Pool, caplog: pytest.LogCaptureFixture
) -> None:
    glotlid.tag = ""
    assert language_questions((TEXT,), "aau", "en") == ((),)
    assert "It does not start." in caplog.text
    glotlid.tag = "aak"
    assert language_questions((TEXT,), "aau", "en") != ((),)


def test_characters_are_asked_about_with_the_language_and_not_twice() -> None:
    old = (Finding(kind=FindingKind.CHARACTERS, text="old"),)
    texts = [(State.HUMAN, "Di\u200bs la lluna."), (State.APPROVED, "Di\u200bs."), (State.MACHINE, "S\ufffd.")]
    asked = with_questions([line(s, text, old) for s, text in texts], "es")
    told = [[f.text[:21] for f in t.findings if f.kind is FindingKind.CHARACTERS] for t in asked]
    assert told == [["Character 3: U+200B Z"], [], ["Character 2: U+FFFD R"]]


def test_a_draft_comes_from_the_store_in_the_form_that_po_files_are_read_in() -> None:
    made = Made(engine="e", version="1", licence="MIT", inputs={}, who="", when="", seconds=0.0)
    record = Record(key="k", stage="translate", value={"text": "cafe\u0301", "findings": []}, made=made)
    assert read_draft(record).text == "café"
