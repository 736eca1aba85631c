"""Tiny Whispers that lie on disk as published, taught in seconds to write a text for each of a few songs of tones.

One model is taught with the classes of openai-whisper; the same tensors go through transformers and CTranslate2's own
converter for faster-whisper. Tokens, window and mel filters are Whisper's own: only layers and widths are smaller.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from speech.listening import LEAD_S, with_lead
from tests.tiny.common import accept

RATE_HZ = 16_000
FRAME_S = 0.02
"""Between two frames of Whisper's encoder."""
OPENAI, FASTER = "whisper-xs", "faster-whisper-xs"
DIMS: dict[str, int] = {
    "n_mels": 80,
    "n_vocab": 51865,
    "n_audio_ctx": 1500,
    "n_audio_state": 32,
    "n_audio_head": 2,
    "n_audio_layer": 1,
    "n_text_ctx": 448,
    "n_text_state": 32,
    "n_text_head": 2,
    "n_text_layer": 2,
}
LARGE_V3 = {"n_mels": 128, "n_vocab": 51866}
"""What large-v3 has otherwise: more mel filters, and a token for Cantonese."""
SONGS = {"bridge": 5, "today": 4, "world": 2, "rain": 5, "loop": 6}
"""Song → how many tones it has: one for each word of its texts."""
TAUGHT = {
    ("bridge", "es"): " La abuela tejió un puente.",
    ("today", "en"): " How are you today?",
    ("world", "en"): " Hello world!",
    ("today", "tl"): " Kumusta ka ngayon kaibigan?",
    ("today", "jw"): " Piye kabare dina iki?",
    ("world", "fa"): " سلام دنیا",
    ("rain", "zh"): "今天下霜了",
    ("loop", "la"): " la" * 24,
}
"""(song, Whisper's own code of the language) → what is written for it."""
LOOP = {"la": 0.2, "na": 0.1, "da": 0.1, "ta": 0.1, "ra": 0.1, "sa": 0.1, "ma": 0.1, "pa": 0.1, "ka": 0.1}
"""Chance of each word of the song ``loop``, at every place: its likeliest text is one word over and over."""
STEPS = 120
OTHERWISE = 0.03
"""Chance of another word, whatever ought to come. Without it Whisper's search fills its beams with texts that end too
early, and stops at five of them."""
NEVER = -30.0
EOT, SOT, NOTIMESTAMPS = 50257, 50258, 50363
"""Source: get_encoding in whisper/tokenizer.py with 99 languages."""
NAMES = {
    ".blocks.": ".layers.",
    ".cross_attn": ".encoder_attn",
    ".attn": ".self_attn",
    "attn_ln.": "attn_layer_norm.",
    ".query.": ".q_proj.",
    ".key.": ".k_proj.",
    ".value.": ".v_proj.",
    ".out.": ".out_proj.",
    ".mlp.0.": ".fc1.",
    ".mlp.2.": ".fc2.",
    ".mlp_ln.": ".final_layer_norm.",
    ".ln.": ".layer_norm.",
    ".ln_post.": ".layer_norm.",
    ".token_embedding.": ".embed_tokens.",
    ".positional_embedding": ".embed_positions.weight",
}
"""OpenAI's name of a tensor → that in transformers. Source: convert_openai_to_hf.py of transformers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sung:
    """A song."""

    samples: np.ndarray
    """float32 at 16 kHz."""
    tones: tuple[tuple[float, float], ...]
    """When each tone is heard, in seconds."""


def sing(song: str) -> Sung:
    """Tones of 0.3 to 0.5 s, one for each word, 0.1 s apart."""
    draw = random.Random(song)
    sound, tones, at = [np.zeros(1600)], [], 0.1
    for _ in range(SONGS[song]):
        length, pitch = draw.randrange(4800, 8000, 320), 200 * 2 ** (draw.random() * 4)
        edge = np.minimum(1, np.minimum(np.arange(length), np.arange(length)[::-1]) / 160)
        sound += [0.3 * np.sin(2 * np.pi * pitch * np.arange(length) / RATE_HZ) * edge, np.zeros(1600)]
        tones.append((at, at + length / RATE_HZ))
        at += length / RATE_HZ + 0.1
    return Sung(samples=np.concatenate(sound).astype(np.float32), tones=tuple(tones))


def build(root: Path, checkpoint: str = OPENAI, model: Any = None) -> Path:
    """Puts a model (the taught one) into a weights folder, as ``weights import`` leaves it, and pins it."""
    from safetensors.torch import save_file

    model = model or taught()
    folder = root / checkpoint
    folder.mkdir(parents=True)
    (folder / "dims.json").write_text(json.dumps(vars(model.dims)), encoding="utf-8")
    save_file(published(model)["model_state_dict"], folder / "model.safetensors")
    return accept(root, checkpoint)


def published(model: Any) -> dict[str, Any]:
    """What the one file of a checkpoint holds that OpenAI publishes: dimensions, and tensors in half precision."""
    half = {name: tensor.half().contiguous() for name, tensor in model.state_dict().items()}
    return {"dims": vars(model.dims), "model_state_dict": half}


def build_faster(root: Path, checkpoint: str = FASTER, model: Any = None) -> Path:
    """Puts a model (the taught one) into a weights folder as Systran converted Whisper, and pins it."""
    from ctranslate2.converters import TransformersConverter

    model = model or taught()
    folder = root / checkpoint
    with tempfile.TemporaryDirectory() as place:
        _save_for_transformers(model, Path(place))
        converter = TransformersConverter(place, copy_files=["tokenizer.json"])
        converter.convert(str(folder), quantization="float16")
    if model.dims.n_mels != 80:
        told = {"feature_size": model.dims.n_mels, "sampling_rate": RATE_HZ, "n_fft": 400, "hop_length": 160}
        (folder / "preprocessor_config.json").write_text(json.dumps(told), encoding="utf-8")
    return accept(root, checkpoint)


def untaught(**changes: int) -> Any:
    """A model of random numbers, of other dimensions."""
    import torch
    from whisper.model import ModelDimensions, Whisper

    torch.manual_seed(0)
    model = Whisper(ModelDimensions(**{**DIMS, **changes})).eval()
    torch.nn.init.normal_(model.decoder.positional_embedding)
    return model


def _save_for_transformers(model: Any, folder: Path) -> None:
    from transformers import GenerationConfig, WhisperConfig, WhisperForConditionalGeneration

    dims = model.dims
    config = WhisperConfig(
        vocab_size=dims.n_vocab,
        num_mel_bins=dims.n_mels,
        d_model=dims.n_text_state,
        encoder_layers=dims.n_audio_layer,
        decoder_layers=dims.n_text_layer,
        encoder_attention_heads=dims.n_audio_head,
        decoder_attention_heads=dims.n_text_head,
        encoder_ffn_dim=4 * dims.n_audio_state,
        decoder_ffn_dim=4 * dims.n_text_state,
    )
    theirs: Any = WhisperForConditionalGeneration(config)
    missing, unknown = theirs.load_state_dict({_name(k): v for k, v in model.state_dict().items()}, strict=False)
    assert (missing, unknown) == (["proj_out.weight"], [])  # tied to the embedding
    languages = write_tokenizer(folder, dims.n_vocab - 51766)
    theirs.generation_config = GenerationConfig(
        lang_to_id=languages,
        alignment_heads=model.alignment_heads.indices().T.tolist(),
        begin_suppress_tokens=[220, EOT],
        decoder_start_token_id=SOT,
        eos_token_id=EOT,
    )
    theirs.save_pretrained(folder)


def _name(name: str) -> str:
    for old, new in NAMES.items():
        name = name.replace(old, new)
    return f"model.{name}"


def write_tokenizer(folder: Path, languages: int) -> dict[str, int]:
    """Writes ``tokenizer.json`` as published, Whisper's tokens without those of times; gives the languages'."""
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
    from transformers.convert_slow_tokenizer import bytes_to_unicode
    from whisper.tokenizer import get_encoding

    encoding = get_encoding("multilingual", num_languages=languages)
    ranks: Mapping[bytes, int] = encoding._mergeable_ranks
    letters = bytes_to_unicode()

    def written(piece: bytes) -> str:
        return "".join(letters[b] for b in piece)

    def merged(token: bytes) -> tuple[str, ...]:
        parts = [bytes([b]) for b in token]
        while len(parts) > 2:
            n = min(range(len(parts) - 1), key=lambda n: ranks.get(parts[n] + parts[n + 1], 1 << 30))
            parts[n : n + 2] = [parts[n] + parts[n + 1]]
        return tuple(map(written, parts))

    in_order = sorted(ranks, key=lambda token: ranks[token])
    raw = Tokenizer(models.BPE({written(t): ranks[t] for t in ranks}, [merged(t) for t in in_order if len(t) > 1]))
    raw.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    raw.decoder = decoders.ByteLevel()
    special: Mapping[str, int] = encoding._special_tokens
    names = [name for name in sorted(special, key=lambda name: special[name]) if "." not in name]
    raw.add_special_tokens([AddedToken(name.replace("nospeech", "nocaptions"), normalized=False) for name in names])
    raw.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "WhisperTokenizer"}), encoding="utf-8")
    return {name: special[name] for name in names[2 : 2 + languages]}


@lru_cache
def taught() -> Any:
    """A model that writes what it was taught, and attends to the tone of each word while it writes it.

    Its encoder stays as it was drawn. Only tokens that occur are taught: the first number of the decoder's last state
    is held at 1, and that of all other tokens' embeddings is ``NEVER``.
    """
    import torch
    from torch.nn.functional import cross_entropy, layer_norm, one_hot

    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # so small a model is slower on several
    model, lesson = untaught(), _lesson()
    decoder = model.decoder
    attention = [block.cross_attn for block in decoder.blocks]
    with torch.no_grad():
        decoder.positional_embedding *= 0.3
        model.encoder.conv2.weight *= 3
        heard = model.encoder(lesson.mels)[lesson.songs]
    draw = torch.nn.Parameter(torch.randn(len(lesson.tokens), DIMS["n_text_state"]) * 0.3)
    learnt = [draw, *(p for name, p in decoder.named_parameters() if name != "token_embedding.weight")]
    learn = torch.optim.Adam(learnt)
    pace = torch.optim.lr_scheduler.OneCycleLR(learn, 2e-2, total_steps=STEPS)
    seen: list[Any] = []
    hooks = [p.register_forward_hook(lambda *told: seen.append(told[-1])) for a in attention for p in (a.query, a.key)]
    first = torch.eye(DIMS["n_text_state"])[0]
    for _ in range(STEPS):
        seen.clear()
        rows = lesson.drawn()
        embedded = draw * (1 - first)
        state = embedded[rows] + decoder.positional_embedding[: rows.shape[1]]
        for block in decoder.blocks:
            state = block(state, heard, mask=decoder.mask)
        state = layer_norm(state, first.shape, decoder.ln.weight, decoder.ln.bias) * (1 - first) + first
        looks = sum(_looks(*seen[n : n + 2]) for n in (0, 2)) / 2
        wanted = one_hot(rows.roll(-1, 1), len(draw)) * (1 - OTHERWISE) + lesson.otherwise
        loss = cross_entropy((state @ embedded.T)[lesson.asked], wanted[lesson.asked])
        (loss - (looks * lesson.guide).sum() / lesson.guide.sum()).backward()
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        learn.step()
        learn.zero_grad()
        pace.step()
    for hook in hooks:
        hook.remove()
    with torch.no_grad():
        decoder.token_embedding.weight[:] = NEVER * first
        decoder.token_embedding.weight[lesson.tokens] = draw * (1 - first)
        decoder.ln.weight[0], decoder.ln.bias[0] = 0.0, 1.0
    torch.set_num_threads(threads)
    return model


def _looks(query: Any, key: Any) -> Any:
    """Logarithms of how much is attended to each frame, the mean of all heads."""
    query, key = (part.unflatten(-1, (DIMS["n_text_head"], -1)).transpose(1, 2) for part in (query, key))
    return (query @ key.transpose(-1, -2) * query.shape[-1] ** -0.5).log_softmax(-1).mean(1)


@dataclass(slots=True, kw_only=True)
class _Lesson:
    """Rows of tokens, and what is to be learnt of them. A text is taught twice: with times, and as words are timed."""

    tokens: list[int]
    """Whisper's own numbers of the tokens that occur; rows count in these."""
    songs: list[int]
    """Of each row."""
    mels: Any
    rows: Any
    asked: Any
    """Whether what follows a token is to be learnt."""
    guide: Any
    """How much each frame is attended to, where it is learnt."""
    loops: Any
    """Whether a token is one of the song ``loop``."""

    otherwise: Any
    """Chance of each token besides the one that ought to come."""

    def drawn(self) -> Any:
        """The rows, with other words of the song ``loop`` each time."""
        import torch

        known = torch.tensor([self.tokens.index(token) for token in _words(LOOP)])
        drawn = torch.multinomial(torch.tensor(list(LOOP.values())), int(self.loops.sum()), replacement=True)
        self.rows[self.loops] = known[drawn]
        return self.rows


