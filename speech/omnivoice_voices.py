"""The voices that OmniVoice has: made-up ones, and those of people with a record of consent. Loads nothing."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from languages.card import Card
from languages.engine_codes import codes
from languages.errors import ConsentRefused
from languages.evidence import rows_of
from languages.weights import look
from speech.consent import Consent, consents
from speech.neural_lines import seed_of
from speech.neural_voices import cloned_id, cloned_voices, why_broken
from speech.utterance import Voice

CHECKPOINT = "omnivoice"
HOURS = "omnivoice_tts_hours"
"""Column of the coverage table. Source: docs/lang_id_name_map.tsv of OmniVoice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A voice that the model makes up."""

    id: str
    gender: str
    words: str
    """Of the library's list. Source: omnivoice/utils/voice_design.py."""


DESIGNS = (
    Design(id="female", gender="female", words="female, young adult"),
    Design(id="male", gender="male", words="male, young adult"),
    Design(id="old-female", gender="female", words="female, elderly"),
    Design(id="old-male", gender="male", words="male, elderly"),
    Design(id="child", gender="child", words="child"),
)
SAMPLES = {
    "en": "The old fisherman looked out to sea, and the children waited quietly for his story to begin.",
    "zh": "老渔夫望着大海，孩子们静静地坐在他身边，等着他开始讲故事。",
}
"""What made-up voices say in their sample, by language; about 6 s by the library's own estimate."""


@lru_cache
def listed() -> dict[str, tuple[str, float]]:
    """Canonical tag → (the library's code, its hours of training speech); of two codes that with the more hours."""
    import langcodes

    found: dict[str, tuple[str, float]] = {}
    for code, tag in codes("omnivoice").items():
        told = {r.iso639_3: float(v) for r in rows_of(tag) for k, v in r.cells if k == HOURS}
        own = langcodes.Language.get(code, normalize=False).to_alpha3()
        hours = told.get(own, max(told.values()))  # the table has Chinese as Mandarin, cmn
        if tag not in found or hours > found[tag][1]:
            found[tag] = (code, hours)
    return found


@lru_cache
def made_up() -> dict[str, tuple[str, Design]]:
    """Id of each made-up voice → its language and design."""
    return {f"{CHECKPOINT}:{tag}+{design.id}": (tag, design) for tag in listed() for design in DESIGNS}


def tags_of(voices: Iterable[str]) -> tuple[str, ...]:
    """Languages among whose voices these must be, if they are any."""
    asked, known = set(voices), made_up()
    return tuple(dict.fromkeys(known[v][0] for v in asked)) if asked <= known.keys() else tuple(listed())


def sample_language(tag: str) -> str:
    """In which language the sample of a made-up voice is spoken."""
    return tag if tag in SAMPLES else "en"


def rank_of(tag: str, foreign: bool = False) -> float:
    """0.3 for one hour of training speech and 0.05 more for each tenfold of it, at most 0.55; 0.1 less for an accent.

    A rule of order only, as more speech is likelier to help: nobody has measured any voice.
    """
    told = 0.3 + 0.05 * math.log10(listed()[tag][1])
    return round(max(0.0, min(0.55, told) - (0.1 if foreign else 0.0)), 3)


def evidence_of(tag: str, foreign: bool = False) -> str:
    """What is known of the model in a language."""
    hours = listed()[tag][1]
    told = f"{hours:,.0f}" if hours >= 10 else f"{hours:g}"
    accent = "; it is made up in English, so an English accent may be heard" if foreign else ""
    return (
        f"OmniVoice learnt the language from {told} h of speech, by its own table; nobody has measured it here{accent}"
    )


def all_voices(card: Card, tags: Sequence[str], root: Path | None) -> tuple[Voice, ...]:
    """Made-up voices and people's voices in some languages, with why they are broken where they are."""
    checkpoint = look(CHECKPOINT, root).checkpoint
    broken = why_broken(card, CHECKPOINT, root)
    wanted = frozenset(tags)
    invented = [
        Voice(
            engine=card.id,
            id=name,
            language=tag,
            gender=design.gender,
            variant=design.id,
            tells_times=False,
            judges_letters=True,
            evidence=evidence_of(tag, foreign=sample_language(tag) != tag),
            broken=broken,
            rank=rank_of(tag, foreign=sample_language(tag) != tag),
            licence=checkpoint.licence,
            checkpoint=checkpoint.id,
        )
        for name, (tag, design) in made_up().items()
        if tag in wanted
    ]
    textless = {record.voice for record in records() if not record.sample_text.strip()}
    people = cloned_voices(card, checkpoint, tags, broken)
    return (*invented, *(_person(v, v.consent in textless) for v in people))


def _person(voice: Voice, textless: bool) -> Voice:
    needed = (
        f"its record does not tell what is said in the sample of {voice.consent}, and OmniVoice needs that: record the "
        "consent again under another name, with `vernacast voices add --sample-text`"
    )
    return dataclasses.replace(
        voice,
        tells_times=False,
        broken=voice.broken or (needed if textless else ""),
        evidence=evidence_of(voice.language),
        rank=rank_of(voice.language),
    )


def records() -> tuple[Consent, ...]:
    """All records of consent; none where one cannot be read (``vernacast voices list`` says which)."""
    try:
        return consents()
    except ConsentRefused:
        return ()


def sample_digest(voice: str) -> str:
    """Stands for a person's sample and its text; empty for voices that are nobody's."""
    for record in records():
        if any(cloned_id(CHECKPOINT, tag, record.voice) == voice for tag in listed()):
            return f"{record.sample_sha256[:16]}{seed_of(record.sample_text):016x}"
    return ""
