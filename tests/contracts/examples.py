"""Pure. One example of every message, with every field filled."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from calllock.contracts import commands, events
from calllock.contracts.message import Message

_ABOUT: dict[str, Any] = {
    "event_id": "CA0001:3:1",
    "call_sid": "CA0001",
    "occurred_at": datetime(2026, 3, 2, 15, 4, 5, 678000, tzinfo=UTC),
}
_TOOL: dict[str, Any] = {"request_id": "CA0001:3:2", "tool": "book_service"}

EXAMPLES: tuple[Message, ...] = (
    events.CallAnswered(
        **_ABOUT, business="ace-cooling", from_number="+15125550142", to_number="+15125550100", gateway="gateway-1"
    ),
    events.UtteranceHeard(
        **_ABOUT, turn=3, text="it's 78745, größer", after_prompt=2, spoken_ms=900, endpoint_ms=300, transcribe_ms=120
    ),
    events.CallerInterrupted(**_ABOUT, prompt=2, heard_text="What is the"),
    events.KeyPressed(**_ABOUT, key="#"),
    events.SilenceNoticed(**_ABOUT, after_prompt=2, silence_s=6.0),
    events.PromptPlayed(
        **_ABOUT,
        prompt=2,
        heard_text="What is the ZIP?",
        complete=True,
        played_ms=1400,
        brain_ms=20,
        first_audio_ms=640,
        heard_ms=800,
    ),
    events.LineDropped(**_ABOUT, reason="the socket closed"),
    events.LineResumed(**_ABOUT, gateway="gateway-2"),
    events.RecordingBegun(**_ABOUT, file="CA0001-1.wav"),
    events.RecordingRefused(**_ABOUT),
    events.TransferBegun(**_ABOUT, to_number="+15125550111", reason="the brain does not answer"),
    events.TransferFailed(**_ABOUT, reason="busy"),
    events.CallAdopted(**_ABOUT, replica="brain-2", attempt=2, flow_version="0f3a"),
    events.FlowChanged(**_ABOUT, flow_version="0f3a"),
    events.StateEntered(**_ABOUT, state="service_area", rule="safety: caller says no danger", flow_version="1"),
    events.FieldsLearned(**_ABOUT, fields={"zip": "78745", "name": None}, origin="said"),
    events.ToolRequested(**_ABOUT, **_TOOL, args={"day": "2026-03-03"}),
    events.ToolAnswered(**_ABOUT, **_TOOL, outcome="answered", result={"booked": True}, detail="200", took_ms=80),
    events.ToolSlow(**_ABOUT, request_id="CA0001:3:2", waited_s=2.5),
    events.FieldsProposed(**_ABOUT, turn=3, quotes={"name": "Pat", "time": "Friday after four"}),
    events.EventIgnored(**_ABOUT, ignored_id="CA0001:turn:2", rule="answers an earlier prompt"),
    events.EmergencyRaised(
        **_ABOUT,
        business="ace-cooling",
        hazard="GAS_LEAK",
        words="I smell gas",
        from_number=None,
        customer_name="Pat",
        service_address="12 Oak Street",
    ),
    events.CallEnded(**_ABOUT, ended_by="caller", duration_s=61.5, detail="hung up"),
    commands.SpeakPrompt(
        **_ABOUT, prompt=3, turn=3, line="ask_name", sentences=("Thanks.", "Your name?"), expects="name"
    ),
    commands.HangUp(**_ABOUT, after_prompt=3, linger_s=3.0, reason="goodbye was said"),
    commands.Transfer(**_ABOUT, after_prompt=3, to_number="+15125550111", reason="caller asks for a person"),
)
