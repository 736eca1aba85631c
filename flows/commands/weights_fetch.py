"""``vernacast weights fetch ID``: from a hub, one fixed commit, only files that can hold no code, digests compared."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
import msgspec

from flows.intake import Origin, take_in
from languages.checkpoints import UNPINNED, Checkpoint, get_checkpoint, how_to_get, is_repository
from languages.errors import ResourceError, UsageError, WeightsRefused
from languages.weight_files import NOT_TORCH, is_torch, weights_among

HUB = "https://huggingface.co"
"""``HF_ENDPOINT`` names another, as for the hub's own library."""
SAFE = (".safetensors", ".json", ".txt", ".model", ".onnx", ".tiktoken", ".jinja", ".md", ".vocab", ".bpe")
OTHER_VERSIONS = (".fp16.", ".bf16.", ".fp32.", "non_ema", "onnx/", "openvino", "flax", "coreml", ".gguf")
"""Parts of names of files that hold the same again for other libraries, or in another precision."""
CHUNK = 1 << 20


class Blob(msgspec.Struct):
    """What the hub says of a large file."""

    sha256: str = ""
    size: int = 0


class Sibling(msgspec.Struct):
    """One file of a repository."""

    rfilename: str
    size: int | None = None
    blobId: str = ""
    lfs: Blob | None = None


class Repository(msgspec.Struct):
    """A repository at one commit."""

    sha: str
    siblings: list[Sibling]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One file to be fetched."""

    name: str
    size: int
    sha256: str
    """Of large files; empty where the hub names git's digest instead."""
    git: str


def run(checkpoint_id: str) -> int:
    """Fetches, compares, pins.

    Raises:
        UsageError: it is no single published repository.
        ResourceError: no network, no space, or the hub does not give it.
        WeightsRefused: a file is not what the hub said, or there is none that can hold no code.
    """
    checkpoint = get_checkpoint(checkpoint_id)
    if not is_repository(checkpoint):
        raise UsageError(
            f"{checkpoint_id} cannot be fetched as one repository.",
            expected="" if checkpoint.made_from else f"What is known of it: {checkpoint.source}.",
            remedy=f"To have it: {how_to_get(checkpoint)}.",
        )
    hub = os.environ.get("HF_ENDPOINT", HUB).rstrip("/")
    revision = "main" if checkpoint.revision == UNPINNED else checkpoint.revision
    with _client() as client:
        place = f"{hub}/api/models/{checkpoint.repository}/revision/{revision}?blobs=true"
        try:
            repository = msgspec.json.decode(_get(client, place), type=Repository)
        except msgspec.DecodeError as error:
            raise ResourceError(f"{hub} answers what is no list of files: {error}.") from error
        files = wanted(checkpoint, repository)
        size = sum(f.size for f in files)
        print(f"{checkpoint.repository} at {repository.sha}: {len(files)} files, {size / 1e9:.2f} GB", file=sys.stderr)

        name = f"{hub}/{checkpoint.repository}"
        origin = Origin(name=name, repository=checkpoint.repository, revision=repository.sha)

        def fill(folder: Path) -> str:
            for file in files:
                address = f"{name}/resolve/{repository.sha}/{quote(file.name)}"
                _fetch(client, address, file, folder)
            return ""

        found, _ = take_in(checkpoint, size, fill, origin)
    print(f"{checkpoint_id} is in {found}, pinned at commit {repository.sha}.")
    return 0


def wanted(checkpoint: Checkpoint, repository: Repository) -> tuple[Wanted, ...]:
    """The files that are taken: those that can hold no code, each model once.

    Raises:
        WeightsRefused: there are no weights among them.
    """
    own = NOT_TORCH.get(checkpoint.layout, ())
    files: list[Wanted] = []
    for file in repository.siblings:
        name = file.rfilename
        parts = Path(name).parts
        if name.startswith("/") or ".." in parts or any(p.startswith(".") for p in parts):
            continue
        if any(part in name for part in OTHER_VERSIONS):
            continue
        top_model = checkpoint.layout == "diffusers" and len(parts) == 1 and name != "model_index.json"
        if top_model and name.endswith((".safetensors", ".json")):
            continue  # the whole model once more, for other programs
        if name in own or name.endswith(SAFE):
            size = file.lfs.size if file.lfs else file.size or 0
            files.append(Wanted(name=name, size=size, sha256=file.lfs.sha256 if file.lfs else "", git=file.blobId))
    if not weights_among(checkpoint, (f.name for f in files)):
        torch = [f.rfilename for f in repository.siblings if is_torch(checkpoint, f.rfilename)]
        only = f", only {', '.join(torch)}" if torch else ""
        bring = (
            f"Fetch {torch[0] if len(torch) == 1 else 'the torch file'} and the settings yourself and take them in: "
        )
        raise WeightsRefused(
            f"It publishes no weights as safetensors{only}.",
            path=checkpoint.repository,
            expected="safetensors, CTranslate2 or ONNX were expected.",
            remedy=f"{bring}`vernacast weights import {checkpoint.id} FOLDER --sha256 DIGEST`."
            if checkpoint.torch_files
            else "Look for a repository that has them.",
        )
    return tuple(files)


def _fetch(client: httpx.Client, address: str, file: Wanted, folder: Path) -> None:
    target = folder / file.name
    target.parent.mkdir(parents=True, exist_ok=True)
    sha256, git = hashlib.sha256(), hashlib.sha1(f"blob {file.size}\0".encode(), usedforsecurity=False)
    size = 0
    try:
        with client.stream("GET", address) as answer, target.open("wb") as out:
            _refuse(answer, address)
            for chunk in answer.iter_bytes(CHUNK):
                out.write(chunk)
                sha256.update(chunk)
                git.update(chunk)
                size += len(chunk)
    except httpx.HTTPError as error:
        raise ResourceError(
            f"{file.name} could not be fetched: {error!r} after {size:,} bytes.",
            remedy="Nothing was kept under the model's name. Run it again.",
        ) from error
    told, found = (file.sha256, sha256.hexdigest()) if file.sha256 else (file.git, git.hexdigest())
    if (told and told != found) or size != file.size:
        raise WeightsRefused(
            f"{file.name} has {size:,} bytes and digest {found}.",
            path=address,
            expected=f"{file.size:,} bytes, {told}, as the hub says.",
            remedy="Run it again; if it stays so, do not use this hub.",
        )


def _get(client: httpx.Client, address: str) -> bytes:
    try:
        answer = client.get(address)
    except httpx.HTTPError as error:
        raise ResourceError(
            f"{address.partition('/api')[0]} cannot be reached: {error!r}.",
            remedy="Without a network, bring the files and use `vernacast weights import`.",
        ) from error
    _refuse(answer, address)
    return answer.content


def _refuse(answer: httpx.Response, address: str) -> None:
    if answer.is_success:
        return
    remedy = "Is the name right, and is it still published?"
    if answer.status_code in (401, 403):
        remedy = "Its publisher asks you to accept terms first: do that on its page and set HF_TOKEN."
    raise ResourceError(f"{address} answers {answer.status_code}.", remedy=remedy)


def _client() -> httpx.Client:
    token = os.environ.get("HF_TOKEN", "")
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return httpx.Client(follow_redirects=True, timeout=60, headers=headers)
