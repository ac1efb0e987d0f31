from __future__ import annotations

from pathlib import Path

import pytest

from calllock_local import call_command
from calllock_local.__main__ import main
from calllock_local.state_folder import StateFolder
from calllock_local.telephone import Telephone, dial, local_telephone
from calllock_local.telephone_webhooks import Dialed
from tests.unit.calllock_local.test_state_folder import RUNNING

CALL = "business: ace-cooling\ncalls:\n  - {name: hello, says: []}\n"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    file = tmp_path / "calls.yaml"
    file.write_text(CALL, encoding="utf-8")
    return file


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["call", "--script", str(tmp_path / "nothing.yaml")]) == 2
    assert "nothing.yaml" in capsys.readouterr().err


def test_a_call_that_is_not_in_the_file_is_named(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["call", "--script", str(script), "--name", "goodbye"]) == 2
    assert "'goodbye'" in capsys.readouterr().err


def test_a_business_without_a_profile_is_named(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script.write_text(CALL.replace("ace-cooling", "nobody"), encoding="utf-8")

    assert main(["call", "--script", str(script)]) == 2
    assert "'nobody'" in capsys.readouterr().err


def test_without_a_running_gateway_it_says_how_to_start_one(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CALLLOCK_STATE", str(tmp_path / "state"))

    assert main(["call", "--script", str(script)]) == 1
    assert "calllock up" in capsys.readouterr().err


def test_a_local_run_gets_its_own_signature_and_not_that_of_a_deployment(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed: list[str] = []

    def note(cache: Path, *, auth_token: str) -> Telephone:
        signed.append(auth_token)
        return local_telephone(cache, auth_token=auth_token)

    monkeypatch.setattr(call_command, "local_telephone", note)
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "a-token-of-a-deployment")
    monkeypatch.setenv("CALLLOCK_STATE", str(tmp_path))
    own = {"gateway_url": "http://127.0.0.1:9", "twilio_auth_token": "its-own"}
    StateFolder(tmp_path).announce(RUNNING.model_copy(update=own))

    assert main(["call", "--script", str(script)]) == 1
    assert main(["call", "--script", str(script), "--voice-url", "http://127.0.0.1:9/voice"]) == 1
    assert signed == ["its-own", "a-token-of-a-deployment"]


def test_a_call_that_nobody_answers_fails_and_leaves_a_record(
    script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["call", "--script", str(script), "--out", str(tmp_path / "out"), "--voice-url", "http://127.0.0.1:9/voice"]

    assert main(given) == 1
    assert "ConnectError" in capsys.readouterr().out
    assert (tmp_path / "out" / "hello.wav").exists()
    assert "ended by failed" in (tmp_path / "out" / "hello.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("scripted", "sent"), [("null", ""), ('"+15125550177"', "+15125550177")])
def test_a_script_that_withholds_its_number_is_called_without_one(
    scripted: str, sent: str, script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialed: list[str] = []

    def note(voice_url: str, from_number: str, to_number: str) -> Dialed:
        dialed.append(from_number)
        return dial(voice_url, from_number, to_number)

    monkeypatch.setattr(call_command, "dial", note)
    script.write_text(CALL.replace("says: []", f"says: [], from_number: {scripted}"), encoding="utf-8")
    main(["call", "--script", str(script), "--out", str(tmp_path), "--voice-url", "http://127.0.0.1:9/voice"])
    assert dialed == [sent]
