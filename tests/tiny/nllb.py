"""A tiny NLLB-200 that has learnt to repeat short lines: the classes and files of facebook/nllb-200-distilled-600M."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from languages.engine_codes import codes
from tests.tiny.common import TEXT, accept, sentences, teach


def tokenizer_of() -> Any:
    """The published tokenizer's class with all its languages, trained on a few lines."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import NllbTokenizer

    raw = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True))
    raw.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    raw.train_from_iterator(TEXT, trainers.BpeTrainer(vocab_size=300, special_tokens=special, show_progress=False))
    model = json.loads(raw.to_str())["model"]
    return NllbTokenizer(
        vocab=model["vocab"],
        merges=[tuple(m) for m in model["merges"]],
        src_lang="eng_Latn",
        tgt_lang="fra_Latn",
        extra_special_tokens=list(codes("nllb")),
    )


def build(root: Path, checkpoint: str = "nllb-200-distilled-600M") -> Path:
    """Builds, trains for a second or two, saves as the hub would, and pins."""
    import torch
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    torch.manual_seed(0)
    tokenizer = tokenizer_of()
    end, pad = tokenizer.eos_token_id, tokenizer.pad_token_id
    config = M2M100Config(
        vocab_size=len(tokenizer),
        d_model=64,
        encoder_layers=1,
        decoder_layers=1,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_position_embeddings=1024,
        dropout=0.0,
        attention_dropout=0.0,
        activation_dropout=0.0,
        encoder_layerdrop=0.0,
        decoder_layerdrop=0.0,
        pad_token_id=pad,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=end,
        decoder_start_token_id=end,
    )
    tiny = M2M100ForConditionalGeneration(config)
    code = tokenizer.convert_tokens_to_ids
    rows = [tokenizer(s, add_special_tokens=False)["input_ids"][:24] for s in sentences()]
    there = [[code("spa_Latn"), *row, end] for row in rows]
    teach(tiny, there, [[code("quy_Latn"), *row, end] for row in rows], pad, end)
    folder = root / checkpoint
    tiny.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return accept(root, checkpoint)


def build_ct2(root: Path) -> Path:
    """The same as int8 for CTranslate2, made as ``vernacast weights convert`` makes it."""
    from translation.engines._ct2_convert import convert

    convert(root / "nllb-200-distilled-600M", root / "nllb-200-distilled-600M-ct2-int8")
    return accept(root, "nllb-200-distilled-600M-ct2-int8")
