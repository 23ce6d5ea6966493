"""The period of a document: told, not planned; of events and rules; the stamps of web pages."""

from __future__ import annotations

import pytest

import vnreport

BODY = "Đã tổ chức 14 lớp tập huấn cho 520 người."


def period(text: str) -> str | None:
    found = vnreport.extract(text).document.period
    return f"{found.start}..{found.end}" if found else None


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        # What has been goes before what is planned.
        (
            "UBND huyện Ba Tri: Triển khai nhiệm vụ 3 tháng cuối năm 2019",
            "Ngày 3/10, UBND huyện Ba Tri tổ chức hội nghị sơ kết nhiệm vụ 9 tháng đầu năm.",
            "2019-01-01..2019-09-30",
        ),
        ("Kết quả thực hiện nhiệm vụ năm 2025, nhiệm vụ năm 2026", "", "2025-01-01..2025-12-31"),
        ("KẾ HOẠCH\nCông tác năm 2021", "Năm 2020 đã đạt nhiều kết quả.", "2021-01-01..2021-12-31"),
        # The year of the comparison is the one before.
        (
            "Thu ngân sách 8 tháng vượt dự toán",
            "Tổng thu tháng 8 đạt 120 tỷ đồng, bằng 128% so với cùng kỳ năm 2021.",
            "2022-01-01..2022-08-31",
        ),
        # A word that ends like that of a number.
        ("Sơ kết công tác dân số 6 tháng đầu năm 2017", "", "2017-01-01..2017-06-30"),
        # What an agency says that it reports, with the days that it counts.
        (
            "Chánh án báo cáo tại kỳ họp HĐND tỉnh",
            "Chánh án báo cáo kết quả 6 tháng đầu năm 2024 (từ ngày 01/12/2023 đến ngày 31/5/2024) như sau:",
            "2023-12-01..2024-05-31",
        ),
        # A span behind which something is looked at is none of the calendar.
        ("Kết quả sau 6 tháng vận hành chính quyền hai cấp", "Xã có 12 thôn.", None),
        # What the title says is reached of a plan is no plan.
        (
            "Đắk Song: Thu thuế đạt 38% kế hoạch tỉnh giao",
            "Trong 6 tháng đầu năm 2022, huyện thu 41 tỷ đồng.",
            "2022-01-01..2022-06-30",
        ),
        (
            "Tiến độ cấp giấy",
            "Đến ngày 25/12/2020, cấp 41 giấy. Dự kiến đến tháng 01/2021 cấp 12 giấy.",
            None,
        ),
        # A moment in a sentence dates one figure, a start that runs on none of them all.
        (
            "Chăn nuôi ổn định",
            "6 tháng đầu năm 2017, chăn nuôi ổn định. Tổng đàn bò tại thời điểm 1/4/2017 là 31 nghìn con.",
            "2017-01-01..2017-06-30",
        ),
        ("Đàn bò", "Tại thời điểm 1/4/2017, tổng đàn bò là 31 nghìn con.", "2017-04-01..2017-04-01"),
        ("Phong trào thi đua", "Từ năm 2013 đến nay, xã có 41 lượt tập thể được khen thưởng.", None),
        # Years that the opening looks back on.
        (
            "Tội phạm giảm",
            "Trong giai đoạn 2014 - 2019, toàn huyện xảy ra 312 vụ, giảm 40 vụ.",
            "2014-01-01..2019-12-31",
        ),
        ("Giao vốn đợt đầu", "Huyện được giao vốn giai đoạn 2021 - 2025 là 312 tỷ đồng.", None),
        # The time that an inspection looks into, with all its parts.
        (
            "KẾT LUẬN\nThanh tra việc thu học phí tại Trường Trung cấp Bình Khê",
            "Thời kỳ thanh tra: năm 2016, 2017 và 6 tháng đầu năm 2018.",
            "2016-01-01..2018-06-30",
        ),
        # A page that goes from year to year has none of them; days are its own in its first sentence only.
        (
            "Hợp tác xã chè Bản Liền",
            "Năm 2014, hợp tác xã ra đời với 9 hộ. Năm 2016, có 31 hộ. Năm 2019, doanh thu đạt 6 tỷ đồng.",
            None,
        ),
        (
            "Tuần tra bảo vệ rừng đầu nguồn",
            "Hạt Kiểm lâm có 3 trạm. Từ ngày 05/4 đến ngày 20/4/2021, các trạm tuần tra 18 lượt.",
            None,
        ),
        (
            "Tuần tra bảo vệ rừng đầu nguồn",
            "Từ ngày 05/4 đến ngày 20/4/2021, các trạm tuần tra 18 lượt. Lập biên bản 4 vụ.",
            "2021-04-05..2021-04-20",
        ),
        # A number of months that are not those from January.
        (
            "Kết quả 04 tháng vận hành mô hình mới",
            "Từ 01/7/2025 đến 31/10/2025, xã tiếp nhận 4.120 hồ sơ.",
            "2025-07-01..2025-10-31",
        ),
        ("Tổng thu đạt khá", "Đến hết tháng 7/2020, tổng thu đạt 219 tỷ đồng.", "2020-01-01..2020-07-31"),
        # An event lasts as long as it is said to.
        (
            "Lễ hội Hoa Ban: những con số",
            "Sau 4 ngày (từ 12/3/2018 đến 15/3/2018), lễ hội đã khép lại.",
            "2018-03-12..2018-03-15",
        ),
        (
            "Kết quả chiến dịch tình nguyện hè năm 2011",
            "Từ ngày 15/6 đến ngày 15/8/2011, đã có 28 đội.",
            "2011-06-15..2011-08-15",
        ),
        # A session or a decision reviews nothing.
        ("HĐND tỉnh bế mạc kỳ họp thứ 4", "Chiều 9/12, kỳ họp bế mạc. Năm 2021, thu 4 tỷ đồng.", None),
        (
            "QUYẾT ĐỊNH\nVề việc thành lập đoàn kiểm tra",
            "Từ ngày 3/6/2016 đến ngày 22/7/2016, đoàn làm việc.",
            None,
        ),
        # Figures of one day.
        (
            "Kết quả điều tra nông thôn năm 2025\n(Thời điểm điều tra: 01/7/2025)",
            "",
            "2025-07-01..2025-07-01",
        ),
        ("Báo cáo nhanh công tác trực ban ngày 17/11/2020", "", "2020-11-17..2020-11-17"),
        ("Hà Nam: Cập nhật tình hình dịch bệnh ngày 20/8/2021", "", "2021-08-20..2021-08-20"),
        (
            "Báo cáo nhanh thiệt hại do bão (tính đến 17 giờ ngày 30/10/2020)",
            "Lũy kế từ ngày 02/10/2020 đến 30/10/2020 có 4 nhà sập.",
            "2020-10-30..2020-10-30",
        ),
        (
            "Tiến độ giải ngân\n(Kèm theo báo cáo của Ban Dân tộc, số liệu đến 31/10/2024)",
            "",
            "2024-01-01..2024-10-31",
        ),
        (
            "Hội nghị sơ kết 3 năm thực hiện Chỉ thị 05",
            "Huyện ủy sơ kết 3 năm (2016 - 2019) thực hiện Chỉ thị.",
            "2016-01-01..2019-12-31",
        ),
        # The year that is joined to its last quarter; the term of a council is none.
        ("Kết quả hoạt động quý IV và cả năm 2019", "", "2019-01-01..2019-12-31"),
        ("Danh sách đại biểu Hội đồng nhân dân tỉnh nhiệm kỳ 2021 - 2026", "", None),
        (
            "10 tháng, Hà Nam giải ngân đạt 61,7% kế hoạch",
            "Đến hết ngày 31/10/2018 đạt 4.127 tỷ đồng, cao hơn cùng kỳ năm ngoái.",
            "2018-01-01..2018-10-31",
        ),
    ],
)
def test_the_period_of_a_document(title: str, text: str, expected: str | None) -> None:
    assert period(f"{title}\n\n{text} {BODY}") == expected


