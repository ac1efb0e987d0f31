"""Pure. Whether a person who is spoken of is one of ours to talk to: not to come, and not the caller."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import NAMED_DAYS
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_FREE = frozenset(["available", "around", "free"])
_FOR_A_VISIT = any_of(
    "to come|take|look|help|fix|check|repair|do|get",
    "in|within the? next|morning|afternoon|evening|a|an|about",
    "within|at|around|after|before|between|later|any|anytime|by",
    f"{NAMED_DAYS}|tonight|this|next|on|right_now|now|asap|soon|for",
)
_SENT = any_of(
    "who|that? can|could|will|would|to come|fix|repair|look_at|take_a_look|check|service|install|replace|"
    "clean|work_on|inspect|diagnose|get_out_here|be_sent|stop_by|swing_by",
    "sent|out to? here|my|our|this",
)
""" "I'd like a person to come fix it" asks for a visit."""
_ON_THE_LINE = any_of("on|to the? line|phone|call")
_MAY_ASK_FOR = wordset(
    "a an any the your live real actual human person please now just want need get give connect transfer reach me "
    "yes yeah no nope okay oh uh hi hello hey ma'am sir speak speaking talk talking to with for somebody someone agent "
    "operator representative customer_service not this said again"
)
"""A bare "agent" or "operator" is asked for at the beginning, or after one of these: not "the leasing agent"."""
_TELLS_WHO = any_of(
    "i|we am|are|was|work|work_as",
    "this is",
    "my|our|his|her|their name|job is",
    "speaking as",
)
_BARE = wordset("agent operator representative human customer live")
_EARLIER = any_of(
    "before you|this|that",
    "last time|week|month|year",
    "was|were so|very? rude",
)
""" "The operator before you" is not asked for."""


def is_to_come(speech: Speech, end: int) -> bool:
    """ "Is anybody available today", "a person to come fix it" ask for a visit, "is anybody available" for a person."""
    if end >= len(speech.words):
        return False
    if speech.words[end - 1] in _FREE:
        return _FOR_A_VISIT.at(speech, end) is not None
    return _SENT.at(speech, end) is not None and _ON_THE_LINE.first(speech, end) is None


def is_the_caller(speech: Speech, begins: int, start: int) -> bool:
    """ "I'm the leasing agent", "the operator before you": who is named after the word `begins` is not asked for."""
    words = speech.words
    if words[start] not in _BARE:
        return False
    if start > begins and words[start - 1] not in _MAY_ASK_FOR:
        return True
    if start + 1 < len(words) and _EARLIER.at(speech, start + 1) is not None:
        return True
    told = _TELLS_WHO.first(speech, begins, start) if start > begins else None
    return told is not None and not any(word.endswith("ing") for word in words[told.end : start])


def is_with_others(speech: Speech, end: int) -> bool:
    """ "Let me talk to my landlord" asks for nobody of ours."""
    return speech.words[end : end + 1] in (("my",), ("our",))
