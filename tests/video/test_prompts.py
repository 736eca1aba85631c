"""What models are told, and what of a scene can change their pictures."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from video.engine import Figure, PaintJob
from video.prompts import brief_of, key_of, negative_of, prompt_of, seed_of
from video.shot import Frame

JOB = PaintJob(
    scene="s1",
    heading="El bosque",
    brief="Un bosque de noche.",
    text=("Una noche la zorra vio la luna.",),
    language="es",
    present=("Luna",),
    cast=(Figure(name="Luna", look="vestido blanco"), Figure(name="Pau", look="gorro rojo")),
    picture="",
    frame=Frame(),
    seed=7,
    folder="",
    model="wan2.1-t2v-1.3b",
    avoid=("gafas", "coches"),
)


def test_the_brief_names_those_who_are_there_and_nobody_else() -> None:
    assert brief_of(JOB) == "Un bosque de noche. Luna: vestido blanco."


def test_without_a_brief_the_heading_and_then_the_lines_are_told() -> None:
    assert brief_of(dataclasses.replace(JOB, brief="")).startswith("El bosque. Luna")
    assert brief_of(dataclasses.replace(JOB, brief="", heading="", present=())) == JOB.text[0]


def test_a_translated_brief_takes_the_place_of_the_own_one() -> None:
    assert prompt_of(dataclasses.replace(JOB, prompt="A forest by night.")) == "A forest by night."


def test_wishes_are_told_as_one_list() -> None:
    assert negative_of(JOB) == "gafas, coches"


def test_an_edited_word_that_is_not_seen_changes_no_key() -> None:
    edited = dataclasses.replace(JOB, text=("Una noche la zorra miró la luna.",), folder="/elsewhere")
    assert key_of(edited, "d") == key_of(JOB, "d")


def test_whatever_can_be_seen_changes_the_key(tmp_path: Path) -> None:
    photo = tmp_path / "luna.png"
    photo.write_bytes(b"one")
    shown = dataclasses.replace(JOB, reference=(("Luna", str(photo)),))
    keys = [
        key_of(JOB, "d"),
        key_of(JOB, "other files"),
        key_of(dataclasses.replace(JOB, brief="Un bosque de día."), "d"),
        key_of(dataclasses.replace(JOB, avoid=()), "d"),
        key_of(dataclasses.replace(JOB, seconds=10.0), "d"),
        key_of(dataclasses.replace(JOB, model="wan2.2-ti2v-5b"), "d"),
        key_of(shown, "d"),
    ]
    photo.write_bytes(b"two")
    keys.append(key_of(shown, "d"))
    assert len({tuple(k.items()) for k in keys}) == len(keys)


def test_the_picture_of_somebody_who_is_not_there_changes_no_key(tmp_path: Path) -> None:
    absent = dataclasses.replace(JOB, reference=(("Pau", str(tmp_path / "pau.png")),))
    assert key_of(absent, "d") == key_of(JOB, "d")


def test_seeds_differ_by_scene_wish_and_attempt_and_are_the_same_again() -> None:
    seeds = {
        seed_of(JOB),
        seed_of(JOB, 1),
        seed_of(dataclasses.replace(JOB, seed=8)),
        seed_of(dataclasses.replace(JOB, scene="s2")),
    }
    assert len(seeds) == 4
    assert seed_of(JOB) == seed_of(dataclasses.replace(JOB, brief="Otro."))
    assert all(0 <= s < 2**63 for s in seeds)
