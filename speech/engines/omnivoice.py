"""The engine ``omnivoice``: one model for 640 languages, which speaks every line with the voice of a sample.

Without a sample OmniVoice takes another speaker for each line. So every voice here has one: a person's recording
with a record of consent, or an utterance that the model made itself, once, of documented words (``female, elderly``)
and a fixed seed. That is what the library does with a long text of its own: the first part is the sample of the rest
(``OmniVoice._generate_chunked``). It learnt such words from English and Chinese only, so the sample is English or
Chinese, and an accent may be heard in other languages.

The noise of each piece comes from a seed of its own, on a CPU, whatever is spoken beside it. Which of two tokens wins
may hang on 1e-5 of a logit, though: another number of threads, a GPU or a batch of another size can change a few of
them, and with them a detail of the sound. To make that rare all is float32, as published. On a CPU nothing is batched.

Source: README and docs/tips.md of https://github.com/k2-fsa/OmniVoice; its issues 44, 87 and 255 (what keeps a voice).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.environments import not_installed
from languages.errors import EngineUnusable, RecordingRefused, VernacastError, WeightsRefused
from languages.memory import budget_gb
from languages.warm import Warm, exact, in_batches, out_of_memory
from languages.weights import installed, look, size_gb, usable
from speech.engine import SpeakJob, Spoken
from speech.neural_lines import PieceSound, joined, seed_of
from speech.neural_voices import reference_for, versions_of
from speech.omnivoice_lines import (
    Row,
    fits,
    mismatch,
    pace_of,
    plain,
    refusal,
    rows_of_line,
    sample_findings,
    sayable,
    turns,
)
from speech.omnivoice_voices import (
    CHECKPOINT,
    SAMPLES,
    all_voices,
    listed,
    made_up,
    sample_digest,
    sample_language,
    tags_of,
)
from speech.utterance import Voice

if TYPE_CHECKING:
    import numpy as np
    import torch

PACKAGES = ("torch", "transformers", "tokenizers", "torchaudio", "omnivoice", "pydub")
MOST_SAMPLE_S = 60.0
"""No record of consent has a longer one."""
ANOTHER = "omnivoice draws its noise in another order than the version that this engine was written for"
AGAIN = "Record the consent again, under another name, with the text that is said in the sample."
MOST_TOKENS = 12_000
"""Padded tokens a batch on CUDA: each has 8 x 1,025 logits, twice: 0.8 GB for all."""


class _NoNumbers(Exception):
    """The model's scores are no numbers (NaN): what it then says is noise with nothing odd about it."""


@dataclass(slots=True, kw_only=True)
class _Loaded:
    """The model on its device."""

    model: Any  # OmniVoice: opaque to the type checker, as its parts are
    settings: Any  # OmniVoiceGenerationConfig
    marks: tuple[str, ...]
    """What its tokenizer takes for more than text."""
    prompts: dict[tuple[str, ...], Any] = field(default_factory=dict[tuple[str, ...], Any])
    """Samples in the model's own tokens (VoiceClonePrompt), by what they were made of."""


