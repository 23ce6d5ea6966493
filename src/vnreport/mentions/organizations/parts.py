"""The parts of an organisation's name behind its head: field, open or proper name, number, matter, places."""

from __future__ import annotations

import re

from vnreport.gazetteer import read_place, read_province
from vnreport.mentions.organizations import kinds
from vnreport.mentions.organizations import patterns as p
from vnreport.mentions.organizations.fields import match_field, small_field
from vnreport.mentions.organizations.name import Name
from vnreport.mentions.organizations.own_number import foreign_name, own_number
from vnreport.mentions.organizations.tables import Head
from vnreport.mentions.organizations.tails import add_seat, known_seat, read_tail
from vnreport.mentions.organizations.words import WordReader
from vnreport.names import common_surnames, fold_syllable, telling_surnames

_MAX_WORDS = 24
_MAX_PLACES = 3


class PartReader:
    """Reads what follows the head of a name, one part at a time."""

    def __init__(self, text: str, hits: dict[int, tuple[int, Head]]) -> None:
        self.text = text
        self.hits = hits
        self.words = WordReader(text, hits)

    def field_or_name(self, name: Name, lowered: bool) -> bool:
        """Read what follows the head of itself; tell whether the name is complete with it."""
        head = name.head
        if head.kind == "closed":
            return self._field(name, lowered)
        if head.kind == "open":
            at = self.gap(name.end)
            task = self.words.read_task(at) if at >= 0 and head.name in kinds.BY_TASK else -1
            if self._field(name, lowered) and name.end >= task:
                return True
            if task > 0:
                name.field, name.middle, name.end = None, (at, task), task
            return task > 0 or self._open(name, lowered)
        if head.kind in ("name", "facility"):
            return self._proper(name)
        if head.kind in ("whole", "local"):
            self._numbered_tail(name)
        if head.kind == "whole" and lowered:
            if head.name.startswith("Ban ") and self.text[name.start + 4].isupper():
                return True  # "Trưởng" *ban Tổ chức Trung ương*
            return head.name.endswith("ủy") or self.text.endswith("Đoàn", name.start, name.head_end)
        return head.kind in ("whole", "branch") or name.middle[1] > 0

    def numbered(self, name: Name) -> Name | None:
        """Read the number that alone names a body: ``Quân khu`` *7*; None where there is none."""
        found = p.numbered(self.text, name.end)
        if found is None:
            return None
        name.middle = (name.end + 1, found.end())
        name.end = found.end()
        self.read_places(name)
        return name

    def gap(self, at: int) -> int:
        """Skip the white space between two words of a name; -1 where there is none."""
        return p.gap(self.text, at)

    def _field(self, name: Name, lowered: bool) -> bool:
        """Read a known field behind the head."""
        at = self.gap(name.end)
        if at >= 0 and name.head.name in kinds.CODED and p.CODE.match(self.text, at):
            return False  # "Phòng PC 04"
        found = match_field(self.text, at, name.head, lowered) if at >= 0 else None
        if found is None and lowered and name.head.kind == "closed" and at >= 0:
            found = small_field(self.text, at, name.head)
        if found is None:
            return False
        name.field, name.end = found
        name.field_span = (at, name.end)
        name.middle = (name.end, name.end)
        if name.head.kind == "open":
            self._continue(name)
            host = p.HOST_SCHOOL.match(self.text, name.end)
            if host:
                name.middle = (name.middle[0], host.end())
                name.end = host.end()
        else:
            self._numbered_tail(name)
        return True

    def _numbered_tail(self, name: Name) -> None:
        """Read the number of a regional body: ``khu vực VIII``; of courts, their tiers."""
        at = self.gap(name.end)
        number = p.NUMBERED.match(self.text, at) if at >= 0 else None
        if number is None and at >= 0:
            courts = name.head.name.startswith(kinds.COURTS)
            number = p.TIERS.match(self.text, at) if courts else p.AREA.match(self.text, at)
        if number is None and at >= 0 and name.head.name.endswith(" trường"):
            number = p.SCHOOL.match(self.text, at)
        if number:
            name.middle, name.end = (at, number.end()), number.end()

    def _open(self, name: Name, lowered: bool) -> bool:
        """Read a field that no table knows: a capitalised word first, or known words behind a long head."""
        at = self.gap(name.end)
        if at < 0 or at >= len(self.text):
            return False
        number = own_number(self.text, name, at, lowered)
        if number:
            name.middle, name.end = number.span(), number.end()
            return True
        abroad = foreign_name(self.text, at) if name.head.name == "Tổ chức" else None
        if abroad:
            name.middle, name.end = abroad.span(), abroad.end()
            return True
        quoted = p.QUOTED.match(self.text, at) if name.head.name in ("Quỹ", "Câu lạc bộ") else None
        if quoted:
            name.middle, name.end = quoted.span(), quoted.end()
            return True
        if self.text[name.start : name.end].isupper() and " " not in name.head.name:
            return False
        capital = self.text[at].isupper()
        if lowered and name.head.name in kinds.SMALL_BEFORE_FIELD:
            return False
        if not capital and (
            lowered or (" " not in name.head.name and name.head.name not in kinds.SMALL_FIELD)
        ):
            return False
        if capital and (read_place(self.text, at) or (name.head.nests and self.words.opens(at))):
            return False
        before = name.end
        name.middle = (at, name.end)
        self._continue(name)
        governs = not capital and self.words.governs(at, name.end)
        name.end = self.words.read_to_place(name.end) if capital else name.end
        name.middle = (name.middle[0], max(name.end, name.middle[0]))
        added = self.text[before : name.end].split()
        # One bare syllable behind one is a place or a person more often than a body: Hội Hợp, Hội An.
        lone = " " not in name.head.name and len(added) == 1 and not (added[0].isupper() and added[0][1:])
        if lone or governs:
            name.end, name.middle = before, (before, before)
        return bool(added) and not (lone or governs)

    def matter(self, name: Name) -> bool:
        """Read what a steering committee is for: ``Ban Chỉ đạo quốc gia`` *về chuyển đổi số*."""
        joint = p.ABOUT.match(self.text, name.end)
        if joint is None:
            return False
        found = match_field(self.text, joint.end(), name.head, False)
        end = found[1] if found else self.words.read_matter(joint.end())
        if " " not in self.text[joint.end() : end]:
            return False
        name.about, name.end = (name.end, end), end
        return True

    def seat(self, name: Name) -> None:
        """Read where a body away from home is: ``Đại sứ quán Nhật Bản`` *tại Việt Nam*."""
        joint = p.AT.match(self.text, name.end)
        place = read_tail(self.text, joint.end(), name) if joint and not name.about[1] else None
        if place is not None and (place.name or place.word in p.WIDE):
            name.about, name.end = (name.end, place.end), place.end

    def _shouting(self, name: Name) -> bool:
        if " " not in self.text[name.start : name.end] or not self.text[name.start : name.end].isupper():
            return False
        following = p.WORD.match(self.text, name.end + 1)
        return not (name.head.short and following and not following[0].isupper())

    def _continue(self, name: Name) -> None:
        """Carry the open part of the name on word by word."""
        shouting = self._shouting(name)
        verb_may_follow = name.field is None and (
            name.head.name.startswith(("Trung tâm", "Ban Quản lý", "Câu lạc bộ"))
            or self._capital_next(name.end)
        )
        for count in range(_MAX_WORDS):
            at, joined = self._onward(name.end, name.head.kind == "open")
            if at < 0:
                break
            first = count == 0 and name.field is None
            end, verb = self.words.read(at, shouting, joined, verb_may_follow or joined, first)
            if end < 0:
                break
            verb_may_follow = verb
            name.end = end
        name.middle = (name.middle[0], max(name.end, name.middle[0]))

    def _capital_next(self, at: int) -> bool:
        at = self.gap(at)
        return at >= 0 and self.text[at : at + 1].isupper()

    def _onward(self, at: int, listing: bool = False) -> tuple[int, bool]:
        """Where the next word of a name starts, and whether *and* joins it; -1 where the name must end.

        With ``listing`` a comma may join too: ``Trung tâm Giám sát`` *, điều hành* ``thông minh``.
        """
        joint = p.JOINT.match(self.text, at)
        if joint and p.OFFICE_HOLDER.match(self.text, joint.end()):
            return -1, True
        if joint:
            hit = self.hits.get(joint.end())
            other = hit and hit[1].name != "Đoàn Kết" and not p.PREVENTION.match(self.text, joint.end())
            return (-1, True) if other else (joint.end(), True)
        comma = p.COMMA.match(self.text, at) if listing else None
        if comma and comma.end() not in self.hits and self.words.known(comma.end(), True, True)[0] > 0:
            return comma.end(), True
        return self.gap(at), False

    def _proper(self, name: Name) -> bool:
        """Read the proper name of a company, school, hospital or paper."""
        at = self.gap(name.end)
        if at < 0 or (name.head.kind == "facility" and read_place(self.text, at)):
            return False
        if name.head.nests and at in self.hits and self.hits[at][1].kind == "whole":
            return False
        held = p.FOR_PERSON.search(self.text, max(0, name.start - 20), name.start) is not None
        personal = name.head.kind == "facility" or name.head.name == "Hợp tác xã"
        if held and personal and self.words.person(at) and not known_seat(self.text, at):
            return False
        if held and name.head.name == "Bệnh viện" and self._of_its_head(at):
            return False
        start, before = at, name.end
        business = name.head.name.startswith(kinds.BUSINESSES)
        proper = self._proper_words(name, start, start, held, business)
        lead = -1 if proper or name.head.name not in kinds.LEGAL_FORMS else self.words.trades(start, held)
        if lead > 0:
            proper = self._proper_words(name, start, lead, held, business)
        name.middle = (start, max(name.end, start))
        if not proper and not (name.end > before and self._of_a_place(name)):
            name.end, name.middle = before, (before, before)
            return False
        return True

    def _proper_words(self, name: Name, start: int, at: int, held: bool, business: bool) -> bool:
        """Carry a proper name on word by word from ``at``; tell whether there was more than common words."""
        proper, joined, verb_may_follow = False, False, True
        own = self._persons(at)
        for _ in range(_MAX_WORDS):
            usual = held or p.USUAL_NAME.match(self.text, at)
            if usual and proper and self.words.person(at) and (own is None or at >= own.end()):
                break
            leads = business and not proper
            verb = verb_may_follow or joined or leads
            end, verb, named = self.words.read_proper(at, joined, verb, at == start, leads)
            legal = name.head.name in kinds.LEGAL_FORMS
            if end < 0 or (leads and self.text[at].isdigit() and at > start and not legal):
                break
            proper = proper or named
            trade = business and named and self.words.trade(at, end)
            verb_may_follow = verb or trade
            name.end = end
            at, joined = self._onward(end)
            if at < 0:
                break
        return proper

    def _of_a_place(self, name: Name) -> bool:
        """Whether a place makes common words a name: ``Bệnh viện`` *lao phổi* ``tỉnh Hà Nam``."""
        at = self.gap(name.end)
        if at < 0 or self.text[name.start].islower() or name.head.name == "Công ty":
            return False
        return self.words.listed(name.head_end + 1, name.end) and read_tail(self.text, at, name) is not None

    def _of_its_head(self, at: int) -> bool:
        """Whether a hospital's head is named, and not the hospital: ``Giám đốc Bệnh viện`` *Lê Văn Hà*."""
        if p.OFFICE_HOLDER.match(self.text, at):
            return True
        own = self._persons(at)
        if own is None or p.CAPITAL_BEHIND.match(self.text, own.end()):
            return False
        return " ".join(own[0].replace("\xa0", " ").split()) not in kinds.named_after_people()

    def _persons(self, at: int) -> re.Match[str] | None:
        """Match the name of the person that a body is named after: ``Trường THPT`` *Chu Văn An*."""
        own = p.FULL_NAME_OF_THREE.match(self.text, at) if self.words.person(at) else None
        if own is not None and any(p.USUAL_NAME.match(self.text, own.start(n)) for n in (1, 2)):
            return None  # "Bệnh viện Bạch Mai" *Nguyễn Văn Bình*
        if own is not None and fold_syllable(own[2]) in telling_surnames():
            place = read_province(self.text, at)
            if place and place.end < own.start(2) and p.CAPITAL_BEHIND.match(self.text, own.end()):
                return None  # "Báo Hà Tĩnh" *Nguyễn Công Thành*
        if own is not None and fold_syllable(own[0].split()[0]) not in common_surnames():
            for n in (1, 2):  # "Tập đoàn Sơn Hải" *Nguyễn Viết Sơn*
                full = p.FULL_NAME_OF_THREE.match(self.text, own.start(n))
                if full and fold_syllable(own[n]) in telling_surnames():
                    return None
        return own

    def read_places(self, name: Name) -> bool | None:
        """Read the places behind the name; None where they show it to be no specific organisation."""
        if name.inner and name.inner.places:
            name.places = name.inner.places
            return True
        bracket = p.SHORT_FORM.match(self.text, name.end) if not name.places else None
        before, name.end = name.end, bracket.end() if bracket else name.end
        for _ in range(_MAX_PLACES):
            at = self.gap(name.end)
            place = read_tail(self.text, at, name) if 0 <= at < len(self.text) else None
            if place is None:
                break
            if not place.name and place.word not in p.WIDE:
                if name.places:
                    break
                if p.LISTED_LEVEL.match(self.text, place.end):
                    return None
            name.places.append(place)
            name.end = place.end
        if not name.places:
            name.end = before
        return bool(name.places) or add_seat(self.text, name)
