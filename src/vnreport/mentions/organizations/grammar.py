"""How the name of an organisation is built: a head, its field or proper name, an organisation within, a place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field as default

from vnreport.gazetteer import UPPER, PlaceSpan, read_place, read_province, units
from vnreport.mentions.organizations.tables import (
    FIELD_TOKEN,
    Field,
    Head,
    fields,
    fold_token,
    words,
)
from vnreport.names import surnames

_GAP = re.compile(r"[ \t\xa0]{1,3}|[ \t\xa0]?\n(?=\w)|[ \t\xa0]?[-–][ \t\xa0]?(?=Bộ|Sở)")
_WORD = re.compile(rf"[^\W\d_][\w’'./&]*[\w]|[^\W\d_]|\d+(?:/\d+)*(?!\w)")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"[ \xa0]?(?:và|&|-|–|,)[ \xa0]?")
_BARE_HOST = re.compile(
    r"(?:Sở|Bộ|Cục|Tổng cục|Chi cục|Viện|Trường|Công ty|Tổng công ty|Trung tâm|Bệnh viện|Học viện"
    r"|SỞ|BỘ|CỤC|CHI CỤC)(?!\w)"
)
_WIDE_PLACE = re.compile(
    r"(?:Việt Nam|VIỆT NAM|VN|Trung ương|TRUNG ƯƠNG|trung ương|TW|T\.Ư|quốc gia|Quốc gia)(?!\w)"
)
_NUMBERED = re.compile(
    r"(?:(?:khu vực|Khu vực|KHU VỰC|vùng|Vùng|VÙNG|số|Số|SỐ)[ \xa0]?)?(?:[IVX]{1,5}|\d{1,3})(?![\w/.,]*\d)(?![\w/])"
)
_GENERIC = re.compile(
    r"[ \xa0]+(?:các|những|cấp|từng|mỗi|một số|nhiều|(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?:/\d+)?)"
    r"[ \xa0]+(?:quận|huyện|tỉnh|thành|xã|phường|thị|cấp|địa phương|đặc khu|cơ sở|sở|bộ|trên|dưới|ban)(?!\w)"
)
_LISTED_LEVEL = re.compile(
    r"[ \xa0]?(?:,|và|/|hoặc|-|–|;)[ \xa0]?(?:và[ ])?(?:các[ ])?(?:quận|huyện|tỉnh|thành phố|thị xã|thị trấn|xã|phường|TP\.?|TX\.?|TT\.?)"
    rf"(?!\w)(?![ \xa0][{UPPER}\d])"
)
_NAME_WORD = re.compile(rf"[{UPPER}][\w’'&./]*\w|[{UPPER}](?!\w)|\d{{1,4}}(?:[/-]\d{{1,2}})*(?!\w)")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{1,60}[”\"]")
_OFFICE_BEFORE = re.compile(r"(?:tịch|thư|trưởng|đốc|PCT|PBT|viên|BT|CT)[ \xa0]\Z", re.IGNORECASE)
_MAX_WORDS = 24


@dataclass(slots=True)
class Name:
    """An organisation's name as it was read."""

    start: int
    end: int
    head: Head
    field: Field | None = None
    field_span: tuple[int, int] = (0, 0)
    middle: tuple[int, int] = (0, 0)
    """Span of the open part of the name: behind the field, before an inner organisation or the place."""
    inner: Name | None = None
    places: list[PlaceSpan] = default(default_factory=list)


