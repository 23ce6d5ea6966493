"""The walk from one possible beginning of a citation to the next."""

from __future__ import annotations

import re

from vnreport.instruments import read_code, read_standard
from vnreport.mentions.instruments import names
from vnreport.mentions.instruments.context import Context
from vnreport.mentions.instruments.dates import read_date, read_year
from vnreport.mentions.instruments.draft import Draft
from vnreport.mentions.instruments.issuers import read_body, read_issuer
from vnreport.mentions.instruments.numbered import Number, accepts, fill, followed, more, read_number, share
from vnreport.mentions.instruments.own import own_kinds, own_spans
from vnreport.mentions.instruments.page import Page, rx
from vnreport.mentions.instruments.provisions import Provisions, read_provisions
from vnreport.mentions.instruments.titles import read_title
from vnreport.mentions.instruments.triggers import Trigger, triggers
from vnreport.spans import Spans

_LINK = rx(r"\s{0,4}(?:,|-|/|của|tại|trong|thuộc|\()?\s{0,4}(?:của|các|cả|,)?\s{0,4}")
_AFTER = rx(
    r"\s{0,3}(?:,|\(|tại|-)\s{0,3}(?:tại\s{1,3}|theo\s{1,3})?(?=(?:các\s|từ\s)?(?:điểm|khoản|"
    r"điều|mục|chương|phụ lục)\s)"
)
_BACK = rx(r"\s{1,4}(?P<word>này|nói trên|nêu trên|đã nêu trên|đã nêu|kể trên|trên|đó|ấy|vừa nêu)(?!\w)")
_ON = rx(
    r"\s{0,3}(?:\Z|[^\w\s]|(?:đã|được|có|của|và|là|thì|quy định|cũng|vẫn|nhưng|do|để|không|"
    r"phải|chưa|sẽ|thay|yêu cầu|bị|đang|nên|mà|hoặc|hết|còn)(?!\w))"
)
_THAT = rx(r"\s{0,3}(?:\Z|[^\w\s]|(?:đã|được|có|và|là|thì|quy định|cũng|của)(?!\w))")
_NOT_NUMBERED = rx(
    r"(?:hợp đồng|tài khoản|biển(?: kiểm soát)?|điện thoại|hóa đơn|fax|bản án|hồ sơ|giấy chứng "
    r"nhận|cmnd|cccd|hộ chiếu|thửa đất|tờ bản đồ|mã|serial|seri|xe|thẻ|lô|vận đơn|phòng|đăng "
    r"ký kinh doanh|chứng chỉ)(?:\s{1,3}[^\W\d_]{1,10}){0,3}\s{0,3}(?:mang\s)?(?:số)?\s{0,"
    r"3}:?\s{0,3}\Z"
)
_BY_NUMBER = re.compile(r"(?:[Ss]ố|SỐ)\s{0,3}[:.]?\s{0,3}\Z")


