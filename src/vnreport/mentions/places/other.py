"""Places that are no administrative units: villages, rivers, roads, industrial zones, countries, regions."""

from __future__ import annotations

import re
from functools import cache

from vnreport.gazetteer import PlaceSpan, communes, is_count, key, read_province
from vnreport.lexicon import table
from vnreport.mentions.organizations.tables import words
from vnreport.mentions.people.shape import addressed
from vnreport.mentions.people.syllables import TELLING, is_likely
from vnreport.mentions.places.triggers import not_after
from vnreport.names import UPPER, fold_syllable, is_name_syllable, surnames
from vnreport.patterns import lazy

_NAME = lazy(
    rf"[ \xa0](\d{{1,2}}[ \xa0]Tháng[ \xa0]\d{{1,2}}|\d{{1,2}}/\d{{1,2}}(?![\d/])"
    rf"|(?:số[ \xa0])?\d{{1,4}}[A-Z]?(?!\w"
    rf"|[.,]\d|%)(?:-\d+)?"
    rf"|[{UPPER}][\w’']*(?:[ \xa0]?[-–][ \xa0]?[{UPPER}][\w’']*|[ \xa0][{UPPER}][\w’']*"
    rf"|[ \xa0]\d{{1,2}}[A-D]?(?![\w/%]|[.,]\d)"
    rf"(?![ \xa0](?:km|m|mét|hải lý|cây số|ha|phút|giờ)(?!\w))){{0,4}})"
)
_NUMBERED = lazy(
    r"(?:tổ dân phố|khu phố|khối phố|thôn|xóm|ấp|khóm|tiểu khu|bản|quốc lộ|tỉnh lộ|huyện lộ"
    r"|hương lộ|đường|đường tỉnh|đường huyện|ngõ|ngách|hẻm|QL|ĐT|TL|TDP|khu|hầm|quảng trường|công viên)\Z",
    re.IGNORECASE,
)
_DAY = lazy(r"[ \xa0]\d{1,2}[ \xa0]tháng[ \xa0]\d{1,2}(?!\w|[ \xa0]năm)")
"""The day that a street or square is named after: ``Công viên`` *23 tháng 9*."""
_TELLS = lazy(r"[ \xa0](?:đang|đã|có|đạt|xả|mở|tích|vận hành|hiện|ở|là|cao|thấp)(?!\w)|:")
"""What is told of a lake, not of a person."""
_NO_LETTER = ("hang", "tháp", "hòn", "dãy", "đỉnh", "mũi", "rừng")
"""Words that no single letter names a place behind: ``dãy`` *A*."""
_LANE = lazy(r"(?:ngõ|ngách|hẻm)\Z", re.IGNORECASE)
_STREET = lazy(rf"(?:/\d{{1,3}})*[ \xa0][{UPPER}][\w’']*(?:[ \xa0][{UPPER}][\w’']*){{1,3}}")
"""The street behind the number of a lane: ``ngõ 45`` *Nguyễn Khang*."""
_ROADS_COUNTED = lazy(r"[ \xa0](?:tuyến|đoạn)(?=[,;. \xa0])")
_COUNTED_AT_END = lazy(r"(?<=\w)[ \xa0]\d{1,2}\Z")
ROADS = ("QL", "ĐT", "TL")
"""Short words of roads, whose number may stand without a space: ``QL6``."""
_ROAD_CODE = lazy(r"[ \xa0.]?\d{1,4}[A-Z]?(?!\w|[.,]\d|%)")
_ROAD_NUMBER = lazy(r"[ \xa0.]?\d{1,4}[A-Z]?(?!\w|[.,]\d|%)")
"""The number behind the short word of a road: ``đường ĐT`` *615*."""
_SHORT_CITY = lazy(r"TP(?:\.[ \xa0]?|[ \xa0])?HCM(?!\w)")
_ESTATE_OF_TWO = lazy(
    rf"(?:KCN|KĐT|[Kk]hu [Cc]ông nghiệp|[Kk]hu [Đđ]ô thị)[ \xa0]Việt Nam[ \xa0]?[-–][ \xa0]?[{UPPER}]"
)
"""An estate named after two states: ``KCN`` *Việt Nam - Singapore*."""
_ROAD_OF_UNIT = lazy(r"(?:số[ \xa0])?\d|ĐT|ĐH|TL|HL")
"""What the name of a road of a province or district begins with: ``đường tỉnh`` *830C*."""
_SIDE = lazy(r"[ \xa0]phía[ \xa0](?:Đông|Tây)(?!\w)")
"""Which of two roads of one name is meant: ``cao tốc Bắc - Nam`` *phía Đông*."""
_OTHER_ENDS = lazy(rf"(?:[ \xa0]?[-–][ \xa0]?[{UPPER}][\w’']*(?:[ \xa0][{UPPER}][\w’']*){{0,2}}){{1,3}}")
"""The other ends of a road named by its ends: ``cao tốc TP.HCM`` *- Long Thành - Dầu Giây*."""
_NOT_NAMED = lazy(
    r"(?:TP|TX|TT|H|Q|P|Mốc|Km)(?!\w)|(?:USS|THVL|[A-Z]{1,3}TV\d{0,2}|VOV\d?)(?!\w)"
    r"|(?:Vườn [Qq]uốc gia|Khu [Bb]ảo tồn|Khu [Dd]ự trữ)(?!\w)"
    r"|(?:Nhà nước|Chính phủ|Đảng|Việt Nam|Quốc|UBND|Sở|Ban|Bộ|Thành phố|Tỉnh|Huyện|Quận|Thị xã|Phật giáo"
    r"|Công giáo|Khmer|Nam tông|Bắc tông|Nam Tông|Bắc Tông)(?!\w)"
)