class Engine:
    """Speaks with ``OmniVoice``."""

    card = Card(
        id="speech/omnivoice",
        version="3",
        step=Step.SPEAK,
        summary="Made-up voices, and people's own, in more than 600 languages, by OmniVoice.",
        licence=Licence(
            code="Apache-2.0",
            weights="LicenseRef-CC-BY-NC AND LicenseRef-Higgs-Audio-2-Community",
            source="https://github.com/k2-fsa/OmniVoice/issues/211 and 262: its makers say that the model is CC-BY-NC "
            "(no version named), the code Apache-2.0; audio_tokenizer/LICENSE beside the model",
        ),
        evidence="Languages and hours of training speech as published by OmniVoice; nobody has measured a voice here.",
        resources=Resources(cpus=1, ram_gb=5.0, gpu_gb=6.0),
        environment="neural",
        device="any",
        cost_s=235.0,
        cost_source="estimate: one of 32 steps took 7.3 CPU seconds (random weights of the real size, a line of 5 s "
        "after a sample of 6 s), the decoder 1.2",
    )

    def __init__(self, weights: Path | None = None) -> None:
        self._root = weights
        self._device = "cpu"
        self._warm: Warm[_Loaded] | None = None

    def voices(self, language: str = "") -> tuple[Voice, ...]:
        """Five made-up voices a language, and those people's voices that a record of consent allows.

        Without the weights only what there could be in ``language``, broken, with what to do for it.
        """
        if language:
            return all_voices(self.card, (language,) if language in listed() else (), self._root)
        return all_voices(self.card, tuple(listed()), self._root) if installed(self.card.id, self._root) else ()

    def versions(self, voice: str) -> dict[str, str]:
        """The digest of the weights, the packages that decide the sound, and a person's sample with its text."""
        sample = sample_digest(voice)
        return {**versions_of(CHECKPOINT, PACKAGES, self._root), **({"sample": sample} if sample else {})}

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes ready; the model is loaded when it is first spoken with.

        Raises:
            EngineUnusable: a package is not installed, or there is no such device.
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
        """One result per job, in order. The model tells no word times: they are spread over the sound, and say so."""
        if self._warm is None:
            self.load(self._device)
        voices = {v.id: v for v in all_voices(self.card, tags_of(job.voice for job in batch), self._root)}
        results: dict[int, Spoken | Failed] = {}
        for i, job in enumerate(batch):
            if failed := refusal(job, job.voice in voices):
                results[i] = failed
        asked = [i for i in range(len(batch)) if i not in results]
        if asked:
            results.update(zip(asked, self._speak([batch[i] for i in asked], voices), strict=True))
        return tuple(results[i] for i in range(len(batch)))

    def close(self) -> None:
        """Lets go of the model and of all samples."""
        if self._warm is not None:
            self._warm.close()
        self._warm = None

    def _speak(self, jobs: Sequence[SpeakJob], voices: dict[str, Voice]) -> list[Spoken | Failed]:
        from speech.finish import finish

        assert self._warm is not None
        try:
            folder = usable(CHECKPOINT, self._root)
            size = size_gb(look(CHECKPOINT, self._root), self._device)
            loaded = self._warm.get(CHECKPOINT, size, lambda: _load(folder, self._device))
        except VernacastError as error:
            return [Failed(reason=str(error))] * len(jobs)
        prompts = {
            pair: self._prompt(loaded, voices[pair[0]], pair[1])
            for pair in dict.fromkeys((job.voice, job.language) for job in jobs)
        }
        rows: list[Row] = []
        for i, job in enumerate(jobs):
            prompt, code = prompts[job.voice, job.language], listed()[voices[job.voice].language][0]
            if not isinstance(prompt, Failed):
                text = plain(job.read_out().text, loaded.marks)
                rows += rows_of_line(i, job, text, code, pace_of(loaded.model, prompt))
        most, room = (1, 1) if self._device == "cpu" else (32, MOST_TOKENS)
        sounds = in_batches(rows, lambda r: r.width, room, lambda part: self._run(loaded, part), most)
        rate_hz = loaded.model.sampling_rate
        results: list[Spoken | Failed] = []
        for i, job in enumerate(jobs):
            said = [s for row, s in zip(rows, sounds, strict=True) if row.job == i]
            failed = next((s for s in (prompts[job.voice, job.language], *said) if isinstance(s, Failed)), None)
            if failed is not None:
                results.append(failed)
                continue
            samples, _ = joined([s for s in said if isinstance(s, PieceSound)], rate_hz)
            findings = sample_findings(job.voice, pace_of(loaded.model, prompts[job.voice, job.language]))
            results.append(finish(job, voices[job.voice], samples, rate_hz, (), findings))
        return results

    def _prompt(self, loaded: _Loaded, voice: Voice, language: str) -> Any:  # VoiceClonePrompt | Failed
        """The sample of a voice in the model's own tokens; a person's record is asked each time."""
        if voice.consent:
            return _sample_of_person(loaded, voice, language)
        tag, design = made_up()[voice.id]
        language = sample_language(tag)
        key = (design.words, language)
        if key not in loaded.prompts:
            text = SAMPLES[language]
            row = Row(
                job=0,
                text=text,
                code=language,
                seed=seed_of(CHECKPOINT, design.words, text),
                frames=pace_of(loaded.model, None).frames(text),
                words=design.words,
            )
            (sound,) = self._run(loaded, [row])
            prompt = sound if isinstance(sound, Failed) else _encoded(loaded, sound.samples, text)
            if isinstance(prompt, Failed):
                return Failed(reason=f"The voice {voice.id} could not be made up. {prompt.reason}")
            loaded.prompts[key] = prompt
        return loaded.prompts[key]

    def _run(self, loaded: _Loaded, rows: Sequence[Row]) -> list[PieceSound | Failed]:
        try:
            return list(_forward(loaded, rows))
        except _NoNumbers as error:
            if len(rows) > 1:
                return [sound for row in rows for sound in self._run(loaded, [row])]
            return [Failed(reason=str(error))]
        except (RuntimeError, MemoryError) as error:
            if len(rows) > 1 or not out_of_memory(error):
                raise
            return [Failed(reason=f"{len(rows[0].text)} letters do not fit into the memory of {self._device}.")]


