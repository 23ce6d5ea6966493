"""Wording: the set phrases of official documents.

The parts and their wording are those of Decree 30/2020/NĐ-CP, appendix I (before it Circular
01/2011/TT-BNV): national title and motto, agency, number and symbol, place and date, kind and
subject, addressee, recipients (``Nơi nhận``), authority and office of the signer, name.
"""

from __future__ import annotations

import re
from functools import cache

from vnreport.layout.lines import is_upper
from vnreport.lexicon import table
from vnreport.patterns import lazy

COUNTRY = lazy(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ|CHỦ\s+NGHĨA\s+VIỆT\s+NAM$|^ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM$"
    r"|(?i:(?:^|\s\s|\t|\|)\s*độc\s+lập\s*[-–—]?\s*tự\s+do\s*[-–—]?\s*hạnh\s+ph[úu]c)"
    r"|^(?i:cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|đảng cộng sản việt nam)$"
)
NUMBER = lazy(
    r"^(?:luật\s+|nghị quyết\s+|pháp lệnh\s+)?(?:s[ốô]\s*(?:hiệu)?\s*[:：.]?|s[^\s\d:]?\s?:(?=\s*\d))"
    r"\s*[\d.…_]*\s*[a-z]?(?:\s*[-/](?:\s*\d{4}\s*/)?|\s(?=[a-zđ]{1,6}\s?[-/]))"
    r"\s*[a-zđ][\w&]*(?:\s?[-–/.]\s?[\w&]+)*"
    r"|^số\s*:?\s*[a-zđ]{2,6}[-_]?\d{1,3}/\d{1,2}h\d{0,2}/[a-zđ]{2,6}(?!\w)",
    re.I,
)
"""The own number; that of a weather bulletin tells the hour: ``Số: DBML-14/16h00/VBAC``."""
PLACE_DATE = lazy(
    r"(?<!thứ hai)(?<!thứ ba)(?<!thứ tư)(?<!thứ năm)(?<!thứ sáu)(?<!thứ bảy)(?<!chủ nhật)"
    r"(?:^|[,.]\s*)(?:(?:vào )?(?:hồi|lúc) \d{1,2}\s?(?:giờ|[hg:])\s?(?:\d{1,2}(?: phút)?)?,?\s*)?"
    r"ngày\s*[\d.…_ ]{0,6}\s*tháng\s*[\d.…_ ]{0,6}\s*năm\s*(?:[\d.…]{2,8})?[\s|]*$"
)
MOTTO = lazy(r"độc\s+lập\s*[-–—]?\s*tự(?:\s+do)?\s*[-–—]?\s*hạnh\s+ph[úu]c", re.I)
ADDRESSEE = lazy(r"^kính\s+g[ửứ]i\s*[:：]?", re.I)
SUBJECT = lazy(r"^(?:v/v|về việc)\s*[:：]?\s*", re.I)
RECIPIENTS = lazy(r"^n[ơo]i\s+nh[ậâ]n\s*[:：]?", re.I)
_AUTHORITY = lazy(r"^(?:(?:tm|kt|tl|tuq|t/m|k/t|t/l)\s*(?:\.|\s)|q\s*\.?\s)", re.I)
RULE = lazy(r"^[\W_]+(?:[oO][0oO][oO][\W_]*)?$")


@cache
def _agency_words() -> dict[str, bool]:
    return {row["word"]: row["agency"] == "yes" for row in table("agency_words")}


def is_agency(text: str) -> bool:
    """Tell whether a line begins like the name of an agency."""
    words = text[:60].lower().split()
    known = _agency_words()
    found = [known[start] for n in (1, 2, 3) if (start := " ".join(words[:n]).strip(".")) in known]
    return bool(found) and all(found)


def is_head_line(text: str) -> bool:
    """Tell whether a line can only belong to the head or the close of an official document."""
    if len(text) > 160:
        known = len(text) <= 500 and "độc" in text.lower()
        return known and bool(COUNTRY.search(text) and MOTTO.search(text))
    folded = text.lower()
    first = folded[:1]
    if first in "slnp" and NUMBER.match(folded):
        return True
    if first == "k" and ADDRESSEE.match(folded):
        return True
    if first == "n" and RECIPIENTS.match(folded):
        return True
    if "năm" in folded and "ngày" in folded and PLACE_DATE.search(folded):
        return True
    return ("nam" in folded or "cộng" in folded or "độc" in folded) and bool(COUNTRY.search(text))


@cache
def _types() -> frozenset[str]:
    return frozenset(row["type"] for row in table("document_types"))


def is_type_line(text: str) -> bool:
    """Tell whether a line is a kind of document alone (``BÁO CÁO``, also letter-spaced), a colon let pass."""
    if len(text) > 60:
        return False
    bare = text.lower().strip(" :.*-–")
    if bare in _types():
        return True
    if " " in bare and all(len(part) <= 1 for part in bare.split(" ")):
        return bare.replace(" ", "") in {kind.replace(" ", "") for kind in _types()}
    return False


def is_type_start(text: str) -> bool:
    """Tell whether a line begins with a kind of document in capitals: ``BÁO CÁO KẾT QUẢ …``."""
    words = text.split()
    return any(" ".join(words[:n]).lower() in _types() and is_upper(" ".join(words[:n])) for n in (2, 3))


@cache
def _offices() -> frozenset[str]:
    return frozenset(row["cue"] for row in table("signature_cues") if row["kind"] == "office")


def is_office(text: str) -> bool:
    """Tell whether a line is the signer's authority or office: ``KT. GIÁM ĐỐC``, ``PHÓ CHỦ TỊCH``."""
    if len(text) > 90 or not is_upper(text):
        return False
    if _AUTHORITY.match(text):
        return True
    words = text.lower().split()
    return any(" ".join(words[:n]) in _offices() for n in (1, 2, 3, 4))
