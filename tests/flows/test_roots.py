"""What runs note under ``runs/`` is kept: by works for good, by runs of a cluster until some days after their end."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.gc import collect
from flows.outcome import Made
from flows.parcel import collect as leave
from flows.parcel import fetch, send, unpack
from flows.recipe import Receipt, Recipe
from flows.roots import PIN_S, RENEW_S, folder_of, note_edition, pinned, work_folder
from flows.stages.film import Finished
from flows.store import Store
from tests.conftest import Ran
from tests.flows.test_gc import DAY, age, edition, left, line
from tests.stories import report, write_story


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return Store(str(tmp_path / "store"))


def made(language: str, film: str, *keys: str) -> Made:
    receipt = Receipt(unit=language, key=film)
    takes = tuple(Receipt(unit=k[:4], key=k) for k in keys)
    return Made(language=language, drafts=(), takes=takes, finished=Finished(receipt=receipt, state="done"))


def noted(store: Store) -> list[str]:
    return sorted(x.place for x in store.shelf.places("runs"))


def test_what_the_last_run_of_a_work_made_is_kept_and_earlier_editions_go(store: Store, tmp_path: Path) -> None:
    recipe = Recipe(script=str(tmp_path / "secret title.md"), targets=("ca",))
    shared, first_line, heard, picture = (line(store, text) for text in ("shared", "first", "heard", "picture"))
    first = edition(store, "first", shared, first_line)
    note_edition(store, recipe, made("ca", first.key, shared, first_line), [Receipt(unit="s1", key=picture)])
    second = edition(store, "second", shared)
    note_edition(store, recipe, made("ca", second.key, shared, heard), [Receipt(unit="s1", key=picture)])
    age(store, 400)
    collect(store)
    assert left(store) == {shared, heard, picture, second.key}
    assert noted(store) == [f"{work_folder(Path(recipe.script))}/ca.json"]
    assert "secret" not in noted(store)[0]
    assert b"secret" not in (store.noted(noted(store)[0]) or b"")


def test_an_edition_that_failed_leaves_the_earlier_one_its_root(store: Store, tmp_path: Path) -> None:
    recipe = Recipe(script=str(tmp_path / "a.md"), targets=("ca",))
    film = edition(store, "first", line(store, "old"))
    note_edition(store, recipe, made("ca", film.key), [])
    good = line(store, "made before another line failed")
    note_edition(store, recipe, made("ca", "", good, ""), [])
    age(store, 400)
    collect(store)
    assert {film.key, good} <= left(store)
    assert store.verify(film.key) == ()


def test_a_run_at_work_keeps_what_was_put_since_it_began(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = time.time() - 5 * DAY
    with monkeypatch.context() as patch:
        patch.setattr("flows.roots.time.time", lambda: begun)
        run = pinned(store, [])
        run.__enter__()
    before, since = line(store, "before"), line(store, "since")
    age(store, 6, before)
    age(store, 4, since)
    collect(store, keep_days=0)
    assert left(store) == {since}
    run.__exit__(None, None, None)
    assert noted(store) == []
    collect(store, keep_days=0)
    assert left(store) == set()


def test_a_pin_is_renewed_and_one_that_is_not_lapses(store: Store) -> None:
    assert 3 * RENEW_S < PIN_S
    k = line(store, "old")
    age(store, 100)
    with pinned(store, [k], renew_s=0.02):
        age(store, 2)
        (pin,) = store.shelf.places("runs/pins")
        deadline = time.monotonic() + 5
        while store.shelf.when(pin.place) < time.time() - 60 and time.monotonic() < deadline:  # type: ignore[operator]
            time.sleep(0.01)
        collect(store, keep_days=1)
        assert left(store) == {k}
    # of a process of another machine, which nobody here can look for
    store.note("runs/pins/0a0a0a0a-1-1-x.json", json.dumps({"schema": "Pin.1", "keys": [k]}).encode())
    collect(store, keep_days=1)
    assert left(store) == {k}
    age(store, 2)
    collect(store, keep_days=1)
    assert left(store) == set()
    assert noted(store) == []


def test_a_parcel_that_waits_is_kept_until_some_days_after_its_run_ended(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = write_story(tmp_path)
    run = send(store, Recipe(script=str(script), targets=("ca",)), ("--to", "ca"))
    age(store, 29)
    assert collect(store, keep_days=1).objects == 0
    assert unpack(store, run).read_bytes() == script.read_bytes()
    film = edition(store, "of the run")
    with monkeypatch.context() as patch:
        patch.setenv("VERNACAST_PARCEL", f"{run} {store.url}")
        recipe = Recipe(script=str(script), targets=("ca",))
        assert folder_of(recipe) == f"runs/{run}"
        note_edition(store, recipe, made("ca", film.key), [])
    result = leave(store, run, 0, "", "job")
    age(store, 20)
    assert collect(store, keep_days=30).objects == 0
    assert fetch(store, run, result, script, tmp_path / "out") == ()
    age(store, 31)
    collect(store, keep_days=30)
    assert noted(store) == [f"{work_folder(script)}/ca.json"], "the sender's own root stays"
    assert left(store) == {film.key}
    assert not store.has(run)


def test_a_run_that_never_ended_is_forgotten_after_long(store: Store, tmp_path: Path) -> None:
    run = send(store, Recipe(script=str(write_story(tmp_path)), targets=("ca",)), ())
    age(store, 31)
    assert collect(store, keep_days=40).objects == 0
    assert collect(store, keep_days=1, dry_run=True).objects > 0
    assert store.has(run)
    assert collect(store, keep_days=1).objects > 0
    assert noted(store) == []
    assert not os.listdir(f"{store.root}/runs/{run}")


@pytest.mark.slow
def test_what_a_run_made_here_is_still_there_years_later(command: Callable[..., Ran], story_home: Path) -> None:
    write_story(story_home)
    words = ("make", "pan.es.md", "--to", "ca", "--size", "320x180")
    assert command(*words).code == 0
    store = Store(str(story_home / "store"))
    assert len(noted(store)) == 1, "and its pin is gone"
    keys = left(store)
    age(store, 1000)
    assert command("store", "gc", "--keep-days", "1", "--store", store.url).code == 0
    assert left(store) == keys
    assert command(*words).code == 0
    assert sum(dict(report(story_home / "out")["made"]).values()) == 0  # type: ignore[call-overload]
