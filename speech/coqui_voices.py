"""The voices of Coqui's models, from files beside the weights and from consent records: nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from languages.card import Card
from languages.engine_codes import code_of, tags
from languages.weights import Found, installed, look
from speech.coqui_config import Told, read_told, why_unwritten
from speech.neural_voices import cloned_voices, why_broken
from speech.utterance import Voice

XTTS = "xtts-v2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A voice, and how its model calls what it is made of."""

    voice: Voice
    language: str
    """As the model calls it."""
    speaker: str = ""
    """As the model calls it; empty where it has one only, or imitates a recording."""
    told: Told = field(default_factory=Told)
    """Of a VITS model."""


def offers(card: Card, root: Path | None) -> Iterator[Offer]:
    """Those of the VITS models that are here, in any state; and of XTTS one for each consent record and language."""
    for found in installed(card.id, root):
        if found.checkpoint.id != XTTS:
            yield from _of_vits(card, found, why_broken(card, found.checkpoint.id, root))
    xtts, broken = look(XTTS, root).checkpoint, why_broken(card, XTTS, root)
    for tag in tags("xtts"):
        for voice in cloned_voices(card, xtts, (tag,), broken or why_unwritten(tag)):
            yield Offer(voice=replace(voice, tells_times=False), language=code_of("xtts", tag))


def find_offer(card: Card, root: Path | None, voice: str) -> Offer | None:
    """The voice of this id, or None."""
    return next((offer for offer in offers(card, root) if offer.voice.id == voice), None)


def _of_vits(card: Card, found: Found, broken: str) -> Iterator[Offer]:
    """One voice for each language and speaker; what there is only one of is not in the id."""
    checkpoint, told = found.checkpoint, read_told(found.folder, found.checkpoint.id)
    speakers = tuple(told.speakers) or ("",)
    for name, tag in told.tags.items() or (("", ""),):
        for speaker in speakers:
            own = speaker.strip() if len(speakers) > 1 else ""
            parts = (checkpoint.id, name if len(told.tags) > 1 else "", own)
            voice = Voice(
                engine=card.id,
                id=":".join(part for part in parts if part),
                language=tag,
                variant=own,
                judges_letters=True,
                evidence=f"{checkpoint.id}: its own file says {name or 'no language'}; nobody has measured it here",
                broken=broken or told.broken,
                rank=0.5,
                licence=checkpoint.licence,
                checkpoint=checkpoint.id,
            )
            yield Offer(voice=voice, language=name, speaker=speaker, told=told)
