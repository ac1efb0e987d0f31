"""Settings that are missing or wrong are told by name, and never by value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import Field, SecretStr, create_model, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

import calllock_local.settings
import dialog_brain.settings
import post_call_worker.console.account_command
import post_call_worker.settings
import voice_gateway.settings
from calllock.runtime.settings import (
    ServiceSettings,
    SettingsError,
    SiteUrl,
    SiteUrlIfAny,
    WebUrl,
    WebUrlIfAny,
    load_settings,
)


class Harbor(BaseSettings):
    """What a service might need."""

    harbor_url: str
    harbor_port: int = Field(default=1, ge=1)
    harbor_key: str = ""
    harbor_secret: SecretStr = Field(default=SecretStr("twelve or so"), min_length=12)

    @model_validator(mode="after")
    def _with_a_key(self) -> Harbor:
        if self.harbor_port == 443 and not self.harbor_key:
            raise ValueError("HARBOR_KEY must be set when HARBOR_PORT is 443")
        return self


def refusal(monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as refused:
        load_settings(Harbor)
    return str(refused.value)


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARBOR_URL", "http://harbor.example")
    assert load_settings(Harbor) == Harbor(harbor_url="http://harbor.example")


def test_every_fault_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    told = refusal(monkeypatch, HARBOR_PORT="none")
    assert told.startswith("HARBOR_URL: needed, but not set; HARBOR_PORT: ")
    assert "\n" not in told


def test_a_fault_of_several_settings_together_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    told = refusal(monkeypatch, HARBOR_URL="http://harbor.example", HARBOR_PORT="443")
    assert told == "HARBOR_KEY must be set when HARBOR_PORT is 443"


def test_the_length_of_a_secret_is_told_in_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    told = refusal(monkeypatch, HARBOR_URL="http://harbor.example", HARBOR_SECRET="short")
    assert told == "HARBOR_SECRET: Value should have at least 12 characters, not 5"


def test_no_value_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "secret" not in refusal(monkeypatch, HARBOR_URL="secret-url", HARBOR_PORT="secret-port")


def test_a_file_in_the_folder_of_secrets_is_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARBOR_URL", "http://harbor.example")
    (tmp_path / "harbor_key").write_text("from a file\n", encoding="utf-8")
    assert load_settings(Harbor, tmp_path).harbor_key == "from a file"


def test_the_environment_wins_over_the_folder_of_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARBOR_URL", "http://harbor.example")
    (tmp_path / "harbor_url").write_text("http://other.example", encoding="utf-8")
    assert load_settings(Harbor, tmp_path).harbor_url == "http://harbor.example"


def test_without_a_folder_of_secrets_there_is_only_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARBOR_URL", "http://harbor.example")
    assert load_settings(Harbor, tmp_path / "none").harbor_key == ""


class Tug(ServiceSettings):
    """A service's, with the port that each service chooses for itself."""

    http_port: int = 8099


@pytest.mark.parametrize(
    ("given", "servers"),
    [
        ("nats://one:4222", "nats://one:4222"),
        ("nats://user:word@one:4222, tls://two:4222", "nats://user:word@one:4222,tls://two:4222"),
    ],
)
def test_the_servers_of_a_cluster_are_each_an_address(
    monkeypatch: pytest.MonkeyPatch, given: str, servers: str
) -> None:
    monkeypatch.setenv("NATS_URL", given)
    monkeypatch.setenv("BUSINESSES_DIR", "deploy/businesses")
    assert load_settings(Tug).nats_url == servers


@pytest.mark.parametrize(
    "given",
    [
        *("one:4222", "http://one:4222", "nats://one:4222,two:4222", "nats://"),
        *("nats://user:s3cr/et@one:4222", "nats://user:s3cr?et@one:4222", "nats://user:s3cr et@one:4222"),
        *("nats://one:99999", "nats://one:abc", "nats://one:0", "nats://[::1/"),
    ],
)
def test_an_address_that_is_no_nats_server_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("NATS_URL", given)
    monkeypatch.setenv("BUSINESSES_DIR", "deploy/businesses")
    with pytest.raises(
        SettingsError, match=r"^NATS_URL: must be like nats://user:password@host:4222.*percent-encode"
    ) as told:
        load_settings(Tug)
    assert "s3cr" not in str(told.value)


class Pier(BaseSettings):
    """What is reached over the web."""

    pier_url: WebUrlIfAny = ""
    buoy_url: WebUrl = "http://buoy.example"
    quay_url: SiteUrl = "http://quay.example"
    mole_url: SiteUrlIfAny = ""


@pytest.mark.parametrize("name", ["PIER_URL", "BUOY_URL", "QUAY_URL", "MOLE_URL"])
@pytest.mark.parametrize(
    "given",
    [
        *("pier.example", "ftp://pier.example", "http://", "http://pier.example?a=b", "http://pier.example#a"),
        *("http://pier.example:99999", "http://pier.example:abc", "http://pier.example:0", "http://[::1/"),
        *("http://pi er.example", "http://pier.example/a b", "http://me:s3cr/et@pier.example"),
    ],
)
def test_an_address_that_is_none_of_the_web_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, given: str
) -> None:
    monkeypatch.setenv(name, given)
    with pytest.raises(SettingsError, match=rf"^{name}: must be like https://phone\.example\.com$"):
        load_settings(Pier)


