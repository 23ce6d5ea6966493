"""The words around a number that name what it measures: its verb, its counted phrase, what stands behind."""

from __future__ import annotations

import re
from functools import cache

from vnreport.facts.scope import Scope
from vnreport.facts.words import (
    acting_noun,
    action_verbs,
    modifier_words,
    phrase_pattern,
    phrase_words,
    squeeze,
)
from vnreport.gazetteer import level_words
from vnreport.mentions.quantities.grammar import grammar
from vnreport.patterns import lazy
from vnreport.report import MoneyMention, OrganizationMention, PercentMention, PlaceMention, Source

_NUMBERING = lazy(r"^\s*(?:[-–+•*]\s*)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)/]?|[ivxIVX]{1,5}[.)]|[a-zđ][.)])\s+")
_PREDICATE = lazy(
    r"\s+(?P<passive>(?:đã\s+|đang\s+|vẫn\s+|mới\s+)?(?:bị|được)\s+)?(?P<aspect>(?:(?:đã|đang|vẫn|còn|đều|cũng)\s+)*)(?P<words>[^\W\d_][^,;.:()\n]{1,60})"
)
_RIGHT_STOP = lazy(
    r"[,;.:()\n…]|(?<![^\W_])(?:là|gồm|bao\s+gồm|như|so\s+với|trở\s+lên|trở\s+xuống|tăng|giảm|trên\s+địa\s+bàn|tại|trong|để|nhằm|theo|và|với|"
    r"(?<!tự )do|nhờ|vì|bởi|của\s+(?:tỉnh|huyện|thành\s+phố)|"
    r"kế\s+hoạch|kh|nq|dự\s+toán|chỉ\s+tiêu|về|bằng\s+(?:biện|cách|phương|hình|việc))(?![^\W_])"
)


_NOUNS = lazy(
    r"\s+(?:[^\W\d_]+(?:\s+[^\W\d_]+)?,\s+(?!(?:song|nhưng|còn|trong|đóng|chiếm|đạt|bằng|tăng|giảm|vượt|cao|thấp|gấp|"
    r"riêng|tiếp|kế|nhất|chủ|hơn|gần|khoảng|trên|dưới|tương|so|do|nhờ|với|có|đã|đang|sẽ|được|bị|thì|cung|góp|hoàn|qua)(?![^\W_])))"
    r"{1,3}[^\W\d_]+(?=\s+[^\W\d_])"
)
"""Short nouns in a row: ``xã, phường, thị trấn có …``."""


def qualified(scope: Scope, start: int, end: int) -> Source:
    """Give the words that qualify a number, before or behind it."""
    for floor, limit in ((max(0, start - 40), start), (start, end + 20)):
        found = list(modifier_words().finditer(scope.folded, floor, limit))
        if found:
            return Source(rule="modifier", start=found[-1].start(), end=found[-1].end())
    return Source(rule="modifier")


def behind(scope: Scope, end: int, limit: int) -> str:
    """Give the noun phrase right behind a number: ``97% hộ dân được dùng nước sạch``."""
    if (floor := _OR_MORE.match(scope.folded, end, limit)) is not None:
        # "giảm từ 5% trở lên số vụ cháy"
        end = floor.end()
    limit = min(limit, end + _REACH)
    nouns = _NOUNS.match(scope.folded, end, limit)
    if nouns is not None and _HOLDS_NUMBER.match(scope.folded, nouns.end(), limit):
        # "720 tỷ đồng doanh thu, nộp ngân sách 31 tỷ đồng", unless a deed goes on behind the row
        deed = _NEXT_DEED.search(scope.folded, end, limit)
        nouns = nouns if deed and action_verbs(deed["verb"]) else None
    start = end + len(" là") if scope.folded.startswith(" là ", end) else end
    stop = _RIGHT_STOP.search(scope.folded, nouns.end() if nouns else start, limit)
    if nouns and any(
        isinstance(m, MoneyMention | PercentMention)
        for m in scope.between(end, stop.start() if stop else limit)
    ):
        # "65% diện tích, xuất khẩu 24% sản lượng": what has a share of its own is another clause.
        stop = _RIGHT_STOP.search(scope.folded, start, limit)
    last = stop.start() if stop else limit
    if _ANOTHER.search(scope.folded, max(end, last - 8), last + 3):
        # "… cao hơn 15% là Kiên Giang 18,75%"
        return ""
    if _GOES_ON.match(scope.folded, end, last) is not None:
        return ""
    owned = _WHOSE.search(scope.folded, start, last)
    last = owned.start() if owned else last
    # "100% chung cư, chợ, tổ chức 4 cuộc thực tập": the next deed with a number of its own is another one.
    deed = _NEXT_DEED.search(scope.folded, start, last) if "," in scope.folded[start:last] else None
    last = deed.start() if deed and action_verbs(deed["verb"]) else last
    words = squeeze(scope.text[end:last]).removeprefix("là ").removeprefix("bằng ").split()
    if len(words) > _LONG:
        soft = next((i for i, word in enumerate(words[3:_LONG], 3) if word.lower() in _SOFT_STOPS), _LONG)
        words = words[:soft]
    return " ".join(words)


