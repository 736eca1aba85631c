"""What will be done, by which engine and why, before any work. Pure; ``flows.choose`` chooses."""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.choose import CastVoice, Rejected, choose_aligner, choose_ear, choose_route, choose_voices, stand_in_notes
from flows.costs import Cost
from flows.earlier import drafted_by, kept_engines
from flows.means import Means, licence_of
from flows.offers import Offers
from flows.prices import Price
from flows.recipe import Recipe
from flows.work import LanguageWork
from languages.card import Card, Licence
from languages.licences import Use, conditions, forbids
from languages.questions import told_of_group
from languages.registry import get_language
from speech.engine import Ear
from speech.utterance import Voice
from speech.voice_scripts import unread_notes
from translation.engine import Route
from translation.manuscript import Line, Manuscript
from translation.translated import State

REVIEW_MINUTES = 0.5
WRITE_MINUTES = 1.5
"""Minutes a person needs to look over a draft of one line, and to write one. Source: own estimate, to be
replaced by what is measured with creators."""

POOR_RANK = 0.35
"""Below this a route's drafts are not readable (see each route's evidence); the plan warns."""

HUMAN = (State.HUMAN, State.APPROVED, State.STALE, State.SOURCE)


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
    ear: Ear | None = None
    """What listens back to every line that a machine speaks; None where nobody asked for it or none can."""
    aligner: Ear | None = None
    """What finds the words of voices that tell no times; None where there are no such voices, or none can."""
    terms: tuple[str, ...] = ()
    """What the licences of the chosen engines ask of the user, and which uses they rule out."""
    human_minutes: float = 0.0
    seconds: float = 0.0
    """Estimated CPU seconds for what is not yet in the store."""
    cost: Cost = field(default_factory=Cost)
    """The same with its bounds and GPU seconds; what languages share is not in it."""

    def voice_of(self, character: str | None) -> Voice | None:
        """The voice of a character, or of the narrator for None."""
        return next((c.voice for c in self.voices if c.character == (character or "")), None)


def plan_language(
    work: LanguageWork, manuscript: Manuscript, offers: Offers, recipe: Recipe, means: Means
) -> LanguagePlan:
    """Chooses route and voices for one language and says what is missing."""
    language = get_language(work.language)
    engine, route, rejected = choose_route(manuscript.language, work.language, offers, means)
    need = tuple(t.line for t in work.lines if t.state not in HUMAN)
    nobodys = tuple(t.line for t in work.lines if t.state in (State.MISSING, State.FAILED))
    missing = () if route else nobodys
    notes = [told] if (told := told_of_group(work.language)) else []
    if need and route and route.rank < POOR_RANK:
        notes.append(f"Drafts over {route.id} are poor ({route.evidence}); every line needs a person.")
    stale = [t.line for t in work.lines if t.state is State.STALE]
    if stale:
        notes.append(f"The source changed after a person wrote {', '.join(stale)}: look at them again.")
    cast = choose_voices(work, manuscript, offers, recipe, means)
    notes += stand_in_notes(work.language, route if need else None, cast)
    notes += unread_notes([c.voice for c in cast.voices], work.language, (t.text for t in work.lines))
    ear, ear_rejected = choose_ear(cast.borrowed or work.language, offers, means) if recipe.check else (None, ())
    if recipe.check and ear is None and cast.voices:
        notes.append("Nothing here can listen back to this language: what is spoken stays unchecked.")
    untimed = tuple(dict.fromkeys(c.voice.engine for c in cast.voices if not c.voice.tells_times))
    aligner = choose_aligner(cast.borrowed or work.language, ear, offers, means) if untimed else None
    if untimed:
        how = f"are found by {aligner.engine} {aligner.id}" if aligner else "are guessed by the number of their letters"
        notes.append(f"{', '.join(untimed)} does not tell when each word is heard: word times {how}.")
    spoken = {line.id for line in manuscript.spoken()}
    recorded = spoken & {r.line for r in work.recordings}
    voiceless = not cast.voices and bool(spoken - recorded)
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
        voices=cast.voices,
        borrowed=cast.borrowed,
        recordings=len(recorded),
        missing=missing,
        voiceless=voiceless,
        refused=refused,
        rejected=(*(rejected if need else ()), *cast.rejected, *ear_rejected),
        notes=(*notes, *cast.notes),
        ear=ear,
        aligner=aligner,
        terms=_terms(
            offers,
            (engine, route) if need else ("", None),
            kept_engines(work.lines, need if route else ()),
            cast.voices,
            (ear, aligner),
        ),
        human_minutes=round(
            REVIEW_MINUTES * max(drafts, len(machine)) + WRITE_MINUTES * (len(missing) + len(stale)), 1
        ),
    )


