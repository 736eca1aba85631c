"""What a plan costs and what a run cost, in a few lines for a person."""

from __future__ import annotations

from flows.plan import Plan
from flows.prices import amount_of
from flows.spent import Spent

STAGE_WORDS = {
    "translate": "drafts",
    "speak": "voices",
    "listen": "listening",
    "shot": "pictures",
    "film": "films",
    "run": "the run itself",
}


def cost_lines(plan: Plan) -> tuple[str, ...]:
    """What is not yet in the store costs."""
    cost = plan.cost
    parts = [f"{STAGE_WORDS[stage]} {_short(part.cpu_s)}" for stage, part in plan.stages if part.cpu_s]
    cores = f"{plan.cores} core{'' if plan.cores == 1 else 's'}"
    told = f": {', '.join(parts)}" if parts else ""
    lines = [f"CPU     about {_seconds(cost.cpu_s, cost.cpu_low_s, cost.cpu_high_s)}{told}."]
    if cost.gpu_high_s:
        where = f" on {plan.gpu}" if plan.gpu else ""
        lines.append(f"GPU     about {_seconds(cost.gpu_s, cost.gpu_low_s, cost.gpu_high_s)}{where}.")
    lines.append(f"Time    about {plan.wall_s:.0f} s on this machine ({cores}), with nothing else running.")
    lines.append(f"People  about {plan.human_minutes:g} minutes.")
    if (price := plan.price) is not None:
        kinds = (("CPU", price.cpu), ("GPU", price.gpu), ("people", price.human))
        of = ", ".join(f"{what} {amount_of(v, price.currency)}" for what, v in kinds if v)
        bounds = f"{amount_of(price.low, price.currency)} to {amount_of(price.high, price.currency)}"
        total = amount_of(price.total, price.currency)
        lines.append(f"Money   about {total} ({bounds}){f': {of}' if of else ''}.")
    if cost.unmeasured:
        lines.append(f"Never measured here: {', '.join(cost.unmeasured)}. Its figure is the one on the engine's card.")
    return tuple(lines)


def spent_lines(spent: Spent) -> tuple[str, ...]:
    """What a run cost beside what was estimated."""
    parts = [f"{STAGE_WORDS[s.stage]} {s.cpu_s:.1f} ({s.estimated_cpu_s:.1f})" for s in spent.stages]
    lines = [f"CPU     {spent.cpu_s:.1f} s, estimated {spent.estimated_cpu_s:.1f} s ({spent.off():+.0%})."]
    lines.append(f"        by step, in brackets as estimated: {', '.join(parts)}.")
    if spent.gpu_s or spent.estimated_gpu_s:
        lines.append(f"GPU     {spent.gpu_s:.1f} s, estimated {spent.estimated_gpu_s:.1f} s.")
    lines.append(f"Time    {spent.wall_s:.0f} s, estimated {spent.estimated_wall_s:.0f} s with nothing else running.")
    if spent.price is not None and spent.estimated_price is not None:
        now, said, currency = spent.price.total, spent.estimated_price.total, spent.price.currency
        lines.append(f"Money   {amount_of(now, currency)} of machines, estimated {amount_of(said, currency)}.")
    return tuple(lines)


def _short(seconds: float) -> str:
    return f"{seconds:.0f}" if seconds >= 1 else f"{seconds:.1f}"


def _seconds(value: float, low: float, high: float) -> str:
    return f"{_short(value)} s ({_short(low)} to {_short(high)})"
