"""The verb before a number that governs it: which of the verbs there, and how far its object goes."""

from __future__ import annotations

import re
from typing import NamedTuple

from vnreport.facts.agents import told_of
from vnreport.facts.candidates import before_list, candidates
from vnreport.facts.held import WIDTH
from vnreport.facts.narrowing import Left, phrase_before
from vnreport.facts.numeric import Numeric, is_measure
from vnreport.facts.scope import Scope
from vnreport.facts.words import acting_noun, action_verbs, column, indicator_head, only_verbs, squeeze
from vnreport.mentions.quantities.grammar import grammar, longest
from vnreport.patterns import lazy
from vnreport.report import (
    InstrumentMention,
    MoneyMention,
    OrganizationMention,
    PersonMention,
    PlaceMention,
    QuantityMention,
    TimeMention,
)

BREAK = lazy(
    r"[,;:()“”\"]|(?<![^\W_])(?:đối\s+với|với|tại|của|trên|trong|về|từ|(?<!mặt )bằng|theo|cho|(?<!tự )do|"
    r"bởi|gồm|(?<!đất )(?<!nhà )ở|vì|nhằm|để|qua|thì)(?![^\W_])"
)
"""What ends the object of a verb: a preposition or a mark."""
_NAMES = (OrganizationMention, PersonMention, PlaceMention, TimeMention)
_TENSE = lazy(
    r"(?<![^\W_])(?:đã|sẽ|đang|vừa|mới|phải|cần|cũng|còn|để|và|được|bị|qua|rồi|nên|chỉ|không|chưa|có|tiếp\s+tục|chủ\s+động|"
    r"trực\s+tiếp|kịp\s+thời|tích\s+cực|thường\s+xuyên|đồng\s+thời|lần\s+lượt|cùng|khiến|làm|giúp|quyết\s+định|thống\s+nhất)\s*$"
)
"""What may stand right before a verb whose subject is not named."""
_COLLECTED = lazy(
    r"(?:\s|(?<![^\W_])(?:được|thêm|tổng\s+số|tổng\s+cộng|tổng|số|xong|cả|kịp\s+thời|triệt\s+để|nốt|lên|là|đạt|có|và|hoặc|mỗi(?:\s+[^\W\d_]+)?|"
    r"(?:nặng|cao|thấp|nhiều|ít|lớn)\s+nhất|ngẫu\s+nhiên|h[àằ]ng\s+(?:ngày|tuần|tháng|quý|năm))(?![^\W_]))+$"
)
"""Words between a verb and its number that say nothing of what is done."""
_SMALL = lazy(
    r"^(?:[\s\-–+•*./)…]|\d+[.)]|[a-zđ]\)|(?:qua\s+đó|trong|trên\s+địa\s+bàn|các|những|mỗi|hiện|nay|kỳ|ngày|đợt|tháng|năm|quý|tuần|"
    r"dịp|riêng|tang\s+vật|thêm|cả|toàn|để|nhằm|(?:đến|tới)\s+(?:nay|thời\s+điểm\s+(?:này|hiện\s+(?:tại|nay)))|thời\s+gian\s+qua|"
    r"vừa\s+qua|bước\s+đầu|(?:từ\s+)?đầu\s+(?:năm(?:\s+học)?|tháng|quý|tuần|vụ|mùa|kỳ|đợt|nhiệm\s+kỳ))(?![^\W_]))+"
)
"""Small words that open a phrase."""
_WHEN = lazy(r"(?:(?:sau|trước|từ)\s+)?khi(?![^\W_])")
"""What opens a clause that only says when."""
_OF_DEEDS = lazy(r"(?:công\s+tác|việc|hoạt\s+động|kết\s+quả|quá\s+trình|lĩnh\s+vực|nhiệm\s+vụ)(?![^\W_])")
"""Nouns whose complement is a verb."""
_DONE = lazy(r"\s+(?:được|xong)(?![^\W_])")
"""What stands behind a verb alone: ``cây ngô trồng được 20 ha``."""
_HOLDS = frozenset(("đình chỉ", "tạm đình chỉ", "chuẩn bị", "hoãn", "tạm dừng", "dừng", "ngừng"))
"""Verbs that say what becomes of the deed behind them: ``đình chỉ xét xử 31 vụ`` counts nothing tried."""
_ADDED = frozenset(("bổ sung",))
"""Verbs that only add to the one before them: ``điều tra bổ sung``."""
_AND = lazy(r"\s+và\s+$")
_TOGETHER = lazy(r"\s*(?:(?:,|và)\s*)?")
"""What stands between verbs that share an object."""
_JOINED = lazy(r"(?:\s*,\s*|\s+và\s+)$")
_SAID_OF = frozenset(("", "đi", "tham gia", "dự", "để"))
"""What stands between a number and a verb that says something of what it counts."""
_SHORT = 3
"""The longest verb that shares the object of the next, in syllables."""
_NUMBER = lazy(r"(?<!cấp)(?<!lần)(?<!đợt)(?<!mũi)(?<!loại)(?<!đoạn)(?<!quý)(?<!số)(?<!kỳ)\s+\d[\d.,]*\s*$")
"""A bare count at the end of an object, before its share in brackets: ``khiển trách 28 (chiếm 45%)``."""
_AFTER = lazy(r"(?<![^\W_])(?:qua|sau|khi|công\s+tác|việc)\s+$")
_MORE = lazy(r"\s+(?:mới|lại|bổ\s+sung|trực\s+tiếp)(?![^\W_])")
_OF_BODIES = frozenset(
    ("kiểm soát", "tuần tra", "quản lý", "điều tra", "kiểm tra", "giám sát", "thanh tra", "bảo vệ")
)
"""Verbs that bodies are called by: ``lực lượng kiểm soát``."""
CAUSES = frozenset(("làm", "khiến", "làm cho"))
"""Verbs that cause what is said of the things behind them."""
_COUNT = lazy(r"\s+(?:(?:hơn|gần|khoảng|trên|thêm|ít\s+nhất)\s+)*\d")
_OF_WORK = lazy(r"(?<![^\W_])(?:trong|về)\s+(?:công\s+tác|hoạt\s+động|lĩnh\s+vực)\s+$")
_ROW_OF_WORK = lazy(
    r"(?<![^\W_])(?:trong|về|đối\s+với)\s+(?:công\s+tác|việc|hoạt\s+động|lĩnh\s+vực)\s+(?P<verb>[^\W\d_]+(?:\s+[^\W\d_]+){0,2})"
    r"(?:\s*,\s*[^\W\d_]+(?:\s+[^\W\d_]+){0,2})*\s*,$"
)
_ASKED = lazy(
    r"(?<![^\W_])(?:(?:cấp|cơ\s+quan|ngành|đơn\s+vị)\s+(?:có\s+)?(?:thẩm\s+quyền|chức\s+năng)|"
    r"(?:đề\s+nghị|kiến\s+nghị|đề\s+xuất)\s+(?:với\s+)?(?:trung\s+ương|cấp\s+trên|nhà\s+nước|tỉnh|huyện|thành\s+phố|xã|"
    r"(?:(?:ubnd|hđnd)\s+)?các\s+(?:cấp|bộ|sở|ban|ngành|huyện|xã|phường|địa\s+phương|đơn\s+vị)(?:,\s+(?:ngành|xã|phường|thị\s+trấn|thành\s+phố))*))\s+"
    r"(?:(?:chỉ\s+đạo|quan\s+tâm|xem\s+xét|tiếp\s+tục|sớm)\s+)*"
)
"""Who is asked to act, without a name: ``đề nghị cấp có thẩm quyền thu hồi``."""
_FUND = lazy(
    r"(?P<verb>(?:vận\s+động|ủng\s+hộ|đóng\s+góp|quyên\s+góp|huy\s+động)(?:\s+xây\s+dựng)?)\s+(?:các\s+)?quỹ(?![^\W_])"
)
"""A fund that money is raised for is what is measured: ``vận động Quỹ Đền ơn đáp nghĩa 412 triệu đồng``."""
_SPENT = lazy(
    r"\s*(?:kinh\s+phí|ngân\s+sách|nguồn\s+vốn|vốn|quỹ)(?:\s+(?!(?:chưa|không|đã|để|do)\s)[^\W\d_]+){0,3}\s+"
)
"""Money that is spent on what the next verb says."""
_HOW = lazy(r"(?<![^\W_])(?:qua|sau|sau\s+khi|quá\s+trình)\s+$")
_GAP = lazy(r"\s+(?:(?:đã|còn|thấy|cho\s+thấy)\s+)*")
_MEANWHILE = lazy(r"(?<![^\W_])(?:đã|sẽ|đang|phải|cần|được)\s+")
"""What stands before a verb whose subject may hold another verb: ``sạt lở đất đã làm 43 người chết``."""
_LONGEST = 9
"""The longest verb with its object, in words."""


