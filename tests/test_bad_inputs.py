"""Bad input gets one clear message (what, where, remedy) and an honest exit code, and leaves what was there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from tests.conftest import Ran
from tests.stories import SHORT, vernacast, write_story

Command = Callable[..., Ran]

HEAD = "---\ntitle: A\nlanguage: es\n---\n\n"

SCRIPTS: dict[str, tuple[bytes, int, tuple[str, ...]]] = {
    "empty": (b"", 4, ("empty",)),
    "only white space": (b"\xef\xbb\xbf \n\n", 4, ("empty",)),
    "not UTF-8": (HEAD.encode() + "ñandú".encode("latin-1"), 4, ("UTF-8", ":6")),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00", 4, ("text",)),
    "unknown language": (b"---\nlanguage: asturain\n---\nHola.", 4, ("asturain", "Asturian", ":2")),
    "language of several": (b"---\nlanguage: Quechua\n---\nAllin.", 4, ("Quechua", "Ayacucho", "quy", ":2")),
    "broken YAML": (b"---\ntitle: [\nlanguage: es\n---\nHola.", 4, ("YAML",)),
    "YAML anchors": (b"---\ntitle: &a A\ncredits: *a\nlanguage: es\n---\nHola.", 4, ("anchor",)),
    "YAML tags": (b"---\ntitle: !!python/object:os.system A\nlanguage: es\n---\nHola.", 4, ("tag",)),
    "unknown setting": (b"---\ntitel: A\nlanguage: es\n---\nHola.", 4, ("titel", "title")),
    "unknown character": (HEAD.encode() + b"**Ana:** Hola.", 4, ("Ana", ":6", "characters")),
    "doubled id": (HEAD.encode() + b"Hola. {#a}\n\nAdios. {#a}", 4, ("a", ":6", ":8")),
    "picture outside": (HEAD.encode() + b"![x](../secret.png)\n\nHola.", 4, ("leads out", "secret.png", ":6")),
    "missing picture": (HEAD.encode() + b"![x](no.png)\n\nHola.", 4, ("no.png",)),
    "noncharacter": (HEAD.encode() + "Hola \ufdd0.".encode(), 4, ("U+FDD0", ":6")),
    "escaped surrogate": (b'---\ntitle: "\\ud800"\nlanguage: es\n---\n\nHola.', 4, ("U+D800", ":2")),
    "control character": (HEAD.encode() + b"Hola \x07 adios.", 4, ("U+0007", ":6")),
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_bad_script_is_refused_with_place_and_remedy(name: str, command: Command, story_home: Path) -> None:
    content, code, said = SCRIPTS[name]
    (story_home / "s.md").write_bytes(content)
    ran = command("make", "s.md", "--to", "ca")
    message = ran.err.strip().rpartition("\nvernacast: ")[2] if "\nvernacast: " in ran.err else ran.err
    assert ran.code == code, ran.err
    assert "Traceback" not in ran.err
    for part in said:
        assert part.lower() in message.lower().replace("line ", ":"), message
    assert sorted(p.name for p in story_home.iterdir()) == ["s.md"]


def test_a_missing_script_is_named(command: Command) -> None:
    ran = command("plan", "no.md", "--to", "ca")
    assert ran.code == 4
    assert "no.md" in ran.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--to", "qwxyz"), 2, "qwxyz"),
        (("--to", ","), 2, "--to"),
        (("--to", "qu"), 2, "Ayacucho Quechua (quy"),
        (("--to", "Kurdish"), 2, "Northern Kurdish (ku"),
        (("--to", "ca,und"), 2, "nobody has determined"),
        (("--to", "x-klingon"), 2, "private use"),
        (("--to", "es_"), 2, "'es' may be meant"),
        (("--to", "ca", "--compute", "moon"), 2, "moon"),
        (("--to", "ca", "--size", "0x0"), 2, "0x0"),
        (("--to", "ca", "--borrow-voices", "=es"), 2, "=es"),
        (("--to", "ca", "--frobnicate"), 2, "frobnicate"),
    ],
)
def test_a_bad_option_is_a_usage_error(
    words: tuple[str, ...], code: int, said: str, command: Command, story_home: Path
) -> None:
    write_story(story_home)
    ran = command("make", "pan.es.md", *words)
    assert ran.code == code, ran.err
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_language_without_route_and_text_gets_a_file_to_fill_in(command: Command, story_home: Path) -> None:
    write_story(story_home)
    ran = command("make", "pan.es.md", "--to", "sw")
    assert ran.code == 4
    assert "pan.sw.po" in ran.err
    assert "sw: Swahili (sw) is 2 languages, here taken for" in ran.err
    assert "Una noche Marta" in (story_home / "pan.sw.po").read_text(encoding="utf-8")
    assert not (story_home / "out").exists()


def test_a_language_without_a_voice_gets_the_ids_that_recordings_are_named_by(
    command: Command, story_home: Path
) -> None:
    (story_home / "pan.es.md").write_text("---\ntitle: Pan\nlanguage: es\n---\n\nMarta hace pan.\n", encoding="utf-8")
    ran = command("make", "pan.es.md", "--to", "ast")
    assert ran.code == 4
    assert "No voice may read ast" in ran.err
    assert "pan.ast.po" in ran.err
    assert 'msgctxt "' in (story_home / "pan.ast.po").read_text(encoding="utf-8")


def test_missing_lines_are_named_and_need_allow_gaps(command: Command, story_home: Path) -> None:
    write_story(story_home)
    command("make", "pan.es.md", "--to", "sw")
    path = story_home / "pan.sw.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgstr ""', 'msgstr "Mkate"', 2).replace("Mkate", "", 1), encoding="utf-8")
    ran = command("make", "pan.es.md", "--to", "sw")
    assert ran.code == 4
    assert "--allow-gaps" in ran.err
    assert "n2" in ran.err


def test_no_voice_may_be_borrowed_unasked(command: Command, story_home: Path) -> None:
    write_story(story_home, SHORT.replace("borrow-voices:\n  ast: es\n", ""))
    ran = command("make", "pan.es.md", "--to", "ast")
    assert ran.code == 4
    assert "borrow-voices" in ran.err


BAD_PICTURES: dict[str, Callable[[Path], None]] = {
    "not a picture": lambda p: p.write_text("<html></html>") and None,
    "empty": lambda p: p.write_bytes(b"") and None,
    "one pixel": lambda p: Image.new("RGB", (1, 1)).save(p, "PNG"),
    "too many pixels": lambda p: Image.new("1", (9000, 9000)).save(p, "PNG"),
}


@pytest.mark.parametrize("name", BAD_PICTURES)
def test_a_bad_picture_is_refused_before_any_work(name: str, command: Command, story_home: Path) -> None:
    BAD_PICTURES[name](story_home / "p.png")
    (story_home / "s.es.md").write_text("# A\n\n![algo](p.png)\n\nHola.", encoding="utf-8")
    ran = command("make", "s.es.md", "--to", "ca")
    assert ran.code == 4, ran.err
    assert "p.png" in ran.err
    assert not (story_home / "out").exists()


HOSTILE = (
    "Dijo: \"hola\" 'tú' %{pts} {\\an8} <b>x</b> $(ls) `id` ; | & \\ # * [a](b) -->",
    "Texto \u202eal revés\u202c y \u2066más",
    "=HYPERLINK(1)",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str, command: Command, story_home: Path) -> None:
    (story_home / "s.es.txt").write_text(text, encoding="utf-8")
    ran = command("plan", "s.es.txt", "--to", "ca")
    assert ran.code == 0, ran.err


def test_a_line_of_5000_characters_without_an_end_is_refused_or_cut(command: Command, story_home: Path) -> None:
    (story_home / "a.es.txt").write_text("palabra " * 625, encoding="utf-8")
    ran = command("plan", "a.es.txt", "--to", "ca")
    assert ran.code in (0, 4)
    if ran.code == 4:
        assert "5,000" in ran.err or "4,999" in ran.err or "characters" in ran.err
    (story_home / "b.es.txt").write_text("Una frase corta. " * 300, encoding="utf-8")
    assert command("plan", "b.es.txt", "--to", "ca").code == 0


def test_a_recording_twice_is_refused(command: Command, story_home: Path) -> None:
    write_story(story_home)
    folder = story_home / "recordings" / "ca"
    folder.mkdir(parents=True)
    for name in ("n1.wav", "n1.flac"):
        soundfile.write(folder / name, np.zeros(4800), 48_000)
    ran = command("make", "pan.es.md", "--to", "ca")
    assert ran.code == 4
    assert "two recordings" in ran.err


def test_a_missing_program_names_its_package(story_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    ran = vernacast("engines", "check", "translation/apertium", home=story_home)
    assert ran.returncode == 3
    assert "apt-get install apertium" in ran.stdout
