"""Whether digits without a year are a date: fractions, scores, ranges and ``24/7`` look the same."""

from __future__ import annotations

import re

from vnreport.mentions.times import patterns
from vnreport.mentions.times.reading import Chain, Reading
from vnreport.mentions.times.words import words
from vnreport.names import UPPER
from vnreport.patterns import lazy

_RATES = frozenset({"mỗi", "một", "hàng", "hằng", "quân", "theo", "1"})
_QUARTER_ENDS = frozenset({("31", "3"), ("30", "6"), ("30", "9"), ("31", "12")})
"""Days that balances are struck on, dates without a word for it: ``dư nợ 31/12``."""
_BRACKETED = (")", " )", " -", "-", "–", " –", ",", ";", " và ")
"""What stands behind a day that opens a bracket."""
_BOUNDS = frozenset({"đến", "tới", "từ", "trước", "sau", "hết", "vào"})
_DAYS_APART = lazy(r"(?<!\d)(?:1[3-9]|2\d|3[01])/\d|(?<!\d)0[1-9]/|/0[1-9]|/1[0-2](?!\d)")
"""What is no fraction: a day behind the twelfth, a zero in front, a month from October."""
_BRACKET_CLOSES = lazy(r"\s?[),]")
_LAST_DAY = lazy(r"\d{1,2}\Z")
_LATE_DAY = lazy(r"1[3-9]|2\d|3[01]|0[1-9]")
"""A day that counts no months."""
_HOUR = lazy(r"(?<!\d)(?:[01]?\d|2[0-4]) ?(?:h|giờ)(?: ?[0-5]\d(?:'|’| ?phút)?)?,? \Z")
"""An hour, behind which a day stands: ``22h15`` *11/3*."""
_DAY_OF = lazy(r"(?<!\w)ngày(?: [^\W\d]+){1,3}\Z")
"""What it is the day of: ``ngày bầu cử 22 tháng 5``."""
_DAY_NAMED = lazy(rf"(?: (?:nay|qua)|(?<!\w)[Nn]gày [{UPPER}][^()\n,]*) \Z")
"""What a bracket with a day stands behind: ``Sáng nay (24-6)``, ``Ngày Môi trường thế giới (5-6)``."""


def is_date(reading: Reading, at: int, end: int, match: re.Match[str], lead: str, chained: Chain) -> bool:
    """Tell whether digits without a year are a date: fractions, scores and ``24/7`` look the same."""
    following = reading.folded[end : end + 2]
    if (following[:1] in "/.," and following[1:].isalnum()) or following[:1] == "%":
        return False
    if match["sep"] == "/" and _HOUR.search(reading.folded, max(0, at - 12), at):
        return True
    if lead in words("lead"):
        start = reading.folded.rfind(lead, max(0, at - 20), at)
        if lead == "ngày" and _is_rate(reading, start):
            return False
        return match["sep"] != "." or lead == "ngày" or reading.closes(end) or reading.dotted
    if lead.rstrip(",") in {"nay", "qua", "mai", "kia"} and match["sep"] != ".":
        start = reading.folded.rfind(lead, max(0, at - 20), at)
        before = reading.word_before(start)
        if before in words("day_part") or (lead == "mai" and before in _BOUNDS and reading.closes(end)):
            return True
    if chained == "list" and match["sep"] == "." and reading.dotted and not counts(reading, end):
        return True
    if chained == "dated" and (match["sep"] in {"-", "–"} or (match["sep"] == "." and reading.closes(end))):
        return True
    if match["sep"] in {".", "-", "–"}:
        ahead = patterns.range_ahead().match(reading.folded, end) if lead == "từ" else None
        if ahead is not None and ahead["more"] and ahead["y"]:
            return True
        return match["sep"] != "." and _is_hyphened_date(reading, at, end, match, lead, chained)
    if chained:
        apart = chained == "range" and _DAYS_APART.search(reading.folded, at, end) is not None
        return chained == "dated" or apart or reading.closes(end) or (chained == "list" and lead == "và")
    ahead = patterns.range_ahead().match(reading.folded, end)
    if ahead is not None and ahead["more"]:
        feasts = match["days"] == "30" and match["m"].lstrip("0") == "4"  # 30/4 - 1/5
        sure = _DAYS_APART.search(reading.folded, at, ahead.end()) is not None or reading.closes(ahead.end())
        alone = reading.folded[at - 1 : at] == "(" and _BRACKET_CLOSES.match(reading.folded, ahead.end())
        days = _DAYS_APART.search(reading.folded, at, ahead.end()) if alone else None
        return bool(ahead["y"]) or feasts or (lead == "từ" and sure) or days is not None
    if match["sep"] and match["days"].lstrip("0") == "24" and match["m"] == "7":
        return False
    if lead in words("weak_lead") and match["sep"]:
        if lead == "với":
            known = (match["days"], match["m"].lstrip("0")) in _QUARTER_ENDS
            return known and reading.before(at).endswith("so với") and reading.closes(end)
        # More of them than twelve are no part of twelve: "đến 31/10 | cưỡng chế".
        last = _LAST_DAY.search(match["days"])
        late = lead in _BOUNDS and last is not None and int(last[0]) > 12
        return late or (lead != "năm" and reading.closes(end))
    if match["sep"] == "/" and (match["days"], match["m"].lstrip("0")) in _QUARTER_ENDS and lead.isalpha():
        return following[:1] != " " or not counts(reading, end)
    lunar = match["mw"] in {"giêng", "chạp"} and reading.closes(end)
    if lunar and not reading.folded.startswith((" đến", " tới", " -"), end):
        return True
    if match["mw"]:
        named = _LATE_DAY.fullmatch(match["days"]) and _DAY_OF.search(reading.before(at))
        return (named is not None or lead in words("weak_lead")) and reading.closes(end)
    return _in_brackets(reading, at, end)


