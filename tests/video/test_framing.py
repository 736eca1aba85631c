"""How pictures of one's own fill a frame: no face ever leaves it."""

from __future__ import annotations

from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.video.portraits import scene
from video.camera import Camera, calmed, layer_size
from video.clip_frames import clip_frames
from video.engine import PaintJob
from video.engines.picture import Engine
from video.motion import Theatre
from video.ownpicture.faces import find_faces
from video.ownpicture.framing import cut_of, held_by, seen_faces, views_of, within
from video.shot import Face, Frame, Painted

SHAPES = (Frame(width_px=480, height_px=270), Frame(width_px=270, height_px=480), Frame(width_px=270, height_px=270))


@st.composite
def faces(draw: st.DrawFn) -> tuple[Face, ...]:
    found: list[Face] = []
    for _ in range(draw(st.integers(1, 3))):
        size = draw(st.floats(0.03, 0.3))
        left, top = draw(st.floats(0, 1 - size)), draw(st.floats(0, 1 - size))
        found.append(Face(left=left, top=top, right=left + size, bottom=top + size))
    return tuple(found)


def inside(face: Face) -> bool:
    return min(face.left, face.top) >= -0.01 and max(face.right, face.bottom) <= 1.01


@given(found=faces(), aspect=st.sampled_from([16 / 9, 9 / 16, 1.0]), size=st.sampled_from([(1600, 900), (900, 1600)]))
def test_no_cut_leaves_out_a_face(found: tuple[Face, ...], aspect: float, size: tuple[int, int]) -> None:
    cut = cut_of(size, aspect, found, focus=(0.5, 0.5), up_to=1.4)
    held = held_by(found)
    if cut is None:
        assert (held.right - held.left) * size[0] > size[1] * aspect - 2 or (held.bottom - held.top) * size[1] > size[
            0
        ] / aspect - 2
        return
    part = Face(
        left=cut.left / size[0],
        top=cut.top / size[1],
        right=(cut.left + cut.width) / size[0],
        bottom=(cut.top + cut.height) / size[1],
    )
    assert inside(part)
    assert cut.width / cut.height == pytest.approx(aspect, rel=0.01)
    assert all(inside(face) for face in within(found, part))
    assert len(within(found, part)) == len(found)


@given(found=faces(), out=st.booleans())
def test_no_face_leaves_the_frame_on_the_cameras_way(found: tuple[Face, ...], out: bool) -> None:
    views = views_of(found, (0.5, 0.5), out=out)
    for view in views:
        assert view.left >= 0
        assert view.top >= 0
        assert max(view.left, view.top) + view.width <= 1
        part = Face(left=view.left, top=view.top, right=view.left + view.width, bottom=view.top + view.width)
        held = held_by(found)
        roomy = max(held.right - held.left, held.bottom - held.top) <= 0.98
        assert not roomy or all(inside(face) for face in within(found, part))
    assert all(inside(face) for face in seen_faces(found, views))


def test_the_camera_goes_towards_the_faces_or_the_subject() -> None:
    wide, near = views_of((Face(left=0.7, top=0.3, right=0.85, bottom=0.5),), (0.5, 0.5), out=False)
    assert near.width < wide.width
    assert near.left + near.width / 2 > 0.53
    wide, near = views_of((), (0.2, 0.5), out=False)
    assert near.left + near.width / 2 < 0.47
    assert views_of((), (0.2, 0.5), out=True) == (near, wide)


def test_a_short_period_goes_less_far() -> None:
    views = views_of((), (0.3, 0.5), out=False)
    assert calmed(views, 12.0) == views
    a, b = calmed(views, 6.0)
    assert abs(a.width - b.width) == pytest.approx(abs(views[0].width - views[1].width) / 2)


@pytest.mark.parametrize("frame", SHAPES)
@pytest.mark.parametrize("place", [(120, 140, 50), (500, 200, 60)])
def test_a_face_is_seen_whole_in_every_shape_at_every_moment(
    frame: Frame, place: tuple[int, int, int], tmp_path: Path
) -> None:
    path = tmp_path / "portrait.png"
    cv2.imwrite(str(path), scene((640, 400), place))
    job = PaintJob(
        scene="s1", heading="", brief="", text=(), language="es", present=(), cast=(), picture=str(path),
        frame=frame, seed=3, folder=str(tmp_path),
    )  # fmt: skip
    (painted,) = Engine().paint((job,))
    assert isinstance(painted, Painted)
    assert len(painted.layers) == 1  # cut to the face, though the shapes differ
    (told,) = painted.faces
    theatre = Theatre(painted.layers, frame, 8, Camera(views=painted.views))
    for n in (0, 2, 4):
        y, _ = theatre.draw(n)
        (face,) = find_faces(np.repeat(y[..., None], 3, 2))
        x, row = (face.left + face.right) / 2, (face.top + face.bottom) / 2
        assert told.left < x < told.right
        assert told.top < row < told.bottom
        assert inside(face)


@pytest.mark.parametrize("frame", SHAPES[1:])
def test_a_group_too_wide_for_the_frame_lies_whole_as_a_print(frame: Frame, tmp_path: Path) -> None:
    path = tmp_path / "group.png"
    cv2.imwrite(str(path), scene((900, 400), (120, 200, 60), (780, 200, 60)))
    job = PaintJob(
        scene="s1", heading="", brief="", text=(), language="es", present=(), cast=(), picture=str(path),
        frame=frame, seed=3, folder=str(tmp_path),
    )  # fmt: skip
    (painted,) = Engine().paint((job,))
    assert isinstance(painted, Painted)
    ground, card = painted.layers
    sheet = cv2.imread(ground.path)
    assert sheet is not None
    assert sheet.shape[1::-1] == layer_size(frame)
    assert (card.left_px % 2, card.top_px % 2) == (0, 0)
    theatre = Theatre(painted.layers, frame, 12, Camera(seed=3))
    assert len(painted.faces) == 2
    for n in range(12):
        y, _ = theatre.draw(n)
        lit = np.flatnonzero((y > 225).sum(axis=0) > 20)  # the rim on both sides
        assert lit[0] > 0
        assert lit[-1] < frame.width_px - 1


@pytest.mark.parametrize("frame", SHAPES)
def test_a_clip_of_another_shape_is_cut_to_its_face(frame: Frame, tmp_path: Path) -> None:
    path = tmp_path / "own.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=25, options={"crf": "18"})
        stream.width, stream.height, stream.pix_fmt = 640, 400, "yuv420p"
        for n in range(50):
            picture = scene((640, 400), (440 + n, 180, 60))
            out.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="bgr24")))
        out.mux(stream.encode())
    job = PaintJob(
        scene="s1", heading="", brief="", text=(), language="es", present=(), cast=(), picture=str(path),
        frame=frame, seed=3, folder=str(tmp_path),
    )  # fmt: skip
    (painted,) = Engine().paint((job,))
    assert isinstance(painted, Painted)
    assert painted.faces
    for n, (y, _) in enumerate(clip_frames(str(path), frame, painted.keep)):
        if n in (0, 25, 45):
            (face,) = find_faces(np.repeat(y[..., None], 3, 2))
            x, row = (face.left + face.right) / 2, (face.top + face.bottom) / 2
            assert any(told.left < x < told.right and told.top < row < told.bottom for told in painted.faces)
