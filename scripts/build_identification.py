"""Builds the tables of docs/identification.md from languages/data/identify/ngram.tsv; the text between them stays.

Run as ``scripts/in-env dev python scripts/build_identification.py`` after the figures were measured anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from languages.registry import get_language
from translation.identify_errors import FAR, LENGTHS, LINE_WORDS, TOGETHER, Measured, called_from, measured, wilson
from translation.identify_model import tables

TARGET = Path(__file__).resolve().parent.parent / "docs" / "identification.md"
PAIRS = (
    ("ast", "es"), ("ast", "gl"), ("gl", "es"), ("gl", "pt"), ("an", "es"), ("an", "ca"), ("oc", "ca"), ("oc", "fr"),
    ("oc", "oc-gascon"), ("oc-aranes", "ca"), ("oc-aranes", "oc-gascon"), ("nn", "nb"), ("nb", "da"), ("szl", "pl"),
    ("cs", "sk"), ("hr", "sr-Latn"), ("hr", "bs"), ("bs", "sr-Latn"), ("sr", "mk"), ("quy", "qu"), ("quy", "es"),
    ("sc", "it"), ("frp", "fr"), ("id", "ms"), ("zu", "xh"), ("zu", "ss"), ("rw", "rn"), ("rw", "sw"),
    ("nso", "tn"), ("nl", "af"), ("hi", "ne"), ("am", "ti"), ("kk", "ky"), ("tt", "ba"), ("fa", "ur"),
)  # fmt: skip


def pairs() -> str:
    """The confusion table: both ways of every pair, by length."""
    head = "| text should be | but is | " + " | ".join(f"{w} words" for w in LENGTHS) + " |"
    rows = [head, "|" + "---|" * (len(LENGTHS) + 2)]
    for pair in PAIRS:
        for expected, other in (pair, pair[::-1]):
            by_length = {r.words: r for r in measured(expected) if r.other == other}
            cells = (_cell(by_length.get(w)) for w in LENGTHS)
            rows.append(f"| {expected} | {other} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _cell(row: Measured | None) -> str:
    if row is None or row.n_other == 0:
        return "no text"
    recall = 100 * row.caught / row.n_other
    alarms = 100 * row.false_alarms / row.n_expected
    low = 100 * wilson(row.caught, row.n_other)[0]
    high = 100 * wilson(row.false_alarms, row.n_expected)[1]
    mark = "**" if row.reaches else ""
    figures = f"{mark}{recall:.1f} / {alarms:.2f}{mark}"
    return f"{figures} (≥ {low:.1f}, ≤ {high:.2f}; n {row.n_other}, {row.n_expected})"


def languages() -> str:
    """For every measured language, from how many words on what can be said."""
    rows = ["| language | known neighbours | far ones from | right from | never told apart |", "|---|---|---|---|---|"]
    for tag in sorted({t for tags in tables().values() for t in tags}):
        found = measured(tag)
        if not found:
            continue
        near = list(dict.fromkeys(r.other for r in found if r.other not in (FAR, TOGETHER)))
        far = called_from(tag, FAR) if any(r.other == FAR for r in found) else LENGTHS[0]
        each = {n: called_from(tag, n) for n in near}
        right = max(each.values(), default=far) if all(each.values()) else 0
        never = [n for n, words in each.items() if not words]
        rows.append(
            f"| {get_language(tag).name} ({tag}) | {', '.join(near) or '–'} | {_words(far)} | "
            f"{_words(max(right, far) if right and far else 0)} | {', '.join(never) or '–'} |"
        )
    return "\n".join(rows)


def _words(n: int) -> str:
    return "–" if not n else f"{n} words" if n <= LINE_WORDS else f"{n} words (files)"


def main() -> None:
    """Replaces what stands between the marks of each table."""
    text = TARGET.read_text(encoding="utf-8")
    for name, table in (("pairs", pairs()), ("languages", languages())):
        between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = between.sub(lambda m, t=table: f"{m[1]}{t}\n{m[2]}", text)
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
