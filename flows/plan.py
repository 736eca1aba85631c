"""What will be done, by which engine and why: pure choosing, before any work.

Choosing drops by licence, then by language, then by what is broken; it ranks by evidence of quality, then by
cost. Every rejection keeps its reason. A related language's voice is used only where the script or the
command allows it, and is said.
"""

from __future__ import annotations

from dataclasses import dataclass

from flows.offers import Offers
from flows.recipe import ANY, Recipe
from flows.work import LanguageWork
from languages.card import Card, Step
from languages.registry import fallback_voices, get_language
from speech.utterance import Voice
from speech.voices import cast_voices
from translation.engine import Route
from translation.manuscript import Line, Manuscript
from translation.translated import Finding, State

REVIEW_MINUTES = 0.5
WRITE_MINUTES = 1.5
"""Minutes a person needs to look over a draft of one line, and to write one. Source: own estimate, to be
replaced by what is measured with creators."""

POOR_RANK = 0.35
"""Below this a route's drafts are not readable (see each route's evidence); the plan warns."""

HUMAN = (State.HUMAN, State.APPROVED, State.STALE, State.SOURCE)


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
class LanguagePlan:
    """What will be done for one language."""

    language: str
    name: str
    states: tuple[tuple[str, int], ...]
    """(state, number of lines), as the work lies now."""
    engine: str = ""
    route: Route | None = None
    to_translate: tuple[str, ...] = ()
    """Ids of lines that need a draft (from the store or made anew)."""
    voices: tuple[CastVoice, ...] = ()
    borrowed: str = ""
    """Tag of the language whose voice reads, where it is not the language's own."""
    recordings: int = 0
    missing: tuple[str, ...] = ()
    """Ids of lines for which there is no text and no engine to draft one."""
    voiceless: bool = False
    """True where no voice may read it and not every line has a recording."""
    refused: str = ""
    """Why the edition cannot be made, or empty."""
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()
    human_minutes: float = 0.0
    seconds: float = 0.0
    """Estimated CPU seconds for what is not yet in the store."""

    def voice_of(self, character: str | None) -> Voice | None:
        """The voice of a character, or of the narrator for None."""
        return next((c.voice for c in self.voices if c.character == (character or "")), None)


def plan_language(work: LanguageWork, manuscript: Manuscript, offers: Offers, recipe: Recipe) -> LanguagePlan:
    """Chooses route and voices for one language and says what is missing."""
    language = get_language(work.language)
    engine, route, rejected = choose_route(manuscript.language, work.language, offers)
    need = tuple(t.line for t in work.lines if t.state not in HUMAN)
    nobodys = tuple(t.line for t in work.lines if t.state in (State.MISSING, State.FAILED))
    missing = () if route else nobodys
    notes: list[str] = []
    if need and route and route.rank < POOR_RANK:
        notes.append(f"Drafts over {route.id} are poor ({route.evidence}); every line needs a person.")
    stale = [t.line for t in work.lines if t.state is State.STALE]
    if stale:
        notes.append(f"The source changed after a person wrote {', '.join(stale)}: look at them again.")
    cast, borrowed, voice_rejected, voice_notes = choose_voices(work, manuscript, offers, recipe)
    spoken = {line.id for line in manuscript.spoken()}
    recorded = spoken & {r.line for r in work.recordings}
    voiceless = not cast and bool(spoken - recorded)
    refused = _refusal(work, missing, voiceless, recipe)
    machine = [t for t in work.lines if t.state is State.MACHINE]
    drafts = len(need) if route else 0
    return LanguagePlan(
        language=work.language,
        name=language.name,
        states=tuple((s.value, n) for s in State if (n := sum(t.state is s for t in work.lines))),
        engine=engine if need and route else "",
        route=route if need else None,
        to_translate=need if route else (),
        voices=cast,
        borrowed=borrowed,
        recordings=len(recorded),
        missing=missing,
        voiceless=voiceless,
        refused=refused,
        rejected=(*rejected, *voice_rejected) if need else voice_rejected,
        notes=(*notes, *voice_notes),
        human_minutes=round(
            REVIEW_MINUTES * max(drafts, len(machine)) + WRITE_MINUTES * (len(missing) + len(stale)), 1
        ),
    )


def choose_route(source: str, target: str, offers: Offers) -> tuple[str, Route | None, tuple[Rejected, ...]]:
    """(engine, best route or None, all others with their reasons) for a pair of languages."""
    if source == target:
        return "", None, ()
    rejected: list[Rejected] = []
    usable: list[tuple[str, Route]] = []
    for engine, route in offers.routes:
        if (route.source, route.target) != (source, target):
            continue
        forbidden = licence_forbids(offers.card(engine))
        if forbidden or route.broken:
            rejected.append(Rejected(engine=engine, what=route.id, reason=forbidden or route.broken))
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