_HOLDS_NUMBER = lazy(r"[^,;.:()\d\n]{1,60}\s\d")
"""A number of its own behind a row of nouns, the last of which is the subject of it."""
_WHOSE = lazy(
    r"(?<=\S)\s+(?:(?:của|cho|tại)\s+(?:(?:hơn|gần|khoảng|trên)\s+)*\d|của\s+(?:các|những|một\s+số)|"
    r"(?:trước|sau|từ)\s+(?:ngày|tháng|năm|quý)\s)"
)
"""What tells whose the noun behind a number is, or when: no part of what is measured."""
_NEXT_DEED = lazy(r",\s+(?P<verb>[^\W\d_]+(?:\s+[^\W\d_]+)?)(?:\s+[^\W\d_]+){0,3}\s+\d")
_ANOTHER = lazy(r"\s\d{1,3},\d")
"""A number of its own that a phrase runs into."""
_OR_MORE = lazy(r"(?:\s*/\s*[^\W\d_]+[23]?(?:\s*/\s*[^\W\d_]+)*)?(?:\s+trở\s+(?:lên|xuống))?(?=\s|[,;.)]|$)")
"""What belongs to a number rather than to the phrase behind it."""
_GOES_ON = lazy(
    r"\s+(?:[-–]\s+(?:đạt|tăng|giảm|chiếm|bằng|còn)\s|(?:đối\s+với|cho(?!\s+(?:biết|hay|rằng|thấy|vay|thuê|phép))|với(?!\s+tay)|như|thay\s+vì|nhằm|để|khi|nếu|sau|trước|trong|tại|ở|theo|này|đó|nói\s+trên|bên\s+cạnh|cùng\s+với|kéo\s+theo|khiến|đạt|lên|xuống|còn|về|của|chiếm|hoặc|so|nhưng|song|trong\s+khi|do|nhờ|tương\s+(?:đương|ứng)|tức|bằng(?=\s+\d))(?![^\W_])|"
    r"từ\s+(?:đầu|cuối|giữa|ngày|tháng|năm|quý|sáng|chiều|khi|\d)|mỗi\s+(?:năm|tháng|quý|tuần|ngày)(?![^\W_]))"
)
"""What goes on with a number rather than names what it measures: ``tăng 32,4% đạt 46,7 tỷ đồng``."""
_LONG = 14
"""The longest phrase behind a share, in words."""
_REACH = 300
"""So many characters behind a share hold the longest phrase."""
_SOFT_STOPS = frozenset(("cho", "do", "ở", "từ", "bằng", "của", "thuộc", "đã", "so", "là"))
"""Words where a phrase that is too long ends."""


