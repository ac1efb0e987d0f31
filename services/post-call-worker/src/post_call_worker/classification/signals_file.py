"""Shell. Reads the signals file that the package brings."""

from __future__ import annotations

from functools import cache
from importlib import resources

from post_call_worker.classification.signals import Signals, parse_signals


@cache
def package_signals() -> Signals:
    """The signals that the package brings; raises `SignalsError`."""
    text = resources.files("post_call_worker.classification").joinpath("signals.yaml").read_text(encoding="utf-8")
    return parse_signals(text)
