"""References back: ``Nghị định này``, ``Quyết định nói trên``, ``Luật năm 2013``."""

from __future__ import annotations

import re

from vnreport.mentions.instruments.draft import Draft
from vnreport.mentions.instruments.page import one_tone, rx
from vnreport.mentions.instruments.provisions import Provisions
from vnreport.mentions.instruments.standards import Standards
from vnreport.mentions.instruments.triggers import Trigger
from vnreport.patterns import lazy

BACK = rx(
    r"\s{1,4}(?P<word>này|nói trên|nêu trên|đã nêu trên|đã nêu|kể trên|dẫn trên|trên đây|trên|đó|ấy|"
    r"vừa nêu trên|vừa nêu|vừa nói|vừa dẫn|(?:đã )?viện dẫn(?: trên| ở trên)?|đã dẫn(?: trên| ở trên)?|"
    r"đã nói(?: ở)? trên|nêu ở trên|đề cập (?:ở )?trên)(?!\w)"
)
_ON = rx(
    r"\s{0,3}(?:\Z|[^\w\s]|(?:đã|được|có|của|và|là|thì|quy định|cũng|vẫn|nhưng|do|để|không|"
    r"phải|chưa|sẽ|thay|giao|cho phép|nghiêm cấm|xác định|nêu|yêu cầu|bị|đang|nên|mà|hoặc|hết|còn)(?!\w))"
)
_UPON = rx(
    r"\s{1,3}(?:địa bàn|cơ sở|toàn|mạng|báo|thực tế|phạm vi|lĩnh vực|các|đất|biển|trang|website|cổng|kênh|"
    r"truyền hình|tinh thần|mọi|tất cả|khắp|từng|đường|sông|internet|hệ thống|môi trường|đà|cương vị|cả|nền|"
    r"tuyến|quan điểm|phương tiện|không gian|cạn|sóng|địa|nguyên tắc|diện|một|những|\d|phần mềm|nhiều)"
)
"""What ``trên`` is the preposition of: ``Nghị quyết trên địa bàn``."""
_THAT = rx(r"\s{0,3}(?:\Z|[^\w\s]|(?:đã|được|có|và|là|thì|quy định|cũng|của)(?!\w))")
_OF_YEAR = rx(r"\s{1,3}(?:năm\s{1,2})?((?:19|20)\d\d)(?![\d/-]|[.,]\d)")
_ENDED = rx(r"hết [hl]iệu lực|(?:được|bị) (?:thay thế|bãi bỏ|hủy bỏ)|trái với")
"""What the document itself does to another one: ``Luật … hết hiệu lực từ ngày Luật này có hiệu lực``."""
_REPLACES = tuple(map(one_tone, ("thay thế ", "thay thế cho ", "thay cho ")))
_REPEALS = tuple(map(one_tone, ("bãi bỏ ", "hủy bỏ ")))
_SUBJECT_NEAR = 200
_IN_BRACKETS = lazy(r"\s?\([^()\n]{0,120}\Z")
_MANY = rx(r"(?:các|những|hai|ba|bốn|năm|nhiều|mọi|loại|hệ thống|số|\d)\s{1,3}\Z")
"""Words of number: ``các văn bản trên`` means no single one."""
_TWO = rx(r"(?<!\w)(?:hai|ba|bốn)\s{1,2}\Z")
_SENTENCE = lazy(r"[.;]\s|\n\s{0,9}\n")

_BARE_KINDS = frozenset({"law", "code", "ordinance", "decree", "circular", "joint_circular", "treaty"})
"""Kinds whose word alone may be a short name; that of a plan or a decision is too common."""
_CLOSING = tuple(")”\"’'")
_BARE_ENDS = rx(
    r"\s{0,3}(?:\Z|[^\w\s(/–-])|\s{1,3}(?:và|của|có|được|quy định|để|đã|thì|là|cho|trong|không|chưa|còn|với|"
    r"từ|tại|cần|phải|vào|do|ra|đến|khi|cũng|nêu|yêu cầu|trên|đối với|nhằm|gồm|bao gồm|nên|sẽ)(?!\w)"
)
"""What stands behind a short name of one word: no name of its own."""


