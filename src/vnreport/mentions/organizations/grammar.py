"""How the name of an organisation is built: head, field or proper name, an organisation within, a place."""

from __future__ import annotations

from vnreport.mentions.organizations import kinds
from vnreport.mentions.organizations import patterns as p
from vnreport.mentions.organizations.before import barred
from vnreport.mentions.organizations.fields import match_field
from vnreport.mentions.organizations.name import Name
from vnreport.mentions.organizations.parts import PartReader
from vnreport.mentions.organizations.tables import heads

__all__ = ["Name", "Reader"]

_MAX_DEPTH = 3
_MAX_LIST = 40


class Reader(PartReader):
    """Reads the names of organisations of one text."""

    def read(self, start: int, depth: int = 0) -> Name | None:
        """Read the organisation whose head starts at ``start``; None where it is no specific one."""
        end, head = self.hits[start]
        name = Name(start, end, head, end)
        if head.kind in ("proper", "branch") and p.ESTATE.search(self.text, max(0, start - 18), start):
            return None
        if head.kind == "proper":
            paper = self.text.startswith("báo ", start)
            return None if paper and p.NOT_PAPER.search(self.text, max(0, start - 8), start) else name
        if head.kind == "number":
            return self.numbered(name)
        if head.kind == "premier":
            return self._premier(name)
        counted = depth == 0 and p.COUNT.search(self.text, max(0, start - 20), start)
        if head.kind == "none" or counted or barred(self.text, start, head):
            return None
        found = self._compound(name, depth)
        if found is None and head.name == "Hội" and head.short and not p.SOCIETY.match(self.text, end):
            # Its own central body, in the papers of a society: "Trung ương Hội".
            return Name(start, end, head._replace(name="Trung ương Hội", kind="whole"), end)
        return found

    def read_list(self, start: int, first: Name | None) -> list[Name]:
        """Read the bodies that share a head: ``các Sở: Nội vụ, Tài chính``; an empty list for none."""
        end, head = self.hits[start]
        before = p.SEVERAL.search(self.text, max(0, start - 10), start)
        if head.name not in ("Sở", "Bộ", "Phòng", "Ban") or (
            before is None and (first is None or first.places)
        ):
            return []
        found = [first] if first else []
        at = first.end if first else end
        for _ in range(_MAX_LIST):
            joint = p.LIST_JOINT.match(self.text, at)
            if joint is None or (not found and ":" not in joint[0]):
                break
            field = match_field(self.text, joint.end(), head, True)
            if field is None or (before is None and not self._ends_item(joint.end(), field[1])):
                break
            at, stop = joint.end(), field[1]
            name = Name(at, stop, head, at, field[0], (at, stop), (stop, stop))
            found.append(name)
            at = name.end
        return found if len(found) > 1 else []

    def _ends_item(self, start: int, end: int) -> bool:
        """Whether a field that no ``các`` announces stands alone as an item of a list."""
        return start not in self.hits and p.ITEM_END.match(self.text, end) is not None

    def stands_alone(self, start: int) -> bool:
        """Whether a head of several syllables stands alone behind an office: ``Giám đốc`` *Trung tâm*."""
        end, head = self.hits[start]
        if head.kind not in ("name", "open", "facility", "local") or " " not in head.name:
            return False
        if head.name == "Thanh tra" or p.HELD_IN.search(self.text, max(0, start - 12), start) is None:
            return False
        if not self.text[start].isupper() or barred(self.text, start, head):
            return False
        at = self.gap(end)
        return p.ALONE.match(self.text, end) is not None or self.words.clause(at) or self.words.person(at)

    def add_branch(self, name: Name) -> None:
        """Take the branch of a bank or company along: ``Agribank`` *chi nhánh Hà Tĩnh*."""
        if name.head.name.startswith(kinds.BUSINESSES) and not name.inner and not name.places:
            kind = p.STOCK_COMPANY.match(self.text, name.end)
            if kind:
                name.middle, name.end = (name.middle[0] or name.end, kind.end()), kind.end()
        joint = p.BRANCH.match(self.text, name.end)
        if joint is None or joint.end() not in self.hits or name.inner:
            return
        branch = self.read(joint.end(), 1)
        if branch:
            name.branch, name.end = branch, branch.end

    def _premier(self, name: Name) -> Name | None:
        """``Thủ tướng Chính phủ``: the body, unless a name follows and only the agency is meant."""
        at = self.gap(name.end)
        before = self.text[max(0, name.start - 4) : name.start]
        named = at >= 0 and (self.words.person(at) or self.words.foreigner(at))
        if before.endswith(("Phó ", "phó ")) or named:
            start = name.end - len("Chính phủ")
            return Name(start, name.end, name.head._replace(name="Chính phủ"), name.end)
        return name

    def _compound(self, name: Name, depth: int) -> Name | None:
        head, lowered = name.head, self.text[name.start].islower()
        if lowered and p.OWN_TITLE.search(self.text, max(0, name.start - 13), name.end):
            lowered = False  # "Viện trưởng" *viện Chiến lược*
        short = p.SHORT_NAME.match(self.text, name.end) if head.kind in ("open", "closed", "name") else None
        forms = [short[1].lower(), f"trường {short[1].lower()}"] if short else []
        if short and any(form.head.name == head.name for key in forms for form in heads().get(key, ())):
            name.end = short.end() - 1  # "Ban Quản lý (BQL) các khu công nghiệp tỉnh"
        supreme = p.SUPREME.match(self.text, name.end) if head.name in kinds.RANKED_COURTS else None
        if supreme:
            head = head._replace(name=f"{head.name} {supreme[1].lower()}", kind="whole")
            name.head, name.end, name.head_end = head, supreme.end(), supreme.end()
        complete = self.field_or_name(name, lowered)
        if lowered and not complete and head.name in kinds.SMALL_BEFORE_FIELD:
            return None  # "Bộ đội Trung đoàn 895"
        bloc = p.BLOC.match(self.text, name.end) if head.name.startswith(kinds.OF_BLOCS) else None
        if bloc:
            name.middle, name.end, complete = (name.middle[0] or name.end, bloc.end()), bloc.end(), True
        within = self._inner(name, depth)
        placed = self.read_places(name)
        if head.name in kinds.AT_A_PLACE:
            self.seat(name)
        if placed is None or (not placed and p.GENERIC.match(self.text, name.end)):
            return None
        if head.name.startswith("Ban Chỉ đạo") and not (complete and placed):
            complete = self.matter(name) or complete
        if not any(place.name for place in name.places) and self._one_of_several(name):
            return None
        if head.name == "Quỹ" and not placed and (name.field or self.text[name.end - 1] in '”"'):
            return None  # money that others collect, named by what it is for
        if complete or within:
            return name
        held = p.HELD_IN.search(self.text, max(0, name.start - 12), name.start)
        served = head.kind == "local" and self.words.person(self.gap(name.end))
        if held and (served or head.name == "Bộ đội Biên phòng"):
            return name
        if head.kind == "local" and not lowered and self._joined_to_a_head(name.end):
            name.tentative = True
            return name
        committee = head.kind == "open" and head.nests and " " in head.name
        if placed and (head.kind in ("local", "whole", "facility") or committee):
            return name
        if head.name == "Đoàn" and not lowered and self._of_commune(name):
            return name
        if placed and head.kind == "name" and (depth or not lowered):
            # "Bệnh viện tỉnh" is one, "HTX tỉnh" is any.
            named = any(place.name for place in name.places)
            return name if named or not head.name.startswith(kinds.BUSINESSES) else None
        return None

    def _of_commune(self, name: Name) -> bool:
        """Whether a union is of a commune: ``Đoàn`` *xã Tân Hội*; one of a province is a team."""
        placed = bool(name.places) and name.places[0].word in kinds.COMMUNES
        return placed and not self.text.startswith((" hội", " đội"), name.end)

    def _joined_to_a_head(self, at: int) -> bool:
        """Whether another head follows in a list, so that a place may be shared: ``TAND, VKSND huyện``."""
        joint = p.LIST_JOINT.match(self.text, at)
        return joint is not None and joint.end() in self.hits and ":" not in joint[0]

    def _one_of_several(self, name: Name) -> bool:
        """Whether a name without a place is that of several bodies, or only repeats who signs."""
        before = max(0, name.start - 10)
        fielded = name.head.kind == "closed" and name.head.name != "Đoàn"
        if not fielded and p.SEVERAL.search(self.text, before, name.start):
            return True
        neighbour = self._joined_to_a_head(name.end) and not name.places
        neighbour = neighbour and (name.head.kind == "open" or name.head.name in kinds.PEOPLES_BODIES)
        if neighbour and p.NEXT_GENERIC.match(self.text, name.end):
            return True
        signed = p.SIGNED_FOR.search(self.text, before, name.start)
        return signed is not None and self.text[name.start : name.end].isupper()

    def _inner(self, name: Name, depth: int) -> bool:
        """Read the organisation that the name is a part of: ``Ban Tuyên giáo`` *Thành ủy*."""
        bracket = p.SHORT_NAME.match(self.text, name.end) if name.head.nests else None
        if name.head.name in kinds.OF_STATE and (founder := p.OF_STATE.match(self.text, name.end)):
            name.middle, bracket = founder.span(), founder
        at = bracket.end() if bracket and bracket.end() in self.hits else self.gap(name.end)
        if at < 0 or depth > _MAX_DEPTH or p.CODE.fullmatch(self.text, *name.middle):
            return False
        if at in self.hits and (name.head.nests or name.head.kind in ("local", "nested")):
            inner = self.read(at, depth + 1)
            if inner:
                name.inner, name.end = inner, inner.end
                return True
        if name.head.nests:
            host = p.BARE_HOST.match(self.text, at)
            if host:
                name.middle = (name.middle[0] or at, host.end())
                name.end = host.end()
                return True
        return False
