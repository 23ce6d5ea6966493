"""Set phrases of official writing, restored where a model of newspapers would choose another word."""

from __future__ import annotations

import pytest

from vnreport.repair import repair
from vnreport.repair.letters.damage import Kind, damage_table


@pytest.mark.parametrize("kind", ["extended", "ascii", "stripped"])
@pytest.mark.parametrize(
    "clean",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBáo cáo kết quả sáu tháng đầu năm.",
        "HUYỆN ỦY KIM SƠN\nSố: 412-BC/HU\nBáo cáo kết quả công tác kiểm tra, giám sát sáu tháng đầu năm.",
        "Số: 45/CV-SNV\nV/v đẩy mạnh cải cách hành chính\nKính gửi các sở, ban, ngành của tỉnh.",
        "Thực hiện Thông tư số 3/2018/TT-BTC ngày 02/02/2018 của Bộ Tài chính về quy định mức thu học phí.",
        "Căn cứ Kế hoạch số 17/KH-UBND ngày 9 tháng 5 năm 2016 của UBND tỉnh về thực hiện cải cách.",
        "Vụ xuân toàn huyện cấy 3.120 ha lúa, năng suất bình quân đạt 61,5 tạ/ha, sản lượng 19.188 tấn.",
    ],
)
def test_restored(clean: str, kind: Kind) -> None:
    damaged = clean.translate(damage_table(kind))
    assert repair(damaged, "stripped" if kind == "stripped" else "dropped").text == clean


def test_kinds_of_instruments_before_a_number() -> None:
    clean = (
        "Theo QĐ số 1412/QĐ-UBND và NĐ 144/2021/NĐ-CP, các hộ đã được đền bù; chế độ theo NĐ 28 đã chi trả."
    )
    damaged = clean.translate(damage_table("ascii"))
    mended = repair(damaged, "dropped").text
    assert mended.startswith("Theo QĐ số 1412/QĐ-UBND")
    assert "NĐ 144/2021/NĐ-CP" in mended
    assert "theo NĐ 28 " in mended


@pytest.mark.parametrize(
    "clean",
    [
        "Sở Nội vụ và Sở Tài chính đã ban hành Kế hoạch số 17/KH-UBND; kiểm tra và giám sát các đơn vị.",
        "Thực hiện Nghị định số 34/2016/NĐ-CP và các văn bản hướng dẫn, sở đã kiểm tra các đơn vị.",
    ],
)
def test_what_only_looks_alike_stays(clean: str) -> None:
    damaged = clean.translate(damage_table("additional"))
    assert repair(damaged, "dropped").text == clean
