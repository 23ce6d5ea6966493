"""Write a folder of generated reports, some of them damaged, to measure a batch with.

    python -m benchmarks.report_files 20000 reports/

The texts are composed by a seeded generator: the same number gives the same files.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from benchmarks.damage import legacy
from benchmarks.gold_damage import dropped, mojibake, nfd, stripped

PROVINCES = ["Nam Định", "Quảng Ninh", "Đắk Lắk", "Thái Bình", "Cà Mau", "Sơn La", "Bến Tre", "Hà Giang"]
FIELDS = ["Y tế", "Giao thông vận tải", "Giáo dục và Đào tạo", "Thông tin và Truyền thông", "Xây dựng"]
NAMES = ["Vũ Thị Hồng Nhạn", "Trần Văn Lực", "Lê Minh Khuê", "Nguyễn Đức Thịnh", "Phạm Thu Hà"]
COUNTED = [
    "cuộc thanh tra",
    "lớp tập huấn",
    "giấy phép",
    "cơ sở vi phạm",
    "đơn thư khiếu nại",
    "ca sốt xuất huyết",
]
VERBS = ["tiến hành", "tổ chức", "cấp", "phát hiện", "tiếp nhận", "ghi nhận"]
TAILS = [
    "trên địa bàn tỉnh",
    "theo kế hoạch được duyệt",
    "tại các huyện, thành phố",
    "trong lĩnh vực quản lý",
]


def write_report(number: int) -> str:
    """Compose the report of a number."""
    pick = random.Random(number)
    province, field = pick.choice(PROVINCES), pick.choice(FIELDS)
    year, quarter = pick.randint(2009, 2023), pick.randint(1, 4)
    period = f"quý {['I', 'II', 'III', 'IV'][quarter - 1]} năm {year}"
    lines = [
        f"ỦY BAN NHÂN DÂN TỈNH {province.upper()}\nSỞ {field.upper()}\nSố: {pick.randint(1, 900)}/BC-SYT",
        f"{province}, ngày {pick.randint(1, 28)} tháng {quarter * 3} năm {year}",
        f"BÁO CÁO\nKết quả công tác {period}",
        f"Thực hiện Quyết định số {pick.randint(1, 2500)}/QĐ-TTg "
        f"ngày {pick.randint(1, 28)}/{pick.randint(1, 12)}/{year - 1} của Thủ tướng Chính phủ, "
        f"Sở {field} tỉnh {province} báo cáo kết quả {period} như sau:",
        "1. Kết quả thực hiện",
    ]
    for _ in range(pick.randint(4, 9)):
        lines.append(_sentence(pick))
    lines += [
        "2. Nhiệm vụ trọng tâm",
        f"- Phấn đấu đạt {pick.randint(70, 99)},{pick.randint(1, 9)}% kế hoạch năm {year}.",
        f"KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n{pick.choice(NAMES)}",
    ]
    return "\n\n".join(lines) + "\n"


def _sentence(pick: random.Random) -> str:
    count, fine = pick.randint(2, 400), pick.randint(10, 900)
    return (
        f"Trong kỳ, Sở đã {pick.choice(VERBS)} {count:02d} {pick.choice(COUNTED)} {pick.choice(TAILS)}, "
        f"tăng {pick.randint(1, 40)},{pick.randint(1, 9)}% so với cùng kỳ; "
        f"xử phạt {pick.randint(2, 60)} tổ chức với tổng số tiền {fine},{pick.randint(1, 9)} triệu đồng."
    )


def encode_report(number: int) -> bytes:
    """Give the bytes of a report: one in five is damaged."""
    text = write_report(number)
    kind = number % 25
    if kind == 1:
        return legacy(text, "tcvn3")
    if kind == 2:
        return legacy(text, "vni")
    damage = {3: dropped, 4: stripped, 5: mojibake}.get(kind, nfd if kind == 6 else None)
    return (damage(text) if damage else text).encode()


def main() -> None:
    """Write the files, a hundred a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    for number in range(arguments.count):
        path = arguments.folder / f"{number // 100:04d}" / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(encode_report(number))


if __name__ == "__main__":
    main()
