"""Units of measure: every factor as pint has it, codes and base values of quantities in a report."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vnreport.lexicon import table
from vnreport.report import QuantityMention
from vnreport.units import unit_of

_BASES = {
    "m2": "meter**2", "m3": "meter**3", "m": "meter", "kg": "kilogram", "J": "joule", "W": "watt",
    "V": "volt", "A": "ampere", "Hz": "hertz", "Pa": "pascal", "s": "second",
}  # fmt: skip


def test_every_factor_is_that_of_pint() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    wrong = {}
    for row in table("unit_factors"):
        if row["name"]:
            size = registry(row["name"]).to(_BASES[row["base"]]).magnitude
            if size != pytest.approx(float(row["factor"]), rel=1e-12):
                wrong[row["unit"]] = size
    assert wrong == {}


def test_every_unit_with_a_factor_is_a_unit_that_the_finder_knows() -> None:
    known = {row["unit"] for row in table("units")}
    assert {row["unit"] for row in table("unit_factors")} <= known


def quantity(value: str, unit: str) -> QuantityMention:
    return QuantityMention(text=f"{value} {unit}", start=0, end=1, value=Decimal(value), unit=unit, what=unit)


@pytest.mark.parametrize(
    ("value", "unit", "code", "base"),
    [
        ("1.2", "ha", "har", (Decimal("12000"), "m2")),
        ("3", "héc ta", "har", (Decimal("30000"), "m2")),
        ("45000", "m3/ngày đêm", "m3/d", (Decimal("45000") / 86400, "m3/s")),
        ("60", "tạ/ha", "dt/har", (Decimal("0.6"), "kg/m2")),
        ("8", "chỉ vàng", None, (Decimal("0.03"), "kg")),
        ("12", "tháng", "mo", None),
        ("30", "độ C", "Cel", None),
        ("5", "sào", None, None),
        ("12", "giấy phép", None, None),
        ("12", "giấy phép/năm", None, None),
    ],
)
def test_code_and_base_value(value: str, unit: str, code: str | None, base: tuple[Decimal, str] | None) -> None:
    mention = quantity(value, unit)
    assert mention.unit_code == code
    found = mention.to_base()
    assert found == base if base is None else found is not None
    if base is not None and found is not None:
        assert found[1] == base[1]
        assert abs(found[0] - base[0]) < Decimal("1e-20")


def test_what_is_counted_has_no_unit() -> None:
    assert unit_of("học sinh") is None
