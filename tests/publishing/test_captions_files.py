from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from languages.clock import ticks
from publishing.srt import srt
from publishing.vtt import vtt
from video.timeline import Cue

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
