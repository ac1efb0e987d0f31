"""The flow as a drawing."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from post_call_worker.console.flow_diagram import FlowState, PublishedFlow, flow_diagram

FLOW = PublishedFlow(
    start="welcome",
    states=(
        FlowState(state="welcome", to=("booking", "safety_exit")),
        FlowState(state="booking", to=("done", "safety_exit")),
        FlowState(state="done", to=("safety_exit",)),
        FlowState(state="safety_exit", to=()),
    ),
)


def _stations(path: list[str]) -> dict[str, str]:
    drawing = ET.fromstring(flow_diagram(FLOW, path))
    groups = list(drawing.iter("g"))
    return {"".join(group.itertext()): group.attrib["class"].removeprefix("station ") for group in groups}


def _ways(path: list[str]) -> list[str]:
    return [way.attrib["class"] for way in ET.fromstring(flow_diagram(FLOW, path)).iter("path")]


def test_the_states_that_a_call_went_through_are_lit_and_the_last_is_marked() -> None:
    assert _stations(["welcome", "booking"]) == {
        "welcome": "passed",
        "booking": "last",
        "done": "ahead",
        "safety exit": "ahead",
    }


def test_every_step_of_the_way_is_drawn_also_one_to_the_side() -> None:
    assert _ways(["welcome", "safety_exit"]).count("way taken") == 1
    assert _ways([]).count("way taken") == 0


def test_the_way_is_told_to_who_cannot_see_it() -> None:
    assert 'aria-label="The way of this call: welcome, then safety exit"' in flow_diagram(
        FLOW, ["welcome", "safety_exit"]
    )


def test_a_state_that_the_flow_of_today_has_not_is_left_out() -> None:
    assert "nowhere" not in _stations(["welcome", "nowhere", "booking"])
