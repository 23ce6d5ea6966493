"""Where a title ends: at the sentence's end, a bracket, a further instrument, the main clause."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.instruments.issuers import read_issuer, read_unit
from vnreport.mentions.instruments.page import Page, one_tone, rx
from vnreport.patterns import lazy

CODED = lazy(r"\d/\S*[A-ZĐ]")


def _words(role: str) -> str:
    """Give the alternatives of a role in ``lexicon/instrument_title_ends.tsv``, longest first."""
    found = [row["word"] for row in table("instrument_title_ends") if row["role"] == role]
    return "|".join(sorted(found, key=len, reverse=True))


@cache
def _new_clause() -> re.Pattern[str]:
    """Give the pattern of what opens a new clause, behind a comma or in a bracket, or another instrument."""
    kinds = _words("kind")
    return rx(
        r",(?<!tỉnh,)(?<!huyện,)(?<!xã,)(?<!sở,)(?<!bộ,)(?<!quận,)(?<!ngành,)(?<!phường,)"
        r"(?<!đơn vị,)(?<!ban,)"
        rf"\s{{0,2}}(?:{_words('acting')})(?:\s[^,;.]{{0,90}}?)?\s(?:{_words('act')})(?!\w)|"
        rf",\s{{0,2}}(?:(?:{kinds}|luật|bộ luật|công điện|văn bản|nđ|nq|qđ|tt)\s(?:số|\d|liên tịch|đại hội|"
        r"trung ương|tw|hội nghị|có hiệu lực|này)|"
        r"(?:chương trình|đề án|tờ trình|báo cáo|quy định|quy chế|pháp lệnh|phương án|thông tri|biên bản)"
        r"(?:\s(?:hành động|phối hợp|công tác|liên tịch|liên ngành|thẩm tra|thẩm định|kết luận))?\ssố\s\d|"
        r"(?:(?:sáng|chiều|tối|vào)\s)?(?:ngày\s)?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?,|"
        rf"(?:{_words('clause')})(?!\w))|"
        r"\s{0,2}\(\s?(?:đã được|được (?:sửa|bổ|thay|điều)|(?:văn bản |đã )?(?:hết|còn|có) hiệu lực|"
        rf"sau đây|gọi tắt|dưới đây|viết tắt|gọi là|(?:{kinds}|quy định|quy chế|văn bản|chương trình)"
        r"\s(?:này|(?:số\s)?\d))|"
        rf",?\s(?:và\s|ban hành\s)?thay(?:\sthế)?\s(?:cho\s)?(?:{kinds}|quy định|quy chế|chương trình)"
        r"(?:\sliên (?:tịch|bộ))?\s(?:số\s)?\d|"
        r"\svà (?:các )?(?:văn bản|(?:thông tư|nghị định|quyết định) hướng dẫn|"
        r"quy định (?:khác )?của pháp luật)(?!\w)|"
        r"\svà (?:được (?:áp dụng|thực hiện|ban hành)|để|cho rằng|khẳng định|căn cứ (?:tình hình|vào))(?!\w)"
    )


@cache
def _deeds() -> frozenset[str]:
    """Give the verbs that govern counts in reports."""
    return frozenset(one_tone(row["verb"]) for row in table("action_verbs") if not row["kind"])


@cache
def _main_clause() -> re.Pattern[str]:
    """Give the pattern of an agency, or of many of them, and what they do: the main clause behind a title."""
    return rx(
        rf",\s{{0,2}}(?P<agency>{_words('agency')})(?!\w)"
        r"(?:\s(?:[^,;.]|,(?=\s(?:thể thao|thương binh|chống)\s)){0,90}?)?"
        rf"\s(?:{_words('deed')})(?!\w)|"
        r",\s{0,2}(?P<many>các)\s(?:cơ quan|cấp|sở|đơn vị|địa phương|ngành|bộ|huyện|xã|trường|phòng|ban)"
        r"(?:[\s,]{1,2}[^\s,;.]{1,12}){0,12}?\s(?:đã|vừa|tích cực|chủ động|"
        r"cần|phải|có trách nhiệm|được (?:tự chủ|phép|quyền|hưởng))(?!\w)"
    )


_COUNTED = rx(
    r",\s{1,2}(?:đã\s|và\s)?(?P<verb>[^\W\d_]+(?:\s[^\W\d_]+){0,2}?)\s(?:được\s)?\d[\d.,]*\s(?=[^\W\d_])|"
    r"\s(?:tới|đến)\s(?P<to>\d)[\d.]*\s"
    r"(?:lượt|đảng viên|cán bộ|hội viên|đoàn viên|người|học sinh|hộ|chi bộ)(?!\w)"
)
"""What was done, with a count: ``…, kết nạp 45 đoàn viên``, ``… đến 312 đảng viên``."""
_THERE_IS = frozenset(map(one_tone, ("có", "còn", "có tổng số", "có tổng cộng", "có trên", "có hơn")))
_ASKED = rx(
    r"(?:về việc |v/v )?(?:yêu cầu|giao|đề nghị|chỉ đạo|phân công|phối hợp|kêu gọi|cho phép|gửi)(?!\w)"
)
"""What names agencies as its objects: ``yêu cầu các sở, UBND huyện thực hiện …``."""
_QUOTED = lazy(
    r"(?:[Vv]ề|VỀ|[Vv]ề việc|V/v|v/v)\s{0,2}[“\"]([^”\"]{3,400})[”\"](?=\s?(?:[,.;)]|\Z)|\s[^\W_])"
)
"""A title in quotation marks ends with them."""
_KINDS = "nghị định|thông tư|quyết định|chỉ thị|nghị quyết|kế hoạch|công văn|kết luận|hướng dẫn|thông báo"
_AND_OTHER = rx(
    rf"\svà\s(?:các\s)?(?:(?:{_KINDS})\s(?:số\s)?\d|(?:bộ luật|luật|pháp lệnh)\s|"
    r"nghị quyết\s(?:hội nghị|đại hội|trung ương|tw)(?!\w)|"
    r"(?:quy định|quy chế|công điện|văn bản|chương trình|đề án|tờ trình|báo cáo|pháp lệnh|phương án)\ssố\s\d|"
    r"(?:quy trình|quy chế|quy định|điều lệ|đề án|kế hoạch)\s[^,;.]{3,90}?\sban hành\s(?:kèm\s)?theo\s)"
)
"""A further instrument of the sentence's own list, not of the title."""
_GOES_ON = tuple(
    map(one_tone, (" của", " giai đoạn", " trên địa bàn", " tại", " năm", " theo", " trong", " ("))
)
"""What goes on with a title behind its quotation marks."""
_SOME = rx(r"(?:(?:về )?(?:việc )?)?sửa đổi(?:,? (?:và )?bổ sung)? một số (?:điều|nội dung)")
_AND_PROVISION = rx(r"\svà\s(?:tại\s)?(?:điểm\s[a-zđ]\s|khoản\s\d{1,2}\s|điều\s\d)")
"""A provision of another instrument, which no title that names ``một số điều`` goes on with."""
_PROVISION = rx(r"(?<!\w)(?:tiết|điểm|khoản|điều|mục|chương|phần|phụ lục)\s[a-zđ\d]{1,4}\Z")
"""What a comma may part from its instrument inside a title: ``bổ sung khoản 2, Điều 8, Nghị định …``."""
_CODE_ENDS = rx(
    r"\d/(?:\d{4}/)?[a-zđ]{2,5}-[a-zđ]{2,12}(?P<comma>,)\s"
    r"(?!số\s|nghị|thông tư|quyết|luật|bộ luật|pháp lệnh|đã|được|ngày|điều|khoản|chỉ thị|và)"
)
"""The comma behind the code of what a title amends, and no further instrument."""
_CITED = rx(rf"(?<!\w)(?:(?:{_KINDS})\s(?:số(?!\w)|\d)|(?:(?<!kỷ )(?<!pháp )luật|pháp lệnh)(?!\w))")
_AND_NUMBER = rx(r"(?:,\s|,?\svà\s)số\s\d{1,5}[a-z]?/(?:\d{4}/)?[a-zđ]")
_NUMBERED = rx(rf"(?<!\w)(?:{_KINDS})\s(?:số|\d)")
_NEW_ITEM = rx(r"(?:căn cứ|xét|theo đề nghị|điều|nơi nhận|kính gửi)(?!\w)")
"""What opens a line of its own below a citation."""
_OPEN_END = rx(r"(?<!\w)(?:luật|bộ luật|pháp lệnh|của|và|về|các|cho|tại|trong|đối với)\Z")
"""What ends no title, at the end of a line."""
_NAMED = rx(r"(?:dự án|công trình|đề án|gói thầu|hạng mục|nhiệm vụ|đề tài|chương trình)\s{0,2}\Z")
"""What a colon introduces the name of, inside a title."""
BY = rx(r"\sdo\s(?=\w[^\n;.]{2,90}?\sban\shành(?!\w)(?!\s(?:đã |nay )?(?:hết|còn|bị|trái)\s))")
_REPLACED = rx(
    r"\s(?:đã\s)?(?:được|bị)\s(?:sửa đổi|bổ sung|thay thế|bãi bỏ)(?:,?\s(?:và\s)?(?:bổ sung|thay thế))?"
    r"(?:\smột số (?:điều|nội dung))?\s(?:bởi|bằng|theo|tại)\s"
)
"""What became of the instrument, behind its title; of another one, where the title cites that."""


