"""Who reports: by the head, by who is quoted or acts, by whose page it is; and where."""

from __future__ import annotations

import pytest

import vnreport
from tests.timing import is_quick

BODY = "Đã tổ chức 14 lớp tập huấn cho 520 người, kinh phí 310 triệu đồng."


def document(text: str) -> vnreport.report.Document:
    return vnreport.extract(text).document


@pytest.mark.parametrize(
    ("first", "publisher"),
    [
        ("{} cho biết, quý I/2019 tình hình ổn định.", "Trung tâm Y tế huyện Mường Lát"),
        ("Theo {}, quý I/2019 tình hình ổn định.", "Thanh tra tỉnh Ninh Thuận"),
        ("Theo báo cáo nhanh của {}, quý I/2019 có tiến bộ.", "Hội Nông dân huyện Đức Cơ"),
        ("Thông tin từ {}, quý I/2019 rừng được giữ.", "Chi cục Kiểm lâm tỉnh Đắk Nông"),
        ("Sáng 5/4, {} vừa tổ chức hội nghị.", "Bệnh viện Đa khoa tỉnh Tuyên Quang"),
        ("Theo báo cáo 6 tháng đầu năm 2019 của {}, tình hình ổn định.", "Hội Nông dân huyện Đức Cơ"),
        ("Giám đốc {} - cho biết, Chính phủ đã giao đủ vốn.", "Bệnh viện Đa khoa tỉnh Tuyên Quang"),
        ("Chi cục trưởng {} Lê Thị Mai cho biết, rừng được giữ.", "Chi cục Kiểm lâm tỉnh Đắk Nông"),
        ("Theo {} thuộc Bộ Công an, quý I/2019 có tiến bộ.", "Cục Cảnh sát giao thông"),
        ("Kính gửi: Sở Y tế tỉnh Gia Lai\n{} báo cáo kết quả như sau:", "Trung tâm Y tế huyện Mường Lát"),
        ("Sáng 5/4, huyện Tủa Chùa tổ chức hội nghị.", "Ủy ban nhân dân huyện Tủa Chùa"),
    ],
)
def test_the_first_sentence_tells_who_reports(first: str, publisher: str) -> None:
    text = f"Nhiều chỉ tiêu vượt kế hoạch\n\n{first.format(publisher)} {BODY}"
    assert document(text).publisher == publisher


@pytest.mark.parametrize(
    ("head", "publisher", "place"),
    [
        ("SỞ Y TẾ BẠC LIÊU\nCHI CỤC DÂN SỐ", "Chi cục Dân số tỉnh Bạc Liêu", "tỉnh Bạc Liêu"),
        ("UBND HUYỆN TỦA CHÙA\nPHÒNG NỘI VỤ", "Phòng Nội vụ huyện Tủa Chùa", "huyện Tủa Chùa"),
        ("UBND PHƯỜNG KINH BẮC\nHỘI ĐỒNG THẨM ĐỊNH GIÁ ĐẤT",
         "Hội đồng Thẩm định giá đất phường Kinh Bắc", "phường Kinh Bắc"),
        ("TỈNH ỦY HÀ NAM\nBAN TỔ CHỨC", "Ban tổ chức Tỉnh ủy Hà Nam", "tỉnh Hà Nam"),
        ("SỞ Y TẾ KON TUM\nBỆNH VIỆN ĐKKV NGỌC HỒI", "Bệnh viện Đa khoa khu vực Ngọc Hồi", "tỉnh Kon Tum"),
        ("NGÂN HÀNG NHÀ NƯỚC VIỆT NAM\nCHI NHÁNH TỈNH HÀ NAM",
         "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Hà Nam", "tỉnh Hà Nam"),
    ],
)  # fmt: skip
def test_a_body_that_each_unit_has_takes_the_unit_of_its_superior(
    head: str, publisher: str, place: str
) -> None:
    state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 9/BC"
    found = document(f"{head}\n{state}\n\nBÁO CÁO\nKết quả công tác quý I năm 2019\n\n{BODY}\n")
    assert found.publisher is not None
    assert (found.publisher.casefold(), found.place) == (publisher.casefold(), place)


