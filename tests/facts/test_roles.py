"""Roles: who holds which office where, beside the name, above it, below it and shared."""

from __future__ import annotations

import pytest

import vnreport


def roles(text: str) -> list[tuple[str, str, str | None]]:
    return [(r.person, r.title, r.organization) for r in vnreport.extract(text).roles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A former office stays one.
        (
            "Ông Lê Văn An, nguyên Bí thư Huyện ủy Gio Linh, nay nghỉ hưu.",
            [("Lê Văn An", "nguyên Bí thư", "Huyện ủy Gio Linh")],
        ),
        # What somebody does for a living is a role only where it is held.
        ("Vận động viên Trần Thị Mai đạt 02 huy chương.", []),
        ("Em Trần Thị Mai, học sinh Trường THPT Lê Lợi, dự thi.", []),
        (
            "Bà Trần Thị Mai, giáo viên Trường THPT Lê Lợi, dự thi.",
            [("Trần Thị Mai", "Giáo viên", "Trường THPT Lê Lợi")],
        ),
        ("Đề tài do PGS.TS Trần Thị Mai chủ nhiệm.", []),
        # Several persons share what stands before the first of them.
        (
            "Dự có các Phó Giám đốc Sở Y tế Lê Văn An, Trần Thị Mai.",
            [("Lê Văn An", "Phó Giám đốc", "Sở Y tế"), ("Trần Thị Mai", "Phó Giám đốc", "Sở Y tế")],
        ),
        (
            "Các đồng chí Phó Cục trưởng Cục Thuế: Lê Văn An, Trần Thị Mai dự.",
            [
                ("Lê Văn An", "Phó Cục trưởng", "Cục Thuế"),
                ("Trần Thị Mai", "Phó Cục trưởng", "Cục Thuế"),
            ],
        ),
        # A colon leads to another holder only before a name.
        (
            "Anh Lê Văn An, Đội trưởng Đội Tổng hợp: mỗi ngày tiếp 80 lượt người.",
            [("Lê Văn An", "Đội trưởng", "Đội Tổng hợp")],
        ),
        # What lies between two offices: a remark, an unknown body, a field of work and the body above it.
        ("Vắng: ông Lê Văn An (có lý do), Trưởng ban.", [("Lê Văn An", "Trưởng ban", None)]),
        (
            "Ông Lê Văn An, Phó Bí thư Khối thi đua, Chủ tịch Hội Nông dân tỉnh dự.",
            [("Lê Văn An", "Phó Bí thư", None), ("Lê Văn An", "Chủ tịch", "Hội Nông dân tỉnh")],
        ),
        (
            "Ông Lê Văn An, Trưởng phòng Quản lý Di sản, Sở Y tế giữ chức Phó Giám đốc Sở Tư pháp.",
            [("Lê Văn An", "Trưởng phòng", None), ("Lê Văn An", "Phó Giám đốc", "Sở Tư pháp")],
        ),
        # A body called by its head alone is the one that was named before.
        (
            "Trung tâm Y tế huyện Tủa Chùa họp. Ông Lê Văn An, Giám đốc Trung tâm cho hay đã xong.",
            [("Lê Văn An", "Giám đốc", "Trung tâm Y tế huyện Tủa Chùa")],
        ),
    ],
)
def test_the_offices_beside_a_name(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert roles(text) == expected


def test_in_a_list_the_offices_stand_below_the_names() -> None:
    text = (
        "3. Danh sách Ban Chấp hành bổ sung\nLê Văn An\nPhó Chủ tịch chuyên trách\n"
        "Trần Thị Mai\nỦy viên, Chủ tịch Công đoàn Sở Y tế\n"
    )
    assert roles(text) == [
        ("Lê Văn An", "Phó Chủ tịch chuyên trách", None),
        ("Trần Thị Mai", "Ủy viên", None),
        ("Trần Thị Mai", "Chủ tịch", "Công đoàn Sở Y tế"),
    ]


def test_under_signatures_the_offices_stand_above_the_names() -> None:
    text = "Nơi nhận: Như trên.\n\nNgười lập biểu\nLê Văn An\nGIÁM ĐỐC\nTrần Đình Mai\n"
    assert roles(text) == [("Trần Đình Mai", "Giám đốc", None)]
