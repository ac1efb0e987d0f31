"""Pure. What somebody who was asked to take an emergency answers.

Only words that say so take it: nobody else is asked after that, and a question, or a telephone that answers by itself,
helps no caller. Whoever is not understood is asked back, and the next person's turn comes meanwhile.
"""

from __future__ import annotations

import re
from typing import Literal

Reply = Literal["takes", "passes on", "is unclear", "says nothing"]

_OPT_OUT = frozenset({"stop", "stopall", "unsubscribe", "cancel", "end", "quit", "help", "info", "start"})
"""Twilio answers these by itself; they are about the number, not about the call."""
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
"""What telephones write for one."""
_QUOTED = re.compile(r"\s[\u201c\u00ab\"].{12,}", re.DOTALL)
"""A message of ours, after the mark that a telephone writes out: it has the words for yes in it."""
_BUT = re.compile(r"\b(?:but|pero)\b")
_YES = (
    r"o\.?k+|oke|o ?kay|okey|oki|k+|ye+s+|y[eu]p|ye(?:ah?|ssir)|ya|yah|sure|roger|copy|absolutely|of course"
    r"|definitely|certainly|al(?:l )?right|aight|s[i\u00ed]|claro|vale|dale|listo|de acuerdo|est[a\u00e1] bien"
)
_YES_AND_MORE = re.compile(rf"^(\W*(?:{_YES}|omw|on (?:it|my way)|got it))\s+(?=\w)")
_GLADLY = re.compile(r"^\W*(?:np|(?:no|not an?) (?:prob(?:lem)?s?|worries|sweat|issue|trouble))\b")
_ASIDE = re.compile(
    r"\b(?:no|not an?) (?:prob(?:lem)?s?|worries|sweat|issue|trouble)\b"
    r"|\bnot (?:far|long|great|bad|too \w+|sure (?:how long|when|what|where)|home|at home)\b"
    r"|\bhope\b[^.,!?;]*|\b(?:is|are|was|be|it's|he's|she's|that's|they're|everything's) (?:\w+ )?ok(?:ay)?\b"
    r"|\bcall(?:ing)? (?:you|u|me)\b(?: (?:right )?back| later)*|\bcall (?:right )?back\b"
    r"|(?:^|(?<=[.,!?;]))\W*(?:wh\w+|how|is|are|can|could|does|did|should|has|will you|would you)\b"
    r"(?!'| do\W*$)[^.,!?;]*"
    r"|[^.,!?;]*\?"
)
"""What says neither yes nor no: a politeness, a hope, a promise to talk later, a question with or without its mark."""
_PASSES_ON = re.compile(
    r"^\W*(?:sorry,? )?(?:no(?! one| ?body| answer)|nope|nah|n|pass|paso|next|disliked)\b"
    r"|^\W*(?:declin\w+|reject\w*|refuse|negative)\b"
    r"|\b(?:not|can't|cannot|cant|won't|wont|unable|unavailable|busy|sick|wrong (?:number|person)"
    r"|ocupad[oa]|no puedo)\b"
    r"|\b(?:don't|dont) (?:take|think|want|do|work|call|text|send)\b|\bi(?:'ll| will) pass\b|\bdoubt\b"
    r"|\b(?:some|any)(?:one|body) else\b|\b(?:take|remove) (?:me|my)\b"
    r"|\bto (?:bed|sleep)\b|\boff (?:today|tonight|duty)\b"
    r"|\bdriving\b(?!,? (?:there|over|out|up|down|now|to))|\bfocus turned on\b|\bin a meeting\b|\bvacation\b"
    r"|\bauto(?:matic)?[ -]?(?:reply|response)\b|\b(?:out of (?:the )?office|(?:out of|leaving) town)\b"
    r"|[\N{THUMBS DOWN SIGN}\N{CROSS MARK}\N{NO ENTRY SIGN}]"
)
"""When in doubt somebody else is asked as well; the last rows are what telephones answer by themselves, and marks."""
_GOES = r"go|take|do|get|handle|head|come|drive|make|call|respond|help|be (?:there|right|on|over)"
_TAKES = re.compile(
    r"^\W*(?:y|good|cool|fine|great|perfect|bueno|liked|loved|le (?:gust|encant)\u00f3"
    r"|my call|count me in|i do|i can|i will)\W*$"
    r"|[\N{THUMBS UP SIGN}\N{OK HAND SIGN}\N{WHITE HEAVY CHECK MARK}\N{HEAVY CHECK MARK}\N{SALUTING FACE}]"
    r"|[\N{HUNDRED POINTS SYMBOL}\N{HEAVY BLACK HEART}]"
    rf"|\b(?:{_YES}|10-?4|ten four|ack|acknowledged?|affirm(?:ative)?|accept(?:ed)?|confirm(?:ed|ing)?|sounds good)\b"
    r"|\b(?:got (?:it|this|them|[eh]m|him|her|the call)|gotcha|(?:i|we) have (?:it|this)|claimed|mine|available)\b"
    r"|\b(?:tak(?:e|ing|en)|took|on (?:it|this|(?:my|the) way)|omw|otw|en ?route|will do|understood|done"
    r"|handl(?:ing|ed))\b"
    rf"|\b(?:imma|(?:i|we)(?:'?ll| will| can)) (?:{_GOES})\b"
    r"|\b(?:right )?there (?:in|by|at|asap|soon|shortly)\b|\bdriving\b"
    r"|\b(?:going|coming|leaving|heading|headed|rolling|responding|sending|dispatching|calling|called)\b"
    r"|\b(?:voy|vamos|salgo|en camino|lo tomo|entendido|enterado|recibido)\b"
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
    plain = _ASIDE.sub(" ", _YES_AND_MORE.sub(r"\1, ", _GLADLY.sub("sure", said)))
    if _PASSES_ON.search(plain):
        return "passes on"
    return "takes" if _TAKES.search(plain) else "is unclear"
