"""Pure. What Twilio understands of a TwiML answer, as far as a receptionist uses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree


class BadTwiml(ValueError):
    """Twilio would end the call with "an application error has occurred"; the text says why."""


@dataclass(frozen=True, slots=True)
class Connect:
    """Open a media stream; ask `action` when it has ended."""

    stream_url: str
    parameters: Mapping[str, str]
    action: str | None


@dataclass(frozen=True, slots=True)
class Say:
    """Speak with Twilio's own voice."""

    text: str


@dataclass(frozen=True, slots=True)
class Dial:
    """Connect the caller with a number; ask `action` when that is over."""

    number: str
    action: str | None = None


@dataclass(frozen=True, slots=True)
class HangUpVerb:
    """End the call."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Redirect:
    """Go on with what `url` answers."""

    url: str


Verb = Connect | Say | Dial | HangUpVerb | Pause | Redirect


def parse_twiml(text: str) -> list[Verb]:
    """The verbs of a `<Response>`, in order; raises `BadTwiml`."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise BadTwiml("declarations are not TwiML")
    try:
        response = ElementTree.fromstring(text)  # noqa: S314 - without declarations nothing can be expanded
    except ElementTree.ParseError as error:
        raise BadTwiml(f"not XML: {error}") from None
    if response.tag != "Response":
        raise BadTwiml(f"<{response.tag}> instead of <Response>")
    return [_verb(element) for element in response]


def _verb(element: ElementTree.Element) -> Verb:
    match element.tag:
        case "Connect":
            return _connect(element)
        case "Say":
            return Say(" ".join((element.text or "").split()))
        case "Dial":
            return Dial((element.text or "").strip(), element.get("action"))
        case "Pause":
            return Pause(float(element.get("length", "1")))
        case "Redirect":
            return Redirect((element.text or "").strip())
        case "Hangup":
            return HangUpVerb()
    raise BadTwiml(f"<{element.tag}> is not understood")


def _connect(element: ElementTree.Element) -> Connect:
    stream = element.find("Stream")
    url = stream.get("url", "") if stream is not None else ""
    if stream is None or not url.startswith(("ws://", "wss://")):
        raise BadTwiml("<Connect> without a <Stream> to a ws(s) URL")
    if "?" in url:
        raise BadTwiml("the stream's URL has a query, which Twilio drops")
    parameters = {parameter.get("name", ""): parameter.get("value", "") for parameter in stream.findall("Parameter")}
    if any(len(name) + len(value) > 500 for name, value in parameters.items()):
        raise BadTwiml("a <Parameter> is longer than 500 characters")
    return Connect(url, parameters, element.get("action"))
