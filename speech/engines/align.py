"""The engine ``align``: wav2vec 2.0 CTC models of transformers lay texts onto sounds, and write down what is said.

One pass gives both. On a CPU sounds are never batched: a batch is as slow as its lines one by one, and each row as
long as the longest. Where the CPU multiplies bfloat16 by itself, models run in it. CPU seconds a second of sound at
300M parameters: 0.24 against 0.48 in float32 (AVX-512 BF16, ``tests/bench/neural_ears.py``), 0.127 against 0.309
(AMX). The tests hold it to the same letters at the same frames.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.codes import iso639_3
from languages.environments import not_installed, versions_in
from languages.errors import EngineUnusable, UsageError, VernacastError, WeightsRefused
from languages.memory import budget_gb
from languages.warm import Warm, in_batches, out_of_memory
from languages.weights import Found, State, installed, look, size_gb, usable
from speech.ctc_ear import Letters, read
from speech.ctc_languages import ALIGNER, Tongue, tongues_of
from speech.engine import Ear, ListenJob, Transcript
from speech.listening import RATE_HZ, cut_quietly, read_16k, too_long

if TYPE_CHECKING:
    import numpy as np
    import torch

PACKAGES = ("torch", "transformers", "uroman")
MOST_S = 30.0
"""Longer sounds are cut at a quiet place. Source: the window of ctc-forced-aligner."""
BATCH_S = 480
"""Seconds of padded sound a batch on CUDA."""
LEAST = 400
"""Samples that one frame is made of; what is left after a cut may be less. Source: conv_kernel of Wav2Vec2Config."""
BLANK = "<blank>"
"""What the aligner calls the blank; its ``<pad>`` is another token, which it never writes. Source: get_alignments in
https://github.com/MahmoudAshraf97/ctc-forced-aligner"""
TRAINING_ONLY = frozenset(("wav2vec2.masked_spec_embed",))
"""Tensors that nothing but training needs; converted checkpoints come without."""
LIKE_FLOAT32 = ("amx_bf16", "avx512_bf16")
"""CPUs that have one of these multiply bfloat16 and add in float32. Source: torch.cpu.get_capabilities."""


@dataclass(slots=True, kw_only=True)
class _Loaded:
    """A model on its device, and what is needed to give it sound and to read what it gives."""

    model: Any  # Wav2Vec2ForCTC: transformers' classes are opaque to the type checker
    extractor: Any  # Wav2Vec2FeatureExtractor
    folder: Path
    letters: dict[str, Letters]
    """By the code of the adapter; that of a model without adapters is empty."""
    adapter: str | None = ""


