"""Pure. The dataflow table as a page for people (Markdown) and as a file for tools (AsyncAPI 3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import yaml

from calllock.contracts.dataflow import CALLS, DURABLES, STREAMS, TABLE, TALKS, Durable, Flow
from calllock.contracts.message import VERSION, Message

_HOW = "Printed from `calllock.contracts.dataflow` by `make docs`; do not edit."


def markdown(table: Sequence[Flow] = TABLE) -> str:
    """Messages, streams and durables as Markdown tables."""
    messages = (
        (
            f"`{flow.message.__name__}`",
            f"`{flow.subject}`",
            ", ".join(flow.writers),
            ", ".join(flow.readers),
            _summary(flow),
        )
        for flow in table
    )
    streams = ((f"`{s.name}`", _code(s.subjects), f"{s.keeps_days:g}", f"{s.deduplicates_s:g}") for s in STREAMS)
    durables = (
        (f"`{d.name}`", f"`{d.subject}`", f"{d.ack_wait_s:g}", str(d.max_in_progress), _attempts(d)) for d in DURABLES
    )
    return "\n".join(
        [
            "# Dataflow",
            "",
            _HOW,
            "",
            "## Messages",
            "",
            *_rows(("message", "subject", "writer", "readers", "what it says"), messages),
            "",
            "## Streams",
            "",
            *_rows(("stream", "subjects", "keeps (days)", "recognises a repeat for (s)"), streams),
            "",
            "## Durables",
            "",
            "Each message of a durable goes to one of the replicas that read it.",
            "",
            *_rows(("durable", "subject", "ack wait (s)", "in progress at most", "attempts"), durables),
            "",
            *_talks(),
        ]
    )


def _talks() -> list[str]:
    rows = ((f"`{t.subject}`", t.speaker, t.listener, t.says) for t in TALKS)
    return ["## Kept nowhere", "", *_rows(("subject", "speaker", "listener", "what is said"), rows), ""]


def asyncapi(table: Sequence[Flow] = TABLE) -> str:
    """The table as an AsyncAPI 3.0 document in YAML, with the JSON schema of every message."""
    subjects = {flow.message.channel: flow.subject for flow in table}
    document = {
        "asyncapi": "3.0.0",
        "info": {"title": "CallLock", "version": str(VERSION), "description": _HOW},
        "defaultContentType": "application/json",
        "channels": {channel: _channel(channel, subject, table) for channel, subject in subjects.items()},
        "operations": dict(_operations(table)),
        "components": {"messages": {flow.message.__name__: _message(flow.message) for flow in table}},
    }
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=100)


def schema(message: type[Message]) -> dict[str, Any]:
    """The JSON schema of a message on the wire, its version included."""
    described = message.model_json_schema(mode="serialization")
    described["properties"] = {"v": {"const": VERSION}, **described["properties"]}
    described["required"] = ["v", *described.get("required", [])]
    return described


def _rows(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *(f"| {' | '.join(row)} |" for row in rows)]


def _code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _attempts(durable: Durable) -> str:
    return "no limit" if durable.max_attempts < 0 else str(durable.max_attempts)


def _summary(flow: Flow) -> str:
    return " ".join((flow.message.__doc__ or "").split("\n\n")[0].split())


def _channel(channel: str, subject: str, table: Sequence[Flow]) -> dict[str, Any]:
    names = [flow.message.__name__ for flow in table if flow.message.channel == channel]
    return {
        "address": subject,
        "description": f"Stored in the stream {CALLS.name}.",
        "parameters": {"call_sid": {"description": "Twilio's id of the call."}},
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in names},
    }


def _operations(table: Sequence[Flow]) -> Iterable[tuple[str, dict[str, Any]]]:
    for flow in table:
        name, channel = flow.message.__name__, flow.message.channel
        parties = [*(("send", writer) for writer in flow.writers), *(("receive", reader) for reader in flow.readers)]
        for action, party in parties:
            yield (
                f"{party}.{action}.{name}",
                {
                    "action": action,
                    "summary": f"{party} {'writes' if action == 'send' else 'reads'} {name}",
                    "channel": {"$ref": f"#/channels/{channel}"},
                    "messages": [{"$ref": f"#/channels/{channel}/messages/{name}"}],
                },
            )


def _message(message: type[Message]) -> dict[str, Any]:
    summary = " ".join((message.__doc__ or "").split())
    return {"name": message.__name__, "summary": summary, "payload": schema(message)}
