"""Where the store's bytes lie: S3, or a service that speaks its protocol, through s3fs.

Endpoint and credentials come from where s3fs and botocore look: ``AWS_*`` variables, ``~/.aws``, the machine's role, or
fsspec's own settings (``FSSPEC_S3_*``). An upload is whole or absent; of many that create one thing the service lets
one win (``If-None-Match: *``); what is sent is compared with its digest here, and again by the service.
Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import threading
import time
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, cast

import fsspec.config
from fsspec.asyn import sync
from s3fs import S3FileSystem

from flows.patient import patiently
from flows.s3_errors import Taken, told
from flows.shelf import Lying, changed
from languages.errors import StoreUnavailable, UsageError

PART_BYTES = 32 << 20
"""Larger files go in parts of this size (S3 takes 5 MiB to 5 GiB, 10,000 of them: 320 GB)."""
READ_BYTES = 8 << 20
CONNECTIONS = 64
CONNECT_S = 5
READ_S = 60
YOUNG_S = 12 * 3600.0
"""What is younger need not be made young again: garbage collection leaves things alone for a day at least."""

T = TypeVar("T")
Answer = dict[str, object]

_made: dict[int, S3FileSystem] = {}
_inherited: list[S3FileSystem] = []
"""A parent's connections in a forked child. Let go of, they would be closed on the parent's event loop, whose epoll the
child shares. On a service that keeps connections open that failed in 4 of 10 children, and some hung for ever."""
_made_lock = threading.Lock()


def _connected() -> S3FileSystem:
    """The connections of this process, shared by all stores and threads; a forked child makes its own."""
    pid = os.getpid()
    files = _made.get(pid)
    if files is None:
        with _made_lock:
            files = _made.get(pid)
            if files is None:
                files = _connect()
                _inherited.extend(_made.values())
                _made.clear()
                _made[pid] = files
    return files


def _connect() -> S3FileSystem:
    own = fsspec.config.conf.get("s3", {}).get("config_kwargs", {})
    # Trying again is decided in one place, flows/patient.py; three layers of it would multiply.
    how = {"max_pool_connections": CONNECTIONS, "connect_timeout": CONNECT_S, "read_timeout": READ_S}
    config = {**how, "retries": {"total_max_attempts": 1, "mode": "standard"}, **own}
    files = S3FileSystem(skip_instance_cache=True, use_listings_cache=False, config_kwargs=config)
    files.retries = 1
    return files


def _renew_lock() -> None:
    global _made_lock
    _made_lock = threading.Lock()  # another thread may have held it when this process was forked


os.register_at_fork(after_in_child=_renew_lock)


class S3:
    """A bucket, or a part of one. Safe in many threads and processes, on many machines, and after a fork."""

    def __init__(self, url: str) -> None:
        """Raises UsageError where the URL names no bucket. Connects to nothing yet."""
        self.bucket, _, prefix = url.partition("://")[2].partition("/")
        self._prefix = prefix.strip("/")
        if not self.bucket:
            raise UsageError(f"The store {url} names no bucket.", expected="A URL like s3://bucket/folder.")
        self.root = f"{self.bucket}/{self._prefix}".rstrip("/")
        self._url = f"s3://{self.root}"
        self._seen: set[int] = set()

    def _key(self, place: str) -> str:
        return f"{self._prefix}/{place}" if self._prefix else place

    def _call(self, method: str, **asked: object) -> Answer:
        """One request. Raises FileNotFoundError, Taken, StoreUnavailable, StoreRefused, UsageError."""

        async def call(files: S3FileSystem) -> Answer:
            return cast(Answer, await _call_s3(files, method, Bucket=self.bucket, **asked))

        return self._run(call)

    def _run(self, work: Callable[[S3FileSystem], Awaitable[T]]) -> T:
        files = _connected()
        if os.getpid() not in self._seen:
            self._look(files)
        try:
            return cast(T, sync(files.loop, work, files))
        except (FileNotFoundError, Taken):
            raise
        except OSError as error:
            raise told(error, self._url) from error
        except _foreign() as error:
            raise told(error, self._url) from error

    def _look(self, files: S3FileSystem) -> None:
        """Asks once for the bucket: to a question for one thing, a missing bucket answers as a missing thing does."""

        async def look() -> None:
            await _call_s3(files, "head_bucket", Bucket=self.bucket)

        try:
            sync(files.loop, look)
        except (OSError, *_foreign()) as error:
            raise told(error, self._url, bucket=True) from error
        self._seen = {os.getpid()}

    def read(self, place: str) -> bytes | None:
        """See Shelf."""
        try:
            return self._get(place)[0]
        except FileNotFoundError:
            return None

    def _get(self, place: str, **asked: object) -> tuple[bytes, Answer]:
        async def get(files: S3FileSystem) -> tuple[bytes, Answer]:
            answer = await _call_s3(files, "get_object", Bucket=self.bucket, Key=self._key(place), **asked)
            async with answer["Body"] as body:
                return await body.read(), answer

        return self._run(get)

    def open(self, place: str) -> BinaryIO:
        """See Shelf. Fetched piece by piece."""
        size = self.size(place)
        if size is None:
            raise FileNotFoundError(place)
        return io.BufferedReader(_Pieces(self, place, size), READ_BYTES)

    def piece(self, place: str, start: int, end: int) -> bytes:
        """Bytes from ``start`` up to, not including, ``end``."""
        return self._get(place, Range=f"bytes={start}-{end - 1}")[0]

    def size(self, place: str) -> int | None:
        """See Shelf."""
        told = self._head(place)
        return None if told is None else cast(int, told["ContentLength"])

    def _head(self, place: str) -> Answer | None:
        try:
            return self._call("head_object", Key=self._key(place))
        except FileNotFoundError:
            return None

    def put_file(self, place: str, source: Path, digest: str) -> None:
        """See Shelf. Raises StoreDamaged where the file changed, or something else arrived."""
        size = source.stat().st_size
        if size <= 2 * PART_BYTES:
            content = source.read_bytes()
            if hashlib.sha256(content).hexdigest() != digest:
                raise changed(source)
            self._put(place, content)
            return
        upload = self._call("create_multipart_upload", Key=self._key(place), ChecksumAlgorithm="SHA256")["UploadId"]
        try:
            self._send_parts(place, source, digest, upload)
        except BaseException:
            with contextlib.suppress(FileNotFoundError, StoreUnavailable):
                self._call("abort_multipart_upload", Key=self._key(place), UploadId=upload)
            raise
        if self.size(place) != size:
            raise changed(source)

    def _send_parts(self, place: str, source: Path, digest: str, upload: object) -> None:
        seen = hashlib.sha256()
        parts: list[Answer] = []
        with source.open("rb") as file:
            while content := file.read(PART_BYTES):
                seen.update(content)
                check = _checksum(content)
                answer = self._call(
                    "upload_part",
                    Key=self._key(place),
                    PartNumber=len(parts) + 1,
                    UploadId=upload,
                    Body=content,
                    ChecksumSHA256=check,
                )
                parts.append({"PartNumber": len(parts) + 1, "ETag": answer["ETag"], "ChecksumSHA256": check})
        if seen.hexdigest() != digest:
            raise changed(source)
        asked = {"Key": self._key(place), "UploadId": upload, "MultipartUpload": {"Parts": parts}}
        self._call("complete_multipart_upload", **asked)

    def _put(self, place: str, content: bytes, **condition: str) -> None:
        self._call("put_object", Key=self._key(place), Body=content, ChecksumSHA256=_checksum(content), **condition)

    def move_file(self, place: str, source: Path) -> bool:
        """See Shelf: it has to be sent there."""
        return False

    def put_bytes(self, place: str, content: bytes, first: bool) -> bool:
        """See Shelf. The service decides who was first."""
        try:
            self._put(place, content, **({"IfNoneMatch": "*"} if first else {}))
        except Taken:
            return False
        return True

    def mark(self, place: str, content: bytes) -> bool:
        """See Shelf."""
        return self.put_bytes(place, content, first=True)

    def swap(self, place: str, old: bytes, new: bytes) -> bool:
        """See Shelf. The service decides who was first (``If-Match``)."""
        try:
            there, answer = self._get(place)
            if there != old:
                return there == new  # an answer to ourselves that was lost
            self._put(place, new, IfMatch=cast(str, answer["ETag"]))
        except (FileNotFoundError, Taken):
            return False
        return True

    def set_aside(self, place: str, to: str) -> None:
        """See Shelf. By a copy: there is no such thing as a rename here."""
        source = {"Bucket": self.bucket, "Key": self._key(place)}
        with contextlib.suppress(FileNotFoundError):
            self._call("copy_object", Key=self._key(to), CopySource=source)
            self._call("delete_object", Key=self._key(place))

    def places(self, under: str) -> Iterator[Lying]:
        """See Shelf. A thousand names at a time."""
        start = self._key(f"{under}/")
        asked: Answer = {}
        while True:
            answer = self._call("list_objects_v2", Prefix=start, **asked)
            for found in cast("list[Answer]", answer.get("Contents", [])):
                place = f"{under}/{cast(str, found['Key'])[len(start) :]}"
                yield Lying(place, cast(int, found["Size"]), cast(datetime, found["LastModified"]).timestamp())
            if not answer.get("IsTruncated"):
                return
            asked = {"ContinuationToken": answer["NextContinuationToken"]}

    def remove(self, place: str, unless_since: float | None = None) -> bool:
        """See Shelf."""
        head = self._head(place)
        if head is None or (unless_since is not None and _when(head) >= unless_since):
            return False
        self._call("delete_object", Key=self._key(place))
        return True

    def touch(self, place: str) -> bool:
        """See Shelf. By a copy onto itself, where it is old: a collection that had just looked may still take it."""
        head = self._head(place)
        if head is None or time.time() - _when(head) < YOUNG_S:
            return head is not None
        source = {"Bucket": self.bucket, "Key": self._key(place)}
        try:
            self._call("copy_object", Key=self._key(place), CopySource=source, MetadataDirective="REPLACE")
        except FileNotFoundError:
            return False
        return self._head(place) is not None

    def when(self, place: str) -> float | None:
        """See Shelf."""
        head = self._head(place)
        return None if head is None else _when(head)

    def abandoned_uploads(self, before: float) -> int:
        """Ends uploads in parts that were begun before (Unix time) and never finished; how many there were."""
        answer = self._call("list_multipart_uploads", Prefix=self._key(""))
        old = [u for u in cast("list[Answer]", answer.get("Uploads", [])) if _when(u, "Initiated") < before]
        for upload in old:
            with contextlib.suppress(FileNotFoundError):
                self._call("abort_multipart_upload", Key=upload["Key"], UploadId=upload["UploadId"])
        return len(old)

    def lock(self) -> AbstractContextManager[object]:
        """See Shelf: there is no such thing here; ``swap`` does without."""
        return contextlib.nullcontext()


class _Pieces(io.RawIOBase):
    """One object for reading. What lies under a name is never changed in place, so pieces belong together."""

    def __init__(self, shelf: S3, place: str, size: int) -> None:
        self._shelf, self._place, self._size, self._at = shelf, place, size, 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        end = min(self._at + len(into), self._size)
        if end <= self._at:
            return 0
        at = self._at
        content = patiently("get", lambda: self._shelf.piece(self._place, at, end))
        into[: len(content)] = content
        self._at += len(content)
        return len(content)


async def _call_s3(files: S3FileSystem, method: str, **asked: object) -> Any:
    """One call of botocore's client. With an underscore s3fs means asynchronous, not private."""
    return await files._call_s3(method, **asked)  # pyright: ignore[reportPrivateUsage]


def _checksum(content: bytes) -> str:
    return b64encode(hashlib.sha256(content).digest()).decode()


def _when(answer: Answer, name: str = "LastModified") -> float:
    return cast(datetime, answer.get(name, datetime.fromtimestamp(0, UTC))).timestamp()


def _foreign() -> tuple[type[Exception], ...]:
    """Errors of the libraries below that are no OSErrors."""
    from aiohttp import ClientError
    from botocore.exceptions import BotoCoreError
    from botocore.exceptions import ClientError as Answered
    from fsspec.exceptions import FSTimeoutError

    return (BotoCoreError, Answered, ClientError, FSTimeoutError, TimeoutError)
