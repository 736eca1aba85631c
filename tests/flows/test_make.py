"""The main job, run for real on small pictures: made, continued, edited, with people's words and voices."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import av
import pytest

from publishing.film import verify_film
from tests.conftest import Ran
from tests.stories import report, write_story

Command = Callable[..., Ran]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]
SMALL = ("--size", "320x180")


def made(out: Path, name: str = "pan") -> dict[str, int]:
    counted = report(out, name)["made"]
    assert isinstance(counted, dict)
    return counted


def lines(out: Path, language: str, name: str = "pan") -> dict[str, dict[str, object]]:
    editions = report(out, name)["languages"]
    assert isinstance(editions, list)
    edition = next(e for e in editions if e["language"] == language)
    return {line["line"]: line for line in edition["lines"]}


def test_a_story_is_made_continued_and_edited(command: Command, story_home: Path) -> None:
    script = write_story(story_home)
    out = story_home / "out"
    first = command("make", "pan.es.md", "--to", "ca,ast", *SMALL)
    assert first.code == 0, first.err
    assert made(out) == {"translate": 8, "speak": 6, "shot": 2, "film": 2}
    # Behind a title of 2.56 s. espeak's first word begins with the line, Festival's 30 ms in.
    for tag, begins in (("ca", "03,208"), ("ast", "03,178")):
        facts = verify_film(out / "pan" / tag / "pan.mp4")
        assert facts.end_apart_s <= 0.025
        assert (out / "pan" / tag / "pan.srt").read_text(encoding="utf-8").startswith(f"1\n00:00:{begins} --> ")
        assert (out / "pan" / tag / "pan.vtt").read_text(encoding="utf-8").startswith("WEBVTT")
    assert "borrowed" in (out / "pan" / "ast" / "credits.md").read_text(encoding="utf-8")
    assert "borrowed" in str(report(out)["languages"])
    draft = (story_home / "pan.ca.po").read_text(encoding="utf-8")
    assert "vernacast: engine=translation/apertium" in draft

    before = {p: p.stat().st_mtime_ns for p in out.rglob("*.mp4")}
    assert command("make", "pan.es.md", "--to", "ca,ast", *SMALL).code == 0
    assert sum(made(out).values()) == 0
    assert {p: p.stat().st_mtime_ns for p in out.rglob("*.mp4")} == before

    script.write_text(script.read_text(encoding="utf-8").replace("caliente", "sabroso"), encoding="utf-8")
    assert command("make", "pan.es.md", "--to", "ca,ast", *SMALL).code == 0
    assert made(out) == {"translate": 2, "speak": 2, "shot": 0, "film": 2}
    assert lines(out, "ca")["n2"]["made"] == ["text", "sound"]


def test_each_language_gets_a_film_of_each_shape_and_captions_once(command: Command, story_home: Path) -> None:
    write_story(story_home)
    folder = story_home / "out" / "pan" / "ca"
    words = ("make", "pan.es.md", "--to", "ca", *SMALL)
    assert command(*words, "--shape", "square,wide", "--shape", "tall").code == 0
    assert made(story_home / "out") == {"translate": 4, "speak": 3, "shot": 6, "film": 1}
    names = {"pan.mp4": (320, 180), "pan.tall.mp4": (180, 320), "pan.square.mp4": (180, 180)}
    sizes: dict[str, tuple[int, int]] = {}
    for path in folder.glob("*.mp4"):
        assert verify_film(path).end_apart_s <= 0.025
        with av.open(str(path)) as film:
            sizes[path.name] = (film.streams.video[0].width, film.streams.video[0].height)
    assert sizes == names
    assert {p.suffix for p in folder.iterdir()} == {".mp4", ".srt", ".vtt", ".md"}
    assert command("why", str(folder / "pan.tall.mp4")).code == 0
    ran = command(*words, "--shape", "tall")
    assert ran.code == 0
    assert made(story_home / "out") == {"translate": 0, "speak": 0, "shot": 0, "film": 1}
    assert ran.out.split() == ["out/pan/ca/pan.tall.mp4"]
    assert "pan.square.mp4 is of an earlier run" in ran.err


def test_without_dissolves_a_film_is_as_long(command: Command, story_home: Path) -> None:
    write_story(story_home)
    film = story_home / "out" / "pan" / "ca" / "pan.mp4"
    assert command("make", "pan.es.md", "--to", "ca", *SMALL).code == 0
    soft = verify_film(film)
    assert command("make", "pan.es.md", "--to", "ca", *SMALL, "--hard-cuts").code == 0
    hard = verify_film(film)
    assert made(story_home / "out") == {"translate": 0, "speak": 0, "shot": 0, "film": 1}
    assert hard.picture_s == pytest.approx(soft.picture_s, abs=0.001)


def test_captions_are_drawn_into_a_second_film_or_it_is_told_why_not(command: Command, story_home: Path) -> None:
    write_story(story_home)
    folder = story_home / "out" / "pan" / "ca"
    words = ("make", "pan.es.md", "--to", "ca", *SMALL)
    first_run = command(*words, "--burn-captions")
    assert first_run.code == 0
    assert first_run.out.split() == ["out/pan/ca/pan.mp4", "out/pan/ca/pan.captioned.mp4"]
    soft, drawn = folder / "pan.mp4", folder / "pan.captioned.mp4"
    assert verify_film(drawn).picture_s == verify_film(soft).picture_s
    with av.open(str(soft)) as first, av.open(str(drawn)) as second:
        assert (len(first.streams.subtitles), len(second.streams.subtitles)) == (1, 0)
        assert second.metadata["title"] == first.metadata["title"]
    assert command("why", str(drawn)).code == 0
    assert command(*words, "--burn-captions").code == 0
    assert sum(made(story_home / "out").values()) == 0
    plain = command(*words)
    assert plain.code == 0
    assert "pan.captioned.mp4 is of an earlier run" in plain.err

    po = story_home / "pan.ca.po"
    texts = po.read_text(encoding="utf-8")
    first_text = next(x for x in texts.split("\n") if x.startswith("msgstr") and len(x) > 40)
    po.write_text(texts.replace(first_text, f'{first_text[:-1]} \U00010fb0"'), encoding="utf-8")
    assert "U+10FB0" in command("plan", *words[1:], "--burn-captions").out
    ran = command(*words, "--burn-captions")
    assert ran.code == 3
    assert "cannot be drawn into the picture" in ran.err
    assert "U+10FB0" in ran.err
    assert ran.out.split() == ["out/pan/ca/pan.mp4"]  # the film with soft captions is made all the same
    assert "\U00010fb0" in (folder / "pan.srt").read_text(encoding="utf-8")


def test_a_persons_text_wins_and_is_stale_when_the_source_changes(command: Command, story_home: Path) -> None:
    script = write_story(story_home)
    out = story_home / "out"
    assert command("make", "pan.es.md", "--to", "ca", *SMALL).code == 0
    po = story_home / "pan.ca.po"
    old = "El pa està calent."
    text = po.read_text(encoding="utf-8")
    assert old in text
    po.write_text(text.replace(old, "El pa és ben calent."), encoding="utf-8")
    assert command("make", "pan.es.md", "--to", "ca", *SMALL).code == 0
    assert made(out) == {"translate": 0, "speak": 1, "shot": 0, "film": 1}
    assert lines(out, "ca")["n2"]["state"] == "human"
    script.write_text(script.read_text(encoding="utf-8").replace("caliente", "frío"), encoding="utf-8")
    assert command("make", "pan.es.md", "--to", "ca", *SMALL).code == 0
    assert lines(out, "ca")["n2"]["state"] == "stale"
    assert "El pa és ben calent." in po.read_text(encoding="utf-8")
    assert "El pa és ben calent." in (out / "pan" / "ca" / "pan.srt").read_text(encoding="utf-8")


def test_gaps_are_marked_on_screen_in_captions_and_report(command: Command, story_home: Path) -> None:
    write_story(story_home)
    out = story_home / "out"
    assert command("make", "pan.es.md", "--to", "sw").code == 4
    po = story_home / "pan.sw.po"
    po.write_text(
        po.read_text(encoding="utf-8").replace('msgstr ""\n\n', 'msgstr "Mkate na mwezi."\n\n'), encoding="utf-8"
    )
    text = po.read_text(encoding="utf-8")
    at = text.index('msgctxt "n2"')
    po.write_text(text[:at] + text[at:].replace("Mkate na mwezi.", "", 1), encoding="utf-8")
    ran = command("make", "pan.es.md", "--to", "sw", "--allow-gaps", *SMALL)
    assert ran.code == 3, ran.err
    assert "n2" in ran.err
    assert lines(out, "sw")["n2"]["state"] == "missing"
    assert "[n2:" in (out / "pan" / "sw" / "pan.srt").read_text(encoding="utf-8")
    assert "n2" in (out / "pan" / "sw" / "credits.md").read_text(encoding="utf-8")
    assert "El pan está caliente" not in (out / "pan" / "sw" / "pan.srt").read_text(encoding="utf-8")


def test_a_recording_wins_over_the_machine(command: Command, story_home: Path) -> None:
    script = write_story(story_home)
    out = story_home / "out"
    assert command("make", "pan.es.md", "--to", "ca", *SMALL).code == 0
    sound = json.loads(command("why", "out/pan/ca/pan.mp4", "--json").out)
    key = next(s["key"] for s in sound["steps"] if s["what"] == "line n1: sound")
    record = json.loads(next((story_home / "store" / "records").rglob(f"{key}.json")).read_text())
    take = next((story_home / "store" / "objects").rglob(record["value"]["audio"]))
    folder = story_home / "recordings" / "ca"
    folder.mkdir(parents=True)
    slow = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(take), "-af", "atempo=0.9", str(folder / "n1.ogg")]
    subprocess.run(slow, check=True)
    assert command("make", "pan.es.md", "--to", "ca", *SMALL).code == 0
    assert lines(out, "ca")["n1"]["human_take"] is True
    assert "read by people" in (out / "pan" / "ca" / "credits.md").read_text(encoding="utf-8")
    script.write_text(script.read_text(encoding="utf-8").replace("3 amigos", "4 amigos"), encoding="utf-8")
    assert command("make", "pan.es.md", "--to", "ca", *SMALL).code == 0
    findings = lines(out, "ca")["n1"]["findings"]
    assert isinstance(findings, list)
    assert any(f["kind"] == "stale" for f in findings)
    assert lines(out, "ca")["n1"]["human_take"] is True


def test_a_silent_recording_is_a_failed_line_not_silence(command: Command, story_home: Path) -> None:
    import numpy as np
    import soundfile

    write_story(story_home)
    folder = story_home / "recordings" / "ca"
    folder.mkdir(parents=True)
    soundfile.write(folder / "n1.wav", np.zeros(96_000), 48_000)
    ran = command("make", "pan.es.md", "--to", "ca", *SMALL)
    assert ran.code == 3
    assert "n1" in ran.err
    assert not (story_home / "out" / "pan" / "ca" / "pan.mp4").exists()
    assert lines(story_home / "out", "ca")["n1"]["state"] == "failed"


def test_hostile_text_is_shown_as_it_is_written(command: Command, story_home: Path) -> None:
    hostile = "Dijo: {\\an8} <b>no</b> %{pts} \"sí\" & 'quizá' --> fin"
    (story_home / "h.es.txt").write_text(hostile + "\n", encoding="utf-8")
    ran = command("make", "h.es.txt", "--to", "es", *SMALL)
    assert ran.code == 0, ran.err
    with av.open(str(story_home / "out" / "h" / "es" / "h.mp4")) as film:
        shown = "".join(
            bytes(p)[2 : 2 + int.from_bytes(bytes(p)[:2], "big")].decode()
            for p in film.demux(subtitles=0)
            if p.size > 2
        )
    plain = "".join(shown.replace("\u2060", "").split())
    assert "{\\an8}<b>no</b>%{pts}" in plain
    vtt = (story_home / "out" / "h" / "es" / "h.vtt").read_text(encoding="utf-8")
    assert "&lt;b&gt;no&lt;/b&gt;" in re.sub(r"<[\d:.]+>", "", vtt)  # without the times of words


def test_why_tells_every_line_and_refuses_a_changed_file(command: Command, story_home: Path) -> None:
    write_story(story_home)
    assert command("make", "pan.es.md", "--to", "ca", *SMALL).code == 0
    told = command("why", "out/pan/ca/pan.mp4")
    assert told.code == 0
    for part in ("line n1", "spa-cat", "speech/festival", "video/papercut", "GPL"):
        assert part in told.out
    film = story_home / "out" / "pan" / "ca" / "pan.mp4"
    film.write_bytes(film.read_bytes() + b"x")
    changed = command("why", "out/pan/ca/pan.mp4")
    assert changed.code == 4
    assert "changed" in changed.err


def test_a_full_disk_is_told_and_leaves_nothing_torn(
    command: Command, story_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store on a disk of 300 kB: the run ends with what to do, and goes on once there is room."""
    small = story_home / "small"
    small.mkdir()
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(small)], check=False)
    if mount.returncode:
        pytest.skip("Only root can mount a small disk.")
    try:
        write_story(story_home)
        monkeypatch.setenv("VERNACAST_STORE", str(small / "store"))
        full = command("make", "pan.es.md", "--to", "ca", *SMALL)
        assert full.code == 7, full.err
        assert "No space is left" in full.err
        assert "Traceback" not in full.err
        assert not list(small.rglob("*.part"))
        subprocess.run(["mount", "-o", "remount,size=30m", str(small)], check=True)
        assert command("make", "pan.es.md", "--to", "ca", *SMALL).code == 0
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


@pytest.mark.ray
def test_ray_gives_the_same_bytes(command: Command, story_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_story(story_home)
    digests = []
    for compute in ("local", "ray"):
        monkeypatch.setenv("VERNACAST_STORE", str(story_home / compute))
        ran = command("make", "pan.es.md", "--to", "ca,eo", "--out", compute, "--compute", compute, "--json", *SMALL)
        assert ran.code == 0, ran.err
        assert json.loads(ran.out) == report(story_home / compute), "nothing but data is on stdout"
        editions = report(story_home / compute)["languages"]
        assert isinstance(editions, list)
        digests.append([[sha for _, sha in e["files"]] + [e["key"]] for e in editions])
    assert digests[0] == digests[1]
