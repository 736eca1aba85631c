"""The engine ``apertium``: rule-based translation between related languages, without weights.

Apertium and its pairs are GPL programs and data; they run as separate programs, kept warm through pipes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from languages.card import Card, Failed, Licence, Program, Resources, Step
from languages.errors import EngineUnusable, MissingProgram
from translation.apertium_installed import data_folder, find_program, versions_of, ways
from translation.engine import Draft, Route, TranslateJob

if TYPE_CHECKING:
    from translation.apertium_lines import Lines


class Engine:
    """Translates over the modes that are installed, one after another where none goes the whole way."""

    card = Card(
        id="translation/apertium",
        version="1",
        step=Step.TRANSLATE,
        summary="Rule-based translation between related languages: readable from Spanish and French.",
        licence=Licence(
            code="GPL-2.0-or-later AND GPL-3.0-or-later",
            weights="GPL-2.0-only AND GPL-2.0-or-later AND GPL-3.0-or-later",
            outputs="free",
            source="Debian copyright files of apertium, lttoolbox, cg3, apertium-lex-tools and of each pair",
        ),
        evidence="A story of 60 words over each route, read by one who is no native speaker; see each route.",
        resources=Resources(cpus=1.0, ram_gb=1.0),
        programs=(
            Program(name="apertium", package="apertium"),
            Program(name="lt-proc", package="lttoolbox"),
        ),
        cost_s=0.01,
        cost_unit="line",
        cost_source="200 lines of a story through each of 6 warm routes: 5 to 16 ms of CPU a line; "
        "`pytest -m bench tests/translation/test_apertium_cost.py`",
    )

    def __init__(self, data: Path | None = None) -> None:
        """``data`` is Apertium's data folder; None = ``APERTIUM_DATADIR`` or ``/usr/share/apertium``."""
        self._data = data or data_folder()
        self._lines: Lines | None = None

    def routes(self, source: str = "", target: str = "") -> tuple[Route, ...]:
        """All ways over what is installed, the best few of each pair, and broken modes."""
        found = (way.route for way in ways(self._data).values())
        return tuple(r for r in found if r.source == (source or r.source) and r.target == (target or r.target))

    def versions(self, route: str) -> dict[str, str]:
        """Versions of Apertium's programs and of the packages of this route's modes."""
        way = ways(self._data).get(route)
        return versions_of(self._data, way) if way else {}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Finds the programs; modes start when they are first needed.

        Raises:
            MissingProgram: Apertium is not installed.
            EngineUnusable: no pair of languages is.
        """
        for program in self.card.programs:
            if not find_program(program.name):
                raise MissingProgram(program.name, program.package)
        if not ways(self._data):
            raise EngineUnusable(
                f"Apertium has no pair of languages in {self._data}.",
                expected="Each pair is a package of its own.",
                remedy="Install those that you need, e.g. `apt-get install apertium-spa-cat`.",
            )

    def translate(self, batch: tuple[TranslateJob, ...]) -> tuple[Draft | Failed, ...]:
        """One result per job, in order."""
        results: dict[int, Draft | Failed] = {}
        # Route by route, so that a mode is started once however the jobs are mixed.
        for i in sorted(range(len(batch)), key=lambda i: batch[i].route):
            results[i] = self._translate(batch[i])
        return tuple(results[i] for i in range(len(batch)))

    def close(self) -> None:
        """Ends all programs."""
        if self._lines is not None:
            self._lines.close()

    def _translate(self, job: TranslateJob) -> Draft | Failed:
        way = ways(self._data).get(job.route)
        if way is None:
            return Failed(reason=f"Apertium has no route {job.route!r} here. `vernacast engines` lists those it has.")
        if way.route.broken:
            return Failed(reason=f"The route {job.route} must not be taken: {way.route.broken}")
        if self._lines is None:
            from translation.apertium_lines import Lines  # here: what runs programs is slow to import

            self._lines = Lines()
        return self._lines.translate(job, way)