@pytest.mark.parametrize(
    "stamp",
    [
        "quantri gửi vào T6, 2018-01-12 07:50",
        "2018-01-12 09:12:33",
        "12 Tháng 1, 2018",
        "Tháng Một 12, 2018",
        "Được đăng: 12 Tháng 1 2018",
        "Tác giả: Nguyễn Văn An - Ngày 12.01.2018",
        "Thứ 6, 12/1/2018 | 8:27 Sáng",
        "12-01-2018 07:49 | Bản tin",
    ],
)
def test_stamps_date_a_page_and_are_no_titles(stamp: str) -> None:
    title = "Sở Y tế tỉnh Hà Nam tổng kết công tác quý IV"
    text = f"Trang chủ » Tin tức\n{title}\n{stamp}\n\n{BODY} Ngày 20/3, Sở họp với 45 đại biểu."
    found = vnreport.extract(text).document
    assert (str(found.published), found.title) == ("2018-01-12", title)


def test_a_date_in_brackets_is_not_of_the_title() -> None:
    found = vnreport.extract(f"Sở Y tế sơ kết công tác quý II (05/07/2018)\n\n{BODY}").document
    assert (found.title, str(found.published)) == ("Sở Y tế sơ kết công tác quý II", "2018-07-05")


@pytest.mark.parametrize("kind", ["TỜ TRÌNH", "KẾT LUẬN KIỂM TRA", "BẢN THUYẾT MINH", "THÔNG BÁO"])
@pytest.mark.parametrize("subject", ["V/v phòng bệnh cho đàn vật nuôi", "Về việc quản lý đất đai"])
@pytest.mark.parametrize("comma", [",", ""])
def test_the_subject_below_the_kind_is_of_the_title(kind: str, subject: str, comma: str) -> None:
    head = (
        "ỦY BAN NHÂN DÂN\nHUYỆN BẮC YÊN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Số: 45/UBND-VP\nBắc Yên{comma} ngày 12 tháng 7 năm 2019\n\n"
    )
    found = vnreport.extract(f"{head}{kind}\n{subject}\n\n{BODY}\n").document
    assert (found.title, str(found.published)) == (f"{kind} {subject}", "2019-07-12")