@cache
def _says() -> re.Pattern[str]:
    """Give the pattern of the sentence's verb behind a title: ``… lĩnh vực thú y`` *quy định hành vi*."""
    return rx(rf"\s(?:có |cũng |đã )?quy định(?=,?\s(?:{_words('laid down')})(?!\w))")


@cache
def _verbs() -> re.Pattern[str]:
    """Give the pattern of verbs outside a title: ``own`` has the instrument for subject, no comma before."""
    return rx(
        rf"\s(?:(?P<own>{_words('own verb')})|"
        r"(?P<plain>sẽ|thì|đã(?! qua sử dụng)|đang|vẫn|là(?=\s\d)|cho (?:thấy|biết))|"
        r"cần|(?<!mắc\s)phải|yêu cầu|đề nghị)(?!\w)"
    )


_ENUMERATED = rx(r",\s(?P<deed>[^\W\d_]+\s[^\W\d_]+)\s(?:[^,;.]{1,60}?\s)?và\s")


def _more_deeds(page: Page, comma: int, end: int) -> bool:
    """Tell whether a comma parts deeds that the title lists: ``quy trình lựa chọn, công bố và áp dụng …``."""
    listed = _ENUMERATED.match(page.low, comma, end)
    return listed is not None and listed["deed"] in _deeds() and page.plain[listed.start("deed")].islower()


