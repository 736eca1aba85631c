"""The engine ``mms``: VITS voices of Massively Multilingual Speech, one model a language, with word times.

On a CPU lines are never batched: measured here, VITS takes 0.33 CPU seconds a second of sound alone and 0.54 in
batches of 8, as every row is as long as the longest. On CUDA they are. There each row has its own noise, and the
decoder sees silence after each row whatever its neighbours are, so that a row is the same in any batch but for the
rounding of sums: a duration that lies within 1e-6 of a whole frame may come out one frame longer in one of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.checkpoints import get_checkpoint
from languages.engine_codes import code_of, codes
from languages.environments import not_installed
from languages.errors import EngineUnusable, TooLarge, UsageError, WeightsMissing, WeightsRefused
from languages.memory import budget_gb
from languages.warm import Warm, exact, in_batches, out_of_memory
from languages.weights import installed, usable
from speech.engine import SpeakJob, Spoken
from speech.mms_text import ids_of, spell, starts_of
from speech.neural_lines import PieceSound, joined, no_text, seed_of
from speech.neural_voices import size_gb, versions_of, why_broken
from speech.utterance import Voice
from speech.vocabulary import Letter, Spelled, lacking_findings, named, speakable

if TYPE_CHECKING:
    import torch

PREFIX = "mms-tts-"
PACKAGES = ("torch", "transformers", "uroman")
MOST_TOKENS = 16_000
"""Padded tokens a batch on CUDA: 32 pieces of 240 characters with the blanks between them."""
QUIET_FRAMES = 64
"""Frames of zeros that the decoder sees after each row: more than its stacked kernels reach back (HiFi-GAN V1:
about 30 frames)."""


class _EndlessSound(Exception):
    """The model's durations come to more than any line lasts, or are no numbers."""


@dataclass(slots=True, kw_only=True)
class _Loaded:
    """A model on its device, and what is needed to give it text."""

    model: Any  # VitsModel: transformers' classes are opaque to the type checker
    known: dict[str, int]
    language: str
    """What the tokenizer calls it."""
    blanks: bool
    romanise: bool
    rate_hz: int
    hop: int
    """Samples a frame."""
    frames: list[list[int]]
    """Frames of each token, row by row, of the latest forward."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One piece of one line."""

    job: int
    letters: tuple[Letter, ...]
    """Positions are those of the whole line."""
    ids: tuple[int, ...]
    seed: int


