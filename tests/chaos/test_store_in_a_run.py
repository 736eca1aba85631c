"""A store that fails, dawdles or is full while a run works: told or borne, and never torn."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.server import template_path
from tests.chaos.conftest import ARGUMENTS
from tests.chaos.faults import SEED, Home, compare, kind, share, torn, wait_for
from tests.chaos.test_make_kills import MOST_S, undisturbed, wait_until_some
from tests.flows.conftest import forget_connections
from tests.s3 import make_bucket, s3_environment, s3_server
from tests.stories import write_story

pytestmark = pytest.mark.chaos
ERRORS, SLOW_S = "0.05", "0.01"
"""Share of requests that fail, half of them after the work was done; and what each waits on average."""
SMALL_BYTES, STEP_BYTES, LARGE_BYTES = 150_000, 250_000, 40_000_000


@pytest.mark.timeout(460 + 60 * share("make on a store that fails"))
def test_a_run_on_a_store_that_fails_and_dawdles_is_killed_and_ends_as_an_undisturbed_one(
    wild: Home, calm: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = template_path()
    monkeypatch.setenv("XDG_CACHE_HOME", str(wild.folder / "cache"))
    if template.exists():
        template_path().parent.mkdir(parents=True)
        shutil.copy(template, template_path())
    name = "make on a store that fails"
    with kind(name) as count, s3_server("--errors", ERRORS, "--slow", SLOW_S, "--seed", str(SEED)) as endpoint:
        for setting, value in s3_environment(endpoint).items():
            monkeypatch.setenv(setting, value)
        while not count.enough:
            forget_connections()
            folder = wild.folder / f"on-s3-{count.done}"
            folder.mkdir()
            write_story(folder)
            home = Home(folder=folder, store=f"s3://{make_bucket(endpoint)}/store")
            for _ in range(2):
                run = home.begin(*ARGUMENTS)
                wait_until_some(home, run, count)
                if run.poll() is not None:
                    break
                run.kill()
                run.wait()
                before, begun = home.results(), time.monotonic()
                run = home.begin(*ARGUMENTS)
                went_on = wait_for(lambda r=run, b=before, h=home: h.results() > b or r.poll() is not None, MOST_S)
                assert went_on is not None, home.said()
                count.struck(time.monotonic() - begun)
                if count.enough:
                    break
                run.kill()
                run.wait()
                count.struck()
            if run.poll() is None:
                run.wait(150)
            last = home.begin(*ARGUMENTS)
            assert last.wait(150) == 0, home.said()
            undisturbed(home, calm)
        forget_connections()


@pytest.fixture
def small_disk(wild: Home) -> Iterator[Path]:
    """A disk of its own for the store."""
    place = wild.folder / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_BYTES}", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.timeout(400 + 40 * share("disk full"))
def test_a_run_whose_disk_is_full_says_so_and_goes_on_when_there_is_room(
    wild: Home, calm: Home, small_disk: Path
) -> None:
    home = Home(folder=wild.folder, store=str(small_disk / "store"))
    with kind("disk full") as count:
        size = SMALL_BYTES
        while not count.enough:
            run = home.begin(*ARGUMENTS)
            code = run.wait(120)
            if code == 0:  # there was room: everything anew
                shutil.rmtree(small_disk / "store")
                size = SMALL_BYTES
            else:
                assert code == 7, home.said()
                assert "No space is left" in home.said(), home.said()
                assert "Traceback" not in home.said(), home.said()
                assert torn(home.folder) == []
                assert home.open().fsck() == ()
                count.struck()
                size += count.chance.randrange(10_000, STEP_BYTES)
            subprocess.run(["mount", "-o", f"remount,size={size}", str(small_disk)], check=True)
        subprocess.run(["mount", "-o", f"remount,size={LARGE_BYTES}", str(small_disk)], check=True)
        before, begun = home.results(), time.monotonic()
        run = home.begin(*ARGUMENTS)
        went_on = wait_for(lambda: home.results() > before or run.poll() is not None, MOST_S)
        count.slowest_s = time.monotonic() - begun
        assert went_on is not None
        assert run.wait(120) == 0, home.said()
        compare(home, calm)