def test_a_weekday_is_no_place_of_signing() -> None:
    text = f"Thứ Hai, 6/5/2024\nKhoa giáo\nThứ Năm, 2/3/2023 14:44\n\nCông tác phòng dịch ở Gia Lai\n\n{BODY}"
    assert str(document(text).published) == "2023-03-02"


def test_a_bracket_quotes_the_report_of_an_agency() -> None:
    source = "Báo cáo số 12/BC-TTr ngày 05/4/2019 của Thanh tra tỉnh Kon Tum"
    text = f"Kết quả tiếp công dân quý I/2019\n\n{BODY}\n(Trích {source})"
    assert document(text).publisher == "Thanh tra tỉnh Kon Tum"


@pytest.mark.parametrize(
    ("banner", "publisher"),
    [
        ("CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN BA BỂ", "Ủy ban nhân dân huyện Ba Bể"),
        ("TRANG THÔNG TIN ĐIỆN TỬ SỞ CÔNG THƯƠNG", "Sở Công Thương"),
    ],
)
def test_a_page_belongs_to_its_owner(banner: str, publisher: str) -> None:
    menu = "Trang chủ | Tin tức | Liên hệ"
    page = f"{banner}\n{menu}\nNhiều chỉ tiêu vượt kế hoạch năm 2019\n05/4/2019 08:15\n\n{BODY}"
    assert (document(page).publisher or "").casefold() == publisher.casefold()


def test_a_fund_in_a_title_is_not_who_reports() -> None:
    text = (
        "Vận động gần 2 tỷ đồng Quỹ vì người nghèo\n\n"
        f"Chiều 14/7/2020, Ủy ban MTTQ Việt Nam huyện Phú Ninh sơ kết công tác. {BODY}"
    )
    assert document(text).publisher == "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Phú Ninh"