class Engine:
    """Writes down what is said where the model writes the language, and lays the line's own text onto the sound."""

    card = Card(
        id="speech/align",
        version="2",
        step=Step.LISTEN,
        summary="Finds the words of a line in its sound with wav2vec 2.0 CTC models, and writes down what is said.",
        licence=Licence(
            code="Apache-2.0",
            weights="CC-BY-NC-4.0",
            source="https://huggingface.co/MahmoudAshraf/mms-300m-1130-forced-aligner; a model of your own has its own",
        ),
        evidence="Languages as published by MMS, or as the id of a model says; none was measured here.",
        resources=Resources(cpus=2.0, ram_gb=2.2, gpu_gb=1.5),
        environment="neural",
        device="any",
        cost_s=1.4,
        cost_source="0.309 CPU seconds a second of sound (300M parameters, float32, random weights), lines of 4.5 s",
    )

    def __init__(self, weights: Path | None = None) -> None:
        self._root = weights
        self._device = "cpu"
        self._warm: Warm[_Loaded] | None = None
        self._uroman: Any = None  # uroman.Uroman has no types

    def ears(self, language: str = "") -> tuple[Ear, ...]:
        """One for each checkpoint that is here and each language that it knows; with ``language`` only for it.

        Where there is none for a language of the aligner's list, what there could be, broken.
        """
        found = [e for f in installed(self.card.id, self._root) for e in self._ears_of(f, language)]
        if language and not found:
            found = self._ears_of(look(ALIGNER, self._root), language)
        return tuple(found)

    def versions(self, ear: str) -> dict[str, str]:
        """The pin of the weights and the libraries."""
        digest = look(ear.partition(":")[0], self._root).digest or "none"
        return {"weights": digest, **versions_in("neural", (*PACKAGES, "soxr"))}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes ready; models are loaded when they are first asked for.

        Raises:
            EngineUnusable: torch, transformers or uroman is not installed, or there is no such device.
        """
        from importlib.util import find_spec

        self.close()
        if missing := [name for name in PACKAGES if find_spec(name) is None]:
            raise EngineUnusable(f"{', '.join(missing)} cannot be imported.", expected=not_installed(self.card))
        import torch

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
        self._warm = self._uroman = None

    def _ears_of(self, found: Found, language: str) -> list[Ear]:
        name = found.checkpoint.id
        broken = not_installed(self.card) or ("" if found.state is State.READY else found.reason)
        try:
            tongues = tongues_of(name, found.folder)
        except WeightsRefused:
            return []  # no language, no ear; listening with it says why
        whose = "languages of MMS" if name == ALIGNER else "language by its id or its adapters"
        return [
            Ear(
                engine=self.card.id,
                id=f"{name}:{tag}",
                language=tag,
                transcribes=not tongue.roman,
                aligns=True,
                evidence=f"{whose} ({found.checkpoint.source}); nobody has measured it here",
                broken=broken,
                licence=found.checkpoint.licence,
                checkpoint=name,
            )
            for tag, tongue in tongues.items()
            if language in ("", tag)
        ]

    def _listen(self, checkpoint: str, jobs: Sequence[ListenJob]) -> list[Transcript | Failed]:
        assert self._warm is not None
        try:
            found = look(checkpoint, self._root)
            if self.card.id not in found.checkpoint.engines:
                raise UsageError(f"{self.card.id} has no ear {checkpoint!r}.")
            folder = usable(checkpoint, self._root)
            tongues = tongues_of(checkpoint, folder)
            loaded = self._warm.get(checkpoint, _size_gb(found, self._device), lambda: _load(folder, self._device))
        except VernacastError as error:
            return [Failed(reason=str(error))] * len(jobs)
        asked = [(job, tongues.get(job.ear.partition(":")[2])) for job in jobs]
        results: dict[int, Transcript | Failed] = {}
        for code in dict.fromkeys(tongue.code for _, tongue in asked if tongue is not None):
            mine = {i: (job, t) for i, (job, t) in enumerate(asked) if t is not None and t.code == code}
            try:
                results.update(self._hear(loaded, code, mine))
            except VernacastError as error:
                results.update(dict.fromkeys(mine, Failed(reason=str(error))))
        unknown = Failed(reason=f"{checkpoint} does not know the language.")
        return [results.get(i, unknown) for i in range(len(jobs))]

    def _hear(
        self, loaded: _Loaded, code: str, asked: Mapping[int, tuple[ListenJob, Tongue]]
    ) -> dict[int, Transcript | Failed]:
        """One result for each number; all languages that share an adapter, or none, are heard together."""
        import numpy as np

        letters = _letters_for(loaded, code)
        sounds = {i: read_16k(job) for i, (job, _) in asked.items()}
        parts = [(i, p) for i, s in sounds.items() if not isinstance(s, Failed) for p in cut_quietly(s, MOST_S)]
        # Models with a group norm see the padding: wav2vec2-base was trained without a mask, and is heard without.
        alone = self._device == "cpu" or loaded.model.config.feat_extract_norm == "group"
        most, room = (1, 1) if alone else (64, BATCH_S * RATE_HZ)
        told = in_batches(
            parts, lambda p: len(p[1]), room, lambda rows: _forward(loaded, [r for _, r in rows]), most, too_long
        )
        results: dict[int, Transcript | Failed] = {}
        for i, (job, tongue) in asked.items():
            sound = sounds[i]
            if isinstance(sound, Failed):
                results[i] = sound
                continue
            mine = [t for (at, _), t in zip(parts, told, strict=True) if at == i]
            if failed := next((t for t in mine if isinstance(t, Failed)), None):
                results[i] = failed
                continue
            logprobs = np.concatenate([t for t in mine if not isinstance(t, Failed)])
            if not np.isfinite(logprobs).all():
                results[i] = Failed(reason="The model gave no probabilities (NaN). Fetch or import its weights again.")
                continue
            spelling = replace(letters, romanise=self._romanise(tongue.tag)) if tongue.roman else letters
            results[i] = read(logprobs, spelling, job, len(sound), writes=not tongue.roman)
        return results

    def _romanise(self, tag: str) -> Callable[[str], Sequence[tuple[int, int, str]]]:
        def edges(text: str) -> list[tuple[int, int, str]]:
            import uroman

            if self._uroman is None:
                self._uroman = uroman.Uroman()  # reads its tables for some seconds
            found: Any = self._uroman.romanize_string(text, lcode=iso639_3(tag), rom_format=uroman.RomFormat.EDGES)
            return [(edge.start, edge.end, edge.txt.lower()) for edge in found]

        return edges


def _size_gb(found: Found, device: str) -> float:
    """Memory of a checkpoint: at least that of its numbers, as a model of 1,000M parameters goes by the same name."""
    own = sum(f.stat().st_size for f in found.folder.glob("model*.safetensors")) / 1e9
    return max(size_gb(found, device), own)


def number_format(device: str) -> torch.dtype:
    """What models are calculated in: bfloat16 where the device has it, else float32."""
    import torch

    if device != "cpu":
        return torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float32
    able = torch.cpu.get_capabilities()
    return torch.bfloat16 if any(able.get(name) for name in LIKE_FLOAT32) else torch.float32


def _load(folder: Path, device: str) -> _Loaded:
    """The model of a folder.

    Raises:
        WeightsRefused: the files do not make up a whole model of this kind.
    """
    import torch
    from safetensors import SafetensorError
    from torch.nn.utils import parametrize
    from transformers import Wav2Vec2FeatureExtractor, Wav2Vec2ForCTC

    try:
        extractor: Any = Wav2Vec2FeatureExtractor.from_pretrained(folder, local_files_only=True)
        model: Any
        model, info = Wav2Vec2ForCTC.from_pretrained(
            folder, local_files_only=True, use_safetensors=True, output_loading_info=True, dtype=torch.float32
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError, SafetensorError) as error:
        if out_of_memory(error):
            raise
        raise _refused(folder, f"It cannot be loaded as a wav2vec 2.0 CTC model: {error}") from error
    wrong = sorted({*map(str, info["missing_keys"]), *map(str, info["mismatched_keys"])} - TRAINING_ONLY)
    if wrong:
        raise _refused(folder, f"{len(wrong)} of its tensors are not there ({wrong[0]}, …)")
    if extractor.sampling_rate != RATE_HZ:
        raise _refused(folder, f"It hears {extractor.sampling_rate} Hz, not {RATE_HZ}")
    for module in list(model.modules()):  # weight normalisation, worked out once and in float32
        if parametrize.is_parametrized(module, "weight"):
            parametrize.remove_parametrizations(module, "weight")
    model.to(device, number_format(device)).eval()
    return _Loaded(model=model, extractor=extractor, folder=folder, letters={})


def _letters_for(loaded: _Loaded, code: str) -> Letters:
    """The letters of the model's language, its adapter put in where it has one.

    Raises:
        WeightsRefused: the vocabulary or the adapter does not belong to the model.
    """
    from safetensors import SafetensorError

    try:
        if code != loaded.adapter:
            loaded.adapter = None  # unknown, should what follows break off
            loaded.model.load_adapter(code, force_load=True, local_files_only=True, use_safetensors=True)
            loaded.adapter = code
        if code not in loaded.letters:
            loaded.letters[code] = letters_of(loaded.folder, code, loaded.model.config)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError, SafetensorError) as error:
        what = f"the language {code!r} of it" if code else "its letters"
        raise _refused(loaded.folder, f"Not to be read: {what}: {error}") from error
    return loaded.letters[code]


def letters_of(folder: Path, code: str, config: Any) -> Letters:
    """The letters of a model as its tokenizer has them; ``code`` is that of the language where it knows several.

    Raises:
        WeightsRefused: they do not belong to the model, or nobody can say which of them is the blank.
    """
    from transformers import Wav2Vec2CTCTokenizer

    which = {"target_lang": code} if code else {}
    tokenizer: Any = Wav2Vec2CTCTokenizer.from_pretrained(folder, local_files_only=True, **which)
    vocabulary: dict[str, int] = dict(tokenizer.encoder)
    pad = vocabulary.get(str(tokenizer.pad_token))
    blank = vocabulary.get(BLANK, pad)
    if blank is None or (BLANK not in vocabulary and pad != config.pad_token_id):
        raise _refused(folder, f"Its vocabulary takes {blank} for the blank, its configuration {config.pad_token_id}")
    if max(vocabulary.values()) >= config.vocab_size:
        raise _refused(folder, f"Its vocabulary has a token {max(vocabulary.values())}, the model {config.vocab_size}")
    space = str(tokenizer.word_delimiter_token or "")
    special = {BLANK, *map(str, tokenizer.all_special_tokens)} - {space}
    known = {piece: i for piece, i in vocabulary.items() if piece not in special}
    return Letters(known=known, blank=blank, space=space if space in known else "")


def _refused(folder: Path, what: str) -> WeightsRefused:
    return WeightsRefused(f"{what[:400]}.", path=str(folder), remedy="Fetch or import it again.")


def _forward(loaded: _Loaded, sounds: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Log-probabilities of each sound, shape (frames, tokens)."""
    import numpy as np
    import torch

    whole = [np.pad(s, (0, max(0, LEAST - len(s)))) for s in sounds]
    given = loaded.extractor(
        whole, sampling_rate=RATE_HZ, padding=True, return_attention_mask=True, return_tensors="pt"
    )
    weight = next(loaded.model.parameters())
    mask = given.attention_mask.to(weight.device) if len(whole) > 1 else None
    with torch.inference_mode():
        logits = loaded.model(given.input_values.to(weight.device, weight.dtype), attention_mask=mask).logits
        told = logits.float().log_softmax(-1).cpu().numpy()
    frames = loaded.model._get_feat_extract_output_lengths(given.attention_mask.sum(-1)).tolist()
    return [t[:n].copy() for t, n in zip(told, frames, strict=True)]
