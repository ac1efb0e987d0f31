"""Pure. Callers who withdraw, decide later or call back: no yes, and no wait."""

from __future__ import annotations

from dialog_brain.understanding.answers.put_offs import decides_later
from dialog_brain.understanding.asking.booking_now import wants_it_after_all
from dialog_brain.understanding.asking.withdrawals import calls_back, prefers_call, withdraws
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Expected, Understood

_GIVING_UP = wordset("never nevermind cancel forget fixed else changed")
"""Asked what is wrong: without these "the water is running" tells it."""
_SAFE = wordset("okay fine alright")
"""Asked for dangers: "it's okay now" may be the answer."""
_BESIDE = wordset("if change code number unit gate")
""" "Can I call you back if something comes up", "with the gate code": beside a visit that is booked."""
_CALL_AGAIN = frozenset({"safety", "zip", "name", "problem", "address", "time"})
"""Asked for these, who says that they call back is about to leave."""


def _as_wanted_after_all(heard: Understood, speech: Speech) -> Understood:
    """What was heard, of a caller who may have given up a visit and wants it."""
    given_up = heard.withdraws or heard.wants in ("callback", "goodbye", "human")
    return heard if given_up or not wants_it_after_all(speech) else heard._replace(books=True)


def _withdrawing(heard: Understood, words: tuple[str, ...], asked: Expected) -> Understood:
    """Before a time is asked for there is nothing to take back: whoever gives it up is about to leave."""
    if asked in ("confirm", "time", "any"):
        denied = heard.when is not None and heard.when.soonest  # "not now"
        heard = heard._replace(when=None, correction=False) if denied else heard
        return heard._replace(withdraws=True, wants=None if heard.wants == "wait" else heard.wants)
    may_be_safe = asked == "safety" and (heard.consent is not None or not _SAFE.isdisjoint(words))
    if may_be_safe or (asked == "problem" and _GIVING_UP.isdisjoint(words)):
        return heard
    problem = None if asked == "problem" else heard.problem
    return heard._replace(wants="goodbye", consent=None, question=None, correction=False, problem=problem)


def _asks_for_a_call_instead(heard: Understood, speech: Speech, asked: Expected) -> bool:
    """ "No, have somebody call me first": in place of the visit, where nothing else of it is changed."""
    told = heard.when or heard.name or heard.address or heard.zip or heard.phone or heard.other_phone
    refused = heard.consent == "no" or (asked == "any" and heard.consent is None)
    return refused and not told and heard.wants in (None, "wait") and prefers_call(speech)


def as_leaving(heard: Understood, speech: Speech, asked: Expected, *, offered: bool) -> Understood:
    """What was heard, of a caller who may leave it at that; `offered`: they were to choose one of several times."""
    if heard.consent != "yes" and heard.hazard is None and withdraws(speech, asked):
        heard = _withdrawing(heard, speech.words, asked)
    goes = heard.begins != "yes" and not heard.books and _BESIDE.isdisjoint(speech.words) and calls_back(speech)
    if heard.consent is None and (asked == "confirm" or offered) and (goes or decides_later(speech)):
        heard = heard._replace(withdraws=True, wants=None if heard.wants in ("wait", "goodbye") else heard.wants)
    if asked in _CALL_AGAIN and heard.wants is None and "call" in speech.words and calls_back(speech):
        heard = heard._replace(wants="goodbye", withdraws=False, consent=None, question=None)
    if asked in ("confirm", "any") and _asks_for_a_call_instead(heard, speech, asked):
        heard = heard._replace(wants="callback", consent="no", correction=False, withdraws=False, visit=None)
    return _as_wanted_after_all(heard, speech) if asked == "confirm" else heard
