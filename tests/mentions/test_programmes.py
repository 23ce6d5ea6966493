from __future__ import annotations

import pytest

from vnreport.layout import analyse
from vnreport.mentions import programmes
from vnreport.report import InstrumentMention, ProgrammeMention


def find(text: str, instruments: list[InstrumentMention] | None = None) -> list[ProgrammeMention]:
    return programmes.find(text, analyse(text), instruments or [])


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("Dự án cải tạo, nâng cấp hệ thống cấp nước thành phố Vinh.", "Dự án",
         "cải tạo, nâng cấp hệ thống cấp nước thành phố Vinh"),
        ("Quy hoạch phát triển báo chí toàn quốc đến năm 2025; phối hợp", "Quy hoạch",
         "phát triển báo chí toàn quốc đến năm 2025"),
        ("Chiến lược phát triển thủy sản đến năm 2030, tầm nhìn đến năm 2045", "Chiến lược",
         "phát triển thủy sản đến năm 2030, tầm nhìn đến năm 2045"),
        ("Chương trình mục tiêu quốc gia xây dựng nông thôn mới của Chính phủ", "Chương trình",
         "mục tiêu quốc gia xây dựng nông thôn mới"),
        ("Đề án nâng cao chất lượng nguồn nhân lực trên địa bàn tỉnh Lào Cai đã được duyệt", "Đề án",
         "nâng cao chất lượng nguồn nhân lực trên địa bàn tỉnh Lào Cai"),
        ("dự án Đầu tư hoàn thiện nền tảng chính quyền điện tử, các nhiệm vụ", "Dự án",
         "Đầu tư hoàn thiện nền tảng chính quyền điện tử"),
        ("dự án: “Xây dựng bệnh viện thông minh” đạt 40%", "Dự án", "Xây dựng bệnh viện thông minh"),
        ("Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”", "Phong trào", "Toàn dân bảo vệ an ninh Tổ quốc"),
    ],
)  # fmt: skip
def test_where_a_title_ends(text: str, kind: str, title: str) -> None:
    (mention,) = find(text)
    assert (mention.kind, mention.title) == (kind, title)
    assert mention.text.endswith(title) or mention.text.endswith("”")


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 33/KH-STTTT ngày 04/7/2019",
        "Kế hoạch này được gửi các đơn vị",
        "Dự án đã hoàn thành",
        "Kế hoạch năm 2017",
        "các dự án ứng dụng công nghệ thông tin",
        "đạt 85% kế hoạch Thủ tướng Chính phủ giao",
        "xây dựng kế hoạch đào tạo cho cán bộ",
    ],
)
def test_what_is_no_named_programme(text: str) -> None:
    assert find(text) == []


def test_a_numbered_plan_is_an_instrument() -> None:
    text = "Đề án số 06 ngày 06/01/2022 về phát triển ứng dụng dữ liệu dân cư"
    cited = InstrumentMention(text=text[:24], start=0, end=24, kind="scheme")
    assert find(text, [cited]) == []


def test_a_programme_within_the_title_of_another_is_found_too() -> None:
    text = "Kế hoạch thực hiện Đề án truyền thông về giáo dục nghề nghiệp năm 2017."
    assert [m.kind for m in find(text)] == ["Kế hoạch", "Đề án"]


