"""What was made with a person's voice: noted when files are put in place, listed when the consent is taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from languages.pins import sha256_of
from speech.consent import SLUG, voices_root

OUTPUTS = "outputs.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file in which a voice can be heard or is named."""

    path: str
    """Absolute."""
    sha256: str
    when: str
    """ISO date and time, UTC."""


def note_outputs(voice: str, outputs: Iterable[Output], root: Path | None = None) -> None:
    """Adds files to a voice's list; one that is on it already with the same content is not added again."""
    folder = (root or voices_root()) / voice
    if not SLUG.fullmatch(voice) or not folder.is_dir():
        return
    known = {(o.path, o.sha256) for o in outputs_of(voice, root)}
    lines = [msgspec.json.encode(o) + b"\n" for o in outputs if (o.path, o.sha256) not in known]
    if lines:
        with (folder / OUTPUTS).open("ab") as file:  # appended in one write: other runs may do the same
            file.write(b"".join(lines))


def outputs_of(voice: str, root: Path | None = None) -> tuple[Output, ...]:
    """All files noted for a voice, oldest first; lines that were cut short are left out."""
    path = (root or voices_root()) / voice / OUTPUTS
    if not SLUG.fullmatch(voice) or not path.is_file():
        return ()
    found: list[Output] = []
    for line in path.read_bytes().splitlines():
        try:
            found.append(msgspec.json.decode(line, type=Output))
        except msgspec.DecodeError:
            continue
    return tuple(found)


def still_there(output: Output) -> bool:
    """Whether the file lies where it was put, with that content."""
    path = Path(output.path)
    return path.is_file() and sha256_of(path) == output.sha256
