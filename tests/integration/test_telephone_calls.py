"""The telephone against an application that follows a plan: real sockets, tones instead of voices."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import numpy as np
import pytest

from calllock.runtime.twilio_signature import sign
from calllock_local.telephone import Telephone, dial
from calllock_local.telephone_conversation import Spoken
from calllock_local.telephone_record import CallResult
from dialog_brain.script import Line, Script
from tests.integration.telephone_application import Application, Peer, Plan, answering
from tests.unit.calllock_local.telephone_sounds import tone

CALLER, BUSINESS = "+15125550123", "+15125550100"
_MS_PER_SAMPLE = 8


class Tones:
    """Speaks in tones of 40 ms a character, and understands by length: 300 ms is a question."""

    def render(self, text: str) -> bytes:
        return tone(40 * len(text))

    def transcribe(self, audio: bytes) -> str:
        voiced = np.count_nonzero(np.frombuffer(audio, dtype=np.uint8) != 0xFF) // _MS_PER_SAMPLE
        return f"about {round(voiced, -2)} ms?"


async def _call(application: Application, script: Script, out_dir: Path, auth_token: str = "") -> CallResult:
    telephone = Telephone(Tones(), Tones(), auth_token)
    dialed = dial(f"{application.url}/twilio/voice", CALLER, BUSINESS)
    return await telephone.call(script, dialed, out_dir)


def _script(*says: Line | str, hangs_up: bool = False) -> Script:
    lines = tuple(Line(says=line) if isinstance(line, str) else line for line in says)
    return Script(name="A Call, tested!", says=lines, hangs_up=hangs_up)


async def _greet_and_listen(peer: Peer) -> None:
    await peer.say(tone(300), "greeting")
    await peer.until_caller_spoke()
    await peer.say(tone(400), "goodbye")
    await peer.until_marked("goodbye")


async def test_a_call_is_placed_talked_and_kept(tmp_path: Path) -> None:
    lines: list[Spoken] = []
    async with answering(Application(_greet_and_listen)) as application:
        telephone = Telephone(Tones(), Tones())
        dialed = dial(f"{application.url}/twilio/voice", CALLER, BUSINESS)
        result = await telephone.call(_script("my AC is out"), dialed, tmp_path, lines.append)
    (peer,) = application.peers

    assert (result.ended_by, result.reason, result.faults, result.streams) == ("agent", "", (), 1)
    assert peer.parameters == {"a": "1"}
    assert peer.marks == ["greeting", "goodbye"]
    assert peer.heard_ms == [pytest.approx(40 * len("my AC is out"), abs=40)]
    assert [(spoken.who, spoken.text) for spoken in result.transcript] == [
        ("agent", "about 300 ms?"),
        ("caller", "my AC is out"),
        ("agent", "about 400 ms?"),
    ]
    assert sorted(lines, key=lambda line: line.began_ms) == list(result.transcript)
    assert result.greeting_ms is not None
    assert result.greeting_ms < 500
    (response_ms,) = result.response_ms
    assert 500 <= response_ms < 1_000  # the application waits half a second for the caller to go on


async def test_both_sides_are_recorded_where_they_were_said(tmp_path: Path) -> None:
    async with answering(Application(_greet_and_listen)) as application:
        result = await _call(application, _script("my AC is out"), tmp_path)

    with wave.open(str(result.wav)) as wav:
        assert (wav.getnchannels(), wav.getframerate(), wav.getsampwidth()) == (2, 8_000, 2)
        samples = np.frombuffer(wav.readframes(wav.getnframes()), dtype="<i2").reshape(-1, 2)
    assert result.wav.name == "a-call-tested.wav"
    assert len(samples) / 8_000 == pytest.approx(result.duration_s, abs=0.3)
    sides = {"caller": 0, "agent": 1}
    for spoken in result.transcript:
        began, ended = spoken.began_ms * _MS_PER_SAMPLE, spoken.ended_ms * _MS_PER_SAMPLE
        assert np.abs(samples[began:ended, sides[spoken.who]]).max() > 5_000
        assert np.abs(samples[began:ended, 1 - sides[spoken.who]]).max() < 1_000
    assert "agent   about 300 ms?" in result.text.read_text(encoding="utf-8")
    assert json.loads(result.text.with_suffix(".json").read_text(encoding="utf-8"))["ended_by"] == "agent"


async def test_the_webhooks_come_as_twilio_sends_them(tmp_path: Path) -> None:
    async with answering(Application(_greet_and_listen)) as application:
        result = await _call(application, _script("my AC is out"), tmp_path)

    (voice, first, _), (ended, after, _), (status, last, _) = application.forms
    assert (voice, ended, status) == ("voice", "ended", "status")
    assert (first["From"], first["To"], first["CallStatus"]) == (CALLER, BUSINESS, "ringing")
    assert {form["CallSid"] for form in (first, after, last)} == {result.call_sid}
    assert (after["CallStatus"], after["StreamSid"]) == ("in-progress", application.peers[0].stream_sid)
    assert (last["CallStatus"], int(last["CallDuration"])) == ("completed", round(result.duration_s))


async def test_with_a_token_every_webhook_is_signed(tmp_path: Path) -> None:
    async with answering(Application(_greet_and_listen)) as application:
        await _call(application, _script("hello"), tmp_path, auth_token="a secret")

    for path, form, signed in application.forms:
        assert signed == sign("a secret", f"{application.url}/twilio/{path}", form.items())


async def test_a_caller_who_barges_in_is_heard_while_the_agent_speaks(tmp_path: Path) -> None:
    async def interrupted(peer: Peer) -> None:
        await peer.say(tone(5_000), "long")
        await peer.until_caller_speaks()
        assert peer.marks == []
        await peer.stop_talking()
        await peer.until_marked("long")
        await peer.until_caller_spoke()

    async with answering(Application(interrupted)) as application:
        result = await _call(application, _script(Line(says="stop please", barge_in_s=0.6)), tmp_path)

    (agent,) = [spoken for spoken in result.transcript if spoken.who == "agent"]
    (caller,) = [spoken for spoken in result.transcript if spoken.who == "caller"]
    assert caller.began_ms == pytest.approx(agent.began_ms + 600, abs=40)
    assert agent.ended_ms < caller.ended_ms + 500


async def test_keys_are_pressed_one_by_one(tmp_path: Path) -> None:
    async def ask_for_keys(peer: Peer) -> None:
        await peer.say(tone(300), "ask")
        await peer.until(lambda: len(peer.keys) == 5)

    async with answering(Application(ask_for_keys)) as application:
        result = await _call(application, _script(Line(keys="78745")), tmp_path)

    assert application.peers[0].keys == "78745"
    assert "[keys 78745]" in result.said("caller")


async def test_a_caller_who_hangs_up_ends_the_call(tmp_path: Path) -> None:
    async def answer_for_ever(peer: Peer) -> None:
        await peer.say(tone(300), "greeting")
        await peer.until_caller_spoke()
        await peer.say(tone(5_000), "long")
        await peer.until(lambda: peer.stopped)

    async with answering(Application(answer_for_ever)) as application:
        result = await _call(application, _script("never mind", hangs_up=True), tmp_path)

    assert (result.ended_by, result.reason) == ("caller", "")
    assert application.peers[0].stopped
    assert [(path, form["CallStatus"]) for path, form, _ in application.forms][1:] == [
        ("ended", "completed"),
        ("status", "completed"),
    ]


async def test_a_stream_that_breaks_is_opened_again_and_the_talk_goes_on(tmp_path: Path) -> None:
    async def break_after_greeting(peer: Peer) -> None:
        await peer.say(tone(300), "greeting")
        await peer.until_caller_spoke()

    async def go_on(peer: Peer) -> None:
        await peer.say(tone(500), "again")
        await peer.until_caller_spoke()

    async with answering(Application(break_after_greeting, go_on)) as application:
        result = await _call(application, _script("first line", "second"), tmp_path)

    assert (result.streams, result.ended_by) == (2, "agent")
    assert [peer.heard_ms for peer in application.peers] == [[pytest.approx(400, abs=40)], [pytest.approx(240, abs=40)]]
    assert [spoken.text for spoken in result.transcript] == ["about 300 ms?", "first line", "about 500 ms?", "second"]


@pytest.mark.parametrize(
    ("twiml", "ended_by", "said"),
    [
        ("<Response><Say>We are closed.</Say><Hangup/></Response>", "agent", "We are closed."),
        ("<Response><Dial>+15125550180</Dial></Response>", "transfer", "[connected with +15125550180]"),
        ("<Response/>", "agent", ""),
    ],
)
async def test_an_answer_without_a_stream_is_followed(tmp_path: Path, twiml: str, ended_by: str, said: str) -> None:
    application = Application()
    application.twiml = twiml
    async with answering(application):
        result = await _call(application, _script("hello"), tmp_path)

    assert (result.ended_by, result.said("line"), result.reason) == (ended_by, said, "")


async def test_who_was_connected_with_a_person_is_asked_for_afterwards(tmp_path: Path) -> None:
    application = Application()
    application.twiml = '<Response><Dial action="dialed">+15125550180</Dial></Response>'
    async with answering(application):
        result = await _call(application, _script("hello"), tmp_path)

    assert result.ended_by == "transfer"
    path, form, _ = application.forms[1]
    assert (path, form["DialCallStatus"]) == ("dialed", "completed")


async def test_an_answer_that_twilio_would_refuse_fails_the_call_with_its_reason(tmp_path: Path) -> None:
    application = Application()
    application.twiml = "<html/>"
    async with answering(application):
        result = await _call(application, _script("hello"), tmp_path)

    assert (result.ended_by, result.reason) == ("failed", "<html> instead of <Response>")


async def test_a_number_that_nobody_answers_fails_the_call_with_its_reason(tmp_path: Path) -> None:
    telephone = Telephone(Tones(), None)
    result = await telephone.call(_script("hello"), dial("http://127.0.0.1:9/voice", CALLER, BUSINESS), tmp_path)

    assert result.ended_by == "failed"
    assert "ConnectError" in result.reason
    assert result.wav.exists()


async def test_what_is_sent_against_the_protocol_is_reported(tmp_path: Path) -> None:
    async def stammer(peer: Peer) -> None:
        await peer.websocket.send_text("hello?")
        await peer.websocket.send_text(json.dumps({"event": "media", "streamSid": "MZ1", "media": {"payload": ""}}))
        await peer.say(tone(300), "greeting")
        await peer.until_marked("greeting")

    plans: list[Plan] = [stammer]
    async with answering(Application(*plans)) as application:
        result = await _call(application, _script(), tmp_path)

    assert result.faults == ("not JSON", "streamSid is missing or wrong")


async def test_a_recognizer_that_breaks_costs_the_words_and_not_the_call(tmp_path: Path) -> None:
    class Broken(Tones):
        def transcribe(self, audio: bytes) -> str:
            raise ValueError("weights")

    async with answering(Application(_greet_and_listen)) as application:
        dialed = dial(f"{application.url}/twilio/voice", CALLER, BUSINESS)
        result = await Telephone(Tones(), Broken()).call(_script("hello"), dialed, tmp_path)

    assert (result.ended_by, result.reason) == ("agent", "")
    assert [spoken.who for spoken in result.transcript] == ["caller"]