class Engine:
    """Speaks with ``VitsModel`` of transformers."""

    card = Card(
        id="speech/mms",
        version="3",
        step=Step.SPEAK,
        summary="Neural voices of Massively Multilingual Speech for about 1,100 languages, with word times.",
        licence=Licence(code="Apache-2.0", weights="CC-BY-NC-4.0", source="model cards of facebook/mms-tts-*"),
        evidence="Languages as published by MMS; nobody has measured a voice here.",
        resources=Resources(cpus=1, ram_gb=1.2, gpu_gb=0.6),
        environment="neural",
        device="any",
        cost_s=1.7,
        cost_source="0.33 CPU seconds a second of sound at batch 1, random weights of the real size, lines of 5 s",
    )

    def __init__(self, weights: Path | None = None) -> None:
        self._root = weights
        self._device = "cpu"
        self._warm: Warm[_Loaded] | None = None
        self._uroman: Any = None  # uroman.Uroman has no types

    def voices(self, language: str = "") -> tuple[Voice, ...]:
        """One voice for each installed model; with ``language`` that of the language, broken where it is not here."""
        if not language:
            found = installed(self.card.id, self._root)
            return tuple(v for f in found if (v := self._voice(f.checkpoint.id)) is not None)
        code = code_of("mms", language)
        voice = self._voice(PREFIX + code) if code else None
        return () if voice is None else (voice,)

    def versions(self, voice: str) -> dict[str, str]:
        """The digest of the weights, and the packages that decide the sound."""
        return versions_of(voice, PACKAGES, self._root)

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes ready; models are loaded when they are first spoken with.

        Raises:
            EngineUnusable: torch, transformers or uroman is not installed, or there is no such device.
        """
        from importlib.util import find_spec

        self.close()
        if missing := [name for name in PACKAGES if find_spec(name) is None]:
            raise EngineUnusable(f"{', '.join(missing)} cannot be imported.", expected=not_installed(self.card))
        if device != "cpu":
            import torch

            if not torch.cuda.is_available():
                raise EngineUnusable(f"torch finds no GPU for --device {device}.", remedy="Use --device cpu.")
        self._root = weights or self._root
        self._device = device
        self._warm = Warm(budget_gb(device))

    def speak(self, batch: tuple[SpeakJob, ...]) -> tuple[Spoken | Failed, ...]:
        """One result per job, in order; letters that a voice does not know are told, text without any is a Failed."""
        if self._warm is None:
            self.load(self._device)
        results: dict[int, Spoken | Failed] = {}
        voices = tuple(dict.fromkeys(job.voice for job in batch))
        for checkpoint, following in zip(voices, (*voices[1:], ""), strict=True):
            mine = [i for i, job in enumerate(batch) if job.voice == checkpoint]
            answers = self._speak(checkpoint, [batch[i] for i in mine], following)
            results.update(zip(mine, answers, strict=True))
        return tuple(results[i] for i in range(len(batch)))

    def close(self) -> None:
        """Lets go of all models."""
        if self._warm is not None:
            self._warm.close()
        self._warm = self._uroman = None

    def _voice(self, checkpoint_id: str) -> Voice | None:
        language = codes("mms").get(checkpoint_id.removeprefix(PREFIX), "")
        if not language or not checkpoint_id.startswith(PREFIX):
            return None
        checkpoint = get_checkpoint(checkpoint_id)
        return Voice(
            engine=self.card.id,
            id=checkpoint_id,
            language=language,
            judges_letters=True,
            evidence=f"listed by MMS ({checkpoint.source}); nobody has measured it here",
            broken=why_broken(self.card, checkpoint_id, self._root),
            rank=0.5,
            licence=checkpoint.licence,
            checkpoint=checkpoint_id,
        )

    def _speak(self, checkpoint_id: str, jobs: Sequence[SpeakJob], following: str) -> list[Spoken | Failed]:
        """Lines of one voice, while the voice that follows is being loaded."""
        from speech.finish import finish, short

        assert self._warm is not None
        voice = self._voice(checkpoint_id)
        if voice is None:
            reason = f"There is no voice {checkpoint_id!r}. `vernacast languages` shows those that there are."
            return [Failed(reason=reason)] * len(jobs)
        try:
            folder = usable(checkpoint_id, self._root)
            size = size_gb(get_checkpoint(checkpoint_id), folder, self._device)
            loaded = self._warm.get(checkpoint_id, size, lambda: _load(folder, self._device))
        except (WeightsMissing, WeightsRefused, TooLarge, UsageError) as error:
            return [Failed(reason=str(error))] * len(jobs)
        self._load_ahead(following)
        roman = self._edges if loaded.romanise else None
        spelled = [spell(job.read_out().text, loaded.known, loaded.language, roman, job.language) for job in jobs]
        rows = [row for i, job in enumerate(jobs) for row in _rows(i, job, spelled[i], loaded)]
        most, room = (1, 1) if self._device == "cpu" else (32, MOST_TOKENS)
        sounds = in_batches(rows, lambda r: len(r.ids), room, lambda part: self._run(loaded, part), most)
        results: list[Spoken | Failed] = []
        for i, job in enumerate(jobs):
            mine = [s for row, s in zip(rows, sounds, strict=True) if row.job == i]
            failed = next((s for s in mine if isinstance(s, Failed)), None) or no_text(job)
            if not mine and failed is None:
                lacking = [c for s in spelled[i] for c in s.lacking]
                unknown = f" Not in its vocabulary: {named(tuple(dict.fromkeys(lacking)))}." if lacking else ""
                failed = Failed(
                    reason=f"The voice {voice.id} has no letter of {short(job.text)!r}.{unknown} "
                    f"Write numbers out, use the spelling of the language, or record the line."
                )
            if failed is not None:
                results.append(failed)
                continue
            samples, events = joined([s for s in mine if isinstance(s, PieceSound)], loaded.rate_hz)
            lacking = tuple(dict.fromkeys(c for s in spelled[i] for c in s.lacking))
            findings = lacking_findings(voice.id, lacking)
            results.append(finish(job, voice, samples, loaded.rate_hz, events, findings))
        return results

    def _load_ahead(self, checkpoint_id: str) -> None:
        """Begins to load a voice; what is wrong with it is told when it speaks."""
        assert self._warm is not None
        if self._voice(checkpoint_id) is None:
            return
        with suppress(WeightsMissing, WeightsRefused, UsageError):
            folder = usable(checkpoint_id, self._root)
            size = size_gb(get_checkpoint(checkpoint_id), folder, self._device)
            self._warm.ahead(checkpoint_id, size, lambda: _load(folder, self._device))

    def _edges(self, text: str) -> list[tuple[int, int, str]]:
        import uroman

        if self._uroman is None:
            self._uroman = uroman.Uroman()  # reads its tables for some seconds; VitsTokenizer does it for every text
        edges: Any = self._uroman.romanize_string(text, rom_format=uroman.RomFormat.EDGES)
        return [(edge.start, edge.end, edge.txt) for edge in edges]

    def _run(self, loaded: _Loaded, rows: Sequence[_Row]) -> list[PieceSound | Failed]:
        try:
            return list(_forward(loaded, rows, alone=self._device == "cpu"))
        except (_EndlessSound, ValueError) as error:  # ValueError: a spline that was given no numbers (NaN)
            if len(rows) > 1:
                return [sound for row in rows for sound in self._run(loaded, [row])]
            return [Failed(reason=f"The model could not speak a piece of the line: {error}")]
        except (RuntimeError, MemoryError) as error:
            if len(rows) > 1 or not out_of_memory(error):
                raise
            return [Failed(reason=f"{len(rows[0].letters)} letters do not fit into the memory of {self._device}.")]


def _rows(job: int, asked: SpeakJob, spelled: Sequence[Spelled], loaded: _Loaded) -> list[_Row]:
    return [
        _Row(
            job=job,
            letters=piece.letters,
            ids=ids_of(piece.letters, loaded.known, loaded.blanks),
            seed=seed_of(asked.voice, asked.read_out().text, str(index)),
        )
        for index, piece in enumerate(spelled)
        if speakable(piece.letters)
    ]


def _load(folder: Path, device: str) -> _Loaded:
    """The model of a folder, in float32 on any device: the splines of the duration predictor are sensitive to less.

    Raises:
        WeightsRefused: the files do not make up a whole model of this kind.
    """
    import torch
    from safetensors import SafetensorError
    from transformers import VitsModel, VitsTokenizer

    try:
        tokenizer: Any = VitsTokenizer.from_pretrained(folder, local_files_only=True)
        model: Any
        model, info = VitsModel.from_pretrained(
            folder, local_files_only=True, use_safetensors=True, output_loading_info=True, dtype=torch.float32
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError, SafetensorError) as error:
        if out_of_memory(error):
            raise
        raise WeightsRefused(
            f"It cannot be loaded as a VITS model: {error}", path=str(folder), remedy="Fetch or import it again."
        ) from error
    wrong = sorted({*map(str, info["missing_keys"]), *map(str, info["mismatched_keys"])})
    largest = max(tokenizer.encoder.values(), default=-1)
    if wrong or tokenizer.phonemize or largest >= model.config.vocab_size:
        what = f"{len(wrong)} of its tensors are not there ({wrong[0]}, …)" if wrong else ""
        what = what or ("it wants phonemes" if tokenizer.phonemize else f"its vocabulary has a token {largest}")
        raise WeightsRefused(f"This is not a whole MMS voice: {what}.", path=str(folder), remedy="Fetch it again.")
    model.posterior_encoder = None  # used in training only: a fifth of the parameters
    _plain_weights(model)
    exact()
    model.to(device).eval()
    hop = math.prod(model.config.upsample_rates)
    loaded = _Loaded(
        model=model,
        known=dict(tokenizer.encoder),
        language=tokenizer.language or "",
        blanks=tokenizer.add_blank,
        romanise=tokenizer.is_uroman,
        rate_hz=model.config.sampling_rate,
        hop=hop,
        frames=[],
    )
    model.duration_predictor.register_forward_hook(lambda _, args, out: _take_durations(loaded, args[1], out))
    return loaded


def _plain_weights(model: Any) -> None:  # VitsModel
    """Works weight normalisation out once instead of in every forward."""
    from torch.nn.utils import parametrize

    for module in list(model.modules()):
        if parametrize.is_parametrized(module, "weight"):
            parametrize.remove_parametrizations(module, "weight")


def _take_durations(loaded: _Loaded, mask: torch.Tensor, log_durations: torch.Tensor) -> None:
    """Notes the frames of each token as the model works them out itself (``VitsModel.forward``).

    Raises:
        _EndlessSound: there are more than any line has.
    """
    import torch

    from speech.finish import LONGEST_S

    durations = torch.ceil(torch.exp(log_durations.float()) * mask / loaded.model.speaking_rate)
    seconds = float(durations.sum(-1).max()) * loaded.hop / loaded.rate_hz
    if not seconds <= LONGEST_S:
        raise _EndlessSound(f"It wants {seconds:.0f} s of sound for it. Split it, or record it.")
    loaded.frames = [[int(d) for d in row] for row in durations.squeeze(1).tolist()]


def _forward(loaded: _Loaded, rows: Sequence[_Row], *, alone: bool) -> Iterator[PieceSound]:
    """The sound of each row: one row as the model gives it, or all in one padded batch."""
    import torch

    model, device = loaded.model, loaded.model.device
    width = max(len(row.ids) for row in rows)
    ids = torch.zeros((len(rows), width), dtype=torch.long)
    mask = torch.zeros_like(ids)
    for i, row in enumerate(rows):
        ids[i, : len(row.ids)] = torch.tensor(row.ids)
        mask[i, : len(row.ids)] = 1
    loaded.frames = []
    with torch.inference_mode():
        if alone:
            with _noise_by_row(loaded, rows):
                waves = model(input_ids=ids.to(device)).waveform
        else:
            with _noise_by_row(loaded, rows), _quiet_after(model):
                waves = model(input_ids=ids.to(device), attention_mask=mask.to(device)).waveform
    for wave, row, frames in zip(waves.float().cpu().numpy(), rows, loaded.frames, strict=True):
        own = frames[: len(row.ids)]
        samples = wave[: max(1, sum(own)) * loaded.hop].copy()
        yield PieceSound(samples=samples, starts=starts_of(row.letters, own, loaded.blanks, loaded.hop))


@contextmanager
def _noise_by_row(loaded: _Loaded, rows: Sequence[_Row]) -> Generator[None]:
    """Gives each row the noise that it would be given alone on a CPU after ``torch.manual_seed`` with its own seed.

    The process's own random numbers are left alone: a voice that is being loaded in another thread draws from them.
    """
    import torch
    from torch.overrides import TorchFunctionMode

    dice = [torch.Generator().manual_seed(row.seed) for row in rows]

    def drawn(like: torch.Tensor) -> torch.Tensor:
        lengths = [sum(f) for f in loaded.frames] or [len(row.ids) for row in rows]
        noise = torch.zeros_like(like)
        for i, length in enumerate(lengths):
            own = torch.empty_like(like[i : i + 1, :, : max(1, length)], device="cpu")
            noise[i : i + 1, :, : max(1, length)] = own.normal_(generator=dice[i]).to(like.device)
        return noise

    class Mode(TorchFunctionMode):  # pyright: ignore[reportUntypedBaseClass] - torch is not in our own environment
        def __torch_function__(
            self,
            func: Callable[..., object],
            types: object,
            args: Sequence[Any] = (),
            kwargs: dict[str, Any] | None = None,
        ) -> object:
            if func is torch.randn_like:
                return drawn(args[0])
            if func is torch.randn:
                return drawn(torch.empty(tuple(args)))
            return func(*args, **(kwargs or {}))

    with Mode():
        yield


@contextmanager
def _quiet_after(model: Any) -> Generator[None]:  # VitsModel
    """Lets the decoder see the same silence after every row."""
    import torch

    def pad(_: object, args: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, ...]:
        return (torch.nn.functional.pad(args[0], (0, QUIET_FRAMES)), *args[1:])

    hook = model.decoder.register_forward_pre_hook(pad)
    try:
        yield
    finally:
        hook.remove()
