from __future__ import annotations

import pytest

from calllock.contracts.ids import is_call_sid, line_id, output_id, recorded_call, recording_name, single_id


def test_the_same_cause_gives_the_same_id() -> None:
    assert output_id("CA1", 3, 2) == output_id("CA1", 3, 2) == "CA1:3:2"


def test_ids_of_different_things_never_meet() -> None:
    ids = [output_id("CA1", 1, 11), output_id("CA1", 11, 1), line_id("CA1", "turn", 1), line_id("CA1", "prompt", 1)]
    ids += [single_id("CA1", "ended"), single_id("CA1", "answered"), single_id("CA2", "ended")]

    assert len(set(ids)) == len(ids)


def test_a_call_is_called_by_one_token_of_a_subject() -> None:
    names = ("CA1", "*", ">", "CA1.line", "CA 1", "", "CA1\n", "C" * 65)
    assert [name for name in names if is_call_sid(name)] == ["CA1"]


@pytest.mark.parametrize("call_sid", ["CA1", "CA1-2", "a_b--3"])
def test_the_name_of_a_recording_tells_its_call(call_sid: str) -> None:
    assert recorded_call(recording_name(call_sid, 12)) == call_sid
