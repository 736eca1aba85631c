"""Controls of writing direction: their pairs as Unicode Annex 9 has them."""

from __future__ import annotations

import pytest

from languages.bidi_controls import bidi_findings
from languages.character_finding import Severity

LRE, RLO, PDF, LRI, FSI, PDI = "\u202a", "\u202e", "\u202c", "\u2066", "\u2068", "\u2069"


def places(text: str) -> list[tuple[int, Severity]]:
    return sorted((f.start, f.severity) for f in bidi_findings(text))


@pytest.mark.parametrize(
    ("text", "unpaired"),
    [
        (f"{LRI}a{PDI}", []),
        (f"{LRE}a{PDF} {FSI}b{LRI}c{PDI}{PDI}", []),
        (f"{LRI}a", [0]),
        (f"a{PDI}", [1]),
        (f"a{PDF}b", [1]),
        (f"{LRE}a{LRI}b{PDF}{PDI}{PDF}", [4]),  # BD11: what ends an embedding does not reach out of an isolate
        (f"{LRI}{LRE}a{PDI}", [1]),  # the end of an isolate ends what was begun in it, unended
        (f"{LRI}a\nb{PDI}", [0, 4]),  # P1: a paragraph ends everything
        (f"{LRI}a\u2028b{PDI}", []),  # a new line of the same paragraph does not
    ],
)
def test_what_has_no_partner_is_to_be_repaired(text: str, unpaired: list[int]) -> None:
    assert places(text) == [(at, Severity.REPAIR) for at in unpaired]


def test_an_override_is_asked_about_even_where_it_is_ended() -> None:
    assert places(f"if {RLO}nimda{PDF}:") == [(3, Severity.QUESTION)]
    assert places(f"if {RLO}nimda") == [(3, Severity.REPAIR)]
