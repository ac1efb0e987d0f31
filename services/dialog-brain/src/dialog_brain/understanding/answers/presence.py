"""Pure. A turn that only asks whether we are there, or tells that the caller is; and a caller who is not on site."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_TELLING = wordset("hello hi hey hola there here hear back listening holding waiting")
"""One of these is needed: "are you okay" and a plain "yes" tell nothing about who is there."""
_ALLOWED = _TELLING | wordset(
    "good morning afternoon evening are you is it anyone anybody somebody someone still can could do i am we me us "
    "okay oh ah well so yes yeah yep yup sorry about that thanks thank for now on the line phone"
)


_OF_DAYS = frozenset((("good", "morning"), ("good", "afternoon"), ("good", "evening")))
_STAYED = any_of("i|we am|are still there")
""" "We're still there" tells of an address."""


def only_present(speech: Speech) -> bool:
    """Whether a greeting, "are you there?" or "I'm back" is all that was said; a yes in it agrees to nothing."""
    if speech.words in _OF_DAYS:
        return True
    told = not _TELLING.isdisjoint(speech.words) and _ALLOWED.issuperset(speech.words)
    return told and _STAYED.first(speech) is None


_AWAY: Phrases[Literal["far", "away", "elsewhere"]] = Phrases(
    {
        "far": ["i|we can not smell|hear|see ... from here|work|the_office|this_end|where_i_am"],
        "away": [
            "i|we am|are not even|actually|physically|currently? there|onsite|on_site|home",
            "i|we am|are not in|at|near|inside|by the|my|our|that? {place}|town|state",
            "i|we will|can not be there",
            "i|we do not live there|in_it|at_that_address|in_that_house",
            "have|need to ask|check_with|call the|my|her|him|them|with {tenant}",
            "have|need to ask her|him|them",
            "i|we can not tell|check|know|say from here|work|the_office|this_end|where_i_am",
            "i am calling|just? calling? for|from out_of_town|out_of_state|another_state|another_city",
            "out of town|state",
            "hours|states|miles away",
        ],
        "elsewhere": [
            "i|we am|are at work|the_office|my_office|school|a_meeting",
            "it|this|that is my|our|a|one_of_my|one_of_our|for_my|for_a rental|rentals|rental_property|tenant|tenants|"
            "tenant's|renter|renters|property|investment_property|airbnb",
            "it|this|that is at|for? my|her|his|their mother's|mom's|father's|dad's|parents|grandmother's|grandma's|"
            "son's|daughter's|sister's|brother's|aunt's|uncle's|mother|mom|father|dad|in_laws "
            "house|home|place|apartment?",
            "i am the|her|his|their|a|just_the landlord|landlady|property_manager|manager|daughter|son",
            "i manage|rent_out|own the|that|this property|building|place|unit|units",
        ],
    },
    place="house|home|property|rental|unit|building|apartment|place|site|location|office|store|shop|condo",
    tenant="tenant|tenants|renter|renters|mother|mom|father|dad|parents|guest|guests|super|people|neighbor|employees|"
    "staff|manager",
)
""" "Far" tells that nothing is smelled there; who is "elsewhere" may know all the same: "no, it's my rental"."""
_ASKS_NOW = wordset("let hold hang wait")
""" "Hold on, I have to ask my mom" will be followed by an answer."""


def is_away(speech: Speech, *, answered: bool, denied: bool = False) -> bool:
    """Whether the caller is not on site, and cannot smell what is there.

    `answered`: there is a yes or no beside it; `denied`: a danger is denied in so many words.
    """
    if not _ASKS_NOW.isdisjoint(speech.words):
        return False
    told = {found.meaning for found in _AWAY.all(speech)}
    return "far" in told or ("away" in told and not denied) or ("elsewhere" in told and not (answered or denied))
