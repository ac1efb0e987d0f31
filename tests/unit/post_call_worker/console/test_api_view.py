"""An OpenAPI description as a short list."""

from __future__ import annotations

from post_call_worker.console.api_view import Operation, operations

DESCRIPTION = {
    "paths": {
        "/api/calls": {"get": {"description": "The operator's."}},
        "/api/my/calls": {
            "get": {
                "description": "Calls.",
                "parameters": [{"in": "query", "name": "day"}, {"in": "header", "name": "authorization"}],
            }
        },
        "/api/my/deliveries/{id}/resend": {"post": {}},
    }
}


def test_only_what_is_asked_for_is_listed_with_what_can_be_asked_of_it() -> None:
    assert operations(DESCRIPTION, "/api/my") == (
        Operation("GET", "/api/my/calls", "Calls.", ("day",)),
        Operation("POST", "/api/my/deliveries/{id}/resend", "", ()),
    )
