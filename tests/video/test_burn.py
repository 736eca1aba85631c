"""Captions drawn into the picture: seen while they are said, over any picture, and nothing else is changed."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import av
import numpy as np
import pytest

from languages.clock import TICKS_PER_S
from languages.errors import TextUndrawable
from languages.language import Language
from languages.registry import get_language
from tests.video.conftest import TINY
from tests.video.test_track import place
from video.burn import SAFE, DrawnCue, burn, drawn_cues
from video.shot import Frame, Shot
from video.timeline import Cue
from video.track import write_picture_track
from video.typeset.fonts import Fonts, find_fonts

Shots = tuple[tuple[Shot, Path], ...]
S = TICKS_PER_S


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return find_fonts()


def cue(start_s: float, end_s: float, *rows: str) -> Cue:
    return Cue(start=round(start_s * S), end=round(end_s * S), rows=rows, line="n1")


def drawn(fonts: Fonts, *cues: Cue, tag: str = "ca", frame: Frame = TINY) -> tuple[DrawnCue, ...]:
    return drawn_cues(cues, get_language(tag), fonts, frame)


def film(shots: Shots, folder: Path, join: tuple[tuple[int, float], ...] = ((0, 8.0),)) -> Path:
    path = folder / "track.mp4"
    write_picture_track(place(shots, join), path)
    return path


def pictures(path: Path) -> list[tuple[int, np.ndarray]]:
    """(tick, luma) of every picture; a damaged one is an error."""
    with av.open(str(path)) as media:
        stream = media.streams.video[0]
        stream.codec_context.options = {"err_detect": "explode"}
        return [(p.pts or 0, p.to_ndarray(format="yuv420p")[: p.height].astype(int)) for p in media.decode(stream)]


def length(path: Path) -> int:
    with av.open(str(path)) as media:
        packets = [p for p in media.demux(video=0) if p.size]
        return max((p.pts or 0) + (p.duration or 0) for p in packets)


def test_captions_are_seen_while_they_are_said_and_nothing_else_changes(
    shots: Shots, fonts: Fonts, tmp_path: Path
) -> None:
    track, out = film(shots, tmp_path), tmp_path / "out.mp4"
    said = drawn(fonts, cue(0.4, 0.8, "Bon dia"), cue(1.0, 1.2, "Adéu", "i gràcies"))
    assert burn(track, said, TINY, out) == len(pictures(track))
    before, after = pictures(track), pictures(out)
    assert [at for at, _ in after] == [at for at, _ in before]
    assert length(out) == length(track)
    for (at, was), (_, now) in zip(before, after, strict=True):
        spoken = 0.4 * S <= at < 0.8 * S or 1.0 * S <= at < 1.2 * S
        foot, head = slice(round(TINY.height_px * 0.6), None), slice(0, round(TINY.height_px * 0.5))
        changed = np.abs(now - was)[foot].max() > 60
        assert changed == spoken, at / S
        assert np.abs(now - was)[head].mean() < 6  # it is encoded again, and not touched otherwise


def test_letters_are_white_on_black_on_any_picture(shots: Shots, fonts: Fonts, tmp_path: Path) -> None:
    track, out = film(shots, tmp_path), tmp_path / "out.mp4"
    frame = replace(TINY)
    burn(track, drawn(fonts, cue(0, 9, "MMMM")), frame, out)
    _, luma = pictures(out)[10]
    part = luma[round(TINY.height_px * 0.85) :, 50:110]
    assert part.max() > 190
    assert part.min() < 50


def test_a_caption_changes_on_time_within_a_held_picture(shots: Shots, fonts: Fonts, tmp_path: Path) -> None:
    track, out = film(shots, tmp_path, ((2, 9.0),)), tmp_path / "out.mp4"  # a clip of 4 groups, held for 5 more
    burn(track, drawn(fonts, cue(1.3, 1.5, "Ara")), TINY, out)
    assert length(out) == length(track)
    shown = pictures(out)
    still = next(luma for at, luma in shown if at >= 1.2 * S)
    lit = [at / S for at, luma in shown if at >= 1.1 * S and np.abs(luma - still)[60:].max() > 60]
    assert min(lit) == pytest.approx(1.3, abs=0.041)
    assert max(lit) == pytest.approx(1.46, abs=0.041)


def test_equal_captions_give_equal_bytes(shots: Shots, fonts: Fonts, tmp_path: Path) -> None:
    track = film(shots, tmp_path)
    said = drawn(fonts, cue(0.2, 1.0, "أهلاً"), tag="ar")
    for name in ("a.mp4", "b.mp4"):
        burn(track, said, TINY, tmp_path / name)
    digests = {sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("a.mp4", "b.mp4")}
    assert len(digests) == 1


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
    margin_x, margin_y = frame.width_px * SAFE - 1, frame.height_px * SAFE - 1
    assert min(one.left_px + ink.left for ink in inks) >= margin_x
    assert max(one.left_px + ink.right for ink in inks) <= frame.width_px - margin_x
    assert one.top_px + max(ink.bottom for ink in inks) <= frame.height_px - margin_y
    assert one.top_px + min(ink.top for ink in inks) >= frame.height_px * 0.6


def test_a_narrow_picture_takes_more_rows_and_keeps_the_spaces_of_the_text(fonts: Fonts) -> None:
    text = "တစ်နေ့တွင် ငှက်ကလေးသည် မြစ်ကို မေးသည်။ သင် ဘယ်ကို သွားမလို့လဲ။ မြစ်က ပြန်ဖြေသည်၊ ငါ ပင်လယ်ကို သွားမည်။"
    at = text.index("သွားမလို့လဲ")
    whole = replace(cue(0, 9, text[: at - 1], text[at:]), text=text)
    (one,) = drawn(fonts, whole, tag="my", frame=Frame(width_px=720, height_px=1280))
    shown = [row.text for row in one.block.rows]
    assert len(shown) > 2
    assert " ".join(shown) == text  # every row ends at a space of its own
    assert one.block.problems == ()


def test_a_character_without_a_font_is_refused_by_name(fonts: Fonts) -> None:
    chorasmian: Language = get_language("xco")
    with pytest.raises(TextUndrawable, match=r"U\+10FB0"):
        drawn_cues((cue(0, 1, "\U00010fb0"),), chorasmian, fonts, TINY)
