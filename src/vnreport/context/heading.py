"""The agency of an official head: the last name of its left column (Decree 30/2020/NĐ-CP, appendix I)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vnreport.context.lexicon import is_whole, level_words, openings, province_word, words
from vnreport.locality import units_of_any_level
from vnreport.mentions.organizations import read_at
from vnreport.mentions.organizations.naming import expand
from vnreport.patterns import lazy
from vnreport.repair.syllable import is_syllable
from vnreport.report import OrganizationMention
from vnreport.text import fold

_CELL = lazy(r"(?:[^|\t\n \xa0]|[ \xa0]{1,2}(?=[^|\t\n \xa0]))+")
"""What stands between bars, tabs and the wide gaps of two columns put on one line."""
_MOTTO = lazy(
    r"cộng hòa xã hội|cộng hoà xã hội|độc lập\s?[-–]|đảng cộng sản việt nam$|.*ngày .*tháng"
    r"|số\s?(?::|[.]?\s?\d)|/\s?[a-zđ]{2,5}\s?[-–]"
    r"|s[^\s\d:]{0,2}\s?(?::\s?(?:[\d.…/]|$)|[.]?\s?[\d.…]{1,20}\s?[/-]\s?\S)"
)
"""What stands in the other column, or below."""
_BLANK = " \t\n|*-_–—"
"""What is of no word between the lines of a head."""
_LISTED = lazy(r"^(?:\d{1,2}\.\s+|\(\d{1,3}\)\s?)")
"""What a copy of a PDF file numbers its first line or page with."""
_LABEL = lazy(r"^(?:(?:TÊN )?(?:CƠ QUAN, )?(?:ĐƠN VỊ|CƠ QUAN)\s?:\s?|(TRƯỜNG)\s?:(?=\s))")
"""What stands before a name in the heads of forms: ``TRƯỜNG: THCS …``."""
_COMMITTEE = lazy(
    r"(?:ban chấp hành|bch"
    r"|(?:ban thường vụ|btv)(?=\s(?:tỉnh|huyện|thành phố|xã|phường)\s(?!ủy|uỷ|đoàn)))\s+"
)
_STATE = "cộng hòa xã hội chủ nghĩa việt nam cộng hoà xã hội chủ nghĩa việt nam độc lập - tự do - hạnh phúc"
"""Lines of the other column, in parts where it is narrow."""
_WARD = lazy(r"khoa (?!học |giáo )")
"""A part of a hospital or a school, which signs for itself below the body's name."""
_YOUTH = ("đoàn tncs hồ chí minh", "đoàn thanh niên cộng sản hồ chí minh")
"""What stands in the right column of the union's own documents."""
_CONGRESS = lazy(r"đại hội\s(?:đại biểu\s)?(?=đảng|đoàn|hội|công đoàn)")
_SESSION = lazy(r"(?:lần thứ|nhiệm kỳ|khóa|khoá)\s")
_BRANCH = "chi nhánh "
_OFFICE = "phòng giao dịch "
_BANK_BRANCH = lazy(r"\s[-–]?\s?(?:chi nhánh|cn)\s.*", re.IGNORECASE)
_CHAPTER = ("tỉnh hội ", "thành hội ", "huyện hội ")
"""What the provincial body of a society calls itself below the society's name."""
_LONGEST = 120
_NATION = lazy(r"(?<!\w)(?:việt nam|hồ chí minh)(?!\w)")
"""Names that stand in the names of bodies of the whole country."""


_GAP = lazy(r" {2}|[\t|]")
"""What parts the columns of a line."""


class Entry(NamedTuple):
    """A name of the left column, put together from its lines."""

    start: int
    end: int
    name: str