@pytest.mark.parametrize(
    ("lines", "publisher", "place"),
    [
        (["HUYỆN ỦY BA TRI", "BAN TUYÊN GIÁO"], "Ban Tuyên giáo Huyện ủy Ba Tri", "huyện Ba Tri"),
        (["ĐOÀN TNCS HỒ CHÍ MINH", "BCH TỈNH BẾN TRE"], "Tỉnh đoàn Bến Tre", "tỉnh Bến Tre"),
        (["HỘI NÔNG DÂN VIỆT NAM", "BCH TỈNH SÓC TRĂNG"], "Hội Nông dân tỉnh Sóc Trăng", "tỉnh Sóc Trăng"),
        (["UBND HUYỆN CẨM XUYÊN", "XÃ CẨM BÌNH"], "Ủy ban nhân dân xã Cẩm Bình", "xã Cẩm Bình"),
        (["BAN CHỈ ĐẠO", "GIẢM NGHÈO TỈNH KON TUM"], "Ban chỉ đạo giảm nghèo tỉnh Kon Tum", "tỉnh Kon Tum"),
        (["BỘ Y TẾ", "CỤC QUẢN LÝ DƯỢC"], "Cục Quản lý Dược", None),
        (["ỦY", "BAN NHÂN DÂN", "TỈNH GIA LAI", "SỞ NỘI VỤ"], "Sở Nội vụ", "tỉnh Gia Lai"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("columns", [False, True])
def test_the_left_column_of_a_head(
    lines: list[str], publisher: str, place: str | None, columns: bool
) -> None:
    right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    if columns:
        rows = [f"{a:<40}{b}" for a, b in zip(lines, [*right, "", ""], strict=False)]
        if len(lines) < 2:
            rows.append(right[1])
    else:
        rows = [*lines, *right]
    town = "Hà Nội" if place is None else "Tam Kỳ"
    head = "\n".join([*rows, f"Số: 45/BC-VP\n{town}, ngày 12 tháng 7 năm 2019"])
    found = document(f"{head}\n\nBÁO CÁO\nKết quả công tác 6 tháng đầu năm 2019\n\n{BODY}")
    assert (found.publisher or "").casefold() == publisher.casefold()
    if place is not None or "BỘ" in lines[0]:
        assert found.place == place


def test_a_bare_province_ends_a_name() -> None:
    text = f"Bệnh viện Nhi đồng Cần Thơ: hoạt động quý I/2019\n\n{BODY} Cử 14 bác sĩ học tại TP. Hồ Chí Minh."
    assert document(text).place == "thành phố Cần Thơ"


@pytest.mark.parametrize("piece", ["SỞ Y TẾ\n", "ỦY ", "Theo báo cáo của ", "(Trích ", "BCH TỈNH ", "a  "])
def test_long_repetitions_take_no_time(piece: str) -> None:
    assert is_quick(lambda: document("Tin tức\n" + piece * (60_000 // len(piece))), 20)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        # Who signs at the close, who may be called, whose own work a part is on.
        (
            "Tin mưa lũ trên các sông\n\nMưa to ở nhiều nơi.\n\nSoát tin: Lê Văn An - Phó Giám đốc "
            "Đài Khí tượng Thủy văn tỉnh Cao Bằng\n",
            "Đài Khí tượng Thủy văn tỉnh Cao Bằng",
        ),
        (
            "Tình hình dịch bệnh trên đàn lợn\n\nCó 14 ổ dịch. Sở Nông nghiệp lập 05 đoàn kiểm tra. "
            "Chi cục Chăn nuôi và Thú y tỉnh Cao Bằng trực 24/24h, điện thoại 0206.385.256.",
            "Chi cục Chăn nuôi và Thú y tỉnh Cao Bằng",
        ),
        (
            "Phong trào kinh tế tập thể năm 2023\n\nCó 617 HTX.\n\nHoạt động của Liên minh HTX tỉnh Hà Nam:\n"
            "- Mở 26 lớp.\nKhen thưởng: Liên minh HTX Việt Nam tặng Cờ cho 02 đơn vị.",
            "Liên minh Hợp tác xã tỉnh Hà Nam",
        ),
        (
            f"KẾT QUẢ QUÝ II NĂM 2019\nCỦA TRUNG TÂM DỊCH VỤ VIỆC LÀM TỈNH KIÊN GIANG\n\n{BODY}",
            "Trung tâm Dịch vụ việc làm tỉnh Kiên Giang",
        ),
        (
            f"KẾ HOẠCH\nPhòng chống lụt bão năm 2020\n"
            f"(Kèm theo Quyết định số 312/QĐ-UBND ngày 20/3/2020 của UBND huyện Sông Mã)\n\n{BODY}",
            "Ủy ban nhân dân huyện Sông Mã",
        ),
        (
            f"BÁO CÁO\nKết quả vụ Đông Xuân xã Vĩnh Thạnh Trung\n\n{BODY}\n\nTM. UBND XÃ\nCHỦ TỊCH\nLê Bé\n",
            "Ủy ban nhân dân xã Vĩnh Thạnh Trung",
        ),
        # The clause before the subject, the paper's sign, the body within another, the source of a page.
        (
            "Thêm vốn cho chị em\n\nNăm 2018, với nhiều cách làm hay và sự giúp đỡ của các cấp, các ngành, "
            "Quỹ Hỗ trợ phụ nữ phát triển tỉnh Kon Tum đã cho 812 hộ vay. Dịp này, Hội LHPN tỉnh tặng quà.",
            "Quỹ Hỗ trợ phụ nữ phát triển tỉnh Kon Tum",
        ),
        (
            "Kết nạp 74 đảng viên mới\n\nTBO - Đến ngày 20-11, Huyện ủy Tiền Hải kết nạp 74 đảng viên. "
            "Đảng bộ xã Đông Minh đã trao quyết định cho 05 người.",
            "Huyện ủy Tiền Hải",
        ),
        (
            "Không có nơi nào vi phạm\n\nMột lãnh đạo Cục Chống tham nhũng thuộc Thanh tra Chính phủ "
            "cho biết cơ quan này đang tổng hợp báo cáo của 41 địa phương.",
            "Cục Chống tham nhũng",
        ),
        (
            f"Tai nạn giảm cả ba mặt quý I/2019\n\n{BODY}\n\nNguồn: Theo Ban ATGT tỉnh",
            "Ban An toàn giao thông tỉnh",
        ),
        (
            "Ngày hội hiến máu\n\nNgày 2/7, Tỉnh đoàn Hà Nam, Hội LHTN Việt Nam tỉnh phối hợp với Bệnh viện "
            "Bạch Mai tổ chức ngày hội hiến máu, thu được 276 đơn vị máu.",
            "Tỉnh đoàn Hà Nam",
        ),
        # The name that stands for the body.
        (
            f"Kết quả công tác năm 2015 của Tòa án nhân dân hai cấp tỉnh Quảng Ngãi\n\n{BODY}",
            "Tòa án nhân dân tỉnh Quảng Ngãi",
        ),
        (
            f"Mặt trận Tổ quốc huyện Đức Huệ sơ kết 6 tháng đầu năm 2021\n\n{BODY}",
            "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Đức Huệ",
        ),
        (
            "Hạt Kiểm lâm Con Cuông giữ rừng\n\nHạt Kiểm lâm huyện Con Cuông đã tuần tra 186 đợt.",
            "Hạt Kiểm lâm huyện Con Cuông",
        ),
    ],
)
def test_who_reports_by_the_close_and_by_the_bodys_own_name(text: str, publisher: str) -> None:
    assert document(text).publisher == publisher


HEADS = [
    ("BỘ XÂY DỰNG\nTHANH TRA BỘ\nSố: 9/BC-TTr", "Thanh tra Bộ Xây dựng"),
    ("SỞ Y TẾ HÀ NAM\nTHANH TRA SỞ\nSố: 9/BC-TTr", "Thanh tra Sở Y tế Hà Nam"),
    ("ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH YÊN BÁI\n***\nSố: 15 TTr/TĐ", "Tỉnh đoàn Yên Bái"),
    ("LIÊN ĐOÀN LAO ĐỘNG\nCÔNG ĐOÀN CƠ SỞ\nCÔNG TY CẤP NƯỚC PHÚ YÊN\nSố: 5/BB",
     "Công đoàn cơ sở Công ty Cấp nước Phú Yên"),
    ("SỞ TÀI CHÍNH\nĐOÀN THANH TRA THEO QĐ SỐ 87\nSố: 9/KL-TTr", "Sở Tài chính"),
    ("UBND HUYỆN GÒ QUAO\nBAN CHỈ ĐẠO CHƯƠNG TRÌNH MTQG\nXÂY DỰNG NÔNG THÔN MỚI\nSố: 9/BC-BCĐ",
     "Ban chỉ đạo chương trình mục tiêu quốc gia xây dựng nông thôn mới huyện Gò Quao"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "name"), HEADS)
def test_offices_and_bodies_within_another(head: str, name: str) -> None:
    state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    text = f"{head}\n{state}\n\nBÁO CÁO\nKết quả quý I\n\nĐã kiểm tra 12 cơ sở.\n"
    publisher = vnreport.extract(text).document.publisher
    assert publisher is not None
    assert publisher.lower() == name.lower()
    assert ("MTQG" in publisher) == ("MTQG" in name)


def test_a_text_on_a_whole_province_is_not_about_its_one_district() -> None:
    text = (
        "Tỷ lệ tốt nghiệp đạt 97,12%\n\nToàn tỉnh có 8.214 thí sinh đỗ tốt nghiệp. Trường nhiều em đỗ nhất "
        "ở huyện Bắc Trà My, thấp nhất là một trường tư thục."
    )
    assert document(text).place is None


def test_an_hour_behind_the_day_in_the_headline() -> None:
    page = f"Sở Công Thương triển khai nhiệm vụ quý IV năm 2018 (11/10/2018 08:19)\n\n{BODY}"
    assert str(document(page).published) == "2018-10-11"


def test_the_term_of_a_council_is_no_period() -> None:
    lead = f"Ngày 26/12, HĐND xã Phú Lạc khóa II, nhiệm kỳ 2021-2026 tổ chức kỳ họp thứ hai. {BODY}"
    assert document(f"Kỳ họp thứ hai HĐND xã Phú Lạc khóa II, nhiệm kỳ 2021-2026\n\n{lead}").period is None


def test_a_commune_with_the_name_of_a_province_is_not_it() -> None:
    text = f"Công nhận 4 xã đạt chuẩn\n\nHôm nay, UBND tỉnh công nhận xã Tam Trà, xã Bình Dương. {BODY}"
    assert document(text).publisher == "Ủy ban nhân dân tỉnh"


def test_who_acts_before_who_speaks() -> None:
    text = (
        "Kết quả sản xuất vụ xuân huyện Mỹ Đức\n\nQuý I năm 2022, Phòng Kinh tế huyện Mỹ Đức, "
        "thành phố Hà Nội đã phối hợp với các xã cấp 12 tấn thóc giống.\n\n"
        "Diện tích gieo cấy đạt 7.150 ha.\n\n"
        "Ông Lê Văn Trang, Phó Chủ tịch UBND huyện, cho biết vụ mùa sẽ gieo 6.900 ha.\n"
    )
    assert document(text).publisher == "Phòng Kinh tế huyện Mỹ Đức"


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        # A sector that acts is known by the body that leads it.
        ("Quý II/2019, toàn ngành Thanh tra tỉnh Kon Tum đã triển khai 31 cuộc thanh tra.",
         "Thanh tra tỉnh Kon Tum"),
        ("Năm 2018, ngành Kiểm sát nhân dân tỉnh Bến Tre đã thụ lý 640 vụ án.",
         "Viện kiểm sát nhân dân tỉnh Bến Tre"),
        ("Năm 2018, ngành Kiểm sát tỉnh đã phối hợp tổ chức 24 phiên tòa.", "Viện kiểm sát nhân dân tỉnh"),
        # Whose figures the text gives.
        ("Tổng dư nợ của Ngân hàng Chính sách xã hội huyện Đam Rông đạt 310 tỷ đồng, tăng 14 tỷ đồng.",
         "Ngân hàng Chính sách xã hội huyện Đam Rông"),
        # A body in a list of amounts, or that another asks or goes through, does not report.
        ("Trong đó, vốn qua Hội Cựu chiến binh 412 tỷ đồng, Đoàn Thanh niên 308 tỷ đồng.", None),
        ("Đã trả hồ sơ 4 vụ, yêu cầu Cơ quan Điều tra bổ sung 12 chứng cứ.", None),
        ("Trong năm qua Công an xã Tân Hà đã xử phạt 41 trường hợp.", "Công an xã Tân Hà"),
    ],
)  # fmt: skip
def test_a_body_that_does_not_act_by_name(text: str, publisher: str | None) -> None:
    assert document(f"Nhiều kết quả đáng ghi nhận\n\n{text}").publisher == publisher


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Đắk Song: Thu thuế đạt khá", "huyện Đắk Song"),
        # A name without a district's level in the text may be anyone's.
        ("Hoa Lan: Thu thuế đạt khá", None),
    ],
)
def test_a_district_may_open_the_title_by_its_bare_name(title: str, place: str | None) -> None:
    assert document(f"{title}\n\nTrong quý I/2019, toàn huyện thu 41 tỷ đồng.").place == place


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Vườn quốc gia Núi Tượng: Cứu hộ 12 cá thể rùa\n\nRùa được chăm sóc 2 tuần rồi thả về rừng.",
         "Vườn quốc gia Núi Tượng"),
        ("Tàu cá cập bến tăng mạnh\n\nTheo Ban Quản lý Cảng cá Sông Đốc, có 312 lượt tàu cập bến.",
         "Ban Quản lý Cảng cá Sông Đốc"),
        ("Chi bộ Quân sự thị trấn Lim nâng cao chất lượng sinh hoạt\n\nHiện có 12 đảng viên đang sinh hoạt.",
         "Chi bộ Quân sự thị trấn Lim"),
        ("Vụ án mạng ở Tam Sơn: Bắt nghi phạm\n\nCông an huyện Tam Đường đã bắt nghi phạm sau 5 giờ.",
         "Công an huyện Tam Đường"),
        ("Rau vụ đông được giá\n\nÔng Lê Văn Hải, Trưởng phòng Kinh tế thị xã Hòa Thành cho biết có 312 ha.",
         "Phòng Kinh tế thị xã Hòa Thành"),
        ("Trạm Y tế phường 7 khám cho 120 người\n\nTrạm Y tế phường 7, thành phố Mỹ Tho khám cho 120 cụ.",
         "Trạm Y tế phường 7"),
        ("Mặt trận trao nhà\n\nNgày 5/4, Ủy ban MTTQ huyện Ba Chẽ tổ chức trao 12 nhà cho hộ nghèo.",
         "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Ba Chẽ"),
        ("Kiểm tra 12 cơ sở\n\nĐoàn liên ngành do Phòng Y tế huyện Ba Chẽ làm trưởng đoàn kiểm tra 12 cơ sở.",
         "Phòng Y tế huyện Ba Chẽ"),
    ],
)  # fmt: skip
def test_bodies_by_their_place_in_the_text(text: str, publisher: str) -> None:
    assert document(text).publisher == publisher