def modifying_verb(scope: Scope, end: int, limit: int, bare: bool, weak: bool = False) -> str:
    """Give the verb phrase behind a counted noun that says which ones, with a space before it.

    A passive (``đơn vị bị xử phạt hành chính``) always counts; other verbs (``hộ chưa bàn giao mặt bằng``)
    only where the noun alone says little, and behind a word of aspect (``trường hợp đang cách ly``) any do.
    """
    aside = _SHARE_ASIDE.match(scope.folded, end, limit)
    match = _PREDICATE.match(scope.folded, aside.end() if aside else end, limit)
    if match is None:
        return ""
    if bare and (owing := _OWING.match(scope.folded, match.start(), limit)) is not None:
        # "154 hộ còn dư nợ"
        return f" {squeeze(owing.group())}"
    tells = bare and ((weak and match.group("aspect")) or _opens_predicate(match.group("words")))
    befallen = not bare and _BEFALLEN.match(match.group("words")) is not None
    if not (match.group("passive") or tells or befallen):
        return ""
    stop = _RIGHT_STOP.search(scope.folded, match.start("words") + 2, match.end())
    last = stop.start() if stop else match.end()
    aside = _behind_deed().search(scope.folded, match.start("words") + 2, last)
    phrase = squeeze(scope.text[match.start() : aside.start() if aside else last])
    if phrase.startswith("thuộc ") and (
        phrase[6].isupper() or _named_next(scope, match.start("words"), limit)
    ):
        # "95 tập thể thuộc Công an các huyện", "8 tuyến đường thuộc phường Hòa Cường": whose they are.
        return ""
    if match.group("passive") and any(word[0].isupper() for word in phrase.split()[1:3]):
        # "được Sở Y tế khen thưởng" goes on with its agent.
        return ""
    # With a number of its own it is the predicate of the clause: "13 phường ra quân 512 lượt".
    told = phrase if match.group("passive") else scope.folded[match.start() : last]
    states = " " in phrase and not any(char.isdigit() for char in told)
    longest = _LONGEST_PASSIVE if match.group("passive") else _LONGEST_PREDICATE
    return f" {phrase}" if states and len(phrase.split()) <= longest else ""


@cache
def _behind_deed() -> re.Pattern[str]:
    """What tells where, when, for whom or why behind what befell somebody."""
    return re.compile(rf"(?<=\s)(?:{phrase_pattern('behind_deed')})(?![^\W_])")


def _named_next(scope: Scope, start: int, limit: int) -> bool:
    """Tell whether a place or a body is named right behind a preposition."""
    named = [m for m in scope.between(start, limit) if isinstance(m, PlaceMention | OrganizationMention)]
    return bool(named) and _to_name().fullmatch(scope.folded, start, named[0].start) is not None


@cache
def _to_name() -> re.Pattern[str]:
    """What stands between a noun and the place it belongs to: ``thuộc hai xã`` *Yên Bình*."""
    level = "|".join(sorted({word for word, _ in level_words().values()}))
    between = r"các|những|hai|ba|bốn|năm|địa\s+bàn|địa\s+phận|khu\s+vực|vùng"
    return re.compile(rf"thuộc\s+(?:(?:{between}|{level})\s+)*")


_SHARE_ASIDE = lazy(
    r"\s*\(\s*(?:(?:chiếm|đạt|bằng|tỷ\s+lệ|khoảng|gần|hơn|trên)\s+)*\d[\d.,]*\s?%\s*\)(?=\s+(?:đạt\s+chuẩn|được|bị)(?![^\W_]))"
)
"""A share in brackets between a count and what is said of it: ``640 xã (70,2%)`` *đạt chuẩn*."""
_OWING = lazy(r"\s+còn\s+(?:dư\s+nợ|nợ)(?![^\W_])")
_BEFALLEN = lazy(r"(?:nhiễm|mắc|đổ|gãy|ngập|chết|mất\s+trắng)\s")
"""What befell crops and animals: ``281 ha lúa`` *nhiễm sâu cuốn lá*."""
_LONGEST_PREDICATE, _LONGEST_PASSIVE = 8, 10


