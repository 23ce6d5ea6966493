"""The walk from one possible beginning of a citation to the next."""

from __future__ import annotations

import re

from vnreport.instruments import Code, read_code
from vnreport.mentions.instruments.bodies import read_body
from vnreport.mentions.instruments.dates import read_date
from vnreport.mentions.instruments.draft import Draft
from vnreport.mentions.instruments.issuers import read_issuer
from vnreport.mentions.instruments.law_names import law_kind, law_names
from vnreport.mentions.instruments.misspelt import head_misspelt
from vnreport.mentions.instruments.numbered import (
    YEAR,
    Number,
    accepts,
    fill,
    followed,
    read_number,
)
from vnreport.mentions.instruments.page import one_tone, rx
from vnreport.mentions.instruments.provisions import Provisions, read_provisions
from vnreport.mentions.instruments.triggers import Trigger
from vnreport.mentions.instruments.unnumbered import Unnumbered
from vnreport.mentions.instruments.words import body
from vnreport.patterns import lazy
from vnreport.symbols import agencies, is_kind

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
_NOT_NUMBERED = rx(
    r"(?:(?:phụ )?biểu|(?:biểu )?mẫu|hợp đồng|tài khoản|biển(?: kiểm soát)?|điện thoại|hóa đơn|fax|bản án|"
    r"cáo trạng|"
    r"vụ án|vi bằng|hồ sơ|giấy chứng nhận|cmnd|cccd|hộ chiếu|thửa đất|tờ bản đồ|mã|serial|seri|xe|thẻ|"
    r"lô|vận đơn|chứng thư|phòng|đăng ký kinh doanh|chứng chỉ)"
    r"(?:\s{1,3}[^\W\d_]{1,10}){0,5}\s{0,3}(?:mang\s)?"
    r"(?:số)?\s{0,3}:?\s{0,3}\Z"
)
_PARTY_RULES = rx(r"điều lệ đảng(?! bộ)(?!\w)")
"""What has no number; one behind it is that of the rule on it: ``Quy định thi hành Điều lệ Đảng số …``."""
_NEAR_HEAD = 60
"""How far behind the word for its kind a number may stand."""
_BY_NUMBER = lazy(r"(?:[Ss][ốô]|SỐ)\s{0,3}[:.]?\s{0,3}\Z")
_AGREE = {
    ("decision", "regulation"),
    ("joint_circular", "circular"),
    ("notice", "conclusion"),
    ("decision", "other"),
}
_SUBJECT_WORD = (
    r"(?:[^\W\d_]+(?:-[^\W\d_]+)?|(?:19|20)\d\d(?!\w)|\(lần \w{1,4}\)|(?<=đợt\s)\d{1,2}(?![\w/.-]))"
)
_PLAIN_WORDS = lazy(rf"(?:\s{{1,3}}{_SUBJECT_WORD}){{1,10}}\s{{0,3}}")
_LISTED_WORDS = lazy(rf"(?:(?:,|\s-)?\s{{1,3}}{_SUBJECT_WORD}){{1,12}}\s{{0,3}}")
"""What stands between head and number; with commas where the symbol names the very kind."""
_OFFICE_ALONE = lazy(rf"\s{{1,3}}{one_tone('của')}\s{{1,3}}({body('office')})(?=\s)")
_OPENED = lazy(r"\s{1,2}\((?=\s?(?:[Ss]ố\s{0,2}:?\s{0,2})?\d)")
_COUNT = lazy(r"\d\s{1,2}\Z")
"""A count of instruments, whose numbers follow: ``01 quyết định`` *(số 78/QĐ-SNV …)*."""
_SUBJECTS = ("Thanh tra", "Kiểm toán")
"""What an instrument is about, no body: ``Thông báo kết luận thanh tra số 15/TB-TTCP``."""
_LAW_LETTERS = lazy(r"L([A-ZĐ][A-ZĐ&]{1,8})(?![\w&/-])")
_AMID = lazy(r"[^\W\dA-ZĐ_][,\s]{1,3}\Z")
"""The small letters of a sentence before a word."""
_DOTTED = lazy(r"(?<![\w.,/-])\d{1,4}(?P<dot>\.)(?:\d{1,2}/20\d\d/NQ|\d{3}\s?/)")
"""A number that holds a dot: ``66.7/2025/NQ-CP``, ``1.682/BTNMT-TCMT``."""
_PARTED = lazy(r"(?<![\w.,/-])\d{1,5}-\d(?=\s?/)")
"""A number in two parts: ``15-1/QĐ-BQLDA``."""
_DIGITS = lazy(r"(?P<no>(?:[Ss]ố\s{0,3}:?\s{0,3})?)\d")


