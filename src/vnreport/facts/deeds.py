"""The verb that governs a number, with its object: ``cấp giấy phép``, ``phát hiện, xử lý``."""

from __future__ import annotations

import re
from functools import cache

from vnreport.facts.comparisons import MEMORY, Stated, is_aside
from vnreport.facts.governors import BREAK, CAUSES, Governor, is_offence, is_verb, object_of
from vnreport.facts.having import has
from vnreport.facts.held import Clause
from vnreport.facts.narrowing import Left
from vnreport.facts.numeric import Numeric, is_measure
from vnreport.facts.scope import Scope
from vnreport.facts.words import (
    acting_noun,
    alternatives,
    column,
    indicator_head,
    only_verbs,
    phrase_pattern,
    phrase_words,
    phrases,
    squeeze,
)
from vnreport.patterns import lazy
from vnreport.phrase_table import Phrases
from vnreport.report import (
    Measurement,
    OrganizationMention,
    PlaceMention,
    QuantityMention,
    Source,
)

_WON = lazy(r"(?<![^\W_])(?P<won>đạt|giành|đoạt)(?:\s+được)?\s+(?:(?:gần|hơn|tổng\s+số|cả\s+thảy)\s+)*$")
"""What somebody does who gets a prize."""
_HARMED = lazy(r"[,;(/]\s*(?:chết|bị\s+thương|mất\s+tích|tử\s+vong)\s*$")
"""What befell those that are counted behind it, which nobody did to them in so many words."""
_FEES = frozenset(("lệ phí", "phí", "học phí", "viện phí", "thuế", "tiền", "quỹ"))
"""What is taken in or spent: ``thu`` *lệ phí*."""
_DONE_BEFORE = lazy(r"(?<![^\W_])đã\s+$")
_PREDICATE = lazy(
    r"\s+(?:(?:(?:đã|đang|đều|phải|cũng|vẫn|còn)\s+)*(?:bị|được)\s+|đã\s+|(?=tham\s+(?:gia|dự)(?![^\W_])))"
)
"""What opens a verb whose subject stands before it."""
_TITLED = lazy(
    r"(?:thủ\s+tướng(?:\s+chính\s+phủ)?|chủ\s+tịch(?:\s+(?:nước|ubnd|hđnd|ủy\s+ban\s+nhân\s+dân))?|bộ\s+trưởng|giám\s+đốc|trung\s+ương)"
    r"(?:\s+(?:các\s+)?(?:tỉnh|huyện|xã|thành\s+phố|quận|phường|cấp)){0,1}\s+"
)
"""Who acts in a passive without the name of an agency: ``được Chủ tịch nước tặng thưởng``."""
_REACHES = lazy(r"\s*(?:ước\s+)?(?:đạt(?!\s+được)|chiếm)(?![^\W_])")
_PAID = lazy(r"(?<=\S)\s+(?:tổng\s+)?số\s+(?:tiền|vốn)(?![^\W_])")
_ALONE = lazy(r"(?:.*[,:;.])?[\s\-–+•*]*(?:(?:và|cùng|dịp\s+này|trong\s+đó|qua\s+đó)\s+)*", re.DOTALL)
"""What stands before a number that opens a clause."""
_LISTED = lazy(r"(?:^|[(,;:]|(?<![^\W_])(?:gồm|như|là|và|đó))\s*$")
_EXISTS = lazy(r"[,;)]\s*(?:(?:hiện|đã|còn)\s+)?có\s+(?:[^\W\d_]+\s+)?$")
_COORDINATION = lazy(r"\s*(?:,|và|cùng|,\s*và)\s*")
_RAGGED = lazy(r"(?:\s+(?:và|hoặc|hơn|gần|khoảng|dưới|chừng|ngót|thêm|\d[\d.,]*)(?![^\W_]))+\s*$")
"""What does not belong to the object of a verb that it stands behind."""
_OBJECT = 3
"""The longest object of a verb behind its count, in words."""


_APART = lazy(r"[,;:()]|(?<![^\W_])và(?![^\W_])")
_CASES = frozenset(("vụ", "vụ việc", "trường hợp", "ca"))
"""What offences, accidents and diseases are counted in."""


