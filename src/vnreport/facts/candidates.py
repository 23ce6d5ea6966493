"""The verbs before a number that may govern it: those that name things, sectors or levels are left out."""

from __future__ import annotations

import re

from vnreport.facts.brackets import last_open
from vnreport.facts.narrowing import Left
from vnreport.facts.numeric import Numeric
from vnreport.facts.scope import Scope
from vnreport.facts.words import only_verbs, phrase_words
from vnreport.patterns import lazy
from vnreport.report import MoneyMention

_DANGLING = lazy(r"\s*(?:và|cùng|hoặc|hay)\s*")
_A_NOUN = lazy(r"(?<![^\W_])(?:một|các|những|mỗi|nhiều)\s+\Z")
_ALLOWED = lazy(r"(?<![^\W_])(?:mức(?:\s+độ)?|giới\s+hạn|phạm\s+vi|tải\s+trọng|trọng\s+tải|tốc\s+độ)\s+\Z")
"""What is kept to or passed: ``quá tải trọng cho phép``."""
_DUE = lazy(
    r"(?<![^\W_])(?<!đã )(?:sai\s+phạm|vi\s+phạm|tổng\s+số|số\s+(?:tiền|vốn|vụ|việc|đơn|hồ\s+sơ))"
    r"(?:\s+(?!(?:và|nên|thì|đã)\s)[^\W\d_]+){0,5}\s+phải\s+$"
)
_NOUNS = lazy(
    r"(?:^|[.;:\n–+•-]|(?<![^\W_])(?:đã|sẽ))\s*(?:(?:đã|đang|sẽ|cũng|còn)\s+)*"
    r"(?P<first>(?!(?:đã|sẽ|được)\s)[^\W\d_]+(?:\s+(?!(?:đã|sẽ|được)\s)[^\W\d_]+){1,7},\s*"
    r"(?:[^\W\d_]+(?:\s+[^\W\d_]+){0,4},\s*){0,4})\Z"
)
"""Nouns in a row, from the head of a clause on."""
_LIST = 120
"""The longest list of objects, in characters."""
_PAYMENTS = frozenset(("trợ cấp", "phụ cấp", "bồi thường", "hỗ trợ"))
_PAYS = lazy(
    r"(?<![^\W_])(?:chi\s+trả|trả|hưởng|nhận)\s+(?:(?:các|khoản|chế\s+độ|tiền)\s+)*"
    r"(?:lương(?:\s+hưu)?|trợ\s+cấp|phụ\s+cấp|chế\s+độ|tiền)(?:\s+[^\W\d_]+){0,4}(?:,|\s+và)\s+(?:tiền\s+)?$"
)
"""What stands before another thing that is paid out."""
_SECTOR = lazy(
    r"[\s\-–+•*]*(?:khu\s+vực|ngành|lĩnh\s+vực|nhóm\s+ngành)\s+(?:[^\W\d_]+\s+){1,6}(?:,|và)\s+[^;:.()\d]{2,30}"
)
"""A branch whose name is made of verbs, up to the end of one of them."""


def before_list(
    scope: Scope, left: Left, start: int, end: int, mention: Numeric
) -> tuple[int, list[re.Match[str]]]:
    """Give the verb before a list of nouns that commas part: ``cấp bàn, ghế, sách cho 9 em``."""
    if start - left.start > _LIST or scope.folded[left.end : left.end + 6].split()[:1] != ["cho"]:
        return start, []
    row = _NOUNS.search(scope.folded[left.start : start])
    if row is None:
        return start, []
    first = left.start + row.start("first")
    found = candidates(scope, left, first, end, mention)
    # A verb anywhere but at the head says that clauses are parted rather than nouns.
    alone = len(found) == 1 and found[0].start() == first
    return (first, found) if alone else (start, [])


