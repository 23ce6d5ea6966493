"""Status: results, targets and limits told apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from vnreport.facts.brackets import last_open
from vnreport.facts.held import WIDTH, Clause, Held
from vnreport.facts.words import squeeze, status_cue, target_heading
from vnreport.patterns import lazy
from vnreport.report import Document, Interval, OrganizationMention, PlaceMention

if TYPE_CHECKING:
    from vnreport.facts.scope import Scope

_DONE = lazy(
    r"(?<![^\W_])(?:kết\s+quả|tình\s+hình|đánh\s+giá|thực\s+hiện|đã\s+đạt|quản\s+lý|hoàn\s+thành)(?![^\W_])"
)
HAPPENED = lazy(r"(?<![^\W_])(?:đã|ước\s+đạt|đạt\s+được)(?![^\W_])")
_GRANT = lazy(
    r"(?<![^\W_])(?:(?<!giảm )"
    r"cấp(?!\s+(?:giấy|phép|đổi|lại|mới|số|chứng|có|thẩm|trên|dưới))|bố\s+trí|hỗ\s+trợ|bổ\s+sung|cho\s+phép|"
    r"quan\s+tâm|trung\s+ương|tỉnh|thành\s+phố)(?![^\W_])"
)

_REACHED = lazy(
    r"(?:%|(?<![^\W_])(?:hoàn\s+thành|đạt(?:\s+và\s+vượt)?|vượt|so(?:\s+với)?|bằng)(?:\s+[^\W\d_]+){0,3})"
    r"(?:\s+(?:chỉ|mục)\s+tiêu)?\s*$"
)
"""What stands before a target that is reached or compared with: ``đạt 40% chỉ tiêu phấn đấu``."""
_PLANNED = lazy(
    r"(?:%\s*|(?<![^\W_])(?:so\s+với|so|vượt|đạt|bằng)\s+)(?P<what>(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|nghị\s+quyết)(?:\s+(?:được\s+)?giao)?)"
    r"(?![^\W_])(?:[^(),;.:\d\n]{0,40}\(\s*(?:là\s+)?|(?:\s+[^\W\d_]+){0,6}\s+là\s+)$"
)
"""What says how much was planned: ``đạt 81% chỉ tiêu giao (250 người)``, ``bằng 34% dự toán là 10 tỷ``."""
_PAIR = lazy(r"\d[\d.,]*\s?/\s?\d")
_ALLOTTED = lazy(
    r"(?:^|[.,;:(/\n]|(?<![^\W_])(?:(?<!so )với|được\s+giao|giao))[\s\-–+•*]*"
    r"(?:kế\s+hoạch(?:\s+vốn)?|kh|dự\s+toán|chỉ\s+tiêu)"
    r"(?:\s+[^\W\d_]+){0,5}?(?:\s+(?:cả\s+)?năm(?:\s+\d{4}|\s+nay)?)?(?:\s+của(?:\s+[^\W\d_]+){1,6}?)?(?:\s+(?:được\s+)?giao)?\s*(?:(?:là|đạt|trên|hơn|gần)\s+|:\s*)*$"
)
"""What names a plan right before its number: ``Kế hoạch vốn năm 2012 giao 968 tỷ đồng``."""
_CEILING = lazy(
    r"(?<![^\W_])(?:(?<!công suất )tối\s+đa(?:\s+(?:là|không\s+quá))?|không\s+(?:được\s+)?(?:vượt\s+)?quá|"
    r"không\s+(?:được\s+)?vượt)\s+$"
)
"""What makes a number a ceiling."""
_ACHIEVED = lazy(r"(?<![^\W_])(?:đạt\s+được|đã\s+đạt|đến\s+nay)(?![^\W_])")
_COUNTED = lazy(r"\d\s*$")
"""What stands before targets that are counted: ``có 16/22 chỉ tiêu đạt``."""
_NAMED = lazy(
    r"(?:(?<![^\W_])(?:vượt|sai|quá|đúng|kết\s+luận,|(?:thực\s+hiện|giải\s+quyết|trả\s+lời|xử\s+lý)"
    r"(?:\s+(?:các|những))?|các|những|(?<!thời )về|phát\s+hiện(?:,|\s+và)?|\d))\s*$"
)
"""What makes a limit one that was not kept, and a request one that is told of: ``chi vượt định mức``."""
_LEAD = 160
"""The longest words that lead in a list of aims, in characters."""
_ESTIMATED = lazy(r"(?<![^\W_])ước(?![^\W_])[^,;:\d]{0,20}$")
_AIMS = lazy(
    r"[\s\-–+•*]*(?:\d{1,2}[.)]\s*)?(?:nhiệm\s+vụ|phương\s+hướng|mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch\s+(?:năm|quý|tháng|tuần))[^:.\n]{0,80}:"
)
"""What opens a sentence that lists what is to be done: ``Nhiệm vụ 6 tháng cuối năm: …``."""

Status = Literal["result", "target", "limit"]


def status(scope: Scope, clause: Clause, start: int, period: Interval | None) -> Held[Status]:
    """Tell a result, a target and a limit apart.

    The words before a number decide, then those that announce a list (``phấn đấu: …; …``), the headings
    above, and whether its period is still to come.
    """
    folded = scope.folded
    if (planned := plan_aside(scope, clause, start)) is not None:
        return Held("target", "cue", *planned)
    near = folded[max(clause.start - 3, start - 90, 0) : start]
    if (
        "hoạch" in near or "toán" in near or "tiêu" in near or "/kh" in near
    ):  # without one of these no plan is named
        found = _ALLOTTED.search(folded, max(clause.start - 3, start - 90, 0), start)
        if found is not None:
            return Held("target", "cue", *found.span())
    cue = _cue(scope, clause.start, start)
    if cue is None and clause.start > clause.sentence.start:
        cue = aim(scope, clause, start)
    if cue is not None:
        return cue
    if (found := _CEILING.search(folded, max(clause.start, start - 24), start)) is not None:
        return Held("limit", "cue", *found.span())
    opening = _AIMS.match(folded, clause.sentence.start, start)
    if opening is not None and not _DONE.search(folded, *opening.span()):
        return Held("target", "cue", *opening.span())
    heading = scope.targets_above(clause.sentence)
    if heading is not None and not _is_past(scope, heading, period):
        return Held("target", "heading", *heading)
    if scope.happened.last(clause.start, start):
        return Held("result", "default")
    if period is not None and _has_begun(scope.document, period):
        return Held("target", "future")
    known = _known(scope)
    ahead = known is not None and period is not None and known < period.start < period.end
    ahead = ahead and not _ESTIMATED.search(folded, max(clause.start, start - 30), start)
    return Held("target", "future") if ahead else Held("result", "default")


def _is_past(scope: Scope, heading: tuple[int, int], period: Interval | None) -> bool:
    """Tell whether a heading over plans has results below it: they ended, or it heads how a plan goes on.

    ``2. Kế hoạch năm 2023`` in a report of July on how the plans of that year are carried out.
    """
    published, title = scope.document.published, scope.layout.title
    if published is None or title is None or not _PROGRESS.search(scope.folded, *title):
        return False
    if period is not None and period.end < published:
        return True
    times = scope.times.between(*heading)
    plain = _OF_YEAR.match(scope.folded, *heading) is not None
    return (
        plain
        and bool(times)
        and times[-1].start_date <= published
        and times[-1].end_date.year == published.year
    )


_PROGRESS = lazy(
    r"(?<![^\W_])(?:(?:tình\s+hình|kết\s+quả|tiến\s+độ)\s+(?:thực\s+hiện|triển\s+khai|giải\s+ngân)|kết\s+quả)(?![^\W_])"
)
_OF_YEAR = lazy(
    r"(?:[\s\-–+•*.)/]|\d{1,2}(?=[.)])|[ivx]{1,4}(?=[.)])|[a-zđ](?=[.)]))*(?:về\s+)?kế\s+hoạch\s+(?:vốn\s+)?năm\s+\d{4}\s*:?$"
)
"""A heading that only names the plan of a year."""


def _has_begun(document: Document, period: Interval) -> bool:
    """Tell whether a period behind that of the report had begun when it was published, and was far from over.

    A report of 8 October on the third quarter tells of the fourth what is to be done in it.
    """
    published, reported = document.published, document.period
    if published is None or reported is None or not reported.end < period.start <= published:
        return False
    return (period.end - published).days > _FAR


_FAR = 14
"""How many days before its end the figures of a period may be told, estimates of a month among them."""


def _known(scope: Scope) -> date | None:
    """Give the last day that the document can have results of.

    A year that only the running text names is that of one statement among others (``năm 2016 xảy ra 36 vụ;
    năm 2017, 42 vụ``): what follows it is not to come.
    """
    document = scope.document
    if document.published is not None or document.period is None:
        return document.published
    source, title = document.sources.get("period"), document.sources.get("title")
    titled = source is not None and title is not None and title.start <= source.start < title.end
    years = document.period.start.month == 1 and document.period.end.month == 12
    return None if years and not titled else document.period.end


_MET = frozenset({"mục tiêu", "chỉ tiêu", "định hướng"})


_ORDERED = lazy(
    r"(?<!theo )(?<!các )(?<!những )(?<!đáp ứng )(?<![^\W_])yêu\s+cầu(?![^\W_])(?!\s*,?\s*và)[^.:\n]{0,160}:$"
    r"|(?<!theo )(?<!các )(?<!những )(?<!trả lời )(?<![^\W_])(?:đề\s+xuất|kiến\s+nghị|dự\s+kiến)"
    r"(?:\s+\d{1,2}\s+(?:việc|nội\s+dung|điểm|vấn\s+đề)|\s+như\s+sau)?\s*:$"
)
"""What leads in a list of orders or wishes: ``UBND tỉnh yêu cầu các đơn vị:``, ``Công an quận đề xuất:``."""
_TOLD_OF = lazy(r"(?<![^\W_])(?:kết\s+quả|tình\s+hình|đã|mục\s+đích)(?![^\W_])")


def heads_targets(folded: str, start: int, end: int) -> bool:
    """Tell whether a heading is over what is still to be done, or leads in what is ordered."""
    if folded[end - 1] == ":" and _ORDERED.search(folded, start, end):
        return not _TOLD_OF.search(folded, start, end)
    return target_heading().search(folded, start, end) is not None and not _DONE.search(folded, start, end)


def heads_plans(folded: str, start: int, end: int) -> bool:
    """Tell whether a heading is over what is to be done next, not over targets, which may have been met."""
    found = target_heading().search(folded, start, end)
    return found is not None and found[0] not in _MET and not _DONE.search(folded, start, end)


def plan_aside(scope: Scope, clause: Clause, start: int) -> tuple[int, int] | None:
    """Give the words for the plan that a number in brackets, or behind ``là``, tells of."""
    near = scope.folded[max(0, start - 5) : start]
    if "(" not in near and not near.endswith(" là "):
        return None
    if _PAIR.match(scope.folded, start):
        # "vượt chỉ tiêu giao (1.897/1.490 triệu đồng)" tells what was done of how much.
        return None
    found = _PLANNED.search(scope.folded, max(clause.start, start - 90), start)
    return found.span("what") if found is not None else None


def aim(scope: Scope, clause: Clause, start: int) -> Held[Status] | None:
    """Give the target that an earlier clause of the sentence sets (``năm tới phấn đấu: …; …``)."""
    if scope.happened.last(clause.start, start):
        return None
    floor = max(clause.sentence.start, clause.start - WIDTH)
    cue = _cue(scope, floor, clause.start)
    colon = scope.folded.find(":", floor, min(clause.start, floor + _LEAD)) if cue is None else -1
    if colon >= 0 and not _DONE.search(scope.folded, floor, colon):
        # "Các chỉ tiêu chủ yếu: …; …; …"
        cue = _cue(scope, floor, colon, asked=False)
    return cue if cue is not None and cue.value == "target" else None


def _cue(scope: Scope, start: int, end: int, *, asked: bool = True) -> Held[Status] | None:
    """Give the last cue before a number; ``asked`` tells whether requests count."""
    _, kinds = status_cue()
    for match in reversed(scope.status_cues.between(max(start, end - 300), end)):
        if last_open(scope.folded, start, match.start()) > last_open(scope.folded, start, end):
            # "đạt 0,8% (chỉ tiêu không quá 5%); giải quyết đạt 99%": closed brackets keep to themselves.
            continue
        status = kinds[squeeze(match.group())]
        if status == "target" and _REACHED.search(
            scope.folded, max(start, match.start() - 40), match.start()
        ):
            continue
        if match.group().endswith("tiêu") and _ACHIEVED.search(scope.folded, match.end(), end):
            # "nâng chất các chỉ tiêu, đến nay đạt được 14 tiêu chí"
            continue
        if status == "request" and _COUNTED.search(
            scope.folded, max(start, match.start() - 8), match.start()
        ):
            # "ban hành 46 kiến nghị"
            continue
        if status in ("limit", "request") and _NAMED.search(
            scope.folded, max(start, match.start() - 24), match.start()
        ):
            continue
        if match.group().endswith("tiêu") and _COUNTED.search(
            scope.folded, max(start, match.start() - 8), match.start()
        ):
            continue
        if status == "request" and not asked:
            continue
        if status == "request":
            # "kiến nghị thu hồi 5 tỷ đồng" is a result; what is asked of an agency is to come.
            digit = _DIGIT.search(scope.folded, match.end(), end)
            first = digit.start() if digit else end
            if not _asks(scope, match.end(), first) or not _all_asked(scope, first, end):
                continue
            return Held("target", "cue", *match.span())
        return Held("limit" if status == "limit" else "target", "cue", *match.span())
    return None


_DIGIT = lazy(r"\d")
_LISTED = lazy(r"(?:[\d.,]+(?:\s+[^\W\d_]+){1,5}(?:,\s*(?:và\s+)?|\s+và\s+))*")
"""What is asked for along with a number: ``500 tỷ đồng, 20 tấn gạo và`` …"""


def _all_asked(scope: Scope, first: int, end: int) -> bool:
    """Tell whether what stands between the first number that is asked for and another is asked for too."""
    return _LISTED.fullmatch(scope.folded, first, end) is not None or (
        end - first < _ROW and _TOLD.search(scope.folded, first, end) is None
    )


_ROW = 120
"""The longest row of what is asked for, in characters."""
_TOLD = lazy(
    r"[.;:()]|(?<![^\W_])(?:đã|đang|hiện|do|vì|bởi|nên|còn|so|trong\s+khi|mới|chỉ|từ|theo|đạt|tăng|giảm|là|có|thuộc|của)(?![^\W_])"
)
"""What tells how things are rather than what is asked for."""
_BODIES = lazy(
    r"\s+(?:(?:ubnd|hđnd)\s+)?các\s+(?:cấp|bộ|sở|ban|ngành|huyện|xã|phường|địa\s+phương|đơn\s+vị)(?![^\W_])"
)
"""Bodies without a name that are asked: ``đề nghị UBND các huyện``."""


def _asks(scope: Scope, start: int, end: int) -> bool:
    asked = next(
        (m for m in scope.between(start, end) if isinstance(m, (OrganizationMention, PlaceMention))), None
    )
    if asked is not None and not scope.verbs.between(start, asked.start):
        return True
    if _BODIES.match(scope.folded, start, end):
        return True
    return _GRANT.search(scope.folded, start, end) is not None
