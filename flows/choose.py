"""Choosing: drops by licence, then by language, then by what does not fit or is broken; ranks by evidence, then cost.

Pure. Every rejection keeps its reason. A related language's voice is used only where the script or the command
allows it, and is said; a cloned voice only where the script names it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from flows.means import Means, forbidden
from flows.offers import Offers
from flows.recipe import ANY, Recipe
from flows.work import LanguageWork
from languages.card import Step
from languages.errors import ConsentRefused
from languages.registry import fallback_voices, get_language
from speech.engine import Ear
from speech.spoken import language_for
from speech.utterance import Voice
from speech.voices import cast_voices, named_voices, wishes
from translation.engine import Route
from translation.manuscript import Manuscript
from translation.translated import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Something that could have been chosen, and why it was not."""

    engine: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CastVoice:
    """Who speaks with which voice."""

    character: str
    """Empty for the narrator."""
    voice: Voice
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who reads a language, and why nobody else does."""

    voices: tuple[CastVoice, ...] = ()
    borrowed: str = ""
    """Tag of the language whose voices they are, where it is not the language's own."""
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()


def choose_route(
    source: str, target: str, offers: Offers, means: Means
) -> tuple[str, Route | None, tuple[Rejected, ...]]:
    """(engine, best route or None, all others with their reasons) for a pair of languages."""
    if source == target:
        return "", None, ()
    rejected: list[Rejected] = []
    usable: list[tuple[str, Route]] = []
    for engine, route in offers.routes_between(source, target):
        reason = forbidden(offers.card(engine), route.licence, route.checkpoint, means) or route.broken
        if reason:
            rejected.append(Rejected(engine=engine, what=route.id, reason=reason))
        else:
            usable.append((engine, route))
    usable.sort(key=lambda e: (-e[1].rank, offers.card(e[0]).cost_s * e[1].hops, e[1].hops, e[1].id))
    for engine, route in usable[1:]:
        best = usable[0][1]
        reason = f"{best.id} is better ({best.rank:.2f} against {route.rank:.2f}: {route.evidence})"
        rejected.append(Rejected(engine=engine, what=route.id, reason=reason))
    if not usable:
        for card in offers.cards:
            if card.step is Step.TRANSLATE and not any(r.engine == card.id for r in rejected):
                reason = f"has no way from {source} to {target} installed"
                rejected.append(Rejected(engine=card.id, what=f"{source}→{target}", reason=reason))
        return "", None, tuple(rejected)
    return usable[0][0], usable[0][1], tuple(rejected)


def choose_voices(work: LanguageWork, manuscript: Manuscript, offers: Offers, recipe: Recipe, means: Means) -> Cast:
    """Who reads one language: the voices of the engine that is known to sound best, and those that the script names."""
    tag = work.language
    wished = wishes(manuscript.characters, manuscript.narrator)
    people = _people(tag, wished, offers, means, tag)
    rejected = [*_rejected(tag, offers, means), *_refusals(people)]
    voices = _usable(tag, offers, means)
    borrowed = ""
    notes: list[str] = []
    if not voices:
        borrowed, evidence = _allowed_loan(tag, manuscript, recipe, offers, means)
        if borrowed:
            people = _people(borrowed, wished, offers, means, tag)
            rejected += _refusals(people)
            voices = _usable(borrowed, offers, means, tag)
            lender = get_language(borrowed).name
            notes.append(f"Read by a borrowed voice: {lender} ({borrowed}). {evidence}".strip())
        else:
            rejected += _no_voice(tag, offers, means, rejected)
    if not voices:
        return Cast(rejected=tuple(rejected), notes=tuple(notes))
    named = named_voices(manuscript.characters, voices, manuscript.narrator)
    best = max((v for v in voices if not v.consent), key=lambda v: v.rank, default=None)
    pool = [v for v in voices if not v.consent and best is not None and v.engine == best.engine]
    if best is not None:
        rejected += _outranked(best, voices)
    if not pool and not wished <= {v.consent for v in named}:
        notes.append("People's voices read only where the script names them; nobody is here to read the rest.")
        return Cast(rejected=tuple(rejected), notes=tuple(notes))
    cast = tuple(
        CastVoice(character=name, voice=voice, findings=findings)
        for name, voice, findings in cast_voices(
            manuscript.characters, [*pool, *named], manuscript.narrator, _refused(wished, people)
        )
    )
    notes += [f.text for c in cast for f in c.findings]
    return Cast(voices=cast, borrowed=borrowed, rejected=tuple(rejected), notes=tuple(notes))


def stand_in_notes(tag: str, route: Route | None, cast: Cast) -> tuple[str, ...]:
    """What to tell where engines are asked for the language as a whole, because they list none of its regions."""
    done: dict[str, list[str]] = {}
    if route is not None:
        done.setdefault(route.target, []).append("drafted")
    for spoken in dict.fromkeys(c.voice.language for c in cast.voices if not cast.borrowed):
        done.setdefault(spoken, []).append("spoken")
    return tuple(
        f"It is {' and '.join(how)} as {get_language(listed).name} ({listed}), which is what the engines list: "
        f"a person has to see to what is peculiar to {tag}."
        for listed, how in done.items()
        if listed != tag
    )


