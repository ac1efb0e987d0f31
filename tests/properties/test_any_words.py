"""Ten thousand utterances that make no sense, in every state: no exception, and the call stays in its table."""

from __future__ import annotations

import string
from random import Random

import pytest

from calllock.contracts import events
from calllock.runtime.profiles import load_profiles
from calllock_local.workspace import BUSINESSES
from dialog_brain.flow.call import Call
from dialog_brain.flow.check import edges
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.step import step
from dialog_brain.script import Line, Reply, Script
from tests.properties.callers import ANYTHING, DANGERS, HELPFUL
from tests.unit.dialog_brain.in_one_state import in_state

PROFILE = load_profiles(BUSINESSES).by_id("ace-cooling")
STATES = [row.state for row in RECEPTIONIST.rows]
UTTERANCES_PER_STATE = 1000
LONG_EVERY = 50
SPEAKABLE = [text for answers in HELPFUL.values() for text in answers] + [*ANYTHING, *DANGERS]
OTHER = (
    "Mein Ofen raucht nicht, aber die Heizung ist kaputt.",
    "mi aire acondicionado no funciona, ¿pueden venir mañana a las nueve?",
    "エアコンが壊れました",
    "الجو حار والمكيف لا يعمل",
    "кондиционер сломался",
    "🔥🔥🔥 911 🚒",
    "\u202e78745\u202c",
    "İ \u0131 ß ﬁ ² ½ Ⅷ ٧٨٧٤٥",
    "\x00\x07\x1b[31m\ud83d",
    "'; DROP TABLE calls; -- {0} {greeting} %s",
)
KNOWN = {
    "customer_name": "Ann Lee",
    "service_address": "12 Oak Street",
    "problem_description": "AC is dead",
    "zip_code": "78704",
}


def utterances(random: Random, count: int) -> list[str]:
    """Sentences, salads of their words, raw code points, other scripts, nothing, and five thousand characters."""
    words = " ".join(SPEAKABLE).split()
    kinds = (
        lambda: random.choice(SPEAKABLE),
        lambda: random.choice(OTHER),
        lambda: " ".join(random.choices(words, k=random.randint(1, 25))),
        lambda: "".join(
            chr(random.choice((random.randrange(0x20, 0x3000), random.randrange(0x110000)))) for _ in range(30)
        ),
        lambda: "".join(random.choices(string.printable, k=random.randint(0, 60))),
        lambda: "",
    )
    made = [random.choice(kinds)() for _ in range(count)]
    for place in range(0, count, LONG_EVERY):
        made[place] = (random.choice((" ".join(random.choices(words, k=1500)), made[place] + "7" * 5000)))[:5000]
    return made


def entered(state: str) -> Call:
    """A call that has just entered the state; the backend keeps silent."""
    assert PROFILE is not None
    known = {} if state in {"welcome", "lookup", "safety", "service_area", "discovery"} else KNOWN
    silent = Script(name="silent", lookup=Reply(delay_s=1), booking=(Reply(delay_s=1),), callback=Reply(delay_s=1))
    played = in_state(RECEPTIONIST, PROFILE, state, script=silent, **known)
    if state == "confirm":
        played.say(Line(says="tomorrow at nine"))
    return played.call


@pytest.mark.parametrize("state", STATES)
def test_whatever_is_said_the_call_stays_in_its_table(state: str) -> None:
    call, random = entered(state), Random(state)
    reachable = {state}
    for _ in range(len(STATES)):
        reachable |= {to for one in reachable for to in edges(RECEPTIONIST)[one]}
    for text in utterances(random, UTTERANCES_PER_STATE):
        event = events.UtteranceHeard(
            event_id="e",
            call_sid=call.sid,
            occurred_at=call.now,
            turn=call.turn + 1,
            text=text,
            after_prompt=call.prompt,
        )
        decision = step(RECEPTIONIST, call, event)
        assert decision.call.state in reachable
        assert decision.call.turn == call.turn + 1
