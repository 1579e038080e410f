"""Choosing and writing questions: ready ones, hints on own ones, other ones per round, and Liquid Courage."""

import re

import numpy as np
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import PATIENCE_MS
from tests.kit.server import Server

TOUCH_PX = 48
BRIEFS = [
    ("en-GB", "classic", ("three real conversations", "Open floor", "Each of you gets two minutes")),
    (
        "nl-NL",
        "first-day",
        ("kent na afloop drie mensen", "Naamkaartjes hoeven niet", "Ieder krijgt 90 seconden"),
    ),
    ("en-GB", "cross-functional", ("where it rubs", "No signs", "whose work you don’t know")),
    ("nl-NL", "innovators-apart", ("ver uit elkaar", "Pen en papier", "Vertel ook wat mislukte")),
    ("nl-NL", "liquid-courage", ("vijf zinnen", "Een deur die dicht kan", "Als zij …, dan kon ik …!")),
    ("en-GB", "quick", ("third telling", "little time to read", "Each of you gets one minute")),
]


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
    page.get_by_role("combobox", name="Taal").select_option(label="English")
    expect(challenge).to_have_value(re.compile("^Which decision keeps being put off"))
    page.context.close()


def test_questions_are_chosen_for_who_is_there(chromium: Browser, server: Server) -> None:
    page = form(chromium, server, "en-GB")
    own = "What did the river teach you this year?"
    page.locator("textarea").first.fill(own)
    audience = page.get_by_label("Who will be there?")
    assert (box := audience.bounding_box()) is not None
    assert box["height"] >= TOUCH_PX
    audience.select_option(label="Pupils, students, learners")
    expect(page.get_by_role("button", name="Across the walls")).to_have_count(0)
    expect(page.locator("textarea").first).to_have_value(own)
    page.get_by_role("button", name="The first day").click()
    page.get_by_text("All questions").click()
    page.get_by_label("Look for a word").fill("classmate")
    expect(page.get_by_text("1 pair", exact=True)).to_be_visible()
    page.context.close()


def test_a_kind_of_gathering_brings_questions_but_never_over_own_words(
    chromium: Browser, server: Server
) -> None:
    page = form(chromium, server, "en-GB")
    challenge = page.locator("textarea").first
    first = challenge.input_value()
    page.locator("input[value=first-day]").check()
    expect(challenge).to_have_value("When did you know that you wanted to be part of this?")
    page.locator("input[value=quick]").check()
    expect(challenge).to_have_value(first)
    challenge.fill("What did the river teach you this year?")
    page.locator("input[value=cross-functional]").check()
    expect(challenge).to_have_value("What did the river teach you this year?")
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


@pytest.mark.parametrize(("language", "kind", "said"), BRIEFS)
def test_a_kind_of_gathering_shows_its_notes_before_it_is_opened(
    chromium: Browser, server: Server, language: str, kind: str, said: tuple[str, str, str]
) -> None:
    page = form(chromium, server, language)
    page.locator(f"input[value={kind}]").check()
    brief = page.locator(".brief")
    for fold in brief.locator("summary").all():
        fold.click()
    for words in said:
        expect(brief).to_contain_text(words)
    page.get_by_role("button", name="Open", exact=True).click()
    page.wait_for_url("**/host/**")
    expect(page.locator(".script")).to_contain_text(said[2])
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


def test_a_card_goes_from_host_to_host_and_is_remembered(chromium: Browser, server: Server) -> None:
    page = form(chromium, server, "en-GB")
    page.locator("textarea").first.fill('What <img src=x onerror="boom()"> is it that keeps you going?')
    page.get_by_role("button", name="Open", exact=True).click()
    page.wait_for_url("**/host/**")
    with page.expect_popup() as popped:
        page.get_by_role("link", name="A card for a colleague").click()
    card = popped.value
    question = card.locator(".question").first
    expect(question).to_have_text('What <img src=x onerror="boom()"> is it that keeps you going?')
    assert card.locator(".card img").count() == 0
    link = card.url
    code = card.locator("svg.qr")
    expect(code).to_be_visible()
    assert scanned(card) == [link.replace(f"127.0.0.1:{server.port}", card.evaluate("location.host"))]
    card.get_by_role("button", name="It landed").click()
    card.get_by_role("link", name="Use these questions").click()
    expect(card.locator("textarea").first).to_have_value(re.compile("keeps you going"))
    expect(card.get_by_role("button", name="Landed before")).to_have_attribute("aria-pressed", "true")
    page.context.close()


def scanned(page: Page) -> list[str]:
    """What a camera reads in the code on a page."""
    size, dark = page.evaluate(
        """() => { const code = document.querySelector("svg.qr");
        return [code.viewBox.baseVal.width - 4, code.querySelector("path").getAttribute("d")]; }"""
    )
    picture = np.full((int(size) + 8, int(size) + 8), 255, np.uint8)
    for x, y in re.findall(r"M(\d+) (\d+)", dark):
        picture[int(y) + 4, int(x) + 4] = 0
    return [each.text for each in zxingcpp.read_barcodes(picture.repeat(4, 0).repeat(4, 1))]
