"""A service's own command, run by ours."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from calllock_local import doctor_command, twilio_setup_command
from calllock_local.__main__ import main
from calllock_local.service_command import run_service


def test_the_exit_code_is_that_of_the_service() -> None:
    assert run_service("dialog_brain", ["--help"], limit_s=60) == 0
    assert run_service("dialog_brain", ["shout"], limit_s=60) == 2


def test_a_command_of_the_gateway_has_the_same_name_here(monkeypatch: pytest.MonkeyPatch) -> None:
    run = Mock(return_value=0)
    monkeypatch.setattr(twilio_setup_command, "run_service", run)
    arguments = ["twilio-setup", "--number", "+15125550100", "--dry-run"]
    assert main(arguments) == 0
    run.assert_called_once_with("voice_gateway", arguments, 300.0)


@pytest.mark.parametrize(("codes", "told"), [((0, 0, 0), False), ((1, 0, 1), False), ((0, 2, 1), True)])
def test_a_doctor_that_misses_settings_says_whose_they_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], codes: tuple[int, ...], *, told: bool
) -> None:
    monkeypatch.setattr(doctor_command, "run_service", Mock(side_effect=codes))
    assert main(["doctor"]) == max(codes)
    assert ("`calllock up` needs none of them" in capsys.readouterr().out) is told


def test_a_command_that_does_not_end_is_ended_and_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("calllock_local.doctor_command._LIMIT_S", 0.01)
    assert main(["doctor", "--only", "dialog-brain"]) == 1
    assert "calllock doctor: dialog-brain doctor: not done after 0.01 s" in capsys.readouterr().err
