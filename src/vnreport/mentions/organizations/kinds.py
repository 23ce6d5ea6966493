"""Heads of organisations that are read in a way of their own."""

from __future__ import annotations

CODED = ("Phòng", "Cục", "Đội", "Đồn", "Trại giam")
BY_NUMBER = ("Ban Chỉ đạo", "Tổ công tác", "Bộ Tư lệnh")
SMALL_FIELD = ("Cục", "Viện", "Hạt")
"""Heads of one syllable whose field may begin small: ``Cục lãnh sự``, ``Viện nghiên cứu``."""
BUSINESSES = ("Công ty", "Xí nghiệp", "Doanh nghiệp", "Hợp tác xã", "Tổng công ty", "Tập đoàn")
"""Heads between which and the proper name the line of business may stand."""
BY_TASK = ("Ban Chỉ đạo", "Ban Chỉ huy", "Ban Quản lý", "Ban Quản lý dự án", "Hội đồng", "Tổ công tác")
PEOPLES_BODIES = ("Ủy ban nhân dân", "Hội đồng nhân dân")
COURTS = ("Tòa án", "Viện kiểm sát")
