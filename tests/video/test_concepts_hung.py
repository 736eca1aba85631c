"""Which things hang."""

from __future__ import annotations

import pytest

from video.concepts.mentions import mentions


@pytest.mark.parametrize(
    ("text", "language", "hung"),
    [
        ("Un taller lleno de ruedas colgadas del techo.", "es", ["wheel"]),
        ("Del techo cuelgan tres faroles.", "es", ["lantern"]),
        ("Hanging lanterns over a table.", "en", ["lantern"]),
        ("A lantern hangs from a beam above the table.", "en", ["lantern"]),
        ("Une lanterne suspendue au plafond, une table.", "fr", ["lantern"]),
        ("Redes penduradas e um balde.", "pt", ["net"]),
        ("Un cistell penjat i una taula.", "ca", ["basket"]),
        ("A lantern stands on the table.", "en", []),
        ("Una mesa, y una silla junto a la puerta.", "es", []),
    ],
)
def test_what_is_said_to_hang_hangs_and_nothing_else(text: str, language: str, hung: list[str]) -> None:
    assert [m.concept.id for m in mentions(text, language) if m.hung] == hung
