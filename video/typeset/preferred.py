"""Whether the font that a language prefers has all letters of a text; where it lacks some, the whole text gets another.

A word in Naskh amid Nastaliq is read, but nobody would print it so.
"""

from __future__ import annotations

from dataclasses import replace

from languages.segments import graphemes
from languages.unicode_scripts import script_of, written_with
from video.typeset.choice import has, lacking
from video.typeset.font_table import prefers
from video.typeset.fonts import Asked, Fonts
from video.typeset.problems import Problem, ProblemKind, names_of
from video.typeset.runs import home_script


def settled(text: str, asked: Asked, fonts: Fonts) -> tuple[Asked, Problem | None]:
    """What is asked for the whole of a text, and what is to be said of it; its place is in this text.

    Raises:
        FontRefused: a font file of this machine is damaged.
    """
    if not prefers(asked.script, asked.tag):
        return asked, None
    home, plain = home_script(asked.script), replace(asked, plain=True)
    preferred, other = (next(iter(fonts.faces(home, a)), None) for a in (asked, plain))
    if preferred is None or other is None or preferred is other:
        return asked, None
    own = written_with(asked.script)
    at = 0
    lacks: tuple[int, str] | None = None
    for cluster in graphemes(text):
        if script_of(cluster[0]) in own:
            if not has(other, cluster):
                return asked, None
            if lacks is None and not has(preferred, cluster):
                lacks = (at, cluster)
        at += len(cluster)
    if lacks is None:
        return asked, None
    start, cluster = lacks
    what = (
        f"{preferred.family}, in which the language is usually set, lacks {names_of(lacking(preferred, cluster))}: "
        f"the whole text is set in {other.family}. A newer version or a font of your own may have it."
    )
    return plain, Problem(kind=ProblemKind.TWO_FONTS, start=start, end=start + len(cluster), text=what)
