"""The report object: what :func:`vnreport.extract` returns, as pydantic models.

All offsets are half-open ``[start, end)`` and count code points. ``start`` and ``end`` point into
:attr:`Report.text` (the repaired text, Unicode NFC); ``source_start`` and ``source_end`` point into
the raw input that the caller gave. Dates are ISO 8601, intervals include both ends. Numbers are
:class:`decimal.Decimal` in Python and JSON numbers when dumped.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PrivateAttr

from vnreport.repair.types import Repair

if TYPE_CHECKING:
    import pandas as pd

    from vnreport.layout.tokens import Token


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    PlainSerializer(_json_number, return_type=int | float, when_used="json"),
]
"""A decimal number that JSON shows as a number, not as a string."""

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


class Model(BaseModel):
    """Base of all models: unknown fields are refused, field docstrings reach the JSON schema."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


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
    provisions: list[Provision] = Field(default_factory=list)
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
        return Interval(start=self.start_date, end=self.end_date)


class PersonMention(Mention):
    """A person; the span is the name alone."""

    type: Literal["person"] = "person"
    name: str
    """The name."""
    titles: list[str] = Field(default_factory=list)
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


class Change(Model):
    """How a measured value differs from another period, plan or state."""

    direction: Literal["up", "down", "flat"]
    """Which way."""
    value: Number | None = None
    """By how much; null where only the ends are given."""
    unit: str | None = None
    """Unit of the difference: ``%`` or the counted unit."""
    baseline: str | None = None
    """What it is compared with, as the text says it: ``cùng kỳ năm trước``."""


class Fact(Model):
    """What the report states: the fields that all facts share."""

    id: str = ""
    """Name of the fact within its report (``f1``, ``f2`` … in text order)."""
    evidence: Span
    """The clause that states it."""
    mentions: list[str] = Field(default_factory=list)
    """Ids of the mentions it is built from."""
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)
    """How sure the extraction is."""


class Measurement(Fact):
    """A number that the report states, with what it measures."""

    type: Literal["measurement"] = "measurement"
    indicator: str
    """The shortest phrase of the text that says what is measured."""
    value: Number | None = None
    """The value; null where the text states only a change."""
    value_max: Number | None = None
    """Upper end of a range."""
    unit: str
    """``VND`` (or another currency) for money, ``%`` for shares, else the counted unit."""
    modifier: Modifier = "exact"
    """How the text qualifies the value."""
    period: Interval | None = None
    """What time it is about: from the clause, else sentence, section, document."""
    place: str | None = None
    """Where."""
    organization: str | None = None
    """Who did or reports it."""
    action: str | None = None
    """The governing verb: ``tiến hành``, ``cấp``, ``xử phạt``."""
    status: Literal["result", "target", "limit"] = "result"
    """``result``; ``target`` for what is planned; ``limit`` for bounds that a rule sets."""
    change: Change | None = None
    """The comparison that goes with the value."""


class Citation(Fact):
    """What the report does with a legal instrument."""

    type: Literal["citation"] = "citation"
    code: str | None = None
    """Canonical identifier of the instrument."""
    name: str | None = None
    """Its name, where it is cited by name."""
    relation: Relation
    """What the report or its subject does with it."""
    organization: str | None = None
    """Who does it."""


class Role(Fact):
    """A person's office."""

    type: Literal["role"] = "role"
    person: str
    """The person's name."""
    title: str
    """The office or title."""
    organization: str | None = None
    """The organisation of the office."""


AnyFact = Annotated[Measurement | Citation | Role, Field(discriminator="type")]


class Section(Model):
    """A heading and the text under it, or a stretch of web-page boilerplate."""

    heading: str
    """The heading as written, its number included; empty for text before the first heading."""
    level: int
    """Depth in the heading tree; 1 is the outermost."""
    start: int
    """Offset of the heading in :attr:`Report.text`."""
    end: int
    """Offset behind the section, its subsections included."""
    kind: Literal["body", "head", "signature", "boilerplate"] = "body"
    """``boilerplate`` (menus, counters, share buttons) yields no facts."""


class Document(Model):
    """What the text says about the document itself; null where it does not say."""

    title: str | None = None
    """The title."""
    publisher: str | None = None
    """The organisation that reports."""
    place: str | None = None
    """The place that the report is about."""
    published: dt.date | None = None
    """The day it was signed or published."""
    period: Interval | None = None
    """The period that it reports on."""
    number: str | None = None
    """The document's own number: ``145/BC-SYT``."""
    sources: dict[str, Span] = Field(default_factory=dict)
    """For each field above that is set, the span of the text it came from."""


M = TypeVar("M", bound=BaseModel)


