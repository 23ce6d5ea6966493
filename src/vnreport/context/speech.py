"""Whose words a text passes on (``Theo UBND xã …,``, ``Sở Y tế cho biết``), and who is but an object."""

from __future__ import annotations

import re
from functools import cache

from vnreport.context.lexicon import words
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention
from vnreport.text import fold

_LOOK = 24
_CLAUSE = 200
"""How long the clause may be that leads to the agency."""
_PASSED = ("năm", "tháng", "gian", "tuần", "quý", "kỳ", "vừa", "ngày", "đoạn", "đợt")
"""What ``qua`` makes a time that has passed, not a way: ``Năm qua`` *UBND huyện* ``đã …``."""


@cache
def _account() -> re.Pattern[str]:
    """What stands before an agency that is quoted: ``theo``, ``theo báo cáo nhanh của``, ``thông tin từ``."""
    accounts = "|".join(sorted(map(re.escape, words("account")), key=len, reverse=True))
    when = r"(?:\s(?:ngày|tuần|tháng|quý|năm|đầu|cuối|[ivx]+|[\d/.-]+))"
    return re.compile(
        rf"(?<!\w)(?:(?P<bare>theo)"
        rf"|(?:theo\s)?(?:{accounts})(?:\s[^\W\d_]+){{0,2}}?{when}{{0,8}}\s(?:của|từ|do))\s$"
    )


@cache
def _titled_account() -> re.Pattern[str]:
    """An account that is called by its subject: ``Theo báo cáo`` *tình hình kinh tế quý I* ``của``."""
    accounts = "|".join(sorted(map(re.escape, words("account")), key=len, reverse=True))
    return re.compile(rf"(?:^|[.\n(])\s?theo\s(?:{accounts})\s[^.;:\n]{{1,160}}\scủa\s$")


_HOLDER = lazy(
    r"(?<!\w)(?:giám đốc|chủ tịch|chủ nhiệm|trưởng|chánh|lãnh đạo|đại diện|người phát ngôn)(?: \w+){0,2} $"
)
"""What stands before the agency of who speaks for it: ``Phó Giám đốc`` *Sở Y tế*."""
_BY_OFFICE = lazy(r"(?:^|[.\n]\s?)theo (?:phó )?(?:[^\W\d_]+ ){0,3}$")
_NAMED = lazy(rf"(?: (?:ông|bà|đồng chí|đ/c))?(?: [{UPPER}]\w*){{2,5}},")
"""``Theo Chủ tịch`` *Hội Nông dân xã* ``Lê Văn A,``: the office holder's words, his name behind it."""
_INTERVIEWED = lazy(
    r"(?:cuộc trao đổi|phỏng vấn|trò chuyện|cuộc nói chuyện)(?: nhanh)?(?: với)? [^.;\n]{3,80}$"
)
"""``Phóng viên có cuộc trao đổi với ông Lê Văn A - Trưởng`` *Ban Dân tộc*."""
_SPOKESMAN = lazy(
    r"(?:^|[.\n]\s?)theo (?:ông|bà|đồng chí|đ/c|bác sĩ|đại tá|thượng tá|trung tá)\s[^,.;\n]{2,40}"
    r"(?:,| [-–])\s[^,.;\n]{3,60}\s$"
)
"""``Theo ông Lê Văn A, Phó Giám đốc`` *Sở Y tế* ``,``."""
_SPEAKS = lazy(
    rf"(?:(?: ?[-–,])? (?:(?:ông|bà|đồng chí|đ/c) )?[{UPPER}]\w*(?: [{UPPER}]\w*){{1,4}})?"
    r"(?: ?[-–,])? (?:(?:đã|cũng|vừa) )?(?P<says>\w+ \w+)"
)
"""What follows that agency: the speaker's name, if it is not before it, and what he does."""


def is_source(text: str, mention: OrganizationMention) -> bool:
    """Tell whether a sentence tells what an agency says: ``Theo UBND xã …,``, ``Thông tin từ Sở Y tế``."""
    behind = fold(text[mention.end : mention.end + _LOOK])
    if behind.startswith(tuple(f" {word}" for word in words("says"))) and not is_object(text, mention):
        return True
    before = fold(text[max(0, mention.start - 2 * _LOOK) : mention.start])
    spoken = fold(text[max(0, mention.start - _CLAUSE) : mention.start])
    if _HOLDER.search(before):
        office = _BY_OFFICE.search(spoken) and _NAMED.match(text, mention.end)
        if office or _INTERVIEWED.search(spoken):
            return True
        speech = _SPEAKS.match(text, mention.end)
        return speech is not None and speech["says"] in words("says")
    if behind.startswith(",") and _SPOKESMAN.search(spoken):
        return True
    match = _account().search(before)
    if match is None:
        return behind.startswith(",") and _titled_account().search(spoken) is not None
    # "Theo Sở Y tế, …" quotes; "theo Sở Y tế tỉnh quy định" may not.
    return match["bare"] is None or behind.startswith((",", ":"))


def is_object(text: str, mention: OrganizationMention) -> bool:
    """Tell whether the word before a mention makes it the object of another's deed."""
    before = fold(text[max(0, mention.start - _LOOK) : mention.start]).split()
    if before[-1:] == ["qua"]:
        return before[-2:-1] != [] and before[-2] not in _PASSED
    return bool(before) and before[-1] in words("object")
