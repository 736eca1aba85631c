"""From the words of the command line to a recipe."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.recipe import ANY, Recipe
from languages.errors import UsageError
from languages.licences import Use
from languages.registry import get_one_language
from video.caption_styles import CaptionStyle
from video.shapes import Shape
from video.shot import Frame

if TYPE_CHECKING:
    from languages.card import Step

COMPUTES = ("local", "ray", "cluster")
"""``cluster`` is for a job inside of one; a user names it by its address."""
ADDRESS = "ray://"
DEVICES = ("cpu", "cuda")
DRAWN = "papercut"
SMALLEST_PX, LARGEST_PX = 64, 3840
LINES = (144, 240, 360, 480, 540, 720, 1080, 1440, 2160)
"""Heights by which sizes of 16:9 are called: ``720p``."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of ``plan`` and ``make`` as they were typed."""

    script: str
    to: str
    out: str = "out"
    language: str = ""
    borrow_voices: str = ""
    allow_gaps: bool = False
    store: str = ""
    seed: int = 0
    size: str = "1280x720"
    compute: str = "local"
    use: str = "commercial"
    device: str = "cpu"
    pictures: str = "papercut"
    check: bool = False
    burn: bool = False
    rates: str = ""
    """File of rates, or empty for the user's own."""
    shape: str = ""
    hard_cuts: bool = False
    no_cards: bool = False
    caption_style: str = ""


def words_of(wish: Wish) -> tuple[str, ...]:
    """The options as words again, without those that say where: script, out folder, store, compute, rates."""
    flags = (
        ("--allow-gaps", wish.allow_gaps),
        ("--check", wish.check),
        ("--burn-captions", wish.burn),
        ("--hard-cuts", wish.hard_cuts),
        ("--no-cards", wish.no_cards),
    )
    named = (
        ("--to", wish.to),
        ("--language", wish.language),
        ("--borrow-voices", wish.borrow_voices),
        ("--seed", str(wish.seed)),
        ("--size", wish.size),
        ("--shape", wish.shape),
        ("--use", wish.use),
        ("--device", wish.device),
        ("--pictures", wish.pictures),
        ("--caption-style", wish.caption_style),
    )
    return (*(w for name, value in named if value for w in (name, value)), *(name for name, on in flags if on))


def talk(text: str) -> None:
    """Says something to the person at the terminal (stderr)."""
    print(text, file=sys.stderr, flush=True)


def recipe_of(wish: Wish) -> Recipe:
    """The recipe that a command line asks for.

    Raises:
        AmbiguousLanguage, UnknownLanguage, UsageError: a value cannot be understood.
    """
    targets = tuple(dict.fromkeys(get_one_language(t.strip()).tag for t in wish.to.split(",") if t.strip()))
    if not targets:
        raise UsageError("--to names no language.", remedy="Give at least one: --to ca,an,Esperanto.")
    if wish.compute not in COMPUTES and not wish.compute.startswith(ADDRESS):
        raise UsageError(
            f"--compute {wish.compute!r} is not known.",
            expected="It is local, ray (a Ray on this machine), or a cluster's address: ray://head:10001.",
        )
    if wish.use not in tuple(Use):
        raise UsageError(f"--use {wish.use!r} is not known.", expected=f"It is one of {', '.join(Use)}.")
    if wish.device not in DEVICES:
        raise UsageError(f"--device {wish.device!r} is not known.", expected=f"It is one of {', '.join(DEVICES)}.")
    (first, first_model), (pictures, model) = _pictures(wish.pictures)
    frame = _frame(wish.size)
    return Recipe(
        script=wish.script,
        targets=targets,
        out=wish.out,
        language=get_one_language(wish.language).tag if wish.language else "",
        allow_gaps=wish.allow_gaps,
        borrow_voices=_pairs(wish.borrow_voices),
        seed=wish.seed,
        frame=frame,
        shapes=_shapes(wish.shape, frame),
        hard_cuts=wish.hard_cuts,
        cards=not wish.no_cards,
        store=wish.store,
        compute=wish.compute,
        use=Use(wish.use),
        device=wish.device,
        pictures=pictures,
        model=model,
        first=first,
        first_model=first_model,
        check=wish.check,
        burn=_caption_style(wish),
    )


