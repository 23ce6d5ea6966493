"""The walk from one possible beginning of a citation to the next."""

from __future__ import annotations

import re

from vnreport.mentions.instruments.coded import NEAR_HEAD, Coded
from vnreport.mentions.instruments.dates import read_date
from vnreport.mentions.instruments.draft import Draft
from vnreport.mentions.instruments.issuers import read_issuer
from vnreport.mentions.instruments.law_names import law_kind, law_names
from vnreport.mentions.instruments.numbered import (
    YEAR,
    Number,
    accepts,
    fill,
    followed,
    of_tax_office,
    read_number,
)
from vnreport.mentions.instruments.page import one_tone, rx
from vnreport.mentions.instruments.provisions import Provisions, read_provisions
from vnreport.mentions.instruments.triggers import Trigger
from vnreport.patterns import lazy
from vnreport.symbols import is_kind

_LINK = rx(r"\s{0,4}(?:,|-|/|của|tại|trong|thuộc|\()?\s{0,4}(?:của|các|cả|,)?\s{0,4}")
_ATTACHED = rx(
    r"\s{0,3},?\s{0,3}(?:(?:của|tại|trong|thuộc)\s{1,3})?(?:(?:bản|các|những)\s{1,3})?"
    r"(?:(?:quy chế|quy định|quy trình|quy tắc|quy chuẩn|tiêu chuẩn|điều lệ|danh mục|chương trình|kế hoạch|"
    r"đề án|hướng dẫn|nội quy|bảng|biểu|phụ lục|chế độ|mẫu|thể lệ|bộ tiêu chí|phương án|chiến lược|quy hoạch)"
    r"(?:,?\s{1,3}[^\W\d_]+){0,14}?\s{1,3})?\(?(?:được\s{1,3})?"
    r"(?:(?:ban hành|phê duyệt|công bố)\s{1,3}(?:kèm\s{1,3})?(?:theo|tại)|(?:đính )?kèm theo)\s{1,3}"
)
"""What ties a provision of a regulation to the instrument that it is attached to."""
_ARTICLE_ABOUT = rx(
    r"\s{1,3}(?:quy định\s{1,3})?về(?:,?\s{1,3}[^\W\d_]+){1,14}?\s{1,3}(?:tại|của|trong)\s{1,3}"
    r"(?=luật|bộ luật|pháp lệnh|nghị|thông|quyết|quy|hiến)"
)
"""What stands between an article and its instrument: the heading of the article."""
_PARTY_RULES = rx(r"điều lệ đảng(?! bộ)(?!\w)")
"""What has no number; one behind it is that of the rule on it: ``Quy định thi hành Điều lệ Đảng số …``."""
_OPENED = lazy(r"\s{1,2}\((?=\s?(?:[Ss]ố\s{0,2}:?\s{0,2})?\d)")
_COUNT = lazy(r"\d\s{1,2}\Z")
"""A count of instruments, whose numbers follow: ``01 quyết định`` *(số 78/QĐ-SNV …)*."""
_LAW_LETTERS = lazy(r"L([A-ZĐ][A-ZĐ&]{1,8})(?![\w&/-])")
_ROOM = rx(
    r"(?<!\w)(?:lô|khu|căn|nhà|tòa|tuyến|phòng|ô|dãy|block|mã|thửa|đường|xe|cầu|trạm|biển|tầng|cột|điểm|nút|"
    r"bến|bãi|kho|sảnh|cổng|làn|toa|giống|mẫu)\s{1,2}\Z"
)
"""What letters and figures number: ``lô TT15``, ``giống NQ2``."""
_ISSUES = rx(r"\s{1,3}(?:về việc\s{1,3})?(?:ban hành|phê duyệt)\s{1,3}")
_AMID = lazy(r"[^\W\dA-ZĐ_][,\s]{1,3}\Z")
"""The small letters of a sentence before a word."""
_DIGITS = lazy(r"(?P<no>(?:[Ss]ố\s{0,3}:?\s{0,3})?)\d")


