"""Pure. Who may be recorded."""

from __future__ import annotations

import pytest

from calllock.contracts.events import PromptPlayed
from tests.contracts.examples import EXAMPLES
from voice_gateway.line.consent import has_heard, refuses_recording

NOTICE = "This call is recorded. Say no recording if you mind."
PLAYED = next(example for example in EXAMPLES if isinstance(example, PromptPlayed))


@pytest.mark.parametrize(
    ("heard", "enough"),
    [(f"{NOTICE} Thanks for calling.", True), (NOTICE, True), ("This call is recorded. Say no", False), ("", False)],
)
def test_the_whole_notice_must_have_been_heard(heard: str, enough: bool) -> None:
    assert has_heard(NOTICE, PLAYED.model_copy(update={"heard_text": heard})) is enough


@pytest.mark.parametrize(
    "text",
    [
        "no recording",
        "No recording please, my AC is out.",
        "I don't want to be recorded",
        "please don\N{RIGHT SINGLE QUOTATION MARK}t record this",
        "do not record me",
        "can you stop recording",
        "I'd rather you didn't record this call",
        "I'm not okay with being recorded",
        "please don't record.",
        "I refuse to be recorded",
        "I object to this recording",
        "quit recording me",
        "could you turn the recording off",
    ],
)
def test_a_refusal_is_understood(text: str) -> None:
    assert refuses_recording(text)


@pytest.mark.parametrize(
    "text",
    [
        "sure, record it",
        "I have no record of my appointment",
        "yes you can record this",
        "no",
        "my record player is not working",
        "no. is this a recording?",
        "no, just for the record, it is the upstairs unit",
        "I did not record the serial number",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not refuses_recording(text)
