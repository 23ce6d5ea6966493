"""The words that the names of issuing bodies are read by: tables of the lexicon as patterns."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.instruments.page import Page, one_tone
from vnreport.patterns import lazy


def _spellings(name: str) -> list[str]:
    return [name, *([name.replace(" - ", "-"), name.replace(" - ", " ")] if " - " in name else [])]


def _tight(name: str) -> str:
    """Give a name with single spaces and none around its marks, as the dictionary holds it."""
    return re.sub(r"\s?([-&,])\s?", r"\1", " ".join(name.split()))


_FIRST_WORD = lazy(r"[^\W_]+")


_NEXT = one_tone("(?:bộ|sở|ủy ban|tổng cục|ngân hàng) ")
"""What a tight hyphen may part from a name: ``Bộ Giáo dục và Đào tạo-Bộ Tài chính``."""


class _Names:
    """The names of a table as patterns by first words: only those that a text asks for are compiled."""

    def __init__(self, table_name: str) -> None:
        self.full: dict[str, str] = {}
        for row in table(table_name):
            for form in [*_spellings(row["name"]), *filter(None, row["forms"].split("|"))]:
                self.full.setdefault(_tight(one_tone(form.lower())), row["name"])
        self._alike: dict[str, list[str]] = {}
        for name in self.full:
            first = _FIRST_WORD.match(name)
            self._alike.setdefault(first.group() if first else "", []).append(name)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def match(self, low: str, at: int) -> re.Match[str] | None:
        """Match the longest name that begins at an offset."""
        first = _FIRST_WORD.match(low, at)
        word = first.group() if first else ""
        pattern = self._patterns.get(word)
        if pattern is None:
            if word not in self._alike:
                return None
            body = "|".join(
                re.sub(r"(?:\\)?([-&,])", r"\\s?\1\\s?", re.escape(n)).replace(r"\ ", r"\s{1,3}")
                for n in sorted(self._alike[word], key=len, reverse=True)
            )
            pattern = self._patterns[word] = re.compile(rf"(?:{body})(?![\w])(?!-(?!{_NEXT})\w)")
        return pattern.match(low, at)


_names = cache(_Names)


def find_name(table_name: str, page: Page, at: int) -> tuple[str, int] | None:
    """Read a name of a table at an offset: its full form and its end."""
    names = _names(table_name)
    match = names.match(page.low, at)
    if match is None:
        return None
    return names.full[_tight(match.group())], match.end()


@cache
def words(role: str) -> re.Pattern[str]:
    """Give the pattern of the words of a role in ``lexicon/instrument_body_words.tsv``, longest first."""
    return re.compile(rf"(?:{body(role)})(?!\w)")


def body(role: str) -> str:
    """Give the alternatives of a role for a pattern, in the spelling of :attr:`Page.low`."""
    found = [one_tone(r["word"]) for r in table("instrument_body_words") if r["role"] in role.split("|")]
    return "|".join(
        re.escape(w).replace(r"\ ", r"\s{1,3}") for w in sorted(found, key=lambda w: (-len(w), w))
    )


@cache
def full_forms(role: str) -> dict[str, str]:
    """Give the full forms of the abbreviations of a role."""
    rows = table("instrument_body_words")
    return {one_tone(r["word"]): r["name"] for r in rows if r["role"] == role and r["name"]}
