"""Places and agencies: which place a number holds for, and what an agency is called in full."""

from __future__ import annotations

from itertools import pairwise

from vnreport.patterns import lazy
from vnreport.report import Document, PlaceMention
from vnreport.text import fold

_NEXT = lazy(r"[\s(:|–-]*(?:(?:có|đạt|là|còn|với|chỉ|mới|chiếm|tăng|giảm)\s+){0,2}")
"""What stands between a place and the number told of it: ``Đồng Nai 96 ổ``, ``Vân Trung (297 ca)``."""
_IS_ONE = lazy(
    r"\s+là\s+(?:một\s+trong\s+những\s+)?(?:địa\s+phương|tỉnh|huyện|xã|nơi|đơn\s+vị|thành\s+phố)(?![^\W_])"
    r"[^,;:.()\d]{0,60}?(?<![^\W_])(?:với|có|là)\s+(?:(?:khoảng|gần|hơn|trên)\s+)?"
)
"""What a place is said to be before its number: ``Sơn La là địa phương thiệt hại nhất với 142 nhà``."""
_MARKER = lazy(r"[\s\-–+•*|(]*(?:\d{1,3}[.)]?\s*|[a-zđ][.)]\s*)?[\s|]*(?:riêng\s+)?")
"""What may stand before the place that opens a clause, a row or an item."""
_WHERE = lazy(r"(?<![^\W_])(?:tại|ở|trên\s+địa\s+bàn|thuộc)\s+(?:[^,;()“”\"\n]{1,40},\s+)?(?:các\s+)?$")
_ALL_OVER = lazy(r"(?<![^\W_])trên\s+địa\s+bàn\s+$")
_THERE = lazy(r"(?<![^\W_])(?:tại|ở|trên\s+địa\s+bàn)\s+$")
_HARM = lazy(r"\s*,?\s*(?:đã\s+)?(?:làm|khiến|gây)\s+(?:[^\W\d_]+\s+){0,5}")
"""What happened at a place, up to the number: ``thuộc xã Vĩnh Hựu`` *làm* ``1 người chết``."""
_AT = lazy(r"(?<![^\W_])(?:tại|thuộc|ở)\s+$")
_OF_WHOM = lazy(r"\((?:[^()\d]{0,60},\s*)?$")
_DOES = lazy(
    r"(?:,\s[^()\d]{0,40})?\)\s*(?:bị|làm|khiến|gây|vi\s+phạm|nộp|có|đạt|thu\s+hoạch|sản\s+xuất|nuôi|trồng)(?![^\W_])[^\d();:]*"
)
"""What stands around the place in brackets of whoever is told of: ``Công ty A (huyện B) bị phạt …``."""
_SUBJECT = lazy(r"[\s\-–+•*]*[^\W\d_][^,;:.()\d\n]{1,24}\s")
_DID = lazy(r"\s+(?:đã|có|đạt|ước|hiện|còn|bị)(?![^\W_])[^\d();:,]{0,40}")
"""What stands around the place of a short subject: ``Vải sớm`` *huyện Tân Yên* ``đã thu hoạch 6.840 tấn``."""
_LOOK = 60


_FIRST_CASE = lazy(
    r"(?<![^\W_])(?:kể\s+)?từ\s+(?:khi|lúc|ổ|ca|vụ|trường\s+hợp)\s[^.;:()\n]{2,90}(?<![^\W_])(?:tại|ở|thuộc)\s[^.;:\n]{0,40}$"
)
"""What leads in the place of the first case: ``kể từ ổ dịch đầu tiên tại xóm 7,`` *xã Hải Ninh*."""


