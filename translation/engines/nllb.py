"""The engine ``translation/nllb``: Meta's NLLB-200 through transformers, 202 languages in any direction."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.cuts import cut_versions
from languages.environments import versions_in
from languages.errors import EngineUnusable, VernacastError
from languages.memory import budget_gb
from languages.warm import Warm, in_batches
from languages.weights import look, size_gb, usable
from translation.engine import Draft, Route, TranslateJob
from translation.multilingual import Answer, Model, Piece, no_room, routes_of, translate_batch, way_of

CODES = "nllb"
RANKS = {"nllb-200-distilled-600M": 0.5, "nllb-200-distilled-1.3B": 0.55}
"""Own estimate: the larger one is the better one; nothing was measured here."""
BEAMS = 4
"""Source: NLLB Team, "No Language Left Behind" (arXiv 2207.04672), section 8: beam 4."""
PIECE = 200
"""Tokens that are translated at once: the model card names 512 as the limit, and long inputs lose text before it."""
BUDGET = 8192
"""Tokens of one batch, padding and translations included."""
STEP = 32
"""Translations end within steps of so many tokens: those that share a batch have one limit."""


class Engine:
    """Translates lines of many languages in one batch."""

    card = Card(
        id="translation/nllb",
        version="2",
        step=Step.TRANSLATE,
        summary="Translates between 202 languages with NLLB-200 (non-commercial weights).",
        licence=Licence(
            code="Apache-2.0",
            weights="CC-BY-NC-4.0",
            source="https://huggingface.co/facebook/nllb-200-distilled-600M",
        ),
        evidence="Coverage: the tokenizer's own list. Quality per language was never measured here.",
        resources=Resources(cpus=2.0, ram_gb=3.6, gpu_gb=2.2),
        environment="neural",
        device="any",
        cost_s=3.0,
        cost_unit="line",
        cost_source="24 tokens at 31 CPU ms each (batch 32, greedy, two cores), times four beams",
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
        libraries = versions_in("neural", ("torch", "transformers", "tokenizers"))
        return {"weights": found.digest or "none", **libraries, **cut_versions("neural")}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes sure that torch works on the device; models are loaded when they are first asked for.

        Raises:
            EngineUnusable: it does not.
        """
        import torch

        if device != "cpu" and not torch.cuda.is_available():
            raise EngineUnusable(f"torch finds no GPU for --device {device}.", remedy="Use --device cpu.")
        self._root = weights or self._root
        self._device = device
        self._warm = Warm(budget_gb(device))

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
            model, tokenizer = self._warm.get(checkpoint, size, lambda: _load(folder, self._device))
        except VernacastError as error:
            return Failed(reason=str(error))
        return Model(
            name="NLLB",
            limit=PIECE,
            length=lambda text: len(_ids(tokenizer, text)),
            run=lambda batch: _run(model, tokenizer, batch),
            unknown=lambda text: _unknown(tokenizer, text),
        )


def _load(folder: Path, device: str) -> tuple[Any, Any]:
    import torch
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    model = AutoModelForSeq2SeqLM.from_pretrained(
        folder,
        local_files_only=True,
        use_safetensors=True,
        dtype=torch.float32 if device == "cpu" else torch.float16,
    )
    return model.eval().to(device), tokenizer


def _ids(tokenizer: Any, text: str) -> list[int]:
    return tokenizer(text, add_special_tokens=False)["input_ids"]


def _unknown(tokenizer: Any, text: str) -> list[str]:
    told = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
    spans = zip(told["input_ids"], told["offset_mapping"], strict=True)
    return [text[begin:end] for token, (begin, end) in spans if token == tokenizer.unk_token_id]


def _run(model: Any, tokenizer: Any, batch: Sequence[Piece]) -> list[Answer]:
    rows = [(_ids(tokenizer, piece.text), piece) for piece in batch]

    def cap(row: tuple[list[int], Piece]) -> int:
        return STEP * -(-(2 * len(row[0]) + 16) // STEP)

    def run(part: Sequence[tuple[list[int], Piece]]) -> list[Answer]:
        answers: dict[int, Answer] = {}
        for limit in dict.fromkeys(map(cap, part)):
            mine = [i for i, row in enumerate(part) if cap(row) == limit]
            answers.update(zip(mine, _generate(model, tokenizer, [part[i] for i in mine], limit), strict=True))
        return [answers[i] for i in range(len(part))]

    return in_batches(rows, lambda row: cap(row) + len(row[0]), BUDGET, run, alone=no_room)


def _generate(model: Any, tokenizer: Any, part: Sequence[tuple[list[int], Piece]], limit: int) -> list[Answer]:
    """Rows of any source and target: the language codes stand in each row, not in the tokenizer's state."""
    import torch

    code = tokenizer.convert_tokens_to_ids
    end, pad = tokenizer.eos_token_id, tokenizer.pad_token_id
    rows = [[code(piece.source), *ids, end] for ids, piece in part]
    wide = max(map(len, rows))
    with torch.inference_mode():
        made = model.generate(
            input_ids=torch.tensor([row + [pad] * (wide - len(row)) for row in rows], device=model.device),
            attention_mask=torch.tensor(
                [[1] * len(row) + [0] * (wide - len(row)) for row in rows], device=model.device
            ),
            decoder_input_ids=torch.tensor([[end, code(piece.target)] for _, piece in part], device=model.device),
            num_beams=BEAMS,
            do_sample=False,
            max_new_tokens=limit,
            forced_bos_token_id=None,
        )
    answers: list[Answer] = []
    for row in made[:, 2:].tolist():
        ended = end in row
        text = tokenizer.decode(row[: row.index(end)] if ended else row, skip_special_tokens=True).strip()
        answers.append(Answer(text, "" if ended else "it did not come to an end"))
    return answers
