"""Whether a stretch of capitalised words is a person, by its shape and what stands around it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from vnreport.gazetteer import communes, districts, key, provinces, read_province
from vnreport.lexicon import column, table
from vnreport.mentions.people.lines import alone
from vnreport.mentions.people.shape import Shape, office_words
from vnreport.mentions.people.syllables import hides_name, name_syllables
from vnreport.mentions.people.titles import read_title
from vnreport.names import UPPER, fold_syllable, foreign, old_tones, telling_surnames
from vnreport.patterns import lazy

_OF_A_VILLAGE = lazy(
    r"(?:[Tt]rưởng|[Pp]hó|[Cc]hi bộ|[Cc]hi đoàn|[Mm]ặt trận|MT|MTTQ|[Pp]hụ nữ|[Nn]ông dân|CCB"
    r"|[Cc]ựu chiến binh|[Tt]hanh niên|[Nn]gười cao tuổi|NCT|[Cc]hữ thập đỏ|[Kk]huyến học|[Hh]òa giải)"
    r"[ \xa0](?:thôn|bản|ấp|xóm|khóm|khu phố|làng|buôn|tổ dân phố)[ \xa0]\Z"
)
"""The office in a village, which is no village named after a person."""
_SEAT = lazy(r",[ \xa0](?:xã|phường|thị trấn|huyện)[ \xa0]")
_SCHOOL = lazy(r"(?<!\w)(?:THPT|THCS|PTTH|THCS[ \xa0]?[&-][ \xa0]?THPT)(?:[ \xa0]chuyên)?[ \xa0]\Z")
"""The kind of a school, whose name is no person's whatever office stands before it."""
_LISTED_STREETS = lazy(
    r"(?<!\w)(?:[Đđ]ường|[Pp]hố|[Tt]rường|THPT|THCS|[Gg]iải|[Qq]uỹ|[Cc]ác[ \xa0](?:phường|xã))"
    rf"[ \xa0][{UPPER}]\w*(?:[ \xa0][{UPPER}]\w*|,|[ \xa0]và|[ \xa0]-)*[ \xa0]\Z"
)
"""Streets and schools before this one in a list: ``đường Lê Lợi, Trần Phú,``."""
_INITIAL = lazy(r"\.(?:,|;|[ \xa0]?\(|[ \xa0][a-zà-ỹđ])")
"""What stands behind the first letter alone of a given name: ``bị can Nguyễn Minh H`` *. khai*."""
_GUEST = lazy(r",?[ \xa0]\(?[a-zà-ỹđ]|[ \xa0]\([A-ZĐ]")
"""How the office of a foreigner without a form of address follows: ``Steven Aftergood`` *, giám đốc …*."""
_OPENS_ITEM = lazy(r"(?:^|\n)[ \xa0]*(?:[-–+•*]|\d{1,2}[.)]|\d{1,3}[ \xa0]?[|\t])[ \xa0]{0,3}\Z")
_CASE = lazy(r"(?<!\w)[Vv]ụ(?:[ \xa0]án)?[ \xa0]\Z")
_CRIME = lazy(
    r"[ \xa0](?:phạm|bị|về tội|mua bán|tàng trữ|vận chuyển|tổ chức|trộm|cướp|cố ý|giết|lừa đảo|tham ô"
    r"|nhận hối lộ|đưa hối lộ|đánh bạc|hiếp|dâm ô|chống người|gây rối|vi phạm|lạm dụng|lợi dụng"
    r"|(?:cùng|và) đồng phạm)(?!\w)"
)
"""What somebody is tried for: ``vụ Lầu Bá Dìa`` *mua bán trái phép chất ma túy*."""
_ENDS_LIST = lazy(r"[ \xa0](?:và|cùng)[ \xa0]|[,;.)\n]|\Z")
_OFFICE_OF = lazy(r"[ \xa0](?:phòng|thư|bản|hóa|hoá|kiện|miếu)(?!\w)")
"""What makes a common word of ``Văn``."""
_SECOND = lazy(r"[ \xa0]([a-zà-ỹđ]+)(?!\w)")
_ONE_PERSON = ("ông ", "bà ", "anh ", "chị ", "em ", "cháu ", "cô ", "thầy ", "chú ", "bác ", "cụ ")
_PEOPLES = frozenset(
    "Kinh Khmer Chăm Tày Nùng Thái Mường Mông Dao Hoa Ê Êđê Jrai Bana".split()  # noqa: SIM905 - shorter so
)
"""Peoples, which households and sisters may be named by: ``hộ`` *Khmer*."""


@cache
def _named_after() -> frozenset[str]:
    return frozenset(r["word"] for r in table("named_after") if not r["none"])


@cache
def _name_nothing() -> frozenset[str]:
    """Words that only end like those that name something after a person: ``môi`` *trường*."""
    return frozenset(r["word"] for r in table("named_after") if r["none"])


