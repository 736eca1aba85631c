"""Whether a text says that a river, a lake or a well has no water."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

WATERS = frozenset(("river", "lake", "spring", "swamp", "waterfall", "oasis", "well", "canyon", "field", "terraces"))
_DRY = """dry parched seco seca secos secas sec seche secs seches asseche assechee sechee sechees eixut eixuta eixuts
eixutes secco secca asciutto trocken vertrocknet droog torr tort kavu kering сухой сухая высохла высохло suchy wyschla
kuru kurumus quru khô แห้ง 干 干涸 乾 乾いた 枯れた 마른 جاف جافة خشک सूखा सूखी শুকনো chaki lehor
umekauka ulikauka ilikauka umekaukia imekauka limekauka kering mengering kurudu kurumustu"""
DRY = frozenset(_DRY.split())


def dried(found: Sequence[Mention], row: Sequence[Token], language: str) -> bool:
    """Whether some water is dry: "el río seco", "o rio secou", "no water in the river"."""
    for m in found:
        if m.absent or m.concept.id not in WATERS:
            continue
        end = m.token + m.words
        first = m.token if row[m.token].apart else max(0, m.token - 1)
        beside = [*row[first:end]]
        for t in row[end : end + (1 if language == "en" else 2)]:
            if t.apart:
                break
            beside.append(t)
        if any(t.folded in DRY and t.sentence == m.sentence for t in beside):
            return True
        others = [o for o in found if o.sentence == m.sentence]
        if any(o.concept.id == "dried_up" or (o.absent and o.concept.id == "water") for o in others):
            return True
    return False