def _terms(
    offers: Offers,
    way: tuple[str, Route | None],
    kept: tuple[str, ...],
    voices: tuple[CastVoice, ...],
    ears: tuple[Ear | None, ...],
) -> tuple[str, ...]:
    """What users have to know of the licences in the chain, one sentence for each licence of each engine."""
    engine, route = way
    chain = [(offers.card(engine), route.licence)] if route is not None else []
    chain += [drafted_by(name) for name in kept]
    chain += [(offers.card(c.voice.engine), c.voice.licence) for c in voices]
    chain += [(offers.card(ear.engine), ear.licence) for ear in ears if ear is not None]
    return tuple(dict.fromkeys(t for card, own in chain for t in terms_of(card, own)))


def terms_of(card: Card, own: Licence | None) -> tuple[str, ...]:
    """What a card's licences ask of the user, and which uses they rule out; nothing where they ask only a notice."""
    licence = licence_of(card, own)
    found: list[str] = []
    for part, expression in (("weights", licence.weights), ("outputs", licence.outputs)):
        if expression in ("none", "free"):
            continue
        ruled = [use.value for use in Use if forbids(expression, use)]
        asked = " ".join(conditions(expression))
        if ruled or asked:
            no = f" Not for {' or '.join(ruled)} use." if ruled else ""
            found.append(f"{card.id}, {part} under {expression}.{no} {asked}".strip())
    return tuple(found)


def _refusal(work: LanguageWork, missing: tuple[str, ...], voiceless: bool, recipe: Recipe) -> str:
    if len(missing) == len(work.lines):
        return (
            f"No engine translates into {work.language} and {work.po} holds no text that may be used. "
            f"Write the lines there (`vernacast make` puts a file with all of them in place)."
        )
    if voiceless:
        ids = f"; `vernacast make` puts the lines and their ids into {work.po}" if work.po else ""
        return (
            f"No voice may read {work.language}. Record the lines "
            f"(recordings/{work.language}/<line id>.wav{ids}) or allow a related language's voice "
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
    guesses: tuple[tuple[str, str], ...] = ()
    """(word, what it was taken for) where that is not certain."""
    notes: tuple[str, ...] = ()
    """What else is to be known of its pictures."""
    shots: int = 1
    """In how many shots it is told."""
    found: bool = False
    """True where the store already holds all its shots, in all formats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What will be done, why, and what it costs."""

    script: str
    name: str
    language: str
    lines: int
    languages: tuple[LanguagePlan, ...]
    scenes: tuple[ScenePlan, ...]
    use: str = "commercial"
    device: str = "cpu"
    notes: tuple[str, ...] = ()
    """What is to be known of the pictures as a whole."""
    terms: tuple[str, ...] = ()
    """What the licences of the picture engine ask of the user."""
    seconds: float = 0.0
    human_minutes: float = 0.0
    cost: Cost = field(default_factory=Cost)
    """Of all that is not yet in the store, the run itself included."""
    stages: tuple[tuple[str, Cost], ...] = ()
    """(stage, its part of the cost)."""
    cores: int = 1
    wall_s: float = 0.0
    """About how long it takes on this machine, with nothing else running."""
    formats: tuple[tuple[int, int], ...] = ()
    """(width, height) in pixels of the films that each language gets."""
    gpu: str = ""
    """Name of the GPU that it is priced for; empty where none is used or none is here."""
    price: Price | None = None
    """In money, where there are rates."""

    def get(self, tag: str) -> LanguagePlan:
        """The plan of one language. Raises StopIteration where it is not in it."""
        return next(p for p in self.languages if p.language == tag)
