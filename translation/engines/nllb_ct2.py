"""The engine ``translation/nllb_ct2``: NLLB-200 as int8 through CTranslate2, the fast way on a CPU."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.ct2_cuda import open_cublas
from languages.cuts import cut_versions
from languages.environments import versions_in
from languages.errors import EngineUnusable, VernacastError
from languages.memory import budget_gb
from languages.warm import Warm, in_batches
from languages.weights import look, size_gb, usable
from translation.engine import Draft, Route, TranslateJob
from translation.multilingual import Answer, Model, Piece, no_room, routes_of, translate_batch, way_of

CODES = "nllb"
RANKS = {"nllb-200-distilled-600M-ct2-int8": 0.49}
"""Own estimate: a little below the model that it was made from; int8 changed 3 of 12 outputs in a public comparison
(kizuna-ai-lab/sokuji#382), none for the worse."""
BEAMS = 2
"""CTranslate2's own default. Source: https://opennmt.net/CTranslate2/translation.html"""
PIECE = 200
BATCH_TOKENS = 1024
"""Measured on two cores with two beams, 96 lines of 24 tokens: 22.2 CPU seconds, against 24.0 in batches of 2048, 26.2
of 256, and 184 one by one (tests/bench)."""
LONGEST = 256
"""Tokens of a translation at most."""
END = "</s>"


class Engine:
    """Translates lines of many languages in one batch."""

    card = Card(
        id="translation/nllb_ct2",
        version="2",
        step=Step.TRANSLATE,
        summary="Translates between 202 languages with NLLB-200 in int8 (non-commercial weights).",
        licence=Licence(
            code="MIT",
            weights="CC-BY-NC-4.0",
            source="https://huggingface.co/facebook/nllb-200-distilled-600M; CTranslate2: MIT",
        ),
        evidence="Coverage: the tokenizer's own list. Quality per language was never measured here.",
        resources=Resources(cpus=2.0, ram_gb=1.2, gpu_gb=1.2),
        environment="neural",
        device="any",
        cost_s=0.25,
        cost_unit="line",
        cost_source="24 tokens at 5 CPU ms each (int8, batches of 1024 tokens, two cores), times two beams",
    )

    def __init__(self, weights: Path | None = None) -> None:
        self._root = weights
        self._device = "cpu"
        self._warm: Warm[tuple[Any, Any]] | None = None

    def routes(self, source: str = "", target: str = "") -> tuple[Route, ...]:
        """Every pair of the list for each checkpoint that is here; without source and target those from English."""
        return routes_of(self.card, self._root, CODES, RANKS, (source, target))

    def versions(self, route: str) -> dict[str, str]:
        """The pin of the weights, the libraries, and how texts are cut."""
        found = look(way_of(route)[0], self._root)
        libraries = versions_in("neural", ("ctranslate2", "tokenizers"))
        return {"weights": found.digest or "none", **libraries, **cut_versions("neural")}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes sure that CTranslate2 works on the device; models are loaded when they are first asked for.

        Raises:
            EngineUnusable: it does not.
        """
        import ctranslate2

        if device != "cpu":
            if not ctranslate2.get_cuda_device_count():
                raise EngineUnusable(f"CTranslate2 finds no GPU for --device {device}.", remedy="Use --device cpu.")
            open_cublas()
        self._root = weights or self._root
        self._device = device
        self._warm = Warm(budget_gb(device), close=lambda loaded: loaded[0].unload_model())

    def translate(self, batch: tuple[TranslateJob, ...]) -> tuple[Draft | Failed, ...]:
        """One result per job, in order; jobs of all languages share batches."""
        if self._warm is None:
            self.load(self._device)
        return translate_batch(self.card, CODES, batch, self._model)

    def close(self) -> None:
        """Lets go of all models."""
        if self._warm is not None:
            self._warm.close()
        self._warm = None

    def _model(self, checkpoint: str) -> Model | Failed:
        assert self._warm is not None
        try:
            folder = usable(checkpoint, self._root)
            size = size_gb(look(checkpoint, self._root), self._device)
            translator, tokenizer = self._warm.get(checkpoint, size, lambda: _load(folder, self._device))
        except VernacastError as error:
            return Failed(reason=str(error))
        return Model(
            name="NLLB",
            limit=PIECE,
            length=lambda text: len(tokenizer.encode(text, add_special_tokens=False).ids),
            run=lambda batch: _run(translator, tokenizer, batch),
            unknown=lambda text: _unknown(tokenizer, text),
        )


def _load(folder: Path, device: str) -> tuple[Any, Any]:
    import ctranslate2
    from tokenizers import Tokenizer

    translator = ctranslate2.Translator(
        str(folder),
        device="cpu" if device == "cpu" else "cuda",
        compute_type="int8" if device == "cpu" else "int8_float16",
        inter_threads=1,
    )
    return translator, Tokenizer.from_file(str(folder / "tokenizer.json"))


def _run(translator: Any, tokenizer: Any, batch: Sequence[Piece]) -> list[Answer]:
    """CTranslate2 makes the batches itself; it is given fewer rows at once only where memory runs out."""
    told = tokenizer.encode_batch([piece.text for piece in batch], add_special_tokens=False)
    rows = [([piece.source, *t.tokens, END], piece.target) for piece, t in zip(batch, told, strict=True)]

    def run(part: Sequence[tuple[list[str], str]]) -> list[Answer]:
        return _translate(translator, tokenizer, part)

    everything = sum(len(row) for row, _ in rows) * len(rows)
    return in_batches(rows, lambda row: len(row[0]), everything, run, len(rows), no_room)


def _translate(translator: Any, tokenizer: Any, part: Sequence[tuple[list[str], str]]) -> list[Answer]:
    """The target's code stands in each row's prefix."""
    made = translator.translate_batch(
        [row for row, _ in part],
        target_prefix=[[target] for _, target in part],
        beam_size=BEAMS,
        max_batch_size=BATCH_TOKENS,
        batch_type="tokens",
        max_input_length=0,
        max_decoding_length=LONGEST,
        return_end_token=True,
        replace_unknowns=False,
    )
    answers: list[Answer] = []
    for result in made:
        tokens = result.hypotheses[0][1:]
        ended = END in tokens
        kept = tokens[: tokens.index(END)] if ended else tokens
        ids = [i for t in kept if (i := tokenizer.token_to_id(t)) is not None]
        answers.append(Answer(tokenizer.decode(ids).strip(), "" if ended else "it did not come to an end"))
    return answers


def _unknown(tokenizer: Any, text: str) -> list[str]:
    told = tokenizer.encode(text, add_special_tokens=False)
    unknown = tokenizer.token_to_id("<unk>")
    return [text[begin:end] for token, (begin, end) in zip(told.ids, told.offsets, strict=True) if token == unknown]
