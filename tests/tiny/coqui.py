"""Tiny VITS and XTTS models of coqui-tts, as they are published (model.pth) and as ``weights import`` keeps them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.tiny.common import accept

LETTERS = "abcdefghijklmnopqrstuvwxyzáéíóúüñ"
SPEAKERS = {"Ana ": 0, "Luis": 1}
"""With a space at its end, as one of VCTK's published speakers has a line break."""
VITS = "coqui-vits-es-tiny"
XTTS = "xtts-v2"
LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "pl", "tr", "ru", "nl", "cs", "ar", "zh-cn", "hu", "ko", "ja", "hi")


TRAINER = "/home/trainer/run"
"""Paths in published configurations are of other people's machines."""


def publish_vits(folder: Path, files: Mapping[str, object] | None = None, **told: Any) -> None:
    """Writes config.json and model.pth as Coqui's trainer does, training's tensors and older names included.

    Args:
        files: further JSON files by name; where ``model_args`` name one, it is as a path of the trainer's.
        told: entries of the configuration that differ; ``model_args`` are merged, ``rate_hz`` is the sample rate.
    """
    import torch
    from TTS.config.shared_configs import BaseAudioConfig
    from TTS.tts.configs.vits_config import VitsArgs, VitsConfig
    from TTS.tts.models.vits import Vits

    folder.mkdir(parents=True)
    for name, content in (files or {}).items():
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    own = {k: str(folder / v) if isinstance(v, str) else v for k, v in told.pop("model_args", {}).items()}
    args = {
        "hidden_channels": 16,
        "hidden_channels_ffn_text_encoder": 16,
        "num_heads_text_encoder": 2,
        "num_layers_text_encoder": 1,
        "num_layers_posterior_encoder": 2,
        "num_layers_flow": 2,
        "resblock_kernel_sizes_decoder": [3],
        "resblock_dilation_sizes_decoder": [[1, 3, 5]],
        "upsample_rates_decoder": [8, 8, 2, 2],
        "upsample_kernel_sizes_decoder": [16, 16, 4, 4],
        "upsample_initial_channel_decoder": 16,
        "inference_noise_scale_dp": 0.1,
        "init_discriminator": False,
        **own,
    }
    audio = BaseAudioConfig(sample_rate=told.pop("rate_hz", 22050), hop_length=256, win_length=1024, fft_size=1024)
    letters = {
        "characters_class": "TTS.tts.models.vits.VitsCharacters",
        "pad": "_",
        "eos": "&",
        "bos": "*",
        "blank": None,
        "characters": LETTERS,
        "punctuations": "!'(),-.:;? ",
        "phonemes": "",
    }
    values = {
        "text_cleaner": "multilingual_cleaners",
        "add_blank": True,
        "characters": letters,
        "datasets": [{"formatter": "css10", "path": "/home/trainer/css10", "language": "es"}],
        **told,
    }
    config: Any = VitsConfig(model_args=VitsArgs(**args), audio=audio)
    config.from_dict({**config.to_dict(), **values})
    torch.manual_seed(0)
    model = Vits(config)
    with torch.no_grad():  # about 15 letters a second, as people speak
        model.duration_predictor.flows[0].translation[0] += 1.0
    state = {_older(name): tensor for name, tensor in model.state_dict().items()}
    state["disc.nets.0.convs.0.bias"] = torch.zeros(3)
    config.save_json(folder / "config.json")
    written = (folder / "config.json").read_text(encoding="utf-8")
    (folder / "config.json").write_text(written.replace(str(folder), TRAINER), encoding="utf-8")
    torch.save(
        {"config": config.to_dict(), "model": state, "optimizer": [{"state": {}}], "step": 7, "epoch": 1},
        folder / "model.pth",
    )


def build_vits(root: Path, checkpoint: str = VITS, files: Mapping[str, object] | None = None, **told: Any) -> Path:
    """Builds one as it lies after ``weights import``, and pins it."""
    publish_vits(root / checkpoint, files, **told)
    return _import(root, checkpoint)


