"""What the clause around an office says: that it is given to the person before, or is nobody's named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnreport.names import UPPER
from vnreport.patterns import lazy

_REACH = 240
_GENITIVE = lazy(r"của[ \xa0]\Z")
_IN_PLACE_OF = lazy(
    r"(?<!\w)(?:thay mặt(?: cho)?|thừa lệnh|(?:thừa|theo|được) [uủ][yỷ] quyền(?: của)?|thừa [uủ]ỷ nhiệm"
    r"|đại diện(?: cho)?|cùng với?|sau)[ \xa0]\Z",
    re.IGNORECASE,
)
"""Before the office of whom somebody else acts for: *Thay mặt* ``Bộ trưởng Bộ Nội vụ, Thứ trưởng A``."""
_ADJUNCT = lazy(
    r"(?:^|\n|[.;:][ \xa0])[ \xa0]*(?:\d{1,2}\.[ ])?(?:Theo|Căn cứ|Thực hiện|Được sự|Trên cơ sở|Dưới sự"
    r"|Với sự|Trước|Thừa ủy quyền|Sau)[ \xa0][^.;:\n]*\Z"
)
_CLAUSE = r"(?:,|[ \xa0])(?:[^.;:()\n]|\([^().;:\n]{1,40}\)){0,150}?"
_APPOINTED = lazy(
    r"(?!(?:[^.;:()\n]{0,150}?[ \xa0])(?<!thay[ \xa0])(?<!thay cho[ \xa0])(?:ông|bà|đồng chí|đ/c)[ \xa0])"
    rf"(?:{_CLAUSE}[ \xa0](?:(?<!thôi )giữ chức(?:[ \xa0](?:vụ|danh))?[ \xa0]|giao[ \xa0](?=[Qq]uyền[ \xa0]))"
    r"|[ \xa0](?:(?:vừa|đã|sẽ)[ \xa0])?được[ \xa0][^.;:,()\n]{2,60}?[ \xa0](?:bổ nhiệm|chỉ định|phê chuẩn)"
    r"(?:[ \xa0]lại)?(?:[ \xa0]làm)?[ \xa0](?!giữ|vào|chức))"
)
_TAKES_LEAD = lazy(
    r"(?!(?:[^.;:()\n]{0,150}?[ \xa0])(?<!thay[ \xa0])(?<!thay cho[ \xa0])(?:ông|bà|đồng chí|đ/c)[ \xa0])"
    rf"{_CLAUSE}[ \xa0]làm[ \xa0](?=(?:[Pp]hó[ \xa0])?(?:[Tt]rưởng|[Tt]ổ trưởng|[Cc]hủ)[ \xa0])"
)
_GIVES = lazy(r"[ \xa0](?:làm|giữ|đảm nhiệm|đảm nhận)[ \xa0](?:chức[ \xa0](?:(?:vụ|danh)[ \xa0])?)?")
_REPLACING = lazy(r"(?<!\w)thay(?: cho| thế)?[ \xa0](?:(?:ông|bà|đồng chí|đ/c|anh|chị)[ \xa0])?\Z")
_NAME = rf"[{UPPER}]\w*(?:[ \xa0][{UPPER}]\w*){{1,4}}"
_REPLACES = lazy(
    r"[ \xa0](?:(?:sẽ|được|vừa|đã|cử|phân công|bầu|điều động|lên)[ \xa0]){0,3}thay(?: cho| thế)?[ \xa0]"
    rf"(?:ông|bà|đồng chí|đ/c|anh|chị)[ \xa0]{_NAME}[ \xa0]"
    r"(?:làm|giữ(?: chức(?: vụ| danh)?)?|đảm nhiệm|đảm nhận)[ \xa0](?:(?:chức vụ|chức)[ \xa0])?"
)
_WHILE = lazy(
    r"(?<!\w)(?:[Tt]rong (?:thời gian|thời kỳ|quá trình)|[Kk]hi|[Ll]úc|[Tt]ại thời điểm|[Vv]ới (?:tư cách"
    r"|cương vị|vai trò|trách nhiệm)|[Tt]rên cương vị|[Nn]guyên|[Tt]ừng|[Ll]à)[ \xa0]"
    r"(?:(?:còn|đang|đương|là|làm|giữ|chức vụ|chức|cương vị|đảm nhiệm|đảm nhận|vai trò|người)[ \xa0]){0,4}"
    r"(?=\w)"
)
"""What tells of an office held at some time: ``Khi còn giữ chức`` *Chủ tịch xã A, huyện B* ``, ông C``."""
_AGENT = lazy(r"(?<!\w)do[ \xa0][^.,;:()\n]{0,60}\Z")
_LIFE_IN_BRACKETS = lazy(
    r"[ \xa0]?\((?:SN|sn|[Ss]inh (?:năm|ngày)|\d{2} tuổi|quê|trú|cư trú|ngụ|thường trú|HKTT|dân tộc|nam,|nữ,"
    r"|tức|còn gọi|tên gọi khác|thường gọi|bí danh)"
    r"(?:[ \xa0:,](?:[^()\n]|\([^()\n]{1,40}\)){0,160})?\)"
)
_LIFE = lazy(
    r"(?:,[ \xa0](?:\d{2} tuổi|(?:SN|[Ss]inh năm|sinh ngày)[ \xa0:]{1,2}\d[\d/.\-]{3,9}"
    r"|dân tộc[^,.;:()\n]{2,16}|(?:đảng|đoàn|hội) viên(?:[ \xa0][^,.;:()\n]{4,110})?"
    r"|(?:hiện |cùng |có )?(?:quê|trú|cư trú|ngụ|ở|thường trú|HKTT|hộ khẩu)(?!\w)[^,.;:()\n]{0,50}"
    r"|(?:thôn|xóm|ấp|bản|buôn|làng|tổ|khu|xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh"
    r"|TP|Tp|TX|Tx|TT|H|P|Q)(?!\w)\.?[^,.;:()\n]{1,40}(?:\([^()\n]{1,40}\))?)){1,7}"
    r"(?=,[ \xa0]|[ \xa0]\((?=[^\d()\n]{6})|;[ \xa0](?:nguyên|cựu)[ \xa0])"
)
"""Age, birth and seat behind a name, before the office: ``A, 60 tuổi, trú xã B,`` *nguyên Chủ tịch*."""
_UNKNOWN = lazy(rf"[ \xa0]?[,\-–][ \xa0]?[{UPPER}][{UPPER}.]{{1,8}}(?=[ \xa0]?[,;\-–][ \xa0])")
_CHARGE = (
    "chức vụ", "chức danh", "chức", "nhiệm vụ", "miễn nhiệm", "bãi nhiệm", "bổ nhiệm", "bổ nhiệm lại",
    "bổ sung", "bầu", "công nhận", "chỉ định", "phê chuẩn", "làm", "quyết định",
)  # fmt: skip
"""What gives an office or takes it."""
_RELATIVE = lazy(r"[ \xa0](?:của|ông|bà|anh|chị|con|vợ|chồng)[ \xa0]")
"""What brings in somebody else, whose the offices behind are."""
_PART = lazy("(?:,|(?<=[ \xa0])[–-])[ \xa0]")
_CAPITAL = lazy(rf"(?<!\w)[{UPPER}]")


def in_adjunct(text: str, start: int) -> bool:
    """Whether an office stands in words that only open the clause: ``Theo đề nghị của`` *Giám đốc*.

    So does that of whom the one named behind acts for: ``Thay mặt`` *Bộ trưởng Bộ Nội vụ*.
    """
    if _IN_PLACE_OF.search(text, max(0, start - 20), start):
        return True
    if _GENITIVE.search(text, max(0, start - 5), start) is None:
        return False
    return _ADJUNCT.search(text, max(0, start - _REACH), start) is not None


def appointed(text: str, name_end: int, at: int) -> re.Match[str] | None:
    """Match what leads from a person to the office given: ``…, Báo chí`` *giữ chức vụ* ``Phó Giám đốc``.

    So does what whoever acts is said to lead: ``do ông A, Trưởng phòng B, C`` *làm* ``Trưởng đoàn``.
    """
    found = _APPOINTED.match(text, at)
    if found is None and _AGENT.search(text, max(0, name_end - 70), name_end):
        found = _TAKES_LEAD.match(text, at)
    return found


def replaced(text: str, start: int, joint: str) -> bool:
    """Whether ``joint`` gives an office to whom replaces the name at ``start``, not to that name."""
    return (
        _GIVES.fullmatch(joint) is not None and _REPLACING.search(text, max(0, start - 24), start) is not None
    )


def beyond_replaced(text: str, name_end: int) -> int:
    """Where the office begins that a person takes over: ``A thay ông B làm`` *Giám đốc*; or -1."""
    found = _REPLACES.match(text, name_end)
    return found.end() if found else -1


def beyond_life(text: str, at: int) -> Iterator[int]:
    """Give where an office may follow that does not stand right behind a name, but behind a short life.

    ``A (SN 1985, trú tại xã B)`` *- nguyên Kế toán*; ``A, 60 tuổi`` *, nguyên Bí thư*. So do short words in
    capitals that are in no table: ``A - BCS`` *, Bí thư*.
    """
    bracket = _LIFE_IN_BRACKETS.match(text, at)
    if bracket:
        of_others = _RELATIVE.search(text, at, bracket.end())
        inside = of_others.start() if of_others else bracket.end()
        yield from (sign.start() for sign in _PART.finditer(text, at, inside))
        at = bracket.end()
        yield at
    life = _LIFE.match(text, at) or _UNKNOWN.match(text, at)
    if life:
        yield life.end()


def while_held(text: str, low: int, at: int) -> int:
    """Where the office begins that whom ``at`` names held then: *Khi còn giữ chức* ``X, …``; or -1."""
    if text[at - 2 : at - 1] != ",":
        return -1
    return max((found.end() for found in _WHILE.finditer(text, low, at)), default=-1)


def charged(text: str, start: int) -> bool:
    """Whether an office is given or taken: *bầu chức danh* ``Phó Chủ tịch HĐND đối với ông A``.

    In a list the verb stands before the first: *phê chuẩn kết quả bầu* ``: X đối với A; Y đối với B``.
    """
    left = text[max(0, start - _REACH) : start].replace("\xa0", " ").lower()
    words = left.rstrip(" \n")
    if words.rstrip("0123456789 ").endswith(_CHARGE):
        return True
    if words.endswith("giao") and text[start : start + 5].lower() == "quyền":
        return True
    clause = left.rpartition("\n")[2].rpartition(". ")[2]
    listed = words.endswith((":", ";"))
    return listed and any(f"{word} " in clause or f"{word}:" in clause for word in _CHARGE)


def capitals(found: re.Match[str]) -> Iterator[int]:
    """Give where the capitalised words of a match begin."""
    return (m.start() for m in _CAPITAL.finditer(found.string, *found.span()))
