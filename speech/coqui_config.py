"""What the ``config.json`` of a Coqui VITS voice says: languages, speakers, what it reads. Nothing is imported.

The file is a stranger's. Paths and addresses in it are of the trainer's machine, and the library would open them (with
pickle where they end in ``.pth``); names of classes and functions in it would be imported. So only what is listed here
is handed on, and files are looked for beside the configuration by their bare names.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from languages.engine_codes import tag_of
from languages.environments import versions_in
from languages.weight_files import read_json

OPENED = frozenset(
    (
        "speakers_file",
        "d_vector_file",
        "language_ids_file",
        "speaker_encoder_config_path",
        "speaker_encoder_model_path",
        "use_speaker_encoder_as_loss",
        "reinit_DP",
        "reinit_text_encoder",
    )
)
"""Arguments of the model that name files, or ask for what only training needs. Source: VitsArgs in
TTS/tts/configs/vits_config.py."""
AUDIO = ("sample_rate", "hop_length", "win_length", "fft_size", "num_mels", "mel_fmin", "mel_fmax")
TEXT = ("use_phonemes", "phonemizer", "phoneme_language", "text_cleaner", "characters", "add_blank")
LETTERS = (
    "TTS.tts.models.vits.VitsCharacters",
    "TTS.tts.utils.text.characters.Graphemes",
    "TTS.tts.utils.text.characters.IPAPhonemes",
    "TTS.tts.utils.text.characters.BaseCharacters",
)
"""Classes that may keep a voice's letters. Source: TTS/tts/utils/text/characters.py and TTS/tts/models/vits.py."""
CLEANER = re.compile(r"[a-z_]+_cleaners")
LIBRARY_DEFAULT = ["en"]
"""What the library writes down as languages where it knew none. Source: TTS/tts/utils/languages.py, LanguageManager."""
PACKAGES = {
    "gruut": ("gruut",),
    "be_phonemizer": ("JPype1",),
    "bn_phonemizer": ("bangla", "bnnumerizer", "bnunicodenormalizer"),
    "ja_jp_phonemizer": ("fugashi",),
    "ko_kr_phonemizer": ("mecab-ko",),
    "zh_cn_phonemizer": ("pypinyin", "spacy-pkuseg"),
}
"""Phonemizer → the packages that it takes. Source: PHONEMIZER_DEPS of TTS/utils/import_utils.py (coqui-tts 0.28)."""
DEFAULTS = {
    "be": "be_phonemizer",
    "bn": "bn_phonemizer",
    "ja-jp": "ja_jp_phonemizer",
    "ko-kr": "ko_kr_phonemizer",
    "zh-cn": "zh_cn_phonemizer",
}
"""Phonemizer of a language where none is named; of all others it is espeak. Source: TTS/tts/utils/text/phonemizers."""
ROMANISERS = {"zh": ("pypinyin",), "ja": ("cutlet", "unidic-lite"), "ko": ("ko-speech-tools",)}
"""Language → packages with which XTTS writes it in Latin letters. Source: TTS/tts/layers/xtts/tokenizer.py; cutlet
reads with the dictionary of unidic-lite (its README)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a voice's own files say of it."""

    languages: dict[str, int] = field(default_factory=dict)
    """How the model calls its languages, and their numbers."""
    tags: dict[str, str] = field(default_factory=dict)
    """The same names → canonical tags; names that stand for no language are left out."""
    speakers: dict[str, int] = field(default_factory=dict)
    """Empty where there is one voice only."""
    vectors: dict[str, tuple[float, ...]] = field(default_factory=dict)
    """Speaker → its vector, for models that take vectors instead of numbers."""
    settings: dict[str, Any] = field(default_factory=dict)
    """What may be handed to the library's ``VitsConfig``."""
    broken: str = ""
    """Why it cannot speak with what is here, or empty."""


