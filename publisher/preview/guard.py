"""Who may ask the preview, and what a browser may do with it.

This machine, with the token of the address, from the preview's own page.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator
from typing import Any

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_SENT = 9 * 1024 * 1024  # bytes of a request: a file of the longest document, as JSON
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; frame-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
DOCUMENT = (  # the HTML of the document, in a frame without scripts
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Lets through what comes to `hosts` under /`token`/.

    And what changes something only from their own pages.
    """

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self.app, self.token = app, token
        self.hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403 to what may not ask, else hand on with the token taken off the path."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if (refusal := self._refusal(scope)) is not None:
            await PlainTextResponse(refusal, 403)(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(12)
        path = scope["path"].removeprefix(f"/{self.token}")
        scope = {**scope, "path": path, "raw_path": path.encode(), "state": {**scope.get("state", {}), "nonce": nonce}}

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *_headers(message["headers"], nonce)]}
            await send(message)

        await self.app(scope, receive, sent)

    def _refusal(self, scope: Scope) -> str | None:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get("host", "")
        if host not in self.hosts:
            return "this page is for the machine it runs on"
        token = scope["path"].split("/")[1]
        if not hmac.compare_digest(token.encode(), self.token.encode()) or scope["path"].count("/") < 2:
            return "the address lacks its token: use the one that `publisher preview` has printed"
        origin = headers.get("origin")
        if origin is not None and origin != f"http://{host}":
            return "asked from another page"
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return "asked from another page"
        if scope["method"] not in ("GET", "HEAD"):
            if origin is None or headers.get("content-type", "").partition(";")[0] != "application/json":
                return "changes come from the preview's own page"
            if not headers.get("content-length", "").isdigit() or int(headers["content-length"]) > MOST_SENT:
                return "too long"
        return None


def _headers(given: list[tuple[bytes, bytes]], nonce: str) -> Iterator[tuple[bytes, bytes]]:
    there: set[Any] = {name.lower() for name, _ in given}
    wanted = {**ALWAYS, "content-security-policy": POLICY.format(nonce=nonce), "cache-control": "no-store"}
    for name, value in wanted.items():
        if name.encode() not in there:
            yield name.encode(), value.encode()