class References(Standards):
    """Reads citations that only point to one before."""

    def _refer(self, head: Trigger, start: int, back: re.Match[str], listed: Provisions | None) -> bool:
        """Read a reference back: ``Nghị định này``, ``Quyết định nói trên``."""
        word = back["word"]
        raised = self.page.text[head.start].isupper()
        if word == "trên" and not (
            _ON.match(self.page.low, back.end()) or (raised and not _UPON.match(self.page.low, back.end()))
        ):
            return False
        if word in ("đó", "ấy") and (
            not self.page.text[head.start].isupper() or not _THAT.match(self.page.low, back.end())
        ):
            return False
        head_word = " ".join(self.page.low[head.start : head.end].split())
        if head_word == "văn bản" and word != "này":
            return self._refer_to_last(head, start, back.end(), listed)
        if _TWO.search(self.page.low, max(0, start - 5), start):
            self.at = back.end()
            return False
        found = self.context.antecedent(head, head_word, self_reference=word == "này")
        found = self._outside(found, head) if found is not None and word != "này" else found
        if found is not None and word == "này":
            found = None if self._ended_by(found, head) else self._replacing(found, head.start)
        if found is None or head.kind == "other" or head_word == "văn bản":
            if word == "này" and found is None and head.strength != "weak":
                # "trước ngày Luật này có hiệu lực": no other was cited yet, so it is the document itself.
                self.context.own |= {head.kind}
            self.at = back.end()
            return False
        return self._repeated(head, start, back.end(), listed, found)

    def _of_year(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        """Read a law that its year alone tells from others: ``Luật năm 2013``."""
        year = _OF_YEAR.match(self.page.low, head.end)
        if year is None or self.page.text[head.start].islower() or self.page.broken(head.end, year.end()):
            return False
        meant = (
            index
            for index in range(len(self.drafts) - 1, -1, -1)
            if self.drafts[index].kind == head.kind and self.drafts[index].enacted() == int(year[1])
        )
        found = next(meant, None)
        if found is None:
            return False
        root = self.drafts[found].refers_to
        return self._repeated(head, start, year.end(), listed, found if root is None else root)

    def _called_bare(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        """Read the word for a kind that was made a short name: ``(gọi tắt là Luật) … Điều 5 Luật``."""
        if head.sort != "head" or head.kind not in _BARE_KINDS or self.page.text[head.start].islower():
            return False
        if not _BARE_ENDS.match(self.page.low, head.end):
            return False
        if self.context.named(head.start) and self.page.plain[head.end : head.end + 1] in _CLOSING:
            self.context.call_bare(head.kind, self.drafts)
        found = self.context.bare.get(head.kind)
        return found is not None and self._repeated(head, start, head.end, listed, found)

    def _refer_to_last(self, head: Trigger, start: int, end: int, listed: Provisions | None) -> bool:
        """Read ``Văn bản trên``: the letter cited last, else the last numbered instrument."""
        self.at = end
        if _MANY.search(self.page.low, max(0, start - 14), start):
            return False
        found = self.context.last_written(self.drafts, start)
        return found is not None and self._repeated(head, start, end, listed, found)

    def _repeated(self, head: Trigger, start: int, end: int, listed: Provisions | None, found: int) -> bool:
        draft = Draft(head.kind, start, end)
        draft.repeat(self.drafts[found], found)
        if listed:
            draft.provisions = listed.expand()
        else:
            self._provisions_behind(draft)
        self.drafts.append(draft)
        self.at = draft.end
        return True

    def _outside(self, found: int, head: Trigger) -> int | None:
        """Give the instrument before the one found, if that has the reference in its title.

        ``Thông tư số 8 sửa đổi các Thông tư trên``: none amends itself.
        """
        kind = self.drafts[found].kind
        while found >= 0:
            one = self.drafts[found]
            titled = one.title is not None and head.start < one.end + len(one.title)
            if one.kind == kind and not titled:
                return found
            found -= 1
        return None

    def _replacing(self, found: int, at: int) -> int | None:
        """Give what replaces the instrument found, if the text says that it is replaced.

        ``… thay thế Quyết định số 12. … Quyết định này``: the one that replaces it, here the document itself.
        """
        one = self.drafts[found]
        begin = one.start - len("các ") if self.page.low.endswith("các ", 0, one.start) else one.start
        bracketed = _IN_BRACKETS.match(self.page.plain, one.end, at)  # "… (nội dung của Nghị quyết này …)"
        replaced = self.page.low.endswith(_REPLACES, 0, begin)
        if bracketed or not (replaced or self.page.low.endswith(_REPEALS, 0, begin)):
            return found
        before = self.drafts[found - 1] if found else None
        if before is None or before.kind != one.kind or one.start - before.end > _SUBJECT_NEAR:
            return None if replaced else found
        # "Bãi bỏ Quyết định A. Quyết định này …": the matter of the text, where nothing repeals it.
        apart = _SENTENCE.search(self.page.plain, before.end, one.start) is not None
        return found - 1 if replaced or not apart else found

    def _ended_by(self, found: int, head: Trigger) -> bool:
        """Tell whether the text says that the instrument found ends by the one meant, the document itself."""
        end = self.drafts[found].end
        ended = _ENDED.search(self.page.low, end, min(head.start, end + 240))
        return ended is not None and not _SENTENCE.search(self.page.plain, end, head.start)
