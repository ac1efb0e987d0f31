"""Pure. What is wrong, in the caller's own words without greeting, name, address and time."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from dialog_brain.understanding.answers.consent_judgements import judged
from dialog_brain.understanding.answers.consent_words import TIMES
from dialog_brain.understanding.language.clauses import Clause, clauses, negated, outside
from dialog_brain.understanding.language.phrases import Found, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.back_story import is_past, less_the_past, parted_at_now
from dialog_brain.understanding.matter.complaint_words import DO_YOU, LONGEST, worded
from dialog_brain.understanding.matter.dropped_machines import DROPPING, dropped
from dialog_brain.understanding.matter.problem_words import UNNAMED, in_order, problem_words
from dialog_brain.understanding.matter.trade_words import ASKS_OF_USE, EQUIPMENT, FLOORS, SYMPTOMS, TROUBLED, is_weather

_MACHINES = any_of(
    EQUIPMENT,
    *FLOORS,
)
_OF_USE = any_of(*list(ASKS_OF_USE))
_SYMPTOMS = any_of(*list(SYMPTOMS))
_UPKEEP = any_of(
    "tune up",
    "tuneup|maintenance|checkup|check_up",
    "mine's",
    "mine|ours is|has|keeps|will|does|just|went|quit|stopped|started",
)
_SERVED = any_of(
    f"{DO_YOU} do|handle|work_on|work_with|deal_with|service|sell|carry|offer",
    f"{DO_YOU}",
)
""" "Do you do tankless water heaters" asks what we serve; with a trouble it tells one: "do you do furnace repair"."""
_OURS = frozenset(["mine", "mine's", "ours"])
""" "Do you do tankless heaters? Mine's throwing an error code"."""
_REACHED = any_of(
    "is this|it the|an|my?",
    "are you|y'all|you_guys the|an?",
    "do|have i have|reached|got|gotten|called the?",
)
""" "Is this the air conditioning people?" asks whom one has reached."""
_QUOTE = any_of(
    "want|wants|like|need|needs|get|getting|give|giving|send|have|looking_for|calling_for|calling_about|after|"
    "request|requesting|interested_in me|us? a|an|another|some|any|your? "
    "free|rough|quick|ballpark|second|written|new|price? "
    "quote|quotes|estimate|estimates|bid|bids|pricing|prices|proposal"
)
_PRICED = wordset("quote quotes estimate estimates bid bids pricing prices proposal")
_REQUESTS = any_of(
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
)
_DENIED = any_of(
    "it|that is not just|only? that",
    "not that",
    "that|this|which|{times} does|do|did|will|would not work",
    "it does|do|will|would not work for|with me|us|him|her|my",
    times=TIMES,
)
""" "It's not that it isn't cooling" tells no trouble, nor does "that doesn't work, I'm at work"."""
_EMPTY = wordset(
    "yes no yeah nope yep okay well so it is the a an that this thing things stuff with and of to i you me my we "
    "have got just like know what problem issue something anything nothing mumble banana blah huh hello hi hey bye "
    "thanks thank please sure right fine good sorry wait hold on be was do not don't there here or hmm for in at mm "
    "really very whatever who how why when where idea sir ma'am am are mean kind sort test testing"
)


class Complaint(NamedTuple):
    """What is wrong, with which machine, since when."""

    problem: str | None
    equipment: str | None
    duration: str | None


OF_A_REPAIR = _SYMPTOMS.beginnings | _MACHINES.beginnings
"""Without any of these words there is no evidence of anything to repair."""


def evidence(speech: Speech) -> bool:
    """Whether the turn speaks of something that this trade repairs."""
    if _SYMPTOMS.first(speech) is not None:
        return True
    return not _MACHINES.absent(speech) and any(
        _MACHINES.first(speech, clause.start, clause.end) is not None
        and TROUBLED.first(speech, clause.start, clause.end) is not None
        for clause in clauses(speech)
    )


def mentions_machine(speech: Speech) -> bool:
    """Whether a machine or fixture of the trade is named."""
    found = _MACHINES.first(speech)
    if found is not None and speech.words[found.start] == "heat":
        found = _but_weather(speech, found)
    return found is not None


def _but_weather(speech: Speech, found: Found[bool] | None) -> Found[bool] | None:
    while found is not None and is_weather(speech.words, found.start):
        found = _MACHINES.first(speech, found.end)
    return found


def asks_upkeep(speech: Speech) -> bool:
    """Whether a tune-up or the like is named, or the machine only as theirs: "mine's leaking"."""
    return _UPKEEP.first(speech) is not None


def tells_symptom(speech: Speech) -> bool:
    """Whether a trouble is told that needs no machine beside it: "it's leaking"."""
    return any(
        _SYMPTOMS.first(speech, *clause) is not None and _DENIED.first(speech, *clause) is None
        for clause in clauses(speech)
    )


def adds_problem(speech: Speech) -> bool:
    """ "The heater too", "and the heater", "both of them"."""
    return (
        speech.words[:1] == ("and",) or not _ADDING.isdisjoint(speech.words) or ("as", "well") in pairwise(speech.words)
    )


def heard_problem(speech: Speech, *, asked: bool, told: list[tuple[int, int]]) -> Complaint:
    """The complaint of a turn. `asked`: we asked what is wrong; `told`: words of name, address, ZIP and wish."""
    if asked and judged(speech) == "yes":  # "that works"
        return Complaint(None, _equipment(speech, None), None)
    if not DROPPING.isdisjoint(speech.words):
        told = [*told, *dropped(speech)]
    spans = parted_at_now(speech, _with_turns(speech, _with_joints(speech, _untold(speech, told))))
    worth = less_the_past(speech, spans, [_worth(speech, span) for span in spans])
    best = _with_neighbours(speech, spans, worth) if any(worth) else None
    if best is None and asked and TROUBLED.first(speech) is not None and len(speech.words) <= 3:
        best = Clause(0, len(speech.words))
    equipment = _equipment(speech, best)
    if best is None and (quote := _quote(speech)) is not None:
        return Complaint(quote, equipment, None)
    if best is None and asked:
        best = _anything_said(speech, told)
    if best is None:
        return Complaint(None, equipment, None)
    text, duration = worded(speech, best)
    if text.startswith("not ") and problem_words(text) == UNNAMED:  # "it's not the AC"
        text = ""
    return Complaint(text or None, equipment, duration)


def _equipment(speech: Speech, best: Clause | None) -> str | None:
    """The machine of the complaint, or else the first that is named."""
    machine = None if best is None else _MACHINES.first(speech, best.start, best.end)
    machine = machine or _MACHINES.first(speech)
    if machine is not None and speech.words[machine.start] == "heat":
        machine = _but_weather(speech, machine)
    return None if machine is None else speech.said(machine.start, machine.end).removesuffix("'s")


def _quote(speech: Speech) -> str | None:
    """A price that is asked for, and of what: "a quote for two of them"."""
    for clause in clauses(speech):
        wish = _QUOTE.first(speech, clause.start, clause.end)
        if wish is None or negated(speech, clause, wish.start, wish.end):
            continue
        noun = next(place for place in range(wish.start, wish.end) if speech.words[place] in _PRICED)
        of = speech.words[noun + 1 : noun + 2] in (("for",), ("on",), ("to",))
        text, _ = worded(speech, Clause(noun, min(clause.end, noun + LONGEST) if of else noun + 1))
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


def _with_turns(speech: Speech, spans: list[Clause]) -> list[Clause]:
    """ "The AC works, but it's loud": a trouble without a machine is of the one that was called in order."""
    merged: list[Clause] = []
    for span in spans:
        last = merged[-1] if merged else None
        turns = last is not None and last.end == span.start and speech.words[span.start] in _TURNS
        if last is not None and turns and not is_past(speech, last, span) and _tells_trouble_of(speech, last, span):
            merged[-1] = Clause(last.start, span.end)
        else:
            merged.append(span)
    return merged


def _tells_trouble_of(speech: Speech, before: Clause, span: Clause) -> bool:
    named = _MACHINES.first(speech, span.start, span.end) is not None
    troubled = TROUBLED.first(speech, span.start, span.end) is not None
    denied = named and speech.words[span.start + 1 : span.start + 2] in (("not",), ("no",))  # "but not the AC"
    return (denied or (troubled and not named)) and in_order(speech.cut(*before))


def _joined_on(speech: Speech, before: Clause, after: Clause) -> bool:
    if before.end != after.start or speech.stops[before.end - 1] in (".", "?"):
        return before.end == after.start and _adds_to_it(speech, after)
    return speech.words[after.start] in _JOINTS or speech.stops[before.end - 1] == ","


def _adds_to_it(speech: Speech, clause: Clause) -> bool:
    """ "The AC is out. It's also leaking": another trouble of the machine before it."""
    words = speech.words[clause.start : clause.end]
    return next((word for word in words if word not in _LEADING_ON), "") == "it" and not _ADDING.isdisjoint(words)


def _worth(speech: Speech, clause: Clause) -> int:
    """How much a statement says of a trouble: 0 nothing, 4 a machine and what it does."""
    first = clause.start + (speech.words[clause.start] in _JOINTS and clause.end > clause.start + 1)
    if "i" in speech.words and _OF_USE.at(speech, first, clause.end) is not None:
        return 0
    served = _SERVED.at(speech, clause.start, clause.end)
    if served is not None:
        asks = Clause(served.end, clause.end)
        both = (_MACHINES.first(speech, *asks), TROUBLED.first(speech, *asks))
        return 3 if None not in both else 0
    if "not" in speech.words and _DENIED.first(speech, clause.start, clause.end) is not None:
        return 0
    owned = not _OURS.isdisjoint(speech.words[clause.start : clause.end])
    machine = owned or _MACHINES.first(speech, clause.start, clause.end) is not None
    if machine and in_order(speech.cut(*clause)):
        return 1
    trouble = TROUBLED.first(speech, clause.start, clause.end) is not None
    symptom = _SYMPTOMS.first(speech, clause.start, clause.end) is not None
    if machine and trouble:
        return 5 if symptom else 4
    if symptom:
        return 3
    request = _REQUESTS.first(speech, clause.start, clause.end) is not None
    if machine and not owned:
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
    return best if most >= 2 or (most == 1 and TROUBLED.first(speech, best.start, best.end) is not None) else None


_LEADING_ON = wordset("and also plus but now")
_ADDING = wordset("too also plus both another additionally add adding")
_TURNS = wordset("but though although except only and")
_JOINTS = wordset("and but because when so then or plus while since")
_ASKING = wordset("is are do does can could would will what who where when why how or")
