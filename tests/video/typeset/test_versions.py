from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from languages.registry import get_language
from tests.stories import ROOT
from video.typeset.block import Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset
from video.typeset.versions import typesetting_versions


def test_versions_of_all_that_changes_a_picture_are_named(fonts: Fonts) -> None:
    block = typeset("ab ไทย", get_language("th"), fonts, Style(size_px=20), Room(width_px=200))
    said = dict(typesetting_versions(block))
    libraries = {"fribidi", "harfbuzz", "icu4py", "skia-python"}
    digests = {
        sha256(Path(fonts.files[f"{name}-Regular"]).read_bytes()).hexdigest() for name in ("NotoSans", "NotoSansThai")
    }
    assert set(said) == libraries | digests
    assert all(re.search(r"\d", version) for version in said.values()), said


def test_regular_and_bold_of_a_family_are_told_apart(fonts: Fonts) -> None:
    regular, bold = (
        typeset("ab", get_language("en"), fonts, Style(size_px=20, bold=bold), Room(width_px=200))
        for bold in (False, True)
    )
    assert len(set(typesetting_versions(regular)) ^ set(typesetting_versions(bold))) == 2


def test_the_example_of_the_docs_runs() -> None:
    text = (ROOT / "docs" / "typesetting.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    names: dict[str, object] = {}
    exec(example, names)
    pixels = names["pixels"]
    assert getattr(pixels, "shape", ())[2:] == (4,)
