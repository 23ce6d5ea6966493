"""Status: results, targets and limits told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from vnreport.facts.held import WIDTH, Clause, Held
from vnreport.facts.words import squeeze, status_cue, target_heading
from vnreport.patterns import lazy
from vnreport.report import Interval, OrganizationMention, PlaceMention

if TYPE_CHECKING:
    from vnreport.facts.scope import Scope

_DONE = lazy(r"(?<![^\W_])(?:kết\s+quả|tình\s+hình|đánh\s+giá|thực\s+hiện|đã\s+đạt)(?![^\W_])")
HAPPENED = lazy(r"(?<![^\W_])(?:đã|ước\s+đạt|đạt\s+được)(?![^\W_])")
_GRANT = lazy(
    r"(?<![^\W_])(?:cấp(?!\s+(?:giấy|phép|đổi|lại|mới|số|chứng))|bố\s+trí|hỗ\s+trợ|bổ\s+sung|cho\s+phép|"
    r"quan\s+tâm|trung\s+ương|tỉnh|thành\s+phố)(?![^\W_])"
)

_REACHED = lazy(
    r"(?:%|(?<![^\W_])(?:hoàn\s+thành|đạt(?:\s+và\s+vượt)?|vượt|so(?:\s+với)?|bằng)(?:\s+[^\W\d_]+){0,3})\s*$"
)
"""What stands before a target that a result has reached or is compared with: ``đạt 40% chỉ tiêu``."""

Status = Literal["result", "target", "limit"]


def status(scope: Scope, clause: Clause, start: int, period: Interval | None) -> Held[Status]:
    """Tell a result, a target and a limit apart.

    The words before a number decide, then those that announce a list (``phấn đấu: …; …``), the headings
    above, and whether its period is still to come.
    """
    cue = _cue(scope, clause.start, start)
    if cue is None and clause.start > clause.sentence.start:
        cue = aim(scope, clause, start)
    if cue is not None:
        return cue
    heading = scope.targets_above(clause.sentence)
    if heading is not None:
        return Held("target", "heading", *heading)
    if scope.happened.last(clause.start, start):
        return Held("result", "default")
    known = scope.document.published or (scope.document.period.end if scope.document.period else None)
    ahead = known is not None and period is not None and known < period.start < period.end
    return Held("target", "future") if ahead else Held("result", "default")


def heads_targets(folded: str, start: int, end: int) -> bool:
    """Tell whether a heading is over what is still to be done."""
    return target_heading().search(folded, start, end) is not None and not _DONE.search(folded, start, end)


def aim(scope: Scope, clause: Clause, start: int) -> Held[Status] | None:
    """Give the target that an earlier clause of the sentence sets (``năm tới phấn đấu: …; …``)."""
    if scope.happened.last(clause.start, start):
        return None
    floor = max(clause.sentence.start, clause.start - WIDTH)
    cue = _cue(scope, floor, clause.start)
    return cue if cue is not None and cue.value == "target" else None


def _cue(scope: Scope, start: int, end: int) -> Held[Status] | None:
    _, kinds = status_cue()
    for match in reversed(scope.status_cues.between(max(start, end - 300), end)):
        status = kinds[squeeze(match.group())]
        if status == "target" and _REACHED.search(
            scope.folded, max(start, match.start() - 40), match.start()
        ):
            continue
        if status == "request":
            # "kiến nghị thu hồi 5 tỷ đồng" is a result; what is asked of an agency is to come.
            counted = any(c.isdigit() for c in scope.folded[match.end() : end])
            if counted or not _asks(scope, match.end(), end):
                continue
            return Held("target", "cue", *match.span())
        return Held("limit" if status == "limit" else "target", "cue", *match.span())
    return None


def _asks(scope: Scope, start: int, end: int) -> bool:
    if any(isinstance(m, (OrganizationMention, PlaceMention)) for m in scope.between(start, end)):
        return True
    return _GRANT.search(scope.folded, start, end) is not None
