"""What an error on the way to S3 means: said with its cause and what to do, and without keys or signatures."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from botocore.exceptions import ClientError, NoCredentialsError, ParamValidationError, PartialCredentialsError

from languages.errors import StoreRefused, StoreUnavailable, UsageError, VernacastError

_DENIED = ("AccessDenied", "AllAccessDisabled", "AccountProblem", "InvalidAccessKeyId", "SignatureDoesNotMatch")
_DENIED_TOO = ("ExpiredToken", "InvalidToken", "TokenRefreshRequired", "RequestTimeTooSkewed", "403", "Forbidden")
_AGAIN = ("SlowDown", "RequestTimeout", "InternalError", "ServiceUnavailable", "Throttling", "ThrottlingException")
_CONFLICT = ("ConditionalRequestConflict", "OperationAborted", "IncompleteBody", "BadDigest")
"""What AWS answers when two conditional writes meet, or when something was lost on the way: to be tried again."""


class Taken(Exception):
    """A condition of a request did not hold: something is there already, or has changed."""


def told(error: BaseException, url: str, bucket: bool = False) -> Exception:
    """The error of ours (or FileNotFoundError, Taken) for one of botocore's, aiohttp's or s3fs's.

    ``bucket``: the question was for the bucket itself.
    """
    cause = _answer(error)
    if isinstance(error, NoCredentialsError | PartialCredentialsError):
        return _refused(url, "there are no credentials for it", str(error))
    if isinstance(error, ParamValidationError):
        return UsageError(f"The store {url} is no URL that S3 can take.", expected="s3://bucket/folder.")
    if cause is None:
        if isinstance(error, PermissionError):
            return _refused(url, "it was not allowed", "")
        return _silent(url, type(error).__name__)
    code = str(cause.response.get("Error", {}).get("Code", ""))
    status = int(cause.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
    return _answered(code, status, url, bucket)


def _answered(code: str, status: int, url: str, bucket: bool) -> Exception:
    if code == "NoSuchBucket" or (bucket and status == 404):
        return UsageError(
            f"The store {url} is not there: {_endpoint()} has no such bucket.",
            expected="A bucket that exists; Vernacast makes none.",
            remedy="Make the bucket, or correct the name given with --store or VERNACAST_STORE.",
        )
    if code in ("PreconditionFailed", "412") or status == 412:
        return Taken(code)
    if code in (*_DENIED, *_DENIED_TOO) or status in (401, 403):
        return _refused(url, "it was not allowed", code)
    if status == 404:
        return FileNotFoundError(url)
    if bucket and status == 400:
        # An answer without a body, as this question gets, does not say why; most often this is why.
        return _refused(url, "it was not allowed, or the credentials have expired", "400")
    if code in (*_AGAIN, *_CONFLICT) or status >= 500 or status in (408, 409, 429):
        return _silent(url, code or str(status))
    return StoreRefused(
        f"The store {url} answered {code or status} ({_endpoint()}).",
        remedy="Check the name of the bucket, its region (AWS_REGION) and AWS_ENDPOINT_URL.",
    )


def _answer(error: BaseException) -> ClientError | None:
    """The service's answer in an error or its causes."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ClientError):
            return seen
        seen = seen.__cause__
    return None


def _refused(url: str, why: str, code: str) -> VernacastError:
    return StoreRefused(
        f"The store {url} cannot be used: {why}{f' ({code})' if code else ''}.",
        expected="Credentials that may list, read, write and delete in this bucket.",
        remedy="Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (or AWS_PROFILE), and run the same command again.",
    )


def _silent(url: str, what: str) -> VernacastError:
    return StoreUnavailable(
        f"The store {url} does not answer as it should: {what} ({_endpoint()}).",
        expected="A service that speaks S3.",
        remedy="Check AWS_ENDPOINT_URL and the network, then run the same command again: what was finished is kept.",
    )


def _endpoint() -> str:
    """The service asked, without any name or password that its URL may hold."""
    url = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL") or ""
    if not url:
        return "endpoint of AWS, or of your settings"
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname}{f':{parts.port}' if parts.port else ''}"
