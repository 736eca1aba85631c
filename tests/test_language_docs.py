"""The page of all languages is what its script makes."""

from __future__ import annotations

from scripts.build_language_docs import TARGET, page


def test_the_page_is_that_of_the_claims() -> None:
    assert TARGET.read_text(encoding="utf-8") == page(), "Run scripts/build_language_docs.py."