_OFFICE_BEFORE = lazy(r"(?:[Tt]rưởng|[Pp]hó|[Cc]hi bộ)[ \xa0]\Z")
_SURNAME_BEFORE = lazy(rf"(?<![\w.])([{UPPER}]\w*)[ \xa0]\Z")
_LAST_OF_UNIT = lazy(rf"[ \xa0][{UPPER}]\w*")
_TWO_MORE = lazy(rf"[ \xa0]([{UPPER}]\w*)[ \xa0][{UPPER}]")
_LAST_WORD = lazy(rf"(?<!\w)[{UPPER}]\w{{0,7}}\Z")
_SMALL_THEN_NAME = lazy(
    rf"[ \xa0]([^\W\d_A-ZĐ]{{2,6}})[ \xa0]((?:[{UPPER}]\w*|\d{{1,2}}[A-Z]?(?!\w|[.,]\d|%))"
    rf"(?:[ \xa0][{UPPER}]\w*){{0,4}})"
)
_GOES_ON = lazy(r"[ \xa0](?!và|đã|là|của|có|tại|cho|để|với|từ|đến|bị|được|thuộc|trên|ở)[a-zà-ỹđ]")


_LEADS_VILLAGE_BODY = lazy(
    r"(?<!\w)(?:[Tt]rưởng ban|[Pp]hó (?:[Tt]rưởng )?ban|[Cc]hi hội (?:trưởng|phó)|[Tt]ổ (?:trưởng|phó)"
    r"|[Cc]hủ tịch|[Cc]hủ nhiệm|[Bb]í thư)[ \xa0][^,.;:()\d\n]{0,44}"
    r"(?:ặt trận|hụ nữ|ông dân|ựu chiến binh|CCB|hanh niên|NCT|ao tuổi|hập đỏ|huyến học|òa giải|hi đoàn"
    r"|hợp tác xã|HTX|ộng đồng|ự quản)[ \xa0]\Z"
)
"""Who leads a body of a village, before the village's word: *Chi hội trưởng Phụ nữ* ``ấp``."""
_FULL_NAME = lazy(
    rf"[ \xa0]([{UPPER}]\w*)(?:[ \xa0][{UPPER}][\w’'-]*){{2,3}}"
    rf"(?![ \xa0]?[{UPPER}\d]|,[ \xa0](?:xã|phường|thị))"
)
_VILLAGES = frozenset(
    ("thôn", "bản", "ấp", "xóm", "khóm", "khu phố", "làng", "buôn", "tổ dân phố", "bon", "phum")
)


@cache
def _region() -> re.Pattern[str]:
    names = sorted((r["name"] for r in table("wide_places")), key=len, reverse=True)
    return re.compile(rf"[ \xa0](?:{'|'.join(map(re.escape, names))})(?!\w|[ \xa0][{UPPER}])")


