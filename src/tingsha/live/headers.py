"""What goes round every answer: headers that keep pages from being framed, cached, sniffed or scripted."""

from typing import Final

from tingsha.live.streams import Message, Send

POLICY: Final = "; ".join((
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
))  # fmt: skip
ALWAYS: Final = [
    (b"content-security-policy", POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"vary", b"Cookie, Authorization, Accept-Language, Accept-Encoding"),
]
NO_STORE: Final = (b"cache-control", b"no-store")


def sealed(send: Send) -> Send:
    """A `send` that adds the headers. An answer may allow its own caching; else it is never stored."""

    async def seal(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = [(name, value) for name, value in message.get("headers", ()) if name.lower() != b"vary"]
            cached = any(name.lower() == b"cache-control" for name, _ in own)
            message = {**message, "headers": [*own, *ALWAYS, *([] if cached else [NO_STORE])]}
        await send(message)

    return seal
