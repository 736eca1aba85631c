"""deploy.toml: what it says, and how it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.deploy_file import Deploy, find_line, is_inside, read_deploy
from flows.deployments import Thing, changes, wanted_things
from languages.errors import InputRefused
from tests.stories import ROOT

EXAMPLE = ROOT / "deploy" / "deploy.example.toml"
WORK = """
[pool]
limit = 4
batch = 1
[tenants.museum]
[[works]]
name = "first"
script = "a.md"
to = ["ca"]
cron = "0 3 * * *"
timezone = "Europe/Madrid"
[[works]]
name = "second"
tenant = "museum"
script = "b.md"
to = ["an"]
cron = "0 4 * * 1-5"
timezone = "UTC"
"""


def read(tmp_path: Path, text: str) -> Deploy:
    path = tmp_path / "deploy.toml"
    path.write_text(text, encoding="utf-8")
    return read_deploy(path)


def test_the_example_can_be_deployed() -> None:
    deploy = read_deploy(EXAMPLE)
    assert [t.name for t in deploy.tenants] == ["museum", "radio"]
    assert deploy.works[0].languages == ("ca", "an", "eo")
    assert deploy.works[1].parcel
    assert deploy.works[1].languages == ()
    assert deploy.warnings == ()


@pytest.mark.parametrize(
    ("old", "new", "field", "line"),
    [
        ("limit = 4", "limt = 4", "pool.limt", 3),
        ("limit = 4", "limit = 0", "pool.limit", 3),
        ("limit = 4", "limit = true", "pool.limit", 3),
        ("limit = 4", "", "pool.limit: it is missing", 2),
        ('"second"', '"first"', "works[1].name", 13),
        ('script = "b.md"', 'script = "../b.md"', "works[1].script", 15),
        ('script = "b.md"', "", "works[1]: it must have either script or parcel", 12),
        ('script = "b.md"', 'parcel = "../x"', "works[1].parcel", 15),
        ('script = "b.md"', f'parcel = "{"a" * 64}"', "works[1].to: a run is made as it was sent", 16),
        ('to = ["an"]', 'to = ["xqx"]', "works[1]: No language", 12),
        ('to = ["an"]', 'to = "an"', "works[1].to", 16),
        ('cron = "0 4 * * 1-5"', 'cron = "0 24 * * *"', "works[1].cron: '24' is no hour", 17),
        ('cron = "0 4 * * 1-5"', 'cron = "@daily"', "works[1].cron", 17),
        ('timezone = "UTC"', 'timezone = "Mars/Base"', "works[1].timezone", 18),
        ('tenant = "museum"', 'tenant = "louvre"', "works[1].tenant", 14),
        ("[tenants.museum]", "[tenants.museum-batch]", "tenants.museum-batch", 5),
        ("[tenants.museum]", "[tenants.museum]\nbatch = 4", "pool.limit: the batch limits add up to 5", 3),
        ("[pool]", 'store = "s3://key:secret@bucket"\n[pool]', "store: it carries a user or password", None),
        ("[pool]", "[pool", "It is not TOML", 2),
    ],
)
def test_a_slip_is_named_with_field_and_line(tmp_path: Path, old: str, new: str, field: str, line: int | None) -> None:
    assert old in WORK
    with pytest.raises(InputRefused) as refused:
        read(tmp_path, WORK.replace(old, new))
    assert field in str(refused.value)
    assert line is None or refused.value.line == line
    assert refused.value.exit_code == 4


def test_a_secret_in_an_address_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        read(tmp_path, 'store = "s3://key:secret@bucket"\n' + WORK)
    assert "secret@" not in str(refused.value)


def test_who_accepts_waiting_is_told_who_waits(tmp_path: Path) -> None:
    text = WORK.replace("limit = 4", "limit = 4\noversubscribed = true").replace("[[works]]", "batch = 9\n[[works]]", 1)
    (warning,) = read(tmp_path, text).warnings
    assert "museum" in warning
    assert "add up to 10" in warning


def test_a_missing_file_names_the_example(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"deploy\.example\.toml"):
        read_deploy(tmp_path / "nothing.toml")


def test_lines_are_found_in_their_own_table() -> None:
    assert find_line("[a]\nx = 1\n[b]\nx = 2\n", "b.x") == 4
    assert find_line("[a]\nx = 1\n", "c.x") is None


@pytest.mark.parametrize("path", ["/etc/passwd", "a/../../b", "-o", "a\0b"])
def test_paths_that_leave_the_folder_are_seen(path: str) -> None:
    assert not is_inside(path)
    assert is_inside("a/b.md")


def present(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    return tuple(Thing(kind=t.kind, name=t.name, fields=t.fields, id=str(i)) for i, t in enumerate(things))


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    wanted = wanted_things(read(tmp_path, WORK), "1")
    assert changes(wanted, present(wanted)) == ()
    assert {c.verb for c in changes(wanted, ())} == {"create"}


def test_interactive_queues_stand_before_every_batch_queue(tmp_path: Path) -> None:
    text = "[pool]\nlimit = 40\nbatch = 1\n" + "".join(f"[tenants.t{i}]\n" for i in range(20))
    queues = [t for t in wanted_things(read(tmp_path, text), "1") if t.kind == "work queue"]
    order = {t.name: t.fields["priority"] for t in queues}
    assert len(set(order.values())) == len(queues)  # Prefect keeps them unique
    interactive = [p for n, p in order.items() if n.endswith("interactive")]
    assert order["interactive"] == 1
    assert max(interactive) < min(p for n, p in order.items() if n.endswith("batch"))
    assert order["default"] == max(order.values())


def test_what_the_file_no_longer_names_is_paused_never_deleted(tmp_path: Path) -> None:
    there = present(wanted_things(read(tmp_path, WORK), "1"))
    fewer = wanted_things(read(tmp_path, WORK.partition("[tenants")[0]), "1")
    todo = [c for c in changes(fewer, there) if (c.wanted.kind, c.wanted.name) != ("work queue", "default")]
    assert {c.verb for c in todo} <= {"pause", "update"}
    assert {c.wanted.name for c in todo if c.verb == "update"} <= {"interactive", "batch"}
    assert {(c.wanted.kind, c.wanted.name) for c in todo if c.verb == "pause"} == {
        ("work queue", "museum-interactive"),
        ("work queue", "museum-batch"),
        ("deployment", "make-interactive-museum"),
        ("deployment", "make-batch-museum"),
        ("schedule", "make-batch/first"),
        ("schedule", "make-batch-museum/second"),
    }


def test_a_change_says_from_what_to_what(tmp_path: Path) -> None:
    there = present(wanted_things(read(tmp_path, WORK), "1"))
    change, *_ = changes(wanted_things(read(tmp_path, WORK.replace("limit = 4", "limit = 5")), "1"), there)
    assert str(change) == "update work pool vernacast (concurrency_limit: 4 → 5)"


def test_what_was_paused_and_is_named_again_goes_on(tmp_path: Path) -> None:
    wanted = wanted_things(read(tmp_path, WORK), "1")
    there = tuple(Thing(kind=t.kind, name=t.name, fields=t.fields, id="1", active=False) for t in wanted)
    assert {c.verb for c in changes(wanted, there)} == {"resume"}
