"""Symbols of instruments that a stray space parts: ``TT-BGD ĐT``, ``NQ-UBTVQH 14``."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.patterns import lazy
from vnreport.symbols import agencies, spell_agency, spell_kind

_REST = lazy(r"[ \xa0]([A-ZĐ]{1,4}g?)(?![\w-])(?! [A-ZĐ])")
_INSIDE = lazy(r"[ \xa0]([A-ZĐ]{1,4})(?=[-/][A-ZĐ]{2})")
_LOCAL = ("UBND", "HĐND")
_ASSEMBLIES = frozenset({"QH", "UBTVQH", "HĐNN"})
_TERM = lazy(r"[ \xa0](\d{1,2})(?![\w/]|[.,-]\d| (?:tháng|năm|điều|đại|ngày(?! ?\d)))")


def rest(text: str, end: int, parts: Sequence[str], *, inside: bool = False) -> tuple[str, int] | None:
    """Read the rest of a ministry's letters (``TT-BGD`` *ĐT*).

    Args:
        text: the text.
        end: where the symbol seems to end.
        parts: its parts so far; the last may lack its rest.
        inside: whether another body goes on behind (``TTLT-BGD`` *ĐT* ``-BNV``).

    Returns:
        The whole part in canonical spelling, and the end of it; None where nothing is parted.
    """
    match = (_INSIDE if inside else _REST).match(text, end) if len(parts) > 1 else None
    whole = spell_agency(parts[-1] + match[1]) if match else None
    central = agencies()[1].get(whole or "", ("", ""))[1] == "central" or whole in _LOCAL
    if match is None or whole is None or not central:
        return None
    return whole, match.end()


_KIND = lazy(r"[ \xa0]([A-ZĐa-z]{1,2})(?=\s?[-/])")


def kind(text: str, end: int, first: str) -> tuple[str, int] | None:
    """Read the rest of a kind's letters (``N`` *Đ* ``-CP``), and the end of it."""
    match = _KIND.match(text, end) if len(first) == 1 else None
    whole = spell_kind(first + match[1]) if match else None
    return (whole, match.end()) if match and whole else None


def term(text: str, end: int, parts: Sequence[str]) -> tuple[str, int] | None:
    """Read the term of the assembly that a symbol ends with (``NQ-UBTVQH`` *14*), and the end of it."""
    match = _TERM.match(text, end) if parts[-1] in _ASSEMBLIES else None
    return (parts[-1] + match[1], match.end()) if match else None


_LAW_NUMBER = lazy(r"\.(\d{3})(?!\w)")


def law_number(text: str, end: int, parts: Sequence[str]) -> tuple[str, int] | None:
    """Read the number of a law of 1957 behind that of its promulgation (``SL/L`` *.004*), and its end."""
    match = _LAW_NUMBER.match(text, end) if parts[0] == "SL" and parts[-1] == "L" else None
    return (f"L.{match[1]}", match.end()) if match else None
