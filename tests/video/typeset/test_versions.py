from __future__ import annotations

import re

from languages.registry import get_language
from tests.stories import ROOT
from video.typeset.block import Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset
from video.typeset.versions import typesetting_versions


def test_versions_of_all_that_changes_a_picture_are_named(fonts: Fonts) -> None:
    block = typeset("ab ไทย", get_language("th"), fonts, Style(size_px=20), Room(width_px=200))
    said = dict(typesetting_versions(block))
    assert set(said) == {"fribidi", "harfbuzz", "icu4py", "skia-python", "Noto Sans 0", "Noto Sans Thai 0"}
    assert all(re.search(r"\d", version) for version in said.values()), said


def test_the_example_of_the_docs_runs() -> None:
    text = (ROOT / "docs" / "typesetting.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    names: dict[str, object] = {}
    exec(example, names)
    pixels = names["pixels"]
    assert getattr(pixels, "shape", ())[2:] == (4,)
