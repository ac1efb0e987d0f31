"""Shell. The flow that the brain executes, as it was published to this package."""

from __future__ import annotations

from pathlib import Path

from post_call_worker.console.flow_diagram import PublishedFlow


def published_flow() -> PublishedFlow:
    """The states and ways of the package's file."""
    return PublishedFlow.model_validate_json(Path(__file__).with_name("receptionist_flow.json").read_bytes())
