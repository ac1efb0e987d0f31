"""Pure. What sounds like a yes and wishes for something else: "book me earlier", "put me on the waiting list"."""

from __future__ import annotations

from dialog_brain.understanding.answers.consent_words import FILLER_WORDS, SLOTS, TIMES
from dialog_brain.understanding.language.family import MY_FAMILY
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_OTHERWISE = any_of(
    "{act} {thing} {way}? {way}? on|for|at|to|with? a|an|the|your|some|something|anything|somewhere? "
    "much|bit|little|few|way|email|waiting|wait|mailing|cancellation|maintenance|service? {other}",
    "{turns} {who} ... get|be|am|are|is|come|gets|comes ... {back} at|after|around|about|until|till|before|by",
    "{turns} {who} ... leave|leaves|leaving at|by|around|before",
    "can|could not talk|speak right_now|now?",
    act="book|schedule|reserve|put|sign|get|squeeze|pencil|fit|slot|count|lock|set|mark|add|send|write|move",
    thing="me|us|it|that|this|him|her|them|somebody|someone|one",
    way="up|down|in|out|over|here|by",
    other="earlier|sooner|later|else|list|waitlist|standby|stand_by|newsletter|newsletters|emails|texts|updates|another|"
    "different|other|plan|membership|program|club|promotion|promotions|deals|coupons|next_week|next_month|quicker|faster",
    turns="but|although|though|except|only|just",
    who=f"i|we|{MY_FAMILY}",
    back="home|back|off|off_work|in|here|there|free|done|out|out_of_work",
)
_PLAINLY = wordset("yes yeah yep yup sure okay absolutely definitely perfect")
_OF_THE_VISIT = (
    wordset(f"{SLOTS}|{TIMES}".replace("|", " ").replace("_", " ")) | FILLER_WORDS | wordset("here yes yeah as for")
)
_TELLERS = wordset("you we i y'all they he she it always")
_BEFORE = wordset("last before usual previously previous always")


def wishes_otherwise(speech: Speech) -> bool:
    """Whether the turn wishes for something else than the visit that is proposed, or only for the same technician."""
    if _OTHERWISE.first(speech) is not None:
        return True
    if "same" not in speech.words or not _PLAINLY.isdisjoint(speech.words):
        return False
    return any(word == "same" and _as_before(speech, place) for place, word in enumerate(speech.words))


def _as_before(speech: Speech, place: int) -> bool:
    """ "Same guy as last time" is about another visit, "same address" and "same as you said" are about this one."""
    stop = next((at + 1 for at in range(place, len(speech.words)) if speech.stops[at] not in ("", "-")), None)
    rest = speech.words[place + 1 : stop]
    if not rest:
        return False
    if rest[0] == "as":
        return _TELLERS.isdisjoint(rest[1:2])
    return rest[0] not in _OF_THE_VISIT or not _BEFORE.isdisjoint(rest)
