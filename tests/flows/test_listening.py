"""Listening to what machines speak: checked by an ear, and laid onto the text where the voice tells no times."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import msgspec
import pytest

from flows.choose import CastVoice, choose_aligner
from flows.chunks import graph_of
from flows.cost_book import read_costs
from flows.cut import EditionTakes, listen_chunks
from flows.means import Means
from flows.offers import Offers
from flows.plan import LanguagePlan, plan_language
from flows.planning import open_store, plan_recipe
from flows.recipe import Receipt, Recipe
from flows.sizing import Sizing
from flows.stages import listen
from flows.stages.lines import LineReport, hear, with_guesses
from flows.stages.listen import Listened, ListenTo, listen_back, to_be_heard
from flows.stages.speak import SpeakChunk, SpeakLine
from flows.store import Store
from flows.work import Recording
from languages.card import Failed, Licence, Step
from languages.discover import get_engine
from languages.licences import Use
from speech.engine import Ear, ListenJob, Transcript
from speech.timing import spread_words
from speech.utterance import Utterance, Voice, Word
from tests.fakes import card
from tests.flows.test_choose import RECIPE, STORY, work
from tests.flows.writers import a_key, a_record, put
from tests.stories import write_story
from translation.translated import State

TEXT = "Huk tutas atuqqa"
NC = Licence(code="MIT", weights="CC-BY-NC-4.0", source="a model card")
FREE = Licence(code="MIT", weights="Apache-2.0", source="a model card")
EAR = Ear(engine="speech/faster_whisper", id="faster-whisper-base:quy", language="quy", licence=FREE)
ALIGNER = Ear(
    engine="speech/omnilingual", id="omniasr-ctc-300m:quy", language="quy", aligns=True, licence=FREE, checkpoint=""
)
VOICE = Voice(engine="speech/omnivoice", id="omnivoice:quy+female", language="quy", tells_times=False, licence=FREE)
LAID = (Word(text="Huk", offset=0, start=4_000, end=9_000), Word(text="tutas", offset=4, start=9_500, end=20_000))


class Pool:
    """Answers as an ear would, and remembers who was asked for which lines."""

    def __init__(self, answer: Transcript | Failed) -> None:
        self.answer = answer
        self.asked: list[tuple[str, list[str], list[str]]] = []

    def call(self, engine: str, jobs: tuple[ListenJob, ...], needs: str = "") -> tuple[Transcript | Failed, ...]:
        self.asked.append((engine, [j.line for j in jobs], [j.text for j in jobs]))
        if isinstance(self.answer, Failed):
            return (self.answer,) * len(jobs)
        return tuple(dataclasses.replace(self.answer, line=j.line) for j in jobs)


HEARD = Transcript(line="", text="huk tutas", language="quy", words=LAID, aligned=True)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "store"))


def spoken(store: Store, line: str, voice: Voice = VOICE, human: bool = False) -> Receipt:
    k = a_key(f"spoken {line}")
    utterance = Utterance(
        line="", voice=f"{voice.engine}:{voice.id}", language="quy", audio=put(store, line.encode()), length=48_000,
        words=spread_words(TEXT, ((0, 48_000),), 48_000), loudness_lufs=-16.0, peak_dbtp=-3.0, human=human,
    )  # fmt: skip
    value = msgspec.to_builtins(utterance)
    store.commit(k, dataclasses.replace(a_record(k, utterance.audio), stage="speak", value=value))
    return Receipt(unit=line, key=k)


def plan(ear: Ear | None, aligner: Ear | None, *voices: Voice) -> LanguagePlan:
    cast = tuple(CastVoice(character="", voice=v) for v in voices or (VOICE,))
    return LanguagePlan(language="quy", name="Quechua", states=(), ear=ear, aligner=aligner, voices=cast)


def listened(store: Store, pool: Pool, p: LanguagePlan, *takes: Receipt, patch: pytest.MonkeyPatch) -> Listened:
    patch.setattr(listen, "default_pool", lambda: pool)
    w = work(State.HUMAN, TEXT)
    ears = dict.fromkeys(ear for ear in (p.ear, p.aligner) if ear is not None)
    heard = (listen_back(store, ListenTo(ear=ear, plan=p, work=w), (), takes) for ear in ears)
    return sum(heard, Listened())


def test_only_lines_whose_voice_tells_no_times_are_laid(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    timed = Voice(engine="speech/mms", id="mms-tts-quy", language="quy")
    pool = Pool(HEARD)
    takes = (spoken(store, "a"), spoken(store, "b", timed), spoken(store, "c", human=True))
    found = listened(store, pool, plan(None, ALIGNER, VOICE, timed), *takes, patch=monkeypatch)
    assert pool.asked == [("speech/omnilingual", ["a"], [TEXT])]
    assert [r.unit for r in found.laid] == ["a"]
    assert found.checked == ()


def test_an_ear_that_can_lay_texts_listens_once_for_both(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    pool = Pool(HEARD)
    found = listened(store, pool, plan(ALIGNER, ALIGNER), spoken(store, "a"), patch=monkeypatch)
    assert len(pool.asked) == 1
    assert [r.key for r in found.checked] == [r.key for r in found.laid]
    assert len(found.receipts()) == 1
    listened(store, pool, plan(ALIGNER, ALIGNER), spoken(store, "a"), patch=monkeypatch)
    assert len(pool.asked) == 1, "what was heard is remembered"


def test_what_is_still_to_be_heard_is_known_beforehand(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    timed = Voice(engine="speech/mms", id="mms-tts-quy", language="quy")
    takes = (spoken(store, "a"), spoken(store, "b", timed), spoken(store, "c", human=True))
    p = plan(EAR, ALIGNER, VOICE, timed)
    w = work(State.HUMAN, TEXT)
    nothing, todo = to_be_heard(store, p, w, (), takes)
    assert (nothing, todo) == (Listened(), {EAR: ("a", "b"), ALIGNER: ("a",)})
    made = listened(store, Pool(HEARD), p, *takes, patch=monkeypatch)
    found, todo = to_be_heard(store, p, w, (), takes)
    assert todo == {}
    assert [r.key for r in found.receipts()] == [r.key for r in made.receipts()]
    assert sum(r.cpu_s for r in made.receipts()) > 0
    assert all(r.cpu_s == 0 for r in found.receipts())


def test_found_words_take_the_place_of_guessed_ones(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    take = spoken(store, "a")
    found = listened(store, Pool(HEARD), plan(None, ALIGNER), take, patch=monkeypatch)
    guessed = hear(store, [take], {"a": TEXT})["a"]
    laid = hear(store, [take], {"a": TEXT}, found.laid)["a"]
    assert laid.line.words == LAID != guessed.line.words
    assert laid.laid == (found.laid[0].key,)
    assert guessed.laid == ()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Failed(reason="The sound is silence."), "The sound is silence."),
        (dataclasses.replace(HEARD, aligned=False), "could not be laid"),
    ],
)
def test_words_that_stay_guessed_are_said_to_be(
    store: Store, monkeypatch: pytest.MonkeyPatch, answer: Transcript | Failed, why: str
) -> None:
    take = spoken(store, "a")
    found = listened(store, Pool(answer), plan(None, ALIGNER), take, patch=monkeypatch)
    heard = hear(store, [take], {"a": TEXT}, found.laid)
    (line,) = with_guesses(store, (LineReport(line="a", state=State.MACHINE),), heard, found.laid)
    assert heard["a"].laid == ()
    assert "guessed by the number of its letters" in line.findings[0].text
    assert why in line.findings[0].text


def offers(*ears: Ear, voice: Voice = VOICE) -> Offers:
    cards = (
        card("translation/small", Step.TRANSLATE),
        card("speech/omnivoice", Step.SPEAK),
        get_engine("speech/faster_whisper").card,
        get_engine("speech/omnilingual").card,
    )
    return Offers(cards=cards, routes=(), voices=(voice,), ears=ears)


def means(use: Use = Use.COMMERCIAL) -> Means:
    return Means(use=use, ram_gb=1000.0)


def test_the_plan_says_who_finds_the_words_or_that_they_are_guessed() -> None:
    told = plan_language(work(State.HUMAN, TEXT), STORY, offers(ALIGNER), RECIPE, means())
    assert told.aligner == ALIGNER
    assert any("word times are found by speech/omnilingual" in note for note in told.notes)
    alone = plan_language(work(State.HUMAN, TEXT), STORY, offers(), RECIPE, means())
    assert alone.aligner is None
    assert any("guessed by the number of their letters" in note for note in alone.notes)


def test_voices_that_tell_times_need_no_aligner() -> None:
    timed = dataclasses.replace(VOICE, tells_times=True)
    assert plan_language(work(State.HUMAN, TEXT), STORY, offers(ALIGNER, voice=timed), RECIPE, means()).aligner is None


def test_an_aligner_is_bound_by_its_licence_which_the_plan_tells() -> None:
    bound = dataclasses.replace(ALIGNER, licence=NC)
    assert choose_aligner("quy", None, offers(bound), means()) is None
    told = plan_language(work(State.HUMAN, TEXT), STORY, offers(bound), RECIPE, means(Use.NONPROFIT))
    assert told.aligner == bound
    assert any("CC-BY-NC-4.0" in term and "speech/omnilingual" in term for term in told.terms)


def test_an_ear_that_only_writes_down_is_no_aligner() -> None:
    assert choose_aligner("quy", EAR, offers(EAR, ALIGNER), means()) == ALIGNER
    assert choose_aligner("quy", EAR, offers(EAR), means()) is None


def test_listening_begins_with_the_first_takes(tmp_path: Path) -> None:
    timed = Voice(engine="speech/mms", id="mms-tts-quy", language="quy")
    lines = [SpeakLine(line=n, text=TEXT, voice=timed if n == "d" else VOICE) for n in "abcd"]
    speak = tuple(SpeakChunk(language="quy", lines=tuple(some)) for some in (lines[:2], lines[2:3], lines[3:]))
    recorded = SpeakLine(line="e", text=TEXT, voice=VOICE, recording=Recording(line="e", path="e.wav", digest="0" * 64))
    speak = (*speak, SpeakChunk(language="quy", lines=(recorded,)))
    takes = (Receipt(unit="x", key="1"), Receipt(unit="y", key="2"))
    done = EditionTakes(plan=plan(EAR, ALIGNER), work=work(State.HUMAN), drafts=(), takes=takes, characters={})
    chunks = listen_chunks(done, {EAR: ("x",)}, speak, Sizing(read_costs()))
    assert [(c.ear.id, c.lines, c.after) for c in chunks] == [
        (EAR.id, ("x",), None),
        (EAR.id, ("a", "b"), 0),
        (ALIGNER.id, ("a", "b"), 0),
        (EAR.id, ("c",), 1),
        (ALIGNER.id, ("c",), 1),
        (EAR.id, ("d",), 2),
    ], "a voice that tells its times is only checked, a person not even that"
    assert [c.takes for c in chunks] == [takes[:1], (), (), (), (), ()]

    script = write_story(tmp_path, "---\ntitle: T\nlanguage: es\n---\n\n# A\n\n![Un campo.]\n\nLlueve.\n", "t.es.md")
    recipe = Recipe(script=str(script), targets=("es",), store=str(tmp_path / "store"))
    planned = plan_recipe(recipe)
    jobs = dataclasses.replace(planned.editions[0], plan=done.plan, speak=speak, listen=chunks)
    graph = graph_of(recipe, dataclasses.replace(planned, editions=(jobs,)), open_store(recipe))
    needs = {piece.chunk.id: (piece.chunk.lane, piece.chunk.needs) for piece in graph.pieces}
    assert needs["quy listen 0"] == (EAR.engine, ())
    assert needs["quy listen 2"] == (ALIGNER.engine, ("quy speak 0",))
    assert needs["quy listen 5"] == (EAR.engine, ("quy speak 2",))
    assert {f"quy listen {n}" for n in range(6)} < set(needs["quy film"][1])
    assert graph.editions[0].heard == tuple(f"quy listen {n}" for n in range(6))


def test_what_was_made_is_counted_though_a_line_that_sounds_alike_found_it() -> None:
    made = Receipt(unit="a", key="k", made=True, cpu_s=2.0)
    both = Listened(checked=(made,)) + Listened(checked=(Receipt(unit="b", key="k"),))
    assert both.receipts() == (made,)
    assert (Listened(checked=(Receipt(unit="b", key="k"),)) + Listened(checked=(made,))).receipts() == (made,)


def test_a_transcript_that_is_gone_is_said_to_be(store: Store) -> None:
    take, gone = spoken(store, "a"), Receipt(unit="a", key=a_key("gone"))
    heard = hear(store, [take], {"a": TEXT}, (gone,))
    (line,) = with_guesses(store, (LineReport(line="a", state=State.MACHINE),), heard, (gone,))
    assert "its transcript is not there" in line.findings[0].text
