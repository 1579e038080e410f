"""Choosing and writing questions: ready ones, hints on own ones, other ones per round, and Liquid Courage."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import PATIENCE_MS
from tests.kit.server import Server


def form(chromium: Browser, server: Server, language: str) -> Page:
    page = chromium.new_context(locale=language, reduced_motion="reduce").new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(server.url)
    page.locator("section[aria-labelledby=host] button").click()
    page.locator(".chips button").first.wait_for()
    return page


def test_ready_questions_go_on_to_the_next_and_can_be_searched(chromium: Browser, server: Server) -> None:
    page = form(chromium, server, "nl-NL")
    challenge = page.locator("textarea").first
    page.get_by_role("button", name="Een taai probleem").click()
    one = challenge.input_value()
    page.get_by_role("button", name="Een andere").click()
    other = challenge.input_value()
    assert one != other
    page.get_by_text("Alle vragen").click()
    page.get_by_label("Zoek een woord").fill("knoop")
    expect(page.get_by_text("1 paar", exact=True)).to_be_visible()
    page.locator(".library li button").click()
    expect(challenge).to_have_value("Welke knoop hakt bij jullie niemand door?")
    page.get_by_role("button", name="English").click()
    expect(challenge).to_have_value(re.compile("^Which decision keeps being put off"))
    page.context.close()


@pytest.mark.parametrize(
    ("language", "question", "hint"),
    [
        ("nl-NL", "Ben je tevreden met je werk?", "ja of nee"),
        ("en-GB", "What is your greatest weakness?", "too bare"),
    ],
)
def test_own_words_get_a_hint_and_are_never_held_back(
    chromium: Browser, server: Server, language: str, question: str, hint: str
) -> None:
    page = form(chromium, server, language)
    page.locator("textarea").first.fill(question)
    expect(page.locator("#challenge-hints")).to_contain_text(hint)
    page.get_by_role("button", name="Open", exact=True).click()
    page.wait_for_url("**/host/**")
    expect(page.locator(".plan .question").first).to_have_text(question)
    page.context.close()


def test_a_later_round_may_have_its_own(chromium: Browser, server: Server) -> None:
    page = form(chromium, server, "en-GB")
    page.get_by_text("Other questions per round").click()
    page.locator("details fieldset").nth(1).locator("textarea").first.fill("And what now?")
    page.get_by_role("button", name="Open", exact=True).click()
    page.wait_for_url("**/host/**")
    expect(page.locator(".plan")).to_contain_text("round 3 of 3: And what now?")
    page.context.close()


def test_liquid_courage_shows_its_five_sentences_to_the_host(chromium: Browser, server: Server) -> None:
    page = form(chromium, server, "en-GB")
    page.locator("input[value=liquid-courage]").check()
    expect(page.locator("textarea")).to_have_count(0)
    page.get_by_role("button", name="Open", exact=True).click()
    page.wait_for_url("**/host/**")
    expect(page.locator(".script")).to_contain_text("If they would …, then I could …!")
    expect(page.locator(".notes")).to_contain_text("held against them")
    page.context.close()