def licence_forbids(card: Card) -> str:
    """Why a licence rules an engine out for any use (unknown counts as forbidden), or empty."""
    for part, licence in (("code", card.licence.code), ("weights", card.licence.weights)):
        if licence in ("", "unknown"):
            return f"the licence of its {part} is unknown, and unknown counts as forbidden"
        if "-NC" in licence:
            return f"the licence of its {part} ({licence}) forbids commercial use, which is the default"
    return ""


def choose_voices(
    work: LanguageWork, manuscript: Manuscript, offers: Offers, recipe: Recipe
) -> tuple[tuple[CastVoice, ...], str, tuple[Rejected, ...], tuple[str, ...]]:
    """(cast, tag of the borrowed language or "", rejected voices, notes) for one language."""
    rejected = [
        Rejected(engine=v.engine, what=v.id, reason=v.broken)
        for v in offers.voices
        if v.language == work.language and v.broken and not v.variant
    ]
    voices = _voices_of(work.language, offers)
    borrowed = ""
    notes: list[str] = []
    if not voices:
        borrowed, evidence = _allowed_loan(work.language, manuscript, recipe, offers)
        if borrowed:
            voices = _voices_of(borrowed, offers)
            lender = get_language(borrowed).name
            notes.append(f"Read by a borrowed voice: {lender} ({borrowed}). {evidence}".strip())
        else:
            lenders = [t for t, _ in fallback_voices(work.language) if _voices_of(t, offers)]
            hint = (
                f"; a {get_language(lenders[0]).name} voice could be borrowed with "
                f"`borrow-voices: {{{work.language}: {lenders[0]}}}` in the script"
                if lenders
                else ""
            )
            for card in offers.cards:
                if card.step is Step.SPEAK:
                    reason = f"has no voice for {work.language}{hint}"
                    rejected.append(Rejected(engine=card.id, what=work.language, reason=reason))
    if not voices:
        return (), "", tuple(rejected), tuple(notes)
    cast = tuple(
        CastVoice(character=name, voice=voice, findings=findings)
        for name, voice, findings in cast_voices(manuscript.characters, voices)
    )
    notes += [f.text for c in cast for f in c.findings]
    return cast, borrowed, tuple(rejected), tuple(notes)


def _voices_of(tag: str, offers: Offers) -> tuple[Voice, ...]:
    return tuple(
        v for v in offers.voices if v.language == tag and not v.broken and not licence_forbids(offers.card(v.engine))
    )


def _allowed_loan(tag: str, manuscript: Manuscript, recipe: Recipe, offers: Offers) -> tuple[str, str]:
    allowed = (*manuscript.borrow_voices, *recipe.borrow_voices)
    documented = dict(fallback_voices(tag))
    for borrower, lender in allowed:
        if borrower == tag and lender != ANY and _voices_of(lender, offers):
            return lender, documented.get(lender, "Nobody has judged how this sounds.")
    if any(borrower in (ANY, tag) and lender == ANY for borrower, lender in allowed):
        for lender, evidence in documented.items():
            if _voices_of(lender, offers):
                return lender, evidence
    return "", ""


def _refusal(work: LanguageWork, missing: tuple[str, ...], voiceless: bool, recipe: Recipe) -> str:
    if len(missing) == len(work.lines):
        return (
            f"No engine translates into {work.language} and {work.po} holds no text yet. "
            f"Write the lines there (`vernacast make` puts a file with all of them in place)."
        )
    if voiceless:
        return (
            f"No voice may read {work.language}. Record the lines "
            f"(recordings/{work.language}/<line id>.wav) or allow a related language's voice "
            f"(`borrow-voices` in the script or `--borrow-voices`)."
        )
    if missing and not recipe.allow_gaps:
        return (
            f"No text for {len(missing)} of {len(work.lines)} lines: {', '.join(missing)}. "
            f"Write them in {work.po}, or pass --allow-gaps to make the edition with marked gaps."
        )
    return ""


def lines_of(manuscript: Manuscript) -> dict[str, Line]:
    """All lines by id, the title included."""
    return {line.id: line for line in manuscript.lines()}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenePlan:
    """Who draws a scene, and what they make of it."""

    scene: str
    heading: str
    engine: str
    understood: str
    unknown: tuple[str, ...] = ()
    """Words that were asked for and will not be in the picture."""
    found: bool = False
    """True where the store already holds the shot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What will be done, why, and what it costs."""

    script: str
    name: str
    language: str
    lines: int
    languages: tuple[LanguagePlan, ...]
    scenes: tuple[ScenePlan, ...]
    seconds: float = 0.0
    human_minutes: float = 0.0

    def get(self, tag: str) -> LanguagePlan:
        """The plan of one language. Raises StopIteration where it is not in it."""
        return next(p for p in self.languages if p.language == tag)
