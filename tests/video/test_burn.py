"""Captions drawn into the picture: seen while they are said, over any picture, and nothing else is changed."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from languages.clock import TICKS_PER_S
from languages.registry import get_language
from tests.video.conftest import TINY
from tests.video.test_track import place
from video.burn import USUAL, burn, readable
from video.caption_patch import patch_of
from video.caption_place import DrawnCue, drawn_cues
from video.caption_styles import LOOKS, CaptionStyle
from video.contrast import contrast, luminances, rgb_of
from video.encode import encode_pictures
from video.shot import Frame, Shot
from video.timeline import Cue, CueWord
from video.track import write_picture_track
from video.typeset.fonts import Fonts, find_fonts
from video.typeset.look import CLEAR, Colour
from video.typeset.paint import marked_boxes, picture_of

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


LARGER = Frame(width_px=640, height_px=360)


def grey(level: int, path: Path, frame: Frame = LARGER, count: int = 50) -> Path:
    """A track of pictures of one grey with a little noise."""
    noise = np.random.default_rng(level).integers(-14, 15, (frame.height_px, frame.width_px))
    luma = np.clip(level + noise, 16, 235).astype(np.uint8)
    half = np.full((frame.height_px // 2, frame.width_px // 2, 2), 128, np.uint8)
    encode_pictures(iter([(luma, half)] * count), frame, path)
    return path


def test_the_word_that_is_heard_has_a_colour_of_its_own(fonts: Fonts, tmp_path: Path) -> None:
    track, out = grey(60, tmp_path / "track.mp4"), tmp_path / "out.mp4"
    words = (CueWord(text="MMM", start=round(0.2 * S)), CueWord(text="NNN", start=round(0.6 * S)))
    said = drawn(fonts, replace(cue(0.2, 1.0, "MMM NNN"), words=words), frame=LARGER)
    burn(track, said, LARGER, out)
    (one,) = said
    middle = round(one.left_px + (one.block.box.left + one.block.box.right) / 2)
    top, bottom = round(one.top_px), round(one.top_px + one.block.height_px)

    def yellow(at_s: float) -> tuple[int, int]:
        """The least blueness (128 = none) left and right of the middle."""
        with av.open(str(out)) as media:
            image = next(p for p in media.decode(video=0) if (p.pts or 0) >= round(at_s * S))
        blue = image.to_ndarray(format="yuv444p")[1][top:bottom].astype(int)
        return int(blue[:, one_left:middle].min()), int(blue[:, middle:one_right].min())

    one_left, one_right = round(one.left_px + one.block.box.left), round(one.left_px + one.block.box.right)
    first, second = yellow(0.3), yellow(0.7)
    assert first[0] < 80 < 110 < first[1]
    assert second[1] < 80 < 110 < second[0]


@pytest.mark.parametrize("style", CaptionStyle)
@pytest.mark.parametrize("level", [16, 60, 128, 180, 235])
def test_letters_are_told_from_any_picture(level: int, style: CaptionStyle, fonts: Fonts, tmp_path: Path) -> None:
    """Measured on the pixels of the film: those of letters against those beside them, heard or not."""
    frame, look = LARGER, LOOKS[style]
    track, out = grey(level, tmp_path / "track.mp4"), tmp_path / "out.mp4"
    words = (CueWord(text="WWWW", start=0), CueWord(text="MMMM", start=S))
    (one,) = drawn(fonts, replace(cue(0, 2, "WWWW MMMM"), words=words), frame=frame)
    burn(track, (one,), frame, out, look)
    # The letters alone, without their edges and what they stand on.
    bare = replace(look, outline=CLEAR, plate=CLEAR, marked_plate=CLEAR)
    patch = patch_of(one, frame, bare, one.words[0][1])
    letters = patch.spared[0] < 20
    with av.open(str(out)) as media:
        shown = list(media.decode(video=0))[10].to_ndarray(format="yuv420p")
    height, width = letters.shape
    light = luminances(rgb_of(shown, patch.left, patch.top, patch.left + width, patch.top + height))
    near = cv2.dilate(letters.astype(np.uint8), np.ones((3, 3))).astype(bool)
    box = one.block.box
    middle = round(one.left_px + (box.left + box.right) / 2) - patch.left
    rows = slice(round(one.top_px) - patch.top, round(one.top_px + one.block.height_px) - patch.top)
    for half in (slice(4, middle), slice(middle, -4)):
        seen, ink = light[rows, half], letters[rows, half]
        behind = float(np.quantile(seen[~near[rows, half]], 0.1 if style is CaptionStyle.PAPER else 0.9))
        assert contrast(float(np.median(seen[ink])), behind) >= 4.5


def test_colours_of_styles_are_told_apart() -> None:
    def light(colour: Colour) -> float:
        return float(luminances(np.array(colour[:3]) / 255))

    box, paper = LOOKS[CaptionStyle.BOX], LOOKS[CaptionStyle.PAPER]
    assert contrast(light(box.marked_plate), light(box.marked)) > 8.5
    assert contrast(light(paper.plate), light(paper.marked)) > 6.8
    assert contrast(light(paper.plate), light(paper.fill)) > 6.8


def test_the_heard_word_stands_on_its_box_in_scripts_of_both_directions(fonts: Fonts) -> None:
    for tag, text in (("ca", "Bon dia món"), ("ar", "أهلا يا صديقي")):
        heard = tuple(CueWord(text=word, start=n * S) for n, word in enumerate(text.split()))
        (one,) = drawn(fonts, replace(cue(0, 9, text), words=heard), tag=tag, frame=LARGER)
        boxes = [next(marked_boxes(one.block, marks)) for _, marks in one.words]
        order = [box.left for box in boxes]
        assert order == sorted(order, reverse=tag == "ar")
        for first, second in pairwise(sorted(boxes, key=lambda b: b.left)):
            assert first.right <= second.left + 0.1 * one.block.size_px  # the space between them is nobody's
        for box, (_, marks) in zip(boxes, one.words, strict=True):
            painted, room = picture_of(one.block, LOOKS[CaptionStyle.BOX], marks)
            blue = (painted[..., 2] > 140) & (painted[..., 0] < 40) & (painted[..., 3] > 250)
            xs = np.flatnonzero(blue.any(axis=0)) + room.left
            assert xs.min() == pytest.approx(box.left, abs=1.5)
            assert xs.max() + 1 == pytest.approx(box.right, abs=1.5)


def test_a_dark_picture_needs_no_plate_and_a_bright_one_gets_the_thinnest(fonts: Fonts, tmp_path: Path) -> None:
    plates: list[float] = []
    for level in (30, 150, 235):
        track = grey(level, tmp_path / f"{level}.mp4", TINY, 25)
        plates.append(readable(track, drawn(fonts, cue(0.1, 0.4, "Bon dia")), USUAL).plate[3])
    assert plates[0] == 0 < plates[1] < plates[2] < 0.75
