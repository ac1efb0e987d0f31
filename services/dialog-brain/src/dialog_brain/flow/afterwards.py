"""Pure. What a turn of the caller does after the last words: nobody is left without an answer.

A visit that is in the calendar stays there: whoever wants it otherwise, or a person, is given to a person.
"""

from __future__ import annotations

from datetime import datetime

from dialog_brain.flow.backend_answers import matches
from dialog_brain.flow.call import Call
from dialog_brain.flow.callbacks import callback_type, reached
from dialog_brain.flow.matters import noted
from dialog_brain.flow.plan import Plan, end, ending_of, instruction, last_words
from dialog_brain.flow.rows import End
from dialog_brain.flow.turns import raising, tell_fact, too_long
from dialog_brain.understanding.understand import understand, understand_afterwards
from dialog_brain.understanding.understood import Held, Understood

LISTENED_AT_MOST = 3
"""So often a caller who has more to say is asked to go on after the last question."""
FEWEST_WORDS_NOTED = 4
"""Of a turn after the last words that asks for nothing: "the gate code is 4455" is for the team."""
MOST_WORDS_OF_A_WAIT = 6
"""A turn that asks us to wait and has more words is noted: the thing itself may be among them."""
WORDS_OF_A_LONG_YES = 7
"""With so many words a yes may tell more, and is kept: "I won't be home but my wife will"."""
WORDS_OF_A_NEVER_MIND = 3
"""With which a caller who was asked to go on takes back what was to come."""
_NO_CALL = frozenset({"vendor", "wrong_number"})


def decide_turn_after_end(call: Call, row: End, text: str, *, unheard: bool) -> Plan:
    """What follows words after the last ones, understood in the light of what was booked: see `decide_after_end`."""
    if row.lingers:
        booked = Held(call.slots.customer_name, call.slots.service_address)
        heard = understand_afterwards(text, call.now, call.profile.keyterms, booked)
    else:
        heard = understand(text, "any", call.now, call.profile.keyterms)
    return decide_after_end(call, row, heard, unheard=unheard)


def decide_after_end(call: Call, row: End, heard: Understood, *, unheard: bool) -> Plan:
    """A terminal state is never left, but nobody is left without an answer, nor without the last words: `unheard`
    when the caller spoke before or over them, so that the line has dropped them."""
    plan = Plan(call, rule=f"{row.state}: heard after the last words", hang_up=not call.pending, urgent=too_long(call))
    again = last_words(row, call) if unheard and not call.pending else ""
    if not heard.words:
        return plan.says(again)
    if (warned := _warned(plan, row, heard)) is not None:
        return warned
    if meanwhile := ending_of(row, call).heard:
        return plan.says(meanwhile)
    if row.lingers and not call.pending:
        return _after_last_question(plan, row, heard, again)
    if heard.wants == "repeat":
        return plan.says(ending_of(row, call).opening if call.pending else last_words(row, call))
    if heard.question is not None:
        return tell_fact(plan, heard).says("" if call.pending else again or "goodbye")
    if _worth_a_note(heard):
        return plan._replace(call=noted(call, heard)).says("" if call.pending else again or "goodbye_noted")
    return plan.says("" if call.pending else again or ("welcome" if heard.thanks else "goodbye_now"))


def _warned(plan: Plan, row: End, heard: Understood) -> Plan | None:
    """The instruction, where a danger is named or was; None where there is none."""
    call = plan.call
    if heard.hazard is not None and (not call.raised or (call.medical and heard.hazard != "HEALTH_RISK")):
        alarmed = raising(plan, heard)
        return alarmed.says(instruction(alarmed.call))._replace(urgent=True)
    if call.raised or not row.interruptible:
        return plan.says(instruction(call, again=True))._replace(urgent=True)
    doubtful = heard.hazard_withdrawn or (heard.sounds_dangerous and not call.cleared)
    return _possibly(plan, row, heard) if doubtful else None


def _possibly(plan: Plan, row: End, heard: Understood) -> Plan:
    """A danger that is only asked about or half taken back, or that may be why somebody feels dizzy."""
    if row.lingers and not plan.call.pending and not plan.call.callback_asked:
        return _given_to_a_person(plan._replace(call=plan.call._replace(recheck=True)), row, heard, "general")
    return plan._replace(call=noted(plan.call, heard), urgent=True).says("in_danger")


