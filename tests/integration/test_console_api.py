"""Shell. The API for an account's programs: tokens, what they open, and how it is described."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.integration.console_rig import OWNER, PASSWORD, STRANGER, VIEWER, ConsoleRig, console
from tests.unit.post_call_worker.call_logs import booked_call, gas_call


async def _token(rig: ConsoleRig, email: str) -> str:
    """Made on the account's page, which shows it once."""
    browser = await rig.signed_in(email)
    page = await browser.post("/account/tokens", on="/account", name="for <tests>")
    found = re.search(r"cl_[\w-]+", page.text)
    assert found
    again = await browser.get("/account")
    assert "for &lt;tests&gt;" in again.text
    assert found.group() not in again.text
    return found.group()


def _program(rig: ConsoleRig, token: str) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.AsyncClient(transport=httpx.ASGITransport(rig.app), base_url="http://console.test", headers=headers)


async def test_a_token_opens_what_its_account_sees(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        program = _program(rig, await _token(rig, VIEWER))
        listed = (await program.get("/api/my/calls", params={"words": "jonas"})).json()
        assert [call["call_sid"] for call in listed["calls"]] == ["CA0001"]
        assert listed["next"] is None
        call = (await program.get("/api/my/calls/CA0001")).json()
        assert call["record"]["disposition"] == "booked"
        assert {entry["role"] for entry in call["transcript"]} == {"agent", "user", "tool"}
        assert [look[:2] for look in await rig.console.accounts.looks("CA0001")] == [(VIEWER, "api")]


async def test_another_business_s_token_sees_nothing_of_it(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        program = _program(rig, await _token(rig, STRANGER))
        assert (await program.get("/api/my/calls")).json() == {"calls": [], "next": None}
        assert (await program.get("/api/my/calls?business=ace-cooling")).json()["calls"] == []
        assert (await program.get("/api/my/calls/CA0001")).status_code == 404
        assert (await program.post("/api/my/deliveries/msg_CA0001_job/resend")).status_code == 404


async def test_an_owner_s_program_resends_and_a_viewer_s_does_not(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(gas_call())
        path = "/api/my/deliveries/msg_CA0002_call/resend"
        owner, viewer = _program(rig, await _token(rig, OWNER)), _program(rig, await _token(rig, VIEWER))
        assert (await viewer.post(path)).status_code == 403
        assert (await owner.post(path)).status_code == 409
        await rig.worker.archive.discard("msg_CA0002_call", rig.worker.clock.now())
        assert (await owner.post(path)).status_code == 202


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer cl_wrong", "Basic cl_wrong"])
async def test_without_a_token_nothing_is_open(postgres_url: str, header: str) -> None:
    async with console(postgres_url) as rig:
        browser = rig.browser()
        for path in ("/api/my/calls", "/api/my/calls/CA0001"):
            assert (await browser.get(path, Authorization=header)).status_code == 401


async def test_a_token_that_is_revoked_opens_nothing(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        program = _program(rig, await _token(rig, OWNER))
        browser = await rig.signed_in(OWNER)
        revoke = re.search(r"/account/tokens/\w+/revoke", (await browser.get("/account")).text)
        assert revoke
        stranger = await rig.signed_in(STRANGER)
        await stranger.post(revoke.group(), on="/account")
        assert (await program.get("/api/my/calls")).status_code == 200
        await browser.post(revoke.group(), on="/account")
        assert (await program.get("/api/my/calls")).status_code == 401


async def test_the_api_is_described_to_who_is_signed_in(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        assert (await rig.browser().get("/api/openapi.json")).status_code == 303
        described = (await (await rig.signed_in()).get("/api/openapi.json")).json()
        assert {"/api/my/calls", "/api/my/calls/{call_sid}", "/api/calls"} <= described["paths"].keys()
        assert not [path for path in described["paths"] if path.startswith(("/inbox", "/sign", "/account"))]


async def test_a_new_password_ends_the_tokens_and_the_same_one_again_does_not(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        program, now = _program(rig, await _token(rig, OWNER)), rig.worker.clock.now()
        await rig.console.accounts.keep(OWNER, PASSWORD, "viewer", None, now)
        assert (await program.get("/api/my/calls")).status_code == 200
        await rig.console.accounts.keep(OWNER, "another long password", "viewer", None, now)
        assert (await program.get("/api/my/calls")).status_code == 401
