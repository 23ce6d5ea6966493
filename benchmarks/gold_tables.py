"""The words that :mod:`benchmarks.derive` fills gold fields by; written for the gold alone."""

from __future__ import annotations

UNITS = frozenset((
    "biên chế", "bác sĩ", "báo cáo", "bưu cục", "bản án", "bằng khen", "bệnh nhi", "bệnh nhân", "bị can",
    "bị cáo", "camera giám", "chi bộ", "chiến sĩ", "chuyên gia", "chuyên mục", "chuyên đề", "chính sách",
    "chương trình", "chỉ tiêu", "chợ dân", "chứng chỉ", "cá nhân", "cán bộ", "câu lạc", "công chức",
    "công dân", "công nhân", "công trình", "công ty", "cơ quan", "cơ số", "cơ sở", "cử tri", "cửa hàng",
    "di tích", "doanh nghiệp", "dược sĩ", "dịch vụ", "dự thảo", "dự án", "gia đình", "gian hàng", "giáo viên",
    "giáo án", "giường bệnh", "giấy chứng", "giấy chứng nhận", "giấy phép", "gói thầu", "huy chương",
    "hành vi", "học sinh", "học viên", "hồ sơ", "hộ gia", "hội nghị", "hội viên", "hợp tác", "hợp đồng",
    "khiếu nại", "khu dân cư", "khu vực", "khách hàng", "khách sạn", "khẩu trang", "ki lô mét", "kiến nghị",
    "kiểm sát viên", "kế hoạch", "kết luận", "kỹ thuật", "lao động", "liên hiệp", "lượt hồ", "lượt khách",
    "lượt người", "lễ hội", "lồng bè", "máy tính", "mô hình", "nghị quyết", "nghị định", "ngân hàng",
    "ngư dân", "người bệnh", "người dân", "nhiệm kỳ", "nhiệm vụ", "nhà báo", "nhà thuốc", "nhà thầu",
    "nhà văn", "nhân khẩu", "nhân viên", "nhãn hiệu", "nạn nhân", "nội dung", "phòng học", "phóng sự",
    "phóng viên", "phương tiện", "phương án", "phạm nhân", "phản ánh", "phần mềm", "quy hoạch", "quy định",
    "quyết định", "sản phẩm", "sự cố", "thanh niên", "thiết bị", "thiếu sót", "thuê bao", "thành viên",
    "thí sinh", "thôn bản", "thông báo", "thư viện", "thẩm phán", "thẻ căn", "thủ tục", "tiêu chí",
    "tiểu cảnh", "tiểu thương", "tiểu đoàn", "trang trại", "trường hợp", "trạm y", "tài khoản", "tài liệu",
    "tàu cá", "tác phẩm", "tập thể", "tố cáo", "tổ chức", "tội phạm", "tụ điểm", "vi phạm", "viên chức",
    "văn bản", "vũ khí", "vụ việc", "ô tô", "ý kiến", "điều dưỡng", "điểm cầu", "điểm trường", "đoàn viên",
    "đơn vị", "đường dây", "đại biểu", "đại lý", "đảng viên", "đề tài", "đề án", "địa phương", "đối tượng",
    "đồng chí", "đồng hồ", "ứng dụng",
))  # fmt: skip
"""Words of two syllables that head a counted phrase; any other unit is one syllable."""

MEASURES = frozenset((
    "GWh", "MW", "ha", "kWh", "kg", "km", "km2", "km²", "lít", "m", "m2", "m3", "m²", "m³", "mét", "tạ",
    "tạ/ha", "tấn", "tấn/ha",
))  # fmt: skip
"""Units of measure: the indicator of ``35 ha lúa`` is ``lúa``."""

KINDS = {
    "hiến pháp": "constitution", "bộ luật": "code", "luật": "law", "pháp lệnh": "ordinance",
    "lệnh": "order", "nghị quyết liên tịch": "joint_resolution", "nqlt": "joint_resolution",
    "nghị quyết": "resolution", "nq": "resolution", "nghị định": "decree", "nđ": "decree",
    "quyết định": "decision", "qđ": "decision", "thông tư liên tịch": "joint_circular",
    "ttlt": "joint_circular", "thông tư": "circular", "tt": "circular", "chỉ thị": "directive",
    "ct": "directive", "kế hoạch": "plan", "kh": "plan", "chương trình": "programme", "đề án": "scheme",
    "phương án": "scheme", "công văn": "official_letter", "văn bản": "official_letter",
    "cv": "official_letter", "công điện": "telegram", "thông báo": "notice", "kết luận": "conclusion",
    "báo cáo": "report", "tờ trình": "submission", "hướng dẫn": "guidance", "quy định": "regulation",
    "quy chế": "regulation", "tiêu chuẩn": "standard", "tcvn": "standard", "qcvn": "standard",
    "quy chuẩn": "standard", "hiệp định": "treaty", "công ước": "treaty",
}  # fmt: skip
"""Kinds of instruments by the word that opens the citation."""

