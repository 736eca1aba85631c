from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from flows.choose import choose_ear, choose_route, choose_voices
from flows.means import Means, licence_forbids
from flows.offers import Offers
from flows.plan import plan_language, terms_of
from flows.recipe import Recipe
from flows.work import LanguageWork
from languages.card import Licence, Step
from languages.licences import Use
from speech.engine import Ear
from speech.utterance import Voice
from tests.fakes import card
from tests.speech.test_consent import record
from translation.engine import Route
from translation.manuscript import Character, Line, LineKind, Manuscript, Scene
from translation.translated import State, Translated

NC = Licence(code="MIT", weights="CC-BY-NC-4.0", source="a model card")
FREE = Licence(code="Apache-2.0", weights="Apache-2.0", source="a model card")
CPML = Licence(code="MPL-2.0", weights="LicenseRef-CPML-1.0.0", outputs="LicenseRef-CPML-1.0.0", source="its card")
ROOMY = Means(ram_gb=1000.0)


def means(use: Use = Use.COMMERCIAL, ram_gb: float = 1000.0) -> Means:
    return Means(use=use, ram_gb=ram_gb)


def route(name: str, rank: float, licence: Licence | None = None, broken: str = "") -> Route:
    return Route(id=name, source="es", target="quy", rank=rank, licence=licence, broken=broken, evidence="a test")


def voice(engine: str, name: str, rank: float, **more: object) -> Voice:
    return Voice(engine=engine, id=name, language="quy", rank=rank, evidence="a test", **more)  # pyright: ignore[reportArgumentType] - test data


CARDS = (
    card("translation/small", Step.TRANSLATE),
    card("translation/large", Step.TRANSLATE),
    card("speech/plain", Step.SPEAK),
    card("speech/model", Step.SPEAK),
    card("speech/ear", Step.LISTEN),
)


def offers(
    routes: tuple[tuple[str, Route], ...] = (), voices: tuple[Voice, ...] = (), ears: tuple[Ear, ...] = ()
) -> Offers:
    return Offers(cards=CARDS, routes=routes, voices=voices, ears=ears)


LINE = Line(id="a", text="Una vez", kind=LineKind.NARRATION)
STORY = Manuscript(
    name="story",
    language="es",
    title=Line(id="title", text="T", kind=LineKind.TITLE),
    characters=(Character(name="Rosa"),),
    scenes=(Scene(id="s", heading="", lines=(LINE,)),),
)


def work(state: State = State.MISSING, text: str = "", engine: str = "") -> LanguageWork:
    lines = tuple(
        Translated(line=n.id, language="quy", source=n.text, text=text, state=state, engine=engine)
        for n in STORY.lines()
    )
    return LanguageWork(language="quy", po="po/quy.po", lines=lines)


RECIPE = Recipe(script="story.md", targets=("quy",))


@pytest.mark.parametrize(("use", "chosen"), [(Use.COMMERCIAL, "poor"), (Use.NONPROFIT, "good")])
def test_the_use_decides_between_a_good_and_a_free_route(use: Use, chosen: str) -> None:
    found = offers((("translation/large", route("good", 0.7, NC)), ("translation/small", route("poor", 0.3, FREE))))
    engine, best, rejected = choose_route("es", "quy", found, means(use))
    assert best is not None
    assert best.id == chosen
    assert engine
    (other,) = rejected
    if use is Use.COMMERCIAL:
        assert "CC-BY-NC-4.0" in other.reason
        assert "--use nonprofit" in other.reason
    else:
        assert "better (0.70 against 0.30" in other.reason


def test_a_model_that_does_not_fit_into_memory_is_not_chosen() -> None:
    large = dataclasses.replace(CARDS[1].resources, ram_gb=12.0)
    cards = (CARDS[0], dataclasses.replace(CARDS[1], resources=large), *CARDS[2:])
    routes = (("translation/large", route("good", 0.7)), ("translation/small", route("poor", 0.3)))
    found = Offers(cards=cards, routes=routes, voices=())
    _, best, rejected = choose_route("es", "quy", found, means(ram_gb=8.0))
    assert best is not None
    assert best.id == "poor"
    assert "it takes about 12.0 GB" in rejected[0].reason
    assert "8.0 GB may be used" in rejected[0].reason


def test_a_broken_route_keeps_its_reason() -> None:
    _, best, rejected = choose_route(
        "es", "quy", offers((("translation/large", route("x", 0.5, broken="No weights.")),)), ROOMY
    )
    assert best is None
    assert rejected[0].reason == "No weights."


def test_an_unknown_licence_is_forbidden_for_every_use() -> None:
    unknown = Licence(code="MIT", weights="unknown")
    assert all("unknown" in licence_forbids(unknown, use) for use in Use)
    assert all("unknown" in licence_forbids(Licence(code="MIT", weights="Odd-1.0"), use) for use in Use)


