"""Explanations: which rule found a fact, and where each of its fields came from, in words and spans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnreport.report import AnyFact, Report, Source

_RULES = {
    "number": "the number that the clause states",
    "absence": "words that say there was none",
    "part": "a bare number that goes through the count before it",
    "counted": "the phrase that the number counts",
    "before": "the phrase before the number",
    "behind": "the first that stands behind",
    "composed": "put together from the words around the number",
    "clause": "stands in the clause, before the number",
    "sentence": "stands in the sentence and holds for the clause",
    "paragraph": "opens the paragraph",
    "heading": "stands in the heading or the line above",
    "inspected": "is the body that the title says was inspected",
    "speaker": "is the agency of the one who says it",
    "agent": "did it, as the passive before the number says",
    "meant": "was named in full before",
    "relative": "words that lean on the period of the document",
    "document": "holds for the whole document",
    "meeting": "is the day of the meeting",
    "future": "the period lies ahead of the document's date",
    "cue": "the words that govern it",
    "row": "the row and column of the table",
    "passive": "the passive behind the instrument",
    "beside": "stands beside the name",
    "person": "the office of the person",
    "signature": "whoever signs holds office in the agency that reports",
    "comparison": "the comparison that goes with the number",
    "modifier": "the words that qualify the number",
    "cell": "the number in the cell of a table",
    "head": "stands in the head of the column",
    "verb": "the verb that governs the number",
    "default": "nothing in the text says otherwise",
}
"""What each rule says of the words that it read."""

_FIELDS = {
    "measurement": (
        "indicator",
        "value",
        "modifier",
        "change",
        "period",
        "place",
        "organization",
        "action",
        "status",
    ),
    "citation": ("relation", "organization"),
    "role": ("title", "organization"),
}


def explain(report: Report, fact: AnyFact) -> str:
    """Say which rule found a fact and where its fields came from; see :meth:`Report.explain`."""
    lines = [f"{fact.id} {fact.type}: {_headline(fact)} (confidence {fact.confidence:.2f})"]
    lines.append(_line("evidence", _quoted(report, fact.evidence.start, fact.evidence.end)))
    for field in _FIELDS[fact.type]:
        value = getattr(fact, field)
        source = fact.sources.get(field)
        if source is None:
            continue
        shown = field == "value" and value is None
        said = "" if shown else f"{_shown(value)}: "
        lines.append(_line(field, said + _said(report, source)))
    return "\n".join(lines)


def _line(field: str, text: str) -> str:
    return f"  {field:<13}{text}"


def _headline(fact: AnyFact) -> str:
    if fact.type == "measurement":
        value = "a change" if fact.value is None else _shown(fact.value)
        return f"{fact.indicator} = {value} {fact.unit}"
    if fact.type == "citation":
        return f"{fact.relation} {fact.code or fact.name or 'an instrument'}"
    return f"{fact.person}, {fact.title}"


def _said(report: Report, source: Source) -> str:
    rule = _RULES.get(source.rule, source.rule)
    if source.start is None or source.end is None:
        return rule
    return f"{rule}, {_quoted(report, source.start, source.end)}"


def _quoted(report: Report, start: int, end: int) -> str:
    """Quote a stretch of the text with its offsets; a long one by its ends."""
    words = " ".join(report.text[start:end].split())
    if len(words) > 160:
        words = f"{words[:100]} … {words[-50:]}"
    return f"“{words}” [{start}:{end}]"


def _shown(value: Any) -> str:
    """Show a value of a field in one line."""
    if hasattr(value, "direction"):
        parts = [value.direction, value.value, value.unit, value.baseline and f"against {value.baseline}"]
        return " ".join(str(part) for part in parts if part is not None)
    if hasattr(value, "start"):
        return f"{value.start} to {value.end}"
    return f"{value:f}" if hasattr(value, "as_tuple") else str(value)
