"""All that is known of one language: what is claimed of it, what this machine has for it, and what would help it."""

from __future__ import annotations

from dataclasses import dataclass

from flows.language_claims import claims_of
from flows.offers import Offers, read_offers
from languages.card import Step
from languages.claims import Claim
from languages.engine_codes import LISTS, codes_of, other_script
from languages.language import Language
from languages.licences import Use
from languages.regions import regions_of
from languages.registry import fallback_voices
from languages.subtags import UNKNOWN
from languages.tiers import Rating, rate
from languages.wanted import Wish, wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What this machine has for a language now."""

    drafts: tuple[tuple[str, str, str], ...]
    """(language that it is drafted from, engine and route, evidence), the most promising first."""
    voices: tuple[str, ...]
    ears: tuple[str, ...]
    lacking: tuple[tuple[str, str], ...]
    """(weights or engine that could be had, why they do not work here and what to do)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font that has the language's script."""

    family: str
    package: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageCard:
    """All that is known of a language."""

    language: Language
    regions: tuple[str, ...]
    """ISO 3166-1 codes of the countries where it is used."""
    rating: Rating
    """For anything that some licence allows."""
    by_use: tuple[tuple[Use, Rating], ...]
    """For each use of the finished work."""
    claims: tuple[Claim, ...]
    here: Here
    borrowed: tuple[tuple[str, str], ...]
    """(language whose voice may read it where people allow it, what is known of how that sounds)."""
    text: tuple[tuple[str, str], ...]
    """(what is done with its texts, from which source or why not)."""
    fonts: tuple[Font, ...]
    codes: tuple[tuple[str, tuple[str, ...]], ...]
    """(list, the codes by which it calls the language)."""
    wishes: tuple[Wish, ...]


def read_card(language: Language) -> LanguageCard:
    """The card of one language, this machine included; takes about half a second, most of it to ask all engines."""
    tag = language.tag
    claims = claims_of(tag)
    rating = rate(claims)
    return LanguageCard(
        language=language,
        regions=regions_of(tag),
        rating=rating,
        by_use=tuple((use, rate(claims, use)) for use in Use),
        claims=claims,
        here=_here(tag, read_offers([(source, tag) for source in _sources(tag, claims)], [tag])),
        borrowed=fallback_voices(tag),
        text=_text(tag),
        fonts=_fonts(language),
        codes=tuple((name, found) for name in LISTS if (found := _codes(name, tag))),
        wishes=wishes(language, claims, rating),
    )


def _codes(name: str, tag: str) -> tuple[str, ...]:
    """What a list calls a language; with the script that all lists name, where the usual one is not known."""
    tags = (tag, other_script(tag)) if "-" not in tag else (tag,)
    return tuple(dict.fromkeys(code for one in tags if one for code in codes_of(name, one)))


def _sources(tag: str, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """Languages that drafts are asked for from; empty = what is installed. Models that are not here name no pairs."""
    read = (claim.origins for claim in claims if claim.step is Step.TRANSLATE and len(claim.origins) == 1)
    return tuple(dict.fromkeys(("", *ASKED_FROM, *(one for origins in read for one in origins))))


ASKED_FROM = ("es", "en", "fr")
"""Own choice: what most stories are written in, and what engines are asked for where they need a pair."""


def _here(tag: str, offers: Offers) -> Here:
    sources = dict.fromkeys(route.source for _, route in offers.routes)
    into = dict.fromkeys(found for source in sources for found in offers.routes_between(source, tag))
    best: dict[str, tuple[str, str, str]] = {}
    for engine, route in sorted(into, key=lambda found: -found[1].rank):
        if not route.broken:
            best.setdefault(route.source, (route.source, f"{engine} {route.id}", route.evidence))
    spoken = [(v.engine, v.id, v.broken) for v in offers.voices_of(tag)]
    heard = [(e.engine, e.id, e.broken) for e in offers.ears_of(tag)]
    lacking: dict[str, str] = {}
    drafting = {engine for engine, route in into if not route.broken}
    for engine, route in into:
        if route.broken and (route.checkpoint or engine not in drafting):
            lacking.setdefault(engine, route.broken)
    for engine, name, broken in (*spoken, *heard):
        if broken:
            lacking.setdefault(f"{engine} {name.partition(':')[0]}", broken)
    return Here(
        drafts=tuple(best.values()),
        voices=tuple(f"{engine} {name}" for engine, name, broken in spoken if not broken),
        ears=tuple(f"{engine} {name}" for engine, name, broken in heard if not broken),
        lacking=tuple(lacking.items()),
    )


def _text(tag: str) -> tuple[tuple[str, str], ...]:
    from languages.abbreviations import abbreviations_of
    from languages.exemplars import exemplars_of
    from languages.number_words import find_speller

    speller, found = find_speller(tag), abbreviations_of(tag)
    short = len(found.always | found.before_digits)
    return (
        ("numbers in words", speller.source if speller else "nobody here knows its number words; write them out"),
        ("letters that are not of its alphabet", "CLDR" if exemplars_of(tag) else "not noticed: no source has it"),
        ("abbreviations that end no sentence", f"{short} known" if short else "none known"),
    )


def _fonts(language: Language) -> tuple[Font, ...]:
    if language.script == UNKNOWN:
        return ()
    from video.typeset.font_table import rows_for
    from video.typeset.fonts import find_fonts

    here = find_fonts()
    rows = rows_for(language.script, language.tag)[:MOST_FONTS]
    return tuple(Font(family=row.family, package=row.package, here=here.has(row)) for row in rows)


MOST_FONTS = 2
