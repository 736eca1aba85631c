"""What follows from codes alone."""

from __future__ import annotations

import pytest

from languages.abbreviations import NONE, abbreviations_of
from languages.codes import parents
from languages.lookalikes import lookalikes_of


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("es-MX", "es-MX es"),
        ("ca-valencia", "ca-valencia ca"),
        ("sr-RS", "sr-RS sr"),
        ("sr-ME", "sr-ME sr-Latn"),
        ("sr-Latn-RS", "sr-Latn-RS sr-Latn"),
        ("uz-AF", "uz-AF uz-Arab"),
        ("es-Cyrl", "es-Cyrl"),
        ("de-CH-1901-u-co-phonebk", "de-CH-1901-u-co-phonebk de-CH-1901 de-CH de"),
        ("no tag", "no tag"),
    ],
)
def test_a_tag_takes_only_from_those_in_its_script(tag: str, expected: str) -> None:
    assert parents(tag) == tuple(expected.split(" ")) or (tag == expected and parents(tag) == (tag,))


def test_what_is_known_of_another_script_is_not_taken() -> None:
    assert lookalikes_of("uz")
    assert lookalikes_of("uz-AF") == ()
    assert abbreviations_of("uz-AF") == abbreviations_of("uz-Arab") != NONE
    assert abbreviations_of("az-IR") == NONE != abbreviations_of("az")
