"""Whether somebody is a woman, a man, a girl or old, as the name and the narrator's pronouns say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from video.concepts.senses import ROMANCE
from video.concepts.tokens import Token, tokens
from video.concepts.words import fold

_TITLED = {
    "old woman": """granny grandma grandmother nana nan gran abuela abuelita yaya grand-mere mamie meme avia iaia
padrina avo vovo avozinha vieille vieja velha vella nonna oma bibi nenek babushka""",
    "old man": """grandpa grandfather grandad granddad gramps abuelo abuelito yayo grand-pere papi pepe avi iaio padri
avo vovo avozinho vieux viejo velho vell nonno opa babu kakek""",
    "woman": """madame mme mrs ms mum mummy mama mother aunt auntie aunty lady queen sister dona señora sra tia madre
mami hermana reina tante maman mere reine senyora mare germana senhora mae rainha irma signora zia frau bi dada ibu
mademoiselle mlle miss señorita srta senhorita princess princesa princesse""",
    "man": """monsieur mr sir dad daddy father uncle lord king brother don señor sr tio padre papa hermano rey oncle
tonton pere roi senyor pare rei germa oncle senhor pai irmao seu signor zio herr bwana pak bapak captain
capitan capitaine capitao capita prince principe""",
    "girl": "niece nina niña sobrina niece fillette fille nena neboda menina sobrinha petite girl daughter",
    "old": "old mzee",
    "man, black robe": "padre fray frei reverend curé abbé mossen",
    "baby": "baby bebe bebé bebê bébé",
    "boy": "nephew nino niño sobrino neveu garcon noi nebot menino sobrinho petit boy son",
}
TITLED = {exact: look for look, words in _TITLED.items() for exact in words.split()}
_AS_WRITTEN = {
    "vó": "old woman",
    "vô": "old man",
    "avó": "old woman",
    "avô": "old man",
    "vovó": "old woman",
    "vovô": "old man",
    "nièce": "girl",
}
"""Titles that only their accents tell apart."""
FEMALE = {
    "en": "she her hers herself",
    "fr": "elle",
    "es": "ella",
    "pt": "ela dela",
    "ca": "ella",
    "it": "lei",
    "de": "sie ihr",
}
MALE = {"en": "he his him himself", "fr": "il lui", "es": "él", "pt": "ele dele", "ca": "ell", "it": "lui", "de": "er"}
_IMPERSONAL = """y pleut pleuvait neige neigeait fait faisait faut fallait etait est semble semblait avait a manque
reste restait vente plut neigea s se"""
IMPERSONAL = frozenset(_IMPERSONAL.split())
"""Behind the French "il" that is nobody."""
_MASCULINE_IN_A = "luca nicola andrea elia mattia joshua noa borja garcia mustafa musa issa isa bautista"
_FEMININE_IN_O = "amparo rosario consuelo socorro rocio charo maro"


def titled(name: str, language: str) -> str:
    """Age and gender as a name's own words say it, in English words of looks; empty where they say nothing."""
    row = tokens(name, language)
    for t in row:
        if t.exact in _AS_WRITTEN:
            return _AS_WRITTEN[t.exact]
    for t in row:
        look = TITLED.get(t.exact) or TITLED.get(t.folded)
        if look is not None and (len(row) > 1 or look != "girl"):
            return look
    return ""


def ended(name: str, language: str) -> str:
    """A woman or a man by how a first name ends, in languages where it does: "Rosa", "Pedro"."""
    row = tokens(name, language)
    base = language.split("-")[0]
    if not row or base not in ROMANCE - {"fr"} | {"it", "an"}:
        return ""
    first = row[0].folded
    if first in _MASCULINE_IN_A.split():
        return "man"
    if first in _FEMININE_IN_O.split():
        return "woman"
    return {"a": "woman", "o": "man"}.get(first[-1:], "")


def told_sex(texts: Iterable[str], names: tuple[str, ...], language: str) -> dict[str, str]:
    """By name ``woman`` or ``man``, as pronouns say that can only be meant of the one who is named before them."""
    base = language.split("-")[0]
    she, he = frozenset(FEMALE.get(base, "").split()), frozenset(MALE.get(base, "").split())
    keys = {name: tuple(t.folded for t in tokens(name, language)) for name in names}
    votes: dict[str, int] = {}
    for text in texts:
        row = tokens(text, language)
        last = ""
        for sentence in sorted({t.sentence for t in row}):
            mine = [t for t in row if t.sentence == sentence]
            named = [name for name, key in keys.items() if key and _holds(mine, key)]
            who = named[0] if len(named) == 1 else last if not named else ""
            if who:
                votes[who] = votes.get(who, 0) + _votes(mine, she, he)
            last = who
    return {name: "woman" if n > 0 else "man" for name, n in votes.items() if n}


def _holds(row: Sequence[Token], key: tuple[str, ...]) -> bool:
    return any(tuple(t.folded for t in row[i : i + len(key)]) == key for i in range(len(row)))


def _votes(row: Sequence[Token], she: frozenset[str], he: frozenset[str]) -> int:
    """Above 0 for a woman, below for a man."""
    count = 0
    for i, t in enumerate(row):
        after = row[i + 1].folded if i + 1 < len(row) else ""
        if t.folded == "il" and after in IMPERSONAL:
            continue
        count += (t.exact in she) - (t.exact in he)
    return max(-1, min(1, count))


def feminine_word(word: str, language: str) -> bool | None:
    """Whether the word of a trade is a woman's or a man's; None where it does not say it."""
    base, said = language.split("-")[0], fold(word)
    if base == "fr":
        return said.endswith(("iere", "euse", "trice", "enne", "esse", "mere", "tante", "dame", "ande")) or None
    if base not in ROMANCE | {"it"} or said.endswith(("ista", "ante", "ente")):
        return None
    return True if said.endswith(("a", "na")) else False if said.endswith(("o", "or", "er", "eiro")) else None
