"""Pure. Who is of the house of somebody whom we asked for: "no, I'm his wife", "he's my husband"."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech

_KIN = any_of(
    "i_am|this_is|it_is|speaking_to? his|her {kin}",
    "he|she|that|it is my|our {kin}",
    "my|our {kin} is? {name}? not here|home|available|in",
    kin="wife|husband|son|daughter|mom|mother|dad|father|brother|sister|roommate|partner|grandson|granddaughter|grandma|"
    "grandmother|grandpa|grandfather|boyfriend|girlfriend|fiance|fiancee|spouse|better_half|in_law|mother_in_law|"
    "father_in_law|son_in_law|daughter_in_law|uncle|aunt|nephew|niece",
    name="just|currently|right_now",
)
_SHORT = any_of("no? his|her {kin}", kin="wife|husband|son|daughter|mom|dad|brother|sister")
_FEW_WORDS = 4
_OTHERS = any_of(
    "is|was my|our|the {others}",
    "i_am|this_is his|her|the {others}",
    others="landlord|landlady|tenant|renter|neighbor|boss|manager|realtor|previous_owner|old_owner|ex|ex_husband|ex_wife",
)


def heard_household(speech: Speech) -> Literal["kin", "other"] | None:
    """Whose house the person is of for whom we asked, as far as the turn tells."""
    return "other" if is_another(speech) else "kin" if is_of_kin(speech) else None


def is_of_kin(speech: Speech) -> bool:
    """Whether the caller is of the household of the person whom we asked for."""
    short = len(speech.words) <= _FEW_WORDS and _SHORT.first(speech) is not None
    return (short or _KIN.first(speech) is not None) and not is_another(speech)


def is_another(speech: Speech) -> bool:
    """Whether the person whom we asked for is somebody else, who may live elsewhere: "Jonas is my landlord"."""
    return _OTHERS.first(speech) is not None
