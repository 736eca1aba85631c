"""Every error that a user can meet, in one tree.

::

    VernacastError                     exit 1
    ├── UsageError                     exit 2   the command was given something it cannot take
    │   ├── UnknownLanguage            exit 2   carries the nearest names
    │   └── AmbiguousLanguage          exit 2   carries the languages that may be meant
    ├── InputRefused                   exit 4   the user's file was refused; carries path and line
    │   ├── ManuscriptRefused
    │   ├── TranslationFileRefused
    │   ├── PictureRefused
    │   ├── RecordingRefused
    │   ├── FontRefused
    │   └── WeightsRefused
    ├── NoRoute                        exit 4   nothing can make this language, and no person's text is there
    ├── TextUndrawable                 exit 4   a character would come out as an empty box; carries what was found
    ├── LinesMissing                   exit 4   an edition would have gaps, and gaps were not allowed
    ├── Refused                        exit 5
    │   ├── LicenceRefused
    │   └── ConsentRefused
    ├── ResourceError                  exit 7
    │   ├── Exposed                             a door would stand open beyond this machine
    │   ├── MissingProgram                      carries the Debian package
    │   ├── DiskFull
    │   ├── WeightsMissing
    │   ├── TooLarge
    │   ├── ServerUnavailable
    │   ├── ClusterLost
    │   ├── StoreUnavailable                    was tried again a few times before
    │   ├── StoreBusy                           another collection is at work
    │   └── StoreRefused
    ├── EngineError                    exit 3   an engine could not do its work
    │   ├── UnknownEngine              exit 2
    │   ├── EngineUnusable
    │   └── WorkerDied
    └── StoreDamaged                   exit 7   what the store holds is not what was put there

A message says three things: what happened with the value, what was expected, what to do.
"""

from __future__ import annotations


class VernacastError(Exception):
    """The root of the tree. ``what`` · ``expected`` · ``remedy`` make up the message."""

    exit_code: int = 1

    def __init__(self, what: str, *, expected: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.expected = expected
        self.remedy = remedy

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.expected, self.remedy) if part)

    def __reduce__(self) -> tuple[object, ...]:
        """As it is, not as it was made: constructors differ, and an error may come from another process."""
        return _again, (type(self), self.args, vars(self))


def _again(kind: type[VernacastError], args: tuple[object, ...], values: dict[str, object]) -> VernacastError:
    error = kind.__new__(kind)
    error.args = args
    vars(error).update(values)
    return error


class UsageError(VernacastError):
    """The command was given something it cannot take."""

    exit_code = 2


class UnknownLanguage(UsageError):
    """No language answers to this name or tag; ``nearest`` are the closest that do, ``why`` is what is wrong."""

    def __init__(self, asked: str, nearest: tuple[str, ...] = (), why: str = "") -> None:
        self.asked = asked
        self.nearest = nearest
        self.why = why
        hint = f"Did you mean {', '.join(nearest)}?" if nearest else ""
        super().__init__(
            f"No language is known as {asked!r}.",
            expected=why or hint,
            remedy="`vernacast languages` lists names and tags (BCP 47, e.g. `ast`, `oc-aranes`, `sr-Latn`).",
        )


class AmbiguousLanguage(UsageError):
    """A name or tag means several languages; ``candidates`` are (tag, English name, what machines do in it).

    ``group`` is the code that stands for all of them, where there is one.
    """

    shown = 8

    def __init__(self, asked: str, what: str, candidates: tuple[tuple[str, str, str], ...], *, group: str = "") -> None:
        self.asked = asked
        self.candidates = candidates
        listed = "; ".join(f"{name} ({tag}: {known})" for tag, name, known in candidates[: self.shown])
        more = f"; and {len(candidates) - self.shown} more" if len(candidates) > self.shown else ""
        one = "`vernacast languages TAG` says what can be done in it."
        all_ = f"`vernacast languages --of {group}` shows all of them, and what can be done in each."
        super().__init__(
            what,
            expected=f"Which is meant? In brackets its tag, and what models list it for: {listed}{more}.",
            remedy=f"Name one by its tag; {all_ if group else one}",
        )


