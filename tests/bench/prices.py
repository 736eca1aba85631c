"""Does a plan say what a job will cost? Twenty jobs are priced, then made, and the figures laid side by side.

    python -m tests.bench.prices FOLDER                  # the twenty
    python -m tests.bench.prices FOLDER --teach [--ship] # other jobs, to learn from; and what they taught is shipped

Each is priced twice: from the shipped figures alone, and from what the jobs before it have taught as well.

CPU seconds are compared: other programs on the machine make a run longer, but hardly more laborious.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from tests.bench.stories import DEEDS, PEOPLE, PLACES, TIMES
from tests.stories import environment

LEAST_RIGHT = 0.25
"""An estimate is right where it is off by no more than this part of the truth."""
SEEN = (
    "Un pueblo junto al río, de día",
    "Un bosque de noche, con luna",
    "Una casa en el campo, al atardecer",
    "El mar y una montaña, de día",
    "Un camino con árboles, de noche",
    "Un pueblo y un puente, al atardecer",
    "Una montaña con nieve, de día",
    "El campo con flores, de día",
)
SMALL, LARGE = "640x360", "1280x720"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One run of ``vernacast make``."""

    what: str
    story: str
    """Name of its story: jobs with the same one continue one another."""
    to: str
    lines: int
    scenes: int = 2
    size: str = LARGE
    recorded: int = 0
    """Lines of the source language that have a recording."""
    own: int = 0
    """Scenes with a picture of the creator's own."""
    edited: tuple[int, ...] = ()
    """Lines with another word than at first."""
    more: tuple[str, ...] = ()
    """Options."""


ROMANCE = "ca,an,eo,ast,gl"
JOBS = (
    Job(what="tiny, one language", story="a", to="ca", lines=3, scenes=1, size=SMALL),
    Job(what="source alone", story="b", to="es", lines=12, scenes=3),
    Job(what="60 lines, five languages", story="c", to=ROMANCE, lines=60, scenes=5),
    Job(what="the same, one word edited", story="c", to=ROMANCE, lines=60, scenes=5, edited=(20,)),
    Job(what="French and Occitan", story="d", to="fr,oc", lines=30, scenes=3, size=SMALL),
    Job(what="few lines, five languages", story="e", to=ROMANCE, lines=5, size=SMALL),
    Job(what="recordings of all lines", story="f", to="es", lines=20, recorded=20, size=SMALL),
    Job(what="own pictures", story="g", to="es,ca", lines=10, scenes=4, own=4),
    Job(what="the same again", story="g", to="es,ca", lines=10, scenes=4, own=4),
    Job(what="another size of an earlier one", story="d", to="fr,oc", lines=30, scenes=3),
    Job(what="40 lines, two languages", story="h", to="an,gl", lines=40, scenes=4, size=SMALL),
    Job(what="one more language", story="h", to="an,gl,pt", lines=40, scenes=4, size=SMALL),
    Job(what="tiny, large picture", story="i", to="eo", lines=3, scenes=1),
    Job(what="three lines edited", story="h", to="an,gl,pt", lines=40, scenes=4, size=SMALL, edited=(2, 17, 33)),
    Job(what="60 lines, source alone", story="j", to="es", lines=60, scenes=6, size=SMALL),
    Job(what="recordings and pictures", story="k", to="es,ca,eo", lines=15, scenes=3, recorded=9, own=2),
    Job(what="many scenes", story="l", to="ca", lines=24, scenes=8),
    Job(what="two scenes more", story="k", to="es,ca,eo", lines=25, scenes=5, recorded=9, own=2),
    Job(what="Portuguese and Galician", story="m", to="pt,gl", lines=8, size=SMALL),
    Job(what="50 lines, four languages", story="n", to="es,ca,ast,fr", lines=50, scenes=4),
)
LESSONS = (
    Job(what="lesson 1", story="A", to="es,ca", lines=6, size=SMALL),
    Job(what="lesson 2", story="B", to="ca,an,eo,ast,gl,fr,oc,pt", lines=22, scenes=3, size=SMALL),
    Job(what="lesson 3", story="B", to="ca,an,eo,ast,gl,fr,oc,pt", lines=22, scenes=3),
    Job(what="lesson 4", story="C", to="es", lines=9, scenes=3, recorded=9, own=3),
    Job(what="lesson 5", story="B", to="ca,an,eo,ast,gl,fr,oc,pt", lines=22, scenes=3, edited=(4, 5)),
    Job(what="lesson 6", story="D", to="ca,an,eo,ast,gl", lines=48, scenes=2, size=SMALL),
    Job(what="lesson 7", story="E", to="es,fr,pt,oc", lines=33, scenes=4, own=1),
    Job(what="lesson 8", story="E", to="es,fr,pt,oc", lines=33, scenes=4, own=1),
    Job(what="lesson 9", story="C", to="es,ca", lines=14, scenes=3, recorded=12, own=3, size=SMALL),
    Job(what="lesson 10", story="F", to="eo,oc,fr", lines=3, scenes=1, size=SMALL),
    Job(what="lesson 11", story="G", to="es", lines=4, scenes=1, recorded=3, size=SMALL),
    Job(what="lesson 12", story="H", to="es,gl", lines=30, recorded=22, own=1, size=SMALL),
)


