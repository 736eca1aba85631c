"""A tiny MADLAD-400 that has learnt to repeat short lines: the classes and files of google/madlad400-3b-mt."""

from __future__ import annotations

import json
from pathlib import Path

from languages.engine_codes import codes
from tests.tiny.common import TEXT, accept, sentences, teach


def build(root: Path, checkpoint: str = "madlad400-3b-mt") -> Path:
    """Builds, trains for a second or two, saves as the hub would, and pins."""
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import T5Config, T5ForConditionalGeneration, T5Tokenizer

    torch.manual_seed(0)
    raw = Tokenizer(models.Unigram())
    raw.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    special = ["<pad>", "</s>", "<unk>"]
    raw.train_from_iterator(
        TEXT,
        trainers.UnigramTrainer(vocab_size=250, special_tokens=special, unk_token="<unk>", show_progress=False),
    )
    vocab = [tuple(row) for row in json.loads(raw.to_str())["model"]["vocab"]]
    # The published vocabulary has the languages' tokens as pieces of its own.
    vocab += [(f"<2{code}>", -20.0) for code in codes("madlad")]
    tokenizer = T5Tokenizer(vocab=vocab, extra_ids=0)
    tokenizer.add_special_tokens({"additional_special_tokens": [f"<2{code}>" for code in codes("madlad")]})
    end, pad = tokenizer.eos_token_id, tokenizer.pad_token_id
    tiny = T5ForConditionalGeneration(
        T5Config(
            vocab_size=len(tokenizer),
            d_model=64,
            d_kv=16,
            d_ff=64,
            num_layers=1,
            num_decoder_layers=1,
            num_heads=4,
            dropout_rate=0.0,
            feed_forward_proj="gated-gelu",
            tie_word_embeddings=False,
            pad_token_id=pad,
            eos_token_id=end,
            decoder_start_token_id=pad,
        )
    )
    code = tokenizer.convert_tokens_to_ids
    rows = [tokenizer(s, add_special_tokens=False)["input_ids"][:24] for s in sentences()]
    teach(tiny, [[code("<2qu>"), *row, end] for row in rows], [[*row, end] for row in rows], pad, pad)
    tiny.save_pretrained(root / checkpoint)
    tokenizer.save_pretrained(root / checkpoint)
    return accept(root, checkpoint)
