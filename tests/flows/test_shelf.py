"""Many folders of a shelf listed together."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.shelf import THREADS, Disk, Lying, listed

FOLDERS = [f"objects/{n:02x}" for n in range(3 * THREADS)]


class Far(Disk):
    """A folder that answers as slowly as a service far away."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.at_once = self.most = 0
        self._count = threading.Lock()

    def places(self, under: str) -> Iterator[Lying]:
        with self._count:
            self.at_once += 1
            self.most = max(self.most, self.at_once)
        time.sleep(0.005)
        yield from super().places(under)
        with self._count:
            self.at_once -= 1


@pytest.mark.parametrize("far", [True, False])
def test_folders_are_listed_in_their_order_and_far_ones_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, far: bool
) -> None:
    shelf = Far(tmp_path)
    for number, folder in enumerate(FOLDERS):
        for n in range(number % 3):
            shelf.put_bytes(f"{folder}/{n}", b"x", first=False)
    if far:
        monkeypatch.setattr("flows.shelf.Disk", type(None))  # what is no folder of this machine is asked in threads
    found = [{lying.place for lying in some} for some in listed(shelf, FOLDERS)]
    assert found == [{f"{folder}/{n}" for n in range(number % 3)} for number, folder in enumerate(FOLDERS)]
    assert (1 < shelf.most <= THREADS) if far else shelf.most == 1
