"""The facts of the report object; :mod:`vnreport.report` says what offsets, dates and numbers are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from vnreport.base_model import Model, Number, no_entries, no_items
from vnreport.models import Interval, Modifier, Relation, Span


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


@dataclass(frozen=True, slots=True)
class Source:
    """Where a field of a fact came from: a rule, and the words that it read, where it read any."""

    # No model: a fact has six of these, and they would cost more than the fact itself.
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    # Described in Field: ``use_attribute_docstrings`` parses the module once for each kind of fact.
    rule: Annotated[str, Field(description="Name of the rule; :meth:`Report.explain` says it in a sentence.")]
    start: Annotated[int | None, Field(description="Offset of the words in :attr:`Report.text`.")] = None
    end: Annotated[int | None, Field(description="Offset behind the words.")] = None


class Fact(Model):
    """What the report states: the fields that all facts share."""

    id: str = ""
    """Name of the fact within its report (``f1``, ``f2`` … in text order)."""
    evidence: Span
    """The clause that states it."""
    mentions: list[str] = Field(default_factory=no_items)
    """Ids of the mentions it is built from."""
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)
    """How sure the extraction is."""
    sources: dict[str, Source] = Field(default_factory=no_entries)
    """Where the fields came from, by field; see :meth:`Report.explain`."""


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
