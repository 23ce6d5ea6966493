"""The parts of a document: title, head, date line, closing block, heading tree."""

# Long lines are documents as they are found.
# ruff: noqa: E501

from __future__ import annotations

from textwrap import dedent

import pytest

from vnreport.layout import Layout, analyse

OFFICIAL = dedent("""\
    UBND TỈNH AN HẢI\t\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ Y TẾ\t\t\tĐộc lập - Tự do - Hạnh phúc
    Số: 145/BC-SYT\t\tAn Hải, ngày 05 tháng 7 năm 2017

    BÁO CÁO
    Kết quả công tác y tế 6 tháng đầu năm 2017

    Kính gửi:
    - Bộ Y tế;
    - UBND tỉnh.

    Sở Y tế báo cáo kết quả công tác như sau:
    I. KẾT QUẢ
    1. Khám bệnh
    Khám cho 12.450 lượt người.
    II. NHIỆM VỤ
    Tiếp tục phòng, chống dịch./.

    Nơi nhận:
    - Như trên;
    - Lưu: VT.
    KT. GIÁM ĐỐC
    PHÓ GIÁM ĐỐC
    Lê Thị Hòa
    """)
PAGE = dedent("""\
    Trang chủ > Tin tức
    Huyện Sơn Tây sơ kết công tác thuế
    Thứ ba, 12/07/2016 | 08:30 | Lượt xem: 12
    Sáng 11/7, Chi cục Thuế huyện tổ chức hội nghị sơ kết 6 tháng đầu năm 2016.
    """)
FLAT = (
    "UBND HUYỆN THÁI AN PHÒNG GIÁO DỤC ------ CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
    "Thái An, ngày 07 tháng 12 năm 2010 BÁO CÁO TÌNH HÌNH TRƯỜNG LỚP Thực hiện kế hoạch, nhà trường báo cáo "
    "kết quả kiểm tra 12 phòng học."
)


def part(layout: Layout, name: str) -> str | None:
    span = getattr(layout, name)
    return None if span is None else " ".join(layout.text[slice(*span)].split())


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (OFFICIAL, "title", "BÁO CÁO Kết quả công tác y tế 6 tháng đầu năm 2017"),
        (OFFICIAL, "dateline", "An Hải, ngày 05 tháng 7 năm 2017"),
        (PAGE, "title", "Huyện Sơn Tây sơ kết công tác thuế"),
        (PAGE, "dateline", "Thứ ba, 12/07/2016 | 08:30 | Lượt xem: 12"),
        (PAGE, "head", None),
        (PAGE, "signature", None),
        (FLAT, "title", "BÁO CÁO TÌNH HÌNH TRƯỜNG LỚP"),
        (FLAT, "dateline", "Thái An, ngày 07 tháng 12 năm 2010"),
        ("Báo cáo kết quả năm 2016\nBáo cáo kết quả năm 2016\nNăm 2016 xã có 12 hộ nghèo.", "title",
         "Báo cáo kết quả năm 2016"),
        ("Sở đã tổ chức 02 lớp tập huấn.\nCó 120 người dự.", "title", None),
        ("", "title", None),
        ("Số: 12/SYT-KH\nV/v báo cáo quý I\nCộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\nSở báo cáo.",
         "title", "V/v báo cáo quý I"),
        (OFFICIAL.replace("năm 2017\n\nKính", "\nNăm học 2016 - 2017\n\nKính", 1), "title",
         "BÁO CÁO Kết quả công tác y tế 6 tháng đầu Năm học 2016 - 2017"),
        (OFFICIAL.replace("năm 2017\n\nKính", "năm 2017\n(Từ ngày 01/01 đến ngày 30/6/2017)\n\nKính", 1), "title",
         "BÁO CÁO Kết quả công tác y tế 6 tháng đầu năm 2017"),
        ("UBND HUYỆN BA TƠ\nPHÒNG Y TẾ\nSố: 9/YT\nV/v báo cáo kết quả thực hiện\n\nChương trình tiêm chủng quý I\n\n"
         "Kính gửi: Sở Y tế\n\nĐã tiêm chủng cho 312 trẻ em của huyện.", "title",
         "V/v báo cáo kết quả thực hiện Chương trình tiêm chủng quý I"),
        ("HUYỆN ỦY BA TƠ BAN DÂN VẬN ĐẢNG CỘNG SẢN VIỆT NAM Số: 9-BC/BDV Ba Tơ, ngày 08 tháng 12 năm 2022 "
         "BÁO CÁO Kết quả công tác dân vận năm 2022\n\nĐã vận động 312 hộ hiến đất.", "title",
         "BÁO CÁO Kết quả công tác dân vận năm 2022"),
    ],
)  # fmt: skip
def test_part(text: str, name: str, expected: str | None) -> None:
    assert part(analyse(text), name) == expected