ISSUERS: dict[str, str] = {
    "QĐ-TTg": "Thủ tướng Chính phủ", "CT-TTg": "Thủ tướng Chính phủ", "CĐ-TTg": "Thủ tướng Chính phủ",
    "NĐ-CP": "Chính phủ", "NQ-CP": "Chính phủ", "BYT": "Bộ Y tế", "BTC": "Bộ Tài chính",
    "BGDĐT": "Bộ Giáo dục và Đào tạo", "BCA": "Bộ Công an", "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BNV": "Bộ Nội vụ", "BTP": "Bộ Tư pháp", "BXD": "Bộ Xây dựng", "BGTVT": "Bộ Giao thông vận tải",
    "BCT": "Bộ Công Thương", "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BTTTT": "Bộ Thông tin và Truyền thông", "BKHCN": "Bộ Khoa học và Công nghệ",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư", "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "TTCP": "Thanh tra Chính phủ",
    "NHNN": "Ngân hàng Nhà nước Việt Nam", "VPCP": "Văn phòng Chính phủ",
}  # fmt: skip
"""Issuers that a symbol, or the last part of one, implies."""

CENTRAL_CITIES = frozenset((
    "cần thơ", "huế", "hà nội", "hải phòng", "hồ chí minh", "đà nẵng",
))  # fmt: skip
"""Cities of the first level."""

PROVINCES = frozenset((
    "an giang", "bà rịa - vũng tàu", "bình dương", "bình phước", "bình thuận", "bình định", "bạc liêu",
    "bắc giang", "bắc kạn", "bắc ninh", "bến tre", "cao bằng", "cà mau", "cần thơ", "gia lai", "huế",
    "hà giang", "hà nam", "hà nội", "hà tĩnh", "hòa bình", "hưng yên", "hải dương", "hải phòng",
    "hậu giang", "hồ chí minh", "khánh hòa", "kiên giang", "kon tum", "lai châu", "long an", "lào cai",
    "lâm đồng", "lạng sơn", "nam định", "nghệ an", "ninh bình", "ninh thuận", "phú thọ", "phú yên",
    "quảng bình", "quảng nam", "quảng ngãi", "quảng ninh", "quảng trị", "sóc trăng", "sơn la", "thanh hóa",
    "thái bình", "thái nguyên", "thừa thiên huế", "tiền giang", "trà vinh", "tuyên quang", "tây ninh",
    "vĩnh long", "vĩnh phúc", "yên bái", "điện biên", "đà nẵng", "đắk lắk", "đắk nông", "đồng nai",
    "đồng tháp",
))  # fmt: skip
"""Units of the first level before 1 July 2025, by the bare name."""

PROGRAMME_KINDS = (
    "Chương trình", "Dự án", "Đề án", "Kế hoạch", "Quy hoạch", "Chiến lược", "Phương án", "Phong trào",
    "Cuộc vận động", "Tháng hành động", "Chiến dịch", "Tiểu dự án", "Đề tài",
)  # fmt: skip
"""Words that open the name of a programme."""

ABBREVIATIONS = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "TT&TT": "Thông tin và Truyền thông",
    "TTTT": "Thông tin và Truyền thông", "GD&ĐT": "Giáo dục và Đào tạo", "GDĐT": "Giáo dục và Đào tạo",
    "NN&PTNT": "Nông nghiệp và Phát triển nông thôn", "TN&MT": "Tài nguyên và Môi trường",
    "LĐ-TB&XH": "Lao động - Thương binh và Xã hội", "LĐTBXH": "Lao động - Thương binh và Xã hội",
    "KH&ĐT": "Kế hoạch và Đầu tư", "KH&CN": "Khoa học và Công nghệ", "GTVT": "Giao thông vận tải",
    "VHTT&DL": "Văn hóa, Thể thao và Du lịch", "VHTTDL": "Văn hóa, Thể thao và Du lịch",
    "MTTQ": "Mặt trận Tổ quốc", "BHXH": "Bảo hiểm xã hội", "LHPN": "Liên hiệp Phụ nữ", "TP": "thành phố",
    "TP.": "thành phố", "TW": "Trung ương", "CP": "Chính phủ", "TAND": "Tòa án nhân dân",
    "VKSND": "Viện kiểm sát nhân dân", "CSGT": "Cảnh sát giao thông", "TNCS": "Thanh niên Cộng sản",
    "BCĐ": "Ban Chỉ đạo", "NHCSXH": "Ngân hàng Chính sách xã hội", "BCH": "Ban Chấp hành",
    "CDC": "Trung tâm Kiểm soát bệnh tật", "QLTT": "Quản lý thị trường", "CSXH": "Chính sách xã hội",
}  # fmt: skip
"""Abbreviations in the names of agencies."""
