"""The engine ``coqui``: VITS voices of Coqui, and XTTS v2 with the voices of people who consented to it.

The library's own way of loading (``TTS.api``, ``load_checkpoint``) reads pickles and looks for models on the network;
here its model classes are built from the settings that ``speech.coqui_config`` lets through, and filled from
safetensors. Pieces of lines are spoken one by one on every device, so that a line sounds the same in any company.
"""

from __future__ import annotations

import math
import subprocess
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages.card import Card, Failed, Licence, Resources, Step
from languages.environments import not_installed
from languages.errors import EngineUnusable, TooLarge, VernacastError, WeightsRefused
from languages.memory import budget_gb
from languages.warm import Warm, exact, out_of_memory, release
from languages.weights import look, size_gb, usable
from speech.consent import find_consent
from speech.coqui_config import Told
from speech.coqui_parts import Part, Unsayable, vits_parts, xtts_parts
from speech.coqui_text import NUMBERS, starts_of
from speech.coqui_voices import XTTS, Offer, find_offer, offers
from speech.engine import SpeakJob, Spoken
from speech.espeak_data import data_digest, find_data, find_library
from speech.neural_lines import PieceSound, joined, no_text, seed_of
from speech.neural_voices import Reference, reference_for, versions_of
from speech.utterance import Voice
from speech.vocabulary import lacking_findings, named

if TYPE_CHECKING:
    import numpy as np
    import torch

PACKAGES = ("torch", "transformers", "TTS", "six")
"""``six`` is imported by coqui-tts 0.28 (TTS/tts/utils/text/punctuation.py), which does not say that it needs it."""
REFERENCE_HZ = 22050
"""Rate at which XTTS listens to a reference. Source: Xtts.get_conditioning_latents, ``load_sr``."""
LEAST_S = 0.33
"""XTTS takes nothing from a shorter one. Source: Xtts.get_gpt_cond_latents, ``MIN_AUDIO_SECONDS``."""
KEPT_REFERENCES = 8
UNUSED = {
    "vits": ("disc.", "speaker_encoder.", "audio_resampler."),
    XTTS: ("torch_mel_spectrogram_", "dvae.", "gpt.gpt.wte.", "gpt.gpt_inference."),
}
"""Tensors of training, and those that XTTS v1 kept twice. Source: Vits.load_checkpoint, Xtts.load_checkpoint and
Xtts.get_compatible_checkpoint_state_dict."""


@dataclass(slots=True, kw_only=True)
class _Loaded:
    model: Any  # Vits or Xtts: coqui-tts is not in the main environment
    rate_hz: int
    heard: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    """sha256 of a reference → what XTTS took from it."""


