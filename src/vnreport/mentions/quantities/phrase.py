"""The counted noun phrase behind a number: where it begins and where it ends.

Vietnamese noun phrases grow to the right: number, classifier or head noun, attributes. What closes one
is a closed class (prepositions of place, time, agent, purpose; aspect markers; comparison; conjunctions), or
a verb where the phrase is the subject of its clause. Coordinated nouns (``tổ chức, cá nhân``) are one phrase.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vnreport.mentions.numbers.roles import role
from vnreport.mentions.quantities.grammar import Grammar, grammar, longest

WINDOW = 200
"""How many characters behind a number may belong to its phrase."""
MOST_SYLLABLES = 24

_TOKEN = re.compile(
    r"(?P<gap>[ \u00a0\t]*(?:\r?\n[ \u00a0\t]*)?)"
    r"(?:(?P<word>[^\W\d_]+[²³]?(?:[23](?![^\W_]))?(?:[-/&.][^\W\d_]+[²³23]?)*)|(?P<number>[0-9][0-9.,]*)|(?P<mark>.))"
)


class Phrase(NamedTuple):
    """A counted noun phrase."""

    end: int
    unit: str
    """Head: classifier, measure or noun, as the text has it but in lower case."""
    kind: str
    """``classifier``, ``noun``, ``admin``; the kind of the unit of measure; empty for an unknown noun."""
    measure: bool


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    """In lower case."""
    kind: str
    gap: str


def tokens(folded: str, start: int, limit: int) -> list[_Token]:
    """Cut the text from ``start`` into words, numbers and marks, up to ``limit`` or a blank line."""
    found: list[_Token] = []
    pos = start
    stop = min(limit, len(folded))
    while pos < stop and len(found) < MOST_SYLLABLES + 12:
        match = _TOKEN.match(folded, pos, stop)
        if match is None:
            break
        kind = match.lastgroup or "mark"
        found.append(_Token(match.start(kind), match.end(), match[kind], kind, match["gap"]))
        pos = match.end()
        if kind == "mark" and match["mark"] in '.;:!?()[]{}\n"”“':
            break
    return found


class Reader:
    """Reads the phrases of one text."""

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self.grammar: Grammar = grammar()

    def read(self, start: int, limit: int, *, subject: bool) -> Phrase | None:
        """Read the phrase that begins right behind a number.

        Args:
            start: offset behind the number.
            limit: offset that the phrase may not pass (the next time, instrument or money).
            subject: whether the phrase is the subject of its clause, so that a verb closes it.

        Returns:
            The phrase, or None where no noun follows.
        """
        toks = tokens(self.folded, start, min(limit, start + WINDOW))
        if not toks or toks[0].kind != "word" or not self._may_open(toks[0]):
            return self._symbol(toks, start)
        words = [t.text for t in toks]
        head = self._head(toks, words)
        if head is None:
            return None
        unit, size, kind, measure = head
        last = self._extent(toks, words, size, unit, kind, measure, subject)
        return Phrase(toks[last].end, unit, kind, measure)

    def _symbol(self, toks: list[_Token], start: int) -> Phrase | None:
        """Read a unit that is no word: ``°C``."""
        degree = len(toks) > 1 and toks[0].kind == "mark" and toks[0].text in "°º"
        if degree and toks[1].text in {"c", "f"} and not toks[1].gap:
            return Phrase(toks[1].end, "°" + toks[1].text.upper(), "temperature", True)
        return None

    def _may_open(self, token: _Token) -> bool:
        """Tell whether the first word may be a counted noun by its look."""
        if "\n" in token.gap and not self.text[token.start].islower():
            return False
        return len(token.gap) <= 3 or "\n" in token.gap

    def _head(self, toks: list[_Token], words: list[str]) -> tuple[str, int, str, bool] | None:
        g = self.grammar
        unit = longest(words, 0, g.units, g.unit_sizes)
        noun = longest(words, 0, g.nouns, g.noun_sizes)
        first = toks[0]
        if unit is None and "/" in words[0]:
            unit = self._compound_unit(words[0])
        if unit is not None and (noun is None or noun[1] <= unit[1]) and self._is_unit(toks, unit):
            symbol = words[0] if "/" in words[0] and unit[1] == 1 else unit[0]
            kind = g.units[unit[0]].kind if unit[0] in g.units else "rate"
            return symbol, unit[1], kind, True
        if noun is None and "/" in words[0]:
            part = words[0].split("/")[0]
            if part in g.nouns:
                return part, 1, g.nouns[part], False
        stop = longest(words, 0, g.effects, g.effect_sizes)
        if stop is not None and g.effects[stop[0]] != "keep" and (noun is None or stop[1] > noun[1]):
            return None
        if noun is not None:
            if stop is not None and g.effects[stop[0]] == "verb" and stop[1] >= noun[1]:
                return None
            if self._names_a_thing(toks, noun[1], noun[0]):
                return None
            return noun[0], noun[1], g.nouns[noun[0]], False
        if not self.text[first.start].islower():
            return self._abbreviation(first)
        if len(first.text) < 2 or self._names_a_thing(toks, 1, words[0]):
            return None
        return words[0], 1, "", False

    def _compound_unit(self, word: str) -> tuple[str, int] | None:
        part = word.split("/")[0]
        return (part, 1) if part in self.grammar.units else None

    def _is_unit(self, toks: list[_Token], unit: tuple[str, int]) -> bool:
        """Tell a symbol from a capital letter that only looks like it (``5 G``)."""
        token = toks[unit[1] - 1]
        piece = self.text[toks[0].start : token.end]
        if len(piece) == 1 and piece.isupper() and piece not in "WVLM":
            return False
        following = toks[unit[1]] if unit[1] < len(toks) else None
        return not (following is not None and following.kind == "number" and len(following.gap) <= 1)

    def _names_a_thing(self, toks: list[_Token], size: int, word: str) -> bool:
        """Tell whether the noun has a number of its own (``khoản 2 điều 5``)."""
        if size >= len(toks) or toks[size].kind != "number":
            return False
        return toks[size].gap != "" or word in self.grammar.labels

    def _abbreviation(self, token: _Token) -> tuple[str, int, str, bool] | None:
        """Accept TTHC, CBCC, DN as nouns; other capitals open a name or a sentence."""
        piece = self.text[token.start : token.end]
        if 2 <= len(piece) <= 8 and piece.isupper() and piece.isalpha() and not _ROMAN.fullmatch(piece):
            return piece, 1, "", False
        return None

    def _extent(
        self,
        toks: list[_Token],
        words: list[str],
        size: int,
        unit: str,
        kind: str,
        measure: bool,
        subject: bool,
    ) -> int:
        """Give the index of the last token of the phrase."""
        last = size - 1
        subject = subject and kind != "content"
        if kind == "time" or unit == "tuổi":
            return self._duration_end(words, size)
        i = size
        while i < len(toks) and i < MOST_SYLLABLES:
            step = self._step(toks, words, i, unit, subject)
            if step == 0:
                break
            last = i + step - 1
            i += step
        return last

    def _duration_end(self, words: list[str], size: int) -> int:
        for length in (4, 2, 1):
            if " ".join(words[size : size + length]) in role("duration_attribute"):
                return size + length - 1
        return size - 1

    def _step(self, toks: list[_Token], words: list[str], i: int, unit: str, subject: bool) -> int:
        """Give how many tokens from ``i`` on belong to the phrase; 0 closes it."""
        token = toks[i]
        if token.kind == "number":
            return self._inner_number(toks, words, i)
        if token.kind == "mark":
            if token.text in ",/" and len(token.gap) < 2:
                return self._coordinated(toks, words, i + 1, unit, comma=token.text == ",")
            if token.text == "&":
                return 1
            return 0
        if "\n" in token.gap and not self.text[token.start].islower():
            return 0
        if token.text == "và":
            return self._coordinated(toks, words, i + 1, unit, comma=False)
        g = self.grammar
        stop = longest(words, i, g.effects, g.effect_sizes)
        inner = longest(words, i, g.nouns, g.noun_sizes)
        if inner is not None and inner[1] > 1 and (stop is None or inner[1] > stop[1]):
            return 0 if self._is_place(toks, i) else inner[1]
        if stop is not None:
            effect = g.effects[stop[0]]
            if effect == "keep":
                return stop[1]
            if effect == "end":
                return 0
            if subject and (inner is None or inner[1] < stop[1]):
                return 0
        if token.text == "về" and self._is_place(toks, i + 1):
            return 0
        if self._is_place(toks, i):
            return 0
        if token.text in g.labels or (i + 1 < len(words) and words[i + 1] in {"độ"}):
            return self._labelled(toks, words, i)
        return stop[1] if stop is not None else 1

    def _is_place(self, toks: list[_Token], i: int) -> bool:
        """Tell whether an administrative level with a name begins at ``i`` (``huyện Vĩnh Bảo``)."""
        g = self.grammar
        if i >= len(toks) or toks[i].kind != "word":
            return False
        words = [t.text for t in toks[i : i + 4]]
        found = longest(words, 0, g.nouns, g.noun_sizes)
        if found is None or found[0] not in g.admin:
            return False
        nxt = i + found[1]
        return nxt < len(toks) and toks[nxt].kind == "word" and self.text[toks[nxt].start].isupper()

    def _labelled(self, toks: list[_Token], words: list[str], i: int) -> int:
        """Take ``mức độ 3, 4`` or ``loại 2`` whole; a plain noun is one step."""
        size = 2 if words[i : i + 2] == ["mức", "độ"] else 1
        if (
            i + size < len(toks)
            and toks[i + size].kind == "number"
            and len(toks[i + size].text.strip(".,")) < 3
        ):
            if words[i] in {"năm", "tháng", "ngày", "quý", "điều", "khoản", "số", "đạt"}:
                return 0
            return self._through_numbers(toks, i + size) - i
        return size

    def _through_numbers(self, toks: list[_Token], i: int) -> int:
        """Give the index behind a list of numbers (``3, 4``; ``3 và 4``; ``3, mức độ 4``)."""
        i += 1
        while i + 1 < len(toks):
            j = i
            if toks[j].text in {",", "và", "-"}:
                j += 1
            elif not toks[i - 1].text.endswith(","):
                break
            if j + 1 < len(toks) and toks[j].text == "mức" and toks[j + 1].text == "độ":
                j += 2
            if j < len(toks) and toks[j].kind == "number" and len(toks[j].text.strip(".,")) < 2:
                behind = toks[j + 1] if j + 1 < len(toks) else None
                if behind is not None and behind.kind == "word" and behind.text not in self.grammar.effects:
                    break
                i = j + 1
                continue
            break
        return i

    def _inner_number(self, toks: list[_Token], words: list[str], i: int) -> int:
        return 0

    def _coordinated(self, toks: list[_Token], words: list[str], i: int, unit: str, *, comma: bool) -> int:
        """Give how many tokens, the mark included, a coordinated noun at ``i`` adds; 0 for none."""
        g = self.grammar
        if i < len(toks) and comma and toks[i].text in {"và", "hoặc"}:
            i += 1
            return self._wrapped(self._coordinated(toks, words, i, unit, comma=False))
        if i >= len(toks) or toks[i].kind != "word" or "\n" in toks[i].gap:
            return 0
        if not self.text[toks[i].start].islower() and not self.text[toks[0].start].isupper():
            return 0
        noun = longest(words, i, g.nouns, g.noun_sizes)
        stop = longest(words, i, g.effects, g.effect_sizes)
        if stop is not None and g.effects[stop[0]] != "keep" and (noun is None or stop[1] >= noun[1]):
            return 0
        if noun is None:
            return 0 if comma or not self._same_kind(words, i) else 2
        if noun[0] == unit or self._is_place(toks, i):
            return 0
        if self._counts_itself(toks, i + noun[1]):
            return 0
        return 1 + noun[1]

    @staticmethod
    def _wrapped(step: int) -> int:
        return step + 1 if step else 0

    def _same_kind(self, words: list[str], i: int) -> bool:
        """Tell whether an unknown word behind ``và`` still belongs to the phrase."""
        return len(words[i]) > 1 and words[i] not in self.grammar.effects

    def _counts_itself(self, toks: list[_Token], i: int) -> bool:
        """Tell whether a number follows soon: then the noun opens a count of its own."""
        for token in toks[i : i + 5]:
            if token.kind == "number":
                return True
            if token.kind == "mark" or token.text in {"và", "của", "tại", "với"}:
                return False
        return False


_ROMAN = re.compile(r"[IVXLC]+")
