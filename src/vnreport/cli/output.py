"""What the commands print: summaries for people; JSON, JSON Lines and CSV for programs."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from vnreport.repair import RepairedText
    from vnreport.report import InstrumentMention, Interval, Measurement, Report

Writer = Callable[["Report"], None]


def format_number(value: Decimal) -> str:
    """Print a number as Vietnamese text does: ``1.203,5``."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def format_period(period: Interval | None) -> str:
    """Print a period in the shortest form: a year, a month, a day or two days."""
    if period is None:
        return ""
    first, last = period.start, period.end
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    whole = first.day == 1 and (last + dt.timedelta(days=1)).day == 1
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first.isoformat()} … {last.isoformat()}"


def _value(fact: Measurement) -> str:
    if fact.value is None:
        text = ""
    elif fact.value_max is None:
        text = format_number(fact.value)
    else:
        text = f"{format_number(fact.value)} – {format_number(fact.value_max)}"
    sign = "" if fact.modifier == "exact" else f" ({fact.modifier})"
    return text + sign


def _change(fact: Measurement) -> str:
    change = fact.change
    if change is None:
        return ""
    arrow = {"up": "▲", "down": "▼", "flat": "="}[change.direction]
    amount = f" {format_number(change.value)}" if change.value is not None else ""
    unit = f" {change.unit}" if change.unit and amount else ""
    return f"{arrow}{amount}{unit}"


def print_summary(report: Report, console: Console) -> None:
    """Print what a person wants to know of a report: title, period, instruments, numbers, people."""
    from rich.markup import escape
    from rich.table import Table

    document = report.document
    name = document.title or report.file or ""
    console.rule(f"[bold]{escape(name)}", align="left")
    for label, value in (
        ("File", report.file),
        ("Number", document.number),
        ("Publisher", document.publisher),
        ("Place", document.place),
        ("Published", document.published and document.published.isoformat()),
        ("Period", format_period(document.period)),
        ("Repairs", str(len(report.repairs)) if report.repairs else None),
    ):
        if value:
            console.print(f"[dim]{label + ':':<11}[/dim]{escape(value)}", highlight=False, soft_wrap=True)
    if report.instruments:
        table = Table(
            "Instrument", "Kind", "Date", "Issuer", "Times", title="Legal instruments", title_justify="left"
        )
        for instrument, count in _distinct(report.instruments):
            identity = instrument.code or instrument.name or instrument.text
            day = instrument.date.isoformat() if instrument.date else ""
            table.add_row(escape(identity), instrument.kind, day, escape(instrument.issuer or ""), str(count))
        console.print(table)
    if report.measurements:
        table = Table(title="Measurements", title_justify="left")
        table.add_column("Indicator")
        for column in ("Value", "Unit", "Change", "Period"):
            table.add_column(
                column, justify="right" if column == "Value" else "left", no_wrap=column == "Value"
            )
        for fact in report.measurements:
            note = "" if fact.status == "result" else f" [dim]({fact.status})[/dim]"
            table.add_row(
                escape(fact.indicator) + note,
                _value(fact),
                escape(fact.unit),
                escape(_change(fact)),
                format_period(fact.period),
            )
        console.print(table)
    if report.people:
        console.print("[bold]People[/bold]")
        for person in dict.fromkeys((p.name, tuple(p.titles), p.organization) for p in report.people):
            office = ", ".join(part for part in (*person[1], person[2]) if part)
            console.print(
                f"  {escape(person[0])}" + (f" – {escape(office)}" if office else ""), highlight=False
            )
    console.print()


def _distinct(instruments: list[InstrumentMention]) -> list[tuple[InstrumentMention, int]]:
    """Give each instrument once, in text order, with the number of its mentions."""
    seen: dict[tuple[str, str], list[InstrumentMention]] = {}
    for item in instruments:
        seen.setdefault((item.kind, item.code or item.name or item.text), []).append(item)
    return [(max(group, key=lambda i: i.date is not None), len(group)) for group in seen.values()]


def json_writer(stream: IO[str], several: bool) -> tuple[Writer, Callable[[], None]]:
    """Write indented JSON: one object, or an array where there are several inputs."""
    first = True

    def write(report: Report) -> None:
        nonlocal first
        if several:
            stream.write("[\n" if first else ",\n")
        stream.write(report.model_dump_json(indent=2))
        first = False

    def close() -> None:
        if several:
            stream.write("[]\n" if first else "\n]\n")
        elif not first:
            stream.write("\n")

    return write, close


def jsonl_writer(stream: IO[str]) -> tuple[Writer, Callable[[], None]]:
    """Write one JSON object a line."""

    def write(report: Report) -> None:
        stream.write(report.model_dump_json() + "\n")

    return write, lambda: None


def explanation_writer(stream: IO[str], several: bool) -> tuple[Writer, Callable[[], None]]:
    """Write how each fact was found, with the name of the file above where there are several."""

    def write(report: Report) -> None:
        if several:
            stream.write(f"{report.file or '-'}\n")
        for fact in report.facts:
            stream.write(report.explain(fact) + "\n")

    return write, lambda: None


def csv_writer(stream: IO[str]) -> tuple[Writer, Callable[[], None]]:
    """Write the measurements, one a row; the header comes first even where there is none."""
    from vnreport.report import measurement_columns

    table = csv.DictWriter(stream, measurement_columns(), lineterminator="\n")
    table.writeheader()

    def write(report: Report) -> None:
        table.writerows(report.to_records())

    return write, lambda: None


def print_repairs(fixed: RepairedText, console: Console) -> None:
    """List what repair changed: place, original, replacement, kind and confidence."""
    from rich.markup import escape

    if not fixed.repairs:
        console.print("Nothing to mend.")
        return
    line_starts = [0, *(i + 1 for i, c in enumerate(fixed.raw) if c == "\n")]
    line = 0
    for item in fixed.repairs:
        while line + 1 < len(line_starts) and line_starts[line + 1] <= item.source_start:
            line += 1
        column = item.source_start - line_starts[line] + 1
        # json.dumps makes invisible characters visible.
        original, replacement = (
            json.dumps(part, ensure_ascii=not part.isprintable())
            for part in (item.original, item.replacement)
        )
        console.print(
            f"[dim]{line + 1}:{column}[/dim] [red]- {escape(original)}[/red]"
            f" [green]+ {escape(replacement)}[/green]"
            f" [dim]{item.kind} {item.confidence:.2f}[/dim]",
            highlight=False,
            soft_wrap=True,
        )
