"""Find people: by the shape of Vietnamese names, by title, office, list and signature.

The span is the name alone. A street, school, award or commune named after a person is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vnreport.layout import Layout
from vnreport.mentions.people.offices import STATE_OFFICES, Office, Offices
from vnreport.mentions.people.shape import BORN, Around, Shape, addressed, alone, candidates, judge, spelled
from vnreport.mentions.people.signature import offices_above
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention, PersonMention
from vnreport.spans import Spans

__all__ = ["Office", "Offices", "find", "offices_of"]

_WORD = lazy(r"[^ \xa0]+")
_MARK = lazy("['’]")
_CAPITALS = lazy(
    rf"(?<![\w’'])[{UPPER}](?:[\w\-]*(?P<more>(?:[’'][\w’'\-]*)?(?:[ \xa0][{UPPER}][\w’'\-]*){{1,7}}"
    r"|[’'][\w’'\-]*)|[\w\-]*)"
)


def find(
    text: str, layout: Layout, organizations: list[OrganizationMention], taken: Spans | None = None
) -> list[PersonMention]:
    """Find the people of a text, in text order; their spans do not overlap.

    Args:
        text: the repaired text.
        layout: its shape.
        organizations: the organisations of the text; nobody is found inside their names.
        taken: more spans to leave out (citations of instruments, places).
    """
    closed = (taken or Spans()).union((m.start, m.end) for m in organizations)
    offices = Offices(text, organizations)
    found: list[PersonMention] = []
    last = floor = 0
    for at, end in _stretches(text, closed, offices.named):
        for candidate in candidates(text, at, end):
            if candidate.start < max(at, last):
                continue
            if not (candidate.surname or candidate.sure or _MARK.search(candidate.words[0])) and not (
                offices.near(candidate.start)
            ):
                continue
            read = _person(text, candidate, offices, found, floor)
            if read is not None:
                person, floor = read
                found.append(person)
                at = last = person.end
    _share_titles(text, found)
    return found


def _stretches(text: str, closed: Spans, named: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Give the runs of capitalised words outside the closed spans that may hold a name.

    A word alone is one where it stands behind a form of address, or holds an apostrophe.
    """
    for match in _CAPITALS.finditer(text):
        at, end = match.span()
        if not match.lastgroup and not (at in named and addressed(text, at)):
            continue
        if not closed.overlaps(at, end):
            yield at, end
            continue
        for word in _WORD.finditer(text, at, end):
            if closed.overlaps(*word.span()):
                if word.start() > at:
                    yield at, word.start() - 1
                at = word.end() + 1
        if at < end:
            yield at, end


def _person(
    text: str, candidate: Shape, offices: Offices, found: list[PersonMention], floor: int
) -> tuple[PersonMention, int] | None:
    """Read a person, with the end of what is said of their offices."""
    given = _given(text, candidate.start, candidate.end, offices, floor)
    listed = (
        bool(found)
        and candidate.start - found[-1].end <= 120
        and _in_list(text, found[-1].end, candidate.start)
    )
    before = given.before
    around = Around(
        titled=bool(before),
        addressed=any(office.title.kind == "form" for office in before),
        followed=bool(given.after) or BORN.match(text, candidate.end) is not None,
        listed=listed,
        signs=bool(given.above),
        state=any(office.title.name in STATE_OFFICES or office.organization for office in before),
        ranked=bool(before) and before[-1].title.kind == "rank",
    )
    if not judge(text, candidate, around):
        return None
    person = PersonMention(
        text=text[candidate.start : candidate.end],
        start=candidate.start,
        end=candidate.end,
        name=spelled(text[candidate.start : candidate.end]),
    )
    _entitle(person, given.all)
    return person, given.end


def _entitle(person: PersonMention, given: list[Office]) -> None:
    person.titles = list(dict.fromkeys(office.title.name for office in given if office.title.name))
    person.organization = next((o.organization.name for o in given if o.organization), None)


class _Given(NamedTuple):
    """The offices around a name."""

    above: list[Office]
    before: list[Office]
    after: list[Office]
    end: int
    """Where what is said of the person's offices ends."""

    @property
    def all(self) -> list[Office]:
        return [*self.above, *self.before, *self.after]


def _given(text: str, start: int, end: int, offices: Offices, floor: int) -> _Given:
    """Read the offices above, before and behind the name ``[start, end)``."""
    before = offices.before(start, floor)
    after = offices.after(end)
    above: list[Office] = []
    begin = before[0].start if before else start
    if all(office.title.kind == "rank" for office in before) and alone(text, begin, end):
        above = offices_above(text, begin, offices)
    return _Given(above, before, after, after[-1].end if after else end)


def offices_of(
    text: str, people: list[PersonMention], organizations: list[OrganizationMention]
) -> list[list[Office]]:
    """Read again the offices that the text gives people, each with its span and organisation.

    Args:
        text: the repaired text.
        people: its people, in text order.
        organizations: its organisations, in text order.
    """
    offices = Offices(text, organizations)
    found, floor = [], 0
    for person in people:
        given = _given(text, person.start, person.end, offices, floor)
        floor = given.end
        found.append(given.all)
    for left, right in _sharing(text, people):
        if not any(office.title.name for office in found[left]):
            found[left] = found[right]
    return found


def _sharing(text: str, found: list[PersonMention]) -> Iterator[tuple[int, int]]:
    """Give the neighbours that may share the second one's office: ``A, B, Phó Chủ tịch``."""
    for i in range(len(found) - 2, -1, -1):
        left, right = found[i], found[i + 1]
        joined = text[left.end : right.start].strip() in (",", "và")
        if joined and right.titles and text[right.end : right.end + 2].strip() != "(":
            yield i, i + 1


def _share_titles(text: str, found: list[PersonMention]) -> None:
    """Give ``A`` in ``A, B, Phó Chủ tịch UBND huyện`` the office of ``B``."""
    for i, j in _sharing(text, found):
        if not found[i].titles:
            found[i].titles, found[i].organization = list(found[j].titles), found[j].organization


def _in_list(text: str, end: int, start: int) -> bool:
    between = text[end:start].strip()
    return between in (",", ";", "và", "-", "") or (between[:1] in ",;-–" and between[-1:] in ",;-–.")