@pytest.mark.parametrize(
    "text",
    [
        "các dự án BT, giúp giảm chi phí",
        "trình dự án Luật Phòng, chống tác hại của rượu, bia",
        'quy hoạch "treo" kéo dài',
        "Viện Quy hoạch xây dựng lập hồ sơ",
    ],
)
def test_what_names_no_programme(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Dự án Tuyến đường ven biển đoạn qua địa phận huyện", ["Dự án Tuyến đường ven biển"]),
        ("(Chương trình MTQG 1719), phóng viên Báo Bình Minh hỏi", ["Chương trình MTQG 1719"]),
        ("thuộc chương trình 135 năm 2016", ["chương trình 135"]),
        (
            "giải ngân cho dự án bến xe Cồn Tiên và dự án nhà ga Phú Bài",
            ["dự án bến xe Cồn Tiên", "dự án nhà ga Phú Bài"],
        ),
        ("thi công dự án nâng cấp toàn tuyến Quốc lộ 27 trong năm", ["dự án nâng cấp toàn tuyến Quốc lộ 27"]),
        ("kiểm tra dự án BOT mở rộng đường tỉnh 741 của Công ty A", ["dự án BOT mở rộng đường tỉnh 741"]),
        ("Dự án Khu dân cư Bến Lức, xã Thanh Phú, huyện Bến Lức", ["Dự án Khu dân cư Bến Lức"]),
        ("dự án sân golf Yên Dũng, doanh nghiệp đã nộp 12 tỷ đồng", ["dự án sân golf Yên Dũng"]),
        ("dự án cầu Rạch Miễu 2 trong tương lai gần", ["dự án cầu Rạch Miễu 2"]),
        (
            "chương trình Thanh niên khởi nghiệp giai đoạn 2020-2022 giữa hai cơ quan",
            ["chương trình Thanh niên khởi nghiệp giai đoạn 2020-2022"],
        ),
        ("Đã xong. Phương án bố trí chỗ ngồi được đổi.", []),
        ("dự chương trình trao học bổng cho 40 em và chương trình gặp mặt cựu binh", []),
        (
            "V/v TRIỂN KHAI ĐỀ ÁN PHÁT TRIỂN CÂY QUẾ TỈNH YÊN BÁI GIAI ĐOẠN 2019 - 2025",
            ["ĐỀ ÁN PHÁT TRIỂN CÂY QUẾ TỈNH YÊN BÁI GIAI ĐOẠN 2019 - 2025"],
        ),
        (
            "KẾT QUẢ THỰC HIỆN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA\nGIẢM NGHÈO BỀN VỮNG NĂM 2023\nI. KẾT QUẢ",
            ["CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA\nGIẢM NGHÈO BỀN VỮNG NĂM 2023"],
        ),
        (
            "theo Chương trình mục tiêu quốc gia (MTQG) 1719 về phát triển vùng cao được giao",
            ["Chương trình mục tiêu quốc gia (MTQG) 1719 về phát triển vùng cao"],
        ),
        ("Kế hoạch chạy trốn của hai người bị lộ", []),
        (
            "Kế hoạch phát triển rừng ngập mặn năm 2019 đạt 84%",
            ["Kế hoạch phát triển rừng ngập mặn năm 2019"],
        ),
        ("khởi công 12 dự án thành phần Dự án đường cao tốc Bắc - Nam.", ["Dự án đường cao tốc Bắc - Nam"]),
        ("phong trào thi đua “Dân vận khéo, dân tin”", ["phong trào thi đua “Dân vận khéo, dân tin”"]),
    ],
)
def test_where_a_name_ends(text: str, named: list[str]) -> None:
    assert [m.text for m in find(text)] == named


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Dự án mua sắm trang thiết bị y tế Bệnh viện Phổi; tuyển 3 bác sĩ",
         "Dự án mua sắm trang thiết bị y tế Bệnh viện Phổi"),
        ("Đề án kiểm soát bệnh phong lấy 640 mẫu phiếu", "Đề án kiểm soát bệnh phong"),
        ("Dự án tổng thể lập hồ sơ địa chính mới nghiệm thu 17 xã", "Dự án tổng thể lập hồ sơ địa chính"),
        ("Hoàn thiện Đề án thành lập Bệnh viện Tâm thần trình UBND tỉnh trong quý II",
         "Đề án thành lập Bệnh viện Tâm thần"),
        ("Chương trình phòng, chống lao giai đoạn 2021 - 2025 đặt mục tiêu giảm 20%",
         "Chương trình phòng, chống lao giai đoạn 2021 - 2025"),
        ("Đề án đổi mới dạy nghề tại vùng cao, biên giới đến năm 2030, sở đã mở 5 lớp",
         "Đề án đổi mới dạy nghề tại vùng cao, biên giới đến năm 2030"),
        ("Chương trình sàng lọc sơ sinh, tỷ lệ trẻ được sàng lọc đạt 71%", "Chương trình sàng lọc sơ sinh"),
        ("giải ngân Tiểu dự án 2 Dự án 3 chậm", "Tiểu dự án 2 Dự án 3"),
        ("vốn Chương trình MTQG giảm nghèo bền vững năm 2022 là 8%", "Chương trình MTQG giảm nghèo bền vững"),
        ("đóng điện dự án đường dây 220kV Nậm Củm - Lai Châu", "dự án đường dây 220kV Nậm Củm - Lai Châu"),
        ("phong trào toàn dân bảo vệ an ninh Tổ quốc; tuần tra 12 lượt",
         "phong trào toàn dân bảo vệ an ninh Tổ quốc"),
        ("khánh thành dự án nhà máy xử lý rác Nam Sơn năm 2021.", "dự án nhà máy xử lý rác Nam Sơn"),
        ("Chương trình mục tiêu Y tế - Dân số giai đoạn 2016 - 2020, tỉnh bố trí 4 tỷ",
         "Chương trình mục tiêu Y tế - Dân số giai đoạn 2016 - 2020"),
        ("Chiến dịch tiêm chủng vắc xin phòng sởi trên toàn quốc", "Chiến dịch tiêm chủng vắc xin phòng sởi"),
        ("Chương trình MTQG xây dựng nông thôn mới phân bổ 21 tỷ",
         "Chương trình MTQG xây dựng nông thôn mới"),
        ("lùi tiến độ Dự án Khu nghỉ dưỡng Bãi Sao đến năm 2028", "Dự án Khu nghỉ dưỡng Bãi Sao"),
        ("Đề án dạy và học tiếng Khmer; đã mở 4 lớp", "Đề án dạy và học tiếng Khmer"),
        ("Đề án thăng hạng viên chức ngành y năm 2022 cho các bệnh viện",
         "Đề án thăng hạng viên chức ngành y năm 2022"),
        ("Đề án số hóa hồ sơ người có công; đã nhập 500 hồ sơ", "Đề án số hóa hồ sơ người có công"),
        ("đề tài cấp Bộ “Giữ gìn tiếng Mông”", "đề tài cấp Bộ “Giữ gìn tiếng Mông”"),
        ("Dự án Cải tạo lưới điện nông thôn, vốn vay ADB", "Dự án Cải tạo lưới điện nông thôn"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_title(text: str, span: str) -> None:
    assert [mention.text for mention in find(text)] == [span]
