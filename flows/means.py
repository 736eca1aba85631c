"""What a run may use: for which purpose, on which device, within how much memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from languages import memory
from languages.card import Card, Licence
from languages.checkpoints import UNKNOWN
from languages.errors import ResourceError
from languages.licences import Use, forbids
from languages.memory import FITS

DEVICES = ("cpu", "cuda")
FREE = "free"
"""In a card: outputs carry no terms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a plan has to keep within."""

    use: Use = Use.COMMERCIAL
    device: str = "cpu"
    ram_gb: float = field(default_factory=lambda: memory.budget_gb("cpu"))
    """That models may take on the CPU."""
    gpu_gb: float = 0.0

    def device_of(self, card: Card) -> str:
        """Where an engine would run."""
        return self.device if card.device == "any" else "cpu"


def read_means(use: Use, device: str, compute: str = "local") -> Means:
    """Looks at the machine, or for GPUs at the cluster that this process is a job of.

    Raises:
        ResourceError: a GPU is asked for, and there is none that works.
    """
    gpu_gb = 0.0
    if device != "cpu" and compute == "cluster":
        from flows.compute import Cluster

        gpu_gb = memory.SHARE * Cluster().gpu_gb()
        if not gpu_gb:
            raise ResourceError(
                f"--device {device} was asked for, but no machine of the cluster has a GPU that its driver knows.",
                remedy="Use --device cpu, or add a machine with a GPU (`GPUS=1 deploy/bin/ray-worker`).",
            )
    elif device != "cpu":
        fault = memory.gpu_fault()
        if fault:
            raise ResourceError(
                f"--device {device} was asked for, but {fault}.",
                remedy="Use --device cpu, or mend the driver: `nvidia-smi` must list the GPU.",
            )
        gpu_gb = memory.budget_gb(device)
    return Means(use=use, device=device, gpu_gb=gpu_gb)


def licence_of(card: Card, own: Licence | None) -> Licence:
    """The licence of a route or voice: that of its weights where it has some, else the card's."""
    return own or card.licence


def licence_forbids(licence: Licence, use: Use, checkpoint: str = "") -> str:
    """Why a licence rules a use out (unknown counts as forbidden), or empty.

    Args:
        checkpoint: whose licence it is; the message says how to tell one that the register does not know.
    """
    outputs = "none" if licence.outputs == FREE else licence.outputs
    for part, expression in (("code", licence.code), ("weights", licence.weights), ("outputs", outputs)):
        if reason := forbids(expression, use):
            allow = next((u for u in Use if not forbids(expression, u)), None)
            hint = f" (`--use {allow.value}` would allow it)" if allow is not None else ""
            if part == "weights" and expression == UNKNOWN:
                pin = f"vernacast weights pin {checkpoint or 'ID'} --licence LICENCE --source WHERE"
                hint = f" (read it where it was published, then: `{pin}`)"
            return f"the licence of its {part} rules it out: {reason}{hint}"
    return ""


def too_large(card: Card, checkpoint: str, means: Means) -> str:
    """Why an engine with these weights does not fit, or empty."""
    device = means.device_of(card)
    have = means.ram_gb if device == "cpu" else means.gpu_gb
    needs, _ = needs_gb(card, checkpoint, device)
    if needs <= have:
        return ""
    return (
        f"it takes about {needs:.1f} GB of {'memory' if device == 'cpu' else 'GPU memory'}; {have:.1f} GB may be used"
    )


def needs_gb(card: Card, checkpoint: str, device: str) -> tuple[float, float]:
    """Memory with which an engine works with a checkpoint, and works best; the card's where it has none.

    More than the least is wanted by models whose parts would otherwise be moved about.
    """
    if not checkpoint:
        own = card.resources.ram_gb if device == "cpu" else card.resources.gpu_gb
        return own, own
    from languages.weights import least_gb, look, size_gb

    found = look(checkpoint)
    least, whole = least_gb(found, device), size_gb(found, device)
    return least, whole / FITS if whole > least else least


def forbidden(card: Card, own: Licence | None, checkpoint: str, means: Means) -> str:
    """Why licence or memory rule an offer out, or empty."""
    return licence_forbids(licence_of(card, own), means.use, checkpoint) or too_large(card, checkpoint, means)


def fits_checkpoint(card: Card, checkpoint: str, means: Means) -> str:
    """Why a checkpoint of the register cannot be used now, or empty: licence, memory, state on this machine."""
    from languages.weights import State, look

    found = look(checkpoint)
    if reason := forbidden(card, found.checkpoint.licence, checkpoint, means):
        return reason
    return "" if found.state is State.READY else found.reason
