"""The engine ``translation/madlad``: Google's MADLAD-400 through transformers (Apache-2.0), 450 languages."""

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

CODES = "madlad"
RANKS = {"madlad400-3b-mt": 0.5}
BEAMS = 4
"""Source: Kudugunta et al., "MADLAD-400" (arXiv 2309.04662), appendix: beam size 4."""
PIECE = 128
"""Tokens that are translated at once: the model was trained on lines of up to 256 and loses parts of long ones."""
BUDGET = 4096
STEP = 32


class Engine:
    """Translates lines of many languages in one batch."""

    card = Card(
        id="translation/madlad",
        version="2",
        step=Step.TRANSLATE,
        summary="Translates between 450 languages with MADLAD-400, for any purpose.",
        licence=Licence(
            code="Apache-2.0", weights="Apache-2.0", source="https://huggingface.co/google/madlad400-3b-mt"
        ),
        evidence="Coverage: the tokenizer's own list. Quality per language was never measured here.",
        resources=Resources(cpus=2.0, ram_gb=13.5, gpu_gb=7.5),
        environment="neural",
        device="any",
        cost_s=15.0,
        cost_unit="line",
        cost_source="NLLB-600M's cost times the ratio of the parameters (2.94 to 0.6 billion); not measured",
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
            name="MADLAD-400",
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
        # T5 overflows in float16: https://github.com/huggingface/transformers/issues/9295
        dtype=torch.float32 if device == "cpu" else torch.bfloat16,
    )
    return model.eval().to(device), tokenizer


def _ids(tokenizer: Any, text: str) -> list[int]:
    return tokenizer(text, add_special_tokens=False)["input_ids"]


def _unknown(tokenizer: Any, text: str) -> list[str]:
    told = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
    spans = zip(told["input_ids"], told["offset_mapping"], strict=True)
    return [text[begin:end] for token, (begin, end) in spans if token == tokenizer.unk_token_id]


def _run(model: Any, tokenizer: Any, batch: Sequence[Piece]) -> list[Answer]:
    """The target's token ``<2xx>`` begins each row; the source's language is the model's to recognise."""
    code = tokenizer.convert_tokens_to_ids
    rows = [[code(f"<2{piece.target}>"), *_ids(tokenizer, piece.text), tokenizer.eos_token_id] for piece in batch]
    unknown = [row[0] == tokenizer.unk_token_id for row in rows]

    def cap(row: list[int]) -> int:
        return STEP * -(-(2 * len(row) + 16) // STEP)

    def run(part: Sequence[list[int]]) -> list[Answer]:
        answers: dict[int, Answer] = {}
        for limit in dict.fromkeys(map(cap, part)):
            mine = [i for i, row in enumerate(part) if cap(row) == limit]
            answers.update(zip(mine, _generate(model, tokenizer, [part[i] for i in mine], limit), strict=True))
        return [answers[i] for i in range(len(part))]

    done = in_batches(rows, lambda row: cap(row) + len(row), BUDGET, run, alone=no_room)
    return [
        Answer("", f"this checkpoint does not know the language <2{piece.target}>") if lacking else answer
        for piece, lacking, answer in zip(batch, unknown, done, strict=True)
    ]


def _generate(model: Any, tokenizer: Any, rows: Sequence[list[int]], limit: int) -> list[Answer]:
    import torch

    end, pad = tokenizer.eos_token_id, tokenizer.pad_token_id
    wide = max(map(len, rows))
    with torch.inference_mode():
        made = model.generate(
            input_ids=torch.tensor([row + [pad] * (wide - len(row)) for row in rows], device=model.device),
            attention_mask=torch.tensor(
                [[1] * len(row) + [0] * (wide - len(row)) for row in rows], device=model.device
            ),
            num_beams=BEAMS,
            do_sample=False,
            max_new_tokens=limit,
        )
    answers: list[Answer] = []
    for row in made[:, 1:].tolist():
        ended = end in row
        text = tokenizer.decode(row[: row.index(end)] if ended else row, skip_special_tokens=True).strip()
        answers.append(Answer(text, "" if ended else "it did not come to an end"))
    return answers
