"""Titles: the ``quy định chi tiết …``, ``về việc …`` clause behind a citation."""

from __future__ import annotations

import re

from vnreport.lexicon import table
from vnreport.mentions.instruments.issuers import read_issuer, read_unit
from vnreport.mentions.instruments.page import Page, rx
from vnreport.mentions.instruments.title_ends import BY, CODED, end_of_title
from vnreport.patterns import lazy

_ABOUT = r"v\s?/\s?v|về việc|về"


def _acts() -> str:
    """Give the pattern of the verbs that open a title, longest first."""
    rows = sorted(table("instrument_title_words"), key=lambda row: -len(row["word"]))
    return "|".join(
        row["word"] + "".join(rf"(?!\s?{word})" for word in row["not_before"].split("|") if word)
        for row in rows
    )


_OPEN = rx(
    rf"(?:\s{{1,3}}|,\s{{0,2}}|:\s{{0,2}}(?=v/v|về việc)|(?<=\w))(?P<about>{_ABOUT})(?!\w)"
    rf"|\s{{1,2}}\((?P<inside>v\s?/\s?v|về việc)(?!\w)"
    rf"|\s{{1,3}}(?P<act>{_acts()})(?!\w)|\s{{0,2}}[:,]?(?:\s{{0,2}}[“]|\s{{1,2}}\")(?P<quoted>(?=\w))"
)
_SENT = rx(r",?\s{1,3}gửi(?:,?\s[^\s,;.:()]{1,20}){1,16}?(?=\s(?:về việc|v/v)\s)")
"""To whom a letter is sent, before its title: ``gửi Sở Tài chính`` *về việc quyết toán*."""
_WHEN = rx(
    r"\s{1,3}(?:(?:được|mới|vừa)\s)?(?:ban hành|thông qua|công bố|ký ban hành|ký)\s(?:hồi\s|vào\s)?"
    r"(?:(?:mới|gần|trước)\s(?:đây|đó)|(?:(?:đầu|giữa|cuối)\s)?(?:năm|tháng \d{1,2})"
    r"(?:\s?[/-]\s?\d{4}|\s(?:năm )?\d{4}|\s(?:năm )?(?:ngoái|nay|trước))?),?"
    r"(?=\s(?:về|quy định|hướng dẫn|phê duyệt|sửa đổi)\s)"
)
"""When it was issued, before its title: ``ban hành giữa tháng 7`` *về việc thí điểm*."""
_OF_WHOLE = rx(
    r"(?:sửa đổi|bổ sung)(?:,? (?:và )?bổ sung)? (?:một số|các) (?:điều|nội dung|quy định)|quy định chi tiết|"
    r"hướng dẫn (?:thi hành|thực hiện) (?:một số điều|luật|nghị định|nghị quyết)"
)
"""What only an instrument does, never one of its articles: a title behind ``Điều 1 Thông tư …`` too."""
_MAIN = lazy(
    r"(?<!các)(?<!một số)(?<!những)(?<!theo)\s(?:có )?quy định(?!\w)(?! (?:về|chi tiết|tại|của|trong|này))"
)
"""The verb of the article itself behind that title."""
_CLOSE = lazy(r"[;”\"\n]|\.(?=\s|\Z|[^\W\d_a-zà-ỹ])|[:?!]\s|\.{2,}|…")
_WINDOW = 420


def read_title(page: Page, at: int, *, predicate: bool) -> str | None:
    """Read the title behind a citation.

    Args:
        page: the text.
        at: end of the citation.
        predicate: whether ``quy định …`` there is the sentence's verb (``Điều 5 Nghị định … quy định``).
    """
    sent = _SENT.match(page.low, at) or _WHEN.match(page.low, at)
    opened = _OPEN.match(page.low, sent.end() if sent else at)
    if opened is None or page.broken(at, opened.end()):
        return None
    if predicate and opened["act"] and not _OF_WHOLE.match(page.low, opened.start("act")):
        return None
    begin = next(opened.start(g) for g in ("about", "inside", "act", "quoted") if opened[g] is not None)
    limit = min(len(page.plain), begin + _WINDOW)
    if opened["quoted"] is not None:
        closed = re.compile(r"[”\"]").search(page.plain, begin, limit)
        if closed is None or _SENTENCES.search(page.plain, begin, closed.start()):
            return None
        return page.squeezed(begin, closed.start())
    end = end_of_title(page, begin, limit)
    title = _LEFT_OVER.sub("", page.squeezed(begin, end).strip(" ,-/")).rstrip(" ,")
    if predicate and opened["act"]:
        main = _MAIN.search(title)
        # "… một số điều của Thông tư số 41/2016/TT-NHNN quy định tỷ lệ …": the title of the one cited there.
        title = title[: main.start()] if main and not CODED.search(title, 0, main.start()) else title
    return title if " " in title and title.lower() != opened["act"] else None


_SENTENCES = lazy(r"[a-zà-ỹ]\.\s[A-ZĐ]")
"""Sentences in quotation marks are what an instrument says, no title."""
_LEFT_OVER = lazy(
    r"(?:\s(?:nêu|ghi|viết|cho thấy|cho biết|thì|nhằm|là|đó là|gồm|bao gồm|"
    r"(?<!các )(?<!theo )(?<!một số )(?<!những )(?<!thực hiện )(?<!bổ sung )"
    r"(?<!đúng )(?<!trái )(?<!sai )(?<!đủ )(?<!phạm )(?<!chấp hành )quy định))?(?:\snhư sau)?"
    r"(?:\s(?:cũng|và|chính thức|sẽ|đã|vẫn))?(?:,?\sv)?\Z"
)
"""The sentence's verb before what it quotes: ``… về công tác kiểm tra nêu:``."""
_SUBJECT_END = rx(
    r"[,;]|\svà\s(?:các\s)?(?:công ước|hiệp|nghị định)|"
    r"\s(?:là|đã|(?<!quyền )được|có|mà|thì|để|trong|nhằm|cũng|khi)(?!\w)"
)


def read_subject(page: Page, at: int) -> str | None:
    """Read the subject behind a treaty's year (``Công ước Viên 1980`` *về mua bán hàng hóa quốc tế*)."""
    title = read_title(page, at, predicate=True)
    if title is None or not title.lower().startswith("về"):
        return None
    begin = page.plain.index(title[:2], at)
    end = _SUBJECT_END.search(page.low, begin, begin + len(title))
    return page.squeezed(begin, end.start()) if end else title


def read_titled_issuer(page: Page, begin: int, symbol: str) -> tuple[str, int] | None:
    """Read the issuer behind a title: ``… hướng dẫn thi hành do Bộ Nội vụ ban hành``.

    Args:
        page: the text.
        begin: end of the citation, where its title begins.
        symbol: the citation's symbol.

    Returns:
        The body and where ``do`` stands; None where the title's clause has none.
    """
    for match in BY.finditer(page.low, begin, min(len(page.low), begin + _WINDOW)):
        if _CLOSE.search(page.plain, begin, match.start()):
            return None
        found = read_issuer(page, match.start()) or read_unit(page, match.start(), symbol)
        if found is not None and found[0]:
            return found[0], match.start()
    return None
