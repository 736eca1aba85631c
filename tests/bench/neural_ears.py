"""Checking and aligning lines: one CTC pass (random weights of 300M) beside a Whisper pass and an aligner pass.

Run in the environment ``neural``: ``python -m tests.bench.neural_ears [--cuda]``. Takes 5 GB of memory, 2 GB of disk.
Lines are spoken by espeak, so that they are as long as lines are. Whisper-base of openai-whisper has random weights
and is made to write as many tokens as a line has; faster-whisper has its real ones, where they can be had.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from speech.ctc import lay
from speech.engine import Listener, ListenJob, SpeakJob, Spoken
from speech.engines import align, faster_whisper, whisper
from speech.engines.espeak import Engine as Espeak
from speech.listening import read_16k, with_lead
from tests.bench.measure import cost
from tests.tiny import ctc
from tests.tiny.common import sentences
from tests.weights import real_whisper_base

ROUNDS = 2
TOKENS = 24
"""That Whisper writes for a line: 4 s of English at 15 letters a second, 2.5 letters a token with beginning and end."""
PIECES = ("<pad>", "<s>", "</s>", "<unk>", "|", *"abcdefghijklmnopqrstuvwxyz'")
LARGE = {
    "hidden_size": 1024,
    "num_hidden_layers": 24,
    "num_attention_heads": 16,
    "intermediate_size": 4096,
    "conv_dim": (512,) * 7,
    "num_conv_pos_embeddings": 128,
    "num_conv_pos_embedding_groups": 16,
}
"""Of the published 300M models. Source: ``MMS_FA`` of torchaudio."""
BASE = (80, 1500, 512, 8, 6, 51_865, 448, 512, 8, 6)
"""Whisper-base. Source: model-card.md of openai/whisper and ``ModelDimensions`` of its checkpoint."""


def build(root: Path) -> None:
    """A CTC model of 300M that writes English, with random weights."""
    import torch
    from transformers import Wav2Vec2ForCTC

    torch.manual_seed(0)
    model = Wav2Vec2ForCTC(ctc.config(len(PIECES), **LARGE))
    ctc.save(root, "ctc-en", model, {piece: i for i, piece in enumerate(PIECES)})


def whisper_pass(device: str) -> Callable[[list[ListenJob]], None]:
    """Whisper-base as the engine ``whisper`` runs it, without word times; every line has ``TOKENS`` tokens."""
    import torch
    from whisper.model import ModelDimensions, Whisper
    from whisper.tokenizer import get_tokenizer

    torch.manual_seed(0)
    model = Whisper(ModelDimensions(*BASE)).to(device).eval()
    end = get_tokenizer(True).eot

    def run(jobs: list[ListenJob]) -> None:
        for job in jobs:
            model.transcribe(
                with_lead(read_16k(job)),  # pyright: ignore[reportArgumentType] - no line of this bench is refused
                language="en",
                beam_size=whisper.BEAMS,
                temperature=0.0,
                sample_len=TOKENS,
                suppress_tokens=[-1, end],
                condition_on_previous_text=False,
                without_timestamps=True,
                fp16=device != "cpu",
                verbose=None,
            )

    return run


def listening(engine: Listener, device: str, ear: str) -> Callable[[list[ListenJob]], None]:
    """What one of our engines does with the jobs."""
    import dataclasses

    engine.load(device)
    return lambda jobs: print(end="" if engine.listen(tuple(dataclasses.replace(j, ear=ear) for j in jobs)) else "?")


def bare(loaded: Any, kind: Any) -> Callable[[list[ListenJob]], None]:
    """The model called line by line, and a text laid onto what it gives, with nothing around it."""
    import torch

    def run(jobs: list[ListenJob]) -> None:
        for job in jobs:
            given = loaded.extractor(read_16k(job), sampling_rate=16_000, return_tensors="pt")
            with torch.inference_mode():
                logits = loaded.model(given.input_values.to(loaded.model.device, kind)).logits
            spelled = [PIECES.index(c) for c in job.text.lower() if c in PIECES]
            lay(logits[0].float().log_softmax(-1).cpu().numpy(), spelled, 0)

    return run


def main() -> None:
    """Prints what each pass takes and how they compare."""
    import torch

    device = "cuda" if "--cuda" in sys.argv else "cpu"
    torch.set_num_threads(1)  # CPU seconds then hold no waiting of one thread for another
    os.environ["OMP_NUM_THREADS"] = "1"
    found = sentences()
    texts = [f"{a}, {b}." for a, b in zip(found[::2], found[1::2], strict=False)]
    with tempfile.TemporaryDirectory(prefix="ears") as name:
        root = Path(name)
        build(root)
        mouth = Espeak()
        voice = mouth.voices("en")[0].id
        asked = tuple(
            SpeakJob(line=str(i), text=t, language="en", voice=voice, folder=name) for i, t in enumerate(texts)
        )
        spoken = [s for s in mouth.speak(asked) if isinstance(s, Spoken)]
        seconds = sum(s.utterance.length for s in spoken) / 48_000
        jobs = [
            ListenJob(line="a", ear="", sound=s.path, language="en", text=t) for s, t in zip(spoken, texts, strict=True)
        ]
        native = align.number_format(device)
        passes: dict[str, Callable[[list[ListenJob]], None]] = {"Whisper-base float32": whisper_pass(device)}
        if not (why := real_whisper_base(root)):
            passes["faster-whisper-base int8"] = listening(
                faster_whisper.Engine(root), device, "faster-whisper-base:en"
            )
        one = align.Engine(root)
        passes["ours"] = listening(one, device, "ctc-en:en")
        passes["ours"](jobs[:1])
        ours = one._warm.get("ctc-en", 0, lambda: sys.exit("it is warm"))  # pyright: ignore[reportOptionalMemberAccess] - loaded above
        passes["bare model"] = bare(ours, native)
        align.number_format = lambda _: torch.float32
        passes["ours float32"] = listening(align.Engine(root), device, "ctc-en:en")
        spent = {label: 9e9 for label in passes}
        for _ in range(ROUNDS + 1):
            for label, run in passes.items():
                took = cost(lambda run=run: run(jobs))
                spent[label] = min(spent[label], took.cpu_s if device == "cpu" else took.wall_s)
    unit = "CPU" if device == "cpu" else "wall"
    print(f"{len(jobs)} lines, {seconds:.1f} s of sound ({seconds / len(jobs):.1f} s each), {native}; {why}")
    for label, took in spent.items():
        print(f"  {label:<25} {took / seconds:.3f} {unit} s a second of sound, {took / len(jobs):.2f} a line")
    mine, float32 = spent["ours"], spent["ours float32"]
    print("  two passes against our one (wanted >= 2.5x):")
    for label in [name for name in passes if "isper" in name]:
        print(f"    {label} + aligner float32: {(spent[label] + float32) / mine:.1f}x")
        print(f"    {label} + aligner as ours is: {(spent[label] + mine) / mine:.1f}x")
        print(f"    {label} + aligner float32, against ours in float32: {(spent[label] + float32) / float32:.1f}x")
    print(f"  one pass in float32 against ours: {float32 / mine:.2f}x")
    print(f"  ours over the bare model: {mine / spent['bare model'] - 1:+.1%}")


if __name__ == "__main__":
    main()