def locates(folded: str, opening: int, place: PlaceMention, start: int) -> bool:
    """Tell whether a place is that of a number at ``start`` behind it, in a clause from ``opening`` on.

    It is where it stands right before the number, opens the clause or sets the scene (``Tại huyện Quỳ
    Châu, …``); a place that is part of a name, a way or a distance is not.
    """
    between = folded[place.end : start]
    if place.level == "country":
        abroad = _THERE.search(folded, max(opening, place.start - _LOOK), place.start) is not None
        return abroad and fold(place.name) != "việt nam" and not between.strip(" :")
    if _NEXT.fullmatch(between) is not None or _IS_ONE.fullmatch(between) is not None:
        return True
    if _FIRST_CASE.search(folded, max(opening, place.start - 2 * _LOOK), place.start) is not None:
        return False
    administrative = place.level in ("province", "district", "commune")
    if administrative and _told(folded, opening, place, start):
        return True
    closing = between.find(")")
    if closing >= 0 and "(" not in between[:closing]:
        return False
    before = folded[max(opening, place.start - _LOOK) : place.start]
    if _ALL_OVER.search(before) is not None:
        return True
    if place.level == "other":
        return between.startswith(",") and _WHERE.search(before) is not None
    opens = place.start - opening < _LOOK and _MARKER.fullmatch(before) is not None
    return opens or (between.startswith(",") and _WHERE.search(before) is not None)


def in_rows(folded: str, places: list[PlaceMention]) -> set[int]:
    """Give where places start that stand in a row of equals, none of which is the place of a number behind.

    ``ở xã Yên Đổ, xã Cổ Lũng và xã Động Đạt có 900 người``
    """
    found: set[int] = set()
    for one, other in pairwise(places):
        alike = one.level == other.level != "other"
        if alike and _ROW.fullmatch(folded, one.end, other.start) is not None:
            found |= {one.start, other.start}
    return found


_ROW = lazy(r"\s*(?:,|và|,\s*và|cùng)\s*")


def _told(folded: str, opening: int, place: PlaceMention, start: int) -> bool:
    """Tell whether a place is that of what happened there, or of the one that the clause tells of."""
    low = max(opening, place.start - _LOOK)
    if _HARM.fullmatch(folded, place.end, start) and _AT.search(folded, low, place.start):
        return True
    if _DOES.fullmatch(folded, place.end, start) and _OF_WHOM.search(folded, low, place.start):
        return True
    subject = place.level != "province" and _SUBJECT.fullmatch(folded, opening, place.start) is not None
    return subject and _DID.fullmatch(folded, place.end, start) is not None


def locates_behind(folded: str, end: int, places: list[PlaceMention]) -> bool:
    """Tell whether the first place behind a number that ends at ``end`` says where: ``05 lớp tại huyện …``.

    One of several places (``tại huyện Ý Yên, huyện Vụ Bản``) is not the place of the whole.
    """
    place, *others = places
    between = folded[end : place.start]
    alone = not others or folded[place.end : others[0].start].strip() not in {",", "và", "-", "–", ";"}
    direct = len(between) < _LOOK and not any(c in ",;:.()" or c.isdigit() for c in between)
    return (
        alone
        and direct
        and place.level in {"province", "district", "commune"}
        and _THERE.search(between) is not None
    )


_SEAT = lazy(
    r"(?:ủy ban nhân dân|hội đồng nhân dân|công an|phòng giao dịch ngân hàng chính sách xã hội) "
    r"(?P<unit>(?P<level>tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn) [^,;()]{2,40})"
)
_RANKS = {"tỉnh": 0, "thành": 1, "huyện": 2, "quận": 2, "thị": 2, "xã": 3, "phường": 3}


def seat(agency: str, place: str | None) -> str | None:
    """Give the unit that an agency governs, where it lies below a place; None where it does not."""
    found = _SEAT.fullmatch(fold(agency))
    if found is None:
        return None
    unit = agency[slice(*found.span("unit"))]
    return unit if place is None or _rank(unit) > _rank(place) else None


def _rank(unit: str) -> int:
    folded = fold(unit)
    return 3 if folded.startswith("thị trấn") else _RANKS.get(folded.partition(" ")[0], 4)