def test_terms_on_outputs_count_like_those_on_weights() -> None:
    assert "outputs" in licence_forbids(dataclasses.replace(CPML, weights="MIT"), Use.COMMERCIAL)
    assert not licence_forbids(CPML, Use.COMMUNITY)
    told = terms_of(CARDS[3], CPML)
    assert any("outputs under LicenseRef-CPML-1.0.0. Not for commercial use." in t for t in told)
    assert terms_of(CARDS[3], FREE) == ()


def test_the_best_engine_reads_and_the_others_are_explained() -> None:
    voices = (
        voice("speech/plain", "p", 0.2),
        voice("speech/plain", "p+f", 0.2, variant="f"),
        voice("speech/model", "m", 0.5),
    )
    cast = choose_voices(work(), STORY, offers(voices=voices), RECIPE, ROOMY)
    assert {c.voice.id for c in cast.voices} == {"m"}
    assert [r.what for r in cast.rejected] == ["p"]
    assert "speech/model m is better (0.50 against 0.20" in cast.rejected[0].reason
    assert any("sounds like the narrator" in note for note in cast.notes)


def test_a_cloned_voice_is_cast_only_where_the_script_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.choose._why_not", lambda *_: "")
    clone = voice("speech/model", "c", 0.6, consent="abuela-rosa")
    voices = (voice("speech/plain", "p", 0.2), clone)
    cast = choose_voices(work(), STORY, offers(voices=voices), RECIPE, ROOMY)
    assert {c.voice.id for c in cast.voices} == {"p"}
    named = dataclasses.replace(STORY, characters=(Character(name="Rosa", voice="abuela-rosa"),))
    cast = choose_voices(work(), named, offers(voices=voices), RECIPE, ROOMY)
    assert [c.voice.id for c in cast.voices] == ["p", "c"]
    told = dataclasses.replace(STORY, narrator="abuela-rosa")
    cast = choose_voices(work(), told, offers(voices=voices), RECIPE, ROOMY)
    assert cast.voices[0].voice.id == "c"


@pytest.fixture
def rosa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Voice:
    """A person's voice that speaks Quechua; its record allows Quechua and Spanish, for nonprofit use."""
    monkeypatch.setenv("VERNACAST_VOICES", str(tmp_path))
    record(tmp_path)
    return voice("speech/model", "xtts:quy:abuela-rosa", 0.6, consent="abuela-rosa", variant="abuela-rosa")


PLAIN = voice("speech/plain", "p", 0.2)
NAMED = dataclasses.replace(STORY, characters=(Character(name="Rosa", voice="abuela-rosa"),))


def test_a_clone_without_a_consent_record_is_never_cast(rosa: Voice) -> None:
    clone = voice("speech/model", "c", 0.6, consent="nobody-of-this-name")
    named = dataclasses.replace(STORY, narrator="nobody-of-this-name")
    cast = choose_voices(work(), named, offers(voices=(clone,)), RECIPE, ROOMY)
    assert cast.voices == ()
    assert "no consent record" in cast.rejected[0].reason


def test_why_a_person_s_voice_is_not_used_is_told(rosa: Voice, tmp_path: Path) -> None:
    told = dataclasses.replace(NAMED, narrator="abuela-rosa")
    cast = choose_voices(work(), told, offers(voices=(PLAIN, rosa)), RECIPE, ROOMY)
    assert {c.voice.id for c in cast.voices} == {"p"}
    assert ["nonprofit use, not for commercial" in r.reason for r in cast.rejected] == [True]
    assert "The narrator does not have the voice 'abuela-rosa': Rosa allowed" in cast.notes[0]
    assert "Rosa does not have the voice 'abuela-rosa': Rosa allowed" in cast.notes[-1]
    (tmp_path / "abuela-rosa" / "consent.json").write_text("{", encoding="utf-8")
    cast = choose_voices(work(), NAMED, offers(voices=(PLAIN,)), RECIPE, means(Use.NONPROFIT))
    assert "cannot be read" in cast.notes[-1]
    record(tmp_path, "pedro")
    other = dataclasses.replace(STORY, characters=(Character(name="Pedro", voice="pedro"),))
    cast = choose_voices(work(), other, offers(voices=(PLAIN,)), RECIPE, means(Use.NONPROFIT))
    assert "no engine here speaks the language with a person's voice" in cast.notes[-1]


@pytest.mark.parametrize(("allowed", "ids"), [(("es", "ast"), ["s", "lent"]), (("es",), ["s", "s"])])
def test_a_person_s_voice_is_borrowed_only_for_languages_that_they_allow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowed: tuple[str, ...], ids: list[str]
) -> None:
    monkeypatch.setenv("VERNACAST_VOICES", str(tmp_path))
    record(tmp_path, languages=allowed)
    spanish = dataclasses.replace(voice("speech/plain", "s", 0.2), language="es")
    lent = dataclasses.replace(voice("speech/model", "lent", 0.6, consent="abuela-rosa"), language="es")
    recipe = dataclasses.replace(RECIPE, targets=("ast",), borrow_voices=(("ast", "es"),))
    asturian = dataclasses.replace(work(), language="ast")
    broken = dataclasses.replace(spanish, id="b", engine="speech/model", broken="a test")
    cast = choose_voices(asturian, NAMED, offers(voices=(spanish, broken, lent)), recipe, means(Use.NONPROFIT))
    assert cast.borrowed == "es"
    assert [c.voice.id for c in cast.voices] == ids
    assert any("for es only" in r.reason for r in cast.rejected) == (ids[-1] == "s")
    assert {r.what for r in cast.rejected} <= {"lent"}, "what else the lender has broken is nobody's business"


