"""The voice ona of Festival as it is installed, and the same voice made to sound like somebody else.

What an HTS voice does is written in its file as numbers: means of log F0, of durations and of the mel cepstrum, and
the constant of the frequency warping that the cepstrum was made with. Adding to the means of log F0 moves the pitch;
another warping constant at synthesis moves all formants, as a longer or shorter vocal tract would; multiplied means
of durations make the speech slower. Only bytes of the file are changed: nothing is stretched or filtered afterwards.

Festival's module for these files takes neither -a nor -fm, by which hts_engine's own program does the same, and its
-r lengthens pauses far more than sounds (30.6 s of ten sentences become 32.3 s at 0.75).

Source: hts_engine API 1.07 (HTS_model.c: layout of the file); src/modules/hts_engine/fest2hts_engine.cc of Festival;
Tokuda and others, "Mel-generalized cepstral analysis", ICSLP 1994 (the warping).
"""

from __future__ import annotations

import math
import re
import sys
from array import array
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from speech.misheard import misheard_of
from speech.utterance import Voice

DATA = Path("/usr/share/festival")
"""Where Debian's festival looks for its library and for voices."""
PROGRAM, PACKAGE = "festival", "festival"
VOICE_NAME, VOICE_PACKAGE = "Festival's voice ona", "festvox-ca-ona-hts"
VOICE_FILE = "voices/catalan/upc_ca_ona_hts/hts/upc_ca_ona.htsvoice"
READ = ("*.scm", "upc_catalan/*.scm", "dicts/upc/*", "voices/catalan/upc_ca_ona_hts/**/*")
"""What the voice reads besides, for the digest of its versions."""

ALPHA = 0.42
"""The warping of the voice's own file: of the mel scale at 16 kHz."""

CER, VARIANTS_CER, ESPEAK_CER = "6 %", "4 to 6 %", "36 %"
"""Letters that Whisper base (faster-whisper, int8, told that it is Catalan) writes down wrongly of the ten Catalan
sentences in ``tests/neural/test_listening_back.py`` as this engine speaks them (0.062; 0.043 to 0.057), and as
espeak-ng 1.51 speaks them (0.355). Ten Occitan sentences: 0.19 against 0.40. It does not say how a speaker hears it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A way to make the voice sound like somebody else."""

    name: str
    gender: str
    pitch: float = 1.0
    """Times the voice's own F0 (its median is 184 Hz)."""
    alpha: float = ALPHA
    """Warping at synthesis: less moves formants up (0.345: by a fifth), more moves them down (0.48: by a seventh)."""
    slowness: float = 1.0
    """Times the length of each sound."""


PLAIN = Variant(name="", gender="female")
VARIANTS = (
    PLAIN,
    Variant(name="man", gender="male", pitch=0.60, alpha=0.48),
    Variant(name="bright-woman", gender="female", pitch=1.18, alpha=0.395),
    Variant(name="bright-man", gender="male", pitch=0.74, alpha=0.47),
    Variant(name="old-woman", gender="female", pitch=0.84, alpha=0.44, slowness=1.12),
    Variant(name="old-man", gender="male", pitch=0.50, alpha=0.50, slowness=1.12),
    Variant(name="child", gender="child", pitch=1.50, alpha=0.345),
    Variant(name="low-child", gender="child", pitch=1.32, alpha=0.37),
)
"""Formants of men lie about a seventh below those of women, children's up to a fourth above them; F0 of men about
two fifths below. Source: Peterson and Barney, "Control methods used in a study of the vowels", JASA 24 (1952).
Any two differ clearly in pitch: see ``tests/speech/test_festival.py``."""

NAME = "ona"


def voices_of(engine: str, broken: str) -> tuple[Voice, ...]:
    """The voice, plain and in its variants."""
    return tuple(
        Voice(
            engine=engine,
            id=f"{NAME}+{v.name}" if v.name else NAME,
            language="ca",
            gender=v.gender,
            variant=v.name,
            reads_numbers=True,
            evidence=_evidence(v),
            misheard=misheard_of(engine, f"{NAME}+{v.name}" if v.name else NAME),
            broken=broken,
            rank=0.6,  # measured to be understood, which of no neural voice here can be said
        )
        for v in VARIANTS
    )


