"""Casting: who of the story speaks with which voice. Pure and deterministic.

The narrator gets the plain voice, or the nearest to what its wish asks for. Each character, in the script's order,
gets the first voice that nobody before has, nearest to what its ``voice`` wish asks for; so a character added at
the end changes nobody's voice. A person's cloned voice is cast only where a wish is its very name. When there are
more characters than voices, a finding says who sounds like whom.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from speech.utterance import Voice
from translation.manuscript import Character
from translation.translated import Finding, FindingKind

NARRATOR = ""

WISHES: tuple[tuple[str, str, str], ...] = (
    (
        "female",
        "adult",
        "female woman lady mother queen mujer femenina señora madre reina femme dame mère reine dona muller "
        "mulher femenino feminina donna signora virino ino mwanamke mama femna frau weiblich",
    ),
    (
        "male",
        "adult",
        "male man lord father king hombre masculino señor padre rey homme monsieur père roi home homem "
        "uomo signore viro mwanamume mwanaume baba òme mann männlich",
    ),
    (
        "female",
        "old",
        "grandmother grandma granny anciana vieja abuela vieille grand-mère aïeule vella àvia iaia avoa "
        "velha avó anziana vecchia nonna maljunulino avino bibi güela vielha",
    ),
    (
        "male",
        "old",
        "grandfather grandpa anciano viejo abuelo vieux grand-père vell avi avó velho avô anziano vecchio "
        "nonno maljunulo avo babu güelu vièlh",
    ),
    ("", "old", "old elderly aged maljuna mzee alt"),
    (
        "child",
        "child",
        "child kid boy girl baby niño niña enfant garçon fille bébé nen nena neno menino menina criança "
        "bambino bambina infano knabo knabino mtoto mvulana msichana rapaz mainatge dròlle "
        "neñu neña kind junge mädchen",
    ),
)
"""(gender, age, words that ask for it). Source: ordinary dictionary words of the script's languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a creator's words ask for; empty = nothing asked."""

    gender: str = ""
    """``female``, ``male``, ``child`` or empty."""
    old: bool = False


def read_wish(words: str) -> Wish:
    """The wish in a character's ``voice``; words that are not known ask for nothing."""
    said = set(unicodedata.normalize("NFC", words).casefold().replace(",", " ").split())
    gender, age = "", ""
    for wished, years, known in WISHES:
        if said & set(known.split()):
            gender = wished if years == "child" else gender or wished
            age = years if years != "adult" else age
    return Wish(gender=gender, old=age == "old")


def named_voices(characters: Sequence[Character], voices: Sequence[Voice], narrator: str = "") -> tuple[Voice, ...]:
    """Cloned voices whose very names the wishes of narrator or characters are."""
    wished = wishes(characters, narrator)
    return tuple(v for v in voices if v.consent and v.consent in wished)


def wishes(characters: Sequence[Character], narrator: str = "") -> frozenset[str]:
    """What narrator and characters wish for, in their own words; one of them is empty where somebody wishes nothing."""
    return frozenset((narrator.strip(), *(c.voice.strip() for c in characters)))


def cast_voices(
    characters: Sequence[Character],
    voices: Sequence[Voice],
    narrator: str = "",
    refused: Mapping[str, str] = MappingProxyType({}),
) -> tuple[tuple[str, Voice, tuple[Finding, ...]], ...]:
    """(name, voice, findings) for the narrator (name ``""``) and each character, in the script's order.

    Args:
        refused: wishes that name people whose voices may not be used, and why.

    Raises:
        ValueError: there is no usable voice at all.
    """
    clones = {v.consent: v for v in reversed(voices) if v.consent and not v.broken}
    usable = [v for v in voices if not v.broken and not v.consent]
    told = clones.get(narrator.strip())
    if not usable and (told is None or not all(c.voice.strip() in clones for c in characters)):
        raise ValueError("No usable voice was given to cast from.")
    plain = told or _plain(usable, read_wish(narrator))
    # Voices of one language under one variant name, engine and checkpoint sound the same, whatever their id.
    cast: list[tuple[str, Voice, tuple[Finding, ...]]] = [(NARRATOR, plain, _heard(narrator, plain, refused))]
    for character in characters:
        if clone := clones.get(character.voice.strip()):
            cast.append((character.name, clone, ()))
            continue
        wish = read_wish(character.voice)
        ranked = sorted(usable, key=lambda v: _distance(v, wish))
        taken = {_sound(v): name for name, v, _ in reversed(cast)}
        free = [v for v in ranked if _sound(v) not in taken]
        spare = [v for v in ranked if _sound(v) != _sound(plain)] or ranked
        # Who is left without a voice of its own shares with as few others as possible.
        voice = free[0] if free else min(spare, key=lambda v: sum(_sound(v) == _sound(c) for _, c, _ in cast))
        cast.append((character.name, voice, _findings(character, voice, taken, refused)))
    return tuple(cast)


def _plain(usable: Sequence[Voice], wish: Wish) -> Voice:
    if wish != Wish():
        return min(usable, key=lambda v: _distance(v, wish))
    return next((v for v in usable if not v.variant), usable[0])


def _heard(narrator: str, voice: Voice, refused: Mapping[str, str]) -> tuple[Finding, ...]:
    """What became of the wish for the narrator's voice."""
    wish = read_wish(narrator)
    if not narrator.strip() or voice.consent == narrator.strip():
        return ()
    if why := refused.get(narrator.strip()):
        text = f"The narrator does not have the voice {narrator.strip()!r}: {why}."
    elif wish == Wish():
        text = f"The wish {narrator!r} for the narrator's voice was not understood."
    elif wish.gender and voice.gender != wish.gender:
        text = f"The narrator was to have a {wish.gender} voice ({narrator!r}); there is none, so it is {voice.gender}."
    else:
        return ()
    return (Finding(kind=FindingKind.VOICE, text=text),)


def _sound(voice: Voice) -> tuple[str, ...]:
    return voice.engine, voice.language, voice.checkpoint, voice.consent, voice.variant


def _distance(voice: Voice, wish: Wish) -> tuple[bool, bool]:
    """Smaller is nearer; equally near voices keep the order in which the engine offers them."""
    wanted = wish.gender or (voice.gender if voice.gender != "child" else "")
    return voice.gender != wanted, voice.variant.startswith("old") != wish.old


def _findings(
    character: Character, voice: Voice, taken: Mapping[tuple[str, ...], str], refused: Mapping[str, str]
) -> tuple[Finding, ...]:
    found: list[str] = []
    wish = read_wish(character.voice)
    if _sound(voice) in taken:
        other = taken[_sound(voice)] or "the narrator"
        found.append(f"{character.name} sounds like {other}: there are more characters than {voice.language} voices.")
    if why := refused.get(character.voice.strip()):
        found.append(f"{character.name} does not have the voice {character.voice.strip()!r}: {why}.")
    elif wish.gender and voice.gender != wish.gender:
        found.append(
            f"{character.name} was to have a {wish.gender} voice ({character.voice!r}); none is left, "
            f"so it is {voice.gender}."
        )
    elif character.voice and wish == Wish():
        found.append(f"The wish {character.voice!r} for {character.name}'s voice was not understood.")
    return tuple(Finding(kind=FindingKind.VOICE, text=text) for text in found)
