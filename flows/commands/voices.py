"""``vernacast voices sentence | add | list | revoke``: people's voices, and what they allow."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from flows.files import refuse_os_error
from languages.errors import RecordingRefused, UsageError
from languages.licences import Use
from languages.pins import sha256_of
from languages.registry import get_language, get_one_language
from speech.consent import ALL, RECORD, SLUG, Consent, consents, find_consent, voices_root
from speech.consented import outputs_of, still_there
from speech.voices import read_wish

SAMPLE_S = (3.0, 60.0)
"""How long a sample may be. OmniVoice and XTTS ask for 3 to 30 s; more does no harm."""
STATEMENT_S = (3.0, 300.0)
GENDERS = ("female", "male", "child", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person allows, as it was typed."""

    voice: str
    who: str
    uses: str
    languages: str
    until: str
    gender: str = "unknown"


def sentence(wish: Wish) -> int:
    """Prints what the person reads aloud; its number stands for exactly these terms."""
    print(_sentence(_terms(wish)))
    return 0


def add(wish: Wish, sample: str, statement: str, sample_text: str) -> int:
    """Records a consent with copies of both recordings; all or nothing.

    Raises:
        UsageError: something of it cannot be read, or the name is taken.
        RecordingRefused: a recording is silent, too short, too long, or none.
    """
    record = _terms(wish)
    root = voices_root()
    folder = root / record.voice
    if folder.exists():
        raise UsageError(
            f"There is a voice {record.voice!r} already: {folder}.",
            remedy="A consent is never overwritten: use another name, for instance with the year.",
        )
    part = root / f".part-{record.voice}-{os.getpid()}"
    try:
        part.mkdir(parents=True)
        names = (_copy(Path(sample), part, "sample", SAMPLE_S), _copy(Path(statement), part, "statement", STATEMENT_S))
        whole = dataclasses.replace(
            record,
            sample=names[0],
            sample_sha256=sha256_of(part / names[0]),
            sample_text=sample_text.strip(),
            statement=names[1],
            statement_sha256=sha256_of(part / names[1]),
        )
        (part / RECORD).write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=1))
        part.rename(folder)
    except OSError as error:
        raise refuse_os_error(error, root) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    print(f"The voice {record.voice} is recorded in {folder}.")
    print(f"Nobody but you can tell whether this was said in {names[1]}; listen to it:\n  {_sentence(record)}")
    return 0


def list_all(as_json: bool) -> int:
    """All records, revoked and expired ones too."""
    found = consents()
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
        return 0
    if not found:
        print(f"No voices are recorded in {voices_root()}.")
    for c in found:
        state = f"revoked {c.revoked[:10]}" if c.revoked else f"until {c.until}"
        print(f"{c.voice:<24} {c.who}; {', '.join(c.uses)}; {', '.join(c.languages)}; {state}")
    return 0


def revoke(voice: str, as_json: bool) -> int:
    """Takes a consent back and lists every file made with the voice.

    Raises:
        UsageError: there is no such voice.
    """
    record = find_consent(voice)
    if record is None:
        raise UsageError(f"There is no voice {voice!r}.", remedy="`vernacast voices list` shows those that there are.")
    if not record.revoked:
        record = dataclasses.replace(record, revoked=datetime.now(UTC).isoformat(timespec="seconds"))
        path = voices_root() / voice / RECORD
        part = path.with_suffix(".part")
        part.write_bytes(msgspec.json.format(msgspec.json.encode(record), indent=1))
        part.replace(path)
    outputs = outputs_of(voice)
    if as_json:
        told = [{**msgspec.to_builtins(o), "there": still_there(o)} for o in outputs]
        sys.stdout.buffer.write(
            msgspec.json.encode({"voice": voice, "revoked": record.revoked, "outputs": told}) + b"\n"
        )
        return 0
    print(f"The voice {voice} is revoked since {record.revoked}: no plan will use it again.")
    print(f"{len(outputs)} files were made with it:" if outputs else "No file was made with it here.")
    for o in outputs:
        print(f"  {o.path}  ({'still there' if still_there(o) else 'gone, or changed since'}, {o.when[:10]})")
    return 0


