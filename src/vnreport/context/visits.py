"""What a supervision looked into: its years, not the days on which it went to see."""

from __future__ import annotations

from vnreport.context.lexicon import Where, words
from vnreport.context.period_cues import CLAUSE, planned
from vnreport.context.stated_periods import Found, run
from vnreport.layout import Layout
from vnreport.patterns import lazy
from vnreport.report import TimeMention
from vnreport.text import fold

_REACH = 1500
"""How far behind the title what was looked into may be said."""
_BODY = lazy(
    r"(?:ủy\s+ban|uỷ\s+ban|ban)\s+(?:kiểm|thanh)\s+tra|thanh\s+tra\s+(?:sở|tỉnh|bộ|huyện|thành\s+phố)"
)
_OF_A_PLAN = lazy(
    r"(?<!\w)(?:chương\s+trình|kế\s+hoạch|nghị\s+quyết|quyết\s+định|công\s+tác|hoạt\s+động)"
    r"(?:\s+(?:công\s+tác|giám\s+sát|kiểm\s+tra|thanh\s+tra|kiểm\s+toán|phối\s+hợp|khảo\s+sát|và|,))*"
    r"(?:\s+(?:của|số)\s[^,;.:\n]{1,60})?\s*$"
)
"""What a supervision is a part of: ``Thực hiện Chương trình giám sát`` *năm 2019*."""
_SCOPE = lazy(
    r"[\s\-–+*•\d.)ivx]{0,8}(?:nội\sdung|phạm\svi|đối\stượng|thời\s(?:gian|điểm|kỳ)|giới\shạn)(?:,|\svà|\s[^\W\d]+){0,6}"
)
"""What opens the line that says what was looked into: ``Nội dung thanh tra:``."""
_SCOPE_ABOVE = lazy(
    r"(?:^|\n)[\s\d.)ivx]{0,8}(?:nội\sdung|phạm\svi)[^\n.;:]{0,40}\s(?:thanh|kiểm|giám|khảo|kiểm\stra|được\sthanh)\s(?:tra|sát|toán)"
    r"[^\n]{0,20}\n+[^\n]{0,240}$"
)
"""The heading that says so, above its line."""


def looked_into(layout: Layout, spans: list[TimeMention], title: Where | None) -> Found | None:
    """Find the years that a report on a supervision says it looked into.

    ``Từ ngày 02/7 đến ngày 20/7/2019, Đoàn giám sát đã giám sát … giai đoạn 2016 - 2018``: of these
    years are the figures, whatever the days of the visit.
    """
    if title is None or not inspects(fold(layout.text[slice(*title)])):
        return None
    for mention in spans:
        if not title[1] <= mention.start < title[1] + _REACH:
            continue
        before = layout.folded[max(title[1], mention.start - 2 * CLAUSE) : mention.start]
        years = mention.end_date.year - mention.start_date.year
        whole = (mention.start_date.month, mention.end_date.month) == (1, 12) or years > 0
        if not whole or planned(layout.text, mention) or _OF_A_PLAN.search(before):
            continue
        line = before.rpartition("\n")[2]
        clause = before[max(before.rfind(c) for c in "\n;:") + 1 :]
        if inspects(clause) or (inspects(line) and _SCOPE.match(line)) or _SCOPE_ABOVE.search(before):
            return run(spans, mention, layout.folded)
    return None


def inspects(folded: str) -> bool:
    """Tell whether words speak of an inspection, those in the name of a body aside."""
    told = _BODY.sub("", folded)
    return any(word in told for word in words("inspected"))
