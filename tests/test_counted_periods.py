"""The days that a document counts: campaigns, inspected years, quick reports, what is said of the time."""

from __future__ import annotations

import pytest

import vnreport

BODY = "Đã tổ chức 14 lớp tập huấn cho 520 người."


def period(text: str) -> str | None:
    found = vnreport.extract(text).document.period
    return f"{found.start}..{found.end}" if found else None


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        (
            "Trong tháng hành động phòng, chống ma túy năm nay (01/6 - 30/6), huyện tổ chức 14 buổi.",
            "2019-06-01..2019-06-30",
        ),
        (
            "Đợt cao điểm (từ ngày 05/8 đến ngày 20/8) kết thúc với 41 vụ bị bắt giữ.",
            "2019-08-05..2019-08-20",
        ),
        ("Tuần lễ diễn ra từ ngày 01/8 đến ngày 07/8 tại 12 xã.", "2019-08-01..2019-08-07"),
        (
            "Qua 7 ngày nghỉ Tết, tính từ 29 tháng Chạp (tức từ ngày 03/02 đến ngày 09/02/2019), có 4 vụ.",
            "2019-02-03..2019-02-09",
        ),
        ("Kể từ 01/5 đến hết 08/8/2019, tròn 100 ngày, xã đã giải quyết 41 hồ sơ.", "2019-05-01..2019-08-08"),
        (
            "Công an huyện đã ra quân từ 18/7 đến 31/8/2019. Kết quả: kiểm tra 41 cơ sở.",
            "2019-07-18..2019-08-31",
        ),
        ("Theo báo cáo của Phòng Nội vụ, năm 2018, huyện tinh giản 41 người.", "2018-01-01..2018-12-31"),
    ],
)
def test_days_counted_in_the_lead(lead: str, expected: str) -> None:
    assert (
        period(f"Huyện Mai Châu làm tốt công tác tuyên truyền\n05/9/2019 08:12\n\n{lead}\n{BODY}") == expected
    )