def is_verb(phrase: str) -> bool:
    """Tell whether a phrase is a verb as a whole: ``giải ngân``."""
    found = action_verbs(phrase.lower())
    return bool(found) and found[0].span() == (0, len(phrase))


_OFFENCE = lazy(
    r"(?:trộm\s+cắp|cướp|lừa\s+đảo|đánh\s+bạc|buôn\s+lậu|giết\s+người|gây\s+rối|cố\s+ý|xâm\s+hại)(?![^\W_])|"
    r"(?:vận\s+chuyển|khai\s+thác|tàng\s+trữ|mua\s+bán|buôn\s+bán|sản\s+xuất|kinh\s+doanh|phá\s+rừng|săn\s+bắt|săn\s+bắn|"
    r"chế\s+biến|cất\s+giữ|(?:xuất|nhập)\s+cảnh|sử\s+dụng|xây\s+dựng|chặt\s+phá|đốt|chuyển)(?![^\W_])"
    r"(?:[^\W_]|[\s,]){0,60}(?<![^\W_])(?:trái\s+phép|trái\s+pháp\s+luật|không\s+phép|sai\s+phép|không\s+rõ\s+nguồn\s+gốc)$"
)
"""What is done against the law, by those who are caught at it."""


def is_offence(deed: str) -> bool:
    """Tell whether a verb with its object is an offence: ``khai thác rừng trái phép``."""
    return _OFFENCE.match(deed.lower()) is not None


