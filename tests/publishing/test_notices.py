"""What end cards say, and in which language."""

from __future__ import annotations

from pathlib import Path

import pytest

from languages.errors import InputRefused
from languages.registry import get_language
from publishing.notices import KEYS, get_wording, read_notices

OWN = "language\t" + "\t".join(KEYS) + "\nquy\t" + "\t".join(f"simi {n}" for n in range(len(KEYS)))


def test_every_language_of_the_table_is_known_and_complete() -> None:
    rows = read_notices(Path("publishing/data/notices.tsv"))
    assert len({w.language for w in rows}) == len(rows) >= 24
    for wording in rows:
        assert get_language(wording.language).tag == wording.language
        assert len({wording[key] for key in KEYS}) >= len(KEYS) - 1  # "the author's own" may be one word for two


@pytest.mark.parametrize(
    ("tags", "found"),
    [(("ca",), "ca"), (("es-MX",), "es"), (("oc-aranes",), "oc"), (("quy", "es"), "es"), (("quy", "xx"), "en")],
)
def test_the_nearest_wording_is_taken(tags: tuple[str, ...], found: str) -> None:
    assert get_wording(tags).language == found


def test_a_wording_of_ones_own_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "story.notices.tsv"
    path.write_text(OWN, encoding="utf-8")
    wording = get_wording(("quy", "es"), read_notices(path))
    assert (wording.language, wording["made"]) == ("quy", f"simi {len(KEYS) - 1}")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (OWN.replace("story", "tale"), "not known: tale; missing: story"),
        (OWN.replace("words", "story", 1), "there twice: story; missing: words"),
        (OWN.rpartition("\t")[0], "has no text for made"),
        (OWN.replace("simi 3", ""), "has no text for pictures"),
        (OWN.replace("simi 3", "x" * 300), "has 300 characters for pictures"),
        (OWN + "\tmore", "has 17 texts"),
        (OWN.replace("quy", "Quexua"), "is for 'Quexua'"),
    ],
)
def test_a_broken_table_is_refused_with_its_row(text: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / "story.notices.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputRefused, match=what) as told:
        read_notices(path)
    assert told.value.line in (1, 2)


def test_a_language_may_be_named_and_has_one_row(tmp_path: Path) -> None:
    path = tmp_path / "story.notices.tsv"
    path.write_text(OWN.replace("quy", "Asturian"), encoding="utf-8")
    assert [w.language for w in read_notices(path)] == ["ast"]
    path.write_text(f"{OWN}\n{OWN.splitlines()[1]}", encoding="utf-8")
    with pytest.raises(InputRefused, match="two rows for 'quy'"):
        read_notices(path)


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "story.notices.tsv"
    path.write_bytes("language\tstory\ní".encode("latin-1"))
    with pytest.raises(InputRefused, match="Not UTF-8"):
        read_notices(path)
