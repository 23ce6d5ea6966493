"""The offices, ranks and forms of address around a person's name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from vnreport.mentions.people import patterns as p
from vnreport.mentions.people.clauses import (
    appointed,
    beyond_life,
    beyond_replaced,
    capitals,
    charged,
    in_adjunct,
    while_held,
)
from vnreport.mentions.people.complements import WINDOW
from vnreport.mentions.people.office import Office
from vnreport.mentions.people.reading import Titles
from vnreport.mentions.people.titles import FORMER, Title, last_words, occupations, read_title
from vnreport.mentions.people.unknown import holder_behind, is_full_name, last_titles, unknown_body
from vnreport.names import fold_syllable, surnames, telling_surnames

_MAX_OFFICES = 6
_SHORT = 5
"""How many letters an abbreviated office has at most: ``PCVP``."""


_NEXT_PERSONS = Office(Title("", ""), None, -1, -1, -1)


class Offices(Titles):
    """Reads the offices next to names in one text."""

    def after(self, at: int, dashed: bool = False) -> list[Office]:
        """Read the titles behind a name: ``, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện``.

        ``dashed`` says that a dash joins the name with the office before it: so it may do with the next.
        """
        found: list[Office] = []
        name_end, given = at, False
        aside = p.ASIDE_CELLS.match(self.text, at)
        at = aside.end() if aside else at
        if self._next(at, found) is None:
            cell = self._after_body(at)
            if cell is not None:
                return [cell]
            at = next((begin for begin in self._beyond(at) if self._next(begin, found)), at)
        for _ in range(_MAX_OFFICES):
            office = self._next(at, found)
            if dashed and office is not None and self._named_behind_dash(office.end):
                office = _NEXT_PERSONS
            if office is _NEXT_PERSONS:
                while found and self._may_be_next_persons(found[-1]):
                    found.pop()  # "Bộ trưởng" in "A, Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ B"
                break
            if office is None and found and found[-1].end == at and found[-1].title.kind == "office":
                beyond = self.parent_end(self.field_end(at, at + WINDOW))
                office = self._next(beyond, found) if beyond > at else None
                office = office or self._beyond_unknown(at, found)
            closed = self._bracket_end(name_end, at, found) if office is None and found else -1
            if closed >= 0:
                office = self._next(closed + 1, found)
                above = self.text.find("(", found[-1].title_end, at) >= 0  # "Cục trưởng Cục A (Bộ B), cố vấn"
                if office and not (above or p.BEHIND_BRACKET.search(self.text, at, max(at, office.start))):
                    office = None
            if office is None and not given:
                office = self._appointment(name_end, at)
                given = office is not None
            if office is None or office is _NEXT_PERSONS:
                break
            found.append(office)
            at = office.end
        return found

    def _bracket_end(self, name_end: int, at: int, found: list[Office]) -> int:
        """Where the bracket ends in which an office stands, behind the rest of its field; or -1."""
        if self.text.startswith(")", at):
            return at
        rest = p.REST_OF_BRACKET.match(self.text, at)
        opened = self.text.find("(", name_end, found[0].start) >= 0 > self.text.find(")", name_end, at)
        return rest.end() if rest and opened else -1

    def _beyond(self, at: int) -> Iterator[int]:
        """Give where an office may follow behind a life, or a body: ``A, Ban Thường vụ,`` *Trưởng ban*."""
        yield from beyond_life(self.text, at)
        comma = p.ALSO.match(self.text, at)
        body = self.organization_at(comma.end()) if comma and "," in comma[0] else None
        if body and self.text[body.end : body.end + 1] == ",":
            yield body.end

    def _beyond_unknown(self, at: int, found: list[Office]) -> Office | None:
        """The office behind a body that no finder knows, or behind the rest of its cell."""
        for pattern in (p.UNKNOWN_BODY, p.REST_OF_CELL):
            body = pattern.match(self.text, at)
            if body and not any(map(self.named_at, capitals(body))):
                office = self._next(self.parent_end(body.end()), found)
                if office is not None:
                    return office
        return None

    def _after_body(self, at: int) -> Office | None:
        """The office in the cell behind its body, or behind that of it: ``A | Sở Nội vụ |`` *Chuyên viên*."""
        cell = p.CELL.match(self.text, at)
        body = self.organization_at(cell.end()) if cell else None
        cell = p.BEHIND_BODY.match(self.text, body.end) if body else None
        office = self.read(cell.end()) if cell else None
        if office is None or office.title.kind != "office" or not p.ENDS_ITEM.match(self.text, office.end):
            return None
        return office if office.held_in else office._replace(organization=body)

    def _next(self, at: int, found: list[Office]) -> Office | None:
        """The office that follows at ``at``, if it is that of the person named before.

        ``_NEXT_PERSONS`` where it is that of a person named behind it.
        """
        joint = p.JOINT.match(self.text, at)
        if joint is None or (not found and "và" in joint[0]):
            return None
        if p.AGENT.search(joint[0]):
            return None
        if found and not joint[0].strip(" \xa0") and not self._short_before(found[-1], at):
            return None
        office = self._in_aside(joint) or self.read(joint.end())
        if office and "\t" in joint[0] and self._above_another(office, at):
            return None
        if office is None or office.title.kind == "form" or p.PLURAL.match(self.text, office.title_end):
            return None
        glued = not joint[0].strip(" \xa0") and self.text[joint.end()].islower()
        verb = office.title.name == "Chỉ huy" and joint[0].strip(" \xa0") == ","
        if verb and self.text[joint.end()].islower() and office.held_in is None:
            return None  # "A, Đồn phó, chỉ huy chặn 03 xuồng": a verb
        if glued and office.organization is None and " trưởng" not in office.title.name.lower():
            return None  # "do ông … chủ nhiệm": a verb
        field = self.field_end(office.end, office.end + 80) if office.organization is None else office.end
        parted = office.title.name not in p.ASSISTANTS and any(sign in joint[0] for sign in (",", ";", "và"))
        for end in {office.title_end, office.end, field}:
            if self._name_behind(end, parted) or self._colon(end) or self.foreigner_behind(office):
                another = office.title.kind == "office" and ";" not in joint[0]
                return _NEXT_PERSONS if another else None
        bare = office.title.kind == "office" and not office.held_in and office.end == office.title_end
        if (
            "," in joint[0]
            and bare
            and (self.named_beyond(office.end) or holder_behind(self.text, office, self.named_at))
        ):
            return _NEXT_PERSONS
        if ";" in joint[0] and (
            office.title.kind == "rank"
            or (self.text[joint.end()].islower() and not office.title.name.startswith(FORMER))
        ):
            return None  # "A, Trưởng ban; thành viên Ban Chỉ đạo huyện; lãnh đạo xã"
        if ";" in joint[0] and (
            p.NAME_IN_CLAUSE.match(self.text, office.end) or p.HEADS_LIST.match(self.text, office.end)
        ):
            return None
        return office

    def _named_behind_dash(self, at: int) -> bool:
        """Whether a dash joins an office with its holder: *Chỉ huy trưởng Ban CHQS xã -* ``Triệu Văn B``."""
        dash = p.DASH.match(self.text, at) if at >= 0 else None
        rank = read_title(self.text, dash.end()) if dash else None
        if dash is None or (rank and rank[0].kind == "office"):
            return False
        return rank is not None or self.named_at(dash.end())

    def _in_aside(self, joint: re.Match[str]) -> Office | None:
        """The office in a bracket that looks like an aside about the name: ``A`` *(PGĐ TTYT)* ``, anh B``."""
        opened = self.text.find("(", joint.start(), joint.end())
        closed = self.text.find(")", opened, joint.end()) if opened >= 0 else -1
        office = self.read(opened + 1) if closed > 0 else None
        return office if office and office.title.kind == "office" and office.end <= closed else None

    def _may_be_next_persons(self, office: Office) -> bool:
        """Whether a bare office is the next person's too: no verb gives it to the one before."""
        bare = office.title.kind == "office" and office.end == office.title_end
        return bare and not p.GIVEN.search(self.text, max(0, office.start - 14), office.start)

    def _above_another(self, office: Office, at: int) -> bool:
        """Whether an office in capitals, in the cell behind a name, is whose name stands below it."""
        surface = self.text[office.start : office.title_end]
        long = len(surface) > _SHORT or " " in surface
        return long and surface.isupper() and self.text[at - 1 : at].islower()

    def _short_before(self, office: Office, at: int) -> bool:
        """Whether no comma need stand behind an office: a short form (*UVBTV* ``Phó …``), or a rank."""
        short = office.end == at == office.title_end and self.text[office.start : at].isupper()
        return short or (office.title.kind == "rank" and office.end == at) or self._in_committee(office, at)

    def _in_committee(self, office: Office, at: int) -> bool:
        """Whether a part in a committee follows, of which a flattened table lost the cell: *Thành viên*."""
        part = self.read(at + 1) if office.organization and office.end == at else None
        return (
            part is not None
            and part.title.name in p.COMMITTEE
            and self.text[part.start].isupper()
            and (part.organization is not None or p.ENDS_PART.match(self.text, part.end) is not None)
        )

    def _colon(self, at: int) -> bool:
        """Whether a colon leads from an office to its holder's name, or to a list on lines of their own."""
        colon = p.COLON.match(self.text, at)
        if colon is None or colon[1] is None:
            return colon is not None
        if fold_syllable(colon[1]) in surnames() and p.NAMED.match(self.text, colon.start(1)):
            return True  # not "Phó Giám đốc Sở Xây dựng: Kiên quyết xử lý"
        degree = read_title(self.text, colon.start(1))  # "Phó Giám đốc: ThS. Lê B"
        return degree is not None and degree[0].kind == "rank"

    def _name_behind(self, at: int, forms: bool) -> bool:
        """Whether the office is that of the next person, whose name follows it or the rank behind it.

        With ``forms``, a form of address may stand between: ``A,`` *Phó Cục trưởng Ông Lê B*.
        """
        rank = read_title(self.text, at + 1) if self.text[at : at + 1] == " " else None
        if rank is not None and (rank[0].kind == "rank" or (forms and rank[0].kind == "form")):
            at = rank[1]
        behind = p.NAME_BEHIND.match(self.text, at)
        if behind and behind[0][0] == "." and not p.ABBREVIATED.search(self.text, max(0, at - 6), at):
            return False  # the next sentence
        if behind is None or self.organization_over(behind.start(1)) or p.country().match(self.text, at):
            return False
        if self.text.endswith(p.SCHOOLS, 0, at):
            return False  # "nguyên Hiệu trưởng Tiểu học Đặng Cương"
        if (behind[1], behind[2]) == ("Hồ", "Chí") and self.text.endswith(p.CITY, 0, at):
            return False  # "Tổng Lãnh sự Nhật Bản tại thành phố Hồ Chí Minh"
        if self.province_end(at) >= behind.end() or self.of_unit(at, behind.end()):
            return False  # "Phó Chủ tịch Quảng Nam", "Trưởng trạm Thú y huyện Châu Thành"
        of_village = self.text.endswith(p.VILLAGES, 0, at)  # "trưởng thôn Thành Đông", no name
        return behind[1] != behind[2] and fold_syllable(behind[1]) in (
            telling_surnames() if of_village else surnames()
        )

    def before(self, at: int, floor: int) -> list[Office]:
        """Read the titles that end right before ``at``, not reaching below ``floor``, in text order."""
        low = max(floor, at - WINDOW)
        found: list[Office] = []
        for _ in range(_MAX_OFFICES):
            office = self._ending_at(at, low)
            if office is None:
                office = self._is_held(at, low, found)
            if office is None and not (found and found[-1].is_held):
                office = self._given(at, low)
            if office is None and found and found[-1].title.kind == "form":
                office = self._heading(at, low) or self._held_then(at, low)
            if office is None or (found and self._assists(office, found[-1])):
                break
            if found and {office.title.name, found[-1].title.name} <= p.HEADS_OF_STATE:
                break  # "gặp Tổng thống Mỹ, Thủ tướng Nhật Bản A": two persons
            found.append(office)
            at = office.start
        return found[::-1]

    def _is_held(self, at: int, low: int, found: list[Office]) -> Office | None:
        """The office that whom ``at`` begins is said to hold: *Trưởng ban* ``là ông A``."""
        held = bool(found) and found[-1].title.kind == "office"
        patterns = (p.IS_ONE,) if held else (p.IS_ONE, p.IS) if found else (p.IS_NAMED,)
        joint = next((m for q in patterns if (m := q.search(self.text, max(low, at - 36), at))), None)
        office = self._ending_at(joint.start() + 1, low) if joint else None
        if office and joint and "gồm" in joint[0] and office.title.name in p.MEMBERS:
            return None
        return office

    def _assists(self, office: Office, next_title: Office) -> bool:
        """Whether an office is that of somebody who serves the one named: *Trợ lý* ``đồng chí A``."""
        return (
            office.title.name in p.ASSISTANTS
            and next_title.title.kind == "form"
            and self.text[office.end : next_title.start] in (" ", "\xa0")
        )

    def _heading(self, at: int, low: int) -> Office | None:
        """The office at the head of a list whose first item ``at`` begins: *Hội thẩm* ``: 1. Ông A``."""
        head = p.HEADED.search(self.text, max(low, at - 9), at)
        return self._ending_at(head.start(), low) if head else None

    def _held_then(self, at: int, low: int) -> Office | None:
        """The office that whom ``at`` begins held then: *Khi làm Chủ tịch xã X, huyện Y* ``, ông A``."""
        start = while_held(self.text, max(low, at - 200), at)
        office = self.read(start) if start >= 0 else None
        if office is None or office.title.kind != "office":
            return None
        return office if p.PLACES_BEHIND.fullmatch(self.text, office.end, at) else None

    def _given(self, at: int, low: int) -> Office | None:
        """The office that whoever ``at`` begins is given or loses: *chức vụ Bí thư* ``đối với ông A``."""
        joint = p.TOWARDS.search(self.text, max(low, at - 14), at)
        office = self._ending_at(joint.start() + 1, low) if joint else None
        first = office
        for _ in range(_MAX_OFFICES):
            if first is None or charged(self.text, first.start):
                break
            first = self._ending_at(first.start, low)  # "chức vụ Chủ tịch, Phó Chủ tịch …"
        return office if first else None

    def near(self, at: int) -> bool:
        """Whether a title may end before ``at``: a cheap look."""
        gap = p.LEFT_GAP.search(self.text, max(0, at - 8), at)
        end = gap.start() if gap else at
        return end > 0 and (self.organization_over(end - 1) is not None or self._may_end(end, 0))

    def _may_end(self, end: int, low: int) -> bool:
        """Whether the word before ``end`` may end a title, or a place or field behind one."""
        words = self.text[max(low, end - 24) : end].rstrip(".").replace(".", " ").split()
        if not words:
            return False
        return (
            fold_syllable(words[-1]) in last_words()
            or p.COMPLEMENTED.search(self.text, max(low, end - 60), end) is not None
        )

    def _ending_at(self, at: int, low: int) -> Office | None:
        """The title that ends at ``at`` but for white space and a comma or colon."""
        gap = p.LEFT_GAP.search(self.text, max(low, at - 8), at)
        end = gap.start() if gap else at
        if end <= low:
            return None
        term = p.TERM_BEFORE.search(self.text, max(low, end - 70), end)
        owner = self.organization_over((term.start() if term else end) - 1)
        if owner is None and not (term or self._may_end(end, low)):
            return None
        comma = gap is not None and "," in gap[0]
        limit = owner.start if owner else end
        if owner and owner.start < low:
            return None
        reach = 160 if self.text.endswith((" của ", " thuộc "), low, limit) else 60
        first = bisect_left(self.titles, max(low, limit - reach))
        for start in self.titles[first : bisect_right(self.titles, limit, first)]:
            office = self.read(start)
            if office is None or office.end > end:
                continue
            if comma and (
                office.title.name in occupations()  # "Trao đổi với phóng viên, Giám đốc Sở …, bà A"
                or in_adjunct(self.text, start)
                or p.NUMBER_BEFORE.search(self.text, max(0, start - 3), start)
            ):
                continue
            if office.title.name in p.BODIES and gap is not None and ":" in gap[0]:
                continue  # "Về phía Thường trực HĐND: đ/c A"
            if office.end == end:
                return office
            if self.text.endswith(("danh hiệu ", "danh hiệu “", 'danh hiệu "'), 0, start):
                continue  # an honour: "danh hiệu Mẹ Việt Nam anh hùng cho thân nhân mẹ A"
            if office.title.kind == "office" and self.field_end(office.end, end) == end:
                return office._replace(organization=office.organization or owner, end=end)
        if comma or not (self.named_at(end + 1) and is_full_name(self.text, end + 1)):
            return None
        tried = filter(None, map(self.read, last_titles(self.titles, low, end)))
        last = next(tried, None)
        return last._replace(end=end) if last and unknown_body(self.text, last, end) else None

    def _appointment(self, name_end: int, at: int) -> Office | None:
        """The office that the person named before is given further on."""
        taken_over = beyond_replaced(self.text, name_end)
        if taken_over > 0:
            return self.read(taken_over)
        found = appointed(self.text, name_end, at)
        if found is None or any(map(self.named_at, capitals(found))):
            return None
        office = self.read(found.end())
        return office if office is not None and office.title.kind == "office" else None
