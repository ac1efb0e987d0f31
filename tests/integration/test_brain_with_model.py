"""A dialog-brain process with a language model, over real NATS and real HTTP."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calllock.contracts import commands, events
from calllock.runtime.nats_bus import connect_nats
from dialog_brain.flow.lines import LINES
from tests.integration.brains import running_backend, running_brains
from tests.integration.test_brain_adoption import SAYS, TO
from tests.integration.text_line import TextLine
from tests.unit.dialog_brain.wording.model_server import Exchange, answering, model_server

WORDED = {
    "zip": "Okay. What's the ZIP code for the visit?",
    "name": "Thanks. Who am I speaking with?",
    "address": "You're booked for nine. What's the address?",
}


async def behave(exchange: Exchange) -> None:
    """Points at nothing; words two lines well, lies about one and knows no other."""
    told = exchange.request["messages"][1]["content"]
    line = next((name for name in WORDED if told.endswith(" ".join(LINES[name]))), "")
    await answering(WORDED.get(line, json.dumps({})))(exchange)


async def test_a_brain_with_a_model_speaks_its_good_words_and_none_of_its_lies(
    nats_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with model_server(behave) as (server, _):
        for name, value in {"URL": server.url, "API_KEY": "a-model-key", "NAME": "a-model"}.items():
            monkeypatch.setenv(f"MODEL_{name}", value)
        with running_backend() as backend, running_brains(1, nats_url, backend, tmp_path) as (brain,):
            bus = await connect_nats(nats_url, name="test line")
            await TextLine(bus, "CAmodel", SAYS).call("ace-cooling", TO)
            log = [entry.message for entry in await bus.read("CAmodel")]
            await bus.close()
            brain.process.ask_to_stop()
            assert brain.process.wait(20.0) is not None
    said = {m.line: " ".join(m.sentences) for m in log if isinstance(m, commands.SpeakPrompt)}
    assert said["zip"] == WORDED["zip"]
    assert said["name"] == WORDED["name"]
    assert said["address"] == " ".join(LINES["address"])
    assert [m.state for m in log if isinstance(m, events.StateEntered)][-2:] == ["booking", "done"]
    assert "a-model-key" not in (tmp_path / "brain-0.log").read_text(encoding="utf-8")