def text_of(job: Job) -> str:
    """The story: distinct lines of eight to forty words, other ones for every name."""
    dice = random.Random(job.story)
    told = [_line(dice) for _ in range(80)]
    for n in job.edited:
        told[n] = told[n].replace("la ", "aquella ", 1).replace("el ", "aquel ", 1)
    rows = [
        "---",
        f"title: Historia {job.story}",
        "language: es",
        "borrow-voices: {ast: es, gl: pt, oc: ca}",
        "---",
        "",
    ]
    # Ten lines in each scene where there are more to come, so that more lines leave earlier scenes as they were.
    each = 5 if job.story in "kC" else -(-job.lines // job.scenes)
    for n in range(job.lines):
        if n % each == 0:
            scene = n // each
            picture = f"{job.story}-{scene}.jpg" if scene < job.own else ""
            rows += [f"# Escena {scene + 1}", "", f"![{SEEN[scene % len(SEEN)]}.]({picture})"]
            rows += [""]
        rows += [told[n], ""]
    return "\n".join(rows).replace(".]()", ".]")


def _line(dice: random.Random) -> str:
    parts = [
        f"{dice.choice(TIMES)} {dice.choice(PEOPLE)} {dice.choice(DEEDS)}{dice.choice(PLACES)}"
        for _ in range(dice.choice((1, 1, 1, 2, 2, 4)))
    ]
    whole = ", y ".join(parts)
    return f"{whole[0].upper()}{whole[1:]} con {dice.randint(2, 99)} amigos."


def prepare(home: Path, job: Job) -> None:
    """Puts the story into place, with its pictures and recordings."""
    (home / f"{job.story}.es.md").write_text(text_of(job), encoding="utf-8")
    for scene in range(job.own):
        path = home / f"{job.story}-{scene}.jpg"
        if not path.exists():
            photograph(path, scene)
    folder = home / "recordings" / "es"
    if job.recorded:
        record(job, folder)


def photograph(path: Path, seed: int) -> None:
    """A picture with as much in it as a photograph has: soft shapes, and some grain."""
    import numpy as np
    from PIL import Image, ImageFilter

    dice = np.random.default_rng(seed)
    small = dice.integers(0, 255, (24, 32, 3), dtype=np.uint8)
    image = Image.fromarray(small).resize((2400, 1800)).filter(ImageFilter.GaussianBlur(6))
    grain = dice.normal(0, 5, (1800, 2400, 1))
    Image.fromarray(np.clip(np.asarray(image) + grain, 0, 255).astype(np.uint8)).save(path, quality=90)


def record(job: Job, folder: Path) -> None:
    """Lines read aloud: espeak stands in for a person."""
    from languages.discover import get_engine
    from speech.engine import Speaker, SpeakJob, Spoken

    folder.mkdir(parents=True, exist_ok=True)
    engine = cast(Speaker, get_engine("speech/espeak")())
    told = [row for row in text_of(job).splitlines() if row.endswith("amigos.")]
    for n, text in enumerate(told[: job.recorded], start=1):
        if (folder / f"n{n}.flac").exists():
            continue
        (answer,) = engine.speak((SpeakJob(line=f"n{n}", text=text, language="es", voice="es", folder=str(folder)),))
        assert isinstance(answer, Spoken), answer
        Path(answer.path).rename(folder / f"n{n}.flac")
    engine.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was said before and what was true after."""

    job: Job
    said: dict[str, float]
    """Stage → CPU seconds; ``all`` in all."""
    shipped: float
    """CPU seconds in all, by the shipped figures alone."""
    true: dict[str, float]
    low: float
    high: float
    outside: float
    """CPU seconds of the program and of all that it waited for, as its caller sees them."""

    def off(self) -> float:
        """The error as a part of the truth."""
        return self.said["all"] / self.true["all"] - 1

    def shipped_off(self) -> float:
        """Likewise of the shipped figures alone."""
        return self.shipped / self.true["all"] - 1


def run(home: Path, job: Job) -> Told:
    """Prices a job, does it, and lays both side by side."""
    place = home / ("recorded-" + job.story if job.recorded else "stories")
    place.mkdir(exist_ok=True)
    prepare(place, job)
    settings = {**environment(home), "VERNACAST_STATE": str(home / "state")}
    seed = str(ord(job.story))  # other pictures for every story, though the briefs are the same
    words = [f"{job.story}.es.md", "--to", job.to, "--size", job.size, "--seed", seed, *job.more, "--json"]
    program = [sys.executable, "-m", "flows.cli"]

    def plan(state: str) -> dict[str, object]:
        where = {**settings, "VERNACAST_STATE": str(home / state)}
        told = subprocess.run([*program, "plan", *words], cwd=place, env=where, capture_output=True, check=True)
        return json.loads(told.stdout)

    bare, said = plan("untaught"), plan("state")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    made = subprocess.run([*program, "make", *words], cwd=place, env=settings, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if made.returncode:
        raise SystemExit(
            f"{job.what}: {made.returncode}\n{made.stdout.decode()[-2000:]}\n{made.stderr.decode()[-2000:]}"
        )
    spent = json.loads(made.stdout)["spent"]
    return Told(
        job=job,
        said={**{stage: cost["cpu_s"] for stage, cost in said["stages"]}, "all": said["cost"]["cpu_s"]},
        shipped=bare["cost"]["cpu_s"],
        true={**{s["stage"]: s["cpu_s"] for s in spent["stages"]}, "all": spent["cpu_s"]},
        low=said["cost"]["cpu_low_s"],
        high=said["cost"]["cpu_high_s"],
        outside=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
    )


def row(number: int, told: Told) -> str:
    """One row of the table."""
    job = told.job
    stages = " ".join(f"{s} {told.said.get(s, 0):.1f}/{told.true.get(s, 0):.1f}" for s in told.true if s != "all")
    said = f"{told.said['all']:.1f} ({told.low:.0f}-{told.high:.0f})"
    cells = (number, job.what, job.lines, job.to.count(",") + 1, job.size, said, f"{told.true['all']:.1f}")
    bare = f"{told.shipped:.1f} | {told.shipped_off():+.0%}"
    return " | ".join(["", *map(str, cells), f"{told.off():+.0%}", bare, f"{told.outside:.1f}", stages, ""]).strip()


HEAD = (
    "| # | job | lines | languages | size | estimated CPU s | CPU s | error | by shipped figures | error "
    "| seen outside | by stage |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
)


def ship(book: Path) -> None:
    """Writes what was learned into the shipped table; what no lesson taught stays as it is."""
    from flows.cost_book import SHIPPED, read_book
    from flows.costs import fitted

    names = ("begun_s", "call_s", "job_s", "size_s")
    head = ["machine", "what", "variant", *names, *(f"gpu_{n}" for n in names), "samples", "measured", "when"]
    today = datetime.now(UTC).date().isoformat()
    rows = [
        "# What work costs, in CPU and GPU seconds; flows/costs.py says what the amounts are, flows/amounts.py sizes.",
        "# Written by `python -m tests.bench.prices FOLDER --teach --ship`; a row without samples is not written.",
        "\t".join(head),
    ]
    taught = sorted(read_book(book).sums, key=lambda s: (s.what, s.variant))
    kinds = {(s.machine, s.what, s.variant) for s in taught}
    before = SHIPPED.read_text(encoding="utf-8").splitlines()[3:]
    rows += [line for line in before if tuple(line.split("\t")[:3]) not in kinds]
    for sums in taught:
        cpu, gpu = fitted(sums)
        figures = [f"{b:.3g}" for b in (*cpu, *gpu)]
        measured = f"{sums.totals[2]:.0f} jobs in the {len(LESSONS)} lessons of tests/bench/prices.py"
        rows.append("\t".join([sums.machine, sums.what, sums.variant, *figures, f"{sums.count:.0f}", measured, today]))
    SHIPPED.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Runs all jobs, or all lessons."""
    home = Path(sys.argv[1]).resolve()
    home.mkdir(parents=True, exist_ok=True)
    teach = "--teach" in sys.argv
    only = [int(w) for w in sys.argv[2:] if w.isdecimal()]
    os.environ["VERNACAST_STATE"] = str(home / "state")
    print(HEAD, flush=True)
    told: list[Told] = []
    for number, job in enumerate(LESSONS if teach else JOBS, start=1):
        if only and number not in only:
            continue
        told.append(run(home, job))
        print(row(number, told[-1]), flush=True)
    for name, errors in (
        ("what was learned", [t.off() for t in told]),
        ("the shipped figures alone", [t.shipped_off() for t in told]),
    ):
        within = sum(abs(e) <= LEAST_RIGHT for e in errors)
        print(f"\nBy {name}: {within} of {len(told)} within {LEAST_RIGHT:.0%}, the worst {max(errors, key=abs):+.0%}.")
    inside = sum(t.low <= t.true["all"] <= t.high for t in told)
    whole = sum(t.said["all"] for t in told) / sum(t.true["all"] for t in told) - 1
    print(f"{inside} of {len(told)} within the range that the plan named; all jobs together {whole:+.0%}.")
    if "--ship" in sys.argv:
        ship(home / "state" / "costs.json")
    from flows.server import stop_server

    stop_server()


if __name__ == "__main__":
    main()
