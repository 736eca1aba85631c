"""What a piece of work costs, fitted to what work like it was measured to cost. Pure.

A cost is a line in four amounts: how often work of its kind begins in a worker (models, dictionaries and libraries
are loaded then), how often a worker is asked, how many jobs it is given, and how large these are. The line is the
least-squares one without negative parts, over running sums, so that any number of measurements takes no room. What
was measured elsewhere (the table that is shipped, or an engine's card) counts as a few measurements more: own ones
outweigh it soon, and where there are none it stands alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations

AMOUNTS = 4
"""begun, calls, jobs, size."""
PRIOR = 3.0
"""So many measurements the shipped figures count for, when a person's own machine has measured some itself."""
ENOUGH = 3
"""Own measurements from which on a cost is said to be measured here."""
MOST = 400.0
"""Own measurements that are remembered of a kind of work; older ones fade, as machines and programs change."""
TYPICAL = (
    (1.0, 1.0, 1.0, 1.0),
    (0.0, 1.0, 1.0, 4.0),
    (0.0, 1.0, 10.0, 0.5),
    (0.0, 1.0, 10.0, 2.0),
    (0.0, 1.0, 40.0, 1.0),
)
"""(begun, calls, jobs, size of a job in sizes of own ones) at which the shipped line is taken for a measurement: of
different sizes, so that one small picture of a machine's own does not make large ones as cheap."""
FASTEST, SLOWEST = 0.1, 10.0
"""Bounds of how many times slower than the measured machine this one may be believed to be."""


class Evidence(StrEnum):
    """On what a figure rests; the best first."""

    OWN = "measured here"
    SHIPPED = "measured on a machine of this kind"
    ELSEWHERE = "measured on another machine"
    CARD = "never measured here: the engine's card"
    NONE = "unknown"


