"""The engine ``omnilingual``: Omnilingual ASR's CTC models on fairseq2, for 1,600 languages and more."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.checkpoints import get_checkpoint
from languages.engine_codes import code_of, codes
from languages.environments import not_installed, versions_in
from languages.errors import EngineUnusable, UsageError, VernacastError, WeightsRefused
from languages.evidence import rows_of
from languages.memory import budget_gb
from languages.warm import Warm, in_batches
from languages.weights import look, size_gb, usable
from speech.ctc_ear import Letters, read
from speech.engine import Ear, ListenJob, Transcript
from speech.listening import RATE_HZ, cut_quietly, ears_of, read_16k, too_long

if TYPE_CHECKING:
    import numpy as np

CODES = "omniasr"
PREFIX = "omniasr-ctc-"
MOST_S = 30.0
"""Longer sounds are cut at a quiet place. The library itself refuses more than 40 s (MAX_ALLOWED_AUDIO_SEC)."""
BATCH_S = 480
"""Seconds of padded sound a batch on CUDA."""
SPACE = "▁"
"""How SentencePiece writes a space."""


@dataclass(slots=True, kw_only=True)
class _Loaded:
    model: Any  # Wav2Vec2AsrModel: fairseq2 is not in our own environment
    letters: Letters


class Engine:
    """Writes down what is said and lays the line's own text onto it, in one pass."""

    card = Card(
        id="speech/omnilingual",
        version="1",
        step=Step.LISTEN,
        summary="Listens with Omnilingual ASR (CTC): more than 1,600 languages, with word times.",
        licence=Licence(
            code="MIT", weights="Apache-2.0", source="https://github.com/facebookresearch/omnilingual-asr (README)"
        ),
        evidence="Error rates that Omnilingual ASR publishes for its 7B model; none was measured here.",
        resources=Resources(cpus=2.0, ram_gb=2.0, gpu_gb=1.5),
        environment="fairseq2",
        device="any",
        cost_s=1.2,
        cost_source="about 0.3 CPU seconds a second of sound for the 300M model (estimate by parameters), lines of 4 s",
    )

    def __init__(self, weights: Path | None = None) -> None:
        self._root = weights
        self._device = "cpu"
        self._warm: Warm[_Loaded] | None = None

    def ears(self, language: str = "") -> tuple[Ear, ...]:
        """One for each checkpoint that is here and each language of Omnilingual's list, with its published error."""
        tags = {tag: code for code, tag in codes(CODES).items()}
        found = ears_of(self.card, self._root, tags, language, aligns=True)
        return tuple(_with_published(ear, tags[ear.language]) for ear in found)

    def versions(self, ear: str) -> dict[str, str]:
        """The pin of the weights and the libraries."""
        digest = look(ear.partition(":")[0], self._root).digest or "none"
        return {"weights": digest, **versions_in("fairseq2", ("fairseq2", "omnilingual-asr", "torch", "soxr"))}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes ready; models are loaded when they are first asked for.

        Raises:
            EngineUnusable: fairseq2 does not work here, or there is no such device.
        """
        self.close()
        try:
            import torch

            begin()
        except (ImportError, OSError) as error:
            raise EngineUnusable(f"fairseq2 cannot be imported: {error}", expected=not_installed(self.card)) from error
        if device != "cpu" and not torch.cuda.is_available():
            raise EngineUnusable(f"torch finds no GPU for --device {device}.", remedy="Use --device cpu.")
        self._root = weights or self._root
        self._device = device
        self._warm = Warm(budget_gb(device))

    def listen(self, batch: tuple[ListenJob, ...]) -> tuple[Transcript | Failed, ...]:
        """One result per job, in order; the transcript is written without looking at the job's text."""
        if self._warm is None:
            self.load(self._device)
        results: dict[int, Transcript | Failed] = {}
        for checkpoint in dict.fromkeys(job.ear.partition(":")[0] for job in batch):
            mine = [i for i, job in enumerate(batch) if job.ear.partition(":")[0] == checkpoint]
            results.update(zip(mine, self._listen(checkpoint, [batch[i] for i in mine]), strict=True))
        return tuple(results[i] for i in range(len(batch)))

    def close(self) -> None:
        """Lets go of all models."""
        if self._warm is not None:
            self._warm.close()
        self._warm = None

    def _listen(self, checkpoint: str, jobs: Sequence[ListenJob]) -> list[Transcript | Failed]:
        assert self._warm is not None
        try:
            if self.card.id not in get_checkpoint(checkpoint).engines:
                raise UsageError(f"{self.card.id} has no ear {checkpoint!r}.")
            folder = usable(checkpoint, self._root)
            size = size_gb(look(checkpoint, self._root), self._device)
            loaded = self._warm.get(checkpoint, size, lambda: _load(folder, checkpoint, self._device))
        except VernacastError as error:
            return [Failed(reason=str(error))] * len(jobs)
        unknown = Failed(reason=f"{self.card.id} does not list the language.")
        sounds = [read_16k(job) if code_of(CODES, job.ear.partition(":")[2]) else unknown for job in jobs]
        parts = [
            (i, part) for i, s in enumerate(sounds) if not isinstance(s, Failed) for part in cut_quietly(s, MOST_S)
        ]
        # On a CPU a batch is as slow as its lines one by one, and each row as long as the longest.
        most, room = (1, 1) if self._device == "cpu" else (64, BATCH_S * RATE_HZ)
        told = in_batches(
            parts, lambda p: len(p[1]), room, lambda rows: _forward(loaded, [r for _, r in rows]), most, too_long
        )
        results: list[Transcript | Failed] = []
        for i, (job, sound) in enumerate(zip(jobs, sounds, strict=True)):
            if isinstance(sound, Failed):
                results.append(sound)
                continue
            import numpy as np

            mine = [t for (at, _), t in zip(parts, told, strict=True) if at == i]
            if failed := next((t for t in mine if isinstance(t, Failed)), None):
                results.append(failed)
                continue
            logprobs = np.concatenate([t for t in mine if not isinstance(t, Failed)])
            results.append(read(logprobs, loaded.letters, job, len(sound)))
        return results


