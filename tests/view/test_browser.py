"""The page in a real browser; left out where Chromium and its driver are not installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import vnreport
from tests.view.test_page import HOSTILE, hostile_report
from tests.view.webdriver import Page, browser, tab
from vnreport.view import render

PROGRAMS = browser()
SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "thanh-tra-giao-thong-2016.txt"

pytestmark = pytest.mark.skipif(PROGRAMS is None, reason="needs Chromium and chromedriver")


@pytest.fixture(scope="module")
def window() -> Iterator[Page]:
    assert PROGRAMS is not None
    with tab(PROGRAMS) as page:
        yield page


@pytest.fixture
def report() -> vnreport.Report:
    return vnreport.extract(SAMPLE.read_text(encoding="utf-8"))


@pytest.fixture
def page(window: Page, report: vnreport.Report, tmp_path: Path) -> Page:
    file = tmp_path / "report.html"
    file.write_text(render(report), encoding="utf-8", newline="")
    window.open(file)
    return window


def visible(page: Page, selector: str) -> list[str]:
    script = (
        "return Array.from(document.querySelectorAll(arguments[0]))"
        ".filter(e => e.getClientRects().length).map(e => e.textContent)"
    )
    found: list[str] = page.run(script, selector)
    return found


def test_the_text_is_the_report_s(page: Page, report: vnreport.Report) -> None:
    assert page.run("return document.querySelector('#text').textContent") == report.text
    assert page.run("return JSON.parse(document.querySelector('#report').textContent).text") == report.text


def test_a_click_on_a_fact_shows_its_evidence(page: Page, report: vnreport.Report) -> None:
    page.run("document.querySelector('#text').style.paddingTop = '300vh'")
    row = len(report.facts)
    page.click(f"#fact-table tbody tr:nth-child({row})")
    fact = report.facts[-1]
    assert "".join(visible(page, "#text .e.on")) == report.text[fact.evidence.start : fact.evidence.end]
    assert page.run("return document.querySelector('tr.on').getAttribute('aria-current')") == "true"
    assert page.run(
        "const box = document.querySelector('#text mark.on').getBoundingClientRect();"
        "return box.top >= 0 && box.bottom <= innerHeight"
    )
    assert len(visible(page, "#text mark.on")) >= 1


def test_the_keyboard_does_the_same(page: Page, report: vnreport.Report) -> None:
    page.type("#fact-table tbody tr:nth-child(3) a", "\ue007")  # Enter
    fact = report.facts[2]
    assert "".join(visible(page, "#text .e.on")) == report.text[fact.evidence.start : fact.evidence.end]
    page.type("#fact-table tbody tr:nth-child(3) a", "\ue00c")  # Escape
    assert visible(page, ".on") == []


def test_the_filter_takes_letters_without_marks(page: Page, report: vnreport.Report) -> None:
    everything = visible(page, "#fact-table tbody tr")
    page.type("#query", "XU PHAT")
    found = visible(page, "#fact-table tbody tr")
    assert 0 < len(found) < len(everything)
    assert all("xử phạt" in row for row in found)
    assert visible(page, "#shown") == [f"{len(found)} / {len(everything)} dữ kiện"]


def test_the_kind_selector(page: Page, report: vnreport.Report) -> None:
    page.run(
        "const kind = document.querySelector('#kind'); kind.value = 'citation';"
        "kind.dispatchEvent(new Event('change'))"
    )
    assert len(visible(page, "#fact-table tbody tr")) == len(report.citations)


def test_a_type_can_be_switched_off(page: Page) -> None:
    colour = "return getComputedStyle(document.querySelector('mark[data-type=instrument]')).backgroundColor"
    before = page.run(colour)
    page.click('input[value="instrument"]')
    assert page.run(colour) == "rgba(0, 0, 0, 0)" != before


def test_the_original_of_a_repair_is_shown(page: Page, report: vnreport.Report) -> None:
    page.hover("#text .r[id]")
    [said] = visible(page, "#tip")
    assert report.repairs[0].original in said
    page.run("document.querySelector('#text .r[id]').focus()")
    page.type("#text .r[id]", "\ue014")  # right arrow
    assert page.run("return document.activeElement.id") == "r2"
    [said] = visible(page, "#tip")
    assert report.repairs[1].original in said


def test_hostile_text_stays_text(window: Page, tmp_path: Path) -> None:
    report = hostile_report()
    file = tmp_path / "hostile.html"
    file.write_text(render(report), encoding="utf-8", newline="")
    window.open(file)
    assert window.run("return document.querySelectorAll('img').length") == 0
    assert window.run("return document.querySelector('#text').textContent") == report.text
    assert window.run("return document.title") == HOSTILE
    window.click("#fact-table tbody tr a")
    assert window.run("return document.querySelectorAll('tr.on').length") == 1


def test_a_screenshot_in_both_themes(page: Page, report: vnreport.Report, tmp_path: Path) -> None:
    page.screenshot(tmp_path / "light.png")
    assert PROGRAMS is not None
    with tab(PROGRAMS, "--blink-settings=preferredColorScheme=0") as dark:
        dark.open(tmp_path / "report.html")
        background = dark.run("return getComputedStyle(document.body).backgroundColor")
        dark.screenshot(tmp_path / "dark.png")
    assert background == "rgb(14, 16, 20)"
    for name in ("light.png", "dark.png"):
        assert (tmp_path / name).stat().st_size > 20_000