def _caption_style(wish: Wish) -> CaptionStyle | None:
    if not wish.caption_style:
        return CaptionStyle.WORD if wish.burn else None
    if wish.caption_style not in tuple(CaptionStyle):
        raise UsageError(
            f"--caption-style {wish.caption_style!r} is not known.", expected=f"It is one of {', '.join(CaptionStyle)}."
        )
    if not wish.burn:
        raise UsageError(
            "--caption-style says how captions look that are drawn into the picture, and none are asked for.",
            remedy="Add --burn-captions.",
        )
    return CaptionStyle(wish.caption_style)


def _pictures(text: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Who paints first pictures, and who makes the pictures: each (engine id, checkpoint id), empty where left open.

    ``wan`` films drawn pictures, ``image+wan`` painted ones; ``wan=wan2.1-t2v-1.3b`` names the checkpoint.
    """
    from languages.card import Step

    painted, plus, last = text.rpartition("+")
    first = _painter(text, painted, (Step.PAINT,)) if plus else ("", "")
    chosen = _painter(text, last, (Step.FILM,) if plus else (Step.PAINT, Step.FILM))
    return first, chosen


def _painter(whole: str, text: str, steps: tuple[Step, ...]) -> tuple[str, str]:
    from languages.checkpoints import get_checkpoint
    from languages.discover import discover

    name, _, model = text.strip().partition("=")
    if name in ("", DRAWN) and not model and text == whole:
        return "", ""
    painters = {i.partition("/")[2]: i for i, e in discover("video").items() if e.card.step in steps}
    known = {n: i for n, i in painters.items() if n != "picture"}
    if name not in known:
        raise UsageError(
            f"--pictures {whole!r} is not known.",
            expected=f"{name!r} would have to be one of {', '.join(known)}. With a checkpoint: wan=wan2.1-t2v-1.3b; "
            "films that begin with painted pictures: image+wan.",
        )
    if model and known[name] not in get_checkpoint(model).engines:
        raise UsageError(f"{known[name]} cannot load {model!r}.", remedy="`vernacast weights list` shows what it can.")
    return ("" if name == DRAWN else known[name]), model


def _frame(size: str) -> Frame:
    lines = size.removesuffix("p")
    if size.endswith("p") and lines in map(str, LINES):
        return Frame(width_px=2 * round(int(lines) * 8 / 9), height_px=int(lines))
    width, by, height = size.partition("x")
    if by and width.isdecimal() and height.isdecimal():
        w, h = int(width), int(height)
        if all(SMALLEST_PX <= n <= LARGEST_PX and n % 2 == 0 for n in (w, h)):
            return Frame(width_px=w, height_px=h)
    raise UsageError(
        f"--size {size!r} cannot be used.",
        expected=f"Width x height in even pixels, each from {SMALLEST_PX} to {LARGEST_PX}, e.g. 1280x720; or the "
        f"height of a 16:9 picture: {', '.join(f'{n}p' for n in LINES)}.",
    )


def _shapes(text: str, frame: Frame) -> tuple[Shape, ...]:
    """The shapes that are asked for, in the order in which they are always made."""
    asked = {part.strip() for part in text.split(",") if part.strip()}
    if unknown := sorted(asked - set(Shape)):
        raise UsageError(
            f"--shape {', '.join(map(repr, unknown))} is not known.",
            expected=f"Some of {', '.join(Shape)}, separated by commas.",
        )
    if frame.width_px == frame.height_px and asked - {Shape.SQUARE}:
        raise UsageError(
            f"--size {frame.width_px}x{frame.height_px} says nothing of how long the longer side is.",
            expected="With --shape the size is that of the wide film, e.g. 1280x720 or 720p.",
        )
    return tuple(shape for shape in Shape if shape in asked)


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
        pairs.append((get_one_language(borrower).tag, get_one_language(lender).tag if lender else ANY))
    return tuple(pairs)
