"""What keeps long texts small: pieces, shared keys, and nothing that outlives its use."""

from __future__ import annotations

import gc
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnreport
from vnreport import text as text_module
from vnreport.base_model import Model, made
from vnreport.facts.scope import Scope
from vnreport.layout import Layout
from vnreport.starts import Starts
from vnreport.text import fold, pieces

_LETTERS = st.text(alphabet="aA ΣΑ\nİĐđỞởx.", max_size=60)


def _in_small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "_PIECE", 7)


@given(_LETTERS)
def test_pieces_are_the_text_and_end_with_lines(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        _in_small_pieces(patch)
        found = list(pieces(text))
    assert "".join(found) == text
    assert all(piece.endswith("\n") for piece in found[:-1])


@given(_LETTERS)
def test_a_long_text_folds_as_a_short_one(text: str) -> None:
    whole = fold(text)
    with pytest.MonkeyPatch.context() as patch:
        _in_small_pieces(patch)
        assert fold(text) == whole


@given(st.lists(st.sampled_from(["tăng", "giảm", "đã", "x", "\n", ". "]), max_size=40).map(" ".join))
def test_words_are_found_piece_by_piece_where_they_are(text: str) -> None:
    starts = Starts({"change": ("tăng", "giảm"), "done": ("đã",)}, inside=("change",))
    whole = starts.find(text)
    with pytest.MonkeyPatch.context() as patch:
        _in_small_pieces(patch)
        assert starts.find(text) == whole


def test_what_a_report_was_made_with_is_gone_with_it() -> None:
    text = "Sở Y tế đã tiến hành 12 cuộc thanh tra, tăng 5% so với cùng kỳ; phạt 26 triệu đồng.\n" * 3
    vnreport.extract(text)
    gc.collect()
    gc.disable()
    try:
        report = vnreport.extract(text)
        left = [one for one in gc.get_objects() if isinstance(one, (Scope, Layout))]
    finally:
        gc.enable()
    assert report.facts
    assert not left


class _Counted(Model):
    """A model of this test alone: what others have set on objects of a class tells how its keys are kept."""

    text: str = ""
    start: int = 0
    end: int = 0
    value: Decimal = Decimal(0)
    unit: str = ""
    what: str = ""


def test_the_fields_of_made_objects_share_their_keys() -> None:
    makers = [_Counted, *[made(_Counted)] * 100]
    many = [make(text="3 vụ", end=4, value=Decimal(3), unit="vụ", what="vụ") for make in makers]
    assert many[0] == many[-1]
    assert sys.getsizeof(vars(many[-1])) < sys.getsizeof(dict(vars(many[-1])))
