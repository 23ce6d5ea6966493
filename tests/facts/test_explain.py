"""Explanations: where each field of a fact came from, in words and spans."""

from __future__ import annotations

import pytest

import vnreport

RAW = """SỞ Y TẾ TỈNH NAM ĐỊNH
Báo cáo công tác 6 tháng đầu năm 2018

Thanh tra Sở đã kiểm tra hơn 38 cơ sở tại huyện Ý Yên, tăng 5% so với cùng kỳ,
theo Nghị định số 115/2018/NĐ-CP.
Phấn đấu quý III/2018 kiểm tra 40 cơ sở. Không xảy ra ca tử vong nào.
Đồng chí Nguyễn Văn An, Giám đốc Sở Y tế, chủ trì.

Chỉ tiêu | 2017 | 2018
Giường bệnh (giường) | 310 | 325
"""


@pytest.fixture(scope="module")
def report() -> vnreport.Report:
    return vnreport.extract(RAW)


def test_fields_say_where_they_came_from(report: vnreport.Report) -> None:
    first = report.explain(report.measurements[0])
    assert "38 cơ sở" in first.splitlines()[0] + first
    for line in (
        "value        38: the number that the clause states, “38 cơ sở”",
        "modifier     over: the words that qualify the number, “hơn”",
        "place        huyện Ý Yên: the first that stands behind, “huyện Ý Yên”",
        "organization Thanh tra Sở",
        "holds for the whole document, “6 tháng đầu năm 2018”",
        "the comparison that goes with the number, “tăng 5% so với cùng kỳ”",
    ):
        assert line in first
    cited = report.explain(report.citations[0])
    assert "relation     issued_under: the words that govern it, “theo”" in cited
    office = report.explain(report.roles[0])
    assert "organization Sở Y tế: stands beside the name, “Sở Y tế”" in office


def test_an_id_will_do_and_an_unknown_one_is_an_error(report: vnreport.Report) -> None:
    fact = report.facts[0]
    assert report.explain(fact.id) == report.explain(fact)
    with pytest.raises(KeyError):
        report.explain("f999")


def test_every_fact_is_explained_within_the_text(report: vnreport.Report) -> None:
    for fact in report.facts:
        assert report.explain(fact).startswith(f"{fact.id} {fact.type}: ")
        for source in fact.sources.values():
            if source.start is not None and source.end is not None:
                assert 0 <= source.start < source.end <= len(report.text)
    measured = report.measurements
    assert all({"indicator", "value", "status"} <= set(fact.sources) for fact in measured)
    assert {fact.sources["value"].rule for fact in measured} == {"number", "absence", "cell"}


def test_what_explains_survives_json_and_stays_out_of_tables(report: vnreport.Report) -> None:
    again = vnreport.Report.model_validate_json(report.model_dump_json())
    assert again.facts == report.facts
    assert [again.explain(fact) for fact in again.facts] == [report.explain(fact) for fact in report.facts]
    assert "sources" not in report.to_records()[0]
