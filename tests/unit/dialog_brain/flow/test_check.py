"""A faulty table stops the start, and every fault is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from dialog_brain.flow import ending_guards as e
from dialog_brain.flow import guards as g
from dialog_brain.flow import lines
from dialog_brain.flow.check import FlowError, check, edges, exits_of
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import Ask, Do, End, Ending, Exit, Flow, Question, Row
from tests.acceptance import acceptance_files

OWN = Path(__file__).parents[3] / "data" / "steps.yaml"


def changed(state: str, **changes: Any) -> Flow:
    """The receptionist with one row changed."""
    rows = tuple(replace(row, **changes) if row.state == state else row for row in RECEPTIONIST.rows)
    return replace(RECEPTIONIST, rows=rows)


def row_of(state: str) -> Any:
    return RECEPTIONIST.row(state)


def without(state: str) -> Flow:
    return replace(RECEPTIONIST, rows=tuple(row for row in RECEPTIONIST.rows if row.state != state))


ELSEWHERE = Exit(g.always, "nowhere", "lost")
BACK = Exit(g.always, "welcome", "round again")
FAULTY: Mapping[str, Flow] = {
    "discovery has two rows": replace(RECEPTIONIST, rows=(*RECEPTIONIST.rows, row_of("discovery"))),
    "the start hello has no row": replace(RECEPTIONIST, start="hello"),
    "safety leads to nowhere, which has no row": changed("safety", exits=(*row_of("safety").exits, ELSEWHERE)),
    "booking leads to done, which has no row": without("done"),
    "booking cannot be reached": changed("confirm", exits=()),
    "discovery never ends": replace(
        changed("discovery", exits=(BACK,), gives_up=BACK),
        reactions=(),
        rows=(row_of("welcome"), replace(row_of("discovery"), exits=(BACK,), gives_up=BACK)),
    ),
    "lookup: the last outcome must hold for any answer": changed("lookup", outcomes=row_of("lookup").outcomes[:1]),
    "booking: asks a question and has no way to give up": changed("booking", gives_up=None),
    "callback: the last ending must hold for any call": changed("callback", endings=row_of("callback").endings[:3]),
    "welcome: a danger has no way out": replace(RECEPTIONIST, reactions=RECEPTIONIST.reactions[2:]),
    "discovery: no tries": changed("discovery", tries=0),
    "discovery: a decision has no tools": changed("discovery", tools=("book_service",)),
    "callback: create_callback is not among its tools": changed("callback", tools=("end_call",)),
    "callback: connecting a person runs no tools, and has words for whoever speaks meanwhile": changed(
        "callback", endings=(Ending(e.person_reachable, "", "connecting", connects=True), *row_of("callback").endings)
    ),
    "done: after the last words only a person may be asked for": changed(
        "done", afterwards=(Ending(g.always, "", "booked", ("send_sales_lead_alert",)),)
    ),
    "done: nobody is listened to after the last words": changed("done", lingers=False),
    "confirm leads back to welcome": changed("confirm", exits=(*row_of("confirm").exits, BACK)),
    "confirm leads back to confirm": changed("confirm", gives_up=Exit(g.always, "confirm", "again")),
    "lookup: the line humming has no words": changed("lookup", opening="humming"),
    "discovery: the question age has no words to ask it again": changed(
        "discovery", questions=(Question("age", "fact", "any", g.always),)
    ),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_faulty_table_is_refused_and_the_fault_is_named(fault: str) -> None:
    with pytest.raises(FlowError) as refused:
        check(FAULTY[fault])
    assert fault in str(refused.value).split("; ")


class HangingUp(Do):
    """An action that would end the call."""

    @property
    def tools(self) -> tuple[str, ...]:
        return (self.tool, "end_call")


def test_an_action_that_could_hang_up_is_refused() -> None:
    booking = row_of("booking")
    values = {name: getattr(booking, name) for name in Do.__dataclass_fields__}
    rows = tuple(HangingUp(**values) if row.state == "booking" else row for row in RECEPTIONIST.rows)
    with pytest.raises(FlowError, match="booking: an action cannot hang up"):
        check(replace(RECEPTIONIST, rows=rows))


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("It costs {price}.", "line goodbye: no fact price"),
        ("Let me transition you.", "line goodbye: says the word transition"),
    ],
)
def test_words_that_cannot_be_said_are_refused(monkeypatch: pytest.MonkeyPatch, words: str, fault: str) -> None:
    monkeypatch.setitem(lines.LINES, "goodbye", (words,))
    with pytest.raises(FlowError) as refused:
        check(RECEPTIONIST)
    assert fault in str(refused.value)


def test_the_receptionist_is_whole() -> None:
    check(RECEPTIONIST)


def test_the_receptionist_has_the_ten_states_and_their_tools() -> None:
    assert {row.state: (row.kind, set(row.tools)) for row in RECEPTIONIST.rows} == {
        "welcome": ("decision", set()),
        "lookup": ("action", {"lookup_caller"}),
        "safety": ("decision", set()),
        "safety_exit": ("terminal", {"end_call"}),
        "service_area": ("decision", {"end_call"}),
        "discovery": ("decision", set()),
        "confirm": ("decision", set()),
        "booking": ("action", {"book_service"}),
        "done": ("terminal", {"end_call"}),
        "callback": ("terminal", {"create_callback", "send_sales_lead_alert", "end_call"}),
    }


def test_the_states_follow_each_other_as_required() -> None:
    onwards = {
        "welcome": {"lookup"},
        "lookup": {"safety"},
        "safety": {"service_area"},
        "service_area": {"discovery"},
        "discovery": {"confirm"},
        "confirm": {"booking"},
        "booking": {"done"},
    }
    anywhere = {"callback", "safety_exit"}
    ends = {"safety_exit", "done", "callback"}
    assert edges(RECEPTIONIST) == {
        row.state: set() if row.state in ends else onwards[row.state] | anywhere for row in RECEPTIONIST.rows
    }


@pytest.mark.parametrize("row", RECEPTIONIST.rows, ids=lambda row: row.state)
def test_only_a_terminal_row_has_no_way_out(row: Row) -> None:
    assert bool(exits_of(RECEPTIONIST, row)) == isinstance(row, Ask | Do)
    assert isinstance(row, End) == (row.kind == "terminal")


@pytest.mark.parametrize("present", [OWN, *acceptance_files("seed_cases.yaml")], ids=lambda file: file.stem)
def test_the_receptionist_is_the_one_that_is_accepted(present: Path) -> None:
    wanted = yaml.safe_load(present.read_text(encoding="utf-8"))["states"]
    kinds = {kind: {row.state for row in RECEPTIONIST.rows if row.kind == kind} for kind in ("decision", "action")}
    assert kinds == {kind: set(wanted[kind]) for kind in kinds}
    assert edges(RECEPTIONIST) == {state: set(targets) for state, targets in wanted["transitions"].items()}
    assert {row.state: set(row.tools) for row in RECEPTIONIST.rows} == {s: set(t) for s, t in wanted["tools"].items()}