class Report(Model):
    """A report, repaired and read. See the module's docstring for offsets and numbers."""

    text: str
    """The repaired text."""
    document: Document = Field(default_factory=Document)
    """What the text says about the document itself."""
    repairs: list[Repair] = Field(default_factory=list)
    """What repair changed, in text order."""
    sections: list[Section] = Field(default_factory=list)
    """The heading tree, in text order."""
    sentences: list[Span] = Field(default_factory=list)
    """The sentences, in text order."""
    mentions: list[AnyMention] = Field(default_factory=list)
    """Spans with a normalised value, in text order."""
    facts: list[AnyFact] = Field(default_factory=list)
    """What the report states, in text order."""

    file: str | None = None
    """Name of the file it was read from; null where the caller gave the text itself."""

    _tokens: list[Token] | None = PrivateAttr(default=None)

    def _of(self, items: list[Any], model: type[M]) -> list[M]:
        return [item for item in items if isinstance(item, model)]

    @property
    def tokens(self) -> list[Token]:
        """The words of :attr:`text` with their offsets, segmented when first asked for."""
        if self._tokens is None:
            from vnreport.layout.tokens import tokenize

            self._tokens = tokenize(self.text)
        return self._tokens

    @property
    def instruments(self) -> list[InstrumentMention]:
        """The mentions of legal instruments."""
        return self._of(self.mentions, InstrumentMention)

    @property
    def money(self) -> list[MoneyMention]:
        """The mentions of sums of money."""
        return self._of(self.mentions, MoneyMention)

    @property
    def percents(self) -> list[PercentMention]:
        """The mentions of percentages."""
        return self._of(self.mentions, PercentMention)

    @property
    def quantities(self) -> list[QuantityMention]:
        """The mentions of counted or measured quantities."""
        return self._of(self.mentions, QuantityMention)

    @property
    def times(self) -> list[TimeMention]:
        """The mentions of dates and periods."""
        return self._of(self.mentions, TimeMention)

    @property
    def people(self) -> list[PersonMention]:
        """The mentions of people."""
        return self._of(self.mentions, PersonMention)

    @property
    def organizations(self) -> list[OrganizationMention]:
        """The mentions of organisations."""
        return self._of(self.mentions, OrganizationMention)

    @property
    def places(self) -> list[PlaceMention]:
        """The mentions of places."""
        return self._of(self.mentions, PlaceMention)

    @property
    def programmes(self) -> list[ProgrammeMention]:
        """The mentions of named programmes."""
        return self._of(self.mentions, ProgrammeMention)

    @property
    def measurements(self) -> list[Measurement]:
        """The measurements among the facts."""
        return self._of(self.facts, Measurement)

    @property
    def citations(self) -> list[Citation]:
        """The citations among the facts."""
        return self._of(self.facts, Citation)

    @property
    def roles(self) -> list[Role]:
        """The roles among the facts."""
        return self._of(self.facts, Role)

    def to_records(
        self, kind: Literal["measurement", "citation", "role", "mention"] = "measurement"
    ) -> list[dict[str, Any]]:
        """Give facts (or mentions) as flat dictionaries, one a row of a table.

        Args:
            kind: what a row is. All rows of a kind have the same keys, mentions excepted, whose
                normalised fields depend on their type. Intervals become ``…_start`` and ``…_end``,
                the change becomes ``change_direction`` and so on, and ``evidence`` is the text of
                the clause that states the fact, from ``start`` to ``end``.
        """
        items: list[Any] = self.mentions if kind == "mention" else self.facts
        return [self._record(item) for item in items if kind == "mention" or item.type == kind]

    def _record(self, item: Fact | Mention) -> dict[str, Any]:
        record: dict[str, Any] = {"file": self.file}
        for name, value in item:
            if name == "evidence":
                record |= {"start": value.start, "end": value.end}
                record["evidence"] = self.text[value.start : value.end]
            elif name in _NESTED:
                nested = dict(value) if value is not None else dict.fromkeys(_NESTED[name])
                record |= {f"{name}_{key}": part for key, part in nested.items()}
            elif name == "mentions":
                record[name] = " ".join(value)
            else:
                record[name] = value
        return record

    def to_frame(self) -> pd.DataFrame:
        """Give the measurements as a pandas table: dates as timestamps, numbers as floats.

        Raises:
            ImportError: if pandas is not installed (``pip install "vnreport[frame]"``).
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise ImportError('to_frame() needs pandas: pip install "vnreport[frame]"') from error
        frame = pd.DataFrame(self.to_records(), columns=measurement_columns())
        for column in ("value", "value_max", "change_value"):
            frame[column] = pd.to_numeric(frame[column].astype("float64"))
        for column in ("period_start", "period_end"):
            frame[column] = pd.to_datetime(frame[column])
        return frame


_NESTED: dict[str, tuple[str, ...]] = {
    "period": tuple(Interval.model_fields),
    "change": tuple(Change.model_fields),
}


def measurement_columns() -> list[str]:
    """Name the columns of a table of measurements, in the order of :meth:`Report.to_records`."""
    columns = ["file"]
    for name in Measurement.model_fields:
        if name == "evidence":
            columns += ["start", "end", "evidence"]
        elif name in _NESTED:
            columns += [f"{name}_{part}" for part in _NESTED[name]]
        else:
            columns.append(name)
    return columns
