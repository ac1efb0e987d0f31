"""Pure. What a turn means for the times on offer: which it takes, which it refuses, and whether it asks for others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dialog_brain.understanding.language.clauses import clauses
from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.understood import Consent, Understood
from dialog_brain.understanding.when.offers import choose, counting
from dialog_brain.understanding.when.offers_asked import asked_offers
from dialog_brain.understanding.when.offers_fitting import fits
from dialog_brain.understanding.when.offers_hindered import is_in_the_way
from dialog_brain.understanding.when.offers_refused import refused_offers
from dialog_brain.understanding.when.whens import heard_when


def on_offer(heard: Understood, speech: Speech, offers: Sequence[datetime], now: datetime) -> Understood:
    """What was heard, as the answer to `offers`, which are in the business's zone, as `now` is."""
    heard = heard._replace(taken=choose(speech, offers, now))
    if heard.taken is None and heard.when is not None and (counted := counting(speech, len(offers))):
        heard = heard._replace(when=heard_when(speech, "time", now, counted))
    if heard.taken is None:
        heard = _refusing(heard, speech, offers, now)
    if (asks_for := asked_offers(speech)) is None:
        return heard
    return heard._replace(asks_for=asks_for, question=None if heard.question == "other" else heard.question)


def _refusing(heard: Understood, speech: Speech, offers: Sequence[datetime], now: datetime) -> Understood:
    """ "Nine is too early" refuses what is offered for nine, "nine is nap time" neither takes nor wishes for it."""
    refused = refused_offers(speech, heard.when, offers, now)
    named = heard.when is not None and heard.when.time is not None and any(fits(heard.when, each) for each in offers)
    if not refused and named and any(is_in_the_way(speech, clause) for clause in clauses(speech)):
        return heard._replace(when=None)
    if not refused or (heard.when is not None and not any(fits(heard.when, offers[place]) for place in refused)):
        return heard
    consent: Consent | None = "no" if len(refused) == len(offers) else None
    asks_for = "later" if "early" in speech.words else heard.asks_for
    return heard._replace(refused=refused, asks_for=asks_for, when=None, consent=consent, correction=False)
