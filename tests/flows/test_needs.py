"""What engines take of a cluster."""

from __future__ import annotations

import dataclasses

import pytest

from flows.needs import BESIDE_GB, CORES, MODELS, WHOLE, Need, Node, also, app_of, engine_of_app, need_of, serves
from languages.card import Card
from languages.discover import get_engine
from languages.errors import ResourceError
from languages.memory import SHARE

SMALL = Node(cpus=2, ram_gb=8.0)
LARGE = Node(cpus=64, ram_gb=256.0)
CARD = Node(cpus=16, ram_gb=128.0, gpus=2, gpu_gb=80.0)


def test_engines_without_models_have_a_replica_for_some_processors_of_each_machine() -> None:
    need = need_of("speech/espeak", (), "cuda", (SMALL, LARGE))
    assert (need.device, need.gpus) == ("cpu", 0.0)
    assert need.replicas == 1 + 64 // CORES


def test_models_on_processors_have_one_replica_on_each_machine_that_has_room() -> None:
    ram = get_engine("speech/mms").card.resources.ram_gb
    need = need_of("speech/mms", (), "cpu", (SMALL, LARGE, LARGE))
    assert need.memory_gb == MODELS * ram
    assert need.replicas == 3
    tight = Node(cpus=2, ram_gb=ram + 0.1)
    assert need_of("speech/mms", (), "cpu", (tight,)).memory_gb == tight.ram_gb  # fewer voices at once


def test_models_on_cards_share_them_by_their_memory() -> None:
    gpu = get_engine("speech/mms").card.resources.gpu_gb
    need = need_of("speech/mms", (), "cuda", (SMALL, CARD))
    assert need.replicas == CARD.gpus
    assert need.gpus == pytest.approx(MODELS * gpu / (SHARE * CARD.gpu_gb))
    assert 0 < need.gpus < 1
    assert need.ram_gb == BESIDE_GB


def test_a_card_in_a_machine_without_memory_for_its_process_is_none() -> None:
    poor = Node(cpus=2, ram_gb=BESIDE_GB / 2, gpus=8, gpu_gb=80.0)
    assert need_of("speech/mms", (), "cuda", (poor, CARD)).replicas == CARD.gpus
    with pytest.raises(ResourceError, match=r"memory beside the GPU; .* gives 1\.0 GB"):
        need_of("speech/mms", (), "cuda", (poor,))


def test_parts_of_a_model_that_find_no_room_on_the_card_take_memory_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def needs(_: Card, checkpoint: str, device: str) -> tuple[float, float]:
        return (30.0, 30.0) if device == "cpu" else (12.0, 40.0)

    monkeypatch.setattr("flows.needs.needs_gb", needs)
    card = Node(cpus=16, ram_gb=64.0, gpus=1, gpu_gb=24.0)
    need = need_of("video/wan", ("wan",), "cuda", (card,))
    assert need.memory_gb == SHARE * 24.0
    assert need.gpus == WHOLE
    assert need.ram_gb == BESIDE_GB + 30.0
    whole = need_of("video/wan", ("wan",), "cuda", (CARD,))
    assert (whole.memory_gb, whole.ram_gb) == (40.0, BESIDE_GB)
    with pytest.raises(ResourceError, match="memory beside the GPU"):
        need_of("video/wan", ("wan",), "cuda", (Node(cpus=16, ram_gb=16.0, gpus=1, gpu_gb=24.0),))


@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_what_fits_on_no_machine_is_refused_with_what_there_is(device: str) -> None:
    tiny = Node(cpus=1, ram_gb=0.3, gpus=1, gpu_gb=0.5)
    with pytest.raises(ResourceError, match=r"speech/mms takes about .* of the cluster gives 0\.[34]"):
        need_of("speech/mms", (), device, (tiny,))


@pytest.mark.parametrize("engine", ["speech/espeak", "translation/apertium", "speech/faster_whisper"])
def test_the_name_of_an_application_leads_back_to_its_engine(engine: str) -> None:
    assert engine_of_app(app_of(engine)) == engine
    assert engine_of_app("somebody-elses-app") == engine_of_app("vernacast-x") == ""


def test_an_application_is_kept_while_it_gives_what_is_needed() -> None:
    small, large = (Need(engine="speech/mms", device="cuda", memory_gb=gb) for gb in (2.4, 4.8))
    assert serves(large.deployment, small)
    assert not serves(large.deployment, dataclasses.replace(small, ram_gb=2.0)), "it has no memory beside the GPU"
    assert serves(dataclasses.replace(large, ram_gb=8.0).deployment, dataclasses.replace(small, ram_gb=2.0))
    assert not serves(small.deployment, large)
    assert not serves(large.deployment, Need(engine="speech/mms", device="cpu", memory_gb=2.4))
    assert not serves(large.deployment.replace("speech", "x")[:-1] + "z", small)
    assert not serves("Service", small)
    three, kept = dataclasses.replace(small, replicas=3), dataclasses.replace(small, least=1)
    assert serves(three.deployment, small)
    assert not serves(small.deployment, three), "machines have come"
    assert not serves(three.deployment, kept), "somebody wants one to stay"


def test_what_makes_way_leaves_the_replicas_that_were_wanted_of_it() -> None:
    need = Need(engine="speech/mms", device="cuda", memory_gb=4.8)
    old = dataclasses.replace(need, memory_gb=2.4, replicas=3, least=1)
    assert also(old.deployment, need) == dataclasses.replace(need, replicas=3, least=1)
    assert also(need.deployment, dataclasses.replace(old, device="cpu")) == dataclasses.replace(old, device="cpu")
    assert also("Service", need) == need
