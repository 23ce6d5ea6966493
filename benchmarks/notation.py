"""The annotators' notation: a report with its mentions and facts marked in the running text.

``{q 08 cuộc thanh tra|a=tiến hành}`` marks a quantity and the measurement it makes; the spans are the
marked characters themselves, so they cannot be misaligned. The whole notation is described in
``data/annotated/GUIDELINE.md``. :func:`parse` turns a file into text, mentions and facts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from benchmarks import derive
from benchmarks.annotation import NotationError, Parsed, finish
from benchmarks.fields import MODIFIERS, Fields

__all__ = ["NotationError", "Parsed", "parse"]

TYPES = {
    "i": "instrument", "$": "money", "%": "percent", "q": "quantity", "t": "time", "p": "person",
    "o": "organization", "l": "place", "g": "programme",
}  # fmt: skip
_STATUS = {"tgt": "target", "lim": "limit"}
_DIRECTIONS = ("up", "down", "flat")
_FLAGS = {*MODIFIERS, *_STATUS, *_DIRECTIONS, "nf", "w", "only", "pts", "h", "f?", "s"}
_KEYS = {
    *_DIRECTIONS, "a", "c", "ch", "code", "cu", "cur", "d", "date", "g", "i", "id", "issuer", "k", "l", "lv",
    "mod", "n", "num", "o", "of", "p", "per", "pv", "r", "ref", "rk", "s", "sym", "t", "ti", "to", "u", "v",
    "vm", "what", "y",
}  # fmt: skip


@dataclass
class _Open:
    """A mark whose closing brace has not come."""

    code: str
    start: int
    attributes: str | None = None


class _Reader:
    """Walks the notation once, left to right."""

    def __init__(self, parsed: Parsed, body: str) -> None:
        self.out = parsed
        self.body = body
        self.length = 0
        self.parts: list[str] = []
        self.stack: list[_Open] = []
        self.scope = {
            "p": parsed.header.get("period"),
            "l": parsed.header.get("place"),
            "o": parsed.header.get("publisher"),
        }
        self.default = dict(self.scope)
        self.sentence: dict[str, str] = {}
        self.indicator: str | None = None
        self.action: str | None = None
        self.head: dict[str, Any] | None = None
        self.labels: dict[str, dict[str, Any]] = {}
        self.fields = Fields(parsed.aliases, self.labels)
        self.facts_of: dict[str, dict[str, Any]] = {}

    # -- walking

    def read(self) -> None:
        for line in self.body.split("\n"):
            directive = re.fullmatch(r"@(p|l|o) ?(.*)", line)
            if directive:
                self._rescope(directive[1], directive[2])
                continue
            if self.length - 1 not in self.out.soft:
                self._end_clause()
                self.sentence.clear()
            start = self.length
            self._line(line.removesuffix("\\")[1 if line[:1] in ("~", "^") else 0 :])
            if line.endswith("\\"):
                self.out.soft.add(self.length)
            if line.startswith("~"):
                self.out.boilerplate.append((start, self.length))
            elif line.startswith("^"):
                self.out.ignored.append((start, self.length))
            self._add("\n")
        if self.stack:
            raise NotationError(f"unclosed mark {self._text()[self.stack[-1].start :][:40]!r}")
        self.out.text = self._text().rstrip("\n") + "\n"

    def _end_clause(self) -> None:
        self.indicator = self.action = self.head = None

    def _rescope(self, key: str, value: str) -> None:
        self.scope[key] = self.default[key] if value == "-" else value or None

    def _text(self) -> str:
        return "".join(self.parts)

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _line(self, line: str) -> None:
        at = 0
        while at < len(line):
            char = line[at]
            if char == "{":
                opening = re.match(r"\{(@[plo]|[#Ta]|[-n]|[i$%qtpolg]\??)(?: |(?=\}))", line[at:])
                if not opening:
                    raise NotationError(f"no mark: {line[at : at + 30]!r}")
                self.stack.append(_Open(opening[1], self.length))
                at += opening.end()
            elif char == "}":
                if not self.stack:
                    raise NotationError(f"a brace too many before {line[at : at + 30]!r}")
                self._close(self.stack.pop())
                at += 1
            elif char == "|" and self.stack:
                end = line.index("}", at)
                self.stack[-1].attributes = line[at + 1 : end]
                at = end
            else:
                if char in ".;" and not self.stack and re.match(r"[.;](\s|$)", line[at:]):
                    self._end_clause()
                    if char == ".":
                        self.sentence.clear()
                self._add(char)
                at += 1

    def _close(self, mark: _Open) -> None:
        whole = self._text()
        text = whole[mark.start :]
        attributes = self._attributes(mark, text)
        code = mark.code.rstrip("?")
        if code.startswith("@"):
            del self.parts[:]
            self.parts.append(whole[: mark.start])
            self.length = mark.start
            self._rescope(code[1], text)
        elif code == "#":
            self.indicator, self.action, self.head = " ".join(text.split()) or None, None, None
        elif code == "a":
            self.action = " ".join(text.split())
        elif code == "-":
            self.out.decoys.append((mark.start, self.length))
        elif code == "T":
            self._last("instrument")["title"] = " ".join(text.split())
        elif code == "n":
            fact = self._measurement(None, text, attributes)
            fact.update(value=Decimal(0), unit=attributes["u"], span=(mark.start, self.length))
        else:
            self._mention(mark, text, attributes)

    def _attributes(self, mark: _Open, text: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for item in (mark.attributes or "").split("|"):
            if not item:
                continue
            key, equals, value = item.partition("=")
            if key not in (_KEYS if equals else _FLAGS):
                raise NotationError(f"unknown attribute {item!r} at {text!r}")
            found[key] = value
        return found

    def _last(self, kind: str) -> dict[str, Any]:
        return next(m for m in reversed(self.out.mentions) if m["type"] == kind)

    # -- mentions

    def _mention(self, mark: _Open, text: str, given: dict[str, str]) -> None:
        kind = TYPES[mark.code.rstrip("?")]
        mention: dict[str, Any] = {
            "id": "", "type": kind, "text": text, "start": mark.start, "end": mark.start + len(text),
        }  # fmt: skip
        if mark.code.endswith("?"):
            mention["optional"] = True
        try:
            mention.update(getattr(self.fields, kind)(" ".join(text.split()), given))
        except (ValueError, KeyError) as problem:
            raise NotationError(f"{text!r}: {problem}") from problem
        self.out.mentions.append(mention)
        if "id" in given:
            self.labels[given["id"]] = mention
        if "s" in given:
            self._set_sentence(mention)
        if kind in {"quantity", "money", "percent"} and "nf" not in given:
            self._count(mention, " ".join(text.split()), given)
        elif kind == "instrument" and "nf" not in given:
            self._cite(mention, given)
        elif kind == "person" and mention["titles"]:
            self._roles(mention, given)

    def _set_sentence(self, mention: dict[str, Any]) -> None:
        """Let a time, place or organisation hold for the rest of its sentence."""
        if mention["type"] == "time":
            self.sentence["p"] = mention["start_date"] + ".." + mention["end_date"]
        else:
            self.sentence[{"place": "l", "organization": "o"}[mention["type"]]] = mention["name"]

    def _scoped(self, key: str, given: dict[str, str]) -> str | None:
        return given.get(key) or self.sentence.get(key) or self.scope[key]

    # -- facts

    def _measurement(
        self, mention: dict[str, Any] | None, text: str, given: dict[str, str]
    ) -> dict[str, Any]:
        fact: dict[str, Any] = {
            "id": "", "type": "measurement", "indicator": given.get("i") or text,
            "value": None, "value_max": None, "unit": "", "modifier": "exact",
            "period": self._period(self._scoped("p", given)),
            "place": self._scoped("l", given),
            "organization": self.fields.name(self._scoped("o", given) or "") or None,
            "action": given.get("a", self.action) or None, "status": "result", "change": None, "mentions": [],
        }  # fmt: skip
        fact["status"] = next((v for k, v in _STATUS.items() if k in given), "result")
        if mention is not None:
            fact["mentions"].append(mention)
            fact["modifier"] = mention["modifier"]
        if "ch" in given:
            direction, _, baseline = given["ch"].partition(":")
            fact["change"] = {
                "direction": direction,
                "value": None,
                "unit": None,
                "baseline": baseline or None,
            }
        if "f?" in given:
            fact["optional"] = True
        self.out.facts.append(fact)
        if "id" in given:
            self.facts_of[given["id"]] = fact
        return fact

    @staticmethod
    def _period(code: str | None) -> dict[str, str] | None:
        if not code:
            return None
        start, end, _ = derive.period(code)
        return {"start": start.isoformat(), "end": end.isoformat()}

    def _count(self, mention: dict[str, Any], text: str, given: dict[str, str]) -> None:
        unit = {"money": mention.get("currency"), "percent": "%"}.get(mention["type"]) or mention["unit"]
        direction = next((d for d in _DIRECTIONS if d in given), None)
        change = None
        if direction:
            change_unit = "điểm phần trăm" if mention.get("points") else given.get("cu", unit)
            change = {"direction": direction, "value": mention["value"], "unit": change_unit,
                      "baseline": given[direction] or None}  # fmt: skip
            if "only" not in given:
                target = self.facts_of.get(given["to"]) if "to" in given else self.head
                if target is None:
                    raise NotationError(f"{text!r} changes nothing: no measurement before it on the line")
                target["change"] = change
                target["mentions"].append(mention)
                return
        if given.get("i", "").startswith("@"):
            given = {**given, "i": self.facts_of[given["i"][1:]]["indicator"]}
        named = given.get("i") or (self.indicator if self._takes_indicator(mention, given) else None)
        if named is None and mention["type"] != "quantity":
            raise NotationError(f"{text!r} has no indicator")
        if named is None:
            named = derive.counted(mention["unit"], mention["what"])
        fact = self._measurement(mention, named, {**given, "i": named})
        fact["unit"] = unit
        if change:
            fact["change"] = change
        else:
            fact.update(value=mention["value"], value_max=mention["value_max"])
        if (
            mention["type"] != "percent"
            or self.head is None
            or "h" in given
            or named != self.head["indicator"]
        ):
            self.head = fact

    def _takes_indicator(self, mention: dict[str, Any], given: dict[str, str]) -> bool:
        """A quantity that names its own noun, or another unit than the first one, stands for itself."""
        if mention["type"] != "quantity":
            return True
        same_unit = self.head is None or self.head["unit"] == mention["unit"]
        return "w" not in given and same_unit and mention["what"] == mention["unit"]

    def _cite(self, mention: dict[str, Any], given: dict[str, str]) -> None:
        relation, *readings = given.get("r", "cites").split("~")
        fact = {
            "id": "", "type": "citation", "code": mention["code"],
            "name": mention["name"], "relation": relation,
            "organization": self.fields.name(self._scoped("o", given) or "") or None,
            "mentions": [mention],
        }  # fmt: skip
        if mention.get("optional") or "f?" in given:
            fact["optional"] = True
        if readings:
            fact["readings"] = readings
        self.out.facts.append(fact)

    def _roles(self, mention: dict[str, Any], given: dict[str, str]) -> None:
        titles = given["t"].split(";") if given.get("t") else []
        owners = given.get("o", "").split(";")
        owners += [owners[-1]] * (len(titles) - len(owners))
        # A rank or degree may be taken for an office.
        pairs = [(rank + "?", "") for rank in given.get("rk", "").split(";") if rank]
        for title, owner in [*zip(titles, owners, strict=False), *pairs]:
            fact: dict[str, Any] = {
                "id": "", "type": "role", "person": mention["name"], "title": title.rstrip("?"),
                "organization": self.fields.name(owner) or None, "mentions": [mention],
            }  # fmt: skip
            if title.endswith("?"):
                fact["optional"] = True
            self.out.facts.append(fact)


def parse(source: str) -> Parsed:
    """Read a file of the notation.

    Raises:
        NotationError: if it breaks the notation.
    """
    head, separator, body = source.partition("\n---\n")
    if not separator:
        raise NotationError("no line --- behind the header")
    parsed = Parsed({}, {})
    for line in head.strip().split("\n"):
        key, colon, value = line.partition(":")
        if not colon:
            raise NotationError(f"no header: {line!r}")
        if key == "alias":
            short, _, name = value.partition("=")
            parsed.aliases[short.strip()] = name.strip()
        else:
            parsed.header[key.strip()] = value.strip()
    reader = _Reader(parsed, body)
    reader.read()
    finish(parsed)
    return parsed
