"""Shots that the creator sets: nobody is nobody, who finds no room is told, and what hides nobody hides nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from translation.manuscript import ActWish, ShotWish, Wishes
from video.direct import ToDirect, direct
from video.direction.told import acting_told
from video.engine import Figure, PaintJob
from video.engines.papercut import Engine
from video.engines.papercut.people.casting import is_there
from video.shot import Frame, Painted
from video.shotlist import Near, Role, Said, ShotPlan

CAST = (Role(name="Samba", look="hare"), Role(name="Coumba", look="elephant"), Role(name="Ana", look="girl"))


def shots(*wishes: ShotWish, brief: str = "A savanna. Samba, Coumba and Ana.") -> tuple[ShotPlan, ...]:
    lines = tuple(Said(text="It was hot.", who="") for _ in wishes)
    asked = ToDirect(brief=brief, language="en", lines=lines, cast=CAST, wishes=Wishes(shots=wishes))
    return direct(asked).shots


def wish(first: int, near: Near, *names: str) -> ShotWish:
    return ShotWish(first=first, near=near.value, seen=tuple(ActWish(name=name) for name in names))


def test_nobody_is_nobody() -> None:
    empty, full = shots(wish(0, Near.WIDE), wish(1, Near.WIDE, "Ana"))
    assert empty.empty
    assert not full.empty
    names = [role.name for role in CAST]
    assert [is_there(name, empty, names) for name in ("Ana", "woman")] == [False, True]
    assert [is_there(name, full, names) for name in ("Ana", "Samba")] == [True, False]


def test_who_has_no_room_in_a_nearer_shot_is_told(tmp_path: Path) -> None:
    (shot,) = shots(wish(0, Near.MEDIUM, "Samba", "Coumba"))
    job = PaintJob(
        scene="s", heading="", brief="", text=(), picture="", folder=str(tmp_path), seed=1, language="en",
        frame=Frame(width_px=320, height_px=180), present=("Samba", "Coumba", "Ana"), shot=shot,
        cast=tuple(Figure(name=role.name, look=role.look, language="en") for role in CAST), still=True,
        scenery=direct(ToDirect(brief="A savanna.", language="en", cast=CAST)).scenery,
    )  # fmt: skip
    (painted,) = Engine().paint((job,))
    assert isinstance(painted, Painted)
    assert [finding.words for finding in painted.findings] == [("Coumba",)]


@pytest.mark.parametrize(
    ("language", "brief", "told"),
    [
        ("en", "Ana stands under a tree.", "Ana under tree"),
        ("es", "Ana espera debajo de un árbol.", "Ana under tree"),
        ("fr", "Ana dort sous un arbre.", "Ana sleeps, under tree"),
        ("pt", "Ana está sentada debaixo de uma árvore.", "Ana sits, under tree"),
        ("en", "Ana stands behind a tree.", "Ana behind tree"),
        ("en", "Ana hides under a table.", "Ana kneels, behind table"),
    ],
)
def test_who_is_under_a_tree_is_not_hidden(language: str, brief: str, told: str) -> None:
    assert acting_told(direct(ToDirect(brief=brief, language=language, cast=CAST)).shots[0]) == told
