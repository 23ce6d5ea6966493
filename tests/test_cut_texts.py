"""A text may end or begin anywhere: behind any word of any report, nothing is looked for beyond its end."""

from __future__ import annotations

import random

from benchmarks.gold import documents

import vnreport

PIECES = 600
LENGTH = 240


def test_a_text_cut_anywhere_is_read() -> None:
    draw = random.Random(7)
    texts = [document.text for document in documents("dev")]
    for _ in range(PIECES):
        text = draw.choice(texts)
        end = text.find(" ", draw.randrange(len(text))) + 1 or len(text)
        piece = text[max(0, end - LENGTH) : end]
        for cut in (piece, piece.rstrip()):
            report = vnreport.extract(cut)
            assert all(report.text[m.start : m.end] == m.text for m in report.mentions)


def test_a_text_that_ends_with_the_word_of_a_kind() -> None:
    for kind in ("Kế hoạch", "Đề án", "Chương trình", "Dự án", "Chiến dịch", "đề án", "Nghị định", "Điều"):
        for mark in ("", " ", "\n", " “", " số ", ": "):
            assert not vnreport.extract(f"Có 12 xã. Thực hiện {kind}{mark}").programmes
