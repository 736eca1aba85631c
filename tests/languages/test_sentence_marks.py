from __future__ import annotations

import sys
import unicodedata

from languages.segments import sentences
from languages.sentence_marks import CLAUSE_ENDS, CLOSERS, OPENING, SENTENCE_ENDS

SHADS = frozenset("།༎༏༐༑༔…")


def test_icu_ends_a_sentence_after_every_sign_that_is_said_to_end_one() -> None:
    for sign in SENTENCE_ENDS - SHADS:
        assert len(sentences(f"あ{sign} あ")) == 2, f"U+{ord(sign):04X}"


def test_what_ends_sentences_for_icu_is_known_but_in_scripts_that_nobody_writes() -> None:
    signs = (c for c in map(chr, range(0x10000)) if unicodedata.category(c)[0] in "PS")
    missing = {c for c in signs if len(sentences(f"あ{c} あ")) == 2} - SENTENCE_ENDS
    assert missing == set()
    assert sys.maxunicode > 0x10000


def test_no_sign_ends_and_opens_or_ends_both_sentence_and_clause() -> None:
    assert not SENTENCE_ENDS & CLAUSE_ENDS
    assert not (SENTENCE_ENDS | CLAUSE_ENDS) & (OPENING | CLOSERS)
