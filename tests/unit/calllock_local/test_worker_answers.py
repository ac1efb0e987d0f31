"""Shell. What the commands learn from a worker, and what they say when they learn nothing."""

from __future__ import annotations

from typing import Annotated, Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from calllock.runtime.gate import ANSWER_LIMIT_S
from calllock_local.__main__ import main
from calllock_local.ports import free_port
from tests.integration.serving import serving

DELIVERY = {
    "id": "msg_CA1_job",
    "kind": "job",
    "status": "dead",
    "attempts": 9,
    "due_at": "today",
    "reason": "answered 503",
}

LETTER = {"id": "post-call-worker:7", "call_sid": "CA1", "reason": "the log has no CallAnswered", "made_good": False}


def _worker() -> FastAPI:
    app = FastAPI()

    @app.get("/healthz")
    def healthz() -> str:
        return "alive"

    _serve_deliveries(app)

    @app.get("/api/dead-letters")
    def dead_letters() -> list[dict[str, Any]]:
        return [LETTER]

    @app.get("/api/dead-letters/{letter}")
    def dead_letter(letter: str) -> dict[str, Any]:
        return {**LETTER, "id": letter, "message": "{}"}

    @app.post("/api/dead-letters/{letter}/retry")
    def retry_letter(letter: str) -> dict[str, Any]:
        if letter != LETTER["id"]:
            raise HTTPException(404, "no such dead letter")
        return {**LETTER, "made_good": True}

    @app.post("/api/calls/{call}/reprocess")
    def reprocess(call: str) -> dict[str, Any]:
        if call != "CA1":
            raise HTTPException(409, "the log has no CallAnswered")
        return {"record": {"disposition": "booked"}, "deliveries": [DELIVERY]}

    app.add_api_route("/api/callers/forget", _forget, methods=["POST"])
    return app


def _serve_deliveries(app: FastAPI) -> None:
    @app.get("/api/deliveries")
    def deliveries(status: str = "", limit: int = 0) -> list[dict[str, Any]]:
        kept = {"dead": 1, "delivered": 100, "discarded": 3000}
        return [{**DELIVERY, "id": f"msg_CA{number}_job"} for number in range(1, kept.get(status or "dead", 0) + 1)][
            :limit
        ]

    @app.post("/api/deliveries/retry")
    def retry_all(status: str, kind: Annotated[list[str], Query()]) -> dict[str, int]:
        return {"retried": 40 if (status, kind) == ("dead", ["job", "call"]) else 0}

    @app.post("/api/deliveries/{delivery}/retry")
    def retry(delivery: str) -> dict[str, Any]:
        if delivery == "msg_none":
            raise HTTPException(409, "no delivery with this id")
        return {**DELIVERY, "id": delivery, "status": "pending"}


async def _forget(request: Request) -> dict[str, int]:
    number = (await request.json())["number"]
    return {
        "calls": 2,
        "in_progress": int(number.endswith("9")),
        "delivered": 3,
        "recordings_missing": int(number.endswith("8")),
    }


def test_a_caller_is_forgotten_and_a_call_that_is_going_on_is_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    config = uvicorn.Config(_worker(), host="127.0.0.1", port=free_port(), log_level="error")
    with serving(config) as url:
        assert main(["forget", "--worker", url, "+15125550142"]) == 0
        assert main(["forget", "--worker", url, "+15125550149"]) == 1
        assert main(["forget", "--worker", url, "+15125550148"]) == 1
    shown = capsys.readouterr()
    assert "calls erased: 2; webhooks and texts already sent about them: 3" in shown.out
    assert "calls in progress: 1" in shown.err
    assert "recordings not in the worker's RECORDINGS_DIR: 1" in shown.err


def test_the_commands_print_what_the_worker_answers(capsys: pytest.CaptureFixture[str]) -> None:
    config = uvicorn.Config(_worker(), host="127.0.0.1", port=free_port(), log_level="error")
    with serving(config) as url:
        assert main(["deliveries", "--worker", url, "list"]) == 0
        assert main(["deliveries", "--worker", url, "list", "--status", "pending"]) == 0
        assert main(["deliveries", "--worker", url, "retry", "msg_CA1_job"]) == 0
        assert main(["reprocess", "--worker", url, "CA1"]) == 0
        assert main(["reprocess", "--worker", url, "CA2"]) == 1
        assert main(["deliveries", "--worker", url, "show", "msg_CA1_job"]) == 1
    shown = capsys.readouterr()
    assert "msg_CA1_job  dead       9 attempts  due today  answered 503" in shown.out
    assert "no deliveries" in shown.out
    assert "msg_CA1_job  pending" in shown.out
    assert "CA1: booked; job dead" in shown.out
    assert "calllock reprocess: the log has no CallAnswered" in shown.err


@pytest.mark.parametrize(
    "command",
    [
        "deliveries list --status dead",
        "deliveries retry msg_CA1_job",
        "dead-letters show post-call-worker:7",
        "dead-letters list",
    ],
)
def test_the_worker_to_ask_may_be_named_before_the_action_and_after_it(command: str) -> None:
    config = uvicorn.Config(_worker(), host="127.0.0.1", port=free_port(), log_level="error")
    name, *action = command.split()
    with serving(config) as url:
        assert main([name, "--worker", url, *action]) == 0
        assert main([name, *action, "--worker", url]) == 0


