"""Pure. Good and bad wordings, and a lying model's answers made from them."""

from __future__ import annotations

from pathlib import Path

import yaml

from dialog_brain.flow.lines import LINES
from dialog_brain.wording.lines import WORDABLE

_DATA = yaml.safe_load((Path(__file__).parents[3] / "data" / "wordings.yaml").read_text(encoding="utf-8"))

GOOD: list[tuple[str, str]] = [(line, text) for line, texts in _DATA["good"].items() for text in texts]
"""Line and wording."""
SPOILED: list[tuple[str, str]] = [(line, text) for line, texts in _DATA["spoiled"].items() for text in texts]
LIES: list[str] = [lie for lies in _DATA["lies"].values() for lie in lies]


def lying_answers(line: str) -> list[str]:
    """Every lie before the row's own question, inside it, and alone."""
    question = LINES[line][-1]
    return [
        answer
        for lie in LIES
        for answer in (f"{lie} {question}", f"{question[:-1]}, {lie[0].lower()}{lie[1:-1]}?", lie)
    ]


LYING: list[tuple[str, str]] = [(line, answer) for line in WORDABLE for answer in lying_answers(line)]
"""Line and answer."""
