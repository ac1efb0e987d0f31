"""What a model is told: the business, the line and the call's facts, and nothing else of the caller."""

from __future__ import annotations

from calllock.contracts.business import BusinessProfile
from calllock.runtime.profiles import load_profiles
from calllock_local.workspace import BUSINESSES
from dialog_brain.flow.call import Call
from dialog_brain.flow.lines import LINES
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.script import Script
from dialog_brain.wording.lines import WORDABLE
from dialog_brain.wording.prompts import given_for, wording_chat
from tests.unit.dialog_brain.in_one_state import in_state

PROFILES = load_profiles(BUSINESSES)
ACE, HARBOR = PROFILES.by_id("ace-cooling"), PROFILES.by_id("harbor-plumbing")


def call_in(state: str, profile: BusinessProfile | None = ACE, **slots: str) -> Call:
    """A call in that state with these slots said by the caller."""
    assert profile is not None
    return in_state(RECEPTIONIST, profile, state, Script(name="told"), **slots).call


def chat(line: str, call: Call) -> tuple[str, str]:
    given = given_for(call, LINES[line])
    system, user = wording_chat(call, WORDABLE[line], given)
    assert (system.role, user.role) == ("system", "user")
    return system.content, user.content


def test_the_voice_names_business_trade_place_and_purpose() -> None:
    system, user = chat("zip", call_in("service_area", HARBOR))
    assert "the virtual receptionist of Harbor Plumbing (plumbing)" in system
    assert "Say nothing yet about whether we come there." in system
    assert "five digit ZIP" in system
    assert user.endswith("The line: What's the five digit ZIP code of the address that needs service?")
    assert "{" not in system + user


def test_a_model_knows_the_name_and_the_problem_in_our_words() -> None:
    call = call_in("discovery", customer_name="Dana Brooks", problem_description="my darn AC is not cooling")
    given = given_for(call, LINES["address"])
    assert given.facts == ("ACE Cooling", "Dana Brooks", "Dana", "the AC not cooling")
    assert "darn" not in chat("address", call)[1]


def test_a_name_that_was_only_looked_up_is_not_given_away() -> None:
    call = call_in("discovery").fill("looked_up", customer_name="Dana Brooks")
    assert given_for(call, LINES["name"]).facts == ("ACE Cooling",)


def test_address_zip_and_time_are_never_given() -> None:
    call = call_in("confirm", zip_code="78745", service_address="12 Oak Street", preferred_time="Tuesday at 9:00 AM")
    told = " ".join(chat("change", call))
    assert not any(secret in told for secret in ("78745", "Oak", "Tuesday"))
