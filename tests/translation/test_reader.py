from __future__ import annotations

import dataclasses
import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from languages.errors import ManuscriptRefused
from translation.manuscript import LineKind
from translation.reader import read_manuscript

FRONT = """---
title: "El hilo: un cuento"
language: spanish
characters:
  - name: Nana
    voice: mujer anciana
    look: chal rojo
  - name: Lía
credits: [Texto de Ana, Dibujos de Luis]
borrow-voices: {ast: es}
---
"""


def test_story_with_everything_is_read_into_scenes_lines_and_characters(script, tmp_path):
    (tmp_path / "pics").mkdir()
    (tmp_path / "pics" / "rio 1.jpg").write_bytes(b"x")
    text = f"""{FRONT}
# El *río* {{#river}}

![Un río, de noche](<pics/rio 1.jpg> "título")

Hace **mucho** tiempo, en [un pueblo](http://x.org),
vivía `Nana`. {{#start}}

**Nana:** ¡Hola!
**lía**: Adiós.

## Fin

![Un puente [viejo]]
"""
    read = read_manuscript(script(text, "story.md"))
    story = read.manuscript
    assert (story.name, story.language, story.title.text) == ("story", "es", "El hilo: un cuento")
    assert story.title.row == 2
    assert [(c.name, c.voice, c.look) for c in story.characters] == [
        ("Nana", "mujer anciana", "chal rojo"),
        ("Lía", "", ""),
    ]
    assert story.credits == ("Texto de Ana", "Dibujos de Luis")
    assert story.borrow_voices == (("ast", "es"),)
    river, end = story.scenes
    assert (river.id, river.heading, river.brief) == ("river", "El río", "Un río, de noche")
    assert river.picture == "pics/rio 1.jpg"
    assert [(n.id, n.text, n.kind, n.character) for n in river.lines] == [
        ("start", "Hace mucho tiempo, en un pueblo, vivía Nana.", LineKind.NARRATION, None),
        ("n1", "¡Hola!", LineKind.SPEECH, "Nana"),
        ("n2", "Adiós.", LineKind.SPEECH, "Lía"),
    ]
    rows = text.split("\n")
    assert [rows[n.row - 1][:8] for n in river.lines] == ["Hace **m", "**Nana:*", "**lía**:"]
    assert (end.id, end.heading, end.brief, end.lines) == ("s1", "Fin", "Un puente [viejo]", ())
    assert read.id_path == tmp_path / "story.ids.json"
    assert not read.id_path.exists()


def test_wishes_for_narrator_pictures_and_what_to_avoid_are_read(script, tmp_path):
    (tmp_path / "luna.png").write_bytes(b"x")
    head = "language: es\nnarrator: anciana\navoid:\n  - coches\n  - ropa de ciudad\n"
    head += "characters:\n  - name: Luna\n    picture: luna.png\n  - Sol\n"
    read = read_manuscript(script(f"---\n{head}---\n\nHola.")).manuscript
    assert read.narrator == "anciana"
    assert read.avoid == ("coches", "ropa de ciudad")
    assert [c.picture for c in read.characters] == ["luna.png", ""]


def test_a_characters_picture_may_not_lead_out_of_the_folder(script):
    head = "language: es\ncharacters:\n  - name: Luna\n    picture: ../secret.png\n"
    with pytest.raises(ManuscriptRefused, match="leads out") as raised:
        read_manuscript(script(f"---\n{head}---\n\nHola."))
    assert raised.value.line == 5


def test_story_without_headings_is_one_scene_and_is_called_like_its_file(manuscript):
    story = manuscript("Uno.\n\nDos.\n", "fable.es.md")
    assert [n.text for n in story.scenes[0].lines] == ["Uno.", "Dos."]
    assert (len(story.scenes), story.title.text, story.language) == (1, "fable", "es")


def test_plain_text_is_paragraphs_as_they_stand(manuscript):
    story = manuscript("\n# Uno\n**Ana:** dos\n \n\n- tres {#x}\n", "fable.es.txt")
    assert [(n.text, n.row) for n in story.spoken()] == [("# Uno **Ana:** dos", 2), ("- tres {#x}", 6)]


def test_language_may_come_from_the_caller_and_front_matter_wins(script):
    assert read_manuscript(script("Uno.", "a.txt"), language="Asturian").manuscript.language == "ast"
    path = script("---\nlanguage: no\n---\nEn.", "a.es.md")
    assert read_manuscript(path, language="fr").manuscript.language in ("no", "nb")


