"""Citations that their code alone shows, with the word for the kind some words before it or none."""

from __future__ import annotations

from vnreport.instruments import Code, read_code
from vnreport.mentions.instruments import english
from vnreport.mentions.instruments.bodies import read_body
from vnreport.mentions.instruments.draft import Draft
from vnreport.mentions.instruments.misspelt import head_misspelt
from vnreport.mentions.instruments.numbered import (
    Number,
    fill,
)
from vnreport.mentions.instruments.page import one_tone, rx
from vnreport.mentions.instruments.provisions import Provisions
from vnreport.mentions.instruments.triggers import Trigger
from vnreport.mentions.instruments.unnumbered import Unnumbered
from vnreport.mentions.instruments.words import body
from vnreport.patterns import lazy

_NOT_NUMBERED = rx(
    r"(?:(?:phụ )?biểu|(?:biểu )?mẫu|hợp đồng|tài khoản|biển(?: kiểm soát)?|điện thoại|hóa đơn|fax|bản án|"
    r"cáo trạng|"
    r"vụ án|vi bằng|hồ sơ|giấy chứng nhận|cmnd|cccd|hộ chiếu|thửa đất|tờ bản đồ|mã|serial|seri|xe|thẻ|"
    r"lô|vận đơn|chứng thư|chứng nhận|bảo lãnh|phiếu chi|phiếu thu|ủy nhiệm chi|séc|thẻ tín dụng|"
    r"phòng|đăng ký kinh doanh|chứng chỉ|số khung|số máy)"
    r"(?:\s{1,3}[^\W\d_]{1,10}){0,5}\s{0,3}(?:mang\s)?"
    r"(?:số)?\s{0,3}:?\s{0,3}\Z"
)
NEAR_HEAD = 60
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
_SUBJECTS = ("Thanh tra", "Kiểm toán")
"""What an instrument is about, no body: ``Thông báo kết luận thanh tra số 15/TB-TTCP``."""
_DOTTED = lazy(r"(?<![\w.,/-])\d{1,4}(?P<dot>\.)(?:\d{1,2}/20\d\d/NQ|\d{3}\s?/)")
"""A number that holds a dot: ``66.7/2025/NQ-CP``, ``1.682/BTNMT-TCMT``."""
_PARTED = lazy(r"(?<![\w.,/-])\d{1,5}-[\da-z](?=\s?/)")
"""A number in two parts: ``15-1/QĐ-BQLDA``, ``175-b/SL``."""


class Coded(Unnumbered):
    """Reads citations from their code."""

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
            or (
                plain[start - 1] in "/-_.&"
                and start > 1
                and plain[start - 2].isalnum()
                and not plain.endswith("No.", 0, start)
            )
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
        elif (translated := english.head_before(self.page, self.at, begin)) is not None:
            begin = translated
        elif _NOT_NUMBERED.search(self.page.low[max(0, begin - 48) : start]):
            return False
        elif (misspelt := head_misspelt(self.page, self.at, begin, kind)) is not None:
            begin = misspelt
        draft = Draft(kind, listed.start if listed else begin, code.end)
        fill(draft, Number(begin, code.end, code.number, code.year, code, by is not None))
        if "A" <= plain[begin] <= "Z":
            english.read_tail(self.page, draft)
            if listed is None:
                english.read_provision(self.page, draft, self.at)
        issuer = self._named_between(head, code_at=start) if head else self._announced(draft)
        self._finish(draft, listed, issuer)
        return True

    def _named_between(self, head: Trigger, code_at: int) -> str | None:
        """Read the issuer that alone stands between head and code: ``Kế hoạch UBND tỉnh số 12/KH-UBND``."""
        joint = self.page.low.startswith("liên", head.end + 1)
        if head.kind in ("submission", "report") and not joint:
            return None  # "tờ trình Chính phủ số …": whom it is sent to
        if self.page.low.startswith("ban hành", head.end + 1):
            return None
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
        if head is None or not 0 < start - head.end <= NEAR_HEAD or head.end < self.at:
            return None
        words = self.page.low[head.end : start]
        if not (_LISTED_WORDS if head.kind == kind else _PLAIN_WORDS).fullmatch(words):
            return None
        if self.page.broken(head.end, start) or "\t" in self.page.text[head.end + 1 : start]:
            return None
        agrees = (
            head.kind == kind
            or (kind, head.kind) in _AGREE
            or (kind is None and head.kind == "official_letter")
            or (kind is None and head.kind != "other" and self.page.text[head.start].isupper())
        )
        return head if agrees else None
