"""The gate: which characters of a text no font here draws, and which package has one that does."""

from __future__ import annotations

import unicodedata

from languages.language import Language
from languages.unicode_scripts import COMMON, INHERITED, UNKNOWN, script_of
from video.typeset.choice import is_emoji
from video.typeset.face import Face
from video.typeset.font_table import EMOJI, symbol_rows
from video.typeset.fonts import Asked, Fonts
from video.typeset.paragraph import Paragraph, asked_for, paragraphs
from video.typeset.problems import Problem, ProblemKind, names_of
from video.typeset.shape import blanks, boxes, circles
from video.typeset.tidy import Tidy, tidy


def missing_glyphs(
    text: str, language: Language, fonts: Fonts, *, bold: bool = False, serif: bool = False
) -> tuple[Problem, ...]:
    """What keeps a text from being drawn, or will be left out or look strange, in the order of the text.

    Nothing is drawn. ``[p for p in … if p.stops]`` is what ``typeset`` refuses.

    Raises:
        FontRefused: a font file of this machine is damaged, or none is there at all.
        MissingProgram: FriBidi is not installed.
    """
    clean, asked = tidy(text), asked_for(language, bold, serif)
    return found_in(clean, paragraphs(clean, language, asked, fonts), language, asked, fonts)


def found_in(
    clean: Tidy, laid: tuple[Paragraph, ...], language: Language, asked: Asked, fonts: Fonts
) -> tuple[Problem, ...]:
    """The problems of a text whose paragraphs are in runs and shaped; places are in the text as it was given."""
    found = list(clean.problems)
    damaged: set[Face] = set()
    for paragraph in laid:
        found += [_moved(p, paragraph.start, clean) for p in paragraph.problems]
        lacking = [(s, e, script) for s, e, script in paragraph.missing]
        known = {i for s, e, _ in lacking for i in range(s, e)}
        for run, shaped in zip(paragraph.runs, paragraph.shaped, strict=True):
            for i in boxes(shaped, paragraph.text):
                if i not in known:
                    s, e = paragraph.cluster(i)
                    lacking.append((s, e, run.script))
                    known.update(range(s, e))
            for i in blanks(shaped, paragraph.text)[:1] if run.face not in damaged else ():
                damaged.add(run.face)
                s, e = paragraph.cluster(i)
                what = f"{names_of(paragraph.text[s:e])}: the glyph of {shaped.face.family} shows nothing"
                text = f"{what} ({shaped.face.path}): the font is damaged. Copy it again, or take another."
                found.append(_moved(_problem(ProblemKind.MISSING_GLYPH, s, e, text), paragraph.start, clean))
            for i in circles(shaped, paragraph.text, run):
                if i not in known:
                    s, e = paragraph.cluster(i)
                    text = (
                        f"{names_of(paragraph.text[s:e])}: a mark stands where it belongs to no letter, or in an order "
                        f"that {shaped.face.family} cannot draw; it would get a dotted circle. Check what is written."
                    )
                    found.append(_moved(_problem(ProblemKind.BROKEN_SYLLABLE, s, e, text), paragraph.start, clean))
        for s, e, script in lacking:
            cluster = paragraph.text[s:e]
            at = clean.place(paragraph.start + s) + 1
            text = (
                f"{names_of(cluster)}, character {at} of the {language.name} ({language.tag}) text, is in no font "
                f"here. {_remedy(cluster, _script(cluster, script), asked, fonts)}"
            )
            found.append(_moved(_problem(ProblemKind.MISSING_GLYPH, s, e, text), paragraph.start, clean))
    return tuple(sorted(found, key=lambda p: (p.start, p.kind)))


def _problem(kind: ProblemKind, start: int, end: int, text: str) -> Problem:
    return Problem(kind=kind, start=start, end=end, text=text)


def _moved(problem: Problem, start: int, clean: Tidy) -> Problem:
    """The same with its place in the text as it was given."""
    first = clean.place(start + problem.start)
    last = clean.place(start + problem.end - 1) + 1
    return Problem(kind=problem.kind, start=first, end=last, text=problem.text)


def _script(cluster: str, script: str) -> str:
    return next((s for c in cluster if (s := script_of(c)) not in (COMMON, INHERITED)), script)


def _remedy(cluster: str, script: str, asked: Asked, fonts: Fonts) -> str:
    own = "Or name a font of your own that has it."
    if script == UNKNOWN:
        if any(unicodedata.category(c) == "Co" for c in cluster):
            return (
                "It is for private use: only a font made for this text has it. Name that font, or write it otherwise."
            )
        return "Unicode 18 has no such character. Mind what is written there."
    if is_emoji(cluster):
        row = next(row for row in symbol_rows() if row.family == EMOJI)
        if not fonts.has(row):
            return f"{row.family} has it: `apt-get install {row.package}`. {own}"
    rows = asked.rows(script)
    if rows and not fonts.has(rows[0]):
        return f"{rows[0].family} is made for the script {script}: `apt-get install {rows[0].package}`. {own}"
    if rows:
        lacks = (
            f"{rows[0].family} has {rows[0].has} of the {rows[0].of} characters of the script {script}, not this one"
        )
        away = next((row for row in rows if not fonts.has(row)), None)
        if away:
            return f"{lacks}; {away.family} may have it: `apt-get install {away.package}`. {own}"
        return f"{lacks}; a newer one may: https://notofonts.github.io. {own}"
    from video.typeset.font_table import project_of

    project = project_of(script)
    if project:
        return f"No Debian package has a font of Noto for the script {script}; Noto works on one: {project}. {own}"
    return f"No font of Noto is known for the script {script}. {own.replace('Or name', 'Name')}"
