"""Keys of results: sha256 over the canonical JSON of all that can change the result."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum

import msgspec

Part = str | int | float | bool | None | Sequence["Part"] | Mapping[str, "Part"]


def key(stage: str, parts: Mapping[str, Part]) -> str:
    """The key of one result, 64 hexadecimal digits.

    Canonical JSON: object members sorted, no white space, UTF-8; equal parts give equal keys on every machine.

    Raises:
        TypeError, ValueError: a part is not plain JSON (a set, NaN, an object): better no key than a guess.
    """
    whole: dict[str, Part] = {"stage": stage, "parts": parts}
    plain = type(stage) is str and type(parts) is dict and _names(map(type, parts)) and _are_plain(parts.values())
    return hashlib.sha256(_encode(whole) if plain else canonical(whole)).hexdigest()


def parts_of(value: object) -> dict[str, Part]:
    """The fields of a dataclass as parts of a key, whatever it holds in turn included.

    Raises:
        TypeError, ValueError: it is no dataclass, or holds what has no canonical form.
    """
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"A {type(value).__name__} is not a dataclass.")
    return {f.name: _plain(getattr(value, f.name), f.name) for f in fields(value)}


def canonical(parts: Mapping[str, Part]) -> bytes:
    """Canonical JSON of plain values.

    Raises:
        TypeError, ValueError: something in it has no canonical form.
    """
    # Nearly always there is nothing to change, and seeing that is several times quicker than copying it.
    return _encode(parts if _are_plain((parts,)) else _plain(parts, "parts"))


_encode = msgspec.json.Encoder(order="deterministic").encode
_names = frozenset((str,)).issuperset


def _are_plain(parts: Iterable[object]) -> bool:
    """Whether values are of plain JSON types throughout, so that ``_plain`` would give the same back."""
    for part in parts:
        kind = type(part)
        if kind is str or kind is int or kind is bool or part is None:
            continue
        if kind is dict:
            inside: dict[object, object] = part  # pyright: ignore[reportAssignmentType] - a cast costs as much as the rest
            if not (_names(map(type, inside)) and (_names(map(type, inside.values())) or _are_plain(inside.values()))):
                return False
        elif kind is list or kind is tuple:
            items: list[object] = part  # pyright: ignore[reportAssignmentType] - likewise
            if items and not (_names(map(type, items)) or _are_plain(items)):
                return False
        elif kind is not float or not math.isfinite(part):  # pyright: ignore[reportArgumentType] - it is a float
            return False
    return True


def _plain(part: object, where: str) -> Part:
    """The same value out of plain JSON types only."""
    if isinstance(part, Enum):
        part = part.value
    if part is None or isinstance(part, bool):
        return part
    if type(part) is int or type(part) is str:
        return part
    if type(part) is float:
        if not math.isfinite(part):
            raise ValueError(f"{where} is {part}, which has no canonical form.")
        return part
    if isinstance(part, Mapping):
        found: dict[str, Part] = {}
        for name, value in part.items():
            if type(name) is not str:
                raise TypeError(f"{where} has the member {name!r}; names must be strings.")
            found[name] = _plain(value, f"{where}.{name}")
        return found
    if isinstance(part, list | tuple):
        return [_plain(value, f"{where}[{i}]") for i, value in enumerate(part)]
    if is_dataclass(part) and not isinstance(part, type):
        return {f.name: _plain(getattr(part, f.name), f"{where}.{f.name}") for f in fields(part)}
    raise TypeError(f"{where} is a {type(part).__name__}, which has no canonical form.")
