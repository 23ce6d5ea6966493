"""The counted noun phrase behind a number: where it begins and where it ends.

Vietnamese noun phrases grow to the right: number, classifier or head noun, attributes. What closes one
is a closed class (prepositions of place, time, agent, purpose; aspect markers; comparison; conjunctions), or
a verb where the phrase is the subject of its clause. Coordinated nouns (``tổ chức, cá nhân``) are one phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from vnreport.mentions.numbers.roles import role
from vnreport.mentions.quantities.coordination import (
    closes_rate,
    coordinated,
    joined,
    per,
    restricts,
    through_numbers,
)
from vnreport.mentions.quantities.ends import (
    before_label,
    duration_end,
    without_dimension,
    without_loose_end,
)
from vnreport.mentions.quantities.grammar import Grammar, grammar, is_known, is_pair, is_verb, longest
from vnreport.mentions.quantities.heads import read_head, symbol
from vnreport.mentions.quantities.position import Position, is_multiple, position
from vnreport.mentions.quantities.quoted import name_behind, whole_name
from vnreport.mentions.quantities.tokens import (
    MOST_SYLLABLES,
    Token,
    is_called,
    is_place,
    is_short_form,
    tokens,
)

WINDOW = 200
"""How many characters behind a number may belong to its phrase."""
_GLANCE = 10
_LOOKAHEAD = 6
"""How many words behind its end may decide where a phrase ends."""


class Phrase(NamedTuple):
    """A counted noun phrase."""

    start: int
    """Start of the head."""
    unit_end: int
    """End of the head, the unit that is counted."""
    end: int
    unit: str
    """Head: classifier, measure or noun, as the text has it but in lower case."""
    kind: str
    """``classifier``, ``noun``, ``admin``; the kind of the unit of measure; empty for an unknown noun."""
    measure: bool


@dataclass
class _State:
    """What decides whether the next word still belongs to the phrase."""

    unit: str
    measure: bool
    content: bool
    """Whether a verb says what the thing is for (``giấy phép xuất bản``)."""
    known: bool
    """Whether the word before is one of the tables."""
    number: int
    """Where the number begins."""
    size: int
    """How many tokens the head takes."""
    position: Position | None = None
    """What governs the phrase; looked up when first asked."""


class Reader:
    """Reads the phrases of one text."""

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self.grammar: Grammar = grammar()
        self.words: dict[str, str] = {}

    def read(self, start: int, limit: int, number: int) -> Phrase | None:
        """Read the phrase that begins right behind a number.

        Args:
            start: offset behind the number.
            limit: offset that the phrase may not pass (the next time, instrument or money).
            number: where the number begins; what stands before it decides whether a verb closes the phrase.

        Returns:
            The phrase, or None where no noun follows.
        """
        limit = min(limit, start + WINDOW)
        # Most phrases are short: look at few words, and at all only where the phrase comes near their end.
        toks = self._tokens(start, limit, _GLANCE)
        phrase, last = self._read(toks, start, number)
        if len(toks) == _GLANCE and phrase is not None and last >= _GLANCE - _LOOKAHEAD:
            phrase, _ = self._read(self._tokens(start, limit, MOST_SYLLABLES + 12), start, number)
        if phrase is None:
            name = whole_name(self.text, start, limit)
            head = self.folded[start + 2 : name[0]] if name else ""
            return Phrase(start + 1, name[0], name[1], head, "noun", False) if name else None
        if phrase.measure:
            return phrase
        named = phrase.kind != "time"
        return phrase._replace(end=name_behind(self.text, self.folded, phrase.end, limit, named=named))

    def _tokens(self, start: int, limit: int, most: int) -> list[Token]:
        """Cut the words up to the limit; an amount that begins there is a token too."""
        folded = self.folded
        toks = tokens(folded, start, limit, most)
        if toks and len(toks) < most and folded[limit : limit + 1].isdigit():
            gap = folded[toks[-1].end : limit]
            if gap.isspace():
                toks.append(Token(limit, limit, "", "amount", gap))
        return self._first_line(toks)

    def _first_line(self, toks: list[Token]) -> list[Token]:
        """Cut the words where a new line begins with anything but a small letter: no phrase goes on there."""
        for i in range(1, len(toks)):
            if "\n" in toks[i].gap and not self.text[toks[i].start].islower():
                return toks[:i]
        return toks

    def _read(self, toks: list[Token], start: int, number: int) -> tuple[Phrase | None, int]:
        """Read a phrase and give the index of its last token."""
        if not toks or toks[0].kind != "word" or not self._may_open(toks[0]):
            sign = symbol(toks)
            return (Phrase(*sign) if sign else None), 0
        words = [t.text for t in toks]
        head = read_head(self.text, toks, words, self.grammar)
        if head is None:
            return None, 0
        unit, size, kind, measure = head
        unit_end = toks[0].start + len(unit) if kind == "rate" or "/" in unit else toks[unit.count(" ")].end
        phrase = Phrase(toks[0].start, unit_end, toks[size - 1].end, unit, kind, measure)
        last = self._extent(toks, words, size, phrase, number)
        return phrase._replace(end=toks[last].end), last

    def _may_open(self, token: Token) -> bool:
        """Tell whether the first word may be a counted noun by its look."""
        if "\n" in token.gap and not self.text[token.start].islower():
            return False
        return len(token.gap) <= 3 or "\n" in token.gap

    def _extent(self, toks: list[Token], words: list[str], size: int, head: Phrase, number: int) -> int:
        """Give the index of the last token of a phrase whose head takes ``size`` tokens."""
        g = self.grammar
        if head.kind == "time":
            return duration_end(words, size)
        lasts = head.kind == "rate" and words[0] in g.units and g.units[words[0]].kind == "time"
        if lasts or head.unit == "sao" or (head.kind == "admin" and is_called(self.text, toks, size)):
            return size - 1
        if head.unit == "lần" and words[size:][:1] != ["/"]:
            based = words[size : size + 1] in (
                ["mức"],
                ["lương"],
                ["giá"],
                ["tổng"],
            )  # 20 lần | mức lương cơ sở
            if based or is_multiple(self.folded, number, head.start) or self._is_adverb(number):
                return size - 1
        state = _State(
            head.unit,
            measure=head.measure,
            content=head.kind == "content",
            known=head.kind != "" or head.unit.isupper(),
            number=number,
            size=size,
        )
        i = last = size
        while i < len(toks) and i < MOST_SYLLABLES:
            step = self._step(toks, words, i, state)
            if step == 0:
                break
            last = i
            # Behind "lượt cán bộ" a verb says what the people do, not what the count is about.
            state.known = step > 1
            if state.content or step == 1:
                at = i + (step > 1 and words[i] in {",", "và"})
                inner = longest(words, at, g.nouns, g.noun_sizes) if words[at] in g.noun_sizes else None
                state.content &= inner is None or g.nouns[inner[0]] != "noun"
                state.known |= inner is not None
            i += step
            if closes_rate(words, i - step, i, g):
                break  # 2 cán bộ/xã | trực
        i -= i > size and words[i - 1] in {"không", "về"}  # 12 mẫu | không đạt
        # A verb right before a number governs that number (01 xe tải | vận chuyển 20 m3 gỗ).
        if i < len(toks) and toks[i].kind in {"number", "amount"}:
            if words[i - 1] == "ở" and i > size:
                return i - 2  # 12 quyết định thu hồi đất | ở 5 xã
            if words[i - 1] == "số" and "và" not in words[size:i]:
                return before_label(words, size, i - 1, g) - 1
            if "và" in words[size:i]:  # 129 văn bản | và cấp xã 376 văn bản
                joint = i - 1 - words[size:i][::-1].index("và")
                parting = (at for at in range(joint + 2, i) if words[at] in _PREDICATES)
                return next(parting, joint) - 1  # 11 nhóm hàng hóa và dịch vụ | có 7 nhóm
            named = without_dimension(words, size, i)  # 585 hộ | có thu nhập 100 triệu đồng
            verb = named == i > size and (is_verb(g, words, last, i) or words[last] in _CHANGES)
            return last - 1 if verb else named - 1
        # ... and its object does not close the phrase without it (02 đơn vị | thực hiện các quy định).
        article = i < len(toks) and toks[i].text in _ARTICLES and words[i : i + 2] != ["các", "loại"]
        if article and i > size and is_verb(g, words, last, i):
            return last - 1
        return without_loose_end(toks, words, size, i) - 1

    def _is_adverb(self, number: int) -> bool:
        """Tell whether times say how often what follows was done: ``đã 3 lần | triệu tập``."""
        before = self.folded[max(0, number - 12) : number].split()
        while before and before[-1] in role("between") and before[-1] != "đã":
            before.pop()
        return bool(before) and before[-1] in {"đã", "từng", "phải", "sẽ", "cũng", "lại"}

    def _governed(self, state: _State) -> Position:
        if state.position is None:
            state.position = position(self.folded, state.number)
        return state.position

    def _is_predicate(self, state: _State) -> bool:
        """Tell whether a verb at this point says what the counted things do, and so closes the phrase."""
        return not state.content and self._governed(state) == "subject"

    def _step(self, toks: list[Token], words: list[str], i: int, state: _State) -> int:
        """Give how many tokens from ``i`` on belong to the phrase; 0 closes it."""
        g = self.grammar
        token = toks[i]
        if token.kind in {"number", "amount"}:
            return 0
        if token.kind == "mark":
            return self._mark(toks, words, i, state)
        if "\n" in token.gap and not self.text[token.start].islower():
            return 0
        if is_short_form(self.text, token, g):
            return 1
        bare = state.measure and i == state.size
        if token.text == "và":
            return 0 if bare else coordinated(self.text, toks, words, i, state.unit, g)
        stop = longest(words, i, g.effects, g.effect_sizes) if token.text in g.effect_sizes else None
        inner = longest(words, i, g.nouns, g.noun_sizes) if token.text in g.noun_sizes else None
        if inner is not None and inner[1] > 1 and (stop is None or inner[1] > stop[1]):
            return 0 if is_place(self.text, toks, i, g) else inner[1]
        closed = i > state.size and words[i - 1] == "khác" and token.text != "nhau"
        closed = closed or (i > state.size + 1 and words[i - 2 : i] == ["còn", "lại"])
        if closed and (stop is None or g.effects[stop[0]] != "keep"):
            return 0
        if owned := restricts(words, i):
            return owned
        if stop is not None:
            step = self._stopped(toks, words, i, state, stop, inner)
            if step is not None:
                return step
        if bare and (
            token.text in {"không", "về", "lô", "đợt", "cách", "giờ", "nam", "nữ", "x"}
            or words[i : i + 2] == ["đầu", "tiên"]
        ):
            return 0
        if token.text == "về" and (
            state.unit == "lần"
            or is_place(self.text, toks, i + 1, g)
            or words[i + 1 : i + 2] in (["hướng"], ["phía"])
        ):
            return 0
        if is_place(self.text, toks, i, g):
            return 0
        if token.text in g.labels or (i + 1 < len(words) and words[i + 1] in {"độ"}):
            return self._labelled(toks, words, i)
        return stop[1] if stop is not None else 1

    def _mark(self, toks: list[Token], words: list[str], i: int, state: _State) -> int:
        """Give how many tokens from a mark at ``i`` on belong to the phrase; 0 closes it."""
        mark = toks[i].text
        if mark == "/":
            return per(toks, words, i, self.grammar)
        if mark == "," and len(toks[i].gap) < 2 and not (state.measure and i == state.size):
            return coordinated(self.text, toks, words, i, state.unit, self.grammar)
        return joined(self.text, toks, words, i, self.grammar) if mark in "-–" else int(mark == "&")

    def _stopped(
        self,
        toks: list[Token],
        words: list[str],
        i: int,
        state: _State,
        stop: tuple[str, int],
        inner: tuple[str, int] | None,
    ) -> int | None:
        """Decide by the closing word at ``i``; None where it neither closes the phrase nor belongs to it."""
        g = self.grammar
        token, effect, bare = toks[i], g.effects[stop[0]], state.measure and i == state.size
        if effect == "keep":
            behind = words[i + stop[1] : i + stop[1] + 1]
            goes_on = bare or (behind and behind[0].isalpha() and behind[0] not in g.effects)
            if stop[0] == "đạt điểm" and behind and behind[0].isdigit():
                return stop[1] + 1
            return 0 if goes_on and stop[0] in g.changes else stop[1]
        if self._is_named(toks, i, state):
            return stop[1]
        if token.text == "cấp" and self._is_grade(toks, words, i):
            return self._labelled(toks, words, i)
        if effect == "end":
            return 0
        # Behind a syllable of no known word a lone verb may be its second syllable (12 m2 bê tông).
        compound = stop[1] == 1 and not state.known and is_pair(words[i - 1], token.text)
        opens = inner is None or inner[1] < stop[1] or g.nouns[inner[0]] == "content"
        if effect == "verb" and opens and not compound and (bare or self._is_predicate(state)):
            return self._possession(toks, i) if token.text == "có" and i == state.size and not bare else 0
        return None

    def _is_named(self, toks: list[Token], i: int, state: _State) -> bool:
        """Tell whether a capital goes on with a name that began with one: ``01 Trung tâm | Phục vụ …``."""
        return (
            i == state.size
            and self.text[toks[0].start].isupper()
            and self.text[toks[i].start].isupper()
            and not self.text[toks[0].start : toks[i].end].isupper()
        )

    def _is_grade(self, toks: list[Token], words: list[str], i: int) -> bool:
        """Tell whether a small number says which level is meant: ``1 trường cấp 2 DTNT``."""
        graded = i + 1 < len(toks) and words[i + 1] in _GRADES
        return graded and (i + 2 >= len(toks) or not is_known(self.grammar, words, i + 2))

    def _possession(self, toks: list[Token], i: int) -> int:
        """Take a short ``có …`` that ends the clause: it restricts the noun (``27 xã | có trạm y tế``)."""
        for size, token in enumerate(toks[i + 1 : i + 6], 1):
            if token.kind == "mark":
                return size if token.text in ",;." and size > 1 else 0
            if token.kind != "word" or "\n" in token.gap or token.text in self.grammar.effects:
                return 0
        return 0

    def _labelled(self, toks: list[Token], words: list[str], i: int) -> int:
        """Take ``mức độ 3, 4`` or ``loại 2`` whole; a plain noun is one step."""
        size = 2 if words[i : i + 2] == ["mức", "độ"] else 1
        if i + size < len(toks) and toks[i + size].kind == "number" and len(toks[i + size].text) < 3:
            if words[i] in {"năm", "tháng", "ngày", "quý", "điều", "khoản", "số", "đạt"}:
                return 0
            behind = words[i + size + 1 : i + size + 2]
            if behind and (behind[0] in "-–" or behind[0] in self.grammar.units):
                return 0
            return through_numbers(toks, i + size, self.grammar) - i
        return size


_PREDICATES = frozenset(("có", "gồm", "đạt", "là"))
_CHANGES = frozenset(("tăng", "giảm", "còn"))
"""What opens phrases that say how much where a number stands behind them (``6 mặt hàng | tăng giá 5%``)."""
_GRADES = frozenset(("1", "2", "3", "4"))
_ARTICLES = frozenset(("các", "những", "mọi"))
