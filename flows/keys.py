"""Keys of results: sha256 over the canonical JSON of all that can change the result."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import msgspec

Part = str | int | float | bool | None | Sequence["Part"] | Mapping[str, "Part"]


def key(stage: str, parts: Mapping[str, Part]) -> str:
    """The key of one result, 64 hexadecimal digits.

    Canonical JSON: object members sorted, no white space, UTF-8; equal parts give equal keys on every machine.

    Raises:
        TypeError, ValueError: a part is not plain JSON (a set, NaN, an object): better no key than a guess.
    """
    return hashlib.sha256(canonical({"stage": stage, **parts})).hexdigest()


def canonical(parts: Mapping[str, Part]) -> bytes:
    """Canonical JSON of plain values."""
    _refuse(parts, "parts")
    return msgspec.json.encode(parts, order="deterministic")


def _refuse(part: object, where: str) -> None:
    if part is None or isinstance(part, str | bool | int):
        return
    if isinstance(part, float):
        if part != part or part in (float("inf"), float("-inf")):
            raise ValueError(f"{where} is {part}, which has no canonical form.")
        return
    if isinstance(part, Mapping):
        for name, value in part.items():
            if not isinstance(name, str):
                raise TypeError(f"{where} has the member {name!r}; names must be strings.")
            _refuse(value, f"{where}.{name}")
        return
    if isinstance(part, list | tuple):
        for i, value in enumerate(part):
            _refuse(value, f"{where}[{i}]")
        return
    raise TypeError(f"{where} is a {type(part).__name__}, which has no canonical form.")
