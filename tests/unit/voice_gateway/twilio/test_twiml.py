"""TwiML is XML, whatever is put into it."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from voice_gateway import own_words
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


def test_a_stream_may_be_opened_after_a_pause() -> None:
    later = ET.fromstring(twiml.connect("wss://x/media", "https://x/ended", {}, at_once=False))
    assert [verb.tag for verb in later] == ["Pause", "Connect"]


def test_words_and_numbers_are_escaped() -> None:
    assert ET.fromstring(twiml.say(NASTY)).findtext("Say") == NASTY
    assert ET.fromstring(twiml.transfer(NASTY, "https://x/ended")).findtext("Dial") == NASTY


def test_a_transfer_rings_for_a_while_ends_within_four_hours_and_asks_how_to_go_on() -> None:
    (dial,) = ET.fromstring(twiml.transfer("+15125550180", "https://x/ended?a=1&b=2"))
    assert twiml.RING_S + int(dial.attrib.pop("timeLimit")) < 4 * 3_600
    assert dial.attrib == {"timeout": str(twiml.RING_S), "action": "https://x/ended?a=1&b=2", "method": "POST"}


def test_a_call_that_we_have_not_taken_rings_as_a_transfer_does_and_says_so_first() -> None:
    spoken, dial = ET.fromstring(twiml.forward("+15125550180", "https://x/ended?a=1&b=2"))
    assert spoken.text == own_words.FORWARDING
    (transfer,) = ET.fromstring(twiml.transfer("+15125550180", "https://x/ended?a=1&b=2"))
    assert (dial.attrib, dial.text) == (transfer.attrib, transfer.text)


def test_a_call_that_nobody_can_take_gets_an_apology_and_voicemail_if_there_is_one() -> None:
    with_voicemail = ET.fromstring(twiml.unavailable("+15125550180"))
    assert [part.text for part in with_voicemail] == [own_words.VOICEMAIL, "+15125550180", None]
    assert ET.fromstring(twiml.unavailable(None)).findtext("Say") == own_words.UNAVAILABLE


def test_every_answer_that_asks_for_no_other_ends_the_call() -> None:
    for text in (twiml.say("x"), twiml.unavailable("+1"), twiml.hang_up()):
        assert list(ET.fromstring(text))[-1].tag == "Hangup"
