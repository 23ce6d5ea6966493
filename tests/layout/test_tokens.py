"""Tokens keep exact offsets whatever underthesea does to the text."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import is_quick
from vnreport.layout import tokens as module
from vnreport.layout.tokens import tokenize
from vnreport.report import Report


def check(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert token.start >= at
        assert token.end > token.start
        assert text[token.start : token.end] == token.text
        assert not text[at : token.start].strip()
        at = token.end
    assert not text[at:].strip()


@given(st.one_of(st.text(), st.text(st.characters(codec=None)), st.text("aáạ \u0301\n09/-NĐCP.@w&\ud800")))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("các tỉnh Hoà Bình", ["các", "tỉnh", "Hoà Bình"]),
        ("văn\nbản", ["văn", "bản"]),
        ("công  tác\xa0xã hội", ["công  tác", "xã hội"]),
        ("Nghị định số 09/2017/NĐ-CP", ["Nghị định", "số", "09/2017/NĐ-CP"]),
        ("3814-QĐ/TU, 45/2013/QH13", ["3814-QĐ/TU", ",", "45/2013/QH13"]),
        ("ngày 18/7/2017.", ["ngày", "18/7/2017", "."]),
        ("1.750 công nhân", ["1.750", "công nhân"]),
        ("a.b@x.gov.vn www.x.vn/a.", ["a.b@x.gov.vn", "www.x.vn/a", "."]),
        ("Sở TT&TT", ["Sở", "TT&TT"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


def test_decomposed_letters_stay_whole() -> None:
    text = "kinh te\u0302\u0301 xa\u0303 ho\u0323\u0302i"
    check(text)
    assert tokenize(text)[0].text == "kinh te\u0302\u0301"


def test_a_failing_segmenter_leaves_syllables(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError

    monkeypatch.setattr(module, "_segmenter", fail)
    assert [token.text for token in tokenize("nhân dân 12")] == ["nhân", "dân", "12"]


def test_a_panic_leaves_syllables(monkeypatch: pytest.MonkeyPatch) -> None:
    panic = type("PanicException", (BaseException,), {})

    def fail() -> None:
        raise panic

    monkeypatch.setattr(module, "_segmenter", fail)
    assert [token.text for token in tokenize("nhân dân")] == ["nhân", "dân"]


def test_logging_is_left_alone() -> None:
    handlers = list(logging.getLogger().handlers)
    tokenize("văn bản")
    assert [h for h in logging.getLogger().handlers if h not in handlers] == []


def test_report_makes_tokens_when_asked() -> None:
    report = Report(text="Sở Y tế báo cáo")
    assert report._tokens is None
    assert [token.text for token in report.tokens][-1] == "báo cáo"
    assert report.tokens is report.tokens


@pytest.mark.parametrize("seed", [".", "a", "@", "1/", "www.", "\n", "a-", "&"])
def test_hostile_text_is_quick(seed: str) -> None:
    text = seed * (100_000 // len(seed))
    assert is_quick(lambda: check(text), 5)
