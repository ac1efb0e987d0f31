"""Pure. Whether the price is asked for beside a yes: "okay, tell me the cost" wants to hear it before we book.

"Tell me the price later" does not, nor does "have him give me a price".
"""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_PRICE = (
    "price|prices|pricing|cost|costs|total|rate|rates|fee|fees|charge|charges|estimate|quote|bill|ballpark|damage|"
    "how_much|what_it|what_that|what_you|what_we|what_i"
)
_DEMANDS: Phrases[bool] = Phrases(
    {
        True: [
            "tell|give|quote|show|read|send|get|remind|let me|us know? ... {price}",
            "i|we {want} ... {price}",
            "know|hear|see|get|have the|your|a {price} first",
            "what|what_about|how_about is|are|will|would|was|does|do? the|my|our|your ... {price}",
            "what will|would|does|is it|that|this|you ... cost|charge|run|be|total",
            "how much is|will|would|does|do|are|for|money?",
            "is|are there ... {price}",
            "do|will you charge",
        ],
        False: ["i|we|already|matter|of|care|do_not_care know|matter|how_much? how much"],
    },
    price=_PRICE,
    want="want_to|need_to|would_like_to|have_to|got_to|should know|hear|see|find_out",
)
_CONDITION = any_of(
    "if|unless|as_long_as|long_as|provided|assuming it|that|this|the_visit ... "
    "free|cheap|cheaper|dollars|bucks|hundred|cost|costs|charge|price",
    "if|unless|as_long_as|long_as|provided|assuming the|your {price} ... "
    "free|cheap|reasonable|right|dollars|bucks|hundred|under|over|below|less|more",
    "if|unless you ... charge|charges|charging",
    price="price|cost|fee|charge|visit|rate",
)
_LATER = wordset(
    "later afterwards after when once then tomorrow text email he him she her they them tech technician guy"
)


def demands_price(speech: Speech) -> bool:
    """Whether the caller wants to hear it now."""
    demanded = any(found.meaning for found in _DEMANDS.all(speech))
    return demanded and ("first" in speech.words or _LATER.isdisjoint(speech.words))


def holds_back_for_price(speech: Speech) -> bool:
    """Whether a yes hangs on the price: "only if it's free", "I need to know the price first"."""
    return _CONDITION.first(speech) is not None or demands_price(speech)
