"""The engine ``translation/glotlid``: says in which of 2,102 languages a text is written (fastText)."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.engine_codes import codes, tags
from languages.environments import versions_in
from languages.errors import EngineUnusable, VernacastError
from languages.weights import look, usable
from translation.engine import Identified, IdentifyJob
from translation.neural_lines import speaks

CHECKPOINT = "glotlid-v3"
CODES = "glotlid"
GUESSES = 3
LABEL = "__label__"


class Engine:
    """Identifies languages from a local fastText file."""

    card = Card(
        id="translation/glotlid",
        version="1",
        step=Step.IDENTIFY,
        summary="Says in which of 2,102 languages and scripts a text is written.",
        licence=Licence(code="MIT", weights="Apache-2.0", source="https://github.com/cisnlp/GlotLID"),
        evidence="F1 of each label: https://github.com/cisnlp/GlotLID/blob/main/languages-v3.md",
        resources=Resources(cpus=1.0, ram_gb=2.0),
        environment="neural",
        cost_s=0.001,
        cost_source="not measured: fastText names thousands of lines a second",
    )

    def __init__(self, weights: Path | None = None) -> None:
        self._root = weights
        self._model: Any = None

    def languages(self) -> tuple[str, ...]:
        """Canonical tags of its list."""
        return tags(CODES)

    def versions(self) -> dict[str, str]:
        """The pin of the file and the library."""
        digest = look(CHECKPOINT, self._root).digest or "none"
        return {"weights": digest, **versions_in("neural", ("fasttext-numpy2-wheel",))}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes sure that fastText is there; the model is loaded when it is first asked for.

        Raises:
            EngineUnusable: it is not.
        """
        if find_spec("fasttext") is None:
            raise EngineUnusable(
                "fastText is not installed.", remedy=f"Run `vernacast engines install {self.card.id}`."
            )
        self._root = weights or self._root

    def identify(self, batch: tuple[IdentifyJob, ...]) -> tuple[Identified | Failed, ...]:
        """One result per job, in order."""
        try:
            model = self._loaded()
        except VernacastError as error:
            return tuple(Failed(reason=str(error)) for _ in batch)
        return tuple(_identify(model, job.text) for job in batch)

    def close(self) -> None:
        """Lets go of the model."""
        self._model = None

    def _loaded(self) -> Any:
        if self._model is None:
            import fasttext

            self._model = fasttext.load_model(str(usable(CHECKPOINT, self._root) / "model.bin"))
        return self._model


def _identify(model: Any, text: str) -> Identified | Failed:
    if not speaks(text):
        return Failed(reason="There are no letters in it, so nobody can say which language it is.")
    # fastText takes a line feed for the end of a line of its own.
    labels, chances = model.predict(" ".join(text.split()), k=GUESSES)
    known = codes(CODES)
    names = (str(label).removeprefix(LABEL) for label in labels)
    return Identified(
        guesses=tuple(
            (known.get(name, name), min(1.0, max(0.0, float(p)))) for name, p in zip(names, chances, strict=True)
        )
    )
