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
        "I do not consent",
        "I don't consent to this being recorded",
        "you don't have my permission to record",
        "you're recording me without my consent",
        "please don't tape this",
        "can you please not record this",
        "I asked you not to record me",
        "you may not record this call",
        "never record me",
        "I'd rather you didn't",
        "I would rather not be recorded",
        "I'd prefer this not be recorded",
        "I don't think I want to be recorded",
        "I don't really, um, want to be recorded",
        "I don't care to be recorded",
        "I will not be recorded",
        "make sure this isn't recorded",
        "turn that off",
        "can you turn that off please",
        "would you mind turning off the recording",
        "would you mind not recording this",
        "stop recording",
        "please delete the recording",
        "off the record please",
        "can we do this without being recorded",
        "hi no recording my AC is out",
        "no more recording please",
        "yes I do mind",
        "I hate being recorded",
        "are you recording me? please don't",
        "is this recorded? I'd rather not",
        "nobody records me",
        "I never agreed to be recorded",
        "as long as it's not recorded",
        "yes no recording",
        "is this being recorded? I'm not comfortable with that",
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
        "I don't mind being recorded",
        "I wouldn't mind if you recorded it",
        "no problem with the recording",
        "I have no problem being recorded",
        "no that's fine you can record it",
        "no, recording is fine",
        "no recording is fine with me",
        "there's no recording on the thermostat display",
        "is this recorded? that's fine",
        "is this recorded? no, that's fine",
        "are you recording me",
        "are you recording this or not",
        "you're not recording this, are you?",
        "I do not object to being recorded",
        "I have no objection to the recording",
        "you don't have to stop recording",
        "don't stop recording",
        "I don't care if you record it",
        "why don't you record it",
        "the camera does not record anything",
        "we could not tape the duct any more",
        "I don't want to talk to a recording",
        "I don't want any trouble, you can record it",
        "I don't want to wait you can record it",
        "how do I turn that off?",
        "I already turned it off",
        "can you turn the water off",
        "never mind",
        "I don't mind",
        "I'd rather not",
        "please don't",
        "no thanks",
        "it's not recording the temperature",
        "I can't consent to the repair, I am the tenant",
        "do I have permission to park there",
        "I don't have permission to let anyone in",
        "I don't have a recording of it",
        "I do not need the record of the last visit",
        "I mind some places for people who live overseas",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not refuses_recording(text)