@pytest.mark.parametrize("given", ["", " ", "../calls", "..", "a b/c?d#e", "msg_CA1_job/retry", "msg\udcff", "é"])
@pytest.mark.parametrize("command", ["deliveries show", "dead-letters retry", "reprocess"])
def test_what_is_no_id_is_refused_before_anybody_is_asked(
    command: str, given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        main([*command.split(), given])
    assert refused.value.code == 2
    assert f"{given!r} is no" in capsys.readouterr().err


def test_many_deliveries_are_retried_by_one_command_that_says_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    config = uvicorn.Config(_worker(), host="127.0.0.1", port=free_port(), log_level="error")
    with serving(config) as url:
        retry = ["deliveries", "--worker", url, "retry"]
        assert main([*retry, "msg_CA1_job", "msg_none", "msg_CA2_job"]) == 1
        assert main([*retry, "--status", "dead", "--kind", "job", "--kind", "call"]) == 0
        assert main(retry) == 2
        assert main([*retry, "--status", "dead"]) == 2
        assert main([*retry, "msg_CA1_job", "--status", "dead", "--kind", "job"]) == 2
    shown = capsys.readouterr()
    assert "msg_CA2_job  pending" in shown.out
    assert "done: 2 of 3" in shown.out
    assert "retried: 40" in shown.out
    assert "msg_none: no delivery with this id" in shown.err
    assert shown.err.count("name ids, or --status and --kind") == 3


def test_a_list_that_ends_before_its_last_entry_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    config = uvicorn.Config(_worker(), host="127.0.0.1", port=free_port(), log_level="error")
    with serving(config) as url:
        assert main(["deliveries", "--worker", url, "list", "--status", "delivered"]) == 0
        all_of_them = capsys.readouterr().out
        assert main(["deliveries", "--worker", url, "list", "--status", "discarded"]) == 0
        some = capsys.readouterr().out
    assert (all_of_them.count("msg_"), some.count("msg_")) == (100, 100)
    assert "there are more" not in all_of_them
    assert "These are the latest 100; there are more." in some


def test_what_the_worker_gave_up_on_is_listed_shown_and_retried(capsys: pytest.CaptureFixture[str]) -> None:
    config = uvicorn.Config(_worker(), host="127.0.0.1", port=free_port(), log_level="error")
    with serving(config) as url:
        assert main(["dead-letters", "--worker", url, "list"]) == 0
        assert main(["dead-letters", "--worker", url, "show", "post-call-worker:7"]) == 0
        assert main(["dead-letters", "--worker", url, "retry", "post-call-worker:7"]) == 0
        assert main(["dead-letters", "--worker", url, "retry", "post-call-worker:8"]) == 1
    shown = capsys.readouterr()
    assert "post-call-worker:7  open       CA1  the log has no CallAnswered" in shown.out
    assert '"message": "{}"' in shown.out
    assert "post-call-worker:7  made good" in shown.out
    assert "calllock dead-letters: post-call-worker:8: no such dead letter" in shown.err


def test_a_worker_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deliveries", "--worker", f"http://127.0.0.1:{free_port()}", "list"]) == 1
    assert "no answer from http://127.0.0.1" in capsys.readouterr().err


def _answering(body: str, status: int) -> uvicorn.Config:
    """A server that says the same to everything but a question after its health."""
    app = FastAPI()
    app.add_api_route("/healthz", lambda: "alive")
    app.add_api_route("/api/deliveries", lambda: HTMLResponse(body, status))
    return uvicorn.Config(app, host="127.0.0.1", port=free_port(), log_level="error")


def test_a_server_that_is_no_worker_is_a_reason_and_not_a_trace(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(_answering("<p>Welcome!</p>", 200)) as url:
        assert main(["deliveries", "--worker", url, "list"]) == 1
    assert f"{url} answers something that is not JSON" in capsys.readouterr().err


def test_a_server_that_has_no_such_route_or_sends_on_is_named_as_the_fault(capsys: pytest.CaptureFixture[str]) -> None:
    other = FastAPI()
    other.add_api_route("/healthz", lambda: "alive")
    other.add_api_route("/api/deliveries", lambda: RedirectResponse("https://console.test/api/deliveries"))
    with serving(uvicorn.Config(other, host="127.0.0.1", port=free_port(), log_level="error")) as url:
        assert main(["dead-letters", "--worker", url, "list"]) == 1
        assert f"calllock dead-letters: {url} does not know what is asked; is it a worker?" in capsys.readouterr().err
        assert main(["deliveries", "--worker", url, "list"]) == 1
        assert "https://console.test/api/deliveries; give --worker" in capsys.readouterr().err


def test_without_the_token_that_a_worker_wants_the_setting_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(_answering("", 401)) as url:
        assert main(["deliveries", "--worker", url, "list"]) == 1
    assert "set WORKER_API_TOKEN" in capsys.readouterr().err


def test_a_worker_is_waited_for_longer_than_it_may_take_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    waited_s: list[float] = []

    def late(client: httpx.Client, *_: Any, **__: Any) -> httpx.Response:
        waited_s.append(client.timeout.read or 0.0)
        raise httpx.ReadTimeout("late")

    monkeypatch.setattr(httpx.Client, "request", late)
    assert main(["forget", "--worker", "http://127.0.0.1:1", "+15125550142"]) == 1
    assert waited_s[0] > ANSWER_LIMIT_S
    assert "no answer from http://127.0.0.1:1: ReadTimeout" in capsys.readouterr().err
