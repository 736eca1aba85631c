"""A tiny fastText file with GlotLID's labels, trained on a few lines of three languages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.tiny.common import accept

LINES = {
    "__label__eng_Latn": ("Hello world how are you today", "The quick brown fox jumps over the lazy dog", "Good night"),
    "__label__spa_Latn": ("Hola mundo cómo estás hoy", "El zorro salta sobre el perro", "Buenas noches a todos"),
    "__label__quy_Latn": ("Huk kutis atuq killata qawasqa", "Allin tuta llapaykichikpaq", "Ñuqa hamuni wasiymanta"),
}


TRAIN = """
import sys, fasttext
model = fasttext.train_supervised(
    input=sys.argv[1], epoch=40, lr=0.3, dim=16, minn=2, maxn=4, bucket=20_000, verbose=0, thread=1
)
model.save_model(sys.argv[2])
"""


def build(root: Path) -> Path:
    """Trains, saves and pins."""
    folder = root / "glotlid-v3"
    folder.mkdir(parents=True)
    lines = folder / "lines.txt"
    lines.write_text("\n".join(f"{label} {t}" for label, texts in LINES.items() for t in texts * 5), encoding="utf-8")
    for _ in range(20):
        # fastText's trainer reads memory that it never set: beside torch, and now and then alone, it meets a NaN.
        command = [sys.executable, "-c", TRAIN, str(lines), str(folder / "model.bin")]
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            break
    lines.unlink()
    return accept(root, "glotlid-v3")
