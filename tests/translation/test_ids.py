from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.errors import ManuscriptRefused
from translation.ids import IdBook, IdKind, Wanted, assign, id_path, read_id_book, write_id_book


def lines(*texts: str) -> list[Wanted]:
    return [Wanted(kind=IdKind.LINE, text=t) for t in texts]


def book(*texts: str) -> IdBook:
    return assign(lines(*texts), IdBook())[1]


def ids(wanted: list[Wanted], before: IdBook) -> tuple[str, ...]:
    return assign(wanted, before)[0]


UNO, DOS, TRES = "Uno fue al río.", "Dos vieron la luna.", "Tres casas ardían."


def test_new_lines_and_scenes_are_counted_apart():
    wanted = [Wanted(kind=IdKind.SCENE, text="A"), *lines(UNO, DOS), Wanted(kind=IdKind.SCENE, text="A")]
    assert ids(wanted, IdBook()) == ("s1", "n1", "n2", "s2")


def test_edited_line_keeps_its_id():
    assert ids(lines(UNO, "Dos vieron el sol.", TRES), book(UNO, DOS, TRES)) == ("n1", "n2", "n3")


def test_wholly_rewritten_line_keeps_its_id_where_it_stands_alone_between_known_ones():
    assert ids(lines(UNO, "Xx yy zz.", TRES), book(UNO, DOS, TRES)) == ("n1", "n2", "n3")


def test_two_dissimilar_lines_for_one_are_new():
    assert ids(lines(UNO, "Xx yy.", "Zz ww.", TRES), book(UNO, DOS, TRES)) == ("n1", "n4", "n5", "n3")


def test_moved_line_keeps_its_id_and_edited_neighbours_theirs():
    before = book(UNO, DOS, TRES, "Cuatro.")
    assert ids(lines(TRES, UNO, "Dos vieron la luz.", "Cuatro."), before) == ("n3", "n1", "n2", "n4")


def test_equal_texts_keep_their_order():
    before = book("Sí.", UNO, "Sí.", DOS, "Sí.")
    assert ids(lines("Sí.", UNO, "Sí.", DOS), before) == ("n1", "n2", "n3", "n4")


def test_equal_words_of_two_characters_are_told_apart():
    ana, luis = (Wanted(kind=IdKind.LINE, text="Sí.", who=w) for w in ("Ana", "Luis"))
    _, before = assign([ana, luis], IdBook())
    assert ids([luis, ana], before) == ("n2", "n1")


def test_line_given_to_another_character_keeps_its_id():
    _, before = assign([Wanted(kind=IdKind.LINE, text=UNO, who="Ana"), *lines(DOS)], IdBook())
    assert ids(lines(DOS, "Nuevo.", UNO), before) == ("n2", "n3", "n1")


def test_line_that_comes_back_gets_its_id_back():
    cut_ids, after_cut = assign(lines(UNO, TRES), book(UNO, DOS, TRES))
    assert cut_ids == ("n1", "n3")
    assert ids(lines(UNO, DOS, TRES), after_cut) == ("n1", "n2", "n3")
    assert ids(lines(UNO, "Otra cosa es esto.", TRES), after_cut) == ("n1", "n4", "n3")


def test_explicit_id_wins_and_stays_when_it_is_no_longer_written():
    marked = [Wanted(kind=IdKind.LINE, text=UNO, explicit="storm"), *lines(DOS)]
    given_ids, after = assign(marked, book(UNO, DOS))
    assert given_ids == ("storm", "n2")
    assert ids(lines(UNO, DOS), after) == ("storm", "n2")


def test_explicit_id_of_another_line_is_taken_from_it():
    marked = [*lines(UNO), Wanted(kind=IdKind.LINE, text="Nuevo.", explicit="N1")]
    assert ids(marked, book(UNO)) == ("n2", "N1")


def test_number_of_an_explicit_id_is_not_given_again():
    marked = [Wanted(kind=IdKind.LINE, text=UNO, explicit="n7")]
    _, after = assign(marked, IdBook())
    _, emptied = assign(lines(DOS), IdBook(next_line=after.next_line))
    assert emptied.entries[0].id == "n8"


TEXTS = st.lists(st.text("abcdefgh ", min_size=1, max_size=12), max_size=12, unique=True)


