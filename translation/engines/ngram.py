"""The engine ``translation/ngram``: says in which language a text is written, by its letter sequences alone."""

from __future__ import annotations

import math
import unicodedata
from pathlib import Path

from languages.card import Card, Failed, Licence, Resources, Step
from translation.engine import Identified, IdentifyJob

GUESSES = 3


class Engine:
    """Identifies languages from a table that comes with Vernacast; needs no weights and no program."""

    card = Card(
        id="translation/ngram",
        version="1",
        step=Step.IDENTIFY,
        summary="Says in which of 188 languages a text is written; comes with Vernacast.",
        licence=Licence(
            code="Apache-2.0",
            weights="CC-BY-SA-4.0",
            source="docs/identification.md names every text that was counted",
        ),
        evidence="118 languages measured, most on texts of another kind: docs/identification.md",
        resources=Resources(cpus=1.0, ram_gb=0.1),
        cost_s=0.0002,
        cost_source="tests/bench/identify.py",
    )

    def languages(self) -> tuple[str, ...]:
        """Canonical tags of all tables."""
        from translation.identify_model import tables

        return tuple(sorted({tag for tags in tables().values() for tag in tags}))

    def versions(self) -> dict[str, str]:
        """The digest of the tables."""
        import hashlib
        from importlib.resources import files

        data = files("translation") / "data" / "identify.npz"
        return {"tables": hashlib.sha256(data.read_bytes()).hexdigest() if data.is_file() else "none"}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Nothing to do: a table is read when the first text of its script comes."""

    def identify(self, batch: tuple[IdentifyJob, ...]) -> tuple[Identified | Failed, ...]:
        """One result per job, in order. Probabilities are of the table's languages alone, and not calibrated."""
        return tuple(_identify(job.text) for job in batch)

    def close(self) -> None:
        """Tables stay: they are small and shared."""


def _identify(text: str) -> Identified | Failed:
    from languages.unicode_scripts import script_of
    from translation.identify_model import table
    from translation.ngrams import words_of

    scripts = [script_of(c) for c in text if unicodedata.category(c)[0] == "L"]
    if not scripts:
        return Failed(reason="There are no letters in it, so nobody can say which language it is.")
    script = max(set(scripts), key=lambda s: (scripts.count(s), s))
    found = table(script)
    if found is None:
        return Failed(reason=f"Nothing is known here of languages written in {script}.")
    scores = [float(s) for s in found.scores([words_of(text)])[0]]
    top = max(scores)
    shares = [math.exp(s - top) for s in scores]
    ranked = sorted(zip(found.tags, shares, strict=True), key=lambda pair: (-pair[1], pair[0]))[:GUESSES]
    return Identified(guesses=tuple((tag, share / sum(shares)) for tag, share in ranked))
