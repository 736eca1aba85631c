"""How instruments are played: where both hands go, and how what is played is held."""

from __future__ import annotations

from video.engines.papercut.people.items import Hands, Item, Moment
from video.engines.papercut.people.tool import can_hold

BLOWN: dict[str, tuple[float, float, float, float]] = {
    "whistle": (8.0, 1.0, 0.0, 13.0), "harmonica": (7.0, 1.0, 0.0, 15.0), "horn": (17.0, -5.0, 0.0, 32.0),
    "saxophone": (11.0, 19.0, 0.0, 46.0), "bagpipes": (10.0, 22.0, 14.0, 52.0),
}  # fmt: skip
"""By instrument the middle of it beside the mouth, how far it is turned, and how large it is at most."""


def play(m: Moment) -> tuple[Hands, tuple[Item, ...]]:
    """An instrument at the mouth, across the body or before the belly; another one is held."""
    kind = m.act.on or m.act.holds
    if kind == "flute":
        at = m.mouth(7.0, 15.0)
        finger = 0.8 * m.wave
        return ((at[0] - 3.0, at[1] - 3.0 + finger), (at[0] + 5.0, at[1] + 8.0 - finger)), (
            Item(kind=kind, at=at, centre=True, turn=-24.0 + m.wave, most=34.0),
        )
    if kind == "panpipe":
        at = m.mouth(7.0 + 1.6 * m.wave, 9.0)
        return ((at[0] - 8.0, at[1] + 6.0), (at[0] + 8.0, at[1] + 2.0)), (
            Item(kind=kind, at=at, centre=True, most=25.0),
        )
    if kind in BLOWN:
        x, y, turn, most = BLOWN[kind]
        at = m.mouth(x, y)
        return ((at[0] - 5.0, at[1] + 4.0 - 0.6 * m.wave), (at[0] + 4.0, at[1] + 4.0 + 0.6 * m.wave)), (
            Item(kind=kind, at=at, centre=True, turn=turn + m.wave, most=most),
        )
    if kind == "trumpet":
        at = m.mouth(25.0, 0.0)
        return ((at[0] - 8.0, at[1] + 6.0), (at[0] + 3.0, at[1] + 6.0)), (
            Item(kind=kind, at=at, centre=True, turn=-4.0 + 2.0 * m.wave, most=44.0),
        )
    if kind in ("guitar", "violin"):
        return _stringed(m, kind)
    if kind == "kora":
        at = m.at(17, 0.5)
        pluck = 1.4 * m.wave
        return ((at[0] - 5.0 + pluck, at[1] + 5.0), (at[0] + 5.0 - pluck, at[1] + 4.0)), (
            Item(kind=kind, at=(at[0], at[1] - 4.0), centre=True, most=64.0),
        )
    if kind in ("drum", "djembe"):
        at = m.at(17, 0.12)
        high = m.at(17, 0.44)[1]
        near, far = (at[0] - 5.0, high - 3.0 - 4.0 * m.wave), (at[0] + 9.0, high - 3.0 + 4.0 * m.wave)
        return (near, far), (Item(kind=kind, at=at, centre=True, most=40.0, least=34.0),)
    if kind == "accordion":
        at = m.at(17, 0.5)
        pull = 2.0 * m.wave
        return ((at[0] - 15.0 - pull, at[1] + 3.0), (at[0] + 15.0 + pull, at[1] + 3.0)), (
            Item(kind=kind, at=(at[0], at[1] - 1.0), centre=True, most=36.0, turn=1.5 * m.wave),
        )
    hand = m.at(25 + 2.0 * m.wave, 0.95)
    items = (Item(kind=kind, at=hand, turn=22.0 * m.wave, most=36.0),) if can_hold(kind) else ()
    return (m.at(10, 0.4), hand), items


def _stringed(m: Moment, kind: str) -> tuple[Hands, tuple[Item, ...]]:
    """Across the body, the neck to the further hand; the nearer one plucks or bows."""
    if kind == "violin":
        neck = m.at(28, 0.98)
        bow = m.at(13 + 3.0 * m.wave, 0.84)
        return (bow, neck), (Item(kind=kind, at=(neck[0] + 1.0, neck[1] - 2.0), turn=78.0, most=50.0),)
    neck = m.at(33, 0.66)
    pluck = m.at(11, 0.36 + 0.03 * m.wave)
    return (pluck, neck), (Item(kind=kind, at=(neck[0] + 1.0, neck[1]), turn=66.0, most=64.0),)