def test_head_and_signature_of_an_official_document() -> None:
    layout = analyse(OFFICIAL)
    head, signature = part(layout, "head"), part(layout, "signature")
    assert head is not None
    assert head.startswith("UBND TỈNH AN HẢI")
    assert head.endswith("năm 2017")
    assert signature == "Nơi nhận: - Như trên; - Lưu: VT. KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê Thị Hòa"
    assert [s.kind for s in layout.sections] == ["head", "body", "head", *["body"] * 4, "signature"]


def tree(text: str) -> list[tuple[int, str]]:
    return [(s.level, s.heading) for s in analyse(text).sections if s.kind == "body" and s.heading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OFFICIAL, [(1, "I. KẾT QUẢ"), (2, "1. Khám bệnh"), (1, "II. NHIỆM VỤ")]),
        ("A. CHUNG\nI. Kinh tế\nTăng 5%.\nII. Xã hội\nỔn định.\nB. RIÊNG\nI. Y tế\nTốt.",
         [(1, "A. CHUNG"), (2, "I. Kinh tế"), (2, "II. Xã hội"), (1, "B. RIÊNG"), (2, "I. Y tế")]),
        ("I. KINH TẾ\nA. Nông nghiệp\nTốt.\nB. Công nghiệp\nTốt.\nII. XÃ HỘI\nTốt.",
         [(1, "I. KINH TẾ"), (2, "A. Nông nghiệp"), (2, "B. Công nghiệp"), (1, "II. XÃ HỘI")]),
        ("1. Thu ngân sách\n1.1. Thu nội địa\nĐạt 5 tỷ đồng.\n1.2 Thu khác\nĐạt 2 tỷ đồng.\n2. Chi\nĐạt 4 tỷ đồng.",
         [(1, "1. Thu ngân sách"), (2, "1.1. Thu nội địa"), (2, "1.2 Thu khác"), (1, "2. Chi")]),
        ("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nQuy định này nêu phạm vi.\nĐiều 2. Ban hành kèm theo Quyết định này Quy chế.",
         [(1, "Chương I\nQUY ĐỊNH CHUNG"), (2, "Điều 1. Phạm vi"), (2, "Điều 2.")]),
        ("Về y tế: Sở đã khám bệnh cho 1.200 lượt người nghèo trong tỉnh.\nVề giáo dục: Sở đã tặng 300 suất quà cho học sinh.",
         [(1, "Về y tế:"), (1, "Về giáo dục:")]),
        ("Xã có:\n1. Dân số: 8.214 người\n2. Số hộ: 2.105 hộ\n- Hộ nghèo: 12 hộ", []),
        ("a) Cấp 12 giấy phép;\nb) Thu hồi 3 giấy phép;\n1.750 thuê bao mới\n2.5 tỷ đồng", []),
        ("Ngày 15/7/2017 họp.\n15/7 họp lần hai.\nĐiều 5 Nghị định số 09/2017/NĐ-CP quy định rõ.", []),
    ],
)  # fmt: skip
def test_heading_tree(text: str, expected: list[tuple[int, str]]) -> None:
    assert tree(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Tổng số: 15 vụ", "Hôm nay: 57 ca", "Tổng số: 389", "Năm 2020: 1.290", "Liên hệ với nhà thầu để đẩy nhanh tiến độ.",
        "Số lượt truy cập cổng thông tin tăng 12% so với cùng kỳ.", "I. Thông báo", "1. Giới thiệu", "- Tin tức: 12 bài",
        "Tham gia Đoàn liên ngành 389 của tỉnh.", "Nguồn vốn: ngân sách tỉnh", "Địa chỉ: thôn 4, xã Hòa Bình",
        "Đăng tải 987 tin, bài trên trang chủ của Cổng thông tin.", "1 | Thôn Đông | 512 | 9", "Tác giả: ông Lê Văn Minh",
    ],
)  # fmt: skip
def test_text_is_no_boilerplate(line: str) -> None:
    text = f"Sở đã tổ chức kiểm tra 12 đơn vị trên địa bàn tỉnh trong quý I.\n{line}\nCác đơn vị chấp hành tốt quy định của pháp luật hiện hành."
    assert not list(analyse(text).boilerplate)


