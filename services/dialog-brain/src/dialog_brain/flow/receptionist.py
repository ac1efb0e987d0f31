"""Pure. The receptionist: one row for each of the ten states, and what may be said in any of them.

Read a row from top to bottom: what is asked and when, then the ways out; the first that holds is taken. `step.py`
executes this table, `check.py` proves it whole at start, and `printed.py` draws it for `docs/flow.md`.
"""

from __future__ import annotations

from dataclasses import replace

from dialog_brain.flow import calendar_guards as c
from dialog_brain.flow import ending_guards as e
from dialog_brain.flow import guards as g
from dialog_brain.flow.printed import versioned
from dialog_brain.flow.rows import Ask, Do, End, Ending, Exit, Flow, Guard, Question, Reaction, Stay

ZIP_CHECK = Question("zip_check", "zip_check", "confirm", g.zip_outside_unconfirmed)
ZIP = Question("zip", "zip", "zip", g.zip_missing)
ZIP_AGAIN = replace(ZIP, needed=g.disputed("zip_code"))
NAME_CHECK = Question("name_check", "name_check", "confirm", g.name_unchecked)
NAME = Question("name", "name", "name", g.name_missing)
PROBLEM = Question("problem", "problem", "problem", g.problem_missing)
ADDRESS_CHECK = Question("address_check", "address_check", "confirm", g.address_unchecked)
ADDRESS = Question("address", "address", "address", g.address_missing)
RECHECK = Question("recheck", "recheck", "safety", g.rechecking)
LEAVING = Question("leaving", "leaving", "confirm", g.leaving)
PHONE = Question("phone", "phone", "any", g.number_needed, repeat="phone_again")
OUTSIDE = Exit(
    g.zip_outside, "callback", "service area: the ZIP is outside", callback="out_of_area", end_reason="out_of_area"
)
"""Wherever a ZIP is given or corrected."""
OTHER_TRADE = Exit(g.other_trade, "callback", "the problem is one of another trade", callback="general")


def _promise(guard: Guard, opening: str) -> Ending:
    """The end with the promise of a call."""
    return Ending(guard, opening, "will_call", ("create_callback",), "will_call_noted")


CONNECTING = Ending(e.person_reachable, "", "connecting", connects=True, heard="still_connecting")
UNREACHABLE = _promise(e.person_did_not_answer, "unreachable")
"""Wherever a person may be asked for at the end."""

WELCOME = Ask(
    state="welcome",
    purpose="greet, listen, tell service from office matters",
    questions=(Question("matter", "greeting", "open", g.always, repeat="how_can_i_help"),),
    exits=(
        Exit(g.office_matter, "callback", "welcome: not about service"),
        Exit(g.something_was_said, "lookup", "welcome: about service, or unclear"),
    ),
    gives_up=Exit(g.always, "callback", "welcome: not understood", callback="general"),
)

LOOKUP = Do(
    state="lookup",
    purpose="find the caller by number",
    opening="pulling_up",
    quiet=g.greeted,
    tool="lookup_caller",
    outcomes=(
        Exit(g.callback_wanted, "callback", "lookup: the caller wants a callback"),
        Exit(g.always, "safety", "lookup: whatever came back"),
    ),
)

SAFETY = Ask(
    state="safety",
    purpose="exclude gas, burning, smoke and carbon monoxide",
    questions=(
        Question("matter", "matter", "open", g.greeted),
        Question("safety_there", "safety_there", "safety", g.away),
        Question("safety", "safety_closely", "safety", g.sounded_dangerous),
        Question("safety", "safety", "safety", g.always, repeat="safety_repeat"),
    ),
    exits=(
        Exit(g.answered("safety", "yes"), "safety_exit", "safety: the caller says yes"),
        Exit(g.answered("safety_there", "yes"), "safety_exit", "safety: somebody there has told of a danger"),
        Exit(g.answered("safety", "no"), "service_area", "safety: a clear no"),
        Exit(g.none_told_there, "service_area", "safety: nobody there has told of a danger"),
        Exit(g.danger_excluded, "service_area", "safety: a clear no, asked once more"),
    ),
    gives_up=Exit(g.always, "callback", "safety: danger could not be excluded", callback="general"),
    tries=2,
)

SERVICE_AREA = Ask(
    state="service_area",
    purpose="a five-digit ZIP inside the area",
    questions=(ZIP_CHECK, replace(NAME, line="name_for_call", needed=g.name_missing_for_call, repeat="name"), ZIP),
    exits=(
        OTHER_TRADE,
        Exit(g.zip_in_area, "discovery", "service area: the ZIP is inside"),
        OUTSIDE,
        Exit(g.zip_unknown, "callback", "service area: the caller does not know the ZIP", callback="general"),
    ),
    gives_up=Exit(g.always, "callback", "service area: no ZIP understood", callback="general"),
    tools=("end_call",),
)

