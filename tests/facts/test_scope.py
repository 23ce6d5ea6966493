"""Whose time and place a number has: of its clause, sentence, heading, document."""

from __future__ import annotations

import pytest

import vnreport

TITLE = "Báo cáo công tác 9 tháng đầu năm 2019 của Công an huyện Phú Lương\n\n"


def last(text: str) -> vnreport.report.Measurement:
    return vnreport.extract(TITLE + text).measurements[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A sentence's time ends with it.
        ("Quý I/2019 xảy ra 12 vụ. Lập biên bản 40 trường hợp.", "2019-01-01..2019-09-30"),
        # The time of a sentence ends with it, whatever the next one adds.
        ("Quý I/2019 xảy ra 12 vụ. Trong đó, làm rõ 11 vụ.", "2019-01-01..2019-09-30"),
        # What is counted to the end of a month is of that month.
        ("Lũy kế đến hết tháng 8, giải ngân 12 tỷ đồng.", "2019-08-01..2019-08-31"),
        # What the sentence opens with holds for all its clauses.
        ("Trong tháng, lập biên bản 40 trường hợp; tạm giữ 19 xe.", "2019-09-01..2019-09-30"),
        ("Lũy kế từ 01/02/2019 cấp 610 căn cước.", "2019-02-01..2019-09-30"),
        ("Phải thu thêm 21 tỷ đồng để hoàn thành dự toán năm là 125 tỷ đồng.", "2019-01-01..2019-12-31"),
        # Comparisons and what was carried over do not date a number.
        ("So với đợt kiểm tra trước (năm 2014), tăng 2 cơ sở. Kiểm tra 31 cơ sở.", "2019-01-01..2019-09-30"),
        ("Thụ lý 54 vụ, trong đó năm 2018 chuyển sang 39 vụ.", "2019-01-01..2019-09-30"),
        ("Phấn đấu đến năm 2020 giảm 15 vụ.", "2020-01-01..2020-12-31"),
        # An aim for the end of the year is of the year, what is counted then of its last day.
        ("Phấn đấu đến cuối năm 2020 cấp 15 thẻ.", "2020-01-01..2020-12-31"),
        ("Đến cuối năm 2018 có 15 tổ.", "2018-12-31..2018-12-31"),
        ("Cấp 203 thẻ, đạt 81% chỉ tiêu giao (250 thẻ).", "2019-01-01..2019-12-31"),
        # A semicolon in brackets parts nothing outside, and the brackets have the time of what they add to.
        ("Đến ngày 20/8, có 9 vụ (Yên Đổ: 4 vụ; Cổ Lũng: 5 vụ).", "2019-08-20..2019-08-20"),
        ("Đến ngày 20/8, có 9 vụ (Yên Đổ: 4 vụ; Cổ Lũng: 5 vụ), bắt 11 đối tượng.", "2019-08-20..2019-08-20"),
        # The term of a plan, or the time of the ground, dates no count.
        ("Phát hiện 14 xã chưa lập quy hoạch sử dụng đất giai đoạn 2021 - 2030.", "2019-01-01..2019-09-30"),
        ("Bình quân 16 tiêu chí/xã theo bộ tiêu chí giai đoạn 2022 - 2025.", "2019-01-01..2019-09-30"),
    ],
)
def test_the_period_of_a_number(text: str, expected: str) -> None:
    period = last(text).period
    assert period is not None
    assert f"{period.start}..{period.end}" == expected


