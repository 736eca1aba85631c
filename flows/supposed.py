"""A plan for machines that are not here: as if all weights were imported, with GPUs of a kind, and with people's texts.

Nothing of this is ever used for a run; only ``flows.simulate`` looks at such plans, and says what they suppose.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from flows.amounts import START
from flows.choose import choose_route
from flows.cost_book import cost_rows, read_costs
from flows.costs import Costs, Evidence, Rate
from flows.means import Means
from flows.offers import Offers
from flows.planning import Given
from flows.recipe import Recipe
from flows.work import LanguageWork
from languages.checkpoints import UNKNOWN
from languages.memory import SHARE
from translation.translated import State

ASSUMED = Path(__file__).with_name("assumed.tsv")
RAM_GB = 64.0
"""That models may take on a supposed machine."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """What is taken for granted."""

    weights: bool = False
    """As if every checkpoint of the register with a known licence were imported, and every environment built."""
    gpu_gb: float = 0.0
    """Memory of each GPU; 0 = there are none."""
    people: bool = False
    """As if people had written the text of languages that nothing translates into: as long as the source's."""

    def model_gb(self) -> float:
        """What models may take of a GPU."""
        return self.gpu_gb * SHARE

    def lines(self) -> tuple[str, ...]:
        """The same for a person."""
        found: list[str] = []
        if self.weights:
            found.append("All pinned weights are taken to be imported and all environments to be built.")
        if self.gpu_gb:
            found.append(f"Each GPU has {self.gpu_gb:g} GB, of which models may take {SHARE:.0%}.")
        if self.people:
            found.append("Where nothing translates, people are taken to have written the text, as long as the source.")
        return tuple(found)

    def on(self, recipe: Recipe) -> Callable[[Given], Given]:
        """What a plan for a recipe starts from."""

        def given(here: Given) -> Given:
            means = dataclasses.replace(here.means, use=recipe.use, device=recipe.device)
            if self.weights:
                means = dataclasses.replace(means, ram_gb=max(means.ram_gb, RAM_GB), gpu_gb=self.model_gb())
            offers = _whole(here.offers) if self.weights else here.offers
            languages = here.work.languages
            if self.people:
                source = here.work.manuscript.language
                languages = tuple(_written(w, source, offers, means) for w in languages)
            return Given(work=dataclasses.replace(here.work, languages=languages), offers=offers, means=means)

        return given


def _whole(offers: Offers) -> Offers:
    """The offers with nothing broken that only lacks weights or packages."""
    routes = tuple((e, dataclasses.replace(r, broken="") if r.checkpoint else r) for e, r in offers.routes)
    voices = tuple(dataclasses.replace(v, broken="") if v.checkpoint else v for v in offers.voices)
    ears = tuple(dataclasses.replace(e, broken="") if e.checkpoint else e for e in offers.ears)
    return dataclasses.replace(offers, routes=routes, voices=voices, ears=ears)


def _written(work: LanguageWork, source: str, offers: Offers, means: Means) -> LanguageWork:
    if work.language == source or choose_route(source, work.language, offers, means)[1] is not None:
        return work
    lines = tuple(t if t.text else dataclasses.replace(t, text=t.source, state=State.HUMAN) for t in work.lines)
    return dataclasses.replace(work, lines=lines)


@lru_cache
def read_assumed(path: Path = ASSUMED) -> dict[tuple[str, str], Rate]:
    """What is assumed of models on a GPU."""
    table: dict[tuple[str, str], Rate] = {}
    for row, cpu, gpu in cost_rows(path):
        source = f"assumed: {row['source']}"
        table[row["what"], "*"] = Rate(cpu=cpu, gpu=gpu, evidence=Evidence.CARD, source=source)
        start = (0.0, 0.0, float(row["start_s"]), 0.0)
        table[row["what"], START] = Rate(cpu=start, evidence=Evidence.CARD, source=source)
    return table


def costs_for(device: str) -> Costs:
    """What is known of costs here, and on a GPU what is assumed where nobody measured."""
    costs = read_costs("cpu" if device == "cpu" else device)
    return costs if device == "cpu" else dataclasses.replace(costs, cards={**costs.cards, **read_assumed()})


def is_assumed(rate: Rate) -> bool:
    """Whether a cost was measured nowhere by anybody of this project."""
    return (
        rate.evidence in (Evidence.CARD, Evidence.NONE) or rate.source.startswith("assumed") or rate.source == UNKNOWN
    )
