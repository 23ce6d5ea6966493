"""One library, many threads: what is loaded on first use is loaded once and right."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import vnreport

PLACES = ("Hà Nội", "Hải Phòng", "Thái Bình", "Cần Thơ")


def document(n: int) -> str:
    line = f"Sở Y tế {PLACES[n % 4]} kiểm tra {n + 2} cơ sở, phạt {n % 90 + 10} triệu đồng."
    return line if n % 50 else f"{line} Phi hp vi y ban nhân dân x lý {n + 2} v."


def test_sixteen_threads_and_ten_thousand_documents() -> None:
    texts = [document(n) for n in range(10_000)]
    with ThreadPoolExecutor(16) as pool:
        reports = list(pool.map(vnreport.extract, texts, chunksize=50))
    for n in range(0, 10_000, 61):
        assert reports[n] == vnreport.extract(texts[n])
    for n, report in enumerate(reports):
        values = [m.value for m in report.mentions if m.type in ("quantity", "money")]
        assert values[:2] == [n + 2, (n % 90 + 10) * 1_000_000], texts[n]


def test_threads_that_all_come_first() -> None:
    # A fresh interpreter, so that the tables are loaded while others wait for them.
    code = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "import vnreport\n"
        "text = 'Sở Y tế kiểm tra 12 cơ sở. Phi hp vi y ban nhân dân, bằng 98,5% kế hoạch năm 2019.'\n"
        "with ThreadPoolExecutor(16) as pool:\n"
        "    found = {r.model_dump_json() for r in pool.map(vnreport.extract, [text] * 64)}\n"
        "assert found == {vnreport.extract(text).model_dump_json()}, found\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
