"""Programs joined by pipes, with programs that every system has."""

from __future__ import annotations

import time

import pytest

from translation.apertium_pipe import Pipe, PipeBroken, PipeLate


def test_texts_go_through_all_programs_one_after_another() -> None:
    with Pipe((("cat",), ("cat",))) as pipe:
        assert pipe.exchange(b"abc", 5) == b"abc"
        assert pipe.exchange(b"", 5) == b""
        assert pipe.exchange("ñ\n".encode(), 5).decode() == "ñ\n"


def test_more_than_the_pipes_hold_goes_through() -> None:
    data = b"x" * 3_000_000
    with Pipe((("cat",), ("cat",), ("cat",))) as pipe:
        assert pipe.exchange(data, 20) == data


def test_a_program_that_ends_is_noticed() -> None:
    with Pipe((("cat",), ("true",))) as pipe, pytest.raises(PipeBroken, match="ended"):
        pipe.exchange(b"x" * 300_000, 5)


def test_a_program_that_does_not_answer_is_late() -> None:
    began = time.monotonic()
    with Pipe((("sleep", "60"),)) as pipe, pytest.raises(PipeLate, match="within"):
        pipe.exchange(b"x", 0.2)
    assert time.monotonic() - began < 5


def test_closing_twice_is_harmless_and_leaves_no_process() -> None:
    pipe = Pipe((("cat",), ("cat",)))
    pipe.close()
    pipe.close()


def test_complaints_of_the_last_program_are_heard() -> None:
    with Pipe((("cat", "/does/not/exist", "-"),), listen=True) as pipe:
        assert pipe.exchange(b"x", 5) == b"x"
        assert "/does/not/exist" in pipe.complaints()
        assert pipe.complaints() == ""