class Engine:
    """Speaks with ``Vits`` and ``Xtts`` of coqui-tts."""

    card = Card(
        id="speech/coqui",
        version="3",
        step=Step.SPEAK,
        summary="Coqui's VITS voices, and XTTS v2 in the voice of a person who consented, in 17 languages.",
        licence=Licence(
            code="MPL-2.0", weights="unknown", source="https://github.com/idiap/coqui-ai-TTS (LICENSE.txt)"
        ),
        evidence="Languages as each voice's own file and XttsConfig say; nobody has measured a voice here.",
        resources=Resources(cpus=1, ram_gb=1.2, gpu_gb=0.8),
        environment="neural",
        device="any",
        cost_s=3.5,
        cost_source="0.7 CPU seconds a second of sound for VITS, random weights of the real size, lines of 5 s; an "
        "estimate: XTTS took 6.3 (best of several runs on two shared cores)",
    )

    def __init__(self, weights: Path | None = None) -> None:
        self._root = weights
        self._device = "cpu"
        self._warm: Warm[_Loaded] | None = None

    def voices(self, language: str = "") -> tuple[Voice, ...]:
        """Those of the VITS checkpoints that are here, and one for each consent record and language of XTTS."""
        found = (offer.voice for offer in offers(self.card, self._root))
        return tuple(v for v in found if not language or v.language == language)

    def versions(self, voice: str) -> dict[str, str]:
        """The digests of the weights and of the recording that is imitated, and the packages that decide the sound."""
        offer = find_offer(self.card, self._root, voice)
        packages = ("torch", "transformers", "tokenizers", "coqui-tts", "num2words")
        found = versions_of(offer.voice.checkpoint if offer else voice, packages, self._root)
        consent = find_consent(offer.voice.consent) if offer else None
        if consent is not None:
            found["reference"] = consent.sample_sha256[:16]
        library, data = find_library(), find_data()
        if offer and offer.told.settings.get("use_phonemes") and library is not None and data is not None:
            found["libespeak-ng"] = sha256(library.read_bytes()).hexdigest()[:16]
            found["espeak-ng-data"] = data_digest(data, offer.language)
        return found

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes ready; models are loaded when they are first spoken with.

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
        """One result per job, in order; consent is looked up anew for each."""
        if self._warm is None:
            self.load(self._device)
        known = {offer.voice.id: offer for offer in offers(self.card, self._root)}
        faults: dict[str, Failed] = {}
        return tuple(faults.get(job.voice) or self._speak(job, known.get(job.voice), faults) for job in batch)

    def close(self) -> None:
        """Lets go of all models."""
        if self._warm is not None:
            self._warm.close()
        self._warm = None

    def _speak(self, job: SpeakJob, offer: Offer | None, faults: dict[str, Failed]) -> Spoken | Failed:
        assert self._warm is not None
        if offer is None:
            return Failed(
                reason=f"There is no voice {job.voice!r}: no model here has it, or there is no consent record of it. "
                "`vernacast languages` shows the voices that there are."
            )
        voice, checkpoint = offer.voice, offer.voice.checkpoint
        if voice.broken:
            return Failed(reason=f"The voice {voice.id} cannot be used: {voice.broken.rstrip('.')}.")
        if failed := no_text(job):
            return failed
        reference = reference_for(voice.consent, voice.language, job.language) if voice.consent else None
        if isinstance(reference, Failed):
            return reference
        try:
            folder = usable(checkpoint, self._root)
            size = size_gb(look(checkpoint, self._root), self._device)
            loaded = self._warm.get(checkpoint, size, lambda: _load(offer, folder, self._device))
            return self._say(job, offer, loaded, reference)
        except VernacastError as error:  # of the model or the recording: it need not be tried for each line
            faults[voice.id] = Failed(reason=str(error))
            return faults[voice.id]
        except Unsayable as error:
            return Failed(reason=f"The voice {voice.id} could not speak the line: {error}")
        except (AssertionError, ValueError) as error:  # splines of durations that were given no numbers (NaN)
            return Failed(reason=f"The voice {voice.id} could not speak the line: {str(error)[:200] or 'NaN'}")
        except (RuntimeError, MemoryError) as error:
            if "probability tensor" in str(error):  # torch.multinomial's word for NaN
                return Failed(reason=f"The voice {voice.id} gave numbers that are no sound (NaN). Record the line.")
            if not out_of_memory(error):
                raise
            release()
            return Failed(reason=f"A piece of the line does not fit into the memory of {self._device}. Shorten it.")

    def _say(self, job: SpeakJob, offer: Offer, loaded: _Loaded, reference: Reference | None) -> Spoken | Failed:
        from speech.finish import finish, short

        try:
            tokenizer, language = loaded.model.tokenizer, offer.language
            if reference is None:
                parts = tuple(vits_parts(tokenizer, language, job.read_out().text))
            else:
                config = loaded.model.config
                most = config.model_args.gpt_max_text_tokens
                parts = tuple(xtts_parts(tokenizer, config.languages, most, language, job.read_out().text))
        except NUMBERS as error:
            raise Unsayable(f"its numbers cannot be written out ({error}). Write them as words.") from error
        except (OSError, subprocess.SubprocessError) as error:
            raise Unsayable(f"its phonemes cannot be worked out: {error}") from error
        lacking = tuple(dict.fromkeys(c for part in parts for c in part.lacking))
        said = [part for part in parts if part.said]
        if not said:
            unread = f" Not in its vocabulary: {named(lacking)}." if lacking else ""
            return Failed(
                reason=f"The voice {offer.voice.id} has no letter of {short(job.text)!r}.{unread} "
                f"Write numbers out, use the spelling of the language, or record the line."
            )
        sounds: list[PieceSound] = []
        for i, part in enumerate(said):
            seeds = [seed_of(job.voice, job.text, str(i), *again) for again in ((), ("again",))]
            if reference is not None:
                sounds.append(PieceSound(samples=_xtts_sound(loaded, part, _conditioning(loaded, reference), seeds)))
            else:
                sounds.append(_vits_sound(loaded, offer, part, seeds[0]))
        samples, events = joined(sounds, loaded.rate_hz)
        findings = lacking_findings(offer.voice.id, lacking)
        return finish(job, offer.voice, samples, loaded.rate_hz, events, findings)


