"""Shell. The console's pages over a real Postgres: the inbox, a call, and what may be done there."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from tests.integration.console_rig import OWNER, STRANGER, VIEWER, console
from tests.unit.post_call_worker.call_logs import CallLog, booked_call, gas_call


async def test_the_inbox_shows_a_stored_call_and_its_page_what_was_said_and_why(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        browser = await rig.signed_in()
        inbox = await browser.get("/inbox")
        assert "AC stopped cooling" in inbox.text
        assert "Jonas Miller" in inbox.text
        assert "Tue, Feb 24, 9:00 AM" in inbox.text
        call = await browser.get("/calls/CA0001")
        assert "4210 South Lamar Boulevard" in call.text
        assert "welcome: caller wants service" in call.text
        assert "Look up the caller" in call.text
        assert 'href="tel:+15125550142"' in call.text


@pytest.mark.parametrize("calling_from", ["+15125550142", None])
async def test_who_named_a_number_is_listed_and_called_back_under_it(
    postgres_url: str, calling_from: str | None
) -> None:
    named = CallLog("CA0009", calling_from).hears("call my office").learns(callback_number="+15125550188")
    async with console(postgres_url) as rig:
        await rig.stores(named.ends())
        await rig.stores(CallLog("CA0010", None).hears("hello").ends())
        browser = await rig.signed_in()
        cards = (await browser.get("/inbox")).text.partition('class="cards"')[2]
        assert "(512) 555-0188" in cards
        assert "(512) 555-0142" not in cards
        assert "Withheld" in cards
        assert 'href="tel:+15125550188"' in (await browser.get("/calls/CA0009")).text
        assert 'href="tel:' not in (await browser.get("/calls/CA0010")).text


async def test_a_name_that_is_written_from_right_to_left_does_not_turn_the_number_beside_it(postgres_url: str) -> None:
    name = "\N{HEBREW LETTER DALET}\N{HEBREW LETTER VAV}\N{RIGHT-TO-LEFT OVERRIDE}"
    async with console(postgres_url) as rig:
        await rig.stores(CallLog().hears("hello").learns(customer_name=name).ends())
        browser = await rig.signed_in()
        for page in ("/inbox", "/calls/CA0001"):
            beside = (await browser.get(page)).text.replace("</strong>", "")
            assert f"<bdi>{name}</bdi> · (512) 555-0142" in beside


async def test_one_call_with_a_time_beyond_all_clocks_does_not_take_the_inbox_away(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        log = CallLog().hears("hello").learns(booking_confirmed=True, booked_time="9999-12-31T23:59:59")
        await rig.stores(log.enters("done").ends())
        browser = await rig.signed_in()
        for page in ("/inbox", "/calls/CA0001"):
            assert (await browser.get(page)).status_code == 200


async def test_an_attempt_is_told_with_its_day_for_there_are_two_days_of_them(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        await rig.worker.deliver_all()
        assert "<b>Mon, Feb 23, 11:00 AM</b> HTTP 200" in (await (await rig.signed_in()).get("/calls/CA0001")).text


async def test_a_card_says_why_its_call_has_its_colour_and_whether_it_was_delivered(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(gas_call())
        browser = await rig.signed_in()
        card = (await browser.get("/inbox")).text.partition('class="cards"')[2]
        assert "Danger stated: gas leak" in card
        assert "Delivering" in card
        assert "alarm" in card
        await browser.post("/calls/CA0002/done", on="/calls/CA0002", done="true")
        assert "alarm" not in (await browser.get("/inbox")).text.partition('class="cards"')[2]


async def test_a_call_is_unread_until_somebody_looks_and_the_look_is_noted(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        browser = await rig.signed_in(VIEWER)
        assert "1 unread" in (await browser.get("/inbox")).text
        await browser.get("/calls/CA0001")
        assert "unread" not in (await browser.get("/inbox")).text
        assert await rig.console.accounts.looks("CA0001") == [(VIEWER, "call", rig.worker.clock.now())]
        assert await rig.console.accounts.looks() == [(VIEWER, "inbox", rig.worker.clock.now())] * 2


async def test_an_owner_reads_who_looked_at_a_call_and_a_viewer_does_not(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        viewer, owner = await rig.signed_in(VIEWER), await rig.signed_in(OWNER)
        for _ in range(2):
            assert "Who looked" not in (await viewer.get("/calls/CA0001")).text
        shown = " ".join((await owner.get("/calls/CA0001")).text.split())
        assert f"{VIEWER} <small>this page, " in shown
        assert ", 2 times</small>" in shown


async def test_another_business_s_call_does_not_exist(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        browser = await rig.signed_in(STRANGER)
        assert (await browser.get("/calls/CA0001")).status_code == 404
        assert "Jonas" not in (await browser.get("/inbox")).text
        assert await rig.console.accounts.looks("CA0001") == []


async def test_what_callers_say_is_text_wherever_it_is_shown(postgres_url: str) -> None:
    nasty = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    log = CallLog().enters("welcome", nasty).says("Hello.").hears(f"my name is {nasty}")
    log.learns(customer_name=nasty, problem_description=f'{nasty}" autofocus onfocus="alert(1)')
    log.raises("GAS_LEAK", nasty).ends()
    async with console(postgres_url) as rig:
        await rig.stores(log)
        browser = await rig.signed_in()
        for path in ("/inbox", "/calls/CA0001", f"/inbox?words={nasty}"):
            page = await browser.get(path)
            assert page.status_code == 200
            assert "<script>alert" not in page.text
            assert "<img" not in page.text
            assert "&lt;script&gt;" in page.text
            assert "default-src 'self'" in page.headers["content-security-policy"]


async def test_a_dead_delivery_is_sent_again_by_an_owner_and_not_by_a_viewer(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(gas_call())
        await rig.worker.archive.discard("msg_CA0002_job", rig.worker.clock.now())
        path = "/calls/CA0002/deliveries/msg_CA0002_job/resend"
        viewer, owner = await rig.signed_in(VIEWER), await rig.signed_in(OWNER)
        assert (await viewer.post(path, on="/calls/CA0002")).status_code == 403
        answer = await owner.post(path, on="/calls/CA0002")
        assert answer.status_code == 200
        delivery = await rig.worker.archive.delivery("msg_CA0002_job")
        assert delivery is not None
        assert delivery["status"] == "pending"
        assert (await owner.post(path, on="/calls/CA0002")).status_code == 409


@pytest.mark.parametrize("what", ["discard", "resend"])
@pytest.mark.parametrize("on", ["CA0002", "CA0077"])
async def test_an_owner_settles_no_delivery_of_another_business_from_whichever_call_s_page(
    postgres_url: str, what: str, on: str
) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(gas_call())
        archive = rig.worker.archive
        if what == "resend":
            await archive.discard("msg_CA0002_alert", rig.worker.clock.now())
        before = await archive.delivery("msg_CA0002_alert")
        stranger = await rig.signed_in(STRANGER)
        answer = await stranger.post(f"/calls/{on}/deliveries/msg_CA0002_alert/{what}", on="/account")
        assert answer.status_code == 404
        assert await archive.delivery("msg_CA0002_alert") == before


async def test_an_owner_gives_a_delivery_up_and_a_viewer_does_not(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(gas_call())
        path = "/calls/CA0002/deliveries/msg_CA0002_job/discard"
        viewer, owner = await rig.signed_in(VIEWER), await rig.signed_in(OWNER)
        assert (await viewer.post(path, on="/calls/CA0002")).status_code == 403
        assert (await owner.post(path, on="/calls/CA0002")).status_code == 200
        delivery = await rig.worker.archive.delivery("msg_CA0002_job")
        assert delivery is not None
        assert (delivery["status"], delivery["reason"]) == ("discarded", "discarded by hand")
        assert (await owner.post(path, on="/calls/CA0002")).status_code == 409


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        ("2026-02-23", "2026-02-23T06:00:00+00:00", "2026-02-24T06:00:00+00:00"),
        ("2026-03-08", "2026-03-08T06:00:00+00:00", "2026-03-09T05:00:00+00:00"),
    ],
)
async def test_a_day_begins_and_ends_at_the_business_s_midnight_also_when_it_has_23_hours(
    postgres_url: str, day: str, begins: str, ends: str
) -> None:
    async with console(postgres_url) as rig:
        for number, (edge, seconds) in enumerate(((begins, -1), (begins, 0), (ends, -1), (ends, 0))):
            at = datetime.fromisoformat(edge) + timedelta(seconds=seconds)
            await rig.stores(CallLog(f"CA000{number}", at=at).hears("hello").ends())
        listed = await (await rig.signed_in()).get(f"/inbox?business=ace-cooling&day={day}")
    assert sorted(set(re.findall(r"/calls/(CA\d+)", listed.text))) == ["CA0001", "CA0002"]


async def test_a_call_is_marked_as_done_and_back(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        browser = await rig.signed_in(VIEWER)
        assert "Not done after all" in (await browser.post("/calls/CA0001/done", on="/calls/CA0001", done="true")).text
        assert "AC stopped" not in (await browser.get("/inbox?mark=open")).text
        assert "Mark as done" in (await browser.post("/calls/CA0001/done", on="/calls/CA0001", done="false")).text
        assert "AC stopped" in (await browser.get("/inbox?mark=open")).text


async def test_a_call_that_is_not_stored_yet_cannot_be_marked_and_its_page_says_so(postgres_url: str) -> None:
    part = {"HX-Request": "true"}
    async with console(postgres_url) as rig:
        await rig.worker.publish(CallLog("CA0001", at=rig.worker.clock.now()).hears("hello").ends())  # not quiet yet
        browser = await rig.signed_in(VIEWER)
        page = (await browser.get("/calls/CA0001")).text
        assert "Being stored" in page
        assert "Mark as done" not in page
        assert "Nothing was to be delivered" not in page
        refused = await browser.post("/calls/CA0001/done", on="/account", done="true")
        assert refused.status_code == 409
        assert "not stored yet" in refused.text
        assert re.search(r'hx-trigger="every 3s" hx-target="#call"', page), "the whole page becomes another one"

        record, entries = await rig.worker.keeper.read("CA0001")
        await rig.worker.keeper.keep(record, entries)
        stored = (await browser.get("/calls/CA0001", **part)).text
        assert "Mark as done" in stored
        assert "Being stored" not in stored


async def test_who_asks_for_a_part_of_a_page_is_noted_too_once_an_hour(postgres_url: str) -> None:
    part = {"HX-Request": "true"}
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        browser, accounts = await rig.signed_in(VIEWER), rig.console.accounts
        first = rig.worker.clock.now()
        for _ in range(2):
            assert "4210 South Lamar Boulevard" in (await browser.get("/calls/CA0001", **part)).text
        assert await accounts.looks("CA0001") == [(VIEWER, "call", first)]
        rig.worker.clock.step(3_601)
        await browser.get("/calls/CA0001", **part)
        assert len(await accounts.looks("CA0001")) == 2


async def test_who_is_shown_a_call_because_they_changed_it_is_noted_too(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        browser = await rig.signed_in(VIEWER)
        shown = await browser.post("/calls/CA0001/done", on="/account", done="true")
        assert "4210 South Lamar Boulevard" in shown.text
        assert await rig.console.accounts.looks("CA0001") == [(VIEWER, "call", rig.worker.clock.now())]


@pytest.mark.parametrize("asked", ["day=9999-12-31", "day=0001-01-01", "after=0001-01-01T00:00:00%2B14:00~x"])
async def test_a_day_that_no_calendar_reaches_is_no_fault_of_ours(postgres_url: str, asked: str) -> None:
    async with console(postgres_url) as rig:
        browser = await rig.signed_in()
        assert (await browser.get(f"/inbox?{asked}")).status_code in (404, 422)


async def test_a_browser_is_shown_a_page_that_says_what_was_wrong_with_its_question(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        browser = await rig.signed_in()
        answer = await browser.get("/inbox?priority=pink", accept="text/html")
        assert (answer.status_code, answer.headers["content-type"]) == (422, "text/html; charset=utf-8")
        assert "Priority: Input should be" in answer.text


async def test_a_stored_call_whose_end_nobody_wrote_is_not_on_the_line(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        endless = CallLog("CA0001").hears("my AC is out")
        await rig.worker.publish(endless)
        record, entries = await rig.worker.keeper.read("CA0001")
        browser = await rig.signed_in()
        assert "On the line" in (await browser.get("/calls/CA0001")).text
        await rig.worker.keeper.keep(record, entries)
        assert "On the line" not in (await browser.get("/calls/CA0001")).text


@pytest.mark.parametrize(("email", "talk", "offers"), [(OWNER, True, 1), (OWNER, False, 0), (VIEWER, True, 0)])
async def test_an_empty_inbox_offers_a_call_to_whoever_may_talk(
    postgres_url: str, email: str, talk: bool, offers: int
) -> None:
    async with console(postgres_url, talk=talk) as rig:
        browser = await rig.signed_in(email)
        empty = (await browser.get("/inbox")).text
        assert "No call yet" in empty
        assert empty.count('class="button" href="/talk"') == offers
        assert ('class="nothing"' in (await browser.get("/talk")).text) is not bool(offers)


async def test_without_a_call_the_numbers_praise_nobody(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        browser = await rig.signed_in()
        empty = (await browser.get("/numbers")).text
        assert empty.count("No call in these days.") == 2
        assert "understood at once" not in empty
        await rig.stores(booked_call())
        assert "understood at once" in (await browser.get("/numbers")).text
