"""The period of a document: what is its evidence, and what is but named in passing."""

from __future__ import annotations

import pytest

import vnreport


def period(text: str) -> str | None:
    found = vnreport.extract(text).document.period
    return f"{found.start}..{found.end}" if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A plan of two horizons has no period of its own; one of a term and a horizon has its term.
        ("KẾ HOẠCH\nTrồng rừng gỗ lớn đến năm 2025, tầm nhìn đến năm 2030\n\nToàn huyện có 12 xã.\n", None),
        ("ĐỀ ÁN\nPhát triển cây dược liệu đến năm 2020, định hướng 2030\n\nToàn huyện có 12 xã.\n", None),
        (
            "KẾ HOẠCH\nTrồng rừng giai đoạn 2021 - 2025, định hướng đến năm 2030\n\nToàn huyện có 12 xã.\n",
            "2021-01-01..2025-12-31",
        ),
        # A congress opens a term of which there is nothing to tell; its report reviews the one before.
        ("Đại hội Hội Nông dân xã Phú An lần thứ IX, nhiệm kỳ 2018 - 2023\n\nCó 86 đại biểu dự.\n", None),
        (
            "BÁO CÁO\nTrình Đại hội đại biểu Đảng bộ xã lần thứ X, nhiệm kỳ 2020 - 2025\n\n"
            "Phần thứ nhất\nKẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ IX, NHIỆM KỲ 2015 - 2020\n\n"
            "Kết nạp 41 đảng viên.\n",
            "2015-01-01..2020-12-31",
        ),
        # The meeting of this year hears what the year before brought.
        (
            "BÁO CÁO\nCủa Ban Giám đốc tại Đại hội đồng cổ đông thường niên năm 2020\n\n"
            "Năm 2019, doanh thu đạt 312 tỷ đồng.\n",
            "2019-01-01..2019-12-31",
        ),
        # How long a penalty lasts is no period, nor what comes back every year, nor what will be.
        (
            "Cấm biểu diễn 12 tháng đối với một ca sĩ\n\nÔng A bị cấm biểu diễn từ ngày 01/5/2019 đến ngày "
            "30/4/2020 và bị phạt 30 triệu đồng.\n",
            None,
        ),
        ("Lễ hội cầu ngư\n\nTháng 3 hằng năm, xã đón 12.000 lượt khách.\n", None),
        ("Quy hoạch chợ\n\nĐề án 14 chợ sẽ được trình trong quý III/2021. Đã khảo sát 12 chợ.\n", None),
        ("Cầu xã Phú An\n\nViệc sửa cầu được thực hiện vào đầu tháng 4/2021, tốn 1,2 tỷ đồng.\n", None),
        # Few days are those of a holiday or a raid.
        (
            "Xử lý 214 trường hợp\n04/9/2022 21:05\n\nTrong 4 ngày nghỉ lễ (từ ngày 01/9 đến ngày 04/9), "
            "Đội Cảnh sát giao thông số 3 xử lý 214 trường hợp.\n",
            "2022-09-01..2022-09-04",
        ),
        # Before the first words of an article stands where it is from.
        (
            "Công đoàn chăm lo cho đoàn viên\n26/12/2019 07:15\n\nHÀ NAM - Năm 2019, Liên đoàn Lao động tỉnh "
            "trao 1.214 suất quà.\n",
            "2019-01-01..2019-12-31",
        ),
        # What is to be carried out is to come.
        (
            "Chi cục Thủy sản tổ chức hội nghị triển khai công tác năm 2022\n06/01/2022\n\n"
            "Sáng 05/01/2022, Chi cục Thủy sản tổng kết công tác năm 2021. Đã thả 200.000 con giống.\n",
            "2021-01-01..2021-12-31",
        ),
        # A supervision reports on the years that it looked into, not on the days of its visits.
        (
            "BÁO CÁO\nKết quả giám sát việc quản lý đất công ích\n\n"
            "Từ ngày 05/5 đến ngày 16/5/2020, Ban Pháp chế đã giám sát việc quản lý đất công ích giai đoạn "
            "2017 - 2019 tại 7 xã. Các xã cho thuê 312 ha.\n",
            "2017-01-01..2019-12-31",
        ),
        (
            "KẾT LUẬN THANH TRA\nViệc thu, chi các quỹ tại Trường THCS Lê Lợi\n\n"
            "Từ ngày 03/10/2016 đến ngày 14/10/2016, Đoàn đã làm việc tại trường. Thời kỳ "
            "được thanh tra: từ năm "
            "2013 đến năm 2015.\n",
            "2013-01-01..2015-12-31",
        ),
        # Days of checking are what is reported where nothing else is.
        (
            "Nhiều quán ăn chưa bảo đảm vệ sinh\n02/11/2021\n\n"
            "Từ ngày 04/10 đến ngày 29/10/2021, Đội Quản lý thị trường số 2 đã kiểm tra 118 quán ăn.\n",
            "2021-10-04..2021-10-29",
        ),
        # The months that a month is added up to; the part of a year that has been.
        (
            "Thu ngân sách khởi sắc\n05/9/2014\n\n"
            "Thu ngân sách trong tháng 8 đạt 98 tỷ đồng, lũy kế 8 tháng năm 2014 đạt 912 tỷ đồng.\n",
            "2014-01-01..2014-08-31",
        ),
        (
            "HĐND huyện giám sát tại xã Trung Sơn\n08/11/2019\n\n"
            "HĐND huyện Tam Nông giám sát việc thực hiện nghị quyết năm 2019. Trong 10 tháng "
            "đầu năm 2019, xã "
            "thu 650 triệu đồng.\n",
            "2019-01-01..2019-10-31",
        ),
        # The moment in brackets behind a title; the day of a warning.
        (
            "Cập nhật tình hình ngập lụt trên địa bàn (17h00 ngày "
            "09/10/2020)\n09/10/2020\n\nCó 98 nhà ngập.\n",
            "2020-10-09..2020-10-09",
        ),
        (
            "Tin bão trên biển và công tác ứng phó\n29/12/2018 08:00\n\nĐã thông báo cho 412 tàu.\n",
            "2018-12-29..2018-12-29",
        ),
        ("Tình hình bồi thường đất đến hết năm 2012\n\nĐã chi trả cho 210 hộ.\n", "2012-01-01..2012-12-31"),
        # What a sentence tells in passing, a charge, a mere edge of a year, a length of time.
        (
            "Cầu Bến Ngự chậm tiến độ\n10/3/2019\n\nSở Giao thông vận tải báo cáo UBND tỉnh. "
            "Cầu dài 312 m.\n\n"
            "Cầu được khởi công vào tháng 8/2012, do Công ty 36 thi công với 40 công nhân.\n",
            None,
        ),
        (
            "Nguyên kế toán xã chiếm đoạt tiền quỹ\n10/3/2019\n\n"
            "Theo cáo trạng, từ năm 2015 đến năm 2016, kế toán đã rút 210 triệu đồng.\n",
            None,
        ),
        ("Đầu tư khu xử lý rác\n10/3/2019\n\nĐầu năm 2016, công ty nộp 2 hồ sơ.\n", None),
        ("Gần hai tháng, chủ đầu tư chưa nộp 12 tỷ đồng\n10/3/2019\n\nCông ty có 3 dự án.\n", None),
        # Months added up to shortly before the day of writing, of which a later sentence tells.
        (
            "Công ty Thủy nông bảo đảm nước tưới\n08/12/2010\n\nHai trận lũ tháng 10 làm vỡ "
            "3 cống. Công ty có 12 "
            "trạm bơm. Công ty cử 32 người ứng trực. Đã sửa 2 trạm.\n\nCũng trong 11 tháng, "
            "doanh thu đạt 74 tỷ "
            "đồng.\n",
            "2010-01-01..2010-11-30",
        ),
    ],
)
def test_period(text: str, expected: str | None) -> None:
    assert period(text) == expected