def test_a_name_is_no_part_of_a_longer_one_that_has_a_level() -> None:
    text = "Hội đàm Việt - Mỹ về cá\n\nĐoàn đã thăm xã Mỹ Hòa, tỉnh Vĩnh Long. Tỉnh Vĩnh Long có 12 làng."
    assert document(text).place == "tỉnh Vĩnh Long"


def test_a_bank_among_other_figures_publishes_nothing() -> None:
    text = (
        "1. Thu ngân sách: tổng thu ngân sách nhà nước đạt 812 tỷ đồng, bằng 64% dự toán.\n"
        "2. Tín dụng: dư nợ của Ngân hàng Chính sách xã hội là 310 tỷ đồng, tăng 14 tỷ đồng.\n"
    )
    assert vnreport.extract(text).document.publisher is None


def test_a_newspaper_is_named_by_the_head_of_its_page() -> None:
    page = (
        "BÁO HÀ NAM ĐIỆN TỬ - Cơ quan ngôn luận của Đảng bộ tỉnh Hà Nam\nTrang chủ / Kinh tế\n"
        "Huyện Bình Lục sau 5 năm làm nông thôn mới\nThứ Ba, 12-10-2021\n"
        f"UBND huyện Bình Lục cho biết, năm 2020 huyện có 18 xã về đích. {BODY}"
    )
    assert document(page).publisher == "Báo Hà Nam"


