"""Where captions stand: in the safe area of every shape, and not on faces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from languages.clock import TICKS_PER_S as S
from languages.errors import TextUndrawable
from languages.language import Language
from languages.registry import get_language
from speech.utterance import Word
from tests.video.conftest import TINY
from tests.video.test_burn import cue, drawn, fonts
from video.caption_place import Seen, drawn_cues, soft_at_head
from video.captions import cues_of
from video.safe_area import safe_area
from video.shot import Face, Frame
from video.typeset.fonts import Fonts

__all__ = ["fonts"]

LOW = Face(left=0.4, top=0.7, right=0.6, bottom=0.95)
HIGH = Face(left=0.4, top=0.05, right=0.6, bottom=0.3)


@pytest.mark.parametrize("frame", [Frame(), Frame(width_px=720, height_px=1280), Frame(width_px=720, height_px=720)])
@pytest.mark.parametrize(
    ("tag", "rows"),
    [
        ("ca", ("L'olor baixava pel carrer fins al riu, i", "el gos de la Sra. López despertava a tots.")),
        ("ur", ("تمام انسان آزاد اور حقوق و عزت کے اعتبار سے", "برابر پیدا ہوئے ہیں۔")),
        ("my", ("လူတိုင်းသည် တူညီလွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့်",)),
        ("ja", ("すべての人間は、生まれながらにして自由で", "あり、かつ、尊厳と権利とについて平等である。")),
    ],
)
def test_captions_stay_in_the_safe_area_of_every_shape(
    frame: Frame, tag: str, rows: tuple[str, ...], fonts: Fonts
) -> None:
    (one,) = drawn(fonts, cue(0, 3, *rows), tag=tag, frame=frame)
    inks = [row.ink for row in one.block.rows if row.runs]
    area = safe_area(frame)
    left, right = (one.left_px + edge for edge in (min(i.left for i in inks), max(i.right for i in inks)))
    assert area.left - 1 <= left < right <= area.right + 1
    assert abs(left + right - frame.width_px) < 40  # closing marks have their ink at one side
    assert one.top_px + max(ink.bottom for ink in inks) <= area.bottom + 1
    assert one.top_px + min(ink.top for ink in inks) >= frame.height_px * 0.55


def test_a_narrow_picture_takes_more_rows_and_keeps_the_spaces_of_the_text(fonts: Fonts) -> None:
    text = "တစ်နေ့တွင် ငှက်ကလေးသည် မြစ်ကို မေးသည်။ သင် ဘယ်ကို သွားမလို့လဲ။ မြစ်က ပြန်ဖြေသည်၊ ငါ ပင်လယ်ကို သွားမည်။"
    at = text.index("သွားမလို့လဲ")
    whole = replace(cue(0, 9, text[: at - 1], text[at:]), text=text)
    (one,) = drawn(fonts, whole, tag="my", frame=Frame(width_px=720, height_px=1280))
    shown = [row.text for row in one.block.rows]
    assert len(shown) > 2
    assert all(row in text for row in shown)  # nothing is joined that the text divides
    assert "".join(shown).replace(" ", "") == text.replace(" ", "")
    assert one.block.problems == ()


def test_a_character_without_a_font_is_refused_by_name(fonts: Fonts) -> None:
    chorasmian: Language = get_language("xco")
    with pytest.raises(TextUndrawable, match=r"U\+10FB0"):
        drawn_cues((cue(0, 1, "\U00010fb0"),), chorasmian, fonts, TINY)


def test_captions_that_would_hide_a_face_stand_at_the_head(fonts: Fonts) -> None:
    cues = (cue(0, 1, "Bon dia"), cue(1, 2, "Adéu,", "i moltes gràcies"), cue(3, 4, "Fins demà"))
    seen = (Seen(start=0, end=2 * S + S // 2, faces=(LOW,)), Seen(start=2 * S + S // 2, end=9 * S, faces=(HIGH,)))
    frame = Frame()
    first, second, third = drawn_cues(cues, get_language("ca"), fonts, frame, seen)
    assert first.top_px == second.top_px == safe_area(frame).top
    assert third.box().bottom == pytest.approx(safe_area(frame).bottom)
    assert soft_at_head(cues, seen) == (True, True, False)


def test_between_two_faces_the_foot_is_where_captions_are_looked_for(fonts: Fonts) -> None:
    both = (Seen(start=0, end=9 * S, faces=(LOW, HIGH)),)
    (one,) = drawn_cues((cue(0, 1, "Bon dia"),), get_language("ca"), fonts, Frame(), both)
    assert one.top_px > 500 or one.top_px == safe_area(Frame()).top  # whichever hides less; never in between
    assert soft_at_head((cue(0, 1, "Bon dia"),), ()) == (False,)


@pytest.mark.parametrize(
    ("tag", "text", "shape"),
    [
        ("ca", "Fa molt de temps, vora el riu, vivia una dona que teixia ponts.", (1280, 720)),
        ("ca", "Fa molt de temps, vora el riu, vivia una dona que teixia ponts.", (720, 1280)),
        ("ar", "كانت تعيش قرب النهر امرأة عجوز تنسج الجسور من الخيوط.", (720, 1280)),
        ("th", "กาลครั้งหนึ่งมีหญิงชราคนหนึ่งอาศัยอยู่ริมแม่น้ำและทอสะพานด้วยเส้นด้าย", (720, 720)),
    ],
)
def test_every_word_is_found_where_it_stands(tag: str, text: str, shape: tuple[int, int], fonts: Fonts) -> None:
    spaced = [(m, text.index(m)) for m in text.split()]
    step = S // 4
    words = tuple(Word(text=w, offset=at, start=i * step, end=(i + 1) * step) for i, (w, at) in enumerate(spaced))
    for one in cues_of("n1", text, words, 0, len(words) * step, tag):
        frame = Frame(width_px=shape[0], height_px=shape[1])
        (placed,) = drawn_cues((one,), get_language(tag), fonts, frame)
        shown = [
            "".join(placed.block.rows[m.row].text[m.start : m.end] for m in marks).replace(" ", "")
            for _, marks in placed.words
        ]
        assert shown == [w.text.replace(" ", "") for w in one.words]
        assert [at for at, _ in placed.words] == sorted(w.start for w in one.words)


def test_words_of_another_text_are_not_marked(fonts: Fonts) -> None:
    (one,) = cues_of("n1", "Bon dia", (), 0, S, "ca")
    (placed,) = drawn_cues((replace(one, rows=("Bon vespre",)),), get_language("ca"), fonts, Frame())
    assert placed.words == ()