DISCOVERY = Ask(
    state="discovery",
    purpose="name, problem and address, one missing thing at a time",
    questions=(ZIP_CHECK, ZIP_AGAIN, NAME_CHECK, NAME, PROBLEM, ADDRESS_CHECK, ADDRESS),
    exits=(
        OTHER_TRADE,
        OUTSIDE,
        Exit(g.all_known, "confirm", "discovery: name, problem and address are known"),
    ),
    gives_up=Exit(g.always, "callback", "discovery: not understood", callback="general"),
)

CONFIRM = Ask(
    state="confirm",
    purpose="ask when, read back, get a clear yes",
    questions=(
        ZIP_CHECK,
        ZIP_AGAIN,
        replace(NAME, needed=g.disputed("customer_name")),
        replace(PROBLEM, needed=g.disputed("problem_description")),
        replace(ADDRESS, needed=g.disputed("service_address")),
        Question("unit", "unit", "address", g.unit_missing),
        Question("when_over", "when_over", "time", g.wish_over),
        Question("call_time", "call_time", "time", g.call_time_missing),
        Question("when", "when", "time", g.time_missing),
        Question("declined", "declined", "confirm", g.declined),
        Question("change", "change", "any", g.changing),
        Question("lead_read_back", "lead_read_back", "confirm", g.lead),
        Question("read_back", "read_back", "confirm", g.always),
    ),
    exits=(
        OUTSIDE,
        Exit(g.answered("declined", "yes"), "callback", "confirm: a call instead of a visit", callback="service"),
        Exit(g.nothing_wanted, "callback", "confirm: nothing is wanted", callback="none", end_reason="customer_hangup"),
        Exit(
            g.lead_agreed,
            "callback",
            "confirm: a new system goes to the expert",
            callback="estimate",
            end_reason="sales_lead",
        ),
        Exit(g.consented, "booking", "confirm: caller agrees"),
    ),
    gives_up=Exit(g.always, "callback", "confirm: no clear yes", callback="service"),
)

BOOKED_AND_MORE = (
    Exit(c.told_meanwhile, "done", "booking: booked, and told otherwise meanwhile", callback="manage_booking"),
    Exit(c.also_wanted, "done", "booking: booked, and something else is wanted", callback="general"),
)

BOOKING = Do(
    state="booking",
    purpose="book what was agreed to",
    opening="checking",
    tool="book_service",
    outcomes=(
        Exit(e.callback_type_is("human"), "callback", "booking: a person was asked for meanwhile"),
        Exit(c.booking_unanswered, "callback", "booking: no clear answer in time", callback="service"),
        *BOOKED_AND_MORE,
        Exit(c.booked_as_wished, "done", "booking: booked as wished"),
        Stay(c.booked_otherwise, "booking: another time than wished"),
        Exit(
            c.in_the_way_of_itself, "callback", "booking: the unwanted visit is in the way", callback="manage_booking"
        ),
        Stay(c.appointment_conflicts, "booking: an appointment is in the way"),
        Stay(c.offered, "booking: other times are free"),
        Exit(g.always, "callback", "booking: not booked", callback="service"),
    ),
    questions=(
        Question("other_time", "booked_meanwhile", "confirm", c.booked_meanwhile),
        Question("other_time", "other_time", "confirm", c.booked_otherwise),
        Question("conflict", "conflict", "confirm", c.appointment_conflicts),
        Question("offer", "offer", "time", c.offer_pending, repeat="offer_again"),
        Question("new_time", "read_back", "confirm", c.amended),
        Question("new_time", "new_time", "confirm", c.new_time),
    ),
    answers=(
        *BOOKED_AND_MORE,
        Exit(c.booked_as_wished, "done", "booking: caller agrees to the other time"),
        Exit(c.other_time_refused, "callback", "booking: caller refuses the other time", callback="manage_booking"),
        Stay(c.both_wanted, "booking: caller wants both", run_again=True),
        Exit(c.appointment_kept, "callback", "booking: caller keeps the appointment", callback="manage_booking"),
        Stay(c.time_chosen, "booking: caller chooses a time", run_again=True),
        Stay(c.new_time_agreed, "booking: caller agrees to try another time", run_again=True),
        Exit(c.new_time_refused, "callback", "booking: no time is agreed to", callback="service"),
        Exit(c.offers_refused, "callback", "booking: no offered time suits", callback="service"),
    ),
    slow="still_checking",
    gives_up=Exit(g.always, "callback", "booking: not understood", callback="service"),
)

SAFETY_EXIT = End(
    state="safety_exit",
    purpose="the 911 instruction, at once; the emergency is raised",
    endings=(
        Ending(g.medical, "medical", ""),
        Ending(g.away, "emergency_there", ""),
        Ending(g.always, "emergency", ""),
    ),
    tools=("end_call",),
    interruptible=False,
)

