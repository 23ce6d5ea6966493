"""Heads whose columns, or all of whose lines, share a line; headlines that lost the break behind them."""

from __future__ import annotations

import pytest

import vnreport
from tests.timing import is_quick
from vnreport.layout import analyse
from vnreport.layout.columns import column_cuts


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("UBND HUYỆN AN LÃO CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
         ["UBND HUYỆN AN LÃO", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        ("HỘI NÔNG DÂN Độc lập - Tự do - Hạnh phúc", ["HỘI NÔNG DÂN", "Độc lập - Tự do - Hạnh phúc"]),
        ("Số 12-BC/HU ĐẢNG CỘNG SẢN VIỆT NAM", ["Số 12-BC/HU", "ĐẢNG CỘNG SẢN VIỆT NAM"]),
        ("TỈNH ĐOÀN BẮC KẠN ĐOÀN TNCS HỒ CHÍ MINH", ["TỈNH ĐOÀN BẮC KẠN", "ĐOÀN TNCS HỒ CHÍ MINH"]),
        ("HUYỆN ĐOÀN BA BỂ Ba Bể, ngày 3 tháng 5 năm 2017",
         ["HUYỆN ĐOÀN BA BỂ", "Ba Bể, ngày 3 tháng 5 năm 2017"]),
        ("QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", None),
        ("ĐIỀU LỆ ĐẢNG CỘNG SẢN VIỆT NAM", None),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG CỘNG SẢN VIỆT NAM", None),
        ("BAN BÍ THƯ TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH", None),
        ("Nhân dân nước CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM có quyền bầu cử.", None),
        ("SỞ Y TẾ        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", None),
    ],
)  # fmt: skip
def test_two_columns_on_one_line(line: str, parts: list[str] | None) -> None:
    cuts = column_cuts(line)
    assert [line[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(line)], strict=True)] == (
        parts or [line]
    )


FLAT = (
    "UBND TỈNH KON TUM SỞ TƯ PHÁP Số: 88/BC-STP CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
    "Độc lập - Tự do - Hạnh phúc Kon Tum, ngày 02 tháng 7 năm 2019 BÁO CÁO "
    "Kết quả công tác hòa giải ở cơ sở 6 tháng đầu năm 2019 "
    "Thực hiện Luật Hòa giải ở cơ sở, Sở Tư pháp báo cáo như sau: đã hòa giải thành 312 vụ việc, đạt 81%."
)
PARTY = (
    "TỈNH ỦY KON TUM HUYỆN ỦY ĐẮK TÔ * Số 41-BC/HU ĐẢNG CỘNG SẢN VIỆT NAM "
    "Đắk Tô, ngày 05 tháng 10 năm 2018 BÁO CÁO "
    "công tác dân vận quý III năm 2018 ----- Trong quý III, các cấp ủy đã kết nạp 24 đảng viên; "
    "các chi bộ tổ chức 112 buổi sinh hoạt chuyên đề."
)
DECISION = (
    "ỦY BAN NHÂN DÂN HUYỆN ĐẮK TÔ ------- Số: 512/QĐ-UBND CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
    "Độc lập - Tự do - Hạnh phúc ------- Đắk Tô, ngày 09 tháng 3 năm 2016 QUYẾT ĐỊNH "
    "Về việc công nhận 12 thôn văn hóa năm 2015 CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN "
    "Căn cứ Luật Tổ chức HĐND và UBND; "
    "QUYẾT ĐỊNH: Điều 1. Công nhận 12 thôn."
)
BOARD = (
    "THỊ ỦY AYUN PA ĐẢNG CỘNG SẢN VIỆT NAM BAN TỔ CHỨC Ayun Pa, ngày 12 tháng 12 năm 2016 * Số 77-BC/BTC "
    "BÁO CÁO Công tác tổ chức xây dựng Đảng năm 2016; nhiệm vụ năm 2017 ----- Năm 2016, Ban đã thẩm tra "
    "lý lịch 64 quần chúng, kết nạp 58 đảng viên; mở 03 lớp bồi dưỡng với 214 học viên tham gia."
)
YOUTH = (
    "HUYỆN ĐOÀN ĐẮK HÀ *** Số: 15-BC/ĐTN ĐOÀN TNCS HỒ CHÍ MINH Đắk Hà, ngày 20 tháng 3 năm 2019 BÁO CÁO "
    "Kết quả Tháng Thanh niên năm 2019 ----- Thực hiện Kế hoạch số 21-KH/TĐTN, các cơ sở Đoàn được thành lập "
    "32 đội hình tình nguyện với 1.204 lượt đoàn viên tham gia."
)
COMMUNE = (
    "ỦY BAN NHÂN DÂN XÃ ĐẮK UI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
    "Số: 90/BC-UBND Đắk Ui, ngày 10 tháng 12 năm 2018 BÁO CÁO Kết quả giảm nghèo năm 2018; "
    "nhiệm vụ năm 2019 Xã Đắk Ui có 11 thôn, 1.412 hộ. Trong năm, 64 hộ đã thoát nghèo; "
    "xã hỗ trợ 112 con bò giống cho 56 hộ."
)


