"""Short runs of damaged words beside whole ones: single letters, stripped pairs, boxes for every mark."""

from __future__ import annotations

import pytest

from vnreport.repair import repair


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "Tình hình kinh t - xã hội của huyện tiếp tục ổn định.",
            "Tình hình kinh tế - xã hội của huyện tiếp tục ổn định.",
        ),
        (
            "Doanh thu bán lẻ tăng 6,2% so với cùng k năm trước.",
            "Doanh thu bán lẻ tăng 6,2% so với cùng kỳ năm trước.",
        ),
        (
            "Khối dịch v đạt 412 t đồng, vượt kế hoạch đề ra.",
            "Khối dịch vụ đạt 412 tỷ đồng, vượt kế hoạch đề ra.",
        ),
        (
            "Căn cứ Nghị nh s 34/2019/N-CP ngày 24/4/2019 của Chính phủ.",
            "Căn cứ Nghị định số 34/2019/NĐ-CP ngày 24/4/2019 của Chính phủ.",
        ),
    ],
)
def test_a_letter_is_the_rest_of_the_word_that_its_neighbour_goes_with(raw: str, text: str) -> None:
    assert repair(raw).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Xem điểm b khoản 3 và cột c của biểu mẫu kèm theo.",
        "Tổ k và tổ h nộp báo cáo trước ngày 20 hằng tháng.",
        "Xe chạy quá 60 km/h trên đoạn dài 500 m bị xử phạt.",
        "Mẫu t và mẫu k được gửi về phòng xét nghiệm.",
    ],
)
def test_letters_that_stand_for_themselves_stay(text: str) -> None:
    assert repair(text).text == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "Trong tháng, đoàn đã hoàn thành và cong bo kết luận tại ba xã.",
            "Trong tháng, đoàn đã hoàn thành và công bố kết luận tại ba xã.",
        ),
        (
            "Đến nay đã giải quyet duoc 41/45 đơn thuộc thẩm quyền.",
            "Đến nay đã giải quyết được 41/45 đơn thuộc thẩm quyền.",
        ),
        (
            "Nguồn vốn giai đoạn này đạt 86 trieu dong một hộ, số còn lại chuyển sang năm sau.",
            "Nguồn vốn giai đoạn này đạt 86 triệu đồng một hộ, số còn lại chuyển sang năm sau.",
        ),
    ],
)
def test_two_telling_words_without_marks(raw: str, text: str) -> None:
    assert repair(raw).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Bà Lien Huynh, Việt kiều Úc, thăm trường Le Loi ở Sydney.",
        "Thương hiệu Sai Gon Food ký hợp đồng với Hanoi Metro.",
    ],
)
def test_names_that_are_written_without_marks_stay(text: str) -> None:
    assert repair(text).text == text


def test_boxes_for_all_letters_beside_whole_words() -> None:
    raw = (
        "Sở đã ban hành bảng chấm điểm và m\ufffdu phi\ufffdu \ufffd\ufffdnh gi\ufffd, bảo đảm việc chấm "
        "đầy đủ, ch\ufffdnh x\ufffdc."
    )
    assert repair(raw).text == (
        "Sở đã ban hành bảng chấm điểm và mẫu phiếu đánh giá, bảo đảm việc chấm đầy đủ, chính xác."
    )
    assert repair("Vụ này toàn xã gieo trồng \ufffd\ufffdt 318 ha, bằng 97% kế hoạch.").text == (
        "Vụ này toàn xã gieo trồng đạt 318 ha, bằng 97% kế hoạch."
    )


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Phòng Tài chính th-\nực hiện quyết toán", "Phòng Tài chính thực hiện quyết toán"),
        ("duy trì ho-\nạt động thường xuyên", "duy trì hoạt động thường xuyên"),
        ("CẢI CÁ-\nCH HÀNH CHÍNH", "CẢI CÁCH HÀNH CHÍNH"),
        ("Thường trực HĐ-\nND xã họp", "Thường trực HĐND xã họp"),
    ],
)
def test_syllables_parted_at_the_end_of_a_line(raw: str, text: str) -> None:
    assert repair(raw).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Các khu vực: miền núi -\nven biển và hải đảo.",
        "Học tập tư tưởng Mác-\nLênin trong toàn Đảng bộ.",
        "phát triển kinh tế-\nxã hội vùng cao",
    ],
)
def test_hyphens_between_words_stay_at_the_end_of_a_line(text: str) -> None:
    assert repair(text).text == text
