"""The symbols of instruments: kinds and agencies of the lexicon by their spellings, the damaged ones too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import cast

from vnreport.lexicon import table
from vnreport.models import InstrumentKind
from vnreport.patterns import lazy

TERM = lazy(r"(QH|UBTVQH|HĐNN)(\d{1,2})\Z")


def bare(text: str) -> str:
    """Drop case and accents: what typists and headings leave of a symbol."""
    lowered = text.lower().replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


def _index(symbols: list[str]) -> Mapping[str, str]:
    """Map every spelling of a symbol to the symbol; the earlier row keeps a shared spelling."""
    spellings: dict[str, str] = {s: s for s in reversed(symbols)}
    for symbol in symbols:
        for spelling in (symbol.lower(), symbol.upper(), bare(symbol), bare(symbol).upper()):
            spellings.setdefault(spelling, symbol)
    return spellings


@cache
def kinds() -> tuple[Mapping[str, str], Mapping[str, InstrumentKind]]:
    """Give the symbols of kinds by their spellings, and what each means."""
    rows = table("instrument_symbols")
    kinds = {row["symbol"]: cast(InstrumentKind, row["kind"]) for row in rows}
    return _index(list(kinds)), kinds


@cache
def agencies() -> tuple[Mapping[str, str], Mapping[str, tuple[str, str]]]:
    """Give the symbols of agencies by their spellings, and the name and scope of each."""
    rows = table("instrument_agencies")
    agencies = {row["symbol"]: (row["name"], row["scope"]) for row in rows}
    return _index(list(agencies)), agencies


@cache
def spell_kind(part: str) -> str | None:
    """Give the canonical spelling of a kind's symbol, or None if it is unknown."""
    known = kinds()[0]
    found = known.get(part) or known.get(part.upper() if part.islower() or "đ" in part else part)
    if part in ("QĐĐ", "NĐĐ"):  # a scan's Ð beside the letter that repair put back
        return part[:2]
    # A vowel where the Đ was lost and wrongly put back: ``NƠ-CP``.
    return found or (known.get(f"{part[0]}Đ") if len(part) == 2 and part[1] in "ƠƯÂĂÔÊ" else None)


def is_kind(symbol: str | None) -> bool:
    """Tell whether a code's symbol opens with that of a kind (``QĐ-TTg``, not ``HDU-TH``)."""
    return re.split(r"[-/.]", symbol or "")[0] in kinds()[1]


@cache
def spell_agency(part: str) -> str | None:
    """Give the canonical spelling of an agency's symbol, or None if it is unknown."""
    part = re.sub(r"T\.?(?:Ư|W|w)\Z", "TW", part) if len(part) < 12 else part
    known = agencies()[0]
    marked = _marked(part) and not (part[0].isupper() and part[1:].islower())
    found = known.get(part) or known.get(bare(part).upper() if marked else part) or _lost().get(part)
    if found:
        return "TW" if found in ("TƯ", "T.Ư") else found
    upper = part.upper()
    if _CONSONANTS.fullmatch(part):  # "Ttg"
        return known.get(upper)
    term = TERM.match("HĐNN" + upper[4:] if upper.startswith("HDNN") else upper)
    if term:
        return term.group()
    headed = _HEADED.match(part)
    return headed[1].replace("D", "Đ") + part[headed.end(1) :] if headed else None


_CONSONANTS = lazy(r"[A-ZĐ][b-df-hj-np-tv-xzđ]{2,4}")
"""A symbol written as a word would be, which it cannot be."""
_HEADED = lazy(r"(HD|DH)(?=[A-Z]{2})")
"""Councils and universities without their Đ: no other agency begins so."""


def _marked(part: str) -> bool:
    """Tell whether a symbol has vowel marks, which no symbol but ``TƯ`` has."""
    return (not part.isascii() and any(c not in "ĐđƯư" and not c.isascii() for c in part)) or "Ư" in part