def _last_of(page: Page, comma: int, verb: re.Match[str]) -> bool:
    """Tell the last of what a title lists from a clause before ``thì``: ``nguy cấp, quý,`` *hiếm thì …*."""
    words = page.low[comma + 1 : verb.start()].split()
    return verb["plain"] == "thì" and (len(words) < 2 or one_tone("và") in words)


_LAST_WORD = rx(r"(\w+)\Z")


@cache
def _governing() -> frozenset[str]:
    """Give the words whose object the rules are: ``ban hành`` *quy định mức thu*."""
    return frozenset(
        one_tone(row["word"]) for row in table("instrument_title_ends") if row["role"] == "governs"
    )


_SHORT = 16
"""What is too short before a comma to be a title."""


def end_of_title(page: Page, begin: int, limit: int) -> int:
    """Find where a title ends: sentence end, a bracket that was opened before it, a new clause."""
    quoted = depth = straight = 0
    end = limit
    for match in re.compile(r"[()“”\"]|[;\n]|\.(?!\d)|:(?!\d)|…").finditer(page.plain, begin, limit):
        sign = match.group()
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
            if depth < 0:
                return _clause(page, begin, match.start())
        elif sign == '"':
            straight += 1
            if straight % 2 and _closes(page, begin, match.start()):
                return _clause(page, begin, match.start())
        elif sign == "“":
            quoted += 1
        elif sign == "”":
            quoted -= 1
            if quoted < 0:
                return _clause(page, begin, match.start())
        elif sign == "\n":
            if not _soft(page, match.start()):
                end = match.start()
                break
        elif (
            sign == ";"
            and _SAME_MATTER.match(page.low, match.end())
            and _MATTER in page.low[begin : match.start()]
        ):
            continue
        elif (sign == ";" and depth <= 0) or (
            sign in ".:…"
            and quoted <= 0
            and depth <= 0
            and not (sign == "." and _abbreviated(page, match.start()))
            and not (sign == ":" and _NAMED.search(page.low, max(begin, match.start() - 16), match.start()))
        ):
            end = match.start()
            break
    return _clause(page, begin, end)


