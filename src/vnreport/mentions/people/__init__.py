"""Find people: by the shape of Vietnamese names, by title, office, list and signature.

The span is the name alone. A street, school, award or commune named after a person is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnreport.layout import Layout
from vnreport.mentions.people.offices import STATE_OFFICES, Office, Offices, Title
from vnreport.mentions.people.shape import BORN, Shape, addressed, alone, candidates, judge, spelled
from vnreport.mentions.people.signature import offices_above
from vnreport.names import UPPER
from vnreport.report import OrganizationMention, PersonMention
from vnreport.spans import Spans

__all__ = ["Office", "Offices", "find"]

_WORD = re.compile(r"[^ \xa0]+")
_MARK = re.compile("['’]")
_CAPITALS = re.compile(
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
    before, by_form = offices.before(candidate.start, floor)
    after = offices.after(candidate.end)
    listed = (
        bool(found)
        and candidate.start - found[-1].end <= 120
        and _in_list(text, found[-1].end, candidate.start)
    )
    above = offices_above(text, candidate.start, offices) if not before and alone(text, candidate) else []
    state = any(title.name in STATE_OFFICES or office.organization for title, office in before)
    born = BORN.match(text, candidate.end) is not None
    ranked = bool(before) and before[-1][0].kind == "rank"
    followed = bool(after) or born
    if not judge(text, candidate, bool(before), by_form, followed, listed, bool(above), state, ranked):
        return None
    given = [*above, *before, *after]
    owners = {title.name: o.organization for title, o in reversed(given) if title.name and o.organization}
    person = PersonMention(
        text=text[candidate.start : candidate.end],
        start=candidate.start,
        end=candidate.end,
        name=spelled(text[candidate.start : candidate.end]),
        titles=_titles(given),
        organization=next((o.organization for _, o in given if o.organization), None),
    )
    person.set_owners(owners)
    return person, after[-1][1].end if after else candidate.end


def _share_titles(text: str, found: list[PersonMention]) -> None:
    """Give ``A`` in ``A, B, Phó Chủ tịch UBND huyện`` the office of ``B``."""
    for left, right in zip(found[-2::-1], found[:0:-1], strict=False):
        joined = text[left.end : right.start].strip() in (",", "và")
        if joined and not left.titles and right.titles and text[right.end : right.end + 2].strip() != "(":
            left.titles, left.organization = list(right.titles), right.organization


def _in_list(text: str, end: int, start: int) -> bool:
    between = text[end:start].strip()
    return between in (",", ";", "và", "-", "") or (between[:1] in ",;-–" and between[-1:] in ",;-–.")


def _titles(given: list[tuple[Title, Office]]) -> list[str]:
    names = [title.name for title, _ in given if title.name]
    return list(dict.fromkeys(names))
