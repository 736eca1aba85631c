"""Builds languages/data/codes/<list>.tsv from published lists of codes, one code a line.

Run as ``scripts/in-env dev python scripts/build_codes.py FOLDER``; FOLDER holds ``nllb.txt`` and the others of
``SOURCES``. Where FOLDER lacks one, its codes are those of the table that is there: only the tags are made again.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from languages.engine_codes import by_tag, tagged

SOURCES = {
    "apertium": "languages of the 58 pairs that Debian 12 has packages of, apertium-XXX-YYY (apt-cache, 2026-11-27)",
    "cldr": "availableLocales.json of cldr-core 48.2.0, locales of full coverage without region",
    "espeak": "lines `language` of espeak-ng-data/lang in Debian's espeak-ng-data 1.51+dfsg-10+deb12u2",
    "flores": "README of https://github.com/openlanguagedata/flores at 00d5540 (FLORES+ 2.0-rc.3, 2024-04-25), and the"
    " three languages that have dataset cards there and stand not in it: kaa_Latn myv_Cyrl tyv_Cyrl. FLORES-200 has"
    " other codes for some; the rule reads them too",
    "glotlid": "labels of https://github.com/cisnlp/GlotLID/blob/main/languages-v3.md",
    "madlad": "tokens <2xx> of google/madlad400 without scripts, regions and tasks, as third parties list them",
    "mms": "MMS-TTS as carried by https://github.com/DrewThomasson/ebook2audiobook (README, options of --language;"
    " lib/conf_lang.py), accents left out as in the names of the models; ita jpn zho bel est gle lin lit mlt slk may be"
    " there for another model's sake: MMS says 1,107 languages and has published no list as a file",
    "nllb": "FAIRSEQ_LANGUAGE_CODES of transformers 5.23.0, models/nllb/tokenization_nllb.py",
    "omniasr": "supported_langs of omnilingual-asr 0.2.0, models/wav2vec2_llama/lang_ids.py",
    "omnivoice": "LANG_IDS of omnivoice 0.2.1, utils/lang_map.py",
    "whisper": "LANGUAGES of openai-whisper 20250625, whisper/tokenizer.py",
    "xtts": "XttsConfig.languages of coqui-tts 0.28.0",
}

LEFT = "# Without a tag (no one language, no registered subtag, or a variety that has none), and so left out: "
SHARED = (
    "# Sharing a tag with another code that stands for it, as the registry has one for both, or none for the dialect: "
)


def codes_in(path: Path) -> list[str]:
    """All codes of a table, those too that its head names as left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    left = [re.sub(r"^# Without .*?left out: ", "", x).split() for x in lines if x.startswith("# Without ")]
    codes = [line.split("\t")[0] for line in lines if not line.startswith("#")]
    return [*codes, *(c for line in left for c in line if c != "none")]


def written(name: str, found: list[str]) -> str:
    """The table of one list: where it is from, what was left out, what shares a tag, then code and canonical tag."""
    tags = tagged(found, name)
    left = sorted(set(found) - set(tags))
    first = {codes[0] for codes in by_tag(tags).values()}
    shared = [code for code in tags if code not in first]
    head = [f"# {SOURCES[name]}", LEFT + (" ".join(left) or "none"), SHARED + (" ".join(shared) or "none")]
    return "\n".join([*head, *(f"{code}\t{tag}" for code, tag in tags.items())]) + "\n"


def main() -> None:
    """Writes one table a list."""
    target = Path(__file__).resolve().parent.parent / "languages" / "data" / "codes"
    for name in SOURCES:
        table, source = target / f"{name}.tsv", Path(sys.argv[1]) / f"{name}.txt"
        found = source.read_text(encoding="utf-8").split() if source.is_file() else codes_in(table)
        table.write_text(written(name, found), encoding="utf-8")


if __name__ == "__main__":
    main()
