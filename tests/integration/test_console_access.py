"""Shell. Who may come in, and what those outside and inside are refused."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from calllock.runtime.gate import BODY_MAX_BYTES
from calllock_local.workspace import BUSINESSES
from post_call_worker.console.account_command import AccountSettings, add_arguments, make_account
from post_call_worker.console.accounts import Accounts
from tests.integration.console_rig import OWNER, PASSWORD, STRANGER, VIEWER, ConsoleRig, console
from tests.unit.post_call_worker.call_logs import booked_call

INSIDE = ["/inbox", "/calls/CA0001"]


async def test_nobody_sees_a_page_without_signing_in_and_comes_back_afterwards(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        browser = rig.browser()
        for path in INSIDE:
            answer = await browser.get(path)
            assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?to={path}")
        part = await browser.get("/inbox", **{"HX-Request": "true"})
        assert (part.status_code, part.headers["hx-redirect"]) == (401, "/sign-in")
        shown = {"HX-Request": "true", "HX-Current-URL": "https://console.example/inbox?mark=open"}
        part = await browser.get("/inbox", **shown)
        assert part.headers["hx-redirect"] == "/sign-in?to=/inbox%3Fmark%3Dopen"
        inside = await browser.sign_in(OWNER.upper(), PASSWORD, to="/calls/CA0001")
        assert inside.headers["location"] == "/calls/CA0001"
        assert (await browser.get("/calls/CA0001")).status_code == 200


@pytest.mark.parametrize(("email", "password"), [(OWNER, "wrong"), (OWNER, ""), ("nobody@ace.example", PASSWORD)])
async def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    postgres_url: str, email: str, password: str
) -> None:
    async with console(postgres_url) as rig:
        browser = rig.browser()
        answer = await browser.sign_in(email, password)
        assert answer.status_code == 401
        assert "E-mail address or password is wrong." in answer.text
        assert (await browser.get("/inbox")).status_code == 303


async def test_guessing_is_slowed_down_and_the_right_password_waits_as_well(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        browser = rig.browser()
        answers = [(await browser.sign_in(OWNER, "wrong")).status_code for _ in range(11)]
        assert answers == [401] * 10 + [429]
        assert (await browser.sign_in(OWNER, PASSWORD)).status_code == 429
        assert (await browser.sign_in(VIEWER, PASSWORD)).status_code == 303
        rig.worker.clock.step(40)
        assert (await browser.sign_in(OWNER, PASSWORD)).status_code == 303


async def test_guessing_from_elsewhere_does_not_lock_the_owner_out(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        guesser, owner = rig.browser("198.51.100.7"), rig.browser("192.0.2.1")
        answers = {(await guesser.sign_in(OWNER, "wrong")).status_code for _ in range(12)}
        assert answers == {401, 429}
        assert (await owner.sign_in(OWNER, PASSWORD)).status_code == 303


async def test_guessing_from_many_places_at_once_is_slowed_down_for_all_of_them(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        rig.console.guesses.at_once = 3
        places = [rig.browser(f"2001:db8:0:{place}::1") for place in range(4)]
        assert [(await place.sign_in(OWNER, "wrong")).status_code for place in places] == [401, 401, 401, 429]
        rig.worker.clock.step(11)
        assert (await rig.browser().sign_in(OWNER, PASSWORD)).status_code == 303


async def test_a_browser_that_was_signed_in_before_does_not_wait_for_those_who_guess_from_many_places(
    postgres_url: str,
) -> None:
    async with console(postgres_url) as rig:
        owner = await rig.signed_in(OWNER)
        await owner.post("/sign-out", on="/account")
        rig.console.guesses.at_once = 0
        assert (await rig.browser().sign_in(OWNER, PASSWORD)).status_code == 429
        assert (await owner.sign_in(OWNER, PASSWORD)).status_code == 303
        assert (await owner.sign_in(VIEWER, PASSWORD)).status_code == 429


async def test_a_known_browser_guesses_no_faster_wherever_it_is_and_not_after_another_password(
    postgres_url: str,
) -> None:
    async with console(postgres_url) as rig:
        owner = await rig.signed_in(OWNER)
        rig.console.guesses.at_once = 0
        places = [rig.browser(f"192.0.2.{place}") for place in range(12)]
        for place in places:
            place.client.cookies.update(owner.client.cookies)
        answers = [(await place.sign_in(OWNER, "wrong")).status_code for place in places]
        assert answers == [401] * 10 + [429] * 2
        rig.worker.clock.step(600)
        assert (await owner.sign_in(OWNER, "wrong")).status_code == 401
        await rig.console.accounts.keep(OWNER, "another password", "owner", None, rig.worker.clock.now())
        assert (await owner.sign_in(OWNER, "another password")).status_code == 429


async def test_a_form_of_another_page_is_refused(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        browser = await rig.signed_in()
        for path in ("/calls/CA0001/done", "/calls/CA0001/deliveries/msg_CA0001_job/resend", "/sign-out"):
            for token in ("", "0" * 64):
                answer = await browser.client.post(path, data={"form_token": token, "done": "true"})
                assert answer.status_code == 403, path
        other = await rig.signed_in(VIEWER)
        page = await other.get("/calls/CA0001")
        foreign = page.text.partition('name="form_token" value="')[2][:64]
        answer = await browser.client.post("/calls/CA0001/done", data={"form_token": foreign, "done": "true"})
        assert answer.status_code == 403
        for token in ("", "no visit"):
            form = {"email": OWNER, "password": PASSWORD, "form_token": token}
            assert (await rig.browser().client.post("/sign-in", data=form)).status_code == 403


async def test_who_signs_out_is_out_everywhere_with_that_cookie(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        browser = await rig.signed_in()
        cookie = browser.client.cookies["calllock_session"]
        assert (await browser.post("/sign-out", on="/calls/CA0001")).status_code == 303
        thief = rig.browser()
        thief.client.cookies.set("calllock_session", cookie)
        assert (await thief.get("/inbox")).status_code == 303


async def test_a_session_ends_by_itself_and_with_a_new_password(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        browser, other = await rig.signed_in(), await rig.signed_in(VIEWER)
        await rig.console.accounts.keep(VIEWER, PASSWORD, "viewer", None, rig.worker.clock.now())
        assert (await other.get("/inbox")).status_code == 200
        await rig.console.accounts.keep(VIEWER, "another long password", "viewer", (), rig.worker.clock.now())
        assert (await other.get("/inbox")).status_code == 303
        rig.worker.clock.step(7 * 86_400 - 1)
        assert (await browser.get("/inbox")).status_code == 200
        rig.worker.clock.step(2)
        assert (await browser.get("/inbox")).status_code == 303


async def test_the_cookie_is_kept_from_scripts_and_other_sites_and_over_tls_from_the_wire(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        browser = rig.browser()
        plain = (await browser.sign_in(OWNER, PASSWORD)).headers["set-cookie"].lower()
        assert "httponly" in plain
        assert "samesite=lax" in plain
        assert "secure" not in plain
        assert PASSWORD not in str(browser.client.cookies)
    async with console(postgres_url, secure=True) as rig:
        answer = await rig.browser().sign_in(OWNER, PASSWORD)
        assert "strict-transport-security" in answer.headers
        assert "secure" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize("to", ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "x"])
async def test_signing_in_leads_nowhere_else(postgres_url: str, to: str) -> None:
    async with console(postgres_url) as rig:
        assert (await rig.browser().sign_in(OWNER, PASSWORD, to=to)).headers["location"] == "/inbox"


async def test_a_body_without_end_is_refused(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        browser = rig.browser()
        await browser.get("/sign-in")
        answer = await browser.client.post("/sign-in", data={"email": "x" * (BODY_MAX_BYTES + 1)})
        assert answer.status_code == 413


async def test_who_asks_too_fast_is_asked_to_wait(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        browser = await rig.signed_in()
        answers = [(await browser.get("/inbox")).status_code for _ in range(121)]
        assert answers == [200] * 120 + [429]


async def test_the_database_holds_neither_passwords_nor_keys(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        browser = await rig.signed_in(STRANGER)
        kept = await _everything(rig.console.accounts)
        assert PASSWORD not in kept
        assert browser.client.cookies["calllock_session"] not in kept
        assert kept.count("$argon2id$") == 3


async def test_a_short_password_is_refused(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        with pytest.raises(ValueError, match="12 to 200 characters"):
            await rig.console.accounts.keep("x@y.example", "short", "owner", None, rig.worker.clock.now())


async def _account(rig: ConsoleRig, *words: str) -> tuple[str, tuple[str, ...] | None]:
    """What the command makes of an account: its role, and whose calls it sees."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    settings = AccountSettings(
        database_url=SecretStr("postgresql+asyncpg://not/asked"),
        businesses_dir=BUSINESSES,
        console_password=SecretStr("another long password"),
    )
    await make_account(rig.worker.engine, settings, parser.parse_args(words))
    kept = await rig.console.accounts.by_email(words[0])
    assert kept is not None
    return kept.role, kept.businesses


