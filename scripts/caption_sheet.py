"""Paints captions in every script, to be looked at: ``scripts/in-env dev python scripts/caption_sheet.py FOLDER``.

Ten lines of tests/golden/typeset/sentences.tsv on each PNG; look at every one after a font, a library or the layout
has changed: whether marks sit on their letters, rows keep apart, and nothing is cut.
"""

from __future__ import annotations

import sys
from pathlib import Path

from languages.registry import get_language
from video.typeset.fonts import find_fonts
from video.typeset.sheet import SheetLine, picture_of_lines

SENTENCES = Path(__file__).resolve().parent.parent / "tests" / "golden" / "typeset" / "sentences.tsv"
ON_ONE = 10


def main(folder: Path) -> None:
    """Writes captions-01.png and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [row.split("\t") for row in SENTENCES.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    lines = tuple(
        SheetLine(label=f"{script} {tag} ({source})", text=text, language=get_language(tag))
        for script, tag, source, text in rows[1:]
    )
    fonts = find_fonts()
    for n in range(0, len(lines), ON_ONE):
        path = folder / f"captions-{n // ON_ONE + 1:02}.png"
        path.write_bytes(picture_of_lines(lines[n : n + ON_ONE], fonts))
        print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