@pytest.mark.parametrize(
    ("written", "pairs"),
    [
        ("{ast: es, an: [es, ca]}", (("ast", "es"), ("an", "es"), ("an", "ca"))),
        ("[ast, an=es]", (("ast", "*"), ("an", "es"))),
        ("true", (("*", "*"),)),
        ("false", ()),
    ],
)
def test_borrowed_voices_are_pairs_of_canonical_tags(manuscript, written, pairs):
    assert manuscript(f"---\nlanguage: es\nborrow-voices: {written}\n---\nUno.").borrow_voices == pairs


def test_numbers_of_lists_and_text_of_quotations_are_told(manuscript):
    story = manuscript("1984. Fue un año.\n\n- **dos**\n- tres\n\n> cuatro\n\n7.\n\n    cinco\n\n---\n")
    assert [n.text for n in story.spoken()] == ["1984. Fue un año.", "dos", "tres", "cuatro", "7.", "cinco"]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> y <b>más</b>",
        r"{\an8}{\p1} %{pts} $HOME `",
        "&amp; &#x0; &lt;b&gt;",
        "[1]: http://example.org",
        "<!-- una nota -->",
        "Uno \u202e dos \u2066 tres",
        "🙂🙂",
        '"Comillas" y «más» \u00a0: fin',
        "| a | b |",
    ],
)
def test_markup_and_odd_text_is_kept_as_it_was_written(manuscript, text):
    assert [n.text for n in manuscript(text).spoken()] == [text]


def test_decomposed_letters_become_composed_ones(manuscript):
    decomposed = unicodedata.normalize("NFD", "canción")
    assert [n.text for n in manuscript(decomposed).spoken()] == ["canción"]


def test_utf16_and_windows_line_ends_are_read(manuscript):
    assert [n.text for n in manuscript("\ufeffUno.\r\n\r\nDós.\r\n".encode("utf-16-le")).spoken()] == [
        "Uno.",
        "Dós.",
    ]


def test_long_paragraph_becomes_one_line_per_sentence_and_loses_nothing(manuscript):
    sentence = "El señor vio al Sr. López junto al río grande, que había crecido mucho aquella noche."
    lines = [n.text for n in manuscript(" ".join([sentence] * 60)).spoken()]
    assert lines == [sentence] * 60


@pytest.mark.parametrize(("end", "space"), [("。", ""), ("።", ""), ("।", " "), ("؟", " ")])
def test_long_paragraphs_are_cut_at_the_ends_of_other_scripts(end, space):
    from translation.sentences import split_paragraph

    sentence = "字" * 90 + end
    assert split_paragraph(space.join([sentence] * 8)) == (sentence,) * 8


def test_long_paragraphs_in_thai_are_cut_at_their_spaces():
    from translation.sentences import PHRASED, split_paragraph

    phrase = "กาลครั้งหนึ่งนานมาแล้วมีหมู่บ้านเล็กๆริมแม่น้ำ"
    text = " ".join([phrase] * 30)
    lines = split_paragraph(text, "th")
    assert " ".join(lines) == text
    assert all(set(line.split(" ")) == {phrase} and len(line) <= PHRASED for line in lines)


def test_long_paragraphs_in_georgian_which_has_no_capitals_are_cut():
    from translation.sentences import split_paragraph

    sentence = "ყოველი ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით."
    assert split_paragraph(" ".join([sentence] * 8), "ka") == (sentence,) * 8


