"""Pure. How people introduce a name; executed by `names.py`."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.phrases import Phrases

Introduction = Literal["sure", "likely", "vague", "first", "last"]
"""likely and vague ones introduce other things as well; a vague one needs a known given name if we did not ask."""

INTRODUCED: Phrases[Introduction] = Phrases(
    {
        "last": ["my|the? last|family|sur name is|was?", "my? surname is?"],
        "first": ["my|the? first|given name is|was?"],
        "sure": [
            "my|the|full|legal? name is|was",
            "my|the full|legal name is|was",
            "my name",
            "the name",
            "call|calls me",
            "my|his|her|the husband's|wife's|mom's|mother's|dad's|father's|son's|daughter's|account|tenant's name is?",
            "i am|this_is the|a homeowner|home_owner|owner|tenant|renter|customer|landlord|property_manager",
            "account|account's is? under|in",
            "the? name on|for the|my|this account|order|file|appointment is",
            "you can|may call me",
            "you are speaking|talking with|to",
            "i go by",
            "under|for the name? of?",
            "put|book|have it|me|that? under|down_as",
            "it is under|actually|really",
            "under my|the ... name|name_of",
            "i said|meant",
        ],
        "likely": ["this is", "this here|would be|is", "i am", "you have got|reached?", "here is"],
        "vague": ["it is", "it would be", "that is", "that would be", "put|put_down|make_it|say"],
    }
)
LAST_FIRST: Phrases[bool] = Phrases({True: ["last|family name first"]})
