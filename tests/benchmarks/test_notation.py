"""The annotators' notation means what the guideline says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from benchmarks import derive, gold_damage, notation

HEAD = "publisher: Sở Y tế\nperiod: 2019H1\nplace: tỉnh X\nalias: UBND tỉnh = Ủy ban nhân dân tỉnh X\n---\n"


def test_spans_are_the_marked_characters() -> None:
    parsed = notation.parse(HEAD + "{o UBND tỉnh} có {q 02 lớp tập huấn|a=có} và {- 1 cửa}.\n")
    assert parsed.text == "UBND tỉnh có 02 lớp tập huấn và 1 cửa.\n"
    assert [(parsed.text[m["start"] : m["end"]], m["type"]) for m in parsed.mentions] == [
        ("UBND tỉnh", "organization"),
        ("02 lớp tập huấn", "quantity"),
    ]
    assert parsed.mentions[0]["name"] == "Ủy ban nhân dân tỉnh X"
    assert [parsed.text[a:b] for a, b in parsed.decoys] == ["1 cửa"]


def test_a_named_indicator_serves_the_numbers_behind_it() -> None:
    line = "{# Thu ngân sách} đạt {$ 1.203 tỷ đồng|est}, bằng {% 98,5%} dự toán, "
    line += "tăng {% 15,2%|up=cùng kỳ}; có {q 2 xã}.\n"
    facts = notation.parse(HEAD + line).facts
    assert [(f["indicator"], f["value"], f["unit"], f["modifier"]) for f in facts] == [
        ("Thu ngân sách", Decimal("1203000000000"), "VND", "estimated"),
        ("Thu ngân sách", Decimal("98.5"), "%", "exact"),
        ("xã", Decimal(2), "xã", "exact"),
    ]
    assert facts[0]["change"] == {
        "direction": "up",
        "value": Decimal("15.2"),
        "unit": "%",
        "baseline": "cùng kỳ",
    }
    assert facts[0]["period"] == {"start": "2019-01-01", "end": "2019-06-30"}


def test_a_change_alone_has_no_value() -> None:
    (fact,) = notation.parse(HEAD + "{# Xuất khẩu} tăng {% 15%|only|up=}.\n").facts
    assert (fact["value"], fact["unit"], fact["change"]["direction"]) == (None, "%", "up")


def test_negation_is_zero() -> None:
    (fact,) = notation.parse(HEAD + "{n không có ca tử vong|i=ca tử vong|u=ca}.\n").facts
    assert (fact["indicator"], fact["value"], fact["mentions"]) == ("ca tử vong", 0, [])


def test_a_reference_back_repeats_the_fields() -> None:
    text = "{i Nghị định số 09/2017/NĐ-CP ngày 09/02/2017 của Chính phủ|id=n|r=implements}. "
    text += "{i Nghị định này|ref=n}\n"
    first, second = notation.parse(HEAD + text).mentions
    assert (second["code"], second["date"], second["refers_to"]) == (
        "09/2017/NĐ-CP",
        "2017-02-09",
        first["id"],
    )


@pytest.mark.parametrize("body", ["{q 02 lớp", "{q lớp}", "{z 1}", "{q 1 lớp|nope}", "a }", "{$ 5 triệu}"])
def test_broken_notation_is_refused(body: str) -> None:
    with pytest.raises(notation.NotationError):
        notation.parse(HEAD + body + "\n")


@pytest.mark.parametrize(
    ("text", "value", "upper"),
    [
        ("1.203 tỷ đồng", "1203000000000", None),
        ("1 tỷ 200 triệu đồng", "1200000000", None),
        ("3 - 5 triệu đồng", "3000000", "5000000"),
        ("từ 10 đến 12 xã", "10", "12"),
        ("2,9 triệu con", "2900000", None),
    ],
)
def test_numbers(text: str, value: str, upper: str | None) -> None:
    fields = derive.numeric(text)
    assert (fields["value"], fields["value_max"]) == (
        Decimal(value),
        None if upper is None else Decimal(upper),
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("quý III năm 2019", "2019Q3"),
        ("6 tháng đầu năm 2018", "2018H1"),
        ("9 tháng năm 2020", "2020-01..2020-09"),
        ("ngày 05 tháng 7 năm 2019", "2019-07-05"),
        ("giai đoạn 2016-2020", "2016..2020"),
    ],
)
def test_times(text: str, code: str) -> None:
    assert derive.time_code(text) == code


@pytest.mark.parametrize(
    ("name", "damaged"),
    [
        ("dropped", "huyn Đ Sơn"),
        ("replaced", "huy?n ?? S?n"),
        ("stripped", "huyen Do Son"),
        ("mojibake", "huyá»‡n Äá»“ SÆ¡n"),
        ("tcvn3", "huyÖn §å S¬n"),
        ("vni", "huyeän Ñoà Sôn"),
        ("split", "huyện Đồ Sơn"),
    ],
)
def test_damage(name: str, damaged: str) -> None:
    assert gold_damage.apply("huyện Đồ Sơn", name) == damaged.replace(
        "Ä", "Ä\u0090" if name == "mojibake" else "Ä"
    )


def test_a_rank_makes_an_optional_role() -> None:
    facts = notation.parse(HEAD + "{p Lê Văn A|rk=Đại tá|t=Giám đốc|o=Sở Y tế}\n").facts
    assert [(f["title"], f.get("optional", False)) for f in facts] == [("Giám đốc", False), ("Đại tá", True)]


def test_other_readings_are_kept() -> None:
    text = "{q 3 đơn vị|i=đơn vị bị xử phạt} bị xử phạt, trị giá {$ 6 tỷ đồng|i=trạm bơm}; "
    text += "{i Luật Đất đai|r=cites~guides}\n"
    count, sum_, citation = notation.parse(HEAD + text).facts
    assert count["readings"] == ["đơn vị"]
    assert sum_["readings"][0] == "trị giá"
    assert (citation["relation"], citation["readings"]) == ("cites", ["guides"])


def test_a_mark_runs_over_the_end_of_a_printed_line() -> None:
    parsed = notation.parse(HEAD + "{# Thu} {$ 5 tỷ\\\nđồng}, tăng {% 3%|up=}.\nHết\n")
    assert parsed.mentions[0]["text"] == "5 tỷ\nđồng"
    (fact,) = parsed.facts
    assert parsed.text[fact["evidence"]["start"] : fact["evidence"]["end"]] == "Thu 5 tỷ\nđồng, tăng 3%"
