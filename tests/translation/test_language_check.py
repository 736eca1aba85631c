"""What a reviewer is asked about a text's language."""

from __future__ import annotations

from tests.translation.test_identify import SPANISH
from translation.identify import Answer, Verdict
from translation.language_check import ask_language, question, with_whole
from translation.translated import FindingKind


def test_a_line_in_another_language_is_asked_about_with_its_error() -> None:
    ((finding,), nothing) = ask_language((SPANISH, ""), "ast", "es")
    assert nothing == ()
    assert finding.kind is FindingKind.LANGUAGE
    assert finding.text.startswith(
        "This line looks like Spanish (es) more than Asturian (ast): is it? If it is right as it stands, approve it. "
        "(Measured: of 100 right texts of this length it asks about "
    )
    assert "caught" not in finding.text


def test_another_script_is_asked_about_by_its_name() -> None:
    ((finding,),) = ask_language(("আমি বাংলায় গান গাই আর লিখি",), "sat", "en")
    assert "(Beng), but Santali (sat) is usually written in Ol Chiki (Olck)" in finding.text


def test_the_scripts_own_language_is_not_asked_about() -> None:
    assert ask_language((SPANISH,), "es", "es") == ((),)


def test_the_whole_is_asked_about_once_where_no_line_is() -> None:
    whole = Verdict(answer=Answer.ANOTHER, expected="ast", other="es", words=90, error="0 of 100")
    asked = with_whole(((), (), ()), ("", "a", "b"), whole)
    assert [len(a) for a in asked] == [0, 1, 0]
    assert asked[1][0].text.startswith("All lines together look like Spanish")
    already = question(whole)
    assert with_whole((already, ()), ("a", "b"), whole) == (already, ())


def test_right_and_cannot_tell_are_no_findings() -> None:
    for answer in (Answer.RIGHT, Answer.CANNOT_TELL):
        assert question(Verdict(answer=answer, expected="ast")) == ()
