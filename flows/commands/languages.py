"""``vernacast languages [TAG]``: what can be done in a language, and on what evidence."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, cast

import msgspec

from flows.commands.languages_table import Wanted, read_table, show_table
from languages.card import Licence, Step
from languages.claims import WORDS, Claim, allowed, stand_ins
from languages.groups import find_group, found_by
from languages.language import Language
from languages.licences import NONE, Use
from languages.questions import listed_whole, told_of_group
from languages.regions import region_name
from languages.registry import also_called, find_language, get_language, regions_on_file
from languages.subtags import parse
from languages.tiers import Rating, Tier
from languages.wanted import is_signed

if TYPE_CHECKING:
    from flows.language_card import LanguageCard

DIRECTIONS = {"ltr": "written from left to right", "rtl": "written from right to left"}
TITLES = {Step.TRANSLATE: "Drafts", Step.SPEAK: "Voices", Step.LISTEN: "Ears", Step.IDENTIFY: "Identification"}
MOST_DRAFTS, MOST_MEMBERS = 4, 8
NOTHING = {
    Step.TRANSLATE: "no machine that we know of; people write it",
    Step.SPEAK: "none that we know of; people record it",
    Step.LISTEN: "none that we know of: a recording's words are timed by its sound alone, and nothing checks them",
    Step.IDENTIFY: "never measured, so a text in another language is not noticed",
}

SIGNED = {
    Step.TRANSLATE: "none: it is signed; a text that stands beside it is in a spoken language, whose tag is another",
    Step.SPEAK: "none: it has no sound",
    Step.LISTEN: "none: it has no sound",
    Step.IDENTIFY: "none: texts beside it are in another language",
}
"""The same of sign languages."""


def run(tag: str, wanted: Wanted, as_json: bool) -> int:
    """Prints one language's card, or the table of all that are wanted."""
    if not tag:
        gc.disable()  # to look through 60,000 small objects again and again takes a tenth of the time
        try:
            rows = read_table(wanted)
        finally:
            gc.enable()
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(rows) + b"\n")
        else:
            show_table(rows, wanted)
        return 0
    from flows.language_card import read_card  # asks all engines, which the table does not

    wanted.refuse_for(tag)
    card = read_card(get_language(tag))
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(data_of(card, tag)) + b"\n")
    else:
        print("\n".join([*lines_of(card)[:2], *_besides(tag, card.language.tag), *lines_of(card)[2:]]))
    return 0


def data_of(card: LanguageCard, asked: str) -> dict[str, object]:
    """The card as data: with the question that it asks, what else may be meant, and evidence in words too."""
    found = cast("dict[str, object]", msgspec.to_builtins(card))
    found["group"] = find_group(card.language.tag)
    found["also"] = also_called(asked, card.language.tag)
    ratings = zip(
        (found["rating"], *(rating for _, rating in cast("list[tuple[str, object]]", found["by_use"]))),
        (card.rating, *(rating for _, rating in card.by_use)),
        strict=True,
    )
    claims = zip(cast("list[object]", found["claims"]), card.claims, strict=True)
    for data, known in (*ratings, *claims):
        words = WORDS[known.strength] if known.strength is not None else ""
        cast("dict[str, object]", data)["evidence"] = words
    return found


def told(rating: Rating) -> str:
    """A tier with its evidence, for a person."""
    drafts = " (and a machine can draft it)" if Step.TRANSLATE in rating.can else ""
    extra = "" if rating.tier is Tier.DRAFTS_AND_SPEAKS else drafts
    evidence = f" · {WORDS[rating.strength]}" if rating.strength is not None else ""
    return f"{rating.tier}{extra}{evidence}"


def lines_of(card: LanguageCard) -> list[str]:
    """The card for a person, line by line."""
    found = [*_who(card.language, card.regions), "", f"What can be done: {told(card.rating)}"]
    for use, rating in card.by_use:
        if (rating.tier, rating.can, rating.strength) != (card.rating.tier, card.rating.can, card.rating.strength):
            found.append(f"  in {use} use: {told(rating)}")
    found += ["", "Evidence: + what the tier may stand on, - what it may not."]
    nothing = SIGNED if is_signed(card.language) else NOTHING
    for step, title in TITLES.items():
        claims = [claim for claim in card.claims if claim.step is step]
        found += ["", f"{title}:" if claims else f"{title}: {nothing[step]}."]
        for claim in sorted(claims, key=lambda c: (not c.counts, -c.strength)):
            found += _claim(claim)
        if step is Step.SPEAK:
            found += [f"  - borrowed, where you allow it: the voice of {name(o)} ({o}). {e}" for o, e in card.borrowed]
    return [*found, "", *_here(card), "", *_text(card), *_fonts(card), "", *_codes(card), "", *_wishes(card)]


