"""Whose a deed is, and whether it is one at all: figures of speech, things that run, what is only wanted."""

import pytest

from video.direct import ToDirect, direct
from video.shotlist import Acting, Doing, Mood, Role, Said


def acting(text: str, language: str) -> Acting:
    cast = (Role(name="Bea", look="woman"), Role(name="Tom", look="man"))
    asked = ToDirect(lines=(Said(text=text),), language=language, cast=cast)
    found = [a for shot in direct(asked).shots for a in shot.acting]
    return next(a for a in found if a.name == "Bea")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bea correu as persianas.", "pt"),
        ("Bea caiu em si.", "pt"),
        ("Bea mordeu a língua.", "pt"),
        ("Bea queria nadar até à ilha.", "pt"),
        ("Bea deixou de dançar.", "pt"),
        ("Tom pediu a Bea que cantasse.", "pt"),
        ("Bea corrió la voz por el pueblo.", "es"),
        ("Bea dejó de bailar.", "es"),
        ("Bea mordía el lápiz.", "es"),
        ("Bea jugó un papel en todo aquello.", "es"),
        ("Bea prit la parole.", "fr"),
        ("Bea poussa un cri.", "fr"),
        ("Bea battait la mesure.", "fr"),
        ("Tom demanda à Bea de danser.", "fr"),
        ("Bea n'a pas dansé.", "fr"),
        ("Bea ran the bakery.", "en"),
        ("Bea's nose ran.", "en"),
        ("Bea stopped running.", "en"),
        ("Tom asked Bea to dance.", "en"),
        ("Bea dreamed of flying.", "en"),
        ("The river ran by Bea.", "en"),
    ],
)
def test_what_bea_does_not_do_is_not_shown(text: str, language: str) -> None:
    found = acting(text, language)
    assert (found.doing in (Doing.STAND, Doing.SPEAK), found.task, found.deed) == (True, "", None)


@pytest.mark.parametrize(
    ("text", "language", "doing"),
    [
        ("Bea sentou-se à sombra.", "pt", Doing.SIT),
        ("Bea começou a cantar.", "pt", Doing.SING),
        ("Bea está a dançar.", "pt", Doing.DANCE),
        ("Bea correu a abrir a cancela.", "pt", Doing.RUN),
        ("Bea pegou no sono.", "pt", Doing.SLEEP),
        ("Bea deu um abraço a Tom.", "pt", Doing.EMBRACE),
        ("Bea gave Tom a hug.", "en", Doing.EMBRACE),
        ("Bea ran the last mile.", "en", Doing.RUN),
        ("Bea se puso a bailar.", "es", Doing.DANCE),
        ("Bea, sentándose, suspiró.", "es", Doing.SIT),
    ],
)
def test_what_bea_does_is_shown_with_pronouns_and_helping_verbs(text: str, language: str, doing: Doing) -> None:
    assert acting(text, language).doing is doing


@pytest.mark.parametrize(
    ("text", "language", "mood"),
    [
        ("Bea desatou a chorar.", "pt", Mood.SAD),
        ("Bea riu-se.", "pt", Mood.GLAD),
        ("Os olhos de Bea encheram-se de lágrimas.", "pt", Mood.SAD),
        ("Bea rompió a llorar.", "es", Mood.SAD),
        ("Bea se mit à rire.", "fr", Mood.GLAD),
    ],
)
def test_who_begins_to_weep_or_laugh_looks_like_it(text: str, language: str, mood: Mood) -> None:
    assert acting(text, language).mood is mood


@pytest.mark.parametrize(
    ("text", "language", "task", "on"),
    [
        ("Bea bateu no tambor.", "pt", "play_music", "drum"),
        ("Bea beat the eggs in a bowl.", "en", "stir", "bowl"),
        ("Bea golpea la chapa con un martillo.", "es", "beat", ""),
        ("Bea mordeu a maçã.", "pt", "eat", "apple"),
    ],
)
def test_beating_and_biting_are_what_they_are_done_to(text: str, language: str, task: str, on: str) -> None:
    found = acting(text, language)
    assert (found.task, found.on) == (task, on)


def test_who_is_kissed_on_the_brow_is_not_on_it() -> None:
    asked = ToDirect(
        lines=(Said(text="Bea embrassa Tom sur le front."),), language="fr",
        cast=(Role(name="Bea", look="femme"), Role(name="Tom", look="homme")),
    )  # fmt: skip
    tom = next(a for shot in direct(asked).shots for a in shot.acting if a.name == "Tom")
    assert tom.deed is None
