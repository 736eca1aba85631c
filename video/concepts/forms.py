"""The forms a word may take (plural, gender, diminutive), by plain rules for five languages."""

from __future__ import annotations


def forms(word: str, language: str, *, being: bool = True) -> dict[str, bool]:
    """Folded forms of a folded word, each with whether it is a plural.

    The rules make too many forms rather than too few: a form that no one writes does no harm. Feminines are made only
    of a ``being``: Spanish "saca" is no sack.
    """
    if " " in word:
        head, _, last = word.rpartition(" ")
        return {f"{head} {form}": many for form, many in forms(last, language, being=being).items()}
    out = {word: False}
    if being and language == "fr" and len(word) > 4:
        out[word + "e"] = False
    for plural in _plurals(word, language, being=being):
        out.setdefault(plural, True)
    if being and language in ("es", "pt") and word.endswith("o") and len(word) > 3:
        out.setdefault(word[:-1] + "a", False)
        out.setdefault(word[:-1] + "as", True)
    if language == "es" and len(word) > 3 and word[-1] in "oa":
        out.setdefault(word[:-1] + "it" + word[-1], False)
        out.setdefault(word[:-1] + "it" + word[-1] + "s", True)
    if language == "ca" and word.endswith("at") and len(word) > 4:
        out.setdefault(word[:-1] + "da", False)
    return out


def _plurals(word: str, language: str, *, being: bool) -> tuple[str, ...]:
    if language == "en":
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
    return (word + "s",) if word[-1:] in "aeiou" else (word + "es", word + "s")
