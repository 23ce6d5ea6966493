"""Heads of organisations that are read in a way of their own."""

from __future__ import annotations

from functools import cache

from vnreport.lexicon import column

CODED = ("Phòng", "Cục", "Đội", "Đồn", "Trại giam")
BY_NUMBER = (
    "Ban Chỉ đạo", "Tổ công tác", "Bộ Tư lệnh", "Ban Quản lý dự án", "Bệnh viện Quân y",
    "Bệnh viện Trung ương Quân đội", "Công ty Truyền tải điện",
)  # fmt: skip
NUMBERED_PARTS = ("Vụ", "Phòng", "Đội")
"""Parts of bodies that their head's office shows to be named by a number: ``Vụ trưởng`` *Vụ 8*."""
SMALL_FIELD = ("Cục", "Viện", "Hạt")
"""Heads of one syllable whose field may begin small: ``Cục lãnh sự``, ``Viện nghiên cứu``."""
SMALL_BEFORE_FIELD = ("Phòng", "Đội", "Cục", "Vụ", "Viện")
"""Heads of one syllable that a known field lets begin small: ``phòng`` *Nội vụ*."""
OF_STATES = (
    "Chính phủ", "Quốc hội", "Hạ viện", "Thượng viện", "Bộ", "Ủy ban", "Hội Liên hiệp Phụ nữ",
    "Viện kiểm sát nhân dân tối cao",
    "Tòa án nhân dân tối cao", "Kiểm toán Nhà nước", "Ngân hàng Nhà nước",
)  # fmt: skip
"""Heads of bodies that every state has: ``Quốc hội`` *Lào*."""
BUSINESSES = ("Công ty", "Xí nghiệp", "Doanh nghiệp", "Hợp tác xã", "Tổng công ty", "Tập đoàn", "Tổ hợp tác")
"""Heads between which and the proper name the line of business may stand."""
LEGAL_FORMS = ("Công ty TNHH", "Công ty TNHH MTV", "Công ty cổ phần", "Công ty hợp danh")
"""Firms that their legal form shows to have a name, however many words come before it."""
BY_TASK = ("Ban Chỉ đạo", "Ban Chỉ huy", "Ban Quản lý", "Ban Quản lý dự án", "Hội đồng", "Tổ công tác")
PEOPLES_BODIES = ("Ủy ban nhân dân", "Hội đồng nhân dân")
COURTS = ("Tòa án", "Viện kiểm sát")
RANKED_COURTS = ("Tòa án nhân dân", "Viện kiểm sát nhân dân")
AT_A_PLACE = (
    "Đại sứ quán", "Tổng Lãnh sự quán", "Lãnh sự quán", "Sứ quán", "Phân hiệu", "Phân viện", "Tòa Phúc thẩm",
    "Văn phòng đại diện",
)  # fmt: skip
"""Bodies away from home, named by where they are: ``Đại sứ quán Nhật Bản`` *tại Việt Nam*."""
OF_STATE = ("Ban Chỉ đạo", "Tổ công tác")
"""Committees that may be named by who set them up: ``Ban Chỉ đạo`` *của Chính phủ*."""
COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
OF_BLOCS = ("Hội ", "Công đoàn", "Liên đoàn")
"""Bodies of members that the agencies or firms of a province may have as one whole."""


@cache
def named_after_people() -> frozenset[str]:
    """The people whom hospitals are named after."""
    return frozenset(column("hospital_namesakes", "name"))
