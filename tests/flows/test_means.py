from __future__ import annotations

import pytest

from flows.commands.wish import Wish, recipe_of
from flows.compute import Cluster
from flows.means import licence_forbids, read_means
from languages import memory
from languages.card import Licence
from languages.errors import ResourceError, UsageError
from languages.licences import Use


def wish(**more: object) -> Wish:
    places = ("s.md", "ca", "out", "", "", False, "", 0, "1280x720", "local")
    return Wish(*places, **more)  # pyright: ignore[reportArgumentType] - test data


def test_a_gpu_that_is_not_there_is_said_before_anything_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "gpu_fault", lambda: "nvidia-smi says: Driver/library version mismatch")
    with pytest.raises(ResourceError, match="--device cuda was asked for, but nvidia-smi says: Driver"):
        read_means(Use.COMMERCIAL, "cuda")
    assert read_means(Use.COMMERCIAL, "cpu").gpu_gb == 0


def test_a_gpu_that_is_there_is_given_its_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "gpu_fault", lambda: "")
    monkeypatch.setattr(memory, "gpu_gb", lambda: 100.0)
    monkeypatch.delenv("VERNACAST_MEMORY_GB", raising=False)
    assert read_means(Use.COMMUNITY, "cuda").gpu_gb == pytest.approx(80.0)


def test_on_a_cluster_the_gpus_are_the_clusters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "gpu_fault", lambda: "no driver on the head")
    monkeypatch.setattr(Cluster, "gpu_gb", lambda _: 80.0)
    assert read_means(Use.COMMUNITY, "cuda", "cluster").gpu_gb == pytest.approx(64.0)
    monkeypatch.setattr(Cluster, "gpu_gb", lambda _: 0.0)
    with pytest.raises(ResourceError, match="no machine of the cluster has a GPU"):
        read_means(Use.COMMUNITY, "cuda", "cluster")


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("use", "resale", "commercial, nonprofit, community"),
        ("device", "tpu", "cpu, cuda"),
        ("pictures", "crayons", "papercut"),
        ("pictures", "papercut=flux.1-schnell", "cannot load"),
        ("pictures", "papercut=nothing", "No checkpoint is called"),
    ],
)
def test_options_that_are_not_known_are_refused_with_those_that_are(option: str, value: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        recipe_of(wish(**{option: value}))


def test_what_is_wished_stands_in_the_recipe() -> None:
    recipe = recipe_of(wish(use="community", check=True))
    assert (recipe.use, recipe.device, recipe.pictures, recipe.check) == (Use.COMMUNITY, "cpu", "", True)


def test_a_licence_that_nobody_read_says_how_it_is_told() -> None:
    unknown = Licence(code="MPL-2.0", weights="unknown")
    for use in Use:
        assert "`vernacast weights pin ID --licence LICENCE --source WHERE`" in licence_forbids(unknown, use)
        assert "weights pin coqui-vits-x --licence" in licence_forbids(unknown, use, "coqui-vits-x")
    given = Licence(code="MPL-2.0", weights="CC-BY-NC-4.0")
    assert "weights pin" not in licence_forbids(given, Use.COMMERCIAL)
