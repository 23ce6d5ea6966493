"""Feed a stage with what a coverage-guided fuzzer makes up, and hold it to its laws.

    pip install atheris
    python scripts/fuzz.py repair -runs=1000000
    python scripts/fuzz.py all --seconds 600

Targets: ``repair``, ``instruments``, ``values``, ``readers``, ``extract``. What follows the target goes to
libFuzzer. A broken law (an exception, a span that does not lead back, more than 50 ms for a KB) stops the
run and leaves the input in a file; it belongs into ``tests/`` from then on.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress

TARGETS = ("repair", "instruments", "values", "readers", "extract")
LONGEST = 400
"""Bytes of an input: short ones run faster, and length is what the tests for linear time are for."""
# Milliseconds a call may take, and what each thousand characters add: instrumented code is slow.
GRACE, PER_THOUSAND = 1000, 500
PIECES = (
    "Nghị định số ", "09/2017/NĐ-CP", " ngày ", "09/02/2017", " của ", "Chính phủ", "Điều 5", "khoản 1", ", ",
    ". ", "\n", "1.203,5", " triệu đồng", "tăng ", "15,2%", " so với cùng kỳ", "12 cuộc", "thanh tra", "từ ",
    " đến ", "quý II", "/", "-", "–", "(", ")", "năm 2019", "tháng 6", "hai mươi mốt", "rưỡi", "Sở Y tế",
    "UBND", "tỉnh Thái Bình", "ông Nguyễn Văn An", "Phi hp vi y ban", "tiÕp tôc", "lá»\x9bp", "nhi?u",
    "vi ệc", "\u00ad", "\u200b", "e\u0302\u0301", "&#7889;", "\\u1ed1", "=E1=BB=91", "Ð", "%C3%A1", "\ufffd",
    "a^'", "TT-BTC", "QĐ", "này", "trên", "I. ", "1. ", "- ", "|", "bằng ", "trong đó ", "không có",
    "Phụ lục I",
)  # fmt: skip

HEADS = (
    (b"", ""), (b"", "a.html"), (b"<html><body>", "a.html"), (b"<table><tr><td>", "a.htm"),
    (b"{\\rtf1\\ansi ", "a.rtf"), (b"{\\rtf1{\\fonttbl{\\f0 .VnTime;}}\\f0 ", "a.rtf"),
    (b"MIME-Version: 1.0\r\nContent-Type: ", "a.mht"), (b"From: <Saved>\r\nMIME-Version: 1.0\r\n", "a.mht"),
    (b"PK\x03\x04", "a.docx"), (b"\xff\xfe", "a.txt"), (b"\xef\xbb\xbf", "a.txt"), (b"<?xml ", "a.xml"),
)  # fmt: skip


def text_of(data: bytes) -> str:
    """Make a text: the first byte says whether the others are pieces, characters or bytes."""
    if not data:
        return ""
    kind, rest = data[0] % 3, data[1:]
    if kind == 0:
        return "".join(PIECES[byte % len(PIECES)] for byte in rest)
    if kind == 1:
        return rest.decode("utf-8", "surrogateescape")
    return "".join(chr(byte) if byte < 128 else PIECES[byte % len(PIECES)] for byte in rest)


def check_repair(data: bytes) -> None:
    """Repair a text: the alignment holds, and the result undone is the raw text."""
    import vnreport

    raw = text_of(data)
    fixed = vnreport.repair(raw)
    for change in fixed.repairs:
        assert raw[change.source_start : change.source_end] == change.original
    for start in range(0, len(fixed.text), 7):
        first, last = fixed.source_span(start, min(start + 3, len(fixed.text)))
        assert 0 <= first <= last <= len(raw)


def check_instruments(data: bytes) -> None:
    """Find citations and parse the text as a code: spans and the canonical form hold."""
    from vnreport.instruments import parse
    from vnreport.layout import analyse
    from vnreport.mentions import instruments

    text = text_of(data)
    for mention in instruments.find(text, analyse(text)):
        assert text[mention.start : mention.end] == mention.text
    found = parse(text[:60])
    assert found is None or parse(str(found.code)) == found or found.code is None


def check_values(data: bytes) -> None:
    """Find numbers, money, percentages, quantities and times: every span holds."""
    from vnreport.layout import analyse
    from vnreport.mentions import find_mentions
    from vnreport.mentions.numbers import parse_number

    text = text_of(data).replace("\ud800", "?")
    parse_number(text[:80])
    for mention in find_mentions(text, analyse(text)):
        assert text[mention.start : mention.end] == mention.text


def check_readers(data: bytes) -> None:
    """Read bytes as a file of some format: a text whose map leads back, or a clear error."""
    from vnreport.readers import UnreadableError, read_bytes

    if not data:
        return
    head, name = HEADS[data[0] % len(HEADS)]
    with suppress(UnreadableError):
        source = read_bytes(head + data[1:], name)
        for at in range(0, len(source.text), 11):
            for part in source.source.locate(at, at + 3) if source.source else ():
                assert 0 <= part.start <= part.end <= len(source.text)


def check_extract(data: bytes) -> None:
    """Read a report: mentions, sections and evidence lie in its text."""
    import vnreport

    report = vnreport.extract(text_of(data))
    for mention in report.mentions:
        assert report.text[mention.start : mention.end] == mention.text
    for fact in report.facts:
        assert 0 <= fact.evidence.start <= fact.evidence.end <= len(report.text)


def timed(check: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Hold a check to its time as well."""

    def run(data: bytes) -> None:
        began = time.process_time()
        check(data)
        taken = 1000 * (time.process_time() - began)
        assert taken <= GRACE + PER_THOUSAND * len(text_of(data)) / 1000, f"{taken:.0f} ms"

    return run


def main(arguments: list[str]) -> int:
    """Run a target in this process, or all of them one after the other in processes of their own."""
    if not arguments or arguments[0] not in (*TARGETS, "all"):
        print(__doc__, file=sys.stderr)
        return 2
    if arguments[0] == "all":
        share = int(arguments[2]) // len(TARGETS) if arguments[1:2] == ["--seconds"] else 60
        command = [sys.executable, __file__]
        return max(subprocess.call([*command, t, f"-max_total_time={share}"]) for t in TARGETS)
    import atheris

    with atheris.instrument_imports(include=["vnreport"]):
        import vnreport.pipeline
        import vnreport.readers.html
        import vnreport.readers.mht
        import vnreport.readers.rtf  # noqa: F401

    check = timed(globals()[f"check_{arguments[0]}"])
    check(b"\x00\x01\x02")
    atheris.Setup([sys.argv[0], f"-max_len={LONGEST}", *arguments[1:]], check)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
