"""From a stretch of text to sentences of positions, each with its candidates."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from vnreport.patterns import lazy
from vnreport.repair.language_model import EOS, PUNCTUATION
from vnreport.repair.letters import tokens
from vnreport.repair.letters.channel import Candidates, Case, Channel, numbered
from vnreport.repair.letters.codes import authorities, in_codes
from vnreport.repair.letters.cutting import (
    observed,
    pattern_with_gaps,
    sets_marks_apart,
    silences,
    token_pattern,
    without_addresses,
)
from vnreport.repair.letters.damage import PLACEHOLDER
from vnreport.repair.letters.headings import headings, is_below_capitals, neighbours, shape

_CLIPPED = lazy("[BCDĐGHKLMNPQRSTVX]{2,}")
_AS_MARK = -1.0
"""The weight of a question mark that stands by itself being one."""
_BULLETS = frozenset("-+*–—•●")
_ROMAN = lazy("X{0,2}(?:I{1,3}|I?V|VI{1,3}|I?X)")
_INDENT = 8
_BRACKETS = 200
_POINT = lazy(r"(?:đ?i.?m|kho.?n|ti.?t) \Z")
"""What may be left of the words before the label of a point."""
_OWN_NUMBER = lazy(r"[ \t]?:[ \t]{0,8}[\d.…]{0,8}[ \t]{0,6}[/-](?:\d{4}/)?[A-ZĐ?\ufffd]")
"""What stands behind ``Số`` in the head of a document."""
_COMRADE = lazy(r"/[cC][ .]")
_AMOUNT = lazy(r"\d[.,]\d{3}\Z")
_NOTHING = tokens.Shape(tokens.SKIPPED, tokens.LOWER, False)


class Position(NamedTuple):
    """A token of the text: its span, what the model makes of it, and its candidates."""

    start: int
    end: int
    candidates: Candidates


@cache
def _special(word_id: int) -> Candidates:
    return numbered(Candidates(np.array([word_id]), np.zeros(1, np.float32), [""]))


class _Reader:
    """Reads the tokens of a stretch into sentences."""

    def __init__(self, text: str, start: int, end: int, channel: Channel) -> None:
        self.text, self.channel = text, channel
        self.marked = channel.kind.startswith("marked")
        gaps = channel.vanished("lower") is not None
        masked = without_addresses(text[start:end])
        if gaps:
            pattern = pattern_with_gaps(channel.kind, not sets_marks_apart(masked))
        else:
            pattern = token_pattern(channel.kind)
        matches = list(pattern.finditer(masked))
        self.found = [(m.start() + start, m.end() + start, m.group()) for m in matches]
        self.gaps = [m.lastgroup or "" for m in matches] if gaps else []
        self.silence = silences(masked, self.gaps, len(matches), channel.kind)
        self.shapes = [shape(token, self.marked) if token else _NOTHING for _, _, token in self.found]
        self.codes = in_codes(self.found)
        self.headings = headings(self.shapes, self.found, self.codes, is_below_capitals(text, start))
        self.result: list[list[Position]] = []
        self.current: list[Position] = []
        self.opening: Case | None = "open"

    def read(self) -> list[list[Position]]:
        for index, (at, to, token) in enumerate(self.found):
            special = self.shapes[index].special
            if not token:
                heading = self.headings[index]
                vanished = self.channel.vanished("upper" if heading else self.opening or "lower")
                if vanished is not None:
                    silence = self.silence[self.gaps[index]]
                    self.current.append(Position(at, at, vanished._replace(silence=silence)))
            elif special == tokens.WORD:
                if self._is_plain(index, token):
                    found = self.channel.candidates(token, self.opening or "lower")
                    self.opening = None
                    self.current.append(Position(at, to, found))
                else:
                    self._word(index, at, to, token)
            elif token == "\n" and not self.headings[index] and _runs_on(self.text, at):
                continue
            elif special != tokens.SKIPPED and not (token == "." and index and self.shapes[index - 1].short):
                self._mark(at, to, special)
                self._open(token)
        if self.current:
            self._mark(self.found[-1][1], self.found[-1][1], EOS)
        return self.result

    def _is_plain(self, index: int, token: str) -> bool:
        """Tell whether a token is a word in small letters that asks for no closer look."""
        return (
            self.shapes[index].case == tokens.LOWER
            and len(token) > 1
            and not (self.codes[index] or self.headings[index])
            and (not self.marked or token.isalpha())
        )

    def _mark(self, at: int, to: int, special: int) -> None:
        self.opening = "open" if special == EOS else "inner" if special == PUNCTUATION else None
        self.current.append(Position(at, to, _special(special)))
        if special == EOS:
            if len(self.current) > 1:
                self.result.append(self.current)
            self.current = []

    def _open(self, mark: str) -> None:
        """Say what a capital behind a mark means, where the mark says more than its kind."""
        if mark == ";":
            self.opening = "inner"  # the sentence of a list goes on with a small letter
        elif mark in _BULLETS and len(self.current) == 1:
            self.opening = "open"

    def _word(self, index: int, at: int, to: int, token: str) -> None:
        case = self._case(index, token)
        self.opening = None
        if self._shortens_comrade(index, token):
            self.current.append(Position(at, to, self.channel.itself(self._comrade(token, case), case)))
            return
        if self.text[at - 1 : at].isdigit() and token != "?" and not observed(token).strip(PLACEHOLDER):
            self._mark(at, to, PUNCTUATION)
            return
        if not token.strip(PLACEHOLDER) or (self._before_capital(at, to) and observed(token) == PLACEHOLDER):
            self._lone_question(at, to, token, case)
            return
        short = len(token) == 1 and (self._is_label(index, token) or self._is_subject(at, to, token))
        if short or self._is_roman(index, token):
            self.current.append(Position(at, to, self.channel.itself(token, case)))
            return
        if token[0] == "S" and self._numbers(to, token):
            self.current.append(Position(at, to, self.channel.itself("Số", case)))
            return
        seen = observed(token) if self.marked else token
        if self.codes[index] == "code":
            self.current.append(Position(at, to, self.channel.in_code(seen)))
            return
        if self._is_currency(index, token):
            self.current.append(Position(at, to, self.channel.itself("đ", case)))
            return
        # KT., TM., VT outside headings are abbreviations, not what is left of a word.
        if token.isupper() and self._signs_for(index, to, token):
            self.current.append(Position(at, to, self.channel.itself(token, case)))
            return
        if self._is_clipped(index, to, token):
            self.current.append(Position(at, to, self.channel.clipped(token)))
            return
        if self.marked and seen.endswith(PLACEHOLDER):
            self._with_question(at, to, token, seen, case)
        else:
            self.current.append(Position(at, to, self.channel.candidates(seen, case)))

    def _with_question(self, at: int, to: int, token: str, seen: str, case: Case) -> None:
        """A placeholder at the end of a word may be the question mark that it looks like."""
        core = token.rstrip("?")
        if core and core != token and (self.channel.intact(core) or not self.channel.explains(seen, case)):
            self._word_of(at, at + len(core), core, case)
            self._mark(at + len(core), to, EOS)
            return
        self.current.append(Position(at, to, self.channel.candidates(seen, case)))

    def _lone_question(self, at: int, to: int, token: str, case: Case) -> None:
        """A question mark by itself ends a sentence, or is what is left of a word (``ở``)."""
        if self.text[at - 1 : at].strip() not in ("", "(", '"', "“"):
            self._mark(at, to, EOS)
            return
        found = self.channel.candidates(token, case)
        if not self._stands_alone(at, to):
            weights = np.r_[found.weights, np.float32(_AS_MARK)]
            found = Candidates(np.r_[found.ids, EOS], weights, [*found.forms, token])
            # What follows may open a sentence.
            self.opening = "inner"
        self.current.append(Position(at, to, found))

    def _signs_for(self, index: int, to: int, token: str) -> bool:
        return (self.text[to : to + 1] == "." and token in authorities()) or self.codes[index] == "authority"

    def _is_clipped(self, index: int, to: int, token: str) -> bool:
        clipped = self.text[to : to + 1] in (".", ",", ";") and _CLIPPED.fullmatch(token) is not None
        return clipped and not self.headings[index] and self.channel.kind != "stripped"

    def _stands_alone(self, at: int, to: int) -> bool:
        """Tell whether a placeholder is a word between two others: no sentence ends behind a space."""
        return (
            self.text[at - 1 : at] == " "
            and self.text[to : to + 1] == " "
            and self.text[to + 1 : to + 2].islower()
        )

    def _before_capital(self, at: int, to: int) -> bool:
        """Tell whether a token stands by itself before a capital, where a dash may be: ``Mục 1 � Đất``."""
        behind = self.text[to : to + 2]
        return self.text[at - 1 : at] == " " == behind[:1] and behind[1:].isupper()

    def _word_of(self, at: int, to: int, token: str, case: Case) -> None:
        self.current.append(Position(at, to, self.channel.candidates(observed(token), case)))

    def _shortens_comrade(self, index: int, token: str) -> bool:
        """Tell whether a token is one of the letters of ``đ/c``."""
        if len(token) > 1 or not (token in "cC" or token in "đĐ" or observed(token) == PLACEHOLDER):
            return False
        at, to, _ = self.found[index]
        if token in "cC":
            before = self.text[max(0, at - 2) : at]
            return before.endswith("/") and not before[0].isdigit() and self.text[to : to + 1] in (" ", ".")
        return _COMRADE.match(self.text, to) is not None

    def _comrade(self, token: str, case: Case) -> str:
        if token.isalpha():
            return token
        return "Đ" if case in ("open", "upper") else "đ"

    def _is_label(self, index: int, token: str) -> bool:
        """A letter that labels a point (``b)``), or an initial (``M.``)."""
        behind = self.found[index + 1][2] if index + 1 < len(self.found) else ""
        if behind not in (")", "."):
            return False
        at, to, _ = self.found[index]
        touches = self.found[index + 1][0] == to
        plain = token.isalpha() and not self.channel.intact(token)
        return touches and plain and (token.isupper() if behind == "." else not self._is_in_brackets(at))

    def _is_subject(self, at: int, to: int, token: str) -> bool:
        """Tell whether a token is one of the letters of ``V/v``, which opens the subject of a letter."""
        beside = self.text[max(0, at - 2) : at], self.text[to : to + 2]
        return token in "vV" and (beside[0].lower() == "v/" or beside[1].lower() == "/v")

    def _numbers(self, to: int, token: str) -> bool:
        """Tell whether a token labels the document's own number: ``S: 412-BC/BCSĐ``."""
        label = token == "S" or (len(token) == 2 and observed(token)[1] == PLACEHOLDER) or token == "So"
        return label and _OWN_NUMBER.match(self.text, to) is not None

    def _is_roman(self, index: int, token: str) -> bool:
        """Tell whether a token numbers a section: ``VI.`` opens a line, ``PHN I`` is one."""
        if _ROMAN.fullmatch(token) is None:
            return False
        at, to, _ = self.found[index]
        if self.text[to : to + 1] in ("", "\n") and index and self.headings[index]:
            first = self.found[index - 1][0]
            if len(self.found[index - 1][2]) > 1 and self.text[first - 1 : first] in ("", "\n"):
                return True
        before = self.text[max(0, at - _INDENT) : at].rstrip(" \t")
        opens = before.endswith("\n") or (not before and at < _INDENT)
        return opens and self.text[to : to + 1] in (".", ")")

    def _is_in_brackets(self, at: int) -> bool:
        """Tell whether a bracket is open, which the one behind closes: ``(so với cùng k)``."""
        low = max(0, at - _BRACKETS)
        before = self.text[low:at].rpartition("\n")[2]
        return before.rfind("(") > before.rfind(")") and _POINT.search(before) is None

    def _is_currency(self, index: int, token: str) -> bool:
        """Tell whether a bare ``d`` stands for đồng, right behind an amount: ``350.000d``."""
        if token != "d" or self.channel.kind != "stripped" or not index:
            return False
        _, end, before = self.found[index - 1]
        return end == self.found[index][0] and _AMOUNT.search(before) is not None

    def _in_symbol(self, index: int) -> bool:
        """Tell whether capitals follow behind a hyphen: ``N-CP`` of ``NĐ-CP``."""
        behind = self.found[index + 1 : index + 3]
        return (
            len(behind) == 2
            and behind[0][2] in ("-", "/")
            and behind[0][0] == self.found[index][1]
            and sum(map(str.isupper, behind[1][2])) > 1
        )

    def _beside_lone_y(self, index: int) -> bool:
        """Tell whether a single capital is left of ``BỘ``, ``SỞ`` or ``TẾ`` around ``Y``."""
        last = len(self.found) - 1
        middle = next(
            (i for i in (index - 1, index, index + 1) if 0 < i < last and self.found[i][2] == "Y"), 0
        )
        return middle > 0 and all(
            self.shapes[i].special == tokens.WORD
            and self.shapes[i].case != tokens.LOWER
            and sum(map(str.isalpha, self.found[i][2])) == 1
            for i in (middle - 1, middle + 1)
        )

    def _case(self, index: int, token: str) -> Case:
        case, heading = self.shapes[index].case, self.headings[index]
        if case == tokens.LOWER:
            return "upper" if heading and not any(map(str.islower, token)) else self.opening or "lower"
        before, behind = neighbours(self.shapes, index)
        single = sum(map(str.isalpha, token)) == 1
        if single and self._beside_lone_y(index):
            return "upper"
        if case == tokens.UPPER and not heading and not {before, behind} & {tokens.UPPER}:
            return "acronym"
        if case == tokens.UPPER or (case == tokens.TITLE and heading and single):
            return "upper"
        if case == tokens.TITLE:
            if single and self._in_symbol(index):
                return "upper"
            if self.opening and behind not in (tokens.TITLE, tokens.UPPER):
                return self.opening
            return "either" if len(token) == 1 and tokens.UPPER in (before, behind) else "name"
        return self.opening or "lower"


def sentences(text: str, start: int, end: int, channel: Channel) -> list[list[Position]]:
    """Cut ``text[start:end]`` into sentences of positions; each ends with a sentence end."""
    return _Reader(text, start, end, channel).read()


def _runs_on(text: str, at: int) -> bool:
    """Tell whether the line break at ``at`` falls inside a sentence."""
    behind = text[at + 1 : at + 2]
    return behind.islower() and text[max(0, at - 1) : at] not in ("", ".", ";", ":", "\n", "!", "?")
