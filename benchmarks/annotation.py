"""What annotated files are read into, and the links that are made when all marks are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_CLAUSE_END = re.compile(r"[;\n]|[.!?](?=\s|$)")


class NotationError(ValueError):
    """The notation of a file is wrong; the message says where."""


@dataclass
class Parsed:
    """A file read: its clean text, what is marked in it, and its header."""

    header: dict[str, str]
    aliases: dict[str, str]
    text: str = ""
    mentions: list[dict[str, Any]] = field(default_factory=list)
    facts: list[dict[str, Any]] = field(default_factory=list)
    decoys: list[tuple[int, int]] = field(default_factory=list)
    boilerplate: list[tuple[int, int]] = field(default_factory=list)
    ignored: list[tuple[int, int]] = field(default_factory=list)
    soft: set[int] = field(default_factory=set)
    """Offsets of line ends within a sentence, as a page of print leaves them."""


def provision(code: str) -> dict[str, str]:
    """Read ``a5.k2.pa`` (article 5, clause 2, point a); ``c`` chapter, ``s`` section, ``x`` appendix."""
    names = {"a": "article", "k": "clause", "p": "point", "c": "chapter", "s": "section", "x": "appendix"}
    return {names[part[0]]: part[1:] for part in code.split(".")}


def finish(parsed: Parsed) -> None:
    """Sort, name mentions and facts, and replace references by names and offsets."""
    parsed.mentions.sort(key=lambda m: (m["start"], -m["end"], m["type"]))
    for index, mention in enumerate(parsed.mentions, 1):
        mention["id"] = f"m{index}"
    for mention in parsed.mentions:
        if isinstance(mention.get("refers_to"), dict):
            mention["refers_to"] = mention["refers_to"]["id"]
    for fact in parsed.facts:
        members = fact["mentions"]
        start, end = fact.pop("span", None) or (
            min(m["start"] for m in members),
            max(m["end"] for m in members),
        )
        fact["evidence"] = dict(zip(("start", "end"), _clause(parsed, start, end), strict=True))
        fact["mentions"] = [m["id"] for m in members]
        if fact["type"] == "measurement" and members:
            readings = _readings(parsed.text, fact["indicator"], members[0])
            fact.update({"readings": readings} if readings else {})
        _support(parsed, fact)
    parsed.facts.sort(key=lambda f: (f["evidence"]["start"], _order(f)))
    for index, fact in enumerate(parsed.facts, 1):
        fact["id"] = f"f{index}"


def _readings(text: str, indicator: str, mention: dict[str, Any]) -> list[str]:
    """Other phrases that name what is measured as well as the indicator does.

    The counted noun, where the indicator goes on with what is said of it (``đơn vị | bị xử phạt``), and
    the general word right before the number (``tỷ lệ 98%``, ``trị giá 6 tỷ đồng``).
    """
    found = [mention["what"]] if indicator.startswith(mention.get("what", indicator) + " ") else []
    general = re.search(
        r"(tỷ lệ|tỉ lệ|trị giá|tỷ trọng|số tiền)(?: là| gần| hơn)? $", text[: mention["start"]]
    )
    if general and not indicator.lower().startswith(general[1]):
        found += [general[1], f"{general[1]} {indicator}"]
    return found


def _order(fact: dict[str, Any]) -> int:
    return int(fact["mentions"][0][1:]) if fact["mentions"] else 0


def _clause(parsed: Parsed, start: int, end: int) -> tuple[int, int]:
    """The clause around a span: up to a semicolon, the end of the sentence or of the line."""
    text = parsed.text
    bounds = [m for m in _CLAUSE_END.finditer(text) if m.start() not in parsed.soft and not _goes_on(m)]
    first = max((m.end() for m in bounds if m.end() <= start), default=0)
    stop = min((m.start() for m in bounds if m.start() >= end), default=len(text))
    while first < start and text[first].isspace():
        first += 1
    return first, max(stop, end)


def _goes_on(stop: re.Match[str]) -> bool:
    """A full stop before a small letter closes an abbreviation."""
    following = stop.string[stop.end() : stop.end() + 3].lstrip()
    return stop[0] not in ";\n" and following[:1].islower()


def _support(parsed: Parsed, fact: dict[str, Any]) -> None:
    """Add the time, place and organisation of the clause that say what the fact says."""
    start, end = fact["evidence"]["start"], fact["evidence"]["end"]
    period = fact.get("period") or {}
    for mention in parsed.mentions:
        if not (start <= mention["start"] and mention["end"] <= end) or mention["id"] in fact["mentions"]:
            continue
        same_time = (mention.get("start_date"), mention.get("end_date")) == (
            period.get("start"),
            period.get("end"),
        )
        same_place = mention["type"] == "place" and mention["name"] == fact.get("place")
        same_owner = mention["type"] == "organization" and mention["name"] == fact.get("organization")
        if (mention["type"] == "time" and same_time) or same_place or same_owner:
            fact["mentions"].append(mention["id"])
