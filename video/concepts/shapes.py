"""Which words look like verbs or abstract nouns of their language: nobody expects to see these.

Only shapes that nouns of things hardly have; what is not sure is told as unknown.
"""

from __future__ import annotations

import re

_SHAPES: dict[str, str] = {
    "sw": r"(?:a|wa|ni|u|tu|m|i|ki|vi|li|ya|zi|ha|hawa)(?:na|li|ta|me|ka|nge|ku)[a-z]{2,}[aei]|ku[a-z]{3,}a"
    r"|[a-z]{3,}(?:isha|esha|ewa|iwa|iana|eana)",
    "id": r"mem[bpfv][a-z]{3,}|mem[aeiou][a-z]{4,}|men[cdjsyg][a-z]{3,}|ber[a-z]{4,}|di[a-z]{5,}|me[a-z]{3,}kan",
    "tr": r"[a-z]{2,}(?:[iu]yor(?:du|dum|lar|lardi)?|mekte|makta)|[a-z]{4,}(?:d[iu]|t[iu])(?:lar|ler)?",
    "qu": r"[a-z']{3,}(?:nku|rqan|rqanku|chkan|chkanku|shan|shanku|sqa|sqaku|ranku|spa|nchik)",
    "ru": r"[а-я]{3,}(?:ется|ится|ются|ятся|ался|алась|ались|ился|илась|ились|ает|ают|еет|уют|ала|али|ила|или)",
    "it": r"[a-z]{3,}(?:ando|endo|arono|erono|irono|avano|evano|ivano|ava|mente)",
    "es": r"[a-z]{3,}(?:aba|aban|abamos|ando|iendo|yendo|aron|ieron|arse|erse|irse|aria|arian|cion|dad|tud|mente)",
    "pt": r"[a-z]{3,}(?:ava|avam|ando|endo|indo|aram|eram|iram|cao|coes|dade|mente)",
    "fr": r"[a-z]{3,}(?:aient|erent|issent|issait|irent|eait|geait|tion|tions|ment)",
    "ca": r"[a-z]{3,}(?:ava|aven|ant-se|ar-se|ir-se|tat|tats|cio)",
    "en": r"[a-z]{4,}(?:ing|ness|tion|tions|ity)",
}  # fmt: skip
_SAME = {"ms": "id", "jv": "id", "quz": "qu", "quy": "qu", "gl": "pt", "ast": "es", "az": "tr", "oc": "ca"}


def like_a_verb(word: str, language: str) -> bool:
    """Whether a folded word has the shape of a verb or of an abstract noun."""
    base = language.split("-")[0]
    shape = _SHAPES.get(_SAME.get(base, base))
    return shape is not None and re.fullmatch(shape, word) is not None
