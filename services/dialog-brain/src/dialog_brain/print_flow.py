"""Shell. Writes the flow's page: `python -m dialog_brain.print_flow docs/flow.md`."""

from __future__ import annotations

import sys
from pathlib import Path

from dialog_brain.flow.printed import flow_page
from dialog_brain.flow.receptionist import RECEPTIONIST


def main() -> None:
    """Write the page to the file that is named on the command line."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m dialog_brain.print_flow FILE")
    Path(sys.argv[1]).write_text(flow_page(RECEPTIONIST), encoding="utf-8")


if __name__ == "__main__":
    main()