_BARE = lazy(
    r"[\s\-–+•*]*(?:(?:đến\s+nay|hiện\s+nay|hiện|ngoài\s+ra|bên\s+cạnh\s+đó|qua\s+đó|trong\s+đó),?\s+)?"
    r"(?P<head>trung\s+tâm|công\s+ty|bệnh\s+viện|chi\s+nhánh|chi\s+cục|hợp\s+tác\s+xã|tổ\s+công\s+tác|văn\s+phòng|quỹ|đồn|hạt)\s+"
    r"(?:đã|hiện|còn|cũng|có|tiếp\s+nhận|giải\s+quyết|thực\s+hiện|tổ\s+chức|phối\s+hợp|phát\s+hiện|kiểm\s+tra|thu|chi|nộp)(?![^\W_])"
)
"""An agency that is named by its kind alone, which was named in full before."""


def bare_agency(folded: str, start: int) -> str:
    """Give the kind by which a clause names who acts, or nothing: ``Trung tâm đã giải quyết …``."""
    match = _BARE.match(folded, start)
    return " ".join(match["head"].split()) if match is not None else ""


_FRONT = lazy(r"^(?:ủy ban )?mặt trận tổ quốc(?: việt nam)?")


def _is_same(name: str, publisher: str, place: str | None) -> bool:
    """Tell whether two names are of one body of a place, named with or without it: ``MTTQ huyện``."""
    return _without_place(name, place) == _without_place(publisher, place)


def _without_place(name: str, place: str | None) -> str:
    """Give a folded name without the document's place behind it; the Front is its committee."""
    folded = _FRONT.sub("mặt trận", fold(name))
    if place is None:
        return folded
    level, _, bare = fold(place).partition(" ")
    if level in ("thành", "thị", "đặc"):
        bare = bare.partition(" ")[2]
    for tail in (fold(place), bare):
        if tail and folded.endswith(f" {tail}"):
            return folded[: -len(tail) - 1]
    return folded


_OWNED = (
    (
        lazy(r"ban (?:pháp chế|kinh tế(?: - (?:xã hội|ngân sách))?|văn hóa - xã hội|đô thị|dân tộc)"),
        ("hội đồng nhân dân ",),
    ),
    (
        lazy(r"ủy ban kiểm tra|ban chấp hành"),
        ("liên đoàn lao động ", "công đoàn ", "huyện ủy ", "tỉnh ủy ", "thị ủy "),
    ),
    (
        lazy(r"(?:phòng|đội) cảnh sát(?: (?!công an)[^\W\d_]+,?)*|cơ quan (?:cảnh sát )?điều tra"),
        ("công an ",),
    ),
)
"""Bodies that are called by their kind alone within the one that they belong to, with what that is called."""


def _owned(name: str, publisher: str) -> bool:
    """Tell whether a folded name is that of a part of who reports: ``Ban Pháp chế`` of the council."""
    return any(own.fullmatch(name) and publisher.startswith(of) for own, of in _OWNED)


def full_name(name: str, document: Document) -> str:
    """Complete the name of an agency by the document's: ``Cục Thuế``, ``Thanh tra Sở``, ``Công an huyện``."""
    publisher, place = document.publisher, document.place
    if publisher is not None and (publisher.startswith(name) or _is_same(name, publisher, place)):
        return publisher
    if publisher is not None and _owned(fold(name), fold(publisher)):
        return f"{name} {publisher}"
    last = name.rpartition(" ")[2]
    if publisher is not None and " " in name and publisher.startswith(f"{last} "):
        return name[: -len(last)] + publisher
    for level in ("thành phố", "thị xã", "thị trấn", "tỉnh", "huyện", "quận", "xã", "phường"):
        if place is not None and fold(place).startswith(f"{level} ") and fold(name).endswith(f" {level}"):
            return name + place[len(level) :]
    return name
