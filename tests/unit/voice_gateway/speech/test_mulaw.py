"""G.711 mu-law."""

from __future__ import annotations

import numpy as np

from voice_gateway.speech import mulaw


def test_known_codes_of_the_standard() -> None:
    samples = np.array([0, 32_635, -32_635, 32_767, -32_768, 8, -8], dtype="<i2")
    assert mulaw.encode(samples) == bytes([0xFF, 0x80, 0x00, 0x80, 0x00, 0xFE, 0x7E])
    decoded = np.frombuffer(mulaw.decode(bytes([0xFF, 0x80, 0x00, 0x7F])), dtype="<i2")
    assert decoded.tolist() == [0, 32_124, -32_124, 0]


def test_every_code_survives_a_round_trip() -> None:
    codes = bytes(code for code in range(256) if code != 0x7F)  # 0x7F is the other zero
    assert mulaw.encode(np.frombuffer(mulaw.decode(codes), dtype="<i2")) == codes


def test_the_error_is_a_few_percent_of_the_sample() -> None:
    samples = np.arange(-32_000, 32_000, 37, dtype="<i2")
    back = np.frombuffer(mulaw.decode(mulaw.encode(samples)), dtype="<i2").astype(int)
    assert np.all(np.abs(back - samples) <= np.abs(samples.astype(int)) * 0.035 + 8)
