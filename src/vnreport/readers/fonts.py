"""Runs of text in a legacy font: the name of the font tells the encoding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from vnreport.lexicon import table
from vnreport.repair.charts import NAMES, bytes_of, decoder
from vnreport.repair.legacy import cost_as_it_stands, cost_decoded


class Chart(NamedTuple):
    """The encoding that a font stands for."""

    name: str
    """One of :data:`vnreport.repair.charts.NAMES`."""
    upper: bool
    """Whether the font shows small letters as capitals."""


@cache
def chart_of(font: str) -> Chart | None:
    """Give the encoding of a font by its name, None for a font of Unicode."""
    low = font.strip("\"' ").lower()
    for row in table("legacy_fonts"):
        if low.startswith(row["prefix"]):
            return Chart(row["chart"], row["chart"] == "tcvn3" and low.endswith("h"))
    return None


class Run(NamedTuple):
    """A stretch of text in one font."""

    text: str
    chart: Chart | None = None


def join(runs: Iterable[Run], notes: list[str]) -> str:
    """Put the runs of a paragraph together, those in legacy fonts decoded.

    Args:
        runs: the runs in order.
        notes: where to say that a legacy font was met.
    """
    pieces = []
    for chart, group in groupby(runs, key=lambda run: run.chart):
        # A letter of VNI is two characters, which may stand in two runs.
        text = "".join(run.text for run in group)
        if chart is not None and (decoded := _decoded(text, chart)) != text:
            notes.append(f"text in fonts of {_TITLES[chart.name]} was decoded by their chart")
            text = decoded
        pieces.append(text)
    return "".join(pieces)


_TITLES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "vps": "VPS", "viscii": "VISCII"}
_WORD = re.compile(r"\S+")
_SIGN = re.compile("[^\x00-\x7f]")


def _decoded(text: str, chart: Chart) -> str:
    """Decode a run, unless it is Unicode that merely kept the old font."""
    known = bytes_of()
    signs = [m[0] for m in _SIGN.finditer(text)]
    if any(sign not in known for sign in signs):
        return text
    if signs and _costs(text, chart) > 0:
        return text
    decoded = decoder(chart.name)(text)
    return decoded.upper() if chart.upper else decoded


def _costs(text: str, chart: Chart) -> float:
    """Give by how much the words are better as they stand than decoded."""
    reading = NAMES.index(chart.name)
    words = _signed_words(text)
    return sum(cost_decoded(word, reading) - cost_as_it_stands(word) for word in words)


def _signed_words(text: str) -> Iterator[str]:
    return (m[0] for m in _WORD.finditer(text) if _SIGN.search(m[0]))