class Walk:
    """One pass over a page; :meth:`run` gives the citations in text order."""

    def __init__(self, page: Page, head: tuple[int, int] | None) -> None:
        self.page = page
        self.drafts: list[Draft] = []
        self.at = 0
        self.own = Spans(own_spans(page, head))
        self.context = Context(own_kinds(page))
        self.heads: dict[int, Trigger] = {}
        self.last: Trigger | None = None
        """The last word for a kind that no number followed at once."""

    def run(self) -> list[Draft]:
        """Read the page."""
        found = triggers(self.page)
        for trigger in found:
            if trigger.sort in ("head", "law", "short", "standard") and trigger.start not in self.heads:
                self.heads[trigger.start] = trigger
        for trigger in found:
            if trigger.start >= self.at and not self.own.overlaps(
                trigger.start, max(trigger.end, trigger.start + 1)
            ):
                self._step(trigger)
        return self.drafts

    def _step(self, trigger: Trigger) -> None:
        if trigger.sort == "provision":
            self._provision(trigger)
        elif trigger.sort == "code":
            self._code(trigger)
        elif trigger.sort == "called":
            self.context.called(trigger, self.drafts, self.page)
        elif not self._cite(trigger, None) and trigger.sort == "head":
            self.last = trigger

    # Provisions before the instrument.

    def _provision(self, trigger: Trigger) -> None:
        start = trigger.start
        before = self.page.low[max(self.at, start - 5) : start]
        for word in ("các ", "từ "):
            if before.endswith(word) and word == "từ ":
                break
        listed = read_provisions(self.page, start)
        if listed is None:
            return
        self.at = listed.end
        link = _LINK.match(self.page.low, listed.end)
        if link is None or self.page.broken(listed.end, link.end()):
            return
        head = self.heads.get(link.end())
        if head is not None:
            if not self._cite(head, listed) and head.sort == "head":
                self.last = head
            return
        number = _DIGITS.match(self.page.plain, link.end())
        if number:
            self._bare(number.end("no"), listed)

    # The head of a citation.

    def _cite(self, head: Trigger, listed: Provisions | None) -> bool:
        """Read the citation that a word for a kind opens; tell whether there was one."""
        if self.own.overlaps(head.start, head.end):
            return False
        start = listed.start if listed else head.start
        if head.sort == "standard":
            return self._standard(head, start, listed)
        if head.sort == "law":
            return self._law(head, start, listed)
        number = read_number(self.page, head.end)
        raised = self.page.text[head.start].isupper()
        if number is not None and head.sort == "short":
            if self._short_accepts(head, number):
                return self._numbered(head, start, listed, number)
        elif number is not None and (
            accepts(self.page, number, head.strength, raised=raised)
            or (raised and number.code is None and self.context.knows(head.kind, number.number))
        ):
            return self._numbered(head, start, listed, number)
        return self._unnumbered(head, start, listed)

    def _short_accepts(self, head: Trigger, number: Number) -> bool:
        if number.code is not None:
            return True
        strong = head.kind in ("decree", "resolution", "decision")
        if number.year is not None:
            return strong or head.kind in ("circular", "joint_circular", "directive")
        if number.marked:
            return head.strength not in ("TT", "BC", "QC")
        if len(number.number) > 5 or re.fullmatch(r"(?:19|20)\d\d", number.number):
            return False
        loose = strong or (head.strength in ("CV", "KL", "CT") and len(number.number) > 1)
        return loose and followed(self.page, number.end)

    def _numbered(self, head: Trigger, start: int, listed: Provisions | None, number: Number) -> bool:
        kind = head.kind
        if (
            number.code is not None
            and number.code.kind
            and head.kind in ("official_letter", "other")
            and head.strength != "medium"
        ):
            kind = number.code.kind if head.kind == "official_letter" else head.kind
        if kind == "circular" and number.code and number.code.kind == "joint_circular":
            kind = "joint_circular"
        if kind == "resolution" and number.code and number.code.kind == "joint_resolution":
            kind = "joint_resolution"
        draft = Draft(kind, start, number.end)
        fill(draft, number)
        self._finish(draft, listed)
        return True

    def _finish(self, draft: Draft, listed: Provisions | None) -> None:
        """Read what follows a numbered citation and the numbers that share its head."""
        if listed:
            draft.provisions = listed.expand()
        group = [draft]
        tailed = self._tail(draft)
        while len(group) < 400:
            items = more(self.page, group[-1], strict=tailed)
            if not items:
                break
            for item in items:
                kind = item.code.kind if item.code and item.code.kind and not item.code.letter else draft.kind
                other = Draft(kind if draft.kind != "regulation" else draft.kind, item.start, item.end)
                fill(other, item)
                group.append(other)
            tailed = self._tail(group[-1])
        share(group)
        if len(group) == 1 and listed is None:
            self._provisions_behind(draft)
        for one in group:
            self._add(one)

    def _tail(self, draft: Draft) -> bool:
        """Read date, year and issuer behind a citation in any order; tell whether there were any."""
        begin = draft.end
        stated = False
        joint = draft.kind in ("joint_circular", "joint_resolution") or (draft.symbol or "").startswith(
            ("CTPH", "KHPH", "QCPH", "CTrPH")
        )
        for _ in range(4):
            date = read_date(self.page, draft.end, draft.year) if draft.date is None else None
            if date is not None:
                draft.date, draft.end = date.date, date.end
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
            if issuer is None:
                break
            draft.issuer, draft.end = issuer
            stated = True
        if draft.code is None and draft.year and draft.number and draft.kind == "circular":
            draft.short = True
        return draft.end > begin

    def _provisions_behind(self, draft: Draft) -> None:
        """Read provisions that stand behind their instrument (``Luật Đất đai, Điều 5``)."""
        link = _AFTER.match(self.page.low, draft.end)
        listed = read_provisions(self.page, link.end()) if link else None
        if link is None or listed is None or self.page.broken(draft.end, listed.end):
            return
        follow = _LINK.match(self.page.low, listed.end)
        if follow and (follow.end() in self.heads and follow.end() > listed.end):
            return
        bracket = "(" in link.group()
        if bracket and self.page.plain[listed.end : listed.end + 1] != ")":
            return
        draft.provisions = listed.expand()
        draft.end = listed.end + bracket

    def _add(self, draft: Draft) -> None:
        if (
            draft.title is None
            and draft.refers_to is None
            and draft.kind not in ("law", "code", "ordinance", "constitution", "treaty", "standard")
        ):
            draft.title = read_title(self.page, draft.end, predicate=bool(draft.provisions))
        self.context.resolve(draft, self.drafts)
        self.drafts.append(draft)
        self.at = draft.end
        self.last = None

    # Citations without a number.

    def _unnumbered(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        back = _BACK.match(self.page.low, head.end)
        if back and not self.page.broken(head.end, back.end()):
            return self._refer(head, start, back, listed)
        if head.kind == "constitution":
            return self._constitution(head, start, listed)
        if head.kind in ("law", "code", "ordinance") and head.sort == "head":
            named = names.read_law(self.page, head.start, head.end)
            if named is None:
                return False
            draft = Draft(named.kind, start, named.end, name=named.name)
            return self._named(draft, listed)
        if head.kind == "treaty":
            return self._treaty(head, start, listed)
        if head.kind in ("resolution", "conclusion") and (
            head.sort == "head" or head.strength in ("NQ", "KL")
        ):
            found = names.read_resolution(self.page, head.start, head.end)
            if found is not None:
                return self._named(Draft(head.kind, start, found[1], name=found[0]), listed)
        return self._number_later(head, start, listed)

    def _number_later(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        """Read ``Quyết định của Thủ tướng Chính phủ số 846/QĐ-TTg`` and ``Nghị định ngày 9/2/2017``."""
        if head.sort != "head":
            return False
        issuer = read_issuer(self.page, head.end)
        end = issuer[1] if issuer else head.end
        date = read_date(self.page, end)
        end = date.end if date else end
        if end == head.end:
            return False
        number = read_number(self.page, end)
        if number is not None and number.marked:
            draft = Draft(head.kind, start, number.end)
            fill(draft, number)
            draft.issuer = issuer[0] if issuer else draft.issuer
            draft.date = date.date if date else None
            self._finish(draft, listed)
            return True
        raised = self.page.text[head.start].isupper()
        if date is None or date.date is None or not raised or head.strength not in ("strong", "medium"):
            return False
        draft = Draft(head.kind, start, end, issuer=issuer[0] if issuer else None, date=date.date)
        self._finish(draft, listed)
        return True

    def _refer(self, head: Trigger, start: int, back: re.Match[str], listed: Provisions | None) -> bool:
        """Read a reference back: ``Nghị định này``, ``Quyết định nói trên``."""
        word = back["word"]
        if word == "trên" and not _ON.match(self.page.low, back.end()):
            return False
        if word in ("đó", "ấy") and (
            not self.page.text[head.start].isupper() or not _THAT.match(self.page.low, back.end())
        ):
            return False
        found = self.context.antecedent(head.kind, self.drafts, self_reference=word == "này")
        if found is None or head.kind == "other":
            self.at = back.end()
            return False
        draft = Draft(head.kind, start, back.end())
        draft.repeat(self.drafts[found], found)
        if listed:
            draft.provisions = listed.expand()
        else:
            self._provisions_behind(draft)
        self.drafts.append(draft)
        self.at = draft.end
        return True

    def _law(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        small = self.page.text[head.start].islower()
        if names.of_company(self.page, head.start):
            return False
        end = names.law_suffix(self.page, head.end)
        name = head.name or ""
        if end > head.end:
            name += " " + self.page.squeezed(head.end, end)
        draft = Draft(names.law_kind(name), start, end, name=name)
        return self._named(draft, listed, small=small)

    def _named(self, draft: Draft, listed: Provisions | None, *, small: bool = False) -> bool:
        """Read number, year, date and issuer behind a name."""
        begin = draft.end
        number = read_number(self.page, draft.end)
        if number is not None and number.code is not None and (number.marked or number.code.known):
            fill(draft, number)
        if draft.kind in ("law", "code", "ordinance", "constitution", "treaty"):
            self._tail(draft)
        else:
            self._tail(draft)
        if listed is not None:
            draft.provisions = listed.expand()
        else:
            self._provisions_behind(draft)
        if small and draft.end == begin and listed is None:
            return False
        self._add(draft)
        if draft.kind == "law" and draft.code is None:
            self._shared_laws(draft)
        return True

    def _shared_laws(self, draft: Draft) -> None:
        """Read laws that share the word Luật: ``Luật Đầu tư, Doanh nghiệp``."""
        known = names.law_names()
        while True:
            step = _NEXT_LAW.match(self.page.plain, self.at)
            if step is None:
                return
            found = None
            for size in (6, 5, 4, 3, 2, 1):
                words = _WORDS[size].match(self.page.low, step.end())
                if words and "luật " + words.group() in known:
                    found = words
                    break
            if found is None or known["luật " + found.group()] == "Luật Lao động":
                return
            other = Draft("law", step.end(), found.end(), name=known["luật " + found.group()])
            self._tail(other)
            self._add(other)

    def _constitution(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        name, end = names.read_constitution(self.page, head.end)
        draft = Draft("constitution", start, end, name=name)
        self._tail(draft)
        before = self.page.low[max(0, head.start - 10) : head.start]
        if draft.end == head.end and listed is None and not before.endswith("căn cứ "):
            self._provisions_behind(draft)
            if not draft.provisions:
                return False
        return self._named(draft, listed)

    def _treaty(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        named = names.read_treaty(self.page, head.start, head.end)
        if named is None:
            return False
        end = names.treaty_acronym(self.page, named.end)
        draft = Draft("treaty", start, end, name=named.name)
        self._tail(draft)
        draft.end = names.treaty_acronym(self.page, draft.end)
        return self._named(draft, listed)

    def _standard(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        read = read_standard(self.page.plain, head.start)
        if read is None:
            return False
        code = read[0]
        draft = Draft(
            "standard", start, code.end, code.number, code.year, code.symbol, code.code, issuer=code.issuer
        )
        if listed:
            draft.provisions = listed.expand()
        self._add(draft)
        return True

    # Codes that no word introduces.

    def _code(self, trigger: Trigger) -> None:
        plain = self.page.plain
        start = trigger.start
        low = max(self.at, start - 6)
        while start > low and plain[start - 1].isdigit():
            start -= 1
        self._bare(start, None)

    def _bare(self, start: int, listed: Provisions | None) -> bool:
        plain = self.page.plain
        if start and (
            plain[start - 1].isalnum()
            or (plain[start - 1] in "/-_.&" and start > 1 and plain[start - 2].isalnum())
        ):
            return False
        code = read_code(plain, start, loose=False)
        by = _BY_NUMBER.search(plain, max(self.at, start - 8), start)
        if code is None and by is not None:
            code = read_code(plain, start, loose=True)
            if (
                code is None
                or not code.symbol
                or "-" not in code.symbol.replace("/", "-")
                or not code.symbol[:2].isupper()
            ):
                return False
            if code.kind is None and not code.symbol.startswith(
                ("S", "B", "U", "V", "T", "C", "P", "H", "L", "Đ")
            ):
                return False
        if code is None:
            return False
        begin = by.start() if by else start
        if _NOT_NUMBERED.search(self.page.low[max(0, begin - 48) : start]):
            return False
        kind = code.kind or "official_letter"
        head = self._head_before(begin, code.kind)
        if head is not None:
            begin, kind = head.start, head.kind if head.kind != "other" else kind
        draft = Draft(kind, listed.start if listed else begin, code.end)
        fill(draft, Number(begin, code.end, code.number, code.year, code, by is not None))
        self._finish(draft, listed)
        return True

    def _head_before(self, start: int, kind: str | None) -> Trigger | None:
        """Find the word for a kind some words before a code (``Quyết định bổ nhiệm số 12/QĐ-BNV``)."""
        head = self.last
        if head is None or not 0 < start - head.end <= 60 or head.end < self.at:
            return None
        words = self.page.low[head.end : start]
        if not _PLAIN_WORDS.fullmatch(words) or self.page.broken(head.end, start):
            return None
        agrees = (
            head.kind == kind
            or (kind, head.kind) in _AGREE
            or (kind is None and head.kind == "official_letter")
        )
        return head if agrees else None


_AGREE = {
    ("decision", "regulation"),
    ("joint_circular", "circular"),
    ("notice", "conclusion"),
    ("decision", "other"),
}
_PLAIN_WORDS = re.compile(r"(?:\s{1,3}[^\W\d_]+(?:-[^\W\d_]+)?){1,10}\s{0,3}")
_DIGITS = re.compile(r"(?P<no>(?:[Ss]ố\s{0,3}:?\s{0,3})?)\d")
_NEXT_LAW = re.compile(r"\s{0,2},\s{1,3}(?=[A-ZĐ][^\W\d_]*\s?)|\s{1,3}và\s{1,3}(?=[A-ZĐ][^\W\d_]*\s?)")
_WORDS = {n: re.compile(rf"[^\W\d_]+(?:,?\s[^\W\d_]+){{{n - 1}}}(?!\w)") for n in range(1, 7)}
__all__ = ["Walk", "read_body"]