def _sample_of_person(loaded: _Loaded, voice: Voice, language: str) -> Any:  # VoiceClonePrompt | Failed
    from speech.decode import read
    from speech.finish import short

    reference = reference_for(voice.consent, voice.language, language)
    if isinstance(reference, Failed):
        return reference
    text = plain(reference.text, loaded.marks)
    if not sayable(text):
        return Failed(reason=f"The voice {voice.id} cannot be used: {voice.broken or 'its sample has no text'}.")
    key = (reference.digest, text)
    if key not in loaded.prompts:
        import soxr

        try:
            sound = read(reference.path, MOST_SAMPLE_S)
        except RecordingRefused as error:
            return Failed(reason=str(error))
        samples = soxr.resample(sound.samples.mean(axis=1), sound.rate_hz, loaded.model.sampling_rate)
        prompt = _encoded(loaded, samples, text)
        if not isinstance(prompt, Failed) and not fits(loaded.model, prompt):
            prompt = Failed(reason="Nobody says so much, or so little, in that time. " + AGAIN)
        if isinstance(prompt, Failed):
            return Failed(reason=f"The sample of {voice.consent} ({short(text)!r}) cannot be used. {prompt.reason}")
        loaded.prompts[key] = prompt
    return loaded.prompts[key]


def _encoded(loaded: _Loaded, samples: np.ndarray, text: str) -> Any:  # VoiceClonePrompt | Failed
    """A sound and its text as a sample for the model; the library takes silences out of it."""
    import numpy as np
    import torch

    if not np.isfinite(samples).all():
        return Failed(reason="It holds numbers that are no sound (NaN).")
    sound = torch.from_numpy(np.asarray(samples, np.float32))
    try:
        with torch.inference_mode():
            return loaded.model.create_voice_clone_prompt((sound, loaded.model.sampling_rate), ref_text=text)
    except (ValueError, RuntimeError) as error:
        if out_of_memory(error):
            return Failed(reason="It does not fit into the memory of the device.")
        return Failed(reason=f"The model makes nothing of it, as if it were silence: {error}")


def _forward(loaded: _Loaded, rows: Sequence[Row]) -> Iterator[PieceSound]:
    """The sound of each row, in one batch.

    Raises:
        _NoNumbers: the model gave none for one of them.
    """
    from speech.finish import short

    with _noise_by_row(loaded, rows) as finite:
        waves = loaded.model.generate(
            text=[row.text for row in rows],
            language=[row.code for row in rows],
            voice_clone_prompt=[row.prompt for row in rows],
            instruct=[row.words for row in rows],
            generation_config=loaded.settings,
        )
    for row, wave, good in zip(rows, waves, finite.tolist(), strict=True):
        if not good:
            raise _NoNumbers(f"The model gave numbers that are no scores (NaN) for {short(row.text)!r}.")
        yield PieceSound(samples=wave)


