"""Pure. What somebody who was asked to take an emergency answers.

Once somebody has taken it nobody else is asked, so only an answer that says so from its first word to its last takes
it. It is read as a row of phrases (`reply_words`), and a single word that belongs to none of them makes it unclear:
then the sender is told how to say it, and the next person's turn comes meanwhile.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal

from post_call_worker.reply_words import (
    BY_ITSELF,
    CLAUSE_ENDS,
    LEADS_IN,
    OPT_OUT,
    PAGE_BEGINS,
    PASSES_ON,
    REACTIONS,
    SPELLINGS,
    TAKES,
    TELLS_BESIDES,
    THANKS,
    YES,
)

Reply = Literal["takes", "passes on", "is unclear", "only thanks", "says nothing", "comes by itself"]
"""What `comes by itself` a telephone wrote, not a person."""

_REACTION = re.compile(r"(?P<mark>[^\u201c\u00ab\"]{1,40})[\u201c\u00ab\"](?P<of>.{8,})", re.DOTALL)
"""What a telephone writes out when somebody marks a message of ours, with that message in it."""
_TOKEN = re.compile(r"\d+(?:[:-]\d+)?|(?:[^\W\d_]|')+|[^\w\s']")
_DRAWN_OUT = re.compile(r"([^\W\d])\1{2,}")
_NO_PART = frozenset({"Mn", "Me", "Cf", "Sk"})
"""Kinds of characters that only change the one before: accents, the colour of a hand."""


def read_reply(text: str, *, after_no: bool = False) -> Reply:
    """What it means. After a no of theirs, a mere yes is no answer to the page: it may as well answer what we
    wrote back."""
    said = _written(text)
    if not said or said in OPT_OUT:
        return "says nothing"
    if _BY_ITSELF.search(said):
        return "comes by itself"
    reaction = _REACTION.fullmatch(text.strip())
    if reaction is not None:
        return _read_mark(_written(reaction["mark"]), _written(reaction["of"]), after_no)
    if _THANKS.fullmatch(said):
        return "only thanks"
    return _read_words(said, after_no)


def _read_words(said: str, after_no: bool) -> Reply:
    if _takes(said, after_no):
        return "takes"
    clauses = [clause for part in CLAUSE_ENDS.split(said) if (clause := part.strip())]
    refused = [place for place, clause in enumerate(clauses) if _REFUSAL.match(clause)]
    if refused and not any(_takes(clause, after_no=False) for clause in clauses[refused[-1] + 1 :]):
        return "passes on"
    return "is unclear"


def _read_mark(mark: str, marked: str, after_no: bool) -> Reply:
    """A mark says something of the page only: not of what we wrote back."""
    meant = next((meant for meant, words in REACTIONS.items() if re.fullmatch(words, mark)), None)
    if meant is None or (meant == "takes" and (after_no or not marked.startswith(PAGE_BEGINS))):
        return "is unclear"
    return meant


def _takes(said: str, after_no: bool) -> bool:
    """Whether it can be read as phrases without a rest, one of which takes the emergency.

    At each place between words it is known whether one can come there, and whether by a phrase that takes.
    """
    reached: dict[int, bool] = {0: False}
    for place in range(len(said)):
        if place not in reached:
            continue
        for phrase, takes in _AFTER_NO if after_no else _PHRASES:
            if (found := phrase.match(said, place)) is not None:
                reached[found.end()] = reached.get(found.end(), False) or reached[place] or takes
    return reached.get(len(said), False)


def _written(text: str) -> str:
    """As the tables have it: small letters without accents, one space between all words and marks."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    kept = "".join(one for one in plain if unicodedata.category(one) not in _NO_PART)
    words = " ".join(_TOKEN.findall(_DRAWN_OUT.sub(r"\1\1", kept)))
    for spelling, meant in _SPELLINGS:
        words = spelling.sub(meant, words)
    return words.strip()


def _phrases(rows: Iterable[str], *, takes: bool) -> list[tuple[re.Pattern[str], bool]]:
    """Each as whole words, with the space after them."""
    return [(re.compile(rf"(?:{row})(?: |$)"), takes) for row in rows]


def _any_of(table: Mapping[str, str]) -> str:
    return "|".join(table.values())


_SPELLINGS = [(re.compile(rf"(?<!\S)(?:{spelling})(?!\S)"), meant) for meant, spelling in SPELLINGS]
_BY_ITSELF = re.compile(_any_of(BY_ITSELF))
_THANKS = re.compile(THANKS)
_REFUSAL = re.compile(rf"(?:(?:{LEADS_IN}) )*(?:{_any_of(PASSES_ON)})(?!\S)")
_AFTER_NO = _phrases(TAKES.values(), takes=True) + _phrases((*YES.values(), *TELLS_BESIDES.values()), takes=False)
_PHRASES = _phrases(YES.values(), takes=True) + _AFTER_NO
