"""Legal instruments on their own: parse a code, compare and print citations.

The codes are those of :mod:`vnreport.codes` and the designations of standards (``QCVN 01-1:2018/BYT``).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field

from vnreport.codes import Code, read_code, tidy
from vnreport.patterns import lazy
from vnreport.report import InstrumentKind, InstrumentMention
from vnreport.symbols import agencies, kind_name, spell_agency, symbol_name

__all__ = ["Code", "Instrument", "kind_name", "parse", "read_code", "read_standard", "tidy"]

_STANDARD = lazy(
    r"(?P<symbol>TCVN|QCVN|TCXDVN|QCXDVN|TCN|TCXD|TCCS|TCĐP|QCĐP|QCTĐHN|\d\d\s?TCN)"
    r"(?P<series>(?:\s{0,2}(?:ISO|IEC|/IEC|/TS|/TR|EN|CISPR|HACCP)(?!\w)){0,3})"
    r"\s{0,3}(?:số\s?)?:?\s{0,2}(?P<number>\d{1,5}(?:\s?-\s?(?!(?:19|20)\d\d(?!\d))(?:\d{1,3}|MT))*)"
    r"(?P<year>\s{0,2}[:-]\s{0,2}(?:19|20)?\d\d(?!\d))?"
    r"(?P<agency>\s{0,2}/\s{0,2}[A-ZĐ][A-ZĐ&]{1,9})?(?![\w])"
)
_TWO_DIGITS = lazy(r"-\d\d\Z")
_SHORT_YEAR = lazy(r"(?<=\d{3})-(?:0\d|[6-9]\d)\Z")
_OLD_YEAR = lazy(r"(?<=\d\d)-(?:0\d|[6-9]\d)\Z")
"""A year of two digits behind a standard's number (``TCVN 4054-05``); no part of a standard is written so."""


def read_standard(text: str, start: int = 0) -> tuple[Code, re.Match[str]] | None:
    """Read the designation of a standard (``TCVN 9001:2015``, ``QCVN 01-1:2018/BYT``) at an offset."""
    match = _STANDARD.match(text, start)
    if match is None:
        return None
    series = re.sub(r"\s+", " ", match["series"]).strip()
    space = "" if series.startswith("/") else " "
    prefix = re.sub(r"\s", "", match["symbol"]) + (f"{space}{series}" if series else "")
    number = re.sub(r"\s", "", match["number"])
    printed = re.sub(r"\s", "", match["year"] or "")
    dated = (
        _TWO_DIGITS
        if prefix.endswith("TCN")
        else _SHORT_YEAR
        if prefix.startswith("TCVN")
        else _OLD_YEAR
        if prefix.startswith("TCXD")
        else None
    )
    if dated and not printed and (short := dated.search(number)):
        number, printed = number[: short.start()], short.group()
    agency = re.sub(r"\s", "", match["agency"] or "")[1:]
    spelled = spell_agency(agency) or agency
    year = int(printed[1:]) if len(printed) == 5 else None
    symbol = f"{prefix}/{spelled}" if spelled else prefix
    code = f"{prefix} {number}{printed}" + (f"/{spelled}" if spelled else "")
    name, scope = agencies()[1].get(spelled, ("", ""))
    issuer = name if scope == "central" else None
    return Code(number, year, symbol, code, "standard", issuer, True, False, match.end()), match


@dataclass(frozen=True)
class Instrument:
    """A legal or administrative instrument. Two are equal if their canonical identifiers are."""

    kind: InstrumentKind = field(compare=False)
    """What it is."""
    number: str | None = field(default=None, compare=False)
    """The number as printed."""
    year: int | None = field(default=None, compare=False)
    """The year of its code, or the one it is cited with."""
    symbol: str | None = field(default=None, compare=False)
    """The code without number and year."""
    code: str | None = field(default=None, compare=False)
    """The canonical identifier."""
    name: str | None = field(default=None, compare=False)
    """The name of a law or code."""
    issuer: str | None = field(default=None, compare=False)
    """The issuing body."""
    date: dt.date | None = field(default=None, compare=False)
    """Day of signing or passing."""
    canonical: str = field(init=False)
    """What identifies it: the code, else the name with its year, else kind and number."""

    def __post_init__(self) -> None:
        year = f" {self.year}" if self.year else ""
        plain = self.code or (f"{self.name}{year}" if self.name else f"{self.kind} {self.number or ''}{year}")
        object.__setattr__(self, "canonical", plain)

    @classmethod
    def of(cls, mention: InstrumentMention) -> Instrument:
        """Give the instrument that a mention cites, its provisions and title left out."""
        names = ("kind", "number", "year", "symbol", "code", "name", "issuer", "date")
        return cls(**{name: getattr(mention, name) for name in names})

    def __str__(self) -> str:
        """Print the citation in the official style (Nghị định 30/2020/NĐ-CP, Appendix I)."""
        head = self.name or symbol_name(self.symbol) or kind_name(self.kind)
        if self.kind == "standard":
            words = [self.code or head]
        elif self.code or self.number:
            words = [head, "số", self.code or f"{self.number}" + (f"/{self.year}" if self.year else "")]
        else:
            words = [head, *([f"năm {self.year}"] if self.year and not self.date else [])]
        if self.date:
            month = f"{self.date.month:02d}" if self.date.month < 3 else str(self.date.month)
            words.append(f"ngày {self.date.day:02d} tháng {month} năm {self.date.year}")
        if self.issuer and self.kind not in ("code", "law", "constitution", "standard"):
            words.append(f"của {self.issuer}")
        return " ".join(words)


def parse(code: str) -> Instrument | None:
    """Parse the code of an instrument on its own.

    Args:
        code: such as ``09/2017/NĐ-CP``; spacing noise, en dashes and missing accents are mended.

    Returns:
        The instrument, or None where the text is not one code from end to end.
    """
    plain = unicodedata.normalize("NFC", tidy(code)).strip()
    plain = re.sub(r"\A[Ss]ố\s{0,3}:?\s{0,3}", "", plain)
    standard = read_standard(plain)
    read = standard[0] if standard else read_code(plain, loose=True)
    if read is None or read.end != len(plain):
        return None
    if read.code and standard is None and not _stands(read.code):
        return None
    kind = read.kind or ("official_letter" if read.known or "-" in (read.symbol or "") else "other")
    return Instrument(kind, read.number, read.year, read.symbol, read.code, issuer=read.issuer)


def _stands(code: str) -> bool:
    """Tell whether a canonical code is read as itself: else it was none."""
    again = read_code(code, loose=True)
    return again is not None and again.end == len(code) and again.code == code
