"""Roles: which office a person holds, where."""

from __future__ import annotations

from vnreport.base_model import compact, made
from vnreport.facts.scope import Scope
from vnreport.mentions.people import Office, offices_of
from vnreport.mentions.people.titles import occupations
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention, PersonMention, Role, Source, Span

_CONFIDENCE = 0.88
"""How often a role is right, as measured on the development half of the gold."""
_NEAR = 4
"""How far apart two offices stand that share an agency: ``Chủ tịch HĐQT, Giám đốc Công ty …``."""
_ELSEWHERE = (
    "Thủ tướng",
    "Tổng thống",
    "ủy viên",
    "Ủy viên",
    "Đảng",
    "nước",
    "Trụ trì",
    "Thường vụ",
    "Chấp hành",
    "Chính trị",
)
"""What ends the name of an office in the Party or the State, whose body a later office does not tell."""
_ALSO = lazy(r"[ \xa0]?[,–-]?[ \xa0]kiêm[ \xa0]")
_UNIT = lazy(
    r"[ \xa0](?:khoa|phòng|bộ môn|tổ|viện|trung tâm)[ \xa0][^.;()\n]{2,50}"
    r"|(?:[ \xa0][a-zà-ỹđ]{1,7}){1,5}[ \xa0]"
)
"""The unit of an employer, or the field, between it and what somebody does there."""
_APPOSED = lazy(r"(?:,| [-–]| ?\()[ \xa0]?")
"""What an organisation follows a name behind: ``Thẩm phán Lê Thị Hà``, *Tòa án nhân dân tỉnh*."""
_CLOSES = lazy(
    r"[ \xa0]?(?:\)|[,.;:](?![^\W_])|$|\n)"
    r"|[ \xa0](?:cho (?:biết|hay|rằng)|nói|khẳng định|làm|giữ|đã|là|bào chữa|chia sẻ)(?!\w)"
)
"""What closes an apposition."""
_SECRETARY = "Bí thư"
_COMMITTEE = lazy(r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy(?!\w)")
"""The Party's committee that a later office is held under: ``Bí thư, Trưởng Ban Dân vận`` *Huyện ủy*."""


def find(scope: Scope) -> list[Role]:
    """Find the roles of a text: one for each office that stands beside a mention of a person.

    Whoever signs for the document holds office in the agency that issues it, if no other is named.
    Ranks and degrees (``Thượng tá``, ``TS.``) are titles of the person and no roles.
    """
    people = [m for m in scope.mentions if isinstance(m, PersonMention)]
    agencies = [m for m in scope.mentions if isinstance(m, OrganizationMention)]
    if not people:
        return []
    found: list[Role] = []
    for person, given in zip(people, offices_of(scope.text, scope.layout, people, agencies), strict=True):
        held: dict[tuple[str, int], Office] = {}
        for office in given:
            if office.title.kind == "office":
                where = office.organization.start if office.organization else -1
                held.setdefault((office.title.name, where), office)
        found += _roles(scope, person, list(held.values()))
    return found


def _roles(scope: Scope, person: PersonMention, offices: list[Office]) -> list[Role]:
    """Make the roles of one person."""
    sentence = scope.layout.sentence_at(person.start)
    start, end = (sentence.start, max(sentence.end, person.end)) if sentence else (person.start, person.end)
    roles: list[Role] = []
    later: Office | None = None
    apposed = _apposed(scope, person) if any(office.start < person.start for office in offices) else None
    for office in reversed(offices):
        below = later is not None and "\n" in scope.text[office.end : later.start]
        if office.held_in is None and later and not below and _shares(scope.text, office, later):
            office = office._replace(organization=later.organization)
        if apposed and office.held_in is None and 0 <= person.start - office.end <= _NEAR:
            office = office._replace(organization=apposed)
        trade = office.title.name.removeprefix("nguyên ").removeprefix("cựu ")
        if office.held_in is None and trade in occupations() and not _employed(scope, person, office):
            continue
        sources = {"title": Source(rule="beside", start=office.start, end=office.title_end)}
        organization = None
        if office.organization:
            organization = office.organization.name
            beside = office.organization
            sources["organization"] = Source(rule="beside", start=beside.start, end=beside.end)
        elif office.unit:
            organization = office.unit
            sources["organization"] = Source(rule="beside", start=office.start, end=office.title_end)
        elif later and later.organization and (committee := _committee(office, later)):
            organization = committee
            beside = later.organization
            sources["organization"] = Source(rule="beside", start=beside.start, end=beside.end)
        elif _signs(scope, person) and scope.document.publisher:
            organization = scope.document.publisher
            sources["organization"] = Source(rule="signature")
        roles.append(
            made(Role)(
                evidence=made(Span)(start=start, end=end),
                mentions=[person.id],
                confidence=_CONFIDENCE,
                person=person.name,
                title=office.title.name,
                organization=organization,
                sources=compact(sources),
            )
        )
        later = office
    return roles[::-1]


def _committee(office: Office, later: Office) -> str | None:
    """Give the committee that a secretary serves, where the office behind it is held under that committee."""
    if office.title.name.find(_SECRETARY) < 0 or not 0 <= later.start - office.end <= _NEAR:
        return None
    found = _COMMITTEE.search(later.held_in or "")
    return found.string[found.start() :] if found and found.start() else None


def _apposed(scope: Scope, person: PersonMention) -> OrganizationMention | None:
    """Give the organisation that stands beside a name as its holder's: ``A`` *(Đoàn Luật sư tỉnh)*."""
    joint = _APPOSED.match(scope.text, person.end)
    if joint is None:
        return None
    for body in scope.between(joint.end(), joint.end() + 1):
        if isinstance(body, OrganizationMention) and body.start == joint.end():
            return body if _CLOSES.match(scope.text, body.end) else None
    return None


def _employed(scope: Scope, person: PersonMention, office: Office) -> bool:
    """Whether an organisation follows in the clause: ``A, giảng viên`` *khoa Toán, Trường Đại học Vinh*."""
    if office.start < person.end:
        return False
    behind = (m for m in scope.mentions if isinstance(m, OrganizationMention) and m.start >= office.end)
    body = next(behind, None)
    return body is not None and _UNIT.fullmatch(scope.text, office.end, body.start) is not None


def _shares(text: str, office: Office, later: Office) -> bool:
    """Whether an office is held in the agency of the one that follows it."""
    if _SECRETARY in office.title.name or office.title.name.endswith(_ELSEWHERE):
        return False
    between = later.start - office.end
    return 0 <= between <= _NEAR or (
        between > 0 and _ALSO.fullmatch(text, office.end, later.start) is not None
    )


def _signs(scope: Scope, person: PersonMention) -> bool:
    signed = scope.layout.signature
    return signed is not None and signed[0] <= person.start < signed[1]
