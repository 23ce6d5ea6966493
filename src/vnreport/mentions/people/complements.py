"""What belongs to an office behind its title: its body, the body above, a place, a field of work."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from vnreport.gazetteer import read_place, read_province
from vnreport.mentions.organizations import read_at
from vnreport.mentions.organizations.fields import match_field
from vnreport.mentions.organizations.tables import Head, heads
from vnreport.mentions.organizations.tables import words as organization_words
from vnreport.mentions.people import patterns as p
from vnreport.mentions.people.clauses import capitals
from vnreport.mentions.people.office import Office
from vnreport.mentions.people.syllables import hides_name
from vnreport.mentions.people.titles import Title
from vnreport.names import fold_syllable, foreign, surnames, telling_surnames
from vnreport.report import OrganizationMention

WINDOW = 260
_MAX_COMPLEMENT = 12
_FIELD = 40
"""How long the field of an office may be, in characters."""


class Complements:
    """Reads how far what belongs to the offices of one text goes."""

    def __init__(self, text: str, organizations: list[OrganizationMention], titles: list[int]) -> None:
        """Take the text, its organisations in text order and where its titles begin."""
        self.text = text
        self.organizations = organizations
        self.titles = titles
        self._starts = [m.start for m in organizations]
        self._ends = [m.end for m in organizations]

    def organization_at(self, start: int) -> OrganizationMention | None:
        """The organisation whose span starts at ``start``."""
        index = bisect_left(self._starts, start)
        return (
            self.organizations[index] if index < len(self._starts) and self._starts[index] == start else None
        )

    def organization_over(self, at: int) -> OrganizationMention | None:
        """The organisation whose span holds ``at``."""
        index = bisect_right(self._starts, at) - 1
        return self.organizations[index] if index >= 0 and at < self._ends[index] else None

    def body_beyond(self, end: int) -> OrganizationMention | None:
        """Give the body behind the field of an office: ``Phó phòng kinh doanh`` *Công ty Hoàng Đạo*."""
        index = bisect_left(self._starts, end)
        body = self.organizations[index] if index < len(self._starts) else None
        if (
            body is None
            or body.start - end > _FIELD
            or not p.FIELD_OF_OFFICE.fullmatch(self.text, end, body.start)
        ):
            return None
        in_charge = self.text.startswith(" phụ trách ", end)
        return body if in_charge or self.field_end(end, body.end) == body.end else None

    def unit(self, title: Title, end: int) -> str:
        """Name the unit in the title of its head, if its field is a known one; empty where it is not."""
        if title.name.endswith(" ban"):
            read = read_at(f"Ban{self.text[end : end + WINDOW]}", 0)
            return read[0] if read else ""
        field = match_field(self.text, end + 1, _unit_head(), False) if title.name.endswith("phòng") else None
        if field is None:
            return ""
        rest = self.text[field[1] : max(field[1], self.field_end(end, end + 80))]
        return f"Phòng {field[0].name}{rest}".replace("\xa0", " ")

    def with_country(self, end: int) -> int:
        """Take the state along that an office is held in: ``Chủ tịch Quốc hội`` *nước CHDCND Lào*."""
        country = p.country().match(self.text, end)
        return country.end() if country and p.NAME_BEHIND.match(self.text, country.end()) else end

    def parent_end(self, end: int) -> int:
        """Take the organisation along that the one before it is a part of: ``Phòng Y tế,`` *UBND huyện*."""
        for _ in range(2):
            comma = p.ALSO.match(self.text, end)
            above = self.organization_at(comma.end()) if comma else None
            if comma is None or above is None or self.is_premier(above):
                break
            owns = comma[0].strip().isalpha() and self.named_at(above.end + 1)
            if not owns and not p.ENDS_ITEM.match(self.text, above.end):
                break
            end = above.end
        return end

    def led(self, at: int, floor: int) -> OrganizationMention | None:
        """Give the body that is said to be led by whom ``at`` begins: *Sở Tài chính* ``do ông A làm …``."""
        agent = p.BY.search(self.text, max(floor, at - 26), at)
        body = self.organization_over(agent.start() - 1) if agent and agent.start() else None
        if body is None or agent is None or body.end != agent.start():
            return None
        part = p.PART_OF.search(self.text, max(0, body.start - 12), body.start)
        return None if part else body

    def foreigner_behind(self, office: Office) -> bool:
        """Whether the office is that of a guest named next: ``Đại sứ Lào`` *Khamphao Ernthavanh*."""
        if office.title.name not in p.STATE_OFFICES and office.organization is None:
            return False
        behind = p.NAME_BEHIND.match(self.text, office.end)
        if behind is None or self.organization_over(behind.start(1)):
            return False
        return foreign(behind[1]) and foreign(behind[2])

    def is_premier(self, body: OrganizationMention) -> bool:
        """Whether a body is an office as well: ``Ủy viên Bộ Chính trị,`` *Thủ tướng Chính phủ*."""
        return body.name.startswith("Thủ tướng")

    def local_end(self, end: int) -> int:
        """Carry an office on over the place behind it: ``Chủ tịch xã``, ``Trưởng phòng thuộc tỉnh``."""
        rest = (
            p.COMPLEMENT.match(self.text, end)
            or p.OWN_BODY.match(self.text, end)
            or p.own_body().match(self.text, end)
        )
        if rest:
            end = rest.end()
        elif (own := p.own_body_of_holder().match(self.text, end)) and self.named_at(own.end() + 1):
            return own.end()
        country = p.country().match(self.text, end)
        if country:
            return country.end()
        end = self._group_end(end)
        village = p.OF_VILLAGE.match(self.text, end)
        end = village.end() if village else end
        if self.text.endswith(p.VILLAGES, 0, end):
            named = self._village_end(end)
            if named > end:
                return named
        if village:
            return end
        if self.text[end : end + 1] == " ":
            place = read_place(self.text, end + 1)
            if place:
                return place.end
        return self.province_end(end)

    def province_end(self, end: int) -> int:
        """Carry an office on over a bare province: ``Chủ tịch`` *Hà Nội* ``Lê Văn A``.

        One capitalised word behind makes a person's name of it (``Chủ tịch Hà Nam Anh``).
        """
        place = read_province(self.text, end + 1) if self.text[end : end + 1] == " " else None
        if place is None or place.name.casefold() == "hồ chí minh":
            return end
        name = p.CAPITAL_RUN.match(self.text, place.end)
        more = len(name[0].split()) if name else 0
        return place.end if more == 0 or (more > 1 and self.named_at(place.end + 1)) else end

    def of_unit(self, at: int, end: int) -> bool:
        """Whether a level word ends at ``at`` and the name of a unit known by it reaches to ``end``."""
        level = p.LEVEL_END.search(self.text, max(0, at - 10), at)
        place = read_place(self.text, level.start(1)) if level else None
        return place is not None and bool(place.candidates) and place.end >= end

    def _group_end(self, at: int) -> int:
        """Where the number of a group ends behind its head: ``Tổ trưởng`` *tổ dân phố số 5*."""
        group = p.OF_GROUP.match(self.text, at) if self.text.endswith(p.GROUP_HEADS, 0, at) else None
        if group is None and self.text.endswith(p.GROUPS, 0, at):
            group = p.GROUP_NUMBER.match(self.text, at)
        return group.end() if group else at

    def _village_end(self, at: int) -> int:
        """Where the name of a village ends that stands before its head's name, ``at`` where none does."""
        named = p.VILLAGE.match(self.text, at)
        if named:
            return named.end()
        capitals = p.CAPITALS.match(self.text, at)
        words = capitals[0].split() if capitals else []
        for size in (2, 1, 3):
            if hides_name(words, size):
                return at + sum(map(len, words[:size])) + size
        return at

    def field_end(self, at: int, limit: int) -> int:
        """Carry an office on over its field of work: ``Trưởng phòng`` *Quản lý di sản văn hóa*.

        Only names, organisations and words of the names of agencies belong to it; it does not pass ``limit``.
        """
        for _ in range(_MAX_COMPLEMENT):
            gap = p.GAP.match(self.text, at)
            if gap is None or gap.end() >= limit:
                break
            if gap[0].strip() == "và" and self.text[gap.end() : gap.end() + 1].isdigit():
                break  # "Trưởng phòng Nội vụ" *và 12 hộ*
            if self.opens_title(gap.end()) and not (
                p.ACCOUNTS.match(self.text, gap.end()) and gap[0].strip()
            ):
                break
            owner = self.organization_at(gap.end())
            field = match_field(self.text, gap.end(), _unit_head(), False) if owner is None else None
            end = owner.end if owner else field[1] if field else self.word_end(gap.end())
            if end < 0 or end > limit:
                break
            at = end
        return at

    def opens_title(self, at: int) -> bool:
        """Whether a capitalised title starts at ``at``."""
        index = bisect_left(self.titles, at)
        return index < len(self.titles) and self.titles[index] == at and self.text[at].isupper()

    def word_end(self, at: int) -> int:
        """Where one word of a field of work ends; -1 where none is."""
        if self.named_at(at):
            return -1
        word = p.FIELD_WORD.match(self.text, at)
        if word:
            return word.end()
        first = p.SYLLABLE.match(self.text, at)
        for syllables in organization_words().get(fold_syllable(first[0]), ()) if first else ():
            end = at + sum(map(len, syllables)) + len(syllables) - 1
            written = self.text[at:end].replace("\xa0", " ").split(" ")
            if tuple(map(fold_syllable, written)) == syllables and not self.text[end : end + 1].isalnum():
                return end
        return -1

    def named_at(self, at: int) -> bool:
        """Whether a person's name of three syllables, of two behind a telling surname, starts here."""
        name = p.NAMED.match(self.text, at)
        if name is None or self.organization_over(at):
            return False
        return fold_syllable(name[1]) in (surnames() if name[2] else telling_surnames())

    def named_beyond(self, end: int) -> bool:
        """Whether a name ends the body of an office that no finder knows: ``Chủ nhiệm UB …`` *Lê Thị A*."""
        body = p.BODY_BEFORE_NAME.match(self.text, end)
        return body is not None and any(map(self.named_at, list(capitals(body))[1:]))


def _unit_head() -> Head:
    return heads()["phòng"][0].head
