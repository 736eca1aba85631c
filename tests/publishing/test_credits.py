from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from publishing.credits import Credits, Tool, credits_md, escape


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1))
def test_any_text_is_shown_as_it_is_written(text: str) -> None:
    shown = MarkdownIt("commonmark", {"html": True}).parseInline("x" + escape(text) + "x")[0].children
    assert shown is not None
    assert all(token.type == "text" for token in shown)
    assert "".join(token.content for token in shown) == "x" + " ".join(text.split()) + "x"


def test_credits_name_people_machines_voices_and_licences() -> None:
    credits = Credits(
        title="El *pont*",
        language="Asturian (ast)",
        authors=("Nana",),
        texts=(("drafted by a machine", 3), ("written by a person", 1)),
        voices=("The narrator is read by a synthetic voice, borrowed: it is a voice of Spanish.",),
        tools=(Tool(engine="speech/espeak", version="1", licence="GPL-3.0-or-later", did="spoke 4 lines"),),
        gaps=("n2",),
        licence="CC <BY> 4.0",
    )
    text = credits_md(credits)
    for part in ("El \\*pont\\*", "3 lines", "1 line:", "borrowed", "GPL\\-3", "n2", "Licence: CC \\<BY\\> 4\\.0"):
        assert part in text
