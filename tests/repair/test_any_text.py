from __future__ import annotations

import unicodedata
from typing import get_args

import pytest
from benchmarks.damage import REVERSIBLE
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import is_linear

from vnreport.repair import Damage, RepairedText, repair

PIECES = [
    "Việt",
    " ",
    "\n",
    "nước ",
    "vµ ",
    "Phßng ",
    "ViÖt ",
    "hoäi ",
    "Vieät ",
    "Vi®t ",
    "Vie^.t ",
    "dda^u ",
    "o",
    "^",
    "á»",
    "á»™i ",
    "Ä‘",
    "Ã",
    "Ã¡",
    "Æ",
    "Â",
    "â€œ",
    "·ªô",
    "√",
    "&",
    "&amp;",
    "amp;",
    "#7891;",
    "&#x1ed1",
    ";",
    "\\u1ed1",
    "\\x",
    "%E1%BB%91",
    "%u1ED1",
    "%20",
    "=E1=BB=91",
    "=\n",
    "=3D",
    "Ð",
    "ð",
    "а",
    "Н",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\u200d",
    "\u0301",
    "\u0302",
    "\u0323",
    "e",
    "ｎ１",
    "\udc80",
    "\ufffd",
    "?",
    "\x02",
    "\x90",
    "§",
    "«",
    "m²",
    "1.5",
    "http://a.vn/",
]
SNARLS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
ANY = st.one_of(
    SNARLS,
    st.text(max_size=40),
    st.binary(max_size=40).map(lambda b: b.decode("utf-8", "surrogateescape")),
)


def check(raw: str, fixed: RepairedText) -> None:
    assert fixed.raw == raw
    assert fixed.undo() == raw
    assert fixed.undo(fixed.repairs) == raw
    at = source_at = 0
    for edit in fixed.alignment.edits:
        assert fixed.text[at : edit.start] == raw[source_at : edit.source_start]
        at, source_at = edit.end, edit.source_end
    assert fixed.text[at:] == raw[source_at:]
    spans = [fixed.source_span(i, i + 1) for i in range(len(fixed.text))]
    assert spans == sorted(spans)


@settings(max_examples=600, deadline=None)
@given(ANY)
def test_any_text_comes_back_aligned(raw: str) -> None:
    fixed = repair(raw)
    check(raw, fixed)
    assert unicodedata.is_normalized("NFC", fixed.text)


@settings(max_examples=600, deadline=None)
@given(ANY)
def test_repairing_twice_changes_nothing(raw: str) -> None:
    once = repair(raw).text
    assert repair(once).text == once


@settings(max_examples=300, deadline=None)
@given(ANY, st.sampled_from(get_args(Damage)))
def test_any_named_damage(raw: str, damage: Damage) -> None:
    check(raw, repair(raw, damage))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aăâeêioôơuưyđáàạẩểữ bcnghtrN.,\n1"), st.sampled_from(sorted(REVERSIBLE)))
def test_damaged_nonsense_does_not_raise(text: str, kind: str) -> None:
    raw = REVERSIBLE[kind](unicodedata.normalize("NFC", text))
    check(raw, repair(raw))


HOSTILE = [
    "&",
    "&amp;",
    "%E1",
    "%",
    "=E1=BB=",
    "=\n",
    "\\u",
    "Ã",
    "á»",
    "á» ",
    "Ã ",
    "Â\n",
    "a\u0301",
    "\u0301",
    "\u00ad",
]
HOSTILE += [
    "µ",
    "µ ",
    "µ\n",
    "a^",
    "a^ ",
    "o+\n",
    "^",
    "ð",
    "а",
    "аa",
    "ｎ",
    "\u200d",
    "Phßng",
    "\udc80",
    "?",
    "á»?",
    "ì",
    "oì ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str) -> None:
    repair(piece * 100)
    assert is_linear(lambda size: repair(piece * (size // len(piece))), 20_000, 200_000, slack=4)