def test_very_long_line_without_a_sentence_end_is_refused(script):
    with pytest.raises(ManuscriptRefused, match="5000 characters stand here") as refused:
        read_manuscript(script("Uno.\n\n" + "a" * 5000))
    assert refused.value.line == 3


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (b"", None, "empty"),
        (b"\xef\xbb\xbf \n\t\n", None, "empty"),
        ("Uno.\nñandú".encode("latin-1"), 2, "byte 0xF1 at column 1"),
        ("Uno.\nañó ".encode() + b"\xff", 2, "byte 0xFF at column 5"),
        (b"\x89PNG\r\n\x1a\n\x00", None, "PNG picture"),
        (b"PK\x03\x04abc", None, "word processor"),
        (b"Uno\n\x00dos", 2, "NUL"),
        ("Uno.\n\nDos \x07.", 3, "U+0007"),
        ("Uno \x85.", 1, "U+0085"),
        (b"a" * 2_000_001, None, "2.0 MB"),
        ("á" * 200_001, None, "200001 characters"),
        ("a\n\n" * 5001, None, "5001 lines"),
        ("---\ntitle: [a\n---\nUno.", 2, "not valid YAML"),
        ("---\ntitle: a: b\n---\nUno.", 2, "quotation marks"),
        ("---\ntitle: &a b\n---\nUno.", 2, "anchor"),
        ("---\ntitle: a\ncredits: *a\n---\nUno.", 3, "anchor"),
        ("---\ntitle: !!python/object:os.system b\n---\nUno.", 2, "tag"),
        ("---\ntitle: a\ntitle: b\n---\nUno.", 3, "twice"),
        ("---\ntitle: " + "[" * 20000 + "\n---\nUno.", 2, "levels"),
        ("---\nlangauge: es\n---\nUno.", 2, "Did you mean 'language'"),
        ("---\ncharacters:\n- name: Ana\n  voize: x\n---\nUno.", 4, "'voice'"),
        ("---\ncharacters: Ana\n---\nUno.", 2, "a list"),
        ("---\ncharacters: [Ana, ana]\n---\nUno.", 2, "twice"),
        ("---\ncharacters:\n- name: 'A\u202ena'\n---\nUno.", 3, "called"),
        ("---\nlanguage: asturain\n---\nUno.", 2, "asturian"),
        ("---\nborrow-voices: {zzzz: es}\n---\nUno.", 2, "zzzz"),
        ("---\ntitle: a\nUno.", 1, "not closed"),
        ("---\n- a\n---\nUno.", 2, "a list"),
        ("---\ncharacters:\n- name: Nana\n---\n\n**Nanna:** Hola.", 6, "Did you mean 'Nana'"),
        ("\n**Ana:** Hola.", 2, "add `- name: Ana`"),
        ("---\ncharacters: [Ana]\n---\n**Ana:**", 4, "says nothing"),
        ("Uno {#a}\n\n# Dos {#A}", 3, "in line 1 and in line 3"),
        ("Uno {#a b}", 1, "not an id"),
        ("Uno {#title}", 1, "not an id"),
        ("Uno {#a\u202e}", 1, "not an id"),
        ("![a](/etc/hostname)\n\nUno.", 1, "not beside"),
        ("Uno.\n\n![a](../x.jpg)", 3, "leads out"),
        ("![a](https://x.org/a.jpg)\n\nUno.", 1, "address"),
        ("![a](none.jpg)\n\nUno.", 1, "no picture"),
        ("Uno.\n\n![a", 3, "not closed"),
        ("Uno.\n\n```\ncode\n```", 3, "code block"),
        ("- # Uno", 1, "heading"),
        ("# Uno", None, "no paragraph"),
    ],
)
def test_bad_script_is_refused_with_its_place_and_reason(script, content, line, says):
    path = script(content)
    with pytest.raises(ManuscriptRefused, match=re.escape(says)) as refused:
        read_manuscript(path)
    assert (refused.value.path, refused.value.line) == (str(path), line)
    assert refused.value.remedy or refused.value.expected
    assert refused.value.exit_code == 4


def test_picture_behind_a_link_that_leads_out_is_refused(script, tmp_path):
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "secret.jpg").write_bytes(b"x")
    os.symlink(tmp_path / "secret.jpg", project / "a.jpg")
    with pytest.raises(ManuscriptRefused, match="leads out"):
        read_manuscript(script("![a](a.jpg)\n\nUno.", "project/story.es.md"))


def test_second_picture_of_a_scene_is_refused(script, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"x")
    with pytest.raises(ManuscriptRefused, match="second picture"):
        read_manuscript(script("![a](a.jpg)\n\n![b](a.jpg)\n\nUno."))


@pytest.mark.parametrize(
    ("name", "says"),
    [("none.es.md", "no such file"), (".", "no ending"), ("a.docx", "ends in '.docx'"), (".md", "no ending")],
)
def test_path_that_is_no_script_is_refused(tmp_path, name, says):
    with pytest.raises(ManuscriptRefused, match=says):
        read_manuscript(tmp_path / name)


def test_folder_is_refused(tmp_path):
    (tmp_path / "a.md").mkdir()
    with pytest.raises(ManuscriptRefused, match="folder"):
        read_manuscript(tmp_path / "a.md")


