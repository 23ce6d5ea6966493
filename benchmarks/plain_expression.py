"""The plain regular expression that a careful user would write in an afternoon, as a peer."""

from __future__ import annotations

import re
from typing import Any

from benchmarks.gold import GoldDocument
from benchmarks.prediction import Prediction

_NUMBER = re.compile(
    r"(?<![\w./-])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*(nghìn tỷ|tỷ|triệu|nghìn)?\s*"
    r"(đồng|USD|%|[^\W\d_][^.,;:()\n\d]{1,60})"
)
_SCALES = {"nghìn tỷ": 10**12, "tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3, "": 1}
_CODE = re.compile(
    r"(Nghị định|Quyết định|Thông tư|Chỉ thị|Nghị quyết|Kế hoạch|Luật)"
    r"\s+(?:số\s*)?(\d+(?:/\d{4})?/[A-ZĐ][\w-]+)"
)
_KINDS = {
    "Nghị định": "decree", "Quyết định": "decision", "Thông tư": "circular", "Chỉ thị": "directive",
    "Nghị quyết": "resolution", "Kế hoạch": "plan", "Luật": "law",
}  # fmt: skip
_STOPS = re.compile(r"\s+(?:tại|trên|cho|với|đối với|của|để|theo|và|so|trong|về|từ|bằng|tăng|giảm|đạt)\s")


def read(document: GoldDocument) -> Prediction:
    """Read numbers with the words behind them, and codes, straight off the raw text."""
    from benchmarks.prediction import of_record

    text = document.raw
    mentions: list[dict[str, Any]] = []
    facts: list[dict[str, Any]] = []
    for found in _CODE.finditer(text):
        mentions.append(
            {"id": f"i{found.start()}", "type": "instrument", "start": found.start(), "end": found.end()}
            | {"kind": _KINDS[found[1]], "code": found[2], "date": None}
        )
        facts.append(_fact(mentions[-1], {"type": "citation", "code": found[2], "relation": "implements"}))
    for found in _NUMBER.finditer(text):
        mention, fact = _counted(found)
        mentions.append(mention)
        facts.append(_fact(mention, fact))
    return of_record({"text": text, "mentions": mentions, "facts": facts}, document)


def _counted(found: re.Match[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    value = float(found[1].replace(".", "") + "." + (found[2] or "0")) * _SCALES[found[3] or ""]
    what = _STOPS.split(found[4] + " ")[0].strip()
    kind = {"%": "percent", "đồng": "money", "USD": "money"}.get(what, "quantity")
    unit = {"%": "%", "đồng": "VND"}.get(what, what)
    mention = {
        "id": f"n{found.start()}", "type": kind, "start": found.start(), "end": found.start(4) + len(what),
        "value": value, "what": what, "currency": unit,
    }  # fmt: skip
    fact = {"type": "measurement", "indicator": what, "value": value, "unit": unit, "modifier": "exact"}
    return mention, fact


def _fact(mention: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    evidence = {"start": mention["start"], "end": mention["end"]}
    return {**fields, "evidence": evidence, "mentions": [mention["id"]], "confidence": 0.5}
