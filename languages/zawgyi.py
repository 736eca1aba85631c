"""Burmese in Zawgyi: a font's own encoding on Unicode's code points, which voices and search read as nonsense.

Only what Burmese in Unicode never has is taken for it. The letters U+1060 to U+1097 are no sign: Mon, Shan and Karen
use them.

Source: Unicode's FAQ on Myanmar scripts and languages (Zawgyi); CLDR's MyanmarZawgyiConverter, which warns of that
range; Unicode Standard 17, section 16.3: a virama stands between two consonants, vowel e and medials behind them, and
ya, ra, wa and ha have medial forms. Stacks come from Pali, where y is first only in yy and yh.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from languages.character_finding import CharacterFinding, CharacterKind, Severity

SIGNS = frozenset("\u1031\u1039\u103b\u103c\u103d\u103e")

_LETTER = "\u1000-\u102a\u103f\u1050-\u108e\ua9e0-\ua9fe\uaa60-\uaa7f"
_ZAWGYI = re.compile(
    f"[{_LETTER}]\u1039(?![{_LETTER}])"
    "|[\u1000-\u1021]\u1039[\u101a\u101b\u101d\u101f](?<!\u101a\u1039[\u101a\u101f])"
    "|\u101a\u1039[\u1000-\u1019\u101b-\u101e\u1020\u1021]"
    f"|(?<![\u1000-\u1049\u104c-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f])[\u1031\u103b-\u103e][\u1000-\u1021\u103b-\u103e]"
)


def zawgyi_findings(text: str) -> Iterator[CharacterFinding]:
    """One question at most, on the first place that Unicode's Burmese does not have."""
    found = _ZAWGYI.search(text)
    if found:
        yield CharacterFinding(
            kind=CharacterKind.MISREAD,
            severity=Severity.QUESTION,
            start=found.start(),
            end=found.end(),
            text=f"«{found.group()}» is no spelling of Burmese in Unicode: this looks like Zawgyi, which only its own "
            "fonts show rightly and no voice reads. Convert the text to Unicode, as ICU's transform Zawgyi-my does.",
            subject="zawgyi",
        )
