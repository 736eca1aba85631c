"""A tiny CTC model of Omnilingual ASR: its class, its key names, its character tokenizer, one layer of 16."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.tiny.common import TEXT, accept

ENCODER = {
    "model_dim": 16,
    "feature_dim": 16,
    "num_encoder_layers": 1,
    "num_encoder_attn_heads": 2,
    "ffn_inner_dim": 32,
    "feature_extractor_layer_descs": [[16, 10, 5], *[[16, 3, 2]] * 4, *[[16, 2, 2]] * 2],
    "pos_conv_kernel_size": 16,
    "num_pos_conv_groups": 2,
}
"""Smaller than the published 300M; strides are the same, so that a frame is 20 ms."""


def build(root: Path, checkpoint: str = "omniasr-ctc-300m") -> Path:
    """Builds and pins it."""
    import sentencepiece
    import torch
    from fairseq2.models.wav2vec2.asr.factory import create_wav2vec2_asr_model
    from safetensors.torch import save_file

    from speech.engines.omnilingual import begin, config_of

    begin()
    folder = root / checkpoint
    folder.mkdir(parents=True)
    trainer: Any = sentencepiece.SentencePieceTrainer
    trainer.train(
        sentence_iterator=iter(TEXT * 4),
        model_prefix=str(folder / "tokenizer"),
        vocab_size=120,
        model_type="char",
        character_coverage=1.0,
        hard_vocab_limit=False,
        minloglevel=2,
        bos_id=0,
        pad_id=1,
        eos_id=2,
        unk_id=3,
    )
    (folder / "tokenizer.vocab").unlink()
    size = sentencepiece.SentencePieceProcessor(model_file=str(folder / "tokenizer.model")).get_piece_size()
    told = {"model_type": "wav2vec2_asr", "target_vocab_size": size, "encoder_config": ENCODER}
    (folder / "config.json").write_text(json.dumps(told), encoding="utf-8")
    torch.manual_seed(0)
    model = create_wav2vec2_asr_model(config_of(folder, checkpoint))
    with torch.no_grad():  # letters rather than blanks, as a trained model writes while somebody speaks
        model.final_proj.weight.normal_(0, 2.0)
    save_file({k: v.contiguous() for k, v in model.state_dict().items()}, folder / "model.safetensors")
    return accept(root, checkpoint)
