"""Pure. The TwiML that we answer webhooks with."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from voice_gateway import own_words

RING_S = 20
"""Four rings: many a voicemail would pick up after that."""
LONGEST_TALK_S = 14_000
"""Then Twilio ends a conversation with the person: the call's owner takes one of four hours for over."""

ASKED_AGAIN_S = 1
"""The pause before a request that another replica may answer, or a stream that another may open."""
_PAUSE = f'<Pause length="{ASKED_AGAIN_S}"/>'


def _response(*verbs: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><Response>{"".join(verbs)}</Response>'


def connect(stream_url: str, action_url: str, parameters: Mapping[str, str], *, at_once: bool = True) -> str:
    """Open a media stream, in `ASKED_AGAIN_S` unless `at_once`; Twilio asks `action_url` what to do when it ends."""
    children = "".join(
        f"<Parameter name={quoteattr(name)} value={quoteattr(value)}/>" for name, value in parameters.items()
    )
    stream = f"<Stream url={quoteattr(stream_url)}>{children}</Stream>"
    pause = () if at_once else (_PAUSE,)
    return _response(*pause, f'<Connect action={quoteattr(action_url)} method="POST">{stream}</Connect>')


def ask_again(url: str, *, at_once: bool = False) -> str:
    """Ask `url` in `ASKED_AGAIN_S`, unless `at_once`, when another replica may be the one that answers."""
    pause = () if at_once else (_PAUSE,)
    return _response(*pause, f'<Redirect method="POST">{escape(url)}</Redirect>')


def hang_up() -> str:
    """End the call."""
    return _response("<Hangup/>")


def say(text: str) -> str:
    """Speak with Twilio's own voice, and end the call."""
    return _response(f"<Say>{escape(text)}</Say>", "<Hangup/>")


def forward(to_number: str, action_url: str) -> str:
    """Give a call that we have not taken to a person; Twilio asks `action_url` as after a transfer."""
    return _response(f"<Say>{escape(own_words.FORWARDING)}</Say>", _ring(to_number, action_url))


def unavailable(voicemail_number: str | None) -> str:
    """What a caller hears whom nobody can serve now: a voicemail box after an apology, or the apology alone."""
    if not voicemail_number:
        return say(own_words.UNAVAILABLE)
    return _response(
        f"<Say>{escape(own_words.VOICEMAIL)}</Say>", f"<Dial>{escape(voicemail_number)}</Dial>", "<Hangup/>"
    )


def transfer(to_number: str, action_url: str) -> str:
    """Let a person's telephone ring for `RING_S`; Twilio asks `action_url` when they have hung up or did not answer."""
    return _response(_ring(to_number, action_url))


def _ring(to_number: str, action_url: str) -> str:
    attributes = f'timeout="{RING_S}" timeLimit="{LONGEST_TALK_S}" action={quoteattr(action_url)} method="POST"'
    return f"<Dial {attributes}>{escape(to_number)}</Dial>"
