"""Authors and captions amid an article whose frame is lost; official texts have neither."""

from __future__ import annotations

import pytest

from tests.timing import is_linear
from vnreport.layout import analyse

LEAD = (
    "Sáng 11/5, Phòng Văn hóa huyện Nậm Nhùn mở lớp dạy khèn cho 35 học viên của các bản, "
    "kéo dài trong 20 ngày liền."
)
BODY = (
    "Học viên được nghe nghệ nhân kể về lịch sử cây khèn, tập các bài cơ bản và cách giữ hơi "
    "trong khi múa khèn giữa sân."
)


def frame(text: str) -> list[str]:
    """Give the lines of a text that are boilerplate."""
    layout = analyse(text)
    found, at = [], 0
    for line in text.split("\n"):
        if line and layout.boilerplate.overlaps(at, at + len(line)):
            found.append(line)
        at += len(line) + 1
    return found


@pytest.mark.parametrize("author", ["Lò Thị Mai", "MAI AN - THU HÀ", "PV", "Q.MAI", "H.N", "BBT."])
def test_the_author_signs_at_the_end_and_below_the_headline(author: str) -> None:
    page = f"Nậm Nhùn mở lớp dạy khèn\n\n{LEAD}\n{BODY}\n"
    assert frame(f"{page}\n{author}") == [author]
    assert frame(page.replace("\n\n", f"\n{author} |\n")) == [f"{author} |"]
    assert frame(f"{page}\n{author}\n(Đài Nậm Nhùn)") == [author, "(Đài Nậm Nhùn)"]


@pytest.mark.parametrize(
    "last",
    ["Phòng Văn hóa huyện", "Điện Biên Phủ, 2019", "Hết", "Kính chào đoàn kết", "Tổng cộng", "Phụ lục một"],
)
def test_other_last_lines_stay(last: str) -> None:
    assert frame(f"Nậm Nhùn mở lớp dạy khèn\n\n{LEAD}\n{BODY}\n\n{last}") == []


def test_the_signer_of_an_official_text_stays() -> None:
    head = "UBND HUYỆN NẬM NHÙN\nSố: 12/BC-UBND\n\nBÁO CÁO\nKết quả dạy khèn\n\n"
    assert frame(f"{head}{LEAD}\n{BODY}\n\nLò Thị Mai") == []
    assert frame(f"Kết quả dạy khèn năm 2019\n\n{LEAD}\n{BODY}\n\nTRƯỞNG PHÒNG\n\nLò Thị Mai") == []


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Quang cảnh lớp học.", True),
        ("Toàn cảnh buổi khai giảng", True),
        ("Đồng chí Lò Văn Pâng phát biểu khai mạc lớp học", True),
        ("Lãnh đạo huyện trao giấy khen cho các học viên xuất sắc.", True),
        ("Người dân các bản tham quan gian hàng khèn tại nhà văn hóa", True),
        ("Lãnh đạo huyện đã trao giấy khen cho các học viên xuất sắc.", False),
        ("Người dân trao truyền nghề", False),
        ("Hội viên nhận vốn vay: 12 hộ ở bản Pa Kéo và bản Nậm Cầy", False),
        ("Gìn giữ tiếng khèn cho con cháu mai sau", False),
    ],
)
def test_captions_between_paragraphs(line: str, caption: bool) -> None:
    assert frame(f"Nậm Nhùn mở lớp dạy khèn\n\n{LEAD}\n{line}\n{BODY}") == [line] * caption


def test_what_is_said_twice_is_a_caption() -> None:
    line = "Một tiết mục múa khèn của học viên bản Pa Kéo"
    page = f"Nậm Nhùn mở lớp dạy khèn\n\n{LEAD}\n{line}\n{line}.\n{BODY}"
    assert frame(page) == [line, f"{line}."]
    rows = "- Bản Pa Kéo có 12 học viên nam\n- Bản Pa Kéo có 12 học viên nữ"
    assert frame(f"Nậm Nhùn mở lớp dạy khèn\n\n{LEAD}\n{rows}\n{BODY}") == []


def test_a_slogan_and_a_bar_of_today_are_no_headline() -> None:
    slogan = "Năm 2024 chung tay xây dựng nếp sống văn minh - Đẩy mạnh số hóa di sản văn hóa"
    page = f"Image banner\n{slogan}\nNậm Nhùn mở lớp dạy khèn cho thanh niên\nLượt xem: 31\n{LEAD}\n{BODY}"
    assert slogan in frame(page)
    page = (
        f"Nậm Nhùn mở lớp dạy khèn cho bà con\n12/05/2024 08:10\nVăn hóa trên sóng truyền hình tỉnh\n{LEAD}"
    )
    assert analyse(page).title == (0, 35)
    for count in ("13/09/2023", "781"):
        page = f"Nậm Nhùn mở lớp dạy khèn\n\n{LEAD}\n{BODY}"
        page = f"{count}\n{page}" if "/" in count else page.replace("\n\n", f"\n\n{count}\n\n")
        assert frame(page) == [count]
    assert frame(f"Thứ hai, 25/10/2021\nNậm Nhùn mở lớp dạy khèn\n{LEAD}\n{BODY}")[0] == "Thứ hai, 25/10/2021"


@pytest.mark.parametrize(
    "unit", ["Lò Mai\n", "Ông An trao\n" + "a" * 120 + ".\n", "Bà con gieo mạ vụ mùa\n" * 2]
)
def test_time_is_linear(unit: str) -> None:
    page = f"Nậm Nhùn mở lớp dạy khèn\n\n{LEAD}\n"
    assert is_linear(lambda count: analyse(page + unit * count), 500, 4000)
