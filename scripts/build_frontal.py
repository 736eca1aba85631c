"""Builds video/ownpicture/frontal.npz: what a face seen from the front looks like, as light and dark rectangles.

``pip download --no-deps opencv-python-headless==4.12.0.88``, unpacked;
``scripts/in-env dev python scripts/build_frontal.py cv2/data/haarcascade_frontalface_alt2.xml``.
(OpenCV 5 has neither these data nor the code that reads them.)
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

OUT = Path(__file__).resolve().parent.parent / "video" / "ownpicture" / "frontal.npz"


def numbers(node: ElementTree.Element, path: str) -> list[float]:
    """The numbers in a child's text."""
    return [float(word) for word in (node.findtext(path) or "").split()]


def main() -> None:
    """Reads the XML file named on the command line."""
    cascade = ElementTree.parse(sys.argv[1]).getroot().find("cascade")
    assert cascade is not None
    features: list[np.ndarray] = []
    for feature in cascade.findall("features/_"):
        assert feature.find("tilted") is None
        rows = np.zeros((3, 5))
        for row, rect in zip(rows, feature.findall("rects/_"), strict=False):
            row[:] = [float(word) for word in (rect.text or "").split()]
        features.append(rows)
    nodes: list[tuple[int, float]] = []
    leaves: list[list[float]] = []
    leaf_left: list[bool] = []
    counts, least = [], []
    for stage in cascade.findall("stages/_"):
        trees = stage.findall("weakClassifiers/_")
        counts.append(len(trees))
        least.append(float(stage.findtext("stageThreshold") or ""))
        for tree in trees:
            (left, right, first, t0), (a, b, second, t1) = np.array(numbers(tree, "internalNodes")).reshape(2, 4)
            assert sorted((left, right)) == [0, 1]
            assert (a, b) == (-1, -2)
            nodes += [(int(first), t0), (int(second), t1)]
            leaves.append(numbers(tree, "leafValues"))
            leaf_left.append(left == 0)
    chosen = np.array([features[n] for n, _ in nodes])
    np.savez_compressed(
        OUT,
        boxes=chosen[..., :4].astype(np.int8),
        weights=chosen[..., 4].astype(np.int8),
        bounds=np.array([t for _, t in nodes], np.float32).reshape(-1, 2),
        leaves=np.array(leaves, np.float32),
        leaf_left=np.array(leaf_left),
        counts=np.array(counts, np.int16),
        least=np.array(least, np.float32),
    )


if __name__ == "__main__":
    main()
