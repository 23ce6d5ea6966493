"""Lists that name crops, animals and goods in one word before their numbers."""

from __future__ import annotations

import vnreport
from vnreport.report import Measurement


def named(text: str) -> dict[float, str]:
    facts = vnreport.extract(text).facts
    return {float(f.value): f.indicator for f in facts if isinstance(f, Measurement) and f.value is not None}


def test_parts_of_a_sum_in_one_word() -> None:
    found = named("Sản lượng nuôi ước đạt 7.940 tấn; trong đó: ngao 5.120 tấn, nước lợ 530 tấn, cua 90 tấn.")
    assert (found[5120], found[530], found[90]) == ("ngao", "nước lợ", "cua")


def test_crops_with_a_capital_behind_a_semicolon() -> None:
    found = named(
        "Diện tích lúa cấy 14.210 ha; Ngô 1.630 ha, đạt 96% kế hoạch; Lạc 354 ha; Rau các loại 629 ha"
    )
    assert (found[1630], found[354], found[629]) == ("Ngô", "Lạc", "Rau các loại")
    assert found[96] == "Ngô"


def test_a_place_in_one_word_stays_a_place() -> None:
    found = named("Diện tích gieo mạ đạt 150 ha (Yên Khánh 90 ha; Kim Sơn 60 ha).")
    assert found[90] == found[60] == "Diện tích gieo mạ"
