"""What lights a scene: candles where nothing else does, small hours without light, and days that are only spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.hours import SOME_DAY
from video.concepts.table import get_concept
from video.concepts.tokens import Token, tokens

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

CANDLES = {
    "en": frozenset(("candle", "candles", "candlelight", "lantern", "lanterns", "torches")),
    "es": frozenset(("vela", "velas", "candil", "candiles", "candelas", "farol", "faroles")),
    "fr": frozenset(("bougie", "bougies", "chandelle", "chandelles", "lanterne", "lanternes")),
    "pt": frozenset(("vela", "velas", "candeia", "candeias", "lampiao", "lamparina", "lamparinas")),
    "ca": frozenset(("espelma", "espelmes", "candela", "candeles")),
}
BY_LIGHT = {
    "en": frozenset(("lit", "light", "glow", "lighted", "illuminated")),
    "es": frozenset(("iluminada", "iluminado", "iluminadas", "iluminados", "alumbrada", "alumbrado", "luz")),
    "fr": frozenset(("eclairee", "eclaire", "eclairees", "eclaires", "lueur", "lumiere")),
    "pt": frozenset(("iluminada", "iluminado", "iluminadas", "iluminados", "alumiada", "alumiado", "luz")),
    "ca": frozenset(("il.luminada", "il.luminat", "llum")),
}
"""Words right before the candles, with small words between: "lit by two candles", "a la luz de las velas"."""
SMALL = frozenset(
    """by with only from the a of two three some many con por solo de la las una unas dos tres unos los el
    une un seule seul unica unico single
    par avec seulement des aux a deux trois quelques du d l com so umas uns duas amb dues a'l""".split()  # noqa: SIM905 - CONFIG: as words
)
UNLIT_HOURS = frozenset(("madrugada",))
"""Hours which are dark or dawn: by what else is seen."""
BY_NIGHT = frozenset(("moon", "star", "shooting_star", "blackout", "power_back", "night"))
SPOKEN_OF = frozenset(
    """since until till before on was is be by for era es sera fue seria hasta para desde proximo pasado
    depuis jusqu jusqu'a avant etait est sera pour prochain dernier ate e foi proximo next last""".split()  # noqa: SIM905 - CONFIG: as words
)
"""Before a day of the week that is only spoken of: "her birthday, which was on Sunday", "broken since Tuesday"."""
THE = frozenset(("el", "o", "le", "this", "next", "este", "au", "a"))
_WEEK = """monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo
lundi mardi mercredi jeudi vendredi samedi dimanche segunda-feira terca-feira quarta-feira quinta-feira sexta-feira"""
WEEK = frozenset(_WEEK.split())


def is_candlelit(text: str, language: str) -> bool:
    """Whether a text says that candles or lanterns give the light."""
    base = language.split("-")[0]
    lights, by = CANDLES.get(base, frozenset[str]()), BY_LIGHT.get(base, frozenset[str]())
    row = tokens(text, language) if lights else ()
    for i, word in enumerate(row):
        if word.folded not in lights:
            continue
        k = i - 1
        while k >= 0 and row[k].folded in SMALL and row[k].sentence == word.sentence:
            k -= 1
        if i - 4 <= k < i - 1 and k >= 0 and row[k].folded in by and row[k].sentence == word.sentence:
            return True
    return False


def without_days_spoken_of(found: Sequence[Mention], row: Sequence[Token]) -> list[Mention]:
    """The mentions without days of the week inside a sentence that only speaks of them: no new day begins there."""
    return [m for m in found if not (m.concept.id == SOME_DAY and _spoken_of(m, row))]


def _spoken_of(m: Mention, row: Sequence[Token]) -> bool:
    if row[m.token].folded not in WEEK:
        return False
    k = m.token - 1
    while k >= 0 and row[k].folded in THE and row[k].sentence == m.sentence:
        k -= 1
    first = k < 0 or row[k].sentence != m.sentence
    return not first and row[k].folded in SPOKEN_OF and (row[k].folded != "on" or _inside(k, row))


def _inside(k: int, row: Sequence[Token]) -> bool:
    """Whether a word stands late in its sentence: "it was repaired on Friday", not "On Friday he came"."""
    return k > 0 and row[k - 1].sentence == row[k].sentence


def dark_hours(found: Sequence[Mention], seen: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, with the small hours as night where stars, the moon or a power cut are told: "de madrugada"."""
    night = any(m.concept.id in BY_NIGHT for m in seen)
    for m in found:
        small = night and m.concept.id == "dawn" and m.word.casefold().endswith(tuple(UNLIT_HOURS))
        yield replace(m, concept=get_concept("night")) if small else m
