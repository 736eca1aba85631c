"""Reads espeak-ng's own data folder: which voices what is installed has, without loading the library.

Source: espeak-ng docs/voices.md, https://github.com/espeak-ng/espeak-ng/blob/1.51/docs/voices.md
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from glob import glob
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from speech.misheard import misheard_of
from speech.utterance import Voice

PLACES = ("/usr/lib/*/", "/usr/lib64/", "/usr/lib/", "/usr/local/lib/", "/usr/share/", "/usr/local/share/")
LIBRARY = "libespeak-ng.so.1"
DATA = "espeak-ng-data"

TAGS = {"cmn": "zh", "cmn-Latn-pinyin": "zh-Latn-pinyin", "en-US-nyc": "en-US-x-nyc", "piqd": "", "py": "", "qdb": ""}
"""Canonical tags of voice files whose name is none. Empty: constructed languages that no tag names (Pyash,
Belter) or whose script has no Unicode letters (Klingon pIqaD)."""

DIGITS_SILENT = ("cv", "he", "nog", "tk", "qya", "sjn")
"""Voices that give no sound for digits. Measured with espeak-ng 1.51 on "1 2 3"."""

DIGITS_ELSEWHERE = ("gn", "grc", "ne")
"""Voices that read digits in another language: Spanish, and English. Measured with espeak-ng 1.51 on "25"."""

DIGITS_ONE_BY_ONE = ("mi", "my", "qu", "quc", "th", "uz")
"""Voices whose phonemes of "25" are those of "2 5". Measured with espeak-ng 1.51; in Lojban (jbo) that is right."""

BROKEN = {"chr": "It is all but silent on Cherokee letters (0.9 s for 4 words, espeak-ng 1.51)."}

WEAK = {"be": "Its dictionary is not complete (espeak-ng 1.51 says so itself)."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A way to make a voice sound like somebody else: a file of voices/!v and a pitch."""

    name: str
    file: str
    gender: str
    pitch: int = 50
    """espeak's 0 … 99; 50 is what the file says."""


VARIANTS = (
    Variant(name="woman", file="f2", gender="female"),
    Variant(name="man", file="m7", gender="male", pitch=65),
    Variant(name="old-woman", file="aunty", gender="female", pitch=35),
    Variant(name="old-man", file="m3", gender="male", pitch=20),
    Variant(name="child", file="f5", gender="child", pitch=80),
    Variant(name="bright-woman", file="linda", gender="female"),
    Variant(name="bright-man", file="pablo", gender="male"),
    Variant(name="low-child", file="belinda", gender="child", pitch=70),
)
"""Chosen so that any two differ clearly in pitch or timbre: see ``tests/speech/test_espeak.py``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFile:
    """One file of lang/**."""

    id: str
    tag: str
    path: Path
    dictionary: Path
    """Where its dictionary must be."""


@cache
def known_voices() -> dict[str, str]:
    """Canonical tag → name of the voice file, of those that espeak-ng 1.51 has and that give sound, here or not."""
    text = (files("speech") / "data" / "espeak_voices.tsv").read_text(encoding="utf-8")
    names = [line for line in text.splitlines() if not line.startswith("#")][1:]
    return {tag: name for name in names if (tag := TAGS.get(name, name)) and name not in BROKEN}


def find_library() -> Path | None:
    """The library's file, or None where it is not installed."""
    return next((Path(p) for place in PLACES for p in sorted(glob(place + LIBRARY))), None)


def find_data() -> Path | None:
    """The data folder, or None where it is not installed."""
    return next((Path(p) for place in PLACES for p in sorted(glob(place + DATA)) if Path(p).is_dir()), None)


def data_digest(data: Path, voice: str, variant: str = "") -> str:
    """What stands for all that a voice reads; for all dictionaries where there is no such voice."""
    file = next((f for f in voice_files(data) if f.id == voice), None)
    parts = [data / n for n in ("phondata", "phonindex", "phontab", "intonations")]
    parts += [file.path, file.dictionary] if file else sorted(data.glob("*_dict"))
    parts += [data / "voices" / "!v" / variant] if variant else []
    return sha256(b"".join(sha256(p.read_bytes()).digest() for p in parts if p.is_file())).hexdigest()[:16]


def voice_files(data: Path) -> tuple[VoiceFile, ...]:
    """All voice files of a data folder whose language has a tag, by id."""
    found: list[VoiceFile] = []
    for path in sorted((data / "lang").rglob("*")):
        tag = TAGS.get(path.name, path.name)
        if path.is_file() and tag:
            found.append(VoiceFile(id=path.name, tag=tag, path=path, dictionary=data / f"{_dictionary(path)}_dict"))
    return tuple(sorted(found, key=lambda f: f.id))


def _dictionary(path: Path) -> str:
    """``dictionary`` where the file names one, else its first ``language`` up to the first hyphen."""
    named = ""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        word, _, value = line.partition(" ")
        value = value.split()[0] if value.split() else ""
        if word == "dictionary" and value:
            return value
        if word == "language" and not named:
            named = value.partition("-")[0]
    return named or path.name


def voices_in(data: Path, engine: str) -> tuple[Voice, ...]:
    """The voices of a data folder, each plain and in the variants whose files are there."""
    variants = [v for v in VARIANTS if (data / "voices" / "!v" / v.file).is_file()]
    found: list[Voice] = []
    for file in voice_files(data):
        broken = BROKEN.get(file.id, "")
        if not file.dictionary.is_file():
            broken = f"Its dictionary {file.dictionary.name} is not there; it would be silent."
        reads = file.id not in (*DIGITS_SILENT, *DIGITS_ELSEWHERE, *DIGITS_ONE_BY_ONE)
        found.append(
            Voice(
                engine=engine,
                id=file.id,
                language=file.tag,
                gender="male",
                reads_numbers=reads,
                evidence=evidence(engine, file.id),
                misheard=misheard_of(engine, file.id),
                broken=broken,
            )
        )
        found += [
            Voice(
                engine=engine,
                id=f"{file.id}+{v.name}",
                language=file.tag,
                gender=v.gender,
                variant=v.name,
                reads_numbers=reads,
                evidence=evidence(engine, f"{file.id}+{v.name}"),
                misheard=misheard_of(engine, f"{file.id}+{v.name}"),
                broken=broken,
            )
            for v in variants
        ]
    return tuple(found)


def evidence(engine: str, voice_id: str) -> str:
    """What is known of a voice's quality, for a person."""
    voice = voice_id.partition("+")[0]
    said: list[str] = []
    if told := misheard_of(engine, voice_id):
        said.append(f"Whisper base mishears {told[0][1]:.0%} of its letters.")
    if voice in WEAK:
        said.append(WEAK[voice])
    if voice in DIGITS_SILENT:
        said.append("It is silent on digits: write numbers out.")
    return " ".join(said) or "never measured"
