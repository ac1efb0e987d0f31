"""Shell. Reads the files of signals that the package brings, and what was learned beside them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import resources

from calllock.weights import read_weights
from post_call_worker.classification.signals import Signals, parse_signals


@cache
def package_signals() -> Signals:
    """The signals that the package brings; raises `SignalsError` or `WeightsError`."""
    learned = resources.files("post_call_worker.classification").joinpath("weights.json").read_text(encoding="utf-8")
    return replace(parse_signals(package_files()), learned=read_weights(learned))


def package_files() -> dict[str, str]:
    """The files' names and texts."""
    folder = resources.files("post_call_worker.classification").joinpath("sayings")
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".yaml")}
