"""Builds docs/languages.md: the tier of every language, from the same claims that ``vernacast languages`` shows.

Run as ``scripts/in-env dev python scripts/build_language_docs.py``; a test fails where the page is not what this makes.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from flows.commands.languages import told
from flows.language_claims import making_claims
from languages.claims import lists
from languages.language import Language
from languages.licences import Use
from languages.regions import regions_of
from languages.registry import all_languages
from languages.tiers import Rating, Tier, rate

TARGET = Path(__file__).resolve().parent.parent / "docs" / "languages.md"
HEAD = """# What can be done in which language

Made by `scripts/build_language_docs.py`; do not edit. `vernacast languages TAG` shows a language's whole card: every
engine with its evidence, licence and source, what is on your machine, fonts, and what would help most.

## What the tiers mean, and what they stand on

A tier is computed from claims, and from nothing else. A claim is: this engine does this step in this language, by this
list or measurement, read on this day. Not every claim is strong enough for a tier to stand on:

{rules}

*never measured here* means just that: a list names the language, and nothing that was read says how well it is done.
*judged from its parts* means that parts of it were read here, and not the whole. *measured by its makers* means a
figure for this language. *measured here* means by us, and the card says how. The tier tells the weakest step's best
evidence. No native speaker has judged any of it.

What is said of a language holds for its regions and spellings in the same script: `es-MX` is drafted and spoken as
`es`, and the plan says so. It holds for no variety and for no other script.

Where a licence forbids to sell what is made, the tier for commercial use is lower; both are told.

| | where licences allow it | for commercial use |
|---|---|---|
{counts}

Of {total} languages; {others} more have a tag and a name, and no list that was read names them: help us start.

## Every language

| tag | language | script | used in | what can be done | for commercial use, where it is less |
|---|---|---|---|---|---|
{rows}
"""


def rule(counts: str) -> str:
    """When claims of a list count, for a person."""
    return {"listed": "counts", "never": "does not count"}.get(counts, f"counts where the figure is {counts}")


def page() -> str:
    """The whole page."""
    rated = [(n, rate(making_claims(n.tag)), rate(making_claims(n.tag), Use.COMMERCIAL)) for n in all_languages()]
    best, sold = Counter(r.tier for _, r, _ in rated), Counter(r.tier for _, _, r in rated)
    only = {known.id: ", and FLORES-200 has its text" for known in lists() if known.only_with}
    rules = [
        f"- `{n.engine}` ({n.step}): {rule(n.counts)}{only.get(n.id, '')}. {n.because} "
        f"<{n.source.split()[0]}>, {n.read}"
        for n in lists()
    ]
    rules += [
        "- `translation/apertium` (translate): counts where what a route or its parts made was read, and is at least "
        "to be corrected before it is shown (rank 0.5). `translation/data/apertium_routes.tsv`",
        "- `speech/espeak`, `speech/festival` (speak): count where the voice gives sound. "
        "`speech/data/espeak_voices.tsv`, `speech/data/misheard.tsv`",
    ]
    return HEAD.format(
        rules="\n".join(rules),
        counts="\n".join(f"| {tier} | {best[tier]:,} | {sold[tier]:,} |" for tier in Tier),
        total=f"{len(rated):,}",
        others=f"{others(rated):,}",
        rows="\n".join(row(*found) for found in rated),
    )


def others(rated: list[tuple[Language, Rating, Rating]]) -> int:
    """Languages that have a tag, and that no list names."""
    from languages.names import lines_of

    return len(lines_of("index.tsv")) - len({n.tag for n, _, _ in rated if "-" not in n.tag})


def row(n: Language, best: Rating, sold: Rating) -> str:
    """One line of the table."""
    name = n.name if n.autonym in ("", n.name) else f"{n.name} · {n.autonym}"
    regions = regions_of(n.tag)
    where = " ".join(regions[:4]) + (" …" if len(regions) > 4 else "")
    less = "" if (best.tier, best.can) == (sold.tier, sold.can) else told(sold)
    return f"| {n.tag} | {name.replace('|', '/')} | {n.script} | {where} | {told(best)} | {less} |"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
