"""Shell. Reads a service's settings at start, and names every one that is missing or wrong.

A setting is an environment variable, or a file of that name in lower case in `/run/secrets`, where Docker and
Kubernetes put what should not be in an environment. The variable wins.
"""

from __future__ import annotations

import re
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticUseDefault
from pydantic_settings import BaseSettings, SettingsConfigDict

SECRETS = Path("/run/secrets")

SettingsT = TypeVar("SettingsT", bound=BaseSettings)


class SettingsError(ValueError):
    """Settings are missing or wrong; one line that names each of them and shows no value."""


def _nats_servers(urls: str) -> str:
    servers = [url.strip() for url in urls.split(",")]
    if not all(_is_url(url, ("nats", "tls")) for url in servers):
        raise ValueError(
            "must be like nats://user:password@host:4222, or several of these separated by commas;"
            " percent-encode the password"
        )
    return ",".join(servers)


def _is_url(url: str, schemes: tuple[str, ...]) -> bool:
    """Whether it names a host, and a port that there is, if any; what is wrong is not said, as it may be a secret."""
    try:
        parts = urlsplit(url)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0 and not re.search(r"\s", url)
    except ValueError:
        return False


def _web_url(url: str) -> str:
    if not _is_url(url, ("http", "https")) or set(url) & set("?#"):
        raise ValueError("must be like https://phone.example.com")
    scheme, _, rest = url.rstrip("/").partition(":")
    return f"{scheme.lower()}:{rest}"


WebUrl = Annotated[str, AfterValidator(_web_url)]
"""An http(s) URL, its scheme in small letters, without a slash at its end."""
WebUrlIfAny = Annotated[str, AfterValidator(lambda url: _web_url(url) if url else "")]
"""The same, or empty."""


def _site_url(url: str) -> str:
    """Of the same value the edge makes the address of a site: behind a path, be it a slash, it would serve no other."""
    read = _web_url(url)
    if urlsplit(url).path:
        raise ValueError("must be like https://phone.example.com, without a slash or a path at its end")
    return read


SiteUrl = Annotated[str, AfterValidator(_site_url)]
"""An http(s) URL of a name, and a port if any, with nothing after it."""
SiteUrlIfAny = Annotated[str, AfterValidator(lambda url: _site_url(url) if url else "")]
"""The same, or empty."""


def _hook(url: str) -> str:
    if url:
        _web_url(url.partition("?")[0])
    return url


HookUrlIfAny = Annotated[str, AfterValidator(_hook)]
"""An http(s) URL as it stands, which may have a query; or empty."""


def _left_out_when_blank(path: object) -> object:
    if isinstance(path, str) and not path.strip():
        raise PydanticUseDefault
    return path


SettingPath = Annotated[Path, BeforeValidator(_left_out_when_blank)]
"""A file or a folder. Left blank, as in `NAME=`, it is missing: as a path, it would be the working directory."""


def _networks(listed: str) -> str:
    for one in filter(None, map(str.strip, listed.split(","))):
        try:
            ip_network(one)
        except ValueError:
            raise ValueError(f"{one} is neither an address nor a network, such as 172.16.0.0/12") from None
    return listed


class EnvironmentSettings(BaseSettings):
    """What is read from the environment. A setting that is left blank, as in `NAME=`, is not set."""

    model_config = SettingsConfigDict(extra="ignore", hide_input_in_errors=True, env_ignore_empty=True)


class ServiceSettings(EnvironmentSettings):
    """What every service needs; each adds its own."""

    nats_url: Annotated[str, AfterValidator(_nats_servers)]
    """The NATS servers, separated by commas: `nats://user:password@host:4222`, or `tls://...` for encryption."""
    businesses_dir: SettingPath
    """Folder of the business profiles, one YAML file each."""
    http_host: str = "127.0.0.1"
    """Address to listen on; `0.0.0.0` for every interface, `::` for every one of IPv4 and IPv6."""
    http_port: int = Field(ge=0, le=65_535)
    """Port to listen on; each service has a default of its own."""
    metrics_port: int = Field(default=0, ge=0, le=65_535)
    """Port of the Prometheus metrics, on HTTP_HOST and without a password; 0 turns them off."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """The least severe level that is logged."""
    log_format: Literal["json", "text"] = "json"
    """`json` for machines, `text` for people."""

    @model_validator(mode="after")
    def _a_port_each(self) -> Self:
        if self.metrics_port and self.metrics_port == self.http_port:
            raise ValueError("METRICS_PORT and HTTP_PORT are the same: each needs a port of its own")
        return self


def _fit_for_a_header(secret: SecretStr) -> SecretStr:
    text = secret.get_secret_value()
    if not (text.isascii() and text.isprintable()):
        raise ValueError("has characters that no header can carry, such as an accent or a curly quote")
    return secret


HeaderSecret = Annotated[SecretStr, AfterValidator(_fit_for_a_header)]
"""A secret that is sent in a header: with others than plain characters every request would fail."""


class ProxiedSettings(ServiceSettings):
    """Those of a service that stands behind a proxy, and counts requests by where they come from."""

    trusted_proxies: Annotated[str, AfterValidator(_networks)] = "127.0.0.1"
    """Proxies in front, addresses or networks separated by commas; they say where a request comes from."""
    client_address_header: str = Field(default="X-Forwarded-For", pattern=r"^[A-Za-z0-9-]+$")
    """The header in which they say it; on Fly `Fly-Client-IP`. From anybody else it counts for nothing."""


def load_settings(kind: type[SettingsT], secrets: Path = SECRETS) -> SettingsT:
    """The settings from the environment and `secrets`; raises `SettingsError` with every fault."""
    try:
        return kind(_secrets_dir=secrets if secrets.is_dir() else None)
    except ValidationError as error:
        raise SettingsError("; ".join(map(_fault, error.errors(include_input=False)))) from None


def _fault(fault: ErrorDetails) -> str:
    told = fault["msg"].removeprefix("Value error, ").replace("items after validation", "characters")  # of a secret
    reason = "needed, but not set" if fault["type"] == "missing" else told
    return f"{str(fault['loc'][0]).upper()}: {reason}" if fault["loc"] else reason
