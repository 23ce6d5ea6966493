"""The page: structure, escaping, the text as it is, contrast."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnreport
from tests.view.page_reader import PageReader
from vnreport.report import Interval, Report
from vnreport.view import render
from vnreport.view.wording import keys, period

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "samples").glob("*.txt"))
HOSTILE = "</script><img src=x onerror=alert(1)>\"'><!--<script>{{text}}&lt;]]>"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_page_of_a_report(path: Path) -> None:
    report = vnreport.extract(path.read_text(encoding="utf-8"))
    page = PageReader(render(report))
    assert page.all("html")[0].attributes["lang"] == "vi"
    assert page.by_id("text").text == report.text
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    rows = [e for e in page.all("tr") if "data-kind" in e.attributes]
    assert len(rows) == len(report.facts)
    for row, fact in zip(rows, report.facts, strict=True):
        evidence = [e for e in page.elements if e.attributes.get("data-e") == row.attributes["data-e"]]
        pieces = [e.text for e in evidence if e.is_in("text")]
        assert "".join(pieces) == report.text[fact.evidence.start : fact.evidence.end]
    for link in page.all("a"):
        assert link.attributes["href"][1:] in ids
    for mention in report.mentions:
        pieces = [e.text for e in page.all("mark") if e.attributes["data-m"] == mention.id]
        assert "".join(pieces) == mention.text
    restored = Report.model_validate_json(page.by_id("report").text)
    assert restored == report


def test_every_mention_type_and_field_has_its_words() -> None:
    from typing import get_args

    from vnreport import report as models

    types = {get_args(model.model_fields["type"].annotation)[0] for model in models.Mention.__subclasses__()}
    assert set(keys("mention")) == types
    assert set(keys("relation")) == set(get_args(models.Relation))
    assert {*keys("modifier"), "exact"} == set(get_args(models.Modifier))


def hostile_report() -> Report:
    text = f"Phạt {HOSTILE} 5 đồng\r\nXong."
    start = text.index(HOSTILE)
    place = {"start": start, "end": start + len(HOSTILE), "text": HOSTILE}
    everywhere = {"organization": HOSTILE, "evidence": {"start": 0, "end": 4}}
    measured = {"indicator": HOSTILE, "value": 5, "unit": HOSTILE, "place": HOSTILE, "action": HOSTILE}
    number = 'm1" onclick="x'
    repair = {"original": HOSTILE, "replacement": HOSTILE, "kind": HOSTILE, "confidence": 0.5}
    return Report.model_validate(
        {
            "text": text,
            "file": HOSTILE,
            "document": {
                "title": HOSTILE,
                "publisher": HOSTILE,
                "sources": {"publisher": {"start": 0, "end": 4}},
            },
            "repairs": [
                {"start": start, "end": start + 3, "source_start": 0, "source_end": 3, **repair},
            ],
            "mentions": [
                {"id": number, "type": "money", "value": 5, "currency": HOSTILE, "per": HOSTILE, **place},
                {"id": "m2", "type": "organization", "name": HOSTILE, "place": HOSTILE, **place},
                {
                    "id": "m3",
                    "type": "place",
                    "name": HOSTILE,
                    "code": HOSTILE,
                    "successor": HOSTILE,
                    **place,
                },
                {"id": "m4", "type": "quantity", "value": 1, "unit": HOSTILE, "what": HOSTILE, **place},
            ],
            "facts": [
                {"type": "measurement", "mentions": [number], **measured, **everywhere},
                {"type": "citation", "code": HOSTILE, "relation": "cites", **everywhere},
                {"type": "role", "person": HOSTILE, "title": HOSTILE, **everywhere},
            ],
        }
    )


def test_nothing_of_the_report_becomes_markup() -> None:
    report = hostile_report()
    source = render(report)
    page = PageReader(source)
    assert not page.all("img")
    assert len(page.all("script")) == 2
    assert source.count("<!--") == 0
    assert not any(name.startswith("on") for e in page.elements for name in e.attributes)
    assert page.by_id("text").text == report.text
    assert page.all("title")[0].text == HOSTILE
    assert json.loads(page.by_id("report").text)["document"]["title"] == HOSTILE
    assert Report.model_validate_json(page.by_id("report").text) == report


def test_nothing_outside_is_loaded() -> None:
    source = render(hostile_report())
    page = PageReader(source)
    assert not [e for e in page.elements if e.tag in ("link", "iframe", "object", "base", "img")]
    assert not [e for e in page.elements if {"src", "srcset", "action", "style"} & set(e.attributes)]
    style, script = page.all("style")[0].text, page.all("script")[-1].text
    assert not re.search(r"url\(|@import|https?:", style)
    assert not re.search(r"https?:|fetch|XMLHttpRequest|innerHTML|insertAdjacentHTML|eval\(", script)
    [policy] = [e for e in page.all("meta") if e.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert policy.attributes["content"].startswith("default-src 'none'; style-src 'sha256-")


@given(st.text(max_size=60), st.sampled_from(["", " 26 triệu đồng ngày 09/6/2017 "]))
@settings(max_examples=60, deadline=None)
def test_any_text_is_shown_as_it_is(text: str, middle: str) -> None:
    report = vnreport.extract(text + middle + text)
    assert PageReader(render(report)).by_id("text").text == report.text.replace("\0", "\ufffd")


def test_an_empty_report() -> None:
    page = PageReader(render(Report(text="")))
    assert page.by_id("text").text == ""
    assert page.all("h1")[0].text == "Báo cáo"


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2018-01-01", "2018-12-31", "2018"),
        ("2015-01-01", "2020-12-31", "2015–2020"),
        ("2018-04-01", "2018-06-30", "quý II/2018"),
        ("2016-02-01", "2016-02-29", "02/2016"),
        ("2018-01-01", "2018-06-30", "01/01/2018 – 30/06/2018"),
        ("2018-07-03", "2018-07-03", "03/07/2018"),
        ("9999-12-01", "9999-12-31", "12/9999"),
    ],
)
def test_periods(start: str, end: str, shown: str) -> None:
    assert period(Interval.model_validate({"start": start, "end": end})) == shown


def colours() -> list[dict[str, str]]:
    style = files("vnreport.view").joinpath("page.css").read_text(encoding="utf-8")
    themes = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    return [dict(re.findall(r"--([\w-]+): (#\w{6});", theme)) for theme in themes]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", colours(), ids=["light", "dark", "print"])
def test_contrast_is_at_least_aa(theme: dict[str, str]) -> None:
    """WCAG 2.2, 1.4.3 (text, 4.5) and 1.4.11 (what is no text, 3)."""
    text = [("ink", ground) for ground in (*keys("mention"), "paper", "ground", "chosen")]
    text += [(ink, ground) for ink in ("quiet", "link") for ground in ("paper", "ground", "chosen")]
    text += [("removed", "paper"), ("paper", "ink")]
    lines = [(f"{name}-line", "paper") for name in (*keys("mention"), "repair")]
    assert not [pair for pair in text if contrast(theme[pair[0]], theme[pair[1]]) < 4.5]
    assert not [pair for pair in lines if contrast(theme[pair[0]], theme[pair[1]]) < 3]