def test_script_that_names_no_language_is_refused(script):
    for name in ("a.md", "a.txt", "a.backup1.md"):
        with pytest.raises(ManuscriptRefused, match="does not say which language"):
            read_manuscript(script("Uno.", name))


def test_editing_one_line_leaves_all_other_ids(script):
    first = read_manuscript(script("# A\n\nUno.\n\nDos son dos.\n\nTres.\n"))
    edited = script("# A\n\nNuevo aquí.\n\nUno.\n\nDos son tres.\n\nTres.\n")
    second = read_manuscript(edited, first.ids)
    assert [n.id for n in second.manuscript.spoken()] == ["n4", "n1", "n2", "n3"]


WORDS = st.text(st.characters(categories=["L", "M", "N", "Zs", "Po"], exclude_characters="\\`*_[]!#&<:"), max_size=60)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paragraphs=st.lists(WORDS, min_size=1, max_size=5))
def test_no_letter_of_a_script_is_lost(tmp_path: Path, paragraphs: list[str]):
    text = "Inicio\n\n" + "\n\n".join(f"w {p}" for p in paragraphs)
    path = tmp_path / "story.es.md"
    path.write_text(text, encoding="utf-8", newline="")
    told = "".join(n.text for n in read_manuscript(path).manuscript.spoken())
    wanted = unicodedata.normalize("NFC", text)
    assert [c for c in told if not c.isspace()] == [c for c in wanted if not c.isspace()]


NFC_STORY = """---
title: La canción
language: es
narrator: señora
characters:
  - name: Íñigo
    look: chaqueta añil
    picture: niño.png
credits: [José Ñúñez]
---

# El pequeño pueblo

![una peña en la niebla](peña.png)

Él soñó con Ω y ñandúes.

**Íñigo:** ¡Qué sueño!
"""


def test_a_script_with_letters_taken_apart_is_the_same_manuscript(tmp_path: Path):
    told = []
    for form, name in (("NFC", "a"), ("NFD", "b")):
        folder = tmp_path / name
        folder.mkdir()
        for picture in ("niño.png", "peña.png"):  # the files' names have their letters composed
            (folder / picture).write_bytes(b"x")
        path = folder / "s.md"
        path.write_text(unicodedata.normalize(form, NFC_STORY), encoding="utf-8")
        read = read_manuscript(path)
        told.append((read.ids, dataclasses.replace(read.manuscript, folder="", path="")))
    assert told[0] == told[1]
    assert told[0][1].characters[0].name == "Íñigo"


def test_after_its_letters_were_taken_apart_a_script_keeps_its_ids(tmp_path: Path):
    path = tmp_path / "s.es.txt"
    path.write_text("Él soñó.\n\nMañana.", encoding="utf-8")
    first = read_manuscript(path)
    path.write_text(unicodedata.normalize("NFD", "Mañana.\n\nÉl soñó.\n\nOtra."), encoding="utf-8")
    again = read_manuscript(path, first.ids)
    assert [n.id for n in again.manuscript.spoken()] == ["n2", "n1", "n3"]


@pytest.mark.parametrize("escape", ["\\ud800", "\\ufdd0", "\\x07"])
def test_what_is_no_character_does_not_come_in_by_an_escape(tmp_path: Path, escape: str):
    path = tmp_path / "s.md"
    path.write_text(f'---\ntitle: "a{escape}"\nlanguage: es\n---\n\nHola.', encoding="utf-8")
    with pytest.raises(ManuscriptRefused, match=r"s\.md:2: .*no character of a text"):
        read_manuscript(path)


def test_a_letter_of_another_script_in_a_speakers_name_is_shown(script):
    with pytest.raises(
        ManuscriptRefused, match=r"Did you mean 'Nana'\? Character 4 of 'Nan\u0430' is Cyrillic «\u0430»"
    ):
        read_manuscript(script(f"{FRONT}\n**Nan\u0430:** Hola.\n", "a.md"))


@pytest.mark.parametrize("mark", ["\v", "\f"])
def test_breaks_of_word_and_of_pages_end_a_line(script, mark):
    lines = read_manuscript(script(f"Una noche.{mark}La zorra.\n{mark}Otra.\n", "a.es.txt")).manuscript.scenes[0].lines
    assert [n.text for n in lines] == ["Una noche. La zorra.", "Otra."]