def _led_by(text: str, start: int, end: int) -> bool:
    """Whether who leads a village's body follows: ``Chi hội trưởng Phụ nữ ấp`` *Thạch Thị Sen*."""
    leads = _LEADS_VILLAGE_BODY.search(text, max(0, start - 70), start)
    name = _FULL_NAME.match(text, end) if leads else None
    return name is not None and fold_syllable(name[1]) in surnames()


def _of_a_person(text: str, at: int) -> bool:
    """Whether the full name of an office holder follows: ``Trưởng thôn`` *Nguyễn Văn An*."""
    name = _TWO_MORE.match(text, at)
    return name is not None and fold_syllable(name[1]) in surnames()


def _within_a_person(text: str, start: int, word: str) -> bool:
    """Whether the word is a syllable of a person's name: ``Hà`` *Đình* ``Chấn``, ``Lê`` *Hồ* ``Nam``."""
    if " " in word or not word[0].isupper() or not is_name_syllable(word):
        return False
    before = _SURNAME_BEFORE.search(text, max(0, start - 9), start)
    return before is not None and fold_syllable(before[1]) in surnames()


def _within_a_unit(text: str, start: int, end: int) -> bool:
    """Whether the word is a syllable of a commune's name: ``Tam`` *Thôn* ``Hiệp``."""
    before = _SURNAME_BEFORE.search(text, max(0, start - 9), start) if text[start].isupper() else None
    behind = _LAST_OF_UNIT.match(text, end) if before else None
    return (
        behind is not None and before is not None and key(text[before.start(1) : behind.end()]) in communes()
    )


def _part_of_a_word(text: str, start: int, word: str) -> bool:
    """Whether the syllable before makes another word: ``hoạt động``, ``văn bản``."""
    parts = not_after().get(word.lower())
    if not parts or start < 2 or text[start - 1] not in " \xa0":
        return False
    before = re.split(r"[^\w]", text[max(0, start - 10) : start - 1])[-1]
    return before in parts or before.lower() in parts


def _is_lake(text: str, start: int, end: int) -> bool:
    """Whether a lake is named after its province at the head of a sentence: *Hồ* ``Sơn La`` ``đang xả``."""
    province = read_province(text, end + 1) if text[start:end] == "Hồ" else None
    opens = not text[max(0, start - 2) : start].strip(" -–•\n\t\xa0") or text[max(0, start - 2)] in ".;:"
    return province is not None and opens and _TELLS.match(text, province.end) is not None


def read_other(text: str, start: int, end: int) -> PlaceSpan | None:
    """Read the place whose word (``thôn``, ``sông``) is ``[start, end)``; None where no name follows."""
    word = text[start:end]
    if _part_of_a_word(text, start, word):
        return None
    if _OFFICE_BEFORE.search(text, max(0, start - 9), start) and _of_a_person(text, end):
        return None
    if word in _VILLAGES and _led_by(text, start, end):
        return None
    more = _TWO_MORE.match(text, end) if word[0].isupper() and word.lower() in surnames() else None
    if more and is_name_syllable(more[1]) and not _is_lake(text, start, end):
        return None
    if word[0].isupper() and word.lower() in surnames() and addressed(text, start):
        return None  # "Trung tá" *Hồ Nuôi*
    if _within_a_person(text, start, word) or _within_a_unit(text, start, end):
        return None
    if word.lower() in ("sông", "suối", "núi", "biển", "đồng bằng") and _region().match(text, end):
        return None
    if word in ROADS:
        code = _ROAD_CODE.match(text, end)
        return PlaceSpan(start, code.end(), "", text[start : code.end()], ()) if code else None
    city = _SHORT_CITY.match(text, end + 1)
    if city and " " in word:
        ends = _OTHER_ENDS.match(text, city.end())
        stop = ends.end() if ends else city.end()
        return PlaceSpan(start, stop, "", text[start:stop], ())
    day = _DAY.match(text, end) if word.lower() in ("công viên", "quảng trường", "đường") else None
    if day:
        return PlaceSpan(start, day.end(), "", text[start : day.end()], ())
    found = _NAME.match(text, end)
    if found is not None and word.lower() in _NO_LETTER and len(found[1]) == 1:
        return None  # "khách hang A", the second tone mark lost
    if found is not None and word.lower() == "hầm" and found[1][1:2].isdigit():
        return None  # "bãi xe hầm B1"
    if found is None or (_NOT_NAMED.match(text, found.start(1)) and not _ESTATE_OF_TWO.match(text, start)):
        return None
    if word.lower() in ("đường tỉnh", "đường huyện") and not _ROAD_OF_UNIT.match(found[1]):
        return None
    if word.isupper() and (len(word) > 3 or word == "BẢN") and not found[1][:1].isdigit():
        return None
    if " " not in word and word[0].isupper() and " " not in found[1] and _GOES_ON.match(text, found.end()):
        return None
    if not found[1][0].isupper() and not _NUMBERED.match(word):
        return None
    if _LANE.match(word) and found[1].isdigit():
        named = _STREET.match(text, found.end())
        return PlaceSpan(start, named.end(), "", text[start : named.end()], ()) if named else None
    person = _person_behind(found)
    if person:
        return PlaceSpan(start, person, "", text[start:person], ())
    if _ROADS_COUNTED.match(text, found.end()) and found[1].isdigit():
        return None  # "quốc lộ 5 tuyến dài 141 km"
    counted = _COUNTED_AT_END.search(text, found.start(1), found.end(1))
    if counted and is_count(text, found.end()):
        return PlaceSpan(start, counted.start(), "", text[start : counted.start()], ())  # "làng Hvăk 21 hộ"
    number = _ROAD_NUMBER.match(text, found.end()) if found[1] in (*ROADS, "HL", "ĐH") else None
    stop = number.end() if number else _through_compounds(text, found)
    side = _SIDE.match(text, stop) if "cao tốc" in word.lower() else None
    stop = side.end() if side else stop
    return PlaceSpan(start, stop, "", text[start:stop], ())


