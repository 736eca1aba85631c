"""An S3 server (moto) on loopback that can misbehave: ``python -m tests.s3_server --errors 0.05 --seed 7``.

It prints its URL, serves until its input ends, and so never outlives who started it. A conditional write is one step
here, as the protocol says; moto alone looks first and writes after.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

Start = Callable[..., Any]
App = Callable[[dict[str, Any], Start], Iterable[bytes]]


class Rude:
    """A server in front of another that fails now and then, before the work or after it, or is slow."""

    def __init__(self, app: App, asked: argparse.Namespace) -> None:
        self.app, self.errors, self.slow_s = app, float(asked.errors), float(asked.slow)
        self.refuse, self.cut = str(asked.refuse), float(asked.cut)
        seed = int(asked.seed)
        self._chance, self._lock, self._first = random.Random(seed), threading.Lock(), threading.Lock()

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        with self._lock:
            fails = self._chance.random() < self.errors
            how, wait = self._chance.randrange(4), self._chance.uniform(0, 2 * self.slow_s)
        time.sleep(wait)
        if self.refuse and not (environ["REQUEST_METHOD"] == "PUT" and environ["PATH_INFO"].count("/") == 1):
            code, status = self.refuse.split("=")
            said = _answer(start, f"{status} No", code)
            return [] if environ["REQUEST_METHOD"] == "HEAD" else said
        if environ["REQUEST_METHOD"] == "GET" and self._is_cut():
            body = b"".join(self._work(environ, start))
            return [body[: len(body) // 2]]  # the length that was announced is the whole one
        if not fails:
            return self._work(environ, start)
        if how == 0:
            return _answer(start, "503 Slow Down", "SlowDown")
        if how == 1:
            return _answer(start, "500 Internal Server Error", "InternalError")
        if how == 3:
            list(self._work(environ, lambda *_: None))
        environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
        raise ConnectionAbortedError("hung up, before the work or after it")

    def _is_cut(self) -> bool:
        with self._lock:
            return self._chance.random() < self.cut

    def _work(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] in ("PUT", "POST") and (
            "HTTP_IF_NONE_MATCH" in environ or "HTTP_IF_MATCH" in environ
        ):
            with self._first:
                return self.app(environ, start)
        return self.app(environ, start)


def _answer(start: Start, status: str, code: str) -> Iterable[bytes]:
    body = f"<Error><Code>{code}</Code><Message>for a test</Message></Error>".encode()
    start(status, [("Content-Type", "application/xml"), ("Content-Length", str(len(body)))])
    return [body]


def main() -> None:
    """Serves on a free port."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", type=float, default=0.0, help="share of requests that fail")
    parser.add_argument("--slow", type=float, default=0.0, help="seconds that a request waits on average")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--cut", type=float, default=0.0, help="share of answers that break off in the middle")
    parser.add_argument("--refuse", default="", help="CODE=STATUS: what is answered to all, but to who makes a bucket")
    asked = parser.parse_args()
    logging.getLogger("werkzeug").disabled = True
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
    from werkzeug.serving import make_server

    class Handler(MotoRequestHandler):
        protocol_version = "HTTP/1.1"

        def log(self, type: str, message: str, *args: object) -> None:
            """Says nothing."""

    app = Rude(DomainDispatcherApplication(create_backend_app), asked)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
