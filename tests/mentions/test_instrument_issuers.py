"""Whoever issued it: a body behind a citation is read to its end, and its abbreviations are expanded."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport.layout import analyse
from vnreport.mentions.instruments import find

_TABLE = Path(__file__).parents[1] / "cases" / "instrument_issuers.tsv"
_LINES = _TABLE.read_text(encoding="utf-8").splitlines()[2:]
_WORDINGS = (
    "Quyết định số 12/QĐ-XYZ ngày 5/6/2020 của {} về việc kiểm tra",
    "Thực hiện Công văn số 45/XYZ-TH của {}, các đơn vị đã báo cáo.",
    "Kế hoạch số 3/KH-XYZ ngày 5/6/2020 của {} đã được triển khai",
)


@pytest.mark.parametrize("line", _LINES)
def test_issuer(line: str) -> None:
    written, issuer = line.split("\t")
    for wording in _WORDINGS:
        text = wording.format(written)
        (mention,) = find(text, analyse(text))
        assert mention.issuer == issuer
        assert mention.text.endswith(written)
