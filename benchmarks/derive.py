"""Default fields of gold mentions, read off the span that the annotator marked.

An annotator writes only what the characters of the span do not say plainly; everything else is filled
in here by rules so simple that a reader can check them, and any of them is overridden by an attribute
(see ``data/annotated/GUIDELINE.md``). Nothing here uses the library, which the gold is to judge.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from decimal import Decimal
from typing import Any

from benchmarks.gold_tables import (
    ABBREVIATIONS,
    CENTRAL_CITIES,
    ISSUERS,
    KINDS,
    MEASURES,
    PROGRAMME_KINDS,
    PROVINCES,
    UNITS,
)

SCALES = {
    "trăm": 100, "nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000,
    "tỷ": 1_000_000_000, "tỉ": 1_000_000_000, "nghìn tỷ": 10**12, "ngàn tỷ": 10**12,
    "triệu tỷ": 10**15, "trăm triệu": 10**8,
}  # fmt: skip

_SCALE = r"(?:nghìn tỷ|ngàn tỷ|triệu tỷ|trăm triệu|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w)"
_NUMERAL = r"\d+(?:[.,]\d+)*"
_AMOUNT = re.compile(rf"({_NUMERAL})(?:\s+({_SCALE}))?(?:\s+({_NUMERAL})\s+({_SCALE}))?", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|đến|tới)\s*")


def number(text: str) -> Decimal:
    """Read a numeral: a dot before three digits groups, a comma is the decimal sign.

    Raises:
        ValueError: if it is none of the plain forms; the annotator then gives the value.
    """
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    raise ValueError(f"give the value of {text!r}")


def amount(text: str) -> tuple[Decimal, int]:
    """Read ``1 tỷ 200 triệu`` at the start of a text; give the value and where it ends."""
    found = _AMOUNT.match(text)
    if not found:
        raise ValueError(f"no number at the start of {text!r}")
    first, scale, second, second_scale = found.groups()
    value = number(first) * SCALES.get((scale or "").lower(), 1)
    if second:
        value += number(second) * SCALES[second_scale.lower()]
    return value, found.end()


def numeric(text: str) -> dict[str, Any]:
    """Read the value, the upper end of a range, or the whole behind a slash."""
    text = re.sub(r"^từ\s+", "", text)
    value, at = amount(text)
    fields: dict[str, Any] = {"value": value, "value_max": None}
    slash = re.match(rf"/({_NUMERAL})", text[at:])
    joint = _RANGE.match(text[at:])
    if slash:
        fields["of"] = number(slash[1])
        at += slash.end()
    elif joint and re.match(r"\d", text[at + joint.end() :]):
        start = at + joint.end()
        upper, length = amount(text[start:])
        scale = re.search(rf"({_SCALE})$", text[start : start + length].strip())
        if scale and value < upper and not re.search(_SCALE, text[:at]):
            value *= SCALES[scale[1]]
        fields.update(value=value, value_max=upper)
        at = start + length
    fields["rest"] = text[at:].strip()
    return fields


def unit_of(phrase: str) -> str:
    """Give the classifier, measure or head noun that opens a counted phrase."""
    words = phrase.split()
    two = " ".join(words[:2]).strip(",;").lower()
    return " ".join(words[:2]).strip(",;") if two in UNITS else (words or [""])[0].strip(",;")


def counted(unit: str, what: str) -> str:
    """Give the indicator of a counted phrase: ``ha lúa hè thu`` is about ``lúa hè thu``."""
    return what[len(unit) :].strip() or what if unit in MEASURES else what


# --- instruments -----------------------------------------------------------------------------------------


_KIND = re.compile(r"(?<!\w)(" + "|".join(sorted(KINDS, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE)
_SYMBOL = r"[A-ZĐ][A-Za-zĐ0-9&]*(?:-[A-ZĐ][A-Za-zĐ0-9&.]*)*"
_CODE = re.compile(
    rf"(?P<n3>\d+[a-z]?)/(?P<y3>\d{{4}})/(?P<s3>{_SYMBOL})"
    rf"|(?P<np>\d+)-(?P<sp>[A-ZĐ]+/[A-ZĐa-z]+)"
    rf"|(?P<n2>\d+[a-z]?)/(?P<s2>{_SYMBOL})"
)
_DATE = re.compile(
    r"ngày\s+(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})", re.I
)
_PROVISION = re.compile(
    r"(?<!\w)(điều|khoản|điểm|chương|mục|phụ lục)(?:\s+(\d+[a-zđ]?|[a-zđ]|[IVXLC]+)(?!\w))?", re.I
)
_PROVISION_FIELDS = {
    "điều": "article", "khoản": "clause", "điểm": "point", "chương": "chapter", "mục": "section",
    "phụ lục": "appendix",
}  # fmt: skip


def instrument(text: str, given: dict[str, Any]) -> dict[str, Any]:
    """Fields of a citation; ``given`` holds what the annotator stated."""
    kind = _KIND.search(text)
    fields: dict[str, Any] = {
        "kind": KINDS[kind[1].lower()] if kind else None,
        "number": None, "year": None, "symbol": None, "code": None, "name": None, "issuer": None,
        "date": None, "title": None, "provisions": [], "refers_to": None,
    }  # fmt: skip
    code = _CODE.search(text)
    if code and "code" not in given:
        parts = code.groupdict()
        fields["number"] = parts["n3"] or parts["np"] or parts["n2"]
        fields["symbol"] = parts["s3"] or parts["sp"] or parts["s2"]
        fields["year"] = int(parts["y3"]) if parts["y3"] else None
        fields["code"] = code[0]
    date = _DATE.search(text)
    if date:
        fields["date"] = dt.date(int(date[3]), int(date[2]), int(date[1])).isoformat()
    fields["issuer"] = _issuer(text[kind.start() :] if kind else text, fields["symbol"])
    head = text[: kind.start()] if kind else text
    body = text[kind.start() :] if kind else text
    by_name = fields["kind"] in {"law", "code", "ordinance", "constitution"}
    if by_name or not (code or "code" in given):
        fields["name"] = _name(body)
        bare = re.search(r"(?:năm\s+)?((?:19|20)\d\d)(?!\d)", re.sub(_DATE, "", body))
        if bare and not code:
            fields["year"] = int(bare[1])
    provisions = {
        _PROVISION_FIELDS[m[1].lower()]: m[2] or ""
        for m in _PROVISION.finditer(head)
        if m[2] or "lục" in m[1].lower()
    }
    if provisions:
        fields["provisions"] = [provisions]
    return fields


def _issuer(text: str, symbol: str | None) -> str | None:
    stated = re.search(r"\scủa\s+(.+)$", text)
    if stated:
        return re.sub(r"^(?:liên\s+)", "", stated[1]).strip()
    if symbol is None:
        return None
    if "UBTVQH" in symbol:
        return "Ủy ban Thường vụ Quốc hội"
    if re.fullmatch(r"QH\d+", symbol):
        return "Quốc hội"
    return ISSUERS.get(symbol) or ISSUERS.get(symbol.split("-")[-1])


def _name(body: str) -> str:
    """The name without number, date, year and issuer."""
    name = re.split(r"\s+(?:số\s|ngày\s|của\s|năm\s+\d|\(?số\b|\d{4}\b)", body)[0]
    return name.strip(" ,(")


# --- times -----------------------------------------------------------------------------------------------

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def period(code: str) -> tuple[dt.date, dt.date, str]:
    """Read the annotators' shorthand for an interval.

    ``2019``, ``2019H1``, ``2019Q3``, ``2019-07``, ``2019-07-03`` and ``A..B`` of two of them.

    Raises:
        ValueError: if it is none of these.
    """
    if ".." in code:
        first, last = code.split("..")
        return period(first)[0], period(last)[1], "interval"
    found = re.fullmatch(r"(\d{4})(?:H([12])|Q([1-4])|-(\d\d)(?:-(\d\d))?)?", code)
    if not found:
        raise ValueError(f"no period: {code!r}")
    year = int(found[1])
    if found[2]:
        first_month = 1 if found[2] == "1" else 7
        return dt.date(year, first_month, 1), _month_end(year, first_month + 5), "half"
    if found[3]:
        last_month = 3 * int(found[3])
        return dt.date(year, last_month - 2, 1), _month_end(year, last_month), "quarter"
    if found[5]:
        day = dt.date(year, int(found[4]), int(found[5]))
        return day, day, "day"
    if found[4]:
        return dt.date(year, int(found[4]), 1), _month_end(year, int(found[4])), "month"
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"


_TIMES: list[tuple[str, str]] = [
    (r"từ (?:ngày )?(\d+)/(\d+)/(\d{4}) đến (?:hết )?(?:ngày )?(\d+)/(\d+)/(\d{4})",
     "{3}-{2:02}-{1:02}..{6}-{5:02}-{4:02}"),
    (r"(?:ngày )?(\d+)[/.-](\d+)[/.-](\d{4})", "{3}-{2:02}-{1:02}"),
    (r"ngày (\d+) tháng (\d+) năm (\d{4})", "{3}-{2:02}-{1:02}"),
    (r"tháng (\d+)(?: năm |/|-)(\d{4})", "{2}-{1:02}"),
    (r"6 tháng (?:đầu )?(?:năm )?(\d{4})", "{1}H1"),
    (r"06 tháng (?:đầu )?(?:năm )?(\d{4})", "{1}H1"),
    (r"0?6 tháng cuối (?:năm )?(\d{4})", "{1}H2"),
    (r"(\d+) tháng (?:đầu )?(?:năm )?(\d{4})", "{2}-01..{2}-{1:02}"),
    (r"(?:cả )?năm (\d{4})", "{1}"),
    (r"(?:giai đoạn |nhiệm kỳ |các năm |thời kỳ )?(?:năm )?(\d{4})\s*[-–]\s*(\d{4})", "{1}..{2}"),
    (r"năm học (\d{4})\s*[-–]\s*(\d{4})", "{1}..{2}"),
    (r"giai đoạn từ năm (\d{4}) đến (?:năm )?(\d{4})", "{1}..{2}"),
    (r"từ năm (\d{4}) đến (?:năm )?(\d{4})", "{1}..{2}"),
]  # fmt: skip


def time_code(text: str) -> str:
    """Give the shorthand of a time that names its year; a quarter may be Roman or Arabic.

    Raises:
        ValueError: if the form needs the annotator's own reading.
    """
    plain = " ".join(text.lower().split())
    quarter = re.fullmatch(r"quý (i{1,3}|iv|[1-4])(?: năm |/|-)(\d{4})", plain)
    if quarter:
        return f"{quarter[2]}Q{_ROMAN[quarter[1].upper()]}"
    for pattern, form in _TIMES:
        found = re.fullmatch(pattern, plain)
        if found:
            return form.format(None, *(int(g) for g in found.groups()))
    raise ValueError(f"give the dates of {text!r}")


# --- names -----------------------------------------------------------------------------------------------

_LEVELS = {
    "tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district", "tx": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip


def level(name: str) -> str:
    """Give the administrative level that a place's level word or its name states."""
    plain = name.lower()
    for word, value in _LEVELS.items():
        if plain.startswith((word + " ", word + ".")):
            return value
    city = re.match(r"(?:thành phố|tp\.?)\s*(.+)", plain)
    if city:
        return "province" if city[1] in CENTRAL_CITIES else "district"
    if plain in PROVINCES:
        return "province"
    return (
        "country"
        if plain in {"việt nam", "lào", "campuchia", "trung quốc", "hàn quốc", "nhật bản"}
        else "other"
    )


def programme(text: str) -> dict[str, Any]:
    """Split a programme into its kind and its title."""
    for kind in PROGRAMME_KINDS:
        if text.lower().startswith(kind.lower()):
            return {"kind": kind, "title": text[len(kind) :].strip(' "“”:')}
    raise ValueError(f"give the kind of {text!r}")


def expand(name: str) -> str:
    """Write the abbreviations of an organisation's name out."""
    return re.sub(r"[A-ZĐ][A-ZĐ&.-]+(?!\w)", lambda m: ABBREVIATIONS.get(m[0], m[0]), name)
