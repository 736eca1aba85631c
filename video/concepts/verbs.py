"""The forms a verb may take (third persons, past, participle, gerund), by plain rules for five languages.

Only of regular verbs: the forms of others stand in the tables.
"""

from __future__ import annotations

_ENDINGS: dict[str, dict[str, str]] = {
    "es": {
        "ar": "a an aba aban o aron ando ado ada ados adas amos",
        "er": "e en ia ian io ieron iendo ido ida idos idas",
        "ir": "e en ia ian io ieron iendo ido ida idos idas",
    },
    "pt": {
        "ar": "a am ava avam ou aram ando ado ada ados adas",
        "er": "e em ia iam eu eram endo ido ida idos idas",
        "ir": "e em ia iam iu iram indo ido ida idos idas",
    },
    "fr": {"er": "e ent ait aient a erent ant ee es ees", "ir": "it issent issait issaient irent issant i ie is ies"},
    "ca": {
        "ar": "a en ava aven ant at ada ats ades",
        "ir": "eix eixen ia ien int it ida its ides",
        "re": "en ia ien ent ut uda",
    },
}
_REFLEXIVE = {"es": "se", "ca": "-se", "pt": "-se"}


def verb_forms(word: str, language: str) -> tuple[str, ...]:
    """Folded forms of a folded infinitive besides itself; empty for what is none."""
    if " " in word:
        return ()
    if language == "en":
        return _english(word)
    tail = _REFLEXIVE.get(language, "")
    word = word.removesuffix(tail) if tail and len(word) > 6 else word
    if language == "fr" and word.startswith("s'"):
        word = word[2:]
    for infinitive, endings in _ENDINGS.get(language, {}).items():
        if word.endswith(infinitive) and len(word) > 4:
            stem = word[: -len(infinitive)]
            return (word, *(_spelt(stem, ending, language) + ending for ending in endings.split()))
    return ()


def _spelt(stem: str, ending: str, language: str) -> str:
    """The stem as it is written before an ending: Catalan toca - toquen, French mange - mangeait."""
    if language == "ca" and ending[0] == "e":
        return {"c": stem[:-1] + "qu", "g": stem[:-1] + "gu", "j": stem[:-1] + "g"}.get(stem[-1], stem)
    if language == "fr" and ending[0] == "a" and stem[-1] == "g":
        return stem + "e"
    return stem


def _english(word: str) -> tuple[str, ...]:
    if len(word) < 3 or not word.isalpha():
        return ()
    if word.endswith("e"):
        return (word + "s", word + "d", word[:-1] + "ing")
    if word.endswith("y") and word[-2] not in "aeiou":
        return (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    twice = word + word[-1] if word[-1] not in "aeiouwxy" and word[-2] in "aeiou" and word[-3] not in "aeiou" else word
    many = word + "es" if word.endswith(("s", "x", "ch", "sh")) else word + "s"
    return (many, word + "ed", word + "ing", twice + "ed", twice + "ing")
