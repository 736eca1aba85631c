"""Who and what made an edition, as Markdown for people to read."""

from __future__ import annotations

import re
from dataclasses import dataclass

SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")
"""Characters that Markdown or HTML would interpret. Source: CommonMark 0.31, section 2.4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A program that took part."""

    engine: str
    version: str
    licence: str
    did: str
    """What it did, e.g. ``translated 12 lines by way of spa-cat``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """All that the credits of one edition say."""

    title: str
    language: str
    """Name and tag."""
    authors: tuple[str, ...]
    texts: tuple[tuple[str, int], ...]
    """(what a text is, number of lines): a person's, a machine's draft, …"""
    voices: tuple[str, ...]
    """Who reads, one sentence each."""
    tools: tuple[Tool, ...]
    gaps: tuple[str, ...] = ()
    """Ids of lines that are missing."""
    licence: str = ""
    """Under which the author lets others use the work, in their words; empty = not said."""
    terms: tuple[str, ...] = ()
    """What the licences of models ask of whoever uses the work, one sentence each."""


def escape(text: str) -> str:
    """A text that Markdown shows as it is written, on one row."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def credits_md(credits: Credits) -> str:
    """The text of ``credits.md``."""
    rows = [f"# {escape(credits.title)}", "", f"Language: {escape(credits.language)}", "", "## Story", ""]
    rows += [f"- {escape(author)}" for author in credits.authors] or ["- The script names no author."]
    rows += [f"- Licence: {escape(credits.licence)}"] if credits.licence else []
    rows += ["", "## Words", ""]
    rows += [f"- {number} {'line' if number == 1 else 'lines'}: {escape(what)}" for what, number in credits.texts]
    rows += ["", "## Voices", ""]
    rows += [f"- {escape(voice)}" for voice in credits.voices] or ["- Nobody speaks."]
    if credits.gaps:
        rows += [
            "",
            "## Missing",
            "",
            f"- {len(credits.gaps)} lines are missing: {escape(', '.join(credits.gaps))}",
        ]
    rows += ["", "## Programs", ""]
    for tool in credits.tools:
        rows.append(f"- {escape(tool.engine)} {escape(tool.version)} ({escape(tool.licence)}): {escape(tool.did)}")
    if credits.terms:
        rows += ["", "## Terms of use", ""]
        rows += [f"- {escape(term)}" for term in credits.terms]
    rows += ["", "Made with Vernacast."]
    return "\n".join(rows) + "\n"
