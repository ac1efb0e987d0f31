"""Adapter. Moonshine tiny (English) on plain onnxruntime, with our own decoding loop.

The weights are those of the wheel `moonshine-voice==0.1.0`; the package itself is never
imported (it wants a sound device). One pair of sessions serves all calls of a process.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from voice_gateway.speech.beam import Search, search
from voice_gateway.speech.expected_words import expected_words, lean
from voice_gateway.speech.moonshine_audio import RATE, Samples, pieces_of
from voice_gateway.speech.onnx import open_model, package_file
from voice_gateway.speech.ports import Ear, Hints, Pcm, SpeechFailed
from voice_gateway.speech.transcript import tidy
from voice_gateway.speech.utterance_ear import UtteranceEar

_HEADS = 8
_HEAD_SIZE = 36
_BEGIN, _END = 1, 2
_TOKENS_PER_S = 6.5
"""More than anybody says; a decoder that goes on is inventing."""
_AT_ONCE = 2
"""Utterances that are transcribed at the same time."""
_LIMIT_S = 10.0
_LEAST_CONFIDENCE = -0.7
"""Mean logarithm of a token's probability, below which a short answer is a guess at a noise. Measured: bursts
of noise give "yeah" and "you" at -0.7 to -1.3, short answers in noise (8 dB) stay above -0.6."""
_SHORT_TOKENS = 5
_LEAST_CONFIDENCE_OF_MORE = -1.3
"""The same for longer ones, which noise does not make."""
_OWN = ".decoder."
"""In the names of the state that grows with each token."""
_NO_HINTS = Hints()


def read_vocabulary(data: bytes) -> list[bytes]:
    """The pieces of `tokenizer.bin`: each is a length (one byte, or two from 128 on) and its bytes."""
    pieces: list[bytes] = []
    at = 0
    while at < len(data):
        length = data[at]
        at += 1
        if length >= 128:
            length = data[at] * 128 + length - 128
            at += 1
        pieces.append(data[at : at + length])
        at += length
    return pieces


def spell(vocabulary: list[bytes], tokens: Sequence[int]) -> str:
    """The text of `tokens`."""
    text = b"".join(vocabulary[token] for token in tokens).decode("utf-8", "replace")
    return text.replace("\u2581", " ").strip()


class Moonshine:
    """A `Recognizer`."""

    name = "moonshine"

    def __init__(self) -> None:
        self._encoder = open_model(_in_wheel("encoder_model.ort"))
        self._decoder = open_model(_in_wheel("decoder_model_merged.ort"))
        self._vocabulary = read_vocabulary(_in_wheel("tokenizer.bin").read_bytes())
        self._states = [output.name.replace("present", "past_key_values") for output in self._decoder.get_outputs()[1:]]
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="recognizer")

    def listen(self, terms: tuple[str, ...]) -> Ear:
        """An ear for one call; the terms come with each utterance's hints."""
        del terms
        return UtteranceEar(self)

    async def transcribe(self, audio: Pcm, hints: Hints) -> str:
        """The words in `audio`; raises `SpeechFailed` when the engine is not done within its limit."""
        work = asyncio.get_running_loop().run_in_executor(self._threads, self.transcribe_now, audio, hints)
        try:
            async with asyncio.timeout(_LIMIT_S):
                return await work
        except TimeoutError:
            raise SpeechFailed(f"no transcript within {_LIMIT_S:g} s") from None

    def transcribe_now(self, audio: Pcm, hints: Hints = _NO_HINTS) -> str:
        """The same, in this thread, however long it takes; "" for what is inaudible or only a guess."""
        words = expected_words(hints)
        return " ".join(text for piece in pieces_of(audio) if (text := self._transcribe(piece, words)))

    def _transcribe(self, piece: Samples, words: frozenset[str]) -> str:
        heard = piece[np.newaxis]
        (encoded,) = self._encoder.run(
            None, {"input_values": heard, "attention_mask": np.ones(heard.shape, dtype=np.int64)}
        )
        best = search(
            Search(
                step=_Decoding(self._decoder, self._states, encoded),
                lean=lambda tokens: lean(spell(self._vocabulary, tokens), words),
                begin=_BEGIN,
                end=_END,
                most_tokens=int(len(piece) / RATE * _TOKENS_PER_S) + 2,
            )
        )
        least = _LEAST_CONFIDENCE if len(best.tokens) <= _SHORT_TOKENS else _LEAST_CONFIDENCE_OF_MORE
        return tidy(spell(self._vocabulary, best.tokens)) if best.confidence >= least else ""


class _Decoding:
    """The decoder's state for the hypotheses of one utterance, a row for each."""

    def __init__(self, decoder: onnxruntime.InferenceSession, states: list[str], encoded: NDArray[np.float32]) -> None:
        self._decoder = decoder
        self._names = states
        self._encoded = encoded
        self._mask = np.ones(encoded.shape[:2], dtype=np.int64)
        self._state: dict[str, NDArray[Any]] = {
            name: np.zeros((1, _HEADS, 0 if _OWN in name else encoded.shape[1], _HEAD_SIZE), dtype=np.float32)
            for name in states
        }
        self._steps = 0

    def __call__(self, last: Sequence[int], parents: Sequence[int]) -> NDArray[np.float32]:
        rows = len(last)
        outputs = self._decoder.run(
            None,
            {
                "encoder_attention_mask": np.repeat(self._mask, rows, axis=0),
                "input_ids": np.array([[token] for token in last], dtype=np.int64),
                "encoder_hidden_states": np.repeat(self._encoded, rows, axis=0),
                "use_cache_branch": np.array([self._steps > 0]),
                **{name: self._rows(name, value, parents) for name, value in self._state.items()},
            },
        )
        for name, value in zip(self._names, outputs[1:], strict=True):
            if self._steps == 0 or _OWN in name:
                self._state[name] = value
        self._steps += 1
        logits: NDArray[np.float32] = outputs[0][:, -1]
        return logits

    def _rows(self, name: str, value: NDArray[Any], parents: Sequence[int]) -> NDArray[Any]:
        """What each hypothesis continues; what was heard is the same for all."""
        return value[list(parents)] if _OWN in name else np.repeat(value[:1], len(parents), axis=0)


def _in_wheel(name: str) -> Path:
    return package_file("moonshine_voice", "assets", "tiny-en", name)