@cache
def _lost() -> Mapping[str, str]:
    """Map what is left of a symbol that lost its Đ to the symbol, where no other symbol looks so."""
    left: dict[str, str] = {}
    for symbol in agencies()[1]:
        short = symbol.replace("Đ", "")
        if "Đ" in symbol and len(short) > 3 and short not in agencies()[0]:
            left[short] = "" if short in left else symbol
    return {short: symbol for short, symbol in left.items() if symbol}


def shaped(part: str) -> bool:
    """Tell whether an unknown word is shaped like a symbol: capitals, few small letters, no vowel marks."""
    capitals = sum(c.isupper() for c in part)
    small = sum(c.islower() for c in part)
    if not capitals or small > capitals + 1 or not part[0].isupper():
        return False
    plain = all(c in "ĐđƯưÂĂÊÔƠ&." or c.isdigit() or c.isascii() for c in part)
    return plain and (capitals > 1 or small <= 1) and not re.search(r"[a-zđ]{3}", part)


def lost_kind(parts: list[str]) -> str | None:
    """Give the kind whose Đ a font has lost: ``N-CP`` Nghị định, ``Q-UBND`` Quyết định."""
    if parts[:2] == ["N", "CP"]:
        return "NĐ"
    if parts[0] in ("QI", "Qi") and parts[1:2] and agencies()[1].get(parts[1], ("", ""))[1] == "party":
        return "QĐi"
    return "QĐ" if parts[0] == "Q" and len(parts) > 1 and parts[1] in agencies()[1] else None


_COMMON_LOCAL = frozenset({"UBND", "UB", "HĐND", "TW", "TU"})
PARTY = frozenset({"TW", "TU", "HU", "QU", "ThU", "ĐU"})


@cache
def _organizations() -> frozenset[str]:
    """Give the abbreviations of words that open the name of an organisation."""
    return frozenset(form for row in table("organization_heads") for form in row["forms"].split(";"))


@cache
def split(part: str) -> tuple[str, str] | None:
    """Split a symbol whose hyphen was lost: ``NĐCP``, ``QĐUBND``, but not ``CTCP``, a joint stock company."""
    if part in _organizations():
        return None
    for size in (2, 3, 4):
        kind, agency = spell_kind(part[:size]), agencies()[0].get(part[size:])
        scope = agencies()[1].get(agency or "", ("", ""))[1]
        if kind and agency and (scope == "central" or agency in _COMMON_LOCAL) and len(part) - size > 1:
            return kind, agency
    return None


def guessed(part: str, agency: str) -> bool:
    """Tell whether a short symbol was given a Đ that it may never have had (``TD`` and ``TĐ``)."""
    scope = agencies()[1].get(agency, ("", ""))[1]
    return len(part) < 4 and scope not in ("central", "party") and "Đ" in agency and "Đ" not in part.upper()


def spell_first(part: str) -> str | None:
    """Give the spelling of a symbol's first part: a kind (also with a number: ``QH14``) or an agency."""
    return spell_kind(part) or spell_agency(part)


@cache
def kind_name(kind: InstrumentKind) -> str:
    """Give the Vietnamese word for a kind: ``nghị định`` with its first letter raised."""
    for row in table("instrument_kinds"):
        if row["kind"] == kind and kind != "other":
            return row["name"][0].upper() + row["name"][1:]
    return "Văn bản"


@cache
def symbol_name(symbol: str | None) -> str | None:
    """Give the word that a symbol stands for, where it is not the plain one: ``SL`` Sắc lệnh."""
    first = re.split(r"[-/.]", symbol)[0] if symbol else ""
    word = next((row["word"] for row in table("instrument_symbols") if row["symbol"] == first), "")
    return word[0].upper() + word[1:] if word else None


def is_ministry(part: str) -> bool:
    """Tell whether a part names a ministry, whose letters take no number: not ``NHNN1``, ``QH1``."""
    known = agencies()[1].get(part, ("", ""))
    return known[1] == "central" and known[0].startswith("Bộ ")
