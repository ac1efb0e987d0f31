"""Pure. A statement of a trouble in the caller's words, without what leads to it, and since when it lasts."""

from __future__ import annotations

from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

LONGEST = 20
"""Words of a trouble that are kept."""
DO_YOU = "do|does you|y'all|you_guys|you_all|your_company|your_guys guys|folks|people? also|even|ever?"
_DURATION = any_of(
    "since|for the|this|last|about|almost|over|past? ... morning|afternoon|evening|night|week|month|monday|"
    "tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|days|weeks|months|hours|years|day|hour|year|"
    "winter|summer|spring|fall|weekend|today|noon|then",
    "for ... days|weeks|months|hours|years|while",
    "this|last|yesterday|earlier morning|afternoon|evening|night|week|month|weekend|today",
    "yesterday|overnight|today",
    "a|couple|few|one|two|three|four|five|six|seven|ten of? days|weeks|months|hours|years ago",
    "a day|week|month|year|while|hour|couple_of_days|few_days|couple_days ago",
    "all day|night|week|morning|weekend",
)
_LEADING = any_of(
    "well|so|yeah|yes|hi|hello|hey|okay|like|basically|actually|oh|and|but|because|now|just|sorry|please|"
    "right|yep|sure|see|look|hmm|then|also|listen|honestly|sir|ma'am",
    "good morning|afternoon|evening",
    "i|we have|had|got|are_having|am_having|have_got|have_been_having a|an|some|the? "
    "problem|problems|issue|issues|trouble with",
    "i|we am|are|have calling|been? having|calling|experiencing a|an|some? problem|problems|issue|issues|"
    "trouble? with|about|because|for",
    "i am calling because|about|for|regarding|to_report",
    f"{DO_YOU} do|handle|work_on|work_with|deal_with|service|sell|carry|offer? any?",
    "i|we think|believe|guess|noticed|suspect that?",
    "it is|was|looks|seems|sounds like|that|for|about?",
    "i|we told you|y'all that?",
    "i|we said that?",
    "it|he|she? has been",
    "my|our wife|husband|tenant|son|daughter|mom|mother|dad says|said|thinks that?",
    "can|could|would|will you|somebody|someone|y'all guys|folks|please? come|send|have? somebody|"
    "someone? out? and|to? "
    "look|take_a_look|check|fix|repair|see|help at|on|out|with?",
    "it seems that?",
    "the problem|issue is that?",
    "there is|are something wrong_with?",
    "there is|are",
    "can|could|may i|we get|have|request",
    "something is wrong|up with",
    "i|we have|got|have_got",
    "i|we need|want|would_like to get|have|schedule",
    "i|we need|want|would_like|am_looking_for|are_looking_for|am_calling_for",
    "you know",
    "i mean",
    "my|our|the|a|an|this|that|some",
    "having problems|trouble|issues|issue|a_problem|an_issue with",
    "how are you doing|today?",
    "thank you for_taking_my_call?",
    "thanks",
)
_WITH_PARTICLE = wordset("turn turns come comes kick kicks stay stays turning coming kicking staying going and goes on")
_TRAILING = wordset("and but so because at in on the a i my please thanks or that with for is")


def worded(speech: Speech, clause: Clause) -> tuple[str, str | None]:
    """The words, and the time since when."""
    start, end = clause
    place = start
    while place < end:
        found = _LEADING.at(speech, place, end)
        if found is None and not _bare_no(speech, place, end):
            break
        place = place + 1 if found is None else found.end
    duration = None
    for found in _DURATION.all(speech, place, end):
        duration = speech.said(found.start, found.end)
        if found.end == end:
            end = found.start
    if duration is None and clause.end < len(speech.words):
        later = _DURATION.at(speech, clause.end)
        duration = None if later is None else speech.said(later.start, later.end)
    while end > place and speech.words[end - 1] in _TRAILING and speech.words[end - 2] not in _WITH_PARTICLE:
        end -= 1
    end = min(end, place + LONGEST)
    return _joined(speech, place, end), duration


def _bare_no(speech: Speech, place: int, end: int) -> bool:
    """A "no" that answers, and is not the one of "no heat"."""
    if speech.words[place] not in ("no", "nope") or place + 1 >= end:
        return False
    return speech.stops[place] != "" or speech.words[place + 1] in ("my", "the", "it", "our", "i", "we", "just")


def _joined(speech: Speech, start: int, end: int) -> str:
    """The words, without "is" before a form in -ing: "AC is blowing" is "AC blowing"."""
    kept: list[str] = []
    for place in range(start, end):
        raw = speech.raw[place]
        following = speech.words[place + 1] if place + 1 < end else ""
        if speech.words[place] in ("is", "are") and following.endswith("ing") and kept and raw:
            continue
        if speech.words[place] == "like" or not raw:
            continue
        kept.append("AC" if raw.lower() in ("ac", "a/c") else raw)
    return " ".join(kept)