SPREAD = {
    Evidence.OWN: 1.25,
    Evidence.SHIPPED: 1.4,
    Evidence.ELSEWHERE: 2.0,
    Evidence.CARD: 4.0,
    Evidence.NONE: 4.0,
}
"""How many times smaller or larger than estimated a cost may turn out, in nine of ten cases. The first is what 20
jobs were held to (docs/operations.md); the others are own estimates."""
GPU_SHARE = 0.05
"""Of the CPU seconds on an engine's card so many GPU seconds are taken for likely, where nobody measured it. A guess,
and so wide a range that it says little: a GPU that is as slow as a core, up to one 400 times as quick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Work of one kind: what has to be done, or what was done."""

    stage: str
    """``translate``, ``speak``, ``listen``, ``shot``, ``film`` or ``run`` (everything around them)."""
    what: str
    """Id of the engine, or the part of this program, that does it."""
    variant: str = ""
    """Checkpoint or route, where costs differ with it."""
    language: str = ""
    """Tag of the edition it is for; empty where several share it."""
    begun: float = 0.0
    """How often it is the first work of its kind for a worker."""
    calls: float = 0.0
    jobs: float = 0.0
    size: float = 0.0
    """Characters; of pictures: megapixels times seconds of film; of films: seconds; of a run: lines looked up."""

    def features(self) -> tuple[float, ...]:
        """The four amounts."""
        return (self.begun, self.calls, self.jobs, self.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What some work cost when it was done."""

    amount: Amount
    cpu_s: float
    gpu_s: float = 0.0
    machine: str = ""
    """Kind of machine it was done on; empty = the one that learns of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Seconds for each of the four amounts, and on what they rest."""

    cpu: tuple[float, ...] = (0.0,) * AMOUNTS
    gpu: tuple[float, ...] = (0.0,) * AMOUNTS
    evidence: Evidence = Evidence.NONE
    source: str = ""
    """What was measured, on what and when."""
    count: float = 0.0
    """Measurements behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """All that is remembered of measurements of one kind of work on one kind of machine."""

    machine: str
    what: str
    variant: str = ""
    count: float = 0.0
    squares: tuple[float, ...] = (0.0,) * (AMOUNTS * AMOUNTS)
    """Sums of the products of each two amounts, row by row, weighted."""
    cpu: tuple[float, ...] = (0.0,) * AMOUNTS
    """Sums of each amount times the CPU seconds, weighted; likewise of GPU seconds."""
    gpu: tuple[float, ...] = (0.0,) * AMOUNTS
    totals: tuple[float, ...] = (0.0,) * AMOUNTS
    """Sums of each amount, not weighted; likewise of the CPU seconds."""
    cpu_s: float = 0.0
    when: str = ""
    """Day of the last measurement."""


def noted(sums: Sums, sample: Sample, weight: float = 1.0) -> Sums:
    """The sums with one more measurement, weighted by its size: a large job errs by more seconds than a small one."""
    x = sample.amount.features()
    w = weight / max(1.0, sample.amount.jobs)
    kept = MOST / (MOST + 1) if sums.count >= MOST else 1.0
    return replace(
        sums,
        count=sums.count * kept + weight,
        squares=tuple(s * kept + w * x[i // AMOUNTS] * x[i % AMOUNTS] for i, s in enumerate(sums.squares)),
        cpu=tuple(s * kept + w * a * sample.cpu_s for s, a in zip(sums.cpu, x, strict=True)),
        gpu=tuple(s * kept + w * a * sample.gpu_s for s, a in zip(sums.gpu, x, strict=True)),
        totals=tuple(s * kept + weight * a for s, a in zip(sums.totals, x, strict=True)),
        cpu_s=sums.cpu_s * kept + weight * sample.cpu_s,
    )


def fitted(sums: Sums) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """(CPU seconds, GPU seconds) for each of the four amounts, none negative."""
    return _nonnegative(sums.squares, sums.cpu), _nonnegative(sums.squares, sums.gpu)


def _nonnegative(squares: tuple[float, ...], products: tuple[float, ...]) -> tuple[float, ...]:
    """The least-squares coefficients among those without a negative one: the best of all 15 choices of amounts.

    With four amounts trying all choices is as quick as any cleverer way. Source: Lawson and Hanson, "Solving Least
    Squares Problems", chapter 23: the solution is the unconstrained one over its own positive coefficients.
    """
    best, least = (0.0,) * AMOUNTS, 0.0
    for size in range(1, AMOUNTS + 1):
        for chosen in combinations(range(AMOUNTS), size):
            found = _solved(squares, products, chosen)
            if found is None or min(found) < 0:
                continue
            # Of the squared error all but the constant part: b'Ab - 2b'y, which at a solution is -b'y.
            error = -sum(b * products[i] for b, i in zip(found, chosen, strict=True))
            if error < least - 1e-12 * abs(least):
                least = error
                best = tuple(found[chosen.index(i)] if i in chosen else 0.0 for i in range(AMOUNTS))
    return best


def _solved(squares: tuple[float, ...], products: tuple[float, ...], chosen: tuple[int, ...]) -> list[float] | None:
    """The normal equations over some amounts, by elimination with pivots; None where they do not determine them."""
    rows = [[squares[i * AMOUNTS + j] for j in chosen] + [products[i]] for i in chosen]
    scale = [max(abs(v) for v in row[:-1]) or 1.0 for row in rows]
    n = len(chosen)
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(rows[i][k]) / scale[i])
        if abs(rows[pivot][k]) <= 1e-9 * scale[pivot]:
            return None
        rows[k], rows[pivot] = rows[pivot], rows[k]
        scale[k], scale[pivot] = scale[pivot], scale[k]
        for i in range(k + 1, n):
            factor = rows[i][k] / rows[k][k]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k], strict=True)]
    found = [0.0] * n
    for k in reversed(range(n)):
        found[k] = (rows[k][n] - sum(rows[k][j] * found[j] for j in range(k + 1, n))) / rows[k][k]
    return found


def seconds_of(line: tuple[float, ...], amount: Amount) -> float:
    """What a line says that an amount takes."""
    return sum(b * x for b, x in zip(line, amount.features(), strict=True))


def _with_prior(sums: Sums, prior: Rate, slower: float) -> Sums:
    """Own measurements, and the shipped line as a few more of jobs as large as theirs."""
    size = sums.totals[3] / sums.totals[2] if sums.totals[2] else 1.0
    for begun, calls, jobs, larger in TYPICAL:
        amount = Amount(stage="", what="", begun=begun, calls=calls, jobs=jobs, size=size * larger * jobs)
        said = Sample(
            amount=amount,
            cpu_s=slower * seconds_of(prior.cpu, amount),
            gpu_s=seconds_of(prior.gpu, amount),
        )
        sums = noted(sums, said, PRIOR / len(TYPICAL))
    return sums


