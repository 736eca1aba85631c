"""Texts on their way into Apertium's stream and back out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from translation.translated import Finding, FindingKind

END = "[][\n]"
"""Superblank that ends every text, so that the tagger sees an end."""
RESERVED = re.compile(r"\S+@\S+\.\w+|\w+://\S+|[\\^$/<>{}\[\]@*#~|&]+|[^\w\s.,;:!?¡¿'’\"«»“”‘()–—…\-%ºª·]+")
"""What could be taken for the stream's own marks, or is not language at all: it travels as a superblank.
Source: https://wiki.apertium.org/wiki/Apertium_stream_format"""
OPEN, SHUT = "\ue000", "\ue001"
"""Private-use characters round the number of what is kept."""
STOPS = ".!?…:;,"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A text in the stream's form."""

    stream: str
    kept: tuple[str, ...]
    """What travels as it is; a superblank in the stream holds the number of each."""
    stop_added: bool
    """Whether a full stop was added so that the tagger sees the end of the sentence."""


def enter(text: str) -> Entered:
    """A text on its way in. Some programs of the chain stumble over ``^`` and ``$`` even within superblanks,
    so what is kept stays outside and only its number travels.
    """
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"[{OPEN}{len(kept) - 1}{SHUT}]"

    safe = RESERVED.sub(keep, text)
    added = not text.rstrip("»”’\"') ").endswith(tuple(STOPS))
    return Entered(stream=safe + ("." if added else "") + END, kept=tuple(kept), stop_added=added)


def leave(text: str, entered: Entered) -> tuple[str, tuple[Finding, ...]]:
    """(text for people, findings): marks are taken out and told, what travelled as it was is put back."""
    text = text.removesuffix(END)
    if entered.stop_added:
        text = re.sub(r"\s*\.\s*$", "", text)
    findings: list[Finding] = []
    for mark, word in re.findall(r"([*@#])([\w'’·-]+)", text):
        kind = FindingKind.UNKNOWN_WORD if mark in "*@" else FindingKind.UNGENERATED_WORD
        told = "The dictionary does not know" if mark in "*@" else "The engine could not form"
        findings.append(Finding(kind=kind, text=f"{told} «{word.strip('-')}»."))
    text = re.sub(r"[*@#](?=[\w'’])", "", text)
    text = re.sub(r"\\(.)", r"\1", text)
    text = re.sub(rf"\[{OPEN}(\d+){SHUT}\]", lambda m: entered.kept[int(m[1])], text)
    return text, tuple(findings)


def repair(source: str, text: str, target: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with spaces before stops, a shouted beginning and foreign question marks put right."""
    before = text
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;!?…»)])" if target not in ("fr", "frp", "br") else r"\s+([,.…)])", r"\1", text)
    if not re.search(r"\w\s+:", source):
        text = re.sub(r"(\w)\s+:", r"\1:", text)
    text = re.sub(r"([¡¿«(])\s+", r"\1", text)
    if target not in ("es", "ast", "an", "gl"):
        text = text.replace("¿", "").replace("¡", "")
    text = _quiet(source, text)
    letters = [c for c in source if c.isalpha()]
    if letters and letters[0].isupper():
        first = next((i for i, c in enumerate(text) if c.isalpha()), None)
        if first is not None:
            text = text[:first] + text[first].upper() + text[first + 1 :]
    if text == before:
        return text, ()
    return text, (Finding(kind=FindingKind.SPACING, text="Spaces, capitals or question marks were put right."),)


def _quiet(source: str, text: str) -> str:
    """Words in capitals that the source has none of are written small; their first letter stays."""
    if re.search(r"\b[^\W\d_]{2,}\b", source) and not any(w.isupper() for w in re.findall(r"[^\W\d_]{2,}", source)):
        return re.sub(
            r"[^\W\d_]{2,}", lambda m: m[0].capitalize() if m.start() == 0 and m[0].isupper() else _small(m[0]), text
        )
    return text


def _small(word: str) -> str:
    return word.lower() if word.isupper() else word
