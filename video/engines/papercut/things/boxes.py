"""What drawings cover: left, top, right, bottom in hundredths of a person, as ``measure`` found and wrote them."""

from __future__ import annotations

from pathlib import Path

Box = tuple[int, int, int, int]


def _read() -> dict[str, dict[str, tuple[Box, ...]]]:
    out: dict[str, dict[str, tuple[Box, ...]]] = {"animal": {}, "thing": {}}
    for row in Path(__file__).with_name("boxes.tsv").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            kind, name, *boxes = row.split("\t")
            out[kind][name] = tuple(_box(box) for box in boxes)
    return out


def _box(text: str) -> Box:
    left, top, right, bottom = map(int, text.split())
    return left, top, right, bottom


_BOXES = _read()
ANIMAL_BOXES = _BOXES["animal"]
"""In the order of the animal's gaits."""
THING_BOXES = {name: boxes[0] for name, boxes in _BOXES["thing"].items()}