def _is_rate(reading: Reading, day: int) -> bool:
    """Tell whether the word before ``ngày`` makes it a rate: ``mỗi ngày 2/3``, not ``lần 1 ngày 25/6``."""
    word = reading.word_before(day)
    if word == "1":
        one = reading.folded.rfind("1", max(0, day - 4), day)
        return reading.word_before(one) not in words("numbered")
    return word in _RATES


def _is_hyphened_date(
    reading: Reading, at: int, end: int, match: re.Match[str], lead: str, chained: Chain
) -> bool:
    """Tell whether ``25-4`` is a day: no range falls, and texts that write days so do it throughout.

    ``Sáng nay (24-6)``, ``từ 25-4 đến 27-4``, ``30-4 và 1-5``.
    """
    last = _LAST_DAY.search(match["days"])
    falls = last is not None and int(last[0]) >= int(match["m"])
    if counts(reading, end):
        return False
    if reading.folded[at - 1 : at] == "(":
        told = falls or reading.hyphened or _DAY_NAMED.search(reading.text, max(0, at - 48), at - 1)
        return bool(told) and _in_brackets(reading, at, end)
    if chained:
        return falls or reading.hyphened or reading.closes(end)
    ahead = patterns.range_ahead().match(reading.folded, end)
    if lead == "từ" and falls and ahead is not None and ahead["more"]:
        return True
    if lead not in words("weak_lead") or lead in {"với", "năm"}:
        return False
    return ((falls and lead in _BOUNDS) or reading.hyphened) and reading.closes(end)


def _in_brackets(reading: Reading, at: int, end: int) -> bool:
    """Tell whether a bracket holds the date of a day that was named before: ``Quốc khánh (2/9)``."""
    folded = reading.folded
    opened = folded.startswith(("(", "( "), max(0, at - 2)) or folded[at - 1 : at] == "("
    if not opened or not folded.startswith(_BRACKETED, end):
        return False
    before = folded[max(0, at - 60) : at]
    return any(word in before for word in words("dated"))


def counts(reading: Reading, end: int) -> bool:
    """Tell whether a unit stands behind what looks like years (``2000-2500 người``)."""
    following = reading.folded[end : end + 12].split()
    return bool(following) and following[0].rstrip(".,;:)") in words("unit")
