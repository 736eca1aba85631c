"""A tiny VITS voice that lies on disk as facebook/mms-tts-* does: config.json, vocab.json, tokenizer_config.json."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tiny.common import accept

LETTERS = "abcdefghijklmnopqrstuvwxyzáéíóúñ'-"


def build(
    root: Path, checkpoint: str = "mms-tts-quy", letters: str = LETTERS, roman: bool = False, first: str = "_"
) -> Path:
    """Builds and pins it; ``first`` is the token 0 that stands between letters (a letter itself in many MMS models)."""
    import torch
    from transformers import VitsConfig, VitsModel, VitsTokenizer

    folder = root / checkpoint
    folder.mkdir(parents=True)
    vocabulary = list(dict.fromkeys(first + letters + " "))
    (folder / "vocab.json").write_text(json.dumps({c: i for i, c in enumerate(vocabulary)}), encoding="utf-8")
    tokenizer = VitsTokenizer(
        str(folder / "vocab.json"),
        pad_token=first,
        unk_token="<unk>",
        language=checkpoint.rpartition("-")[2],
        add_blank=True,
        normalize=True,
        phonemize=False,
        is_uroman=roman,
    )
    torch.manual_seed(0)
    model = VitsModel(config(VitsConfig, len(vocabulary)))
    with torch.no_grad():  # about 15 letters a second, as people speak
        model.duration_predictor.flows[0].translate[0] += 1.2
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return accept(root, checkpoint)


def config(kind: type, size: int) -> object:
    """The configuration of MMS voices, smaller; 16 kHz, 256 samples a frame, as published."""
    return kind(
        vocab_size=size,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        ffn_dim=16,
        flow_size=16,
        spectrogram_bins=9,
        duration_predictor_num_flows=2,
        duration_predictor_filter_channels=16,
        duration_predictor_flow_bins=4,
        prior_encoder_num_flows=2,
        posterior_encoder_num_wavenet_layers=2,
        prior_encoder_num_wavenet_layers=2,
        upsample_initial_channel=16,
        upsample_rates=[8, 8, 2, 2],
        upsample_kernel_sizes=[16, 16, 4, 4],
        resblock_kernel_sizes=[3],
        resblock_dilation_sizes=[[1, 3]],
        depth_separable_channels=2,
        sampling_rate=16000,
        noise_scale_duration=0.1,
    )
