"""Builds languages/data/codes/<list>.tsv from published lists of codes, one code a line.

Run as ``python scripts/build_codes.py FOLDER``; FOLDER holds ``nllb.txt`` and the others of ``SOURCES``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from languages.engine_codes import tagged

SOURCES = {
    "glotlid": "labels of https://github.com/cisnlp/GlotLID/blob/main/languages-v3.md",
    "madlad": "tokens <2xx> of google/madlad400 without scripts, regions and tasks, as third parties list them",
    "mms": "ISO 639-3 codes that languages/data/coverage.tsv lists for MMS-TTS; none with script or dialect",
    "nllb": "FAIRSEQ_LANGUAGE_CODES of transformers 5.23.0, models/nllb/tokenization_nllb.py",
    "omniasr": "supported_langs of omnilingual-asr 0.2.0, models/wav2vec2_llama/lang_ids.py",
    "omnivoice": "LANG_IDS of omnivoice 0.2.1, utils/lang_map.py",
    "whisper": "LANGUAGES of openai-whisper 20250625, whisper/tokenizer.py",
    "xtts": "XttsConfig.languages of coqui-tts 0.28.0",
}


def main() -> None:
    """Writes one table a list: code, canonical tag."""
    target = Path(__file__).resolve().parent.parent / "languages" / "data" / "codes"
    for name, source in SOURCES.items():
        found = (Path(sys.argv[1]) / f"{name}.txt").read_text(encoding="utf-8").split()
        tags = tagged(found)
        rows = [f"{code}\t{tag}" for code, tag in tags.items()]
        left = sorted(set(found) - set(tags))
        head = [f"# {source}", f"# Without a tag of their own, and so left out: {' '.join(left) or 'none'}"]
        (target / f"{name}.tsv").write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
