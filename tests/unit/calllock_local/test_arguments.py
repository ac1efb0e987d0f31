"""Pure. Kinds of command-line arguments."""

from __future__ import annotations

import pytest

from calllock_local.__main__ import main
from calllock_local.arguments import phone_number, web_address


def test_an_argument_of_its_kind_is_taken_as_it_is() -> None:
    assert web_address("https://phone.example.com/twilio/voice") == "https://phone.example.com/twilio/voice"
    assert phone_number("+15125550142") == "+15125550142"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["deliveries", "--worker", "nonsense", "list"], "--worker: 'nonsense' is not a URL"),
        (["forget", "--worker", "http://", "+15125550142"], "--worker: 'http://' is not a URL"),
        (["forget", "--worker", "http://[", "+15125550142"], "--worker: 'http://[' is not a URL"),
        (["forget", "12"], "number: '12' is not a number in E.164"),
        (["call", "--script", "x", "--to", "512-555-0142"], "--to: '512-555-0142' is not a number in E.164"),
        (["call", "--script", "x", "--voice-url", "ftp://x"], "--voice-url: 'ftp://x' is not a URL"),
    ],
)
def test_an_argument_of_another_kind_is_refused_by_name(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err
