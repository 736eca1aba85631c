"""Tiny wav2vec 2.0 CTC models that lie on disk as on the hub, taught in seconds to hear a tone for each letter."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from tests.tiny.common import accept

RATE_HZ = 16_000
FRAME = 320
"""Samples between two frames: 20 ms, as all wav2vec 2.0 models have them."""
LETTERS = "aeionlrst"
"""Those that have a tone and can be heard; tones are a musical third apart."""
PIECES = ("<pad>", "<s>", "</s>", "<unk>", "|", *LETTERS)
"""A vocabulary as published models have it: ``|`` stands for the space, the pad token for the blank."""
STEPS = 220
ROMAN = "aienoutsrmkldghybpwcvjzf'qx"
"""Letters of the aligner in their order. Source: ``MMS_FA.get_labels()`` of torchaudio."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sung:
    """A text as tones."""

    samples: np.ndarray
    """float32 at 16 kHz."""
    words: tuple[tuple[float, float], ...]
    """When each word is heard, in seconds."""
    frames: tuple[str, ...]
    """The letter of each frame; empty where nothing is heard, a space between two words."""


def sing(text: str, seed: int = 0) -> Sung:
    """Each letter as a tone of 80 to 160 ms, with pauses between them and longer ones between words."""
    draw = random.Random(seed)
    sound: list[np.ndarray] = [np.zeros(draw.randint(1600, 4800))]
    spans: list[tuple[int, int, str]] = []
    words: list[tuple[float, float]] = []
    at = len(sound[0])
    for word in text.split():
        begun = at
        for n, letter in enumerate(word):
            length, pause = draw.randint(1280, 2560), draw.randint(640, 960)
            wave = 0.2 * np.sin(2 * np.pi * 220 * 2 ** (LETTERS.index(letter) / 3) * np.arange(length) / RATE_HZ)
            edge = np.minimum(1, np.minimum(np.arange(length), np.arange(length)[::-1]) / 160)
            spans.append((at, at + length, letter))
            at += length
            sound.append(wave * edge)
            if n + 1 < len(word):
                sound.append(np.zeros(pause))
                at += pause
        words.append((begun / RATE_HZ, at / RATE_HZ))
        gap = draw.randint(3200, 6400)
        spans.append((at + gap // 4, at + gap * 3 // 4, " "))
        sound.append(np.zeros(gap))
        at += gap
    samples = np.concatenate(sound).astype(np.float32)
    samples += np.random.default_rng(seed).normal(0, 1e-3, len(samples)).astype(np.float32)
    middles = [n * FRAME + 200 for n in range((len(samples) - 400) // FRAME + 1)]
    letters = [next((c for a, b, c in spans if a <= m < b), "") for m in middles]
    return Sung(samples=samples, words=tuple(words), frames=tuple(letters))


def phrase(draw: random.Random, count: int = 4) -> str:
    """Some words of those letters."""
    return " ".join("".join(draw.choices(LETTERS, k=draw.randint(1, 4))) for _ in range(count))


def config(size: int, **changes: Any) -> Any:
    """The published configuration of 300M models, smaller; kernels, strides and norms are the same."""
    from transformers import Wav2Vec2Config

    told = {
        "vocab_size": size,
        "hidden_size": 32,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": 64,
        "conv_dim": (32,) * 7,
        "conv_bias": True,
        "feat_extract_norm": "layer",
        "do_stable_layer_norm": True,
        "num_conv_pos_embeddings": 16,
        "num_conv_pos_embedding_groups": 2,
        "pad_token_id": 0,
        **changes,
    }
    return Wav2Vec2Config(**told)


def build(
    root: Path, checkpoint: str = "ctc-es", pieces: Sequence[str] = PIECES, pinned: bool = True, **told: Any
) -> Path:
    """Builds and pins a model that was taught the tones; its tokens are the pieces, the first is the blank."""
    vocabulary = {piece: i for i, piece in enumerate(pieces)}
    return save(root, checkpoint, _with_head(_taught(), vocabulary), vocabulary, pinned, **told)


def build_aligner(root: Path) -> Path:
    """The romanised aligner: the blank is not the pad token, and it writes no spaces."""
    return build(root, "mms-300m-forced-aligner", ("<blank>", "<pad>", "</s>", "<unk>", *ROMAN))


def save(root: Path, checkpoint: str, model: Any, vocabulary: Any, pinned: bool = True, **told: Any) -> Path:
    """Writes a model's folder as the hub has it; ``told`` is for its tokenizer."""
    from transformers import Wav2Vec2CTCTokenizer, Wav2Vec2FeatureExtractor

    folder = root / checkpoint
    folder.mkdir(parents=True)
    model.save_pretrained(folder)
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    Wav2Vec2CTCTokenizer(str(folder / "vocab.json"), **told).save_pretrained(folder)
    masks = model.config.feat_extract_norm == "layer"
    Wav2Vec2FeatureExtractor(do_normalize=True, return_attention_mask=masks).save_pretrained(folder)
    return accept(root, checkpoint) if pinned else folder


def _with_head(model: Any, vocabulary: Mapping[str, int]) -> Any:
    """A copy of the taught model that writes another vocabulary's tokens; those without a tone never come."""
    import torch

    copied = copy.deepcopy(model)
    rows = {piece: i for i, piece in enumerate(PIECES)} | {"<blank>": 0}
    heard = {i: rows[p.lower()] for p, i in vocabulary.items() if p.lower() in rows}
    if "<blank>" in vocabulary:
        del heard[vocabulary["<pad>"]]
    copied.lm_head = torch.nn.Linear(copied.config.hidden_size, len(vocabulary))
    with torch.no_grad():
        copied.lm_head.weight.zero_()
        copied.lm_head.bias.fill_(-30.0)
        for i, row in heard.items():
            copied.lm_head.weight[i] = model.lm_head.weight[row]
            copied.lm_head.bias[i] = model.lm_head.bias[row]
    copied.config.vocab_size = len(vocabulary)
    return copied


@lru_cache
def _taught() -> Any:
    """A model that has learnt, frame by frame, which tone stands for which letter: about ten CPU seconds."""
    import torch
    from transformers import Wav2Vec2ForCTC

    torch.manual_seed(0)
    model: Any = Wav2Vec2ForCTC(config(len(PIECES))).eval()
    tokens = {piece.replace("|", " "): i for i, piece in enumerate(PIECES)} | {"": 0}
    learn = torch.optim.Adam(model.parameters(), lr=4e-3)
    draw = random.Random(0)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # so small a model is slower on several
    for step in range(STEPS):
        sung = [sing(phrase(draw, 2), step * 3 + n) for n in range(3)]
        short = min(len(s.samples) for s in sung)
        frames = (short - 400) // FRAME + 1
        waves = np.stack([s.samples[:short] for s in sung])
        waves = (waves - waves.mean(1, keepdims=True)) / np.sqrt(waves.var(1, keepdims=True) + 1e-7)
        wanted = torch.tensor([[tokens[c] for c in s.frames[:frames]] for s in sung])
        logits = model(torch.from_numpy(waves)).logits
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), wanted.flatten())
        learn.zero_grad()
        loss.backward()
        learn.step()
    torch.set_num_threads(threads)
    return model
