"""Repair as a whole: damage mixed in one document, damage inside citations, what must stay."""

from __future__ import annotations

import re

import pytest

import vnreport

CLEAN = (
    "Thực hiện Nghị định số 09/2017/NĐ-CP ngày 09/02/2017 của Chính phủ, Sở đã phối hợp với Ủy ban nhân dân "
    "các huyện tổ chức 12 lớp tập huấn cho cán bộ; tổng kinh phí ước đạt 1.203 tỷ đồng, "
    "tăng 15,2% so với cùng kỳ."
)


def dropped(text: str) -> str:
    return re.sub("[\u1e00-\u1eff]", "", text)


def marked(text: str) -> str:
    return re.sub("[\u0100-\u1eff]", "?", text)


def misread(text: str) -> str:
    return text.encode("utf-8").decode("latin-1")


@pytest.mark.parametrize("damage", [dropped, marked, misread])
def test_one_kind(damage: object) -> None:
    assert callable(damage)
    assert vnreport.repair(damage(CLEAN)).text == CLEAN


def test_several_kinds_in_one_document() -> None:
    raw = "\n\n".join([CLEAN, dropped(CLEAN), marked(CLEAN), misread(CLEAN), CLEAN])
    fixed = vnreport.repair(raw)
    assert fixed.text == "\n\n".join([CLEAN] * 5)
    assert vnreport.repair(fixed.text).repairs == ()
    assert fixed.undo() == raw


def test_damage_inside_a_citation() -> None:
    fixed = vnreport.repair("Thc hin Ngh nh s 09/2017/N-CP ngày 09/02/2017 ca Chính ph v công tác báo chí.")
    [cited] = vnreport.extract(fixed.raw).instruments
    assert (cited.code, cited.issuer) == ("09/2017/NĐ-CP", "Chính phủ")


@pytest.mark.parametrize(
    "text",
    [
        CLEAN,
        "The Department shall report to the Ministry of Health by 30 June, as required by Decree 09/2017.",
        "UBND, HĐND, UBMTTQ, CNTT, BTS, TT&TT, THPT và THCS",
        "Các xã Ea Yông, Krông Búk, Ka Lăng, A Lưới, K'Rông Nô",
        "Liên hệ: phong.hanhchinh@example.vn, https://example.vn/tin-tuc/bao-cao-thang-7",
        "BÁO CÁO TÌNH HÌNH THỰC HIỆN NHIỆM VỤ QUÝ III NĂM 2019",
    ],
)
def test_what_is_whole_stays(text: str) -> None:
    fixed = vnreport.repair(text)
    assert (fixed.text, fixed.repairs) == (text, ())