def headed(
    text: str, agencies: list[OrganizationMention], start: int, stop: int
) -> OrganizationMention | None:
    """Read the agency off the head in ``[start, stop)``: the last one; those before it are its superiors."""
    entries = entries_of(text, agencies, start, stop)
    if len(entries) > 1 and fold(entries[-1].name) in _YOUTH:
        entries.pop()
    if not entries:
        return None
    last = entries[-1]
    above = entries[-2] if len(entries) > 1 else None
    inside = next((m for m in agencies if last.start <= m.start < last.end), None)
    if above is not None and fold(above.name) in words("inner"):
        # A union, a cell: the body that it belongs to stands below it.
        name = f"{spelled(text, above.name, stop)} {spelled(text, last.name, stop)}"
        return OrganizationMention(
            text=text[above.start : last.end], start=above.start, end=last.end, name=name, place=None
        )
    owned = _owned(last.name, above)
    whole = inside is not None and inside.start == last.start and inside.end >= last.end
    whole = whole and inside is not None and _GAP.search(text, last.end, inside.end) is None
    if owned is None and inside is not None and whole:
        return inside.model_copy(update={"place": inside.place or _seat(text, inside.name, above, stop)})
    name = spelled(text, owned or last.name, stop)
    where = inside.place if inside is not None and _unit().search(name) is None else None
    return OrganizationMention(
        text=text[last.start : last.end], start=last.start, end=last.end, name=name,
        place=where or _seat(text, name, above, stop),
    )  # fmt: skip


def _seat(text: str, name: str, above: Entry | None, stop: int) -> str | None:
    """Give the unit of the superior of a body that each unit has one of; None for a body with a name."""
    if above is None or not is_generic(name):
        return None
    return unit_of(spelled(text, above.name, stop))


def unit_of(name: str) -> str | None:
    """Give the unit that a body's name ends with, with its level word: ``Sở Y tế`` *tỉnh Hà Nam*."""
    units = list(_unit().finditer(name))
    if units:
        return name[units[-1].start() :].strip()
    tails = [province for province in words("province") if fold(name).endswith(f" {province}")]
    proper = name[-max(map(len, tails)) :] if tails else ""
    proper = proper.title() if proper.isupper() else proper
    return f"{province_word(proper)} {proper}" if proper else None


def is_generic(name: str) -> bool:
    """Tell whether a name says only what a body is for, and each unit has one: ``Ban Dân tộc``."""
    folded = f"{fold(name)} "
    if not folded.startswith(openings("seated")) or folded.startswith(openings("unseated")):
        return False
    units = folded.replace(" xã hội ", " ")
    named = any(f" {word} " in units for word in ("khu vực", "vùng", "đạo quốc gia", *words("level")))
    last = name.rpartition(" ")[2]
    own = is_whole(name) or folded.endswith((" ủy ", " uỷ ", " đoàn ", " bộ ", " sở "))
    numbered = last.isdecimal() and folded.startswith("ban chỉ đạo ")  # "Ban Chỉ đạo 389"
    return (last.islower() or numbered) and not named and not own


def entries_of(text: str, agencies: list[OrganizationMention], start: int, stop: int) -> list[Entry]:
    """Give the names of agencies in the left column, the superior first."""
    known = {m.start: m.end for m in agencies}
    reach = edge = apart = start
    entries: list[Entry] = []
    loose: Entry | None = None
    for begin, end in _cells(text, start, stop):
        name = " ".join(text[begin:end].split())
        name = _LABEL.sub(r"\1", name.upper() if _in_capitals(name) else name)
        folded = fold(name)
        if _MOTTO.match(folded) and entries and text.count("\n", edge, begin) <= 1:
            edge = end  # the line of the left column goes on below the right one
        if _MOTTO.match(folded) and entries and not text[max(edge, apart) : begin].strip(_BLANK):
            apart = end
        if not _named(name) or folded in _STATE or _MOTTO.match(folded):
            continue
        if folded in words("part") or _WARD.match(folded) or f"{folded} ".startswith(openings("team")):
            continue
        if (congress := _CONGRESS.match(folded)) is not None or (entries and _SESSION.match(folded)):
            # A congress is of the body that holds it.
            begin += congress.end() if congress is not None else 0
            name, folded = (name[congress.end() :], folded[congress.end() :]) if congress else ("", "")
        if not name:
            continue
        if begin < reach and not _is_own_branch(folded, entries[-1].name):
            entries[-1] = Entry(entries[-1].start, end, f"{entries[-1].name} {name}")
        elif loose is not None and " " not in loose.name and _is_agency(f"{loose.name} {name}"):
            entries.append(Entry(loose.start, end, f"{loose.name} {name}"))
        elif begin in known or _is_agency(name) or _COMMITTEE.match(folded):
            entries.append(Entry(begin, end, name))
            reach = known.get(begin, start)
        elif entries and (
            text.count("\n", edge, begin) <= 1
            or (_ends_name(folded) and not text[max(edge, apart) : begin].strip(_BLANK))
        ):
            entries[-1] = _continued(entries[-1], end, name)
        else:
            loose = Entry(begin, end, name)
            continue
        edge = entries[-1].end
        loose = None
    return entries


