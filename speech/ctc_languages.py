"""Which languages a folder with a wav2vec 2.0 CTC model knows, read from its JSON files without loading anything.

Nothing that transformers saves names the language of a model that knows one only: ``target_lang`` of
``tokenizer_config.json`` is the key of a vocabulary of several languages, and is not there otherwise. So the id says
it, and the id is given by whoever imports the model: ``ctc-ca`` or ``ctc-ca_any-name`` writes Catalan. A vocabulary
of several languages is that of MMS, with one small file of weights a language.

Source: Wav2Vec2CTCTokenizer.__init__ and Wav2Vec2ForCTC.load_adapter of transformers 5.23.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from languages.codes import canonical, likely_script
from languages.engine_codes import DIALECT, EXCEPTIONS, codes, tag_of
from languages.errors import WeightsRefused
from languages.weight_files import read_json

ALIGNER = "mms-300m-forced-aligner"
"""Knows Latin letters only, as uroman writes all languages. Trained on 31,000 hours in 1,130 languages (torchaudio's
documentation of ``MMS_FA``), whose list did not come with it. That of MMS-TTS was published, and its recordings are
those that this model was made to align ("MMS-lab" in arXiv 2305.13516): it is offered for them, and for no other."""
PREFIX = "ctc-"
NAME = "_"
"""What follows it in an id is a name that says nothing."""
LETTERS = "Wav2Vec2CTCTokenizer"
"""The tokenizer of models that write letters; others write phonemes (``Wav2Vec2PhonemeCTCTokenizer``)."""
ADAPTER = "adapter.{}.safetensors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One language that a model knows."""

    tag: str
    code: str = ""
    """Of its adapter; empty where the model has none."""
    roman: bool = False
    """Whether the model knows it in Latin letters that nobody writes it in."""


def tongues_of(checkpoint: str, folder: Path) -> dict[str, Tongue]:
    """Canonical tag → what the model knows; in order of the tags.

    Raises:
        WeightsRefused: its vocabulary cannot be read, or nothing says whose language it is.
    """
    if checkpoint == ALIGNER:
        return {tag: Tongue(tag=tag, roman=True) for tag in sorted(set(codes("mms").values()))}
    kind = _read(folder / "tokenizer_config.json").get("tokenizer_class", LETTERS)
    if kind != LETTERS:
        raise WeightsRefused(
            f"It writes no letters: its tokenizer is a {kind}.",
            path=str(folder),
            expected=LETTERS,
            remedy="Take a model that writes the language as people do.",
        )
    vocabulary = _read(folder / "vocab.json", needed=True)
    if all(isinstance(value, Mapping) for value in vocabulary.values()):
        return _adapters(vocabulary, folder)
    code = checkpoint.removeprefix(PREFIX).partition(NAME)[0]
    tag = canonical(code)
    if not tag or tag != code or any(len(part) == 1 for part in tag.split("-")):  # ``xls-r-300m`` would be a tag
        raise WeightsRefused(
            f"Nothing says which language {checkpoint} writes.",
            path=str(folder),
            expected=f"An id that begins with the language's tag: {PREFIX}ca, {PREFIX}ca{NAME}xlsr.",
            remedy=f"Import it again as {PREFIX}TAG or {PREFIX}TAG{NAME}NAME.",
        )
    return {tag: Tongue(tag=tag, roman=_is_roman(tag, vocabulary))}


def tag_of_adapter(code: str) -> str:
    """The canonical tag of an adapter's code; empty for dialects, which have no tag, and for unknown scripts."""
    return "" if DIALECT in code and code not in EXCEPTIONS else tag_of(code)


def _adapters(vocabulary: Iterable[str], folder: Path) -> dict[str, Tongue]:
    found: dict[str, Tongue] = {}
    for code in sorted(vocabulary):
        tag = tag_of_adapter(code)
        if tag and tag not in found and (folder / ADAPTER.format(code)).is_file():
            found[tag] = Tongue(tag=tag, code=code)
    if not found:
        raise WeightsRefused(
            "It is a model of many languages, and the weights of none of them are here.",
            path=str(folder),
            expected=f"A file {ADAPTER.format('CODE')} for each language that is wanted.",
            remedy="Fetch them beside it, and pin it again.",
        )
    return dict(sorted(found.items()))


def _is_roman(tag: str, vocabulary: Iterable[str]) -> bool:
    """Whether all letters are those of ASCII though the language is usually written in another script."""
    letters = [piece for piece in vocabulary if len(piece) == 1 and piece.isalpha()]
    return likely_script(tag) not in ("", "Latn") and all(letter.isascii() for letter in letters)


def _read(path: Path, needed: bool = False) -> Mapping[str, object]:
    """The object of a JSON file; empty where there is no such file and it is not needed."""
    if not needed and not path.is_file():
        return {}
    try:
        told: object = read_json(path)
    except (OSError, ValueError) as error:
        raise WeightsRefused(f"It cannot be read: {error}", path=str(path), remedy="Import it again.") from error
    if not isinstance(told, dict) or (needed and not told):
        raise WeightsRefused("It is no vocabulary.", path=str(path), remedy="Import it again.")
    return {str(key): value for key, value in told.items()}
