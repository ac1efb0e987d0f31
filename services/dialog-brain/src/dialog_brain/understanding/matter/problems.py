"""Pure. What is wrong, in the caller's own words without greeting, name, address and time."""

from __future__ import annotations

from typing import NamedTuple

from dialog_brain.understanding.language.clauses import Clause, clauses, negated, outside
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.trade_words import EQUIPMENT, SYMPTOMS, TROUBLES

_LONGEST = 14
_MACHINES: Phrases[bool] = Phrases({True: [EQUIPMENT]})
_TROUBLED: Phrases[bool] = Phrases({True: [TROUBLES, *SYMPTOMS]})
_SYMPTOMS: Phrases[bool] = Phrases({True: list(SYMPTOMS)})
_DURATION: Phrases[bool] = Phrases(
    {
        True: [
            "since|for the|this|last|about|almost|over|past? ... morning|afternoon|evening|night|week|month|monday|"
            "tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|days|weeks|months|hours|years|day|hour|year|"
            "winter|summer|spring|fall|weekend|today|noon|then",
            "for ... days|weeks|months|hours|years|while",
            "this|last|yesterday|earlier morning|afternoon|evening|night|week|month|weekend|today",
            "yesterday|overnight|today",
            "a|couple|few|one|two|three|four|five|six|seven|ten of? days|weeks|months|hours|years ago",
            "a day|week|month|year|while|hour|couple_of_days|few_days|couple_days ago",
            "all day|night|week|morning|weekend",
        ]
    }
)
_DO_YOU = "do|does you|y'all|you_guys|you_all|your_company|your_guys guys|folks|people? also|even|ever?"
_LEADING: Phrases[bool] = Phrases(
    {
        True: [
            "um|uh|well|so|yeah|yes|hi|hello|hey|okay|like|basically|actually|oh|and|but|because|now|just|sorry|please|"
            "right|yep|sure|see|look|hmm|er|then|also|listen|honestly|sir|ma'am",
            "good morning|afternoon|evening",
            "i|we have|had|got|are_having|am_having|have_got|have_been_having a|an|some|the? "
            "problem|problems|issue|issues|trouble with",
            "i|we am|are|have calling|been? having|calling|experiencing a|an|some? problem|problems|issue|issues|"
            "trouble? with|about|because|for",
            "i am calling because|about|for|regarding|to_report",
            f"{_DO_YOU} do|handle|work_on|work_with|deal_with|service|sell|carry|offer? any?",
            "i|we think|believe|guess|noticed|suspect that?",
            "it is|was|looks|seems|sounds like|that?",
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
        ]
    }
)
_SERVED: Phrases[bool] = Phrases(
    {True: [f"{_DO_YOU} do|handle|work_on|work_with|deal_with|service|sell|carry|offer", f"{_DO_YOU}"]}
)
""" "Do you do tankless water heaters" asks what we serve; with a trouble it tells one: "do you do furnace repair"."""
_REACHED: Phrases[bool] = Phrases(
    {True: ["is this|it the|an|my?", "are you|y'all|you_guys the|an?", "do|have i have|reached|got|gotten|called the?"]}
)
""" "Is this the air conditioning people?" asks whom one has reached."""
_QUOTE: Phrases[bool] = Phrases(
    {
        True: [
            "want|wants|like|need|needs|get|getting|give|giving|send|have|looking_for|calling_for|calling_about|after|"
            "request|requesting|interested_in me|us? a|an|another|some|any|your? "
            "free|rough|quick|ballpark|second|written|new|price? "
            "quote|quotes|estimate|estimates|bid|bids|pricing|prices|proposal"
        ]
    }
)
_PRICED = wordset("quote quotes estimate estimates bid bids pricing prices proposal")
_REQUESTS: Phrases[bool] = Phrases(
    {
        True: [
            "i|we would like|love|need|want ... somebody|someone|anyone|you|appointment|technician|tech|plumber|visit",
            "i|we need|want somebody|someone|anyone|a_technician|a_tech|a_plumber|an_appointment|you",
            "i|we would like|love|need|want to schedule|book|set_up|make|get|have|speak|talk",
            "can|could|would|will you|somebody|someone|anybody|anyone|y'all|i|we",
            "please send|come",
            "when can|could|are",
            "what is|do|time|are",
            "how much|soon|long",
            "do you",
            "need somebody|someone|it_fixed|to_schedule|an_appointment",
            "is there any|anyone|someone",
            "are you",
            "call me|us",
            "i|we am|are hoping|wondering|looking",
            "let me|us",
            "hoping|wondering",
        ]
    }
)
_EMPTY = wordset(
    "um uh yes no yeah nope yep okay well so it is the a an that this thing things stuff with and of to i you me my we "
    "have got just like know what problem issue something anything nothing mumble banana blah huh hello hi hey bye "
    "thanks thank please sure right fine good sorry wait hold on be was do not don't there here or hmm er for in at mm "
    "really very whatever who how why when where idea sir ma'am am are mean kind sort test testing uhm"
)


