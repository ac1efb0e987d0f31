"""Pure. Whether "bill" is the name of somebody, and no bill to be paid."""

from __future__ import annotations

from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Expected

_ARTICLES = wordset("my our the a an your this that his her their last first final other old new another one two got")
_BEFORE = any_of(
    f"{FAMILY}|boss|uncle|brother_in_law|father_in_law|son_in_law|mr|mister|under|am|name's bill",
    "ask|asking for bill",
    "call|calls|called me|him bill",
    "goes|go by bill",
    "name|it|this|here|that is|was bill",
    "should be bill",
)
_AFTER = wordset("will can said smith johnson jones miller")
""" "Bill will be there"; the commonest surnames, said without anything before."""

_BILLED = (("me",), ("us",))


def names_bill(speech: Speech, asked: Expected, place: int) -> bool:
    """Whether the word at `place`, "bill", is a name: in the answer to who is calling, or by what stands beside it."""
    before, after = speech.words[max(0, place - 1) : place], speech.words[place + 1 : place + 2]
    if not _ARTICLES.isdisjoint(before) or after in _BILLED:
        return False
    if asked == "name" or not _AFTER.isdisjoint(after):
        return True
    return any(_BEFORE.at(speech, start, place + 1) is not None for start in range(max(0, place - 3), place))