def test_next_week_follows_the_week_of_the_report() -> None:
    text = (
        "Kết quả kiểm tra tuần từ 06/9 đến 12/9/2021\n13/9/2021 08:10\n\nTuần tới, Đội Quản lý thị trường"
        " dự kiến kiểm tra 40 cơ sở."
    )
    period = vnreport.extract(text).measurements[-1].period
    assert period is not None
    assert (str(period.start), str(period.end)) == ("2021-09-13", "2021-09-19")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Xảy ra 12 vụ (xã Yên Đổ 5 vụ).", "xã Yên Đổ"),
        ("Tại xã Yên Đổ, lực lượng bắt giữ 3 xe.", "xã Yên Đổ"),
        ("Tổ chức 05 lớp tập huấn tại xã Yên Đổ.", "xã Yên Đổ"),
        ("Tổ chức 05 lớp tập huấn tại xã Yên Đổ, xã Cổ Lũng.", "huyện Phú Lương"),
        ("Ông Nguyễn Văn An (trú tại xã Yên Đổ) bị phạt 5 triệu đồng.", "huyện Phú Lương"),
        ("Nhập khẩu từ Hàn Quốc 15 máy đo.", "huyện Phú Lương"),
        ("Xã Yên Đổ là địa phương thiệt hại nặng nhất với 42 nhà.", "xã Yên Đổ"),
        # An authority of a unit below acts there; one above does not.
        ("UBND xã Yên Đổ xử phạt 6 hộ.", "xã Yên Đổ"),
        ("UBND tỉnh Thái Nguyên hỗ trợ 6 hộ.", "huyện Phú Lương"),
        # None of several alike is the place of what all of them have.
        ("Hội chợ ở xã Yên Đổ, xã Cổ Lũng và xã Động Đạt có 900 người dự.", "huyện Phú Lương"),
    ],
)
def test_the_place_of_a_number(text: str, place: str) -> None:
    assert last(text).place == place


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Đạt 100% chỉ tiêu, nâng tổng số lên 128 đồng chí.", "result"),
        ("Hoàn thành các chỉ tiêu: kết nạp 15 đảng viên.", "result"),
        ("Các chỉ tiêu: kết nạp 15 đảng viên.", "target"),
        ("Từ đầu nhiệm kỳ tới nay, xã xây 4 nhà văn hóa.", "result"),
    ],
)
def test_targets_that_are_reached(text: str, status: str) -> None:
    assert last(text).status == status


def test_years_of_the_running_text_are_no_targets() -> None:
    text = "Cháy rừng ở Ea Súp\nTheo Hạt Kiểm lâm, năm 2015 huyện xảy ra 6 vụ; năm 2016 xảy ra 9 vụ."
    found = vnreport.extract(text).measurements
    assert [(m.status, str(m.period.start)) for m in found if m.period] == [
        ("result", "2015-01-01"),
        ("result", "2016-01-01"),
    ]


