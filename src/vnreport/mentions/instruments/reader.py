"""The state of the walk, and what follows a head: date, issuer, more numbers, provisions, title."""

from __future__ import annotations

from vnreport.instruments import Code
from vnreport.mentions.instruments.context import Context
from vnreport.mentions.instruments.dates import proclaimed, read_bare_date, read_date, read_year
from vnreport.mentions.instruments.draft import Draft
from vnreport.mentions.instruments.issuers import behind_office, read_apposed, read_issuer, read_level
from vnreport.mentions.instruments.numbered import (
    fill,
    more,
    of_tax_office,
    share,
)
from vnreport.mentions.instruments.own import own_kinds, own_spans
from vnreport.mentions.instruments.page import Page, rx
from vnreport.mentions.instruments.provisions import Provisions, read_provisions
from vnreport.mentions.instruments.titles import read_subject, read_title, read_titled_issuer
from vnreport.mentions.instruments.triggers import Trigger
from vnreport.patterns import lazy
from vnreport.spans import Spans
from vnreport.symbols import TERM

_LINK = rx(r"\s{0,4}(?:,|-|/|của|tại|trong|thuộc|\()?\s{0,4}(?:của|các|cả|,)?\s{0,4}")
_AFTER = rx(
    r"(?:\s{0,3}(?:,|\(|tại|-)\s{0,3}(?:tại\s{1,3}|theo\s{1,3})?|(?P<bare>\s{1,3}))"
    r"(?=(?:các\s|từ\s)?(?:điểm|khoản|điều|mục|chương|phụ lục)\s)"
)


_JOINT = lazy(r"[^\W\d_]{0,3}(?:PH|LT|LN|LB|LS)(?![^\W\d_])|TT[/-](?:LB|LT)(?!\w)")
"""Symbols of what several bodies issue together."""


def _of_assembly(code: Code) -> bool:
    """Tell a symbol that names an assembly alone, whose laws and resolutions have the same (``QH13``)."""
    return code.symbol is not None and TERM.match(code.symbol) is not None


def _of_letter(code: Code, first: Draft) -> bool:
    """Tell whether a symbol in a list of letters or laws says no kind of its own."""
    return code.letter or _of_assembly(code) or (first.kind == "official_letter" and of_tax_office(code))


_PROVINCIAL = lazy(r"(?:Tỉnh|Thành|tỉnh|thành) ủy|Đảng bộ (?:tỉnh|thành phố)")
_OPENED = rx(r"\s{1,2}\((?=ngày\s{0,3}\d)")
_LIST_GAP = 300
_RENAMED = rx(r"\s{1,2}\((?:nay|trước đây|sau này)\s[^()\n]{2,80}\)")
"""What a body is called today, before the title: ``của Hội đồng Bộ trưởng`` *(nay là Chính phủ)*."""
_STOP = lazy(r"\.\s|\n\s{0,9}\n")
"""What ends a list of numbers."""
_ONE_DAY = rx(r"(?<!\w)(?:cùng|đều) ngày")
_SAME_DAY = rx(r"\s{1,3},?\s{0,3}(?:ký |ban hành )?cùng ngày(?!\w)(?!\s{0,3}\d)")


