"""One line's way over Apertium's modes: signs shielded, names veiled, marks read, spaces and capitals put right."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict

from languages.card import Failed
from translation.apertium_chain import Chain
from translation.apertium_marks import between, is_whole, read_marks, shield, unshield
from translation.apertium_modes import Mode, Way
from translation.apertium_names import ATTEMPTS, unveil, veil
from translation.apertium_pipe import PipeBroken, PipeLate
from translation.apertium_repair import repair
from translation.engine import Draft, TranslateJob
from translation.translated import Finding, FindingKind

TIMEOUT_S = 60.0
"""For one text through one mode, the start of its programs included (3 s for fra-oci on 2 busy cores)."""

MOST_WARM = 6
"""Modes kept warm. One takes 50 to 250 MB, fra-oci 840 MB (proportional set size of all its programs)."""


class _Lost(Exception):
    """A mode could not do a text; the message says why."""


class Lines:
    """Translates lines and keeps the modes warm that it needed; the one needed longest ago gives way."""

    def __init__(self) -> None:
        self._warm: OrderedDict[str, Chain] = OrderedDict()

    def close(self) -> None:
        """Ends all programs; harmless when called twice."""
        while self._warm:
            self._warm.popitem()[1].close()

    def translate(self, job: TranslateJob, way: Way) -> Draft | Failed:
        """The draft of one text over one way, or why there is none."""
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
