"""Lines as OmniVoice takes them, what is said of those it cannot take, and which parts of a model belong together.

Its model, tokenizer and samples come in from outside: nothing here loads them or knows their library.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from languages.card import Failed
from languages.invisible import JOINERS
from speech.engine import SpeakJob
from speech.neural_lines import MOST_CHARACTERS, no_text, pieces, seed_of
from speech.vocabulary import SAID
from translation.translated import Finding, FindingKind

MARKS = (
    *("<|denoise|>", "<|lang_start|>", "<|lang_end|>", "<|instruct_start|>", "<|instruct_end|>"),
    *("<|text_start|>", "<|text_end|>"),
)
"""Tokens by which the model tells its inputs apart. Source: ``OmniVoice._prepare_inference_inputs``."""
PIECE_S = 30.0
"""So much the library itself says in one go. Source: ``OmniVoiceGenerationConfig.audio_chunk_threshold``."""
SAMPLE_S = 20.0
"""Of a longer sample the library warns that it is slower and may be less alike; it advises 3 to 10 s."""
MOST_PACE = 4.0
"""No sample is spoken so many times faster or slower than the library expects: then its text is another. Own rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One piece of one line."""

    job: int
    text: str
    code: str
    """What the library calls the language."""
    seed: int
    frames: int
    """Of sound, by the library's own estimate: the model fills exactly so many."""
    prompt: Any = None  # VoiceClonePrompt: opaque to the type checker
    words: str | None = None
    """What the voice is to be like; only in the making of a sample."""

    @property
    def width(self) -> int:
        """Tokens, about."""
        return self.frames + len(self.text) + (0 if self.prompt is None else self.prompt.ref_audio_tokens.shape[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long texts last in a voice."""

    prompt: Any
    """Its sample in the model's own tokens (VoiceClonePrompt), or None."""
    frames: Callable[[str], int]
    """The library's estimate for a text."""
    rate_hz: int
    """Frames a second."""


def pace_of(model: Any, prompt: Any) -> Pace:  # OmniVoice, VoiceClonePrompt | None
    """The pace of a sample; without one that which the library takes for usual."""
    sample = (None, None) if prompt is None else (prompt.ref_text, prompt.ref_audio_tokens.shape[-1])
    return Pace(
        prompt=prompt,
        frames=lambda text: model._estimate_target_tokens(text, *sample),
        rate_hz=model.audio_tokenizer.config.frame_rate,
    )


def fits(model: Any, prompt: Any) -> bool:
    """Whether a sample's text can be said in the sample's time: lines will be spoken at its pace."""
    pace = prompt.ref_audio_tokens.shape[-1] / pace_of(model, None).frames(prompt.ref_text)
    return 1 / MOST_PACE < pace < MOST_PACE


def refusal(job: SpeakJob, known: bool) -> Failed | None:
    """Why a line cannot be spoken, whatever the model is, or None."""
    if failed := no_text(job):
        return failed
    if not known:
        return Failed(reason=f"There is no voice {job.voice!r}. `vernacast languages` shows those that there are.")
    if not sayable(job.read_out().text):
        return Failed(reason=f"There is nothing to be read aloud in {job.text[:60]!r}. Write it out, or record it.")
    return None


def sample_findings(voice: str, pace: Pace) -> tuple[Finding, ...]:
    """What to tell of a voice with a long sample."""
    seconds = pace.prompt.ref_audio_tokens.shape[-1] / pace.rate_hz
    if seconds <= SAMPLE_S:
        return ()
    text = f"The sample of {voice} lasts {seconds:.0f} s: 3 to 10 are advised, more is slower and may sound less alike."
    return (Finding(kind=FindingKind.VOICE, text=text),)


def rows_of_line(job: int, asked: SpeakJob, text: str, code: str, pace: Pace) -> list[Row]:
    """The pieces of a line, none of them longer than the model says in one go; ``text`` is the line in plain text."""
    parts: list[str] = []
    for characters in (MOST_CHARACTERS, 120, 60, 30, 15):
        parts = [piece.text for piece in pieces(text, characters, asked.language) if sayable(piece.text)]
        if all(pace.frames(part) <= PIECE_S * pace.rate_hz for part in parts):
            break
    return [
        Row(
            job=job,
            text=part,
            code=code,
            seed=seed_of(asked.voice, asked.text, str(index)),
            frames=pace.frames(part),
            prompt=pace.prompt,
        )
        for index, part in enumerate(parts)
    ]


def plain(text: str, marks: Sequence[str]) -> str:
    """A text in which nothing is a command: no brackets (``[laughter]``, ``[B EY1 S]``), none of the ``marks``.

    Any space is a space, and controls are left out: the library drops line ends, and words would run together.
    """
    kept = (" " if c.isspace() else c for c in text if c.isspace() or c in JOINERS or not _control(c))
    found = "".join(kept).replace("[", "(").replace("]", ")")
    for mark in marks:
        found = found.replace(mark, f"{mark[0]} {mark[1:]}")
    return found


def sayable(text: str) -> bool:
    """Whether there is a letter, a digit or a sign that is read aloud: for anything else the model makes words up."""
    return any(c.isalnum() or c in SAID for c in text)


def turns(totals: Sequence[int], times: Sequence[float]) -> Iterator[int]:
    """Which row the model draws noise for, draw by draw, where it fills ``totals`` tokens between these times.

    Source: the schedules of ``OmniVoice._generate_iterative``, in which a row that is full draws no more.
    """
    left = list(totals)
    for step in range(len(times) - 1):
        for row, total in enumerate(totals):
            share = math.ceil(total * (times[step + 1] - times[step]))
            filled = left[row] if step == len(times) - 2 else min(share, left[row])
            left[row] -= filled
            if filled > 0:
                yield row


def mismatch(model: Any, codec: Any, tokenizer: Any) -> str:  # OmniVoice, HiggsAudioV2TokenizerModel, Qwen2Tokenizer
    """Which parts do not belong together, or empty.

    The tokenizer writes bytes (as its 256 letters), so that no character is unknown to it.
    """
    from tokenizers.pre_tokenizers import ByteLevel

    config, known = model.config, tokenizer.get_vocab()
    if lacking := [mark for mark in MARKS if mark not in tokenizer.get_added_vocab()]:
        return f"its tokenizer has no {lacking[0]}"
    if not set(ByteLevel.alphabet()) <= set(known):
        return "its tokenizer cannot write every letter"
    # The model looks its sounds up among the words, too, before it drops what it found there.
    if max(*known.values(), config.audio_vocab_size - 1) >= config.llm_config.vocab_size:
        return f"it knows {config.llm_config.vocab_size} tokens, fewer than its tokenizer"
    if codec.config.num_quantizers != config.num_audio_codebook or codec.config.codebook_size < config.audio_mask_id:
        return f"its decoder does not read {config.num_audio_codebook} codebooks of {config.audio_mask_id}"
    return ""


def _control(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs")