def read_told(folder: Path, checkpoint: str) -> Told:
    """What the files of a voice say; never raises: what is wrong stands in ``broken``.

    Args:
        checkpoint: its id; ``coqui-vits-<language>-…`` names the language where the files do not.
    """
    config = _read(folder / "config.json")
    if config is None:
        return Told(broken="its config.json cannot be read")
    args = _dict(config.get("model_args"))
    languages, missing = _languages(config, args, folder, checkpoint)
    speakers, vectors, unnamed = _speakers(config, args, folder)
    tags = {name: tag for name in languages if (tag := tag_of_name(name))}
    nameless = "" if tags else "its config.json names no language: import it as coqui-vits-<language>-<name>"
    broken = missing or unnamed or nameless or _unsafe(config) or why_unread(config, languages)
    kept = {name: value for name, value in args.items() if name not in OPENED}
    settings: dict[str, Any] = {
        "model": "vits",
        "model_args": {**kept, "init_discriminator": False, "max_inference_len": None},
        "audio": {name: _dict(config.get("audio"))[name] for name in AUDIO if name in _dict(config.get("audio"))},
        **{name: config[name] for name in TEXT if name in config},
        "enable_eos_bos_chars": bool(config.get("enable_eos_bos_chars")),
        "languages": sorted(languages, key=lambda name: languages[name]),
        "speakers": sorted(speakers, key=lambda name: speakers[name]),
        "datasets": [{k: _text(d.get(k)) for k in ("language", "phonemizer")} for d in _datasets(config)],
    }
    return Told(
        languages=languages, tags=tags, speakers=speakers, vectors=vectors, settings=settings, broken=broken
    )  # fmt: skip


def tag_of_name(name: str) -> str:
    """``fr-fr`` → ``fr``, ``tw_akuapem`` → ``ak``: models name countries and dialects too; empty = no language."""
    first, *rest = name.replace("_", "-").split("-")
    script = [part for part in rest[:1] if len(part) == 4 and part.isalpha()]
    return tag_of("-".join([first, *script])) if first else ""


def why_unwritten(tag: str) -> str:
    """Why a language cannot be put into the letters of XTTS on this machine, or empty."""
    return _lacking(ROMANISERS.get(tag, ()), "XTTS reads it in Latin letters by")


def why_unread(config: dict[str, Any], languages: dict[str, int]) -> str:
    """Why the text cannot be put into what the model reads (phonemes) on this machine, or empty."""
    if not config.get("use_phonemes"):
        return ""
    named = _text(config.get("phonemizer"))
    by_language = {_text(d.get("language")): _text(d.get("phonemizer")) for d in _datasets(config)}
    for language in languages:
        own = by_language.get(language, "") if named == "multi_phonemizer" else named
        if reason := _why_no(own or DEFAULTS.get(language, "espeak")):
            return reason
    return ""


def _why_no(phonemizer: str) -> str:
    if phonemizer == "espeak":
        here = shutil.which("espeak-ng") or shutil.which("espeak")
        return "" if here else "it reads phonemes of the program espeak-ng: `apt-get install espeak-ng`"
    if phonemizer not in PACKAGES:
        return f"it reads phonemes of {phonemizer!r}, which coqui-tts does not have"
    return _lacking(PACKAGES[phonemizer], "it reads phonemes of")


def _lacking(packages: tuple[str, ...], what: str) -> str:
    here = versions_in("neural", packages)
    lacking = [name for name in packages if name not in here]
    return f"{what} packages that are not installed: {', '.join(lacking)}" if lacking else ""


def _languages(
    config: dict[str, Any], args: dict[str, Any], folder: Path, checkpoint: str
) -> tuple[dict[str, int], str]:
    """(languages by the model's names, why they are not known).

    What the data sets were said to be is believed first; of ``languages`` what the library itself would write is not.
    Source: LanguageManager.parse_language_ids_from_config of coqui-tts.
    """
    sets = sorted({name for d in _datasets(config) if (name := _text(d.get("language")))})
    listed = [name for name in _list(config.get("languages")) if isinstance(name, str)]
    if args.get("use_language_embedding"):
        path = _text(args.get("language_ids_file"))
        numbers = _numbers(_beside(folder, path, ("language_ids.json",)))
        if path and not numbers:
            return (
                {},
                f"its languages are named in {Path(path).name}, which is not here as a readable language_ids.json",
            )
        names = listed or sets
        return numbers or {name: i for i, name in enumerate(names)}, ""
    spoken = [name] if config.get("use_phonemes") and (name := _text(config.get("phoneme_language"))) else []
    word = checkpoint.removeprefix("coqui-vits-").partition("-")[0]
    own = listed if listed != LIBRARY_DEFAULT else []
    found = sets or spoken or own or ([word] if tag_of_name(word) else [])
    return {name: i for i, name in enumerate(found)}, ""


