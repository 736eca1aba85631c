"""VITS at the size of MMS voices with random weights: our engine beside the bare model, and where the rest goes.

Run in the environment ``neural``: ``python -m tests.bench.neural_voices [--cuda]``. Takes 1 GB of memory.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from speech import finish as finishing
from speech import loudness
from speech.engine import SpeakJob, Spoken
from speech.engines import mms
from tests.bench.measure import cost
from tests.tiny.common import accept, sentences
from tests.tiny.mms import LETTERS

VOICE = "mms-tts-quy"
ROUNDS = 5
LETTERS_A_SECOND = 15.0
"""As people read aloud."""
BATCH = 32


def build(root: Path) -> None:
    """The published architecture (``VitsConfig``'s own values, 36 million parameters) as a voice on disk."""
    import torch
    from transformers import VitsConfig, VitsModel, VitsTokenizer

    folder = root / VOICE
    folder.mkdir()
    vocabulary = {letter: i for i, letter in enumerate(dict.fromkeys("_" + LETTERS + " "))}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    torch.manual_seed(0)
    VitsModel(VitsConfig(vocab_size=len(vocabulary))).save_pretrained(folder)
    VitsTokenizer(
        str(folder / "vocab.json"), pad_token="_", language="quy", add_blank=True, normalize=True, phonemize=False
    ).save_pretrained(folder)
    accept(root, VOICE)


def at_reading_speed(loaded: Any, letters: int) -> None:
    """Random weights have random durations: brings them to those of people."""
    tokens = 2 * letters + 1
    wanted = letters / LETTERS_A_SECOND
    frames = sum(loaded.frames[0]) / len(loaded.frames[0]) * tokens
    loaded.model.speaking_rate *= frames * loaded.hop / loaded.rate_hz / wanted


class Share:
    """CPU seconds of one function of a module while the rest runs."""

    def __init__(self, module: Any, name: str) -> None:
        self.seconds, self.calls = 0.0, 0
        real: Callable[..., Any] = getattr(module, name)

        def timed(*args: Any, **named: Any) -> Any:
            begun = time.process_time()
            self.calls += 1
            try:
                return real(*args, **named)
            finally:
                self.seconds += time.process_time() - begun

        setattr(module, name, timed)


def main() -> None:
    """Prints the overhead and its parts."""
    import torch
    from transformers import VitsModel

    device = "cuda" if "--cuda" in sys.argv else "cpu"
    torch.set_num_threads(1)  # CPU seconds then hold no waiting of one thread for another
    lines = sentences()[:8]
    with tempfile.TemporaryDirectory(prefix="vits") as name:
        root = Path(name)
        build(root)
        engine = mms.Engine(root)
        engine.load(device)

        def jobs(texts: list[str]) -> tuple[SpeakJob, ...]:
            return tuple(
                SpeakJob(line=str(i), text=text, language="quy", voice=VOICE, folder=name)
                for i, text in enumerate(texts)
            )

        engine.speak(jobs(lines[:1]))
        loaded = engine._warm.get(VOICE, 0, lambda: sys.exit("it is warm"))  # pyright: ignore[reportOptionalMemberAccess] - loaded above
        at_reading_speed(loaded, len(lines[0]))
        if device == "cuda":
            on_cuda(engine, jobs((lines * BATCH)[:BATCH]))
            return
        asked = jobs(lines)
        rows = [r for i, job in enumerate(asked) for r in mms._rows(i, job, mms.spell(job.text, loaded.known), loaded)]
        published: Any = VitsModel.from_pretrained(root / VOICE).eval()
        published.speaking_rate = loaded.model.speaking_rate

        def bare(model: Any) -> None:
            with torch.inference_mode():
                for row in rows:
                    torch.manual_seed(row.seed)
                    model(input_ids=torch.tensor([row.ids])).waveform.numpy()

        spoken = [s for s in engine.speak(asked) if isinstance(s, Spoken)]
        seconds = sum(s.utterance.length for s in spoken) / 48_000
        model, limits = Share(mms.Engine, "_run"), Share(loudness, "limit")
        whole = Share(finishing, "finish")
        parts = {label: Share(finishing, label) for label in ("at_48k", "level", "measure", "write_flac", "heard")}
        ours, same, theirs = [], [], []
        for _ in range(ROUNDS):
            same.append(cost(lambda: bare(loaded.model)).cpu_s)
            ours.append(cost(lambda: engine.speak(asked)).cpu_s)
            theirs.append(cost(lambda: bare(published)).cpu_s)
        engine.close()
    rounds = [x / y - 1 for x, y in zip(ours, same, strict=True)]
    print(f"{len(spoken)} lines, {seconds:.1f} s of sound, {ROUNDS} rounds; CPU seconds a second of sound:")
    print(f"  ours {min(ours) / seconds:.3f}, the same model bare {min(same) / seconds:.3f}")
    print(f"  bare as VitsModel.from_pretrained gives it {min(theirs) / seconds:.3f}")
    print(f"  ours over the same model bare: {min(ours) / min(same) - 1:+.1%} (wanted <= 3%); median of the rounds")
    print(f"    {statistics.median(rounds):+.1%}, each {', '.join(f'{r:+.1%}' for r in rounds)}")
    outside = sum(ours) - model.seconds
    print(f"  within ours: model {model.seconds / sum(ours):.1%}, all else {outside / model.seconds:.1%} of the model:")
    for label, share in {"finish": whole, **parts}.items():
        each = share.seconds / ROUNDS / seconds * 1000
        print(f"    {label:<11} {each:5.1f} ms a second of sound, {share.seconds / model.seconds:.2%} of the model")
    print(f"  the limiter ran {limits.calls / ROUNDS / len(spoken):.1f} times a line (speech of espeak: 1.3)")


def on_cuda(engine: mms.Engine, asked: tuple[SpeakJob, ...]) -> None:
    """Prints how many times faster than speech a batch is made, everything included."""
    spoken = engine.speak(asked)
    seconds = sum(s.utterance.length for s in spoken if isinstance(s, Spoken)) / 48_000
    wall = min(cost(lambda: engine.speak(asked)).wall_s for _ in range(ROUNDS))
    times = seconds / wall
    print(f"batch {len(asked)}, {seconds:.0f} s of sound: {wall:.3f} s, {times:.0f} x real time (wanted >= 1,500)")
    whole = Share(finishing, "finish")
    all_ = cost(lambda: engine.speak(asked)).wall_s
    print(f"  of {all_:.3f} s, finishing on one CPU core takes {whole.seconds:.3f} s")


if __name__ == "__main__":
    main()
