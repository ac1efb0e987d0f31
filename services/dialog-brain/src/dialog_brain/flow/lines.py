"""Pure. Every sentence that the receptionist has, by the name of its line.

A `{slot}` is filled from the call's facts (`facts.py`); a line is only used where its facts exist.
"""

from __future__ import annotations

LINES: dict[str, tuple[str, ...]] = {
    # welcome
    "greeting": ("{greeting}",),
    "how_can_i_help": ("How can I help you today?",),
    "greeting_again": ("Sorry, I didn't catch that.", "How can I help you today?"),
    "greeting_narrow": ("Are you calling about a repair, a visit, or something else?",),
    # lookup
    "pulling_up": ("Okay, let me pull that up.",),
    # safety
    "safety": (
        "Quick safety check first.",
        "Do you smell gas or anything burning, see smoke, or hear a carbon monoxide alarm right now?",
    ),
    "safety_repeat": ("Do you smell gas or anything burning, see smoke, or hear a carbon monoxide alarm right now?",),
    "safety_again": (
        "Just to be safe, yes or no:",
        "is there any gas smell, burning smell, smoke, or a carbon monoxide alarm right now?",
    ),
    "safety_narrow": ("Please say yes or no.", "Is there gas, smoke, or a carbon monoxide alarm right now?"),
    "recheck": ("Okay, just to be sure.", "Is there any gas smell, smoke or alarm right now, yes or no?"),
    "recheck_again": ("Sorry, I need a yes or a no.", "Is there any gas smell, smoke or alarm right now?"),
    "emergency": (
        "Please leave the building now, everyone.",
        "Don't use any light switches or the phone inside.",
        "Call 911 from outside.",
        "We're alerting our team, and we will follow up with you.",
    ),
    "emergency_again": ("Please leave now and call 911 from outside.", "Our team will follow up."),
    # service_area
    "zip": ("What's the five digit ZIP code of the address that needs service?",),
    "zip_again": ("Sorry, I need all five digits.", "What's the ZIP code, one digit at a time?"),
    "zip_narrow": ("You can also key in the five digits of the ZIP code on your phone.",),
    "zip_check": ("I have {zip}, is that right?",),
    "zip_check_again": ("Sorry, is the ZIP code {zip}, yes or no?",),
    # discovery
    "name_check": ("Am I speaking with {name}?",),
    "name_check_again": ("Sorry, is this {name}, yes or no?",),
    "name": ("Can I get your name, please?",),
    "name_again": ("Sorry, I didn't catch your name.", "What's your first and last name?"),
    "name_narrow": ("Could you spell your last name for me?",),
    "problem": ("What's going on that we can help with?",),
    "problem_again": ("Sorry, could you tell me what's not working?",),
    "problem_narrow": ("In a few words, what should our technician look at?",),
    "address_check": ("Is the service at the address we have on file, on {street}?",),
    "address_check_again": ("Sorry, is it still the address on {street}, yes or no?",),
    "address": ("What's the street address for the visit?",),
    "address_again": ("Sorry, I need the house number and the street.", "What's the address?"),
    "address_narrow": ("Please say the house number first, and then the street.",),
    # confirm
    "when": ("And when works best for you?",),
    "when_again": ("Sorry, which day and time would you like?",),
    "when_narrow": ("For example, tomorrow morning, or Thursday at two.", "Which day suits you?"),
    "call_time": ("Our {expert} will talk that through with you.", "When is a good time to call?"),
    "call_time_again": ("Sorry, which day would be good for that call?",),
    "read_back": ("So that's {name}, at {address}, for {problem}, {when}.", "Want me to book that?"),
    "read_back_again": (
        "I need a yes before I book it.",
        "{name}, at {address}, for {problem}, {when}.",
        "Shall I book that?",
    ),
    "read_back_narrow": ("Please say yes to book it, or tell me what to change.",),
    "lead_read_back": ("So that's {name}, at {address}, about {problem}, with a call {when}.", "Is that right?"),
    "lead_read_back_again": ("Sorry, is that right, yes or no?",),
    "when_over": ("That time has already passed.", "When else works for you?"),
    "when_over_again": ("Sorry, which day and time would you like?",),
    "declined": ("Okay, I won't book it.", "Would you like someone to call you instead?"),
    "declined_again": ("Sorry, should someone call you, yes or no?",),
    "change": ("Okay, what should I change?",),
    "change_again": ("Sorry, is it the name, the address, the problem or the time?",),
    # booking
    "checking": ("Let me check the schedule.",),
    "still_checking": ("Still checking the schedule, thanks for waiting.",),
    "one_moment": ("One moment, please.",),
    "other_time": ("The opening I have is {other_time}.", "Does that work for you?"),
    "other_time_again": ("Sorry, does {other_time} work for you, yes or no?",),
    "offer": ("That time is taken.", "I have {offers}.", "{pick} for you?"),
    "offer_again": ("What I have is {offers}.", "{pick} for you?"),
    "new_time": ("Okay, {when} then.", "Shall I try to book that?"),
    "new_time_again": ("Sorry, should I try {when}, yes or no?",),
    "conflict": ("You already have a visit on {appointment}.", "Should I book this one as well?"),
    "conflict_again": ("Sorry, should I book this visit as well as the one on {appointment}, yes or no?",),
    # done
    "booked": (
        "You're all set for {booked}, at {address}, for {problem}.",
        "If there's anything else, just tell me; otherwise, thanks for calling {business}, and goodbye.",
    ),
    # callback
    "connecting": ("Sure, let me connect you with someone at {business}.", "One moment, please."),
    "still_connecting": ("I'm connecting you now, one moment, please.",),
    "unreachable": ("I'm sorry, nobody could pick up just now.", "Let me have a person call you."),
    "arranging": ("Sure, let me arrange that.",),
    "noting": ("Okay, I'll pass that on.",),
    "will_call": ("A person from our team will call you{number} {promise}.", "Thanks for calling {business}, goodbye."),
    "will_call_noted": (
        "I've written that down for our team, and a person will call you{number} as soon as they can.",
        "Thanks for calling {business}, goodbye.",
    ),
    "number_withheld": (
        "I've written that down for our team, but your number is withheld, so we can't call you.",
        "Please call {business} again, goodbye.",
    ),
    "expert_will_call": ("Our {expert} will call you{number}.", "Thanks for calling {business}, goodbye."),
    "wrong_number": ("No problem at all.", "This is {business}, so you have the wrong number.", "Goodbye."),
    "vendor": ("Thanks, but we don't take sales calls on this line.", "Have a good day, goodbye."),
    "manage": ("I'll have someone take care of {your_appointment}.",),
    "follow_up": ("I'm sorry about the wait.", "Let me get someone on that."),
    "out_of_area": ("I'm sorry, we only serve {area} for now.", "Let me have someone call you with a referral."),
    "unclear_danger": (
        "I couldn't be sure about that, so please listen:",
        "if you smell gas or smoke, or hear an alarm, leave the building and call 911 from outside.",
        "I'm arranging a call from our team as well.",
    ),
    "booking_failed": ("I couldn't get that time confirmed.", "Let me have a person sort it out with you."),
    "no_time_suits": ("Okay, let me have a person find a time with you.",),
    "booking_unclear": ("I didn't get a clear answer from the schedule.", "A person will confirm the visit with you."),
    "other_time_refused": ("Okay, we won't leave it at that.", "Let me have a person find a time with you."),
    "not_understood": ("Let me have a person call you, so that we get this right.",),
    # anywhere
    "still_there": ("Are you still there?",),
    "silent_goodbye": ("I can't hear anyone, so I'll let you go.", "Please call {business} again any time, goodbye."),
    "silent_callback": ("I can't hear you any more, so I'll have someone call you back.",),
    "take_your_time": ("Sure, take your time.",),
    "leaving": ("Before you go, would you like someone to call you back?",),
    "leaving_again": ("Sorry, should someone call you back, yes or no?",),
    "goodbye": ("Thanks for calling {business}, goodbye.",),
    "goodbye_noted": ("I've noted that for our team.", "Goodbye."),
    "cut_off": ("Sorry, we got cut off.",),
    "fact": ("{fact}",),
    "fact_unknown": ("Our team can tell you that when they talk to you.",),
    "robot": ("I'm the virtual receptionist for {business}, an automated assistant.",),
}
