"""The work as it lies on the user's disk: manuscript, people's translations, people's recordings."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from flows.files import digest_of
from flows.recipe import Recipe
from languages.errors import RecordingRefused
from translation.exchange.po import po_path, read_po
from translation.ids import IdBook
from translation.manuscript import Manuscript
from translation.reader import read_manuscript
from translation.translated import State, Translated

RECORDING_ENDINGS = (".wav", ".flac", ".mp3", ".m4a", ".ogg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A person's recording of one line."""

    line: str
    path: str
    digest: str
    """sha256 of the file."""
    made_for: str = ""
    """sha256 of the text that it was first seen with, or empty where it is new."""

    def is_stale(self, text: str) -> bool:
        """True where the line's text changed after the recording was first seen."""
        return self.made_for not in ("", digest_text(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNote:
    """Remembers for which text a recording was made."""

    recording: str
    """sha256 of the recording."""
    text: str
    """sha256 of the text that it was recorded for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWork:
    """What people have brought for one language."""

    language: str
    po: str
    """Path of the PO file, which need not exist yet; empty for the script's own language."""
    lines: tuple[Translated, ...]
    """One for each line of the manuscript, in its order, title first."""
    recordings: tuple[Recording, ...] = ()

    def recording(self, line: str) -> Recording | None:
        """The recording of a line, or None."""
        return next((r for r in self.recordings if r.line == line), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """All that a run reads before it starts."""

    manuscript: Manuscript
    ids: IdBook
    id_path: Path
    languages: tuple[LanguageWork, ...]


def digest_text(text: str) -> str:
    """sha256 of a text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_work(recipe: Recipe) -> Work:
    """Reads the script, and for each language wanted the PO file and the recordings beside it.

    Raises:
        ManuscriptRefused, TranslationFileRefused, RecordingRefused: a file cannot be used.
    """
    read = read_manuscript(Path(recipe.script), language=recipe.language)
    languages = tuple(_read_language(read.manuscript, tag) for tag in recipe.targets)
    return Work(manuscript=read.manuscript, ids=read.ids, id_path=read.id_path, languages=languages)


def _read_language(manuscript: Manuscript, tag: str) -> LanguageWork:
    if tag == manuscript.language:
        lines = tuple(
            Translated(line=n.id, language=tag, source=n.text, text=n.text, state=State.SOURCE)
            for n in manuscript.lines()
        )
        po = ""
    else:
        path = po_path(manuscript, tag)
        lines = read_po(path, manuscript, tag)
        po = str(path)
    recordings = _read_recordings(manuscript, tag, {t.line: t.text for t in lines})
    return LanguageWork(language=tag, po=po, lines=lines, recordings=recordings)


def takes_path(manuscript: Manuscript, tag: str) -> Path:
    """The small file beside the recordings that remembers the texts they were made for."""
    return Path(manuscript.folder) / "recordings" / tag / "takes.json"


def _read_notes(path: Path) -> dict[str, TakeNote]:
    if not path.exists():
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, TakeNote])
    except msgspec.DecodeError as error:
        raise RecordingRefused(
            f"This file cannot be read: {error}.",
            path=str(path),
            expected="Vernacast wrote it to remember for which text each recording was made.",
            remedy="Restore it, or delete it: all recordings then count as made for the present text.",
        ) from error


def _read_recordings(manuscript: Manuscript, tag: str, texts: dict[str, str]) -> tuple[Recording, ...]:
    folder = Path(manuscript.folder) / "recordings" / tag
    if not folder.is_dir():
        return ()
    notes = _read_notes(takes_path(manuscript, tag))
    found: dict[str, Recording] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in RECORDING_ENDINGS or not path.is_file():
            continue
        line = path.name[: -len(path.suffix)]
        if line not in texts:
            continue
        if line in found:
            raise RecordingRefused(
                f"Line {line} has two recordings: this one and {Path(found[line].path).name}.",
                path=str(path),
                remedy="Keep one of them.",
            )
        digest = digest_of(path)
        note = notes.get(line)
        made_for = note.text if note is not None and note.recording == digest else ""
        found[line] = Recording(line=line, path=str(path), digest=digest, made_for=made_for)
    return tuple(found.values())


def new_notes(work: LanguageWork, manuscript: Manuscript, texts: dict[str, str]) -> dict[str, TakeNote] | None:
    """What ``takes.json`` should say now, or None where it says so already.

    A note is made when a recording is first seen, and kept while the recording is the same.
    """
    notes = _read_notes(takes_path(manuscript, work.language))
    now = dict(notes)
    for recording in work.recordings:
        note = notes.get(recording.line)
        if (note is None or note.recording != recording.digest) and texts.get(recording.line):
            text = digest_text(texts[recording.line])
            now[recording.line] = TakeNote(recording=recording.digest, text=text)
    return now if now != notes else None