def _closes(page: Page, begin: int, at: int) -> bool:
    """Tell whether a straight quotation mark in a title closes one that was opened before the title."""
    line = max(page.plain.rfind("\n", 0, begin) + 1, begin - 400)
    return page.plain.count('"', line, begin) % 2 == 1 and page.plain[at + 1 : at + 2] in ("", " ", ",", ".")


_MATTER = one_tone("thủ tục hành chính")
_SAME_MATTER = rx(r"\s(?:các\s)?(?:danh mục\s)?thủ tục hành chính\s(?:được|bị|mới|ban hành|sửa)")
"""What goes on with a decision on procedures: ``… ban hành mới; thủ tục hành chính bị bãi bỏ``."""


def _soft(page: Page, at: int) -> bool:
    """Tell a line end inside a sentence: a small letter follows, or a capital behind a full line."""
    after = page.plain[at + 1 : at + 2]
    if not after.isalpha() or page.plain[at - 1 : at] in ("", ".", ";", ":", "\n"):
        return False
    if _NEW_ITEM.match(page.low, at + 1) and after.isupper():
        return False
    if after.islower() or _OPEN_END.search(page.low, max(0, at - 12), at):
        return True
    return "\n" not in page.plain[max(0, at - 60) : at]


def _abbreviated(page: Page, at: int) -> bool:
    """Tell the dot of ``TP.`` from one that ends a sentence."""
    before = page.plain[max(0, at - 2) : at]
    return before in ("TP", "Tp", "TX", ".S") or (
        before in (" P", " Q", " H") and page.plain[at + 1 : at + 2] == " "
    )


@cache
def _guiding() -> tuple[str, ...]:
    """Give the kinds that guide others, and that no higher instrument carries out."""
    return tuple(one_tone(row["word"]) for row in table("instrument_title_ends") if row["role"] == "guides")


_ASKED_AWAY = rx(r"(?:về )?(?:việc )?(?:bãi bỏ|hủy bỏ|thu hồi|thay thế)\s")


def _lower(page: Page, begin: int, other: re.Match[str]) -> bool:
    """Tell whether what follows và is of a kind that guides others, and the title has named none of it.

    ``quy định chi tiết một số điều của Luật Điện ảnh`` *và Thông tư số 12*: no decree implements a circular.
    """
    if _ASKED_AWAY.match(page.low, begin):
        return False  # "bãi bỏ công văn số 325 và thông báo số 619"
    kind = next((word for word in _guiding() if f" {word} " in f"{other.group()} "), None)
    return kind is not None and kind not in page.low[begin : other.start()]


