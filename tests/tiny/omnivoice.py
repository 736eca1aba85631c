"""A tiny OmniVoice that lies on disk as k2-fsa/OmniVoice does: the model, its Qwen2 tokenizer, and ``audio_tokenizer``.

Source of the layout: https://huggingface.co/k2-fsa/OmniVoice (config.json, tokenizer_config.json, audio_tokenizer).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from speech.omnivoice_lines import MARKS
from tests.tiny.common import TEXT, accept

RATIOS = (8, 5, 4, 2, 3)
"""As published: 960 samples a frame, 25 frames a second at 24 kHz."""
SOUNDS = 128
"""In each of the 8 codebooks; 1,024 as published."""


def build(root: Path, checkpoint: str = "omnivoice") -> Path:
    """Builds and pins it."""
    import torch
    from omnivoice import OmniVoice, OmniVoiceConfig
    from transformers import DacFeatureExtractor, HiggsAudioV2TokenizerModel, Qwen3Config

    folder = root / checkpoint
    folder.mkdir(parents=True)
    tokenizer = _tokenizer()
    tokenizer.save_pretrained(folder)
    torch.manual_seed(0)
    llm = Qwen3Config(
        vocab_size=400,  # more than the sounds, as published
        hidden_size=32,
        intermediate_size=48,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        head_dim=16,
        max_position_embeddings=40960,
        rope_theta=1_000_000,
        tie_word_embeddings=True,
        initializer_range=0.3,  # so that text and sample decide the sounds, as in a trained model
    )
    config = OmniVoiceConfig(
        llm_config=llm,
        audio_vocab_size=SOUNDS + 1,
        audio_mask_id=SOUNDS,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    model = OmniVoice(config)
    with torch.no_grad():
        model.audio_embeddings.weight.normal_(0, 0.5)
        model.audio_heads.weight.normal_(0, 0.5)
    model.save_pretrained(folder)
    codec: Any = HiggsAudioV2TokenizerModel(_codec_config())
    with torch.no_grad():
        for quantizer in codec.quantizer.quantizers:
            quantizer.codebook.embed.normal_()
            quantizer.project_out.weight.normal_(0, 0.3)
        codec.fc2.weight.normal_(0, 0.3)
        for block in codec.acoustic_decoder.modules():
            if isinstance(block, torch.nn.Conv1d | torch.nn.ConvTranspose1d):  # noise that follows the tokens
                torch.nn.init.kaiming_normal_(block.weight)
        codec.acoustic_decoder.conv2.weight.mul_(1.5e-7)  # as loud as speech
    codec.save_pretrained(folder / "audio_tokenizer")
    DacFeatureExtractor(sampling_rate=24_000, hop_length=960).save_pretrained(folder / "audio_tokenizer")
    return accept(root, checkpoint)


def _tokenizer() -> Any:  # Qwen2Tokenizer
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import Qwen2Tokenizer

    raw = Tokenizer(models.BPE())
    raw.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    raw.train_from_iterator(TEXT, trainers.BpeTrainer(vocab_size=320, initial_alphabet=alphabet, show_progress=False))
    learnt = json.loads(raw.to_str())["model"]
    return Qwen2Tokenizer(
        vocab=learnt["vocab"],
        merges=[tuple(m) for m in learnt["merges"]],
        eos_token="<|im_end|>",
        pad_token="<|endoftext|>",
        unk_token=None,
        extra_special_tokens=list(MARKS),
        model_max_length=131_072,
    )


def _codec_config() -> Any:  # HiggsAudioV2TokenizerConfig
    from transformers import DacConfig, HiggsAudioV2TokenizerConfig, HubertConfig

    acoustic = DacConfig(
        encoder_hidden_size=4,
        hidden_size=16,
        decoder_hidden_size=32,
        downsampling_ratios=list(RATIOS),
        upsampling_ratios=list(RATIOS),
        hop_length=960,
        sampling_rate=16_000,
    )
    semantic = HubertConfig(
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        conv_dim=[8] * 7,
        num_conv_pos_embeddings=16,
        num_conv_pos_embedding_groups=2,
        mask_time_prob=0.0,
    )
    return HiggsAudioV2TokenizerConfig(
        target_bandwidths=[0.35, 0.7, 1.4],  # the last is 8 codebooks of 7 bits
        codebook_size=SOUNDS,
        codebook_dim=16,
        acoustic_model_config=acoustic,
        semantic_model_config=semantic,
    )
