"""Find people: by the shape of Vietnamese names, by title, office, list and signature.

The span is the name alone. A street, school, award or commune named after a person is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import is_
from typing import NamedTuple

from vnreport.base_model import made
from vnreport.layout import Layout
from vnreport.mentions.people.clauses import replaced
from vnreport.mentions.people.judgement import Around, judge
from vnreport.mentions.people.lines import alone, spelled
from vnreport.mentions.people.office import Office
from vnreport.mentions.people.offices import Offices
from vnreport.mentions.people.patterns import STATE_OFFICES
from vnreport.mentions.people.several import more_given_names, names_ahead
from vnreport.mentions.people.shape import BORN, Shape, addressed, candidates
from vnreport.mentions.people.signature import offices_above, offices_below, offices_in_column, says_office
from vnreport.mentions.people.titles import occupations
from vnreport.names import UPPER, fold_syllable, foreign
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention, PersonMention
from vnreport.spans import Spans

__all__ = ["Office", "Offices", "find", "offices_of"]

_WORD = lazy(r"[^ \xa0]+")
_MARK = lazy("['’]")
_SEVERAL = lazy(
    r"(?<!\w)(?:[Cc]ác|[Hh]ai|[Bb]a|\d{1,2})[ \xa0](?:(?:đồng chí|đ/c|[Ôô]ng|bà)[ \xa0:,]*){0,3}\Z"
)
"""What announces that several persons hold the office behind it."""
_COUNTED = lazy(
    r"(?<!\w)(?:\d{1,2}|[Hh]ai|[Bb]a|[Cc]ác)[ \xa0]"
    r"(?:bị cáo|bị can|đối tượng|ông|bà|ông bà|đồng chí|anh|chị)[ \xa0]\Z"
)
"""What counts those whom a bracket behind the last of them speaks of: *2 bị cáo* ``A và B (nguyên …)``."""
_AND = lazy(r"(?:,|[ \xa0]và)[ \xa0](?:[Ôô]ng|[Bb]à|đồng chí|đ/c|anh|chị)[ \xa0]")
_NEXT = lazy(
    r"(?:\)?[ \xa0]?(?:[,;]|[,;]?[ \xa0]và)[ \xa0]|[ \xa0]?[.,;]?[ \xa0\n]{1,3}\d{1,2}[.)][ \xa0])"
    r"(?:(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c)[ \xa0])?"
)
_NEXT_ITEM = lazy(
    r"[ \xa0](?:[^\W\d_]+[ \xa0]){0,7}[^\W\d_]+;[ \xa0](?:(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c)[ \xa0])?"
)
"""The rest of an item, of a body that no finder knows, before the next name: ``Phó ban`` *Ban tổ chức;*."""
_SHARES = lazy(
    r"(?:[ \xa0](?:[^\W\d_]+|–|-)){0,8}[ \xa0]và[ \xa0](?:(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c)[ \xa0])?"
)
_ELECTED = lazy(r"(?:giữ|vào) chức|(?:bầu|bổ nhiệm)(?: làm)?[ \xa0]|[ \xa0]làm[ \xa0]\Z")
"""What says that an office is given and not held so far: ``A, Giám đốc X và B, … được bầu`` *giữ chức*."""
_MADE = lazy(r"[ \xa0](?:[^\W\d_]+[ \xa0]){0,4}?(?:làm|giữ|trúng cử|đắc cử|tái cử)[ \xa0]")
"""What gives all that are named before it their office: ``A và bà B được bầu`` *làm* ``…``."""
_ALL = lazy(
    r"[ \xa0]?[(,–-]?[ \xa0]?(?:cả[ \xa0](?:\d{1,2}|hai|ba|bốn|năm)(?:[ \xa0][^\W\d_]{2,6}){0,2}[ \xa0])?"
    r"(?:đều|cùng|lần lượt)[ \xa0]|[ \xa0](?:là|được|giữ|làm)[ \xa0]"
)
"""What says that all who are named before hold the office behind: ``A và B (`` *đều* ``nguyên …``."""
_LIFE = lazy(r"[ \xa0]?\((?:SN[ \xa0:]|sn[ \xa0:]|[Ss]inh |\d{2} tuổi|trú |ngụ |quê )[^()\n]{0,70}\)")
"""When somebody was born and where they live, in brackets behind their name."""
_LEADS = (" làm ", " giữ chức ")
_LED = frozenset(
    (
        "Giám đốc", "Tổng Giám đốc", "Chủ tịch", "Chủ nhiệm", "Hiệu trưởng", "Viện trưởng", "Bí thư",
        "Cục trưởng", "Chi cục trưởng", "Trưởng ban", "Chánh Văn phòng",
    )
)  # fmt: skip
"""Offices of those who lead what stands before them: ``Sở Tài chính do ông A làm`` *Giám đốc*."""
_CAPITALS = lazy(
    rf"[{UPPER}](?<![\w’'].)(?:[\w\-]*(?P<more>(?:[’'][\w’'\-]*)?(?:[ \xa0][{UPPER}][\w’'\-]*){{1,11}}"
    r"|[’'][\w’'\-]*)|[\w\-]*)"
)


_Known = tuple[set[str], set[str]]
"""The given names and the full names of those found so far, folded."""


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
    offices = _offices(text, layout, organizations)
    found: list[PersonMention] = []
    given: list[list[Office]] = []
    known: set[str] = set()
    full: set[str] = set()
    last = floor = 0
    for at, end in _stretches(text, closed, offices.named):
        for candidate in candidates(text, at, end):
            if candidate.start < max(at, last):
                continue
            told = _tells(candidate) or _folded(candidate.words) in full
            if not (told or offices.near(candidate.start)):
                continue
            read = _person(text, candidate, offices, found, floor, (known, full))
            if read is not None:
                person, around = read
                floor = around.end
                found.append(person)
                given.append(around.all)
                known.add(fold_syllable(person.name.rpartition(" ")[2]))
                full.add(_folded(person.name.split()))
                if " " not in person.name:
                    for span in more_given_names(text, person.start, person.end, closed, known):
                        found.append(_mention(text, span.start, span.stop))
                        given.append([])
                at = last = found[-1].end
    for i in _share(text, found, given):
        _entitle(found[i], given[i])
    return found


def _folded(words: Iterable[str]) -> str:
    return " ".join(map(fold_syllable, words))


def _tells(candidate: Shape) -> bool:
    """Whether the words may be a name with nothing before them: a cheap look."""
    if candidate.surname or candidate.sure or _MARK.search(candidate.words[0]):
        return True
    return sum(map(foreign, candidate.words)) > 1


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
    text: str, candidate: Shape, offices: Offices, found: list[PersonMention], floor: int, known: _Known
) -> tuple[PersonMention, _Given] | None:
    """Read a person, with the offices around the name; ``known`` are the names before."""
    given = _given(text, candidate.start, candidate.end, offices, floor)
    listed = (
        bool(found)
        and candidate.start - found[-1].end <= 120
        and _in_list(text, found[-1].end, candidate.start)
    )
    listed = listed or names_ahead(text, candidate.end)
    before = given.before
    around = Around(
        titled=bool(before),
        addressed=any(office.title.kind == "form" for office in before),
        followed=bool(given.after) or BORN.match(text, candidate.end) is not None,
        listed=listed,
        signs=bool(given.above),
        state=any(office.title.name in STATE_OFFICES or office.organization for office in before),
        ranked=bool(before) and before[-1].title.kind == "rank",
        called=bool(before) and before[-1].title.name in occupations(),
        known=fold_syllable(candidate.words[-1]) in known[0],
        again=len(candidate.words) > 1 and _folded(candidate.words) in known[1],
        behind_body=candidate.start > 1 and offices.organization_over(candidate.start - 2) is not None,
    )
    if not judge(text, candidate, around):
        return None
    person = _mention(text, candidate.start, candidate.end)
    _entitle(person, given.all)
    return person, given


def _mention(text: str, start: int, end: int) -> PersonMention:
    surface = text[start:end]
    return made(PersonMention)(text=surface, start=start, end=end, name=spelled(surface))


def _entitle(person: PersonMention, given: list[Office]) -> None:
    person.titles = list(dict.fromkeys(office.title.name for office in given if office.title.name))
    person.organization = next((o.held_in for o in given if o.held_in), None)


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
    initial = text[end : end + 1] == "." and text[end - 2 : end - 1] == " "  # "ông Trần H., Giám đốc"
    dashed = any(
        text[held.end : at].strip(" \xa0") in ("-", "–")
        for held, at in zip(before, [*(office.start for office in before[1:]), start], strict=False)
    )
    after = offices.after(end + 1 if initial else end, dashed)
    if after and replaced(text, start, text[end : after[0].start]):
        after = []  # "bà A thay ông B làm Giám đốc"
    above: list[Office] = []
    begin = before[0].start if before else start
    last = after[-1] if after else None
    if last and last.held_in is None and last.title.name in _LED and text.endswith(_LEADS, end, last.start):
        after[-1] = last._replace(organization=offices.led(begin, floor))
    plain = all(office.title.kind == "rank" for office in before)
    if not (plain or after) and all(office.title.kind != "office" for office in before):
        after = offices_below(text, begin, end, offices, floor) if says_office(text, end) else after
    if plain and alone(text, begin, end):
        above = offices_above(text, begin, offices, floor)
        after = after or ([] if above else offices_below(text, begin, end, offices, floor))
    if not (above or after) and plain:
        above = offices_in_column(text, begin, end, offices, floor)
    return _Given(above, before, after, after[-1].end if after else end)


def _offices(text: str, layout: Layout, organizations: list[OrganizationMention]) -> Offices:
    """Give what reads the offices of a text, with what it has read before beside the same organisations."""
    known = layout.once("offices", lambda: Offices(text, organizations))
    same = len(known.organizations) == len(organizations) and all(
        map(is_, known.organizations, organizations)
    )
    return known if same else Offices(text, organizations)


def offices_of(
    text: str, layout: Layout, people: list[PersonMention], organizations: list[OrganizationMention]
) -> list[list[Office]]:
    """Read again the offices that the text gives people, each with its span and organisation.

    Args:
        text: the repaired text.
        layout: its shape.
        people: its people, in text order.
        organizations: its organisations, in text order.
    """
    offices = _offices(text, layout, organizations)
    found, floor = [], 0
    for person in people:
        given = _given(text, person.start, person.end, offices, floor)
        floor = given.end
        found.append(given.all)
    for _ in _share(text, people, found):
        pass
    return found


def _share(text: str, people: list[PersonMention], given: list[list[Office]]) -> Iterator[int]:
    """Give those without an office that of a neighbour in a list, in place; give their indices.

    ``A`` in ``A, B, Phó Chủ tịch UBND huyện`` holds the office of ``B``; so does ``B`` in
    ``các Phó Giám đốc Sở A, B`` and in ``Phó Trưởng ban: A, B`` that of ``A``.
    """
    elected: set[int] = set()
    for i in range(len(people) - 2, -1, -1):
        behind = people[i + 1].end
        called = all(_is_called(office) for office in given[i]) and _ALL.match(text, behind) is not None
        if (_named(given[i]) and not called) or not _named(given[i + 1]):
            continue
        made = _AND.fullmatch(text, people[i].end, people[i + 1].start) and (
            i + 1 in elected or _MADE.match(text, behind)
        )
        if not (made or _joined(text, people[i], people[i + 1])):
            continue
        marked = _ALL.match(text, behind) is not None or text.endswith(
            ("đều là ", "đều ", "cùng là "), behind, given[i + 1][-1].start
        )
        bracketed = text[behind : behind + 2].strip() == "(" and not (
            marked or _COUNTED.search(text, max(0, people[i].start - 20), people[i].start)
        )
        respective = _respective(text, behind, given[i + 1])
        held = [office for office in given[i + 1] if office.start > behind]
        if not (made or marked or respective) and any(map(_is_sole, held)):
            continue  # "A và B - Giám đốc Công ty X": one body has one head
        if respective and not (marked or made):
            first, second = given[i + 1][-2:]
            body = first.organization or second.organization
            given[i] = [*given[i], first._replace(organization=body)]
            given[i + 1] = [*given[i + 1][:-2], second]
            yield from (i, i + 1)
        elif not bracketed and given[i + 1][-1].start > behind:
            given[i] = [*given[i], *held] if called else given[i + 1]
            elected.update((i,) if made else ())
            yield i
    yield from _share_onward(text, people, given)


def _share_onward(text: str, people: list[PersonMention], given: list[list[Office]]) -> Iterator[int]:
    """Give those behind the first of several its office, and the first what the last of two is given."""
    for i in range(len(people) - 1):
        shared = [o for o in given[i] if o.title.kind == "office" and o.start < people[i].start]
        end = max(people[i].end, given[i][-1].end) if given[i] else people[i].end
        begin = min(people[i + 1].start, given[i + 1][0].start) if given[i + 1] else people[i + 1].start
        own = [office for office in given[i] if office.title.kind == "office"]
        last = _given_to_both(text, given[i + 1]) if _SHARES.fullmatch(text, end, begin) else None
        if last and not (_is_given(text, own) or (_leads(text, last) and not _is_member(text, own))):
            given[i] = [*given[i], last]
            yield i
        if not shared or any(office.title.kind == "office" for office in given[i + 1]):
            continue
        several = _SEVERAL.search(text, max(0, shared[0].start - 20), shared[0].start) is not None
        joint = text[shared[0].title_end : people[i].start]
        several = several or ":" in joint or " đối với " in joint
        if several and (_NEXT.fullmatch(text, end, begin) or _NEXT_ITEM.fullmatch(text, end, begin)):
            given[i + 1] = [*shared, *given[i + 1]]
            yield i + 1


def _leads(text: str, office: Office) -> bool:
    """Whether an office is one in a committee, which somebody acts in: *làm* ``Phó Trưởng đoàn``."""
    return text.endswith(_LEADS, 0, office.start)


def _is_member(text: str, own: list[Office]) -> bool:
    """Whether somebody's offices are held in bodies of their own, and not in the committee spoken of."""
    return bool(own) and all(office.held_in and not _leads(text, office) for office in own)


def _respective(text: str, behind: int, offices: list[Office]) -> bool:
    """Whether two persons hold one office each, in their order: ``A và B,`` *Giám đốc và kế toán trưởng*."""
    held = [office for office in offices if office.title.kind == "office"]
    return (
        len(held) == 2
        and held[0].start > behind
        and text[held[0].title_end : held[1].start].strip(" \xa0") == "và"
    )


def _is_called(office: Office) -> bool:
    """Whether a title is no office: a rank, or what somebody does for a living (*nhà giáo*)."""
    return not office.is_held


def _is_sole(office: Office) -> bool:
    """Whether a body has but one such office, which no two persons hold at once."""
    return office.organization is not None and office.title.name in _LED


def _given_to_both(text: str, offices: list[Office]) -> Office | None:
    """Give the office that the last of two persons is said to be elected to, behind the one held so far."""
    held = [office for office in offices if office.title.kind == "office"]
    return held[-1] if _is_given(text, held) else None


def _is_given(text: str, held: list[Office]) -> bool:
    """Whether the last office is said to be given to whoever holds the one before it."""
    return len(held) > 1 and _ELECTED.search(text[held[-2].end : held[-1].start]) is not None


def _joined(text: str, left: PersonMention, right: PersonMention) -> bool:
    between = _LIFE.sub("", text[left.end : right.start]) if right.start - left.end < 90 else ""
    return between.strip() in (",", "và")


def _named(offices: list[Office]) -> bool:
    return any(office.title.name for office in offices)


def _in_list(text: str, end: int, start: int) -> bool:
    between = text[end:start].strip()
    return between in (",", ";", "và", "-", "") or (between[:1] in ",;-–" and between[-1:] in ",;-–.")
