"""Phrases found by their first words are those that one pattern of all of them finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vnreport.facts.words import acting_noun, action_verb, indicator_head, joined_names, phrases
from vnreport.phrase_table import Phrases, first_word

TEXTS = [
    path.read_text(encoding="utf-8").lower() for path in sorted(Path("data/composed").glob("*.txt"))[:40]
]
TABLES: dict[str, Phrases[Any]] = {
    "verbs": action_verb(),
    "heads": indicator_head(),
    "agents": acting_noun(),
    "joined": joined_names(),
}


@pytest.mark.parametrize("name", TABLES)
def test_as_one_pattern(name: str) -> None:
    found, one = TABLES[name], TABLES[name].as_one()
    places = 0
    for text in TEXTS:
        spans = [match.span() for match in one.finditer(text, 5, len(text) - 5)]
        assert [match.span() for match in found.finditer(text, 5, len(text) - 5)] == spans
        first = found.search(text)
        assert (first and first.span()) == ((match := one.search(text)) and match.span())
        for start, end in spans:
            assert found.fullmatch(text, start, end)
            assert not found.match(text, start + 1, end) or text[start].isspace()
        places += len(spans)
    assert places


def test_both_places_of_a_tone_and_what_follows() -> None:
    pattern = phrases(["xóa nợ", "xóa"], r"\s+\d")
    text = "xoá nợ 5 xóa  6 xóa nợ"
    assert [match["phrase"] for match in pattern.finditer(text)] == ["xoá nợ", "xóa"]
    assert pattern.match("đxóa 5", 1) is None
    assert pattern.match("", 0) is None
    assert pattern.fullmatch("-") is None


def test_a_phrase_begins_with_a_word() -> None:
    with pytest.raises(ValueError, match="must begin with a word"):
        first_word("-xóa")