DONE = End(
    state="done",
    purpose="read back what was booked, last question, goodbye",
    endings=(
        Ending(e.flooded_until_visit, "", "booked_alerting", alerts=True),
        Ending(e.noted_beside, "", "booked_noted"),
        Ending(g.always, "", "booked"),
    ),
    tools=("end_call",),
    lingers=True,
    afterwards=(
        _promise(e.danger_not_excluded, "unclear_danger"),
        CONNECTING,
        UNREACHABLE,
        _promise(c.told_meanwhile, "booked_but_told"),
        _promise(c.also_wanted, "booked_also"),
        _promise(g.callback_wanted, "visit_stays"),
    ),
)

CALLBACK = End(
    state="callback",
    purpose="every other ending: a person is connected, or will call",
    endings=(
        Ending(e.callback_type_is("wrong_number"), "", "wrong_number"),
        Ending(e.callback_type_is("vendor"), "", "vendor"),
        _promise(e.danger_not_excluded, "unclear_danger"),
        CONNECTING,
        UNREACHABLE,
        Ending(e.told_in_spanish, "", "will_call_spanish", ("create_callback",), "will_call_spanish_noted"),
        _promise(e.other_trade, "other_trade"),
        Ending(
            e.flooded_after_hours, "alerting", "team_will_call", ("create_callback",), "team_will_call", alerts=True
        ),
        _promise(c.unsettled, "other_time_refused"),
        _promise(e.gone_silent_with_problem, "silent_callback"),
        Ending(e.gone_silent, "", "silent_goodbye"),
        Ending(e.callback_type_is("none"), "", "goodbye"),
        Ending(
            e.callback_type_is("estimate"),
            "noting",
            "expert_will_call",
            ("send_sales_lead_alert", "create_callback"),
            "will_call_noted",
        ),
        _promise(e.callback_type_is("out_of_area"), "out_of_area"),
        _promise(c.booking_unclear, "booking_unclear"),
        _promise(e.callback_type_is("manage_booking"), "manage"),
        _promise(c.visit_expected, "visit_expected"),
        _promise(c.kept_waiting, "promise_open"),
        _promise(c.promise_open, "promise_open"),
        _promise(e.callback_type_is("follow_up"), "follow_up"),
        _promise(c.offer_pending, "no_time_suits"),
        _promise(c.booking_failed, "booking_failed"),
        _promise(e.callback_type_is("general"), "not_understood"),
        _promise(e.callback_type_is("billing", "applicant"), "noting"),
        _promise(g.always, "arranging"),
    ),
    tools=("create_callback", "send_sales_lead_alert", "end_call"),
)


def _leaves(guard: Guard, rule: str, to: str, callback: str = "", *, end_reason: str = "", line: str = "") -> Reaction:
    return Reaction(guard, rule, line, Exit(g.always, to, rule, callback, end_reason))


ANYWHERE = (
    _leaves(g.hazard_named, "anywhere: a danger is named", "safety_exit"),
    _leaves(g.answered("recheck", "yes"), "anywhere: the danger stands", "safety_exit"),
    Reaction(g.hazard_withdrawn, "anywhere: a danger is taken back, ask once more"),
    Reaction(g.danger_suspected, "anywhere: it sounds like a danger, ask once more"),
    Reaction(g.number_needed, "anywhere: the number to call is missing"),
    _leaves(g.speaks_spanish, "anywhere: the caller speaks Spanish", "callback", "human", line="spanish"),
    _leaves(g.human_wanted, "anywhere: a person is asked for", "callback", "human"),
    _leaves(g.leaving_agreed, "anywhere: a callback before leaving", "callback", "service"),
    _leaves(g.leaving_refused, "anywhere: the caller leaves", "callback", "none", end_reason="customer_hangup"),
    _leaves(g.callback_wanted_later, "anywhere: a callback is asked for", "callback"),
    Reaction(g.repeat_wanted, "anywhere: say it again"),
    Reaction(g.wait_wanted, "anywhere: the caller needs a moment", line="take_your_time"),
    Reaction(g.says_hello, "anywhere: the caller says hello", line="hello"),
    Reaction(g.presence_told, "anywhere: the caller asks whether we are there", line="here"),
    Reaction(c.time_asked_early, "anywhere: the time of a visit is asked before it is booked", line="time_follows"),
    Reaction(c.others_asked, "anywhere: other times than the one there is are asked for", line="only_opening"),
    Reaction(g.asked_in_passing, "anywhere: something else is asked", line="fact"),
    Reaction(g.goodbye_said, "anywhere: the caller is about to leave"),
)
"""What may be said in any state that is not terminal, looked at before the row itself."""

RECEPTIONIST = versioned(
    Flow(
        start="welcome",
        rows=(WELCOME, LOOKUP, SAFETY, SAFETY_EXIT, SERVICE_AREA, DISCOVERY, CONFIRM, BOOKING, DONE, CALLBACK),
        interposed=(RECHECK, PHONE, LEAVING),
        reactions=ANYWHERE,
    )
)
