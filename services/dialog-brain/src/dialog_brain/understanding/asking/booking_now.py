"""Pure. Whether a caller who speaks of calls wants a visit arranged now: "she said to call back and book"."""

from __future__ import annotations

from dialog_brain.understanding.language.family import MY_FAMILY
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech

_SENT = any_of(
    "said|says|told|asked|asks|advised|instructed|suggested|recommended "
    "me|us|him|her|{family}? that? i|we? to|should|could|can|had_to|need_to|ought_to? just? call|ring|phone "
    "you|y'all|you_guys|here|in|them|the_office? back",
    "said|says|told|asked call|ring|phone you|y'all|here|in|the_office? back",
    "i|we am|are|was|were supposed|meant to call|ring|phone you|y'all|here|in? back",
    family=MY_FAMILY,
)
_NOW = any_of(
    "can|could|may|should|shall we|i|you just|please|maybe|simply|now|go_ahead_and? book|schedule|set_up|"
    "arrange it|this|that|one|something|a|an|the|me|us|my|somebody|someone",
    "can|could|may we|i just|please|maybe|simply? get it|this|that|one|something|somebody|someone|a_visit|"
    "an_appointment|me|us booked|scheduled|set_up|on_the_schedule|out_here",
    "like|want|need|prefer|rather|ready|calling|here to? just|simply|please|go_ahead_and? "
    "book|schedule|set_up|make|arrange it|this|that|one|something|a|an|the|my|somebody|someone",
    "let us just|please? book|schedule|set|do|make it|this|that|one|something|a|an|the",
    "just book|schedule it|this|that|one|me|us",
)
_NOT_CALLED = any_of("never|nobody|no_one|not ... call|callback|called|calls|calling")
_TO_BE_CALLED = any_of(
    "can|could|will|would|please|want|like|need|have you|somebody|someone|anybody|him|her|them|to? please|"
    "just? call|ring|phone|get_back_to me|us",
    "call|ring|phone me|us back to|so|and|please",
    "book|schedule|arrange|set_up a|the|my call|callback|phone_call",
)


_AFTER_ALL = any_of(
    "book|schedule it|that|this|me|us|one|the_visit|the_appointment|an_appointment|a_visit",
    "want|need|like|keep|have|make the|my|an|a|that? appointment|visit",
    "want|need|send|like|get somebody|someone|a_technician|you|y'all|him|them to_come|out|here|over|to_look",
    "stay right? on|here|with_you",
    "stay|hold on the|this line|phone|call",
)


def wants_it_after_all(speech: Speech) -> bool:
    """Whether a visit that was given up is wanted: "no, just book me for tomorrow", "no, I'll stay on"."""
    return any(
        "not" not in speech.words[max(0, found.start - 3) : found.start]
        and speech.words[found.end : found.end + 1] not in (("elsewhere",), ("with",))
        for found in _AFTER_ALL.all(speech)
    )


def was_sent_to_call(speech: Speech) -> bool:
    """Whether a call that is spoken of is the caller's own to us: "he told me to call back"."""
    return _SENT.first(speech) is not None


def books_now(speech: Speech) -> bool:
    """Whether the caller, who waited for a call, wants a visit instead: "nobody called, can we just book it now"."""
    return _NOW.first(speech) is not None and _TO_BE_CALLED.first(speech) is None


def speaks_of_no_callback(speech: Speech) -> bool:
    """Whether a call back is only spoken of and not asked for."""
    return was_sent_to_call(speech) or (_NOT_CALLED.first(speech) is not None and books_now(speech))
