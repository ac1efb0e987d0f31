"""Pure. What a turn changes in what a call is about: the problem, its machine, how urgent it is, what is noted."""

from __future__ import annotations

from dialog_brain.flow.call import Call
from dialog_brain.flow.slots import Slots
from dialog_brain.understanding.matter.problem_words import problem_words, tells_more
from dialog_brain.understanding.understood import Understood

LONGEST_PROBLEM = 300
"""Characters that a problem may grow to, when more than one machine is named."""
LONGEST_NOTE = 300
"""Characters of one turn that are noted for the team."""


def noted(call: Call, heard: Understood) -> Call:
    """The call with what was said written down for the team, in the caller's own words."""
    earlier = f"{call.slots.noted} / " if call.slots.noted else ""
    return call._replace(also=heard.also or call.also).fill("said", noted=f"{earlier}{heard.text[:LONGEST_NOTE]}")


def learn_matter(call: Call, heard: Understood) -> Call:
    """The problem and how urgent it is."""
    slots = call.slots
    told: dict[str, str] = {}
    agreed = heard.consent == "yes" and call.question == "read_back"
    if heard.problem and (not slots.problem_description or _is_instead(call, heard)):
        same = slots.equipment if slots.equipment and _tells_no_machine(heard.problem) else ""
        told["problem_description"] = f"{same} {heard.problem}".strip()
        told["equipment"] = heard.equipment or slots.equipment
    elif heard.problem and ((agreed and heard.problem_added) or _tells_more(slots, heard)):
        if agreed:  # what was read back is what is booked
            call = noted(call, heard)
        else:
            told["problem_description"] = f"{slots.problem_description}; {heard.problem}"[:LONGEST_PROBLEM]
    elif slots.lead_type and heard.lead_withdrawn:
        told = {"lead_type": "", "problem_description": ""}
    if heard.lead:
        told["lead_type"] = heard.lead
        if not (heard.problem or slots.problem_description):
            told["problem_description"] = "a new system"
    if heard.equipment and not slots.equipment:
        told["equipment"] = heard.equipment
    if heard.problem_duration and not slots.problem_duration:
        told["problem_duration"] = heard.problem_duration
    if heard.urgency and heard.urgency != slots.urgency_tier and not _still_an_emergency(slots, heard):
        told["urgency_tier"] = heard.urgency
    return call.fill("said", **told) if told else call


def _tells_more(slots: Slots, heard: Understood) -> bool:
    return tells_more(slots.problem_description, heard.problem or "", added=heard.problem_added)


def named_anew(call: Call, heard: Understood) -> tuple[Call, Understood]:
    """The trouble that we hold, of the machine that was meant: "I mean the heater"; then it is no other one."""
    machine, problem, instead = call.slots.equipment, call.slots.problem_description, heard.machine_instead
    if not instead or not machine or machine not in problem:
        return call, heard
    call = call.fill("said", problem_description=problem.replace(machine, instead, 1), equipment=instead)
    return call, heard._replace(problem=None)


def _still_an_emergency(slots: Slots, heard: Understood) -> bool:
    """ "As soon as you can" does not make an emergency less of one; "no rush" does."""
    return slots.urgency_tier == "emergency" and heard.urgency in {"urgent", "high"}


def _is_instead(call: Call, heard: Understood) -> bool:
    """Whether the problem that was told takes the place of the one that we hold."""
    if heard.problem_added:
        return call.question == "problem"
    corrects = heard.correction or call.question in {"problem", "change"}
    return corrects or (call.question == "read_back" and of_the_same(heard))


def _tells_no_machine(problem: str) -> bool:
    return problem_words(problem).startswith("something ")


def of_the_same(heard: Understood) -> bool:
    """ "No, it's leaking": another trouble of the machine that was read back."""
    return heard.consent == "no" and heard.problem is not None and _tells_no_machine(heard.problem)
