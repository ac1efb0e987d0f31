from __future__ import annotations

import pytest

from calllock_local.telephone_twiml import BadTwiml, Connect, Dial, HangUpVerb, Pause, Redirect, Say, parse_twiml
from voice_gateway.twilio import twiml


def test_a_stream_is_opened_with_its_parameters() -> None:
    text = twiml.connect("wss://x.example/media", "https://x.example/end", {"business": "ace & co", "token": '"1"'})

    assert parse_twiml(text) == [
        Connect("wss://x.example/media", {"business": "ace & co", "token": '"1"'}, "https://x.example/end")
    ]


def test_words_numbers_and_the_end_are_understood_in_order() -> None:
    text = '<?xml version="1.0"?><Response><Say>Please\n  hold.</Say><Dial>+15125550180</Dial><Hangup/></Response>'

    assert parse_twiml(text) == [Say("Please hold."), Dial("+15125550180"), HangUpVerb()]


def test_a_caller_who_is_sent_on_waits_a_moment_before() -> None:
    text = twiml.ask_again("https://x.example/twilio/voice?moved=1")

    assert parse_twiml(text) == [Pause(1.0), Redirect("https://x.example/twilio/voice?moved=1")]


def test_an_empty_answer_has_no_verbs() -> None:
    assert parse_twiml("<Response/>") == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not XML"),
        ("<Response>", "not XML"),
        ("<html/>", "<html> instead of <Response>"),
        ("<Response><Play>x.mp3</Play></Response>", "<Play> is not understood"),
        ("<Response><Connect/></Response>", "without a <Stream>"),
        ('<Response><Connect><Stream url="http://x"/></Connect></Response>', "without a <Stream>"),
        ('<Response><Connect><Stream url="wss://x?call=1"/></Connect></Response>', "query"),
        (
            f'<Response><Connect><Stream url="wss://x"><Parameter name="a" value="{"1" * 600}"/></Stream>'
            "</Connect></Response>",
            "500 characters",
        ),
        ('<!DOCTYPE a [<!ENTITY b "c">]><Response/>', "declarations"),
    ],
)
def test_what_twilio_would_refuse_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadTwiml, match=reason):
        parse_twiml(text)
