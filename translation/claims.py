"""What is claimed of Apertium's routes and of identifiers. Nothing here looks at this machine."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from languages.claims import Claim, Strength, grounds, stand_ins
from translation.apertium_installed import evidence
from translation.apertium_modes import Mode, Way, split_name, tag_of, ways_over
from translation.identify_errors import FAR, called_from, measured, neighbours, published

LEAST_RANK = 0.5
"""Of a route that a tier may stand on: "to be corrected before it is shown" is a draft, half of it wrong is none."""


@lru_cache
def read_ways() -> dict[str, tuple[Way, ...]]:
    """Target → the ways into it over modes that were read, wherever they are installed; the best first."""
    modes: list[Mode] = []
    for name in evidence():
        codes = split_name(name)
        source, target = (tag_of(code) for code in codes) if codes else ("", "")
        if codes and source and target:
            modes.append(Mode(name=name, start=codes[0], end=codes[1], source=source, target=target))
    found: dict[str, list[Way]] = {}
    for way in ways_over(tuple(modes), evidence()):
        found.setdefault(way.route.target, []).append(way)
    return {tag: tuple(sorted(ways, key=lambda way: -way.route.rank)) for tag, ways in found.items()}


def draft_claims(tag: str) -> tuple[Claim, ...]:
    """Claims about drafts into a canonical tag: for each language that they are made from by its best route.

    Where that was not read itself, the best that was is told too.
    """
    best: dict[tuple[str, bool], Way] = {}
    for meant in stand_ins(tag):
        for way in read_ways().get(meant, ()):
            best.setdefault((way.route.source, False), way)
            if way.route.id in _read():
                best.setdefault((way.route.source, True), way)
    return tuple(_claim(way, tag) for way in dict.fromkeys(best.values()))


@lru_cache
def _read() -> frozenset[str]:
    """Ids of routes whose texts were read."""
    return frozenset(known.read for known in evidence().values() if known.read)


def _claim(way: Way, tag: str) -> Claim:
    route, known = way.route, grounds()["apertium"]
    read = route.id in _read()
    return Claim(
        step=known.step,
        engine=known.engine,
        says=f"{known.says.format(route.source)} ({route.id})",
        figure=route.evidence,
        strength=Strength.MEASURED if read else Strength.JUDGED,
        counts=not route.broken and route.rank >= LEAST_RANK,
        because=route.broken or (known.because if read else _unread(way)),
        source=known.source,
        read=known.read,
        licence=known.licence,
        origins=(route.source,),
        meant="" if route.target == tag else route.target,
    )


def _unread(way: Way) -> str:
    """What stands for a reading of a route that nobody read as such."""
    if len(way.modes) > 1:
        return "Nobody read what it makes: its parts were read, each by itself or in other chains."
    over = evidence()[way.route.id].read
    return (
        f"Nobody read what it makes: {f'it was read over {over}' if over else 'its data were read in another route'}."
    )


def identify_claims(tag: str) -> tuple[Claim, ...]:
    """Claims about telling texts in a canonical tag from others, with the errors that are known."""
    told = published(tag)
    figure = f"finds {told.recall:.1%} of its lines; {told.precision:.1%} of what it calls so is" if told else ""
    apart = told_apart(tag)
    own = _identified("ngram", apart, Strength.MEASURED)
    return (
        *((own if apart.startswith(TOLD) else replace(own, because=NEVER_TOLD),) if measured(tag) else ()),
        *((_identified("glotlid", figure, Strength.PUBLISHED),) if told else ()),
    )


TOLD = "told from "
NEVER_TOLD = "At no length of text are at most 0.5 % of right lines questioned and 99.5 % of wrong ones found."


def _identified(name: str, figure: str, strength: Strength) -> Claim:
    known = grounds()[name]
    return Claim(
        step=known.step,
        engine=known.engine,
        says=known.says,
        figure=figure,
        strength=strength,
        counts=False,
        because=known.because,
        source=known.source,
        read=known.read,
        licence=known.licence,
        weights=known.weights,
    )


def told_apart(tag: str) -> str:
    """From which languages a language is told by the embedded identifier, and from how many words on."""
    pairs = [(name, called_from(tag, name)) for name in (FAR, *neighbours(tag))]
    told = [f"{'others' if name == FAR else name} by {words} words" for name, words in pairs if words]
    never = [name for name, words in pairs if not words and name != FAR]
    said = [f"{TOLD}{', '.join(told)}"] if told else []
    said += [f"never told from {', '.join(never)}"] if never else []
    return "; ".join(said) or "texts were too few to say from what it is told"