def test_what_a_page_adds_to_its_story_is_not_its_period() -> None:
    text = (
        "Bắt xe tải chở gỗ không rõ nguồn gốc\n05/9/2019 08:12\n\nĐêm 03/9, kiểm lâm dừng xe chở 2 m3 gỗ.\n"
        "Được biết, 8 tháng đầu năm 2019, Chi cục đã xử lý 41 vụ."
    )
    assert period(text) is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Thời kỳ kiểm tra: từ 01/7/2017 đến 31/12/2018.", "2017-07-01..2018-12-31"),
        (
            "Thời kỳ thanh tra: từ đầu năm học 2016 - 2017 (01/9/2016) đến hết năm 2018.",
            "2016-09-01..2018-12-31",
        ),
    ],
)
@pytest.mark.parametrize("title", ["KẾT LUẬN\nThanh tra việc quản lý tài chính tại xã Hoa Sơn"])
def test_an_inspection_is_of_the_time_it_looked_into(title: str, body: str, expected: str) -> None:
    text = (
        f"{title}\n\nTừ ngày 04/3/2019 đến ngày 29/3/2019, Đoàn thanh tra làm việc tại xã.\n{body}\n\n{BODY}"
    )
    assert period(text) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Nội dung giám sát: việc thực hiện các dự án giai đoạn 2016 - 2018.\nThời gian: 35 ngày.",
        "I. PHẠM VI GIÁM SÁT\nViệc chi ngân sách trong 3 năm 2016, 2017, 2018.",
    ],
)
def test_a_supervision_is_of_the_years_in_its_scope(body: str) -> None:
    text = "BÁO CÁO\nKết quả giám sát việc quản lý tài chính tại xã Hoa Sơn\n\n"
    text += f"Từ ngày 04/3/2019 đến ngày 29/3/2019, Đoàn làm việc tại xã.\n{body}\n\n{BODY}"
    assert period(text) == "2016-01-01..2018-12-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Brackets in the title tell its days, whatever stands between.
        (
            "LỊCH CÔNG TÁC TUẦN 41 CỦA THƯỜNG TRỰC HĐND (Từ ngày 06/10 đến ngày 11/10/2014)\n\n" + BODY,
            "2014-10-06..2014-10-11",
        ),
        (
            "BÁO CÁO\nKết quả “Tháng hành động vì trẻ em” năm 2016\n\n"
            "Từ ngày 25/5 đến ngày 30/6/2016, huyện triển khai tại 12 xã.",
            "2016-05-25..2016-06-30",
        ),
        (
            "BÁO CÁO NHANH\nTrực ban phòng, chống thiên tai\n"
            "(Từ 17h00 ngày 19/10 đến 17h00 ngày 20/10/2020)\n\n" + BODY,
            "2020-10-19..2020-10-20",
        ),
        (
            "BÁO CÁO NHANH\nTình hình mưa lũ\n(Cập nhật đến 17 giờ ngày 19/10/2020)\n\n"
            "Thiệt hại từ ngày 06/10 đến nay như sau:\n" + BODY,
            "2020-10-06..2020-10-19",
        ),
        (
            "Tình hình dịch hại trên lúa trong 7 ngày qua\n\nI. DỊCH HẠI (từ 28/02/2018 đến 06/3/2018)\n"
            + BODY,
            "2018-02-28..2018-03-06",
        ),
        (
            "Kết quả công tác 5 tháng đầu năm 2026\n\n"
            "Đơn vị báo cáo (kỳ thống kê 01/10/2025 - 28/02/2026): " + BODY,
            "2025-10-01..2026-02-28",
        ),
        (
            "THÔNG BÁO SINH VẬT GÂY HẠI (Tuần 33: từ ngày 10/8 đến ngày 16/8/2023)\n\n" + BODY,
            "2023-08-10..2023-08-16",
        ),
        # Days in brackets say what a month or half year counts, but not for months added up.
        (
            "Kết quả giải quyết thủ tục hành chính tháng 6/2026\n\n"
            "Trong kỳ báo cáo tháng 6/2026 (từ ngày 15/5 đến ngày 14/6/2026), xã tiếp nhận 41 hồ sơ.",
            "2026-05-15..2026-06-14",
        ),
        (
            "Tòa án sơ kết công tác 6 tháng đầu năm 2015\n\n"
            "Trong kỳ (từ ngày 01/10/2014 đến ngày 31/3/2015), tòa án thụ lý 41 vụ.",
            "2014-10-01..2015-03-31",
        ),
        (
            "Tai nạn giao thông tháng 11 và 11 tháng năm 2018\n\n"
            "Tháng 11 (từ ngày 16/10 đến ngày 15/11/2018), xảy ra 41 vụ.",
            "2018-01-01..2018-11-30",
        ),
        # The day of one count, what is added up from New Year: neither is the title's time.
        (
            "BÁO CÁO\nKinh tế - xã hội 9 tháng năm 2020\n\nTại thời điểm 01/9/2020: đàn heo 111.300 con.",
            "2020-01-01..2020-09-30",
        ),
        (
            "Xuất khẩu nửa đầu tháng 5/2016\n\nTính từ đầu năm đến hết ngày 15/5/2016, đạt 41 tỷ USD.",
            "2016-05-01..2016-05-15",
        ),
        (
            "Đại hội Hội Nông dân huyện Vụ Bản, nhiệm kỳ 2018 - 2023\n\n"
            "Ngày 5/6, 168 đại biểu về dự. Báo cáo đánh giá: nhiệm kỳ 2013 - 2018, Hội phát triển.",
            "2013-01-01..2018-12-31",
        ),
        # What a scheme's name looks forward to is not what its review tells of.
        (
            "ĐÁNH GIÁ 5 NĂM THỰC HIỆN ĐỀ ÁN “ĐÀO TẠO NGHỀ ĐẾN NĂM 2020”\n\nI. KẾT QUẢ GIAI ĐOẠN 2010 - 2014\n"
            + BODY,
            "2010-01-01..2014-12-31",
        ),
        # Each answer has a time of its own; a plan is not of what it will inspect.
        (
            "TRẢ LỜI KIẾN NGHỊ CỦA CỬ TRI\n\nTrả lời: từ tháng 11/2014 đến tháng 2/2015, xã có 14 con bệnh.",
            None,
        ),
        (
            "KẾ HOẠCH\nKiểm tra, giám sát năm 2022\n\nMốc kiểm tra: năm 2020 và 9 tháng đầu năm 2021.",
            "2022-01-01..2022-12-31",
        ),
        ("Cấp nước nông thôn huyện Châu Phú\n\nTrước năm 2000, toàn huyện chỉ có 3 trạm.", None),
        ("Nhiệm kỳ 2013 - 2018 diễn ra trong bối cảnh mới. " + BODY, "2013-01-01..2018-12-31"),
    ],
)
def test_what_is_said_of_the_time(text: str, expected: str | None) -> None:
    assert period(text) == expected


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_subject_goes_on_with_what_is_to_come(gap: str) -> None:
    parts = "BÁO CÁO", "Kết quả công tác 6 tháng đầu năm;", "Phương hướng, nhiệm vụ 6 tháng cuối năm 2012"
    found = vnreport.extract(f"{gap.join(parts)}\n\n{BODY}").document
    assert found.title == " ".join(parts)
    assert period(f"{gap.join(parts)}\n\n{BODY}") == "2012-01-01..2012-06-30"
