"""One call as it goes on."""

from __future__ import annotations

from calllock.contracts import events
from calllock.contracts.interim import InterimWords
from post_call_worker.console.live_call import LiveCall, LiveView, live_view
from post_call_worker.vocabulary import DeliveryStatus
from tests.unit.post_call_worker.call_logs import CallLog, booked_call, gas_call

WAY = ["welcome", "lookup", "safety", "done"]


def _live(log: CallLog, deliveries: list[DeliveryStatus] | None = None) -> LiveCall:
    answered = log.messages[0]
    assert isinstance(answered, events.CallAnswered)
    call = LiveCall(answered)
    for message in log.messages:
        call.take(message)
    if deliveries is not None:
        call.learn(deliveries)
    return call


def _view(log: CallLog, deliveries: list[DeliveryStatus] | None = None) -> LiveView:
    return live_view(_live(log, deliveries), WAY, "ACE Cooling")


def test_the_way_lights_up_as_far_as_the_call_has_come() -> None:
    view = _view(CallLog().enters("welcome").enters("lookup"))
    assert view.path == (("welcome", "passed"), ("lookup", "here"), ("safety", "ahead"), ("done", "ahead"))
    assert (view.status, view.length_s) == ("On the line", None)


def test_a_state_beside_the_main_way_is_shown_where_the_call_is_in_it() -> None:
    view = _view(gas_call())
    assert view.path[-1] == ("safety exit", "here")
    assert view.danger == "gas leak"


def test_it_names_the_caller_as_soon_as_the_name_is_known() -> None:
    assert _view(CallLog()).caller == ""
    view = _view(booked_call())
    assert (view.caller, view.number) == ("Jonas Miller", "(512) 555-0142")
    assert view.learned == ("AC stopped cooling", "4210 South Lamar Boulevard", "78745")


def test_the_latest_words_are_shown() -> None:
    moments = _view(booked_call()).moments
    assert len(moments) == 6
    assert moments[-1].text == "You're booked for Tuesday at nine."


def test_after_the_end_it_is_known_by_its_deliveries() -> None:
    assert _view(booked_call()).status == "Ended"
    assert _view(booked_call(), ["pending", "delivered"]).status == "Delivering"
    assert _view(booked_call(), ["delivered", "delivered"]).status == "Delivered"
    assert _view(booked_call(), ["delivered", "dead"]).status == "Not delivered"


def test_it_is_settled_when_it_has_ended_and_nothing_is_on_its_way() -> None:
    assert not _live(CallLog(), ["delivered"]).settled
    assert not _live(booked_call()).settled
    assert not _live(booked_call(), ["delivered", "pending"]).settled
    assert _live(booked_call(), ["delivered", "dead"]).settled


def test_whatever_changes_it_makes_it_drawn_anew() -> None:
    call = _live(CallLog())
    call.drawn = "old"
    call.take(CallLog().enters("welcome").messages[-1])
    assert call.drawn is None
    call.drawn = "old"
    call.learn(["pending"])
    assert call.drawn is None


def _words(turn: int, text: str) -> InterimWords:
    return InterimWords(call_sid="CA0001", turn=turn, text=text)


def test_words_of_a_turn_that_goes_on_are_shown_until_the_turn_is_over() -> None:
    log = CallLog().says("Hello.")
    call = _live(log)
    call.drawn = "old"
    assert call.overhear(_words(1, "my AC"))
    assert call.drawn is None
    assert not call.overhear(_words(1, "my AC"))
    assert live_view(call, WAY, "ACE").interim == "my AC"
    call.take(log.hears("my AC is out").messages[-1])
    assert live_view(call, WAY, "ACE").interim == ""


def test_words_that_come_later_than_their_turn_or_than_the_end_are_not_shown() -> None:
    call = _live(CallLog().hears("my AC is out"))
    assert not call.overhear(_words(1, "my AC"))
    assert call.overhear(_words(2, "it is"))
    over = _live(booked_call())
    assert not over.overhear(_words(99, "bye"))
    assert live_view(over, WAY, "ACE").interim == ""
