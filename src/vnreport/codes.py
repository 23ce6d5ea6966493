"""Codes of instruments: ``09/2017/NĐ-CP``, ``846/QĐ-TTg``, ``45-NQ/TW``, ``7375/BYT-TCDS``.

A code is a number, often a year, and a symbol. Its form follows Nghị định 30/2020/NĐ-CP (administrative
documents), Nghị định 78/2025/NĐ-CP (normative instruments) and Hướng dẫn 36-HD/VPTW (Party documents);
the abbreviations are in ``lexicon/instrument_symbols.tsv`` and ``lexicon/instrument_agencies.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from vnreport import parted_symbols
from vnreport.patterns import lazy
from vnreport.report import InstrumentKind
from vnreport.symbols import (
    PARTY,
    TERM,
    agencies,
    guessed,
    is_ministry,
    kinds,
    lost_kind,
    shaped,
    spell_agency,
    spell_first,
    spell_kind,
    split,
)

__all__ = ["Code", "read_code", "tidy"]

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"\xa0": " ", "Ð": "Đ", "ð": "đ"})
_LETTERS = r"[^\W\d_]"
_TOKEN = rf"T\.[ƯWU](?!\w)|{_LETTERS}[^\W_]{{0,15}}(?:&{_LETTERS}[^\W_]{{0,11}}){{0,3}}"
_GAP = r"[^\S\n]{0,3}\n?[^\S\n]{0,3}"
_START = lazy(
    rf"(?P<number>\d{{1,5}}(?:-\d|-[a-z]|bis|ter)(?=\s?/\s?[A-ZĐ]{{2}})|\d{{1,4}}\.\d{{1,2}}(?=/20\d\d/NQ)|\d{{1,3}}\.\d{{3}}(?=\s?/\s?[A-ZĐ]{{2}})|"
    rf"\d{{1,7}}(?:[a-zđ](?![a-zđ])|[A-ZĐ](?![^\W\d_]))?)"
    rf"(?:{_GAP}[/-]/?{_GAP}(?P<year>(?:19|20)\d\d(?!\d)|(?=[\d ]{{5}}/)(?:2 ?0|1 ?9) ?\d ?\d(?=/)))?"
    rf"(?:\.(?=/[A-ZĐ]{{2}}))?{_GAP}(?P<mark>/(?=/[A-ZĐ])|[/-]?|\.(?=[A-ZĐ][A-ZĐr]{{1,2}}/[A-ZĐ]{{2}}))/?{_GAP}(?P<first>{_TOKEN})(?![\w&])"
)
_NEXT = lazy(rf"(?P<before>{_GAP})(?P<mark>[-/.])(?P<after>{_GAP})(?P<part>{_TOKEN})(?![\w&])(?P<tail>\s?)")


class Code(NamedTuple):
    """A code that was read from a text."""

    number: str
    """The number as printed: ``09``, ``30a``."""
    year: int | None
    """The year that the code itself carries."""
    symbol: str | None
    """Kind and agency in canonical spelling: ``NĐ-CP``, ``NQ/TW``; None where only number and year stand."""
    code: str | None
    """The whole in canonical spelling; None where the symbol is unknown."""
    kind: InstrumentKind | None
    """What the symbol says the instrument is; None where it does not say."""
    issuer: str | None
    """The central body that the symbol names."""
    known: bool
    """Whether the symbol's words are known, not only shaped like a symbol."""
    letter: bool
    """Whether the symbol begins with an agency, as official letters do."""
    end: int
    """Offset behind the code."""


def _unit(step: re.Match[str], parts: list[str]) -> bool:
    """Tell whether an unknown word behind a spaced mark is a letter's unit: ``1635/SGDĐT- GDTrH``."""
    one_sided = not (step["before"] and step["after"])
    letter = len(parts) == 1 and parts[0] not in kinds()[1]
    return (one_sided or letter) and sum(c.isupper() for c in step["part"]) > 1