def of_number(
    scope: Scope,
    clause: Clause,
    mention: Numeric,
    left: Left,
    found: Governor | None,
    head: str,
    stated: Stated,
) -> str | None:
    """Give the verb that governs a number: before it, behind it, or that of the number before it.

    Args:
        scope: the text.
        clause: the clause of the number.
        mention: the number.
        left: what stands before it.
        found: the verb before it.
        head: its indicator where a noun of indicators opens it, or nothing.
        stated: what the sentence has stated before.
    """
    if head and left.linker != "weak":
        return _of_head(head, left)
    if isinstance(mention, QuantityMention) and mention.unit.lower() in phrase_words("prize"):
        won = _WON.search(scope.folded, left.start, mention.start)
        if won is not None:
            return scope.text[slice(*won.span("won"))]
    # A label before a colon governs nothing: "Khám sức khỏe định kỳ: 2.190 lượt người".
    label = left.colon and not (found and _DONE_BEFORE.search(scope.folded, left.start, found.start))
    # So does what reaches a level: "giải ngân vốn đầu tư công đạt 95%".
    label = label or (left.linker == "strong" and _REACHES.match(scope.folded, left.end) is not None)
    if left.copula and found and not _DONE_BEFORE.search(scope.folded, left.start, found.start):
        # "tham gia bảo hiểm y tế là 1.164 người": the verb is what is measured.
        return None
    verb = found.action if found and not label else None
    cases = isinstance(mention, QuantityMention) and mention.unit.lower() in (*_CASES, "người", "đối tượng")
    if verb and cases and is_offence(verb):
        # "khai thác rừng trái phép 6 vụ": nobody who reports did it.
        return None
    verb = _before_noun(verb) if verb and left.linker != "preposition" else verb
    if verb is None and (left.linker == "weak" or scope.folded.endswith("thêm ", 0, mention.start)):
        verb = has(scope, left, mention.start)
    verb = _near(scope, left, mention.start, found, verb)
    last = _before(scope, stated, mention.start)
    # "làm 19 người chết, 8 nhà bị ngập": what was caused goes on.
    caused = last is not None and last.evidence.start == clause.start and last.action in CAUSES
    if (
        verb is None
        and not caused
        and not left.linker
        and _ALONE.fullmatch(scope.folded, left.start, left.end)
    ):
        verb = behind(scope, mention.end, clause.end)
        if verb is not None:
            _spread(scope, verb, mention.start, stated)
    if verb is None and not left.linker and isinstance(mention, QuantityMention):
        verb = _own_deed_within(mention.what)
    if verb is not None or last is None or last.evidence.start != clause.start:
        return verb
    return _handed_on(scope, mention, left, last)


def _near(scope: Scope, left: Left, at: int, found: Governor | None, verb: str | None) -> str | None:
    """Give the verb right before a number where none governs it from farther off: ``, gói`` *320 bánh*."""
    near = _right_before().search(scope.folded, max(left.start, at - 60), at)
    if near is None or _HARMED.search(scope.folded, left.start, at):
        return verb
    start, end = near.span("phrase")
    if verb is not None and found is not None:
        apart = scope.folded.find(",", found.end, start) >= 0 or found.end <= start < left.end
        within = start < found.opens and found.bare == end
        if not within and (found.end > start or not apart):
            return verb
    opens = scope.folded[max(left.start, start - 40) : start].rstrip()
    if opens and opens[-1].isalnum() and not (_OPENS_DEED.search(opens) or _acts(scope, start)):
        return verb
    return scope.text[start:end]


def _acts(scope: Scope, at: int) -> bool:
    """Tell whether somebody or something that a name or noun of agents says stands right before a verb."""
    names = scope.between(max(0, at - 60), at)
    if names and isinstance(names[-1], (OrganizationMention, PlaceMention)) and names[-1].end + 1 == at:
        return True
    actors = list(acting_noun().finditer(scope.folded, max(0, at - 40), at))
    return bool(actors) and not scope.folded[actors[-1].end() : at].strip()


