"""Pure. Callers who do not know what they were asked: "I have no idea", "I couldn't tell you"."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_UNKNOWN = any_of(
    "not know|remember|recall",
    "not|never knew|memorized|learned",
    "not sure|certain|positive",
    "no idea|clue",
    "not have a|an|any|one|it|that|my clue|idea|zip|on_me|handy|memorized",
    "not tell you",
    "beats me",
    "forgot|forgotten",
    "i|we|always|just forget",
    "off|from the top of my head|memory",
)
_LOOKS_UP = wordset("hold hang wait let check look find grab ask second sec minute moment think believe")
""" "I'm not sure, hold on" will be followed by an answer."""


def is_unknown(speech: Speech) -> bool:
    """Whether the caller says that the answer is not known to them, and goes no way to find it."""
    return _UNKNOWN.first(speech) is not None and _LOOKS_UP.isdisjoint(speech.words)
