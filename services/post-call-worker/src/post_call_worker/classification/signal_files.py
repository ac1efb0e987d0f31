"""Shell. Reads the files of signals that the package brings."""

from __future__ import annotations

from functools import cache
from importlib import resources

from post_call_worker.classification.signals import Signals, parse_signals


@cache
def package_signals() -> Signals:
    """The signals that the package brings; raises `SignalsError`."""
    return parse_signals(package_files())


def package_files() -> dict[str, str]:
    """The files' names and texts."""
    folder = resources.files("post_call_worker.classification").joinpath("sayings")
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".yaml")}