def candidates(scope: Scope, left: Left, start: int, end: int, mention: Numeric) -> list[re.Match[str]]:
    """Give the verbs that may govern a number whose last phrase opens at ``start``."""
    # A verb of two parts may hold the comma that the phrase was cut at: "quản lý, bảo vệ 90 km".
    found = [v for v in only_verbs(scope.verbs.between(left.start, end)) if v.end() > start]
    found = [v for v in found if v[0] != "tổ chức" or not _A_NOUN.search(scope.folded, left.start, v.start())]
    # "trong đó tổ chức 449 triệu đồng, cá nhân 517 triệu đồng": nobody holds a sum of money.
    found = [v for v in found if v[0] != "tổ chức" or not _is_paid(scope, v.end())]
    # "nồng độ cồn vượt quá mức cho phép 22 trường hợp"
    found = [
        v for v in found if v[0] != "cho phép" or not _ALLOWED.search(scope.folded, left.start, v.start())
    ]
    # "(sửa đổi, bổ sung năm 2017) và 353 vụ án": what closed brackets say governs nothing behind them.
    found = [v for v in found if not _in_closed(scope.folded, left.start, v.start(), end)]
    # "Mô hình “Tổ vần đổi công” có 8 tổ": what a name in quotes is made of governs nothing.
    found = [v for v in found if not _in_quotes(scope.folded, left.start, v.start(), end)]
    if left.linker == "weak":
        # "khu vực công nghiệp và xây dựng có 362 doanh nghiệp"
        found = [v for v in found if not _SECTOR.fullmatch(scope.folded, start, v.end())]
    # "được giao chủ trì thực hiện 9 cuộc": who is charged with a deed does it.
    found = [v for v in found if v[0] != "giao" or not _is_charged(scope.folded, found, v)]
    # "chi trả lương hưu và trợ cấp cho 90 người": what is paid out is a noun.
    found = [
        v for v in found if v[0] not in _PAYMENTS or not _PAYS.search(scope.folded, left.start, v.start())
    ]
    # "Tổ hòa giải hòa giải thành 5 vụ": the first is a name.
    opening = {v.start(): v[0] for v in found}
    found = [v for v in found if not opening.get(v.end() + 1, "").startswith(v[0])]
    # "bão cấp 8", "bưu cục cấp 3" are levels.
    found = [v for v in found if v[0] != "cấp" or not scope.folded[v.end() : end].lstrip()[:1].isdigit()]
    # "phát hiện vi phạm về kinh tế phải xử lý 5 tỷ đồng": what is to be done says of what sort it is.
    found = [v for v in found if not _DUE.search(scope.folded, left.start, v.start())]
    # "Ngân hàng Phát triển và 17 quỹ": what a conjunction parts from the number is no deed done to it.
    found = [v for v in found if not _DANGLING.fullmatch(scope.folded, v.end(), end)]
    if isinstance(mention, MoneyMention):
        # "hộ có nhà sập 40 triệu đồng": what befalls somebody governs no sum.
        found = [v for v in found if v[0] not in phrase_words("befalls")]
    return found


def _is_charged(folded: str, found: list[re.Match[str]], verb: re.Match[str]) -> bool:
    """Tell whether ``được giao`` leads to the verb of what somebody is charged with."""
    charged = folded.endswith("được ", 0, verb.start())
    return charged and any(v.start() > verb.end() and folded[verb.end() : v.start()].isspace() for v in found)


def _is_paid(scope: Scope, end: int) -> bool:
    """Tell whether a sum of money stands right behind a word."""
    return any(isinstance(m, MoneyMention) and m.start == end + 1 for m in scope.between(end, end + 2))


def _in_closed(folded: str, floor: int, at: int, end: int) -> bool:
    """Tell whether a place is in brackets that are closed before ``end``."""
    return folded.find(")", at, end) >= 0 and last_open(folded, floor, at) >= 0


def _in_quotes(folded: str, floor: int, at: int, end: int) -> bool:
    """Tell whether a place is in quotes that are closed before ``end``."""
    opened = folded.rfind("“", floor, at)
    return opened >= 0 and folded.find("”", opened, at) < 0 and folded.find("”", at, end) >= 0
