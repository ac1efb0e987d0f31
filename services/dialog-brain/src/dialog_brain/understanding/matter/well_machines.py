"""Pure. Machines that are named and are not the matter: "the furnace works", "you fixed the AC in May"."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import Found, any_of
from dialog_brain.understanding.language.words import Speech

_GOOD = "fine|good|great|okay|perfect|perfectly|alright|all_right|well|right|correct|new|brand_new"
_DONE = "fixed|repaired|replaced|serviced|installed|checked|cleaned|changed"
_WELL = any_of(
    "is|are|was|seems|runs|running|working|feels just|all|still|now|doing|running|working? {good}",
    "is|are still? working|running",
    "works|runs|cools|heats",
    "was|were|got|been|have|has already|just|recently? been? {done}",
    "you|you_all|you_guys|they|he|she|we|i|somebody|someone already|just|recently? {done} the|my|our|it",
    "had|have|got you|you_all|you_guys|somebody|someone|them|people out|over|here",
    "nothing is? wrong with",
    "no problem|problems|trouble|issue|issues with",
    good=_GOOD,
    done=_DONE,
)
_NOT_WELL = any_of(
    "not|never|barely|hardly|only|sometimes|half ... {good}|working|running|works|runs|cools|heats|been|{done}",
    "works|working|runs|running sometimes|only|barely|hard|hot|on_and_off|intermittently|slow|rough|constantly|"
    "nonstop|all|too|but",
    "need|needs|want|like|get|have|getting|wants ... {done}",
    "since|after|when|ever_since you|you_all|you_guys|they|he|she|we|i|somebody|someone|it",
    good=_GOOD,
    done=_DONE,
)


def well_at(speech: Speech) -> Found[bool] | None:
    """Where something is called in order, or seen to already."""
    found = _WELL.first(speech)
    return found if found is not None and _NOT_WELL.first(speech) is None else None
