"""Asks in which language drafts and people's texts are, and about their characters.

The language by the embedded identifier, and by GlotLID where it is here.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import cast

from languages.card import Failed
from languages.discover import get_engine
from languages.environments import not_installed
from languages.errors import VernacastError
from languages.weights import State as Weights
from languages.weights import installed
from translation.character_check import ask_characters
from translation.engine import Identified, IdentifyJob
from translation.identify import Answer, identify_lines
from translation.identify_published import judge_guess
from translation.language_check import Asked, ask_language, question
from translation.translated import Finding, FindingKind, State

UNASKED = frozenset((State.APPROVED, State.SOURCE))
"""States of texts that nobody is asked about: a person said that they are right."""
QUESTIONS = frozenset((FindingKind.LANGUAGE, FindingKind.CHARACTERS))
"""Kinds of findings that are made here, and nowhere else."""
_log = logging.getLogger("vernacast.language")
BETTER = "translation/glotlid"
"""Asked about lines of which the embedded identifier cannot tell, where its weights and environment are here."""


def text_questions(texts: tuple[str, ...], expected: str, source: str) -> Asked:
    """What to ask about each text, in order: about its language, and about its characters."""
    languages = language_questions(texts, expected, source)
    characters = ask_characters(texts, expected)
    return tuple((*a, *b) for a, b in zip(languages, characters, strict=True))


def language_questions(texts: tuple[str, ...], expected: str, source: str) -> Asked:
    """What to ask about each text, in order: see ``translation.language_check.ask_language``."""
    asked = ask_language(texts, expected, source)
    checkpoint = _checkpoint() if expected != source and any(texts) else ""
    if not checkpoint:
        return asked
    try:
        better = _asked_better(texts, expected, source, checkpoint)
    except VernacastError as error:  # a second opinion that cannot be had leaves the first as it is
        _log.warning("%s was not asked which texts are not in %s: %s", BETTER, expected, error)
        return asked
    return tuple((*a, *b) for a, b in zip(asked, better, strict=True))


def _checkpoint() -> str:
    """Id of the better identifier's weights; empty where they, or its environment, are not on this machine."""
    ready = next((f.checkpoint.id for f in installed(BETTER) if f.state is Weights.READY), "")
    return "" if not ready or not_installed(get_engine(BETTER).card) else ready


@lru_cache(maxsize=64)
def _asked_better(texts: tuple[str, ...], expected: str, source: str, checkpoint: str) -> Asked:
    """GlotLID's questions about lines of which the embedded identifier cannot tell.

    Raises:
        VernacastError: it cannot be asked; that is not remembered, and the next call tries again.
    """
    from flows.workers import default_pool

    verdicts = identify_lines(texts, expected, (source,))
    unsure = [i for i, v in enumerate(verdicts) if v.answer is Answer.CANNOT_TELL and texts[i].strip()]
    asked: list[tuple[Finding, ...]] = [()] * len(texts)
    jobs = tuple(IdentifyJob(text=texts[i]) for i in unsure)
    results = default_pool().call(BETTER, jobs, needs=checkpoint) if jobs else ()
    for i, result in zip(unsure, results, strict=True):
        if not isinstance(result, Failed):
            asked[i] = question(judge_guess(cast("Identified", result), expected, verdicts[i].words))
    return tuple(asked)