def test_a_count_of_months_is_not_that_of_the_plan_beside_it() -> None:
    report = vnreport.extract(
        "HĐND xã Tân Phú họp kỳ thứ 6\n26/06/2018\n\nNgày 26/6, HĐND xã Tân Phú đánh giá "
        "kết quả 6 tháng đầu năm, "
        "triển khai nhiệm vụ 6 tháng cuối năm 2018. Trong 6 tháng, xã thu 25 tỷ đồng.\n"
    )
    (measured,) = report.measurements
    assert measured.period is not None
    assert str(measured.period.start) == "2018-01-01"


def test_a_headline_ends_before_its_stamp_and_behind_the_site() -> None:
    text = (
        "Kho bạc đẩy nhanh giải ngân vốn đầu tư công những tháng cuối năm\n08/11/2022 "
        "09:12\n\nĐã chi 9 tỷ đồng.\n"
    )
    assert vnreport.extract(text).document.title == text.partition("\n")[0]
    text = (
        "TRANG THÔNG TIN ĐIỆN TỬ HUYỆN TAM NÔNG\nHội Nông dân huyện: 100% hội viên được "
        "vay vốn\n07/02/2023\n\nSáng 6/2, Hội họp.\n"
    )
    assert vnreport.extract(text).document.title == "Hội Nông dân huyện: 100% hội viên được vay vốn"