@pytest.mark.parametrize(
    "line",
    [
        "Tất cả: 3126083A- A A+ | Chia sẻ bài viết lên facebook", "Lượt xem: 1.234", "7331 Lượt xem", "Đang online: 12",
        "Cỡ chữ: A- A A+", "Trang chủ » Tin tức » Y tế", "Bình luận (0)", "Xem thêm: Hội nghị sơ kết", "Trang 3/12",
        "Các đại biểu dự hội nghị. Ảnh: Minh Tâm", "Chia sẻ bài viết qua email", "Tổng lượt truy cập: 9.812.440",
    ],
)  # fmt: skip
def test_frame_is_boilerplate_anywhere(line: str) -> None:
    before = "Sở đã tổ chức kiểm tra 12 đơn vị trên địa bàn tỉnh trong quý I."
    layout = analyse(f"{before}\n{line}\n{before}")
    assert [layout.text[a:b] for a, b in layout.boilerplate] == [line]


@pytest.mark.parametrize(
    ("frame", "title"),
    [
        (
            "SỞ Y TẾ TỈNH | Hotline: 0221.386.299\nTrang chủ > Tin tức\nThứ Tư, ngày 14/01/2026 | 10:30 | [In]",
            "",
        ),
        (
            "Thứ Sáu, 29/8/2025 | Chào mừng bạn đến với Trang tin xã Đức Trọng\nTrang chủ Giới thiệu Tin tức",
            "",
        ),
        ("Sở Y tế\nTrang chủ | Giới thiệu | Tin tức | Thông tin công khai | Cấp phép hành nghề", ""),
        ("SỞ NỘI VỤ", "Phụ lục 2: Kết quả công tác nội vụ"),
        ("Ban Quản lý dự án bồi thường di dân, tái định cư và phát triển đô thị tỉnh Lai Châu", ""),
    ],
)
def test_what_stands_above_the_title(frame: str, title: str) -> None:
    title = title or "Kết quả thực hiện nhiệm vụ trọng tâm"
    text = f"{frame}\n{title} năm 2025\n\nTrong năm đã khám cho 1.200 lượt người dân của huyện.\n"
    found = analyse(text).title
    assert found is not None
    assert text[found[0] : found[1]] == f"{title} năm 2025"


def test_a_title_goes_on_behind_a_semicolon() -> None:
    lines = [
        "BÁO CÁO",
        "Tình hình các khu công nghiệp",
        "tháng 11 và 11 tháng năm 2021;",
        "nhiệm vụ tháng 12 năm 2021",
    ]
    text = "\n".join([*lines, "", "Các khu công nghiệp thu hút 3 dự án với 120 lao động."])
    assert part(analyse(text), "title") == " ".join(lines)


def test_menu_and_text_on_one_line() -> None:
    text = "Trang chủ Giới thiệu Liên hệ Sở đã tổ chức kiểm tra 12 đơn vị trên địa bàn tỉnh trong quý I."
    layout = analyse(text)
    assert [text[a:b] for a, b in layout.boilerplate] == ["Trang chủ Giới thiệu Liên hệ"]


def test_wrapped_lines_are_one_sentence() -> None:
    text = "Sở đã ban hành 03 văn bản hướng dẫn thực hiện Nghị định số\n34/2016/NĐ-CP của Chính phủ và phối hợp với Hội Luật gia\ntổ chức 12 hội nghị cho 2.350 lượt người tại chín huyện và\nthành phố trong tỉnh; cấp phát tài liệu cho các xã vùng cao\ncủa tỉnh."
    layout = analyse(text)
    assert [(s.start, s.end) for s in layout.sentences] == [(0, len(text))]


def test_rows_of_a_table_stay_apart() -> None:
    rows = ["Huyện\tSố hộ\tTỷ lệ", "Mỹ Đức\t1.205\t7,4", "Ứng Hòa\t980\t6,0"]
    text = "\n".join(rows)
    assert [text[s.start : s.end] for s in analyse(text).sentences] == rows


@pytest.mark.parametrize(
    "authority", ["KT. VIỆN TRƯỞNG", "KT.VIỆN TRƯỞNG", "K/T VIỆN TRƯỞNG", "TM.ỦY BAN KIỂM SÁT"]
)
def test_the_authority_of_a_signer_may_touch_its_dot(authority: str) -> None:
    from vnreport.layout.wording import is_office

    assert is_office(authority)
    assert not is_office("Q.BÌNH THẠNH, TP.HCM")