class Governor(NamedTuple):
    """The verb that governs a number."""

    start: int
    """Where the verbs open that it is coordinated with."""
    opens: int
    last: tuple[int, int]
    """The last of the verbs that follow it at once (``chủ trì giám sát``)."""
    bare: int
    """Where these verbs end."""
    end: int
    """Where its object ends."""
    close: bool
    """Whether no preposition parts it from the number."""
    scope: Scope

    @property
    def action(self) -> str:
        """The verb with its object and the verbs it is coordinated with."""
        return squeeze(self.scope.text[self.start : self.end])

    @property
    def deed(self) -> str:
        """The verb with its object (``tước giấy phép lái xe``), or nothing where it has none."""
        return squeeze(self.scope.text[self.opens : self.end]) if self.end > self.bare else ""

    @property
    def verb(self) -> str:
        """The verb alone, in short (``xử phạt`` for ``xử phạt hành chính``)."""
        words = self.scope.text[slice(*self.last)].split()
        short = next((size for size in (2, 1) if is_verb(" ".join(words[:size]))), len(words))
        return " ".join(words[:short])


def governor(scope: Scope, left: Left, mention: Numeric) -> Governor | None:
    """Find the verb that governs a number before it."""
    own = not left.linker and _says_what(mention)
    start, end = phrase_before(scope, left)[0], left.end
    stroke = scope.folded.rfind("/", start, end)
    within = [m for m in scope.between(start, stroke) if isinstance(m, InstrumentMention) and m.end > stroke]
    # "chi trả theo Nghị quyết 68/NQ-CP cho 90 người": the stroke of a code parts nothing, unless a verb
    # stands behind it: "ban hành Quyết định 12/QĐ-UBND tặng Giấy khen cho 4 người".
    if not within or candidates(scope, left, within[-1].end, end, mention):
        start = max(start, stroke + 1)
    found = candidates(scope, left, start, end, mention)
    if not found and left.linker == "preposition":
        start, found = before_list(scope, left, start, end, mention)
    names = [m for m in scope.between(left.start, end) if isinstance(m, _NAMES)] if found else []
    found = [v for v in found if not any(m.start <= v.start() < m.end for m in names)]
    if not found:
        return None
    named = [m.end for m in names if m.end <= found[-1].start()]
    named += [asked.end() for asked in _ASKED.finditer(scope.folded, start, found[-1].start())]
    start = max([min(start, found[0].start()), *named])
    breaks = [start]
    for cut in BREAK.finditer(scope.folded, start, end):
        if any(v.start() < cut.start() < v.end() and scope.folded.startswith(" và ", v.end()) for v in found):
            # "thanh tra, kiểm tra và xử lý 9 vụ": the comma is one of a verb of two parts.
            continue
        # "ban hành công văn về xử lý 58 vụ": what a thing is about is no deed of its own.
        if cut[0] != "về" or not any(breaks[-1] <= v.start() < cut.start() for v in found):
            breaks.append(cut.end())
    breaks += [cut.end() for cut in _MEANWHILE.finditer(scope.folded, start, end)]
    # A verb behind "và" goes on with the one before only where that has no object of its own.
    ends = {verb.end() for verb in found}
    for verb in found:
        joint = _AND.search(scope.folded, max(start, verb.start() - 6), verb.start())
        if joint is not None and joint.start() not in ends:
            breaks.append(verb.start())
    for opening in sorted(breaks, reverse=True):
        verbs = [verb for verb in found if verb.start() >= opening]
        behind_name = opening in named
        leading = next(
            (v for v in verbs if behind_name or _leads(scope, opening, *v.span(), end if own else 0)),
            None,
        )
        if leading is not None and not _names_work(scope, left.start, opening, leading):
            verb = _main(scope, verbs, leading)
            closes = object_of(scope, left, verbs, verb, end)
            if (spent := _spent(scope, closes[2], verbs[-1], end)) is not None:
                return spent
            close = BREAK.search(scope.folded, closes[1], end) is None
            return Governor(_joined(scope, left, verb.start()), verb.start(), *closes, close, scope)
        found = [verb for verb in found if verb.start() < opening]
    return None


