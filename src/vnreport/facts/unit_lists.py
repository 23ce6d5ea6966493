"""Measurements of lists whose unit the line above states: ``ĐVT: đồng`` over ``- Tổng chi phí: 1.061``."""

from __future__ import annotations

from vnreport.base_model import made
from vnreport.facts.cells import Cell, text_lines
from vnreport.facts.held import Clause
from vnreport.facts.holding import hold
from vnreport.facts.scope import Scope
from vnreport.facts.table_captions import stated_unit
from vnreport.facts.table_columns import Unit, read_unit
from vnreport.facts.words import squeeze
from vnreport.mentions.numbers import parse_number
from vnreport.patterns import lazy
from vnreport.report import Measurement, Source
from vnreport.spans import Spans

_STATES = lazy(r"[(\s]*(?:đvt|đơn\s+vị(?:\s+tính)?|đv\s+tính)\s*:[^:\n|\t]{1,30}$")
_HEADED = lazy(
    r"[^\n|\t]{0,160}?\((?:đvt|đơn\s+vị(?:\s+tính)?|đv\s+tính)\s*:\s*(?P<unit>[^\s()\n:][^()\n:]{0,29}?)\s*\)[^()\n\d:]{0,40}?:?$"
)
"""A heading with the unit of the list below it: ``Giá nông sản (ĐVT: đồng/kg):``."""
_RATE = lazy(r"/\s?[^\d]+$")
_LINE = lazy(
    r"[\s\-–+•*]*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s*|[a-zđ][.)]\s*)?(?P<label>[^\W\d_][^:|\t\n]{2,120}?)\s*:\s*"
    r"(?P<number>-?\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,3})?)"
    r"(?:\s?[-–]\s?(?P<most>\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,3})?))?\s*[;.]?$"
)
"""An item with a bare number behind its label, or two that bound it."""
_YEAR = lazy(r"(?:19|20)\d\d$")
_FEWEST = 2
"""A list has so many items."""


def find(scope: Scope, taken: Spans) -> list[Measurement]:
    """Find the measurements of lists under a stated unit, none where a table was read."""
    if not any(word in scope.folded for word in ("đvt", "đơn vị", "đv tính")):
        return []
    lines = text_lines(scope.text)
    found: list[Measurement] = []
    for at, line in enumerate(lines):
        headed = _HEADED.match(scope.folded, line.start, line.end)
        if headed is None and _STATES.match(scope.folded, line.start, line.end) is None:
            continue
        items = _items(scope, lines, at + 1, taken)
        if len(items) < _FEWEST:
            continue
        unit = read_unit(_RATE.sub("", headed["unit"])) if headed else stated_unit(scope, line.end + 1)
        if unit is not None and (unit.name.isupper() or unit.name == "%"):
            found += [fact for item in items if (fact := _fact(scope, item, unit)) is not None]
    return found


def _items(scope: Scope, lines: list[Cell], first: int, taken: Spans) -> list[Cell]:
    """Give the lines of the list that the line at ``first`` opens."""
    items: list[Cell] = []
    for at in range(first, len(lines)):
        line = lines[at]
        match = _LINE.match(scope.folded, line.start, line.end)
        if match is None or taken.overlaps(line.start, line.end) or _YEAR.match(match["number"]):
            break
        if scope.between(match.start("number"), match.end("number")):
            break
        items.append(line)
    return items


def _fact(scope: Scope, line: Cell, unit: Unit) -> Measurement | None:
    match = _LINE.match(scope.folded, line.start, line.end)
    sentence = scope.layout.sentence_at(line.start)
    value = parse_number(match["number"].lstrip("-")) if match is not None else None
    if match is None or sentence is None or value is None:
        return None
    clause = Clause(line.start, line.end, sentence)
    start, end = match.span("number")
    held = hold(scope, clause, start, end)
    number = (-value if match["number"].startswith("-") else value) * 10**unit.scale
    most = parse_number(match["most"]) if match["most"] else None
    return made(Measurement)(
        evidence=scope.shared.evidence(clause),
        confidence=0.8,
        indicator=squeeze(scope.text[slice(*match.span("label"))]),
        value=number,
        value_max=most * 10**unit.scale if most is not None and most > value else None,
        unit=unit.name,
        period=held.period,
        place=held.place,
        organization=held.organization,
        status=held.status,
        sources={
            **held.sources,
            "value": Source(rule="cell", start=start, end=end),
            "indicator": Source(rule="before", start=match.start("label"), end=match.end("label")),
        },
    )
