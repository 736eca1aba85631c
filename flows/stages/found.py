"""Results of some receipts, looked up together: on a remote store many at once, and each once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from flows.recipe import Receipt
from flows.shelf import each
from flows.store import Record, Store


class Finds(Protocol):
    """A store, or what was found in one."""

    def find(self, key: str) -> Record | None:
        """The result under a key, or None where it is not whole."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found."""

    records: Mapping[str, Record]

    def find(self, key: str) -> Record | None:
        """The result under a key that was asked for, or None where it is not whole."""
        return self.records.get(key)


def found(store: Store, receipts: Iterable[Receipt]) -> Found:
    """Strictly, as ``Store.find`` does: for whoever works with what is found."""
    keys = tuple(dict.fromkeys(r.key for r in receipts if r.key))
    there = zip(keys, each(store.shelf, store.find, keys), strict=True)
    return Found(records={key: record for key, record in there if record is not None})


def known(store: Store, receipts: Iterable[Receipt]) -> Found:
    """By notes, as ``Store.find_many`` does: for plans."""
    return Found(records=store.find_many(r.key for r in receipts if r.key))
