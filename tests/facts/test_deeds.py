"""The verb that governs a number, what a weak noun takes of it, and the agency that acts."""

from __future__ import annotations

import pytest

import vnreport


def measured(text: str) -> list[vnreport.report.Measurement]:
    return vnreport.extract(text).measurements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # With its object, up to a preposition or a number, and with the verbs beside it.
        ("Khám sức khỏe định kỳ cho 410 cụ.", ["Khám sức khỏe định kỳ"]),
        ("Chi cục phát hiện, bắt giữ 17 vụ với 21 đối tượng.", ["phát hiện, bắt giữ"] * 2),
        ("Tổ công tác kiểm tra 8 quầy, tháo dỡ 3 mái che.", ["kiểm tra", "tháo dỡ"]),
        ("Trong năm, huyện đã thi hành kỷ luật 6 đảng viên.", ["thi hành kỷ luật"]),
        ("Hộ kinh doanh bị phạt vi phạm hành chính 9 triệu đồng.", ["phạt vi phạm hành chính"]),
        # A list of nouns is one object; what is paid out is a noun; what those counted do is theirs.
        ("Giải quyết chế độ thai sản, ốm đau, tai nạn cho 310 lượt người.", ["Giải quyết chế độ thai sản"]),
        ("Chi trả lương hưu và trợ cấp tuất cho 75 người.", ["Chi trả lương hưu và trợ cấp tuất"]),
        ("Cấp 90 thẻ. Chi trả lương hưu, trợ cấp cho 75 người.", ["Cấp", "Chi trả lương hưu"]),
        ("Cử 4 viên chức đi bồi dưỡng, tuyển dụng 2 viên chức.", ["Cử", "tuyển dụng"]),
        ("Từ đầu năm đến nay ghi nhận 7 ca.", ["ghi nhận"]),
        # The stroke of a code parts nothing; a body that is named by its deed does it.
        ("Chi trả theo Quyết định 23/2021/QĐ-TTg cho 510 người.", ["Chi trả"]),
        ("Tổ hòa giải hòa giải thành 19 vụ.", ["hòa giải thành"]),
        # Compounds that only hold a verb.
        ("Trực tiếp 25 người, dịch bệnh tái phát tại 2 thôn.", [None, None]),
        # What another body does in between is not coordinated with it, and "thì" ends an object.
        ("Chi cục dự 3 đợt kiểm tra do Sở Y tế chủ trì, tham gia 5 buổi.", ["dự", "tham gia"]),
        ("Trong số 60 quầy được kiểm tra thì có 9 quầy vi phạm.", [None, "kiểm tra"]),
        # Words of their own name cases, and nobody who reports did them.
        (
            "Phát hiện 9 vụ: trộm cắp xe máy 5 vụ, lừa đảo qua mạng xã hội 4 vụ.",
            ["Phát hiện", None, None],
        ),
        # An offence is nobody's deed either; what is dealt with may be one.
        (
            "Khai thác cát trái phép 6 vụ, xử lý khai thác đá trái phép 3 vụ.",
            [None, "xử lý khai thác đá trái phép"],
        ),
        # What sums up stands between a verb and its number; what is said to be so many is no deed.
        ("Công an xã phát hiện, bắt giữ, tổng số 31 vụ đánh bạc.", ["phát hiện, bắt giữ"]),
        ("Cấp lại thẻ bảo hiểm y tế là 412 thẻ.", [None]),
        ("Ngập lụt đã khiến 14 người chết.", ["khiến"]),
        # Who is charged with a deed does it; a refusal is one verb; the comma of a verb of two parts.
        ("Đơn vị được giao chủ trì thực hiện 9 cuộc kiểm toán.", ["chủ trì thực hiện"]),
        ("Viện kiểm sát không phê chuẩn 12 lệnh bắt.", ["không phê chuẩn"]),
        ("Các đội đã thanh tra, kiểm tra và xử lý 27 vụ buôn lậu.", ["thanh tra, kiểm tra và xử lý"]),
        # An organisation that pays is no verb.
        (
            "Tổng số tiền phạt 96 triệu đồng, trong đó tổ chức 44 triệu đồng, cá nhân 52 triệu đồng.",
            [None] * 3,
        ),
        # Words of degree do not belong to it, nor does a label before a colon or the noun of the indicator.
        ("Ghi nhận thêm 31 ca sởi.", ["Ghi nhận"]),
        ("Lắp đặt camera giám sát: 45/50 bản; đã nghiệm thu: 12 bản.", [None, "nghiệm thu"]),
        ("Chi trả trợ cấp hằng tháng cho 62 cụ.", ["Chi trả trợ cấp"]),
        # A noun of indicators that is not what is counted belongs to its verb.
        ("Hỗ trợ tiền điện cho 85 hộ.", ["Hỗ trợ tiền điện"]),
        ("Bàn giao nhà ở 12 hộ.", ["Bàn giao nhà ở"]),
        ("Đơn vị nộp ngân sách 2,4 tỷ đồng.", ["nộp"]),
        # A verb that says of what sort a noun is governs nothing.
        ("Cháy cơ sở sản xuất 4 vụ.", [None]),
        ("Thu ngân sách đạt 61 tỷ đồng.", [None]),
        # Behind its counts it holds for all of them; a clause of their own says only which ones.
        ("Dịp này, 14 tập thể, 32 cá nhân được khen thưởng.", ["khen thưởng"] * 2),
        ("45 con bò, 610 con gà bị cuốn trôi.", ["cuốn trôi"] * 2),
        # What there is was done by nobody; a clause that says when governs nothing.
        ("Đảng bộ kết nạp 19 đảng viên, có 7 chi bộ.", ["kết nạp", None]),
        ("Sau khi sáp nhập, xã có 15 xóm, 2 chợ.", ["có"] * 2),
        ("Toàn huyện hiện có 27 lớp học.", ["có"]),
        ("Trong quý có 6 dự án, trong đó có 2 dự án mới.", [None] * 2),
        ("Qua thanh tra, phát hiện 4 vụ.", ["phát hiện"]),
        # A verb behind "và" goes on with the one before only where that has no object.
        ("Chi bộ phát hiện sai phạm và thi hành kỷ luật 3 đảng viên.", ["thi hành kỷ luật"]),
        ("Lực lượng phát hiện và phá hủy 6 lò than.", ["phát hiện và phá hủy"]),
        # Behind a noun that could be counted it governs a count that says itself what it counts.
        ("Tổng đài tiếp nhận 56 phản ánh.", ["tiếp nhận"]),
        ("Sạt lở đất đã làm hỏng 4 cây cầu.", ["làm hỏng"]),
        ("Đường dây nóng nhận 37 phản ánh.", ["nhận"]),
        ("Hội chợ quy tụ 52 gian hàng.", ["quy tụ"]),
        # All verbs of a row govern, those with a verb of their own before them too.
        ("Tổ theo dõi, đôn đốc, kiểm tra 24 hợp đồng.", ["theo dõi, đôn đốc, kiểm tra"]),
        ("Đội phạt bổ sung, truy thu 61 triệu đồng.", ["phạt bổ sung, truy thu"]),
        ("Lực lượng kiểm soát phát hiện, bắt giữ 7 vụ.", ["phát hiện, bắt giữ"]),
        ("Công an phát hiện 40 vụ, điều tra, làm rõ 31 vụ trộm cắp.", ["phát hiện", "điều tra, làm rõ"]),
        # What stands in brackets governs nothing behind them.
        (
            "Huyện kỷ luật 9 chi bộ (khiển trách 6, cảnh cáo 3) và 12 đảng viên.",
            ["kỷ luật", "khiển trách", "cảnh cáo", "kỷ luật"],
        ),
        # A noun behind the number leaves the verb before it.
        ("Tỉnh bố trí 7 tỷ đồng vốn đối ứng.", ["bố trí"]),
        ("Thu hồi 18 triệu đồng tiền hỗ trợ sai.", ["Thu hồi"]),
        ("Ngân hàng giải ngân số tiền 6 tỷ đồng cho 41 hộ.", ["giải ngân"] * 2),
        ("Vận động Quỹ Vì người nghèo 3 tỷ đồng.", ["Vận động"]),
        # What reaches a level is a noun; what a document is about is no deed.
        ("Cho vay hộ cận nghèo đạt 81 tỷ đồng.", [None]),
        ("Tổng đàn trâu hiện có 2.140 con.", [None]),
        (
            "Ban hành 15 văn bản về thu hồi đất, gửi công văn về xử lý đơn thư 21 lượt.",
            ["Ban hành", "gửi công văn"],
        ),
        # A verb that may be a noun elsewhere governs what stands right behind it, and goes on to the next.
        ("Hội viên nấu 90 suất cơm, gói 320 chiếc bánh, 40 chiếc giò.", ["nấu", "gói", "gói"]),
        ("Bão làm đổ 3 cột điện, trôi 12 bè cá.", ["làm đổ", "trôi"]),
        ("Công ty bao tiêu 85 tấn nhãn. Tổ thu 4 gói thầu mẫu.", ["bao tiêu", "thu"]),
        ("- 61 ngôi nhà bị ngập, vùi lấp.", ["ngập, vùi lấp"]),
        # Who has something now, and what an office holder gives.
        ("Hiện huyện có 14 trạm bơm.", ["có"]),
        ("Dịp này, 4 cá nhân được Thủ tướng Chính phủ tặng Bằng khen.", ["tặng Bằng khen"]),
        ("Hơn 60 hộ đã nhận hơn 21 ha đất rừng.", ["nhận", "nhận"]),
        # A verb that a conjunction parts from the number tells of the one before.
        ("Vụ nổ làm 2 người thiệt mạng và 7 người bị thương.", ["làm"] * 2),
        # What was caused goes on; a noun of work governs nothing.
        ("Bão làm 6 người chết, 21 nhà bị sập.", ["làm"] * 2),
        ("Tỉnh mở 3 lớp trong công tác quản lý, sử dụng đất và 5 hội thảo.", ["mở"] * 2),
        # Levels, courses and bodies that hold a verb are none.
        ("Bão cấp 8 làm sập 19 ngôi nhà.", ["làm sập"]),
        ("Một tổ chức lấn chiếm 6 ha đất.", ["lấn chiếm"]),
        ("Thanh tra đề nghị cấp có thẩm quyền thu hồi 4 tỷ đồng.", ["thu hồi"]),
        # A name, or an agency that is called by what it does, is no verb.
        ("Viện kiểm sát ban hành 7 kiến nghị.", ["ban hành"]),
        ("Xã Tân Lập 12 hộ.", [None]),
        # What befell people is nobody's deed; brackets that are closed govern nothing behind them.
        ("Xảy ra 9 vụ, chết 5 người, bị thương 3 người.", ["Xảy ra", None, None]),
        ("Khởi tố 34 vụ (sửa đổi năm 2017) và 3 vụ khác.", ["Khởi tố"] * 2),
        # Money is spent on what the next verb says; who is asked, and to do what, are not of the deed.
        ("Xã bố trí kinh phí mua 50 lít hóa chất.", ["mua"]),
        ("Đề nghị Trung ương hỗ trợ 60 tấn gạo.", ["hỗ trợ"]),
        ("Đề nghị UBND các huyện chỉ đạo gieo cấy 900 ha lúa.", ["gieo cấy"]),
        # Prizes are won, fees are taken in, and all of a unit has what it has.
        ("Đội tuyển đạt 3 giải Nhất, 5 giải Ba.", ["đạt"] * 2),
        ("Thu lệ phí 64 triệu đồng.", ["Thu"]),
        ("Năm học 2015 - 2016 toàn huyện có 13 trường.", ["có"]),
        ("Sau rà soát còn thiếu 12 giáo viên.", ["thiếu"]),
        ("Trên địa bàn hiện có 31 chợ, 5 siêu thị.", ["có"] * 2),
        ("Toàn huyện nay có 7 tuyến đường dài 60 km.", ["có", None]),
        ("Biên chế hiện có 24 người.", ["có"]),
        # What those who are counted do of themselves.
        ("Qua thảo luận, 31 đại biểu đều nhất trí.", ["nhất trí"]),
        ("Mở 2 lớp, 90 người tham gia.", ["Mở", "tham gia"]),
        # Verbs that count only right before their number.
        ("Trạm đã cân 530 xe; rà lại 17 hồ sơ; thảm 4 km mặt đường.", ["cân", "rà lại", "thảm"]),
        # What is said of the number before does not open the next deed.
        ("Kiểm tra 46 cơ sở, 41 cơ sở đạt, phạt 3 cơ sở.", ["Kiểm tra", "Kiểm tra", "phạt"]),
    ],
)
def test_the_verb_that_governs(text: str, expected: list[str | None]) -> None:
    assert [fact.action for fact in measured(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # However long the verb is; with its object where the noun counts what was done.
        ("Tước giấy phép lái xe 41 trường hợp.", "Tước giấy phép lái xe trường hợp"),
        ("Khởi tố hình sự 2 vụ.", "Khởi tố vụ"),
        ("Xử phạt vi phạm hành chính 210 vụ.", "Xử phạt vụ"),
        ("Phát hiện và bắt giữ 2 vụ.", "bắt giữ vụ"),
        # What is said of the thing belongs to it.
        ("Lâm sản bị thiệt hại 117 m3.", "Lâm sản bị thiệt hại"),
        ("Nộp ngân sách Nhà nước 91 triệu đồng.", "Nộp ngân sách Nhà nước"),
        # A bare count before the share in brackets belongs to the label.
        ("Kỷ luật đảng viên: khiển trách 28 (chiếm 45%), cảnh cáo 21 (34%).", "cảnh cáo"),
        ("Vi phạm chủ yếu: tham nhũng: 5 (7%).", "tham nhũng"),
        ("Tốc độ tăng trưởng đạt từ 7% trở lên.", "Tốc độ tăng trưởng"),
        ("Kinh phí giải phóng mặt bằng 19 tỷ đồng.", "Kinh phí giải phóng mặt bằng"),
        ("Năng suất ngô vụ xuân 48 tạ/ha; vụ hè thu đạt 41 tạ/ha.", "Năng suất ngô vụ hè thu"),
        ("Vốn vay nhà ở xã hội 4 tỷ đồng.", "Vốn vay nhà ở xã hội"),
        # The rate of a price belongs to it.
        ("Giá gạo 12.000 đồng/kg, thịt bò 240.000 đồng/kg.", "thịt bò"),
        # The share of a chain of counts is that of its first.
        ("Tổng dư nợ là 61 tỷ đồng/940 hộ vay/31 tổ, đạt 99% kế hoạch.", "Tổng dư nợ"),
        # A clause that stands before a comma names nothing behind it.
        ("Quy mô trường lớp được mở rộng, đến nay xã có 5 trường.", "trường"),
    ],
)
def test_what_is_counted(text: str, expected: str) -> None:
    assert measured(text)[-1].indicator == expected


