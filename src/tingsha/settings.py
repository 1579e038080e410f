"""One frozen object with everything an operator can set, read once: from flags, else from TINGSHA_* variables."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

Network = IPv4Network | IPv6Network

EVERYWHERE: Final = "0.0.0.0"
DEFAULT_DATA: Final = "~/.local/share/tingsha"


class BadSetting(ValueError):
    """A setting that cannot be used; the message says which, and what would do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set. Each field `x` is also the variable TINGSHA_X."""

    host: str = EVERYWHERE
    """Address to listen on."""
    port: int = 8080
    """Port to listen on; 0 takes any that is free."""
    data: Path = Path(DEFAULT_DATA)
    """Directory that holds everything Tingsha keeps."""
    log: str = ""
    """Where the log lies, as `sqlite:FILE`; a file in the data directory when empty."""
    public_url: str = ""
    """Address used in links and QR codes when people reach this server by another one than its own."""
    host_key: str = ""
    """Key that opening a gathering needs from another machine; made and kept in the data directory when empty."""
    trusted_proxies: tuple[Network, ...] = ()
    """Whose X-Forwarded-For is believed: addresses or networks, separated by commas."""
    capacity: int = 1_000_000
    """How many people one gathering lets in."""
    joins_per_minute: int = 3_000
    """How many may join per minute from one address; a hall is one. A gathering takes four times that."""


def read_settings(flags: Mapping[str, Any], environment: Mapping[str, str] | None = None) -> Settings:
    """The settings: a flag that is not None wins over its variable. Raises BadSetting."""
    environment = os.environ if environment is None else environment
    found: dict[str, Any] = {}
    for field in fields(Settings):
        flag = flags.get(field.name)
        value = environment.get(f"TINGSHA_{field.name.upper()}") or None if flag is None else flag
        if value is not None:
            found[field.name] = _read(field.name, value)
    found.setdefault("data", Path(DEFAULT_DATA).expanduser())
    return _checked(Settings(**found))


def _read(name: str, value: Any) -> Any:
    if name in ("port", "capacity", "joins_per_minute"):
        return _number(name, value)
    if name == "data":
        return Path(value).expanduser()
    if name == "trusted_proxies":
        return _networks(value)
    return value.rstrip("/") if name == "public_url" else value


def _number(name: str, value: Any) -> int:
    try:
        return int(value)
    except ValueError:
        raise BadSetting(f"{name} must be a number, not {value!r}") from None


def _networks(value: str) -> tuple[Network, ...]:
    try:
        return tuple(ip_network(each.strip(), strict=False) for each in value.split(",") if each.strip())
    except ValueError as wrong:
        raise BadSetting(
            f"trusted_proxies holds addresses or networks, separated by commas: {wrong}"
        ) from None


def _checked(settings: Settings) -> Settings:
    if not 0 <= settings.port <= 65_535:
        raise BadSetting(f"port lies between 0 and 65535, so not {settings.port}")
    if settings.capacity < 1 or settings.joins_per_minute < 1:
        raise BadSetting("capacity and joins_per_minute are 1 or more")
    if settings.log and not settings.log.startswith("sqlite:"):
        raise BadSetting(f"log is written as sqlite:FILE, not {settings.log!r}")
    if settings.public_url:
        _check_url(settings.public_url)
    return settings


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if (
        parts.scheme not in ("http", "https")
        or not parts.netloc
        or parts.path
        or parts.query
        or parts.fragment
    ):
        raise BadSetting(f"public_url is written as https://name or http://name:port, not {url!r}")
