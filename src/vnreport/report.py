"""The report object: what :func:`vnreport.extract` returns, as pydantic models.

All offsets are half-open ``[start, end)`` and count code points. ``start`` and ``end`` point into
:attr:`Report.text` (the repaired text, Unicode NFC); ``source_start`` and ``source_end`` point into
the raw input that the caller gave. Dates are ISO 8601, intervals include both ends. Numbers are
:class:`decimal.Decimal` in Python and JSON numbers when dumped.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import BaseModel, Field, PrivateAttr

from vnreport.base_model import Model, Number, no_entries, no_items
from vnreport.fact_models import AnyFact, Change, Citation, Fact, Measurement, Role, Source
from vnreport.models import (
    AnyMention,
    Grain,
    InstrumentKind,
    InstrumentMention,
    Interval,
    Level,
    Mention,
    Modifier,
    MoneyMention,
    OrganizationMention,
    PercentMention,
    PersonMention,
    PlaceMention,
    ProgrammeMention,
    Provision,
    QuantityMention,
    Relation,
    Span,
    TimeMention,
)
from vnreport.repair.types import Repair
from vnreport.source import FileMap, Part

if TYPE_CHECKING:
    import pandas as pd

    from vnreport.layout.tokens import Token


__all__ = [
    "AnyFact",
    "AnyMention",
    "Change",
    "Citation",
    "Document",
    "Fact",
    "FileMap",
    "Grain",
    "InstrumentKind",
    "InstrumentMention",
    "Interval",
    "Level",
    "Measurement",
    "Mention",
    "Model",
    "Modifier",
    "MoneyMention",
    "Number",
    "OrganizationMention",
    "Part",
    "PercentMention",
    "PersonMention",
    "PlaceMention",
    "ProgrammeMention",
    "Provision",
    "QuantityMention",
    "Relation",
    "Repair",
    "Report",
    "Role",
    "Section",
    "Source",
    "Span",
    "TimeMention",
    "measurement_columns",
]


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
    sources: dict[str, Span] = Field(default_factory=no_entries)
    """For each field above that is set, the span of the text it came from."""


M = TypeVar("M", bound=BaseModel)


class Report(Model):
    """A report, repaired and read. See the module's docstring for offsets and numbers."""

    text: str
    """The repaired text."""
    document: Document = Field(default_factory=Document)
    """What the text says about the document itself."""
    repairs: list[Repair] = Field(default_factory=no_items)
    """What repair changed, in text order."""
    sections: list[Section] = Field(default_factory=no_items)
    """The heading tree, in text order."""
    sentences: list[Span] = Field(default_factory=no_items)
    """The sentences, in text order."""
    mentions: list[AnyMention] = Field(default_factory=no_items)
    """Spans with a normalised value, in text order."""
    facts: list[AnyFact] = Field(default_factory=no_items)
    """What the report states, in text order."""

    file: str | None = None
    """Name of the file it was read from; null where the caller gave the text itself."""
    source: FileMap | None = None
    """Pages, paragraphs and cells of that file; null where the raw input is the file itself (plain text)."""

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

    def locate(self, item: Mention | Fact) -> list[Part]:
        """Give the pages, paragraphs or cells that a mention or a fact was read from.

        Args:
            item: a mention of this report, or a fact, which lies where the clause does that states it.

        Returns:
            The parts in order, with offsets into the raw input; none where :attr:`source` is null.
        """
        if self.source is None:
            return []
        if isinstance(item, Mention):
            return self.source.locate(item.source_start, item.source_end)
        return self.source.locate(*self._source_span(item.evidence))

    def _source_span(self, span: Span) -> tuple[int, int]:
        """Map a span of the text to the raw input; a bound inside a replacement widens to all of it."""
        start, end = span.start, span.end
        source_start, source_end = start, end
        for item in self.repairs:
            if item.end <= start:
                source_start = start + item.source_end - item.end
            elif item.start < start:
                source_start = item.source_start
            if item.end <= end:
                source_end = end + item.source_end - item.end
            elif item.start < end:
                source_end = item.source_end
        return source_start, source_end

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
            if name == "sources":
                continue
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

    def explain(self, fact: AnyFact | str) -> str:
        """Say in words which rule found a fact and where each of its fields came from.

        Args:
            fact: one of :attr:`facts`, or its id (``"f3"``).

        Returns:
            A line for the fact and one a field: its value, the rule, and the words that it read.

        Raises:
            KeyError: if no fact of the report has that id.
        """
        from vnreport.explanation import explain

        if isinstance(fact, str):
            found = next((f for f in self.facts if f.id == fact), None)
            if found is None:
                raise KeyError(fact)
            return explain(self, found)
        return explain(self, fact)

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
        if name == "sources":
            continue
        if name == "evidence":
            columns += ["start", "end", "evidence"]
        elif name in _NESTED:
            columns += [f"{name}_{part}" for part in _NESTED[name]]
        else:
            columns.append(name)
    return columns