def test_people_s_voices_alone_read_nobody_who_is_not_named(rosa: Voice) -> None:
    cast = choose_voices(work(), NAMED, offers(voices=(rosa,)), RECIPE, means(Use.NONPROFIT))
    assert cast.voices == ()
    assert "nobody is here to read the rest" in cast.notes[0]
    everybody = dataclasses.replace(NAMED, narrator="abuela-rosa")
    cast = choose_voices(work(), everybody, offers(voices=(rosa,)), RECIPE, means(Use.NONPROFIT))
    assert {c.voice.id for c in cast.voices} == {rosa.id}


def ear(name: str, cer: float | None, **more: object) -> Ear:
    return Ear(engine="speech/ear", id=name, language="quy", expected_cer=cer, **more)  # pyright: ignore[reportArgumentType] - test data


def test_the_ear_that_errs_least_listens_and_an_aligner_never_does() -> None:
    ears = (ear("unknown", None), ear("bad", 0.4), ear("good", 0.1), ear("lays", 0.0, transcribes=False))
    best, rejected = choose_ear("quy", offers(ears=ears), ROOMY)
    assert best is not None
    assert best.id == "good"
    assert [r.what for r in rejected] == ["bad", "unknown"]


def test_a_plan_says_what_its_licences_ask() -> None:
    found = offers((("translation/large", route("good", 0.7, NC)),), (voice("speech/plain", "p", 0.2),))
    plan = plan_language(work(), STORY, found, RECIPE, means(Use.NONPROFIT))
    assert plan.route is not None
    assert any("CC-BY-NC-4.0" in t and "Not for commercial use" in t for t in plan.terms)
    plain = plan_language(work(), STORY, found, RECIPE, means())
    assert plain.route is None
    assert plain.refused
    assert plain.terms == ()


def test_a_plan_says_that_nobody_can_listen() -> None:
    found = offers((("translation/large", route("good", 0.7)),), (voice("speech/plain", "p", 0.2),))
    plan = plan_language(work(), STORY, found, dataclasses.replace(RECIPE, check=True), ROOMY)
    assert plan.ear is None
    assert any("stays unchecked" in note for note in plan.notes)


SPANISH = (
    Voice(engine="speech/plain", id="es", language="es", rank=0.2, evidence="a test"),
    Voice(engine="speech/plain", id="es-419", language="es-419", rank=0.2, evidence="a test"),
)


def test_a_region_is_served_by_its_language_and_the_plan_says_so() -> None:
    ways = (("translation/small", Route(id="way", source="ca", target="es")),)
    found = offers(ways, SPANISH, (Ear(engine="speech/ear", id="ear", language="es", aligns=True),))
    catalan = dataclasses.replace(STORY, language="ca")
    mexican = dataclasses.replace(work(), language="es-MX")
    plan = plan_language(mexican, catalan, found, dataclasses.replace(RECIPE, check=True), ROOMY)
    assert (plan.refused, plan.engine, plan.borrowed) == ("", "translation/small", "")
    assert {c.voice.id for c in plan.voices} == {"es-419"}  # as CLDR's parentLocales have it
    assert plan.ear == found.ears[0]
    assert any("It is drafted as Spanish (es)" in note for note in plan.notes)
    assert any("spoken as Spanish (Latin America) (es-419)" in note for note in plan.notes)


def test_a_regions_own_voice_goes_before_its_languages() -> None:
    found = offers(voices=SPANISH)
    assert [v.id for v in found.voices_of("es-419")] == ["es-419"]
    assert [v.id for v in found.voices_of("es-AR")] == ["es-419"]
    assert [v.id for v in found.voices_of("es-GQ")] == ["es"]
    assert [v.id for v in found.voices_of("es")] == ["es"]


@pytest.mark.parametrize("tag", ["sr-ME", "ca-valencia", "zh-TW"])
def test_a_variety_or_another_script_is_served_by_nobody_else(tag: str) -> None:
    language = tag.partition("-")[0]
    found = offers((("translation/small", Route(id="way", source="es", target=language)),), (voice("a", "b", 0.5),))
    found = dataclasses.replace(found, voices=(dataclasses.replace(found.voices[0], language=language),))
    assert found.routes_between("es", tag) == found.voices_of(tag) == ()


def test_consent_to_speak_a_language_holds_for_its_regions(rosa: Voice) -> None:
    spanish = dataclasses.replace(rosa, language="es")
    mexican = dataclasses.replace(work(), language="es-MX")
    cast = choose_voices(mexican, NAMED, offers(voices=(*SPANISH, spanish)), RECIPE, means(Use.NONPROFIT))
    assert rosa.id in {c.voice.id for c in cast.voices}