@cache
def _deeds() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a counted phrase ends in a deed, and how it goes on with others."""
    deed = f"(?:{phrase_pattern('deed')})"
    more = rf"(?:,\s+{deed})*(?:,|\s+và|\s+hoặc|,\s+và)\s+{deed}(?![^\W_])"
    return re.compile(rf"(?<![^\W_]){deed}$"), re.compile(more)


def more_deeds(scope: Scope, end: int, limit: int, phrase: str) -> str:
    """Give how a counted phrase goes on that ends in a deed: ``vụ mua bán`` *, cất giữ trái phép ma túy*."""
    ends, goes_on = _deeds()
    if not ends.search(phrase.lower()):
        return ""
    deeds = goes_on.match(scope.folded, end, limit)
    if deeds is None:
        return ""
    stop = _RIGHT_STOP.search(scope.folded, deeds.end(), limit)
    last = min(stop.start() if stop else limit, limit)
    words = squeeze(scope.text[end:last])
    return f"{'' if words.startswith(',') else ' '}{words}" if len(words.split()) <= _LONG else ""


def _opens_predicate(folded: str) -> bool:
    """Tell whether words begin with a verb that may be said of a counted noun."""
    words = folded.split(maxsplit=4)
    effects = grammar().effects
    return any(effects.get(" ".join(words[:size])) == "verb" for size in (3, 2, 1)) or words[
        0
    ] in phrase_words("state")


def from_verb(phrase: str) -> str:
    """Cut a clause before a sum down to its governing verb: ``đơn vị sẽ đầu tư thêm`` → ``đầu tư thêm``.

    A noun with a verb as its modifier stays whole (``hàng thực phẩm chế biến``).
    """
    found = [verb for verb in action_verbs(phrase.lower()) if verb[0] not in phrase_words("befalls")]
    if not found or phrase.lower().startswith("quỹ "):
        # "Quỹ Đền ơn đáp nghĩa vận động 2 tỷ đồng"
        return phrase
    if (breach := _BREACH.search(phrase.lower())) is not None:
        return phrase[breach.start() :]
    first = len(found) - 1
    while first and _AND.fullmatch(phrase, found[first - 1].end(), found[first].start()):
        # "truy thu và phạt": verbs in a row govern the sum together.
        first -= 1
    at = found[first].start()
    ends = found[-1].end() == len(phrase)
    if ends and at and not _TENSE.search(phrase.lower(), 0, at) and not _names_agent(phrase):
        return phrase
    return phrase[at:]


def row_of_deeds(scope: Scope, floor: int, start: int, deed: str) -> str:
    """Give a deed with those before its comma that have no number of their own.

    Args:
        scope: the text.
        floor: where the words of the number before end.
        start: where the deed begins.
        deed: what was done last.
    """
    verbs = action_verbs(deed.lower())
    if not verbs or verbs[0].start() or start < floor:
        return deed
    first = start
    for _ in range(_ROW):
        opens = max(floor, first - 60)
        before = _DEED_BEFORE.search(scope.folded[opens:first])
        found = action_verbs(before["deed"]) if before is not None else []
        if before is None or not found or found[0].start():
            break
        first = opens + before.start("deed")
    return squeeze(scope.text[first:start]) + f" {deed}" if first < start else deed


_ROW = 3
"""How many deeds before the last share a sum with it."""
_DEED_BEFORE = lazy(r"(?:^|[,;:]\s+|\.\s+)\s*(?P<deed>[^\W\d_]+(?:\s+[^\W\d_]+){0,6}?)\s*,\s*$")


_BREACH = lazy(
    r"(?<![^\W_])(?<!đã )(?:sai\s+phạm|vi\s+phạm)"
    r"(?:\s+(?!(?:và|nên|thì|đã)\s)[^\W\d_]+){0,5}\s+phải\s+[^\W\d_]"
)
"""A breach of which the verb behind only says what is to be done: ``vi phạm về kinh tế phải xử lý``."""
_AND = lazy(r"\s*(?:,|và)\s*")
_TENSE = lazy(r"(?<![^\W_])(?:đã|sẽ|đang|phải|cần|cũng|qua|còn|để|và|được|bị)(?![^\W_])|,")


def _names_agent(phrase: str) -> bool:
    """Tell whether a phrase opens with who acts."""
    folded = phrase.lower()
    opens = _WHEN.match(folded)
    folded = folded[opens.end() :] if opens else folded
    return acting_noun().match(folded.removeprefix("các ").removeprefix("những ")) is not None


_WHEN = lazy(r"(?:tính\s+)?(?:đến|từ|trong|trước|sau|vào)\s+(?:(?:hết|ngày|tháng|năm)\s+)*\d[\d/.]*\s*,?\s*")
"""A date that opens a phrase."""


def before_verb(phrase: str) -> str:
    """Give what stands before the verb of a clause (``Vải sớm đã thu hoạch``), or nothing before an agent."""
    found = action_verbs(phrase.lower())
    noun = _NOUN_TAIL.sub("", phrase[: found[0].start()]) if found else ""
    small = noun.lower() in phrase_words("nothing")
    return "" if small or _names_agent(noun) or len(noun.split()) > 4 else noun


_NOUN_TAIL = lazy(
    r"\s+(?:(?:dự\s+ước|ước|dự\s+kiến|đang|sẽ|đã|được|mới|tại|ở|của|huyện|xã|tỉnh|thành\s+phố|thị\s+xã)(?![^\W_]).*)?$"
)


def heading_indicator(scope: Scope, span: tuple[int, int]) -> str:
    """Give a heading without its number, for a list whose items do not name what they count."""
    return squeeze(_NUMBERING.sub("", scope.text[span[0] : span[1]])).rstrip(" :.;")


def about(scope: Scope, end: int, limit: int) -> tuple[str, int] | None:
    """Give what a change is about (``giảm 6,5% về số doanh nghiệp``) and where these words end, or None."""
    match = _ABOUT.match(scope.folded, end, limit)
    return (squeeze(scope.text[match.start("what") : match.end()]), match.end()) if match else None


_ABOUT = lazy(
    r"\s+về\s+(?P<what>(?:(?!\s(?:và|so|với|nhưng|tăng|giảm|đạt)(?![^\W_]))[^,;.:()\d\n]){2,40})(?![^\W_])(?<!\s)"
)
_PLAN = lazy(r"\s*(?:dự\s+toán|kế\s+hoạch|kh|chỉ\s+tiêu|so\s+với|cùng\s+kỳ|nghị\s+quyết|nq)(?![^\W_])")


def names_plan(phrase: str) -> bool:
    """Tell whether a phrase names what a share is compared with rather than what it measures."""
    return _PLAN.match(phrase.lower()) is not None


_BUDGET = lazy(
    r"(?:dự\s+toán|kế\s+hoạch|chỉ\s+tiêu)\s+(?:(?:tổng|số)\s+)*(?:thu|chi|bội\s+chi|bội\s+thu|cân\s+đối|ngân\s+sách|"
    r"kinh\s+phí|vay|trả\s+nợ|doanh\s+thu|lợi\s+nhuận|giải\s+ngân|nguồn\s+vốn|vốn|huy\s+động)(?![^\W_])"
)


def names_budget(phrase: str) -> bool:
    """Tell whether a phrase names a sum that was planned: ``dự toán bội chi ngân sách``."""
    return _BUDGET.match(phrase.lower()) is not None


_DOUBT = lazy(r"\d|(?<![^\W_])(?:so\s+với|tăng|giảm|đạt|trong\s+đó)(?![^\W_])|[;:/>]", re.IGNORECASE)


def holds_money(name: str) -> bool:
    """Tell whether a subject is something that holds money: ``quỹ phụ nữ`` *có 2 tỷ đồng*."""
    return _HOLDS.match(name.lower()) is not None


_HOLDS = lazy(r"(?:quỹ|tài\s+khoản|sổ\s+tiết\s+kiệm|nguồn\s+vốn|kết\s+dư)\s+[^\W\d_]")


def is_unsure(name: str) -> bool:
    """Tell whether an indicator is so long or holds such words that it may be more than one phrase."""
    return len(name.split()) > 10 or _DOUBT.search(name) is not None
