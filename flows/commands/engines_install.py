"""``vernacast engines install ENGINE …``: builds the environments that engines name on their cards."""

from __future__ import annotations

import sys

import msgspec

from flows.environments import build
from languages.discover import get_engine
from languages.errors import UsageError


def run(ids: tuple[str, ...], as_json: bool) -> int:
    """Builds what is missing, once for each kind; nothing is built when one of the ids is unknown.

    Raises:
        UsageError: no id was given.
        UnknownEngine: one of them names no engine.
        ResourceError: no space, or a package could not be had.
    """
    if not ids:
        raise UsageError("`engines install` takes one engine's id or more.", remedy="`vernacast engines` lists them.")
    cards = [get_engine(name).card for name in ids]
    said: list[dict[str, str]] = []
    for card in cards:
        if not card.environment:
            programs = ", ".join(p.package for p in card.programs)
            needs = f"its programs come with the Debian packages {programs}" if programs else "it needs nothing else"
            text = f"runs in Vernacast's own environment; {needs}"
            where = ""
        else:
            found = build(card.environment, lambda text: print(text, file=sys.stderr, flush=True))
            where = str(found.python)
            text = f"runs in the environment {card.environment}: {where}"
        said.append({"engine": card.id, "environment": card.environment, "python": where})
        if not as_json:
            print(f"{card.id} {text}")
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(said) + b"\n")
    return 0
