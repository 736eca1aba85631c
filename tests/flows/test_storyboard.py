"""`vernacast storyboard`: what is on it, and what it is asked for."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path

import cv2
import msgspec
import numpy as np
import pytest

from flows.commands.storyboard import run
from flows.storyboard import BoardWish, make_board, read_story, repeats
from languages.errors import ManuscriptRefused, UsageError
from tests.conftest import Ran
from tests.stories import ROOT
from translation.translated import Finding, FindingKind
from video.direct import directed
from video.shotlist import Directed, Near, ShotPlan

STORY = """---
title: El pan
language: es
characters:
  - {name: Marta, look: mujer, vestido rojo}
  - {name: Zorro}
{front}---

# La casa

![Una casa de noche, con luna y un zorb. Marta.]

Una noche Marta hizo pan para tres amigos que venían de muy lejos.

**Marta:** El pan está caliente, y la mesa está puesta para todos vosotros.

# El campo

Por la mañana comieron todos juntos en el campo.

# La foto

![Mi foto](foto.png)

Fin.
"""


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    cv2.imwrite(str(tmp_path / "foto.png"), np.full((90, 160, 3), (200, 30, 30), np.uint8))
    return write(tmp_path)


def write(folder: Path, front: str = "") -> Path:
    path = folder / "pan.es.md"
    text = STORY.replace("{front}", front).replace("look: mujer, vestido rojo", "look: 'mujer, vestido rojo'")
    path.write_text(text, encoding="utf-8")
    return path


def test_every_scene_stands_on_the_page_with_its_pictures_and_what_was_not_understood(
    script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(BoardWish(script=str(script)), "", pins=False, as_json=False) == 0
    out = capsys.readouterr()
    path = Path("out/pan/pan.storyboard.html")
    assert out.out.strip() == str(path)
    assert "scene 1: No picture for “zorb”" in out.err
    page = path.read_text(encoding="utf-8")
    pictures = re.findall(r"data:image/jpeg;base64,([^\"]+)", page)
    assert len(pictures) == 4
    own = cv2.imdecode(np.frombuffer(base64.b64decode(pictures[-1]), np.uint8), cv2.IMREAD_COLOR)
    assert own is not None
    assert abs(own[144, 256].astype(int) - (200, 30, 30)).max() < 40
    for text in ("El pan", "La casa", "1 wide", "foto.png", "El pan está caliente", "zorb"):
        assert text in page


def test_it_is_also_a_picture_and_a_pdf_and_nothing_else(script: Path) -> None:
    wish = BoardWish(script=str(script), scenes=("2",), shapes=("wide", "tall", "square"))
    board = make_board(*read_story(wish), wish)
    (panel,) = board.scenes[0].panels
    assert [(p.width_px, p.height_px) for p in panel.pictures] == [(512, 288), (270, 480), (360, 360)]
    assert run(wish, "board.png", pins=False, as_json=False) == 0
    assert Path("board.png").read_bytes().startswith(b"\x89PNG")
    assert run(wish, "board.pdf", pins=False, as_json=False) == 0
    assert Path("board.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(UsageError, match=r"\.html, \.png, \.pdf"):
        run(wish, "board.docx", pins=False, as_json=False)


def test_a_scene_that_is_not_there_is_refused_with_the_nearest(script: Path) -> None:
    with pytest.raises(UsageError, match="Did you mean 'La casa'"):
        read_story(BoardWish(script=str(script), scenes=("La caza",)))


def test_a_seed_with_a_scene_rolls_that_scene_alone(script: Path) -> None:
    write(script.parent, "scenes: {1: {seed: 4}}\n")
    _, whole = read_story(BoardWish(script=str(script), seed=9))
    assert [s.directed.seed for s in whole] == [4, 9, 9]
    manuscript, (one,) = read_story(BoardWish(script=str(script), scenes=("La casa",), rolled=7))
    assert (one.number, one.directed.seed) == (1, 7)
    assert [directed(manuscript, s).seed for s in manuscript.scenes] == [7, 0, 0]


def test_pins_keep_a_scene_as_it_is_whatever_its_words_become(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, (before, *_) = read_story(BoardWish(script=str(script), seed=3))
    assert run(BoardWish(script=str(script), seed=3, scenes=("1",)), "", pins=True, as_json=False) == 0
    front = capsys.readouterr().out
    text = write(script.parent, front).read_text(encoding="utf-8")
    script.write_text(text.replace("Una casa de noche, con luna y un zorb. Marta.", "El mar."), encoding="utf-8")
    _, (after, *_) = read_story(BoardWish(script=str(script), seed=8))
    assert after.directed.shots == before.directed.shots
    assert after.directed.present == before.directed.present
    assert after.directed.seed == before.directed.seed == 3
    assert after.directed.scenery.ids() == before.directed.scenery.ids()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--pin", "3", "--scene", "1", "--to", "x.pdf"), "--pin takes no --scene or --to."),
        (("--pin", "3", "--json"), "--pin takes no --json."),
        (("--json", "--to", "x.pdf"), "--json takes no --to."),
    ],
)
def test_options_that_would_be_passed_over_are_refused(
    script: Path, command: Callable[..., Ran], options: tuple[str, ...], told: str
) -> None:
    ran = command("storyboard", str(script), *options)
    assert (ran.code, Path("x.pdf").exists()) == (2, False)
    assert told in ran.err


def test_what_was_directed_is_told_as_json(script: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(BoardWish(script=str(script)), "", pins=False, as_json=True) == 0
    told = msgspec.json.decode(capfdbinary.readouterr().out, type=list[Directed])
    assert [len(d.shots) for d in told] == [2, 1, 1]


def test_wishes_for_no_scene_are_refused(script: Path) -> None:
    write(script.parent, "scenes: {9: {seed: 4}}\n")
    with pytest.raises(ManuscriptRefused, match="are numbered from 1 to 3"):
        read_story(BoardWish(script=str(script)))


def test_a_house_style_that_is_not_there_is_refused_with_the_nearest(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Painter:
        def styles(self) -> tuple[str, ...]:
            return ("paper", "andes")

    monkeypatch.setattr("flows.house_styles.painter", lambda _: Painter())
    write(script.parent, "style: paper\nscenes: {1: {style: andez}}\n")
    with pytest.raises(ManuscriptRefused, match="Did you mean 'andes'") as refused:
        read_story(BoardWish(script=str(script)))
    assert refused.value.line == 8


DOCS = (ROOT / "docs" / "pictures.md").read_text(encoding="utf-8")


def test_the_front_matter_of_the_docs_is_read_and_means_what_it_says(tmp_path: Path) -> None:
    block = re.search(r"```yaml\n(.*?)```", DOCS, re.DOTALL)
    assert block is not None
    lines = "\n\n".join(f"Nana e Ina, {n}." for n in range(1, 6))
    scenes = "".join(f"\n# {h}\n\n{lines}\n" for h in ("Uno", "Dos", "Tres", "El final", "Cinco"))
    path = tmp_path / "docs.es.md"
    path.write_text(f"---\nlanguage: es\ncharacters: [Nana, Ina]\n{block[1]}---\n{scenes}", encoding="utf-8")
    _, shown = read_story(BoardWish(script=str(path)))
    third, fourth, fifth = (s.directed for s in shown[2:])
    assert all(not s.directed.notes for s in shown)
    assert (third.seed, third.style, third.scenery.time, third.scenery.places) == (2, "paper", "dusk", ("river",))
    assert [(m.concept.id, m.count) for m in third.scenery.things] == [("boat", 1), ("flag", 1), ("bridge", 1)]
    assert {"bridge", "moon"} <= set(fourth.scenery.ids())
    assert {shot.near for shot in fourth.shots} == {Near.CLOSE}
    assert [(s.first, s.near, s.seen) for s in fifth.shots][1:] == [
        (1, Near.MEDIUM, ("Nana", "Ina")),
        (3, Near.CLOSE, ("Nana",)),
    ]


@pytest.mark.parametrize("words", re.findall(r"^vernacast (storyboard .+?)(?:\s+#.*)?$", DOCS, re.MULTILINE))
def test_commands_of_the_docs_can_be_typed(words: str, command: Callable[..., Ran]) -> None:
    named = [w for w in words.split() if w.startswith("--")]
    told = command("storyboard", "--help")
    assert told.code == 0
    assert all(option in told.out for option in named)


def test_only_what_says_once_more_which_words_are_not_understood_is_left_out() -> None:
    found = Directed(scene="s1", seed=0, unknown=("a", "ran"))
    unknown, no_room = FindingKind.UNKNOWN_WORD, FindingKind.PICTURE
    assert repeats(Finding(kind=unknown, text="", words=("ran", "a")), found)
    assert not repeats(Finding(kind=no_room, text="", words=("orange",)), found)
    assert not repeats(Finding(kind=no_room, text="No house style is called x"), found)
    assert not repeats(Finding(kind=unknown, text="", words=("ran", "weir")), found)
    names = tuple("ABCDEFG")
    crowd = Directed(scene="s1", seed=0, present=names, shots=(ShotPlan(seen=names[:6]),))
    assert repeats(Finding(kind=no_room, text="", words=("G",)), crowd)
    assert not repeats(Finding(kind=no_room, text="", words=("G", "orange")), crowd)