@pytest.mark.parametrize("name", ["QUAY_URL", "MOLE_URL"])
@pytest.mark.parametrize("end", ["/", "//", "/quay", "/quay/", ":8443/", "/*"])
def test_an_address_of_a_site_ends_after_its_name_or_port(monkeypatch: pytest.MonkeyPatch, name: str, end: str) -> None:
    """The edge takes what follows for the only path of that site, and answers every other one with nothing."""
    monkeypatch.setenv(name, f"https://quay.example{end}")
    with pytest.raises(SettingsError, match=rf"^{name}: must be like .*, without a slash or a path at its end$"):
        load_settings(Pier)


@pytest.mark.parametrize(
    "url", ["https://quay.example", "http://quay.example:8080", "http://[::1]:8080", "http://edge"]
)
def test_an_address_of_a_site_may_have_a_port(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("QUAY_URL", url)
    monkeypatch.setenv("MOLE_URL", url)
    assert (load_settings(Pier).quay_url, load_settings(Pier).mole_url) == (url, url)


def test_what_is_left_blank_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_HOST", "LOG_LEVEL", "METRICS_PORT", "NATS_URL"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("BUSINESSES_DIR", "deploy/businesses")
    with pytest.raises(SettingsError, match=r"^NATS_URL: needed, but not set$"):
        load_settings(Tug)
    monkeypatch.setenv("NATS_URL", "nats://one:4222")
    settings = load_settings(Tug)
    assert (settings.http_host, settings.log_level, settings.metrics_port) == ("127.0.0.1", "info", 0)


def test_the_scheme_of_an_address_is_in_small_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is signed, and what the media socket is called, is made of it."""
    monkeypatch.setenv("BUOY_URL", "HTTPS://Phone.example.com/")
    assert load_settings(Pier).buoy_url == "https://Phone.example.com"


MODULES = (
    *(calllock_local.settings, dialog_brain.settings, post_call_worker.settings, voice_gateway.settings),
    post_call_worker.console.account_command,
)
KINDS: dict[str, type[BaseSettings]] = {
    f"{kind.__module__}.{kind.__name__}": kind
    for module in MODULES
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, BaseSettings)
}
PATHS: dict[str, FieldInfo] = {
    f"{of}.{name}": field
    for of, kind in KINDS.items()
    for name, field in kind.model_fields.items()
    if "Path" in str(field.annotation)
}


@pytest.mark.parametrize("of", sorted(KINDS))
def test_in_every_service_what_is_left_blank_is_not_set(monkeypatch: pytest.MonkeyPatch, of: str) -> None:
    fields = KINDS[of].model_fields
    for name in fields:
        monkeypatch.setenv(name.upper(), "")
    needed = [name.upper() for name, field in fields.items() if field.is_required()]
    if not needed:
        assert {
            name for name, field in fields.items() if getattr(load_settings(KINDS[of]), name) != field.default
        } == set()
        return
    with pytest.raises(SettingsError) as told:
        load_settings(KINDS[of])
    assert sorted(str(told.value).split("; ")) == sorted(f"{name}: needed, but not set" for name in needed)


def test_a_secret_in_a_file_counts_where_the_variable_is_left_blank(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "database_url").write_text("postgresql+asyncpg://me@db/calls", encoding="utf-8")
    monkeypatch.setenv("DATABASE_URL", "")
    settings = load_settings(post_call_worker.settings.DatabaseSettings, tmp_path)
    assert settings.database_url.get_secret_value() == "postgresql+asyncpg://me@db/calls"


def test_the_settings_that_name_a_path_are_found() -> None:
    assert {name.rpartition(".")[2] for name in PATHS} == {
        *("businesses_dir", "cache_dir", "recordings_dir", "calllock_state", "received_file")
    }


@pytest.mark.parametrize("blank", ["", " "])
@pytest.mark.parametrize("of", sorted(PATHS))
def test_a_path_that_is_left_blank_is_missing_in_every_service(
    monkeypatch: pytest.MonkeyPatch, of: str, blank: str
) -> None:
    name, field = of.rpartition(".")[2], PATHS[of]
    fields: dict[str, Any] = {name: (field.annotation, field)}
    one: type[BaseSettings] = create_model("One", __base__=BaseSettings, **fields)
    monkeypatch.setenv(name.upper(), blank)
    if field.is_required():
        with pytest.raises(SettingsError, match=f"^{name.upper()}: needed, but not set$"):
            load_settings(one)
    else:
        assert getattr(load_settings(one), name) == field.default
    monkeypatch.setenv(name.upper(), "/srv")
    assert getattr(load_settings(one), name) == Path("/srv")
