"""Find the numbers of a text: digits first, then words, each with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from vnreport.mentions.numbers.context import NOTHING, Before, look_before
from vnreport.mentions.numbers.digits import FRACTIONS, form, read_digits
from vnreport.mentions.numbers.patterns import (
    CHAIN,
    COUNT_BEFORE,
    DIGITS_AGAIN,
    FALLEN,
    GLUED_TENTHS,
    LETTERS,
    LINKED,
    LIST_MARK,
    METRES,
    MOST_WORDS,
    PARENTHESIS,
    PERCENT_AHEAD,
    PLAIN,
    RANGE,
    RATIO,
    SCALE_COMMA,
    SCALED_AGAIN,
    SHORT_END,
    SPACED,
    VAGUE,
    WARMTH,
    WORD,
    continuous,
    firm_unit,
    glued_words,
    scale_ahead,
    scale_noun,
    spelled,
    spelled_starts,
    unit_ahead,
)
from vnreport.mentions.numbers.ranges import joins_ends
from vnreport.mentions.numbers.shape import label_of, leading_scales, year
from vnreport.mentions.numbers.signs import sign_of
from vnreport.mentions.numbers.style import english_style, pointed_style
from vnreport.mentions.numbers.types import EXACT, NumberSpan
from vnreport.mentions.numbers.words import Reading, read, words
from vnreport.spans import Spans
from vnreport.starts import Matches


def words_at(folded: str, start: int, most: int = MOST_WORDS) -> tuple[list[str], list[int]]:
    """Give the number words and digits that follow each other from ``start``, with the offset behind each."""
    kinds = words().kinds
    found: list[str] = []
    ends: list[int] = []
    pos = start
    while len(found) < most:
        match = WORD.match(folded, pos)
        if match is None and found and found[-1] in words().scales:
            match = SCALE_COMMA.match(folded, pos)
        known = match and (match[1] in kinds or match[1][0].isdigit() or (match[1] == "nửa" and not found))
        if match is None or not known:
            break
        if match[1] in {"tỷ", "tỉ"} and scale_noun().match(folded, match.end()):
            break
        if match[1][0].isdigit() and len(match[1]) > 24:
            break
        found.append(match[1])
        pos = match.end()
        ends.append(pos)
    return found, ends


class Scanner:
    """One pass over one text."""

    def __init__(self, text: str, folded: str, taken: Spans) -> None:
        self.text = text
        self.folded = folded
        self.taken = taken
        self._english: bool | None = None
        self._pointed: bool | None = None

    @property
    def english(self) -> bool:
        """Whether the text groups thousands by a comma; asked only where a form leaves it open."""
        if self._english is None:
            self._english = english_style(self.text)
        return self._english

    @property
    def pointed(self) -> bool:
        """Whether the text's shares have a decimal point and nothing in it is written the other way."""
        if self._pointed is None:
            self._pointed = pointed_style(self.text)
        return self._pointed

    def digits(self) -> Iterator[NumberSpan]:
        """Give the numbers in digits, in text order."""
        done = 0
        for match in CHAIN.finditer(self.text):
            start, end = match.span()
            if start < done or self.taken.overlaps(start, end):
                continue
            if end - start > 2 * 32 or not self._free_before(start):
                continue
            number = self._read_chain(match[0], start, end)
            if number is not None:
                done = number.end
                yield number

    def _free_before(self, start: int) -> bool:
        """Tell whether the characters before a digit leave it a number of its own."""
        text = self.text
        if start == 0:
            return True
        mark = text[start - 1]
        if mark.isspace() or mark in "([{\"“'‘•*;,<>=~≈≤≥÷±$€£¥|":
            return mark not in "," or not text[max(0, start - 2) : start - 1].isdigit()
        second = text[start - 2] if start > 1 else " "
        if mark in "-–−+":
            return second.isspace() or second in "(:;," or joins_ends(text, start - 1)
        if mark in "./":
            lettered = second.isalpha() and second.islower() and text[max(0, start - 3) : start - 2].isalpha()
            apart = mark == "/" and second == " " and text[max(0, start - 3) : start - 2].isalpha()
            counted = mark == "/" and COUNT_BEFORE.search(text, max(0, start - 12), start)
            return lettered or apart or mark + second == "/)" or counted is not None
        if mark in ":)…!?%":
            return not second.isdigit() or mark == "%"
        if mark.isalpha():
            begin = start - 1
            while begin > start - 9 and begin and text[begin - 1].isalpha():
                begin -= 1
            word = text[begin:start]
            return len(word) > 1 and word.islower() and not word.isascii()
        return False

    def _read_chain(self, chain: str, start: int, end: int) -> NumberSpan | None:
        value_max: Decimal | None = None
        of: Decimal | None = None
        if self.text[end : end + 1] == "C" and self._is_degrees(chain, start, end):
            chain, end = chain[:-1], end - 1
        raw = chain
        if PLAIN.fullmatch(chain):
            spaced = SPACED.match(self.text, start) if len(chain) < 4 else None
            if spaced is not None and self._is_spaced(spaced):
                end = spaced.end()
                value = Decimal(re.sub(r"\s", "", spaced[0]).replace(",", "."))
                raw = spaced[0]
            else:
                read_value = self._value(chain, end)
                if read_value is None:
                    return None
                value = read_value
        elif both := RANGE.fullmatch(chain):
            low, high = self._value(both[1], end), self._value(both[2], end)
            if low is None or high is None or low >= high or (year(both[1]) and year(both[2])):
                return None
            value, value_max = low, high
        elif both := RATIO.fullmatch(chain):
            part, whole = self._value(both[1], end), self._value(both[2], end)
            if part is None or whole is None or not whole or chain in {"24/7", "24/24"}:
                return None
            value, of = part, whole
        else:
            return None
        return self._with_scale(start, end, value, value_max, of, raw)

    def _is_degrees(self, chain: str, start: int, end: int) -> bool:
        """Tell whether the last zero is a fallen degree sign: ``nhiệt độ 20 - 230C``."""
        if self.text[end + 1 : end + 2].isalnum() or FALLEN.search(chain) is None:
            return False
        return WARMTH.search(self.folded, max(0, start - 80), start) is not None

    def _is_spaced(self, match: re.Match[str]) -> bool:
        """Tell whether groups of three with spaces between are one number rather than columns."""
        after = self.text[match.end() : match.end() + 2]
        if not after[:1].isspace() or not (after[1:2].isalpha() or after[1:2] == "%"):
            return after[:1] in "%đ"
        if match[1] != " " or match[0].count(" ") > 1 or match[0].endswith("000") or "," in match[0]:
            return True
        return LINKED.search(self.folded, max(0, match.start() - 12), match.start()) is not None

    def _value(self, digits: str, end: int) -> Decimal | None:
        kind = form(digits)
        if kind == "plain":
            return read_digits(digits)
        if kind == "comma3":
            measured = (
                (scale_ahead().match(self.folded, end) and not self.pointed)
                or PERCENT_AHEAD.match(self.folded, end)
                or (continuous().match(self.folded, end) and not self.english)
            )
            return read_digits(digits, comma3_groups=not measured)
        if PERCENT_AHEAD.match(self.folded, end):
            return read_digits(digits, dot3_groups=len(digits) == 5 and not self.english)
        whole = digits.endswith("000")  # 25.000 kg beside one sum of 32,450.50 USD
        decimal = self.english and not whole and continuous().match(self.folded, end)
        return read_digits(digits, dot3_groups=not decimal)

    def _with_scale(
        self,
        start: int,
        end: int,
        value: Decimal,
        value_max: Decimal | None,
        of: Decimal | None,
        raw: str,
    ) -> NumberSpan | None:
        folded = self.folded
        scale, first_end = Decimal(1), end
        if folded[end : end + 1] in FRACTIONS and raw.isdigit():
            value, end = value + FRACTIONS[folded[end]], end + 1  # 2½ năm
            first_end = end
        if folded[end : end + 3].strip(_SPACES)[:1] not in _scale_initials():
            pass
        elif tenths := GLUED_TENTHS.match(folded, end):
            scale = words().scales[tenths["scale"] or tenths["scale2"]]
            value += Decimal("0." + (tenths["tenths"] or tenths["tenths2"]))
            value, end = EXACT.multiply(value, scale), tenths.end()
        elif scale_ahead().match(folded, end) and not self._is_name(end):
            found, ends = words_at(folded, end, 12)
            reading = self._prefix(["1", *found], [end, *ends])
            if reading is not None and reading.big and reading.used > 1:
                value, value_max, scale = self._scaled(value, value_max, found, reading.value)
                of = None if of is None else EXACT.multiply(of, scale)
                end = ends[reading.used - 2]
                if folded[end - 2 : end + 1] == "tr." and self.text[end + 1 : end + 2].islower():
                    end += 1  # 1,5 tr.m3
        if end == first_end and not self._free_after(start, end):
            return None
        before = look_before(folded, start)
        label, label_word = label_of(before, raw, value, scale)
        if label == "" and year(raw) and end == first_end:
            label, label_word = "weak", "năm"
        if label != "strong" and self._is_list_mark(start, first_end, raw):
            label, label_word = "strong", "•"
        signed = sign_of(self.text, self.folded, start, end)
        if signed < start:
            value, start = -value, signed
        if text_end := self._repetition(end, value):
            end = text_end
        return NumberSpan(
            start,
            end,
            value,
            value_max,
            before.modifier,
            False,
            scale,
            of,
            label,
            label_word,
            False,
            raw,
            before.from_,
        )

    def _prefix(self, found: list[str], ends: list[int]) -> Reading | None:
        """Read the longest number; a lone digit behind a scale needs the end of the phrase behind it."""
        reading = read(found)
        if reading is not None and reading.short and not SHORT_END.match(self.folded, ends[reading.used - 1]):
            reading = read(found[: reading.used - 1])
        return reading

    def _scaled(
        self, value: Decimal, value_max: Decimal | None, found: list[str], one: Decimal
    ) -> tuple[Decimal, Decimal | None, Decimal]:
        """Multiply digits by the scale words behind them and add the parts that follow."""
        first = read(["1", *leading_scales(found)])
        scale = first.value if first is not None else one
        rest = one - scale
        if rest and value_max is None and value == value.to_integral_value():
            # "107 nghìn 700 tỷ": the scale behind counts for both.
            whole = read([str(int(value)), *found])
            return (whole.value if whole is not None else EXACT.fma(value, scale, rest)), None, scale
        most = None if value_max is None else EXACT.fma(value_max, scale, rest)
        return EXACT.fma(value, scale, rest), most, scale

    def _is_name(self, end: int) -> bool:
        """Tell whether a capital scale word opens a name (``Triệu Phong``)."""
        words_ahead = self.text[end : end + 24].split()
        return len(words_ahead) > 1 and words_ahead[0].istitle() and words_ahead[1][:1].isupper()

    def _free_after(self, start: int, end: int) -> bool:
        """Tell whether the characters behind a digit leave it a number of its own."""
        text = self.text
        mark = text[end : end + 1]
        if not mark or mark.isspace() or mark in "%‰,.;:)]}\"”'’!?…(°º$€£¥₫<>=":
            return True
        if mark in "-–−":
            return not text[end + 1 : end + 2].isalnum()
        if mark == "/":
            return text[end + 1 : end + 2] == " " and text[end + 2 : end + 3].isdigit()
        if not mark.isalpha():
            return mark not in "_@#&^*×"
        tonnes = mark == "T" and not text[start:end].isdigit()  # 32.500T thóc
        return (tonnes and not text[end + 1 : end + 2].isalnum()) or self._glued_unit(end)

    def _glued_unit(self, end: int) -> bool:
        match = LETTERS.match(self.text, end)
        if match is None:
            return False
        word = match[0]
        if len(word) == 1 and word.isupper() and word not in "WV":
            return False
        low = word.lower()
        if METRES.match(self.folded, end):
            return True
        if low in glued_words():
            return not self.text[match.end() : match.end() + 1].isdigit()
        return word.islower() and len(word) > 1 and not low.isascii()

    def _is_list_mark(self, start: int, end: int, raw: str) -> bool:
        """Tell whether a number at the start of a line numbers that line."""
        mark = self.text[end : end + 1]
        dotted = "." in raw and all(len(part) <= 2 for part in raw.split("."))
        if mark not in {".", ")", "/", ":"} and not dotted:
            return False
        line = self.text.rfind("\n", max(0, start - 12), start)
        if line < 0 and start > 12:
            return False
        return bool(LIST_MARK.match(self.text[line + 1 : start]))

    def _repetition(self, end: int, value: Decimal) -> int | None:
        """Give the offset behind ``(năm)`` if it repeats the number before it in words."""
        if "(" not in self.text[end : end + 2]:
            return None
        match = PARENTHESIS.match(self.folded, end)
        if match is None:
            match = SCALED_AGAIN.match(self.folded, end)
            if match is None:
                return None
        said = read(match[1].split(), whole=True)
        return match.end() if said is not None and said.value == value else None

    def spelled(self) -> Iterator[NumberSpan]:
        """Give the numbers in words that hold a scale or stand before a unit, in text order."""
        done = 0
        folded = self.folded
        starts = spelled_starts().find(folded)[""]
        for match in Matches(spelled(), folded, starts).finditer(0, len(folded)):
            start = match.start()
            if start < done or self.taken.overlaps(start, match.end()):
                continue
            if VAGUE.search(folded, max(0, start - 8), match.end()):
                continue
            found, ends = words_at(folded, start)
            reading = self._prefix(found, ends)
            if reading is None:
                continue
            end = ends[reading.used - 1]
            done = end
            if not reading.big and not unit_ahead().match(folded, end):
                continue
            if reading.used == 1 and found[0] in {"một", "năm", "tư"} and not firm_unit().match(folded, end):
                continue
            before = look_before(folded, start) if start else NOTHING
            yield _spelled_span(folded, start, end, reading.value, reading.scale, before)


def _spelled_span(
    folded: str, start: int, end: int, value: Decimal, scale: Decimal, before: Before
) -> NumberSpan:
    digits = DIGITS_AGAIN.match(folded, end)
    if digits and read_digits(digits[1]) == value:
        end = digits.end()
    label = "" if before.label == "weak" or before.label_word.startswith("=") else before.label
    word, before_it = before.label_word, before.modifier
    return NumberSpan(
        start, end, value, None, before_it, True, scale, None, label, word, False, "", before.from_
    )


_SPACES = " \u00a0\u202f\u2009\t"


@cache
def _scale_initials() -> frozenset[str]:
    """The letters that open a scale word, for a cheap look before the expressions."""
    return frozenset({word[0] for word, kind in words().kinds.items() if kind != "digit"})