def _load(offer: Offer, folder: Path, device: str) -> _Loaded:
    """A model on its device, in float32.

    Raises:
        WeightsRefused: the files do not make up a whole model of the kind.
        TooLarge: it does not fit into memory.
    """
    from safetensors import SafetensorError

    kind = "XTTS" if offer.voice.checkpoint == XTTS else "VITS"
    try:
        loaded = _load_xtts(folder) if kind == "XTTS" else _load_vits(folder, offer.told)
        exact()
        loaded.model.to(device)
        return loaded
    except (OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError, ImportError) as error:
        fault: Exception = error
    except (RuntimeError, MemoryError, SafetensorError, subprocess.SubprocessError) as error:
        fault = error
    if out_of_memory(fault):
        raise TooLarge(f"{offer.voice.checkpoint} does not fit into the memory of {device}.") from fault
    raise WeightsRefused(
        f"It cannot be loaded as a {kind} model of Coqui: {str(fault)[:400]}",
        path=str(folder),
        remedy="Fetch or import it again.",
    ) from fault


def _fill(model: Any, folder: Path, kind: str) -> None:
    """Gives a model its tensors, neither one less nor one more than it has, without those that only training needs.

    Raises:
        ValueError: a tensor holds what is no number: on a GPU that would end the process when it is spoken with.
    """
    import torch
    from safetensors.torch import load_file
    from torch.nn.utils import parametrize

    told = {name.removeprefix("xtts."): t for name, t in load_file(folder / "model.safetensors").items()}
    own = {name: tensor for name, tensor in told.items() if not name.startswith(UNUSED[kind])}
    if wrong := [name for name, tensor in own.items() if not bool(torch.isfinite(tensor).all())]:
        raise ValueError(f"{len(wrong)} of its tensors hold no numbers (NaN): {wrong[0]}, …")
    model.load_state_dict(own, strict=True)
    for module in list(model.modules()):
        if parametrize.is_parametrized(module, "weight"):  # weight normalisation, worked out once for all
            parametrize.remove_parametrizations(module, "weight")


def _load_vits(folder: Path, told: Told) -> _Loaded:
    from TTS.tts.configs.vits_config import VitsConfig
    from TTS.tts.models.vits import Vits

    config: Any = VitsConfig()
    config.from_dict(told.settings)
    model: Any = Vits(config)
    if told.vectors and {len(vector) for vector in told.vectors.values()} != {model.args.d_vector_dim}:
        raise ValueError(f"the vectors of its speakers have not {model.args.d_vector_dim} numbers each")
    _fill(model, folder, "vits")
    model.posterior_encoder = None  # used in training only
    model.eval()
    hop = math.prod(model.args.upsample_rates_decoder)
    if model.args.encoder_sample_rate and model.args.interpolate_z:
        hop *= model.interpolate_factor
    rate_hz = config.audio.sample_rate
    model.duration_predictor.register_forward_hook(
        lambda _, args, out: _check_durations(out, args[1], model.length_scale * hop / rate_hz)
    )
    return _Loaded(model=model, rate_hz=rate_hz)


def _check_durations(log_durations: torch.Tensor, mask: torch.Tensor, frame_s: float) -> None:
    """Stops a model whose durations come to more than any line lasts, or are no numbers."""
    import torch

    from speech.finish import LONGEST_S

    seconds = float((torch.exp(log_durations.float()) * mask).sum()) * frame_s
    if not seconds <= LONGEST_S:
        raise Unsayable(f"it wants {seconds:.0f} s of sound for a piece of it. Split it, or record it.")


def _vits_sound(loaded: _Loaded, offer: Offer, part: Part, seed: int) -> PieceSound:
    import torch

    model, told = loaded.model, offer.told

    def one(value: int) -> torch.Tensor:
        return torch.tensor([value], device=model.device)

    vector = told.vectors.get(offer.speaker)
    aux = {
        "x_lengths": one(len(part.tokens)),
        "speaker_ids": one(told.speakers[offer.speaker]) if told.speakers and vector is None else None,
        "d_vectors": torch.tensor([vector], device=model.device) if vector else None,
        "language_ids": one(told.languages[offer.language]),
        "durations": None,
    }
    torch.manual_seed(seed)
    out = model.inference(torch.tensor([[token for token, _ in part.tokens]], device=model.device), aux)
    samples = out["model_outputs"][0, 0].float().cpu().numpy()
    frames = [int(d) for d in out["durations"][0, 0].tolist()]
    return PieceSound(samples=samples, starts=starts_of(part.tokens, frames, len(samples), part.piece.offset))


