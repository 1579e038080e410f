"""Where this machine can be reached by phones, and what links therefore look like."""

import fcntl
import socket
import struct
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address
from typing import Final
from urllib.parse import urlsplit

from tingsha.flow.documents import Links

SIOCGIFADDR: Final = 0x8915
VIRTUAL: Final = (
    "docker",
    "br-",
    "veth",
    "virbr",
    "vmnet",
    "vboxnet",
    "tun",
    "tap",
    "utun",
    "wg",
    "zt",
    "tailscale",
)


def lan_addresses() -> list[str]:
    """The IPv4 addresses of this machine that phones may reach, the likeliest first; empty without a network."""
    found = [*_outward(), *_by_interface(), *_by_name()]
    usable = [each for each in dict.fromkeys(found) if _usable(each)]
    return sorted(usable, key=_unlikeliness)


def _outward() -> list[str]:
    """The address this machine would use to go out. Connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return []
        return [probe.getsockname()[0]]


def _by_interface() -> list[str]:
    found: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            if name.startswith(VIRTUAL):
                continue
            try:
                answer = fcntl.ioctl(probe, SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
            except OSError:  # this interface has no address, or this system asks in another way
                continue
            found.append(socket.inet_ntoa(answer[20:24]))
    return found


def _by_name() -> list[str]:
    try:
        return [str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    except OSError:
        return []


def _usable(address: str) -> bool:
    ip = IPv4Address(address)
    return not (ip.is_loopback or ip.is_unspecified or ip.is_multicast)


def _unlikeliness(address: str) -> int:
    ip = IPv4Address(address)
    if ip.is_link_local:
        return 2
    return 0 if ip.is_private else 1


def is_loopback(host: str) -> bool:
    """Whether a host name or address means this machine itself."""
    bare = host.strip("[]").rstrip(".").lower()
    if bare == "localhost" or bare.endswith(".localhost"):
        return True
    try:
        ip = ip_address(bare)
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_loopback


@dataclass(frozen=True, slots=True)
class Site:
    """How this server is reached. `own` is its address for others (`http://192.168.1.7:8080`), `all` every such one."""

    own: str
    all: tuple[str, ...] = ()
    public: bool = False
    """Whether the operator named `own`: then every link uses it."""
    inside: str = ""
    """By which address this server reaches itself."""

    def is_elsewhere(self, address: str) -> bool:
        """Whether a caller's address is another machine's: then this network lets devices through."""
        try:
            ip_address(address)
        except ValueError:
            return ":" in address  # a network of IPv6, as callers are counted by
        return not is_loopback(address) and all(urlsplit(each).hostname != address for each in self.all)

    def seen_from(self, asked: str) -> str:
        """The base of links for somebody who reached us as `asked`, and may hand them on to phones.

        Phones cannot open the host's own localhost, so that gives way to the address on the network.
        """
        if self.public or not asked:
            return self.own
        return self.own if is_loopback(urlsplit(asked).hostname or "") else asked


def site(public_url: str, host: str, port: int) -> Site:
    """The site of a server that listens on `host`:`port`."""
    bound = ip_address(host) if host[:1].isdigit() or ":" in host else None
    everywhere = bound is not None and bound.is_unspecified
    inside = f"http://{_bracketed(('::1' if ':' in host else '127.0.0.1') if everywhere else host)}:{port}"
    if public_url:
        return Site(public_url, (public_url,), public=True, inside=inside)
    reached = lan_addresses() if everywhere else [host]
    every = tuple(f"http://{_bracketed(each)}:{port}" for each in reached)
    return Site(every[0] if every else f"http://localhost:{port}", every, inside=inside)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def join_link(base: str, code: str) -> str:
    return f"{base}/j/{code}"


def links(base: str, join_base: str, gathering: str, code: str, host_token: str, stage_token: str) -> Links:
    """The links of a gathering. Tokens stand behind the `#`, which browsers do not send."""
    return Links(
        join=join_link(join_base, code),
        host=f"{base}/host/{gathering}#{host_token}",
        stage=f"{base}/stage/{gathering}#{stage_token}",
    )
