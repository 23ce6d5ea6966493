"""The headline of a page among slogans, parts of the site, paths, ratings and menus; speeches have none."""

from __future__ import annotations

import pytest

import vnreport

TEXT = (
    "Ngày 12/5, huyện tổ chức hội nghị sơ kết công tác sáu tháng. Toàn huyện đã làm mới 14 km đường "
    "giao thông nông thôn, sửa 21 phòng học và trồng 36 ha rừng, kinh phí 4,2 tỷ đồng."
)
MENU = "Trang chủ | Giới thiệu | Tin tức | Văn bản | Liên hệ"


def title(text: str) -> str | None:
    return vnreport.extract(text).document.title


@pytest.mark.parametrize(
    "above",
    [
        f"BÁO HÀ NAM ĐIỆN TỬ\nCơ quan của Đảng bộ tỉnh Hà Nam - Tiếng nói của nhân dân trong tỉnh\n{MENU}",
        f"LIÊN ĐOÀN LAO ĐỘNG HUYỆN KIM BẢNG\nTiếng nói của người lao động\n{MENU}\n10:05 | 12/05/2015",
        f"CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN KIM BẢNG\n{MENU}\nTin hoạt động của các xã\n12/05/2015 07:15",
        f"HUYỆN KIM BẢNG\n{MENU}\nTin tức / Nông thôn mới\n10:05 | 12/05/2015",
        "TRANG THÔNG TIN ĐIỆN TỬ HUYỆN KIM BẢNG\n"
        "TRANG CHỦ   GIỚI THIỆU   TIN TỨC   QUY HOẠCH ĐẤT ĐAI   VĂN HÓA XÃ HỘI   LIÊN HỆ",
    ],
)
def test_what_stands_above_a_headline_is_none(above: str) -> None:
    headline = "Kim Bảng huy động sức dân làm đường nông thôn mới"
    assert title(f"{above}\n{headline}\n{TEXT}\n{TEXT}\n") == headline


def test_how_an_article_is_rated_is_no_part_of_its_headline() -> None:
    headline = "KIM BẢNG CÒN 214 HỘ CHƯA CÓ NƯỚC SẠCH"
    page = f"HUYỆN KIM BẢNG\n{MENU}\n12/05/2015 07:15\n{headline}\nXem: 96     Bình chọn: ☆☆☆☆☆\n{TEXT}\n"
    assert title(page) == headline


def test_a_bulletin_keeps_its_kind_above_the_time_that_it_is_of() -> None:
    page = (
        "ĐÀI KHÍ TƯỢNG THỦY VĂN TỈNH HÀ NAM\nTrang chủ - Bản tin hàng ngày - Liên hệ\n"
        "Ngày phát tin: 21/6/2014\nIn trang này\n\n"
        "BẢN TIN KHÍ TƯỢNG NÔNG NGHIỆP\nTUẦN 2 THÁNG 6 NĂM 2014 TỈNH HÀ NAM\n\n"
        f"1. Diễn biến thời tiết\n{TEXT}\n\nBản tin tiếp theo phát hành ngày 01/7/2014.\n"
    )
    found = vnreport.extract(page).document
    assert found.title == "BẢN TIN KHÍ TƯỢNG NÔNG NGHIỆP TUẦN 2 THÁNG 6 NĂM 2014 TỈNH HÀ NAM"
    assert str(found.published) == "2014-06-21"


@pytest.mark.parametrize("salute", ["Kính thưa đồng chí Bí thư Huyện ủy!", "Thưa toàn thể các đồng chí!"])
def test_the_salute_of_a_speech_is_no_title(salute: str) -> None:
    assert title(f"{salute}\nThưa các vị khách quý!\n\n{TEXT}\n") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BIÊN BẢN HỌP TỔ DÂN PHỐ\n\n{}\n\nCuộc họp kết thúc lúc 17 giờ.\nNgày 28 tháng 9 năm 2011\n"
         "THƯ KÝ          CHỦ TỌA\nLê Thị Hà         Trần Văn Minh\n", "2011-09-28"),
        ("TIN DỰ BÁO THỦY VĂN TỈNH HÀ NAM\n\n{}\n\nTin phát lúc: 09h30, ngày 11/9/2024\n"
         "Tin tiếp theo phát lúc 09h30 ngày 21/9/2024\n", "2024-09-11"),
        ("Cục Thống kê tỉnh Hà Nam\nTrang chủ | Tin tức | Liên hệ\nTình hình kinh tế 9 tháng năm 2014\n"
         "26-09-2014 / Chuyên mục: Báo cáo\n\n{}\n", "2014-09-26"),
        ("Bệnh viện Đa khoa tỉnh Hà Nam\nTrang chủ | Tin tức | Liên hệ\nBệnh viện vượt khó năm 2022\n"
         "13/01/2023 09:12 | Phòng Kế hoạch | 642 lượt xem | Cỡ chữ: nhỏ - vừa - lớn\n\n{}\n", "2023-01-13"),
        ("Bài phát biểu khai mạc của Chủ tịch UBND huyện\n\nKính thưa các đồng chí!\n"
         "Hôm nay, ngày 12/5/2015, huyện tổ chức hội nghị. {}\n", "2015-05-12"),
        ("TRANG THÔNG TIN ĐIỆN TỬ XÃ TÂN PHÚ\nHôm nay, ngày 09/11/2024 20:14:36\nTrang chủ | Tin tức\n"
         "Xã Tân Phú sơ kết sáu tháng đầu năm 2021\n{}\n", "None"),
    ],
)  # fmt: skip
def test_the_day_that_a_text_is_of(text: str, day: str) -> None:
    body = "Toàn xã đã làm mới 14 km đường giao thông nông thôn, sửa 21 phòng học, kinh phí 4,2 tỷ đồng."
    assert str(vnreport.extract(text.format(body)).document.published) == day
