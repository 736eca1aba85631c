"""The credits of an edition: whose words, whose voices, which programs, under which licences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import cast

from flows.means import licence_of
from flows.plan import LanguagePlan
from flows.stages.lines import LineReport
from languages.card import Licence
from languages.discover import get_engine
from languages.registry import get_language
from languages.weights import look
from publishing.credits import Credits, Tool
from translation.engine import Translator
from translation.manuscript import Manuscript
from translation.translated import State

STATE_WORDS = {
    State.SOURCE: "the author's own words",
    State.MACHINE: "drafted by a machine, not yet looked at by a person",
    State.HUMAN: "written or corrected by a person",
    State.APPROVED: "approved by a person",
    State.STALE: "written by a person for an earlier version of the story",
}


def edition_credits(
    manuscript: Manuscript,
    plan: LanguagePlan,
    title: str,
    lines: Sequence[LineReport],
    painters: Sequence[tuple[str, str]],
) -> Credits:
    """The credits of one edition, from what its lines report; ``painters`` are (engine, checkpoint) of its shots."""
    spoken = {line.id for line in manuscript.spoken()}
    gaps = tuple(r.line for r in lines if r.line in spoken and not r.voice)
    texts = tuple((STATE_WORDS[s], n) for s in STATE_WORDS if (n := sum(r.state is s for r in lines)))
    voices: list[str] = []
    people = sum(r.human_take for r in lines)
    if people:
        voices.append(f"{people} {'line is' if people == 1 else 'lines are'} read by people.")
    used = {r.voice for r in lines if r.voice and not r.human_take}
    for role in plan.voices:
        label = f"{role.voice.engine}:{role.voice.id}"
        if label in used:
            who = role.character or "The narrator"
            own = f", borrowed: it is a voice of {get_language(plan.borrowed).name}" if plan.borrowed else ""
            voices.append(f"{who} is read by a synthetic voice ({label}{own}).")
    return Credits(
        title=title,
        language=f"{plan.name} ({plan.language})",
        authors=manuscript.credits,
        texts=texts,
        voices=tuple(voices),
        tools=_tools(plan, lines, painters),
        gaps=gaps,
    )


def _tools(plan: LanguagePlan, lines: Sequence[LineReport], painters: Sequence[tuple[str, str]]) -> tuple[Tool, ...]:
    tools: list[Tool] = []
    drafted = sum(r.state is State.MACHINE for r in lines)
    if drafted and plan.route is not None:
        versions = cast(Translator, get_engine(plan.engine)()).versions(plan.route.id)
        own = licence_of(get_engine(plan.engine).card, plan.route.licence)
        tools.append(_tool(plan.engine, own, versions, f"drafted {drafted} lines by way of {plan.route.id}"))
    spoken = Counter(r.voice.partition(":")[0] for r in lines if r.voice and not r.human_take)
    for engine, n in sorted(spoken.items()):
        voice = next((c.voice for c in plan.voices if c.voice.engine == engine), None)
        own = licence_of(get_engine(engine).card, voice.licence if voice else None)
        tools.append(_tool(engine, own, {}, f"spoke {n} lines"))
    for engine, model in dict.fromkeys(painters):
        own = look(model).checkpoint.licence if model else get_engine(engine).card.licence
        tools.append(_tool(engine, own, {}, f"made pictures with {model}" if model else "made pictures"))
    if plan.ear is not None:
        own = licence_of(get_engine(plan.ear.engine).card, plan.ear.licence)
        tools.append(_tool(plan.ear.engine, own, {}, f"listened back as {plan.ear.id}"))
    if plan.aligner is not None:
        own = licence_of(get_engine(plan.aligner.engine).card, plan.aligner.licence)
        tools.append(_tool(plan.aligner.engine, own, {}, f"found when words are heard, as {plan.aligner.id}"))
    return tuple(tools)


def _tool(engine: str, licence: Licence, versions: dict[str, str], did: str) -> Tool:
    card = get_engine(engine).card
    more = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    return Tool(
        engine=card.id,
        version=f"{card.version}{f' ({more})' if more else ''}",
        licence=" and ".join(dict.fromkeys(n for n in (licence.code, licence.weights) if n != "none")),
        did=did,
    )
