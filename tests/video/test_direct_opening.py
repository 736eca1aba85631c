"""Who and what a line names is in the shot that begins with it; things pass from hand to hand."""

from __future__ import annotations

import pytest

from video.direct import Role, Said, ToDirect, direct
from video.shotlist import Acting, Directed, Near, ShotPlan

CAST = (Role(name="Nana", look="old woman"), Role(name="Ina", look="girl"), Role(name="Tom", look="boy"))
LONG = "and the road went on and on, over the hills and far away, as roads do when one is tired."

TAILS = {
    "en": LONG,
    "es": "y el camino seguía y seguía, por las colinas y muy lejos, como hacen los caminos cuando uno está cansado.",
    "fr": "et la route continuait toujours, par les collines et très loin, comme font les routes quand on est las.",
    "pt": "e o caminho continuava sempre, pelas colinas e para muito longe, como fazem os caminhos ao fim do dia.",
}


def told(brief: str, *lines: str, language: str = "en", seed: int = 0) -> Directed:
    said = tuple(
        Said(text=text.partition(": ")[2] or text, who=text.partition(": ")[0] if ": " in text else "")
        for text in lines
    )
    return direct(ToDirect(brief=brief, lines=said, language=language, cast=CAST, seed=seed))


def shot_of(found: Directed, line: int) -> ShotPlan:
    return [s for s in found.shots if s.first <= line][-1]


def act(shot: ShotPlan, name: str) -> Acting:
    return next(a for a in shot.acting if a.name == name)


@pytest.mark.parametrize("seed", range(4))
def test_whom_the_narrator_names_first_is_seen_though_another_speaks(seed: int) -> None:
    found = told(
        "A road. Nana. Ina.", f"Nana walked {LONG}", f"Nana: It is late, {LONG}", f"Ina stopped {LONG}",
        f"Nana: What is it, {LONG}", seed=seed,
    )  # fmt: skip
    shot = shot_of(found, 2)
    assert shot.first == 2
    assert "Ina" in shot.seen


@pytest.mark.parametrize("seed", range(4))
def test_no_close_picture_begins_with_what_an_animal_or_a_thing_does(seed: int) -> None:
    found = told(
        "A garden. Nana. Ina. A dog.", f"Nana and Ina walked {LONG}", f"Nana: It is late, {LONG}",
        f"The dog barked at Nana {LONG}", f"Nana: Be quiet, {LONG}", seed=seed,
    )  # fmt: skip
    shot = shot_of(found, 2)
    assert shot.first == 2
    assert shot.near is not Near.CLOSE
    assert shot.near is Near.WIDE or shot.about == "dog"
    assert set(shot.seen) == {"Nana", "Ina"}


def test_what_somebody_holds_is_seen_with_them() -> None:
    found = told(
        "A road. Nana holds a lantern. Ina.", f"Ina and Nana walked {LONG}", f"Ina: It is late, {LONG}",
        f"The lantern went out {LONG}", f"Ina: I see nothing, {LONG}",
    )  # fmt: skip
    assert "Nana" in shot_of(found, 2).seen


@pytest.mark.parametrize(
    ("language", "brief", "line", "nana", "ina"),
    [
        ("en", "A road. Nana carries a basket. Ina.", "Ina took the basket from her", "", "basket"),
        ("en", "A road. Nana and Ina.", "Nana gave the basket to Ina", "", "basket"),
        ("en", "A road. Nana carries a basket. Ina.", "Nana put the basket on the ground", "", ""),
        ("en", "A road. Nana carries a basket. Ina.", "Nana put down the basket", "", ""),
        ("es", "Un camino. Nana lleva una cesta. Ina.", "Nana dejó la cesta en el suelo", "", ""),
        ("fr", "Une route. Nana porte un panier. Ina.", "Nana posa le panier par terre", "", ""),
        ("pt", "Um caminho. Nana leva um cesto. Ina.", "Nana pousou o cesto no chão", "", ""),
        ("en", "A road. Nana carries a basket. Ina.", "Nana put on her hat", "basket", ""),
    ],
)
def test_who_holds_something_keeps_it_until_it_is_passed_on(
    language: str, brief: str, line: str, nana: str, ina: str
) -> None:
    tail = TAILS[language]
    found = told(brief, f"{line}, {tail}", f"Nana: {tail}", f"Ina: {tail}", tail, language=language)
    assert len(found.shots) > 1
    held = {a.name: a.holds for s in found.shots[1:] for a in s.acting}
    assert held.get("Nana", nana) == nana
    assert held.get("Ina", ina) == ina


def test_what_is_picked_up_later_stands_there_before() -> None:
    found = told(
        "A road. Nana. Ina. A basket.", f"Nana looked about {LONG}", f"Ina: It is late, {LONG}",
        f"Nana took the basket {LONG}", f"Ina: At last, {LONG}",
    )  # fmt: skip
    assert "basket" in found.scenery.ids()
    first, then = found.shots[0], shot_of(found, 2)
    assert "basket" not in first.away
    assert act(then, "Nana").holds == "basket"
    assert "basket" in then.away


def test_nobody_sees_an_empty_bench_of_one_who_sits_on_it_out_of_sight() -> None:
    found = told(
        "A hill. Nana sits on a bench. Ina holds a kite.", f"Nana sat {LONG}", f"Ina ran {LONG}", f"Ina: Look, {LONG}",
    )  # fmt: skip
    alone = [s for s in found.shots if s.seen == ("Ina",)]
    assert alone
    assert all("bench" in s.away for s in alone)
    assert "bench" not in found.shots[0].away


@pytest.mark.parametrize("seed", range(4))
def test_nobody_is_seen_alone_over_what_is_told_of_somebody_who_is_away(seed: int) -> None:
    found = told(
        "A road. Nana. Ina.", f"Nana and Ina walked {LONG}", f"Nana: It is late, {LONG}", f"Ina: It is, {LONG}",
        f"Tom had no mango and fell ill {LONG}", seed=seed,
    )  # fmt: skip
    shot = shot_of(found, 3)
    assert shot.first == 3
    assert set(shot.seen) == {"Nana", "Ina"}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Luckily, at the next crossroads, there was Tom"),
        ("es", "Por suerte, en el cruce estaba Tom"),
        ("fr", "Heureusement, au carrefour se trouvait Tom"),
        ("pt", "Por sorte, no cruzamento estava Tom"),
    ],
)
def test_who_is_met_at_last_is_seen_then_and_not_before(language: str, line: str) -> None:
    tail = TAILS[language]
    found = told(
        "Nana. Ina.", f"Nana {tail}", f"Nana: Oh, {tail}", f"Ina: Oh, {tail}", f"{line} {tail}", language=language
    )
    last = found.shots[-1]
    assert (last.first, "Tom" in last.seen, "Tom" in found.shots[0].seen) == (3, True, False)


@pytest.mark.parametrize(
    ("language", "line"), [("en", "There was not Tom."), ("es", "Pero ya no estaba Tom."), ("pt", "Não estava Tom.")]
)
def test_who_was_not_there_is_not_met(language: str, line: str) -> None:
    tail = TAILS[language]
    found = told("Nana. Ina.", f"Nana {tail}", f"Nana: Oh, {tail}", line, language=language)
    assert "Tom" not in found.present
