"""A process that cannot start says why in one line, and by its exit code whether waiting may help."""

from __future__ import annotations

import pytest

from calllock.contracts.business import ProfileError
from calllock.runtime.bus import BusUnavailable
from calllock.runtime.nats_streams import ServerTooOld
from calllock.runtime.serving import CannotListen, NoSuchHost
from calllock.runtime.settings import SettingsError
from calllock.runtime.starting import AWAY, WRONGLY_SET_UP, starting


@pytest.mark.parametrize(
    ("error", "code", "reason"),
    [
        (SettingsError("NATS_URL: needed, but not set"), WRONGLY_SET_UP, "NATS_URL: needed, but not set"),
        (ProfileError("acme.yaml: zone: unknown"), WRONGLY_SET_UP, "BUSINESSES_DIR: acme.yaml: zone: unknown"),
        (ServerTooOld("the NATS server is 2.9"), WRONGLY_SET_UP, "the NATS server is 2.9"),
        (NoSuchHost("HTTP_HOST, HTTP_PORT"), WRONGLY_SET_UP, "HTTP_HOST, HTTP_PORT"),
        (CannotListen("HTTP_HOST, HTTP_PORT"), AWAY, "HTTP_HOST, HTTP_PORT"),
        (KeyError("table"), WRONGLY_SET_UP, "'table'"),
        (BusUnavailable("nothing\nanswers"), AWAY, "nothing answers"),
        (TimeoutError(), AWAY, "TimeoutError"),
    ],
)
def test_a_refusal_is_one_line_and_a_code(
    error: Exception, code: int, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended, starting("harbor", wrong=(KeyError,), away=(TimeoutError,)):
        raise error
    assert ended.value.code == code
    assert capsys.readouterr().err == f"harbor: cannot start: {reason}\n"


def test_a_fault_of_our_own_keeps_its_trace() -> None:
    with pytest.raises(ZeroDivisionError), starting("harbor"):
        raise ZeroDivisionError
