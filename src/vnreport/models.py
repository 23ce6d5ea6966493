"""The parts of the report object: base types and the mentions; :mod:`vnreport.report` has the rest.

Offsets, dates and numbers are as that module says.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from vnreport.base_model import Model, Number, made, no_items
from vnreport.units import unit_of

Modifier = Literal["exact", "approx", "nearly", "over", "under", "at_least", "at_most", "estimated"]
"""How the text qualifies a number; the words of each are in ``lexicon/modifiers.tsv``."""

InstrumentKind = Literal[
    "constitution",
    "code",
    "law",
    "ordinance",
    "order",
    "resolution",
    "joint_resolution",
    "decree",
    "decision",
    "circular",
    "joint_circular",
    "directive",
    "plan",
    "programme",
    "scheme",
    "official_letter",
    "telegram",
    "notice",
    "conclusion",
    "report",
    "submission",
    "guidance",
    "regulation",
    "standard",
    "treaty",
    "other",
]

Relation = Literal[
    "implements",
    "issued_under",
    "based_on",
    "issues",
    "drafts",
    "amends",
    "amended_by",
    "repeals",
    "guides",
    "cites",
]

Grain = Literal["day", "month", "quarter", "half", "year", "interval"]
Level = Literal["province", "district", "commune", "country", "other"]


class Interval(Model):
    """A span of days, both ends included."""

    start: dt.date
    """First day."""
    end: dt.date
    """Last day."""


class Span(Model):
    """A stretch of :attr:`Report.text`."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""


class Mention(Model):
    """A span of the text with a normalised value: the fields that all mentions share."""

    id: str = ""
    """Name of the mention within its report (``m1``, ``m2`` … in text order)."""
    text: str
    """The characters of the span: ``report.text[start:end]``."""
    start: int
    """Offset of the span in :attr:`Report.text`."""
    end: int
    """Offset behind the span in :attr:`Report.text`."""
    source_start: int = 0
    """Offset of the span in the raw input."""
    source_end: int = 0
    """Offset behind the span in the raw input."""

    def __str__(self) -> str:
        return self.text


class Provision(Model):
    """One provision of an instrument that a citation names."""

    article: str | None = None
    """Điều: ``"5"``."""
    clause: str | None = None
    """Khoản: ``"2"``."""
    point: str | None = None
    """Điểm: ``"a"``."""
    chapter: str | None = None
    """Chương: ``"II"``."""
    section: str | None = None
    """Mục: ``"1"``."""
    appendix: str | None = None
    """Phụ lục: ``"I"``; an empty string for ``Phụ lục`` without a number."""


class InstrumentMention(Mention):
    """A citation of a legal or administrative instrument, provisions, date and issuer included."""

    type: Literal["instrument"] = "instrument"
    kind: InstrumentKind
    """What the instrument is."""
    number: str | None = None
    """The number as printed: ``"09"``."""
    year: int | None = None
    """Year from the code or a bare year, never from a full date."""
    symbol: str | None = None
    """The code without number and year: ``NĐ-CP``."""
    code: str | None = None
    """The canonical identifier as the issuer writes it: ``09/2017/NĐ-CP``."""
    name: str | None = None
    """For instruments cited by name: ``Luật Đất đai``."""
    issuer: str | None = None
    """The issuing body, expanded; stated, or implied by a central symbol."""
    date: dt.date | None = None
    """Day of signing or passing."""
    title: str | None = None
    """The ``quy định chi tiết …`` or ``về việc …`` clause behind the citation."""
    provisions: list[Provision] = Field(default_factory=no_items)
    """The articles, clauses, points … that the citation names; ranges are expanded."""
    refers_to: str | None = None
    """Id of the mention that a reference back (``Nghị định này``) points to."""


class MoneyMention(Mention):
    """A sum of money."""

    type: Literal["money"] = "money"
    value: Number
    """The amount in units of the currency."""
    value_max: Number | None = None
    """Upper end of a range."""
    currency: str = "VND"
    """ISO 4217 code."""
    modifier: Modifier = "exact"
    """How the text qualifies the amount."""
    per: str | None = None
    """What the amount is for one of: ``tháng``, ``người``, ``kg``."""