def _parts(text: str, match: re.Match[str], loose: bool) -> tuple[list[str], list[str], int, bool] | None:
    """Read the parts of a symbol: canonical parts, the marks before them, the end, whether all are known."""
    first, end = match["first"], match.end("first")
    if (whole := parted_symbols.kind(text, end, first)) is not None:
        first, end = whole
    spelled = spell_first(first)
    known = spelled is not None
    parts, marks = [spelled or first], [match["mark"]]
    if not known:
        pair = split(first)
        if pair:
            parts, marks, known = list(pair), [match["mark"], "-"], True
        elif not shaped(first):
            return None
    if not match["mark"] and not (known and (match["year"] or loose) and first[0].isupper()):
        return None
    loosely = match["year"] is None and " " in text[match.end("number") : match.start("first")]
    for _ in range(7):
        step = _NEXT.match(text, end)
        if step is None and (inside := parted_symbols.rest(text, end, parts, inside=True)) is not None:
            parts[-1], end = inside
            step = _NEXT.match(text, end)
        if step is None:
            break
        part, stop = step["part"], step.end("part")
        if (noted := _NOTED.fullmatch(part)) and (is_ministry(noted[1]) or noted[1] in ("CP", "TTg")):
            part = noted[1]
        glued = _GLUED.search(part) if part[-1].islower() else None
        if glued and spell_agency(part[: glued.start()]):
            part, stop = part[: glued.start()], step.start("part") + glued.start()
        agency = spell_agency(part) if not part.islower() or first.islower() else None
        if agency and guessed(part, agency) and parts[0] == first:
            agency = part
        agency = agency or (spell_kind(part) if part[0].isupper() and len(parts) == 1 else None)
        spaced = bool(step["before"] or step["after"])
        told = not spaced or loosely or _unit(step, parts) or _told(text, step.end("part"), parts)
        if agency is None and not (shaped(part) and told):
            break
        if spaced and part[0].islower() and not first.islower():
            break
        if step["mark"] == "." and not _dotted(text, step, part, parts):
            break
        known = known and agency is not None
        parts.append(agency or part)
        marks.append(step["mark"])
        end = stop
        if glued and stop < step.end("part"):
            break
    if not known and (lost := lost_kind(parts)):
        parts[0], known = lost, True
    if parts[-1] == "SL" and (decade := _DECREE_YEAR.match(text, end)):
        return [*parts, decade[1]], [*marks, "/"], decade.end(), known
    behind = (parted_symbols.term, parted_symbols.law_number, parted_symbols.rest)
    if (rest := next(filter(None, (read(text, end, parts) for read in behind)), None)) is not None:
        parts[-1], end = rest
    return parts, marks, end, known


_NOTED = lazy(r"([A-ZĐ]{3,}|CP|TTg)[1-9]\d?")
"""The letters of a ministry with the mark of a footnote that was raised: ``39/2018/TT-BYT2``."""


_TOLD = lazy(r"\s{1,2}(?:ngày|của|năm|về|v/v|phê duyệt|ban hành|quy định)\s|[,;.)](?:\s|\Z)|\Z")


def _told(text: str, end: int, parts: list[str]) -> bool:
    """Tell whether an unknown agency behind a kind and a spaced mark is one: ``17/QĐ - CCTHADS ngày …``."""
    return len(parts) == 1 and parts[0] in kinds()[1] and _TOLD.match(text, end) is not None


_GLUED = lazy(
    r"(?<=[A-ZĐg])(?:ngày|của|về|và|do|năm|tại|quy|ban|phê|sửa|hướng|có|là|đã|được|theo|cho|để|bị|thì|nêu|thay|kèm)\Z"
)
"""The word behind a code that has lost its space: ``NĐ-CPngày``."""
_DECREE_YEAR = lazy(r"/(\d\d)(?!\w)")
"""The year behind the symbol of a decree-law of 1976: ``03-SL/76``."""
_AFTER_DOT = lazy(r"\s{0,2}(?:\Z|[^\w\s]|(?:ngày|của|về|v/v|do|năm|và)(?!\w))", re.IGNORECASE)


