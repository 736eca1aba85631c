"""One heap for all threads, and garbage collection as it was after loading."""

from __future__ import annotations

import gc
import platform
import subprocess
import sys

import pytest

from flows.memory import loading

HEAPS = """
import threading
from flows.memory import share_one_heap
if {one}:
    assert share_one_heap()
barrier = threading.Barrier(4)
def work():
    keep = [bytes(20_000) for _ in range(50)]
    barrier.wait()
threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
import ctypes, os, tempfile
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
with tempfile.NamedTemporaryFile() as file:
    stream = ctypes.c_void_p(libc.fopen(file.name.encode(), b"w"))
    libc.malloc_info(0, stream)
    libc.fclose(stream)
    print(file.read().count(b"<heap nr="))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only the GNU C library has heaps per thread")
def test_all_threads_share_one_heap() -> None:
    def heaps(one: bool) -> int:
        code = HEAPS.format(one=one)
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        return int(run.stdout)

    assert heaps(one=False) > 1  # otherwise this says nothing
    assert heaps(one=True) == 1


def test_garbage_is_collected_again_after_loading() -> None:
    frozen = gc.get_freeze_count()
    with loading():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > frozen
    gc.unfreeze()
