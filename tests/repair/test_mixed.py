"""Damage mixed in one document, within citations and headings; whole documents that must stay."""

from __future__ import annotations

import pytest
from benchmarks.damage import REVERSIBLE
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport.repair import repair
from vnreport.repair.letters.damage import damage_table

CLEAN = [
    "Sở Nông nghiệp và Phát triển nông thôn báo cáo kết quả phòng, chống dịch bệnh trên đàn vật nuôi quý I.",
    "Toàn tỉnh có 12 xã được công nhận đạt chuẩn nông thôn mới; tỷ lệ hộ nghèo giảm còn 4,35%.",
    "Các địa phương tiếp tục kiểm tra việc chấp hành pháp luật về đê điều theo Luật Đê điều.",
]
LINE = "Ủy ban nhân dân tỉnh giao Sở Tài chính chủ trì, phối hợp với các đơn vị thẩm định dự toán kinh phí."
OTHER = "Việc tiếp nhận hồ sơ được thực hiện tại bộ phận một cửa của Ủy ban nhân dân cấp huyện."
EXACT = [
    "utf-8 as cp1252 x1",
    "utf-8 as latin1 x1",
    "tcvn3 as cp1252",
    "vni as cp1252",
    "nfd",
    "entities, decimal",
]


def lost(text: str) -> str:
    return text.translate(damage_table("additional"))


@pytest.mark.parametrize("second", EXACT)
@pytest.mark.parametrize("first", EXACT)
def test_three_kinds_in_one_document(first: str, second: str) -> None:
    lines = [CLEAN[0], LINE, CLEAN[1], LINE, CLEAN[2], OTHER, CLEAN[0]]
    raw = [
        CLEAN[0],
        REVERSIBLE[first](LINE),
        CLEAN[1],
        lost(LINE),
        CLEAN[2],
        REVERSIBLE[second](OTHER),
        CLEAN[0],
    ]
    fixed = repair("\n".join(raw))
    assert fixed.text == "\n".join(lines)
    assert fixed.undo() == "\n".join(raw)
    assert repair(fixed.text).repairs == ()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Ngh nh s 09/2017/N-CP", "Nghị định số 09/2017/NĐ-CP"),
        ("Theo Ngh nh s 09/2017/N-CP ngày 09/02/2017", "Theo Nghị định số 09/2017/NĐ-CP ngày 09/02/2017"),
        ("§iÒu 5 NghÞ ®Þnh sè 09/2017/N§-CP", "Điều 5 Nghị định số 09/2017/NĐ-CP"),
        ("Quyáº¿t Ä‘á»‹nh sá»‘ 846/QÄ-TTg", "Quyết định số 846/QĐ-TTg"),
        ("Quyết định số846/QĐ-TTg ngày09/6/2017", "Quyết định số 846/QĐ-TTg ngày 09/6/2017"),
        (
            "tổng kinh phí 1.203 t? đ?ng, tăng 15,2% so v?i cùng k?",
            "tổng kinh phí 1.203 tỷ đồng, tăng 15,2% so với cùng kỳ",
        ),
    ],
)
def test_damage_within_citations_and_beside_numbers(raw: str, text: str) -> None:
    assert repair(raw).text == text


HEADING = "BÁO CÁO TÌNH HÌNH THỰC HIỆN NHIỆM VỤ PHÁT TRIỂN KINH TẾ - XÃ HỘI"


@pytest.mark.parametrize("kind", REVERSIBLE)
def test_a_heading_in_capitals(kind: str) -> None:
    raw = CLEAN[0] + "\n" + REVERSIBLE[kind](HEADING).rstrip("\n") + "\n" + CLEAN[1]
    assert repair(raw).text == "\n".join([CLEAN[0], HEADING, CLEAN[1]])


@pytest.mark.parametrize(
    "kind", ["additional", "extended", "marked_additional", "marked_extended", "stripped"]
)
def test_a_heading_in_capitals_that_lost_letters(kind: str) -> None:
    assert repair(HEADING.translate(damage_table(kind))).text == HEADING


@pytest.mark.parametrize(
    "text",
    [
        "The Committee notes that the report, submitted under Article 9, doesn't cover the 2019–2020 period; "
        "see para. 12(b). It's the Secretariat's view that the so-called “naïve” estimate can't be used.",
        "Le décret n° 2017-09 du 9 février 2017 fixe les règles applicables à l'élection; l'intéressé a été "
        "avisé dès réception. Où en est-on? Ça dépend: l'enquête, menée à Besançon, n'est pas terminée.",
        "Der Bericht über die Maßnahmen wurde geprüft; größere Änderungen waren nicht nötig.",
        "H'Mông, Ê Đê, K'Ho, Y Ngông Niê Kdăm, Krông Năng, M'Drắk, Cư M'gar, Ea H'Leo, Kon Rẫy, Nậm Păm",
        "TP.HCM, Q.1, P.5, ThS.Nguyễn Văn A, PGS.TS.Trần Bình, tr.15, UBMTTQVN, BCH TƯ, BS.CKII, TT-BYT",
        "ôtô, môtô, nilông, axít, đôla, vắcxin, rôbốt, môtíp, Kitô giáo, Matxcơva, Đăkrông, Mêkông",
        "xem tại https://sokhcn.example.vn/tin,bai.Html hoặc van.thu@so.example.vn:8080",
    ],
)
def test_left_alone(text: str) -> None:
    fixed = repair(text)
    assert (fixed.text, fixed.repairs) == (text, ())


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "Dự hội nghị có các đồng chí:Đinh Văn A,Phó Bí thư",
            "Dự hội nghị có các đồng chí: Đinh Văn A, Phó Bí thư",
        ),
        (
            "trên địa bàn xã,gồm 97 hộ và 32 phường.UBND tỉnh",
            "trên địa bàn xã, gồm 97 hộ và 32 phường. UBND tỉnh",
        ),
        ("giảm 1,42%,giảm đều;riêng huyện", "giảm 1,42%, giảm đều; riêng huyện"),
        (
            "của vậtnuôi.\nIII.THỰC HIỆN CHÍNH SÁCH\n3.Phẫu thuật hơn9 ca",
            "của vật nuôi.\nIII.THỰC HIỆN CHÍNH SÁCH\n3. Phẫu thuật hơn 9 ca",
        ),
        (
            "nghiên cứu côngnghệthôngtin cho cơ quannhànước",
            "nghiên cứu công nghệ thông tin cho cơ quan nhà nước",
        ),
        ("UBNDtỉnh giao Sở Tàichính", "UBND tỉnh giao Sở Tài chính"),
    ],
)
def test_missing_spaces(raw: str, text: str) -> None:
    assert repair(raw).text == text


LINES = st.sampled_from(
    [*CLEAN, LINE, OTHER, HEADING, "", "1. Nghị định số 09/2017/NĐ-CP", "Họ tên: K'Sor H'Bia"]
)
DAMAGES = st.sampled_from([*REVERSIBLE.values(), lost, str, str.upper, lambda t: t.replace(" ", "", 2)])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(LINES, DAMAGES), max_size=5))
def test_laws_hold_for_any_mixture(parts: list[tuple[str, object]]) -> None:
    raw = "\n".join(damage(line) for line, damage in parts)  # type: ignore[operator]
    fixed = repair(raw)
    assert fixed.undo() == raw
    at = source_at = 0
    for edit in fixed.alignment.edits:
        assert fixed.text[at : edit.start] == raw[source_at : edit.source_start]
        at, source_at = edit.end, edit.source_end
    assert fixed.text[at:] == raw[source_at:]
    assert repair(fixed.text).text == fixed.text