@contextmanager
def _noise_by_row(loaded: _Loaded, rows: Sequence[Row]) -> Generator[torch.Tensor]:
    """Gives each row the noise of its own seed as a CPU draws it; yields whether each row's scores are numbers."""
    import torch
    from omnivoice.models.omnivoice import _get_time_steps
    from torch.overrides import TorchFunctionMode

    times = _get_time_steps(num_step=loaded.settings.num_step, t_shift=loaded.settings.t_shift).tolist()
    draws = turns([row.frames * loaded.model.config.num_audio_codebook for row in rows], times)
    seeded = [torch.Generator().manual_seed(row.seed) for row in rows]
    finite = torch.ones(len(rows), dtype=torch.bool, device=loaded.model.device)

    def drawn(like: torch.Tensor) -> torch.Tensor:
        row = next(draws, None)
        if row is None:
            raise RuntimeError(ANOTHER)
        finite[row] &= torch.isfinite(like).all()
        return torch.rand(like.shape, generator=seeded[row], dtype=like.dtype).to(like.device)

    class Mode(TorchFunctionMode):  # pyright: ignore[reportUntypedBaseClass] - torch is not in our own environment
        def __torch_function__(
            self,
            func: Callable[..., object],
            types: object,
            args: Sequence[Any] = (),
            kwargs: dict[str, Any] | None = None,
        ) -> object:
            return drawn(args[0]) if func is torch.rand_like else func(*args, **(kwargs or {}))

    with Mode():
        yield finite
    if next(draws, None) is not None:
        raise RuntimeError(ANOTHER)


def _load(folder: Path, device: str) -> _Loaded:
    """The model of a folder. The library's own way would fetch what is missing, and ask stdin for trust in code.

    Raises:
        WeightsRefused: the files do not make up a whole model of this kind.
    """
    import torch
    from huggingface_hub.errors import StrictDataclassError
    from omnivoice import OmniVoice, OmniVoiceGenerationConfig
    from omnivoice.utils.duration import RuleDurationEstimator
    from safetensors import SafetensorError
    from transformers import AutoFeatureExtractor, AutoTokenizer, HiggsAudioV2TokenizerModel

    here: dict[str, Any] = {"local_files_only": True}
    sure = {**here, "trust_remote_code": False}
    whole = {**here, "use_safetensors": True, "output_loading_info": True, "dtype": torch.float32}
    faults = (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError, SafetensorError)
    codec: Any
    model: Any
    try:
        tokenizer: Any = AutoTokenizer.from_pretrained(folder, **sure)
        listens: Any = AutoFeatureExtractor.from_pretrained(folder / "audio_tokenizer", **sure)
        model, told = OmniVoice.from_pretrained(str(folder), train=True, **whole)
        codec, also = HiggsAudioV2TokenizerModel.from_pretrained(folder / "audio_tokenizer", **whole)
    except (*faults, StrictDataclassError) as error:
        if out_of_memory(error):
            raise
        raise WeightsRefused(
            f"It cannot be loaded as OmniVoice: {str(error)[:400]}",
            path=str(folder),
            remedy="Fetch or import it again.",
        ) from error
    wrong = sorted({str(k) for i in (told, also) for kind in ("missing_keys", "mismatched_keys") for k in i[kind]})
    what = f"{len(wrong)} of its tensors are not there ({wrong[0]}, …)" if wrong else mismatch(model, codec, tokenizer)
    if not what and listens.sampling_rate != codec.config.sample_rate:
        what = "its two sampling rates differ"
    if what:
        raise WeightsRefused(f"This is not a whole OmniVoice: {what}.", path=str(folder), remedy="Fetch it again.")
    model.text_tokenizer, model.audio_tokenizer, model.sampling_rate = tokenizer, codec, listens.sampling_rate
    model.duration_estimator = RuleDurationEstimator()
    exact()
    model.to(device).eval()
    # The library's own finish rounds to 16 bits, which would hide what is no number; pieces are short enough for it.
    settings = OmniVoiceGenerationConfig(
        postprocess_output=False, pad_duration=0.0, fade_duration=0.0, audio_chunk_threshold=1e6
    )
    return _Loaded(model=model, settings=settings, marks=tuple(tokenizer.get_added_vocab()))
