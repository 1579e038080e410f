"""Who is at the door, as far as one request tells: address, language, what they carry, and which page sent them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from ipaddress import IPv6Address, ip_address
from typing import Any, Final
from urllib.parse import urlsplit

from tingsha.languages import languages
from tingsha.live.addresses import is_loopback
from tingsha.settings import Settings

HOST_HEADER: Final = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?\Z")
FORWARDING: Final = (
    b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-proto", b"x-real-ip", b"via",
)  # fmt: skip

Scope = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Caller:
    """One request's sender. Nothing in it is proof of anything but `at_this_machine`."""

    address: str
    """For limits: an IPv4 address, or an IPv6 network of 64 bits."""
    at_this_machine: bool
    """A program on this machine that asked for this machine, with no proxy between."""
    base: str
    """`scheme://host:port` as the caller wrote it; empty when that makes no sense."""
    origin: str | None
    bearer: str | None
    cookies: Mapping[str, str]
    language: str | None


def caller(scope: Scope, settings: Settings) -> Caller:
    """Read the caller from an ASGI scope."""
    headers = dict(scope["headers"])
    peer = scope["client"][0] if scope.get("client") else ""
    proxied = _trusted(peer, settings)
    host = _text(headers.get(b"host"))
    host = host if HOST_HEADER.match(host) else ""
    return Caller(
        address=bucket_of(_forwarded_for(headers, settings) if proxied else peer),
        at_this_machine=_direct(headers)
        and is_loopback(peer)
        and is_loopback(urlsplit(f"//{host}").hostname or ""),
        base=f"{_scheme(scope, headers, proxied)}://{host}" if host else "",
        origin=_text(headers[b"origin"]) if b"origin" in headers else None,
        bearer=_bearer(_text(headers.get(b"authorization"))),
        cookies=_cookies(_text(headers.get(b"cookie"))),
        language=_language(_text(headers.get(b"accept-language"))),
    )


def foreign(caller: Caller, settings: Settings, *, by_cookie: bool) -> bool:
    """Whether a POST must be refused for the page it came from: another site's, or an unknown one's on our cookie."""
    if caller.origin is None:
        return by_cookie
    if settings.public_url and caller.origin == settings.public_url:
        return False
    # A proxy in front may speak https where we speak http, so only the host is compared.
    return not caller.base or urlsplit(caller.origin).netloc != urlsplit(caller.base).netloc


def bucket_of(address: str) -> str:
    """What limits count by: one person easily has a whole IPv6 network of 64 bits."""
    try:
        ip = ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(ip, IPv6Address):
        return str(ip.ipv4_mapped) if ip.ipv4_mapped else ip.exploded[:19]
    return str(ip)


def _trusted(address: str, settings: Settings) -> bool:
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    return any(ip in network for network in settings.trusted_proxies)


def _forwarded_for(headers: Mapping[bytes, bytes], settings: Settings) -> str:
    """The last address that no proxy of ours wrote down about another proxy of ours; earlier ones may be made up."""
    hops = [hop.strip() for hop in _text(headers.get(b"x-forwarded-for")).split(",")]
    return next((hop for hop in reversed(hops) if not _trusted(hop, settings)), hops[0])


def _direct(headers: Mapping[bytes, bytes]) -> bool:
    return not any(name in headers for name in FORWARDING)


def _scheme(scope: Scope, headers: Mapping[bytes, bytes], proxied: bool) -> str:  # noqa: FBT001 - a fact, no switch
    said = _text(headers.get(b"x-forwarded-proto")) if proxied else ""
    return said if said in ("http", "https") else scope.get("scheme", "http")


def _bearer(authorization: str) -> str | None:
    kind, _, token = authorization.partition(" ")
    return token.strip() if kind.lower() == "bearer" else None


def _cookies(header: str) -> dict[str, str]:
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(header)
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


def _language(header: str) -> str | None:
    """The first of our languages that the browser prefers. Weights that contradict the order are rare and ignored."""
    for wish in header.split(","):
        language = wish.split(";")[0].split("-")[0].strip().lower()
        if language in languages():
            return language
    return None


def _text(header: bytes | None) -> str:
    return (header or b"").decode("latin-1")