def _is_own_branch(folded: str, above: str) -> bool:
    """Tell whether a branch says itself whose it is: ``CHI NHÁNH VĂN PHÒNG …`` below ``VĂN PHÒNG …``."""
    return folded.startswith(_BRANCH) and folded[len(_BRANCH) :].split()[:2] == fold(above).split()[:2]


def _ends_name(folded: str) -> bool:
    """Tell whether a line can but end the name above it, whatever blank lines part them: ``TỐI CAO``."""
    return f" {folded}" in words("whole") or _unit().match(f"{folded} ") is not None


def _cells(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Give the spans of the cells of a head; two agencies that share one are cut apart."""
    for cell in _CELL.finditer(text, start, stop):
        bare = cell.group().strip("*-_–—. \xa0")
        bare = _within().sub("", _LISTED.sub("", bare))
        if not bare:
            continue
        begin = cell.start() + cell.group().index(bare)
        end = begin + len(bare)
        cut = _superior_end(bare.upper()) if _in_capitals(bare) else 0
        if cut:
            yield begin, begin + cut
            begin += cut + 1
        yield begin, end


def _superior_end(name: str) -> int:
    """Give where the superior ends that shares a line with its part: ``UBND TỈNH HÀ NAM`` *SỞ Y TẾ*."""
    read = read_at(name, 0)
    if read is None or not name.startswith(" ", read[1]) or not _is_agency(name[read[1] + 1 :]):
        return 0
    return read[1]


def _in_capitals(name: str) -> bool:
    """Tell whether a name is set in capitals, but for marked letters that an old font or a loss left small.

    Fonts of one byte have no marked capitals: ``SỞ Kế HOẠCH Và ĐầU TƯ``.
    """
    small = [c for c in name if c.islower()]
    if any(c.isascii() for c in small) or not any(word[0].isupper() for word in name.split()):
        return False
    return sum(map(str.isupper, name)) > 2 * len(small)


def _named(name: str) -> bool:
    return 1 < len(name) <= _LONGEST and name.isupper()


def _is_agency(name: str) -> bool:
    folded = fold(name) + " "
    return folded.startswith(openings("agency")) and not folded.startswith(openings("phrase"))


def _continued(entry: Entry, end: int, name: str) -> Entry:
    """Join a line to the name above it; a unit below a committee has a committee of its own."""
    folded = fold(entry.name)
    if folded.startswith(("ubnd ", "ủy ban nhân dân ", "uỷ ban nhân dân ")) and _unit().match(name + " "):
        head = "ubnd" if folded.startswith("ubnd") else "ủy ban nhân dân"
        if _unit().search(folded[len(head) :]):
            return Entry(entry.start, end, f"ỦY BAN NHÂN DÂN {name}")
    if fold(name).startswith(_CHAPTER):
        level, _, proper = name.split(" ", 2)
        return Entry(entry.start, end, f"{_domestic(entry.name)} {level} {proper}")
    return Entry(entry.start, end, f"{entry.name} {name}")


@cache
def _within() -> re.Pattern[str]:
    """The unit above that a head names with the one below: ``UBND XÃ LONG HẢI`` *, TP. HỒ CHÍ MINH*."""
    levels = rf"(?:TP\.?|T\.|{level_words()})"
    return re.compile(rf"\s?,\s?{levels}\s?[^\W\d_][^,\n]{{1,30}}$", re.IGNORECASE)


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"\s?(?<!\w)(?:{level_words()})\s", re.IGNORECASE)


def small_levels(name: str) -> str:
    """Write the level words within a name small: ``Chi nhánh`` *Tỉnh* ``Hà Nam``."""
    return _level_word().sub(lambda level: level[0].lower(), name)


@cache
def _level_word() -> re.Pattern[str]:
    """A level word within a name, not that of a committee."""
    return re.compile(rf"(?<=\s)(?:{level_words()})(?=\s(?!ủy|uỷ|đoàn|hội))", re.IGNORECASE)


def _owned(name: str, above: Entry | None) -> str | None:
    """Name a part of the body above it by both: its committee, its branch, its boards; None for others."""
    folded = fold(name)
    committee = _COMMITTEE.match(folded)
    if committee is not None:
        return _of_committee(name[committee.end() :], above)
    if above is None:
        return None
    if folded.startswith(_BRANCH):
        return None if _is_own_branch(folded, above.name) else f"{above.name} {name}"
    if folded.startswith(_OFFICE) and fold(above.name).startswith("ngân hàng "):
        bank = _BANK_BRANCH.sub("", above.name)
        unit = _unit().search(bank)
        return f"{name[: len(_OFFICE)]}{bank[: unit.start()] if unit else bank} {name[len(_OFFICE) :]}"
    if folded.startswith(("phòng ", "đội ")) and fold(above.name).startswith("công an "):
        return f"{name} {above.name}"
    head, _, level = folded.rpartition(" ")
    if level in words("tier") and f"{fold(above.name)} ".startswith(f"{level} "):
        # "THANH TRA BỘ" below "BỘ XÂY DỰNG"
        return f"{name[: len(head)]} {above.name}"
    if folded in words("office") and f"{fold(above.name)} ".startswith(openings("tier")):
        return f"{name} {above.name}"
    owner = fold(above.name).startswith(openings("owner"))
    return f"{name} {above.name}" if owner and folded in words("board") else None


def _of_committee(rest: str, above: Entry | None) -> str | None:
    """Name the body whose committee it is: ``BCH TỈNH …`` below ``ĐOÀN TNCS`` is its ``Tỉnh đoàn``."""
    if _is_agency(rest):
        unit = _unit().match(rest + " ")
        return None if unit is not None and "đoàn" not in fold(rest) else rest
    if above is None or _unit().match(rest + " ") is None:
        return None
    level, _, proper = rest.partition(" ")
    folded = fold(above.name)
    if folded.startswith("đoàn "):
        level = "THÀNH" if fold(rest).startswith("thành phố ") else level
        proper = proper.removeprefix("PHỐ ") if level == "THÀNH" else proper
        return f"{level} ĐOÀN {proper}"
    return f"{_domestic(above.name)} {rest}"


def _domestic(name: str) -> str:
    """Leave the country out of the name of a body of the whole country, of which a part is named."""
    return name[: -len(" VIỆT NAM")] if fold(name).endswith(" việt nam") else name


def spelled(text: str, name: str, stop: int) -> str:
    """Give a name in capitals its letters: those it has behind ``stop``, else those of its words."""
    folded = fold(text)
    again = folded.find(fold(name), stop)
    if again >= 0 and not text[again : again + len(name)].isupper():
        return text[again : again + len(name)]
    read = read_at(name, 0)
    if read is not None and read[1] == len(name):
        return read[0]
    units = list(_unit().finditer(name))
    if not units:
        return _in_small(name, proper=_tail(name))
    base, level, proper = name[: units[-1].start()], units[-1].group().strip(), name[units[-1].end() :]
    return f"{_in_small(base)} {level.lower()} {proper.title()}".strip()


def _tail(name: str) -> int:
    """Give how many words at the end of a name are a unit's: ``BỆNH VIỆN ĐKKV`` *NGỌC HỒI*."""
    last = name.split()[1:]
    return next((n for n in (4, 3, 2) if n < len(last) and units_of_any_level(" ".join(last[-n:]))), 0)


def _in_small(name: str, proper: int = 0) -> str:
    """Put a name in capitals into small letters, what cannot be a syllable left out: ``MTQG``.

    Args:
        name: the name in capitals.
        proper: how many words at its end are a proper name.
    """
    both = zip(name.lower().split(), name.split(), strict=True)
    small = [low if len(low) < 2 or is_syllable(low.strip(",.;-–&()")) else word for low, word in both]
    plain = len(small) - proper
    first, *more = [*small[:plain], *(word[:1].upper() + word[1:] for word in small[plain:])] or [""]
    return _NATION.sub(
        lambda found: found[0].title(), expand(" ".join([first[:1].upper() + first[1:], *more]))
    )
