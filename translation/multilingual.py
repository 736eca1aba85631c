"""What all translators of many languages share: their routes, and the way of a line to the model and back. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from languages.card import Card, Failed
from languages.checkpoints import checkpoints_of
from languages.engine_codes import code_of, codes, tag_of
from languages.environments import not_installed
from languages.weights import Found, State, installed, look
from translation.engine import Draft, Route, TranslateJob
from translation.neural_lines import join, lost_names, pieces, repeats, speaks, unknown_finding, unveiled, veiled

EVIDENCE = "listed by {name}; nobody has measured it here"
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Piece:
    """As much of a line as a model translates at once."""

    source: str
    """The model's code of its language; likewise the target's."""
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model made of a piece."""

    text: str
    problem: str = ""
    """Why it is no translation, or empty."""


def no_room(_: object) -> Answer:
    """The answer of a piece that alone does not fit into memory."""
    return Answer("", "there is not enough memory for it on this device")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A loaded model as lines see it."""

    name: str
    """For messages."""
    limit: int
    """Tokens of a piece at most."""
    length: Callable[[str], int]
    """Tokens of a text."""
    run: Callable[[Sequence[Piece]], Sequence[Answer]]
    """One answer per piece, in order; pieces may be of any languages."""
    unknown: Callable[[str], Sequence[str]]
    """Stretches of a text that the vocabulary does not have."""


def routes_of(
    card: Card, root: Path | None, name: str, ranks: Mapping[str, float], asked: tuple[str, str]
) -> tuple[Route, ...]:
    """Every pair of a list of codes for each checkpoint that is here.

    With both of ``asked`` (source, target) and no checkpoint here, the way that there could be, broken, with what
    to do for it; with neither, pairs from English only.
    """
    source, target = asked if any(asked) else (ENGLISH, "")
    found = list(installed(card.id, root))
    if not found and source and target:
        found = [look(c.id, root) for c in checkpoints_of(card.id)]
    if any(f.state is State.READY for f in found):
        found = [f for f in found if f.state is State.READY]
    missing = not_installed(card)
    tags = tuple(dict.fromkeys(codes(name).values()))
    pairs = [
        (s, t)
        for s in ((source,) if source else tags)
        for t in ((target,) if target else tags)
        if s != t and code_of(name, s) and code_of(name, t)
    ]
    rank = {f.checkpoint.id: ranks.get(f.checkpoint.id, 0.5) for f in found}
    return tuple(_route(f, name, pair, missing, rank[f.checkpoint.id]) for f in found for pair in pairs)


def _route(found: Found, name: str, pair: tuple[str, str], missing: str, rank: float) -> Route:
    checkpoint = found.checkpoint
    return Route(
        id=f"{checkpoint.id}:{code_of(name, pair[0])}>{code_of(name, pair[1])}",
        source=pair[0],
        target=pair[1],
        rank=rank,
        evidence=EVIDENCE.format(name=checkpoint.id),
        broken=missing or ("" if found.state is State.READY else found.reason),
        licence=checkpoint.licence,
        checkpoint=checkpoint.id,
    )


def way_of(route: str) -> tuple[str, str, str]:
    """(checkpoint, code of the source, code of the target) of a route that ``routes_of`` named, else empty ones."""
    checkpoint, _, pair = route.partition(":")
    source, _, target = pair.partition(">")
    return checkpoint, source, target


def translate_batch(
    card: Card, name: str, batch: Sequence[TranslateJob], model_of: Callable[[str], Model | Failed]
) -> tuple[Draft | Failed, ...]:
    """One result per job, in order; jobs of one checkpoint share its batches, whatever their languages.

    Args:
        name: of the engine's list of codes.
        model_of: the loaded model of a checkpoint, or why there is none.
    """
    results: dict[int, Draft | Failed] = {}
    todo: dict[str, list[int]] = {}
    known = codes(name)
    mine = {c.id for c in checkpoints_of(card.id)}
    for i, job in enumerate(batch):
        checkpoint, source, target = way_of(job.route)
        if checkpoint not in mine or source not in known or target not in known or source == target:
            results[i] = Failed(reason=f"{card.id} has no route {job.route!r}.")
        elif not job.text.strip():
            results[i] = Failed(reason="There is no text to be translated.")
        elif not speaks(job.text):
            results[i] = Draft(text=job.text.strip())
        else:
            todo.setdefault(checkpoint, []).append(i)
    for checkpoint, wanted in todo.items():
        model = model_of(checkpoint)
        done = [model] * len(wanted) if isinstance(model, Failed) else _drafts(model, [batch[i] for i in wanted])
        results.update(zip(wanted, done, strict=True))
    return tuple(results[i] for i in range(len(batch)))


def _drafts(model: Model, jobs: Sequence[TranslateJob]) -> list[Draft | Failed]:
    first = _lines(model, [(job.route, job.text) for job in jobs])
    codes_of: dict[int, dict[str, str]] = {}
    retry: list[tuple[str, str]] = []
    for i, job in enumerate(jobs):
        if lost := lost_names(job.keep, job.text, first[i].text):
            text, codes_of[i] = veiled(job.text, lost)
            retry.append((job.route, text))
    for i, answer in zip(codes_of, _lines(model, retry), strict=True):
        job, better = jobs[i], unveiled(answer.text, codes_of[i])
        lost = len(lost_names(job.keep, job.text, first[i].text))
        if not answer.problem and len(lost_names(job.keep, job.text, better)) < lost:
            first[i] = Answer(better)
    return [_draft(model, job, answer) for job, answer in zip(jobs, first, strict=True)]


def _lines(model: Model, lines: Sequence[tuple[str, str]]) -> list[Answer]:
    parts = [pieces(text, model.limit, model.length, tag_of(way_of(route)[1])) for route, text in lines]
    todo: list[Piece] = []
    for (route, _), line in zip(lines, parts, strict=True):
        _, source, target = way_of(route)
        todo += [Piece(source, target, part.strip()) for part in line]
    done = iter(model.run(todo) if todo else ())
    results: list[Answer] = []
    for line in parts:
        answers = [next(done) for _ in line]
        problem = next((a.problem for a in answers if a.problem), "")
        results.append(Answer(join(line, [a.text for a in answers]), problem))
    return results


def _draft(model: Model, job: TranslateJob, answer: Answer) -> Draft | Failed:
    phrase = repeats(answer.text, job.text)
    problem = f"it repeats itself: «{phrase[:60]}»" if phrase else answer.problem
    if not problem and not answer.text:
        problem = "it gave no text"
    if problem:
        return Failed(
            reason=f"{model.name} could not translate this line: {problem}. Write it yourself, or shorten it."
        )
    return Draft(text=answer.text, findings=unknown_finding(model.unknown(job.text)))
