"""The credits of an edition: whose words, whose voices, which programs, under which licences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import cast

from flows.earlier import drafted_by
from flows.means import licence_of
from flows.plan import LanguagePlan
from flows.stages.lines import LineReport
from flows.stages.made import licence_words
from languages.card import Licence
from languages.discover import get_engine
from languages.registry import get_language
from languages.weights import look
from publishing.credits import Credits, Tool
from translation.engine import Route, Translator
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
    via: tuple[str, Route] | None = None,
) -> Credits:
    """The credits of one edition, from what its lines report.

    Args:
        painters: (engine, checkpoint) of its shots.
        via: (engine, route) that translated the briefs of pictures; None where they were read as they are.
    """
    spoken = {line.id for line in manuscript.spoken()}
    gaps = tuple(r.line for r in lines if r.line in spoken and not r.voice)
    texts = tuple((STATE_WORDS[s], n) for s in STATE_WORDS if (n := sum(r.state is s for r in lines)))
    voices: list[str] = []
    people = sum(r.human_take for r in lines)
    if people:
        voices.append(f"{people} {'line is' if people == 1 else 'lines are'} read by people.")
    used = {r.voice for r in lines if r.voice and not r.human_take}
    for role in plan.voices:
        label = role.voice.label
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
        tools=_tools(plan, lines, painters, via),
        gaps=gaps,
        licence=manuscript.licence,
    )


def _tools(
    plan: LanguagePlan,
    lines: Sequence[LineReport],
    painters: Sequence[tuple[str, str]],
    via: tuple[str, Route] | None,
) -> tuple[Tool, ...]:
    tools: list[Tool] = []
    for (drafter, now), n in Counter((r.engine, bool(r.text_key)) for r in lines if r.engine and r.text_digest).items():
        engine, _, way = drafter.partition(" ")
        card, own = drafted_by(drafter)
        if now and plan.route is not None:
            versions = cast(Translator, get_engine(engine)()).versions(way)
            own = licence_of(card, plan.route.licence)
            tools.append(_tool(engine, own, versions, f"drafted {_lines(n)} by way of {way}"))
        else:
            tools.append(_tool(engine, own, {}, f"drafted {_lines(n)} by way of {way}, in an earlier run"))
    voices = {c.voice.label: c.voice for c in plan.voices}
    spoken = Counter(r.voice for r in lines if r.voice and not r.human_take)
    by_model: dict[tuple[str, str, Licence], int] = {}
    for label, n in sorted(spoken.items()):
        engine, voice = label.partition(":")[0], voices.get(label)
        own = licence_of(get_engine(engine).card, voice.licence if voice else None)
        model = (engine, voice.checkpoint if voice else "", own)
        by_model[model] = by_model.get(model, 0) + n
    for (engine, model, own), n in by_model.items():
        tools.append(_tool(engine, own, {}, f"spoke {_lines(n)}{f' with {model}' if model else ''}"))
    if via is not None:
        own = licence_of(get_engine(via[0]).card, via[1].licence)
        tools.append(_tool(via[0], own, {}, f"translated what is to be seen, by way of {via[1].id}"))
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


def _lines(n: int) -> str:
    return f"{n} {'line' if n == 1 else 'lines'}"


def _tool(engine: str, licence: Licence, versions: dict[str, str], did: str) -> Tool:
    card = get_engine(engine).card
    more = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    return Tool(
        engine=card.id,
        version=f"{card.version}{f' ({more})' if more else ''}",
        licence=licence_words(licence),
        did=did,
    )