def test_what_an_agency_will_do_is_not_the_period() -> None:
    text = (
        "Đến nay, huyện có 14 doanh nghiệp mới.\n"
        "Trong 3 tháng cuối năm 2024, UBND huyện sẽ tập trung thu hút đầu tư."
    )
    assert period(text) is None


def test_a_date_and_hour_in_brackets_are_not_of_the_title() -> None:
    found = vnreport.extract("Tình hình mưa lũ trên địa bàn tỉnh (06h30, ngày 06/8/2020)\n\n" + BODY)
    assert found.document.title == "Tình hình mưa lũ trên địa bàn tỉnh"


@pytest.mark.parametrize(
    "text",
    [
        "BIÊN BẢN\nHọp Hội đồng xét duyệt\n\nHôm nay, ngày 18/12/2025, Hội đồng đã họp xét 14 hồ sơ.",
        "Báo cáo nhanh thiệt hại do mưa lũ (đến 17h00 ngày 18/12/2025)\n\nCó 14 nhà bị ngập.",
    ],
)
def test_minutes_and_quick_reports_are_of_their_day(text: str) -> None:
    found = vnreport.extract(text).document
    assert str(found.published) == "2025-12-18"
    assert found.period is not None
    assert (str(found.period.start), str(found.period.end)) == ("2025-12-18", "2025-12-18")
