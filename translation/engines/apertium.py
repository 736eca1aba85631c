"""The engine ``apertium``: rule-based translation between related languages, without weights.

Apertium and its pairs are GPL programs and data; they run as separate programs, kept warm through pipes.
"""

from __future__ import annotations

import shutil
import unicodedata
from collections import OrderedDict
from pathlib import Path

from languages.card import Card, Failed, Licence, Program, Resources, Step
from languages.errors import EngineUnusable, MissingProgram
from translation.apertium_chain import Chain
from translation.apertium_installed import data_folder, versions_of, ways
from translation.apertium_marks import between, is_whole, read_marks, shield, unshield
from translation.apertium_modes import Mode, Way
from translation.apertium_names import ATTEMPTS, unveil, veil
from translation.apertium_pipe import PipeBroken, PipeLate
from translation.apertium_repair import repair
from translation.engine import Draft, Route, TranslateJob
from translation.translated import Finding, FindingKind

TIMEOUT_S = 60.0
"""For one text through one mode, the start of its programs included (3 s for fra-oci on 2 busy cores)."""

MOST_WARM = 6
"""Modes kept warm. One takes 50 to 250 MB, fra-oci 840 MB (proportional set size of all its programs)."""


class _Lost(Exception):
    """A mode could not do a text; the message says why."""


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
        cost_source="200 lines of a story through each of 8 warm routes: 5 to 16 ms of CPU a line; "
        "`pytest -m bench tests/translation/test_apertium_cost.py`",
    )

    def __init__(self, data: Path | None = None) -> None:
        """``data`` is Apertium's data folder; None = ``APERTIUM_DATADIR`` or ``/usr/share/apertium``."""
        self._data = data or data_folder()
        self._warm: OrderedDict[str, Chain] = OrderedDict()

    def routes(self) -> tuple[Route, ...]:
        """All ways over what is installed, the best few of each pair, and broken modes."""
        return tuple(way.route for way in ways(self._data).values())

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
            if shutil.which(program.name) is None:
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
        while self._warm:
            self._warm.popitem()[1].close()

    def _translate(self, job: TranslateJob) -> Draft | Failed:
        way = ways(self._data).get(job.route)
        if way is None:
            return Failed(reason=f"Apertium has no route {job.route!r} here. `vernacast engines` lists those it has.")
        if way.route.broken:
            return Failed(reason=f"The route {job.route} must not be taken: {way.route.broken}")
        text = unicodedata.normalize("NFC", job.text.strip())
        if not text:
            return Draft(text=job.text)
        try:
            text.encode()
            if "\0" in text:
                raise _Lost("the text holds a NUL character")
            draft = self._with_names(text, job.keep, way)
        except (_Lost, UnicodeEncodeError) as error:
            return Failed(
                reason=f"Apertium could not translate over {job.route}: {error}. "
                f"The line is {_short(text)!r}. Change its wording, or write the translation by hand."
            )
        left = job.text[: len(job.text) - len(job.text.lstrip())]
        right = job.text[len(job.text.rstrip()) :]
        return Draft(text=left + draft.text + right, findings=draft.findings)

    def _with_names(self, text: str, keep: tuple[str, ...], way: Way) -> Draft:
        for attempt in range(ATTEMPTS):
            veiled, pairs = veil(text, keep, attempt)
            draft = self._shielded(veiled, way)
            plain = unveil(draft.text, veiled, pairs)
            if plain is not None:
                # That a mode does not know a stand-in is nothing that a reader can use.
                hidden = {repr(stand_in) for stand_in, _ in pairs}
                found = tuple(f for f in draft.findings if not any(h in f.text for h in hidden))
                return Draft(text=plain, findings=found)
        draft = self._shielded(text, way)
        lost = [n for n in keep if n in text and draft.text.count(n) < text.count(n)]
        said = tuple(Finding(kind=FindingKind.NAME, text=f"Apertium may have translated the name {n}.") for n in lost)
        return Draft(text=draft.text, findings=draft.findings + said)

    def _shielded(self, text: str, way: Way) -> Draft:
        try:
            shielded, tokens = shield(text)
        except ValueError as error:
            raise _Lost(str(error)) from None
        if not any(map(str.isalpha, shielded)):
            return Draft(text=text)  # numbers and signs alone are the same in every language
        out, findings = self._hops(shielded, way.modes)
        if not is_whole(out, len(tokens)):
            # Rules that move words have moved or lost a sign: what stands between the signs goes by itself.
            out, findings = "", ()
            for part in between(shielded):
                words = part.strip() if any(map(str.isalpha, part)) else ""
                done, found = self._hops(words, way.modes) if words else ("", ())
                out, findings = out + (part.replace(words, done) if words else part), findings + found
        out, repairs = repair(shielded, out, way.route.target)
        return Draft(text=unshield(out, tokens), findings=tuple(dict.fromkeys(findings + repairs)))

    def _hops(self, text: str, modes: tuple[Mode, ...]) -> tuple[str, tuple[Finding, ...]]:
        findings: tuple[Finding, ...] = ()
        for mode in modes:
            try:
                raw = self._pass(text, mode)
                if not any(map(str.isalnum, raw)):
                    raise PipeBroken("it gave nothing back")
                text, found = read_marks(raw)
            except (PipeBroken, ValueError) as error:
                # Whatever it is in the middle of, the next text must not meet.
                self._drop(mode)
                raise _Lost(f"the mode {mode.name} failed ({error})") from None
            findings += found
        return text, findings

    def _pass(self, text: str, mode: Mode) -> str:
        was_warm = mode.name in self._warm
        try:
            return self._chain(mode).exchange(text)
        except PipeLate:
            raise
        except PipeBroken:
            # Programs that ended while they were idle (out of memory, killed) are no fault of this text.
            if not was_warm:
                raise
        self._drop(mode)
        return self._chain(mode).exchange(text)

    def _drop(self, mode: Mode) -> None:
        if chain := self._warm.pop(mode.name, None):
            chain.close()

    def _chain(self, mode: Mode) -> Chain:
        if mode.name not in self._warm:
            while len(self._warm) >= MOST_WARM:
                self._warm.popitem(last=False)[1].close()
            self._warm[mode.name] = Chain(mode.stages, TIMEOUT_S)
        self._warm.move_to_end(mode.name)
        return self._warm[mode.name]


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
