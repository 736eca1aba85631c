"""What a reviewer is asked where a line, or a whole file, looks like another language than it should be in.

A question, never a refusal: the text stays as it is, and a line that a person approved is not asked about again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from languages.registry import find_language, get_language
from translation.identify import Answer, Verdict, identify_file
from translation.translated import Finding, FindingKind

Asked = tuple[tuple[Finding, ...], ...]


@lru_cache(maxsize=64)
def ask_language(texts: tuple[str, ...], expected: str, source: str) -> Asked:
    """What to ask about each text, in order; mostly nothing.

    Where no line gives cause to ask, but all of them together do, the first text carries the question.

    Args:
        texts: those that nobody approved; an empty one is passed over.
        expected: canonical tag of the language that they should be in.
        source: canonical tag of the script's language, in which they may have been left.
    """
    if expected == source or not any(texts):
        return ((),) * len(texts)
    found = identify_file(texts, expected, (source,))
    return with_whole(tuple(question(v) for v in found.lines), texts, found.whole)


def with_whole(asked: Asked, texts: Sequence[str], whole: Verdict) -> Asked:
    """The same, with the question about the whole file on its first text, where no line is asked about already."""
    if any(asked) or whole.answer not in (Answer.ANOTHER, Answer.SCRIPT):
        return asked
    first = next(i for i, text in enumerate(texts) if text)
    return (*asked[:first], question(whole, "All lines together look"), *asked[first + 1 :])


def question(verdict: Verdict, looks: str = "This line looks") -> tuple[Finding, ...]:
    """What to ask a person about a verdict; nothing where it is right, or cannot be told."""
    if verdict.answer is Answer.SCRIPT:
        usual = _script(get_language(verdict.expected).script)
        text = (
            f"Most letters here are {_script(verdict.other)}, but {_name(verdict.expected)} is usually written in "
            f"{usual}: is it right so?"
        )
    elif verdict.answer is Answer.ANOTHER:
        text = f"{looks} like {_name(verdict.other)} more than {_name(verdict.expected)}: is it?"
    else:
        return ()
    measured = f" (Measured: {verdict.rates}.)" if verdict.rates else ""
    text = f"{text} If it is right as it stands, approve it.{measured}"
    return (Finding(kind=FindingKind.LANGUAGE, text=text),)


def _name(tag: str) -> str:
    found = find_language(tag)
    return f"{found.name} ({tag})" if found is not None else tag


def _script(code: str) -> str:
    import langcodes

    name = langcodes.Language.make(script=code).script_name() if code else code
    return f"{name} ({code})"
