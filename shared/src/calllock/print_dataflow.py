"""Shell. `python -m calllock.print_dataflow FOLDER` writes dataflow.md and asyncapi.yaml there."""

from __future__ import annotations

import sys
from pathlib import Path

from calllock.contracts.dataflow_pages import asyncapi, markdown


def print_dataflow(folder: Path) -> None:
    """Writes both pages into `folder`, which must exist."""
    (folder / "dataflow.md").write_text(markdown(), encoding="utf-8")
    (folder / "asyncapi.yaml").write_text(asyncapi(), encoding="utf-8")


if __name__ == "__main__":
    print_dataflow(Path(sys.argv[1]))
