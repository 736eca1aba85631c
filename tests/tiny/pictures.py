"""Tiny models of pictures: pipelines, part by part, as diffusers saves the published ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.tiny.common import TEXT
from tests.tiny.diffusion import ENCODER, saved, t5_tokenizer, vivid

TEMPLATE = "{% for m in messages %}<|im_start|>{{ m.role }} {{ m.content }}<|im_end|>{% endfor %}<|im_start|>assistant "


def vae16() -> Any:
    """An ``AutoencoderKL`` with 16 channels, 8 pixels a latent, as FLUX.1 and Z-Image have it."""
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        in_channels=3, out_channels=3, block_out_channels=(4, 4, 4, 4), layers_per_block=1, latent_channels=16,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4, norm_num_groups=1,
        use_quant_conv=False, use_post_quant_conv=False, shift_factor=0.1159, scaling_factor=0.3611,
    )  # fmt: skip


def clip_tokenizer() -> tuple[Any, Any]:
    """(CLIP's tokenizer class with letters for words, the configuration of an encoder for it)."""
    from transformers import CLIPTextConfig, CLIPTokenizer

    letters = sorted({c for line in TEXT for c in line if c.isascii() and not c.isspace()})
    words = [*letters, *(c + "</w>" for c in letters), "<|startoftext|>", "<|endoftext|>"]
    tokenizer = CLIPTokenizer(vocab={t: n for n, t in enumerate(words)}, merges=[], model_max_length=77)
    config = CLIPTextConfig(
        vocab_size=len(words), hidden_size=32, intermediate_size=37, num_hidden_layers=2, num_attention_heads=4,
        projection_dim=32, bos_token_id=len(words) - 2, eos_token_id=len(words) - 1,
    )  # fmt: skip
    return tokenizer, config


def flux(root: Path, checkpoint: str = "flux.1-schnell") -> Path:
    """FLUX.1-schnell: FluxPipeline with CLIP and T5."""
    import torch
    from diffusers import FlowMatchEulerDiscreteScheduler, FluxPipeline, FluxTransformer2DModel
    from transformers import CLIPTextModel, T5Config, T5EncoderModel

    torch.manual_seed(0)
    second = t5_tokenizer()
    first, clip = clip_tokenizer()
    pipe = FluxPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(shift=1.0),
        text_encoder=CLIPTextModel(clip).eval(),
        tokenizer=first,
        text_encoder_2=T5EncoderModel(T5Config(vocab_size=len(second), **ENCODER)).eval(),
        tokenizer_2=second,
        vae=vivid(vae16()),
        transformer=FluxTransformer2DModel(
            patch_size=1, in_channels=64, num_layers=1, num_single_layers=1, attention_head_dim=16,
            num_attention_heads=2, joint_attention_dim=32, pooled_projection_dim=32, guidance_embeds=False,
            axes_dims_rope=(4, 4, 8),
        ),
    )  # fmt: skip
    return saved(pipe, root, checkpoint)


def sdxl(root: Path, checkpoint: str = "sdxl-base-1.0") -> Path:
    """SDXL: StableDiffusionXLPipeline with two CLIPs."""
    import torch
    from diffusers import AutoencoderKL, EulerDiscreteScheduler, StableDiffusionXLPipeline, UNet2DConditionModel
    from transformers import CLIPTextModel, CLIPTextModelWithProjection

    torch.manual_seed(0)
    tokenizer, config = clip_tokenizer()
    vae = AutoencoderKL(
        block_out_channels=(32, 64, 32, 32), in_channels=3, out_channels=3, latent_channels=4,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
    )  # fmt: skip
    pipe = StableDiffusionXLPipeline(
        vae=vivid(vae),
        text_encoder=CLIPTextModel(config).eval(),
        text_encoder_2=CLIPTextModelWithProjection(config).eval(),
        tokenizer=tokenizer,
        tokenizer_2=tokenizer,
        unet=UNet2DConditionModel(
            block_out_channels=(32, 64), layers_per_block=1, sample_size=32, in_channels=4, out_channels=4,
            down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
            up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
            attention_head_dim=(2, 4), use_linear_projection=True, addition_embed_type="text_time",
            addition_time_embed_dim=8, transformer_layers_per_block=(1, 1), cross_attention_dim=64,
            projection_class_embeddings_input_dim=32 + 6 * 8,
        ),
        scheduler=EulerDiscreteScheduler(
            beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1,
            timestep_spacing="leading",
        ),
    )  # fmt: skip
    return saved(pipe, root, checkpoint)


def z_image(root: Path, checkpoint: str = "z-image-turbo") -> Path:
    """Z-Image-Turbo: ZImagePipeline with Qwen 3."""
    import torch
    from diffusers import FlowMatchEulerDiscreteScheduler, ZImagePipeline, ZImageTransformer2DModel
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import Qwen2Tokenizer, Qwen3Config, Qwen3Model

    torch.manual_seed(0)
    raw = Tokenizer(models.BPE())
    raw.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    raw.decoder = decoders.ByteLevel()
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    raw.train_from_iterator(
        TEXT,
        trainers.BpeTrainer(vocab_size=300, special_tokens=special, initial_alphabet=alphabet, show_progress=False),
    )
    model = json.loads(raw.to_str())["model"]
    tokenizer = Qwen2Tokenizer(vocab=model["vocab"], merges=[tuple(m) for m in model["merges"]])
    tokenizer.chat_template = TEMPLATE
    pipe = ZImagePipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=vivid(vae16()),
        text_encoder=Qwen3Model(
            Qwen3Config(
                hidden_size=16, intermediate_size=16, num_hidden_layers=2, num_attention_heads=2,
                num_key_value_heads=2, head_dim=8, vocab_size=len(tokenizer), max_position_embeddings=512,
            )
        ).eval(),
        tokenizer=tokenizer,
        transformer=ZImageTransformer2DModel(
            all_patch_size=(2,), all_f_patch_size=(1,), in_channels=16, dim=32, n_layers=2, n_refiner_layers=1,
            n_heads=2, n_kv_heads=2, qk_norm=True, cap_feat_dim=16, rope_theta=256.0, t_scale=1000.0,
            axes_dims=[8, 4, 4], axes_lens=[1024, 64, 64],
        ),
    )  # fmt: skip
    return saved(pipe, root, checkpoint)