def _person_behind(name: re.Match[str]) -> int:
    """Where a village's name ends if a person's follows: ``bản`` *Nà Sản* ``Quàng Văn Ón``; else 0."""
    words = name[1].split(" ")
    for index in range(1, len(words) - 2):
        folded = [fold_syllable(word) for word in words[index:]]
        if folded[0] in surnames() and (folded[1] in TELLING or (index > 1 and is_likely(folded))):
            return name.start(1) + len(" ".join(words[:index]))
    return 0


def _through_compounds(text: str, name: re.Match[str]) -> int:
    """Read a name on over the small second syllable of a common word in it: ``đường`` *Vành đai* ``3``."""
    stop = name.end()
    for _ in range(4):
        first = _LAST_WORD.search(text, max(name.start(1), stop - 9), stop)
        small = _SMALL_THEN_NAME.match(text, stop)
        if first is None or small is None:
            break
        pair = fold_syllable(first[0]), fold_syllable(small[1])
        if pair != ("vành", "đai") and pair not in words().get(pair[0], ()):
            break
        stop = small.end(2)
    return stop


_ADJECTIVE = lazy(
    r"(?:đô la|đô-la|tả lợn|tả heo|dịch tả lợn|USD|tiếng|Tiếng|quân|hàng|chữ"
    r"|dòng|họ|ông|bà|anh|Anh|chị|em|Em)[ \xa0]\Z"
)
_OF_STATE = lazy(
    r"(?:Tổng thống|Thủ tướng|Ngoại trưởng|Đại sứ|Quốc vương|Tổng Lãnh sự"
    r"|(?:Thứ|Bộ) trưởng (?:Bộ )?(?:Ngoại giao|Quốc phòng|Công an|Thương mại|Tài chính|Y tế))[ \xa0]\Z"
)
"""The office of a state, behind which its country comes before the name: ``Tổng thống`` *Pháp* ``…``."""
_COMPOUND = lazy(
    r"(?:Pháp (?:chế|luật|lý|lệnh|quy|nhân|danh|sư|y)|Anh (?:hùng|em|chị|ngữ|ruột)|Đức (?:tin|dục|hạnh|độ)"
    r"|Mỹ (?:thuật|phẩm|nghệ|học|quan)|Ý (?:kiến|thức|chí|nghĩa|tưởng)|Nga mi|Lào xao|Áo (?:dài|quần)"
    r"|Nhật (?:hoàng|báo|ký|ngữ|trình|thực))(?!\w)"
)
"""Words that begin like a country: ``Ban`` *Pháp chế*."""
_LISTED_BEFORE = lazy(
    rf"(?:tỉnh|huyện|thành phố|bang|thủ đô|bản|quận|TP\.?)[ \xa0][{UPPER}][^,;.:()\n]{{1,25}},[ \xa0]\Z"
)
"""A place before its country: ``tỉnh Xiêng Khoảng,`` *Lào*."""
_MORE = lazy(rf"[ \xa0][{UPPER}]\w*")
_WINDS = frozenset(("Đông Bắc", "Tây Bắc"))
_TOWARDS = lazy(r"(?:hướng|gió|gió mùa|phía|về|Tây|Đông|Bắc|Nam)[ \xa0]\Z")
"""What makes a point of the compass of a region: ``về hướng`` *Đông Bắc*."""
_COMMON = frozenset(("Mỹ", "Anh", "Pháp", "Đức", "Nga", "Bỉ", "Ý", "Séc", "Áo", "Síp", "Úc", "Lào", "Nhật"))
"""Countries whose names are also names of people, or words."""
_CHAIN = 8