def _spent(scope: Scope, start: int, verb: re.Match[str], end: int) -> Governor | None:
    """Give the verb right before a number that money is spent on: ``bố trí kinh phí`` *mua* ``50 lít``."""
    if verb.start() <= start or scope.folded[verb.end() : end].strip():
        return None
    if _SPENT.fullmatch(scope.folded, start, verb.start()) is None:
        return None
    return Governor(verb.start(), verb.start(), verb.span(), verb.end(), verb.end(), True, scope)


def _names_work(scope: Scope, floor: int, opening: int, verb: re.Match[str]) -> bool:
    """Tell whether a verb behind a comma goes on with a noun of work: ``công tác quản lý, sử dụng đất``."""
    if _OF_WORK.search(scope.folded, max(floor, verb.start() - 24), verb.start()):
        return True
    if verb.start() - opening > 1 or scope.folded[opening - 1 : opening] != ",":
        return False
    row = _ROW_OF_WORK.search(scope.folded, max(floor, opening - 60), opening)
    return row is not None and bool(action_verbs(row["verb"]))


def _main(scope: Scope, verbs: list[re.Match[str]], verb: re.Match[str]) -> re.Match[str]:
    """Give the verb behind one that only says how: ``phát hiện`` of ``qua kiểm tra phát hiện 5 vụ``."""
    if _HOW.search(scope.folded, max(0, verb.start() - 12), verb.start()) is None:
        return verb
    return next(
        (v for v in verbs if v.start() > verb.end() and _GAP.fullmatch(scope.folded, verb.end(), v.start())),
        verb,
    )


def _says_what(mention: Numeric) -> bool:
    """Tell whether a number says itself what it counts or pays, so that no noun before it is counted."""
    if not isinstance(mention, QuantityMention):
        return isinstance(mention, MoneyMention)
    unit = mention.unit.strip().lower()
    if unit in column("weak_nouns", "noun"):
        return False
    return mention.what.strip().lower() != unit or not is_measure(mention)


def _leads(scope: Scope, opening: int, at: int, end: int, close: int) -> bool:
    """Tell whether a verb governs what follows rather than saying of what sort a noun is.

    Behind who acts, a small word or nothing it does; behind a noun that is counted or measured it does not
    (``cơ sở sản xuất 9 vụ``, ``tỷ lệ giải quyết 95%``), unless a number with a noun of its own stands right
    behind it, at ``close`` (``tổng đài tiếp nhận 56 phản ánh``).
    """
    before = _SMALL.sub("", scope.folded[opening:at]).strip()
    if _WHEN.match(before):
        return False
    done = _DONE.match(scope.folded, end) is not None
    if not before or done or _TENSE.search(before) or acting_noun().search(scope.folded, opening, at):
        return True
    if scope.folded[at:end] in CAUSES and _COUNT.match(scope.folded, end):
        # "vụ nổ làm 2 người chết"
        return True
    words = before.split()
    heads = grammar().nouns
    return not (
        indicator_head().search(before)
        or _OF_DEEDS.match(before)
        or (
            (end > close or _COLLECTED.sub("", scope.folded[end - 1 : close])[1:])
            and any(longest(words, at, heads, grammar().noun_sizes) for at in range(min(3, len(words))))
        )
    )