def _is_named_after(left: str) -> bool:
    """Whether the words before a name show that it is a street's, a school's or an award's."""
    words = left.rstrip(' \xa0“"(').replace("\xa0", " ").replace("(", " ").split(" ")
    if not left.strip() or " ".join(words[-2:]).lower() in _name_nothing():
        return False
    return any(" ".join(words[-size:]) in _named_after() for size in (1, 2, 3) if len(words) >= size)


@cache
def _no_given_names() -> frozenset[str]:
    return frozenset(old_tones(word) for word in column("not_given_names", "word"))


def _is_place(words: tuple[str, ...]) -> bool:
    name = key(" ".join(words))
    if name in provinces() or name in districts() or (len(words) <= 3 and name in communes()):
        return True
    return len(words) > 2 and key(" ".join(words[:2])) in provinces()


class Around(NamedTuple):
    """What stands around a stretch of capitalised words."""

    titled: bool
    """A title or form of address stands right before it."""
    addressed: bool
    """A form of address is among these."""
    followed: bool
    """An office stands right behind it, or what is said of persons alone."""
    listed: bool
    """It follows another person in a list."""
    signs: bool
    """It stands under an office, as in a signature."""
    state: bool
    """An office of a state or of an organisation named with it stands before it."""
    ranked: bool
    """A military or academic rank stands right before it."""
    called: bool = False
    """What somebody does for a living stands right before it: ``bác sĩ`` *Hùng*."""
    known: bool = False
    """Somebody of that given name was named in full before."""
    again: bool = False
    """Somebody of just that name was found before."""
    behind_body: bool = False
    """An organisation's name ends right before it: ``Phụ trách Phòng Y tế quận`` *Ngô Văn Hai*."""


def judge(text: str, shape: Shape, around: Around) -> bool:
    """Tell whether a stretch of capitalised words is a person, by its shape and what stands around it."""
    left = text[max(0, shape.start - 24) : shape.start]
    if shape.surname and len(shape.words) >= 3 and _OF_A_VILLAGE.search(left):
        return not any(hides_name(shape.words, size) for size in (1, 2, 3))
    if _names_something_else(text, shape, around, left) or _is_no_name(text, shape, left):
        return False
    capitals = all(w.isupper() for w in shape.words)
    if around.again and not capitals and not _is_place(shape.words):
        return True
    if shape.sure and not capitals:
        return around.signs or around.followed or (len(shape.words) > 2 and shape.words[1].lower() == "thị")
    if around.titled and not capitals:
        return _behind_title(text, shape, around)
    if shape.surname and not capitals and _is_told(text, shape, around):
        return True
    beside = around.listed or around.followed
    if any(mark in shape.words[0][1:] for mark in "'’") and not capitals and len(shape.words) <= 4:
        return beside
    if around.followed and _is_guest(text, shape):
        return True
    if not shape.surname or len(shape.words) < 2:
        return False
    if (
        len(shape.words) > 2
        and shape.words[-1].isupper()
        and len(shape.words[-1]) == 1
        and _INITIAL.match(text, shape.end)
    ):
        return True
    if around.signs:
        return len(shape.words) <= 5 and not (capitals and not shape.likely)
    if capitals:
        first = old_tones(shape.words[0].lower())
        lonely = first in telling_surnames() and alone(text, shape.start, shape.end)
        return shape.likely and (around.titled or around.followed or lonely) and not _is_place(shape.words)
    if _is_place(shape.words):
        return shape.likely and (around.listed or (around.followed and len(shape.words) > 2))
    if shape.likely and len(shape.words) >= 3:
        return True
    if beside and (len(shape.words) >= 3 or all(map(foreign, shape.words))):
        return True
    if (
        around.listed
        and old_tones(shape.words[0].lower()) in telling_surnames()
        and _ENDS_LIST.match(text, shape.end)
    ):
        return True  # "các Phó Viện trưởng Nguyễn Văn Lâu, Lê Trai"
    return shape.likely and (beside or alone(text, shape.start, shape.end))


def _is_told(text: str, shape: Shape, around: Around) -> bool:
    """Whether a name of rare syllables opens an item that its office ends, or names a criminal case."""
    if len(shape.words) == 2:
        first, last = shape.words
        if "'" in last[:3] or "’" in last[:3]:
            return True  # "Kpă H'Nga"
        if (around.listed or around.followed) and foreign(first) and not _is_place(shape.words):
            return True  # "Puih Khuê - Bí thư"
        opens = _OPENS_ITEM.search(text, max(0, shape.start - 8), shape.start)
        return around.followed and opens is not None and not _is_place(shape.words)
    case = _CASE.search(text, max(0, shape.start - 8), shape.start)
    return len(shape.words) <= 5 and case is not None and _CRIME.match(text, shape.end) is not None


