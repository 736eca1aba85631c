"""Which way each character runs: the Unicode Bidirectional Algorithm, by the library FriBidi.

Source: Unicode Standard Annex 9; https://github.com/fribidi/fribidi, lib/fribidi-bidi.h and fribidi-bidi-types.h.
FriBidi 1.0.8 knows the characters of Unicode 13; later letters run as their block is set aside for.
"""

from __future__ import annotations

import ctypes
import sys
from functools import lru_cache

from languages.errors import MissingProgram

LIBRARIES = ("libfribidi.so.0", "libfribidi.0.dylib", "/opt/homebrew/lib/libfribidi.0.dylib")

PARAGRAPH = {"ltr": 0x110, "rtl": 0x111}
"""FRIBIDI_PAR_LTR and FRIBIDI_PAR_RTL."""
STRONG = {0x110: "ltr", 0x111: "rtl", 0x113: "rtl"}
"""FRIBIDI_TYPE_LTR, _RTL and _AL: letters with a direction of their own."""

UTF_32 = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"


@lru_cache
def _library() -> ctypes.CDLL:
    for name in LIBRARIES:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    raise MissingProgram("libfribidi", "libfribidi0")


def fribidi_version() -> str:
    """What the library says of its version: ``1.0.8``.

    Raises:
        MissingProgram: FriBidi is not installed.
    """
    said = ctypes.c_char_p.in_dll(_library(), "fribidi_version_info").value or b""
    return next((word for word in said.decode().split() if word[:1].isdigit()), "unknown")


def _types(text: str) -> tuple[ctypes.Array[ctypes.c_uint32], ctypes.Array[ctypes.c_uint32]]:
    """(characters, their bidi types) as FriBidi takes them."""
    count = len(text)
    characters = (ctypes.c_uint32 * count).from_buffer_copy(text.encode(UTF_32))
    types = (ctypes.c_uint32 * count)()
    _library().fribidi_get_bidi_types(characters, ctypes.c_int32(count), types)
    return characters, types


def base_direction(text: str, direction: str) -> str:
    """``ltr`` or ``rtl``: which way a row of a language's text runs as a whole.

    It is the direction of the language (``ltr``, ``rtl`` or ``unknown``), so that a row of an Arabic text that begins
    with a Latin name still runs from the right. Only a row all of whose letters run the other way (a quotation, a
    foreign name alone) runs as they do, with its full stop at its own end. For a language whose direction is not
    known the first letter decides (rules P2 and P3).
    """
    if direction in PARAGRAPH and text.isascii() and direction == "ltr":
        return "ltr"
    if not text:
        return direction if direction in PARAGRAPH else "ltr"
    strong = [STRONG[t] for t in _types(text)[1] if t in STRONG]
    if direction not in PARAGRAPH:
        return strong[0] if strong else "ltr"
    return strong[0] if strong and direction not in strong else direction


def levels(text: str, base: str) -> tuple[int, ...]:
    """The embedding level of each character: even levels run from left to right, odd ones from right to left.

    ``text`` is one row or paragraph without surrogates, ``base`` ``ltr`` or ``rtl``.

    Raises:
        MissingProgram: FriBidi is not installed.
    """
    if not text:
        return ()
    if base == "ltr" and text.isascii():
        return (0,) * len(text)
    count = ctypes.c_int32(len(text))
    characters, types = _types(text)
    brackets = (ctypes.c_uint32 * len(text))()
    found = (ctypes.c_int8 * len(text))()
    library = _library()
    library.fribidi_get_bracket_types(characters, count, types, brackets)
    paragraph = ctypes.c_uint32(PARAGRAPH[base])
    if not library.fribidi_get_par_embedding_levels_ex(types, brackets, count, ctypes.byref(paragraph), found):
        raise MemoryError(f"FriBidi could not find the levels of {len(text)} characters.")
    return tuple(found)


def visual_order(run_levels: tuple[int, ...]) -> tuple[int, ...]:
    """Indices of runs from left to right, given their levels in the order of reading (rule L2)."""
    order = list(range(len(run_levels)))
    if not run_levels or max(run_levels) == 0:
        return tuple(order)
    lowest_odd = min((level for level in run_levels if level % 2), default=max(run_levels) + 1)
    for level in range(max(run_levels), lowest_odd - 1, -1):
        i = 0
        while i < len(order):
            j = i
            while j < len(order) and run_levels[order[j]] >= level:
                j += 1
            order[i:j] = order[i:j][::-1]
            i = max(j, i + 1)
    return tuple(order)
