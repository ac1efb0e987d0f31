"""Weights are found without importing what carries them."""

from __future__ import annotations

import sys

import pytest

from voice_gateway.speech.onnx import package_file
from voice_gateway.speech.ports import SpeechFailed


def test_the_recognizers_package_is_found_and_not_imported() -> None:
    assert package_file("moonshine_voice", "assets", "tiny-en", "tokenizer.bin").exists()
    assert "moonshine_voice" not in sys.modules


def test_missing_weights_are_named() -> None:
    with pytest.raises(SpeechFailed, match=r"moonshine_voice has no assets/large/x\.ort"):
        package_file("moonshine_voice", "assets", "large", "x.ort")
    with pytest.raises(SpeechFailed, match="no_such_package"):
        package_file("no_such_package", "x")
