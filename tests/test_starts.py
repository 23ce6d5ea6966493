"""What is looked for only where its first words stand is found as by a search of the whole text."""

from __future__ import annotations

import pytest

from vnreport.base_model import made
from vnreport.facts import periods, status
from vnreport.facts.absences import _ABSENCE
from vnreport.facts.changes import TRIGGER
from vnreport.facts.words import action_verb, fact_words, indicator_head, status_cue
from vnreport.mentions.numbers.patterns import spelled, spelled_starts
from vnreport.mentions.times import patterns
from vnreport.phrase_table import Pattern
from vnreport.report import PersonMention
from vnreport.starts import Matches, Starts

TEXT = (
    "Sở Xây dựng đã cấp 12 giấy phép, tăng 3 giấy phép so với tháng trước; hạ tầng thạc đồ được nâng cấp. "
    "Ước  đạt 5 tỷ, phấn\nđấu đến năm 2030 đạt 100%; lũy kế từ đầu năm chi hỗ trợ hai mươi triệu đồng. "
    "Không xảy ra tai nạn, chưa có thiệt hại. Chỉ tiêu năm tới: tổng số vụ giảm; trong quý III/2024, "
    "T7/2024, ngày mười lăm tháng tám, rằm tháng Giêng, cùng kỳ, sáng nay, thu ngân sách, truy thu thuế. "
    "Một triệu đồng, mười nghìn hộ, kiểm tra, khởi tố, không phẩy năm tấn, nửa triệu, +5%, cả quý, trong năm"
)
KINDS: dict[str, Pattern] = {
    "verb": action_verb(),
    "head": indicator_head(),
    "status": status_cue()[0],
    "happened": status.HAPPENED,
    "change": TRIGGER,
    "running": periods._RUNNING,
    "relative": periods._RELATIVE,
    "absence": _ABSENCE,
}


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_facts(kind: str) -> None:
    folded = TEXT.lower()
    found = Matches(KINDS[kind], folded, fact_words().find(folded)[kind])
    wanted = [match.span() for match in KINDS[kind].finditer(folded, 3, len(folded) - 3)]
    assert wanted
    assert [match.span() for match in found.finditer(3, len(folded) - 3)] == wanted


def test_openers_of_times_and_numbers_in_words() -> None:
    folded = TEXT.lower()
    for pattern, starts in ((patterns.openers(), patterns.openings()), (spelled(), spelled_starts())):
        wanted = [match.span() for match in pattern.finditer(folded)]
        assert wanted
        found = Matches(pattern, folded, starts.find(folded)[""]).finditer(0, len(folded))
        assert [match.span() for match in found] == wanted


def test_whole_words_and_parts_of_words() -> None:
    text = "hạ tầng thạc hạn, \ud800hạ"
    found = Starts({"whole": ["hạ"], "part": ["hạ", "ạn"]}, inside=("part",)).find(text)
    assert found == {"whole": [0, 19], "part": [0, 9, 13, 14, 19]}


def test_made_objects_are_as_validated_ones() -> None:
    whole = PersonMention(text="Lê Văn Tám", start=3, end=13, name="Lê Văn Tám")
    quick, other = (made(PersonMention)(text="Lê Văn Tám", start=3, end=13, name="Lê Văn Tám") for _ in "12")
    assert quick == whole
    assert quick.model_dump_json() == whole.model_dump_json()
    assert quick.titles is not other.titles
    assert quick.model_copy(update={"name": "Lê Thị Bảy"}).name == "Lê Thị Bảy"
