"""The age of those that are counted, which belongs to the counted phrase: ``120 trẻ`` *dưới 5 tuổi*."""

from __future__ import annotations

from vnreport.patterns import lazy
from vnreport.report import QuantityMention

_AGE = lazy(
    r"(?:[ \u00a0]trong[ \u00a0]độ[ \u00a0]tuổi)?"
    r"[ \u00a0](?:(?:dưới|trên|từ|đủ|chưa đủ|khoảng)[ \u00a0]){0,2}"
    r"[0-9]{1,3}(?:[ \u00a0]?(?:-|–|đến|tới)[ \u00a0]?(?:dưới[ \u00a0])?[0-9]{1,3})?"
    r"[ \u00a0](?:tháng[ \u00a0])?tuổi(?!\w)(?:[ \u00a0]trở[ \u00a0](?:lên|xuống))?"
)


def with_ages(text: str, folded: str, found: list[QuantityMention]) -> None:
    """Extend the counted phrases that an age stands right behind; the age stays a mention inside."""
    if "tuổi" not in folded:
        return
    for mention in found:
        if mention.unit.lower() in ("tuổi", "tháng", "năm", "lần", "mũi", "liều", "lượt"):
            continue
        age = _AGE.match(folded, mention.end)
        if age is not None:
            words = " ".join(text[mention.end : age.end()].split())
            mention.end = age.end()
            mention.text, mention.what = text[mention.start : age.end()], f"{mention.what} {words}"
