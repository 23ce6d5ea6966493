"""Citations put together from their parts: what was put in must come out, whatever stands beside what."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from tests.mentions.test_instruments import found

_CODES = [
    ("Nghị định", "decree", "{n}/{y}/NĐ-CP", "Chính phủ"),
    ("Thông tư", "circular", "{n}/{y}/TT-BTC", "Bộ Tài chính"),
    ("Quyết định", "decision", "{n}/QĐ-TTg", "Thủ tướng Chính phủ"),
    ("Quyết định", "decision", "{n}/QĐ-UBND", None),
    ("Nghị quyết", "resolution", "{n}/{y}/NQ-HĐND", None),
    ("Nghị quyết", "resolution", "{n}-NQ/TU", None),
    ("Kế hoạch", "plan", "{n}/KH-BCĐ389", None),
    ("Công văn", "official_letter", "{n}/STC-QLNS", None),
    ("Chỉ thị", "directive", "{n}-CT/TW", None),
    ("Quy định", "regulation", "{n}-QĐ/TW", None),
]
_DATES = ["ngày {d:02}/{m:02}/{y}", "ngày {d} tháng {m:02} năm {y}", "ngày {d}-{m}-{y}", "({d}/{m}/{y})"]
_BODIES = {
    "UBND tỉnh Thái Bình": "Ủy ban nhân dân tỉnh Thái Bình",
    "Chủ tịch UBND huyện": "Chủ tịch Ủy ban nhân dân huyện",
    "Bộ trưởng Bộ Y tế": "Bộ trưởng Bộ Y tế",
    "Sở LĐ-TB&XH": "Sở Lao động - Thương binh và Xã hội",
    "Trường Đại học Vinh": "Trường Đại học Vinh",
    "Ban Chỉ đạo 389 quốc gia": "Ban Chỉ đạo 389 quốc gia",
    "Ban Bí thư": "Ban Bí thư",
    "Ban Thường vụ Tỉnh ủy": "Ban Thường vụ Tỉnh ủy",
    "Ban Dân tộc tỉnh": "Ban Dân tộc tỉnh",
    "Tổng cục Thi hành án dân sự": "Tổng cục Thi hành án dân sự",
    "Ủy ban MTTQ Việt Nam tỉnh": "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
}
_PROVISIONS: list[tuple[str, list[dict[str, str]]]] = [
    ("Điều 5", [{"article": "5"}]),
    ("điểm đ khoản 2 Điều 7", [{"article": "7", "clause": "2", "point": "đ"}]),
    ("khoản 1 và khoản 3 Điều 9", [{"article": "9", "clause": "1"}, {"article": "9", "clause": "3"}]),
    ("Phụ lục II", [{"appendix": "II"}]),
]
_TITLES = [" ban hành Quy chế làm việc", " về việc tăng cường quản lý đất đai", " quy định mức thu học phí"]


def _citation(draw: random.Random) -> tuple[str, dict[str, Any]]:
    head, kind, form, issuer = draw.choice(_CODES)
    code = form.format(n=draw.randint(2, 2000), y=draw.randint(2001, 2025))
    text = f"{head} {draw.choice(['số ', 'số: ', ''])}{code}"
    date: str | None = None
    provisions: list[dict[str, str]] = []
    if draw.random() < 0.7:
        day, month, year = draw.randint(1, 28), draw.randint(1, 12), draw.randint(2001, 2025)
        text += " " + draw.choice(_DATES).format(d=day, m=month, y=year)
        date = f"{year}-{month:02}-{day:02}"
    if draw.random() < 0.6:
        written, issuer = draw.choice(list(_BODIES.items()))
        text += f" của {written}"
    if draw.random() < 0.25:
        written, provisions = draw.choice(_PROVISIONS)
        text = f"{written} {text}"
    fields = {"text": text, "kind": kind, "code": code, "issuer": issuer, "date": date}
    return text, {**fields, "provisions": provisions}


@pytest.mark.parametrize("seed", range(12))
def test_parts_come_out_as_they_were_put_in(seed: int) -> None:
    draw = random.Random(seed)
    for _ in range(60):
        pieces = [_citation(draw) for _ in range(draw.randint(1, 3))]
        links = [draw.choice([", ", "; ", " và "]) for _ in pieces[1:]]
        listed = "".join(itertools.chain(*zip([text for text, _ in pieces], [*links, ""], strict=True)))
        text = draw.choice(["Thực hiện ", "theo ", "- "]) + listed
        text += draw.choice([".", "; ", " đã được triển khai.", ", đơn vị đã làm 15 việc.", *_TITLES])
        kept = [{name: one[name] for name in pieces[0][1]} for one in found(text)]
        assert kept == [fields for _, fields in pieces], text
