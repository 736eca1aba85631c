"""The forms a verb may take (third persons, past, participle, gerund), by plain rules for five languages.

Of regular verbs, and of the few others that begin most phrases ("dar um beijo", "take part"); the forms of the rest
stand in the tables.
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
_COMMON: dict[str, dict[str, str]] = {
    "es": {
        "dar": "da dan daba daban dio dieron dando dado", "poner": "pone ponen ponia ponian puso pusieron poniendo",
        "hacer": "hace hacen hacia hacian hizo hicieron haciendo", "caer": "cae caen caia caian cayo cayeron cayendo",
        "tener": "tiene tienen tenia tenian tuvo tuvieron", "ir": "va van iba iban fue fueron",
        "perder": "pierde pierden perdia perdio perdieron",
    },
    "pt": {
        "dar": "da dao dava davam deu deram dando dado", "por": "poe poem punha punham pos puseram pondo",
        "fazer": "faz fazem fazia faziam fez fizeram fazendo", "cair": "cai caem caia caiam caiu cairam caindo",
        "ter": "tem tinha tinham teve tiveram tendo", "ir": "vai vao ia iam foi foram indo",
        "perder": "perde perdem perdia perdeu perderam perdendo",
    },
    "fr": {
        "faire": "fait font faisait faisaient fit firent faisant", "mettre": "met mettent mettait mit mirent mis",
        "prendre": "prend prennent prenait prit prirent pris prenant", "perdre": "perd perdent perdait perdit perdu",
        "tenir": "tient tiennent tenait tint tinrent tenant", "courir": "court courent courait courut coururent",
        "battre": "bat battent battait battaient battit battant", "avoir": "a ont avait avaient eut",
        "rendre": "rend rendent rendait rendit rendu",
    },
    "ca": {
        "fer": "fa fan feia feien fent", "prendre": "pren prenen prenia prenent", "caure": "cau cauen queia caient",
        "perdre": "perd perden perdia perdent",
    },
    "en": {
        "run": "runs ran running", "take": "takes took taken taking", "give": "gives gave given giving",
        "fall": "falls fell fallen falling", "throw": "throws threw thrown throwing", "hold": "holds held holding",
        "catch": "catches caught catching", "break": "breaks broke broken breaking", "keep": "keeps kept keeping",
        "draw": "draws drew drawn drawing", "beat": "beats beating", "shake": "shakes shook shaking",
        "set": "sets setting",
        "fight": "fights fought fighting", "make": "makes made making", "lose": "loses lost losing",
        "sweep": "sweeps swept sweeping",
        "write": "writes wrote written writing", "swim": "swims swam swimming", "bring": "brings brought bringing",
        "stand": "stands stood standing", "burst": "bursts bursting", "bite": "bites bit biting bitten",
        "get": "gets got getting",
        "put": "puts putting", "sit": "sits sat sitting", "go": "goes went going", "tell": "tells told telling",
        "cut": "cuts cutting",
    },
}  # fmt: skip
"""By language the forms of verbs that follow no rule and begin phrases. Source: school grammars of each language."""
_REFLEXIVE = {"es": "se", "ca": "-se", "pt": "-se"}


def verb_forms(word: str, language: str) -> tuple[str, ...]:
    """Folded forms of a folded infinitive besides itself; empty for what is none."""
    if " " in word:
        return _phrase_forms(word, language)
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


def _phrase_forms(phrase: str, language: str) -> tuple[str, ...]:
    """A phrase in the forms of the verb that begins it: "bater palmas" - "bateu palmas"."""
    head, _, rest = phrase.partition(" ")
    pronoun = ""
    if language in ("es", "pt") and len(head) > 5 and head.endswith("se"):
        head, pronoun = head.removesuffix("se").removesuffix("-"), "se "
    common = _COMMON.get(language, {}).get(head, "")
    if common:
        made = tuple(common.split())
    elif language == "en":
        return ()  # "point at", "coat of"
    else:
        made = verb_forms(head, language)
    return tuple(f"{pronoun}{form} {rest}" for form in made if form != head or pronoun)


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
