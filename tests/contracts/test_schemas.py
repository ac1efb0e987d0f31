"""The wire format is what it was: other versions of the services are running somewhere."""

from __future__ import annotations

import json

import pytest

from calllock.contracts.dataflow import TABLE
from calllock.contracts.message import Message
from tests.contracts.write_schemas import FOLDER, described

MESSAGES = [flow.message for flow in TABLE]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.__name__)
def test_a_message_is_written_as_before(message: type[Message]) -> None:
    stored = json.loads((FOLDER / f"{message.__name__}.json").read_text(encoding="utf-8"))

    assert described(message) == stored, (
        "the wire format has changed; if every reader can still read the older one, accept it with "
        "`python -m tests.contracts.write_schemas`, otherwise raise VERSION as well"
    )


def test_no_schema_of_a_message_that_is_gone_is_left_over() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == {message.__name__ for message in MESSAGES}
