"""TwiML is XML, whatever is put into it."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from voice_gateway import lines
from voice_gateway.twilio import twiml

NASTY = """a"b'c<d>&e"""


def test_a_stream_carries_its_parameters_and_asks_what_to_do_when_it_ends() -> None:
    response = ET.fromstring(twiml.connect("wss://x/media?a=1&b=2", "https://x/ended?a=1&b=2", {"name": NASTY}))
    connect = response.find("Connect")
    assert connect is not None
    assert connect.attrib == {"action": "https://x/ended?a=1&b=2", "method": "POST"}
    stream = connect.find("Stream")
    assert stream is not None
    assert stream.attrib["url"] == "wss://x/media?a=1&b=2"
    (parameter,) = stream
    assert parameter.attrib == {"name": "name", "value": NASTY}


def test_words_and_numbers_are_escaped() -> None:
    assert ET.fromstring(twiml.say(NASTY)).findtext("Say") == NASTY
    assert ET.fromstring(twiml.transfer(NASTY)).findtext("Dial") == NASTY


def test_a_call_that_cannot_be_taken_goes_to_a_person_or_gets_an_apology() -> None:
    assert ET.fromstring(twiml.unavailable("+15125550180")).findtext("Dial") == "+15125550180"
    assert ET.fromstring(twiml.unavailable(None)).findtext("Say") == lines.UNAVAILABLE


def test_every_answer_but_a_stream_ends_the_call() -> None:
    for text in (twiml.say("x"), twiml.forward("+1"), twiml.transfer("+1"), twiml.hang_up()):
        assert list(ET.fromstring(text))[-1].tag == "Hangup"