def object_of(
    scope: Scope, left: Left, verbs: list[re.Match[str]], verb: re.Match[str], end: int
) -> tuple[tuple[int, int], int, int]:
    """Give the last of the verbs that stand together, where they end and where their object ends."""
    folded, last, close = scope.folded, verb.end(), verb.span()
    for more in verbs:
        if more.start() > last and _TOGETHER.fullmatch(folded, last, more.start()):
            held = more[0] in _ADDED or verb[0] in _HOLDS
            last, close = more.end(), close if held else more.span()
    added = _MORE.match(folded, last, end)
    last = added.end() if added else last
    if left.colon:
        return close, last, last
    cut = BREAK.search(folded, last, end)
    stop = cut.start() if cut else end
    # In "hỗ trợ tiền điện cho 85 hộ" the noun is no indicator of what is counted.
    head = None if left.linker == "preposition" else indicator_head().search(folded, last, stop)
    head = None if head is not None and folded.endswith("quá ", last, head.start()) else head
    fund = _FUND.match(folded, verb.start(), stop)
    stop = fund.end("verb") if fund else stop
    stop = min([head.start() if head else stop, *(name.start for name in scope.between(last, stop))])
    number = _NUMBER.search(folded, last, stop) if left.bracket else None
    stop = number.start() if number else stop
    words = _COLLECTED.search(folded, last, stop)
    stop = words.start() if words else stop
    return close, last, stop if last < stop and len(folded[verb.start() : stop].split()) <= _LONGEST else last


def _agencies_at(scope: Scope, end: int) -> list[OrganizationMention]:
    """Give the agency right before a verb, or none."""
    near = scope.between(max(0, end - WIDTH), end)
    return [m for m in near[-1:] if isinstance(m, OrganizationMention) and end - m.end == 1]


def _joined(scope: Scope, left: Left, start: int) -> int:
    """Give where the verbs open that a verb at ``start`` is coordinated with (``phát hiện, bắt giữ``)."""
    while True:
        joined = _JOINED.search(scope.folded, max(left.start, start - 30), start)
        if joined is None:
            return start
        verbs = only_verbs(scope.verbs.between(max(left.start, joined.start() - 30), joined.start()))
        if not verbs or verbs[-1].end() != joined.start() or len(verbs[-1][0].split()) > _SHORT:
            return start
        if (
            scope.folded[left.start : verbs[-1].start()].strip() in _SAID_OF
            and scope.folded[left.start - 1].isalnum()
        ):
            # "41 cơ sở đạt, phạt 3 cơ sở", "cử 5 người đi học, tuyển 3 người": said of the number before.
            return start
        if _AFTER.search(scope.folded, max(left.start, verbs[-1].start() - 8), verbs[-1].start()):
            return start
        if scope.folded.endswith((" bị ", " được "), max(0, verbs[-1].start() - 6), verbs[-1].start()):
            # "giải tỏa 28 ha đất bị lấn chiếm, dỡ bỏ 4 nhà": what was done to the last goes no further.
            return start
        if any(told_of(scope.folded, agency, start) for agency in _agencies_at(scope, verbs[-1].start())):
            return start
        start = verbs[-1].start()
        if len(verbs) > 1 and verbs[-2].end() < start and scope.folded[verbs[-2].end() : start].isspace():
            # "phạt bổ sung, truy thu", but "lực lượng kiểm soát phát hiện, bắt giữ"
            before = scope.folded[max(left.start, verbs[-2].start() - 20) : verbs[-2].start()].rstrip()
            acts = list(acting_noun().finditer(before))
            named = verbs[-2][0] in _OF_BODIES and acts and acts[-1].end() == len(before)
            start = start if named else verbs[-2].start()
