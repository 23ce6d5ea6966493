"""Gaps: the lines between two that are surely text, where verdicts spread to neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnreport.layout.lines import Line, ends_sentence, function_word_count, has_word, is_upper
from vnreport.layout.shapes import (
    MARKED,
    NUMBERED,
    Verdict,
    has_date,
    is_date_bar,
    is_dated_headline,
    is_label_number,
    is_name,
)
from vnreport.layout.wording import is_agency, is_head_line, is_office, is_type_start
from vnreport.patterns import lazy

OPENING = frozenset({"related", "counter", "poll", "comment", "footer", "login", "tags"})
"""Kinds of frame behind which a page has no more text of its own, unless surer text follows."""
BUTTONS = frozenset({"menu", "share", "access", "login", "banner", "attribute"})
CONTACTS = frozenset({"contact", "footer", "banner"})
VISIT_LABELS = frozenset({"hôm nay", "hôm qua", "trong tuần", "tuần này", "trong ngày"})
_AGENCY_START = lazy(
    r"(?:cổng|trang|website|sở|ubnd|ủy ban|uỷ ban|bệnh viện|cục|chi cục|trung tâm|công an)\s", re.I
)
_SLOGAN = lazy(
    r"(?:nhiệt liệt )?chào mừng(?!\w)|(?:mừng đảng|toàn đảng|quyết tâm|hướng tới|ra sức|thi đua lập)\s"
    r"|(?:đẩy mạnh )?học tập và làm theo\s|năm \d{4}[,:]? (?:đẩy mạnh|tăng cường|chủ đề|tiếp tục)\s",
    re.I,
)
"""What the banner of a page calls for: ``Chào mừng`` *Đại hội Đảng bộ tỉnh*."""
_SHORT = lazy(r"(?:VKSND|TAND|LĐLĐ|BHXH|MTTQ|KBNN|QLTT|TTYT|CDC|NHCSXH|BĐBP|BCHQS|VP|BBT|VNPT)(?!\w)")
"""The short names of bodies that authors write for."""
_PASSED_ON = lazy(
    r"\(?(?:theo|nguồn)\s?:?\s?(?:báo|tạp chí|đài|cổng|trang|ttxvn|vov|vtv|website)(?!\w)", re.I
)
"""Whose article it was: ``Theo Tạp chí Tòa án``."""
_LABEL = lazy(r"số\s?:|/\w", re.I)
"""The document's own number, which the copy left empty."""
_BARE = lazy(r"\d{1,6}|\d{1,3}(?:[.,]\d{3}){1,2}")
"""A number without a label."""
_COUNTED = lazy(r"\d\s+[^\W\d]")
REACH = 6
"""How many lines a sure line of the frame above the title lends weight to an unsure one."""
SLOGAN = 25
"""So many words a page's banner has at most, above a headline that is surely one."""
KICKER = 5
CROSSHEAD = 5
"""So many words a heading has that may stand below a box of related articles."""
MENU_RUN = 4
"""So many short lines in a row at the top of a web page are its menu."""


