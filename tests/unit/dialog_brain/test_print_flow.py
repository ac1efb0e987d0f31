"""The flow's page on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialog_brain.flow.printed import flow_page
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.print_flow import main


def test_the_page_is_written_to_the_named_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["print_flow", str(tmp_path / "flow.md")])
    main()
    assert (tmp_path / "flow.md").read_text(encoding="utf-8") == flow_page(RECEPTIONIST)


def test_without_a_file_it_says_how_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["print_flow"])
    with pytest.raises(SystemExit, match="usage"):
        main()