def _speakers(
    config: dict[str, Any], args: dict[str, Any], folder: Path
) -> tuple[dict[str, int], dict[str, tuple[float, ...]], str]:
    """(numbers of speakers, vectors of speakers, why neither is known). Source: SpeakerManager of coqui-tts."""
    if args.get("use_d_vector_file"):
        named = args.get("d_vector_file") or config.get("d_vector_file") or ""
        path = _text(named[0] if isinstance(named, list) and named else named)
        vectors = _vectors(_beside(folder, path, ("speakers.json",)))
        return {name: i for i, name in enumerate(vectors)}, vectors, "" if vectors else _pickled(path, "vectors")
    if not args.get("use_speaker_embedding"):
        return {}, {}, ""
    listed = [name for name in _list(config.get("speakers")) if isinstance(name, str)]
    if listed:
        return {name: i for i, name in enumerate(listed)}, {}, ""
    path = next((p for c in (args, config) for k in ("speaker_file", "speakers_file") if (p := _text(c.get(k)))), "")
    numbers = _numbers(_beside(folder, path, ("speaker_ids.json", "speakers.json")))
    return numbers, {}, "" if numbers else _pickled(path, "numbers")


def _pickled(path: str, what: str) -> str:
    name = Path(path).name or "a file that it does not name"
    return f"the {what} of its speakers are in {name}, and only JSON is read: bring them as speakers.json"


def _unsafe(config: dict[str, Any]) -> str:
    letters = _text(_dict(config.get("characters")).get("characters_class"))
    if letters and letters not in LETTERS:
        return f"its letters are kept by {letters}, which is no class of coqui-tts"
    cleaner = config.get("text_cleaner")
    if cleaner and not (isinstance(cleaner, str) and CLEANER.fullmatch(cleaner)):
        return f"its text goes through {cleaner}, which is no cleaner of coqui-tts"
    return ""


def _beside(folder: Path, path: str, others: tuple[str, ...]) -> object:
    """The first readable JSON file beside the configuration: of the bare name that is told, or of a usual one."""
    named = Path(path.replace("\\", "/")).with_suffix(".json").name if path else ""
    for name in dict.fromkeys((named, *others)):
        if name and (found := _read(folder / name)) is not None:
            return found
    return None


def _read(path: Path) -> dict[str, Any] | None:
    try:
        return _dict(read_json(path)) or None
    except (OSError, ValueError, RecursionError):
        return None


def _numbers(found: object) -> dict[str, int]:
    numbers = {name: n for name, n in _dict(found).items() if isinstance(n, int) and not isinstance(n, bool)}
    return numbers if sorted(numbers.values()) == list(range(len(_dict(found)))) else {}


def _vectors(found: object) -> dict[str, tuple[float, ...]]:
    """Speaker → the mean of the vectors of its clips. Source: EmbeddingManager.get_mean_embedding of coqui-tts."""
    clips: dict[str, list[list[float]]] = {}
    for clip in _dict(found).values():
        name, vector = _text(_dict(clip).get("name")), _list(_dict(clip).get("embedding"))
        if name and vector and all(isinstance(x, int | float) for x in vector):
            clips.setdefault(name, []).append([float(cast("float", x)) for x in vector])
    return {
        name: tuple(sum(column) / len(of) for column in zip(*of, strict=True))
        for name, of in sorted(clips.items())
        if len({len(vector) for vector in of}) == 1
    }


def _datasets(config: dict[str, Any]) -> list[dict[str, Any]]:
    return [_dict(d) for d in _list(config.get("datasets"))]


def _dict(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
