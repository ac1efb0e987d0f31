"""Callers whom we cannot take: a person, the voicemail or an apology, and what comes when nobody picks up."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.test_voice_gateway_webhooks import ALWAYS_OPEN
from tests.integration.voice_gateway_rig import StubEngines, gateway, profile
from voice_gateway import own_words
from voice_gateway.webhooks import MOST_MOVES


@pytest.mark.parametrize(("hours", "dialed"), [(ALWAYS_OPEN, "+15125550180"), ({}, "+15125550181")])
async def test_a_caller_whom_nobody_can_take_goes_to_a_person_in_opening_hours_and_else_to_the_voicemail(
    tmp_path: Path, hours: dict[str, Any], dialed: str
) -> None:
    business = profile(forward_number="+15125550180", voicemail_number="+15125550181", hours=hours)
    async with gateway(tmp_path, MemoryBus(), StubEngines(), business) as app:
        app.state.exchange.draining = True
        answer = await Phone(app.state.url, "CA1").post(f"voice?moved={MOST_MOVES}")
    assert ET.fromstring(answer.text).findtext("Dial") == dialed


@pytest.mark.parametrize(
    ("told", "heard"),
    [
        ({"DialCallStatus": "no-answer"}, own_words.VOICEMAIL),
        ({"DialCallStatus": "busy"}, own_words.VOICEMAIL),
        ({"DialCallStatus": "failed"}, own_words.VOICEMAIL),
        ({"DialCallStatus": "completed", "DialBridged": "false"}, own_words.VOICEMAIL),
        ({}, own_words.VOICEMAIL),
        ({"DialCallStatus": "completed", "DialBridged": "true"}, None),
        ({"DialCallStatus": "answered"}, None),
        ({"DialCallStatus": "canceled", "CallStatus": "completed"}, None),
    ],
)
async def test_a_caller_who_was_forwarded_and_not_picked_up_reaches_the_voicemail(
    tmp_path: Path, told: dict[str, str], heard: str | None
) -> None:
    business = profile(forward_number="+15125550180", voicemail_number="+15125550181", hours=ALWAYS_OPEN)
    async with gateway(tmp_path, MemoryBus(), StubEngines(), business) as app:
        app.state.exchange.draining = True
        phone = Phone(app.state.url, "CA1")
        forwarded = await phone.post(f"voice?moved={MOST_MOVES}")
        action = ET.fromstring(forwarded.text).find("Dial[@action]")
        assert action is not None
        assert action.attrib["action"] == f"{app.state.url}/twilio/forward-ended"
        after = ET.fromstring((await phone.post("forward-ended", **{"CallStatus": "in-progress", **told})).text)
    assert after.findtext("Say") == heard
    assert after.findtext("Dial") == ("+15125550181" if heard else None)
    assert after[-1].tag == "Hangup"


async def test_a_caller_who_was_forwarded_in_vain_where_there_is_no_voicemail_hears_an_apology(tmp_path: Path) -> None:
    async with gateway(tmp_path, MemoryBus(), StubEngines(), profile(forward_number="+15125550180")) as app:
        after = await Phone(app.state.url, "CA1").post("forward-ended", DialCallStatus="busy")
    assert ET.fromstring(after.text).findtext("Say") == own_words.UNAVAILABLE