class PercentMention(Mention):
    """A percentage or a number of percentage points."""

    type: Literal["percent"] = "percent"
    value: Number
    """The number before the sign: 15.2 for ``15,2%``."""
    value_max: Number | None = None
    """Upper end of a range."""
    modifier: Modifier = "exact"
    """How the text qualifies the number."""
    points: bool = False
    """True for percentage points (``điểm phần trăm``)."""


class QuantityMention(Mention):
    """A number and the noun phrase that it counts or measures."""

    type: Literal["quantity"] = "quantity"
    value: Number
    """The number."""
    value_max: Number | None = None
    """Upper end of a range."""
    unit: str
    """Classifier, measure or head noun right after the number: ``cuộc``, ``ha``."""
    what: str
    """The counted noun phrase without the number: ``cuộc thanh tra chuyên ngành``."""
    modifier: Modifier = "exact"
    """How the text qualifies the number."""
    of: Number | None = None
    """The whole, in ``50/53 đại biểu``."""

    @property
    def unit_code(self) -> str | None:
        """The unit's UCUM code (``har`` for hectares); None for what is counted, or where UCUM has none."""
        unit = unit_of(self.unit)
        return unit.code if unit else None

    def to_base(self) -> tuple[Decimal, str] | None:
        """Give the value in the base unit of its dimension: ``(Decimal("12000"), "m2")`` for ``1,2 ha``.

        None for what is counted, and for units of no fixed size (``tháng``, ``độ C``, ``sào``).
        """
        unit = unit_of(self.unit)
        if unit is None or unit.factor is None or unit.base is None:
            return None
        return self.value * unit.factor, unit.base


class TimeMention(Mention):
    """A date, an interval or a reporting period.

    The SPEC calls the two days ``start`` and ``end``; those names belong to the offsets that every
    mention carries, so here they are ``start_date`` and ``end_date``.
    """

    type: Literal["time"] = "time"
    start_date: dt.date
    """First day."""
    end_date: dt.date
    """Last day, inclusive."""
    grain: Grain
    """How fine the text is: a day, month, quarter, half year, year, or an interval of several."""
    year_from: Literal["text", "sentence", "section", "document", "reference"] = "text"
    """Where the year was found: in the mention itself, or the context that supplied it."""

    @property
    def period(self) -> Interval:
        """The two days as an :class:`Interval`."""
        return made(Interval)(start=self.start_date, end=self.end_date)


class PersonMention(Mention):
    """A person; the span is the name alone."""

    type: Literal["person"] = "person"
    name: str
    """The name."""
    titles: list[str] = Field(default_factory=no_items)
    """Titles and offices that the text gives the person."""
    organization: str | None = None
    """The organisation of the office."""


class OrganizationMention(Mention):
    """An agency, association, company or school."""

    type: Literal["organization"] = "organization"
    name: str
    """The name with abbreviations expanded: ``Sở Thông tin và Truyền thông``."""
    abbreviation: str | None = None
    """The short form that the text uses: ``Sở TT&TT``."""
    place: str | None = None
    """The place that the organisation belongs to."""


class PlaceMention(Mention):
    """An administrative unit or a named place, its level word included."""

    type: Literal["place"] = "place"
    name: str
    """The name with its level word: ``quận Lê Chân``."""
    level: Level = "other"
    """Administrative level."""
    code: str | None = None
    """Code of the General Statistics Office."""
    successor: str | None = None
    """Today's unit, where a merger replaced it."""


class ProgrammeMention(Mention):
    """A named plan, project, scheme, strategy or planning."""

    type: Literal["programme"] = "programme"
    kind: str
    """``Dự án``, ``Đề án``, ``Kế hoạch``, ``Quy hoạch``, ``Chương trình``, ``Chiến lược`` …"""
    title: str
    """The title without its kind."""


AnyMention = Annotated[
    InstrumentMention
    | MoneyMention
    | PercentMention
    | QuantityMention
    | TimeMention
    | PersonMention
    | OrganizationMention
    | PlaceMention
    | ProgrammeMention,
    Field(discriminator="type"),
]