def test_a_page_without_a_time_of_its_own_gives_founding_years_to_no_count() -> None:
    text = "Tổ hợp tác Ea Kiết\nTổ hợp tác thành lập năm 2012, hiện có 45 hội viên."
    assert [m.period for m in vnreport.extract(text).measurements] == [None]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Cấp 203 thẻ, đạt 81% chỉ tiêu giao (250 thẻ).", "target"),
        ("Kế hoạch vốn năm 2019 giao 968 tỷ đồng.", "target"),
        ("Đạt 95% chỉ tiêu phấn đấu và thu hồi 12 thẻ.", "result"),
        ("Có 16/22 chỉ tiêu đạt: sản lượng chè 208 tấn.", "result"),
        ("Mời cơm không quá 300.000 đồng/suất.", "limit"),
        ("Phấn đấu mời cơm không quá 300.000 đồng/suất.", "target"),
        ("Công suất tối đa 300 tấn.", "result"),
        ("Từ nay đến hết năm, duy trì 9 đội kiểm soát.", "target"),
        ("Đề nghị UBND tỉnh hỗ trợ 500 triệu đồng, 20 tấn gạo.", "target"),
        ("Nhiệm vụ quý IV: kết nạp 200 hội viên.", "target"),
        (f"Các chỉ tiêu chủ yếu: {'trồng 20 ha chè mới tại các xã phía bắc; ' * 12}mở 3 lớp.", "target"),
        ("Kiến nghị thu hồi nộp vào tài khoản tạm giữ của Thanh tra huyện 90 triệu đồng.", "result"),
        ("Kiến nghị cấp có thẩm quyền xử lý thu hồi 90 triệu đồng.", "result"),
        # A limit that was not kept, requests that are told of.
        ("Chi hội nghị vượt định mức 19 triệu đồng.", "result"),
        ("Về kiến nghị của cử tri, UBND tỉnh đã trả lời 64 ý kiến.", "result"),
        ("Đôn đốc thực hiện kết luận, kiến nghị sau thanh tra, tỉnh thu hồi được 2 tỷ đồng.", "result"),
        ("Kế hoạch năm 2013: di dời 84 hộ.", "target"),
        # What is asked of bodies without a name, and all in its row, is to come; oil that is used up is none.
        ("Đề nghị UBND các huyện gieo cấy xong 900 ha lúa, dự phòng 15 tấn giống.", "target"),
        ("Đội xe chỉ tiêu thụ 50 lít dầu.", "result"),
        ("Thu phí đạt 3 tỷ đồng, bằng 60% dự toán là 5 tỷ đồng.", "target"),
    ],
)
def test_the_status_of_a_number(text: str, status: str) -> None:
    assert last(text).status == status


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("Dư nợ ủy thác qua Agribank đạt 58 tỷ đồng.", "Hội Nông dân tỉnh Trà Vinh"),
        ("Năm qua Sở Y tế tặng 58 suất quà.", "Sở Y tế"),
        ("Hội Nông dân Trà Vinh tặng 58 suất quà.", "Hội Nông dân tỉnh Trà Vinh"),
        ("Tham gia giao lưu do Sở Y tế tổ chức, tặng 58 suất quà.", "Hội Nông dân tỉnh Trà Vinh"),
        ("Đơn vị | Số vụ\nCông an huyện Càng Long | 58 vụ", "Hội Nông dân tỉnh Trà Vinh"),
    ],
)
def test_who_acts_is_no_means_and_no_row_and_one_body_has_one_name(sentence: str, agent: str) -> None:
    report = vnreport.extract(f"Hội Nông dân tỉnh Trà Vinh: Kết quả công tác năm 2019\n\n{sentence}\n")
    assert {m.organization for m in report.measurements} == {agent}


PROGRESS = """UBND TỈNH LÂM ĐỒNG
SỞ KẾ HOẠCH VÀ ĐẦU TƯ
Số: 412/BC-SKHĐT
Lâm Đồng, ngày 20 tháng 8 năm 2022

BÁO CÁO
Tình hình thực hiện kế hoạch đầu tư công năm 2022

1. Kế hoạch năm 2022
Đến ngày 15/8/2022 giải ngân 1.205 tỷ đồng.
Còn 14 dự án chậm tiến độ.
"""


def test_plans_of_a_year_that_runs_head_results() -> None:
    assert [fact.status for fact in vnreport.extract(PROGRESS).measurements] == ["result", "result"]


ORDERS = """UBND huyện yêu cầu các cơ quan, đơn vị:
1. UBND các xã: tổ chức đấu giá tối thiểu 40 lô đất.
2. Chi cục Thuế: thu hồi 9 tỷ đồng.
"""


def test_what_is_ordered_is_to_be_done() -> None:
    assert [fact.status for fact in vnreport.extract(ORDERS).measurements] == ["target", "target"]


def test_cells_of_a_table_make_no_time() -> None:
    text = "Mặt hàng\tTháng 5\tTháng 6\nThịt lợn\t92.000\t95.000\nCá lóc\t61.000\t60.000\n"
    title = "Báo cáo giá cả thị trường tháng 6 năm 2017\n\nGiá bán lẻ (đồng/kg):\n"
    found = vnreport.extract(title + text).measurements
    assert [str(fact.period and fact.period.start) for fact in found] == ["2017-05-01", "2017-06-01"] * 2