class Reader:
    """What has been read of a page so far, and how to read on behind a head."""

    def __init__(self, page: Page, head: tuple[int, int] | None) -> None:
        self.page = page
        self.drafts: list[Draft] = []
        self.at = 0
        self.own = Spans(own_spans(page, head))
        self.context = Context(own_kinds(page))
        self.heads: dict[int, Trigger] = {}
        self.announced: tuple[Draft, str] | None = None
        """The first citation of a list and its issuer: ``Nghị quyết của HĐND tỉnh: số 11/NQ-HĐND …``."""
        self.waiting: tuple[Trigger, Provisions] | None = None
        """Provisions before a kind whose number is yet to come: ``Điều 5 Quy chế làm việc số …``."""
        self.last: Trigger | None = None
        """The last word for a kind that no number followed at once."""

    def _finish(self, draft: Draft, listed: Provisions | None, issuer: str | None = None) -> None:
        """Read what follows a numbered citation and the numbers that share its head.

        ``issuer`` is the body that was named before the first number, for all of them.
        """
        if listed:
            draft.provisions = listed.expand()
        group = [draft]
        draft.issuer = issuer or draft.issuer
        tailed = self._tail(draft)
        while len(group) < 400:
            items = more(self.page, group[-1], strict=tailed)
            if not items:
                break
            for item in items:
                own = item.code.kind if item.code and not _of_letter(item.code, draft) else None
                other = Draft((draft.kind != "regulation" and own) or draft.kind, item.start, item.end)
                fill(other, item)
                other.issuer = issuer or other.issuer
                group.append(other)
            tailed = self._tail(group[-1])
        last = group[-1]
        share(group, same_day=_ONE_DAY.search(self.page.low, last.start, last.end) is not None)
        if len(group) == 1 and listed is None:
            self._provisions_behind(draft)
        for one in group:
            self._add(one)

    def _announced(self, draft: Draft) -> str | None:
        """Give the issuer that a list of numbers has before its colon, if this is one more of its numbers."""
        if self.announced is None or self.drafts[-1].end + _LIST_GAP < draft.start:
            return None
        first, issuer = self.announced
        between = self.page.plain[self.drafts[-1].end : draft.start]
        if draft.symbol != first.symbol or _STOP.search(between):
            self.announced = None
            return None
        return issuer

    def _tail(self, draft: Draft) -> bool:
        """Read date, year and issuer behind a citation in any order; tell whether there were any."""
        begin = draft.end
        stated = False
        joint = draft.kind.startswith("joint") or _JOINT.match(draft.symbol or "") is not None
        if draft.date is None:
            stated = self._in_brackets(draft)
        for _ in range(4):
            act = draft.kind in ("law", "code", "ordinance", "constitution")
            at = proclaimed(self.page, draft.end) if act else draft.end
            date = read_date(self.page, at, None if act else draft.year) if draft.date is None else None
            if date is None and draft.date is None and draft.code and draft.symbol:
                date = read_bare_date(self.page, draft.end)
            if act and date is not None and date.date is None:
                date = None  # "Điều 134 Bộ luật Hình sự, ngày 26/10 cơ quan điều tra …"
            if date is not None:
                draft.date, draft.end = date.date, date.end
                continue
            same = _SAME_DAY.match(self.page.low, draft.end) if draft.date is None and self.drafts else None
            if same is not None and self.drafts[-1].date:
                draft.date, draft.end = self.drafts[-1].date, same.end()
                continue
            year = (
                read_year(self.page, draft.end, bare=draft.symbol is None and (draft.name is not None))
                if draft.date is None
                else None
            )
            if year is not None and year.year and not (draft.year and draft.name):
                draft.year, draft.end = draft.year or year.year, year.end
                continue
            issuer = read_issuer(self.page, draft.end, joint=joint) if not stated else None
            if issuer is not None and issuer[0] == "Chính phủ" and draft.kind in ("law", "code", "ordinance"):
                break  # "nghị định hướng dẫn Luật Ngân sách của Chính phủ"
            if issuer is None and not stated and draft.symbol:
                issuer = read_apposed(self.page, draft.end, draft.issuer, draft.symbol)
            if issuer is None and draft.end == begin and draft.symbol:
                if (level := read_level(self.page, begin, draft.symbol)) is None:
                    break
                draft.issuer, draft.end = level
                continue
            if issuer is None:
                break
            # The same letters in the symbol: "220/BC-TTCP của TTCP" is Thanh tra Chính phủ, not the premier.
            own = (draft.symbol or "").endswith("TTCP") and self.page.plain.endswith("TTCP", 0, issuer[1])
            draft.issuer, draft.end = draft.issuer if own else issuer[0], issuer[1]
            stated = True
        if stated and draft.issuer and draft.code and draft.code.endswith("/TW"):
            self._of_province(draft, draft.issuer)
        if draft.kind == "decree" and draft.code is None and draft.number and (draft.year or 0) >= 2000:
            draft.symbol, draft.code = "NĐ-CP", f"{draft.number}/{draft.year}/NĐ-CP"
            draft.issuer = draft.issuer or "Chính phủ"
        return draft.end > begin

    def _of_province(self, draft: Draft, issuer: str) -> None:
        """Take ``TƯ`` for Tỉnh ủy where that issues it: ``13-NQ/TƯ của Tỉnh ủy``, else it is Trung ương."""
        if _PROVINCIAL.search(issuer) and "/TƯ" in self.page.plain[draft.start : draft.end] and draft.symbol:
            draft.symbol, draft.code = f"{draft.symbol[:-1]}U", f"{(draft.code or '')[:-1]}U"

    def _in_brackets(self, draft: Draft) -> bool:
        """Read date and issuer that stand in brackets together: ``(ngày 15/9/2021 của UBND tỉnh)``."""
        opened = _OPENED.match(self.page.low, draft.end)
        date = read_date(self.page, opened.end(), draft.year) if opened else None
        issuer = read_issuer(self.page, date.end) if date else None
        if date is None or issuer is None or self.page.plain[issuer[1] : issuer[1] + 1] != ")":
            return False
        draft.date, draft.issuer, draft.end = date.date, issuer[0], issuer[1] + 1
        return True

    def _provisions_behind(self, draft: Draft) -> None:
        """Read provisions that stand behind their instrument (``Luật Đất đai, Điều 5``)."""
        link = _AFTER.match(self.page.low, draft.end)
        listed = read_provisions(self.page, link.end()) if link else None
        if link is None or listed is None or self.page.broken(draft.end, listed.end):
            return
        if link["bare"] and (
            "\n" in self.page.plain[draft.end : listed.end] or not any(listed.items[0].values)
        ):
            return
        follow = _LINK.match(self.page.low, listed.end)
        owner = self.heads.get(follow.end()) if follow and follow.end() > listed.end else None
        if owner and (owner.strength != "weak" or self.page.text[owner.start].isupper()):
            return
        bracket = "(" in link.group()
        if bracket and self.page.plain[listed.end : listed.end + 1] != ")":
            return
        draft.provisions = listed.expand()
        draft.end = listed.end + bracket

    def _add(self, draft: Draft) -> None:
        if draft.kind == "treaty" and (draft.year or draft.date or (draft.name or "")[-1:].isdigit()):
            draft.title = read_subject(self.page, draft.end)
        elif draft.kind not in ("constitution", "treaty", "standard"):
            predicate = bool(draft.provisions) and not self._titled(draft)
            renamed = _RENAMED.match(self.page.low, draft.end) if draft.issuer else None
            begin = renamed.end() if renamed else behind_office(self.page, draft.end)
            draft.title = read_title(self.page, begin, predicate=predicate)
            act = draft.kind in ("law", "code", "ordinance")
            by = (
                read_titled_issuer(self.page, draft.end, draft.symbol or "")
                if draft.title is not None and not act and not self._titled(draft)
                else None
            )
            draft.issuer = by[0] if by else draft.issuer
        if draft.kind in ("law", "code", "ordinance") and not (
            draft.code
            and (draft.title or "").startswith(("sửa đổi", "về") if draft.name is None else "sửa đổi")
        ):
            draft.title = None
        self.context.resolve(draft, self.drafts, self.page)
        self.drafts.append(draft)
        self.at = draft.end
        self.last = None

    def _titled(self, draft: Draft) -> bool:
        """Tell whether a citation stands in the title of the one before."""
        last = self.drafts[-1] if self.drafts else None
        return last is not None and last.title is not None and draft.start <= last.end + len(last.title)
