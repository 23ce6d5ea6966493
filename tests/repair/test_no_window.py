"""Clean words that look like remains open no window; a stripped run beside them still does."""

from __future__ import annotations

import pytest

from vnreport.repair import repair
from vnreport.repair.letters.detect import windows


@pytest.mark.parametrize(
    "text",
    [
        "Kẻ tham lam bị bắt khi đang rời khỏi hiện trường.",
        "Cuộc thi nhan sắc được tổ chức tại nhà văn hóa của huyện.",
        "Đoạn đường dài 2,4 km với mặt đường rộng 3,5 m và hai làn xe.",
        "Quy định tại các điểm a, b, c và d khoản 1 Điều này.",
        "Đơn vị dự toán cấp I với các đơn vị trực thuộc đã đối chiếu số liệu.",
        "Dự án BOT QL91 do doanh nghiệp làm chủ đầu tư.",
        "Cơ quan pháp y đã khám nghiệm, ngành y tế của tỉnh phối hợp.",
    ],
)
def test_whole_words_open_no_window(text: str) -> None:
    assert windows(text) == []


def test_a_stripped_run_beside_whole_words_is_still_found() -> None:
    text = "Sở đã tổ chức tập huấn cho can bo lam cong tac thanh tra của các huyện, thị xã."
    assert "cán bộ làm công tác thanh tra của" in repair(text).text
