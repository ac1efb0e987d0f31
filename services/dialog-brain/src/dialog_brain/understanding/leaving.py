"""Pure. Callers who withdraw, decide later or call back: no yes, and no wait."""

from __future__ import annotations

from dialog_brain.understanding.answers.put_offs import decides_later
from dialog_brain.understanding.asking.booking_now import wants_it_after_all
from dialog_brain.understanding.asking.withdrawals import calls_back, withdraws
from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.understood import Expected, Understood

_CALL_AGAIN = frozenset({"safety", "zip", "name", "problem", "address", "time"})
"""Asked for these, who says that they call back is about to leave."""


def _as_wanted_after_all(heard: Understood, speech: Speech) -> Understood:
    """What was heard, of a caller who may have given up a visit and wants it."""
    given_up = heard.withdraws or heard.wants in ("callback", "goodbye", "human")
    return heard if given_up or not wants_it_after_all(speech) else heard._replace(books=True)


def as_leaving(heard: Understood, speech: Speech, asked: Expected, *, offered: bool) -> Understood:
    """What was heard, of a caller who may leave it at that; `offered`: they were to choose one of several times."""
    if asked in ("confirm", "time", "any") and heard.consent != "yes" and withdraws(speech):
        heard = heard._replace(withdraws=True, wants=None if heard.wants == "wait" else heard.wants)
    if heard.consent is None and (asked == "confirm" or offered) and decides_later(speech):
        heard = heard._replace(withdraws=True, wants=None if heard.wants in ("wait", "goodbye") else heard.wants)
    if asked in _CALL_AGAIN and heard.wants is None and "call" in speech.words and calls_back(speech):
        heard = heard._replace(wants="goodbye", withdraws=False, consent=None, question=None)
    return _as_wanted_after_all(heard, speech) if asked == "confirm" else heard
