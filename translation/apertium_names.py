"""Characters' names on their way through a translator that would translate them (``Sol``, ``Blanca``).

Each name travels as another one that dictionaries know and leave alone, so that grammar around it stays right:
Spanish ``de Nana`` goes as ``de Marta``. It begins with a vowel where the name does (Catalan ``d'Elena``), and is
a woman's where the name ends in -a.
"""

from __future__ import annotations

import re

STAND_INS = {
    ("consonant", "a"): ("Marta", "Laura", "Teresa", "Sandra", "Barbara"),
    ("vowel", "a"): ("Elena", "Anna", "Eva", "Amanda", "Irene"),
    ("consonant", ""): ("David", "Daniel", "Gabriel", "Robert", "Samuel"),
    ("vowel", ""): ("Antonio", "Oscar", "Adam", "Albert", "Abel"),
}
"""Names that came out of the installed modes as they went in; which, is checked at every use."""

ATTEMPTS = 3
"""Sets of stand-ins that are tried before a name is left to the translator."""


def veil(text: str, keep: tuple[str, ...], attempt: int) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with stand-ins for the names in it, and pairs (stand-in, what stood there) in order of names.

    ``attempt`` from 0 chooses among stand-ins.
    """
    pairs: list[tuple[str, str]] = []
    taken = text.casefold()
    for name in sorted(
        {form for n in keep if n.strip() for form in (n, n.upper())}, key=lambda n: (-len(n), n.isupper(), n)
    ):
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        if not re.search(pattern, text):
            continue
        start = "vowel" if re.match(r"h?[aeiouáéíóúàèìòùâêîôûäëïöü]", name.casefold()) else "consonant"
        names = STAND_INS[start, "a" if name.casefold().endswith(("a", "á", "à")) else ""]
        free = [n for n in names if n.casefold() not in taken]
        if not free:
            continue
        stand_in = free[attempt % len(free)]
        text = re.sub(pattern, stand_in, text)
        taken += f" {stand_in.casefold()}"
        pairs.append((stand_in, name))
    return text, tuple(pairs)


def unveil(text: str, veiled: str, pairs: tuple[tuple[str, str], ...]) -> str | None:
    """The translation with its names again; None where not all came through. ``veiled`` is what was translated."""
    for stand_in, name in pairs:
        # An ending may have grown on to it (Esperanto -n), nothing else.
        pattern = rf"(?<!\w){stand_in}(?=[a-z]?(?!\w))"
        if len(re.findall(pattern, text, re.IGNORECASE)) != len(re.findall(rf"(?<!\w){stand_in}(?!\w)", veiled)):
            return None
        text = re.sub(pattern, lambda _, name=name: name, text, flags=re.IGNORECASE)
    return text