def _after_last_question(plan: Plan, row: End, heard: Understood, again: str) -> Plan:
    """The answer to "is there anything else?": what is to be changed goes to a person, the rest is answered."""
    call, told = plan.call, heard.afterwards
    kind = _matter(call, heard)
    if kind and not call.callback_asked:
        return _given_to_a_person(plan, row, heard, kind)
    if kind:
        return plan.says(again or "passed_on") if _is_passed_on(call, heard, kind) else _noting(plan, heard, again)
    misheard = heard.consent == "yes" and _other_time(call, heard)
    unsure = heard.when is not None and (heard.consent, heard.visit, heard.wants) == (None, None, None)
    if heard.wants == "repeat" or told == "again" or heard.visit == "asked" or misheard or unsure:
        return plan.says(last_words(row, call))
    if heard.question is not None:
        return _listens_on(tell_fact(_unless_known(plan, heard), heard), again, "anything_else", "goodbye")
    if heard.present and told in {None, "asked"}:
        return _listens_on(plan if again else plan.says("here"), again, "anything_else", "goodbye")
    if told == "asked" and (heard.consent, heard.visit, heard.wants) == (None, None, None):
        noting = plan._replace(call=noted(call, heard))
        return _listens_on(noting.says("fact_unknown"), again, "anything_else", "goodbye")
    if told == "more" or heard.wants == "wait" or (told == "yes" and call.listened):
        if heard.words > MOST_WORDS_OF_A_WAIT:
            plan = plan._replace(call=noted(call, heard))
        return _listens_on(plan, again, "go_ahead" if told else "take_your_time", "goodbye_now")
    worth = _worth_a_note(heard)
    if worth or (heard.consent == "yes" and heard.words >= WORDS_OF_A_LONG_YES):
        plan = plan._replace(call=noted(call, heard))
    return plan.says(again or ("goodbye_noted" if worth else "welcome" if heard.thanks else "goodbye_now"))


def _noting(plan: Plan, heard: Understood, again: str) -> Plan:
    return plan._replace(call=noted(plan.call, heard)).says(again or "goodbye_noted")


def _unless_known(plan: Plan, heard: Understood) -> Plan:
    """What the profile does not tell is noted, as "our team can tell you"."""
    return plan._replace(call=noted(plan.call, heard)) if heard.question == "other" else plan


def _listens_on(plan: Plan, again: str, line: str, goodbye: str) -> Plan:
    """Listen once more, a few times in a call; the last words come first where they were not heard."""
    call = plan.call
    if again:
        return plan.says(again)
    if call.listened >= LISTENED_AT_MOST or plan.urgent:
        return plan.says(goodbye)
    return plan._replace(call=call._replace(listened=call.listened + 1), listens=True).says(line)


def _given_to_a_person(plan: Plan, row: End, heard: Understood, kind: str) -> Plan:
    call = reached(noted(plan.call, heard), heard, "").fill("said", callback_type=kind)
    call = call._replace(passed_on=_asked_for(heard))
    if heard.urgency in {"emergency", "urgent", "high"}:
        call = call.fill("said", urgency_tier=heard.urgency)
    return end(Plan(call, rule=f"{row.state}: a person takes care of it"), row)


def _is_passed_on(call: Call, heard: Understood, kind: str) -> bool:
    """Whether the person who will call knows of it already."""
    asked = _asked_for(heard)
    same = kind == call.slots.callback_type and asked == call.passed_on and any(asked)
    return same and call.slots.callback_created


def _asked_for(heard: Understood) -> tuple[object, ...]:
    """What a turn after a booking wants changed."""
    return (heard.manage, heard.visit, heard.when, heard.problem, heard.name, heard.address, heard.phone)


def _matter(call: Call, heard: Understood) -> str:
    """The callback that a turn after a booking asks for; empty where nothing is to be changed."""
    kind = callback_type(heard)
    if heard.wants == "goodbye" and not (heard.manage or heard.correction or heard.afterwards == "undo"):
        return ""
    if kind not in _NO_CALL and kind and not (kind == "service" and heard.visit == "wished"):
        return kind
    elsewhere = heard.address is not None and heard.address != call.slots.service_address
    if heard.visit == "cancelled" or (heard.correction and not _says_again(call, heard)) or heard.lead or elsewhere:
        return "manage_booking"
    if heard.visit == "wished" and heard.phone and heard.equipment:  # "call my mom at ..., she has a broken AC too"
        return "service"
    if heard.visit == "wished" or heard.afterwards in {"enough", "more", "again"}:
        return ""
    fewest = WORDS_OF_A_NEVER_MIND if call.listened else 1
    declines = heard.consent == "no" and heard.wants != "wait" and (heard.words > fewest or heard.when is not None)
    later = heard.consent != "yes" and _other_time(call, heard)
    anew = heard.afterwards == "undo" or declines or bool(heard.problem) or later
    return "manage_booking" if anew or heard.urgency in {"emergency", "urgent"} else ""


def _says_again(call: Call, heard: Understood) -> bool:
    """ "44 Elm Street, got it": what was booked corrects nothing."""
    booked = heard.address is not None and heard.address == call.slots.service_address
    return booked and heard.disputed is None and heard.consent != "no" and heard.name is None


def _other_time(call: Call, heard: Understood) -> bool:
    """Whether a time is named at which the visit is not."""
    if heard.when is None or not call.slots.booked_time:
        return False
    return not matches(datetime.fromisoformat(call.slots.booked_time), call._replace(when=heard.when))


def _worth_a_note(heard: Understood) -> bool:
    """Whether a turn after the last words holds something that the team should read."""
    asked_for = heard.wants in {"human", "callback"} or heard.manage or heard.correction or heard.problem or heard.phone
    refused = heard.consent == "no" and (heard.when or heard.address or heard.name)
    told = heard.words >= FEWEST_WORDS_NOTED and heard.wants is None and heard.consent is None and not heard.thanks
    return bool(asked_for or refused) or heard.visit in {"wished", "cancelled"} or told
