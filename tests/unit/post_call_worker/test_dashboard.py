"""Pure. Payloads that the dashboard would refuse cannot be built."""

from __future__ import annotations

import pytest

from post_call_worker.classification.classify import classify, told_by
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.folding import fold
from post_call_worker.payloads import payloads_for
from tests.unit.post_call_worker.call_logs import PROFILE, booked_call


@pytest.mark.parametrize(("field", "most_chars"), [("card_headline", 60), ("card_summary", 200)])
def test_a_card_that_a_browser_would_count_as_too_long_cannot_be_built(field: str, most_chars: int) -> None:
    record = fold(booked_call().messages, PROFILE)
    job = payloads_for(record, classify(told_by(record), PROFILE, package_signals()), PROFILE).job
    assert job is not None
    whole = job.model_dump() | {field: "\U0001f64f" * (most_chars // 2)}
    assert type(job).model_validate(whole)
    with pytest.raises(ValueError, match=f"{field}\n.*at most {most_chars} characters"):
        type(job).model_validate(whole | {field: "\U0001f64f" * (most_chars // 2 + 1)})