def choose_ear(language: str, offers: Offers, means: Means) -> tuple[Ear | None, tuple[Rejected, ...]]:
    """The best ear for a language: the least expected error; one whose error is unknown comes last."""
    rejected: list[Rejected] = []
    usable: list[Ear] = []
    for ear in offers.ears_of(language):
        if not ear.transcribes:
            continue
        reason = forbidden(offers.card(ear.engine), ear.licence, ear.checkpoint, means) or ear.broken
        if reason:
            rejected.append(Rejected(engine=ear.engine, what=ear.id, reason=reason))
        else:
            usable.append(ear)
    usable.sort(key=lambda e: (1.0 if e.expected_cer is None else e.expected_cer, offers.card(e.engine).cost_s, e.id))
    for ear in usable[1:]:
        rejected.append(Rejected(engine=ear.engine, what=ear.id, reason=f"{usable[0].id} is expected to err less"))
    if not usable and not rejected:
        rejected = [
            Rejected(engine=card.id, what=language, reason="has no ear for it")
            for card in offers.cards
            if card.step is Step.LISTEN
        ]
    return (usable[0] if usable else None), tuple(rejected)


def choose_aligner(language: str, ear: Ear | None, offers: Offers, means: Means) -> Ear | None:
    """What lays texts onto sounds: the ear that listens back anyway, if it can, else the cheapest that may be used."""
    if ear is not None and ear.aligns:
        return ear
    usable = [
        e
        for e in offers.ears_of(language)
        if e.aligns and not (forbidden(offers.card(e.engine), e.licence, e.checkpoint, means) or e.broken)
    ]
    return min(usable, key=lambda e: (offers.card(e.engine).cost_s, e.id), default=None)


def _why_not(voice: Voice, offers: Offers, means: Means, language: str = "") -> str:
    """Why a voice may not read, or empty; ``language`` is that of the text where the voice is borrowed for it."""
    reason = forbidden(offers.card(voice.engine), voice.licence, voice.checkpoint, means) or voice.broken
    if reason or not voice.consent:
        return reason
    from speech.consent import find_consent, use_forbidden, why_not

    consent = find_consent(voice.consent)
    if consent is None:
        return f"there is no consent record {voice.consent!r}"
    return use_forbidden(consent, means.use) or why_not(consent, language_for(language or voice.language, voice))


def _usable(tag: str, offers: Offers, means: Means, language: str = "") -> tuple[Voice, ...]:
    return tuple(v for v in offers.voices_of(tag) if not _why_not(v, offers, means, language))


def _rejected(tag: str, offers: Offers, means: Means) -> list[Rejected]:
    """Plain voices of a language that may not read."""
    return [
        Rejected(engine=v.engine, what=v.id, reason=reason)
        for v in offers.voices_of(tag)
        if not v.variant and not v.consent and (reason := _why_not(v, offers, means))
    ]


def _people(tag: str, wished: Set[str], offers: Offers, means: Means, language: str) -> tuple[tuple[Voice, str], ...]:
    """(voice, why it may not read a language, or empty) of people whom the script names, in the voices of ``tag``."""
    return tuple(
        (v, _why_not(v, offers, means, language)) for v in offers.voices_of(tag) if v.consent and v.consent in wished
    )


def _refusals(people: Sequence[tuple[Voice, str]]) -> list[Rejected]:
    return [Rejected(engine=v.engine, what=v.id, reason=reason) for v, reason in people if reason]


def _refused(wished: Set[str], people: Sequence[tuple[Voice, str]]) -> dict[str, str]:
    """Names that the script gives of people none of whose voices may read, and why."""
    from speech.consent import find_consent

    allowed = {v.consent for v, reason in people if not reason}
    refused = {v.consent: reason for v, reason in reversed(people) if v.consent not in allowed}
    for name in wished - refused.keys() - allowed:
        try:
            if find_consent(name) is not None:
                refused[name] = "no engine here speaks the language with a person's voice"
        except ConsentRefused as error:
            refused[name] = str(error)
    return refused


def _outranked(best: Voice, voices: Sequence[Voice]) -> list[Rejected]:
    """One rejection for each engine whose voices are known to sound worse."""
    others = {v.engine: v for v in reversed(voices) if v.engine != best.engine and not v.consent}
    return [
        Rejected(
            engine=v.engine,
            what=v.id,
            reason=f"{best.engine} {best.id} is better ({best.rank:.2f} against {v.rank:.2f}: {v.evidence})",
        )
        for v in others.values()
    ]


def _no_voice(tag: str, offers: Offers, means: Means, already: Sequence[Rejected]) -> list[Rejected]:
    lenders = [t for t, _ in fallback_voices(tag) if _usable(t, offers, means, tag)]
    hint = (
        f"; a {get_language(lenders[0]).name} voice could be borrowed with "
        f"`borrow-voices: {{{tag}: {lenders[0]}}}` in the script"
        if lenders
        else ""
    )
    return [
        Rejected(engine=card.id, what=tag, reason=f"has no voice for {tag}{hint}")
        for card in offers.cards
        if card.step is Step.SPEAK and not any(r.engine == card.id for r in already)
    ]


def _allowed_loan(tag: str, manuscript: Manuscript, recipe: Recipe, offers: Offers, means: Means) -> tuple[str, str]:
    allowed = (*manuscript.borrow_voices, *recipe.borrow_voices)
    documented = dict(fallback_voices(tag))
    for borrower, lender in allowed:
        if borrower == tag and lender != ANY and _usable(lender, offers, means, tag):
            return lender, documented.get(lender, "Nobody has judged how this sounds.")
    if any(borrower in (ANY, tag) and lender == ANY for borrower, lender in allowed):
        for lender, evidence in documented.items():
            if _usable(lender, offers, means, tag):
                return lender, evidence
    return "", ""


def lenders(tag: str, manuscript: Manuscript, recipe: Recipe) -> tuple[str, ...]:
    """Languages whose voices may have to be asked for when a language has none of its own."""
    named = (other for borrower, other in (*manuscript.borrow_voices, *recipe.borrow_voices) if borrower == tag)
    return tuple(dict.fromkeys((*(n for n in named if n != ANY), *(t for t, _ in fallback_voices(tag)))))