def test_items_with_their_numbers_in_brackets_name_themselves() -> None:
    facts = measured(
        "Dư nợ tăng ở các chương trình: hộ nghèo (27 tỷ đồng), nước sạch nông thôn (31 tỷ đồng)."
    )
    assert [fact.indicator for fact in facts] == ["hộ nghèo", "nước sạch nông thôn"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Of agencies in a row the first acts; who only helps or was present does not.
        ("Sở Y tế phối hợp với Công an tỉnh mở 5 lớp.", "Sở Y tế"),
        ("Thanh tra Sở Xây dựng, Sở Nội vụ kiểm tra 12 hồ sơ.", "Thanh tra Sở Xây dựng"),
        ("Tham dự hội nghị có: Sở Y tế, Sở Nội vụ và 120 đại biểu.", "Sở Tư pháp"),
        # The office that acts stands for its agency, and an item for its label.
        ("Chủ tịch UBND huyện Ba Bể tặng giấy khen cho 12 tập thể.", "Ủy ban nhân dân huyện Ba Bể"),
        ("+ Đồn Biên phòng Sen Thượng: 34 vụ.", "Đồn Biên phòng Sen Thượng"),
        ("b) Cục Thống kê tỉnh điều tra 42 cơ sở.", "Cục Thống kê tỉnh"),
        # Figures are those of their source, but for a part of who reports.
        ("Số liệu của Cục Thuế tỉnh cho thấy còn nợ 9 tỷ đồng.", "Cục Thuế tỉnh"),
        ("Theo báo cáo của Phòng Công chứng, cả quý chứng thực 60 hợp đồng.", "Sở Tư pháp"),
        # What somebody says of his agency is told by it.
        (
            "Bà Lê Thị Mơ, Phó Giám đốc Sở Y tế, cho biết: tháng qua khám cho 640 lượt người.",
            "Sở Y tế",
        ),
        ("Ông Hà Văn Ba (Giám đốc Sở Y tế) thừa nhận còn 12 trạm thiếu bác sĩ.", "Sở Y tế"),
        # What others are asked for is wanted by the one who asks; what was given was given by others.
        ("Đề nghị Sở Nội vụ giao biên chế, Sở Tài chính bổ sung 70 triệu đồng.", "Sở Tư pháp"),
        ("Kiến nghị: UBND tỉnh bố trí 2 tỷ đồng.", "Sở Tư pháp"),
        ("Trong năm được Bộ Tư pháp tặng 3 Bằng khen.", "Bộ Tư pháp"),
    ],
)
def test_who_acts(text: str, expected: str) -> None:
    title = "Báo cáo công tác tháng 5 năm 2020 của Sở Tư pháp\n\n"
    assert measured(title + text)[-1].organization == expected
