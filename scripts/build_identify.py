"""Builds the embedded language identifier and what is known of its errors, from a folder of public texts.

Run as ``scripts/in-env dev python scripts/build_identify.py FOLDER [train] [measure]`` (see identify_texts.py for
what must lie there; Apertium's packages must be installed). Writes translation/data/identify.npz and
languages/data/identify/ngram.tsv. No text is kept, only weights and counts.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from identify_measure import measure  # noqa: E402 (CONFIG: a script that imports its neighbours)
from identify_texts import read_all  # noqa: E402
from identify_train import Corpus, choose, corpus_of, learn  # noqa: E402

MODEL = ROOT / "translation" / "data" / "identify.npz"
NAMED = """ast an es gl pt ca oc oc-aranes oc-gascon fr it sc frp nb nn da pl szl cs sk hr bs sr-Latn sl quy qu id ms
zu xh ss rw rn nso st tn"""
RICH = frozenset(NAMED.split())
"""Languages with near neighbours: more is learned of them."""
NEAR = """ast es an gl pt ca oc oc-aranes oc-gascon nn nb da pl szl zu xh"""
NEAREST = frozenset(NEAR.split())
"""Of these the most is learned."""
UNLIKE = frozenset(("hmn", "ff"))
"""Languages whose Declaration is in another variety than their test text: not one line in ten was recognised."""
KEPT = {"Latn": 60_000}
FEW = 6_500


def main() -> None:
    """Reads, learns, measures."""
    folder, steps = Path(sys.argv[1]), sys.argv[2:] or ["train", "measure"]
    memory = folder / "corpus.pickle"
    if not memory.exists():
        memory.write_bytes(pickle.dumps(corpus_of(read_all(folder))))
    corpus: Corpus = pickle.loads(memory.read_bytes())
    if "train" in steps:
        np.savez_compressed(MODEL, **train(corpus))  # pyright: ignore[reportArgumentType]
        print(f"{MODEL}: {MODEL.stat().st_size / 1e6:.2f} MB")
    if "measure" in steps:
        measure(corpus, ROOT / "languages" / "data" / "identify" / "ngram.tsv")


def train(corpus: Corpus) -> dict[str, np.ndarray]:
    """The arrays of the model: for each script its tags, hashes, weights in eighths of a bit, and their scale."""
    arrays: dict[str, np.ndarray] = {}
    for script in sorted(set(corpus.scripts.values())):
        tags = sorted(t for t, s in corpus.scripts.items() if s == script and _counts(t, corpus, script))
        if len(tags) < 2:
            arrays[f"{script}_tags"] = np.array(tags)
            continue
        latin = script == "Latn"
        rich = {t: t in RICH or any(s.cumulated is not None for s in corpus.sources[t]) for t in tags}
        keys = choose(tags, corpus, {t: 3500 if t in RICH else 1800 if rich[t] or not latin else 900 for t in tags})
        amount = {t: (6000 if t in NEAREST else 2000 if t in RICH else 600) if latin else 900 for t in tags}
        print(script, len(tags), len(keys), flush=True)
        weights, met = learn(tags, corpus, keys, amount)
        most = KEPT.get(script, 9000)
        if len(keys) > most:
            worth = np.abs(weights).max(1) * np.sqrt(met)
            best = np.sort(np.argsort(-worth)[:most])
            keys = keys[best]
            weights, met = learn(tags, corpus, keys, amount, (weights[best], 4, 8))
        scale = float(np.quantile(np.abs(weights), 0.9999)) / 127
        small = np.clip(np.round(weights / scale), -127, 127).astype(np.int8)
        small[np.abs(small) < 3] = 0
        arrays |= {f"{script}_tags": np.array(tags), f"{script}_keys": keys, f"{script}_weights": small}
        arrays[f"{script}_scale"] = np.array(scale, np.float32)
    return arrays


def _counts(tag: str, corpus: Corpus, script: str) -> bool:
    """Whether enough is known of a language to take part: in the Latin script, more than its Declaration."""
    if tag in UNLIKE:
        return False
    if script != "Latn" or tag in RICH or tag in corpus.tests:
        return True
    return sum(8000 * s.weight for s in corpus.sources[tag]) >= FEW


if __name__ == "__main__":
    main()
