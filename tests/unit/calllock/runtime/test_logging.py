from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest
import structlog
from pydantic import BaseModel, ValidationError

from calllock.runtime.logging import configure_logging, mask_number


@pytest.fixture(autouse=True)
def _leave_logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def _line(captured: pytest.CaptureFixture[str]) -> dict[str, object]:
    (line,) = captured.readouterr().err.splitlines()
    parsed: dict[str, object] = json.loads(line)
    return parsed


def test_a_line_is_one_json_object_with_service_level_and_time(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("dialog-brain", "info", "json")
    structlog.get_logger().info("call.adopted", call_sid="CA1")

    line = _line(capsys)
    assert (line["event"], line["service"], line["level"]) == ("call.adopted", "dialog-brain", "info")
    assert line["call_sid"] == "CA1"
    assert str(line["timestamp"]).endswith("Z")


@pytest.mark.parametrize(
    ("number", "masked"),
    [("+15125550199", "+1512***0199"), ("512-555-0199", "512***0199"), ("555", "***"), ("", "***")],
)
def test_a_masked_number_keeps_its_ends(number: str, masked: str) -> None:
    assert mask_number(number) == masked


@pytest.mark.parametrize("number", ["+15125550199", "512-555-0199", "(512) 555-0199", "5125550199", "+442079460123"])
def test_a_number_in_a_line_is_masked_wherever_it_stands(capsys: pytest.CaptureFixture[str], number: str) -> None:
    configure_logging("voice-gateway", "info", "json")
    structlog.get_logger().info(f"call from {number}", from_number=number, deep={"list": [number]})

    text = json.dumps(_line(capsys))
    assert number not in text
    assert text.count("***") == 3


def test_ids_and_times_are_not_taken_for_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("voice-gateway", "info", "json")
    ids = {
        "call_sid": "CA0123456789abcdef0123456789abcdef",
        "at": "2026-03-02T15:00:00.123456Z",
        "sequence": 5125550199,
    }
    structlog.get_logger().info("x", **ids)

    line = _line(capsys)
    assert {key: line[key] for key in ids} == ids


def test_callers_words_are_withheld_above_debug(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("voice-gateway", "debug", "json")
    structlog.get_logger().info("turn.heard", text="my name is Pat", turn=3)
    assert _line(capsys)["text"] == "(withheld)"

    structlog.get_logger().debug("turn.heard", text="my name is Pat")
    assert _line(capsys)["text"] == "my name is Pat"


def test_an_exception_does_not_quote_what_the_caller_said(capsys: pytest.CaptureFixture[str]) -> None:
    class Turn(BaseModel):
        turn: int

    configure_logging("dialog-brain", "info", "json")
    said = " ".join(("my", "name", "is", "Pat"))  # a traceback shows lines of code
    try:
        Turn.model_validate({"turn": said})
    except ValidationError:
        structlog.get_logger().exception("turn.refused")

    line = _line(capsys)
    assert "ValidationError" in str(line["exception"])
    assert "Pat" not in str(line)


def _fail(said: str, cause: str) -> None:
    raise LookupError(said) from KeyError(cause)


def _fail_together(said: str) -> None:
    raise ExceptionGroup(said, [KeyError(said), ExceptionGroup(said, [OSError(said)])])


@pytest.mark.parametrize("log_format", ["json", "text"])
def test_an_exception_above_debug_is_told_by_types_and_places_alone(
    capsys: pytest.CaptureFixture[str], log_format: str
) -> None:
    configure_logging("dialog-brain", "debug", log_format)
    said, cause = " ".join(("12", "Oak", "Street\nPat")), " ".join(("I", "am", "Pat"))
    try:
        _fail(said, cause)
    except LookupError:
        structlog.get_logger().exception("call.failed")
        logging.getLogger("some.library").exception("failed")

    told = capsys.readouterr().err
    for private in ("Pat", "Oak", "I am"):
        assert private not in told
    assert told.count("KeyError") == told.count("LookupError") == 2
    assert told.count("test_logging.py") >= 4
    assert told.count(" in _fail") == 2


def test_a_group_of_exceptions_tells_each_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("dialog-brain", "info", "json")
    said = " ".join(("I", "am", "Pat"))
    try:
        _fail_together(said)
    except ExceptionGroup:
        structlog.get_logger().exception("call.failed")

    line = _line(capsys)
    assert "Pat" not in str(line)
    assert "KeyError" in str(line["exception"])
    assert "OSError" in str(line["exception"])


def test_an_exception_that_no_task_took_is_told_by_its_type(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("dialog-brain", "info", "json")
    said = " ".join(("I", "am", "Pat"))
    logging.getLogger("asyncio").error("never retrieved\nfuture: <Task exception=%r>\nend", KeyError(said))
    assert _line(capsys)["event"] == "never retrieved\nfuture: <Task exception=KeyError(withheld)\nend"


def test_an_exception_at_debug_is_told_whole(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("dialog-brain", "debug", "json")
    try:
        _fail("12 Oak Street", "Pat")
    except LookupError:
        structlog.get_logger().debug("call.failed", exc_info=True)

    assert "LookupError: 12 Oak Street" in str(_line(capsys)["exception"])


@pytest.mark.parametrize("key", ["zip", "zip_code", "words", "quotes"])
def test_what_a_caller_may_have_said_is_withheld_whatever_holds_it(
    capsys: pytest.CaptureFixture[str], key: str
) -> None:
    configure_logging("dialog-brain", "info", "json")
    structlog.get_logger().info("x", **{key: "78745"})
    assert _line(capsys)[key] == "(withheld)"


def test_the_standard_librarys_lines_take_the_same_way(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("post-call-worker", "info", "json")
    logging.getLogger("some.library").warning("calling %s", "+15125550199")

    line = _line(capsys)
    assert (line["event"], line["logger"], line["level"]) == ("calling +1512***0199", "some.library", "warning")
    assert line["service"] == "post-call-worker"


def test_loguru_takes_the_same_way_and_only_speaks_up_when_it_matters() -> None:
    program = (
        "from calllock.runtime.logging import configure_logging\n"
        "from loguru import logger\n"
        "configure_logging('voice-gateway', 'info', 'json')\n"
        "logger.info('heard: my name is Pat')\n"
        "logger.warning('slow for +15125550199')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=30)

    (line,) = done.stderr.splitlines()
    assert json.loads(line)["event"] == "slow for +1512***0199"


def test_text_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("voice-gateway", "info", "text")
    structlog.get_logger().info("call.answered", from_number="+15125550199")

    text = capsys.readouterr().err
    assert "call.answered" in text
    assert "+1512***0199" in text


def test_lines_below_the_level_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("voice-gateway", "warning", "json")
    structlog.get_logger().info("call.answered")
    logging.getLogger("x").info("call.answered")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("level", "log_format", "setting"), [("loud", "json", "LOG_LEVEL"), ("info", "xml", "LOG_FORMAT")]
)
def test_a_wrong_setting_is_named(level: str, log_format: str, setting: str) -> None:
    with pytest.raises(ValueError, match=setting):
        configure_logging("voice-gateway", level, log_format)
