"""Check the annotated documents and the second annotations: verbatim spans, consistent fields, all marked.

Run as ``python scripts/validate_annotations.py [NAME …]``; prints each problem with its document and
exits with 1 if there is any. ``--show`` prints what the notation was read as.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pydantic import TypeAdapter, ValidationError

from benchmarks import gold, notation
from vnreport.report import AnyFact, AnyMention

_MENTION: TypeAdapter[Any] = TypeAdapter(AnyMention)
_FACT: TypeAdapter[Any] = TypeAdapter(AnyFact)
_LIST_MARKER = re.compile(r"\s*[-+*•–]?\s*(?:\(?\d+(?:\.\d+)*[.)/]?(?=\s|\D)|[IVXLC]+\.(?:\d+\.?)*)")
_KIND_OF_SYMBOL = {
    "QĐ": "decision", "NĐ": "decree", "TT": "circular", "TTLT": "joint_circular", "KH": "plan",
    "CT": "directive", "NQ": "resolution", "BC": "report", "TB": "notice", "TTr": "submission",
    "HD": "guidance", "CĐ": "telegram", "KL": "conclusion", "NQLT": "joint_resolution",
}  # fmt: skip
_CUES = {
    "approx": ("khoảng", "chừng", "xấp xỉ", "trên dưới"), "nearly": ("gần", "ngót"),
    "over": ("(?<!thấp )(?<!cao )hơn", "trên"), "under": ("(?<!không )dưới", "chưa đến", "chưa tới"),
    "at_least": ("ít nhất", "tối thiểu"), "at_most": ("tối đa", "không quá"),
    "estimated": ("ước", "ước đạt", "dự kiến", "ước tính", "ước khoảng"),
}  # fmt: skip
_C = "A-ZĐÀ-ÖØ-ÝĂƠƯÁẢẠẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_UNMARKED = {
    "place": re.compile(
        rf"(?<!\w)(?:tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|thành phố|TP\.?) ?[{_C}][^\W\d_]+"
    ),
    "organization": re.compile(
        rf"(?<!\w)(?<!các )(?:UBND|HĐND|Sở|Bộ|Cục|Chi cục|Tổng cục|Phòng|Công an|Công ty|Trung tâm|Bệnh viện|"
        rf"Trường|Hội|Liên đoàn|Kho bạc|Ngân hàng|Tòa án|Viện|Ủy ban|Đảng ủy|Ban|Tổng công ty|Đội|Hạt|Đài|"
        rf"Báo|Văn phòng)"
        rf" (?:[{_C}]|tỉnh|huyện|thành phố|xã|các Khu)[^\s,.;]*"
    ),
    "body": re.compile(
        r"(?<!\w)(?:Chính phủ|Quốc hội|Tỉnh ủy|Thành ủy|"
        r"Huyện ủy|Quận ủy|Thị ủy|Mặt trận Tổ quốc|Huyện đoàn|Tỉnh đoàn)(?!\w| viên)"
    ),
    "instrument": re.compile(
        r"(?<!\w)(?:Nghị định|Quyết định|Thông tư|Chỉ thị|Nghị quyết|Kế hoạch|Công văn|Luật|"
        rf"Bộ luật|Pháp lệnh|Công điện|"
        rf"Kết luận|Thông báo|Tờ trình)(?: số \d|-| [{_C}\d])[^\s,;]*"
    ),
    "money": re.compile(r"(?<![\w(])(?:triệu|tỷ|tỉ|nghìn|ngàn) (?:đồng|USD)"),
    "time": re.compile(
        r"(?<!\w)(?:tháng \d+|quý [IV]+|năm \d{4}|ngày \d+|\d+/\d+/\d{4}|\d+ tháng đầu năm|giai đoạn \d{4}|"
        r"năm (?:ngoái|trước)|tháng trước|quý trước)",
        re.IGNORECASE,
    ),
}  # fmt: skip


def problems(document: gold.GoldDocument) -> Iterator[str]:
    """Give what is wrong with a document, in words."""
    yield from _text_problems(document)
    for mention in document.mentions:
        yield from _mention_problems(document, mention)
    known = {m["id"] for m in document.mentions}
    for fact in document.facts:
        yield from _fact_problems(document, fact, known)
    yield from _unmarked(document)


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in record.items() if k not in {"optional", "readings"}}


def _text_problems(document: gold.GoldDocument) -> Iterator[str]:
    if unicodedata.normalize("NFC", document.text) != document.text:
        yield "the text is not NFC"
    flat = " ".join(document.text.split()).casefold()
    for key in ("title", "number"):
        value = document.document[key]
        if value and " ".join(value.split()).casefold() not in flat:
            yield f"{key} is not in the text: {value!r}"


def _mention_problems(document: gold.GoldDocument, mention: dict[str, Any]) -> Iterator[str]:
    text, start, end = mention["text"], mention["start"], mention["end"]
    if document.text[start:end] != text or text != text.strip() or not text:
        yield f"span of {text!r} is not verbatim or has blanks at its ends"
    try:
        _MENTION.validate_python(_plain(mention))
    except ValidationError as error:
        yield f"{mention['type']} {text!r}: {error.errors()[0]['loc']} {error.errors()[0]['msg']}"
    if mention["type"] == "instrument":
        yield from _instrument_problems(mention)
    if mention["type"] == "time" and mention["start_date"] > mention["end_date"]:
        yield f"{text!r} ends before it starts"
    if mention["type"] == "person" and not re.fullmatch(rf"[{_C}][\w'’.-]*(?: [{_C}][\w'.-]*){{0,5}}", text):
        yield f"{text!r} does not look like a name"
    if mention["type"] in {"quantity", "money", "percent"}:
        before = document.text[max(0, start - 14) : start].rstrip().lower()
        cue = next(
            (k for k, words in _CUES.items() if any(re.search(rf"(?<!\w){w}$", before) for w in words)), None
        )
        if cue and mention["modifier"] != cue and not mention.get("optional"):
            yield f"{text!r} behind {before!r} has the modifier {mention['modifier']}"


def _instrument_problems(mention: dict[str, Any]) -> Iterator[str]:
    symbol = (mention["symbol"] or "").split("-")[0]
    kind = _KIND_OF_SYMBOL.get(symbol)
    if kind and kind != mention["kind"]:
        yield f"{mention['text']!r} is a {mention['kind']}, its symbol a {kind}"
    if not mention["code"] and not mention["name"] and not mention["number"]:
        yield f"{mention['text']!r} has neither code nor name nor number"
    code, number = mention["code"], mention["number"]
    if code and number and not code.startswith(number):
        yield f"{mention['text']!r}: code {code} does not open with {number}"
    if mention["year"] and code and re.search(r"/\d{4}/", code) and str(mention["year"]) not in code:
        yield f"{mention['text']!r}: year {mention['year']} is not in {code}"


def _fact_problems(document: gold.GoldDocument, fact: dict[str, Any], known: set[str]) -> Iterator[str]:
    try:
        _FACT.validate_python(_plain(fact))
    except ValidationError as error:
        yield f"{fact['type']} {fact['id']}: {error.errors()[0]['loc']} {error.errors()[0]['msg']}"
    for name in fact["mentions"]:
        if name not in known:
            yield f"{fact['id']} is built from {name}, which is no mention"
    if fact["type"] == "measurement":
        words = set(re.findall(r"\w+", document.text.casefold()))
        strange = [w for w in re.findall(r"\w+", fact["indicator"].casefold()) if w not in words]
        if strange or not fact["indicator"].strip():
            yield f"indicator {fact['indicator']!r} has words that the text has not: {strange}"
        if not fact["unit"]:
            yield f"{fact['indicator']!r} has no unit"
        if fact["value"] is None and not fact["change"]:
            yield f"{fact['indicator']!r} has neither value nor change"


def _unmarked(document: gold.GoldDocument) -> Iterator[str]:
    """Digits, names and citations of the body that no mark covers."""
    text = document.text
    covered = bytearray(len(text) + 1)
    spans = [(m["start"], m["end"]) for m in document.mentions] + document.decoys + document.ignored
    spans += [(line.start, line.end) for line in document.boilerplate]
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    for line in document.lines:
        marker = _LIST_MARKER.match(text, line.start, line.end)
        if marker:
            covered[line.start : marker.end()] = b"\1" * (marker.end() - line.start)
    for found in re.finditer(r"(?<!\w)\d[\d.,/]*", text):
        if not covered[found.start()]:
            yield f"digits without a mark: {_around(text, found)}"
    for kind, pattern in _UNMARKED.items():
        for found in pattern.finditer(text):
            if not covered[found.start()] and not covered[found.end() - 1]:
                yield f"unmarked {kind}? {_around(text, found)}"


def _around(text: str, found: re.Match[str]) -> str:
    return repr(text[max(0, found.start() - 25) : found.end() + 25])


def show(document: gold.GoldDocument) -> None:
    """Print what the notation was read as."""
    print(f"=== {document.name} ({document.split}, {len(document.text.split())} words)")
    for record in [*document.mentions, *document.facts]:
        fields = {
            k: v
            for k, v in record.items()
            if v not in (None, [], "exact", False) and k not in {"start", "end"}
        }
        if "evidence" in fields:
            fields["evidence"] = document.text[record["evidence"]["start"] : record["evidence"]["end"]]
        print("  ", ", ".join(f"{k}={v}" for k, v in fields.items()))


def main() -> int:
    """Validate the named documents, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    count = words = 0
    second = gold.FOLDER.parent / "second"
    for path in [*sorted(gold.FOLDER.glob("*/*.vnr")), *sorted(second.glob("*.vnr"))]:
        if arguments.names and path.stem not in arguments.names:
            continue
        try:
            document = gold.read(path)
        except (notation.NotationError, ValueError) as error:
            print(f"{path.parent.name}/{path.stem}: {error}")
            count += 1
            continue
        words += len(document.text.split()) if path.parent != second else 0
        if arguments.show:
            show(document)
        for problem in problems(document):
            print(f"{path.parent.name}/{path.stem}: {problem}")
            count += 1
    print(f"{count} problems, {words} words", file=sys.stderr)
    return int(count > 0)


if __name__ == "__main__":
    sys.exit(main())
