"""Pure. "The same one you have": pointing at the address that we hold."""

from __future__ import annotations

from dialog_brain.understanding.phrases import Phrases
from dialog_brain.understanding.words import Speech, wordset

_ON_FILE: Phrases[bool] = Phrases(
    {
        True: [
            "on|in file|record",
            "in|on your|the|y'all|my system|computer|records|file|files|account|profile",
            "same|usual address|place|location|house|one",
            "the usual",
            "same as before|last|always|usual|on",
            "same you have",
            "address|one|place ... you|y'all|ya|you_guys ... have|had|got|used",
            "you|y'all|you_guys have|had got? it|mine|that? already",
            "you|y'all|you_guys already|should|must? already? have|got my|our|it|that|the|this ... address?",
            "have my|our|the address",
            "came|come|been ... last time|before",
            "nothing|never|not has? changed|moved",
        ]
    }
)
_OUTDATED = wordset("wrong incorrect old different outdated")
_MOVED = wordset("moved not")
_UNMOVED: Phrases[bool] = Phrases({True: ["not changed|moved"]})


def on_file(speech: Speech) -> bool:
    """Whether the caller points at the address that we hold."""
    if _ON_FILE.first(speech) is None or not _OUTDATED.isdisjoint(speech.words):
        return False
    return _MOVED.isdisjoint(speech.words) or _UNMOVED.first(speech) is not None
