"""Number words from a table of our own: a small part of the rules that ICU writes numbers out with.

One rule a line, ``base words`` or ``base/divisor words``; that with the largest base which is not above the number
counts. In the words ``<<`` stands for the number divided by the divisor, ``>>`` for what is left of it; ``[words]``
falls away where nothing is left, ``[words|others]`` gives the others then. Without a divisor it is the largest power
of ten in the base. ``>eta>`` and ``=eta=`` take the rules of another set of the same table.

Source: the notation is that of ICU's RuleBasedNumberFormat,
https://unicode-org.github.io/icu-docs/apidoc/released/icu4c/classicu_1_1RuleBasedNumberFormat.html
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

MAIN = "number"

_PART = re.compile(r"<<|>(\w*)>|=(\w+)=|\[([^\[\]|]*)(?:\|([^\[\]]*))?\]")
_RULE = re.compile(r"(\d+)(?:/(\d+))? ?(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of a set."""

    base: int
    divisor: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Sets of rules by name; ``number`` is the one that numbers are written out with."""

    sets: Mapping[str, tuple[Rule, ...]]

    def words(self, number: int) -> str:
        """The words of a number from 0, with single spaces.

        Raises:
            ValueError: no rule is for so small a number, or rules lead to one another without an end.
        """
        return " ".join(_apply(self, MAIN, number, 0).split())


def read_rules(sets: Mapping[str, str]) -> Rules:
    """The rules of a table, each set given as its lines.

    Raises:
        ValueError: a line is no rule, bases do not rise, or a set that is named is not there.
    """
    found = {name: tuple(_rule(line) for line in text.strip("\n").splitlines()) for name, text in sets.items()}
    for name, rules in found.items():
        bases = [rule.base for rule in rules]
        if bases != sorted(set(bases)) or not bases:
            raise ValueError(f"The rules of the set {name!r} do not rise: each base must be above the one before.")
        named = {m[1] or m[2] for rule in rules for m in re.finditer(r">(\w+)>|=(\w+)=", rule.words)}
        if lacking := named - found.keys():
            raise ValueError(f"The set {name!r} names sets that are not there: {', '.join(sorted(lacking))}.")
    return Rules(sets=found)


def _rule(line: str) -> Rule:
    match = _RULE.fullmatch(line)
    if match is None:
        raise ValueError(f"{line!r} is no rule: expected a number, a space and words.")
    base = int(match[1])
    divisor = int(match[2]) if match[2] else 10 ** (len(str(base)) - 1) if base else 1
    return Rule(base=base, divisor=divisor, words=match[3])


def _apply(rules: Rules, name: str, number: int, depth: int) -> str:
    table = rules.sets[name]
    index = bisect_right(table, number, key=lambda rule: rule.base) - 1
    if index < 0 or depth > 40:
        raise ValueError(f"The rules {name!r} do not tell {number}.")
    rule = table[index]
    times, left = divmod(number, rule.divisor)

    def put(match: re.Match[str]) -> str:
        if match[0] == "<<":
            return _apply(rules, MAIN, times, depth + 1)
        if match[0].startswith(">"):
            return _apply(rules, match[1] or MAIN, left, depth + 1)
        if match[0].startswith("="):
            return _apply(rules, match[2], number, depth + 1)
        return _PART.sub(put, match[3] if left else match[4] or "")

    return _PART.sub(put, rule.words)
