"""Pure. Whether a call may be recorded: the notice was heard, and the caller has not refused.

A refusal is a clause of one of a few kinds. In doubt it counts: a caller who is not recorded by mistake loses nothing.
"""

from __future__ import annotations

import re

from calllock.contracts.events import PromptPlayed

_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
_CLAUSE = re.compile(r"[.?!;:,]+|\b(?:but|because)\b")
_EMPTY = re.compile(
    r",?\s*\b(?:please|um+|uh+|er|hm+|just|really|actually|honestly|kindly|even|you know|i mean|any ?more|at all)\b"
    r"(?:,(?=\s))?"
)
"""What may stand anywhere and changes nothing."""
_TOPIC = r"(?:record(?:ed|ing|ings|er)|(?:(?<=to )|(?<=you )|(?<=not )|(?<=they )|(?<=no ))record|tap(?:ed|ing))\b"
_ABOUT = re.compile(rf"\b{_TOPIC}")
_THIS = r"(?:me|us|it|this|that|my|our|the call|the conversation|everything|anything)\b"
_RECORD = rf"(?:record(?:ing)?\b|tap(?:e|ing)\b(?= {_THIS}|$))"
_NEARBY = (
    r"(?:(?!(?:talk|speak|listen|hear|get|stop|quit|off|delete|fine|that's|it's|go|you (?:can|may)) )[a-z']+ ){0,6}?"
)
"""Words between what is not wanted and the recording. After some, something else is not wanted."""
_LIKE = (
    r"(?:want|wish|like|agreed?|allow|authori[sz]e|approve|permit|accept|appreciate|need|okay|ok|fine|cool|"
    r"comfortable|happy|good|alright|willing|care to be|going to be|about to be)"
)
_KINDS = re.compile(
    "|".join(
        (
            # do not record; you may not record; could you not tape this; I asked you not to record
            rf"(?:^|^so |^and |^no |\b(?:you|then|thanks|said) )(?:do|must|may|can|should|are|better) not "
            rf"(?:to |be |keep |start |allowed to )*{_RECORD}(?! over\b)",
            rf"\b(?:never |you not |not to (?:be )?){_RECORD}",
            r"\b(?:not to|to not) be (?:recorded|taped)\b",
            r"^do not you (?:dare )?record (?:me|us)\b",
            rf"\b(?:nobody|no one)(?: (?:is|gets|may|can|should|allowed|to))* (?:records|{_RECORD})",
            # I don't want to be recorded; I'm not okay with you recording; I don't think I like being taped
            rf"\b(?:not|never) (?:(?:so|too|very|think i(?:'d)?|believe i(?:'d)?) )*{_LIKE} {_NEARBY}{_TOPIC}",
            r"\b(?:i|we)(?:'ll)? (?:will|wo|can|would|should|must) not be (?:recorded|taped)\b",
            rf"\b(?:rather|prefer|sure|hope|mind|appreciate) {_NEARBY}(?:not|no) (?:(?:to|be|being|any) )*{_TOPIC}",
            rf"\bas long as (?:it's|this is|it is|i'm|i am|you're|you are) not (?:being )?{_TOPIC}",
            r"\brather (?:that )?(?:you|they) did not\b",
            # no recording; I want no recording of this, not: there is no recording on the display
            r"(?:^|\b(?:hi|hello|hey|yes|yeah|yep|no|okay|ok|oh|well|so|and|want|like|with|say|said|prefer) )"
            r"no (?:more |tape |call |voice )?(?:recording|taping)s?\b"
            r"(?! (?:is|was|came|shows?|showed|plays?|played|on the (?!call|line))\b)",
            rf"\bwithout (?:(?:me|us|you|being|the|a|any|this|it) )*{_TOPIC}",
            # stop the recording; turn that off; delete it; recording off; off the record
            rf"\b(?:stop|quit|end|delete|erase|disable|cancel) (?:(?:the|this|that|your|any|all|to) )*{_TOPIC}",
            r"\b(?:turn|switch|shut)(?:ing)? (?:(?:the|this|that|your|off) )+(?:call )?record(?:ing|er)\b",
            r"(?:^|^so |^and |\byou (?:mind )?)"
            r"(?:turn|switch|shut)(?:ing)? (?:(?:that|it|this) off|off (?:that|it|this))$",
            r"\brecording off\b",
            r"\boff the record\b(?! player)",
            # I object to it; I mind; I do not consent
            rf"\b(?:object|refuse|decline|against|hate|opt out|opting out|uncomfortable)\b {_NEARBY}{_TOPIC}",
            r"^(?:yes |yeah |and |well |so )*(?:i|we) (?:do )?mind(?= (?:that|it|this|being|you|if)\b|$)",
            r"\b(?:not|no|never|without|withdraw|revoke|refuse)(?: (?:have|give|given|you|my|any|our|to))* "
            r"(?:consent(?:ed)?|(?:(?<=you )|(?<=my ))permission)\b"
            r"(?! slip| to (?:the|a|any|that|his|her) (?!record|call))",
        )
    )
)
_UNSAID = re.compile(
    r"\b(?:not|no need|never|no reason)(?: (?:have|need|want|you|to|has|necessary|ask|asking|try|trying|mean))* ?$"
)
"""Before one of these: "you don't have to stop recording", "I do not object"."""
_SHORT = re.compile(
    r"(?:no |well |then |so |oh )*(?:do not(?: do (?:that|it|this))?|no thanks|no thank you|stop(?: (?:it|that|this))?|"
    r"i(?:'d| would) rather not|i object|(?:i am|i'm) not (?:okay|ok|fine|comfortable|happy) with (?:that|it|this)|"
    r"i do not (?:like|want) (?:that|it|this)|(?:not|without) me|that is not (?:okay|ok|fine)|"
    r"(?:can|could|would) you not(?: do that)?)"
)
"""Clauses that refuse what a clause before them was about."""


def has_heard(notice: str, played: PromptPlayed) -> bool:
    """Whether the caller has heard all of `notice` at the beginning of this prompt."""
    return played.heard_text.startswith(notice)


def refuses_recording(text: str) -> bool:
    """Whether somebody who says this does not want to be recorded."""
    is_about_it = False
    for clause in _clauses(text):
        found = _KINDS.search(clause)
        if found is not None and _UNSAID.search(clause[: found.start()]) is None:
            return True
        if is_about_it and _SHORT.fullmatch(clause):
            return True
        is_about_it = is_about_it or _ABOUT.search(clause) is not None
    return False


def _clauses(text: str) -> list[str]:
    plain = re.sub(r"n't\b", " not", text.lower().replace(_CURLY, "'"))
    plain = re.sub(r"\b(?:dont|don not)\b", "do not", plain).replace("cannot", "can not")
    return [" ".join(clause.split()) for clause in _CLAUSE.split(_EMPTY.sub(" ", plain)) if clause.strip()]