def publish_xtts(folder: Path) -> None:
    """Writes what coqui/XTTS-v2 holds: a configuration of objects in model.pth, and pickles that speaking needs not."""
    import torch
    from TTS.config.shared_configs import BaseDatasetConfig
    from TTS.tts.configs.xtts_config import XttsArgs, XttsAudioConfig, XttsConfig
    from TTS.tts.models.xtts import Xtts

    folder.mkdir(parents=True)
    _vocabulary(folder / "vocab.json")
    config: Any = XttsConfig(datasets=[BaseDatasetConfig(language="en")])
    config.from_dict({**config.to_dict(), "repetition_penalty": 5.0, "gpt_cond_len": 30, "max_ref_len": 30})
    args: Any = config.model_args
    args.gpt_layers, args.gpt_n_model_channels, args.gpt_n_heads, args.decoder_input_dim = 1, 64, 2, 64
    args.gpt_max_audio_tokens, args.gpt_max_text_tokens = 80, 402
    args.gpt_num_audio_tokens, args.gpt_start_audio_token, args.gpt_stop_audio_token = 66, 64, 65
    args.gpt_use_perceiver_resampler, args.gpt_number_text_tokens = True, _size(folder / "vocab.json")
    config.save_json(folder / "config.json")
    args.gpt_start_text_token, args.gpt_stop_text_token = 3, 0
    torch.manual_seed(0)
    model = Xtts(config)
    with torch.no_grad():  # an end after some tens of tokens
        model.gpt.mel_head.bias[args.gpt_stop_audio_token] += 1.5
    names = XttsArgs.__module__, XttsAudioConfig.__module__
    XttsArgs.__module__ = XttsAudioConfig.__module__ = "TTS.tts.models.xtts"  # where they were when it was published
    try:
        torch.save({"config": config, "model": model.state_dict()}, folder / "model.pth")
    finally:
        XttsArgs.__module__, XttsAudioConfig.__module__ = names
    for name in ("dvae.pth", "mel_stats.pth", "speakers_xtts.pth"):
        torch.save({"x": torch.zeros(2)}, folder / name)


def build_xtts(root: Path) -> Path:
    """Builds one as it lies after ``weights import``, and pins it."""
    publish_xtts(root / XTTS)
    for name in ("dvae.pth", "mel_stats.pth", "speakers_xtts.pth"):
        (root / XTTS / name).unlink()
    return _import(root, XTTS)


def _import(root: Path, checkpoint: str) -> Path:
    import torch
    from safetensors.torch import save_file

    file = root / checkpoint / "model.pth"
    told = torch.load(file, weights_only=False)  # made a moment ago, here
    save_file({name: t.clone().contiguous() for name, t in told["model"].items()}, file.with_suffix(".safetensors"))
    file.unlink()
    return accept(root, checkpoint)


def _older(name: str) -> str:
    """The name under which weight normalisation kept a tensor when most models were published."""
    name = name.replace("parametrizations.weight.original0", "weight_g")
    return name.replace("parametrizations.weight.original1", "weight_v")


def _vocabulary(path: Path) -> None:
    """A vocabulary of the kind of XTTS: BPE over words, and marks for languages and spaces."""
    marks = ["[STOP]", "[UNK]", "[SPACE]", "[START]", *(f"[{code}]" for code in LANGUAGES)]
    known = [*marks, *LETTERS, *"0123456789абвгдежзик", *"!'(),-.:;?"]
    told = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {
                "id": i,
                "content": mark,
                "single_word": False,
                "lstrip": False,
                "rstrip": False,
                "normalized": False,
                "special": True,
            }
            for i, mark in enumerate(marks)
        ],
        "normalizer": None,
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": "[UNK]",
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": False,
            "byte_fallback": False,
            "vocab": {token: i for i, token in enumerate(known)},
            "merges": [],
        },
    }
    path.write_text(json.dumps(told), encoding="utf-8")


def _size(path: Path) -> int:
    return len(json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"])
