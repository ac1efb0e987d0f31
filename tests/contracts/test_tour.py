"""Shell. docs/tour.md tells the truth: its files are there, and its figures are the code's."""

from __future__ import annotations

import re
from pathlib import Path

from voice_gateway.line.patience import COMPLETE_S, GREETED_S, JUDGED_S, OPENING_S, PATIENCE
from voice_gateway.line.turns import PAUSE_S
from voice_gateway.line.waiting import FILLER_S

TOUR = Path(__file__).parents[2] / "docs/tour.md"
FIGURES = {
    "PAUSE_S": PAUSE_S,
    "JUDGED_S": JUDGED_S,
    "confirm.finished_s": PATIENCE["confirm"].finished_s,
    "open.finished_s": PATIENCE["open"].finished_s,
    "OPENING_S": OPENING_S,
    "GREETED_S": GREETED_S,
    "COMPLETE_S": COMPLETE_S,
    "address.finished_s": PATIENCE["address"].finished_s,
    "FILLER_S": FILLER_S,
}


def test_every_figure_is_the_codes() -> None:
    rows = re.findall(r"^\| ([\d.]+) \|.*\| `([\w.]+)` \|$", TOUR.read_text(encoding="utf-8"), re.MULTILINE)
    assert {name: float(figure) for figure, name in rows} == FIGURES


def test_the_longer_patience_is_the_codes() -> None:
    yes_or_no, (other,) = PATIENCE["confirm"].unfinished_s, {PATIENCE[to].unfinished_s for to in ("open", "address")}
    holds = f"`unfinished_s` holds: {yes_or_no} after a yes-or-no question, else {other},"
    assert holds in TOUR.read_text(encoding="utf-8")


def test_every_file_is_there() -> None:
    files = re.findall(r"\]\(([^)]+)\)", TOUR.read_text(encoding="utf-8"))
    assert len(files) > 8
    assert [file for file in files if not (TOUR.parent / file).exists()] == []
