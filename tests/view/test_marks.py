"""Marks over a text: any spans, the visible text stays the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import is_linear
from tests.view.page_reader import PageReader
from vnreport.view.marks import Mark, escape, weave


def mark(start: int, end: int, name: str = "i", rank: int = 0) -> Mark:
    return Mark(start, end, rank, name, "", f' id="{name}"')


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "abcdef"),
        ([mark(1, 3)], 'a<i id="i">bc</i>def'),
        ([mark(0, 4, "b"), mark(1, 3, "i")], '<b id="b">a<i id="i">bc</i>d</b>ef'),
        ([mark(1, 3, "i", 2), mark(1, 3, "b", 1)], 'a<b id="b"><i id="i">bc</i></b>def'),
        ([mark(0, 3, "b"), mark(2, 5, "i")], '<b id="b">ab<i id="i">c</i></b><i>de</i>f'),
        ([mark(0, 2, "b"), mark(2, 4, "i")], '<b id="b">ab</b><i id="i">cd</i>ef'),
        ([mark(3, 3)], 'abc<i id="i"></i>def'),
        (
            [mark(0, 3, "b"), mark(3, 3, "i"), mark(3, 6, "u")],
            '<b id="b">abc</b><u id="u"><i id="i"></i>def</u>',
        ),
        ([mark(6, 6)], 'abcdef<i id="i"></i>'),
    ],
)
def test_nesting_crossing_and_empty_marks(marks: list[Mark], expected: str) -> None:
    assert weave("abcdef", marks) == expected


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 7)])
def test_marks_outside_the_text_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        weave("abcdef", [mark(start, end)])


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30))
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = draw(st.lists(bounds, max_size=8))
    return text, [Mark(a, b, 0, "i", f' class="m{n}"') for n, (a, b) in enumerate(spans)]


@given(marked())
def test_any_marks_over_any_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    page = PageReader(f'<div id="all">{weave(text, marks)}</div>')
    assert page.by_id("all").text == text
    for number, span in enumerate(marks):
        pieces = [e.text for e in page.elements if e.attributes.get("class") == f"m{number}"]
        assert "".join(pieces) == text[span.start : span.end]


def test_what_html_would_change_is_kept() -> None:
    assert escape("a\r\nb") == "a&#13;\nb"
    assert escape("a\0b") == "a\ufffdb"
    assert escape("<&>\"'") == "&lt;&amp;&gt;&quot;&#39;"


def test_time_is_linear() -> None:
    made = {n: [Mark(at, at + 15, 0, "i", "") for at in range(0, n - 15, 10)] for n in (50_000, 400_000)}
    assert is_linear(lambda size: weave("x" * size, made[size]), 50_000, 400_000)
