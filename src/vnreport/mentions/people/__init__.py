"""Find people: by the shape of Vietnamese names, by title, office, list and signature.

The span is the name alone. A street, school, award or commune named after a person is none.
"""

from __future__ import annotations

import re

from vnreport.layout import Layout
from vnreport.mentions.people.offices import STATE_OFFICES, Office, Offices, Title
from vnreport.mentions.people.shape import BORN, Shape, addressed, alone, candidates, judge, spelled
from vnreport.mentions.people.signature import offices_above
from vnreport.names import UPPER
from vnreport.report import OrganizationMention, PersonMention
from vnreport.spans import Spans

__all__ = ["Office", "Offices", "find"]

_MARK = re.compile("['’]")
_CAPITALS = re.compile(rf"(?<![\w’'])[{UPPER}][\w’'\-]*(?:[ \xa0][{UPPER}][\w’'\-]*){{0,7}}")


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
    for match in _CAPITALS.finditer(text):
        at = match.start()
        single = " " not in match[0] and "\xa0" not in match[0]
        if single and "'" not in match[0] and "’" not in match[0] and not addressed(text, at):
            continue
        for candidate in candidates(text, at, match.end()):
            if candidate.start < max(at, last) or closed.overlaps(candidate.start, candidate.end):
                continue
            if (
                not candidate.surname
                and not _MARK.search(candidate.words[0])
                and not offices.near(candidate.start)
            ):
                continue
            read = _person(text, candidate, offices, found, floor)
            if read is not None:
                person, floor = read
                found.append(person)
                at = last = person.end
    _share_titles(text, found)
    return found


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
    if not judge(text, candidate, bool(before), by_form, bool(after) or born, listed, bool(above), state):
        return None
    given = [*above, *before, *after]
    person = PersonMention(
        text=text[candidate.start : candidate.end],
        start=candidate.start,
        end=candidate.end,
        name=spelled(text[candidate.start : candidate.end]),
        titles=_titles(given),
        organization=next((o.organization for _, o in given if o.organization), None),
    )
    return person, after[-1][1].end if after else candidate.end


def _share_titles(text: str, found: list[PersonMention]) -> None:
    """Give ``A`` in ``A, B, Phó Chủ tịch UBND huyện`` the office of ``B``."""
    for left, right in zip(found[-2::-1], found[:0:-1], strict=False):
        if not left.titles and right.titles and text[left.end : right.start].strip() in (",", "và"):
            left.titles, left.organization = list(right.titles), right.organization


def _in_list(text: str, end: int, start: int) -> bool:
    between = text[end:start].strip()
    return between in (",", ";", "và", "-", "") or (between[:1] in ",;-–" and between[-1:] in ",;-–.")


def _titles(given: list[tuple[Title, Office]]) -> list[str]:
    names = [title.name for title, _ in given if title.name]
    return list(dict.fromkeys(names))
