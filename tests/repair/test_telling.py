"""Lines that tell by themselves of lost letters: names, offices, dates, the own number."""

from __future__ import annotations

import pytest

from vnreport import repair

WHOLE = "Ủy ban nhân dân huyện đã chỉ đạo các phòng, ban rà soát lại số liệu trước khi báo cáo.\n\n"


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        # names of signers, U+1E00-1EFF dropped; nothing else in the line
        ("TRƯỞNG PHÒNG\nKiu Mnh Tun", "TRƯỞNG PHÒNG\nKiều Mạnh Tuấn"),
        ("CHÁNH THANH TRA\n(Đã ký)\nĐ Th Quyn", "CHÁNH THANH TRA\n(Đã ký)\nĐỗ Thế Quyền"),
        ("HIỆU TRƯỞNG\nNguyn Th Bích Ngc", "HIỆU TRƯỞNG\nNguyễn Thị Bích Ngọc"),
        ("GIÁM ĐỐC\nPhm Văn Khc\n", "GIÁM ĐỐC\nPhạm Văn Khắc\n"),
        # a name in a line of whole words
        ("- Ông Tăng Văn Tnh, thư ký.", "- Ông Tăng Văn Tịnh, thư ký."),
        # names without marks
        ("CHỦ TỊCH\nVu Dinh Chuan", "CHỦ TỊCH\nVũ Đình Chuẩn"),
        ("CHỦ TỊCH\nTran Quoc Tuan\n", "CHỦ TỊCH\nTrần Quốc Tuấn\n"),
        # offices and kinds of documents in capitals
        ("HT TRƯNG\nPhan Thanh Sơn", "HẠT TRƯỞNG\nPhan Thanh Sơn"),
        ("PHÓ CH TCH UBND HUYN\nLê Văn Bình", "PHÓ CHỦ TỊCH UBND HUYỆN\nLê Văn Bình"),
        ("KT. GIÁM ĐC\nPhan Thanh Sơn", "KT. GIÁM ĐỐC\nPhan Thanh Sơn"),
        ("TRUONG PHONG\nPhan Thanh Sơn", "TRƯỞNG PHÒNG\nPhan Thanh Sơn"),
        ("BAO CAO\nKết quả kiểm tra", "BÁO CÁO\nKết quả kiểm tra"),
        ("UBND TNH HU GIANG\nS GIÁO DC VÀ ĐÀO TO", "UBND TỈNH HẬU GIANG\nSỞ GIÁO DỤC VÀ ĐÀO TẠO"),
        ("CC BN QUYN TÁC GI", "CỤC BẢN QUYỀN TÁC GIẢ"),
        # a line with one telling fragment, none of its words whole
        ("Kt qu kim toán năm 2019", "Kết quả kiểm toán năm 2019"),
        ("Hot đng công đoàn 6 tháng đu năm 2017", "Hoạt động công đoàn 6 tháng đầu năm 2017"),
        # dates
        ("Phu Vang, ngay 14 thang 02 nam 2020\nBÁO CÁO", "Phú Vang, ngày 14 tháng 02 năm 2020\nBÁO CÁO"),
        ("Kon Rẫy, ngày 12 tháng 11 nam 2018", "Kon Rẫy, ngày 12 tháng 11 năm 2018"),
        # the document's own number
        ("S: 611/LĐTBXH-NCC\n", "Số: 611/LĐTBXH-NCC\n"),
        ("S 64-TB/UBKTHU\n", "Số 64-TB/UBKTHU\n"),
        ("So: 24/BC-CCB\n", "Số: 24/BC-CCB\n"),
        ("S?: 96/KH-UBND\n", "Số: 96/KH-UBND\n"),
        # lines beside a stripped one
        (
            "PHONG HANH CHINH TONG HOP\nNoi nhan:\nNgay dang: 30/08/2019\nĐã xong.",
            "PHÒNG HÀNH CHÍNH TỔNG HỢP\nNơi nhận:\nNgày đăng: 30/08/2019\nĐã xong.",
        ),
    ],
)
def test_what_is_restored(damaged: str, clean: str) -> None:
    assert repair(WHOLE + damaged).text == WHOLE + clean


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lý Kit làm việc với đoàn.",
        "GIÁM ĐỐC\nNguyễn Văn Tun",  # the surname has its letters
        "Tác giả: Hoang Minh",
        "Kim Jong Un\nNam Phi\nHa Long Bay",
        "TRƯỞNG BAN\nA Bre",
        "Mẫu số S 500-A2, S: xem hình 4/T.",
        "Cửa hàng ngay 3 tháng sau mới mở; phía nam 20 km.",
        "BAN CHI ĐẠO\nTHU NHẬP",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert repair(WHOLE + text).text == WHOLE + text