class Complaint(NamedTuple):
    """What is wrong, with which machine, since when."""

    problem: str | None
    equipment: str | None
    duration: str | None


def evidence(speech: Speech) -> bool:
    """Whether the turn speaks of something that this trade repairs."""
    if _SYMPTOMS.first(speech) is not None:
        return True
    return not _MACHINES.absent(speech) and any(
        _MACHINES.first(speech, clause.start, clause.end) is not None
        and _TROUBLED.first(speech, clause.start, clause.end) is not None
        for clause in clauses(speech)
    )


def mentions_machine(speech: Speech) -> bool:
    """Whether a machine or fixture of the trade is named."""
    return _MACHINES.first(speech) is not None


def heard_problem(speech: Speech, *, asked: bool, told: list[tuple[int, int]]) -> Complaint:
    """The complaint of a turn. `asked`: we asked what is wrong; `told`: words of name, address, ZIP and wish."""
    machine = _MACHINES.first(speech)
    equipment = speech.said(machine.start, machine.end).removesuffix("'s") if machine is not None else None
    spans = _with_joints(speech, _untold(speech, told))
    worth = [_worth(speech, span) for span in spans]
    best = _with_neighbours(speech, spans, worth) if any(worth) else None
    if best is None and asked and _TROUBLED.first(speech) is not None and len(speech.words) <= 3:
        best = Clause(0, len(speech.words))
    if best is None and (quote := _quote(speech)) is not None:
        return Complaint(quote, equipment, None)
    if best is None and asked:
        best = _anything_said(speech, told)
    if best is None:
        return Complaint(None, equipment, None)
    text, duration = _worded(speech, best)
    return Complaint(text or None, equipment, duration)


def _quote(speech: Speech) -> str | None:
    """A price that is asked for, and of what: "a quote for two of them"."""
    for clause in clauses(speech):
        wish = _QUOTE.first(speech, clause.start, clause.end)
        if wish is None or negated(speech, clause, wish.start, wish.end):
            continue
        noun = next(place for place in range(wish.start, wish.end) if speech.words[place] in _PRICED)
        of = speech.words[noun + 1 : noun + 2] in (("for",), ("on",), ("to",))
        text, _ = _worded(speech, Clause(noun, min(clause.end, noun + _LONGEST) if of else noun + 1))
        article = {"estimate": "an ", "quote": "a ", "bid": "a ", "proposal": "a "}.get(speech.words[noun], "")
        return article + text
    return None


def _untold(speech: Speech, told: list[tuple[int, int]]) -> list[Clause]:
    """The statements, without what is already understood as something else."""
    return [part for clause in clauses(speech) for part in outside(clause, told)]


def _with_neighbours(speech: Speech, spans: list[Clause], worth: list[int]) -> Clause:
    """The statement that says most, and what is joined to it: "a pipe burst and there's water everywhere"."""
    first = last = worth.index(max(worth))
    while first and worth[first - 1] > 1 and _joined_on(speech, spans[first - 1], spans[first]):
        first -= 1
    while last + 1 < len(spans) and worth[last + 1] > 1 and _joined_on(speech, spans[last], spans[last + 1]):
        last += 1
    return Clause(spans[first].start, spans[last].end)


