"""What the builders of tiny models share: a few lines in several languages, and the pin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from languages.weights import look, write_pin

TEXT = """Hello world. How are you today? The quick brown fox jumps over the lazy dog.
Bonjour le monde. Comment allez-vous aujourd'hui ? Le renard brun saute par-dessus le chien paresseux.
Hola mundo. ¿Cómo estás hoy? El rápido zorro marrón salta sobre el perro perezoso.
नमस्ते दुनिया। आज आप कैसे हैं?
Habari dunia. Habari za leo? Mbweha wa kahawia anaruka juu ya mbwa mvivu.
La vieja tejía un puente de hilo. Media creation pipelines translate, speak and film stories.""".splitlines()


def accept(root: Path, checkpoint: str, licence: tuple[str, str] = ("", "")) -> Path:
    """Pins what a builder has just put into ``root/checkpoint``, as a user would; gives the folder."""
    found = look(checkpoint, root)
    write_pin(found, who="tests/tiny", licence=licence)
    return found.folder


def sentences() -> list[str]:
    """The sentences of the text that are written in Latin letters."""
    found = [s.strip() for line in TEXT for s in line.replace("?", "?.").split(".") if s.strip()]
    return [s for s in found if s[0].isascii() or s[0] in "¿"]


STEPS, LEARNT = 1000, 0.003
"""Steps at most, and the cross entropy a token at which lines are known by heart."""


def teach(model: Any, there: Sequence[Sequence[int]], back: Sequence[Sequence[int]], pad: int, begin: int) -> None:
    """Teaches a sequence-to-sequence model in a second or two to answer each row of ``there`` with one of ``back``.

    Until it knows them: a vocabulary that was trained on several threads is another one each time.
    """
    import torch

    def even(rows: Sequence[Sequence[int]]) -> Any:
        wide = max(map(len, rows))
        return torch.tensor([[*row, *[pad] * (wide - len(row))] for row in rows])

    ids, labels = even(there), even(back)
    given = torch.cat([torch.full((len(labels), 1), begin), labels[:, :-1]], 1)
    learn = torch.optim.Adam(model.parameters(), lr=4e-3)
    model.train()
    for _ in range(STEPS):
        out = model(input_ids=ids, attention_mask=(ids != pad).long(), decoder_input_ids=given)
        loss = torch.nn.functional.cross_entropy(out.logits.flatten(0, 1), labels.flatten(), ignore_index=pad)
        learn.zero_grad()
        loss.backward()
        learn.step()
        if loss.item() < LEARNT:
            break
    else:
        raise AssertionError(f"It has not learnt its lines in {STEPS} steps: {loss.item():.3f}")
    model.eval()
