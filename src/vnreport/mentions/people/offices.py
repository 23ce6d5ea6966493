"""The offices, ranks and forms of address around a person's name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from vnreport.gazetteer import read_place
from vnreport.lexicon import table
from vnreport.names import UPPER, fold_syllable, old_tones, scannable, surnames
from vnreport.report import OrganizationMention
from vnreport.text import fold

_WINDOW = 260
_MAX_OFFICES = 6


class Office(NamedTuple):
    """An office that the text gives a person."""

    title: str
    """The office without the organisation, its abbreviation expanded: ``Phó Chủ tịch``."""
    organization: str | None
    """Full name of the organisation of the office."""
    start: int
    end: int


class Title(NamedTuple):
    """A row of ``titles.tsv``."""

    name: str
    kind: str


class _Form(NamedTuple):
    folded: str
    exact: str
    """The form itself where its capitals matter (``PGĐ``); empty where they do not."""
    title: Title


_FIRST = re.compile(r"[^\W_]+")


def _is_short(form: str) -> bool:
    return any(word.isupper() and len(word) > 1 for word in re.split(r"[ .]", form)) or len(form) <= 4


@cache
def _by_first_word() -> dict[str, tuple[_Form, ...]]:
    """The titles by their folded first word, the longest first."""
    found: dict[str, list[_Form]] = {}
    for row in table("titles"):
        form = row["form"]
        folded = old_tones(form.lower())
        first = _FIRST.match(folded)
        exact = form if _is_short(form) else ""
        entry = _Form(folded, exact, Title(row["title"], row["kind"]))
        found.setdefault(first[0] if first else folded, []).append(entry)
    return {word: tuple(sorted(same, key=lambda f: -len(f.folded))) for word, same in found.items()}


@cache
def _last_words() -> frozenset[str]:
    """The folded last words of titles: a cheap look at what stands before a name."""
    return frozenset(
        f.folded.rstrip(".").replace(".", " ").split()[-1] for same in _by_first_word().values() for f in same
    )


def _spellings(form: str) -> set[str]:
    """A folded form with its tone marks in either place."""
    found = {form}
    for old, new in (("ủy", "uỷ"), ("úy", "uý"), ("òa", "oà"), ("ọa", "oạ")):
        found |= {f.replace(old, new) for f in found}
    return found


@cache
def _automaton() -> AhoCorasick:
    """The matcher of all titles in small letters."""
    forms = {w for same in _by_first_word().values() for f in same for w in _spellings(f.folded)}
    return AhoCorasick(sorted(forms), matchkind=MatchKind.LeftmostLongest)


def title_spans(text: str) -> list[tuple[int, int]]:
    """Find where titles may stand, in one pass over a text."""
    flat = fold(scannable(text)).replace("\xa0", " ")
    return [
        (start, end)
        for _, start, end in _automaton().find_matches_as_indexes(flat)
        if not (start and text[start - 1].isalnum())
        and not (text[end - 1].isalnum() and text[end : end + 1].isalnum())
    ]


def _name_start(text: str, at: int) -> int:
    """Skip what may stand between a title and a name."""
    stop = min(len(text), at + 3)
    while at < stop and text[at] in ' \xa0.:,(-“"':
        at += 1
    return at


def read_title(text: str, at: int) -> tuple[Title, int] | None:
    """Read the longest title at ``at``, with the offset behind it."""
    first = _FIRST.match(text, at)
    if first is None:
        return None
    for form in _by_first_word().get(fold_syllable(first[0]), ()):
        end = at + len(form.folded)
        if end < len(text) and text[end].isalnum() and not form.folded.endswith("."):
            continue
        surface = text[at:end]
        if surface == form.exact or (
            not form.exact and old_tones(surface.lower().replace("\xa0", " ")) == form.folded
        ):
            return form.title, end
    return None


class Offices:
    """Reads the offices next to names in one text."""

    def __init__(self, text: str, organizations: list[OrganizationMention]) -> None:
        self.text = text
        self.organizations = organizations
        self._starts = [m.start for m in organizations]
        spans = title_spans(text)
        self.titles = [start for start, _ in spans]
        self.named = frozenset(_name_start(text, end) for _, end in spans)
        """Where a name may follow a title: a single word is one only there."""
        self._ends = [m.end for m in organizations]

    def organization_at(self, start: int) -> OrganizationMention | None:
        """The organisation whose span starts at ``start``."""
        index = bisect_left(self._starts, start)
        return (
            self.organizations[index] if index < len(self._starts) and self._starts[index] == start else None
        )

    def organization_over(self, at: int) -> OrganizationMention | None:
        """The organisation whose span holds ``at``."""
        index = bisect_right(self._starts, at) - 1
        return self.organizations[index] if index >= 0 and at < self._ends[index] else None

    def read(self, at: int) -> tuple[Title, Office] | None:
        """Read one title at ``at``, with the organisation behind it."""
        found = read_title(self.text, at)
        if found is None:
            return None
        title, end = found
        owner = None
        if title.kind == "office":
            gap = _OF.match(self.text, end)
            mention = self.organization_at(gap.end()) if gap else None
            shared = self.organization_over(end - 1)
            if shared and at < shared.start:
                # "Trưởng Ban Nội chính": the last word of the office begins the name of the body.
                owner, end = shared.name, shared.end
            elif mention:
                owner, end = mention.name, mention.end
            else:
                end = self._local_end(end)
        return title, Office(title.name, owner, at, end)

    def _local_end(self, end: int) -> int:
        """Carry an office on over the place behind it: ``Chủ tịch xã``, ``Trưởng phòng thuộc tỉnh``."""
        rest = _COMPLEMENT.match(self.text, end)
        if rest:
            end = rest.end()
        country = _country().match(self.text, end)
        if country:
            return country.end()
        village = _OF_VILLAGE.match(self.text, end)
        if village:
            return village.end()
        if self.text[end : end + 1] == " ":
            place = read_place(self.text, end + 1)
            if place:
                return place.end
        return end

    def after(self, at: int) -> list[tuple[Title, Office]]:
        """Read the titles behind a name: ``, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện``."""
        found: list[tuple[Title, Office]] = []
        for _ in range(_MAX_OFFICES):
            joint = _JOINT.match(self.text, at)
            if joint is None or (not found and "và" in joint[0]):
                break
            office = self.read(joint.end())
            if office is None or office[0].kind == "form":
                break
            if self._name_behind(office[1].end) or self.text.startswith(":", office[1].end):
                break
            if ";" in joint[0] and _NAME_IN_CLAUSE.match(self.text, office[1].end):
                break
            found.append(office)
            at = office[1].end
        return found

    def _name_behind(self, at: int) -> bool:
        """Whether the office is that of the next person, whose name follows it."""
        behind = _NAME_BEHIND.match(self.text, at)
        if behind is None:
            return False
        return not _VILLAGE.search(self.text, max(0, at - 16), at) or fold_syllable(behind[1]) in surnames()

    def before(self, at: int, floor: int) -> tuple[list[tuple[Title, Office]], bool]:
        """Read the titles that end right before ``at``, not reaching below ``floor``.

        Returns:
            The titles in text order, and whether a form of address (``ông``, ``đồng chí``) is among them.
        """
        low = max(floor, at - _WINDOW)
        found: list[tuple[Title, Office]] = []
        addressed = False
        for _ in range(_MAX_OFFICES):
            office = self._ending_at(at, low)
            if office is None:
                break
            addressed = addressed or office[0].kind == "form"
            found.append(office)
            at = office[1].start
        return found[::-1], addressed

    def near(self, at: int) -> bool:
        """Whether a title may end before ``at``: a cheap look."""
        gap = _LEFT_GAP.search(self.text, max(0, at - 4), at)
        end = gap.start() if gap else at
        return end > 0 and (self.organization_over(end - 1) is not None or self._may_end(end, 0))

    def _may_end(self, end: int, low: int) -> bool:
        """Whether the word before ``end`` may end a title, or a place or field behind one."""
        words = self.text[max(low, end - 24) : end].rstrip(".").replace(".", " ").split()
        if not words:
            return False
        return (
            fold_syllable(words[-1]) in _last_words()
            or _COMPLEMENTED.search(self.text, max(low, end - 40), end) is not None
        )

    def _ending_at(self, at: int, low: int) -> tuple[Title, Office] | None:
        """The title that ends at ``at`` but for white space and a comma or colon."""
        gap = _LEFT_GAP.search(self.text, max(low, at - 4), at)
        end = gap.start() if gap else at
        if end <= low:
            return None
        owner = self.organization_over(end - 1)
        if owner is None and not self._may_end(end, low):
            return None
        limit = owner.start if owner else end
        if owner and owner.start < low:
            return None
        first = bisect_left(self.titles, max(low, limit - 48))
        for start in self.titles[first : bisect_left(self.titles, limit, first)]:
            office = self.read(start)
            if office and office[1].end == end:
                return office
        return None


_JOINT = re.compile(
    r"(?:[ \xa0]?,?[ \xa0]?\(?(?:sinh năm|SN|sn)[ \xa0:]?\d{4}\)?)?"
    rf"(?:[ \xa0]\([{UPPER}]\w{{0,12}}(?:[ ][{UPPER}]\w{{0,12}}){{0,3}}\)(?=[ \xa0]?[,\-–]))?"
    r"[ \xa0]?(?:,|-|–|\(|;|:|và|kiêm|\n-)?[ \xa0]?"
    r"(?:kiêm[ ]|là[ ]|[Nn]guyên[ ]|(?:được[ ]|vừa[ ]|tái[ ]){0,2}"
    r"(?:(?:bổ nhiệm|bầu|cử|điều động|phân công|chỉ định)[ ])?"
    r"(?:(?:tiếp tục[ ])?giữ chức(?:[ ]vụ|[ ]danh)?[ ]|làm[ ])?)?"
)
_LEFT_GAP = re.compile(r"(?:[ \xa0]?[,:\-–])?[ \xa0]{1,2}\Z")
_NAME_BEHIND = re.compile(rf"[ \xa0]([{UPPER}]\w*)[ \xa0][{UPPER}]\w*")
_VILLAGE = re.compile(r"(?:thôn|bản|ấp|xóm|khóm|khu phố|làng|buôn|tổ dân phố|tiểu khu)\Z")
_OF_VILLAGE = re.compile(rf"[ \xa0](?:thôn|bản|ấp|xóm|khóm|khu phố|làng|buôn|tổ dân phố)(?=[ \xa0][{UPPER}])")


@cache
def _country() -> re.Pattern[str]:
    names = sorted(
        (r["name"] for r in table("wide_places") if r["level"] == "country"), key=len, reverse=True
    )
    return re.compile(rf"[ \xa0](?:nước[ \xa0])?(?:{'|'.join(map(re.escape, names))})(?!\w)")


_WORD = rf"[{UPPER}]\w{{1,12}}"
_NAME_IN_CLAUSE = re.compile(rf"[^;.:\n]{{0,80}}?(?<!\w){_WORD}[ \xa0]{_WORD}[ \xa0]{_WORD}")
"""A full name before the clause ends: the office behind a semicolon is that name's."""
STATE_OFFICES = frozenset(
    (
        "Tổng thống", "Thủ tướng", "Phó Thủ tướng", "Phó Tổng thống", "Bộ trưởng", "Thứ trưởng",
        "Ngoại trưởng", "Chủ tịch nước", "Phó Chủ tịch nước", "Tổng Bí thư", "Đại sứ", "Quốc vương",
        "Tổng Lãnh sự", "Tổng Thư ký", "Thống đốc", "Chủ tịch Quốc hội",
    )
)  # fmt: skip
_OF = re.compile(r"[ \xa0](?:của[ \xa0])?")
_COMPLEMENTED = re.compile(
    r"(?:tịch|trưởng|sứ|nước|tướng|thống|vương|phòng|thôn|bản|ấp|xóm|viên|thư|phó|đốc|nhiệm)[ \xa0]\w"
    r"[^,.;:\n]{0,30}\Z"
)
_COMPLEMENT = re.compile(
    r"[ \xa0](?:phụ trách|thường trực|chuyên trách|phòng|khoa|ban)?(?:[ \xa0][^\W\d_]+){0,3}(?=[ \xa0](?:tỉnh"
    r"|huyện|xã|phường|thị|quận|thành))"
)
