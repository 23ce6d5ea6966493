"""Measurements: text and what it states, as (value, unit, indicator) with the rest where it matters."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import vnreport

STATED: list[tuple[str, list[tuple[Any, ...]]]] = [
    # Counted objects of a verb, coordinated.
    (
        "Tiến hành 08 cuộc thanh tra, 40 cuộc kiểm tra đối với 68 tổ chức, cá nhân.",
        [(8, "cuộc", "cuộc thanh tra"), (40, "cuộc", "cuộc kiểm tra"), (68, "tổ chức", "tổ chức, cá nhân")],
    ),
    ("Sở đã cấp 63 chứng chỉ hành nghề.", [(63, "chứng chỉ", "chứng chỉ hành nghề")]),
    # A named indicator before the verb.
    (
        "Thu ngân sách ước đạt 1.203 tỷ đồng, bằng 98,5% dự toán, tăng 15,2% so với cùng kỳ.",
        [
            (1_203_000_000_000, "VND", "Thu ngân sách"),
            ("98.5", "%", "Thu ngân sách"),
        ],
    ),
    (
        "Số thuê bao phát triển mới ước đạt 1.750 thuê bao.",
        [(1750, "thuê bao", "Số thuê bao phát triển mới")],
    ),
    (
        "Tổng số tiền xử phạt hành chính: 26 triệu đồng.",
        [(26_000_000, "VND", "Tổng số tiền xử phạt hành chính")],
    ),
    ("Tỷ lệ hộ nghèo còn 3,4%.", [("3.4", "%", "Tỷ lệ hộ nghèo")]),
    (
        "Tổng diện tích gieo trồng vụ Đông Xuân 2019-2020 đạt 7.845 ha.",
        [(7845, "ha", "Tổng diện tích gieo trồng")],
    ),
    (
        "Kiểm tra 38 cơ sở, xử phạt 12 cơ sở với tổng số tiền 236,5 triệu đồng.",
        [(38, "cơ sở", "cơ sở"), (12, "cơ sở", "xử phạt cơ sở"), (236_500_000, "VND", "tổng số tiền")],
    ),
    (
        "Tổng vốn huy động đạt 84,6 tỷ đồng, trong đó ngân sách trung ương 31 tỷ đồng.",
        [(84_600_000_000, "VND", "Tổng vốn huy động"), (31_000_000_000, "VND", "ngân sách trung ương")],
    ),
    ("Có 97% hộ dân được sử dụng nước sạch.", [(97, "%", "hộ dân được sử dụng nước sạch")]),
    (
        "Trong quý không có vụ việc khiếu nại, tố cáo phát sinh.",
        [(0, "vụ việc", "vụ việc khiếu nại, tố cáo")],
    ),
    ("Không xảy ra trường hợp tử vong nào.", [(0, "trường hợp", "trường hợp tử vong")]),
    # A rate is named by what stands before it, also without a verb.
    ("Dân số 512.400 người, mật độ 340 người/km2.", [(512_400, "người", "Dân số"), (340, "người", "mật độ")]),
    # A list by names goes through the number before it; a verb of no meaning counts its subject.
    (
        "Diện tích gieo mạ đạt 150 ha (Yên Khánh 90 ha; Kim Sơn 60 ha).",
        [(150, "ha", "Diện tích gieo mạ"), (90, "ha", "Diện tích gieo mạ"), (60, "ha", "Diện tích gieo mạ")],
    ),
    ("Va chạm giao thông xảy ra 7 vụ.", [(7, "vụ", "Va chạm giao thông")]),
    # Words of a baseline name nothing; a sort named by a number is none.
    (
        "Tổng sản lượng đạt 530 tấn, tăng 3,4% so với cùng kỳ và đạt 87% kế hoạch.",
        [(530, "tấn", "Tổng sản lượng"), (87, "%", "Tổng sản lượng")],
    ),
    (
        "Số trường đạt chuẩn là 40 trường, trong đó mầm non 12 trường.",
        [(40, "trường", "Số trường đạt chuẩn"), (12, "trường", "trường mầm non")],
    ),
    ("Nguồn vốn ước thực hiện đến 30/9/2022 là 25 tỷ đồng.", [(25_000_000_000, "VND", "Nguồn vốn")]),
    # A subject goes past brackets and over the commas that join its words.
    (
        "Tổng giá trị sản xuất (giá so sánh 2010) ước đạt 120 tỷ đồng.",
        [(120_000_000_000, "VND", "Tổng giá trị sản xuất")],
    ),
    (
        "Tổng số đơn khiếu nại, tố cáo thuộc thẩm quyền giải quyết của các cấp là 14 đơn.",
        [(14, "đơn", "Tổng số đơn khiếu nại, tố cáo thuộc thẩm quyền giải quyết của các cấp")],
    ),
    # A sentence may go through the parts of what the one before counts.
    (
        "Tổng giá trị thiệt hại khoảng 88 tỷ đồng. Trong đó, Hà Tĩnh 36 tỷ đồng.",
        [
            (88_000_000_000, "VND", "Tổng giá trị thiệt hại"),
            (36_000_000_000, "VND", "Tổng giá trị thiệt hại"),
        ],
    ),
    # The topic of a measured verb; the deed before a case; the deed before a sum of a row.
    ("Cây ngô trồng được 1.240 ha.", [(1240, "ha", "Cây ngô")]),
    ("Tước giấy phép lái xe 41 trường hợp.", [(41, "trường hợp", "Tước giấy phép lái xe trường hợp")]),
    (
        "Thu hồi 02 xe mô tô, 15 triệu đồng.",
        [(2, "xe", "xe mô tô"), (15_000_000, "VND", "Thu hồi")],
    ),
    # A share that is a rate of the count before it.
    (
        "Giải quyết 40 đơn khiếu nại, đạt tỷ lệ 90%.",
        [(40, "đơn", "đơn khiếu nại"), (90, "%", "tỷ lệ đơn khiếu nại")],
    ),
    # What is said of a bare noun; a total that tells its unit in its name; an amount behind "với".
    ("Bão làm 31 căn sập đổ.", [(31, "căn", "căn sập đổ")]),
    ("Số vụ việc còn theo dõi là 49.", [(49, "vụ việc", "Số vụ việc còn theo dõi")]),
    (
        "Có 20 hộ vay vốn với tổng dư nợ 850 triệu đồng.",
        [(20, "hộ", "hộ vay vốn"), (850_000_000, "VND", "tổng dư nợ")],
    ),
    ("Nhân dân đóng góp 2.900 ngày công.", [(2900, "ngày công", "ngày công")]),
    # The line above a list says what its items count.
    (
        "4. Số vụ tai nạn trên đường:\n- Xã Tân Lập: 2 vụ.\n",
        [(2, "vụ", "Số vụ tai nạn trên đường")],
    ),
    # The same thing counted again: what was done to it, or the place, tells the counts apart.
    (
        "Kỷ luật 9 đảng viên: khiển trách 6 đảng viên, cảnh cáo 3 đảng viên.",
        [
            (9, "đảng viên", "đảng viên"),
            (6, "đảng viên", "khiển trách đảng viên"),
            (3, "đảng viên", "cảnh cáo đảng viên"),
        ],
    ),
    (
        "Số gà bị tiêu hủy 1.250 con. Trong đó:\n- Xã Phú Lương: 400 con;\n- Xã Yên Trạch: 850 con.\n",
        [
            (1250, "con", "Số gà bị tiêu hủy"),
            (400, "con", "Số gà bị tiêu hủy"),
            (850, "con", "Số gà bị tiêu hủy"),
        ],
    ),
    # A label names a classifier; a noun of its own names itself.
    ("- Nhà khung gỗ: 15 căn.", [(15, "căn", "Nhà khung gỗ")]),
    ("4. Trang thiết bị: 18 phòng máy.", [(18, "phòng máy", "phòng máy")]),
    # A share is one of the count, not of what it comes to; a whole name may be quoted; each of the last.
    (
        "Giải quyết 52 vụ với 97 bị cáo, đạt 95%.",
        [(52, "vụ", "vụ"), (97, "bị cáo", "bị cáo"), (95, "%", "vụ")],
    ),
    (
        "Xây dựng 06 “Ngôi nhà bình yên” (mỗi nhà 55 triệu đồng).",
        [(6, "Ngôi", "“Ngôi nhà bình yên”"), (55_000_000, "VND", "“Ngôi nhà bình yên”")],
    ),
    # None of a thing, with what is said of it.
    ("Không có đơn tồn đọng quá hạn.", [(0, "đơn", "đơn tồn đọng quá hạn")]),
    ("Tai biến nặng: không.", [(0, "Tai biến", "Tai biến nặng")]),
    # What holds for a fund, and a floor that is told by what it is not.
    ("Vận động Quỹ Khuyến học được 85 triệu đồng.", [(85_000_000, "VND", "Vận động Quỹ Khuyến học")]),
    ("Lợi nhuận không thấp hơn 12 tỷ đồng.", [(12_000_000_000, "VND", "Lợi nhuận")]),
    # A grade names nothing without what is graded; parts may be numbered; who there is and who is lacking.
    (
        "2. Rèn luyện (khối 6, 7): Tốt 210 em, Khá 35 em.",
        [(210, "em", "Rèn luyện Tốt"), (35, "em", "Rèn luyện Khá")],
    ),
    (
        "Có 96 học sinh (khối 6: 50; khối 7: 46).",
        [(96, "học sinh", "học sinh"), (50, "học sinh", "khối 6"), (46, "học sinh", "khối 7")],
    ),
    (
        "Biên chế được giao là 48 người, hiện có 45 người.",
        [(48, "người", "Biên chế được giao"), (45, "người", "Biên chế được giao")],
    ),
    ("Tổng số tàu từ 12m trở lên: 64 chiếc.", [(64, "chiếc", "Tổng số tàu từ 12m trở lên")]),
    ("Truy thu và phạt 2 tỷ đồng.", [(2_000_000_000, "VND", "Truy thu và phạt")]),
    # A running sum leans on the sentence before; what is told of another sort of thing is its own.
    (
        "Doanh thu đạt 12 tỷ đồng. Lũy kế 7 tháng đạt 80 tỷ đồng.",
        [(12_000_000_000, "VND", "Doanh thu"), (80_000_000_000, "VND", "Doanh thu")],
    ),
    (
        "Có 04 người bị thương; so với tháng trước giảm 02 người chết.",
        [(4, "người", "người bị thương"), (None, "người", "người chết")],
    ),
    # Durations are no measurements.
    ("Thời gian thực hiện trong 12 tháng.", []),
    ("Xây dựng trong 2 năm.", []),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_is_stated(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = [(m.value, m.unit, m.indicator) for m in vnreport.extract(text).measurements]
    assert found == [
        (None if value is None else Decimal(str(value)), unit, indicator)
        for value, unit, indicator in expected
    ]


def test_an_end_alone_is_no_change() -> None:
    (found,) = vnreport.extract("Tỷ lệ hộ nghèo giảm còn 3,4%.").measurements
    assert (found.indicator, found.value, found.change) == ("Tỷ lệ hộ nghèo", Decimal("3.4"), None)


CHANGES: list[tuple[str, tuple[Any, ...]]] = [
    ("Toàn tỉnh có 11 điểm cầu, tăng 5 điểm cầu so với trước đây.", (11, "up", 5, "điểm cầu", "trước đây")),
    ("Ghi nhận 214 ca mắc, giảm 38 ca so với cùng kỳ.", (214, "down", 38, "ca", "cùng kỳ")),
    ("Doanh thu tăng 15,2% so với cùng kỳ năm trước.", (None, "up", "15.2", "%", "cùng kỳ năm trước")),
    ("Số vụ tai nạn giảm từ 03 xuống 01 vụ.", (1, "down", None, None, None)),
    ("Phấn đấu giảm từ 4% trở lên số vụ cháy.", (None, "down", 4, "%", None)),
    ("Rút ngắn thời gian ít nhất 25%.", (None, "down", 25, "%", None)),
    # The amount of a change that is told by its end, the end told again, the object before the amount.
    ("Tỷ lệ hộ nghèo giảm còn 1,9%, giảm 0,6% so với năm 2020.", ("1.9", "down", "0.6", "%", "năm 2020")),
    ("Khiếu nại: 33 đơn, giảm từ 51 đơn xuống 33 đơn.", (33, "down", None, None, None)),
    ("Phấn đấu giảm tỷ lệ hộ nghèo 1,5%.", (None, "down", "1.5", "%", None)),
    ("Phát hiện 22 vụ, giảm 16 vụ (tương ứng giảm 42%).", (22, "down", 16, "vụ", None)),
]


def test_changes_find_what_they_count() -> None:
    found = vnreport.extract(
        "Xảy ra 19 vụ tai nạn, làm 10 người chết, 13 người bị thương; so với cùng kỳ giảm 3 vụ, "
        "giảm 2 người chết, tăng 4 người bị thương."
    ).measurements
    changes = [
        (int(m.value or 0), m.change and (m.change.direction, m.change.value, m.change.baseline))
        for m in found
    ]
    assert changes == [
        (19, ("down", Decimal(3), "cùng kỳ")),
        (10, ("down", Decimal(2), "cùng kỳ")),
        (13, ("up", Decimal(4), "cùng kỳ")),
    ]


def test_changes_of_a_row_have_subjects_of_their_own() -> None:
    found = vnreport.extract(
        "Trong đó, bán lẻ hàng hóa tăng 11,4%, dịch vụ lưu trú tăng 15% và dịch vụ khác tăng 8%; "
        "so với cùng kỳ giảm 7% số vụ, 3% số người chết."
    ).measurements
    changes = [(m.indicator, m.change and (m.change.direction, m.change.value)) for m in found]
    assert changes == [
        ("bán lẻ hàng hóa", ("up", Decimal("11.4"))),
        ("dịch vụ lưu trú", ("up", Decimal(15))),
        ("dịch vụ khác", ("up", Decimal(8))),
        ("số vụ", ("down", Decimal(7))),
        ("số người chết", ("down", Decimal(3))),
    ]


def test_two_comparisons_are_two_measurements() -> None:
    found = vnreport.extract(
        "Kim ngạch xuất khẩu đạt 9 tỷ USD, tăng 4,4% so với tháng trước và tăng 17% so với cùng kỳ."
    ).measurements
    assert [(m.value is None, m.change and m.change.baseline) for m in found] == [
        (False, "tháng trước"),
        (True, "cùng kỳ"),
    ]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_changes(text: str, expected: tuple[Any, ...]) -> None:
    [fact] = vnreport.extract(text).measurements
    assert fact.change is not None
    found = (fact.value, fact.change.direction, fact.change.value, fact.change.unit, fact.change.baseline)
    assert found == tuple(
        Decimal(str(part)) if isinstance(part, (int, float)) or (part and part[0].isdigit()) else part
        for part in expected
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Phấn đấu tỷ lệ bao phủ bảo hiểm y tế đạt 86%.", "target"),
        ("Tỷ lệ bao phủ bảo hiểm y tế đạt 86%.", "result"),
        # What an inspection came to is a result, what an agency is asked for lies ahead.
        ("Qua thanh tra kiến nghị thu hồi 3 tỷ đồng.", "result"),
        ("Đề nghị Bộ Tài chính bố trí 3 tỷ đồng.", "target"),
        ("Vốn chương trình mục tiêu quốc gia giải ngân 3 tỷ đồng.", "result"),
        ("Trong thời gian tới tổ chức 5 lớp tập huấn.", "target"),
        ("II. NHIỆM VỤ TRỌNG TÂM QUÝ III NĂM 2018\n\n- Tổ chức 05 lớp tập huấn.\n", "target"),
    ],
)
def test_targets_are_kept_apart_from_results(text: str, status: str) -> None:
    assert [m.status for m in vnreport.extract(text).measurements] == [status]


def test_period_place_and_actor_come_from_the_nearest_scope() -> None:
    report = vnreport.extract(
        "Báo cáo tháng 6 năm 2018 của Sở Y tế tỉnh Nam Định\n\n"
        "Trong tháng 5 năm 2018, Chi cục Dân số tổ chức 05 lớp tập huấn tại huyện Ý Yên.\n\n"
        "Tổ chức 07 hội nghị.\n"
    )
    first, second = report.measurements
    assert first.period is not None
    assert second.period is not None
    assert (str(first.period.start), str(second.period.start)) == ("2018-05-01", "2018-06-01")
    assert first.place == "huyện Ý Yên"
    assert first.organization == "Chi cục Dân số"
    assert first.action == "tổ chức"
    assert second.action == "Tổ chức"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Năm 2019 kiểm tra 46 cơ sở (năm 2018: 50 đợt).", "2019-01-01"),
        ("Năm 2019 kiểm tra 46 cơ sở, cao hơn năm 2018.", "2019-01-01"),
        ("Năm 2019 khởi công 4 cầu, dự kiến hoàn thành tháng 5/2021.", "2019-01-01"),
        ("Kiểm tra 46 cơ sở trong tháng 5/2019.", "2019-05-01"),
        ("Trong quý II/2019, tình hình cơ bản ổn định. Xảy ra 6 vụ cháy.", "2019-04-01"),
    ],
)
def test_only_a_time_of_the_number_dates_it(text: str, start: str) -> None:
    period = vnreport.extract(text).measurements[0].period
    assert period is not None
    assert str(period.start) == start


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Phát hiện, bắt giữ 12 vụ buôn lậu với 15 đối tượng.", ["Phát hiện, bắt giữ"] * 2),
        ("Thu ngân sách đạt 12 tỷ đồng.", [None]),
        ("Xây dựng mới 05 phòng học.", ["Xây dựng mới"]),
    ],
)
def test_the_governing_verb(text: str, actions: list[str | None]) -> None:
    assert [m.action for m in vnreport.extract(text).measurements] == actions


def test_parts_without_a_unit_go_through_the_count_before_them() -> None:
    found = vnreport.extract(
        "Phát hiện 196 trường hợp vi phạm, trong đó nồng độ cồn 74, quá tốc độ 31."
    ).measurements
    assert [(int(m.value or 0), m.unit, m.indicator) for m in found] == [
        (196, "trường hợp", "trường hợp vi phạm"),
        (74, "trường hợp", "nồng độ cồn"),
        (31, "trường hợp", "quá tốc độ"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kiểm tra 12 cơ sở tại quận 1, quận 3, phường 5, theo Điều 5, Điều 7.",
        "Kiểm tra 12 cơ sở, đợt 1, đợt 2.",
        "Mức thu không vượt quá 300.000 đồng.",
    ],
)
def test_labels_and_limits_make_no_parts_and_no_changes(text: str) -> None:
    [fact] = vnreport.extract(text).measurements
    assert fact.value in (12, 300_000)
    assert fact.change is None


def test_a_share_that_says_only_what_differs_has_the_whole_name() -> None:
    found = vnreport.extract("Tỷ lệ hài lòng của người bệnh ngoại trú 88,9%, nội trú 91,3%.").measurements
    assert found[1].indicator == "Tỷ lệ hài lòng của người bệnh nội trú"


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Báo cáo năm 2010\n\nChỉ tiêu năm 2011: tỷ lệ sinh 2%; khám 500 lượt người.", ["2011-01-01"] * 2),
        (
            "Báo cáo năm 2015\n\nChủ tịch cho biết: 6 tháng đầu năm 2015, thu 5 tỷ đồng; đón 900 lượt khách.",
            ["2015-01-01"] * 2,
        ),
        ("Trong tuần (từ 11/3 đến 17/3/2019), huyện ghi nhận 14 ca mắc.", ["2019-03-11"]),
        ("Tuần qua (02/4 - 08/4/2021), công an xử lý 12 trường hợp.", ["2021-04-02"]),
        ("Trong kỳ báo cáo (từ 15/4 đến 14/5/2019), đội kiểm tra 45 vụ.", ["2019-04-15"]),
        ("Báo cáo năm 2010\n\nLễ hội (từ 05/6 đến 13/6/2010) đón 900 lượt khách.", ["2010-06-05"]),
        ("Báo cáo năm 2010\n\nDự án kè sông (năm 2008) đã trồng 900 cây tre.", ["2010-01-01"]),
    ],
)
def test_times_that_lead_a_list_in_or_stand_in_brackets_before_its_numbers(
    text: str, starts: list[str]
) -> None:
    assert [str(m.period and m.period.start) for m in vnreport.extract(text).measurements] == starts


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Chi cục Thú y tiêm phòng 900 con.", "Chi cục Thú y"),
        ("Đề nghị Sở Tài chính bố trí 3 tỷ đồng.", None),
    ],
)
def test_only_a_subject_is_the_agent(text: str, agent: str | None) -> None:
    assert vnreport.extract(text).measurements[0].organization == agent


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        (
            "Trong đó, khu vực nông nghiệp, lâm nghiệp và thủy sản tăng 3,26%; vận tải và kho bãi tăng 2%.",
            ["khu vực nông nghiệp, lâm nghiệp và thủy sản", "vận tải và kho bãi"],
        ),
        (
            "Khu vực dịch vụ tăng 2,5%, đóng góp 41,4% vào mức tăng chung.",
            ["Khu vực dịch vụ", "Khu vực dịch vụ"],
        ),
        ("Khu vực khai khoáng đóng góp 0,49 điểm phần trăm vào mức tăng chung.", ["Khu vực khai khoáng"]),
    ],
)
def test_the_branch_that_grows_or_adds_to_growth_is_the_subject(text: str, indicators: list[str]) -> None:
    assert [m.indicator for m in vnreport.extract(text).measurements] == indicators
