"""Rewrites a torch checkpoint as safetensors: ``python -m flows.torch_file LAYOUT SOURCE TARGET``.

Run by ``weights import`` in a process of its own, in an environment whose torch is 2.10 or newer. The file has been
compared with its digest before; still, it is read with ``weights_only=True``, in a network namespace without any
interface where the kernel allows one, and under an audit hook that refuses sockets and new processes in any case.
"""

from __future__ import annotations

import collections
import ctypes
import json
import sys
from pathlib import Path
from typing import Any

NEWEST_FAULT = (2, 10)
"""Older ones can be made to run code in spite of weights_only=True. Source: CVE-2025-32434 (mended in 2.6) and
CVE-2026-24747 (mended in 2.10)."""
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
"""Source: Linux, include/uapi/linux/sched.h."""
FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "ctypes.dlopen")
PARTS = ("model_state_dict", "state_dict", "model")
"""Under which names publishers keep the tensors, besides laying them out directly."""
SETTINGS = {
    "coqui": (
        "TTS.tts.configs.xtts_config.XttsConfig",
        "TTS.tts.configs.xtts_config.XttsArgs",
        "TTS.tts.configs.xtts_config.XttsAudioConfig",
        "TTS.tts.models.xtts.XttsArgs",
        "TTS.tts.models.xtts.XttsAudioConfig",
        "TTS.config.shared_configs.BaseDatasetConfig",
    ),
}
"""Layout → classes of settings that published files hold beside their tensors. None of them is imported or called.
Source: ``_legacy_safe_globals`` in TTS/tts/models/xtts.py of coqui-tts 0.28."""

TIES = ("transformers",)
"""Layouts whose loader ties equal parts of a model itself (``tie_word_embeddings``): each is kept once. NLLB's table of
words has three or four names; kept under each of them, a file of 2.5 GB would become one of 5 GB."""


class Aside:
    """Stands for settings of a publisher's own class: takes whatever belongs to them and keeps nothing."""

    def __setstate__(self, state: object) -> None:
        """Forgets it."""


def seal() -> bool:
    """Takes the network away from this process for good; False where only the hook does it."""
    alone = ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0

    def refuse(event: str, _: object) -> None:
        if event.startswith(FORBIDDEN):
            raise PermissionError(f"{event} is not allowed while a foreign file is read")

    sys.addaudithook(refuse)
    return alone


def rewrite(layout: str, source: Path, target: Path) -> dict[str, Any]:
    """Writes the tensors to ``target`` (and Whisper's dimensions to ``dims.json`` beside it); says what was left out.

    Raises:
        ValueError: it holds no tensors by name.
    """
    import torch
    from safetensors.torch import save_file

    version = tuple(int(p) for p in torch.__version__.partition("+")[0].split(".")[:2])
    if version < NEWEST_FAULT:
        raise ValueError(f"torch {torch.__version__} is too old to read a foreign file safely")
    alone = seal()
    aside = [(Aside, name) for name in SETTINGS.get(layout, ())]
    torch.serialization.add_safe_globals([dict, collections.defaultdict, collections.OrderedDict, *aside])
    told: Any = torch.load(source, map_location="cpu", weights_only=True)
    if not isinstance(told, dict):
        raise ValueError(f"it holds a {type(told).__name__}, not tensors by name")
    part = next((told[name] for name in PARTS if isinstance(told.get(name), dict)), told)
    found = {str(k): v.detach() for k, v in part.items() if isinstance(v, torch.Tensor)}
    tied = _tied(found) if layout in TIES else {}
    tensors = {k: v.clone().contiguous() for k, v in found.items() if k not in tied}
    if not tensors:
        raise ValueError(f"it holds no tensors by name, but {', '.join(map(str, list(told)[:8]))}")
    if layout == "whisper":
        dims = told.get("dims")
        if not isinstance(dims, dict):
            raise ValueError("it has no dimensions (dims), so it is no checkpoint of Whisper")
        (target.parent / "dims.json").write_text(json.dumps(dims), encoding="utf-8")
    save_file(tensors, target, metadata={"format": "pt"})
    left = [str(k) for k in (told if part is told else part) if str(k) not in found]
    left += [f"{name} (the same as {kept})" for name, kept in tied.items()]
    return {"tensors": len(tensors), "left_out": left[:20], "network_namespace": alone}


def _tied(tensors: dict[str, Any]) -> dict[str, str]:
    """Names of tensors that are another one of the file once more → the first name of it."""
    first: dict[object, str] = {}
    tied: dict[str, str] = {}
    for name, tensor in tensors.items():
        same = (tensor.data_ptr(), tensor.dtype, tuple(tensor.shape), tensor.stride())
        if tensor.numel() and first.setdefault(same, name) != name:
            tied[name] = first[same]
    return tied


if __name__ == "__main__":
    try:
        print(json.dumps(rewrite(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))))
    except Exception as error:  # the edge of the process: whatever it was, the parent tells it
        print(f"{type(error).__name__}: {str(error)[:600]}", file=sys.stderr)
        sys.exit(3)
