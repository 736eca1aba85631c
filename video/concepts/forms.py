"""The forms a word may take (plural, gender, diminutive), by plain rules for five languages."""

from __future__ import annotations


def forms(word: str, language: str, *, being: bool = True) -> dict[str, bool]:
    """Folded forms of a folded word, each with whether it is a plural.

    The rules make too many forms rather than too few: a form that no one writes does no harm. Feminines are made only
    of a ``being``: Spanish "saca" is no sack.
    """
    if " " in word or (being and "-" in word and language != "en"):
        return _phrases(word, language, being=being)
    out = {word: False}
    if being and language == "fr" and len(word) > 4:
        out[word + "e"] = False
    for plural in _plurals(word, language, being=being):
        out.setdefault(plural, True)
    if being and language in ("es", "pt") and word.endswith("o") and len(word) > 3:
        out.setdefault(word[:-1] + "a", False)
        out.setdefault(word[:-1] + "as", True)
    for small in _small(word, language, being=being):
        out.setdefault(small, False)
        out.setdefault(small + "s", True)
    if language == "ca" and word.endswith("at") and len(word) > 4:
        out.setdefault(word[:-1] + "da", False)
    return out


def plurals_of(word: str, language: str) -> frozenset[str]:
    """The plurals alone of a folded word: no feminines, nothing smaller."""
    if " " in word or "-" in word:
        return frozenset(form for form, many in _phrases(word, language, being=False).items() if many)
    return frozenset(_plurals(word, language, being=False))


def _phrases(word: str, language: str, *, being: bool) -> dict[str, bool]:
    """Of several words the last takes the forms; Romance ones say the plural on the first: "erizos de mar"."""
    sign = "-" if "-" in word and " " not in word else " "
    head, _, last = word.rpartition(sign)
    out = {f"{head}{sign}{form}": many for form, many in forms(last, language, being=being).items()}
    first, _, rest = word.partition(sign)
    if language == "en" or not first.isalpha():
        return out
    for plural in _plurals(first, language, being=False):
        out.setdefault(plural + sign + rest, True)
        if sign not in rest:  # and an adjective agrees: "osos polares"
            for agreeing in _plurals(rest, language, being=False):
                out.setdefault(plural + sign + agreeing, True)
    return out


def _small(word: str, language: str, *, being: bool) -> tuple[str, ...]:
    """What is small of it: Spanish "ranita", of beings "hormiguita" and "leoncito", Portuguese "formiguinha"."""
    if len(word) <= 3 or language not in ("es", "pt"):
        return ()
    stem, end = word[:-1], word[-1]
    suffix = "it" if language == "es" else "inh"
    soft = stem[:-1] + {"c": "qu", "g": "gu", "z": "c"}.get(stem[-1], stem[-1])
    if language == "pt" and word.endswith(("ao", "e", "r", "l")):
        return (word + "zinho", word + "zinha") if being else ()
    if end in "oa" and (language == "es" or being):
        return (soft + suffix + end,) if being else (stem + suffix + end,)
    if not being or language == "pt":
        return ()
    if end == "e":
        return stem + "ito", stem + "ita", word + "cito", word + "cita"
    return (word + "cito", word + "cita") if end in "nr" else ()


def _plurals(word: str, language: str, *, being: bool) -> tuple[str, ...]:
    if language == "en":
        if word.endswith("man"):
            return (word[:-3] + "men",)  # German and human are nobody's concepts
        if word.endswith("y") and word[-2:-1] not in "aeiou":
            return (word[:-1] + "ies",)
        if word.endswith(("s", "x", "ch", "sh", "o")):
            return (word + "es", word + "s")
        if word.endswith("f"):
            return (word[:-1] + "ves", word + "s")
        return (word + "s",)
    if language == "fr":
        # Feminines only of longer words: "voisin", but not "port" - "porte".
        return (word + "s", word + "x", *((word + "es",) if being and len(word) > 4 else ()))
    if language == "ca":
        if word.endswith("a"):
            stem = word[:-1]
            # Spelling keeps the sound: vaca - vaques, platja - platges, plaça - places.
            return (stem + "es", *((stem[:-1] + "ques",) if stem.endswith("c") else ()),
                    *((stem[:-1] + "gues",) if stem.endswith("g") else ()),
                    *((stem[:-1] + "ges",) if stem.endswith("j") else ()))  # fmt: skip
        return (word + "s", word + "os", word + "ns")
    if language == "pt":
        if word.endswith("ao"):
            return (word[:-2] + "oes", word + "s", word[:-2] + "aes")
        if word.endswith("l"):
            return (word[:-1] + "is",)
        if word.endswith("m"):
            return (word[:-1] + "ns",)
        return (word + "s",) if word[-1:] in "aeiou" else (word + "es",)
    if word.endswith("z"):
        return (word[:-1] + "ces",)
    if word.endswith(("i", "u")) and len(word) > 4:
        return word + "s", word + "es"  # "jabalíes"
    return (word + "s",) if word[-1:] in "aeiou" else (word + "es", word + "s")