class Reader:
    """Reads the names of organisations of one text."""

    def __init__(self, text: str, hits: dict[int, tuple[int, Head]]) -> None:
        self.text = text
        self.hits = hits

    def read(self, start: int, depth: int = 0) -> Name | None:
        """Read the organisation whose head starts at ``start``; None where it is no specific one."""
        end, head = self.hits[start]
        name = Name(start, end, head)
        lowered = self.text[start].islower()
        if head.kind == "proper":
            return name
        if head.kind == "number":
            return self._numbered(name)
        if head.kind == "none" or (
            head.kind == "nested" and _OFFICE_BEFORE.search(self.text, max(0, start - 12), start)
        ):
            return None
        if head.kind in ("closed", "open"):
            complete = self._field(name, lowered) or (head.kind == "open" and self._open(name, lowered))
        elif head.kind in ("name", "facility"):
            complete = self._proper(name)
        else:
            complete = head.kind in ("whole", "branch") and not lowered
        within = self._inner(name, depth)
        placed = self._place(name)
        if head.kind == "whole" and not placed and _GENERIC.match(self.text, name.end):
            return None
        if placed is None:
            return None
        if lowered and head.kind == "whole":
            complete = (
                name.text_is_party(self.text) if hasattr(name, "text_is_party") else head.name.endswith("ủy")
            )
        if complete or within or (placed and head.kind in ("local", "whole")):
            return name
        return None

    def _numbered(self, name: Name) -> Name | None:
        found = _NUMBERED.match(self.text, name.end + 1)
        if found is None:
            return None
        name.middle = (name.end + 1, found.end())
        name.end = found.end()
        return name

    def _gap(self, at: int) -> int:
        """Skip the white space between two words of a name; -1 where there is none."""
        found = _GAP.match(self.text, at)
        return found.end() if found else -1

    def _field(self, name: Name, lowered: bool) -> bool:
        """Read a known field behind the head, the longest there is."""
        at = self._gap(name.end)
        if at < 0:
            return False
        node, best, end = fields(), None, at
        scan, first = at, True
        for _ in range(_MAX_WORDS):
            token = FIELD_TOKEN.match(self.text, scan)
            if token is None or (first and token.start(1) != at):
                break
            node = node.get(fold_token(token[1] or token[2]))
            if node is None:
                break
            scan, first = token.end(), False
            for known in node.get("", ()):
                if self._fits(name.head, known, at, scan, lowered):
                    best, end = known, scan
                    break
        if best is None:
            return False
        name.field, name.field_span, name.end = best, (at, end), end
        name.middle = (end, end)
        if name.head.kind == "open":
            self._continue(name)
        return True

    def _fits(self, head: Head, known: Field, start: int, end: int, lowered: bool) -> bool:
        """Whether a field goes with the head, written as it is."""
        if known.heads and head.name not in known.heads:
            return False
        surface = self.text[start:end]
        if known.short and not any(c.isupper() for c in surface):
            return False
        if surface[0].isupper() or surface[0].isdigit():
            return True
        return not lowered and (" " in surface and (" " in head.name or head.name != "Đoàn"))

    def _open(self, name: Name, lowered: bool) -> bool:
        """Read a field that no table knows: a capitalised word first, or known words behind a long head."""
        at = self._gap(name.end)
        if at < 0 or at >= len(self.text):
            return False
        char = self.text[at]
        if not (char.isupper() or (" " in name.head.name and not lowered and char.islower())):
            return False
        if char.isupper() and (read_place(self.text, at) or at in self.hits and name.head.nests):
            return False
        before = name.end
        name.middle = (at, name.end)
        self._continue(name)
        return name.end > before

    def _shouting(self, name: Name) -> bool:
        head = self.text[name.start : name.start + 12]
        return head.isupper() and " " in head and self.text[name.start : name.end].isupper()

    def _continue(self, name: Name) -> None:
        """Carry the open part of the name on word by word."""
        shouting = self._shouting(name)
        for _ in range(_MAX_WORDS):
            at = self._gap(name.end)
            joined = False
            if at < 0 or self._joint(name.end):
                joint = _JOINT.match(self.text, name.end)
                if joint is None or joint[0].strip() == "," or joint.end() in self.hits:
                    break
                at, joined = joint.end(), True
            end = self._word(at, shouting, joined)
            if end < 0:
                break
            name.end = end
        name.middle = (name.middle[0], max(name.end, name.middle[0]))

    def _joint(self, at: int) -> bool:
        joint = _JOINT.match(self.text, at)
        return joint is not None and joint[0].strip() != ","

    def _word(self, at: int, shouting: bool, joined: bool) -> int:
        """End of the word of a name that starts at ``at``; -1 where the name goes no further."""
        if at >= len(self.text):
            return -1
        char = self.text[at]
        numbered = _NUMBERED.match(self.text, at)
        if numbered and not joined:
            return numbered.end()
        if char.isupper() and not shouting:
            if at in self.hits or read_place(self.text, at) or read_province(self.text, at):
                return -1
            if _WIDE_PLACE.match(self.text, at):
                return -1
            if self._person(at):
                return -1
            known = self._known_word(at, False)
            word = _WORD.match(self.text, at)
            return known if known > 0 else word.end() if word else -1
        return self._known_word(at, joined)

    def _known_word(self, at: int, joined: bool) -> int:
        """End of the longest listed word at ``at``."""
        first = _SYLLABLE.match(self.text, at)
        if first is None:
            return -1
        for syllables in words().get(fold_token(first[0]), ()):
            if joined and len(syllables) < 2:
                continue
            end = self._syllables(at, syllables)
            if end > 0:
                return end
        return -1

    def _syllables(self, at: int, syllables: tuple[str, ...]) -> int:
        end = at
        for i, syllable in enumerate(syllables):
            if i:
                at = self._gap(end)
                if at < 0:
                    return -1
            token = _SYLLABLE.match(self.text, at)
            if token is None or fold_token(token[0]) != (fold_token(syllable)):
                return -1
            end = token.end()
        return end

    def _person(self, at: int) -> bool:
        """Whether a person's full name starts at ``at``."""
        first = _SYLLABLE.match(self.text, at)
        if first is None or first[0].lower() not in surnames():
            return False
        following = re.compile(rf" [{UPPER}]\w* [{UPPER}]").match(self.text, first.end())
        return following is not None

    def _proper(self, name: Name) -> bool:
        """Read the proper name of a company, school, hospital or paper."""
        at = self._gap(name.end)
        if at < 0 or (name.head.kind == "facility" and read_place(self.text, at)):
            return False
        start, before = at, name.end
        proper = False
        for _ in range(_MAX_WORDS):
            end = self._proper_word(at)
            if end < 0:
                break
            proper = proper or self.text[at].isupper() or self.text[at] in '“"' or self.text[at].isdigit()
            name.end = end
            at = self._gap(end)
            if at < 0:
                joint = _JOINT.match(self.text, end)
                if joint is None or joint[0].strip() == "," or joint.end() in self.hits:
                    break
                at = joint.end()
        name.middle = (start, max(name.end, start))
        if not proper:
            name.end, name.middle = before, (before, before)
        return proper

    def _proper_word(self, at: int) -> int:
        if at >= len(self.text):
            return -1
        level = read_place(self.text, at)
        if level and self.text[at].islower():
            return -1
        joint = _JOINT.match(self.text, at)
        if joint and joint[0].strip() in ("và", "&", "-", "–"):
            after = joint.end()
            if after in self.hits or self._proper_token(after) < 0:
                return -1
            return self._proper_token(after)
        return self._proper_token(at)

    def _proper_token(self, at: int) -> int:
        if at >= len(self.text):
            return -1
        if self.text[at].isupper():
            province = read_province(self.text, at)
            known = province.end if province else self._known_word(at, False)
            if known > 0:
                return known
        found = _NAME_WORD.match(self.text, at) or _QUOTED.match(self.text, at)
        if found:
            hit = self.hits.get(at)
            if hit and hit[1].kind not in ("name", "whole", "local", "open", "proper", "branch"):
                return -1
            return found.end()
        numbered = _NUMBERED.match(self.text, at)
        if numbered:
            return numbered.end()
        return self._known_word(at, False)

    def _inner(self, name: Name, depth: int) -> bool:
        """Read the organisation that the name is a part of: ``Ban Tuyên giáo`` *Thành ủy*."""
        if depth > 3:
            return False
        at = self._gap(name.end)
        if at < 0:
            return False
        if at in self.hits and (name.head.nests or name.head.kind in ("local", "nested")):
            inner = self.read(at, depth + 1)
            if inner:
                name.inner, name.end = inner, inner.end
                return True
        if name.head.nests:
            host = _BARE_HOST.match(self.text, at)
            if host:
                name.middle = (name.middle[0] or at, host.end())
                name.end = host.end()
                return True
        return False

    def _place(self, name: Name) -> bool | None:
        """Read the places behind the name; None where they show it to be no specific organisation."""
        if name.inner and name.inner.places:
            name.places = name.inner.places
            return True
        found = False
        for _ in range(3):
            at = self._gap(name.end)
            if at < 0 or at >= len(self.text):
                break
            place = self._one_place(at, name)
            if place is None:
                break
            if not place.name:
                if found:
                    break
                if place.word not in ("Việt Nam", "Trung ương") and _LISTED_LEVEL.match(self.text, place.end):
                    return None
            name.places.append(place)
            name.end, found = place.end, True
        return found

    def _one_place(self, at: int, name: Name) -> PlaceSpan | None:
        wide = _WIDE_PLACE.match(self.text, at)
        if wide:
            full = "Việt Nam" if wide[0].upper() in ("VIỆT NAM", "VN") else "Trung ương"
            return None if wide[0].lower() == "quốc gia" else PlaceSpan(at, wide.end(), full, "", ())
        place = read_place(self.text, at)
        if place and (len(place.word) > 2 or place.name):
            surface = self.text[at : place.end].rstrip(".")
            if surface in ("TT", "P", "H", "Q", "X", "F") and not place.candidates:
                return None
            return place
        place = read_province(self.text, at)
        if place or name.places or name.head.kind not in ("whole", "local", "closed", "branch"):
            return place
        return self._bare_unit(at)

    def _bare_unit(self, at: int) -> PlaceSpan | None:
        """Read the name of a district or commune without its level word: ``Công an Đồ Sơn``."""
        if not self.text[at].isupper():
            return None
        found = re.compile(rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}").match(self.text, at)
        while found:
            for word in ("huyện", "quận", "thị xã", "thành phố"):
                candidates = units(word, found[0])
                if candidates and " " in found[0]:
                    return PlaceSpan(at, found.end(), "", found[0], candidates)
            cut = found[0].rfind(" ")
            found = re.compile(re.escape(found[0][:cut])).match(self.text, at) if cut > 0 else None
        return None
