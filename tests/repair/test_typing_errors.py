"""Typing errors: what is suggested, what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import is_quick

import vnreport
from vnreport.repair.typing_errors import find, strokes
from vnreport.repair.typing_errors.slips import meant

SUGGESTED = [
    # a slip on the keyboard
    ("Chủ động phói hợp với các cơ quan", "phói", "phối"),
    ("ban hành kế hoạh triển khai", "hoạh", "hoạch"),
    ("Ủy ban nhân dân các xã, trị trấn", "trị", "thị"),
    ("Tiếp tục đẩy mạnh cải cách hnàh chính", "hnàh", "hành"),
    ("Tổ chức tuyên ttruyền phổ biến pháp luật", "ttruyền", "truyền"),
    ("Các cơ quan, đơn vị có trch nhiệm báo cáo", "trch", "trách"),
    # a tone or mark, above all hỏi and ngã
    ("Sở Y tế tổ chức triễn khai thực hiện", "triễn", "triển"),
    ("giải quyết kịp thời những vướng mắc, khó khan của doanh nghiệp", "khan", "khăn"),
    ("bảo đảm an toàn thực phẫm", "phẫm", "phẩm"),
    ("Công an tỉnh đã khởi tố vu án", "vu", "vụ"),
    # sounds that a dialect does not tell apart
    ("công tác xắp xếp bộ máy", "xắp", "sắp"),
    ("nâng cao năng xuất lao động", "xuất", "suất"),
    ("phát huy truyền thốn cách mạng", "thốn", "thống"),
    # keys of Telex and VNI
    ("Uỷ ban nhaan dân tỉnh", "nhaan", "nhân"),
    ("Phòng ddã tham mưu cho lãnh đạo", "ddã", "đã"),
    ("đạt kết quả totosi trong năm qua, chủ động phoosi hợp", "phoosi", "phối"),
    ("Hội đồng nhan6 dân huyện", "nhan6", "nhân"),
    ("kế hoạch d9uo75c phê duyệt", "d9uo75c", "được"),
    ("Các phòng, ban thuwjc hiện nghiêm", "thuwjc", "thực"),
    # where a sentence opens
    ("Công tác kiểm tra được tăng cường. Phói hợp với các đơn vị liên quan", "Phói", "Phối"),
]

LEFT_ALONE = [
    "Báo cáo kết quả công tác cải cách hành chính quý III năm 2018 của Ủy ban nhân dân huyện Vĩnh Bảo.",
    "Căn cứ Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 của Chính phủ;",
    "Ông Nguyễn Văn Lý, Trưởng phòng, và bà Hờ A Dí, Chủ tịch xã Nậm Pồ.",
    "tâm lí, tâm lý, kĩ thuật, kỹ thuật, mĩ thuật, bác sỹ, bác sĩ, ti vi",
    "hòa bình, hoà bình, ủy ban, uỷ ban, thúy, thuý",
    "dùng phần mềm excel, gửi về email vanthu@example.gov.vn, trang web www.example.gov.vn",
    "xét nghiệm H5N1, khí CO2, nước H2O, diện tích 35 m2, vitamin b1, đường 4x",
    "The report of the provincial department was published in the year of the reform.",
    "UBND TP, HĐND, TTHC, CCHC, KT-XH",
    "a b c d e g h i k l m n o p q r s t u v x y",
    "",
    "\n\n",
]


@pytest.mark.parametrize(("text", "wrong", "right"), SUGGESTED)
def test_suggested(text: str, wrong: str, right: str) -> None:
    found = {text[r.start : r.end]: r.replacement for r in find(text)}
    assert found.get(wrong) == right


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert find(text) == []


def test_the_text_stays_as_it_is_unless_asked() -> None:
    text = "Các xã chủ động phói hợp với phòng chuyên môn."
    assert vnreport.repair(text).repairs == ()
    proposed = vnreport.repair(text, suggest=True)
    assert proposed.text == text
    assert [(r.kind, r.original, r.replacement) for r in proposed.repairs] == [("suggestion", "phói", "phối")]
    applied = vnreport.repair(text, "typing")
    assert applied.text == text.replace("phói", "phối")
    assert [r.kind for r in applied.repairs] == ["typing"]


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("nguwowif", "người"), ("nguowif", "người"), ("nguoiwf", "người"), ("ddaats", "đất"),
        ("tuyeen", "tuyên"), ("hoaj", "họa"), ("d9at61", "đất"), ("nguoi72", "người"), ("xa4", "xã"),
        ("thuwr", "thử"), ("quys", "quý"), ("tỉnhf", ""), ("m2", ""), ("h5n1", ""),
    ],
)  # fmt: skip
def test_keys_of_an_input_method(keys: str, word: str) -> None:
    readings = strokes.readings(keys)
    assert word in readings if word else not any(form in readings for form in ("tình", "hn"))


def test_spelling_that_is_a_matter_of_style_is_no_slip() -> None:
    assert "lý" not in {form for form, _, _ in meant("lí")}
    assert "hòa" not in {form for form, _, _ in meant("hoà")}


@settings(max_examples=100, deadline=None)
@given(
    st.text(
        st.one_of(st.characters(), st.sampled_from("aăâeêioơuưđnghctpsfrxjw 0123456789.-\n")), max_size=80
    )
)
def test_any_string(text: str) -> None:
    last = 0
    for r in find(text):
        assert last <= r.start < r.end <= len(text)
        assert 0 < r.confidence <= 1
        last = r.end


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 5))
def test_where_a_text_is_cut_for_the_model_changes_nothing(shift: int) -> None:
    line = "Các xã chủ động phói hợp với phòng chuyên môn để triễn khai kế hoạch .\n"
    text = "và " * shift + line * 700
    found = [text[r.start : r.end] for r in find(text)]
    assert found == ["phói", "triễn"] * 700


@pytest.mark.parametrize("unit", ["phói ", "a1", "aa6", "h ợ ", "ươ", "w", "Phói. ", "\n", "ạ"])
def test_hostile_input_takes_linear_time(unit: str) -> None:
    assert is_quick(lambda: find(unit * (20_000 // len(unit))), 20)