def _who(n: Language, regions: tuple[str, ...]) -> list[str]:
    where = ", ".join(region_name(code) or code for code in regions[:8]) + (
        f" and {len(regions) - 8} more" if len(regions) > 8 else ""
    )
    parts = parse(n.tag)
    usual = bool(parts and (parts.region or regions_on_file(n.tag)))
    used = "usual" if usual else "the language is used" if "-" in n.tag else "used"
    return [
        f"{n.name} ({n.tag}): {n.autonym or get_language(stand_ins(n.tag)[-1]).autonym or 'own name unknown'}",
        f"  ISO 639-3 {n.iso639_3 or 'none'} · script {n.script} · {DIRECTIONS.get(n.direction, 'direction unknown')}"
        f" · {used} in {where or 'places that no source names'}",
        *([f"  also called {', '.join(n.names)}"] if n.names else []),
        *_group(n.tag),
    ]


def _besides(text: str, tag: str) -> list[str]:
    """What else may be meant by what was typed."""
    others = [f"{name(other)} ({other})" for other in also_called(text, tag)]
    more = f" and {len(others) - MOST_MEMBERS} more" if len(others) > MOST_MEMBERS else ""
    return [f"  Or do you mean {', '.join(others[:MOST_MEMBERS])}{more}?"] if others else []


def _group(tag: str) -> list[str]:
    """What is asked where a tag stands for several languages, though it is taken for one of them."""
    group = find_group(tag)
    if wider := found_by(tag):
        told = f"  {wider.name} ({wider.tag}) is taken for it"
        return [f"{told}: `vernacast languages {wider.tag}` shows what can be done under that code."]
    if group is None:
        return []
    more = f"`vernacast languages --of {group.tag}` shows what can be done in each."
    if listed_whole(tag):
        return [f"  {told_of_group(tag)}"]
    if not group.taken_for:
        stands = f"  {group.name} stands for {len(group.members)} languages, and for none of them alone ({group.why})."
        return [stands, f"  Which do you mean? {more}"]
    others = [f"{name(m)} ({m})" for m in group.members if m != group.taken_for and find_language(m)]
    rest = f" and {len(others) - MOST_MEMBERS} more" if len(others) > MOST_MEMBERS else ""
    return [
        f"  {group.name} is {len(group.members)} languages; taken for {group.taken_name} ({group.taken_for}): "
        f"{group.why}.",
        f"  Or do you mean {', '.join(others[:MOST_MEMBERS])}{rest}? {more}",
    ]


def name(tag: str) -> str:
    """The English name of a language."""
    return get_language(tag).name


def _claim(claim: Claim) -> list[str]:
    meant = f" (listed as {get_language(claim.meant).name}, {claim.meant})" if claim.meant else ""
    figure = f"{claim.figure} · " if claim.figure else ""
    mark = "" if claim.step is Step.IDENTIFY else "+ " if claim.counts else "- "
    return [
        f"  {mark}{claim.says}{meant}",
        f"      {figure}{WORDS[claim.strength]} · {uses(claim)}",
        f"      {claim.because}",
        f"      {claim.read}, {claim.source}",
    ]


def uses(claim: Claim) -> str:
    """What an engine and its weights may be used for, with the licence that sets the bounds."""
    licence: Licence = claim.licence
    name = licence.code if licence.weights in (NONE, "") else licence.weights
    fine = [use.value for use in Use if allowed(claim, use)]
    if len(fine) == len(Use):
        return f"for any use ({name})"
    return f"for {' and '.join(fine)} use only ({name})" if fine else f"for no use: its licence is not known ({name})"


def _here(card: LanguageCard) -> list[str]:
    here = card.here
    found = ["On this machine now:"]
    found += [f"  drafts from {source} by {what}: {evidence}" for source, what, evidence in here.drafts[:MOST_DRAFTS]]
    found += [f"  and from {', '.join(d[0] for d in here.drafts[MOST_DRAFTS:])}"] if here.drafts[MOST_DRAFTS:] else []
    found += [] if here.drafts else ["  no drafts"]
    found.append(f"  voices: {', '.join(here.voices) or 'none of its own'}")
    found.append(f"  ears: {', '.join(here.ears) or 'none'}")
    return [*found, *(f"  could be had: {what}: {why}" for what, why in here.lacking)]


def _text(card: LanguageCard) -> list[str]:
    if is_signed(card.language):
        return ["Texts:"]  # only the fonts: SignWriting has letters
    return ["Texts:", *(f"  {what}: {source}" for what, source in card.text)]


def _fonts(card: LanguageCard) -> list[str]:
    if not card.fonts:
        script = card.language.script
        return [
            f"  fonts: {'its script is not known' if script == 'unknown' else f'none of {script} that we know of'}."
        ]
    said = (f"{f.family} ({f.package}, {'here' if f.here else 'not here'})" for f in card.fonts)
    return [f"  fonts for {card.language.script}: {'; '.join(said)}"]


def _codes(card: LanguageCard) -> list[str]:
    said = " · ".join(f"{name} {' '.join(several)}" for name, several in card.codes)
    return [f"Called by lists: {said or 'none that we know of names it'}"]


def _wishes(card: LanguageCard) -> list[str]:
    found = ["What would help most:"]
    for i, wish in enumerate(card.wishes, 1):
        found += [f"  {i}. {wish.do}", f"     {wish.because}"]
    if not card.wishes:
        found.append("  Speakers who say what they think of what was made.")
    return found