def _clause(page: Page, begin: int, end: int) -> int:
    """Cut a title where the main clause of the sentence goes on behind a comma."""
    for match in _new_clause().finditer(page.low, begin, end):
        if not _PROVISION.search(page.low, max(begin, match.start() - 14), match.start()):
            end = match.start()
            break
    asked = _ASKED.match(page.low, begin)
    listed = asked is None and page.low.find(",", begin, end) >= 0
    for match in _main_clause().finditer(page.low, begin, end) if listed else ():
        if match["many"] or page.plain[match.start("agency")].isupper():
            end = match.start()
            break
    for match in () if asked else _COUNTED.finditer(page.low, begin, end):
        if match["to"] or match["verb"] in _deeds() or match["verb"] in _THERE_IS:
            end = match.start()
            break
    quoted = _QUOTED.match(page.plain, begin, end)
    if quoted is not None and not page.low.startswith(_GOES_ON, quoted.end()):
        end = quoted.end()
    end = _before_others(page, begin, end)
    main = _says().search(page.low, begin + _SHORT, end)
    before = _LAST_WORD.search(page.low, begin, main.start()) if main else None
    if (
        main
        and before
        and before[1] not in _governing()
        and not _NUMBERED.search(page.low, begin, main.start())
    ):
        end = main.start()
    return _before_verb(page, begin, end, asked is not None)


def _before_others(page: Page, begin: int, end: int) -> int:
    """Cut a title before another instrument, a number of its own or who issued it."""
    other = _AND_OTHER.search(page.low, begin, end)
    cited = _CITED.search(page.low, begin, other.start()) if other is not None else None
    # "công bố luật và Quyết định số …": the word alone cites none.
    alone = other is not None and cited is not None and cited.end() == other.start()
    if other is not None and (
        cited is None or (alone and cited.group() == "luật") or _lower(page, begin, other)
    ):
        end = other.start()
    if _SOME.match(page.low, begin):
        other = _AND_PROVISION.search(page.low, begin, end)
        end = other.start() if other else end
        code = _CODE_ENDS.search(page.low, begin, end)
        end = code.start("comma") if code else end
    other = _AND_NUMBER.search(page.low, begin, end)
    if other is not None and not _NUMBERED.search(page.low, begin, other.start()):
        end = other.start()
    by = BY.search(page.low, begin, end + len(" ban hành"))
    if by and (read_unit(page, by.start(), "") or read_issuer(page, by.start())):
        end = by.start()
    replaced = _REPLACED.search(page.low, begin, end)
    if replaced is not None and not _CITED.search(page.low, begin, replaced.start()):
        end = replaced.start()
    return end


_PREVENTION = one_tone(" chống ")
"""What goes on with ``phòng``, *chống*, behind a comma that parts no clauses."""


def _before_verb(page: Page, begin: int, end: int, asked: bool) -> int:
    """Cut a title before the verb of the sentence, or the comma that its clause opens with."""
    first = begin + _SHORT
    for verb in _verbs().finditer(page.low, begin, end):
        if verb["own"]:
            return verb.start()
        if asked and not verb["plain"]:
            return end
        if first > begin + _SHORT and verb["plain"] in (None, "đang"):
            continue  # "quy định nhà thầu phải có … gói thầu đang xét"
        # "về việc gửi, nhận văn bản …": a comma so near is one of the title's own.
        comma = page.low.rfind(",", first, verb.start())
        while comma >= 0 and page.low.startswith(_PREVENTION, comma + 1):
            comma = page.low.rfind(",", first, comma)
        listed = comma >= 0 and (_more_deeds(page, comma, verb.start()) or _last_of(page, comma, verb))
        if verb["plain"] and (comma < 0 or listed):
            return verb.start()
        if comma >= 0:
            return comma
        first = max(verb.end(), first + 1)
    return end