async def test_an_account_with_another_password_keeps_its_role_and_what_it_sees_unless_told(
    postgres_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with console(postgres_url) as rig:
        assert await _account(rig, OWNER) == ("owner", ("ace-cooling",))
        assert "may sign in as owner and sees the calls of ace-cooling" in capsys.readouterr().out
        assert await _account(rig, OWNER, "--role", "viewer") == ("viewer", ("ace-cooling",))
        assert await _account(rig, OWNER, "--business", "harbor-plumbing") == ("viewer", ("harbor-plumbing",))
        assert await _account(rig, OWNER, "--all-businesses") == ("viewer", None)
        assert await _account(rig, "somebody@new.example") == ("viewer", None)


async def _everything(accounts: Accounts) -> str:
    async with accounts._engine.connect() as connection:
        rows: list[object] = []
        for table in ("console_accounts", "console_sessions", "console_tokens"):
            rows += (await connection.exec_driver_sql(f"SELECT * FROM {table}")).all()
    return str(rows)


async def test_an_account_that_is_deleted_as_the_operators_are_told_is_signed_out_everywhere(postgres_url: str) -> None:
    told = (Path(__file__).parents[2] / "docs/deploying.md").read_text(encoding="utf-8")
    listing, deleting = re.findall(r'psql -U calllock -c "(.*console_accounts.*)"', told)
    async with console(postgres_url) as rig:
        browser = await rig.signed_in()
        account = await rig.console.accounts.by_email(OWNER)
        assert account is not None
        token = await rig.console.accounts.issue_token(account, "a program", rig.worker.clock.now())
        async with rig.worker.engine.begin() as connection:
            assert OWNER in [row.email for row in await connection.execute(text(listing))]
            await connection.execute(text(deleting.replace("you@example.com", OWNER)))
        assert (await browser.get("/inbox")).headers["location"].startswith("/sign-in")
        assert await rig.console.accounts.by_token(token) is None
        assert await rig.console.accounts.by_email(VIEWER) is not None