Table = Mapping[tuple[str, str], Rate]
"""(what, variant) → its cost; the variant ``*`` stands for any that is not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """All that is known of costs, for one kind of machine."""

    machine: str
    shipped: Table = field(default_factory=dict)
    cards: Table = field(default_factory=dict)
    """From the engines' cards."""
    own: Mapping[tuple[str, str], Sums] = field(default_factory=dict)
    """Measured on this kind of machine."""

    def slower(self) -> float:
        """How many times as long this machine takes as the one that the shipped figures were measured on; 1 unknown."""
        told = [(s, self.shipped.get((s.what, s.variant))) for s in self.own.values() if s.count >= ENOUGH]
        known = [(s.cpu_s, sum(b * x for b, x in zip(r.cpu, s.totals, strict=True))) for s, r in told if r is not None]
        said = sum(b for _, b in known)
        return min(SLOWEST, max(FASTEST, sum(a for a, _ in known) / said)) if said > 0 else 1.0

    def rate(self, what: str, variant: str = "") -> Rate:
        """What work of a kind costs here, from the best that is known of it."""
        prior = self._prior(what, variant)
        own = self.own.get((what, variant))
        if own is None or own.count <= 0:
            if prior.evidence is Evidence.NONE:
                return prior
            slower = self.slower()
            return replace(prior, cpu=tuple(slower * b for b in prior.cpu))
        cpu, gpu = fitted(own if prior.evidence is Evidence.NONE else _with_prior(own, prior, self.slower()))
        thin = own.count < ENOUGH
        return Rate(
            cpu=cpu,
            gpu=gpu,
            evidence=prior.evidence if thin and prior.evidence is not Evidence.NONE else Evidence.OWN,
            source=f"{own.count:.0f} measurements on this kind of machine, the last on {own.when}",
            count=own.count,
        )

    def _prior(self, what: str, variant: str) -> Rate:
        exact = self.shipped.get((what, variant))
        if exact is not None:
            return exact
        siblings = [s for (w, v), s in self.own.items() if w == what and v != variant and s.count >= ENOUGH]
        if siblings:
            cpu, gpu = fitted(_summed(siblings))
            return Rate(cpu=cpu, gpu=gpu, evidence=Evidence.ELSEWHERE, source=f"other work of {what} here")
        for table, name in ((self.shipped, "*"), (self.cards, variant), (self.cards, "*")):
            if (found := table.get((what, name))) is not None:
                return found
        return Rate()

    def cost(self, amounts: Iterable[Amount]) -> Cost:
        """What all of some work costs."""
        return total(self.priced(a) for a in amounts)

    def priced(self, amount: Amount) -> Cost:
        """What one piece of work costs."""
        rate = self.rate(amount.what, amount.variant)
        cpu_s, gpu_s = seconds_of(rate.cpu, amount), seconds_of(rate.gpu, amount)
        spread = SPREAD[rate.evidence]
        thin = rate.evidence in (Evidence.CARD, Evidence.NONE)
        return Cost(
            cpu_s=cpu_s,
            gpu_s=gpu_s,
            cpu_low_s=cpu_s / spread,
            cpu_high_s=cpu_s * spread,
            gpu_low_s=gpu_s / (spread if not thin else 1 / GPU_SHARE),
            gpu_high_s=gpu_s * (spread if not thin else 1 / GPU_SHARE),
            unmeasured=(amount.what,) if thin else (),
        )


def _summed(several: list[Sums]) -> Sums:
    def added(part: str) -> tuple[float, ...]:
        return tuple(map(sum, zip(*(getattr(s, part) for s in several), strict=True)))

    return Sums(machine="", what="", squares=added("squares"), cpu=added("cpu"), gpu=added("gpu"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds that work takes: as likely more as less, and between which bounds in nine of ten cases."""

    cpu_s: float = 0.0
    gpu_s: float = 0.0
    cpu_low_s: float = 0.0
    cpu_high_s: float = 0.0
    gpu_low_s: float = 0.0
    gpu_high_s: float = 0.0
    unmeasured: tuple[str, ...] = ()
    """What of it was never measured here."""


def total(costs: Iterable[Cost]) -> Cost:
    """The sum of some costs. Bounds are added too: what is misjudged is mostly misjudged in the same direction."""
    cpu, gpu, cpu_low, cpu_high, gpu_low, gpu_high = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    unmeasured: dict[str, None] = {}
    for c in costs:
        cpu, gpu = cpu + c.cpu_s, gpu + c.gpu_s
        cpu_low, cpu_high = cpu_low + c.cpu_low_s, cpu_high + c.cpu_high_s
        gpu_low, gpu_high = gpu_low + c.gpu_low_s, gpu_high + c.gpu_high_s
        unmeasured.update(dict.fromkeys(c.unmeasured))
    return Cost(
        cpu_s=cpu,
        gpu_s=gpu,
        cpu_low_s=cpu_low,
        cpu_high_s=cpu_high,
        gpu_low_s=gpu_low,
        gpu_high_s=gpu_high,
        unmeasured=tuple(unmeasured),
    )