@settings(max_examples=150, deadline=None)
@given(before=TEXTS, added=TEXTS, keep=st.integers(0, 2**12), seed=st.integers(0, 99), shuffle=st.booleans())
def test_untouched_lines_keep_their_ids_and_ids_are_unique(before, added, keep, seed, shuffle):
    old_ids, old = assign(lines(*before), IdBook())
    after = [t for i, t in enumerate(before) if keep >> i & 1]
    rng = random.Random(seed)
    for text in added:
        if text not in before:
            after.insert(rng.randint(0, len(after)), text)
    if shuffle:
        rng.shuffle(after)
    new_ids, new = assign(lines(*after), old)
    was = dict(zip(before, old_ids, strict=True))
    assert all(i == was[t] for t, i in zip(after, new_ids, strict=True) if t in was)
    assert len(set(new_ids)) == len(new_ids)
    assert assign(lines(*after), new) == (new_ids, new)


@settings(max_examples=100, deadline=None)
@given(versions=st.lists(st.lists(st.sampled_from("abcde"), max_size=6), min_size=2, max_size=5))
def test_ids_stay_unique_over_many_edits_with_equal_texts(versions):
    now = IdBook()
    for version in versions:
        given_ids, now = assign(lines(*version), now)
        assert len(set(given_ids)) == len(version)
        everything = [e.id for e in (*now.entries, *now.gone)]
        assert len(set(everything)) == len(everything)


def words(seed: int, count: int) -> list[str]:
    vocabulary = ["".join(random.Random(i).choices("aeioulnrstcdm", k=3 + i % 7)) for i in range(400)]
    rng = random.Random(seed)
    return [" ".join(["luna", *rng.choices(vocabulary, k=16)]) for _ in range(count)]


@pytest.mark.parametrize("edit", ["one word", "every line", "all new", "reversed"])
def test_ids_of_a_story_of_500_lines(edit):
    texts = words(1, 500)
    edited = {
        "one word": [*texts[:250], texts[250] + " más", *texts[251:]],
        "every line": [t.replace("luna", "sol", 1) for t in texts],
        "all new": words(2, 500),
        "reversed": texts[::-1],
    }[edit]
    _, before = assign(lines(*texts), IdBook())
    given_ids = ids(lines(*edited), before)
    old = tuple(e.id for e in before.entries)
    wanted = {"one word": old, "every line": old, "reversed": old[::-1]}
    if edit in wanted:
        assert given_ids == wanted[edit]
    else:
        assert len(set(given_ids)) == 500


def test_book_is_written_once_and_read_back(tmp_path: Path):
    path = id_path(tmp_path / "fable.es.md")
    assert path.name == "fable.ids.json"
    assert read_id_book(path) == IdBook()
    write_id_book(path, book(UNO, DOS))
    first = path.stat().st_mtime_ns, path.stat().st_ino
    write_id_book(path, book(UNO, DOS))
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == first
    assert read_id_book(path) == book(UNO, DOS)
    assert [p.name for p in tmp_path.iterdir()] == ["fable.ids.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\xff",
        b'{"schema": "IdBook.2"}',
        b'{"entries": 3}',
        b'{"next_line": 0}',
        b'{"entries": [{"id": "n1", "kind": "line", "text": "a"}, {"id": "N1", "kind": "line", "text": "b"}]}',
    ],
)
def test_damaged_book_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes):
    path = tmp_path / "a.ids.json"
    path.write_bytes(content)
    with pytest.raises(ManuscriptRefused) as refused:
        read_id_book(path)
    assert refused.value.path == str(path)
    assert refused.value.remedy
    assert path.read_bytes() == content


def test_a_book_whose_letters_were_taken_apart_still_knows_its_lines(tmp_path: Path):
    path = tmp_path / "a.ids.json"
    write_id_book(path, book("Él soñó.", DOS))
    path.write_text(unicodedata.normalize("NFD", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert ids(lines("Nueva línea.", "Él soñó.", DOS), read_id_book(path)) == ("n3", "n1", "n2")


def test_a_book_is_found_under_either_spelling_of_its_name(tmp_path: Path):
    composed, apart = (tmp_path / unicodedata.normalize(form, "canción.es.md") for form in ("NFC", "NFD"))
    assert id_path(apart) == apart.with_name(unicodedata.normalize("NFD", "canción.ids.json"))
    write_id_book(id_path(apart), book(UNO))
    assert id_path(composed) == id_path(apart)


def test_a_book_of_before_noncharacters_were_refused_can_still_be_read(tmp_path: Path):
    path = tmp_path / "a.ids.json"
    write_id_book(path, book("a\ufdd0b"))
    assert [e.text for e in read_id_book(path).entries] == ["a\ufdd0b"]