def _terms(wish: Wish) -> Consent:
    if not SLUG.fullmatch(wish.voice):
        raise UsageError(
            f"{wish.voice!r} cannot name a voice.", expected="Lower-case letters, digits and hyphens: abuela-rosa."
        )
    if read_wish(wish.voice) != read_wish(""):
        raise UsageError(
            f"{wish.voice!r} cannot name a person's voice: in scripts it asks for some such voice, whoever's it is.",
            expected="The person's name, for instance abuela-rosa.",
        )
    uses = tuple(dict.fromkeys(u.strip() for u in wish.uses.split(",") if u.strip()))
    if not wish.who.strip():
        raise UsageError("--who is empty.", expected="The name of the person whose voice it is.")
    if not uses or any(u not in list(Use) for u in uses):
        raise UsageError(f"--uses {wish.uses!r} cannot be read.", expected=f"Some of {', '.join(Use)}.")
    named = [t.strip() for t in wish.languages.split(",") if t.strip()]
    if not named:
        raise UsageError("--languages is empty.", expected="Languages, separated by commas, or `*` for all.")
    tags = (ALL,) if named == [ALL] else tuple(dict.fromkeys(get_one_language(t).tag for t in named))
    try:
        last = date.fromisoformat(wish.until)
    except ValueError as error:
        raise UsageError(f"--until {wish.until!r} is no date.", expected="A day such as 2028-12-31.") from error
    if last < datetime.now(UTC).date():
        raise UsageError(f"--until {wish.until} is past.", expected="A day that is yet to come.")
    if wish.gender not in GENDERS:
        raise UsageError(f"--gender {wish.gender!r} cannot be read.", expected=f"One of {', '.join(GENDERS)}.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Consent(
        voice=wish.voice, who=wish.who.strip(), uses=uses, languages=tags, until=last.isoformat(), gender=wish.gender,
        sample="", sample_sha256="", statement="", statement_sha256="", recorded=now,
    )  # fmt: skip


def _sentence(c: Consent) -> str:
    """What is read aloud. The number binds it to the terms: another voice, use, language or day has another one."""
    told = "\0".join((c.voice, c.who, *c.uses, *c.languages, c.until))
    number = int.from_bytes(hashlib.sha256(told.encode()).digest()[:8]) % 1_000_000
    languages = "all languages" if c.languages == (ALL,) else ", ".join(get_language(t).name for t in c.languages)
    return (
        f"“I am {c.who}. A machine may speak with my voice, called {c.voice}, in {languages}, for {', '.join(c.uses)} "
        f"use, until {c.until}. I can take this back at any time. My number is {' '.join(f'{number:06}')}.”"
    )


def _copy(source: Path, folder: Path, name: str, seconds: tuple[float, float]) -> str:
    """Copies a recording after listening to its level and length; gives its new name."""
    from speech.decode import read, sniff

    decoded = read(source, seconds[1] + 1)
    length = len(decoded.samples) / decoded.rate_hz
    if decoded.cut or not seconds[0] <= length <= seconds[1]:
        raise RecordingRefused(
            f"It lasts {'more than ' if decoded.cut else ''}{length:.1f} s.",
            path=str(source),
            expected=f"A {name} of {seconds[0]:g} to {seconds[1]:g} s.",
        )
    if float(abs(decoded.samples).max()) < 0.01:
        raise RecordingRefused(
            "It is silent.", path=str(source), expected="A voice.", remedy="Record it again, nearer."
        )
    with source.open("rb") as file:
        kind = sniff(file.read(16))
    shutil.copyfile(source, folder / f"{name}.{kind}")
    return f"{name}.{kind}"