def test_a_body_is_named_with_the_word_for_what_it_is() -> None:
    report = vnreport.extract(
        "Hải quan cửa khẩu Sông Tiền bắt giữ 4 vụ vi phạm\n14/12/2018\n\n"
        "Trong tháng 11/2018, Chi cục Hải quan cửa khẩu Sông Tiền bắt giữ 4 vụ.\n"
    )
    assert report.document.publisher == "Chi cục Hải quan cửa khẩu Sông Tiền"


def test_the_committee_of_the_unit_in_the_title_where_no_body_is_named() -> None:
    report = vnreport.extract(
        "Kết quả 2 năm xây dựng nông thôn mới huyện Mường Khương\n15/01/2013\n\nCó 4 xã đạt chuẩn.\n"
    )
    assert report.document.publisher == "Ủy ban nhân dân huyện Mường Khương"


def test_a_month_of_a_bank_is_no_monthly_rate() -> None:
    report = vnreport.extract("Tình hình hoạt động ngân hàng tháng 5\n06/6/2016\n\nDư nợ 98 tỷ đồng.\n")
    assert report.document.period is not None
    assert str(report.document.period.end) == "2016-05-31"


def test_a_branch_that_names_its_own_body_is_not_named_by_both() -> None:
    report = vnreport.extract(
        "VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI TỈNH BÌNH THUẬN\nCHI NHÁNH VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI HUYỆN HÀM TÂN\n"
        "Số: 21/BC-CNVPĐKĐĐ\nHàm Tân, ngày 22 tháng 9 năm 2020\n\n"
        "BÁO CÁO\nTình hình cấp giấy\n\nĐã cấp 42 giấy.\n"
    )
    assert report.document.publisher == "Chi nhánh Văn phòng Đăng ký đất đai huyện Hàm Tân"


def test_who_came_to_a_meeting_is_of_its_day() -> None:
    report = vnreport.extract(
        "Hội Nông dân huyện Tam Nông sơ kết 6 tháng đầu năm 2021\n09/07/2021\n\n"
        "Ngày 08/7, Hội Nông dân huyện Tam Nông tổ chức hội nghị sơ kết 6 tháng đầu năm 2021. Đến dự có "
        "lãnh đạo huyện cùng 42 đại biểu. Hội viên góp 12 tỷ đồng.\n"
    )
    periods = [f"{m.period.start}..{m.period.end}" for m in report.measurements if m.period is not None]
    assert periods == ["2021-07-08..2021-07-08", "2021-01-01..2021-06-30"]
