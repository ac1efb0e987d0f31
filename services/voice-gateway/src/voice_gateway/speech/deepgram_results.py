"""Pure. What Deepgram says it heard: its messages, and the words that they add up to.

Times are seconds of audio since the stream began.
"""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel, ValidationError

from voice_gateway.speech.faults import VendorFailed

KEEP_ALIVE = '{"type": "KeepAlive"}'
FINALIZE = '{"type": "Finalize"}'
CLOSE_STREAM = '{"type": "CloseStream"}'

_SLACK_S = 0.15
"""How far a result may end before the audio did: the last of it is the silence after which it was asked for."""


class Word(NamedTuple):
    """A word, and where it was said."""

    text: str
    start_s: float
    end_s: float


class _Word(BaseModel):
    word: str
    punctuated_word: str = ""
    start: float
    end: float


class _Alternative(BaseModel):
    words: list[_Word] = []


class _Channel(BaseModel):
    alternatives: list[_Alternative] = []


class _Message(BaseModel):
    type: str


class Results(BaseModel):
    """The words of a piece of audio; what is not final is said again later."""

    start: float
    duration: float
    is_final: bool = False
    from_finalize: bool = False
    channel: _Channel

    @property
    def words(self) -> list[Word]:
        """Of the likeliest reading."""
        likeliest = self.channel.alternatives[0].words if self.channel.alternatives else []
        return [Word(one.punctuated_word or one.word, one.start, one.end) for one in likeliest]


def read_message(message: str | bytes) -> Results | None:
    """The results in a message, None when it holds none; raises `VendorFailed` when it is an error or no message."""
    try:
        kind = _Message.model_validate_json(message).type
        if kind == "Error":
            raise VendorFailed("broken", "an error message")
        return Results.model_validate_json(message) if kind == "Results" else None
    except ValidationError:
        raise VendorFailed("garbled", "no message of the protocol") from None


class StreamWords:
    """The words of one stream: the final ones, and what it makes of the rest for now."""

    def __init__(self) -> None:
        self._words: list[Word] = []
        self._unsure: list[Word] = []
        self._until_s = 0.0
        self.finalized = 0
        """How many times it has answered that everything is final."""

    def take(self, results: Results) -> None:
        """What the stream says next."""
        self._unsure = [] if results.is_final else results.words
        if not results.is_final:
            return
        self._words += results.words
        self._until_s = max(self._until_s, results.start + results.duration)
        self.finalized += results.from_finalize

    def is_final_until(self, end_s: float) -> bool:
        """Whether all that was said up to there is final."""
        return self._until_s >= end_s - _SLACK_S

    def since(self, start_s: float) -> str:
        """The final words that were said from there on."""
        return _said_since(self._words, start_s)

    def so_far(self, start_s: float) -> str:
        """The same with what is not final yet."""
        return _said_since([*self._words, *self._unsure], start_s)


def _said_since(words: list[Word], start_s: float) -> str:
    return " ".join(word.text for word in words if word.start_s + word.end_s >= 2 * start_s)