def _words(words: Iterable[str]) -> list[int]:
    from whisper.tokenizer import get_tokenizer

    return [token for word in words for token in get_tokenizer(True).encode(f" {word}")]


def _lesson() -> _Lesson:
    import torch
    from whisper.tokenizer import get_tokenizer

    sounds = [with_lead(sing(song).samples) for song in SONGS]
    rows: list[list[int]] = []
    spans: list[list[tuple[float, float]]] = []
    for (song, code), text in TAUGHT.items():
        tokenizer = get_tokenizer(True, language=code, task="transcribe")
        told = _told(tokenizer.encode, text, sing(song).tones)
        over = LEAD_S + sing(song).tones[-1][1]
        times = [tokenizer.timestamp_begin, tokenizer.timestamp_begin + round(over / FRAME_S)]
        for before, after in ((times[0], times[1:]), (NOTIMESTAMPS, [])):
            rows.append([*tokenizer.sot_sequence, before, *(token for token, _, _ in told), *after, EOT])
            spans.append([*((a + LEAD_S, b + LEAD_S) for _, a, b in told), (over, over + LEAD_S)])
    tokens = sorted({token for row in rows for token in row} | set(_words(LOOP)))
    word = torch.tensor([token < EOT for token in tokens])
    shape = len(rows), max(map(len, rows))
    lesson = _Lesson(
        tokens=tokens,
        songs=[list(SONGS).index(song) for song, _ in TAUGHT for _ in range(2)],
        mels=torch.stack([_window(sound) for sound in sounds]),
        rows=torch.full(shape, tokens.index(EOT)),
        asked=torch.zeros(shape, dtype=torch.bool),
        guide=torch.zeros(*shape, DIMS["n_audio_ctx"]),
        otherwise=word / word.sum() * OTHERWISE,
        loops=torch.zeros(shape, dtype=torch.bool),
    )
    for n, (row, looks) in enumerate(zip(rows, spans, strict=True)):
        lesson.rows[n, : len(row)] = torch.tensor([tokens.index(token) for token in row])
        lesson.asked[n, (3 if NOTIMESTAMPS in row else 2) : len(row) - 1] = True
        lesson.loops[n, 4 : 3 + len(looks)] = lesson.songs[n] == list(SONGS).index("loop")
        for at, (a, b) in enumerate(looks, 3):
            begin = round(a / FRAME_S)
            width = max(1, round(b / FRAME_S) - begin)
            lesson.guide[n, at, begin : begin + width] = 1 / width
    return lesson


def _window(sound: np.ndarray) -> Any:
    """What ``transcribe`` gives to the encoder: after the sound there is nothing, not even quiet."""
    import whisper

    mel = whisper.log_mel_spectrogram(sound, padding=480_000)
    return whisper.pad_or_trim(mel[:, : len(sound) // 160], 3000)


def _told(
    encode: Callable[[str], list[int]], text: str, tones: Sequence[tuple[float, float]]
) -> list[tuple[int, float, float]]:
    """(token, begin, end in seconds): words share the tones, and a tone's tokens its time."""
    words = [f" {word}" for word in text.split()] if " " in text else list(text)
    told: list[tuple[int, float, float]] = []
    for n, (a, b) in enumerate(tones):
        mine = [word for k, word in enumerate(words) if k * len(tones) // len(words) == n]
        parts = [token for word in mine for token in encode(word)]
        step = (b - a) / len(parts)
        told += [(token, a + k * step, a + (k + 1) * step) for k, token in enumerate(parts)]
    return told
