"""``vernacast engines``: which engines there are; ``engines check NAME`` tries one out for real."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from languages.card import Card, Failed
from languages.discover import discover_all, get_engine
from languages.environments import not_installed
from languages.errors import UsageError, VernacastError


def run(what: tuple[str, ...], as_json: bool) -> int:
    """Lists engines, shows a card, or checks an engine; exit code 3 where the check fails."""
    if not what:
        cards = [engine.card for engine in discover_all().values()]
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(cards) + b"\n")
        for card in () if as_json else cards:
            absent = " (not installed)" if not_installed(card) else ""
            print(f"{card.id:<24} {card.step.value:<10} {card.summary}{absent}")
        return 0
    if what[0] == "check":
        if len(what) != 2:
            raise UsageError("`engines check` takes one engine's id.", remedy="`vernacast engines` lists them.")
        return _check(what[1], as_json)
    if what[0] == "install":
        from flows.commands.engines_install import run as install

        return install(what[1:], as_json)
    if len(what) != 1:
        raise UsageError(
            f"`engines {' '.join(what)}` cannot be read.", expected="Give one id, or `check` or `install` and some."
        )
    card = get_engine(what[0]).card
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(card) + b"\n")
    else:
        _show(card)
    return 0


def _show(card: Card) -> None:
    print(f"{card.id} {card.version}: {card.summary}")
    licence = card.licence
    print(f"  licence: code {licence.code}, data {licence.weights}, outputs {licence.outputs} ({licence.source})")
    print(f"  evidence: {card.evidence}")
    needs = ", ".join(f"{p.name} (package {p.package})" for p in card.programs) or "nothing else"
    if card.environment:
        needs = f"the environment {card.environment}"
        print(f"  installed: {not_installed(card) or 'yes'}")
    print(f"  needs {needs}; {card.resources.cpus:g} CPU, {card.resources.ram_gb:g} GB")
    from languages.checkpoints import checkpoints_of

    for checkpoint in checkpoints_of(card.id):
        own = checkpoint.licence
        print(f"  weights {checkpoint.id}: {own.weights}, {checkpoint.ram_gb:g} GB; {checkpoint.languages}")
    cost = f"{card.cost_s:g} CPU seconds a {card.cost_unit}" if card.cost_s else "not measured"
    print(f"  cost: {cost} ({card.cost_source})")
    print(f"  text leaves the machine: {'yes' if card.sends_text_away else 'no'}")


def _check(engine_id: str, as_json: bool) -> int:
    """One real job through a real worker."""
    import tempfile

    card = get_engine(engine_id).card
    with tempfile.TemporaryDirectory() as folder:
        try:
            answer = try_out(card, Path(folder))
        except VernacastError as error:
            answer = Failed(reason=str(error))
    good = not isinstance(answer, Failed)
    text = answer.reason if isinstance(answer, Failed) else answer
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode({"engine": engine_id, "works": good, "answer": text}) + b"\n")
    else:
        print(f"{engine_id}: {'works' if good else 'does not work'}: {text}")
    return 0 if good else 3


def try_out(card: Card, folder: Path) -> str | Failed:
    """Gives an engine one small real job and says what came back."""
    from flows.commands.engines_trial import answer_of, job_for
    from flows.workers import default_pool

    if missing := not_installed(card):
        return Failed(reason=missing)
    job, weights = job_for(card, folder)
    if isinstance(job, Failed):
        return job
    (result,) = default_pool().call(card.id, (job,), needs=weights)
    return result if isinstance(result, Failed) else answer_of(result)