@lru_cache
def begin() -> None:
    """Sets fairseq2 up, which it allows once in a process."""
    import fairseq2

    fairseq2.init_fairseq2(no_progress=True)


def _with_published(ear: Ear, code: str) -> Ear:
    """The ear with the error rate that Omnilingual ASR's own table gives for the language."""
    for row in rows_of(ear.language):
        cells = dict(row.cells)
        if code in cells.get("omniasr_codes", "").split() and cells.get("omniasr_cer7b"):
            rate = float(cells["omniasr_cer7b"].split()[0]) / 100
            evidence = f"{rate:.1%} by Omnilingual ASR's own table for its 7B model, on other recordings"
            return dataclasses.replace(ear, expected_cer=rate, evidence=evidence)
    return ear


def arch_of(checkpoint: str) -> str:
    """``omniasr-ctc-300m-v2`` → ``300m_v2``, as omnilingual_asr.models.wav2vec2_asr.config calls it."""
    return checkpoint.removeprefix(PREFIX).replace("-", "_")


def config_of(folder: Path, checkpoint: str) -> Any:
    """The published configuration of a checkpoint, with what its own ``config.json`` says instead.

    Raises:
        WeightsRefused: nobody published such a model, or the file names what no configuration has.
    """
    from fairseq2.models.wav2vec2.asr.hub import get_wav2vec2_asr_model_hub

    hub = get_wav2vec2_asr_model_hub()
    arch = arch_of(checkpoint)
    config = hub.maybe_get_arch_config(arch)
    if config is None:
        raise WeightsRefused(
            f"Omnilingual ASR has no CTC model {arch!r}.",
            path=str(folder),
            expected=f"{', '.join(sorted(a for a in hub.get_archs() if a[0].isdigit()))}.",
            remedy=f"Import it under the id of one of these, with {PREFIX} before it.",
        )
    own = folder / "config.json"
    told = json.loads(own.read_text(encoding="utf-8")) if own.is_file() else {}
    try:
        encoder = dataclasses.replace(config.encoder_config, **told.pop("encoder_config", {}))
        told.pop("model_type", None)
        return dataclasses.replace(config, encoder_config=encoder, **told)
    except TypeError as error:
        raise WeightsRefused(
            f"Its configuration cannot be read: {error}", path=str(own), remedy="Import it again."
        ) from error


def _load(folder: Path, checkpoint: str, device: str) -> _Loaded:
    import torch
    from fairseq2.models.wav2vec2.asr.factory import create_wav2vec2_asr_model
    from fairseq2.models.wav2vec2.asr.interop import convert_wav2vec2_asr_state_dict
    from safetensors.torch import load_file

    config = config_of(folder, checkpoint)
    try:
        model = create_wav2vec2_asr_model(config)
        state = convert_wav2vec2_asr_state_dict(load_file(folder / "model.safetensors"), config)
        model.load_state_dict(state)
    except (RuntimeError, KeyError, AssertionError, OSError) as error:
        raise WeightsRefused(
            f"These are not the weights of {checkpoint}: {str(error)[:300]}",
            path=str(folder),
            remedy="Import them again under their own id.",
        ) from error
    letters = letters_of(folder / "tokenizer.model")
    if max(letters.known.values()) >= config.target_vocab_size:
        raise WeightsRefused(
            f"The tokenizer has {max(letters.known.values()) + 1} letters, the model {config.target_vocab_size}.",
            path=str(folder / "tokenizer.model"),
            remedy="Take the tokenizer that belongs to this version (v1 or v2).",
        )
    dtype = torch.float32 if device == "cpu" else torch.bfloat16
    return _Loaded(model=model.to(device, dtype).eval(), letters=letters)


def letters_of(path: Path) -> Letters:
    """The letters of a SentencePiece character model; token 0 is the blank (torch's ``ctc_loss`` as it was trained).

    Raises:
        WeightsRefused: it is no such model.
    """
    import sentencepiece

    try:
        model: Any = sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise WeightsRefused(f"It is no SentencePiece model: {error}", path=str(path), remedy="Fetch it again.") from (
            error
        )
    known = {
        model.id_to_piece(i): i
        for i in range(model.get_piece_size())
        if not (model.is_control(i) or model.is_unknown(i) or model.is_unused(i))
    }
    return Letters(known=known, blank=0, space=SPACE if SPACE in known else "")


def _forward(loaded: _Loaded, sounds: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Log-probabilities of each sound, shape (frames, tokens)."""
    import torch
    from fairseq2.nn.batch_layout import BatchLayout
    from torch.nn.functional import layer_norm, log_softmax

    weight = next(loaded.model.parameters())
    lengths = [len(s) for s in sounds]
    rows = torch.zeros((len(sounds), max(lengths)))
    for row, sound in zip(rows, sounds, strict=True):
        wave = torch.from_numpy(sound)
        row[: len(wave)] = layer_norm(wave, wave.shape)  # as omnilingual_asr.datasets.utils.audio does
    layout = BatchLayout(tuple(rows.shape), seq_lens=lengths, device=weight.device)
    with torch.inference_mode():
        logits, out = loaded.model(rows.to(weight.device, weight.dtype), layout)
        told = log_softmax(logits.float(), dim=-1).cpu().numpy()
    return [t[:n].copy() for t, n in zip(told, out.seq_lens, strict=True)]
