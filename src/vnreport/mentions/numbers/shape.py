"""What the form of digits and number words tells by itself."""

from __future__ import annotations

from decimal import Decimal

from vnreport.mentions.numbers.context import Before
from vnreport.mentions.numbers.roles import role
from vnreport.mentions.numbers.types import Label
from vnreport.mentions.numbers.words import words


def grouped(raw: str) -> bool:
    """Tell whether the thousands are set apart: names have small numbers."""
    return len(raw) > 4 and raw[-4] == "." and raw.replace(".", "").isdigit()


def leading_scales(found: list[str]) -> list[str]:
    """Give the scale words at the head of number words."""
    scales = words()
    count = 0
    while count < len(found) and (
        found[count] in scales.scales or found[count] in scales.groups or found[count] == "trăm"
    ):
        count += 1
    return found[:count]


def year(digits: str) -> bool:
    """Tell whether digits have the form of a year."""
    return len(digits) == 4 and digits.isdigit() and digits[:2] in {"19", "20"}


def in_time_range(word: str, raw: str, value: Decimal) -> bool:
    """Tell whether a number can be the name of a day, month, quarter or year."""
    if not raw.isdigit():
        return "/" in raw or "-" in raw
    most = {"tháng": 12, "quý": 4, "quí": 4, "ngày": 31, "mùng": 31, "mồng": 31, "thế kỷ": 21}.get(word)
    return value <= most if most is not None else year(raw) or word == "thập niên"


def label_of(before: Before, raw: str, value: Decimal, scale: Decimal) -> tuple[Label, str]:
    """Give the label that the words before digits are, unless their form says that they count."""
    label, label_word = before.label, before.label_word
    if label and label_word[0] == "=":
        label_word = label_word[1:]
        if not in_time_range(label_word, raw, value):
            label = "weak" if label_word == "năm" else ""
    if label and label_word not in role("label_code") and (scale > 1 or grouped(raw)):
        label = ""
    if label_word in role("label_priced") and "," in raw:
        label = ""  # vàng SJC 55,30 - 55,70 triệu đồng
    return label, label_word