def test_a_mail_says_who_sent_it() -> None:
    mail = (
        "Từ: Chi cục Thủy lợi tỉnh Nam Định\nGửi: Sở Nông nghiệp và PTNT; UBND tỉnh\n"
        "Ngày gửi: 12/9/2008 16:30\nChủ đề: Báo nhanh\n\n"
        f"BÁO CÁO NHANH về tình hình đê điều\n(số liệu đến 15h ngày 12/9/2008)\n\n{BODY}"
    )
    found = document(mail)
    assert found.publisher == "Chi cục Thủy lợi tỉnh Nam Định"
    assert found.title == "BÁO CÁO NHANH về tình hình đê điều"
    assert str(found.period.start if found.period else "") == "2008-09-12"


def test_the_path_of_a_page_is_no_title() -> None:
    page = (
        "SỞ Y TẾ TỈNH HÀ NAM\nTrang chủ | Giới thiệu | Tin tức\nTin tức - Sự kiện >> Y tế dự phòng\n"
        "Thứ Sáu, ngày 11/08/2017, 16:20\nNgành y tế Hà Nam mở chiến dịch diệt lăng quăng trên toàn tỉnh\n"
        f"Cỡ chữ: A- A A+ | Lượt xem: 1.274\nSở Y tế vừa phát động chiến dịch. {BODY}"
    )
    assert document(page).title == "Ngành y tế Hà Nam mở chiến dịch diệt lăng quăng trên toàn tỉnh"