def _load_xtts(folder: Path) -> _Loaded:
    import json

    from TTS.tts.configs.xtts_config import XttsConfig
    from TTS.tts.layers.xtts.tokenizer import VoiceBpeTokenizer
    from TTS.tts.models.xtts import Xtts

    told: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config: Any = XttsConfig()
    config.from_dict({**told, "model_args": told.get("model_args") or {}})
    try:
        tokenizer: Any = VoiceBpeTokenizer(vocab_file=folder / "vocab.json")
    except Exception as error:  # tokenizers raises nothing more precise
        raise WeightsRefused(f"It cannot be read: {error}", path=str(folder / "vocab.json")) from error
    args = config.model_args
    args.gpt_number_text_tokens = tokenizer.get_number_tokens()
    args.gpt_start_text_token = tokenizer.tokenizer.token_to_id("[START]")
    args.gpt_stop_text_token = tokenizer.tokenizer.token_to_id("[STOP]")
    model: Any = Xtts(config)
    model.tokenizer = tokenizer
    _fill(model, folder, XTTS)
    model.hifigan_decoder.eval()
    model.gpt.init_gpt_for_inference(kv_cache=args.kv_cache)
    model.gpt.eval()
    return _Loaded(model=model, rate_hz=args.output_sample_rate)


def _conditioning(loaded: _Loaded, reference: Reference) -> tuple[Any, Any]:
    """What XTTS takes from a recording, as ``Xtts.get_conditioning_latents`` works it out from a file."""
    import torch

    from speech.decode import read

    if reference.digest in loaded.heard:
        return loaded.heard[reference.digest]
    config, model = loaded.model.config, loaded.model
    decoded = read(reference.path, max(config.max_ref_len, config.gpt_cond_len))
    import soxr

    mono: np.ndarray = soxr.resample(decoded.samples.mean(axis=1), decoded.rate_hz, REFERENCE_HZ)
    audio = torch.from_numpy(mono).float().clamp(-1, 1)[None, : REFERENCE_HZ * config.max_ref_len].to(model.device)
    if audio.shape[-1] < LEAST_S * REFERENCE_HZ:
        raise Unsayable(
            f"the recording of the voice lasts {audio.shape[-1] / REFERENCE_HZ:.2f} s. Record a longer one."
        )
    if config.sound_norm_refs:
        audio = audio / audio.abs().max() * 0.75
    speaker = model.get_speaker_embedding(audio, REFERENCE_HZ)
    latents = model.get_gpt_cond_latents(audio, REFERENCE_HZ, config.gpt_cond_len, config.gpt_cond_chunk_len)
    if not bool(torch.isfinite(latents).all() and torch.isfinite(speaker).all()):
        raise Unsayable("the recording of the voice gives no numbers (NaN). Record a longer or clearer one.")
    while len(loaded.heard) >= KEPT_REFERENCES:
        loaded.heard.pop(next(iter(loaded.heard)))
    loaded.heard[reference.digest] = (latents, speaker)
    return latents, speaker


def _xtts_sound(loaded: _Loaded, part: Part, heard: tuple[Any, Any], seeds: list[int]) -> np.ndarray:
    """The sound of a piece, as ``Xtts.inference`` makes it; where it finds no end it is tried once more."""
    import torch

    model, (latents, speaker) = loaded.model, heard
    config, gpt = model.config, model.gpt
    ids = torch.tensor([[token for token, _ in part.tokens]], dtype=torch.int, device=model.device)
    for seed in seeds:
        torch.manual_seed(seed)
        with torch.inference_mode():
            codes = gpt.generate(
                cond_latents=latents,
                text_inputs=ids,
                do_sample=True,
                temperature=config.temperature,
                top_k=config.top_k,
                top_p=config.top_p,
                repetition_penalty=float(config.repetition_penalty),
                num_return_sequences=1,
                num_beams=1,
            )
            if gpt.stop_audio_token not in codes[0].tolist():
                continue
            lengths = torch.tensor([codes.shape[-1] * gpt.code_stride_len], device=model.device)
            words = torch.tensor([ids.shape[-1]], device=model.device)
            out = gpt(ids, words, codes, lengths, cond_latents=latents, return_latent=True)
            return model.hifigan_decoder(out, g=speaker).float().cpu().numpy().reshape(-1)
    seconds = gpt.max_gen_mel_tokens * gpt.code_stride_len / model.args.input_sample_rate
    raise Unsayable(f"it went on for {seconds:.0f} s without finding an end, twice. Split the line, or record it.")
