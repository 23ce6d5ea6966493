from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport.repair.alignment import Alignment, Edit

TEXTS = st.text(alphabet="abđ ́\udc80", max_size=12)


@st.composite
def replaced(draw: st.DrawFn, source: str) -> tuple[str, Alignment]:
    bounds = sorted(draw(st.lists(st.integers(0, len(source)), max_size=8)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return Alignment.of_replacements(source, [(s, e, draw(TEXTS)) for s, e in pairs])


def check(source: str, target: str, alignment: Alignment) -> None:
    """The characters outside the edits are equal, one by one, and the lengths are true."""
    assert (len(source), len(target)) == (alignment.source_length, alignment.target_length)
    at = source_at = 0
    for edit in alignment.edits:
        assert at <= edit.start <= edit.end
        assert source_at <= edit.source_start <= edit.source_end
        assert target[at : edit.start] == source[source_at : edit.source_start]
        at, source_at = edit.end, edit.source_end
    assert target[at:] == source[source_at:]


def check_monotone(target: str, alignment: Alignment) -> None:
    spans = [alignment.to_source(i, i + 1) for i in range(len(target))]
    assert spans == sorted(spans)
    for start in range(len(target) + 1):
        for end in range(start, len(target) + 1):
            source_start, source_end = alignment.to_source(start, end)
            assert 0 <= source_start <= source_end <= alignment.source_length
            if start < end:
                assert source_start == spans[start][0]
                assert source_end == spans[end - 1][1]


@given(st.data(), TEXTS)
def test_of_replacements(data: st.DataObject, source: str) -> None:
    target, alignment = data.draw(replaced(source))
    check(source, target, alignment)
    check_monotone(target, alignment)
    check(target, source, alignment.inverse())


@given(st.data(), TEXTS)
def test_then(data: st.DataObject, source: str) -> None:
    texts, alignment = [source], Alignment.identity(len(source))
    for _ in range(3):
        target, step = data.draw(replaced(texts[-1]))
        texts.append(target)
        alignment = alignment.then(step)
        check(source, target, alignment)
        check_monotone(target, alignment)


def test_untouched_text_between_edits_keeps_its_offsets() -> None:
    middle, first = Alignment.of_replacements("Ha` No^.i", [(1, 3, "à"), (5, 8, "ộ")])
    target, second = Alignment.of_replacements(middle, [(2, 3, "  ")])
    assert target == "Hà  Nội"
    assert first.then(second).edits == (Edit(1, 2, 1, 3), Edit(2, 4, 3, 4), Edit(5, 6, 5, 8))


def test_a_span_inside_a_replacement_is_widened() -> None:
    _, alignment = Alignment.of_replacements("x&amp;y", [(1, 6, "&")])
    assert alignment.to_source(1, 2) == (1, 6)
    assert alignment.to_source(0, 3) == (0, 7)
    assert alignment.to_source(2, 3) == (6, 7)


@pytest.mark.parametrize("bad", [[(2, 1, "")], [(0, 9, "")], [(1, 2, ""), (0, 1, "")], [(-1, 0, "")]])
def test_bad_replacements_are_refused(bad: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="replacement"):
        Alignment.of_replacements("abc", bad)


def test_bad_spans_and_bad_fits_are_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        Alignment.identity(3).to_source(2, 4)
    with pytest.raises(ValueError, match="fit"):
        Alignment.identity(3).then(Alignment.identity(4))
