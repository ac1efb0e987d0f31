"""Pure. What somebody who was asked to take an emergency answers.

Only words that say so take it: nobody else is asked after that, and a question, or a telephone that answers by itself,
helps no caller. Whoever is not understood is asked back, and the next person's turn comes meanwhile.

An answer is read in four steps: what it quotes of us is left out; so is what says neither yes nor no (`_ASIDES`); if
anything is left that passes the emergency on (`_PASSES_ON`), it does; else if anything takes it (`_TAKES`), it does.
Each table has a row for each way to say so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Reply = Literal["takes", "passes on", "is unclear", "says nothing"]

_OPT_OUT = frozenset({"stop", "stopall", "unsubscribe", "cancel", "end", "quit", "help", "info", "start"})
"""Twilio answers these by itself; they are about the number, not about the call."""
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
"""What telephones write for one."""
_QUOTED = re.compile(r"\s[\u201c\u00ab\"].{12,}", re.DOTALL)
"""A message of ours, after the mark that a telephone writes out: it has the words for yes in it."""
_BUT = re.compile(r"\b(?:but|pero)\b")

_YES = "|".join(
    (
        r"o\.?k+|oke|o ?kay|okey|oki|k+",
        r"ye+s+|y[eu]p|ye(?:ah?|ssir)|ya|yah|al(?:l )?right|aight",
        r"sure|roger|copy|absolutely|of course|definitely|certainly",
        r"s[i\u00ed]|claro|vale|dale|listo|de acuerdo|est[a\u00e1] bien",
    )
)
_NO_TROUBLE = r"(?:no|not an?) (?:prob(?:lem)?s?|worries|sweat|issue|trouble)"
_GOES = r"go|take|do|get|handle|head|come|drive|make|call|respond|help|be (?:there|right|on|over)"

_GLADLY = re.compile(rf"^\W*(?:np|{_NO_TROUBLE})\b")
"""Says yes at the beginning of an answer, and nothing anywhere else."""
_YES_AND_MORE = re.compile(rf"^(\W*(?:{_YES}|omw|on (?:it|my way)|got it))\s+(?=\w)")
"""A yes that stands for itself, though no comma parts it from a question after it."""


def _any_of(table: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(table.values()))


_ASIDES = _any_of(
    {
        "a politeness": rf"\b{_NO_TROUBLE}\b",
        "where or how they are": (
            r"\bnot (?:far|long|great|bad|too \w+|sure (?:how long|when|what|where)|home|at home)\b"
        ),
        "a hope": r"\bhope\b[^.,!?;]*",
        "that somebody is well": (
            r"\b(?:is|are|was|be|it's|he's|she's|that's|they're|everything's) (?:\w+ )?ok(?:ay)?\b"
        ),
        "a call to us": (
            r"\bcall(?:ing)? (?:you|u|me)\b(?: (?:right )?back| later)*"
            r"|\bcall (?:right )?back\b"
        ),
        "a question without its mark": (
            r"(?:^|(?<=[.,!?;]))\W*"
            r"(?:wh\w+|how|is|are|can|could|does|did|should|has|will you|would you)\b"
            r"(?!'| do\W*$)[^.,!?;]*"
        ),
        "a question with it": r"[^.,!?;]*\?",
    }
)
"""What says neither yes nor no. The order counts: what an earlier row has left out, a later one does not see."""

_PASSES_ON = _any_of(
    {
        "a no at the beginning": (
            r"^\W*(?:sorry,? )?(?:no(?! one| ?body| answer)|nope|nah|n|pass|paso|next|disliked)\b"
        ),
        "a refusal at the beginning": r"^\W*(?:declin\w+|reject\w*|refuse|negative)\b",
        "cannot or will not": (
            r"\b(?:not|can't|cannot|cant|won't|wont|unable|unavailable|busy|sick|ocupad[oa]|no puedo)\b"
            r"|\b(?:don't|dont) (?:take|think|want|do|work|call|text|send)\b"
            r"|\bi(?:'ll| will) pass\b|\bdoubt\b"
        ),
        "somebody else": (
            r"\bwrong (?:number|person)\b"
            r"|\b(?:some|any)(?:one|body) else\b"
            r"|\b(?:take|remove) (?:me|my)\b"
        ),
        "away from work": (
            r"\bto (?:bed|sleep)\b|\boff (?:today|tonight|duty)\b|\bvacation\b"
            r"|\b(?:out of (?:the )?office|(?:out of|leaving) town)\b"
        ),
        "a telephone that answers by itself": (
            r"\bdriving\b(?!,? (?:there|over|out|up|down|now|to))|\bfocus turned on\b|\bin a meeting\b"
            r"|\bauto(?:matic)?[ -]?(?:reply|response)\b"
        ),
        "a mark": r"[\N{THUMBS DOWN SIGN}\N{CROSS MARK}\N{NO ENTRY SIGN}]",
    }
)
"""When in doubt somebody else is asked as well."""

_TAKES = _any_of(
    {
        "nothing but this": (
            r"^\W*(?:y|good|cool|fine|great|perfect|bueno|liked|loved|le (?:gust|encant)\u00f3"
            r"|my call|count me in|i do|i can|i will)\W*$"
        ),
        "a yes": (
            rf"\b(?:{_YES}|10-?4|ten four|ack|acknowledged?|affirm(?:ative)?|accept(?:ed)?|confirm(?:ed|ing)?"
            r"|sounds good)\b"
        ),
        "has it": (
            r"\b(?:got (?:it|this|them|[eh]m|him|her|the call)|gotcha|(?:i|we) have (?:it|this)"
            r"|claimed|mine|available)\b"
        ),
        "takes it": (
            r"\b(?:tak(?:e|ing|en)|took|will do|understood|done|handl(?:ing|ed))\b"
            rf"|\b(?:imma|(?:i|we)(?:'?ll| will| can)) (?:{_GOES})\b"
        ),
        "is on the way": (
            r"\b(?:on (?:it|this|(?:my|the) way)|omw|otw|en ?route)\b"
            r"|\b(?:right )?there (?:in|by|at|asap|soon|shortly)\b|\bdriving\b"
            r"|\b(?:going|coming|leaving|heading|headed|rolling|responding|sending|dispatching|calling|called)\b"
        ),
        "the same in Spanish": r"\b(?:voy|vamos|salgo|en camino|lo tomo|entendido|enterado|recibido)\b",
        "a mark": (
            r"[\N{THUMBS UP SIGN}\N{OK HAND SIGN}\N{WHITE HEAVY CHECK MARK}\N{HEAVY CHECK MARK}\N{SALUTING FACE}]"
            r"|[\N{HUNDRED POINTS SYMBOL}\N{HEAVY BLACK HEART}]"
        ),
    }
)


def read_reply(text: str) -> Reply:
    """What it means. Of "... but ...", the second half counts, unless only the whole can be understood."""
    said = text.strip().lower().replace(_APOSTROPHE, "'")
    if not said or said in _OPT_OUT:
        return "says nothing"
    said = _QUOTED.sub("", said)
    understood = map(_meaning, (_BUT.split(said)[-1], said))
    return next((meaning for meaning in understood if meaning != "is unclear"), "is unclear")


def _meaning(said: str) -> Reply:
    plain = _ASIDES.sub(" ", _YES_AND_MORE.sub(r"\1, ", _GLADLY.sub("sure", said)))
    if _PASSES_ON.search(plain):
        return "passes on"
    return "takes" if _TAKES.search(plain) else "is unclear"
