"""``vernacast languages [TAG]``: what can be done in a language, and on what evidence."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import msgspec

from flows.offers import Offers, read_offers
from languages.evidence import coverage
from languages.language import Language
from languages.registry import all_languages, fallback_voices, get_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way of translating into or out of a language on this machine."""

    engine: str
    route: str
    other: str
    into: bool
    rank: float
    evidence: str
    broken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageCard:
    """All that is known about a language here."""

    language: Language
    routes: tuple[Route, ...]
    voices: tuple[str, ...]
    ears: tuple[str, ...]
    absent: tuple[tuple[str, str], ...]
    """(engine and what it would do, why it cannot now): voices and ears that could be had."""
    borrowed: tuple[tuple[str, str], ...]
    """(language whose voice may read it, evidence)."""
    published: tuple[tuple[str, str], ...]
    """(list, figure): published lists that name the language. Listed is not the same as good."""


def card_of(language: Language, offers: Offers) -> LanguageCard:
    """The card of one language."""
    tag = language.tag
    routes = tuple(
        Route(
            engine=engine,
            route=r.id,
            other=r.source if r.target == tag else r.target,
            into=r.target == tag,
            rank=r.rank,
            evidence=r.evidence,
            broken=r.broken,
        )
        for engine, r in offers.routes
        if tag in (r.source, r.target)
    )
    voices = tuple(f"{v.engine} {v.id}" for v in offers.voices if v.language == tag and not v.broken)
    return LanguageCard(
        language=language,
        routes=routes,
        voices=voices,
        ears=tuple(f"{e.engine} {e.id}" for e in offers.ears if e.language == tag and not e.broken),
        absent=tuple(
            (f"{o.engine} {o.id}", o.broken) for o in (*offers.voices, *offers.ears) if o.language == tag and o.broken
        ),
        borrowed=tuple(fallback_voices(tag)),
        published=tuple((e.source, e.figure) for e in coverage(tag)),
    )


def run(tag: str, as_json: bool) -> int:
    """Prints one language's card, or the table of all languages."""
    if tag:
        language = get_language(tag)
        pairs = [("", language.tag), (language.tag, "")]
        card = card_of(language, read_offers(pairs, [language.tag]))
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(card) + b"\n")
        else:
            _show(card)
        return 0
    offers = read_offers()
    into = {r.target for _, r in offers.routes if not r.broken}
    voiced = {v.language for v in offers.voices if not v.broken}
    known = sorted({*(n.tag for n in all_languages()), *into, *voiced})
    rows = [(t, get_language(t).name, t in into, t in voiced) for t in known]
    if as_json:
        table = [{"tag": t, "name": n, "translates": m, "speaks": v} for t, n, m, v in rows]
        sys.stdout.buffer.write(msgspec.json.encode(table) + b"\n")
        return 0
    for t, name, machine, voice in rows:
        can = [word for word, yes in (("drafts", machine), ("speaks", voice)) if yes]
        print(f"{t:<14} {name:<36} {' and '.join(can) or 'you write and record'}")
    return 0


def _best(routes: list[Route]) -> list[Route]:
    """The best route from each language, the most promising first."""
    best: dict[str, Route] = {}
    for route in sorted(routes, key=lambda r: (bool(r.broken), -r.rank)):
        best.setdefault(route.other, route)
    return list(best.values())


def _show(card: LanguageCard) -> None:
    n = card.language
    print(f"{n.name} ({n.tag}): {n.autonym or 'own name unknown'}")
    print(f"  ISO 639-3 {n.iso639_3} · script {n.script} · written {n.direction}")
    into = _best([r for r in card.routes if r.into])
    print("Drafts by machine, on this machine:" if into else "Drafts by machine: none here; people write it.")
    for r in into:
        print(f"  from {r.other} by {r.engine} {r.route}: {r.broken or r.evidence}")
    if card.voices:
        print(f"Voices on this machine: {', '.join(card.voices)}")
    else:
        print("Voices on this machine: none of its own; record the lines, or borrow:")
        for other, evidence in card.borrowed:
            print(f"  {get_language(other).name} ({other}): {evidence}")
    if card.ears:
        print(f"Ears on this machine, to listen back: {', '.join(card.ears)}")
    if card.absent:
        print("Could be had:")
    for what, why in card.absent:
        print(f"  {what}: {why}")
    print("Published lists that name it (listed is not the same as good):")
    for source, figure in card.published or (("none known", ""),):
        print(f"  {source}{': ' + figure if figure else ''}")
