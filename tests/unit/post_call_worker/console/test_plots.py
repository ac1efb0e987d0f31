"""Plots as SVG."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from post_call_worker.console.plots import lines, paces, ranked_bars, stacked_bars, waveform


def _bars(drawn: str) -> list[tuple[str, float]]:
    bars = [rect for rect in ET.fromstring(drawn).iter("rect") if rect.attrib["class"].startswith("fill-")]
    return [(bar.attrib["class"], float(bar.attrib["height"])) for bar in bars]


def test_the_height_of_a_bar_is_its_share_of_the_scale() -> None:
    bars = _bars(stacked_bars(["Mon"], {"booked": [10], "missed": [5]}, "Calls"))
    assert [kind for kind, _ in bars] == ["fill-0", "fill-1"]
    assert bars[0][1] == pytest.approx(2 * bars[1][1])


def test_every_bar_says_what_it_is() -> None:
    assert "<title>Mon: booked 10</title>" in stacked_bars(["Mon"], {"booked": [10]}, "Calls")


def test_nothing_is_drawn_for_nothing() -> None:
    assert _bars(stacked_bars(["Mon"], {"booked": [0]}, "Calls")) == []
    assert "polyline" not in stacked_bars([], {}, "Calls")


def test_a_day_without_a_value_is_no_point_of_the_line() -> None:
    drawn = ET.fromstring(lines(["Mon", "Tue", "Wed"], {"p50": [900, None, 1100]}, "Response", "ms"))
    assert len(list(drawn.iter("circle"))) == 2


def test_what_is_drawn_is_escaped() -> None:
    for drawn in (ranked_bars({"<script>": 1}, '"x'), stacked_bars(["<b>"], {"<i>": [1]}, '"x')):
        assert "<script>" not in drawn
        assert "<b>" not in drawn
        ET.fromstring(drawn)


def test_many_labels_are_thinned_so_that_they_do_not_touch() -> None:
    drawn = ET.fromstring(stacked_bars([str(n) for n in range(30)], {"calls": [1] * 30}, "Calls"))
    assert len([text for text in drawn.iter("text") if text.attrib["class"] == "label"]) == 6


def test_the_longest_of_ranked_bars_takes_the_whole_width() -> None:
    drawn = ET.fromstring(ranked_bars({"safety": 8, "discovery": 2}, "Hang-ups"))
    widths = [float(rect.attrib["width"]) for rect in drawn.iter("rect") if rect.attrib["class"] == "fill-0"]
    assert widths == [360.0, 90.0]


def test_a_turn_is_its_three_parts() -> None:
    assert [kind for kind, _ in _bars(paces([(1, 300, 200, 400)], "Pace"))] == ["fill-0", "fill-1", "fill-2"]


def test_a_waveform_has_the_caller_above_and_the_agent_below() -> None:
    caller, agent = ET.fromstring(waveform([1.0], [0.5], "Loudness")).iter("rect")
    assert float(caller.attrib["y"]) + float(caller.attrib["height"]) == float(agent.attrib["y"])
    assert float(caller.attrib["height"]) == 2 * float(agent.attrib["height"])
