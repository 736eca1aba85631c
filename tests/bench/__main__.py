"""Measures everything that docs/benchmarks.md shows, and writes it: ``make bench``."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import pictures, segments, stories, storyboard, theatre, typesetting, whole
from tests.bench.measure import best_of
from tests.bench.scale import scale
from tests.stories import ROOT


def main() -> None:
    """Runs all, one after the other, on an otherwise quiet machine."""
    rows: list[str] = []

    def row(what: str, ours: str, peer: str, ratio: str, wanted: str) -> None:
        rows.append(f"| {what} | {ours} | {peer} | {ratio} | {wanted} |")
        print(rows[-1], flush=True)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        c = pictures.against_moviepy(folder)
        row(
            "drawing + encoding 12 s of 720p25 over one still, at least the same SSIM",
            f"{c.ours.cpu_s:.1f} CPU s, SSIM {c.ours_ssim:.4f} (crf {c.crf})",
            f"moviepy 2.2.1: {c.moviepy.cpu_s:.1f} CPU s, SSIM {c.moviepy_ssim:.4f} (veryfast, crf 21)",
            f"{c.moviepy.cpu_s / c.ours.cpu_s:.1f}×",
            "≥ 6×",
        )
        seen = theatre.scenes(folder)
        zoomed = best_of(2, lambda: pictures.zoompans(pictures.picture(folder, 1), folder / "zoom.mp4")).cpu_s
        row(
            "a second of 720p30: a drawn scene with parallax, three moving figures and rain, drawn and encoded",
            f"{seen.silent:.2f} CPU s, {seen.drawing:.2f} of it drawing; where one of them talks {seen.talking:.2f}; "
            f"sheets alone {seen.sheets_alone:.2f}",
            f"plain zooms over one still: moviepy (25 frames) {c.moviepy.cpu_s / pictures.SECONDS:.2f}, "
            f"ffmpeg zoompan {zoomed / pictures.SECONDS:.2f}",
            f"{c.moviepy.cpu_s / pictures.SECONDS / seen.silent:.1f}×",
            "≤ 0.5 CPU s",
        )
        row(
            f"three shapes of it against one; memory {seen.memory_mb} MB", f"{seen.shapes:.2f}×", "", "", "≤ 2.2×; 1 GB"
        )
        film = whole.films(folder)
        thirty = film.per_second() * 30 / whole.PER_SECOND
        row(
            f"a second of a film of {film.seconds:.0f} s, 720p{whole.PER_SECOND}, with dialogue, drawn and encoded",
            f"{film.per_second():.2f} CPU s; at most {thirty:.2f} with 30 pictures a second",
            "",
            "",
            "≤ 0.5 CPU s",
        )
        row(
            "the same in three shapes against one, the whole job",
            f"{film.shapes_wall:.2f}× as long, {film.shapes_cpu:.2f}× the CPU s",
            "",
            "",
            "≤ 2.2×",
        )
        boarded = storyboard.took(folder)
        row(
            "`vernacast storyboard` of 20 scenes in 40 shots, from start to end",
            f"{boarded.wall_s:.1f} s; {boarded.cpu_s:.1f} CPU s",
            "",
            "",
            "≤ 10 s",
        )
        copied, encoded = pictures.one_more_language(folder)
        row(
            "picture track of one more language, 10 minutes",
            f"{copied.cpu_s:.2f} CPU s",
            f"encoding it again (one minute measured, scaled): {encoded.cpu_s:.0f} CPU s",
            f"{encoded.cpu_s / copied.cpu_s:.0f}×",
            "≥ 50×",
        )
        captions = typesetting.took()
        row(
            f"one caption of 80 characters set in two rows, slowest of {len(captions)} texts in all scripts, warm",
            f"{max(c.set_ms for c in captions):.1f} ms; painted in {max(c.painted_ms for c in captions):.1f} ms",
            "",
            "",
            "≤ 3 ms",
        )
        cut = segments.cuts()
        slowest = min(cut, key=lambda c: c.ours_mb_s)
        row(
            f"texts cut into graphemes, words, sentences and line parts, slowest of {len(cut)} ways and languages",
            f"{slowest.ours_mb_s:.0f} MB/s ({slowest.into}, {slowest.tag})",
            f"ICU alone, its parts in a list: {slowest.icu_mb_s:.0f} MB/s",
            f"{1 / slowest.ratio:.1f}×",
            "≥ 5 MB/s or ≥ 0.5×",
        )
        row("`vernacast --help`", f"{stories.help_seconds():.2f} s", "", "", "≤ 0.4 s")
        home = folder / "story"
        home.mkdir()
        e = stories.one_word_edit(home)
        made = ", ".join(f"{stage} {n}" for stage, n in e.made.items())
        row(
            f"one word of one line edited, 200 lines in 5 languages ({e.film_s / 60:.1f} minutes each), server up",
            f"{e.again_s:.1f} s; made: {made}",
            f"the first run: {e.first_s:.0f} s",
            f"{e.first_s / e.again_s:.0f}×",
            "≤ 10 s",
        )
        row("one more language of the same story, everything included", f"{stories.one_more(home):.1f} s", "", "", "")
        small, large = stories.peak_memory(home)
        row(
            "largest process, 500 lines against 50",
            f"{large} MB",
            f"{small} MB",
            f"{large / small:.2f}×",
            "≤ 1.2×",
        )
        (folder / "scale").mkdir()
        for cells in scale(folder / "scale").rows():
            row(*cells)
    when = datetime.now(UTC).date().isoformat()
    text = (
        "# Benchmarks\n\nMeasured by `make bench`; ratios within one run, CPU seconds of all processes.\n\n"
        f"{when}, {platform.machine()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}.\n\n"
        "| what | Vernacast | against | ratio | wanted |\n|---|---|---|---|---|\n" + "\n".join(rows) + "\n"
    )
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs" / "benchmarks.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
