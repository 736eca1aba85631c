"""``vernacast plan``: what will be done, by which engine and why. Nothing is made."""

from __future__ import annotations

import dataclasses
import sys

import msgspec

from flows.commands.cost_lines import cost_lines
from flows.commands.wish import Wish, recipe_of
from flows.plan import LanguagePlan, Plan
from flows.prices import Rates, find_rates, price_of
from languages.errors import VernacastError


def run(wish: Wish, as_json: bool) -> int:
    """Prints the plan; exit code 0, or 4 where no language of it can be made."""
    from flows.planning import plan_recipe

    rates = find_rates(wish.rates)
    planned = with_price(plan_recipe(recipe_of(wish)).plan, rates)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(planned) + b"\n")
    else:
        show_plan(planned)
    return 4 if all(p.refused for p in planned.languages) else 0


def show_plan(plan: Plan, stderr: bool = False) -> None:
    """Prints a plan for a person."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(stderr=stderr, highlight=False)
    title = f"{plan.name}: {plan.lines} lines in {plan.language}, {len(plan.scenes)} scenes, for {plan.use} use"
    table = Table(title=Text(title), title_justify="left", title_style="bold", show_edge=False, pad_edge=False)
    gpu = plan.cost.gpu_s > 0
    for column in ("language", "text", "voice"):
        table.add_column(column, overflow="fold")
    for column in ("human min", "CPU s", *(("GPU s",) if gpu else ())):
        table.add_column(column, justify="right")
    for p in plan.languages:
        table.add_row(
            Text(f"{p.language} {p.name}"),
            Text(text_of(p)),
            Text(voice_of(p)),
            f"{p.human_minutes:g}",
            f"{p.cost.cpu_s:.0f}",
            *((f"{p.cost.gpu_s:.0f}",) if gpu else ()),
        )
    console.print(table)
    for p in plan.languages:
        evidence = (f"Drafts over {p.route.id}: {p.route.evidence}.",) if p.route else ()
        checked = (f"Listened back to by {p.ear.engine} {p.ear.id}: {p.ear.evidence}.",) if p.ear else ()
        refused = (f"will not be made: {p.refused}",) if p.refused else ()
        for line in (*refused, *evidence, *checked, *p.notes, *(f"Terms: {t}" for t in p.terms)):
            console.print(Text(f"  {p.language}: {line}"), soft_wrap=True)
    sizes = f": {', '.join(f'{w}x{h}' for w, h in plan.formats)}" if len(plan.formats) > 1 else ""
    console.print(Text(f"Pictures{sizes}", style="bold"))
    for line in (*plan.notes, *(f"Terms: {t}" for t in plan.terms)):
        console.print(Text(f"  {line}"), soft_wrap=True)
    for s in plan.scenes:
        state = f"{f'{s.shots} shots, ' if s.shots > 1 else ''}{'found' if s.found else 'to draw'}"
        console.print(Text(f"  {s.heading or s.scene}: {s.understood} ({s.engine}, {state})"), soft_wrap=True)
        if s.unknown:
            how = f"drawn without; set it by hand: words: {{{s.unknown[0]}: …}}"
            console.print(Text(f"    no picture for: {', '.join(s.unknown)} ({how})"), soft_wrap=True)
        for word, concept in s.guesses:
            console.print(Text(f"    {word} taken for {concept}"), soft_wrap=True)
        for note in s.notes:
            console.print(Text(f"    {note}"), soft_wrap=True)
    rejected = [(p.language, r) for p in plan.languages for r in p.rejected]
    if rejected and not stderr:
        console.print(Text("Considered and not chosen", style="bold"))
        for tag, r in rejected:
            console.print(Text(f"  {tag}: {r.engine} {r.what}: {r.reason}"), soft_wrap=True)
    for line in cost_lines(plan):
        console.print(Text(line), soft_wrap=True)


def with_price(plan: Plan, rates: Rates | None) -> Plan:
    """The plan with what it costs in money, where there are rates.

    Raises:
        UsageError: the rates have no price for a GPU that is needed.
    """
    if rates is None:
        return plan
    return dataclasses.replace(plan, price=price_of(rates, plan.cost, plan.human_minutes, plan.gpu))


def text_of(p: LanguagePlan) -> str:
    """Where the words come from, in a few words."""
    words = {"source": "the author's", "human": "a person's", "machine": "drafted before"}
    states = ", ".join(f"{n} {words.get(state, state)}" for state, n in p.states if state != "missing")
    parts = [states] if states else []
    new = len(p.to_translate) - dict(p.states).get("machine", 0)
    if p.route is not None and (new > 0 or not states):
        parts.append(f"{new} drafts by {p.engine} {p.route.id}")
    if p.missing:
        parts.append(f"{len(p.missing)} to be written by a person")
    return "; ".join(parts) or "nothing to do"


def voice_of(p: LanguagePlan) -> str:
    """Who reads, in a few words."""
    parts = [f"{p.recordings} recorded by a person"] if p.recordings else []
    if p.voices:
        names = dict.fromkeys(c.voice.id for c in p.voices)
        engines = ", ".join(dict.fromkeys(c.voice.engine for c in p.voices))
        own = f"borrowed from {p.borrowed}: " if p.borrowed else ""
        parts.append(f"{own}{engines} {', '.join(names)}")
    return "; ".join(parts) or "none"


def refusals(plan: Plan) -> VernacastError | None:
    """The error that says why nothing of a plan can be made, or None where something can."""
    from languages.errors import LinesMissing, NoRoute

    if not all(p.refused for p in plan.languages):
        return None
    text = " ".join(f"{p.name} ({p.language}): {p.refused}" for p in plan.languages)
    gaps = tuple(n for p in plan.languages for n in p.missing)
    whole = all(len(p.missing) == plan.lines for p in plan.languages)
    return NoRoute(text) if whole or not gaps else LinesMissing(text, lines=gaps)