@cache
def _right_before() -> Phrases[str]:
    """A verb of the table with the small words between it and its number."""
    return phrases(
        column("near_verbs", "verb"),
        r"(?:\s+(?:được|thêm|mới|xong|lại|khoảng|gần|hơn|trên|dưới|tổng|số|cộng|ít|nhất|tối|thiểu|đa|hết|tới|đến|ước))*\s+$",
    )


@cache
def _told_behind() -> re.Pattern[str]:
    """Verbs of the table in a row, behind ``bị`` or ``được``: ``ngập, vùi lấp``."""
    verb = alternatives([*column("near_verbs", "verb")])
    any_verb = alternatives([*column("near_verbs", "verb"), *column("action_verbs", "verb")])
    return re.compile(rf"{verb}(?:(?:,|\s+và)\s+(?:bị\s+)?{any_verb})*")


@cache
def _own_deed() -> re.Pattern[str]:
    """What those who are counted do of themselves: ``47/47 đại biểu`` *nhất trí*."""
    return re.compile(
        rf"\s+(?:(?:đã|đều|đang|cùng|cũng)\s+)*(?P<deed>{phrase_pattern('own_deed')})(?![^\W_])"
    )


def _own_deed_within(what: str) -> str | None:
    """Give what those who are counted do, where their phrase says it: ``90 người tham gia``."""
    deeds = [deed for deed in _own_deed().finditer(what.lower()) if deed.end() == len(what)]
    return what[slice(*deeds[-1].span("deed"))] if deeds else None


_ROW = 40
"""How far a row of verbs may go on behind the clause that its first comma ends."""
_PASSIVE = lazy(r"(?:bị|được)\s+$")
_OPENS_DEED = lazy(
    r"(?<![^\W_])(?:đã|sẽ|đang|vừa|mới|phải|cần|cũng|còn|để|và|được|bị|rồi|nên|chỉ|không|chưa|tiếp\s+tục|cùng|làm|giúp|"
    r"nay|qua|kỳ|năm|tháng|quý|tuần|ngày|đó|đồng\s+thời)$|\d$"
)
"""What may stand right before a verb whose subject is not named."""


def _handed_on(scope: Scope, mention: Numeric, left: Left, last: Measurement) -> str | None:
    """Give the verb of the number before, where it goes on to a number that none governs."""
    if left.linker == "weak" and _EXISTS.search(scope.folded, left.start, mention.start):
        # "kết nạp 19 đảng viên, có 7 chi bộ": what there is was done by nobody.
        return None
    # Those that a list goes through have done nothing: "412 ổ dịch (Mộc Sơn 96 ổ, Tân Lập 58 ổ)".
    harm = _HARMED.search(scope.folded, left.start, left.end) is not None
    # "toàn tỉnh có 900 lao động, trong đó nữ là 400 người": nobody has what is told of on its own.
    long = isinstance(mention, QuantityMention) and is_measure(mention) and mention.what == mention.unit
    told = last.action == "có" and (long or left.linker in ("strong", "preposition"))
    own = harm or told or _by_name(scope, left) or _names_cases(scope, left, mention)
    return None if own or _said_behind(last) else last.action


def _of_head(head: str, left: Left) -> str | None:
    """Give the verb that the named indicator of a number holds, or None.

    In ``thu ngân sách đạt 5 tỷ đồng`` the head is a noun, whatever verbs it is made of; ``đã thu 5 tỷ đồng``
    is a verb, and so is what stands before the head in ``nộp ngân sách 5 tỷ đồng``.
    """
    if left.linker == "strong":
        return None
    before = _before_noun(head)
    if before != head:
        return before
    paid = _PAID.search(head.lower())
    if paid is not None and is_verb(head[: paid.start()]):
        # "giải ngân số tiền 5 tỷ đồng": the name of the verb is a head itself.
        return head[: paid.start()]
    return head if is_verb(head) else None


def _before(scope: Scope, stated: Stated, at: int) -> Measurement | None:
    """Give the last measurement that a number at ``at`` may share its verb with: none in closed brackets."""
    for fact in reversed(stated.facts[-MEMORY:]):
        if scope.folded.find(")", fact.sources["value"].end or 0, at) < 0 or not is_aside(scope, fact, at):
            return fact
    return None