_JOINT_BEFORE = lazy(r"(?:,|[ \xa0]và|,[ \xa0]và)[ \xa0]\Z")
_JOINT_BEHIND = lazy(r"(?:,|[ \xa0]và|,[ \xa0]và)[ \xa0]")
_LONGEST = 40


@cache
def _countries() -> tuple[frozenset[str], re.Pattern[str]]:
    names = sorted(
        (r["name"] for r in table("wide_places") if r["level"] == "country"), key=len, reverse=True
    )
    return frozenset(names), re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _country_before(text: str, start: int) -> tuple[int, str] | None:
    """The country that is joined to what stands at ``start``, and where it begins."""
    joint = _JOINT_BEFORE.search(text, max(0, start - 5), start)
    at = joint.start() if joint else 0
    low = max(0, at - _LONGEST)
    while joint and at > low:
        at = max(text.rfind(" ", low, at), text.rfind("\xa0", low, at))
        name = text[at + 1 : joint.start()]
        if name in _countries()[0]:
            return at + 1, name
    return None


def _among_countries(text: str, start: int, end: int) -> bool:
    """Whether a short name stands in a list with a country that is nothing else: *Anh*, ``Hà Lan``."""
    size = 1
    for _ in range(_CHAIN):
        joint = _JOINT_BEHIND.match(text, end)
        found = _countries()[1].match(text, joint.end()) if joint else None
        if found is None:
            break
        if found[0] not in _COMMON:
            return True
        end, size = found.end(), size + 1
    for _ in range(_CHAIN):
        before = _country_before(text, start)
        if before is None:
            break
        if before[1] not in _COMMON:
            return True
        start, size = before[0], size + 1
    return size > 2


def read_wide(text: str, start: int, end: int, kind: str) -> tuple[PlaceSpan, str] | None:
    """Read a country or region; short names (``Anh``, ``Đức``) only where no other name is around."""
    name = text[start:end]
    if name == "châu Phi" and _ADJECTIVE.search(text[max(0, start - 10) : start]):
        return None
    if name in _WINDS and _TOWARDS.search(text, max(0, start - 12), start):
        return None
    if " " not in name and name != "EU":
        if _ADJECTIVE.search(text[max(0, start - 8) : start]):
            return None
        if _OF_STATE.search(text, max(0, start - 26), start):
            return PlaceSpan(start, end, "", name, ()), kind.removeprefix("wide ")
        if _MORE.match(text, end) or _COMPOUND.match(text, start):
            return None
        if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            return PlaceSpan(start, end, "", name, ()), kind.removeprefix("wide ")
        if name in _COMMON and _among_countries(text, start, end):
            return PlaceSpan(start, end, "", name, ()), kind.removeprefix("wide ")
        if (
            _LISTED_BEFORE.search(text, max(0, start - 40), start)
            and not text[end : end + 2].strip().isalpha()
        ):
            return PlaceSpan(start, end, "", name, ()), kind.removeprefix("wide ")
        before = (text[max(0, start - 12) : start].split() or [""])[-1]
        before = before if before[-1:].isalnum() or before[-1:] in ",)" else ""
        before = before.lstrip("([“\"'")
        if name in _COMMON and (
            start == 0 or before[:1].isupper() or before.endswith((".", ":", '"', "“")) or not before
        ):
            return None
    return PlaceSpan(start, end, "", name, ()), kind.removeprefix("wide ")
