"""Vietnamese instruments cited in English: ``Decree No. 13/2023/ND-CP dated April 17, 2023``."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.instruments.draft import Draft
from vnreport.mentions.instruments.page import Page
from vnreport.models import Provision
from vnreport.patterns import lazy


@cache
def _bodies() -> dict[str, str]:
    return {row["word"]: row["name"] for row in table("instrument_english") if row["role"] == "body"}


@cache
def _head() -> re.Pattern[str]:
    words = [row["word"] for row in table("instrument_english") if row["role"] == "kind"]
    body = "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\s")
    return re.compile(
        rf"(?<!\w)(?:{body})(?:(?<=Law)\son(?:,?\s[A-Za-z]+){{1,8}})?\s{{1,3}}(?:(?:No|no|NO|[Nn]umber)\b\s?\.?\s{{0,3}}:?\s{{0,2}}|N[°º]\s{{0,2}})?\Z"
    )


@cache
def _issuer() -> re.Pattern[str]:
    body = "|".join(sorted(_bodies(), key=len, reverse=True)).replace(" ", r"\s{1,2}")
    return re.compile(rf",?\s{{1,3}}(?:issued\s)?(?:of|by)\s(?:the\s)?(?P<name>{body})(?!\w)")


_LAST = frozenset("ehmnorstwx.:°º")
"""The letters and marks that a kind in English or its ``No.`` ends with."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DATE = lazy(
    rf",?\s{{1,3}}(?:(?:dated|of|issued on|promulgated on)\s{{1,3}})(?:the\s)?"
    rf"(?:{_MONTH}\s{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?"
    rf"|(?P<numbers>\d{{1,2}}/\d{{1,2}})/"
    rf"|(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,2}}(?:of\s)?{_MONTH.replace('month', 'second')},?)"
    r"(?:\s{1,2}|(?<=/))(?P<year>(?:19|20)\d\d)(?!\d)"
)


def head_before(page: Page, low: int, begin: int) -> int | None:
    """Find the English word for a kind, with its ``No.``, right before a code.

    Args:
        page: the text.
        low: where the citation before ends.
        begin: where the code begins.

    Returns:
        The offset of the word; None where another one stands there.
    """
    before = page.plain[max(0, begin - 3) : begin].rstrip()[-1:]
    if before not in _LAST:
        return None
    head = _head().search(page.plain, max(low, begin - 90), begin)
    return head.start() if head else None


def _date(page: Page, at: int) -> tuple[dt.date, int] | None:
    """Read ``dated April 17, 2023`` behind a code: the day and its end."""
    match = _DATE.match(page.plain, at)
    if match is None:
        return None
    if match["numbers"]:
        day, month = map(int, match["numbers"].split("/"))
    else:
        day = int(match["day"] or match["first"])
        month = _MONTHS.index(match["month"] or match["second"]) + 1
    try:
        return dt.date(int(match["year"]), month, day), match.end()
    except ValueError:
        return None


def _body(page: Page, at: int) -> tuple[str, int] | None:
    """Read ``of the Government`` behind a code or date: the body in Vietnamese and its end."""
    match = _issuer().match(page.plain, at)
    return (_bodies()[" ".join(match["name"].split())], match.end()) if match else None


def read_tail(page: Page, draft: Draft) -> None:
    """Read date and issuer in English behind a code, in any order."""
    for _ in range(2):
        dated = _date(page, draft.end) if draft.date is None else None
        if dated is not None:
            draft.date, draft.end = dated
        named = _body(page, draft.end)
        if named is not None:
            draft.issuer, draft.end = named


_PROVISION = lazy(
    r"(?<!\w)(?:Points?\s(?P<point>[a-zđ])\)?(?:,|\sof)?\s)?(?:Clauses?\s(?P<clause>\d{1,2})(?:,|\sof)?\s)?"
    r"Articles?\s(?P<article>\d{1,3}[a-z]?)(?:,|\sof|\sin|\sunder)?\s(?:the\s)?(?:Government[’']s\s)?\Z"
)


def read_provision(page: Page, draft: Draft, low: int) -> None:
    """Read the provision before a citation in English: *Point a, Clause 2, Article 5 of* ``Decree No. …``."""
    found = _PROVISION.search(page.plain, max(low, draft.start - 70), draft.start)
    if found is None:
        return
    draft.provisions = [Provision(**{k: v for k, v in found.groupdict().items() if v})]
    draft.start = found.start()
