"""Builds and pins tiny checkpoints in a weights folder: ``python -m tests.tiny FOLDER CHECKPOINT…``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.tiny import ctc, diffusion, madlad, mms, nllb, omniasr, pictures
from tests.tiny.common import accept
from tests.weights import real_whisper_base


def whisper(root: Path) -> None:
    """The real ``faster-whisper-base``: no tiny ear would hear anything."""
    if why := real_whisper_base(root):
        raise SystemExit(f"faster-whisper-base is {why}")


def ear(root: Path, checkpoint: str) -> None:
    """An ear of the aligner, under the licence that a user would have read."""
    ctc.build(root, checkpoint)
    accept(root, checkpoint, ("Apache-2.0", "tests/tiny"))


BUILDERS: dict[str, Callable[[Path], object]] = {
    "nllb-200-distilled-600M": nllb.build,
    "madlad400-3b-mt": madlad.build,
    "mms-tts-quy": mms.build,
    "ctc-quy": partial(ear, checkpoint="ctc-quy"),
    "omniasr-ctc-300m": omniasr.build,
    "faster-whisper-base": whisper,
    "flux.1-schnell": pictures.flux,
    "wan2.1-t2v-1.3b": diffusion.wan,
    "wan2.2-ti2v-5b": partial(diffusion.wan, checkpoint="wan2.2-ti2v-5b"),
    "ltx-video-0.9.8-distilled": diffusion.ltx,
}


def main() -> None:
    """Builds what is named."""
    root = Path(sys.argv[1])
    for name in sys.argv[2:]:
        BUILDERS[name](root)


if __name__ == "__main__":
    main()