@pytest.mark.parametrize(
    ("text", "title", "publisher", "published"),
    [
        (BOARD, "BÁO CÁO Công tác tổ chức xây dựng Đảng năm 2016; nhiệm vụ năm 2017",
         "Ban Tổ chức Thị ủy Ayun Pa", "2016-12-12"),
        (YOUTH, "BÁO CÁO Kết quả Tháng Thanh niên năm 2019", "Huyện đoàn Đắk Hà", "2019-03-20"),
        (COMMUNE, "BÁO CÁO Kết quả giảm nghèo năm 2018; nhiệm vụ năm 2019",
         "Ủy ban nhân dân xã Đắk Ui", "2018-12-10"),
        (FLAT, "BÁO CÁO Kết quả công tác hòa giải ở cơ sở 6 tháng đầu năm 2019", "Sở Tư pháp", "2019-07-02"),
        (PARTY, "BÁO CÁO công tác dân vận quý III năm 2018", "Huyện ủy Đắk Tô", "2018-10-05"),
        (DECISION, "QUYẾT ĐỊNH Về việc công nhận 12 thôn văn hóa năm 2015",
         "Ủy ban nhân dân huyện Đắk Tô", "2016-03-09"),
        ("Kết quả cấp căn cước quý I năm 2022 Trong quý I, Công an huyện Đắk Tô đã cấp 3.215 thẻ. "
         "Đến nay còn 412 hồ sơ đang chờ. Công an huyện tổ chức 12 đợt cấp lưu động tại các xã, "
         "phục vụ 1.115 lượt người già yếu, học sinh và người khuyết tật trên địa bàn; "
         "số hồ sơ lỗi là 24 hồ sơ, đã khắc phục 20 hồ sơ.",
         "Kết quả cấp căn cước quý I năm 2022", "Công an huyện Đắk Tô", None),
    ],
)  # fmt: skip
def test_a_document_on_one_line(text: str, title: str, publisher: str, published: str | None) -> None:
    found = vnreport.extract(text).document
    assert (found.title, found.publisher) == (title, publisher)
    assert (str(found.published) if found.published else None) == published


def test_columns_that_share_their_lines_name_the_issuer() -> None:
    text = (
        "SỞ NÔNG NGHIỆP VÀ PTNT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TỈNH KON TUM Độc lập - Tự do - Hạnh phúc\nCHI CỤC THỦY LỢI\n"
        "Số: 77/BC-CCTL Kon Tum, ngày 12 tháng 6 năm 2020\n\nBÁO CÁO\nTình hình hạn hán vụ Đông Xuân\n\n"
        "Toàn tỉnh có 312 ha lúa bị hạn.\n"
    )
    found = vnreport.extract(text).document
    assert (found.publisher, found.place) == ("Chi cục Thủy lợi tỉnh Kon Tum", "tỉnh Kon Tum")
    assert found.title == "BÁO CÁO Tình hình hạn hán vụ Đông Xuân"


def test_no_headline_is_cut_off_a_sentence() -> None:
    text = (
        "Sở Y tế tỉnh Kon Tum phối hợp với Quỹ Toàn cầu phòng chống AIDS triển khai chương trình "
        "tại 12 xã biên giới, nơi có nhiều người dân đi làm ăn xa, nhằm phát hiện sớm và điều trị kịp thời "
        "cho người nhiễm. "
        "Đã có 512 người được xét nghiệm miễn phí, trong đó có 3 người phải điều trị tại bệnh viện tỉnh."
    )
    assert analyse(text).title is None


def test_a_subject_that_a_full_stop_ends_is_of_the_title() -> None:
    state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head = f"UBND XÃ ĐẮK RƠ\n{state}\nSố: 9/BC-UBND\n\nBÁO CÁO\n"
    told = vnreport.extract(f"{head}Tổng kết công tác giảm nghèo năm 2014.\n\nXã có 112 hộ nghèo.\n").document
    assert told.title == "BÁO CÁO Tổng kết công tác giảm nghèo năm 2014."
    text = vnreport.extract(f"{head}Công tác giảm nghèo đã đạt 98% kế hoạch.\nXã có 112 hộ nghèo.\n").document
    assert text.title == "BÁO CÁO"


def test_what_a_page_calls_the_document_above_its_head_is_frame() -> None:
    page = (
        "Chỉ thị 14/CT-UBND năm 2016 về phòng cháy rừng tỉnh Kon Tum\nỦY BAN NHÂN DÂN\nTỈNH KON TUM\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 14/CT-UBND\n"
        "Kon Tum, ngày 05 tháng 12 năm 2016\nCHỈ THỊ\nVề phòng cháy rừng mùa khô\n"
        "Toàn tỉnh có 512 chốt trực.\n"
    )
    layout = analyse(page)
    assert [page[a:b] for a, b in layout.boilerplate] == [page.partition("\n")[0]]


@pytest.mark.parametrize("piece", ["SỞ Y TẾ ", "Số: 1/BC ", "Độc lập - Tự do - ", "VIỆT NAM, ngày ", "Nam "])
def test_long_repetitions_take_no_time(piece: str) -> None:
    assert is_quick(lambda: analyse(piece * 20_000), 2.0)