def _evidence(variant: Variant) -> str:
    wrong = VARIANTS_CER if variant.name else CER
    return f"Whisper base mishears {wrong} of its letters and {ESPEAK_CER} of espeak-ng's."


def missing(data: Path) -> tuple[str, str] | None:
    """(program or data, package) of what is not installed, or None."""
    from shutil import which

    if which(PROGRAM) is None:
        return PROGRAM, PACKAGE
    return None if (data / VOICE_FILE).is_file() else (VOICE_NAME, VOICE_PACKAGE)


def versions_of(data: Path) -> dict[str, str]:
    """Digests of the program and of what the voice reads; empty where it is not installed."""
    from shutil import which

    program = which(PROGRAM)
    return _digests(Path(program), data) if program and (data / VOICE_FILE).is_file() else {}


@lru_cache
def _digests(program: Path, data: Path) -> dict[str, str]:
    files = sorted({p for pattern in READ for p in data.glob(pattern) if p.is_file()})
    digest = sha256(b"".join(sha256(p.read_bytes()).digest() for p in files))
    return {"festival": sha256(program.read_bytes()).hexdigest()[:16], "festival-ona": digest.hexdigest()[:16]}


def revoiced(file: bytes, variant: Variant) -> bytes:
    """The voice's file for a variant.

    Raises:
        ValueError: it is not laid out as the file of this voice is.
    """
    head, mark, body = file.partition(b"[DATA]\n")
    found = {name: _span(head, name, len(body)) for name in (b"DURATION_PDF", b"STREAM_PDF[LF0]")}
    warping = re.search(rb"^OPTION\[MCP\]:ALPHA=([0-9.]+)", head, re.MULTILINE)
    if warping is None or float(warping.group(1)) != ALPHA or re.search(rb"^NUM_STATES:5$", head, re.MULTILINE) is None:
        raise ValueError(f"it has no five states, or no warping of {ALPHA}")
    data = bytearray(body)
    start, end = found[b"STREAM_PDF[LF0]"]
    # Five counts, then of each state's distributions: 3 means (the first is log F0), 3 variances, weight of voicing.
    data[start:end] = _changed(data[start:end], counts=5, width=7, which=(0,), add=math.log(variant.pitch))
    start, end = found[b"DURATION_PDF"]
    # One count, then of each distribution: 5 means (frames in each state), 5 variances.
    data[start:end] = _changed(data[start:end], counts=1, width=10, which=tuple(range(5)), times=variant.slowness)
    head = head[: warping.start(1)] + f"{variant.alpha:.6f}".encode() + head[warping.end(1) :]
    return head + mark + bytes(data)


def _span(head: bytes, name: bytes, size: int) -> tuple[int, int]:
    told = re.search(rb"^" + re.escape(name) + rb":(\d+)-(\d+)$", head, re.MULTILINE)
    if told is None or int(told.group(2)) >= size:
        raise ValueError(f"its {name.decode()} is not there")
    return int(told.group(1)), int(told.group(2)) + 1


def _changed(
    part: bytearray, *, counts: int, width: int, which: tuple[int, ...], add: float = 0.0, times: float = 1.0
) -> bytes:
    """Little-endian counts, then as many rows of ``width`` floats, of which some are changed."""
    numbers, rows = array("I", bytes(part[: 4 * counts])), array("f", bytes(part[4 * counts :]))
    for each in (numbers, rows) if sys.byteorder == "big" else ():
        each.byteswap()
    if sum(numbers) * width != len(rows):
        raise ValueError(f"it has {len(rows)} numbers where {sum(numbers)} rows of {width} are told")
    for k in which:
        rows[k::width] = array("f", (x * times + add for x in rows[k::width]))
    if sys.byteorder == "big":
        rows.byteswap()
    return bytes(part[: 4 * counts]) + rows.tobytes()