class InputRefused(VernacastError):
    """A user's file was refused. ``path`` is the file, ``line`` its line number from 1 (or None)."""

    exit_code = 4

    def __init__(
        self, what: str, *, path: str = "", line: int | None = None, expected: str = "", remedy: str = ""
    ) -> None:
        self.path = path
        self.line = line
        where = f"{path}:{line}: " if path and line is not None else f"{path}: " if path else ""
        super().__init__(where + what, expected=expected, remedy=remedy)


class ManuscriptRefused(InputRefused):
    """The script cannot be read as a manuscript."""


class TranslationFileRefused(InputRefused):
    """A PO file cannot be read, or contradicts the manuscript."""


class PictureRefused(InputRefused):
    """A picture or clip of the user's cannot be used."""


class RecordingRefused(InputRefused):
    """A recording of the user's cannot be used."""


class FontRefused(InputRefused):
    """A font file is not there, damaged, or of a kind that cannot be used."""


class TextUndrawable(VernacastError):
    """No font on this machine draws a text as it should be; ``problems`` say so, each for one place of the text."""

    exit_code = 4

    def __init__(self, what: str, *, problems: tuple[str, ...], expected: str = "", remedy: str = "") -> None:
        self.problems = problems
        super().__init__(what, expected=expected, remedy=remedy)


class NoRoute(VernacastError):
    """No engine makes this language and there is no person's text for it."""

    exit_code = 4


class LinesMissing(VernacastError):
    """An edition would have gaps (``lines`` are the ids), and gaps were not allowed."""

    exit_code = 4

    def __init__(self, what: str, *, lines: tuple[str, ...], expected: str = "", remedy: str = "") -> None:
        self.lines = lines
        super().__init__(what, expected=expected, remedy=remedy)


class Refused(VernacastError):
    """A rule about rights refused the work."""

    exit_code = 5


class LicenceRefused(Refused):
    """A licence forbids what was asked."""


class ConsentRefused(Refused):
    """A voice may not be used in this way: no consent is on record."""


class ResourceError(VernacastError):
    """The machine lacks something."""

    exit_code = 7


class Exposed(ResourceError):
    """An address beyond this machine would be used, or offered, without proof of who asks."""


class MissingProgram(ResourceError):
    """A program or system library is not installed; ``package`` is the Debian package that has it."""

    def __init__(self, program: str, package: str) -> None:
        self.program = program
        self.package = package
        super().__init__(
            f"{program} is not installed.",
            expected=f"It comes with the package {package}.",
            remedy=f"Install it: `apt-get install {package}` (`make setup` installs all that is needed).",
        )


class DiskFull(ResourceError):
    """No space is left where something had to be written."""


class WeightsMissing(ResourceError):
    """A model's weights are not on this machine, or nobody has pinned them."""


class WeightsRefused(InputRefused):
    """A file of weights is damaged, incomplete, of another kind than it says, or not what was pinned."""


class TooLarge(ResourceError):
    """A model, or one job of it, does not fit into the memory of the device."""


class ServerUnavailable(ResourceError):
    """The Prefect server could not be reached or started."""


class ClusterLost(ResourceError):
    """A cluster lost the same work again and again: its workers or machines end before they have done it."""


class StoreUnavailable(ResourceError):
    """The store does not answer, or not as it should, for now: the same may succeed later."""


class StoreBusy(ResourceError):
    """Somebody else is removing things from the store, which one does at a time."""


class StoreRefused(ResourceError):
    """The store does not let us in, or not do what we must: trying again does not help."""


class EngineError(VernacastError):
    """An engine could not do its work."""

    exit_code = 3
    log: str = ""
    """The end of the traceback where an engine failed in a way that nobody foresaw: for the report."""


class UnknownEngine(EngineError):
    """No engine has this id."""

    exit_code = 2


class EngineUnusable(EngineError):
    """An engine is there but cannot be loaded; the message says why."""


class WorkerDied(EngineError):
    """The process that an engine ran in ended before it answered."""


class StoreDamaged(ResourceError):
    """What the store holds is not what was put there."""