def _said_behind(fact: Measurement) -> bool:
    """Tell whether a measurement has its verb behind it, where it is said of those that are counted alone."""
    verb, value = fact.sources.get("action"), fact.sources["value"]
    return verb is not None and verb.start is not None and verb.start >= (value.end or 0)


def _names_cases(scope: Scope, left: Left, mention: Numeric) -> bool:
    """Tell whether the words before a count of cases say of what kind they are, done by nobody who reports.

    ``xử lý 9 vụ: trộm cắp 5 vụ, lừa đảo qua mạng xã hội`` *4 vụ*
    """
    if not isinstance(mention, QuantityMention) or mention.unit.lower() not in _CASES:
        return False
    words = _APART.split(scope.folded[left.start : left.end])[-1].split()
    return len(words) > 2


def _by_name(scope: Scope, left: Left) -> bool:
    """Tell whether a place or an agency alone stands before a number."""
    names = [
        m for m in scope.between(left.start, left.end) if isinstance(m, (PlaceMention, OrganizationMention))
    ]
    if not names or scope.folded[names[-1].end : left.end].strip(" :"):
        return False
    return _LISTED.search(scope.folded, left.start, names[-1].start) is not None


def _before_noun(phrase: str) -> str:
    """Give the verb before the noun of an indicator (``nộp`` of ``nộp ngân sách``), else the phrase."""
    noun = indicator_head().search(phrase.lower())
    if noun is not None and noun.start() == 0 and noun[0] in ("thu", "chi"):
        # "thu lệ phí 640 triệu đồng"
        paid = indicator_head().match(phrase.lower(), noun.end() + 1)
        return phrase[: noun.end()] if paid and paid[0] in _FEES else phrase
    before = phrase[: noun.start()].strip() if noun else ""
    return before if is_verb(before) else phrase


def _spread(scope: Scope, verb: str, start: int, stated: Stated) -> None:
    """Give a verb to the counts that are coordinated with the last one at ``start``.

    ``12 tập thể, 30 cá nhân được khen thưởng`` says it of both.
    """
    for fact, end in zip(reversed(stated.facts), reversed(stated.ends), strict=True):
        if fact.action is not None or _COORDINATION.fullmatch(scope.folded, end, start) is None:
            return
        fact.action = verb
        start = fact.sources["value"].start or 0


def behind(scope: Scope, end: int, limit: int) -> str | None:
    """Give the verb behind a counted noun whose subject it is: ``37 thí sinh bị đình chỉ``."""
    if (own := _own_deed().match(scope.folded, end, limit)) is not None:
        return scope.text[slice(*own.span("deed"))]
    opened = _PREDICATE.match(scope.folded, end, limit)
    if opened is None:
        return None
    start = opened.end()
    agent = next((m for m in scope.between(start, start + 1) if isinstance(m, OrganizationMention)), None)
    if agent is not None:
        start = agent.end + 1
    elif (title := _TITLED.match(scope.folded, start, limit)) is not None:
        start = title.end()
    verbs = only_verbs(scope.verbs.between(start, limit))
    if not verbs or verbs[0].start() != start:
        told = _told_behind().match(scope.folded, start, limit + _ROW) if _PASSIVE.search(opened[0]) else None
        return squeeze(scope.text[slice(*told.span())]) if told else None
    stop = BREAK.search(scope.folded, verbs[0].end(), limit)
    _, bare, close = object_of(
        scope, Left(start, start, ""), verbs, verbs[0], stop.start() if stop else limit
    )
    close = close if len(scope.folded[bare:close].split()) <= _OBJECT else bare
    words = _RAGGED.search(scope.folded, verbs[0].end(), close)
    return squeeze(scope.text[start : words.start() if words else close]).rstrip(".")


def source(scope: Scope, verb: str, clause: Clause, mention: Numeric) -> Source:
    """Give where the verb of a number stands: before it, else behind it."""
    at = scope.text.rfind(verb, clause.start, mention.start)
    at = scope.text.find(verb, mention.end, clause.end) if at < 0 else at
    return Source(rule="verb", start=at, end=at + len(verb)) if at >= 0 else Source(rule="verb")
