from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from languages.clock import ticks
from publishing.srt import srt
from publishing.vtt import vtt
from video.timeline import Cue, CueWord

CUES = (
    Cue(start=ticks(0.6), end=ticks(2.5), rows=("Fa molt de temps,", "vivia una dona."), line="n1"),
    Cue(start=ticks(3661.001), end=ticks(3662), rows=("{\\an8}<b>no</b> --> & \\N",), line="n2"),
)


def test_subrip_is_what_it_was() -> None:
    assert srt(CUES[:1]) == "1\n00:00:00,600 --> 00:00:02,500\nFa molt de temps,\nvivia una dona.\n"


def test_webvtt_is_what_it_was_and_escaped() -> None:
    assert vtt(CUES) == (
        "WEBVTT\n\n00:00:00.600 --> 00:00:02.500\nFa molt de temps,\nvivia una dona.\n\n"
        "01:01:01.001 --> 01:01:02.000\n{\\an8}&lt;b&gt;no&lt;/b&gt; --&gt; &amp; \\N\n"
    )


def said(*words: tuple[str, float]) -> tuple[CueWord, ...]:
    return tuple(CueWord(text=text, start=ticks(at)) for text, at in words)


def test_webvtt_tells_when_each_word_is_heard() -> None:
    words = said(
        ("Fa", 0.6), ("<molt>", 1.0), ("de", 1.0), ("temps,", 1.5), ("vivia", 2.0), ("una", 2.2), ("dona.", 2.9)
    )
    cue = Cue(start=ticks(0.6), end=ticks(2.5), rows=("Fa <molt> de temps,", "vivia una dona."), line="n1", words=words)
    assert vtt((cue,)).endswith(
        "00:00:00.600 --> 00:00:02.500\nFa <00:00:01.000>&lt;molt&gt; de <00:00:01.500>temps,\n"
        "<00:00:02.000>vivia <00:00:02.200>una dona.\n"
    )
    assert "::cue(:future)" in vtt((cue,))


def test_a_caption_whose_words_are_others_has_no_times() -> None:
    cue = Cue(start=0, end=ticks(2), rows=("Bon dia",), line="n1", words=said(("Bon", 0.1), ("vespre", 0.5)))
    assert vtt((cue,)).endswith("00:00:00.000 --> 00:00:02.000\nBon dia\n")


def test_a_caption_at_the_head_says_so() -> None:
    first, second = vtt(CUES, (True, False)).splitlines()[2], vtt(CUES, (True, False)).splitlines()[6]
    assert first == "00:00:00.600 --> 00:00:02.500 line:5%"
    assert "line" not in second


@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_players_show_markup_as_text(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_text((srt if kind == "srt" else vtt)(CUES), encoding="utf-8")
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(path), "-f", "ass", "-"]
    ass = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    last = ass.strip().splitlines()[-1]
    text = last.split(",", 9)[9].replace("\u2060", "").replace("\\{", "{").replace("\\}", "}")
    assert "<b>no</b>" in text
    assert "an8" in text
    assert not last.split(",", 9)[9].startswith("{\\an8}")