_ROMAN = lazy(r"[IVX]{1,4}")
"""What numbers a department: ``VPCP-V.I``."""


def _dotted(text: str, step: re.Match[str], part: str, parts: list[str]) -> bool:
    """Tell whether a dot is one of the symbol; a space beside it only between kind and agency."""
    if step["before"] or step["after"]:
        one_sided = not (step["before"] and step["after"]) and "\n" not in step.group()
        if not (one_sided and len(parts) == 1 and parts[0] in kinds()[1] and spell_agency(part)):
            return False
    return _after_dot(text, step.end("part"), part, parts)


def _after_dot(text: str, end: int, part: str, parts: list[str]) -> bool:
    """Tell a dot inside a symbol (``UBND.VX``) from one that closes a sentence and has lost its space."""
    if len(parts[-1]) == 1 and _ROMAN.fullmatch(part):
        return True
    return part not in parts and _AFTER_DOT.match(text, end) is not None


_BRANCHED = lazy(r"(?<=\ANHNN)\d{1,2}\Z")
"""The department's number behind the State Bank's letters: ``QĐ-NHNN1``."""
_OLD: Mapping[str, InstrumentKind] = {
    "CP": "decree", "TTg": "decision", "HĐBT": "decree", "CT": "directive", "UBTVQH": "resolution",
    "QH": "law", "HĐNN": "resolution", "LB": "joint_circular", "TTLB": "joint_circular",
}  # fmt: skip


_BEHIND = frozenset({"QĐ", "TT", "NQ", "NĐ"})
"""Kinds that old symbols put behind the agency: ``202/BYT-QĐ``."""
_SHARED = ("PH", "LT", "LN", "LS")
"""What ends the symbol of a kind that several bodies issue together: ``CTPH`` Chương trình phối hợp."""
_LONGER = frozenset({"QĐ", "NQ", "BC", "KL", "KH", "TB", "HD", "BB"})
"""Kinds whose symbol other letters may lengthen: ``BCTĐ`` Báo cáo thẩm định, ``QĐST`` Quyết định sơ thẩm."""


def _describe(parts: list[str]) -> tuple[InstrumentKind | None, str | None, bool]:
    """Tell kind, implied issuer, and whether the symbol is one of an official letter."""
    known_kinds = kinds()[1]
    kind = known_kinds.get(parts[0])
    term = TERM.match(parts[0])
    stem = term[1] if term else parts[0]
    if kind is None or (len(parts) == 1 and stem in _OLD):
        kind = _OLD.get(stem) if len(parts) == 1 or term else None
    if agencies()[1].get(parts[0], ("", ""))[1] == "central":
        kind = kind or next((known_kinds[p] for p in parts[1:3] if p in _BEHIND), None)
    letter = kind is None and parts[0][:2] not in _LONGER
    if kind is None and not letter and spell_agency(parts[0]) is None and parts[0][2:].isupper():
        kind = known_kinds[parts[0][:2]]
    letter = kind is None
    bodies = parts[1:] if parts[0] in known_kinds and len(parts) > 1 else parts
    joint = next((known_kinds[p] for p in parts if known_kinds.get(p, "").startswith("joint")), None)
    if joint or not bodies:
        return joint or kind, None, letter and joint is None
    if len(bodies) > 1 and kind and parts[0].endswith(_SHARED):
        return kind, None, letter
    if kind == "ordinance" and parts[0] == "PL":
        return kind, "Ủy ban Thường vụ Quốc hội", letter
    if (len(bodies) > 1 and bodies[0] == "TW") or (parts[0] == "L" and bodies[0] == "CTN"):
        return kind, "Chủ tịch nước" if bodies[0] == "CTN" else None, letter
    body = _BRANCHED.sub("", TERM.sub(r"\1", bodies[0]))
    if (
        parts[0] == "TT"
        and len(bodies) > 1
        and all(agencies()[1].get(b, ("", ""))[1] == "central" for b in bodies[:2])
    ):
        return kind, None, letter
    name, scope = agencies()[1].get(body, ("", ""))
    return kind, name if scope == "central" else None, letter