def _of_tax_office(code: Code) -> bool:
    """Tell whether ``CT`` in a symbol is Cục Thuế, a unit of which follows, not an agency's Chỉ thị."""
    first, *rest = re.split(r"[-/]", code.symbol or "")
    return first == "CT" and bool(rest) and agencies()[1].get(rest[0], ("", "unit"))[1] == "unit"


class Walk(Unnumbered):
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
            held = self.last and trigger.start - self.last.end < _NEAR_HEAD
            held = held and (trigger.kind == "other" or self._party_rules(trigger) or self._is_verb(trigger))
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
        if head.kind == "circular" and (told is not None or self.context.knows(head.kind, number.number)):
            return True  # "TT 133 của BTC"
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
            alike = alike or _of_tax_office(number.code)
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

    def _code(self, trigger: Trigger) -> None:
        plain = self.page.plain
        start = trigger.start
        low = max(self.at, start - 6)
        while start > low and plain[start - 1].isdigit():
            start -= 1
        if (
            parted := _PARTED.search(plain, max(self.at, start - 7), start + 4)
        ) and parted.end() == start + 1:
            start = parted.start()
        if dotted := _DOTTED.search(plain, max(self.at, start - 5), start + 8):
            start = dotted.start() if dotted.start() < start <= dotted.end("dot") else start
        self._bare(start, None)

    def _bare(self, start: int, listed: Provisions | None) -> bool:
        plain = self.page.plain
        if start and (
            plain[start - 1].isalnum()
            or (plain[start - 1] in "/-_.&" and start > 1 and plain[start - 2].isalnum())
        ):
            return False
        by = _BY_NUMBER.search(plain, max(self.at, start - 8), start)
        begin = by.start() if by else start
        code = read_code(plain, start, loose=False)
        if code is None and by is not None:
            code = self._introduced(start, begin)
        if code is None:
            return False
        kind = code.kind or "official_letter"
        head = self._head_before(begin, code.kind)
        if head is not None:
            begin, kind = head.start, head.kind if head.kind != "other" else kind
            listed = (
                self.waiting[1] if listed is None and self.waiting and self.waiting[0] is head else listed
            )
        elif _NOT_NUMBERED.search(self.page.low[max(0, begin - 48) : start]):
            return False
        elif (misspelt := head_misspelt(self.page, self.at, begin, kind)) is not None:
            begin = misspelt
        draft = Draft(kind, listed.start if listed else begin, code.end)
        fill(draft, Number(begin, code.end, code.number, code.year, code, by is not None))
        issuer = self._named_between(head, code_at=start) if head else self._announced(draft)
        self._finish(draft, listed, issuer)
        return True

    def _named_between(self, head: Trigger, code_at: int) -> str | None:
        """Read the issuer that alone stands between head and code: ``Kế hoạch UBND tỉnh số 12/KH-UBND``."""
        joint = self.page.low.startswith("liên", head.end + 1)
        if head.kind in ("submission", "report") and not joint:
            return None  # "tờ trình Chính phủ số …": whom it is sent to
        named = read_body(self.page, head.end + 1)
        if named is None and (office := _OFFICE_ALONE.match(self.page.low, head.end)):
            named = self.page.mended(*office.span(1)), office.end()
        if named is not None and named[0] in _SUBJECTS:
            return None
        rest = self.page.plain[named[1] : code_at] if named else ""
        return named[0] if named and (_BY_NUMBER.fullmatch(rest.strip()) or not rest.strip()) else None

    def _introduced(self, start: int, begin: int) -> Code | None:
        """Read a code that only ``số`` introduces: shaped like one, or with a word for a kind before it."""
        code = read_code(self.page.plain, start, loose=True)
        if code is None or not code.symbol or not code.symbol[:2].isupper():
            return None
        if "-" not in code.symbol.replace("/", "-"):
            office = len(code.symbol) > 1 and code.symbol.isupper() and self._head_before(begin, code.kind)
            return code if office else None
        letters = ("S", "B", "U", "V", "T", "C", "P", "H", "L", "Đ")
        shaped = code.kind is not None or code.symbol.startswith(letters)
        return code if shaped or self._head_before(begin, None) else None

    def _head_before(self, start: int, kind: str | None) -> Trigger | None:
        """Find the word for a kind some words before a code (``Quyết định bổ nhiệm số 12/QĐ-BNV``)."""
        head = self.last
        if head is None or not 0 < start - head.end <= _NEAR_HEAD or head.end < self.at:
            return None
        words = self.page.low[head.end : start]
        if not (_LISTED_WORDS if head.kind == kind else _PLAIN_WORDS).fullmatch(words):
            return None
        if self.page.broken(head.end, start):
            return None
        agrees = (
            head.kind == kind
            or (kind, head.kind) in _AGREE
            or (kind is None and head.kind == "official_letter")
            or (kind is None and head.kind != "other" and self.page.text[head.start].isupper())
        )
        return head if agrees else None