class Gap:
    """The lines ``[first, last)`` between two anchors, or before the first or behind the last one."""

    def __init__(
        self, lines: list[Line], verdicts: Sequence[Verdict], first: int, last: int, is_web: bool
    ) -> None:
        self.lines = lines
        self.verdicts = verdicts
        self.first = first
        self.last = last
        self.is_top = first == 0
        self.is_foot = last == len(lines)
        self.is_web = is_web
        self.title = self._title_line() if self.is_top else -1
        if self.is_top and not self.is_foot:
            own = self._own_start()
            self.title = own if self.title < 0 else min(self.title, own)

    def mark(self) -> None:
        """Set the kind of each line of the gap that is boilerplate."""
        if not any(self.verdicts[i].strength for i in range(self.first, self.last)):
            if self.is_foot and self.is_web:
                self._mark_author()
            self._mark_kickers()
            return
        self._mark_strong()
        self._mark_bare_counts()
        self._mark_counters()
        self._mark_button_runs()
        self._mark_weak()
        if self.is_foot:
            self._mark_weak()  # what stands above the sure end of a page
        if self.is_top:
            self._mark_above_head()
            self._mark_menu()
            self._mark_kickers()
        if self.is_foot:
            if self.is_web:
                self._mark_author()
            self._mark_contacts()
            self._mark_open_foot()
        else:
            self._mark_open_middle()

    def _is_frame(self, index: int) -> bool:
        return self.first <= index < self.last and self.lines[index].kind == "boilerplate"

    def _is_kind(self, index: int, kinds: frozenset[str]) -> bool:
        return self.first <= index < self.last and self.verdicts[index].kind in kinds

    def _is_enclosed(self, index: int, words: int) -> bool:
        """Tell whether a line of at most so many words has boilerplate on both sides."""
        around = self._is_frame(index - 1) and self._is_frame(index + 1)
        text = self.lines[index].text
        return around and index != self.title and len(text.split()) <= words and not _COUNTED.search(text)

    def _set(self, index: int) -> None:
        self.lines[index].kind = "boilerplate"

    def _title_line(self) -> int:
        """Give the line of a top gap, or the anchor below it, that is likeliest the title; -1 for none."""
        best, best_score = -1, 0.0
        for i in range(self.first, min(self.last + 1, len(self.lines), self.first + 60)):
            text = self.lines[i].text
            if self.verdicts[i].strength or (i == self.last and not self._may_be_title(text)):
                continue
            words = len(text.split())
            score = min(words, 9) + 0.5 * min(function_word_count(text), 4)
            dated = any(map(str.isdigit, text))
            score += dated - 4 * (bool(_AGENCY_START.match(text)) and ":" not in text and not dated)
            # A stamp between two lines is that of the headline above it.
            stamped = self._is_stamped(i + 1) or (self._is_stamped(i - 1) and not 0 <= best == i - 2)
            score -= 4 * bool(_SLOGAN.match(text))
            score += 4 * stamped + 2 * (i + 1 >= self.last)
            score += 4 * (i == 0 and self._is_stamped(1) and not is_agency(text))
            score -= 6 * (text[-1] == ".")
            if words >= 4 and score >= best_score + (
                2 if best >= 0 and not (stamped and text[0].isupper()) else 0
            ):
                best, best_score = i, score
        kind = best > self.first and is_upper(self.lines[best].text) and self.lines[best].gap == 1
        return best - 1 if kind and is_type_start(self.lines[best - 1].text) else best

    def _own_start(self) -> int:
        """Give where the text below a top gap begins: at the agency's lines above an official head."""
        start = self.last
        if is_head_line(self.lines[start].text):
            while start > self.first and not self.verdicts[start - 1].strength:
                text = self.lines[start - 1].text
                named = is_upper(text) and (is_agency(text) or start < self.last)
                if not named and has_word(text):
                    break
                start -= 1
        return start

    def _is_stamped(self, index: int) -> bool:
        """Tell whether a line is the date or the counter that a page puts beside its headline."""
        return 0 <= index < len(self.lines) and self.verdicts[index].kind in ("date", "counter")

    def _mark_kickers(self) -> None:
        """Mark the names of the site and its part above a headline that is surely text and has a stamp."""
        stamp = self.last + 1
        if not self.is_top or stamp >= len(self.lines) or self.verdicts[stamp] != ("strong", "date"):
            return
        for i in range(self.first, self.last):
            text = self.lines[i].text
            if self.verdicts[i].kind == "banner":
                self._set(i)
            if len(text.split()) <= KICKER and not ends_sentence(text) and not any(map(str.isdigit, text)):
                self._set(i)

    def _may_be_title(self, text: str) -> bool:
        plain = len(text) <= 250 and not ends_sentence(text)
        return plain and not MARKED.match(text) and not is_head_line(text)

    def _mark_strong(self) -> None:
        edge = self.is_top or self.is_foot
        strong = [i for i in range(self.first, self.last) if self.verdicts[i].strength == "strong"]
        for i in strong:
            byline = self.verdicts[i].kind == "byline"
            headed = byline and has_date(self.lines[i].text) and self._follows_headline()
            if edge or len(strong) > 1 or not byline or headed:
                self._set(i)

    def _mark_bare_counts(self) -> None:
        """Mark the numbers without a label right below the stamp of an article: how often it was read."""
        for i in range(self.first, self.last if self.is_top else self.first):
            stamped = self._is_frame(i - 1) and (
                self.verdicts[i - 1] == ("strong", "date") or _BARE.fullmatch(self.lines[i - 1].text)
            )
            if stamped and i > self.title and _BARE.fullmatch(self.lines[i].text):
                self._set(i)

    def _mark_counters(self) -> None:
        """Mark runs of labels with bare numbers that hold or follow a counter of visits."""
        i = self.first
        while i < self.last:
            j = i
            while j < self.last and self._counts(j):
                j += 1
            start = self._counter_start(i, j)
            for k in range(start, j):
                self._set(k)
            i = max(j, i + 1)

    def _counts(self, index: int) -> bool:
        return self.verdicts[index].kind in ("counter", "date") or is_label_number(self.lines[index].text)

    def _counter_start(self, first: int, last: int) -> int:
        """Give where the counters of visits begin in a run; ``last`` if there are none."""
        if first < last and self._is_frame(first - 1) and self.verdicts[first - 1].kind == "counter":
            return first
        visits = 0
        start = last
        for k in range(first, last):
            if self.verdicts[k].kind != "counter":
                continue
            label = self.lines[k].text.lower().split(":")[0].strip(" •-*+")
            strong = self.verdicts[k].strength == "strong"
            visits += 2 if strong else label in VISIT_LABELS
            if strong or label in VISIT_LABELS:
                start = min(start, k)
        return start if visits >= 2 else last

    def _mark_button_runs(self) -> None:
        """Mark three or more menu entries or buttons in a row."""
        i = self.first
        while i < self.last:
            j = i
            while j < self.last and (self._is_frame(j) or self._is_kind(j, BUTTONS)):
                j += 1
            if j - i >= 3:
                for k in range(i, j):
                    self._set(k)
            i = max(j, i + 1)

    def _mark_weak(self) -> None:
        dates = sum(v == ("weak", "date") for v in self.verdicts[self.first : self.last])
        for i in range(self.first, self.last):
            verdict = self.verdicts[i]
            if verdict.strength != "weak" or self._is_frame(i):
                continue
            beside = self._is_frame(i - 1) or self._is_frame(i + 1)
            if verdict.kind == "pager":
                frame = beside or self._stands_alone(i)
            elif verdict.kind in CONTACTS and verdict.kind != "banner":
                frame = i < self.title and beside
            elif verdict.kind == "topic" and i > self.title:
                frame = False
            elif i < self.title:
                frame = any(self._is_frame(k) for k in range(i - REACH, i + REACH + 1))
                frame = frame or (i == 0 and is_date_bar(self.lines[i].text))
                kicker = verdict.kind == "topic" and not is_agency(self.lines[i].text)
                frame = frame or (i == 0 and self.title == 1 and kicker)
            elif verdict.kind == "date" and (self.is_top or self._follows_headline()):
                stamp = self.title >= 0 and i == self.title + 1 and self.lines[i].text[0].isdigit()
                frame = i < 15 and (dates == 1 or stamp)
            elif verdict.kind == "counter":
                frame = beside and self.lines[i].text.lower().startswith(("xem", "view"))
            elif self.is_top or self.is_foot:
                frame = beside
            else:
                frame = self._is_frame(i - 1) and self._is_frame(i + 1)
            if frame:
                self._set(i)

    def _follows_headline(self) -> bool:
        """Tell whether the line before the gap may be a long headline: near the top, no full stop."""
        return 0 < self.first <= REACH and not ends_sentence(self.lines[self.first - 1].text)

    def _stands_alone(self, index: int) -> bool:
        after = index + 1
        alone = self.lines[index].gap >= 2 or index == 0
        return alone and (after >= len(self.lines) or self.lines[after].gap >= 2)

    def _mark_above_head(self) -> None:
        """Mark the page's tabs and buttons above an official head, but not the agency's own lines."""
        if self.last >= len(self.lines) or not is_head_line(self.lines[self.last].text):
            return
        for i in range(self.first, self.last):
            text = self.lines[i].text
            button = len(text.split()) <= 5 and has_word(text) and not is_upper(text)
            if button and not is_agency(text) and not _LABEL.match(text):
                self._set(i)

    def _mark_menu(self) -> None:
        """Mark short lines above the title that stand between menus, or in a long run of their own."""
        frames = [i for i in range(self.first, self.last) if self._is_frame(i)]
        if not frames:
            return
        words = SLOGAN if self._is_stamped(self.title + 1) else 14
        for i in range(self.first, self.title if self.is_web else min(self.title, frames[-1])):
            if not self._is_frame(i) and self._is_short(i, words):
                self._set(i)
        run = self.first
        while run < self.title and (self._is_frame(run) or self._is_short(run, 3)):
            run += 1
        if run - self.first >= MENU_RUN:
            for i in range(self.first, run):
                self._set(i)

    def _is_short(self, index: int, words: int) -> bool:
        text = self.lines[index].text
        plain = not ends_sentence(text) and (words > 3 or not (is_upper(text) or any(map(str.isdigit, text))))
        return plain and len(text.split()) <= words

    def _mark_contacts(self) -> None:
        """Mark addresses and names of the site's publisher at the very end of the page."""
        i = self.last
        while i > self.first and (self._is_frame(i - 1) or self._is_kind(i - 1, CONTACTS)):
            i -= 1
        contacts = sum(self._is_kind(k, CONTACTS) for k in range(i, self.last))
        frames = sum(self._is_frame(k) and not self._is_kind(k, CONTACTS) for k in range(i, self.last))
        if contacts >= 3 or (contacts and frames) or any(self._is_frame(k) for k in range(i, self.last)):
            for k in range(i, self.last):
                self._set(k)

    def _mark_author(self) -> None:
        """Mark the author's name and paper between the end of the text and the page's frame."""
        i = self.first
        if i == 0 or not ends_sentence(self.lines[i - 1].text):
            return
        end = i
        while (
            end < self.last and end - i < 3 and not self._is_frame(end) and _is_author(self.lines[end].text)
        ):
            end += 1
        if end == self.last or self._is_frame(end):
            for k in range(i, end):
                self._set(k)

    def _mark_open_foot(self) -> None:
        """Mark everything behind the first sure sign that the page's own text is over."""
        opened = listing = False
        for i in range(max(self.first, self.title + 1), self.last):
            text = self.lines[i].text
            if self._is_frame(i):
                listing = self.verdicts[i].kind == "related"
                opened = opened or (self.verdicts[i].kind in OPENING and self._opens(i))
                continue
            listed = not MARKED.match(text) or (listing and NUMBERED.match(text))
            if (opened and listed) or self._is_enclosed(i, 8):
                self._set(i)

    def _opens(self, index: int) -> bool:
        """Tell whether a frame line closes the page's own text: not a counter or login above it."""
        verdict = self.verdicts[index]
        if not self.is_top:
            return True
        return verdict.kind in ("related", "poll", "comment", "footer") or index > self.title + 3

    def _mark_open_middle(self) -> None:
        """Mark the entries of a list of related articles in the middle of the text."""
        related = False
        for i in range(max(self.first, self.title + 1), self.last):
            if self._is_frame(i):
                related = self.verdicts[i].kind == "related"
                if related:
                    self._mark_box(i + 1)
            elif (related and self._is_entry(i)) or self._is_enclosed(i, 6):
                self._set(i)
            elif has_word(self.lines[i].text):
                related = False

    def _mark_box(self, start: int) -> None:
        """Mark the headlines of a box amid the text, up to the next paragraph or line of the frame."""
        end = start
        while end < self.last and not self._is_frame(end) and self._is_headline(end):
            end += 1
        if end == self.last and end > start and len(self.lines[end - 1].text.split()) <= CROSSHEAD:
            end -= 1
        if end >= self.last - 1 or self._is_frame(end):
            for i in range(start, end):
                self._set(i)

    def _is_headline(self, index: int) -> bool:
        text = self.lines[index].text
        plain = not ends_sentence(text) and not MARKED.match(text) and "|" not in text
        return plain and 5 <= len(text.split()) <= SLOGAN and text[0].isupper()

    def _is_entry(self, index: int) -> bool:
        return is_dated_headline(self.lines[index].text) or self._is_frame(index + 1)


def _is_author(text: str) -> bool:
    if is_office(text):
        return False
    words = len(text.split())
    bracketed = text[0] == "(" and text[-1] == ")"
    agency = (is_agency(text) or _SHORT.match(text) is not None) and not ends_sentence(text)
    name, dash, office = text.partition(" - ")
    owned = is_agency(office) or _SHORT.match(office) is not None
    signed = bool(dash) and 2 <= len(name.split()) <= 5 and is_name(name) and owned
    name, bracket, office = text.rstrip(")").partition(" (")
    owned = is_agency(office) or _SHORT.match(office) is not None
    signed = signed or (bool(bracket) and 2 <= len(name.split()) <= 5 and is_name(name) and owned)
    return words <= (12 if signed else 8) and (
        bracketed or agency or signed or is_name(text) or _PASSED_ON.match(text) is not None
    )
