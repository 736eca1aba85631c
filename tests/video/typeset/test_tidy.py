from __future__ import annotations

from video.typeset.problems import ProblemKind
from video.typeset.tidy import tidy


def test_a_plain_text_stays_as_it_is() -> None:
    clean = tidy("Olá, 世界")
    assert clean.text == "Olá, 世界"
    assert clean.problems == ()
    assert clean.place(3) == 3


def test_a_lone_surrogate_is_found_at_its_place() -> None:
    clean = tidy("ab\ud83dc")
    assert clean.text == "abc"
    (problem,) = clean.problems
    assert (problem.kind, problem.start, problem.end) == (ProblemKind.NO_CHARACTER, 2, 3)
    assert problem.stops
    assert "U+D83D" in problem.text
    assert clean.place(2) == 3


def test_noncharacters_are_found() -> None:
    assert [p.start for p in tidy("a\ufffeb\ufdd0c\U0010ffff").problems] == [1, 3, 5]


def test_ends_of_rows_are_all_one() -> None:
    assert tidy("a\r\nb\rc\u2028d\u2029e\x85f\tg").text == "a\nb\nc\nd\ne\nf g"


def test_controls_are_left_out_and_named() -> None:
    clean = tidy("a\x07b\x1b[0m")
    assert clean.text == "ab[0m"
    assert [p.kind for p in clean.problems] == [ProblemKind.CONTROL] * 2
    assert not clean.problems[0].stops


def test_signs_of_annotations_are_left_out_and_named() -> None:
    clean = tidy("\ufff9漢\ufffaかん\ufffb")
    assert clean.text == "漢かん"
    assert [p.kind for p in clean.problems] == [ProblemKind.CONTROL] * 3


def test_pairs_of_isolates_stay_and_lone_ones_go() -> None:
    clean = tidy("\u2068a\u2069b\u2067c\nd\u2069")
    assert clean.text == "\u2068a\u2069bc\nd"
    assert [p.start for p in clean.problems] == [4, 8]
    assert clean.problems[0].kind is ProblemKind.BIDI_CONTROL


def test_overrides_and_embeddings_go() -> None:
    assert tidy("abc\u202etxt.exe\u202c").text == "abctxt.exe"
