from __future__ import annotations

from pathlib import Path

from calllock.contracts.dataflow_pages import asyncapi, markdown
from calllock.print_dataflow import print_dataflow


def test_both_pages_are_written(tmp_path: Path) -> None:
    print_dataflow(tmp_path)

    assert (tmp_path / "dataflow.md").read_text(encoding="utf-8") == markdown()
    assert (tmp_path / "asyncapi.yaml").read_text(encoding="utf-8") == asyncapi()
