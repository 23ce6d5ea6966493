"""One title and what belongs to it: the body it is held in, the field, the term."""

from __future__ import annotations

from vnreport.mentions.organizations.fields import match_field
from vnreport.mentions.organizations.tables import heads
from vnreport.mentions.people import patterns as p
from vnreport.mentions.people.complements import Complements
from vnreport.mentions.people.office import Office
from vnreport.mentions.people.titles import Title, read_title, title_spans
from vnreport.report import OrganizationMention


def _name_start(text: str, at: int) -> int:
    """Skip what may stand between a title and a name."""
    stop = min(len(text), at + 3)
    while at < stop and text[at] in ' \xa0.:,(-“"':
        at += 1
    return at


class Titles(Complements):
    """Reads the titles of one text, each with what belongs to it."""

    def __init__(self, text: str, organizations: list[OrganizationMention]) -> None:
        spans = title_spans(text)
        super().__init__(text, organizations, [start for start, _ in spans])
        self.named = frozenset(_name_start(text, end) for _, end in spans)
        """Where a name may follow a title: a single word is one only there."""
        self._known: dict[int, Office | None] = {}

    def read(self, at: int) -> Office | None:
        """Read one title at ``at``, with the organisation behind it."""
        if at not in self._known:
            self._known[at] = self._read(at)
        return self._known[at]

    def _read(self, at: int) -> Office | None:
        found = read_title(self.text, at)
        inside = self.organization_over(at) if found else None
        if found is None or (inside and self._is_word_of(inside, at, found[1])):
            return None
        title, end = found
        if title.kind != "office":
            return Office(title, None, at, end, end)
        office = self._held(title, at, end)
        for at_field in (office.title_end, office.end):
            field = p.IN_CHARGE.match(self.text, at_field)
            if field and self.named_at(field.end() + 1):
                return office._replace(end=field.end())
        if self.text.startswith(") ", office.end) and self.named_at(office.end + 2):
            return office._replace(end=office.end + 1)  # "Cục trưởng Cục Báo chí (Bộ …) Lê Thị A"
        term = p.TERM.match(self.text, office.end)
        if term is None and office.organization:
            term = p.SHORT_FORM.match(self.text, office.end)
            term = term if term and p.NAME_BEHIND.match(self.text, term.end()) else None
        brackets = p.IN_BRACKETS if office.organization else p.ABOVE_IN_BRACKETS
        above = brackets.match(self.text, office.end) if term is None else None
        if above and self.named_at(above.end() + 1) and not self.organization_over(above.end() + 1):
            term = above
        return office._replace(end=term.end()) if term else office

    def _is_word_of(self, body: OrganizationMention, at: int, end: int) -> bool:
        """Whether ``[at, end)`` only looks like an office in a body: *Đại sứ* ``quán``."""
        inner = body.start >= at
        return end < body.end and self.text[end + 1 : end + 2].islower() if inner else end <= body.end

    def _held(self, title: Title, at: int, end: int) -> Office:
        """Add to an office where it is held: an organisation, a place, or no more."""
        shared = self.organization_over(end - 1)
        if shared and at < shared.start:
            # "Trưởng Ban Nội chính": the last word of the office begins the name of the body.
            title = title._replace(name=title.name.removesuffix(" chi nhánh"))
            return Office(title, shared, at, end, self.with_country(self.parent_end(shared.end)))
        if shared and at == shared.start:  # "Thủ tướng Chính phủ"
            state = shared.model_copy(update={"name": shared.name.removeprefix(f"{title.name} ")})
            return Office(title, state, at, end, self.with_country(shared.end))
        gap = p.OF.match(self.text, end) or (
            p.DOT.match(self.text, end) if self.text[at:end].isupper() else None
        )
        owner = self.organization_at(gap.end()) if gap else None
        if owner is None:
            beyond = self.local_end(end)
            ministry = p.MINISTRY.match(self.text, end) if title.name.endswith(p.OF_MINISTRY) else None
            field = match_field(self.text, ministry.end(), heads()["bộ"][0].head, False) if ministry else None
            if field:
                beyond = self.with_country(field[1])
                unit = f"Bộ {field[0].name}" if beyond == field[1] else ""
                return Office(title, None, at, end, beyond, unit)
            comma = p.ALSO.match(self.text, beyond)
            above = self.organization_at(comma.end()) if comma else None
            if above and not self.is_premier(above) and p.ENDS_ITEM.match(self.text, above.end):
                return Office(title, above, at, end, self.parent_end(above.end))
            unit = self.unit(title, end)
            body = self.body_beyond(end) if beyond == end and not unit else None
            if body:
                return Office(title, body, at, end, body.end)
            return Office(title, None, at, end, beyond, unit)
        if title.name.endswith("Trưởng"):
            word = p.UNIT.match(owner.name)
            title = title._replace(name=f"{title.name} {word[0].lower()}") if word else title
        return Office(title, owner, at, end, self.with_country(self.parent_end(owner.end)))