def read_code(text: str, start: int = 0, *, loose: bool = False) -> Code | None:
    """Read a code that begins at an offset.

    Args:
        text: the text, with ordinary hyphens (see :func:`tidy`).
        start: offset of the code's first digit.
        loose: True where a word such as ``Nghị định số`` stands before, so that any symbol will do.

    Returns:
        The code, or None where there is none. Unless ``loose``, a symbol must have known parts.
    """
    match = _START.match(text, start)
    if match is None:
        return None
    number = match["number"]
    read = _parts(text, match, loose)
    if read is None:
        return None
    parts, marks, end, known = read
    kind, issuer, letter = _describe(parts)
    if not loose and not _plausible(parts, kind, letter, match["year"]):
        return None
    marks = _official(parts, marks, match["year"])
    symbol = parts[0] + "".join(m + p for m, p in zip(marks[1:], parts[1:], strict=True))
    year = match["year"] and match["year"].replace(" ", "")
    mark = marks[0].strip(".") or ("-" if "/" in marks else "/")
    # "1.682/BTNMT-TCMT" has a dot for thousands, "66.7/2025/NQ-CP" one of its own.
    code = f"{number}/{year}/{symbol}" if year else f"{number.replace('.', '')}{mark}{symbol}"
    return Code(number, int(year) if year else None, symbol, code, kind, issuer, known, letter, end)


def _official(parts: list[str], marks: list[str], year: str | None) -> list[str]:
    """Give the marks as the issuer writes them: ``45-NQ/TW`` in the Party, ``35/NQ-CP`` in the State."""
    if parts[0] in kinds()[1] and marks[1:2] == ["."]:
        marks = [marks[0], *("-" if mark == "." else mark for mark in marks[1:])]
    if len(parts) != 2 or parts[0] not in kinds()[1] or parts[0] in ("L", "LCT", "SL"):
        return marks
    central = agencies()[1].get(parts[1], ("", ""))[1] == "central" or parts[1] in ("UBND", "HĐND")
    if marks == ["", "/"] and parts[1] == "UB":
        return ["/", "-"]  # "1390 QĐ/UB"
    missing = marks == ["", "/"] and not central
    if year is None and (missing or parts[1].endswith("ĐTN")):
        return ["-", "/"]
    party = agencies()[1].get(parts[1], ("", ""))[1] == "party" and parts[1].endswith(("TW", "TU", "HU"))
    if parts[0] == "CĐ" and parts[1] in ("TW", "TƯ"):
        return ["/", "-"]  # a telegram of a steering committee of the State
    if year is None and (parts[1] in PARTY or party):
        return ["-", "/"]
    return ["/", "-"] if central and not parts[1].endswith("TW") else marks


def _plausible(parts: list[str], kind: InstrumentKind | None, letter: bool, year: str | None) -> bool:
    """Tell whether a code that no word introduces is one: its kind or agency must be known."""
    if TERM.match(parts[0]):
        return year is not None or len(parts) > 1
    if parts[0] in kinds()[1] and len(parts) > 1:
        return len(parts[1]) > 1
    if parts == ["HĐBT"]:
        return True
    scope = agencies()[1].get(parts[0], ("", ""))[1]
    return letter and len(parts) > 1 and scope in ("central", "local", "party") and len(parts[0]) > 1


def tidy(text: str) -> str:
    """Give the text with ordinary hyphens and spaces and Vietnamese Đ; no offset moves."""
    return text.translate(_DASHES)
