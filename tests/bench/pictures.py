"""Drawing and encoding against moviepy 2; the picture track of one more language against encoding it again."""

from __future__ import annotations

import dataclasses
import subprocess
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import numpy as np

from languages.clock import ticks
from tests.bench.measure import Cost, best_of, cost
from video.camera import layer_size, window
from video.encode import PROFILE, Profile, encode_shot
from video.shot import Frame, Layer, Painted, Shot
from video.track import PlacedShot, write_picture_track

FRAME = Frame()
SECONDS = 12
PEER = ("veryfast", 21)
"""Preset and crf of those compared with: what their users take."""


def picture(folder: Path, seed: int) -> Path:
    """A detailed still, 1.16 times as large as the frame."""
    width, height = layer_size(FRAME)
    dice = np.random.default_rng(seed)
    image = np.zeros((height, width, 3), np.float32)
    for cells, weight in ((6, 0.6), (40, 0.25), (200, 0.15)):
        noise = dice.integers(0, 255, (cells, cells * 16 // 9, 3)).astype(np.float32)
        image += weight * cv2.resize(noise, (width, height), interpolation=cv2.INTER_CUBIC)
    path = folder / f"{seed}.png"
    cv2.imwrite(str(path), np.clip(image, 0, 255).astype(np.uint8))
    return path


def ours(still: Path, out: Path, crf: int = PROFILE.crf) -> Shot:
    """One period of our motion over a still."""
    layers = Painted(layers=(Layer(path=str(still), depth=1.0),))
    return encode_shot(layers, FRAME, out, seed=1, profile=dataclasses.replace(PROFILE, crf=crf))


def moviepys(still: Path, out: Path) -> None:
    """The same motion by moviepy's own means: resized, positioned, composed."""
    from moviepy import CompositeVideoClip, ImageClip

    def view(t: float) -> tuple[float, float, float]:
        w = window(FRAME, 1.0, t / SECONDS, 1)
        return 1 / w.scale, -w.left / w.scale, -w.top / w.scale

    clip = ImageClip(str(still)).with_duration(SECONDS).resized(lambda t: view(t)[0])
    clip = clip.with_position(lambda t: view(t)[1:])
    film = CompositeVideoClip([clip], size=(FRAME.width_px, FRAME.height_px))
    film.write_videofile(
        str(out),
        fps=FRAME.fps,
        codec="libx264",
        preset=PEER[0],
        threads=PROFILE.threads,
        ffmpeg_params=["-crf", str(PEER[1]), "-bf", "0", "-pix_fmt", "yuv420p"],
        logger=None,
    )


def zoompans(still: Path, out: Path) -> None:
    """A plain zoom over the still by ffmpeg, a second of 30 frames for every second of ours."""
    zoom = f"zoompan=z='1.04+0.03*cos(2*PI*on/360)':d={SECONDS * 30}:s={FRAME.width_px}x{FRAME.height_px}:fps=30"
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", "-i", str(still), "-vf", f"{zoom},format=yuv420p"]
    command += ["-c:v", "libx264", "-preset", PEER[0], "-crf", str(PEER[1]), "-bf", "0", "-threads", "1", str(out)]
    subprocess.run(command, check=True)


def ssim(film: Path, still: Path) -> float:
    """Mean structural similarity of the luma of every 25th frame with the motion computed exactly.

    Source: Wang et al. 2004, with Gaussian windows of 1.5 pixels.
    """
    source = np.asarray(cv2.imread(str(still)), np.float32)
    values: list[float] = []
    with av.open(str(film)) as media:
        for n, frame in enumerate(media.decode(video=0)):
            if n % 25 or n >= SECONDS * FRAME.fps:
                continue
            w = window(FRAME, 1.0, n / (SECONDS * FRAME.fps), 1)
            half = (w.scale - 1) / 2
            matrix = np.array([[w.scale, 0, w.left + half], [0, w.scale, w.top + half]])
            size = (FRAME.width_px, FRAME.height_px)
            ideal = cv2.warpAffine(source, matrix, size, flags=cv2.INTER_LANCZOS4 | cv2.WARP_INVERSE_MAP)
            a = cv2.cvtColor(np.clip(ideal, 0, 255), cv2.COLOR_BGR2GRAY)
            b = cv2.cvtColor(frame.to_ndarray(format="bgr24").astype(np.float32), cv2.COLOR_BGR2GRAY)
            values.append(_ssim(a, b))
    return float(np.mean(values))


def _ssim(a: np.ndarray, b: np.ndarray) -> float:
    blur = lambda x: cv2.GaussianBlur(x, (0, 0), 1.5)  # noqa: E731
    ma, mb = blur(a), blur(b)
    va, vb, cab = blur(a * a) - ma * ma, blur(b * b) - mb * mb, blur(a * b) - ma * mb
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return float(np.mean((2 * ma * mb + c1) * (2 * cab + c2) / ((ma**2 + mb**2 + c1) * (va + vb + c2))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """12 s of 720p25 over one still."""

    crf: int
    """Of ours: the roughest of those tried whose SSIM is no worse than moviepy's at its own."""
    ours: Cost
    ours_ssim: float
    moviepy: Cost
    moviepy_ssim: float


def against_moviepy(folder: Path) -> Compared:
    """Our cost and moviepy's at the same picture, motion, preset and at least the same SSIM; the better of two runs."""
    still = picture(folder, 1)
    theirs = best_of(2, lambda: moviepys(still, folder / "moviepy.mp4"))
    theirs_ssim = ssim(folder / "moviepy.mp4", still)
    best: Compared | None = None
    for crf in (PROFILE.crf, PROFILE.crf + 2, PROFILE.crf + 4):
        mine = best_of(2, lambda crf=crf: ours(still, folder / "ours.mp4", crf))
        mine_ssim = ssim(folder / "ours.mp4", still)
        if best is None or mine_ssim >= theirs_ssim:
            best = Compared(crf=crf, ours=mine, ours_ssim=mine_ssim, moviepy=theirs, moviepy_ssim=theirs_ssim)
    assert best is not None
    return best


def one_more_language(folder: Path) -> tuple[Cost, Cost]:
    """(cost of re-timing a ten-minute picture track, cost of encoding one minute of it again times ten)."""
    profile = Profile()
    shots = []
    for seed in (1, 2):
        path = folder / f"shot{seed}.mp4"
        still = picture(folder, seed)
        layers = Painted(layers=(Layer(path=str(still), depth=1.0),))
        shots.append((encode_shot(layers, FRAME, path, seed=seed, profile=profile), path))
    placed, at = [], 0
    for i in range(20):
        shot, path = shots[i % 2]
        length = ticks(30) + (i % 7 - 3) * 1920 * 20
        placed.append(PlacedShot(shot=shot, path=path, start=at, length=length))
        at += length
    track = folder / "track.mp4"
    copied = cost(lambda: write_picture_track(tuple(placed), track))
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", "-i", str(track), "-t", "60", "-c:v", "libx264"]
    command += ["-preset", PEER[0], "-crf", str(PEER[1]), "-bf", "0", "-threads", "2"]
    minute = cost(lambda: subprocess.run([*command, str(folder / "again.mp4")], check=True))
    scale = at / ticks(60)
    return copied, Cost(cpu_s=minute.cpu_s * scale, wall_s=minute.wall_s * scale)
