"""Shell. Publishes the flow to the console, which draws it: `python -m tests.contracts.write_published_flow`."""

from __future__ import annotations

import importlib.resources
import sys

from dialog_brain.flow.check import edges
from dialog_brain.flow.receptionist import RECEPTIONIST
from post_call_worker.console.flow_diagram import FlowState, PublishedFlow

FILE = "receptionist_flow.json"


def published_flow() -> str:
    """The flow's states and ways as the console reads them."""
    ways = edges(RECEPTIONIST)
    order = [row.state for row in RECEPTIONIST.rows]
    states = tuple(
        FlowState(state=row.state, to=tuple(sorted(ways[row.state], key=order.index))) for row in RECEPTIONIST.rows
    )
    flow = PublishedFlow(start=RECEPTIONIST.start, states=states)
    return flow.model_dump_json(indent=1) + "\n"


def main() -> None:
    """Write the file into the worker's package."""
    with importlib.resources.as_file(importlib.resources.files("post_call_worker.console") / FILE) as file:
        file.write_text(published_flow(), encoding="utf-8")
        sys.stdout.write(f"wrote {file.name}\n")


if __name__ == "__main__":
    main()
