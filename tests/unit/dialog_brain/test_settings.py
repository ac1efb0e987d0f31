"""A wrong or missing setting stops the start, by name."""

from __future__ import annotations

import pytest

from calllock.runtime.settings import SettingsError, load_settings
from dialog_brain.settings import Settings

GOOD = {
    "NATS_URL": "nats://127.0.0.1:4222",
    "BUSINESSES_DIR": "deploy/businesses",
    "BACKEND_URL": "http://127.0.0.1:9000/",
    "BACKEND_API_KEY": "a-secret-key",
}
MODEL = {
    "MODEL_URL": "http://127.0.0.1:9001/v1",
    "MODEL_API_KEY": "a-model-key",
    "MODEL_NAME": "a-model",
}


def started(monkeypatch: pytest.MonkeyPatch, **changes: str | None) -> Settings:
    for name in (*GOOD, *MODEL, "BOOKING_URL", "HTTP_PORT", "LOG_LEVEL", "LOG_FORMAT", "HTTP_HOST"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {**GOOD, **changes}.items():
        if value is not None:
            monkeypatch.setenv(name, value)
    return load_settings(Settings)


@pytest.mark.parametrize("missing", GOOD)
def test_a_missing_setting_is_named(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    with pytest.raises(SettingsError) as stopped:
        started(monkeypatch, **{missing: None})
    assert missing in str(stopped.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NATS_URL", "localhost"),
        ("BACKEND_URL", "not a url"),
        ("BACKEND_URL", "https://backend.example?key=1"),
        ("HTTP_PORT", "70000"),
        ("METRICS_PORT", "8082"),
        ("LOG_LEVEL", "loud"),
        ("BACKEND_API_KEY", ""),
        ("BACKEND_API_KEY", "cl\u00e9"),
        ("MODEL_API_KEY", "\u201cquoted\u201d"),
    ],
)
def test_a_wrong_setting_is_named_and_its_secret_is_not_told(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    with pytest.raises(SettingsError) as stopped:
        started(monkeypatch, **{name: value})
    assert name in str(stopped.value)
    assert "a-secret-key" not in str(stopped.value)


def test_bookings_go_to_the_backend_unless_another_host_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert started(monkeypatch).backend_urls() == {
        "backend": "http://127.0.0.1:9000",
        "booking": "http://127.0.0.1:9000",
    }
    assert started(monkeypatch, BOOKING_URL="").backend_urls()["booking"] == "http://127.0.0.1:9000"
    elsewhere = started(monkeypatch, BOOKING_URL="https://calendar.example/")
    assert elsewhere.backend_urls()["booking"] == "https://calendar.example"


def test_the_key_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "a-secret-key" not in repr(started(monkeypatch))


def test_a_model_is_named_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    assert started(monkeypatch).model_url == ""
    assert started(monkeypatch, **MODEL).model_url == MODEL["MODEL_URL"]


@pytest.mark.parametrize("missing", MODEL)
def test_a_part_of_a_model_stops_the_start_and_names_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    with pytest.raises(SettingsError) as stopped:
        started(monkeypatch, **{**MODEL, missing: None})
    assert f"set {missing} as well" in str(stopped.value)
    assert "a-model-key" not in str(stopped.value)
