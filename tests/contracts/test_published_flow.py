"""Shell. The flow that the console draws is the one that the brain executes."""

from __future__ import annotations

import importlib.resources

from tests.contracts.write_published_flow import FILE, published_flow


def test_the_console_draws_the_flow_of_today() -> None:
    kept = (importlib.resources.files("post_call_worker.console") / FILE).read_text(encoding="utf-8")
    assert kept == published_flow(), "run: .venv/bin/python -m tests.contracts.write_published_flow"