def _with_joints(speech: Speech, spans: list[Clause]) -> list[Clause]:
    """ "But then it shuts off": a joint that stands alone belongs to what it joins."""
    merged: list[Clause] = []
    for span in spans:
        last = merged[-1] if merged else None
        joint = last is not None and last.end == span.start and last.end - last.start == 1
        if last is not None and joint and speech.words[last.start] in _JOINTS:
            merged[-1] = Clause(last.start, span.end)
        else:
            merged.append(span)
    return merged


def _joined_on(speech: Speech, before: Clause, after: Clause) -> bool:
    if before.end != after.start or speech.stops[before.end - 1] in (".", "?"):
        return False
    return speech.words[after.start] in _JOINTS or speech.stops[before.end - 1] == ","


def _worth(speech: Speech, clause: Clause) -> int:
    """How much a statement says of a trouble: 0 nothing, 3 a machine and what it does."""
    served = _SERVED.at(speech, clause.start, clause.end)
    if served is not None:
        asks = Clause(served.end, clause.end)
        both = (_MACHINES.first(speech, *asks), _TROUBLED.first(speech, *asks))
        return 3 if None not in both else 0
    machine = _MACHINES.first(speech, clause.start, clause.end) is not None
    trouble = _TROUBLED.first(speech, clause.start, clause.end) is not None
    symptom = _SYMPTOMS.first(speech, clause.start, clause.end) is not None
    if machine and trouble:
        return 4 if symptom else 3
    if symptom:
        return 3
    request = _REQUESTS.first(speech, clause.start, clause.end) is not None
    if machine:
        return 0 if _REACHED.first(speech, clause.start, clause.end) is not None else 1 if request else 2
    return 0


def _anything_said(speech: Speech, told: list[tuple[int, int]]) -> Clause | None:
    """The statement with the most content, when we asked for the problem."""
    best, most = None, 0
    for span in _untold(speech, told):
        content = sum(
            word not in _EMPTY and (len(word) > 2 or word.isdigit()) for word in speech.words[span.start : span.end]
        )
        asks = speech.words[span.start] in _ASKING or _REQUESTS.at(speech, span.start, span.end) is not None
        if content > most and not asks:
            best, most = span, content
    if best is None or best.end - best.start < 3:
        return None
    return best if most >= 2 or (most == 1 and _TROUBLED.first(speech, best.start, best.end) is not None) else None


_JOINTS = wordset("and but because when so then or plus while since")
_ASKING = wordset("is are do does can could would will what who where when why how")


def _worded(speech: Speech, clause: Clause) -> tuple[str, str | None]:
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
    end = min(end, place + _LONGEST)
    return _joined(speech, place, end), duration


def _bare_no(speech: Speech, place: int, end: int) -> bool:
    """A "no" that answers, and is not the one of "no heat"."""
    if speech.words[place] not in ("no", "nope") or place + 1 >= end:
        return False
    return speech.stops[place] != "" or speech.words[place + 1] in ("my", "the", "it", "our", "i", "we", "just")


_WITH_PARTICLE = wordset("turn turns come comes kick kicks stay stays turning coming kicking staying going and goes on")
_TRAILING = wordset("and but so because at in on the a i my um uh please thanks or that with for is")


def _joined(speech: Speech, start: int, end: int) -> str:
    """The words, without "is" before a form in -ing: "AC is blowing" is "AC blowing"."""
    kept: list[str] = []
    for place in range(start, end):
        raw = speech.raw[place]
        following = speech.words[place + 1] if place + 1 < end else ""
        if speech.words[place] in ("is", "are") and following.endswith("ing") and kept and raw:
            continue
        if speech.words[place] in ("um", "uh", "er", "like") or not raw:
            continue
        kept.append("AC" if raw.lower() in ("ac", "a/c") else raw)
    return " ".join(kept)