def _is_guest(text: str, shape: Shape) -> bool:
    """Whether words before an office are a foreigner's name: ``Steven Aftergood`` *, giám đốc …*."""
    return (
        2 <= len(shape.words) <= 5
        and sum(map(foreign, shape.words)) > 1
        and not any(word.isupper() and len(word) > 1 for word in shape.words)
        and _GUEST.match(text, shape.end) is not None
    )


def _names_something_else(text: str, shape: Shape, around: Around, left: str) -> bool:
    """Whether what stands before shows a street, a school or a province of the name."""
    full = around.behind_body and shape.likely and len(shape.words) > 2
    if (not (around.titled or full) and _is_named_after(left)) or _SCHOOL.search(left):
        return True  # "Hiệu trưởng THPT Nguyễn Du"
    if not (around.titled or around.followed) and _LISTED_STREETS.search(
        text, max(0, shape.start - 90), shape.start
    ):
        return True
    if len(shape.words) == 2 and not around.again and _OF_A_VILLAGE.search(left):
        seat = _SEAT.match(text, shape.end) is not None
        if seat or old_tones(shape.words[0].lower()) not in telling_surnames():
            return True  # "được bầu là trưởng thôn Cao Hoong, xã Lũng Cao"
    return text.startswith(("Bà ", "BÀ "), shape.start - 3) and bool(read_province(text, shape.start - 3))


def _is_no_name(text: str, shape: Shape, left: str) -> bool:
    """Whether the words themselves, with the next, name nobody."""
    words = shape.words
    if len(words) == 2 and words[0] == words[1]:
        return True  # "nghệ nhân Lô Lô"
    if len(words) == 1 and (words[0].isupper() or words[0] in ("Hồ", "Ban", "Phó")):
        return True  # "Bộ đội Cụ Hồ", "Trưởng, Phó các ngành"
    if " ".join(words).lower() in _no_given_names():
        return True  # "ĐĐ. Thích Như Đức và Tăng Ni các chùa"
    if left.endswith("ại diện ") and not (shape.surname and len(words) > 1):
        return True  # "đại diện Ban quản trị"
    if words[-1] == "Chủ" and text.startswith(("tịch", "nhiệm"), shape.end + 1):
        return True  # "Chủ tịch Đoàn Chủ tịch"
    if words[-1] == "Văn" and _OFFICE_OF.match(text, shape.end):
        return True  # "Lưu Văn phòng"
    more = _SECOND.match(text, shape.end) if len(words) == 1 else None
    if more and f"{old_tones(words[0].lower())} {more[1]}" in _no_given_names():
        return True  # "các đồng chí Lãnh đạo Sở"
    return words == ("Trung",) and text.startswith("ương", shape.end + 1)  # "Ủy viên Trung ương"


def _behind_title(text: str, shape: Shape, around: Around) -> bool:
    """Whether words in usual case behind a title or form of address are a name."""
    if shape.surname and len(shape.words) >= 2:
        return not any(w.isupper() and len(w) > 2 for w in shape.words)
    if around.ranked and 2 <= len(shape.words) <= 5:
        return not _opens_office(text, shape)
    if (around.ranked or around.called) and around.known and len(shape.words) == 1:
        return True  # "Đại úy Lê Văn Hưng … Đại úy Hưng cho biết"
    if not around.addressed and 2 <= len(shape.words) <= 4 and any(map(foreign, shape.words)):
        return around.state and not any(w.isupper() and len(w) > 1 for w in shape.words)
    return around.addressed and not _opens_office(text, shape) and _foreign_or_given(text, shape)


def _opens_office(text: str, shape: Shape) -> bool:
    """Whether an office starts where the name would: ``đồng chí`` *Bí thư*; ``bà Thư`` is a name."""
    first = old_tones(shape.words[0].lower())
    if first not in office_words():
        return False
    return len(shape.words) > 1 or read_title(text, shape.start) is not None


def _foreign_or_given(text: str, shape: Shape) -> bool:
    """A name without a Vietnamese surname behind a form of address: ``ông Hùng``, ``bà Caitlin Wiesen``."""
    if any(w.isupper() and len(w) > 1 for w in shape.words):
        return False
    household = text[max(0, shape.start - 4) : shape.start].lower().endswith(("hộ ", "tộc "))
    if len(shape.words) == 1 and shape.words[0] in (_PEOPLES if household else _PEOPLES - {"Hoa", "Thái"}):
        return False
    return not _is_place(shape.words) or len(shape.words) == 1 or _of_given_names(text, shape)


def _of_given_names(text: str, shape: Shape) -> bool:
    """Whether given names that are a place's, too, stand behind a form for one person: ``em`` *Hải Nam*."""
    middle, given = name_syllables()
    first, last = fold_syllable(shape.words[0]), fold_syllable(shape.words[-1])
    return (
        len(shape.words) == 2
        and first in middle | given
        and last in given
        and key(" ".join(shape.words)) not in provinces()
        and text[max(0, shape.start - 8) : shape.start].lower().endswith(_ONE_PERSON)
    )
