"""From the words of the command line to a recipe."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from flows.recipe import ANY, Recipe
from languages.errors import UsageError
from languages.registry import get_language
from video.shot import Frame

COMPUTES = ("local", "ray")
SMALLEST_PX, LARGEST_PX = 64, 3840


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of ``plan`` and ``make`` as they were typed."""

    script: str
    to: str
    out: str
    language: str
    borrow_voices: str
    allow_gaps: bool
    store: str
    seed: int
    size: str
    compute: str


def talk(text: str) -> None:
    """Says something to the person at the terminal (stderr)."""
    print(text, file=sys.stderr, flush=True)


def recipe_of(wish: Wish) -> Recipe:
    """The recipe that a command line asks for.

    Raises:
        UnknownLanguage, UsageError: a value cannot be understood.
    """
    targets = tuple(dict.fromkeys(get_language(t.strip()).tag for t in wish.to.split(",") if t.strip()))
    if not targets:
        raise UsageError("--to names no language.", remedy="Give at least one: --to ca,an,Esperanto.")
    if wish.compute not in COMPUTES:
        raise UsageError(f"--compute {wish.compute!r} is not known.", expected=f"It is one of {', '.join(COMPUTES)}.")
    return Recipe(
        script=wish.script,
        targets=targets,
        out=wish.out,
        language=get_language(wish.language).tag if wish.language else "",
        allow_gaps=wish.allow_gaps,
        borrow_voices=_pairs(wish.borrow_voices),
        seed=wish.seed,
        frame=_frame(wish.size),
        store=wish.store,
        compute=wish.compute,
    )


def _frame(size: str) -> Frame:
    width, by, height = size.partition("x")
    if by and width.isdecimal() and height.isdecimal():
        w, h = int(width), int(height)
        if all(SMALLEST_PX <= n <= LARGEST_PX and n % 2 == 0 for n in (w, h)):
            return Frame(width_px=w, height_px=h)
    raise UsageError(
        f"--size {size!r} cannot be used.",
        expected=f"Width x height in even pixels, each from {SMALLEST_PX} to {LARGEST_PX}, e.g. 1280x720.",
    )


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for part in (p.strip() for p in text.split(",")):
        if not part:
            continue
        if part == "any":
            pairs.append((ANY, ANY))
            continue
        borrower, equals, lender = part.partition("=")
        if not borrower or (equals and not lender):
            raise UsageError(
                f"--borrow-voices {part!r} cannot be read.", expected="It looks like ast=es, or ast, or any."
            )
        pairs.append((get_language(borrower).tag, get_language(lender).tag if lender else ANY))
    return tuple(pairs)
