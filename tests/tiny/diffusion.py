"""Tiny models of films: pipelines, part by part, as diffusers saves the published ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.tiny.common import TEXT, accept

ENCODER = {
    "d_model": 32, "d_kv": 8, "d_ff": 37, "num_layers": 1, "num_heads": 4,
    "pad_token_id": 0, "eos_token_id": 1, "decoder_start_token_id": 0,
}  # fmt: skip


def t5_tokenizer() -> Any:
    """The tokenizer class of T5 and umT5, trained on a few lines."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import T5Tokenizer

    raw = Tokenizer(models.Unigram())
    raw.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    special = ["<pad>", "</s>", "<unk>"]
    trainer = trainers.UnigramTrainer(vocab_size=250, special_tokens=special, unk_token="<unk>", show_progress=False)
    raw.train_from_iterator(TEXT, trainer)
    vocabulary = [tuple(row) for row in json.loads(raw.to_str())["model"]["vocab"]]
    return T5Tokenizer(vocab=vocabulary, extra_ids=0, model_max_length=512)


def wan(root: Path, checkpoint: str = "wan2.1-t2v-1.3b") -> Path:
    """Wan: WanPipeline with umT5; 2.2 TI2V with its flag for a first picture."""
    import torch
    from diffusers import AutoencoderKLWan, UniPCMultistepScheduler, WanPipeline, WanTransformer3DModel
    from transformers import UMT5Config, UMT5EncoderModel

    torch.manual_seed(0)
    tokenizer = t5_tokenizer()
    later = checkpoint.startswith("wan2.2")
    vae = AutoencoderKLWan(
        base_dim=3, z_dim=16, dim_mult=[1, 1, 1, 1], num_res_blocks=1, temperal_downsample=[False, True, True]
    )
    pipe = WanPipeline(
        tokenizer=tokenizer,
        text_encoder=UMT5EncoderModel(UMT5Config(vocab_size=len(tokenizer), **ENCODER)).eval(),
        vae=vivid(vae),
        transformer=WanTransformer3DModel(
            patch_size=(1, 2, 2), num_attention_heads=2, attention_head_dim=12, in_channels=16, out_channels=16,
            text_dim=32, freq_dim=256, ffn_dim=32, num_layers=2, cross_attn_norm=True,
            qk_norm="rms_norm_across_heads", rope_max_seq_len=64,
        ),
        scheduler=UniPCMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True, num_train_timesteps=1000, flow_shift=3.0
        ),
        expand_timesteps=later,
    )  # fmt: skip
    return saved(pipe, root, checkpoint)


def ltx(root: Path, checkpoint: str = "ltx-video-0.9.8-distilled") -> Path:
    """LTX-Video: LTXConditionPipeline with T5."""
    import torch
    from diffusers import (
        AutoencoderKLLTXVideo,
        FlowMatchEulerDiscreteScheduler,
        LTXConditionPipeline,
        LTXVideoTransformer3DModel,
    )
    from transformers import T5Config, T5EncoderModel

    torch.manual_seed(0)
    tokenizer = t5_tokenizer()
    config = T5Config(vocab_size=len(tokenizer), feed_forward_proj="gated-gelu", **ENCODER)
    vae = AutoencoderKLLTXVideo(
        in_channels=3, out_channels=3, latent_channels=8, block_out_channels=(8, 8, 8, 8),
        decoder_block_out_channels=(8, 8, 8, 8), layers_per_block=(1, 1, 1, 1, 1),
        decoder_layers_per_block=(1, 1, 1, 1, 1), spatio_temporal_scaling=(True, True, True, False),
        decoder_spatio_temporal_scaling=(True, True, True, False), decoder_inject_noise=(False,) * 5,
        upsample_residual=(False,) * 4, upsample_factor=(1,) * 4, timestep_conditioning=False, patch_size=4,
        patch_size_t=1, encoder_causal=True, decoder_causal=False,
    )  # fmt: skip
    pipe = LTXConditionPipeline(
        tokenizer=tokenizer,
        text_encoder=T5EncoderModel(config).eval(),
        vae=vivid(vae),
        transformer=LTXVideoTransformer3DModel(
            in_channels=8, out_channels=8, patch_size=1, patch_size_t=1, num_attention_heads=4,
            attention_head_dim=8, cross_attention_dim=32, num_layers=1, caption_channels=32,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=False),
    )  # fmt: skip
    return saved(pipe, root, checkpoint)


def vivid(vae: Any) -> Any:
    """The same decoder with stronger last weights: random ones give nearly one plain grey."""
    import torch

    with torch.no_grad():
        for name, value in vae.named_parameters():
            if name.startswith("decoder.conv_out") and name.endswith("weight"):
                value.mul_(6.0)
    return vae.eval()


def saved(pipe: Any, root: Path, checkpoint: str) -> Path:
    """Saves as the hub would, and pins."""
    pipe.save_pretrained(root / checkpoint, safe_serialization=True)
    return accept(root, checkpoint)
