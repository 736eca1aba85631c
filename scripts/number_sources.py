"""Programs and packages that number words are taken from and checked against; none of them is needed to run Vernacast.

- libnumbertext 1.0.11 (Debian ``libnumbertext-tools``, ``libnumbertext-data``; LGPL-3+ or BSD-3-clause), and
  ``data/oc.sor`` of https://github.com/Numbertext/libnumbertext at 748e758 beside its other files
- num2words 0.5.14 (PyPI; LGPL-2.1) and indic-numtowords 1.1.0 (PyPI; MIT), in an environment whose Python is named
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

_NUM2WORDS = """
import json, sys
import num2words
lang, numbers = json.load(sys.stdin)
def one(n):
    try:
        return str(num2words.num2words(n, lang=lang))
    except Exception:
        return ""
json.dump([one(n) for n in numbers], sys.stdout)
"""
_INDIC = """
import importlib, json, sys
lang, numbers = json.load(sys.stdin)
from indic_numtowords import numtowords
def one(n):
    try:
        if lang in numtowords.supported_langs:
            return numtowords.lang_func_dict[lang](n)[0]
        if n < 100:
            return numtowords.direct_dict_mapping[lang][str(n)][0]
        return ""
    except Exception:
        return ""
json.dump([one(n) for n in numbers], sys.stdout)
"""


def num2words(python: Path, lang: str, numbers: Sequence[float]) -> list[str]:
    """Words by num2words; empty where it has none."""
    return _ask(python, _NUM2WORDS, lang, numbers)


def indic(python: Path, lang: str, numbers: Sequence[float]) -> list[str]:
    """Words by indic-numtowords: the first of each number's spellings; of languages with few rules those below 100."""
    return _ask(python, _INDIC, lang, numbers)


def numbertext(program: Path, data: Path, lang: str, numbers: Sequence[object]) -> list[str]:
    """Words by libnumbertext's ``spellout``; empty where it has no file of the language."""
    if not (data / f"{lang}.sor").exists():
        return [""] * len(numbers)
    found: list[str] = []
    for at in range(0, len(numbers), 500):
        part = [str(n) for n in numbers[at : at + 500]]
        run = subprocess.run(
            [str(program), "-l", lang, *part], cwd=data, capture_output=True, text=True, check=True, timeout=300
        )
        found += run.stdout.splitlines()[: len(part)]
    return [" ".join(words.split()) for words in found]


def _ask(python: Path, code: str, lang: str, numbers: Sequence[object]) -> list[str]:
    run = subprocess.run(
        [str(python), "-c", code], input=json.dumps([lang, list(numbers)]), capture_output=True, text=True, check=False
    )
    if run.returncode:
        return [""] * len(numbers)
    return [" ".join(words.split()) for words in json.loads(run.stdout)]
