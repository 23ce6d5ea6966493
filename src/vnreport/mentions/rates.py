"""What a sum of money is for one of: ``đồng/kg``, ``đồng/người/tháng``, ``mỗi hộ``."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.numbers.roles import GAP
from vnreport.patterns import lazy

PER = lazy(
    rf"{GAP}?/{GAP}?(?P<slash>(?:[0-9]{{1,3}}{GAP}?)?[^\W\d_]+[23²³]?(?:{GAP}[^\W\d_]+)?"
    rf"(?:{GAP}?/{GAP}?[^\W\d_]+[23²³]?(?:{GAP}[^\W\d_]+)?){{0,2}})"
    rf"|{GAP}(?:mỗi|một|trên một|trên mỗi|cho mỗi|cho một){GAP}(?P<each>[^\W\d_]+[23²³]?)"
)
_ONE = lazy(r"\A0?1[ \u00a0]?(?=[^\W\d_])")
"""One of what a sum is for: ``200.000 đồng/01 hồ sơ``."""
_WORD = lazy(r"\w+")


def rate(text: str, folded: str, end: int) -> tuple[str | None, int]:
    """Give what a sum is for one of, and the offset behind it."""
    match = PER.match(folded, end)
    if match is None:
        return None, end
    if match["each"]:
        unit = match["each"]
        pair = " ".join(_WORD.findall(folded[match.start("each") : match.start("each") + 24])[:2])
        if pair in _per_pairs():
            return pair, match.end()
        return (unit, match.end()) if unit in _per_units() else (None, end)
    said = re.split(rf"{GAP}?/{GAP}?", match["slash"])
    if (one := _ONE.match(said[0])) and said[0][one.end() :].split()[0] not in _measures():
        said[0] = said[0][one.end() :]
    parts = [_per_unit(part) for part in said]
    behind = match.end() - len(said[-1]) + len(parts[-1])
    if parts[0][:1].isdigit() and parts[0].lstrip("0123456789. \u00a0") not in _measures():
        return None, end
    written = text[match.start("slash") : match.end("slash")]
    return "/".join(_symbol(part, written) for part in parts), behind


def _symbol(part: str, written: str) -> str:
    """Write a unit as its symbol is (``kWh``), a code or short form in capitals (``USD``, ``HTX``)."""
    if part in _codes() or (part.upper() in written and part.isalpha() and len(part) > 1):
        return part.upper()
    return _symbols().get(part, part)


@cache
def _symbols() -> dict[str, str]:
    return {row["form"]: row["unit"] for row in table("units") if row["unit"].lower() == row["form"]}


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"].lower() for row in table("currencies"))


@cache
def _measures() -> frozenset[str]:
    return frozenset(row["form"] for row in table("units"))


def _per_unit(part: str) -> str:
    """Cut a second word that is no part of the unit (``kg so`` is kg)."""
    words = part.split()
    if len(words) > 1 and not words[0].isdigit() and " ".join(words[:2]) not in _per_pairs():
        return words[0]
    return " ".join(words)


@cache
def _per_units() -> frozenset[str]:
    names = {row["form"] for row in table("units")} | {
        row["word"] for row in table("classifiers") if row["kind"] != "noun"
    }
    return frozenset(names - {"một", "số", "phần", "bên", "trong"})


@cache
def _per_pairs() -> frozenset[str]:
    pairs = {row["form"] for row in table("units")} | {row["word"] for row in table("classifiers")}
    return frozenset(name for name in pairs if name.count(" ") == 1)


def without_per(between: str) -> str:
    """Cut what the first of two sums is for one of from what stands between them."""
    match = PER.match(between)
    return between[match.end() :] if match and match["slash"] else between