class Walk(Coded):
    """One pass over a page; :meth:`run` gives the citations in text order."""

    def run(self, found: list[Trigger]) -> list[Draft]:
        """Read the page at the places that :func:`.triggers` found."""
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
            # "Quyết định phê duyệt dự án (lần 2) số 77/QĐ-UBND": the project has no number of its own.
            held = self.last and trigger.start - self.last.end < NEAR_HEAD
            held = held and (
                trigger.kind == "other"
                or self._party_rules(trigger)
                or self._is_verb(trigger)
                or self._is_issued(trigger)
            )
            self.last = self.last if held else trigger

    def _party_rules(self, head: Trigger) -> bool:
        return _PARTY_RULES.match(self.page.low, head.start) is not None

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
        attached = self._attached(listed) or self._headed(listed)
        if (head and self._cite(head, listed)) or (attached and self._cite(attached, listed)):
            return
        if head is not None:
            self.last = head if head.sort == "head" else self.last
            self.waiting = head, listed
            return
        if (letters := _LAW_LETTERS.match(self.page.plain, link.end())) and self._by_letters(letters, listed):
            return
        number = _DIGITS.match(self.page.plain, link.end())
        if number:
            self._bare(number.end("no"), listed)

    def _by_letters(self, letters: re.Match[str], listed: Provisions) -> bool:
        """Read a law by its letters behind its article: ``Điều 203 LĐĐ``."""
        name = law_names().get(f"luật {one_tone(letters[1].lower())}")
        return name is not None and self._named(
            Draft(law_kind(name), listed.start, letters.end(), name=name), listed
        )

    def _headed(self, listed: Provisions) -> Trigger | None:
        """Find the head behind what an article is about: ``Điều 93 về cơ sở dữ liệu tại`` *Luật …*."""
        about = _ARTICLE_ABOUT.match(self.page.low, listed.end)
        if about is None or not any(listed.items[-1].values) or self.page.broken(listed.end, about.end()):
            return None
        return self.heads.get(about.end())

    def _attached(self, listed: Provisions) -> Trigger | None:
        """Find the head behind ``Điều 5 Quy chế ban hành kèm theo``."""
        attached = _ATTACHED.match(self.page.low, listed.end)
        if (
            attached is None
            or not any(any(run.values) for run in listed.items)
            or self.page.broken(listed.end, attached.end())
        ):
            return None
        return self.heads.get(attached.end())

    def _cite(self, head: Trigger, listed: Provisions | None) -> bool:
        """Read the citation that a word for a kind opens; tell whether there was one."""
        if self.own.overlaps(head.start, head.end) or self.page.low.endswith(
            ("số hiệu ", "ký hiệu "), 0, head.start
        ):
            return False  # "Số hiệu văn bản: 14/2001/QĐ-UB"
        if self._party_rules(head):
            return False
        start = listed.start if listed else head.start
        if head.sort == "standard":
            return self._standard(head, start, listed)
        if head.sort == "law":
            return self._law(head, start, listed)
        number = read_number(self.page, head.end)
        if number is None and head.sort == "head" and self._in_number_brackets(head, start, listed):
            return True
        if number is not None and self._known_by_number(head, number):
            return False
        if number is not None and listed is None and head.kind == "other" and number.code:
            # "Quyết định phê duyệt dự án số 512/QĐ-UBND": the symbol tells which of the two is cited.
            earlier = self._head_before(head.start, number.code.kind) if number.code.kind else None
            head, start = (earlier, earlier.start) if earlier else (head, start)
        elif number is not None and listed is None and (verb := self._governed(head, number)):
            head, start = verb, verb.start
        raised = self.page.text[head.start].isupper()
        amid = _AMID.search(self.page.plain, max(0, head.start - 8), head.start) is not None
        if number is not None and head.sort == "short":
            if self._short_accepts(head, number):
                return self._numbered(head, start, listed, number)
        elif number is not None and (
            (
                (
                    accepts(self.page, number, head.kind, head.strength, raised=raised, amid=amid)
                    or (self.context.named(head.start) and followed(self.page, number.end))
                )
                and (head.kind != "other" or number.code)
            )
            or (raised and number.code is None and self.context.knows(head.kind, number.number))
            # "khoản 1 Điều 13 quyết định 70 nêu trên": only an instrument has articles.
            or (listed and head.strength in ("strong", "medium") and followed(self.page, number.end))
        ):
            return self._numbered(head, start, listed, number)
        return self._unnumbered(head, start, listed)

    def _in_number_brackets(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        """Read the code in brackets behind a kind: ``Công văn (số 73/TTg-CN ngày 14/1/2009) chỉ đạo``."""
        counted = _COUNT.search(self.page.plain, max(0, start - 6), start)
        opened = _OPENED.match(self.page.plain, head.end) if counted is None else None
        number = read_number(self.page, opened.end()) if opened else None
        if number is None or number.code is None or head.kind in ("law", "code", "ordinance", "treaty"):
            return False
        dated = read_date(self.page, number.end, number.year)
        end = dated.end if dated else number.end
        if self.page.plain[end : end + 1] != ")":
            return False
        draft = Draft(head.kind, start, number.end)
        fill(draft, number)
        draft.date, draft.end = dated.date if dated else None, end + 1
        self._finish(draft, listed)
        return True

    def _governed(self, head: Trigger, number: Number) -> Trigger | None:
        """Find the kind before what is only its verb: ``thông tư`` *hướng dẫn* ``số 29/2014/TT-BTNMT``."""
        last = self.last
        agrees = last is not None and number.code is not None and last.kind == number.code.kind
        return last if agrees and self._is_verb(head) else None

    def _is_verb(self, head: Trigger) -> bool:
        """Tell whether a head is the verb of the one before it: ``Thông tư`` *quy định* ``chi tiết``."""
        last = self.last
        if last is None or last.end < self.at or head.kind not in ("guidance", "regulation"):
            return False
        verb = self.page.text[head.start].islower() and last.kind in ("decree", "circular")
        return verb and self.page.plain[last.end : head.start].isspace()

    def _is_issued(self, head: Trigger) -> bool:
        """Tell whether a head is what the one before issues: ``Quyết định ban hành`` *Quy chế làm việc*."""
        last = self.last
        if last is None or last.kind != "decision" or head.kind not in ("regulation", "plan", "programme"):
            return False
        return _ISSUES.fullmatch(self.page.low, last.end, head.start) is not None

    def _known_by_number(self, head: Trigger, number: Number) -> bool:
        """Tell a programme that its number names (``Chương trình 135``) from an instrument."""
        if head.kind not in ("programme", "scheme") or head.sort != "head" or self.context.named(head.start):
            return False
        if number.code is not None or number.marked or number.year is not None:
            return False
        told = read_date(self.page, number.end) or read_issuer(self.page, number.end)
        return told is None and not self.context.knows(head.kind, number.number)

    def _short_accepts(self, head: Trigger, number: Number) -> bool:
        if number.code is not None:
            return True
        strong = head.kind in ("decree", "resolution", "decision")
        if number.year is not None:
            return strong or head.kind in ("circular", "joint_circular", "directive")
        told = read_date(self.page, number.end) or read_issuer(self.page, number.end)
        if self.context.knows(head.kind, number.number) or (head.kind == "circular" and told is not None):
            return True  # "TT 133 của BTC"
        if number.start == head.end and _ROOM.search(self.page.low, max(0, head.start - 9), head.start):
            return False
        if head.strength == "TT" and number.start == head.end and followed(self.page, number.end):
            return True  # "TT78"
        if number.marked:
            return head.strength not in ("TT", "BC", "QC")
        if len(number.number) > 5 or YEAR.fullmatch(number.number):
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
            letter = head.kind == "official_letter"
            # ``Công văn số 410/TTr-NV1``: a letter of an inspectorate, whose symbol reads as a submission's.
            # ``Công văn số 655/HDU-TH``: letters that only begin as a kind's symbol does.
            # ``Công văn số 1105/CT-TTHT``: a letter of a tax office (Cục Thuế), not a directive of a unit.
            alike = number.code.kind == "submission" or not is_kind(number.code.symbol)
            alike = alike or of_tax_office(number.code)
            named = letter and alike and head.strength in ("strong", "CV")
            kind = number.code.kind if letter and not named else head.kind
        if kind == "circular" and number.code and number.code.kind == "joint_circular":
            kind = "joint_circular"
        if kind == "resolution" and number.code and number.code.kind == "joint_resolution":
            kind = "joint_resolution"
        draft = Draft(kind, start, number.end)
        fill(draft, number)
        draft.name = self._name_behind(draft)
        self._finish(draft, listed)
        return True
