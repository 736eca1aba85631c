"""NLLB-600M at its real size with random weights: our engine beside bare CTranslate2 and a loop over transformers.

Run in the environment ``neural``: ``python -m tests.bench.neural_translation [--cuda]``.
Takes 6 GB of memory and of disk.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from languages.engine_codes import codes
from tests.bench.measure import cost
from tests.tiny.common import TEXT, accept
from tests.tiny.nllb import tokenizer_of
from translation.engine import TranslateJob
from translation.engines import nllb_ct2
from translation.engines._ct2_convert import convert
from translation.neural_lines import pieces

TOKENS = 24
"""Every translation has so many: random weights come to no end by themselves."""
ROUNDS = 3
LINES = 96
SHORTEST = 8
"""Tokens of a line at least."""
LOOP = 4
INT8 = "nllb-200-distilled-600M-ct2-int8"


def build(root: Path) -> Any:
    """The published architecture (12 + 12 layers, width 1024, 256,206 tokens) with random weights; also as int8."""
    import torch
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    torch.manual_seed(0)
    tokenizer = tokenizer_of()
    end, pad = tokenizer.eos_token_id, tokenizer.pad_token_id
    config = M2M100Config(
        vocab_size=256_206,
        d_model=1024,
        encoder_layers=12,
        decoder_layers=12,
        encoder_attention_heads=16,
        decoder_attention_heads=16,
        encoder_ffn_dim=4096,
        decoder_ffn_dim=4096,
        max_position_embeddings=1024,
        scale_embedding=True,
        pad_token_id=pad,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=end,
        decoder_start_token_id=end,
    )
    model = M2M100ForConditionalGeneration(config).eval()
    model.save_pretrained(root / "float32")
    tokenizer.save_pretrained(root / "float32")
    convert(root / "float32", root / INT8)
    accept(root, INT8)
    return model, tokenizer


def sentences(length: Callable[[str], int]) -> list[str]:
    """Lines of one sentence each: what bare CTranslate2 would be given. Ours cuts longer lines at their sentences."""
    found = [part.strip() for line in TEXT for part in pieces(line, nllb_ct2.PIECE, length)]
    found = [text for text in found if length(text) >= SHORTEST]
    return (found * LINES)[:LINES]


def main() -> None:
    """Prints one row for each comparison, with the engine's beams and greedily."""
    device = "cuda" if "--cuda" in sys.argv else "cpu"
    nllb_ct2.LONGEST = TOKENS
    with tempfile.TemporaryDirectory(prefix="nllb") as name:
        root = Path(name)
        model, tokenizer = build(root)
        engine = nllb_ct2.Engine(root)
        engine.load(device)
        engine.translate((TranslateJob(text="Hola.", route=f"{INT8}:spa_Latn>quy_Latn"),))
        for beams in (nllb_ct2.BEAMS, 1):
            nllb_ct2.BEAMS = beams
            _compare(engine, model, tokenizer, beams)
        engine.close()


def _compare(engine: nllb_ct2.Engine, model: Any, tokenizer: Any, beams: int) -> None:
    warm = engine._warm
    assert warm is not None
    translator, fast = warm.get(INT8, 0.0, lambda: sys.exit("it is warm"))
    lines = sentences(lambda text: len(fast.encode(text, add_special_tokens=False).ids))
    tags = [c for c in codes("nllb") if c.endswith("_Latn")]
    targets = [tags[n % len(tags)] for n in range(len(lines))]
    jobs = tuple(
        TranslateJob(text=text, route=f"{INT8}:spa_Latn>{tag}") for text, tag in zip(lines, targets, strict=True)
    )
    rows = [["spa_Latn", *t.tokens, nllb_ct2.END] for t in fast.encode_batch(lines, add_special_tokens=False)]

    def bare() -> None:
        translator.translate_batch(
            rows,
            target_prefix=[[tag] for tag in targets],
            beam_size=beams,
            max_batch_size=nllb_ct2.BATCH_TOKENS,
            batch_type="tokens",
            max_decoding_length=TOKENS,
        )

    def loop() -> None:
        import torch

        for row in rows[:LOOP]:
            ids = torch.tensor([tokenizer.convert_tokens_to_ids(row)])
            with torch.inference_mode():
                model.generate(
                    input_ids=ids,
                    attention_mask=torch.ones_like(ids),
                    forced_bos_token_id=tokenizer.convert_tokens_to_ids("quy_Latn"),
                    num_beams=beams,
                    max_new_tokens=TOKENS,
                    min_new_tokens=TOKENS,
                )

    many = tuple(TranslateJob(text=lines[0], route=f"{INT8}:spa_Latn>{tag}") for tag in tags[:30])
    ours, theirs, one, together, apart = [], [], [], [], []
    for _ in range(ROUNDS):
        ours.append(cost(lambda: engine.translate(jobs)).cpu_s)
        theirs.append(cost(bare).cpu_s)
        one.append(cost(loop).cpu_s / LOOP)
        together.append(cost(lambda: engine.translate(many)).cpu_s)
        apart.append(cost(lambda: [engine.translate((job,)) for job in many]).cpu_s)
    a, b = min(ours), min(theirs)
    per_line = a / len(lines)
    how = f"{beams} beams" if beams > 1 else "greedily"
    print(f"{len(lines)} lines x {TOKENS} tokens, int8, {how}: ours {a:.2f} CPU s, bare translate_batch {b:.2f} CPU s")
    print(
        f"  speed against bare CTranslate2: {b / a:.3f}x (wanted >= 0.95x); by rounds "
        f"{[round(y / x, 3) for x, y in zip(ours, theirs, strict=True)]}"
    )
    print(
        f"  transformers float32 one by one: {statistics.median(one):.2f} CPU s a line, ours {per_line:.3f}: "
        f"{min(one) / per_line:.1f}x (wanted >= 30x)"
    )
    print(
        f"  one line x 30 languages: together {min(together):.2f} CPU s, 30 calls {min(apart):.2f} CPU s: "
        f"{min(apart) / min(together):.1f}x (wanted >= 8x)",
        flush=True,
    )


if __name__ == "__main__":
    main()
